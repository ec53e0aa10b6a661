"""Rules across files: the miniature project keeps them all; each has a bad example here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.library.library import validated
from macros.library.vocabulary_checks import SAME_UNIT
from macros.site.project_checks import check
from macros.source.report import ProblemsFoundError
from tests.support.project import OFFICE

if TYPE_CHECKING:
    from tests.support.project import Project

FACTS = "data/facts/common.yml"
ARCHETYPE = "data/archetypes/water-quarter.yml"
WATER = "data/sections/water.yml"
TEMPLATE = "templates/sections/water.j2"

USE_WATER = "  - {use: water}\n"
SAMPLES = "samples: {now: 214, last: 200}"
PASSED = "passed: {now: 92, last: 90}"
REMOVE = "应为：补上，或删去对应的文件"
LISTED = f"应为：写进 {ARCHETYPE} 的 examples"
RENAME = "应为：把片段和它的模板改个名字"
SECTIONS = "应为：data/sections 里的文件名"
NEW_KIND = "新的先写进 data/kinds.yml"
OFFICES = "应为：data/offices 里的文件名"
OFFICE_KEYS = (
    "应为：archetype、name、note、without、headings、carried、facts、"
    "outline、skip、order、own、marks"
)
FACT_KEYS = (
    "应为：label、hint、type、unit、decimals、range、options、required、approx、to_day、in_period、part_of、definition、source、"
    "series、aliases、growth、better、additive、apart_from、at_most、line、mean、not_before、numerator、denominator、"
    "sum_of、at_least、fields、was、indicator、unrelated、differs、largest_first、covered_by、folded、"
    "sought、sought_by、per、judged_by、stated_by、sample_of"
)
SECTION_KEYS = (
    "应为：name、heading、overview、role、summary、items、retired、aliases、annotation、was"
)
ARCHETYPE_KEYS = (
    "应为：title、short、writer、reader、office、topics、periods、length、when、form、open、aliases、covers、sections、"
    "faults、tips、examples、version、history、was"
)
TAKEN = "应为：名称和叫法在全部主题里不重复：一件事就用已有的，不是一件事给后加的换个名称"
TWICE = "应为：代号在全部主题里不重复：后加的用已有的指标，或换个代号"
FILE_NAME = "文件名不规范 · 应为：小写英文字母、数字和连接符，字母开头，80个字符以内"


def taken(word: str, first: str, second: str, kind: str = "标题或别名") -> list[str]:
    """Return what is reported at both places of a name that stands twice."""
    pairs = ((first, second), (second, first))
    return [f"{a}  {kind}“{word}”重复，{b}也用了 · 应为：不同的说法" for a, b in pairs]


def problems(project: Project) -> list[str]:
    return [str(problem) for problem in check(project.root)[1].errors]


def test_the_miniature_project_is_sound(small: Project) -> None:
    library, report = check(small.root)
    assert report.problems == report.warnings
    assert [remark.what for remark in report.warnings] == ["只有1个单位示例"]
    assert validated(library, report) is library


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "  org:",
            "  share: {label: 份额, type: text, hint: 甲}\n  org:",
            "4:3  “share”是保留的名字 · 应为：模板里它是函数或条件；换一个名字，如 share_count",
            id="reserved-name",
        ),
        pytest.param(
            "numerator: passed",
            "numerator: pased",
            "14:3  “pass_rate”引用了没有的指标“pased” · 是否想写：passed",
            id="rate-of-unknown",
        ),
        pytest.param(
            "part_of: samples",
            "part_of: sample",
            "13:3  “passed”引用了没有的指标“sample” · 是否想写：samples",
            id="part-of-unknown",
        ),
        pytest.param(
            "not_before: started",
            "not_before: begun",
            "10:3  “ended”引用了没有的指标“begun”",
            id="not-before-unknown",
        ),
        pytest.param(
            "denominator: samples",
            "denominator: org",
            "14:3  “org”不能参与计算 · 应为：确切的数，不是概数、文字或比率",
            id="rate-of-text",
        ),
        pytest.param(
            "label: 自筹资金",
            "label: 上级资金",
            f"16:3  “上级资金”也是 above 的名称，见{FACTS}:15:3 · {TAKEN}",
            id="same-label",
        ),
        pytest.param(
            "    label: 问题\n    type: list",
            "    label: 乡镇\n    type: list",
            f"21:3  “乡镇”也是 problems 的名称，见{FACTS}:30:3 · {TAKEN}",
            id="same-label-of-a-fact-named-as-a-section",
        ),
        pytest.param(
            "label: 自筹资金,",
            "label: 自筹资金, aliases: [自有资金, 上级资金],",
            f"16:3  “上级资金”也是 above 的名称，见{FACTS}:15:3 · {TAKEN}",
            id="other-name-that-is-a-label",
        ),
        pytest.param(
            "type: rate, numerator: passed",
            "type: quotient, unit: 份, numerator: people",
            "14:3  “people”不能参与计算 · 应为：确切的数，不是概数、文字或比率",
            id="quotient-of-an-approximate-number",
        ),
        pytest.param(
            "type: rate, numerator: passed",
            "type: quotient, unit: 份, numerator: pass_rate",
            "14:3  “pass_rate”绕着圈引用自己，或者隔了太多层 · 应为：由直接填报的指标算出",
            id="quotient-of-itself",
        ),
        pytest.param(
            "numerator: passed",
            "numerator: paid",
            f"14:3  “pass_rate”的分子和分母单位不同 · 应为：{SAME_UNIT}",
            id="rate-of-different-units",
        ),
        pytest.param(
            "  org:",
            "  extra: {label: 多余, type: text, hint: 甲}\n  org:",
            "4:3  没有模板用到指标“extra” · 应为：在模板里使用它，或删去它",
            id="unused-fact",
        ),
    ],
)
def test_a_bad_vocabulary(small: Project, old: str, new: str, expected: str) -> None:
    small.replace(FACTS, old, new)
    assert f"{FACTS}:{expected}" in problems(small)


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("一、监测", "标题文字以序数“一、”开头 · 应为：不带序数，序数由正文加"),
        ("监测。", "标题文字以“。”结尾 · 应为：不带末尾标点，标点由正文加"),
    ],
)
def test_an_own_heading_has_no_number(small: Project, heading: str, expected: str) -> None:
    small.write(OFFICE, f"headings: {{water: {heading}}}\n{small.read(OFFICE)}")
    assert f"{OFFICE}:1:12  {expected}" in problems(small)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ("people", "“people”不能参与计算 · 应为：确切的数，不是概数、文字或比率"),
        ("passed", "“passed”的单位与合计不同 · 应为：万元"),
        ("funds", "“funds”绕着圈引用自己，或者隔了太多层 · 应为：由直接填报的指标算出"),
        ("nothing", "“funds”引用了没有的指标“nothing”"),
    ],
)
def test_a_sum_has_exact_parts_of_its_own_unit(small: Project, parts: str, expected: str) -> None:
    small.replace(FACTS, "sum_of: [above, own]", f"sum_of: [above, own, {parts}]")
    assert f"{FACTS}:17:3  {expected}" in problems(small)


def test_a_fact_is_declared_once(small: Project) -> None:
    small.write(
        "data/facts/more.yml", "topic: 甲\nfacts:\n  org: {label: 别, type: text, hint: 甲}\n"
    )
    places = (f"{FACTS}:4:3", "data/facts/more.yml:3:3")
    assert problems(small) == [
        f"{here}  指标“org”声明了两次，{there}也有 · {TWICE}"
        for here, there in (places, places[::-1])
    ]


# --- sections and archetypes ---


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            USE_WATER,
            "  - {use: watr}\n",
            [
                f"{ARCHETYPE}:12:11  没有“watr”这个片段 · {SECTIONS} · 是否想写：water",
            ],
            id="unknown-section",
        ),
        pytest.param(
            USE_WATER,
            USE_WATER * 2,
            [
                f"{ARCHETYPE}:{line}:11  片段“water”用了两次 · 应为：每个片段在一个范本里只用一次"
                for line in (12, 13)
            ],
            id="section-used-twice",
        ),
        pytest.param(
            "examples: [first]",
            "examples: [frist]",
            [f"{ARCHETYPE}:19:12  没有“frist”这个单位示例 · {OFFICES} · 是否想写：first"],
            id="unknown-example",
        ),
        pytest.param(
            "version: 1.0.0\nhistory",
            "version: 1.1.0\nhistory",
            [f"{ARCHETYPE}:20:1  version 与 history 最后一条不一致 · 应为：1.0.0"],
            id="version-without-history",
        ),
        pytest.param(
            "length: [10, 2000]",
            "length: [20, 20]",
            [f"{ARCHETYPE}:7:1  length 的下限不小于上限 · 应为：[下限, 上限]"],
            id="length",
        ),
        pytest.param(
            "aliases: [饮水季报]",
            "aliases: [饮水季报, 饮水季报]",
            taken("饮水季报", f"{ARCHETYPE}:10:11", f"{ARCHETYPE}:10:17"),
            id="same-alias",
        ),
        pytest.param(
            "aliases: [饮水季报]",
            "aliases: [水质季度总结]",
            taken("水质季度总结", f"{ARCHETYPE}:2:1", f"{ARCHETYPE}:10:11"),
            id="alias-is-the-title",
        ),
        pytest.param(
            "aliases: [饮水季报]",
            "aliases: [饮水季报]\ncovers: [水质季度总结]",
            [
                f"{problem}；有了专门的范本，从 covers 里删去"
                for problem in taken("水质季度总结", f"{ARCHETYPE}:2:1", f"{ARCHETYPE}:11:10")
            ],
            id="covered-by-a-kind-of-its-own",
        ),
        pytest.param(
            "short: 水质季报",
            "short: 水质季度总结",
            taken("水质季度总结", f"{ARCHETYPE}:2:1", f"{ARCHETYPE}:3:1"),
            id="short-title-is-the-title",
        ),
    ],
)
def test_a_bad_archetype(small: Project, old: str, new: str, expected: list[str]) -> None:
    small.replace(ARCHETYPE, old, new)
    assert problems(small) == expected


@pytest.mark.parametrize(
    ("section", "role", "missing"),
    [("problems", "问题", "问题"), ("plans", "打算", "打算"), ("water", "数据", "数据”或“成效")],
)
def test_an_archetype_has_figures_problems_and_plans(
    small: Project, section: str, role: str, missing: str
) -> None:
    small.replace(f"data/sections/{section}.yml", f"role: {role}", "role: 做法")
    expected = f"没有“{missing}”一类的章节 · 应为：写总结要有数据或成效、问题和打算"
    assert problems(small) == [f"{ARCHETYPE}:11:1  {expected}"]


def test_two_archetypes_share_no_title_and_no_alias(small: Project) -> None:
    small.write("data/archetypes/another.yml", small.read(ARCHETYPE))
    found = problems(small)
    for word, place in (("水质季度总结", "2:1"), ("水质季报", "3:1"), ("饮水季报", "10:11")):
        expected = taken(word, f"data/archetypes/another.yml:{place}", f"{ARCHETYPE}:{place}")
        assert [line for line in found if f"“{word}”" in line] == expected
    assert any(
        line.startswith("data/archetypes/another.yml:19:12  没有“first”这个") for line in found
    )


@pytest.mark.parametrize(
    ("added", "like", "expected"),
    [
        pytest.param(
            "templates/sections/extra.j2",
            TEMPLATE,
            [f"data/sections/extra.yml:1:1  模板没有对应的片段 · {REMOVE}"],
            id="template-without-section",
        ),
        pytest.param(
            "data/sections/extra.yml",
            WATER,
            [
                f"data/sections/extra.yml:1:1  没有范本用到这个片段 · {REMOVE}",
                f"templates/sections/extra.j2:1:1  片段没有模板 · {REMOVE}",
            ],
            id="section-without-template-and-use",
        ),
        pytest.param(
            "data/sections/frame.yml",
            WATER,
            [
                f"data/sections/frame.yml:1:1  没有范本用到这个片段 · {REMOVE}",
                f"data/sections/frame.yml:1:1  片段不能叫“frame”，这个名字留给自拟内容 · {RENAME}",
                f"templates/sections/frame.j2:1:1  片段没有模板 · {REMOVE}",
            ],
            id="section-with-a-reserved-name",
        ),
        pytest.param(
            "data/sections/index.yml",
            WATER,
            [
                f"data/sections/index.yml:1:1  没有范本用到这个片段 · {REMOVE}",
                f"data/sections/index.yml:1:1  片段不能叫“index”，这个名字留给目录页 · {RENAME}",
                f"templates/sections/index.j2:1:1  片段没有模板 · {REMOVE}",
            ],
            id="section-named-as-an-index",
        ),
        pytest.param(
            "data/offices/extra.yml",
            OFFICE,
            [
                f"data/offices/extra.yml:1:1  没有范本用到这个单位示例 · {LISTED}",
                *taken("某县", "data/offices/extra.yml:3:1", f"{OFFICE}:3:1", "单位名称"),
            ],
            id="office-without-archetype",
        ),
        pytest.param(
            "data/offices/notes.txt",
            OFFICE,
            ["data/offices/notes.txt:1:1  不该在这里的文件 · 应为：只放 *.yml 文件"],
            id="other-file",
        ),
        pytest.param(
            "templates/sections/x.txt",
            TEMPLATE,
            ["templates/sections/x.txt:1:1  不该在这里的文件 · 应为：只放 *.j2 文件"],
            id="other-file-among-templates",
        ),
        pytest.param(
            "data/offices/Big Name.yml",
            OFFICE,
            [f"data/offices/Big Name.yml:1:1  {FILE_NAME}"],
            id="file-name",
        ),
        pytest.param("data/offices/.hidden.yml", OFFICE, [], id="hidden-file"),
    ],
)
def test_a_file_too_many(small: Project, added: str, like: str, expected: list[str]) -> None:
    small.write(added, small.read(like))
    assert problems(small) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param(TEMPLATE, [f"{TEMPLATE}:1:1  片段没有模板 · {REMOVE}"], id="template"),
        pytest.param(
            "templates/frame/date.j2",
            [f"templates/frame/date.j2:1:1  缺少模板 · {REMOVE}"],
            id="frame",
        ),
        pytest.param(
            WATER,
            [
                f"{ARCHETYPE}:12:11  没有“water”这个片段 · 应为：data/sections 里的文件名",
                f"{WATER}:1:1  模板没有对应的片段 · {REMOVE}",
                "docs/sections/water.md:1:20  没有“water”这个片段 · 应为：plans、problems",
                "docs/sections/water.md:2:17  没有“water”这个片段 · 应为：plans、problems",
            ],
            id="section",
        ),
        pytest.param(
            OFFICE,
            [f"{ARCHETYPE}:19:12  没有“first”这个单位示例 · 应为：data/offices 里的文件名"],
            id="office",
        ),
        pytest.param(
            FACTS, ["data/facts:1:1  一个指标也没有 · 应为：至少一个指标文件"], id="vocabulary"
        ),
    ],
)
def test_a_file_too_few(small: Project, name: str, expected: list[str]) -> None:
    (small.root / name).unlink()
    assert problems(small) == expected


# --- pages and menu ---

PAGE = "docs/archetypes/water-quarter.md"
FILL = "docs/fill/water-quarter.md"
SECTION_PAGE = "docs/sections/water.md"
MENU = "mkdocs.yml"
IN_MENU = "  - 水质季报: archetypes/water-quarter.md\n"


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        pytest.param(
            SECTION_PAGE,
            '("water")',
            '("plans")',
            [
                f"{SECTION_PAGE}:1:20  这一页写的是“plans” · 应为：water，与文件名相同",
                f"{SECTION_PAGE}:2:17  这一页写的是“plans” · 应为：water，与文件名相同",
            ],
            id="section-copied",
        ),
        pytest.param(
            SECTION_PAGE,
            '("water")',
            '("watre")',
            [
                f"{SECTION_PAGE}:1:20  没有“watre”这个片段 · 应为：water · 是否想写：water",
                f"{SECTION_PAGE}:2:17  没有“watre”这个片段 · 应为：water · 是否想写：water",
            ],
            id="section-misspelt",
        ),
        pytest.param(
            SECTION_PAGE,
            '{{ section_page("water") }}\n',
            "",
            [
                (
                    f"{SECTION_PAGE}:1:1  这一页没有用“section_page”"
                    ' · 应为：{{ section_page("water") }}'
                )
            ],
            id="section-page-not-called",
        ),
        pytest.param(
            PAGE,
            '{{ example("water-quarter") }}',
            "见附件。",
            [f'{PAGE}:1:1  这一页没有用“example” · 应为：{{{{ example("water-quarter") }}}}'],
            id="example-not-called",
        ),
        pytest.param(
            FILL,
            '{{ fill("water-quarter") }}',
            '{{ example("water-quarter") }}',
            [f'{FILL}:1:1  这一页没有用“fill” · 应为：{{{{ fill("water-quarter") }}}}'],
            id="fill-not-called",
        ),
        pytest.param(
            MENU,
            "index.md",
            "indx.md",
            [
                (
                    f"{MENU}:56:9  目录里的“indx.md”没有这一页"
                    " · 应为：docs 里的文件 · 是否想写：index.md"
                )
            ],
            id="menu-leads-nowhere",
        ),
        pytest.param(
            MENU,
            IN_MENU,
            "  # archetypes/water-quarter.md\n",
            [
                (
                    f"{MENU}:55:1  目录（nav）里没有 archetypes/water-quarter.md"
                    " · 应为：“水质季报: archetypes/water-quarter.md”，"
                    "或者一行“范本: archetypes/*”，列出全部范本"
                )
            ],
            id="menu-names-it-in-a-comment-only",
        ),
        pytest.param(
            MENU,
            IN_MENU,
            "  - 范本: [{水质: archetypes/water-quarter.md}]\n",
            [
                (
                    f"{MENU}:57:11  目录里写的是“水质”"
                    " · 应为：“水质季报: archetypes/water-quarter.md”，与范本的 short 相同"
                )
            ],
            id="menu-calls-it-otherwise",
        ),
        pytest.param(
            MENU,
            IN_MENU,
            "  - archetypes/water-quarter.md\n",
            [
                (
                    f"{MENU}:57:5  目录里没有写名称"
                    " · 应为：“水质季报: archetypes/water-quarter.md”，与范本的 short 相同"
                )
            ],
            id="menu-without-label",
        ),
        pytest.param(
            MENU,
            IN_MENU,
            IN_MENU + "  - 卫健委: https://www.nhc.gov.cn/a.md\n",
            [],
            id="menu-leads-elsewhere",
        ),
    ],
)
def test_a_bad_page_or_menu(
    small: Project, name: str, old: str, new: str, expected: list[str]
) -> None:
    small.replace(name, old, new)
    assert problems(small) == expected


def test_pages_copied_and_not_changed(small: Project) -> None:
    archetype = small.read(ARCHETYPE)
    for old, new in (("水质季度总结", "甲"), ("水质季报", "乙"), ("饮水季报", "丙")):
        archetype = archetype.replace(old, new)
    small.write("data/archetypes/another.yml", archetype.replace("[first]", "[second]"))
    office = small.read(OFFICE).replace("archetype: water-quarter", "archetype: another")
    small.write("data/offices/second.yml", office.replace("name: 某县", "name: 别县"))
    small.replace(MENU, IN_MENU, f"{IN_MENU}  - 乙: archetypes/another.md\n")
    for page in (PAGE, FILL):
        small.write(page.replace("water-quarter", "another"), small.read(page))
    expected = [
        f"docs/archetypes/another.md:{n}" for n in ("1:12", "5:13", "9:14", "13:12", "17:10")
    ]
    expected += [f"docs/fill/another.md:{n}" for n in ("5:17", "7:9")]
    what = "这一页写的是“water-quarter” · 应为：another，与文件名相同"
    assert problems(small) == [f"{place}  {what}" for place in expected]


# --- one mistake is one line, however many files it touches ---


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (
            FACTS,
            "label: 单位,",
            "label: 单位, lable: 甲,",
            f"{FACTS}:4:20  不认识的键“lable” · {FACT_KEYS} · 是否想写：label",
        ),
        (
            WATER,
            "name: ",
            "nmae: 甲\nname: ",
            f"{WATER}:2:1  不认识的键“nmae” · {SECTION_KEYS} · 是否想写：name",
        ),
        (
            ARCHETYPE,
            "tips: ",
            "tip: 甲\ntips: ",
            f"{ARCHETYPE}:18:1  不认识的键“tip” · {ARCHETYPE_KEYS} · 是否想写：tips",
        ),
        (
            TEMPLATE,
            "{{ people }}",
            "{{ peopel }}",
            f"{TEMPLATE}:9:22  没有“peopel”这个指标 · 是否想写：people",
        ),
        (
            OFFICE,
            "name: 某县",
            "name: '某县",
            f"{OFFICE}:3:7  引号没有配对 · 应为：在值的末尾补上同样的引号",
        ),
    ],
)
def test_a_mistake_is_reported_where_it_was_made_only(
    small: Project, name: str, old: str, new: str, expected: str
) -> None:
    small.replace(name, old, new)
    assert problems(small) == [expected]


def test_mistakes_of_all_files_are_reported_at_once(small: Project) -> None:
    for name in (FACTS, WATER, ARCHETYPE, TEMPLATE, OFFICE):
        small.write(name, "")
    places = [line.partition("  ")[0] for line in problems(small)]
    assert places == sorted(f"{name}:1:1" for name in (FACTS, WATER, ARCHETYPE, TEMPLATE, OFFICE))


# --- kinds ---


def test_an_unknown_kind_of_office_is_told_at_its_place(small: Project) -> None:
    small.replace(ARCHETYPE, "office: 县局", "office: 县")
    said = f"{ARCHETYPE}:23:1  没有“县”这个单位类别 · 应为：学校、县局；{NEW_KIND} · 是否想写：县局"
    assert problems(small) == [said]


def test_an_unknown_topic_is_told_at_its_place(small: Project) -> None:
    small.replace(ARCHETYPE, "topics: [改厕改水]", "topics: [医疗保障, 天气]")
    said = f"{ARCHETYPE}:24:16  没有“天气”这个主题 · 应为：医疗保障、改厕改水；{NEW_KIND}"
    assert problems(small) == [said]


def test_a_kind_stands_once(small: Project) -> None:
    small.replace("data/kinds.yml", "[学校, 县局]", "[县局, 县局]")
    assert problems(small) == ["data/kinds.yml:2:1  “县局”写了两次 · 应为：每个说法只写一次"]


def test_the_kinds_must_be_there(small: Project) -> None:
    (small.root / "data/kinds.yml").unlink()
    assert problems(small) == ["data/kinds.yml:1:1  没有这个文件 · 应为：项目的完整副本"]


# --- offices ---


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("note: 说明\n", "", "1:1  缺少“note” · 应为：写上“note: …”", id="no-note"),
        pytest.param("name: 某县\n", "", "1:1  缺少“name” · 应为：写上“name: …”", id="no-name"),
        pytest.param(
            "  org: 某县水务站\n", "", "5:1  示例缺少“单位”（org） · 应为：示例要填全", id="no-fact"
        ),
        pytest.param(
            "  org: 某县水务站\n",
            "  org: '  '\n",
            "5:1  示例缺少“单位”（org） · 应为：示例要填全",
            id="white-space",
        ),
        pytest.param(
            SAMPLES,
            "samples: {last: 200}",
            "5:1  示例缺少“水样”（samples） · 应为：示例要填全",
            id="no-figure-of-this-period",
        ),
        pytest.param(
            "  grade: 县级\n", "", "5:1  示例缺少“级别”（grade） · 应为：示例要填全", id="no-choice"
        ),
        pytest.param(
            "{title: 人手少}",
            "{title: }",
            "5:1  示例缺少“问题”（problems） · 应为：示例要填全",
            id="empty-field",
        ),
        pytest.param(
            "figure: pass_rate",
            "figure: own_rate",
            "24:21  “own_rate”不是本范本能引用的指标 · 应为：本范本的一个数或比率",
            id="cited-unknown",
        ),
        pytest.param(
            "facts:",
            "without: [waters]\nfacts:",
            "5:11  这个范本没有“waters”这一节 · 应为：water、problems、plans",
            id="left-out",
        ),
        pytest.param(
            "facts:",
            "without: plans\nfacts:",
            "5:1  “without”应是列表 · 应为：[片段, …]",
            id="no-list",
        ),
        pytest.param(
            "facts:",
            "headings: [water]\nfacts:",
            "5:1  “headings”应是一行一个标题 · 应为：片段: 标题",
            id="no-headings",
        ),
        pytest.param(
            "facts:",
            "headings: {water: [饮用水]}\nfacts:",
            "5:12  标题不是一行文字 · 应为：有冒号或者方括号的，两头加引号",
            id="heading-no-text",
        ),
        pytest.param(
            "facts:",
            "wihtout: [plans]\nfacts:",
            f"5:1  不认识的键“wihtout” · {OFFICE_KEYS} · 是否想写：without",
            id="unknown-key",
        ),
        pytest.param(
            "archetype: water-quarter\n",
            "",
            "2:1  缺少“archetype” · 应为：water-quarter",
            id="of-nothing",
        ),
        pytest.param(
            "archetype: water-quarter",
            "archetype: water",
            "2:1  没有“water”这个范本 · 应为：water-quarter",
            id="of-unknown",
        ),
        pytest.param(
            "facts:",
            "facts:\nname2:",
            "5:1  缺少“facts” · 应为：“facts:”，下面每行一个指标",
            id="no-facts",
        ),
    ],
)
def test_a_bad_office(small: Project, old: str, new: str, expected: str) -> None:
    small.replace(OFFICE, old, new)
    assert f"{OFFICE}:{expected}" in problems(small)


def test_an_example_of_zero_samples_has_no_rate_to_print(small: Project) -> None:
    small.replace(OFFICE, SAMPLES, "samples: {now: 0, last: 0}")
    small.replace(OFFICE, PASSED, "passed: {now: 0, last: 0}")
    values = "“合格水样（本期）”0份、“水样（本期）”0份"
    assert f"{OFFICE}:5:1  {values}算不出结果 · 应为：改其中的数，分母不为零" in problems(small)


PLANS = "templates/sections/plans.j2"
AND_FACTS = "应为：核对 templates/sections/{}.j2 和填的文字"


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        pytest.param(
            PLANS,
            "的工作。",
            "的工作；。",
            f"正文标点重复：续做好两个乡镇的工作；。 · {AND_FACTS.format('plans')}",
            id="doubled-marks",
        ),
        pytest.param(
            PLANS,
            "继续做",
            "继续 做",
            f"正文汉字之间有空格：第二季度继续 做好两个乡镇的工作。 · {AND_FACTS.format('plans')}",
            id="gap",
        ),
        pytest.param(
            PLANS,
            "的工作。",
            "的工作",
            f"段落没有以句号结尾：第二季度继续做好两个乡镇的工作 · {AND_FACTS.format('plans')}",
            id="no-full-stop",
        ),
        pytest.param(
            PLANS,
            "{{ period",
            "{% if known(period) %}\n# 目标\n\n# 措施\n{% endif %}\n{{ period",
            "标题“目标”下面没有正文 · 应为：没有内容时整节不写",
            id="bare-heading",
        ),
        pytest.param(
            OFFICE,
            "  towns:\n    - {name: 东镇, cost: 3.5}\n    - {name: 西镇}",
            "  towns:\n    - {name: 东镇}\n    - {name: 东镇}",
            f"同一段写了两次：东镇。 · {AND_FACTS.format('water')}",
            id="paragraph-twice",
        ),
    ],
)
def test_the_text_of_an_example_is_proofread(
    small: Project, name: str, old: str, new: str, expected: str
) -> None:
    small.replace(name, old, new)
    assert problems(small) == [f"{OFFICE}:1:1  {expected}"]


@pytest.mark.parametrize("comment", ["", "{# #}\n", "{##}\n", "甲{# 注释。 #}\n"])
def test_a_template_begins_with_what_it_is_for(small: Project, comment: str) -> None:
    small.replace(PLANS, "{# Plans. #}\n", comment)
    expected = "第一行不是注释 · 应为：{# 用一句话写这个模板做什么。 #}，单独一行"
    assert problems(small) == [f"{PLANS}:1:1  {expected}"]


def test_a_section_may_be_left_out(small: Project) -> None:
    small.replace(OFFICE, "facts:", "without: [plans]\nfacts:")
    assert problems(small) == []


def test_an_unusual_length_is_remarked_on_and_no_more(small: Project) -> None:
    small.replace(ARCHETYPE, "length: [10, 2000]", "length: [1000, 2000]")
    library, report = check(small.root)
    _, warning = map(str, report.warnings)
    assert warning.startswith(f"{OFFICE}:1:1  （提醒）示例正文250字，少750字")
    assert warning.endswith(f"应为：1000到2000字；增减内容，或改 {ARCHETYPE} 的 length")
    assert validated(library, report) is library


# --- reports ---


def test_an_unsound_library_is_not_handed_out(small: Project) -> None:
    small.replace(ARCHETYPE, "examples: [first]", "examples: [frist]")
    with pytest.raises(ProblemsFoundError, match="共1处错误，未生成任何文件。"):
        validated(*check(small.root))


def test_a_folder_that_is_no_project_is_one_line(small: Project) -> None:
    with pytest.raises(ProblemsFoundError) as raised:
        check(small.root / "docs")
    expected = "这不是项目文件夹 · 应为：先 cd 到项目文件夹，或写 --root 项目文件夹"
    assert list(map(str, raised.value.problems)) == [f"{small.root / 'docs'}:1:1  {expected}"]


def test_a_rate_is_a_percentage_of_figures_of_one_unit(small: Project) -> None:
    small.replace(FACTS, "denominator: samples", "denominator: paid")
    said = problems(small)
    assert any(line.endswith(f"的分子和分母单位不同 · 应为：{SAME_UNIT}") for line in said)


QUESTIONS = "data/writing/questions.yml"
MENDED = " · 应为：改这条规则，或改例子"
ASKING = """# yaml-language-server: $schema=../../docs/assets/schema/questions.schema.json
questions:
  claim:
    title: 自称
    kind: claim
    words: 第一
    unless: 通报
    ask: “{label}”写着“{claim}”？
    why: 要有出处
    examples:
      - facts: {org: 全县第一}
        asks: “单位”写着“全县第一”？
      - facts: {org: 某局}
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("某局}", "县第一}", f"13:9  “claim”对这个例子问的是：“单位”写着“县第一”？{MENDED}"),
        ("全县第一}", "全县}", f"12:9  “claim”对这个例子什么也没有问{MENDED}"),
        ("{claim}”？", "{claims}”？", "8:5  这类问题里没有“{claims}” · 应为：{label}、{claim}"),
        ("words: 第一", "words: '('", "6:5  words 不是正确的正则表达式 · 应为：如 名列|第一"),
        ("    words: 第一\n", "", "3:3  claim 类的问题缺少“words” · 应为：见维护说明“读者会问”"),
    ],
)
def test_a_question_is_held_to_its_examples(
    small: Project, old: str, new: str, expected: str
) -> None:
    small.write(QUESTIONS, ASKING)
    assert problems(small) == []
    small.replace(QUESTIONS, old, new)
    assert problems(small) == [f"{QUESTIONS}:{expected}"]
