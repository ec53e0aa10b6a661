"""The collection sheet on the command line: written, read again, refused when it is bad."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import openpyxl
import pytest

from macros.cli.common import read_facts
from macros.exchange.empty_facts_file import empty_facts_file
from macros.exchange.facts_file_writer import FactsFile, written_facts
from macros.exchange.sheet_reader import read_sheet
from macros.exchange.sheet_writer import as_sheet
from macros.figures.periods import Day
from macros.library.facts_file_reader import read_facts_file
from macros.source.report import ProblemsFoundError, Report
from macros.source.yaml_reader import to_data
from tests.support.real import LIBRARY, OFFICES, each

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from macros.exchange.facts_file_writer import Facts
    from macros.schema.vocabulary import DeclaredFact

ARCHETYPE = "county-health-quarter"


def sheet_of(office: str) -> bytes:
    found = LIBRARY.offices[office]
    file = FactsFile(found.archetype, found.name, written_facts(found, LIBRARY))
    return as_sheet(file, LIBRARY)


# A sheet has the facts of an archetype; those of an outline of one's own are not in it.
FOLLOWING = [name for name in OFFICES if not LIBRARY.offices[name].content.outline]


@pytest.mark.parametrize("name", each(FOLLOWING))
def test_an_office_comes_back_as_it_went(name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(sheet_of(name))
    report = Report()
    node = read_sheet(path, LIBRARY, report)
    office = node and read_facts_file(node, "x", LIBRARY, report)
    assert report.problems == []
    assert office
    assert office.entries == LIBRARY.offices[name].entries


def test_an_empty_sheet_asks_for_everything_and_gives_nothing(tmp_path: Path) -> None:
    content = as_sheet(empty_facts_file(LIBRARY, ARCHETYPE), LIBRARY)
    book = openpyxl.load_workbook(io.BytesIO(content))
    ids = {row[0] for sheet in book for row in sheet.iter_rows(values_only=True)}
    assert set(LIBRARY.facts_of(LIBRARY.archetypes[ARCHETYPE]).entered()) <= ids
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    report = Report()
    node = read_sheet(path, LIBRARY, report)
    office = node and read_facts_file(node, "x", LIBRARY, report)
    assert office
    assert office.entries == {}


def test_a_sheet_with_an_earlier_id_of_a_fact_is_read_as_that_fact(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(sheet_of(FOLLOWING[0]))
    book = openpyxl.load_workbook(path)
    rows = list(book["数据"].iter_rows())
    (cell,) = (row[0] for row in rows if row[0].value == "org")
    cell.value = "organisation"
    book.save(path)
    library = replace(LIBRARY, facts={**LIBRARY.facts, "org": _was("org", "organisation")})
    node = read_sheet(path, library, Report())
    office = node and read_facts_file(node, "x", library, Report())
    assert office
    assert office.entries["org"] == LIBRARY.offices[FOLLOWING[0]].entries["org"]


def _was(name: str, old: str) -> DeclaredFact:
    return LIBRARY.facts[name].model_copy(update={"was": [old]})


def test_a_mistake_is_told_with_its_row(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(as_sheet(empty_facts_file(LIBRARY, ARCHETYPE), LIBRARY))
    )
    rows = list(book["数据"].iter_rows())
    at = next(index for index, row in enumerate(rows, 1) if row[0].value == "insured")
    rows[at - 1][4].value = "三十来万"
    path = tmp_path / "x.xlsx"
    book.save(path)
    report = Report()
    node = read_sheet(path, LIBRARY, report)
    assert node
    read_facts_file(node, "x", LIBRARY, report)
    assert str(report.errors[0]).startswith(f"{path}:{at}:1  “参保人数”：“三十来万”不是数")


def test_numbers_lose_the_noise_of_binary_fractions(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(as_sheet(empty_facts_file(LIBRARY, ARCHETYPE), LIBRARY))
    )
    row = next(row for row in book["数据"].iter_rows() if row[0].value == "paid")
    row[4].value, row[5].value = 1518.2 - 1236.11, 1236
    path = tmp_path / "x.xlsx"
    book.save(path)
    report = Report()
    node = read_sheet(path, LIBRARY, report)
    office = node and read_facts_file(node, "x", LIBRARY, report)
    assert office
    paid = office.entries["paid"]
    assert isinstance(paid, dict)
    assert {side: str(getattr(n, "value", "")) for side, n in paid.items()} == {
        "now": "282.09",
        "last": "1236",
    }


def test_a_formula_is_no_figure(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(as_sheet(empty_facts_file(LIBRARY, ARCHETYPE), LIBRARY))
    )
    book["数据"]["E7"] = "=SUM(E2:E6)"
    path, report = tmp_path / "x.xlsx", Report()
    book.save(path)
    assert read_sheet(path, LIBRARY, report) is None
    assert str(report.errors[0]).startswith(f"{path}:7:1  “数据”表单元格E7是公式")


def with_cell(name: str, value: str | float, number_format: str, column: int = 4) -> bytes:
    """Return an empty sheet with a value in the row of a fact, in a number format."""
    book = openpyxl.load_workbook(
        io.BytesIO(as_sheet(empty_facts_file(LIBRARY, ARCHETYPE), LIBRARY))
    )
    row = next(row for row in book["数据"].iter_rows() if row[0].value == name)
    row[column].value, row[column].number_format = value, number_format
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("code", "read"),
    [
        ("0.0%", "98.6%"),
        ("General", "0.986"),
        ("#,##0.00_);[Red]\\(0.0\\)", "0.986"),
        ("0,", None),
        ("#,##0.0,,", None),
        ('0"万"', None),
        ('0\\.0,"万"', None),
        ('0"."0000', None),
    ],
)
def test_a_number_is_what_its_format_shows(tmp_path: Path, code: str, read: str | None) -> None:
    path, report = tmp_path / "x.xlsx", Report()
    path.write_bytes(with_cell("paid", 0.986, code))
    node = read_sheet(path, LIBRARY, report)
    if read is None:
        assert "按万、千等显示" in str(report.errors[0])
        assert node is None
        return
    assert node
    assert to_data(node)["facts"] == {"paid": {"now": read}}  # type: ignore[call-overload,index]


def test_a_column_that_a_fact_does_not_have_is_refused(tmp_path: Path) -> None:
    path, report = tmp_path / "x.xlsx", Report()
    path.write_bytes(with_cell("goal", "目标", "@", column=5))
    assert read_sheet(path, LIBRARY, report) is None
    assert "的上期不填" in str(report.errors[0])


def test_a_row_that_lost_its_id_is_known_by_its_name(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(with_cell("insured", "378073", "@")))
    row = next(row for row in book["数据"].iter_rows() if row[0].value == "insured")
    row[0].value, row[2].value = None, f" {row[2].value} "
    path, report = tmp_path / "x.xlsx", Report()
    book.save(path)
    node = read_sheet(path, LIBRARY, report)
    assert node
    assert to_data(node)["facts"] == {"insured": "378073"}  # type: ignore[call-overload,index]


def test_unknown_and_doubled_rows_are_told_with_their_row(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(with_cell("insured", "378073", "@")))
    sheet = book["数据"]
    last = sheet.max_row
    sheet.append([None, "", "没有的指标", "", "5"])
    sheet.append(["insured", "", "", "", "6"])
    path, report = tmp_path / "x.xlsx", Report()
    book.save(path)
    assert read_sheet(path, LIBRARY, report) is None
    unknown, doubled = map(str, report.errors)
    assert unknown.startswith(f"{path}:{last + 1}:1  “数据”表第{last + 1}行“没有的指标”没有编号")
    assert doubled.startswith(f"{path}:{last + 2}:1  “数据”表里“insured”又有一行")


def test_figures_are_named_and_understood(tmp_path: Path) -> None:
    office = LIBRARY.offices["lanxi-county-2026q1"]
    book = openpyxl.load_workbook(io.BytesIO(sheet_of(office.id)))
    label = LIBRARY.facts["hypertension_rate"].label
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert label in [cell.value for cell in book["可选指标"]["A"]]
    assert "hypertension_rate" not in [cell.value for cell in cells]
    for cell in cells:  # older sheets have the ids
        if cell.value == label:
            cell.value = "hypertension_rate"
    path, report = tmp_path / "x.xlsx", Report()
    book.save(path)
    node = read_sheet(path, LIBRARY, report)
    again = node and read_facts_file(node, "x", LIBRARY, report)
    assert again
    assert again.entries == office.entries


@pytest.mark.slow
def test_an_archive_that_lies_about_its_sizes_is_not_unpacked(tmp_path: Path) -> None:
    size = 60_000_000
    target = io.BytesIO(sheet_of("qinghe-county-2013q1"))
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet99.xml", b" " * size)
    content = target.getvalue().replace(struct.pack("<I", size), struct.pack("<I", 900))
    path, report = tmp_path / "x.xlsx", Report()
    path.write_bytes(content)
    tracemalloc.start()
    read_sheet(path, LIBRARY, report)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < size / 2


@pytest.mark.slow
def test_a_cell_far_away_is_refused_not_filled_up_to(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(sheet_of("qinghe-county-2013q1")))
    book["数据"]["XFD1048576"] = "1"
    path, report = tmp_path / "x.xlsx", Report()
    book.save(path)
    assert read_sheet(path, LIBRARY, report) is None
    assert "XFD1048576有内容，收集表没有这么大" in str(report.errors[0])


def test_bad_files_are_refused(tmp_path: Path) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 30_000_000)
    word = io.BytesIO()
    with zipfile.ZipFile(word, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    good = sheet_of("qinghe-county-2013q1")
    for content, reason in (
        (good[:-200], "文件不完整"),
        (b"", "文件是空的"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "设了打开密码"),
        (bomb.getvalue(), "展开后太大"),
        (word.getvalue(), "读不懂"),
    ):
        path, report = tmp_path / "x.xlsx", Report()
        path.write_bytes(content)
        assert read_sheet(path, LIBRARY, report) is None
        assert reason in str(report.errors[0])


def damaged(damage: Callable[[bytes], bytes], part: str = "xl/worksheets/sheet1.xml") -> bytes:
    """Return a sheet with one part of its archive damaged."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(sheet_of("qinghe-county-2013q1"))) as good,
        zipfile.ZipFile(target, "w") as bad,
    ):
        for name in good.namelist():
            content = good.read(name)
            bad.writestr(name, damage(content) if name == part else content)
    return target.getvalue()


