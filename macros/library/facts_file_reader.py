"""Reads a facts file: finds the archetype it is for, then reads it against that one's facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.facts.current_names import with_current_names
from macros.facts.offices import Choices, check_keys, check_schema, read_office
from macros.facts.own_content import read_content
from macros.facts.retired_sections import retired_in
from macros.library.content_checks import check_content
from macros.library.converted_edits import with_converted_edits
from macros.library.personal_data_checks import check_personal_data
from macros.library.summary import Summary
from macros.source.report import Report, nearest
from macros.source.yaml_reader import Mapping, Scalar

if TYPE_CHECKING:
    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.schema.archetypes import Archetype


def read_facts_file(node: Mapping, stem: str, library: Library, report: Report) -> Office | None:
    """Return the office a facts file describes, or None after reporting why it cannot be read."""
    if not check_schema(node, report):
        return None  # the rest cannot be checked
    check_keys(node, report)
    archetype = _archetype(node, library, report)
    if archetype is None:
        return None
    names = library.names_in(archetype)
    for name, place in retired_in(node, names):
        what = f"片段“{name}”已经取消，这一节不再写"
        report.warn(place, what, "自己写的文字还留着，在 marks 的 unplaced 里")
    node = _without_retired_facts(with_current_names(node, names), library, report)
    read = Report()
    office = _office(node, stem, library, archetype, read)
    if office is None or read.errors or "edits" not in node.entries:
        report.problems += read.problems
        return office
    return _office(with_converted_edits(office, library, report), stem, library, archetype, report)


def read_changed(node: Mapping, summary: Summary, office: Office, report: Report) -> Office | None:
    """Return an office that has been read, with other facts or sections; its own content stays."""
    library = summary.library
    names = library.names_in(summary.archetype)
    node = _without_retired_facts(with_current_names(node, names), library, report)
    return read_office(node, office.id, summary.facts, office.content, report)


def _office(
    node: Mapping, stem: str, library: Library, archetype: Archetype, report: Report
) -> Office | None:
    content = read_content(node, report)
    if content is None:
        return None
    summary = Summary(library, archetype, Choices(content=content))
    check_content(summary, node, report)
    office = read_office(node, stem, summary.facts, content, report)
    if office:
        check_personal_data(office, summary, report)
    return office


def _without_retired_facts(node: Mapping, library: Library, report: Report) -> Mapping:
    """Return a file without the facts that nobody asks for any more, after telling them."""
    facts = node.get("facts")
    gone = library.retired.facts
    if not isinstance(facts, Mapping) or gone.keys().isdisjoint(facts.entries):
        return node
    for name in facts.entries:
        if name in gone:
            what = f"“{gone[name].label}”（{name}）已经取消，不再用到"
            report.warn(facts.place_of(name), what, "留着无妨，也可以删去这一行")
    kept = Mapping(facts.place, {k: e for k, e in facts.entries.items() if k not in gone})
    return Mapping(node.place, {**node.entries, "facts": (node.entries["facts"][0], kept)})


def _archetype(node: Mapping, library: Library, report: Report) -> Archetype | None:
    written = node.get("archetype")
    name = written.value if isinstance(written, Scalar) else ""
    if library.is_unread(f"data/archetypes/{name}.yml"):
        return None
    archetype = library.archetypes.get(library.archetype_names.get(name, name))
    if archetype is None:
        what = f"没有“{name}”这个范本" if name else "缺少“archetype”"
        place, guess = node.place_of("archetype"), nearest(name, library.archetypes)
        report.error(place, what, "、".join(library.archetypes), guess)
    elif name in library.retired.archetypes:
        what = f"范本“{library.retired.archetypes[name].title}”已经取消"
        report.warn(node.place_of("archetype"), what, f"照“{archetype.title}”写")
    return archetype
