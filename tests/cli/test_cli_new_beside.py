"""What `summaries new` writes beside its tables: periods, the outline, what is wanted; cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.cli.new_outline import outline
from macros.exchange.recorded_cases import MOST, recorded_cases
from macros.library.usual_order import in_usual_order
from tests.cli.test_cli_new import ARCHETYPE, NEW, OFFICES
from tests.cli.test_cli_new_table import MADE, TEXT, put
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from tests.support.command import Command
    from tests.support.project import Project


def test_an_archetype_may_have_several_periods(small: Project, command: Command) -> None:
    said = command(
        *NEW, "--topic", "改厕改水", "--period", "half-year", "year", "--new", "wells=水井"
    )
    assert (said.status, said.err) == (0, "")
    assert "\nperiods: [half-year, year] " in small.read("data/archetypes/well-year.yml")
    assert "  period: 2025H1\n" in small.read("data/offices/well-year-1.yml")


def test_sections_stand_where_they_usually_do() -> None:
    given = [
        "plans",
        "scoring",
        "blood",
        "publicity",
        "carry-over",
        "problems",
        "opening",
        "requests",
    ]
    assert in_usual_order(LIBRARY, given) == [
        *("opening", "blood", "publicity", "scoring", "carry-over"),
        *("problems", "plans", "requests"),
    ]


def test_what_others_may_leave_out_may_be_left_out_and_a_case_has_a_heading() -> None:
    assert outline(LIBRARY, ["opening", "requests", "typical-case", "publicity"]).split("\n") == [
        "  - {use: opening}",
        "  - {use: requests, optional: true}",
        "  - {use: typical-case, heading: 典型事例, optional: true}",
        "  - {use: publicity}",
    ]


def test_what_is_there_is_neither_wanted_nor_covered(small: Project, command: Command) -> None:
    wanted = "{name: 水井年度工作总结, office: 县局, brings: 表, near: [water-quarter]}"
    kinds = small.read("data/kinds.yml")
    small.write("data/kinds.yml", f"{kinds}wanted:\n  - {wanted}\n")
    small.replace(ARCHETYPE, "aliases:", "covers: [水井年度总结, 井]\naliases:")
    small.write("CHANGELOG.md", "# Changelog\n\nFor readers\n\n- Old.\n")
    assert command(*NEW, "--topic", "改厕改水", "--new", "wells=水井").status == 0
    assert small.read("data/kinds.yml") == kinds
    assert "covers: [井]\n" in small.read(ARCHETYPE)
    news = small.read("CHANGELOG.md")
    assert "- A kind of summary: 水井年度工作总结 (`well-year`).\n- Old." in news


def test_what_is_nearly_the_same_is_named(small: Project, command: Command) -> None:
    small.replace(
        ARCHETYPE,
        "aliases:",
        "covers: [水井工作总结, 县水井（机井）年度总结, 打井工作总结]\naliases:",
    )
    said = command(*NEW, "--topic", "改厕改水", "--new", "wells=水井")
    alike = "“县水井（机井）年度总结”、“水井工作总结”"
    assert f"{ARCHETYPE} 的 covers 里还有{alike}：" in said.out
    assert "打井工作总结" not in said.out


# --- an example from what was filled in, cases from what the text says ---


def test_an_example_comes_from_a_filled_file(small: Project, command: Command) -> None:
    text = small.read(OFFICES)
    small.write("filled.yml", text.replace("name: 某县", "name: 乙县").replace("214", "215"))
    said = command("new", "office", "second", "--from", small.root / "filled.yml")
    assert (said.status, said.err) == (0, "")
    written = small.read("data/offices/second.yml")
    assert "name: 乙县\n" in written
    assert "  # 水样（份）：按报告\n  samples: {now: 215, last: 200}\n" in written
    assert "examples: [first, second]\n" in small.read(ARCHETYPE)


def test_cases_are_what_the_text_says(small: Project, command: Command) -> None:
    command(*MADE, put(small))
    text = small.read(TEXT)
    table = "{{ table(well_count, well_deep) }}"
    small.write(TEXT, text.replace("\n+ 停用的井", f"{table}\n\n+ 停用的井", 1))
    said = command("new", "cases", "well-year")
    assert said.err == ""
    assert said.status == 0
    cases = small.read("data/cases/well-year.yml")
    assert "  水井为零:\n    office: dongshan-2025\n" in cases
    assert "没有水井，上年为1180口。" in cases
    assert "    facts:\n      well_count:\n    has: [本年度水井＿＿＿＿口" in cases
    assert "''" not in cases
    assert "单位本期" not in cases  # rows of a table are no sentence
    (no_last,) = [case for case in cases.split("\n\n") if "  没有上期数:\n" in case]
    assert no_last.count("。") > MOST
    small.replace("data/cases/well-year.yml", "  水井为零:", "  一口井也没有:")
    again = command("new", "cases", "well-year")
    assert (again.status, "添了1条" in again.out) == (0, True)
    assert small.read("data/cases/well-year.yml").startswith(cases[:40])
    small.replace(TEXT, "没有水井", "一口井也没有")
    assert "案例“水井为零”：正文里没有" in command("check").err
    assert command("new", "cases", "wel-year").status == 1


def test_a_title_that_comes_to_stand_alone_is_no_case() -> None:
    name = "work-safety"
    form, cases = LIBRARY.archetypes[name].form, recorded_cases(LIBRARY, name)
    templates = [LIBRARY.templates[entry.use or ""] for entry in LIBRARY.archetypes[name].entries]
    titles = {place.title for one in templates for place in one.forms[form].places} - {""}
    said = [str(case.get("has", "")) for case in cases.values()]
    assert len(titles) > MOST
    assert [title for title in titles if any(f"'{title}。'" in text for text in said)] == []
