"""Checks a section's places, `items` in its data, against its template: titles and main figures.

Drafts name places, so a name must lead to one place, for good.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.source.yaml_reader import Mapping, Scalar, Sequence
from macros.templating.expression_kinds import fact_kind
from macros.templating.render import facts_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.library.library import Library
    from macros.library.templates import LoadedTemplate
    from macros.schema.archetypes import Form
    from macros.source.report import Place, Report
    from macros.source.yaml_reader import Node
    from macros.templating.places import Place as TemplatePlace

FORMS: dict[Form, str] = {"detailed": "详式", "brief": "简式"}
UNTITLED = "（段落）"
KINDS = ("number", "series", "rate", "approx")  # of figures


def check_places(library: Library, report: Report) -> None:
    """Report the names of places that do not fit the template, or lead to two places."""
    for name, node in library.section_nodes.items():
        _check_names(node, report)
        template = library.templates.get(name)
        if template:
            _check_titles(name, node.get("items"), template, report)
            _check_mains(name, node.get("items"), library, report)


# --- one name, one place ---


def _check_names(node: Mapping, report: Report) -> None:
    seen: dict[str, Place] = {}
    for written in _names(node):
        first = seen.setdefault(written.value, written.place)
        if first is not written.place:
            what = f"“{written.value}”重复，{first}也用了"
            report.error(written.place, what, "每个名字只指一处，用过的名字不再给别处")


def _names(node: Mapping) -> Iterator[Scalar]:
    """Yield every name that places of a section have or had."""
    for item in _items(node.get("items")):
        if isinstance(item, Scalar):
            yield item
        elif isinstance(item, Mapping):
            yield from _scalars([item.get("name"), *_items(item.get("was"))])
    yield from _scalars(_items(node.get("retired")))


def _items(node: Node | None) -> list[Node]:
    return node.items if isinstance(node, Sequence) else []


def _scalars(nodes: Iterable[Node | None]) -> Iterator[Scalar]:
    return (node for node in nodes if isinstance(node, Scalar))


# --- the titles ---


def _check_titles(
    section: str, items: Node | None, template: LoadedTemplate, report: Report
) -> None:
    """Report the first form whose places are not those of `items`."""
    written = [_name_of(item) for item in _items(items)]
    for form, label in FORMS.items():
        places = template.forms[form].places
        if len(places) != len(written) and items:
            found = f"templates/sections/{section}.j2 的{label}有{len(places)}处"
            what = f"items 有{len(written)}处，{found}"
            report.error(items.place, what, "、".join(place.title or UNTITLED for place in places))
            return
        for name, place in zip(written, places, strict=False):
            _check_title(name, place, section, report)


def _name_of(item: Node) -> Scalar | None:
    name = item.get("name") if isinstance(item, Mapping) else item
    return name if isinstance(name, Scalar) else None


def _check_title(name: Scalar | None, place: TemplatePlace, section: str, report: Report) -> None:
    if name and place.title and name.value != place.title:
        what = f"“{name.value}”不是 templates/sections/{section}.j2 里的标题"
        expected = f"{place.title}；改了标题的，旧名字写进 was"
        report.error(name.place, what, expected)


# --- the main figures ---


def _check_mains(section: str, items: Node | None, library: Library, report: Report) -> None:
    """Report a `main` that is no figure, or that the template of its place does not read."""
    forms = library.templates[section].forms
    for index, item in enumerate(_items(items)):
        main = item.get("main") if isinstance(item, Mapping) else None
        if not isinstance(main, Scalar):
            continue
        read = [set(facts_in(form.places[index].body)) for form in forms.values()]
        figures = _figures(library, set.intersection(*read))
        if main.value not in figures:
            what = f"main “{main.value}”不是这一处的模板两种繁简都写到的数量、金额或比率"
            report.error(main.place, what, "、".join(figures))


def _figures(library: Library, names: set[str]) -> list[str]:
    """Return those of some facts that are figures, in the order of the vocabulary."""
    specs = library.facts
    return [name for name in specs if name in names and fact_kind(specs[name], specs).name in KINDS]
