"""`summaries new`: what it writes passes the checks and renders; it overwrites nothing."""

from __future__ import annotations

import builtins
import sys
from typing import TYPE_CHECKING

import pytest

from macros.cli.new_examples import Known, example_file
from macros.exchange.example_facts import completed_facts, example_facts
from macros.exchange.facts_file_writer import FactsFile, as_yaml
from macros.facts.consistency import check_consistency
from macros.figures.periods import Period
from macros.library.facts_file_reader import read_facts_file
from macros.library.office_documents import compose_office
from macros.library.summary import summary_of
from macros.site.project_checks import check
from macros.source import atomic_write
from macros.source.report import Report
from macros.source.yaml_reader import parse_yaml
from tests.support.real import ARCHETYPES, LIBRARY, each

if TYPE_CHECKING:
    from pathlib import Path

    from macros.facts.offices import Office
    from tests.support.command import Command
    from tests.support.project import Project

OFFICES = "data/offices/first.yml"
ARCHETYPE = "data/archetypes/water-quarter.yml"
NEW = ("new", "archetype", "well-year", "--title", "水井年度工作总结", "--office", "县局")


def files(small: Project) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in small.root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize("archetype", each(ARCHETYPES))
def test_a_made_up_example_of_any_archetype_is_whole_and_consistent(
    archetype: str,
    full: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    period = Period(2025, LIBRARY.archetypes[archetype].periods[0])
    text = example_file(LIBRARY, archetype, ("x", "青石单位"), period, Known(full))
    report = Report()
    node = parse_yaml(text, "x.yml", report)
    office = node and read_facts_file(node, "x", LIBRARY, report)
    assert office
    check_consistency(office, summary_of(LIBRARY, office).facts, report)
    document = compose_office(LIBRARY, office)
    assert (report.problems, document.blanks, document.unused) == ([], 0, ())


@pytest.mark.parametrize("archetype", each(ARCHETYPES))
def test_what_is_given_is_completed_with_what_there_must_be_alone(archetype: str) -> None:
    period = Period(2025, LIBRARY.archetypes[archetype].periods[0])
    facts = completed_facts(LIBRARY, archetype, "某局", period, {"work": "某项工作"})
    assert facts["work"] == "某项工作"
    assert [name for name in facts if not LIBRARY.facts[name].required] == []
    office = read(as_yaml(FactsFile(archetype, "某局", facts)))
    document = compose_office(LIBRARY, office)
    assert (document.blanks, document.unused) == (0, ())


def read(text: str) -> Office:
    node = parse_yaml(text, "x.yml", Report())
    office = node and read_facts_file(node, "x", LIBRARY, Report())
    assert office
    return office


def test_the_second_example_has_only_what_must_be_there() -> None:
    archetype, period = "county-health-quarter", Period(2025, "quarter")
    full, sparse = (
        example_facts(LIBRARY, archetype, "某局", period, full=full) for full in (True, False)
    )
    assert sparse.keys() < full.keys()
    assert full["last_period"] == "2024Q1"
    assert full["paid"].keys() == {"now", "last"}  # type: ignore[union-attr]
    assert sparse["paid"].keys() == {"now"}  # type: ignore[union-attr]
    assert (len(full["works"]), len(sparse["works"])) == (2, 1)


def test_a_new_archetype_comes_with_sections_and_examples_and_passes(
    small: Project, command: Command
) -> None:
    said = command(*NEW, "--topic", "改厕改水", "--use", "water", "--new", "well-repair=修井")
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines()[:8] == [
        "写好了，检查通过：",
        "  data/archetypes/well-year.yml",
        "  data/sections/well-repair.yml",
        "  templates/sections/well-repair.j2",
        "  data/facts/well-year.yml",
        "  data/offices/well-year-1.yml",
        "  data/offices/well-year-2.yml",
        "  mkdocs.yml",
    ]
    assert small.read("mkdocs.yml").endswith(
        "  - 水质季报: archetypes/water-quarter.md\n  - 水井年度总结: archetypes/well-year.md\n"
    )
    assert "  - {use: water}\n  - {use: well-repair}\n  - {use: problems}\n" in small.read(
        "data/archetypes/well-year.yml"
    )
    report = check(small.root)[1]
    assert report.errors == []
    told = [w for w in report.warnings if "待写" in w.what]
    written = {line[2:] for line in said.out.splitlines()[1:7]}
    assert {w.place.file for w in told} == {n for n in written if n.startswith("data/")}
    names = [name for name in written if name.endswith(".yml")]
    assert all(small.read(name).count("yaml-language-server") == 1 for name in names)


def test_a_new_archetype_takes_the_names_of_its_examples(small: Project, command: Command) -> None:
    offices = ("--offices", "dongshan-2025=东山县供水站", "xihe-2025=西河县供水站")
    new = ("--new", "well-repair=修井", "wells=打井")
    said = command(*NEW, "--topic", "改厕改水", *new, *offices)
    assert (said.status, said.err) == (0, "")
    archetype = small.read("data/archetypes/well-year.yml")
    assert "examples: [dongshan-2025, xihe-2025]\n" in archetype
    assert "name: 西河县供水站\n" in small.read("data/offices/xihe-2025.yml")
    with pytest.raises(SystemExit):
        command(*NEW, "--offices", "dongshan-2025", "xihe-2025")
    assert "应为 文件名=单位名称" in command.capture.readouterr().err


def test_a_skeleton_says_zero_one_many_unknown_and_the_period_before(
    small: Project, command: Command
) -> None:
    said = command("new", "section", "well-repair", "--name", "修井", "--in", "water-quarter")
    assert (said.status, said.err) == (0, "")
    small.replace(OFFICES, "well_repair_due: {now: 400, last: 360}", "well_repair_due: {now: 0}")
    small.replace(OFFICES, "well_repair_done: {now: 340, last: 306}", "well_repair_done: {now: 0}")
    render = ("render", "water-quarter", "--facts", small.root / OFFICES)
    assert "本季度没有修井任务。" in command(*render).out
    small.replace(OFFICES, "well_repair_due: {now: 0}", "well_repair_due: {now: 8, last: 5}")
    assert "本季度修井任务8件，比上年同期增加3件，增长60%；完成0件" in command(*render).out
    small.replace(OFFICES, "  - {name: 另一个修井记录不全}\n", "")
    assert "办理中发现的问题是修井记录不全。" in command(*render).out
    small.replace(OFFICES, "  well_repair_done: {now: 0}\n", "")
    assert "完成＿＿＿＿件，完成率＿＿＿＿%" in command(*render).out


def test_a_new_section_stands_before_the_problems_and_its_facts_in_every_example(
    small: Project, command: Command
) -> None:
    crlf = small.read(OFFICES).replace("\n", "\r\n")
    small.write(OFFICES, crlf)
    assert command("new", "section", "wells", "--name", "水井", "--in", "water-quarter").status == 0
    assert "  - {use: water}\n  - {use: wells}\n  - {use: problems" in small.read(ARCHETYPE)
    written = (small.root / OFFICES).read_bytes().decode()
    assert written.startswith(crlf)
    assert "\n" not in written.replace("\r\n", "")
    assert "\r\n  # ―― 水井 ――\r\n" in written
    assert "  wells_due: {now: 400, last: 360}\r\n" in written


def test_a_new_example_is_named_by_its_archetype(small: Project, command: Command) -> None:
    made = ("new", "office", "second", "--archetype", "water-quarter", "--name", "乙县")
    said = command(*made, "--period", "2026Q2")
    assert (said.status, said.err) == (0, "")
    assert "examples: [first, second]\n" in small.read(ARCHETYPE)
    assert "  period: 2026Q2\n" in small.read("data/offices/second.yml")
    assert check(small.root)[1].errors == []


def test_examples_that_an_archetype_names_already_are_written_one_by_one(
    small: Project, command: Command
) -> None:
    small.replace(ARCHETYPE, "examples: [first]", "examples: [first, second, third]")
    made = ("new", "office", "--archetype", "water-quarter", "--name")
    said = command(*made, "乙县", "second")
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("写好了，检查通过，还缺单位示例third，照样再写：\n")
    assert command(*made, "丙县", "third").status == 0
    assert "examples: [first, second, third]" in small.read(ARCHETYPE)
    assert check(small.root)[1].errors == []
    small.replace(ARCHETYPE, "[first, second, third]", "[first, second, third, second]")
    said = command("check")
    assert "单位示例“second”写了两次 · 应为：每个示例只写一次" in said.err


def test_examples_are_rewritten_when_the_facts_have_changed(
    small: Project, command: Command
) -> None:
    command("new", "section", "wells", "--name", "水井", "--in", "water-quarter")
    small.replace(OFFICES, "{title: 人手少}", "{title: 井旧, figure: wells_due}")
    small.replace("data/facts/wells.yml", "  wells_due:", "  well_count:")
    small.replace("data/facts/wells.yml", "part_of: wells_due", "part_of: well_count")
    small.replace("data/facts/wells.yml", "denominator: wells_due", "denominator: well_count")
    template = "templates/sections/wells.j2"
    small.write(template, small.read(template).replace("wells_due", "well_count"))
    assert command("check").status == 1
    said = command("new", "office", "--again", "--archetype", "water-quarter")
    assert (said.status, said.err) == (0, "")
    written = small.read(OFFICES)
    assert "  well_count: {now: 400, last: 360}\n" in written
    assert "  paid: {now: 1518.20, last: 1236.11, plan: 1500}\n" in written
    assert "{title: 井旧}" in written
    assert "wells_due" not in written
    assert check(small.root)[1].errors == []
    small.replace("data/facts/wells.yml", "type: count", "type: cuont")
    broken = command("new", "office", "--again", "--archetype", "water-quarter")
    assert (broken.status, "data/facts/wells.yml" in broken.err) == (1, True)
    assert small.read(OFFICES) == written


BAD = [
    pytest.param(["archetype", "Well"], 2, "“Well”不能用作 id，应为：小写英文字母", id="capital"),
    pytest.param(["archetype", "水井"], 2, "“水井”不能用作 id", id="chinese"),
    pytest.param(["section", "own-x"], 2, "不以 own 开头", id="own"),
    pytest.param(["archetype", "con"], 2, "Windows 不能用“con”这个名字", id="device"),
    pytest.param(["archetype", "../x"], 2, "不能用作 id", id="path"),
    pytest.param(["archetype", "a" * 61], 2, "不能用作 id", id="long"),
    pytest.param(
        ["archetype", "water-quarter", "--title", "x"], 1, "已经有“water-quarter”", id="id"
    ),
    pytest.param(["archetype", "x", "--title", "水质季度总结"], 1, "重复", id="title"),
    pytest.param(["archetype", "x"], 1, "没有写标题 · 应为：--title …", id="no-title"),
    pytest.param(
        ["archetype", "x", "--title", "y", "--use", "watr"], 1, "是否想写：water", id="use"
    ),
    pytest.param(
        ["archetype", "x", "--title", "y", "--new", "w"], 2, "应为 片段的id=名称", id="new"
    ),
    pytest.param(
        ["archetype", "x", "--title", "y", "--topic", "无"], 1, "没有“无”这个主题", id="topic"
    ),
    pytest.param(
        ["archetype", "x", "--title", "y", "--new", "water=水"], 1, "已经有“water”", id="old"
    ),
    pytest.param(["section", "x", "--name", "y"], 1, "没有写用到它的范本", id="in"),
    pytest.param(
        ["section", "x", "--name", "y", "--in", "wtr"], 1, "没有“wtr”这个范本", id="wrong"
    ),
    pytest.param(
        ["section", "x", "--name", "a: b", "--in", "water-quarter"], 1, "data/", id="colon"
    ),
    pytest.param(
        ["office", "first", "--archetype", "water-quarter"], 1, "已经有“first”", id="office"
    ),
    pytest.param(
        ["office", "x", "--archetype", "water-quarter", "--name", "某县"], 1, "重复", id="name"
    ),
    pytest.param(
        ["office", "x", "--archetype", "water-quarter", "--name", "甲", "--period", "2026"],
        1,
        "没有“2026”这种时段",
        id="period",
    ),
]


@pytest.mark.parametrize(("arguments", "status", "told"), BAD)
def test_a_mistake_is_told_and_leaves_nothing(
    small: Project, command: Command, arguments: list[str], status: int, told: str
) -> None:
    before = files(small)
    try:
        said = command("new", *arguments)
        found, err = said.status, said.err
    except SystemExit as stop:
        found, err = int(str(stop.code)), command.capture.readouterr().err
    assert (found, told in err) == (status, True), err
    assert files(small) == before


def test_a_file_that_is_there_is_not_overwritten(small: Project, command: Command) -> None:
    text = (
        "topic: 井\nfacts:\n  wells: {label: 井, type: count, unit: 口, range: [0, 9], hint: 数}\n"
    )
    small.write("data/facts/well-repair.yml", "# Facts on wells.\n" + text)
    before = files(small)
    said = command("new", "section", "well-repair", "--name", "修井", "--in", "water-quarter")
    assert (said.status, "已经有这个文件" in said.err) == (1, True)
    assert files(small) == before


def test_a_full_disk_half_way_leaves_nothing(
    small: Project, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, real = files(small), atomic_write._partial  # noqa: SLF001 - where it writes first
    calls = iter(range(1000))

    def full(target: Path) -> Path:
        if target.is_relative_to(small.root) and next(calls) == 3:
            raise OSError(28, "No space left on device", str(target))
        return real(target)

    monkeypatch.setattr(atomic_write, "_partial", full)
    said = command("new", "section", "well-repair", "--name", "修井", "--in", "water-quarter")
    assert (said.status, "磁盘已满" in said.err) == (1, True)
    assert files(small) == before


def test_what_is_not_given_is_asked_for(
    small: Project, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = {"标题": "水井年度工作总结", "短名": "", "谁来写": "水务站", "写给谁": "县局"}
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return next((a for q, a in answers.items() if question.startswith(q)), "")

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(builtins, "input", answer)
    said = command("new", "archetype", "well-year", "--new", "wells=水井")
    assert (said.status, said.err) == (0, "")
    written = small.read("data/archetypes/well-year.yml")
    assert "title: 水井年度工作总结 " in written
    assert "short: 水井年度总结 " in written
    assert "writer: 水务站\n" in written
    assert len(asked) == 7
