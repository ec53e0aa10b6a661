"""Sheets have the same parts in both languages, and each reads what the other writes."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from macros.exchange.facts_file_writer import written_facts
from macros.exchange.sheet_layout import parts_of
from macros.exchange.sheet_reader import read_sheet
from macros.exchange.sheet_writer import as_sheet
from macros.exchange.structure import structure_key, structure_of_office
from macros.library.facts_file_reader import read_facts_file
from macros.library.summary import summary_of
from macros.library.typed_numbers import with_gaps, without_typed_numbers
from macros.site.browser_data import browser_data, library_data
from macros.source.report import Report
from tests.differential.test_roll_forward import state
from tests.support.project import ROOT
from tests.support.real import LIBRARY, OFFICES

if TYPE_CHECKING:
    from pathlib import Path

    from macros.facts.offices import Office

SCRIPT = ROOT / "browser" / "tests" / "exchange" / "sheet_lines.js"


def answers(offices: list[Office], sheets: list[bytes]) -> list[dict[str, Any]]:
    """Return what the browser makes of drafts and of the sheets that Python wrote of them."""
    archetype = LIBRARY.archetypes[offices[0].archetype]
    data = browser_data(LIBRARY, archetype)
    lines: list[dict[str, Any]] = [{"define": library_data(LIBRARY, archetype.form)}]
    for office, sheet in zip(offices, sheets, strict=True):
        written = base64.b64encode(sheet).decode()
        lines.append({"archetype": data, "state": state(office), "sheet": written})
    node = shutil.which("node") or "node"
    asked = "".join(json.dumps(line) + "\n" for line in lines)
    done = subprocess.run(
        [node, str(SCRIPT)], input=asked, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.split("\n") if line]


def read_back(content: bytes, folder: Path) -> Office:
    path, report = folder / "x.xlsx", Report()
    path.write_bytes(content)
    node = read_sheet(path, LIBRARY, report)
    assert node, report.problems
    office = read_facts_file(node, "x", LIBRARY, report)
    assert office, report.problems
    return office


def compare(offices: list[Office], folder: Path) -> None:
    """Compare both languages on drafts of one archetype."""
    files = []
    for office in offices:
        file = structure_of_office(office)
        file.facts = written_facts(office, LIBRARY)
        files.append(file)
    sheets = [as_sheet(file, LIBRARY) for file in files]
    told = answers(offices, sheets)
    assert len(told) == len(offices)
    for office, file, sheet, answer in zip(offices, files, sheets, told, strict=True):
        parts = parts_of(summary_of(LIBRARY, office), file.facts)
        assert answer["parts"] == [[part.key, part.name, [*part.facts]] for part in parts]
        gaps = {name: with_gaps(text) for name, text in office.headings.items()}
        handed = {"content": without_typed_numbers(file.content, LIBRARY), "headings": gaps}
        assert answer["handed"] == {"without": list(office.without), **handed}
        ours = read_back(sheet, folder)
        theirs = read_back(base64.b64decode(answer["sheet"]), folder)
        assert ours.entries == theirs.entries
        keys = {structure_key(structure_of_office(one)) for one in (office, ours, theirs)}
        assert len(keys) == 1
        assert answer["read"]["ignored"] == []
        assert answer["read"]["facts"].keys() == written_facts(ours, LIBRARY).keys()
        if keys != {""}:
            assert answer["structure"]["content"] == file.content


@pytest.mark.parametrize("name", OFFICES)
def test_examples(name: str, tmp_path: Path) -> None:
    compare([LIBRARY.offices[name]], tmp_path)
