"""The files of new examples, and what is added to files that are there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from macros.exchange.empty_facts_file import empty_facts_file
from macros.exchange.example_facts import example_facts
from macros.exchange.facts_file_writer import as_yaml, written_content, written_facts
from macros.exchange.skeletons import TO_WRITE
from macros.figures.periods import Period, code, parse_period
from macros.library.data_files import with_schema_line
from macros.library.loader import KINDS
from macros.library.summary import Summary
from macros.site.generated_pages import ARCHETYPES
from macros.source.atomic_write import exists
from macros.source.report import ProblemsFoundError, Report
from macros.source.yaml_reader import Mapping, Scalar, Sequence, read_yaml, to_data
from macros.templating.citations import citation
from macros.templating.own_expressions import ExpressionError

if TYPE_CHECKING:
    from collections.abc import Container
    from collections.abc import Mapping as Dictionary
    from pathlib import Path

    from macros.cli.planned_changes import PlannedChanges
    from macros.exchange.facts_file_writer import Facts
    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.schema.vocabulary import FactSpec
    from macros.source.yaml_reader import Node

HEAD = "# An example, as `summaries new` made it up: give it a life of its own.\n"
FILLED = "# An example that was filled in: nothing in it may be anybody's own.\n"
MENU, NEWS = "mkdocs.yml", "CHANGELOG.md"
NEWS_FOR_READERS = re.compile(r"^For readers\n\n", re.MULTILINE)  # the first: of what comes next
MENU_LINE = re.compile(r"^( *)- [^\n:]+: archetypes/[^\s*]+\.md\b", re.MULTILINE)
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
    made_up = example_facts(library, archetype, office[1], period, full=known.full)
    earlier = {"last_period": code(period.year_before)} if _has_earlier(known.facts) else {}
    facts = {n: fact for n, fact in made_up.items() if n not in known.lacks} | earlier | known.facts
    file.facts = {name: facts[name] for name in file.facts if name in facts}
    file.comments = {name: text.split("\n")[0] for name, text in file.comments.items()}
    file.name, file.note, file.hints = office[1], known.note, {}
    return HEAD + as_yaml(file)


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
    return with_schema_line(name, HEAD + as_yaml(file))


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


def added_use(changes: PlannedChanges, library: Library, archetype: str, section: str) -> None:
    """Add a section to an archetype, before the first one on problems or plans."""
    model, node = library.archetypes[archetype], library.archetype_nodes[archetype]
    written = node.get("sections")
    roles = [library.sections[entry.use].role if entry.use else "" for entry in model.sections]
    index = next((i for i, role in enumerate(roles) if role in ("问题", "打算")), -1)
    if isinstance(written, Sequence):
        edits = changes.edit(f"data/archetypes/{archetype}.yml")
        edits.insert_before(written.items[index], f"{{use: {section}}}")


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


def added_example(changes: PlannedChanges, library: Library, archetype: str, office: str) -> None:
    """Add an example to those that an archetype names, unless it is one already."""
    examples = library.archetype_nodes[archetype].get("examples")
    if office not in library.archetypes[archetype].examples and isinstance(examples, Sequence):
        changes.edit(f"data/archetypes/{archetype}.yml").append(examples, office)


def no_longer_wanted(changes: PlannedChanges, library: Library, names: Container[str]) -> None:
    """Take the names of a new archetype from what is wanted, and from what others cover."""
    lists = [(KINDS, library.kinds_node, "wanted")]
    for archetype, node in library.archetype_nodes.items():
        lists.append((f"data/archetypes/{archetype}.yml", node, "covers"))
    for file, mapping, key in lists:
        items = mapping.get(key) if mapping else None
        gone = [item for item in getattr(items, "items", ()) if _called(item) in names]
        if not mapping or not isinstance(items, Sequence) or not gone:
            continue
        if len(gone) == len(items.items):
            changes.edit(file).delete_entry(mapping, key)
        else:
            for item in gone:
                changes.edit(file).delete_item(items, item)


def _called(item: Node) -> str:
    name = item.get("name") if isinstance(item, Mapping) else item
    return name.value if isinstance(name, Scalar) else ""


def added_news(changes: PlannedChanges, title: str, archetype: str) -> None:
    """Add a new archetype to the news for readers, where the project keeps any."""
    if not exists(changes.root / NEWS):
        return
    news = changes.edit(NEWS)
    found = NEWS_FOR_READERS.search(news.text)
    if found:
        news.insert(found.end(), f"- A kind of summary: {title} (`{archetype}`).\n")


def added_menu_line(changes: PlannedChanges, archetype: str, short: str) -> None:
    """Add an archetype to a navigation that names each by itself."""
    menu = changes.edit(MENU)
    lines = list(MENU_LINE.finditer(menu.text))
    if lines and ARCHETYPES not in menu.text:
        menu.insert(lines[-1].end(), f"\n{lines[-1][1]}- {short}: archetypes/{archetype}.md")
