"""What serving remembers: it is made again when, and only when, something that was read changes."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from macros.site.project_checks import check
from macros.source.report import Place, Report
from tests.support.project import OFFICE
from tools.serving.memory import Memory, RememberingLibrary

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.library.library import Library
    from tests.support.project import Project

Fields = dict[str, Any]


def library(memory: Memory, **fields: Any) -> RememberingLibrary:
    """Return the library of a new edition."""
    made = RememberingLibrary(memory)
    for name, value in fields.items():
        setattr(made, name, value)
    return made


class Maker:
    """A function that counts how often it is called."""

    def __init__(self, read: Callable[[Library], object]) -> None:
        """Take what is read of the library."""
        self.read, self.calls = read, 0

    def __call__(self, library: Library, report: Report, name: str) -> object:
        self.calls += 1
        report.warn(Place(name), "读过了")
        return self.read(library)


WATER = "templates/sections/water.j2"  # the only one that prints a remark
ONE_SECTION = {"sections": {"a": "甲", "b": "乙"}}
READS: list[tuple[str, Callable[[Library], object], Fields, Fields, int]] = [
    (
        "the value of another key",
        lambda library: library.sections["a"],
        ONE_SECTION,
        {"sections": {"a": "甲", "b": "丙"}},
        1,
    ),
    (
        "the value that was read",
        lambda library: library.sections["a"],
        ONE_SECTION,
        {"sections": {"a": "丙", "b": "乙"}},
        2,
    ),
    (
        "a key that was looked for in vain",
        lambda library: "c" in library.sections,
        ONE_SECTION,
        {"sections": {"a": "甲", "b": "乙", "c": "丙"}},
        2,
    ),
    (
        "an empty key",
        lambda library: "" in library.sections,
        ONE_SECTION,
        {"sections": {"b": "乙"}},
        1,
    ),
    (
        "the order of keys",
        lambda library: list(library.sections),
        ONE_SECTION,
        {"sections": {"b": "乙", "a": "甲"}},
        2,
    ),
    (
        "a digit that says no more",
        lambda library: library.rules["a"],
        {"rules": {"a": Decimal("1.0")}},
        {"rules": {"a": Decimal("1.00")}},
        2,
    ),
    (
        "a file that cannot be read",
        lambda library: library.is_unread("data/"),
        {"unread": set()},
        {"unread": {"data/x.yml"}},
        2,
    ),
]


@pytest.mark.parametrize(
    ("read", "before", "after", "calls"),
    [pytest.param(*case[1:], id=case[0].replace(" ", "-")) for case in READS],
)
def test_made_again_only_when_what_was_read_changes(
    read: Callable[[Library], object], before: Fields, after: Fields, calls: int
) -> None:
    memory, make, report = Memory(), Maker(read), Report()
    first = library(memory, **before).remember(make, report, "x")
    assert library(memory, **before).remember(make, report, "x") == first
    assert make.calls == 1
    changed = library(memory, **after)
    assert changed.remember(make, report, "x") == read(changed)
    assert make.calls == calls
    assert [problem.what for problem in report.problems] == ["读过了"] * 3


def test_what_was_read_for_a_part_counts_for_the_whole() -> None:
    part = Maker(lambda library: library.sections["a"])
    whole = Maker(lambda library: library.remember(part, Report(), "part"))
    memory = Memory()
    for written in ("甲", "甲", "丙"):
        made = library(memory, sections={"a": written}).remember(whole, Report(), "x")
        assert made == written
    assert (part.calls, whole.calls) == (2, 2)


def test_a_part_that_comes_out_the_same_spares_the_whole() -> None:
    part = Maker(lambda library: len(str(library.sections["a"])))
    whole = Maker(lambda library: library.remember(part, Report(), "part"))
    memory, calls = Memory(), []
    for written in ("甲", "丙", "甲乙"):
        made = library(memory, sections={"a": written}).remember(whole, Report(), "x")
        calls.append((made, part.calls, whole.calls))
    assert calls == [(1, 1, 1), (1, 2, 1), (2, 3, 2)]


def test_a_part_made_of_another_subject_meanwhile_is_not_taken_for_the_same() -> None:
    memory = Memory()

    def part(_: Library, __: Report, ___: str, subject: object) -> object:
        return subject

    def whole(library: Library, report: Report, _: str) -> object:
        return library.remember(part, report, "part", library.sections["a"])

    first = library(memory, sections={"a": "甲"})
    assert first.remember(whole, Report(), "x") == "甲"
    first.remember(part, Report(), "part", "乙")
    assert library(memory, sections={"a": "甲"}).remember(whole, Report(), "x") == "甲"


def test_a_label_makes_nothing_again_that_does_not_name_its_fact(small: Project) -> None:
    memory = Memory()
    check(small.root, RememberingLibrary(memory))
    before = dict(memory.made)
    small.replace("data/facts/common.yml", "label: 备注", "label: 附注")
    later, report = check(small.root, RememberingLibrary(memory))
    assert report.errors == []
    assert later.facts["remark"].label == "附注"
    again = {key[1] for key, found in memory.made.items() if before[key] is not found}
    assert {str(name) for name in again if str(name).endswith(".j2")} == {WATER}


def test_an_edit_makes_only_one_office_again(small: Project) -> None:
    small.write("data/offices/second.yml", small.read(OFFICE).replace("某县", "某市"))
    archetype = "data/archetypes/water-quarter.yml"
    small.replace(archetype, "examples: [first]", "examples: [first, second]")
    memory = Memory()
    first, report = check(small.root, RememberingLibrary(memory))
    assert report.errors == []
    small.replace("data/offices/second.yml", "passed: {now: 92", "passed: {now: 93")
    later, _ = check(small.root, RememberingLibrary(memory))
    assert later.offices["first"] is first.offices["first"]
    assert later.offices["second"] is not first.offices["second"]


def test_checks_may_be_left_for_later_unless_they_are_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tools.serving.memory.AT_ONCE", 1)
    memory, report = Memory(), Report()

    def look(library: Library, report: Report, name: str) -> None:
        report.error(Place(name), str(library.sections["a"]))

    first = library(memory, sections={"a": "甲"})
    for name in ("x", "y"):
        first.check(look, report, name)
    assert [problem.place.file for problem in report.errors] == ["x"]
    assert [problem.place.file for problem in first.check_more()] == ["y"]
    assert not first.later
    again = library(memory, sections={"a": "甲"})
    for name in ("x", "y"):
        again.check(look, report, name)
    assert not again.later
    assert [problem.place.file for problem in report.errors] == ["x", "y"]
