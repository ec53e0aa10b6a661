"""What `make serve` shows after each of many random edits is what a build from nothing gives."""

from __future__ import annotations

import logging
import random
import re
from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.theme import Theme

from macros import CHECKED
from macros.library.library import validated
from macros.site.project_checks import check
from macros.site.reference_pages import ReferencePages
from macros.source.report import ProblemsFoundError
from tools.serving.builder import Builder
from tools.serving.shelf import CompiledTemplates

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment

    from tests.support.project import Project

EDITS = 30
FEWEST_GOOD = 18  # of these edits; the others are mistakes, which must be found alike
FOLDERS = ("data", "docs", "templates")
HAN = re.compile("[\u4e00-\u9fff]")
TAG = re.compile(r"\{%.*?%\}", re.DOTALL)  # of a page's template, whose words are keys of the code
NOT_MADE = re.compile(r"sitemap\.xml(\.gz)?")  # nobody looks for it while writing


class Writer:
    """Somebody who edits a project at random, and mends what turned out wrong."""

    def __init__(self, project: Project) -> None:
        """Learn which files there are, and what they say now."""
        self.project, self.chance = project, random.Random(17)  # noqa: S311 - it is a test
        found = (path for folder in FOLDERS for path in (project.root / folder).rglob("*.*"))
        names = (path.relative_to(project.root).as_posix() for path in found if path.is_file())
        self.files = [n for n in sorted(names) if n.endswith((".yml", ".md", ".j2"))]
        self.original = {name: project.read(name) for name in [*self.files, "mkdocs.yml"]}

    def edit(self) -> None:
        change = self.chance.choice([*[self.reword] * 6, self.count, self.lose, self.add_or_remove])
        change(self.chance.choice(self.files))

    def reword(self, name: str) -> None:
        """Put another character for one: nearly always right."""
        text = self.project.read(name)
        words = TAG.sub(lambda tag: " " * len(tag[0]), text) if "/pages/" in name else text
        places = [found.start() for found in HAN.finditer(words)]
        if places:
            at = self.chance.choice(places)
            self.project.write(name, text[:at] + self.chance.choice("甲乙丙丁") + text[at + 1 :])

    def count(self, _: str) -> None:
        """Put another figure in an example."""
        name = self.chance.choice([n for n in self.files if "/offices/" in n])
        figure = f"passed: {{now: {self.chance.randint(80, 99)},"
        self.project.write(name, re.sub(r"passed: {now: \d+,", figure, self.project.read(name)))

    def lose(self, name: str) -> None:
        """Delete a line, as of a file that is saved half: often wrong; pages are code."""
        if "/pages/" in name:
            return
        lines = self.project.read(name).splitlines(keepends=True)
        lines.pop(self.chance.randrange(len(lines)))
        self.project.write(name, "".join(lines))

    def add_or_remove(self, _: str) -> None:
        """Add a page to the site and its menu, or take it out again."""
        page, line = "docs/notes.md", "  - 说明: notes.md\n"
        if (self.project.root / page).exists():
            (self.project.root / page).unlink()
            self.project.replace("mkdocs.yml", line, "")
        else:
            self.project.write(page, f"# 说明{self.chance.random()}\n\n见[首页](index.md)。\n")
            self.project.write("mkdocs.yml", self.project.read("mkdocs.yml") + line)

    def mend(self) -> None:
        """Put back every file of which that is needed for a project without mistakes."""
        for name, text in self.original.items():
            if name in self.files and self.project.read(name) != text:
                self.project.write(name, text)


def add_archetype(project: Project) -> None:
    """Add a second archetype of the same sections, with an example and pages of its own."""
    archetype = project.read("data/archetypes/water-quarter.yml").replace("first", "second")
    archetype = archetype.replace("水质", "水量").replace("饮水", "用水")
    project.write("data/archetypes/flow-quarter.yml", archetype)
    office = project.read("data/offices/first.yml").replace("某县", "某市")
    project.write("data/offices/second.yml", office.replace("water-quarter", "flow-quarter"))
    for folder in ("archetypes", "fill"):
        page = project.read(f"docs/{folder}/water-quarter.md")
        project.write(f"docs/{folder}/flow-quarter.md", page.replace("water-", "flow-"))
    menu = "  - 水量季报: archetypes/flow-quarter.md\n"
    project.write("mkdocs.yml", project.read("mkdocs.yml").rstrip() + "\n" + menu)


def built_from_nothing(project: Project, target: Path) -> list[str]:
    """Build the site as MkDocs does; return what is wrong instead if it cannot be built."""
    try:
        library = validated(*check(project.root))
    except ProblemsFoundError as error:
        return [str(problem) for problem in error.problems]
    CHECKED[project.root] = ReferencePages(library, project.root)
    build(load_config(str(project.root / "mkdocs.yml"), site_dir=str(target), strict=False))
    return []


@pytest.fixture
def compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the builds from nothing compile the theme's templates only once: they do not change."""
    compiled, get_env = CompiledTemplates(), Theme.get_env

    def with_compiled(theme: Theme) -> Environment:
        environment = get_env(theme)
        environment.bytecode_cache = compiled
        return environment

    monkeypatch.setattr(Theme, "get_env", with_compiled)


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a site."""
    found = (path for path in folder.rglob("*") if path.is_file())
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
    return {name: data for name, data in files.items() if not NOT_MADE.fullmatch(name)}


@pytest.mark.usefixtures("compiled_once")
def test_served_after_each_edit_is_what_a_build_from_nothing_gives(
    small: Project, tmp_path: Path
) -> None:
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    add_archetype(small)
    writer, builder = Writer(small), Builder(small.root, tmp_path / "served")
    good = 0
    for number in range(EDITS):
        writer.edit()
        builder.edit()
        if writer.chance.random() < 0.3:  # the next edit comes before the site is whole
            builder.work()
            writer.edit()
            builder.edit()
        while builder.work():
            pass
        wrong = built_from_nothing(small, tmp_path / "built")
        said = [f"{mistake.place}  {mistake.what}" for mistake in builder.mistakes]
        assert said == wrong, number
        if wrong:
            writer.mend()
            continue
        good += 1
        served, expected = contents(tmp_path / "served"), contents(tmp_path / "built")
        assert served.keys() == expected.keys(), number
        different = [name for name, data in served.items() if data != expected[name]]
        assert different == [], number
    assert good >= FEWEST_GOOD
