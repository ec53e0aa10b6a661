"""`summaries rename` and `retire`: every file at once, or none; old names still lead somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.site.project_checks import check
from macros.source import atomic_write
from tests.support.project import OFFICE
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.command import Command
    from tests.support.project import Project

FACTS = "data/facts/common.yml"
WATER = "templates/sections/water.j2"
ARCHETYPE = "data/archetypes/water-quarter.yml"
OLD_DRAFT = """schema: 2
archetype: water-quarter
name: 旧稿
own:
  facts:
    own_rate: {label: 抽检率, type: rate, numerator: passed, denominator: samples}
  texts:
    water: {监测: "检测{{ samples }}，抽检率{{ own_rate }}。"}
marks:
  as_of: {samples: 2026-03-25}
facts:
  org: 某县
  period: 2026Q1
  last_period: 2025Q1
  samples: {now: 10, last: 8}
  passed: {now: 9, last: 7}
  problems:
    - {title: 水样少, figure: samples}
"""


def files(small: Project) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in small.root.rglob("*") if path.is_file()}


def changed(small: Project, before: dict[Path, bytes]) -> dict[str, tuple[str, str]]:
    """Return what differs from before: by name, the old text and the new."""
    after = files(small)
    return {
        path.relative_to(small.root).as_posix(): (
            before.get(path, b"").decode(),
            after.get(path, b"").decode(),
        )
        for path in sorted(before.keys() | after.keys())
        if before.get(path) != after.get(path)
    }


def swapped(text: str, old: str, new: str, *more: tuple[str, str]) -> str:
    for a, b in ((old, new), *more):
        assert a in text
        text = text.replace(a, b)
    return text


# --- rename ---


def test_a_fact_is_renamed_wherever_it_is_named_and_nowhere_else(
    small: Project, command: Command
) -> None:
    small.replace(
        OFFICE, "  - {title: 人手少}", "  - {title: samples少, figure: samples} # samples"
    )
    small.write(OFFICE, small.read(OFFICE).replace("\n", "\r\n"))
    before = files(small)
    said = command("rename", "fact", "samples", "water_samples")
    assert (said.status, said.err) == (0, "")
    found = changed(small, before)
    assert found.keys() == {FACTS, OFFICE, WATER}
    old, new = found[WATER]
    assert new == swapped(
        old, "{{ samples }}", "{{ water_samples }}", ("rest(samples", "rest(water_samples")
    )
    old, new = found[OFFICE]
    assert new == swapped(
        old,
        "  samples: {now",
        "  water_samples: {now",
        ("figure: samples", "figure: water_samples"),
    )
    assert "title: samples少," in new
    assert "\n" not in new.replace("\r\n", "")
    old, new = found[FACTS]
    assert new == swapped(
        old,
        "  samples: {label",
        "  water_samples: {was: [samples], label",
        ("part_of: samples", "part_of: water_samples"),
        ("denominator: samples", "denominator: water_samples"),
    )
    assert check(small.root)[1].errors == []


def test_the_main_figure_of_a_place_is_renamed(small: Project, command: Command) -> None:
    items = "[支出和培训, {name: 监测, main: samples}, 各乡镇, 备注]"
    small.replace("data/sections/water.yml", "[支出和培训, 监测, 各乡镇, 备注]", items)
    assert command("rename", "fact", "samples", "water_samples").status == 0
    assert "{name: 监测, main: water_samples}" in small.read("data/sections/water.yml")
    assert check(small.root)[1].errors == []


def test_a_file_that_has_the_old_name_is_still_read(small: Project, command: Command) -> None:
    small.write("old.yml", OLD_DRAFT)
    render = ("render", "water-quarter", "--facts", small.root / "old.yml")
    before = command(*render)
    assert command("rename", "fact", "samples", "tested").status == 0
    assert command("rename", "fact", "tested", "water_samples").status == 0
    assert command("rename", "section", "water", "wells").status == 0
    assert command("rename", "archetype", "water-quarter", "well-quarter").status == 0
    after = command("render", "well-quarter", "--facts", small.root / "old.yml")
    assert (before.status, after.out) == (0, before.out)
    assert "检测10份（截至3月25日），抽检率90%。" in after.out
    assert "\n  samples: {now: 214" not in small.read(OFFICE)


def test_a_section_is_renamed_with_its_files_and_its_links(
    small: Project, command: Command
) -> None:
    small.write("docs/index.md", small.read("docs/index.md") + "\n[水](sections/water.md)\n")
    small.replace(OFFICE, "note: 说明", "note: 说明\nheadings: {water: 用水}")
    before = files(small)
    said = command("rename", "section", "water", "wells")
    assert (said.status, said.err) == (0, "")
    found = changed(small, before)
    assert found["templates/sections/wells.j2"] == ("", small.read("templates/sections/wells.j2"))
    assert found[WATER][1] == found["data/sections/water.yml"][1] == ""
    assert "was: [water]\n" in small.read("data/sections/wells.yml")
    assert "{use: wells}" in small.read(ARCHETYPE)
    assert "headings: {wells: 用水}" in small.read(OFFICE)
    assert "[水](sections/wells.md)" in small.read("docs/index.md")
    assert '{{ section_page("wells") }}' in small.read("docs/sections/wells.md")
    assert check(small.root)[1].errors == []


def test_an_archetype_is_renamed_with_its_examples_pages_and_menu(
    small: Project, command: Command
) -> None:
    said = command("rename", "archetype", "water-quarter", "well-quarter")
    assert (said.status, said.err) == (0, "")
    assert "archetype: well-quarter\n" in small.read(OFFICE)
    assert "水质季报: archetypes/well-quarter.md" in small.read("mkdocs.yml")
    assert "was: [water-quarter]\n" in small.read("data/archetypes/well-quarter.yml")
    assert "water-quarter" not in small.read("docs/fill/well-quarter.md")
    assert check(small.root)[1].errors == []


@pytest.mark.slow
def test_old_addresses_lead_to_the_new_pages(small: Project, command: Command) -> None:
    command("rename", "section", "water", "wells")
    command("rename", "archetype", "water-quarter", "well-quarter")
    done = small.build()
    assert done.returncode == 0, done.stderr
    for old, new in (
        ("sections/water", "wells"),
        ("archetypes/water-quarter", "well-quarter"),
        ("fill/water-quarter", "well-quarter"),
    ):
        assert f'href="{new}.html"' in small.read(f"site/{old}.html")
    page = small.read("site/archetypes/well-quarter.html")
    assert 'id="section-water"' in page
    assert '"was": ["water-quarter"]' in small.read("site/fill/well-quarter.html")


def test_other_mentions_are_told(small: Project, command: Command) -> None:
    small.write("tests/test_x.py", "A = 'samples'\nB = 'samples_2'\n")
    said = command("rename", "fact", "samples", "tested")
    assert "这些地方还写着“samples”，是测试或说明，请看过再改：\n  tests/test_x.py:1\n" in said.out
    assert "test_x.py:2" not in said.out


def test_examples_on_pages_are_renamed_as_what_they_are(small: Project, command: Command) -> None:
    page = """---
