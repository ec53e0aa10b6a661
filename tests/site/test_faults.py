"""Bad input: each fault gives one exact line, and nothing else.

The numbers name the faults; 44 to 46, which concern pages, are in tests/builds.
"""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

import pytest

from macros.document.document import BIDI_CONTROLS
from macros.library.library import validated
from macros.library.loader import load
from macros.output.word import shell
from macros.site.archetype_pages import Pages
from macros.site.file_name_checks import check_file_names
from macros.site.project_checks import UNFINISHED
from macros.source.report import Report
from macros.templating.language import FILTERS
from tests.support.command import Command
from tests.support.project import OFFICE, ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.project import Project

FACTS = "data/facts/common.yml"
TEMPLATE = "templates/sections/plans.j2"

NEXT = "{{ period|next }}"
THERE_ARE = f"应为：{'、'.join(FILTERS)}"
SEE = "应为：见“模板写法”"
PLAIN_DIGITS = "应为：阿拉伯数字，如 12 或 12.5"
ONLY_DIGITS = "应为：只写数字，单位由指标决定"
NO_ZERO = "应为：不以0开头；区号、编号不是数，不能填在这里"
TOO_LONG = "应为：至多15位的数；证件号、账号不是数，不能填在这里"
SAVE_AS = "应为：UTF-8：用记事本“另存为”，编码选 UTF-8"
NO_ANCHORS = "应为：把内容写全，不用锚点和别名"
TOO_DEEP = "层次过深或内容过多 · 应为：至多30层、20000项"
GRADES = "应为：县级、市级"
FORBIDDEN = "有不能使用的字符"
DELETE = "应为：删去它"
A_DAY = "应为：存在的日期，如 2026-03-31，或月份，如 2026-03"
FILE_NAME = "文件名不规范 · 应为：小写英文字母、数字和连接符，字母开头，80个字符以内"
SYSTEM = "tag:yaml.org,2002:python/object/apply:os.system"
POPEN = "cycler.__init__.__globals__.os.popen('id').read()"
LAUGHS = "a0: &a0 [x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9)
)
MERGES = "a0: &a0 {x: 1}\na1: {<<: *a0}\n"

Said = tuple[int, str, list[str]]


def said(capsys: pytest.CaptureFixture[str], project: Project, *arguments: str) -> Said:
    """Run the command line; return its status and what it printed on either stream."""
    status, out, err = Command(project, capsys)(*arguments)
    return status, out, err.splitlines()


def rendered(capsys: pytest.CaptureFixture[str], project: Project, *options: str) -> Said:
    facts = str(project.root / OFFICE)
    return said(capsys, project, "render", "water-quarter", "--facts", facts, *options)


class Fault(NamedTuple):
    """What stands in a file instead of `old` (or of all of it), and what is reported of it."""

    name: str
    old: str
    new: str | bytes
    problem: str


def template(number: str, source: str, problem: str) -> object:
    """Return a fault of a template: `source` stands at the start of its second line."""
    fault = Fault(TEMPLATE, NEXT, source + NEXT, f"{TEMPLATE}:2:{problem}")
    return pytest.param(fault, id=number)


def office(number: str, old: str, new: str, problem: str) -> object:
    """Return a fault of an office's facts."""
    return pytest.param(Fault(OFFICE, old, new, f"{OFFICE}:{problem}"), id=number)


def whole(number: str, content: str | bytes, problem: str) -> object:
    """Return a fault of a facts file as a whole."""
    return pytest.param(Fault(OFFICE, "", content, f"{OFFICE}:{problem}"), id=number)


def figure(number: str, written: str, problem: str) -> object:
    """Return a fault of a figure's entry."""
    return office(number, "above: 25", f"above: {written}", f"16:10  “上级资金”：{problem}")


