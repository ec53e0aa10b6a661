"""Random templates of the profile with random facts: the same document in both languages."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

from macros.library.compose import compose
from macros.library.templates import loaded_template
from macros.schema.archetypes import Entry, ItemName
from macros.site.browser_data import browser_data
from macros.templating.environment import make_environment
from tests.differential.engine import SEED, Engines, how_many, python_reads
from tests.differential.random_facts import facts
from tests.differential.random_templates import Writer
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from pathlib import Path

    from macros.library.library import Library
    from macros.schema.archetypes import Archetype

EACH = 18
TEMPLATES = how_many(5400) // EACH
ENVIRONMENT = make_environment()
SECTION = "opening"


def vocabulary(random: Random) -> dict[str, Any]:
    """Return some facts of every type, with what the computed ones are made from."""
    chosen: dict[str, Any] = {}
    specs = LIBRARY.facts
    types: dict[tuple[str, bool, int, bool], list[str]] = {}
    for name, spec in specs.items():
        kind = (str(spec.type), spec.approx, len(spec.series), spec.required)
        types.setdefault(kind, []).append(name)
    for names in types.values():
        for name in random.sample(names, 1):
            chosen[name] = specs[name]
            chosen.update({source: specs[source] for source in specs[name].sources})
    return {name: specs[name] for name in specs if name in chosen}


def library_with(source: str, names: list[str], archetype: Archetype) -> Library:
    """Return the library with one archetype and one section, whose template is `source`."""
    template = loaded_template(ENVIRONMENT.parse(source), names)
    places = template.forms[archetype.form].places
    items = [ItemName(name=f"第{index}处") for index, _ in enumerate(places)]
    section = LIBRARY.sections[SECTION].model_copy(update={"items": items})
    return replace(
        LIBRARY,
        sections={SECTION: section},
        templates={SECTION: template},
        archetypes={archetype.id: archetype},
    )


def archetype_with(random: Random) -> Archetype:
    """Return an archetype of one section."""
    some = LIBRARY.archetypes["county-health-quarter"]
    form = random.choice(("brief", "detailed"))
    update = {"id": "random", "sections": [Entry(use=SECTION)], "form": form, "examples": []}
    return some.model_copy(update=update)


def test_random_templates(tmp_path: Path) -> None:
    random, engines = Random(SEED), Engines()
    for number in range(TEMPLATES):
        specs = vocabulary(random)
        source = Writer.over(random, specs).body()
        archetype = archetype_with(random)
        library = library_with(source, list(specs), archetype)
        engines.define(str(number), {**browser_data(library, archetype), "source": source})
        entered = library.facts_of(archetype).accepted
        needed = {name: library.facts[name] for name in library.facts_of(archetype).available}
        for _ in range(EACH):
            given = facts(random, needed, entered, random.choice((0, 0.5, 0.9)), lost=())
            entries, _ = python_reads(library.facts_of(archetype), given)
            document = compose(library, archetype, entries)
            engines.ask(str(number), given, {"document": document.as_json()})
    assert engines.differences(tmp_path) == [], f"seed {SEED}"
