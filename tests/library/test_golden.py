"""Every office's text is, letter for letter, the one that was reviewed; places keep their names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from macros.schema.archetypes import ItemName
from tests.golden.__main__ import main
from tests.golden.texts import FOLDER, PLACES, places, renamed
from tests.support.project import OFFICE
from tests.support.real import LIBRARY, OFFICES, document

if TYPE_CHECKING:
    from tests.support.command import Command
    from tests.support.project import Project

RENEW = "review the change, then run: python -m tests.golden"


def test_every_office_has_a_golden_text_and_no_other_is_there() -> None:
    found = {path.name for path in FOLDER.glob("*.txt") if path != PLACES}
    assert found == {f"{office}.txt" for office in OFFICES}, RENEW


@pytest.mark.parametrize("office", OFFICES)
def test_a_text_is_as_it_was_reviewed(office: str) -> None:
    path = FOLDER / f"{office}.txt"
    assert path.is_file(), f"{path.name} is missing; {RENEW}"
    assert document(office).as_text() == path.read_text("utf-8"), RENEW


def test_mistakes_in_the_data_are_told_as_the_check_tells_them(
    small: Project, command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    small.replace(OFFICE, "facts:", "factz:")
    assert main(small.root) == 1
    assert capsys.readouterr() == ("", command("check").err)


def test_no_place_has_lost_its_name() -> None:
    lost = renamed(LIBRARY, PLACES.read_text("utf-8"))
    assert lost == [], "rename needs was (or retired, where the place is gone) in data/sections"


def test_the_places_are_those_that_were_reviewed() -> None:
    assert places() == PLACES.read_text("utf-8"), RENEW


@pytest.mark.parametrize(
    ("changed", "lost"),
    [
        ({"items": [ItemName(name="分区"), ItemName(name="各区责任")]}, ["zones: 划分区域"]),
        ({"items": [ItemName(name="分区", was=["划分区域"]), ItemName(name="各区责任")]}, []),
        ({"items": [ItemName(name="各区责任")], "retired": ["划分区域"]}, []),
    ],
)
def test_a_rename_needs_the_old_name(changed: dict[str, object], lost: list[str]) -> None:
    section = LIBRARY.sections["zones"].model_copy(update=changed)
    library = replace(LIBRARY, sections={**LIBRARY.sections, "zones": section})
    assert renamed(library, places()) == lost