FAULTS = [
    template("1-undefined-variable", "{{ 不存在 }}", "4  没有“不存在”这个指标"),
    template("2-undefined-fact", "{{ pepole }}", "4  没有“pepole”这个指标 · 是否想写：people"),
    office(
        "2-undefined-key",
        "  org:",
        "  orgs: 甲\n  org:",
        "6:3  没有“orgs”这个指标 · 应为：命令 summaries facts 列出的指标 · 是否想写：org",
    ),
    template("3-attribute-of-undefined", "{{ nothing.more }}", "4  没有“nothing”这个指标"),
    template(
        "4-unclosed-if",
        "{% if detailed %}",
        "1  模板语法不对：“{% if detailed %}”没有结束 · 应为：在它管的正文后面写 {% endif %}",
    ),
    template("5-unknown-filter", "{{ org|upper }}", f"8  没有“upper”这个过滤器 · {THERE_ARE}"),
    template(
        "6-missing-include",
        "{% include 'nosuch.j2' %}",
        "1  模板里不用“{% include %}” · 应为：在范本里用另一个片段",
    ),
    template(
        "7-include-outside",
        "{% include '../data/x' %}",
        "1  模板里不用“{% include %}” · 应为：在范本里用另一个片段",
    ),
    template(
        "8-include-of-itself",
        "{% include 'plans.j2' %}",
        "1  模板里不用“{% include %}” · 应为：在范本里用另一个片段",
    ),
    template("10-text-and-number", "{{ org + 1 }}", "1  模板里不用“+” · 应为：plus(a, b)"),
    template(
        "11-endless-loop",
        "{% for i in range(10**9) %}甲{% endfor %}",
        "13  没有“range”这个函数 · 是否想写：change",
    ),
    template("11-huge-text", "{{ 'a' * 10**8 }}", "1  模板里不用“*” · 应为：乘积作为一个指标填写"),
    template("12-popen", f"{{{{ {POPEN} }}}}", "47  没有“这个调用”这个函数"),
    template("12-class", "{{ org.__class__ }}", "8  “org”没有“.__class__” · 应为：直接用它的名字"),
    template("13-config", "{{ config }}", "4  没有“config”这个指标"),
    template("13-environment", "{{ environment }}", "4  没有“environment”这个指标"),
    whole("15-empty-facts", "", "1:1  空文件 · 应为：至少一个“键: 值”"),
    whole("16-list-of-facts", "- a\n- b\n", "1:1  最外层不是“键: 值” · 应为：“键: 值”，每行一个"),
    office(
        "17-open-quote",
        "name: 某县",
        "name: '某县",
        "3:7  引号没有配对 · 应为：在值的末尾补上同样的引号",
    ),
    office("18-tab", "  org:", "\torg:", "6:1  第6行用了 Tab 缩进 · 应为：空格"),
    whole("19-gbk", "# x\nname: 某县\n".encode("gbk"), f"2:1  文件是 GBK 编码 · {SAVE_AS}"),
    whole("20-utf-16", "name: 某县\n".encode("utf-16"), f"1:1  文件是 UTF-16 编码 · {SAVE_AS}"),
    office(
        "23-key-twice",
        "  grade: 县级",
        "  grade: 县级\n  org: 别站",
        "20:3  “org”写了两次，第6行已有 · 应为：每个键只写一次",
    ),
    office(
        "24-no-such-day",
        "signed: 2026-04-02",
        "signed: 2025-13-01",
        f"10:11  “成文日期”：读不懂“2025-13-01” · {A_DAY}",
    ),
    whole("25-nesting", "a: " + "[" * 2000 + "]" * 2000, f"1:33  {TOO_DEEP}"),
    whole("26-alias-bomb", LAUGHS, f"1:5  用了锚点（&a0） · {NO_ANCHORS}"),
    whole("27-merge-bomb", MERGES, f"1:5  用了锚点（&a0） · {NO_ANCHORS}"),
    whole("27-merge", "a: {<<: {b: 1}}\n", "1:5  用了合并键（<<） · 应为：把内容写全"),
    whole(
        "28-python-object",
        "a: !!python/object/apply:os.system ['id']\n",
        f"1:4  用了类型标签（{SYSTEM}） · 应为：不带“!”的普通写法",
    ),
    figure("29-time", "8:30", f"“8:30”不是数 · {PLAIN_DIGITS}"),
    figure("30-area-code", "0571", f"“0571”不是数 · {NO_ZERO}"),
    figure("31-yes", "yes", f"“yes”不是数 · {PLAIN_DIGITS}"),
    office(
        "31-yes-as-option",
        "grade: 县级",
        "grade: yes",
        f"19:10  “级别”：“yes”不在选项中 · {GRADES}",
    ),
    figure("32-nan", ".nan", f"“.nan”不是数 · {ONLY_DIGITS}"),
    figure("32-inf", "-.inf", f"“-.inf”不是数 · {ONLY_DIGITS}"),
    figure("33-underscore", "1_000", f"“1_000”不是数 · {PLAIN_DIGITS}"),
    figure("33-exponent", "1e3", f"“1e3”不是数 · {PLAIN_DIGITS}"),
    figure("33-hexadecimal", "0x1F", f"“0x1F”不是数 · {PLAIN_DIGITS}"),
    figure(
        "33-out-of-range",
        "1000.5",
        f"“1000.5”超出合理范围 · 应为：0到1000（万元），见{FACTS}:15:3的 range",
    ),
    office(
        "33-comma",
        "samples: {now: 214,",
        "samples: {now: 1,214,",
        "14:20  “1,214”里有逗号 · 应为：数里不写逗号：1214",
    ),
    office(
        "18-full-width-space", "  org:", "\u3000org:", "6:1  第6行用了全角空格缩进 · 应为：半角空格"
    ),
    office(
        "18-full-width-colon",
        "  org: ",
        "  org：",
        "6:6  冒号是全角的 · 应为：半角冒号加一个空格“: ”",
    ),
    figure("34-identity-number", "440101199001011234", f"“440101199001011234”不是数 · {TOO_LONG}"),
    figure("35-5000-digits", "9" * 5000, f"“{'9' * 20}……”（共5000个字符）不是数 · {TOO_LONG}"),
    office(
        "42-lone-surrogate",
        "name: 某县",
        'name: "某\\ud83d县"',
        "3:11  “\\u”后面不是一个完整的字符，直接写出这个字符 · 应为：正确的 YAML",
    ),
    whole("42-surrogate-bytes", b"name: \xed\xa0\xbd\n", f"1:1  文件是 未知 编码 · {SAVE_AS}"),
    office("42-nul", "name: 某县", "name: 某\x00县", f"3:8  {FORBIDDEN} U+0000 · {DELETE}"),
    office(
        "42-escaped-nul", "name: 某县", 'name: "某\\0县"', f"3:7  {FORBIDDEN} U+0000 · {DELETE}"
    ),
    office(
        "42-noncharacter", "name: 某县", "name: 某\ufffe县", f"3:8  {FORBIDDEN} U+FFFE · {DELETE}"
    ),
    whole(
        "46-5-mb", b"# x\n" * 1_250_000, "1:1  文件有5000000字节，过大 · 应为：不超过1000000字节"
    ),
    whole("47-300-level-list", "a:\n  " + "- " * 300 + "x\n", f"2:61  {TOO_DEEP}"),
]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_one_line(
    small: Project, capsys: pytest.CaptureFixture[str], fault: Fault
) -> None:
    if fault.old and isinstance(fault.new, str):
        small.replace(fault.name, fault.old, fault.new)
    else:
        small.write(fault.name, fault.new)
    count = "共1处错误，未生成任何文件。"
    assert said(capsys, small, "check") == (1, "", [fault.problem, count + UNFINISHED])
    assert rendered(capsys, small) == (1, "", [fault.problem, count])


