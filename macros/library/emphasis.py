"""The weight a writer gives the places of a section: 重点 comes first, 略写 is one short sentence.

Mirrors browser/library/emphasis.js.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.templating.expression_kinds import sides

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.schema.archetypes import Form, Section
    from macros.schema.facts_files import Content
    from macros.schema.vocabulary import FactSpec
    from macros.templating.compiler import Body

FIRST, SHORT = "重点", "略写"
WEIGHTS = (FIRST, SHORT)


def weights_in(section: Section, content: Content) -> dict[str, str]:
    """Return the weights of a section's places and own items, by the names they have now."""
    keys = {key: key.partition("/") for key in content.marks.emphasis}
    return {
        section.place_named(name): content.marks.emphasis[key]
        for key, (use, _, name) in keys.items()
        if use == section.id
    }


def short_body(title: str, main: str, specs: Mapping[str, FactSpec], form: Form) -> Body:
    """Return a place in one sentence: what its title says, and its main figure with the change.

    It is numbered as the whole place is; the brief form has no items, only sentences.  A title that
    the figure's label repeats is not said twice.  Of a figure that need not be given, and is not,
    nothing is said.
    """
    spec = specs[main]
    mark = "+ " if title and form == "detailed" else ""
    lead = mark if title in spec.label else f"{mark}{title}，"
    figure: Body = [spec.label, ["=", main]]
    if not spec.approx and "last" in sides(spec, specs):
        compared = "then_against" if spec.type == "count" else "then_compared"
        figure += [["=", ["()", compared, main, ["'", "short"]]]]
    if spec.type == "count" and not spec.approx:
        figure = [["if", [[["()", "zero", main], [f"没有{spec.label}"]]], figure]]
    sentence = [lead, *figure, "。\n"]
    if all(specs[name].required for name in (main, *spec.sources) if name in specs):
        return sentence
    return [["if", [[["()", "known", main], sentence]], []]]
