"""Source files: every node knows its place and stays the string written; the rest is refused."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.source import yaml_reader
from macros.source.encoding import FORBIDDEN, MAX_BYTES, decode, json_as_yaml, read_text
from macros.source.report import Report
from macros.source.yaml_reader import MAX_DEPTH, MAX_NODES, Mapping, parse_yaml, read_yaml, to_data

if TYPE_CHECKING:
    from pathlib import Path


def problems(text: str) -> list[str]:
    report = Report()
    assert (parse_yaml(text, "a.yml", report) is None) == bool(report.errors)
    return [str(problem) for problem in report.errors]


def parsed(text: str) -> Mapping:
    report = Report()
    node = parse_yaml(text, "a.yml", report)
    assert node is not None, report.errors
    return node


def decoded(data: bytes) -> tuple[str | None, list[str]]:
    report = Report()
    text = decode(data, "a.yml", report)
    return text, [str(problem) for problem in (*report.errors, *report.warnings)]


# --- what is read ---


WRITTEN = (
    "8:30 0571 yes no on .nan .inf 1_000 1e3 0x1F 1518.20 2025-13-01 2013-03-31 1,000 = true "
    "440101199001011234"
)


@pytest.mark.parametrize("written", WRITTEN.split())
def test_a_scalar_stays_the_string_that_was_written(written: str) -> None:
    assert to_data(parsed(f"key: {written}")) == {"key": written}


@pytest.mark.parametrize("nothing", ["", " ", ' ""'])
def test_nothing_is_an_empty_string(nothing: str) -> None:
    assert to_data(parsed(f"key:{nothing}\n")) == {"key": ""}


def test_wide_spaces_and_colons_in_a_text_are_text() -> None:
    text = "a: |\n  甲：\n  \u3000\u3000乙：丙\nb: 甲：乙\n"
    assert to_data(parsed(text)) == {"a": "甲：\n\u3000\u3000乙：丙\n", "b": "甲：乙"}


NO_NULLS = ["'~'", "'null'", '"NULL"', "nULL", "null值", "~ 甲", "|-\n  null"]


@pytest.mark.parametrize("text", NO_NULLS)
def test_null_in_quotes_or_in_a_text_is_text(text: str) -> None:
    assert to_data(parsed(f"key: {text}")) == {"key": text.removeprefix("|-\n  ").strip("'\"")}


@pytest.mark.parametrize("null", ["~", "null", "Null", "NULL"])
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: {}\n", "1:4"),
        ("a: {{b: 1, c: {}}}\n", "1:14"),
        ("a:\n  - {}\n", "2:5"),
        ("a: 1\n{}: 2\n", "2:1"),
    ],
)
def test_null_is_told_not_ignored(null: str, text: str, place: str) -> None:
    said = f"a.yml:{place}  “{null}”是空值 · 应为：没有就留空；是文字就加引号"
    assert problems(text.format(null)) == [said]


def test_null_in_json_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"facts": {"a": null, "b": "null"}}', "utf-8")
    report = Report()
    assert read_yaml(tmp_path / "x.json", "x.json", report) is None
    assert [str(p) for p in report.errors] == [
        "x.json:1:17  “null”是空值 · 应为：没有就留空；是文字就加引号"
    ]


def test_lists_and_mappings_nest() -> None:
    text = "a: [x, {b: y}]\nc:\n  - d: z\n"
    assert to_data(parsed(text)) == {"a": ["x", {"b": "y"}], "c": [{"d": "z"}]}


def test_json_is_read_too() -> None:
    assert to_data(parsed('{"a": {"b": ["x", "1.50"]}, "c": 2}')) == {
        "a": {"b": ["x", "1.50"]},
        "c": "2",
    }


@given(texts=st.lists(st.text() | st.text("\\ud8cdef0/😀𠀀\x85\u2028"), max_size=4))
@pytest.mark.parametrize("escaped", [True, False])
def test_json_may_escape_what_it_likes(*, escaped: bool, texts: list[str]) -> None:
    report = Report()
    node = parse_yaml(
        json_as_yaml(json.dumps({"a": texts}, ensure_ascii=escaped)), "a.json", report
    )
    if FORBIDDEN.search("".join(texts)):
        assert node is None
    else:
        assert node is not None
        assert to_data(node) == {"a": texts}


@pytest.mark.parametrize("half", ["\\ud83d", "\\ude00", "\\ude00\\ud83d", "\\\\\\ud83d\\\\\\ude00"])
def test_half_a_character_is_refused_in_json_too(tmp_path: Path, half: str) -> None:
    (tmp_path / "x.json").write_text(f'{{"a": "{half}"}}', "utf-8")
    report = Report()
    assert read_yaml(tmp_path / "x.json", "x.json", report) is None
    assert "“\\u”后面不是一个完整的字符，直接写出这个字符 · 应为：正确的 JSON" in str(
        report.errors[0]
    )


def test_a_character_in_two_halves_is_one_in_json_only(tmp_path: Path) -> None:
    for name, written in (("x.json", '"\\ud83d\\ude00"'), ("x.yml", "'\\ud83d\\ude00'")):
        (tmp_path / name).write_text(f'{{"a": {written}}}', "utf-8")
    read = [read_yaml(tmp_path / name, name, Report()) for name in ("x.json", "x.yml")]
    assert [node and to_data(node) for node in read] == [{"a": "😀"}, {"a": "\\ud83d\\ude00"}]


def test_every_node_knows_its_place() -> None:
    node = parsed("甲: 1\nb:\n  - 丙: x\n")
    inner = node.get("b")
    assert inner
    assert str(node.place_of("甲")) == "a.yml:1:1"
    assert str(inner.place) == "a.yml:3:3"
    assert str(node.place_of("missing")) == str(node.place) == "a.yml:1:1"
    assert node.get("missing") is None


# --- what is refused ---

DEEP = "a: " + "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)
SYSTEM = "tag:yaml.org,2002:python/object/apply:os.system"
LIMITS = f"层次过深或内容过多 · 应为：至多{MAX_DEPTH}层、{MAX_NODES}项"
WIDE = "冒号是全角的 · 应为：半角冒号加一个空格“: ”"
YAML = "应为：正确的 YAML"
WIDE_SPACE = "用了全角空格缩进 · 应为：半角空格"
REFUSED = [
    pytest.param("", "1:1  空文件 · 应为：至少一个“键: 值”", id="empty"),
    pytest.param("# 注释\n", "1:1  空文件 · 应为：至少一个“键: 值”", id="only-comments"),
    pytest.param("- a\n- b\n", "1:1  最外层不是“键: 值” · 应为：“键: 值”，每行一个", id="list"),
    pytest.param("title：甲\nshort: 乙\n", f"1:6  {WIDE}", id="wide-colon"),
    pytest.param("a: 1\nb：2\nc: 3\n", f"2:2  {WIDE}", id="wide-colon-between"),
    pytest.param("a: 1\nb：2\n", f"2:2  {WIDE}", id="wide-colon-at-the-end"),
    pytest.param("a：b\n", f"1:1  {WIDE}", id="wide-colon-alone"),
    pytest.param("a: {now： 3, last: 2}\n", f"1:5  {WIDE}", id="wide-colon-inside"),
    pytest.param("a:\n\u3000\u3000b: 1\n", f"2:1  第2行{WIDE_SPACE}", id="wide-spaces"),
    pytest.param("a:\n  \u3000b: 1\n", f"2:3  第2行{WIDE_SPACE}", id="wide-space-after-others"),
    pytest.param("just text\n", "1:1  最外层不是“键: 值” · 应为：“键: 值”，每行一个", id="scalar"),
    pytest.param(
        "a: 1\nb: 2\na: 3\n", "3:1  “a”写了两次，第1行已有 · 应为：每个键只写一次", id="twice"
    ),
    pytest.param(
        "a: {b: 1, b: 2}\n",
        "1:11  “b”写了两次，第1行已有 · 应为：每个键只写一次",
        id="twice-inside",
    ),
    pytest.param(
        "a: &x 1\n", "1:4  用了锚点（&x） · 应为：把内容写全，不用锚点和别名", id="anchor"
    ),
    pytest.param("a: *x\n", "1:4  用了别名（*） · 应为：把内容写全，不用锚点和别名", id="alias"),
    pytest.param("a:\n  <<: {b: 1}\n", "2:3  用了合并键（<<） · 应为：把内容写全", id="merge"),
    pytest.param(
        "a: !!str 1\n",
        "1:4  用了类型标签（tag:yaml.org,2002:str） · 应为：不带“!”的普通写法",
        id="tag",
    ),
    pytest.param(
        "a: !!python/object/apply:os.system ['id']\n",
        f"1:4  用了类型标签（{SYSTEM}） · 应为：不带“!”的普通写法",
        id="python-tag",
    ),
    pytest.param(
        "a: 1\n---\nb: 2\n", "3:1  一个文件里有多个文档 · 应为：不用“---”分隔", id="two-documents"
    ),
    pytest.param("a:\n\tb: 1\n", "2:1  第2行用了 Tab 缩进 · 应为：空格", id="tab"),
    pytest.param("a:\n  \tb: 1\n", "2:3  第2行用了 Tab 缩进 · 应为：空格", id="tab-after-spaces"),
    pytest.param("? [a, b]\n: c\n", "1:3  键不是文字 · 应为：“键: 值”", id="list-as-key"),
    pytest.param(
        "a: '没有结束\nb: 1\n",
        "1:4  引号没有配对 · 应为：在值的末尾补上同样的引号",
        id="open-quote",
    ),
    pytest.param(
        "a: b: c\n",
        "1:5  冒号的位置不对，文字里有冒号要加引号 · 应为：正确的 YAML",
        id="two-colons",
    ),
    pytest.param(
        "a: 1\n没有冒号\nb: 2\n",
        "2:1  这一行缺少“: ” · 应为：“键: 值”；接着上一行的文字，用引号把整段包住",
        id="no-colon",
    ),
    pytest.param(
        "a: @x\n", "1:4  这里有不能用作开头的字符，文字要加引号 · 应为：正确的 YAML", id="at-sign"
    ),
    pytest.param(
        "a: [1, 2\nb: 3\n",
        "1:4  方括号没有配对 · 应为：补上“]”；文字里有方括号要加引号",
        id="open-bracket",
    ),
    pytest.param(
        "a: {b: 1\nc: 3\n",
        "1:4  花括号没有配对 · 应为：补上“}”；各项之间用半角逗号，文字里有逗号要加引号",
        id="open-brace",
    ),
    pytest.param(
        "a:\n- b\n c: d\n",
        "3:3  冒号的位置不对，文字里有冒号要加引号 · 应为：正确的 YAML",
        id="bad-indent",
    ),
    pytest.param(
        'a: "\\ud83d"\n',
        "1:7  “\\u”后面不是一个完整的字符，直接写出这个字符 · 应为：正确的 YAML",
        id="lone-surrogate",
    ),
    pytest.param('a: "x\\0"\n', "1:4  有不能使用的字符 U+0000 · 应为：删去它", id="escaped-nul"),
    pytest.param(
        'a: "\\uFFFE"\n', "1:4  有不能使用的字符 U+FFFE · 应为：删去它", id="escaped-noncharacter"
    ),
    pytest.param(
        "a: b\n- c\n",
        "2:1  缩进或引号不对 · 应为：与上面同级的键左对齐；引号包住整个值，后面不再写字",
        id="list-after-value",
    ),
    pytest.param(
        "a:\n  - b\n  c: d\n",
        "3:3  列表项缩进不对齐 · 应为：同一个列表的“- ”左对齐；别的键与列表的键左对齐",
        id="list-not-aligned",
    ),
    pytest.param(
        "a: - b\n",
        "1:4  列表项的位置不对 · 应为：“- ”另起一行，比上一行的键多缩进两格",
        id="list-in-line",
    ),
    pytest.param(
        'a: "\\q"\n', "1:5  反斜线的写法不对，文字改用单引号 · 应为：正确的 YAML", id="escape"
    ),
    pytest.param(
        "a: ]\n",
        "1:4  这里缺少内容 · 应为：“: ”或“- ”后面写上值；以括号开头的文字要加引号",
        id="bracket-alone",
    ),
    pytest.param("a: |0\n  b\n", f"1:5  “|”“>”后面的写法不对 · {YAML}", id="indicator"),
    pytest.param("%YAML 2.0\n---\na: 1\n", f"1:1  不用“%”开头的行 · {YAML}", id="version"),
    pytest.param("%YAML x\n---\na: 1\n", f"1:7  不用“%”开头的行 · {YAML}", id="directive"),
    pytest.param("a: !<x\n", f"1:7  “!”后面的写法不对，文字要加引号 · {YAML}", id="open-tag"),
    pytest.param("a: !%\n", f"1:5  “!”后面的写法不对，文字要加引号 · {YAML}", id="tag-escape"),
    pytest.param("a: &\n", f"1:5  “&”“*”不能用作开头，文字要加引号 · {YAML}", id="anchor-alone"),
    pytest.param("a: *\n", f"1:5  “&”“*”不能用作开头，文字要加引号 · {YAML}", id="alias-alone"),
    pytest.param(DEEP, f"1:33  {LIMITS}", id="too-deep"),
    pytest.param("a: [" + "x," * MAX_NODES + "]", f"1:39999  {LIMITS}", id="too-many"),
]


@pytest.mark.parametrize(("text", "expected"), REFUSED)
def test_what_yaml_may_not_say(text: str, expected: str) -> None:
    assert problems(text) == [f"a.yml:{expected}"]


def test_what_nobody_has_foreseen_is_told_in_the_words_of_the_parser(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(yaml_reader, "YAML_MESSAGES", {})
    said = "1:4  YAML 写法不对（did not find expected node content） · 应为：正确的 YAML"
    assert problems("a: ]\n") == [f"a.yml:{said}"]


@pytest.mark.parametrize(
    "bomb",
    [
        pytest.param("a: &a [x]\n" + "".join(f"b{n}: [*a,*a]\n" for n in range(9)), id="aliases"),
        pytest.param("a: &a {x: 1}\nb: {<<: [*a, *a]}\n", id="merges"),
        pytest.param("a: " + "[" * 100_000, id="nesting"),
        pytest.param("a: " + "{b: " * 50_000, id="nesting-of-mappings"),
        pytest.param("a: " + "9" * 900_000, id="digits"),
        pytest.param("".join(f"k{n}: 1\n" for n in range(70_000)), id="keys"),
    ],
)
def test_bombs_are_refused_in_under_a_second(bomb: str) -> None:
    start = time.process_time()
    report = Report()
    node = parse_yaml(bomb, "a.yml", report)
    assert time.process_time() - start < 1
    assert bool(report.errors) is (node is None)
    assert node is None or to_data(node) == {"a": "9" * 900_000}


# --- bytes ---


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("\ufeff甲\n乙\n".encode(), id="bom"),
        pytest.param("甲\r\n乙\r\n".encode(), id="crlf"),
        pytest.param("甲\r乙\r".encode(), id="cr"),
        pytest.param("甲\n乙\n".encode(), id="lf"),
    ],
)
def test_line_ends_and_bom_make_no_difference(data: bytes) -> None:
    assert decoded(data) == ("甲\n乙\n", [])


SAVE_AS = "应为：UTF-8：用记事本“另存为”，编码选 UTF-8"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param("a\n单位\n".encode("gbk"), f"2:1  文件是 GBK 编码 · {SAVE_AS}", id="gbk"),
        pytest.param(
            "单位".encode("utf-16"), f"1:1  文件是 UTF-16 编码 · {SAVE_AS}", id="utf-16-le"
        ),
        pytest.param(b"\xfe\xff\x00a", f"1:1  文件是 UTF-16 编码 · {SAVE_AS}", id="utf-16-be"),
        pytest.param(b"a\xff\xff", f"1:1  文件是 未知 编码 · {SAVE_AS}", id="unknown"),
        pytest.param(b"ab\n\x00", "2:1  有不能使用的字符 U+0000 · 应为：删去它", id="nul"),
        pytest.param(b"a\x7f", "1:2  有不能使用的字符 U+007F · 应为：删去它", id="delete"),
        pytest.param(
            "甲\ufffe".encode(), "1:2  有不能使用的字符 U+FFFE · 应为：删去它", id="noncharacter"
        ),
        pytest.param(
            b"x" * (MAX_BYTES + 1),
            f"1:1  文件有{MAX_BYTES + 1}字节，过大 · 应为：不超过{MAX_BYTES}字节",
            id="too-long",
        ),
    ],
)
def test_other_bytes_are_refused_by_name(data: bytes, expected: str) -> None:
    assert decoded(data) == (None, [f"a.yml:{expected}"])


@pytest.mark.parametrize("character", ["\u202e", "\u200b", "\u2066", "\ufeff"])
def test_characters_that_hide_are_kept_and_pointed_out(character: str) -> None:
    code = f"U+{ord(character):04X}"
    advice = "应为：在文件里删去，以免读到的与看到的不同"
    text = f"a: 甲{character}乙\n"
    assert decoded(text.encode()) == (
        text,
        [f"a.yml:1:5  （提醒）有看不见的字符 {code} · {advice}"],
    )


def test_escapes_that_hide_are_pointed_out() -> None:
    report = Report()
    node = parse_yaml('a: "甲\\u202e"\n', "a.yml", report)
    assert node is not None
    assert to_data(node) == {"a": "甲\u202e"}
    assert [str(p.place) for p in report.warnings] == ["a.yml:1:4"]


def test_a_file_is_read_under_the_name_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text("a: 1\n", "utf-8")
    report = Report()
    node = read_yaml(tmp_path / "x.yml", "data/x.yml", report)
    assert node is not None
    assert node.place.file == "data/x.yml"


@pytest.mark.parametrize(
    ("name", "why"),
    [("missing.yml", "没有这个文件或文件夹"), ("", "这是文件夹")],
    ids=["missing", "folder"],
)
def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path, name: str, why: str) -> None:
    report = Report()
    assert read_text(tmp_path / name, "a.yml", report) is None
    assert [str(problem) for problem in report.errors] == [
        f"a.yml:1:1  读不了文件（{why}） · 应为：一个可读的文本文件"
    ]