def test_9_division_by_zero(small: Project, capsys: pytest.CaptureFixture[str]) -> None:
    small.replace(OFFICE, "samples: {now: 214, last: 200}", "samples: {now: 0}")
    small.replace(OFFICE, "passed: {now: 92, last: 90}", "passed: {now: 0}")
    status, out, (problem, _) = said(capsys, small, "check")
    assert (status, out) == (1, "")
    values = "“合格水样（本期）”0份、“水样（本期）”0份算不出结果"
    assert problem == f"{OFFICE}:5:1  {values} · 应为：改其中的数，分母不为零"
    status, out, drafts = rendered(capsys, small)
    assert status == 0
    assert drafts == ["草稿：正文有1处空白。未填：无。", f"草稿：{values}，请改其中的数。"]
    assert "合格率＿＿＿＿%" in out


def test_14_facts_file_missing(small: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (small.root / OFFICE).unlink()
    missing = "没有“first”这个单位示例 · 应为：data/offices 里的文件名"
    count = "共1处错误，未生成任何文件。"
    assert said(capsys, small, "check") == (
        1,
        "",
        [f"data/archetypes/water-quarter.yml:19:12  {missing}", count + UNFINISHED],
    )
    why = "读不了文件（没有这个文件或文件夹） · 应为：一个可读的文本文件"
    assert rendered(capsys, small) == (1, "", [f"{small.root / OFFICE}:1:1  {why}", count])


def test_14_vocabulary_missing(small: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (small.root / FACTS).unlink()
    problem = "data/facts:1:1  一个指标也没有 · 应为：至少一个指标文件"
    count = f"共1处错误，未生成任何文件。{UNFINISHED}"
    assert said(capsys, small, "check") == (1, "", [problem, count])


@pytest.mark.slow
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda data: b"\xef\xbb\xbf" + data, id="21-bom"),
        pytest.param(lambda data: data.replace(b"\n", b"\r\n"), id="22-crlf"),
        pytest.param(lambda data: data.replace(b"\n", b"\r"), id="22-cr"),
    ],
)
def test_bom_and_line_ends_change_nothing(
    small: Project, capsys: pytest.CaptureFixture[str], change: object
) -> None:
    assert callable(change)
    before = written(capsys, small)
    for path in [*small.root.rglob("*.yml"), *small.root.rglob("*.j2")]:
        path.write_bytes(change(path.read_bytes()))
    assert said(capsys, small, "check")[0] == 0
    assert written(capsys, small) == before


