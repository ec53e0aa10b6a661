"""What stands where in a collection sheet; mirrors browser/exchange/sheet_layout.js."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.facts.archetype_facts import inputs_of
from macros.library.library import FRAME
from macros.source.shared_table import shared_table
from macros.templating.render import facts_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from macros.library.summary import Summary
    from macros.schema.facts_files import OutlineEntry

TABLE = shared_table(__file__)  # browser/exchange/sheet_layout.js has the same
COLUMNS: list[str] = TABLE["columns"]
ID, SECTION, LABEL, UNIT = COLUMNS[:4]
SIDES: dict[str, int] = TABLE["side_columns"]  # the columns of a series
DATA, ABOUT, CHOICES, STRUCTURE = (
    TABLE["sheets"][name] for name in ("data", "about", "choices", "structure")
)
ARCHETYPE, VERSION, TITLE, SECTIONS = (
    TABLE["about"][name] for name in ("archetype", "version", "title", "sections")
)
NOT_TAKEN: str = TABLE["not_taken"]
NO_DAY: str = TABLE["no_day"]  # before a number where a day should be
NONE: str = TABLE["no_records"]  # in the first cell of a list without records
FIRST_ROW = 3  # first record of a list, below ids, labels and hints
LONGEST: int = TABLE["longest_cell"]  # in UTF-16 units; Excel refuses or cuts a longer text
PIECE: int = TABLE["piece"]  # characters in a cell of the structure; Excel cuts at 32,767


@dataclass(frozen=True)
class Part:
    """A part of a summary, and the facts that it is the first to ask for."""

    key: str
    name: str
    facts: tuple[str, ...]


def parts_of(summary: Summary, facts: Mapping[str, Any]) -> list[Part]:
    """Return the parts that ask for anything; facts given besides come last, lest they are lost."""
    placed: set[str] = set()
    found = []
    for key, name, asked in _asked(summary, facts):
        fresh = tuple(fact for fact in dict.fromkeys(asked) if fact not in placed)
        placed.update(fresh)
        if fresh:
            found.append(Part(key, name, fresh))
    return found


def _asked(summary: Summary, facts: Mapping[str, Any]) -> Iterator[tuple[str, str, list[str]]]:
    specs = summary.specs
    templates = (summary.library.frame[name] for name in FRAME)
    framed = [fact for t in templates for fact in t.forms[summary.archetype.form].facts]
    yield "basics", TABLE["basics"], inputs_of(specs, framed)
    for line in summary.asking:
        yield line.own or line.use or "", _name(summary, line), _of_line(summary, line)
    yield "own", TABLE["own"], inputs_of(specs, summary.facts.sections.get("own", ()))
    given = [name for name, fact in facts.items() if name in specs and _is_given(fact)]
    yield "others", TABLE["others"], given


def _name(summary: Summary, line: OutlineEntry) -> str:
    if line.own:
        return line.heading or summary.content.own.sections[line.own].name
    return line.heading or summary.library.sections[line.use or ""].name


def _of_line(summary: Summary, line: OutlineEntry) -> list[str]:
    """Return what a section's template asks for, also in places left out, and its own words."""
    template = summary.library.templates.get(line.use or "")
    named = template.forms[summary.archetype.form].facts if template else ()
    printed = [fact for body in summary.bodies_of_line(line) for fact in facts_in(body)]
    return inputs_of(summary.specs, [*named, *printed])


def _is_given(fact: Any) -> bool:
    return any(fact.values()) if isinstance(fact, dict) else fact != ""
