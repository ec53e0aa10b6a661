"""Plans what data/retired.yml says of names that are no longer used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.library.loader import RETIRED
from macros.source.atomic_write import exists
from macros.source.report import Report
from macros.source.yaml_reader import Mapping, read_yaml

if TYPE_CHECKING:
    from macros.cli.leaving import Leaving
    from macros.cli.planned_changes import PlannedChanges

HEAD = "# Names that are no longer used: their addresses and old drafts still lead somewhere.\n"


def remember(changes: PlannedChanges, leaving: Leaving, instead: dict[str, str]) -> None:
    """Plan the entries of all that goes; `instead` is what to use in place of some."""
    library = leaving.library
    facts = {name: _entry("label", library.facts[name].label, "") for name in leaving.facts}
    sections = {
        name: _entry("name", library.sections[name].name, instead.get(name, ""))
        for name in leaving.sections
    }
    archetypes = {
        name: _entry("title", library.archetypes[name].title, instead[name])
        for name in leaving.archetypes
    }
    told = {"facts": facts, "sections": sections, "archetypes": archetypes}
    written = {key: entries for key, entries in told.items() if entries}
    if exists(changes.root / RETIRED):
        _add(changes, written)
        return
    blocks = (f"{key}:\n{_lines(entries, '  ')}" for key, entries in written.items())
    changes.create(RETIRED, HEAD + "".join(blocks))


def _add(changes: PlannedChanges, written: dict[str, dict[str, str]]) -> None:
    node = read_yaml(changes.root / RETIRED, RETIRED, Report())
    edits = changes.edit(RETIRED)
    for key, entries in written.items():
        at = node.get(key) if node else None
        if isinstance(at, Mapping):
            edits.append_block(at, _lines(entries, ""))
        else:
            edits.insert(len(edits.text), f"{key}:\n{_lines(entries, '  ')}")


def _entry(key: str, text: str, instead: str) -> str:
    more = f", instead: {instead}" if instead else ""
    return f"{{{key}: {_quoted(text)}{more}}}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _lines(entries: dict[str, str], indent: str) -> str:
    return "".join(f"{indent}{name}: {text}\n" for name, text in sorted(entries.items()))