def written(capsys: pytest.CaptureFixture[str], project: Project) -> list[object]:
    """Return what each kind of template makes: a summary, a print, a page and a Word file."""
    library = validated(*load(project.root))
    shell.cache_clear()
    word = [shell(layout, project.root / "templates/word") for layout in library.layouts.values()]
    page = Pages(library, project.root).overview("water-quarter")
    return [*(rendered(capsys, project, "--format", f) for f in ("json", "html")), page, word]


TEXTS = [
    pytest.param("8:30", id="29-time"),
    pytest.param("0571", id="30-area-code"),
    pytest.param("no", id="31-no"),
    pytest.param("440101199001011234", id="34-identity-number"),
    pytest.param("{{ 7*7 }} {% raw %} {# x #}", id="36-jinja"),
    pytest.param("<script>alert(1)</script><img src=x onerror=alert(1)>", id="37-script"),
    pytest.param("[点我](javascript:alert(1))", id="38-link"),
    pytest.param("甲|乙", id="39-bar"),
    pytest.param("# 标题", id="40-heading"),
    pytest.param("+ 项", id="40-item"),
    pytest.param("a*b*c _d_ `e` ~~f~~", id="41-emphasis"),
    pytest.param("&lt;b&gt; &amp; \\# \"甲\" '乙'", id="41-entities"),
    pytest.param("甲\u202e乙\u200b丙", id="43-bidi-and-zero-width"),
]


