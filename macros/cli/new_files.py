"""The files of new examples, and what is added to files that are there."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from macros.exchange.empty_facts_file import empty_facts_file
from macros.exchange.example_facts import example_facts
from macros.exchange.facts_file_writer import as_yaml
from macros.exchange.skeletons import TO_WRITE
from macros.figures.periods import Period, parse_period
from macros.library.data_files import with_schema_line
from macros.library.summary import Summary
from macros.site.generated_pages import ARCHETYPES
from macros.source.report import ProblemsFoundError, Report
from macros.source.yaml_reader import Mapping, Sequence, read_yaml, to_data
from macros.templating.citations import citation
from macros.templating.own_expressions import ExpressionError

if TYPE_CHECKING:
    from collections.abc import Mapping as Dictionary
    from pathlib import Path

    from macros.cli.planned_changes import PlannedChanges
    from macros.library.library import Library
    from macros.schema.vocabulary import FactSpec

HEAD = "# An example, as `summaries new` made it up: give it a life of its own.\n"
MENU = "mkdocs.yml"
MENU_LINE = re.compile(r"^( *)- [^\n:]+: archetypes/[^\s*]+\.md\b", re.MULTILINE)
NOTE = f"{TO_WRITE}：这个示例展示什么"


def example_file(
    library: Library, archetype: str, office: tuple[str, str], period: Period, *, full: bool
) -> str:
    """Return the facts file of a new example, with the hint above each fact."""
    file = empty_facts_file(library, archetype)
    facts = example_facts(library, archetype, office[1], period, full=full)
    file.facts = {name: facts[name] for name in file.facts if name in facts}
    file.comments = {name: text.split("\n")[0] for name, text in file.comments.items()}
    file.name, file.note, file.hints = office[1], NOTE, {}
    return HEAD + as_yaml(file)


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


def added_facts(changes: PlannedChanges, planned: Library, archetype: str, section: str) -> None:
    """Add the facts of a new section to the examples of an archetype."""
    for example in planned.archetypes[archetype].examples:
        office = planned.offices[example]
        facts = office.node.get("facts")
        period = office.entries.get("period")
        if not isinstance(facts, Mapping) or not hasattr(period, "kind"):
            continue
        full = "last_period" in office.entries
        made = example_facts(planned, archetype, office.name, period, full=full)  # type: ignore[arg-type]
        asked = planned.facts_of(planned.archetypes[archetype]).sections[section]
        new = {n: made[n] for n in made if n in asked and n not in facts.entries}
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


def added_menu_line(changes: PlannedChanges, archetype: str, short: str) -> None:
    """Add an archetype to a navigation that names each by itself."""
    menu = changes.edit(MENU)
    lines = list(MENU_LINE.finditer(menu.text))
    if lines and ARCHETYPES not in menu.text:
        menu.insert(lines[-1].end(), f"\n{lines[-1][1]}- {short}: archetypes/{archetype}.md")