render_macros: false
---

# 写法

用 `samples`，不是 samples 或 `x.samples`。

```yaml
own:
  texts:
    water: {监测: "{{ samples }}samples"} # samples
facts:
  samples: {now: 1}
```

```jinja
{{ samples }}{{ t.samples }}samples
```
"""
    small.write("docs/guide.md", page)
    small.write("mkdocs.yml", small.read("mkdocs.yml") + "  - 写法: guide.md\n")
    assert command("rename", "fact", "samples", "tested").status == 0
    assert small.read("docs/guide.md") == swapped(
        page,
        "`samples`，",
        "`tested`，",
        ('"{{ samples }}samples"', '"{{ tested }}samples"'),
        ("  samples: {now", "  tested: {now"),
        ("\n{{ samples }}{{", "\n{{ tested }}{{"),
    )


# --- retire ---


def test_a_section_is_retired_with_the_facts_that_nothing_else_needs(
    small: Project, command: Command
) -> None:
    command("new", "section", "wells", "--name", "水井", "--in", "water-quarter")
    with_wells = files(small)
    said = command("retire", "section", "wells")
    assert (said.status, said.err) == (0, "")
    assert "一并取消的指标：wells_done、wells_due、wells_problems、wells_rate" in said.out
    found = changed(small, with_wells)
    assert [name for name, (_, new) in found.items() if not new] == [
        "data/facts/wells.yml",
        "data/sections/wells.yml",
        "templates/sections/wells.j2",
    ]
    assert "wells" not in small.read(ARCHETYPE)
    assert "wells_" not in small.read(OFFICE)
    assert "sections:\n  wells: {name: '水井'}\n" in small.read("data/retired.yml")
    assert check(small.root)[1].errors == []
    done = small.build()
    assert done.returncode == 0, done.stderr
    assert "已经取消：水井" in small.read("site/sections/wells.html")


def test_an_archetype_is_retired_with_its_examples_and_its_drafts_open_in_another(
    small: Project, command: Command
) -> None:
    command("new", "archetype", "well-year", "--title", "水井年度总结", "--office", "县局",
            "--topic", "改厕改水", "--new", "wells=水井")  # fmt: skip
    said = command("retire", "archetype", "well-year", "--instead", "water-quarter")
    assert (said.status, said.err) == (0, "")
    assert "一并取消的片段：wells" in said.out
    assert [p.name for p in (small.root / "data/offices").iterdir()] == ["first.yml"]
    assert not (small.root / "data/cases/well-year.yml").exists()
    small.write("old.yml", OLD_DRAFT.replace("archetype: water-quarter", "archetype: well-year"))
    said = command("render", "water-quarter", "--facts", small.root / "old.yml")
    assert said.status == 0
    assert "范本“水井年度总结”已经取消 · 应为：照“水质季度总结”写" in said.err


def test_what_only_a_person_can_mend_is_told_all_at_once(small: Project, command: Command) -> None:
    before = files(small)
    said = command("retire", "fact", "samples")
    assert said.status == 1
    assert said.err.splitlines() == [
        f"{FACTS}:13:3  “passed”由要取消的“samples”算出，或与它有关 · 应为：先改掉",
        f"{FACTS}:14:3  “pass_rate”由要取消的“samples”算出，或与它有关 · 应为：先改掉",
        f"{WATER}:12:6  这里写着要取消的“samples” · 应为：先改掉这一句",
        f"{WATER}:12:62  这里写着要取消的“samples” · 应为：先改掉这一句",
        "共4处错误，未生成任何文件。",
    ]
    assert files(small) == before


def test_a_second_retirement_is_added_to_the_first(small: Project, command: Command) -> None:
    for name in ("wells", "pumps"):
        command("new", "section", name, "--name", name, "--in", "water-quarter")
    assert command("retire", "section", "wells", "--instead", "pumps").status == 0
    small.write("data/retired.yml", small.read("data/retired.yml") + "# Mine.\n")
    assert command("retire", "section", "pumps", "--instead", "water").status == 0
    written = small.read("data/retired.yml")
    assert (
        "  wells: {name: 'wells', instead: pumps}\n  pumps: {name: 'pumps', instead: water}\n"
        in written
    )


# --- bad input ---

BAD = [
    pytest.param(["rename", "fact", "samplse", "x"], "没有“samplse”这个指标", id="unknown"),
    pytest.param(["rename", "fact", "samples", "passed"], "“passed”已经有了", id="taken"),
    pytest.param(["rename", "fact", "samples", "Samples"], "“Samples”不能用作 id", id="slug"),
    pytest.param(["rename", "fact", "samples", "falls"], "“falls”是保留的名字", id="reserved"),
    pytest.param(["rename", "fact", "samples", "own_x"], "不以 own 开头", id="own"),
    pytest.param(["rename", "section", "water", "plans"], "“plans”已经有了", id="section"),
    pytest.param(["rename", "section", "water", "con"], "Windows 不能用", id="device"),
    pytest.param(["rename", "archetype", "water", "x"], "没有“water”这个范本", id="archetype"),
    pytest.param(["retire", "section", "waters"], "是否想写：water", id="retire-unknown"),
    pytest.param(["retire", "archetype", "water-quarter"], "没有写旧草稿改用哪个", id="no-instead"),
    pytest.param(
        ["retire", "section", "problems"], "没有“问题”一类的章节", id="retire-what-is-needed"
    ),
    pytest.param(["retire", "section", "water", "--instead", "x"], "没有“x”", id="instead"),
]


@pytest.mark.parametrize(("arguments", "told"), BAD)
def test_a_mistake_is_told_and_changes_nothing(
    small: Project, command: Command, arguments: list[str], told: str
) -> None:
    before = files(small)
    try:
        said = command(*arguments)
        status, err = said.status, said.err
    except SystemExit as stop:
        status, err = int(str(stop.code)), command.capture.readouterr().err
    assert (status > 0, told in err) == (True, True), err
    assert files(small) == before


def test_a_file_in_the_way_is_not_overwritten(small: Project, command: Command) -> None:
    small.write("templates/sections/wells.j2", "{# Mine. #}\n+ 甲。\n乙。\n")
    before = files(small)
    said = command("rename", "section", "water", "wells")
    assert (said.status, "已经有这个文件" in said.err) == (1, True)
    assert files(small) == before


@pytest.mark.parametrize("step", [0, 2])
def test_a_full_disk_half_way_leaves_all_as_it_was(
    small: Project, command: Command, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    before, real = files(small), atomic_write._partial  # noqa: SLF001 - where it writes first
    calls = iter(range(1000))

    def full(target: Path) -> Path:
        if target.is_relative_to(small.root) and next(calls) == step:
            raise OSError(28, "No space left on device", str(target))
        return real(target)

    monkeypatch.setattr(atomic_write, "_partial", full)
    said = command("rename", "fact", "samples", "tested")
    assert (said.status, "磁盘已满" in said.err) == (1, True)
    assert files(small) == before


def test_a_name_used_twice_is_told(small: Project) -> None:
    small.replace(FACTS, "samples: {label", "samples: {was: [passed, old], label")
    small.replace(FACTS, "paid: {label", "paid: {was: [old], label")
    small.write("data/retired.yml", "sections:\n  x: {name: 旧, instead: y}\n")
    assert [str(p) for p in check(small.root)[1].errors] == [
        f"{FACTS}:12:3  旧名字“old”重复，{FACTS}:11:3也用了 · 应为：一个旧名字只指一个",
        f"{FACTS}:12:3  旧名字“passed”现在是一个指标的 id · 应为：没有用过的名字",
        "data/retired.yml:1:1  “x”写着改用“y”，没有它 · 应为：plans、problems、water",
    ]


def test_a_heading_of_a_group_is_found_by_what_it_was(small: Project) -> None:
    outline = "  - heading: 业务工作\n    was: [主要工作, 供水]\n    sections: [{use: water}]\n"
    small.replace(ARCHETYPE, "  - {use: water}\n", outline)
    library, report = check(small.root)
    assert report.errors == []
    archetype = library.archetypes["water-quarter"]
    assert library.names_in(archetype).headed("主要工作") == "业务工作"
    small.replace(ARCHETYPE, "was: [主要工作, 供水]", "was: [业务工作]")
    (error,) = check(small.root)[1].errors
    assert "旧名字“业务工作”现在是一个片段组的 id" in str(error)


def test_what_a_group_was_is_known_in_its_archetype_only() -> None:
    for id_, heading in (("cdc-year", "疫情监测和处置"), ("nursing-year", "护理安全和质量")):
        names = LIBRARY.names_in(LIBRARY.archetypes[id_])
        assert names.headed("主要工作情况") == heading
    assert LIBRARY.names.headed("主要工作情况") == "主要工作情况"