class Shown(HTMLParser):
    """The text of a page's fragment, and the names of its tags and attributes."""

    def __init__(self, html: str) -> None:  # noqa: D107 - as the class says
        super().__init__()
        self.text, self.names = "", set[str]()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names |= {tag, *(name for name, _ in attrs)}

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("text", TEXTS)
def test_a_fact_stays_text(small: Project, capsys: pytest.CaptureFixture[str], text: str) -> None:
    before = example(small)
    quoted = json.dumps(text, ensure_ascii=False)
    small.replace(OFFICE, "org: 某县水务站", f"org: {quoted}")
    small.replace(OFFICE, "{title: 人手少}", f"{{title: {quoted}}}")
    assert said(capsys, small, "check")[0] == 0
    status, out, _ = rendered(capsys, small)
    assert status == 0
    text = BIDI_CONTROLS.sub("", text)
    assert out.startswith(f"{text}2026年第一季度水质总结\n")
    assert f"　　（二）{text}。\n" in out
    assert f"\n\n{text}\n2026年4月2日\n" in out
    model = json.loads(rendered(capsys, small, "--format", "json")[1])
    runs = [run for block in model["blocks"] for run in block["runs"]]
    assert [run["text"] for run in runs if run.get("facts") == ["org"]] == [text, text]
    assert {"text": text, "facts": ["problems[1].title"]} in runs
    shown = example(small)
    assert shown.names == before.names
    assert shown.text.count(text) == 3
    assert all(line.strip("　") in shown.text for line in out.splitlines())


def example(project: Project) -> Shown:
    library = validated(*load(project.root))
    return Shown(Pages(library, project.root).example("water-quarter"))


def test_40_line_breaks_stay_inside_a_paragraph(
    small: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    small.replace(OFFICE, "org: 某县水务站", 'org: "某县\\n\\n# 水务站\\r\\n\\u2028+ 甲"')
    status, out, _ = rendered(capsys, small)
    assert status == 0
    assert out.startswith("某县# 水务站+ 甲2026年第一季度水质总结\n\n　　一、")


@pytest.mark.parametrize(("character", "column"), [("\u202e", 8), ("\u200b", 8), ("\ufeff", 8)])
def test_43_what_hides_is_pointed_out(
    small: Project, capsys: pytest.CaptureFixture[str], character: str, column: int
) -> None:
    small.replace(OFFICE, "name: 某县", f"name: 某{character}县")
    status, _, problems = said(capsys, small, "check")
    what = f"有看不见的字符 U+{ord(character):04X}"
    advice = "应为：在文件里删去，以免读到的与看到的不同"
    assert status == 0
    assert problems[1:] == [f"{OFFICE}:3:{column}  （提醒）{what} · {advice}"]


@pytest.mark.parametrize("stem", ["甲", "a b", "a%20b", "a#b", "A", "-a", "甲" * 80, "a" * 81])
def test_48_file_names_are_plain(
    small: Project, capsys: pytest.CaptureFixture[str], stem: str
) -> None:
    name = f"data/offices/{stem}.yml"
    small.write(name, small.read(OFFICE))
    assert said(capsys, small, "check")[::2] == (
        1,
        [f"{name}:1:1  {FILE_NAME}", f"共1处错误，未生成任何文件。{UNFINISHED}"],
    )


DOCS_NAMES = [
    ("甲.md", "文件名不规范"),
    ("a b/x.md", "文件名不规范"),
    ("a%20b.md", "文件名不规范"),
    ("a#b.md", "文件名不规范"),
    ("A.md", "文件名不规范"),
    ("assets/图.png", "文件名不规范"),
    ("con.md", "Windows 不能用“con.md”这个名字"),
    ("lpt1/x.md", "Windows 不能用“lpt1”这个名字"),
    ("x.markdown", "页面不用 .markdown"),
    ("index.html", "页面不用 .html"),
    (f"{'a' * 60}/{'b' * 60}.md", "路径过长"),
]


@pytest.mark.parametrize(("name", "what"), DOCS_NAMES)
def test_48_names_in_docs_are_plain(tmp_path: Path, name: str, what: str) -> None:
    path = tmp_path / "docs" / name
    path.parent.mkdir(parents=True)
    path.write_text("# 页\n", "utf-8")
    report = Report()
    check_file_names(tmp_path, report)
    (problem,) = report.problems
    assert problem.what == what


def test_48_the_names_of_the_site_will_do() -> None:
    report = Report()
    check_file_names(ROOT, report)
    assert not report.problems
