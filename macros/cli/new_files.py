"""The files of new examples, and what is added to files that are there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.exchange.empty_facts_file import empty_facts_file
from macros.exchange.example_facts import example_facts
from macros.exchange.facts_file_writer import as_yaml
from macros.exchange.skeletons import TO_WRITE
from macros.site.generated_pages import ARCHETYPES
from macros.source.yaml_reader import Mapping, Sequence

if TYPE_CHECKING:
    from macros.cli.planned_changes import PlannedChanges
    from macros.figures.periods import Period
    from macros.library.library import Library

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
    """Add an example to those that an archetype names."""
    examples = library.archetype_nodes[archetype].get("examples")
    if isinstance(examples, Sequence):
        changes.edit(f"data/archetypes/{archetype}.yml").append(examples, office)


def added_menu_line(changes: PlannedChanges, archetype: str, short: str) -> None:
    """Add an archetype to a navigation that names each by itself."""
    menu = changes.edit(MENU)
    lines = list(MENU_LINE.finditer(menu.text))
    if lines and ARCHETYPES not in menu.text:
        menu.insert(lines[-1].end(), f"\n{lines[-1][1]}- {short}: archetypes/{archetype}.md")
