"""The files of examples: made up, filled in, or with the facts that are asked for now."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from macros.cli.new_common import ALL_MADE_UP, NEXT, TABLE_NEXT
from macros.exchange.empty_facts_file import empty_facts_file
from macros.exchange.example_facts import completed_facts, example_facts
from macros.exchange.facts_file_writer import as_yaml, written_content, written_facts, yaml_entry
from macros.exchange.skeletons import TO_WRITE
from macros.figures.periods import Period, code, parse_period
from macros.library.summary import Summary
from macros.source.report import ProblemsFoundError, Report
from macros.source.yaml_reader import Mapping, read_yaml, to_data
from macros.templating.citations import citation
from macros.templating.own_expressions import ExpressionError

if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from collections.abc import Mapping as Dictionary
    from pathlib import Path

    from macros.cli.planned_changes import PlannedChanges
    from macros.exchange.facts_file_writer import Facts
    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.schema.vocabulary import FactSpec

HEAD = "# An example, as `summaries new` made it up: give it a life of its own.\n"
TABLED = "# A fictional office, as the table of facts has it.\n"
FILLED = "# An example that was filled in: nothing in it may be anybody's own.\n"
MADE_UP = "表上没有、编出来的补进表里，单位确实没有的写“无”："
WHICH = "甲乙"  # the table's columns of the two offices
GIVEN = ("org", "period")  # which a name and a period tell
NOTE = f"{TO_WRITE}：这个示例展示什么"


@dataclass
class Known:
    """What is known of a new example: whether it has everything; facts; what it lacks and shows."""

    full: bool
    facts: Facts = field(default_factory=dict)
    lacks: Container[str] = ()
    note: str = NOTE


def example_file(
    library: Library, archetype: str, office: tuple[str, str], period: Period, known: Known
) -> str:
    """Return the facts file of a new example, with the hint above each fact."""
    file = empty_facts_file(library, archetype)
    left = {name: fact for name, fact in known.facts.items() if name not in file.facts}
    given = {name: fact for name, fact in known.facts.items() if name in file.facts}
    facts = _facts(library, archetype, office[1], period, replace(known, facts=given))
    file.facts = {name: facts[name] for name in file.facts if name in facts}
    file.comments = {name: text.split("\n")[0] for name, text in file.comments.items()}
    file.name, file.note, file.hints = office[1], known.note, {}
    return (TABLED if known.facts else HEAD) + as_yaml(file) + _set_aside(left)


def _facts(library: Library, archetype: str, name: str, period: Period, known: Known) -> Facts:
    """Return the facts of an example: what is known, or all made up where nothing is."""
    if not known.facts:
        made_up = example_facts(library, archetype, name, period, full=known.full)
        return {fact: value for fact, value in made_up.items() if fact not in known.lacks}
    period = parse_period(str(known.facts.get("period", ""))) or period
    earlier = {"last_period": code(period.year_before)} if _has_earlier(known.facts) else {}
    return completed_facts(library, archetype, name, period, earlier | known.facts)


def _set_aside(facts: Facts) -> str:
    """Return facts that no text asks for yet as comments."""
    entries = "".join(yaml_entry(name, fact) for name, fact in facts.items())
    lines = "".join(f"  # {line}\n" for line in entries.splitlines())
    return f"\n  # 表上有、正文还没有写到的，写到以后去掉井号：\n{lines}" if facts else ""


def made_up_facts(library: Library, archetype: str, known: Known) -> list[FactSpec]:
    """Return the facts that a new example has only because it must have them."""
    summary = Summary(library, library.archetypes[archetype])
    asked = [summary.specs[name] for name in summary.facts.entered()]
    return [s for s in asked if s.required and s.id not in known.facts and s.id not in GIVEN]


def told_next(library: Library, archetype: str, examples: Iterable[Known]) -> str:
    """Return what to do next, with what the examples have that no table has given."""
    of_table = [(which, one) for which, one in zip(WHICH, examples, strict=False) if one.facts]
    if not of_table:
        return NEXT.format(ALL_MADE_UP)
    made_up = [(which, made_up_facts(library, archetype, one)) for which, one in of_table]
    told = "；".join(f"{which}的{_named(specs)}" for which, specs in made_up if specs)
    return TABLE_NEXT.format(f"{MADE_UP}{told}。" if told else "")


def _named(specs: Iterable[FactSpec]) -> str:
    return "、".join(f"{spec.label}（{spec.id}）" for spec in specs)


def filled_example(library: Library, office: Office, name: str) -> str:
    """Return the facts file of an example that somebody has filled in, on the page or elsewhere."""
    file = empty_facts_file(library, office.archetype, office.choices)
    written = written_facts(office, library)
    file.facts = {n: written[n] for n in [*file.facts, *written] if n in written}
    file.comments = {n: text.split("\n")[0] for n, text in file.comments.items()}
    file.name, file.note, file.hints = name, office.note or NOTE, {}
    file.without, file.headings = list(office.without), office.headings
    file.content = written_content(office)
    return FILLED + as_yaml(file)


def _has_earlier(facts: Facts) -> bool:
    return any(isinstance(fact, dict) and "last" in fact for fact in facts.values())


def rewritten_example(library: Library, archetype: str, root: Path, name: str) -> str:
    """Return an example with the facts that are asked for now; what was typed for one stays."""
    report = Report()
    node = read_yaml(root / name, name, report)
    if node is None:
        raise ProblemsFoundError(report.errors)
    old = to_data(node)
    typed = old.get("facts") if isinstance(old, dict) else None
    before: dict[str, Any] = dict(typed) if isinstance(typed, dict) else {}
    written = parse_period(str(before.get("period", "")))
    period = written or Period(datetime.now(UTC).year - 1, library.archetypes[archetype].periods[0])
    full = "last_period" in before
    called = str(node.get("name") and to_data(node.entries["name"][1]))
    file = empty_facts_file(library, archetype)
    facts = example_facts(library, archetype, called, period, full=full)
    shown = Summary(library, library.archetypes[archetype]).shown
    kept = {name: _cited_still(fact, name, shown) for name, fact in before.items()}
    file.facts = {n: {**facts, **kept}[n] for n in file.facts if n in facts or n in kept}
    file.comments = {name: text.split("\n")[0] for name, text in file.comments.items()}
    file.name, file.hints = called, {}
    file.note = str(to_data(node.entries["note"][1])) if "note" in node.entries else NOTE
    return HEAD + as_yaml(file)


def _cited_still(fact: Any, name: str, shown: Dictionary[str, FactSpec]) -> Any:
    """Return what was typed without citations of facts that are asked for no more."""
    if not isinstance(fact, list) or name not in shown:
        return fact
    fields = shown[name].record

    def stays(field: str, text: str) -> bool:
        return field not in fields or fields[field].type != "figure" or _citable(text, shown)

    rows = (row if isinstance(row, dict) else {"": row} for row in fact)
    kept = [{f: t for f, t in row.items() if stays(f, t)} for row in rows]
    return [row.get("", row) for row in kept]


def _citable(text: str, shown: Dictionary[str, FactSpec]) -> bool:
    try:
        citation(text, shown)
    except ExpressionError:
        return False
    return True


def added_facts(
    changes: PlannedChanges,
    planned: Library,
    archetype: str,
    section: str,
    known: tuple[Known, Known],
) -> None:
    """Add the facts of a new section to the examples of an archetype; of two, some are known."""
    for index, example in enumerate(planned.archetypes[archetype].examples):
        office = planned.offices[example]
        facts = office.node.get("facts")
        period = office.entries.get("period")
        if not isinstance(facts, Mapping) or not isinstance(period, Period):
            continue
        full = "last_period" in office.entries
        given = known[index] if index < len(known) else Known(full=full)
        made = example_facts(planned, archetype, office.name, period, full=full) | given.facts
        asked = planned.facts_of(planned.archetypes[archetype]).sections[section]
        wanted = [name for name in asked if name not in facts.entries and name not in given.lacks]
        new = {name: made[name] for name in made if name in wanted}
        file = empty_facts_file(planned, archetype)
        file.facts, file.groups = new, {next(iter(new)): planned.sections[section].name}
        lines = as_yaml(file).partition("facts:\n")[2]
        edits = changes.edit(f"data/offices/{example}.yml")
        edits.append_block(facts, "\n".join(line[2:] for line in lines.split("\n")))
