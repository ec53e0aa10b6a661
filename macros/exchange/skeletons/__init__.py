"""The files that `summaries new` writes, as they stand before their names are put in."""

from __future__ import annotations

import re
from importlib.resources import files

TO_WRITE = "待写"  # begins every text that a maintainer has to write
WORDS = re.compile("[A-Z]{2,}")
FACT = re.compile("[^a-z0-9]+")


def skeleton(name: str, **values: str) -> str:
    """Return a skeleton with a value for each word in capitals; a word without one stays."""
    text = files(__package__).joinpath(name).read_text("utf-8")
    return WORDS.sub(lambda found: values.get(found[0], found[0]), text)


def section_files(id_: str, name: str, role: str) -> dict[str, str]:
    """Return the files of a new section, with facts of its own."""
    prefix = FACT.sub("_", id_)
    values = {"ID": id_, "NAME": name, "ROLE": role, "PREFIX": prefix}
    return {
        f"data/sections/{id_}.yml": skeleton("section.yml", **values),
        f"templates/sections/{id_}.j2": skeleton("section.j2", **values),
        f"data/facts/{id_}.yml": skeleton("facts.yml", **values),
    }
