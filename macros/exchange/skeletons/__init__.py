"""The files that `summaries new` writes, as they stand before their names are put in."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

TO_WRITE = "待写"  # begins every text that a maintainer has to write
WORDS = re.compile("[A-Z]{2,}")
FACT = re.compile("[^a-z0-9]+")


def skeleton(name: str, **values: str) -> str:
    """Return a skeleton with a value for each word in capitals; a word without one stays."""
    text = files(__package__).joinpath(name).read_text("utf-8")
    return WORDS.sub(lambda found: values.get(found[0], found[0]), text)


def section_files(id_: str, name: str, role: str) -> dict[str, str]:
    """Return the files of a new section."""
    values = _values(id_, name) | {"ROLE": role, "ITEMS": "完成情况, 发现的问题"}
    return {
        f"data/sections/{id_}.yml": skeleton("section.yml", **values),
        f"templates/sections/{id_}.j2": skeleton("section.j2", **values),
    }


def facts_file(topic: str, name: str, sections: Mapping[str, str]) -> dict[str, str]:
    """Return the file with the facts of new sections, which are given by id with their names."""
    head = skeleton("facts_head.yml", TOPIC=topic, NAME=name)
    facts = (skeleton("facts.yml", **_values(id_, called)) for id_, called in sections.items())
    return {f"data/facts/{topic}.yml": head + "".join(facts)}


def _values(id_: str, name: str) -> dict[str, str]:
    return {"ID": id_, "NAME": name, "PREFIX": FACT.sub("_", id_)}
