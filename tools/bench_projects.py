"""Makes projects of any number of kinds of summary, which are measured.

The real archetypes are copied under other ids, titles and place names until there are enough; where
fewer are wanted, some are deleted, and all sections and facts stay.
"""

from __future__ import annotations

import random
import re
import shutil
from itertools import cycle, islice, permutations
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
PROJECT_FOLDERS = ("macros", "data", "templates", "docs", "overrides")
NAMES = re.compile(r"(?:(?<=^aliases: \[)|(?<=^covers: \[)).*(?=\])", re.MULTILINE)
USE = re.compile(r"\{use: ([\w-]+)")
OPEN = "general"  # takes the sections of those that are deleted
# In the first edits are seen; the second cites what no template says.
KEPT = ("county-health-quarter", "patriotic-health-year", OPEN)
PROBLEMS = "  - {use: problems}\n"
HAN = "东西南北山水河湖江海林田石泉溪泽川原松柏桃柳梅竹兰菊云风雨雪星月春秋金银铜铁玉珠"
# a different name of two characters for each copy, in random order
PLACES = ["".join(pair) for pair in permutations(HAN, 2)]
random.Random(1).shuffle(PLACES)  # noqa: S311


def make_ours(root: Path, count: int) -> Path:
    """Write a project with `count` archetypes, the real ones first."""
    for name in PROJECT_FOLDERS:
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    originals = sorted(path.stem for path in (ROOT / "data/archetypes").glob("*.yml"))
    copies = islice(cycle(originals), max(0, count - len(originals)))
    for number, name in enumerate(copies, 1):
        copy_archetype(root, name, number)
    first = sorted(originals, key=lambda name: name not in KEPT)
    for name in first[count:]:
        delete_archetype(root, name)
    return root


def delete_archetype(root: Path, name: str) -> None:
    """Delete an archetype; its sections, which must be used somewhere, become those of OPEN."""
    path, other = root / f"data/archetypes/{name}.yml", root / f"data/archetypes/{OPEN}.yml"
    for office in yaml.safe_load(path.read_text("utf-8"))["examples"]:
        (root / f"data/offices/{office}.yml").unlink()
    (root / f"data/cases/{name}.yml").unlink(missing_ok=True)
    outline = other.read_text("utf-8")
    here = USE.findall(outline)
    left = [use for use in dict.fromkeys(USE.findall(path.read_text("utf-8"))) if use not in here]
    lines = "".join(f"  - {{use: {use}, optional: true}}\n" for use in left)
    other.write_text(outline.replace(PROBLEMS, lines + PROBLEMS), "utf-8")
    path.unlink()


def copy_archetype(root: Path, name: str, number: int) -> None:
    """Copy an archetype, its offices and its cases."""
    copy, place = f"{name}-{number}", PLACES[number]
    source, cases = (root / f"data/{folder}/{name}.yml" for folder in ("archetypes", "cases"))
    text, of_cases = source.read_text("utf-8"), cases.read_text("utf-8")
    original = yaml.safe_load(text)
    for index, office in enumerate(original["examples"]):
        new = place + "新" * index
        old = copy_office(root / "data/offices", office, name, number, new)
        text = text.replace(office, f"{office}-{number}")
        of_cases = of_cases.replace(office, f"{office}-{number}").replace(old, new)
    cases.with_stem(copy).write_text(of_cases, "utf-8")
    text = re.sub(r"^(title|short): ", rf"\g<0>{place}", text, flags=re.MULTILINE)
    text = NAMES.sub(lambda found: with_place(found[0], place), text)
    source.with_stem(copy).write_text(text, "utf-8")


def copy_office(folder: Path, office: str, archetype: str, number: int, place: str) -> str:
    """Copy an office; `place` replaces the first two characters of its name wherever they occur.

    Return these two.
    """
    text = (folder / f"{office}.yml").read_text("utf-8")
    text = text.replace(f"archetype: {archetype}", f"archetype: {archetype}-{number}")
    old: str = yaml.safe_load(text)["name"][:2]
    (folder / f"{office}-{number}.yml").write_text(text.replace(old, place), "utf-8")
    return old


def with_place(names: str, place: str) -> str:
    """Return a comma-separated list of names, each with the place name before it."""
    return ", ".join(place + name for name in names.split(", "))