def flipped() -> bytes:
    """Return a sheet whose packed bytes are damaged in the middle."""
    good = sheet_of("qinghe-county-2013q1")
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        at = archive.getinfo("xl/worksheets/sheet1.xml").header_offset + 60
    return good[:at] + b"\xff" * 40 + good[at + 40 :]


def locked() -> bytes:
    """Return a sheet whose parts say that they are encrypted."""
    content = bytearray(sheet_of("qinghe-county-2013q1"))
    for start, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(start)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(start, at + 1)
    return bytes(content)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(damaged(lambda part: part[: len(part) // 2]), id="cut-short"),
        pytest.param(damaged(lambda _: b""), id="emptied"),
        pytest.param(damaged(lambda _: b"", "xl/styles.xml"), id="emptied-styles"),
        pytest.param(
            damaged(lambda part: part.replace(b" topLeftCell=", b" wrong=")), id="unknown"
        ),
        pytest.param(flipped(), id="flipped"),
        pytest.param(locked(), id="locked"),
    ],
)
def test_a_damaged_sheet_is_refused_in_words(content: bytes, tmp_path: Path) -> None:
    path, report = tmp_path / "x.xlsx", Report()
    path.write_bytes(content)
    assert read_sheet(path, LIBRARY, report) is None
    (problem,) = report.errors
    assert problem.what == "读不懂这个Excel文件，可能已损坏，或者设了密码"
    assert problem.expected.endswith("请重新取得文件，或在Excel或WPS里打开，另存为 .xlsx")


def test_a_sheet_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    report = Report()
    assert read_sheet(tmp_path / "x.xlsx", LIBRARY, report) is None
    assert "读不了文件（没有这个文件或文件夹）" in str(report.errors[0])


def _with_day(cell: str | float, path: Path) -> Path:
    """Return the empty sheet of a quarter with what was typed as the day of signing."""
    file = empty_facts_file(LIBRARY, ARCHETYPE)
    file.facts = {**file.facts, "period": "2026Q2"}
    book = openpyxl.load_workbook(io.BytesIO(as_sheet(file, LIBRARY)))
    row = next(row for row in book["数据"].iter_rows() if row[0].value == "signed")
    row[4].value = cell
    book.save(path)
    return path


def test_a_day_without_its_year_is_in_that_of_the_period(tmp_path: Path) -> None:
    office = read_facts(_with_day("4.3", tmp_path / "x.xlsx"), LIBRARY)
    assert office.entries["signed"] == Day(2026, 4, 3)


def test_a_number_is_no_day_because_it_may_have_been_typed_with_a_zero(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFoundError, match=r"读不懂“数值4\.3”"):
        read_facts(_with_day(4.3, tmp_path / "x.xlsx"), LIBRARY)


LONG = "长" * 32_768


def test_what_no_cell_can_hold_is_refused_by_name() -> None:
    facts: Facts = {"goal": LONG, "focus": [{"name": "甲"}, {"name": "🏥" * 16_384}]}
    with pytest.raises(ProblemsFoundError) as refused:
        as_sheet(FactsFile(ARCHETYPE, "", facts), LIBRARY)
    said = [problem.what for problem in refused.value.problems]
    assert said == [
        "“工作重点第2项·重点”有32768个字，Excel的一格放不下",
        "“工作目标”有32768个字，Excel的一格放不下",
    ]
    assert as_sheet(FactsFile(ARCHETYPE, "", {"goal": LONG[1:]}), LIBRARY)


def test_what_no_workbook_may_have_becomes_a_space() -> None:
    facts: Facts = {"goal": "甲\x0b乙\x00丙\ud800丁\uffff", "org": "甲\u0085局"}
    book = openpyxl.load_workbook(io.BytesIO(as_sheet(FactsFile(ARCHETYPE, "", facts), LIBRARY)))
    written = {row[0]: row[4] for row in book["数据"].values}
    assert written["goal"] == "甲 乙 丙 丁 "
    assert written["org"] == "甲\u0085局"
