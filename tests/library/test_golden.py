"""Every office's text is, letter for letter, the one that was reviewed; places keep their names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.schema.archetypes import ItemName
from tests.golden import FOLDER, PLACES, places, renamed
from tests.support.real import LIBRARY, OFFICES, document

RENEW = "review the change, then run: python -m tests.golden"


def test_every_office_has_a_golden_text_and_no_other_is_there() -> None:
    found = {path.name for path in FOLDER.glob("*.txt") if path != PLACES}
    assert found == {f"{office}.txt" for office in OFFICES}, RENEW


@pytest.mark.parametrize("office", OFFICES)
def test_a_text_is_as_it_was_reviewed(office: str) -> None:
    path = FOLDER / f"{office}.txt"
    assert path.is_file(), f"{path.name} is missing; {RENEW}"
    assert document(office).as_text() == path.read_text("utf-8"), RENEW


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
