"""What a list's record may cite: a fact, or a function of facts that gives a figure.

Mirrors browser/templating/citations.js.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.templating.language import NUMBER
from macros.templating.own_expressions import ExpressionError, kind_of, parse
from macros.templating.render import names_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.schema.vocabulary import FactSpec
    from macros.templating.compiler import Json


def citation(written: str, specs: Mapping[str, FactSpec]) -> Json:
    """Return the expression a record cites; ExpressionError when there is no such figure."""
    expression = parse(written) if "(" in written else written
    if not _gives_figure(expression, specs):
        citable = (name for name in sorted(specs) if specs[name].citable)
        what = f"“{written}”不是本范本能引用的指标"
        raise ExpressionError(what, "本范本的一个数或比率", (written, *citable), written)
    return expression


def _gives_figure(expression: Json, specs: Mapping[str, FactSpec]) -> bool:
    if isinstance(expression, str):
        return expression in specs and specs[expression].citable
    kind = kind_of(expression, specs)
    return kind.name in NUMBER and not any(_cites(specs[name]) for name in names_in(expression))


def _cites(spec: FactSpec) -> bool:
    """Tell whether a list's records cite figures: what they cite must not lead back to them."""
    return any(field.type == "figure" for field in spec.record.values())
