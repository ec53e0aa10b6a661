"""Reads YAML, and JSON, into a tree whose every node knows its place in the file.

Every scalar stays the string that was written, so `0571`, `8:30`, `yes` and `1463.70` mean in
Python what they mean in the browser.  Anchors, aliases, merge keys, tags, duplicate keys and null
are refused, and so are files that are too long, too deeply nested or not in UTF-8.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from macros.source.encoding import check_character, json_as_yaml, place_in, read_text
from macros.source.report import Place, Report

if TYPE_CHECKING:
    from pathlib import Path

MAX_DEPTH = 30
MAX_NODES = 20_000

NULLS = frozenset({"~", "null", "Null", "NULL"})  # what YAML takes for null unless it is quoted

TAB_INDENT = re.compile(r"^[ ]*\t", re.MULTILINE)

# Full-width spaces as indentation, a full-width colon after a key: YAML takes both for text.
FULL_WIDTH_INDENT = re.compile(r"^[ ]*(\u3000+)[ \u3000]*(?:- )?[A-Za-z_][\w-]*[:：]", re.MULTILINE)
FULL_WIDTH_COLON = re.compile(r"^[ ]*(?:- )?[{]?[A-Za-z_][\w-]*(：)", re.MULTILINE)
FULL_WIDTH_KEY = re.compile(r"[A-Za-z_][\w-]*\s*：.*", re.DOTALL)

UNCLOSED = re.compile("found unexpected|could not find|did not find expected ','")
FULL_WIDTH_COLON_MESSAGE = ("冒号是全角的", "半角冒号加一个空格“: ”")
YAML_MESSAGES = {
    "found unexpected end of stream": "引号没有配对",
    "found unexpected document": "引号没有配对",
    "found unknown escape character": "反斜线的写法不对，文字改用单引号",
    "invalid Unicode character escape": "“\\u”后面不是一个完整的字符，直接写出这个字符",
    "mapping values are not allowed": "冒号的位置不对，文字里有冒号要加引号",
    "sequence entries are not allowed": "列表项的位置不对",
    "could not find expected ':'": "这一行缺少“: ”",
    "did not find expected key": "缩进或引号不对",
    "did not find expected '-' indicator": "列表项缩进不对齐",
    "found character that cannot start any token": "这里有不能用作开头的字符，文字要加引号",
    "did not find expected ',' or ']'": "方括号没有配对",
    "did not find expected ',' or '}'": "花括号没有配对",
    "did not find expected node content": "这里缺少内容",
    "did not find expected hexdecimal number": "反斜线的写法不对，文字改用单引号",
    "mapping keys are not allowed": "“?”的位置不对，文字要加引号",
    "found unexpected ':'": "冒号的位置不对，文字里有冒号要加引号",
    "found a tab character": "用了 Tab，改用空格",
    "while scanning a block scalar": "“|”“>”后面的写法不对",
    "directive": "不用“%”开头的行",
    "found incompatible YAML document": "不用“%”开头的行",
    "did not find expected <document start>": "不用“%”开头的行，也不用“---”分隔",
    "while scanning a tag": "“!”后面的写法不对，文字要加引号",
    "while parsing a tag": "“!”后面的写法不对，文字要加引号",
    "found undefined tag handle": "“!”后面的写法不对，文字要加引号",
    "while scanning an a": "“&”“*”不能用作开头，文字要加引号",
}


# What to do, where the message does not say it already.
YAML_REMEDIES = {
    "引号没有配对": "在值的末尾补上同样的引号",
    "列表项的位置不对": "“- ”另起一行，比上一行的键多缩进两格",
    "这一行缺少“: ”": "“键: 值”；接着上一行的文字，用引号把整段包住",
    "缩进或引号不对": "与上面同级的键左对齐；引号包住整个值，后面不再写字",
    "列表项缩进不对齐": "同一个列表的“- ”左对齐；别的键与列表的键左对齐",
    "方括号没有配对": "补上“]”；文字里有方括号要加引号",
    "花括号没有配对": "补上“}”；各项之间用半角逗号，文字里有逗号要加引号",
    "这里缺少内容": "“: ”或“- ”后面写上值；以括号开头的文字要加引号",
}


@dataclass(frozen=True)
class Scalar:
    """A string, exactly as written.

    `style` is YAML's: a quote, `|`, `>`, or empty; `column` is where the lines after a `|` begin.
    """

    place: Place
    value: str
    style: str = ""
    column: int = 0

    def place_of(self, index: int) -> Place:
        """Return where a character of the value stands; the whole value's place if unsure."""
        before = self.value[:index]
        lines, rest = before.count("\n"), index - before.rfind("\n") - 1
        if self.style == "|":
            return Place(self.place.file, self.place.line + 1 + lines, self.column + rest)
        if lines or self.style == ">":
            return self.place
        column = self.place.column + rest + (1 if self.style else 0)
        return Place(self.place.file, self.place.line, column)


@dataclass(frozen=True)
class Sequence:
    """A list of nodes."""

    place: Place
    items: list[Node]


@dataclass(frozen=True)
class Mapping:
    """Keys with their values, in the order of the file; each key once."""

    place: Place
    entries: dict[str, tuple[Scalar, Node]]

    def get(self, key: str) -> Node | None:
        """Return the node under `key`, or None."""
        entry = self.entries.get(key)
        return entry[1] if entry else None

    def place_of(self, key: str) -> Place:
        """Return the place of `key`, or of the mapping when it lacks the key."""
        entry = self.entries.get(key)
        return entry[0].place if entry else self.place


Node = Scalar | Sequence | Mapping
Data = str | list["Data"] | dict[str, "Data"]


def to_data(node: Node) -> Data:
    """Return the node as strings, lists and dictionaries, without places."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [to_data(item) for item in node.items]
    return {key: to_data(value) for key, (_, value) in node.entries.items()}


def read_yaml(path: Path, name: str, report: Report) -> Mapping | None:
    """Return the file's top-level mapping, or None after reporting what is wrong with it."""
    text = read_text(path, name, report)
    if text is None:
        return None
    return parse_yaml(json_as_yaml(text) if _is_json(name) else text, name, report)


def _is_json(name: str) -> bool:
    return name.lower().endswith(".json")


def parse_yaml(text: str, name: str, report: Report) -> Mapping | None:
    """Return the text's top-level mapping, or None after reporting what is wrong with it."""
    if _badly_indented(text, name, report):
        return None
    before = len(report.errors)
    try:
        tree = _Builder(name, report).build(text)
    except yaml.YAMLError as error:
        _report_syntax(error, text, name, report)
        return None
    if len(report.errors) > before:
        return None
    if isinstance(tree, Mapping):
        return tree
    if tree is None or (isinstance(tree, Scalar) and not tree.value):
        report.error(Place(name), "空文件", "至少一个“键: 值”")
    elif isinstance(tree, Scalar) and FULL_WIDTH_KEY.fullmatch(tree.value):
        report.error(tree.place, *FULL_WIDTH_COLON_MESSAGE)
    else:
        report.error(tree.place, "最外层不是“键: 值”", "“键: 值”，每行一个")
    return None


def _badly_indented(text: str, name: str, report: Report) -> bool:
    tab, wide = TAB_INDENT.search(text), FULL_WIDTH_INDENT.search(text)
    if tab:
        where = place_in(text, name, tab.end() - 1)
        report.error(where, f"第{where.line}行用了 Tab 缩进", "空格")
    elif wide:
        where = place_in(text, name, wide.start(1))
        report.error(where, f"第{where.line}行用了全角空格缩进", "半角空格")
    return bool(tab or wide)


def _report_syntax(error: yaml.YAMLError, text: str, name: str, report: Report) -> None:
    """Report a syntax error; often its cause is a full-width colon there or on the line before."""
    where = _error_place(error, name)
    colons = (place_in(text, name, colon.start(1)) for colon in FULL_WIDTH_COLON.finditer(text))
    colon = next((place for place in colons if 0 <= where.line - place.line <= 1), None)
    kind = "JSON" if _is_json(name) else "YAML"
    if colon and kind == "YAML":
        report.error(colon, *FULL_WIDTH_COLON_MESSAGE)
    else:
        message = _message(error, kind)
        remedy = YAML_REMEDIES.get(message) if kind == "YAML" else None
        report.error(where, message, remedy or f"正确的 {kind}")


def _error_place(error: yaml.YAMLError, name: str) -> Place:
    """Return the place of the error; for a quote or bracket never closed, where it was opened."""
    marks = [getattr(error, f"{name}_mark", None) for name in ("problem", "context")]
    problem = str(getattr(error, "problem", ""))
    mark = next(filter(None, marks[::-1] if UNCLOSED.match(problem) else marks), None)
    return Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)


def _message(error: yaml.YAMLError, kind: str) -> str:
    english = f"{getattr(error, 'problem', '')} {getattr(error, 'context', '')} {error}"
    known = (zh for en, zh in YAML_MESSAGES.items() if en in english)
    return next(known, f"{kind} 写法不对（{getattr(error, 'problem', None) or error}）")


class _Builder:
    """Builds the tree from parser events, without recursion: no depth can exhaust the stack."""

    def __init__(self, name: str, report: Report) -> None:
        self.name, self.report = name, report
        self.nodes = 0
        self.source_characters: frozenset[str] = frozenset()
        self.lines: list[str] = []

    def build(self, text: str) -> Node | None:
        """Return the document's root, or None when it is empty or something in it is refused."""
        root: list[Node] = []
        stack: list[_OpenNode] = []
        self.source_characters, self.lines = frozenset(text), text.split("\n")
        for event in yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
            node = self._start_node(event, stack)
            if node is None and isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                node = stack.pop().finish()
            if node is not None:
                self._attach(node, stack, root)
            if not self._is_allowed(event, len(stack)):
                return None
        if len(root) > 1:
            self.report.error(root[1].place, "一个文件里有多个文档", "不用“---”分隔")
        return root[0] if root else None

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self.name, mark.line + 1, mark.column + 1) if mark else Place(self.name)

    def _block_column(self, event: yaml.ScalarEvent) -> int:
        """Return the column at which the lines after a `|` begin."""
        if event.style != "|" or not event.start_mark:
            return 0
        lines = self.lines[event.start_mark.line + 1 :]
        first = next((line for line in lines if line.strip()), "")
        return len(first) - len(first.lstrip(" ")) + 1

    def _start_node(self, event: yaml.Event, stack: list[_OpenNode]) -> Node | None:
        if not isinstance(event, yaml.NodeEvent):
            return None
        place = self._place(event)
        if isinstance(event, yaml.ScalarEvent):
            self._check_escaped(event.value, place)
            if event.value in NULLS and event.implicit[0]:
                self.report.error(place, f"“{event.value}”是空值", "没有就留空；是文字就加引号")
            return Scalar(place, event.value, event.style or "", self._block_column(event))
        if isinstance(event, yaml.MappingStartEvent):
            stack.append(_OpenNode(Mapping(place, {})))
        elif isinstance(event, yaml.SequenceStartEvent):
            stack.append(_OpenNode(Sequence(place, [])))
        return None

    def _check_escaped(self, value: str, place: Place) -> None:
        """Check the characters that stand in the file only as escapes, such as NUL."""
        if self.source_characters.issuperset(value):
            return
        for character in sorted(set(value) - self.source_characters):
            check_character(character, place, self.report)

    def _attach(self, node: Node, stack: list[_OpenNode], root: list[Node]) -> None:
        if not stack:
            root.append(node)
            return
        stack[-1].add(node, self.report)

    def _is_allowed(self, event: yaml.Event, depth: int) -> bool:
        refused = self._refused(event, depth) if isinstance(event, yaml.NodeEvent) else None
        if refused:
            self.report.error(self._place(event), *refused)
        return not refused

    def _refused(self, event: yaml.NodeEvent, depth: int) -> tuple[str, str] | None:
        """Return what is not allowed, and what is expected."""
        if isinstance(event, yaml.AliasEvent):
            return "用了别名（*）", "把内容写全，不用锚点和别名"
        if event.anchor:
            return f"用了锚点（&{event.anchor}）", "把内容写全，不用锚点和别名"
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            return f"用了类型标签（{tag}）", "不带“!”的普通写法"
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            return "层次过深或内容过多", f"至多{MAX_DEPTH}层、{MAX_NODES}项"
        return None


@dataclass
class _OpenNode:
    """A mapping or sequence whose end has not been read yet; `key` still waits for its value."""

    node: Mapping | Sequence
    key: Scalar | None = None

    def add(self, node: Node, report: Report) -> None:
        """Append an item; in a mapping, remember a key or add the value of the remembered key."""
        if isinstance(self.node, Sequence):
            self.node.items.append(node)
        elif self.key is None:
            self.key = _as_key(node, report)
        else:
            self._add_entry(self.key, node, report)
            self.key = None

    def _add_entry(self, key: Scalar, node: Node, report: Report) -> None:
        assert isinstance(self.node, Mapping)  # noqa: S101 - narrows the type; take() has checked
        first = self.node.entries.get(key.value)
        if first:
            line = first[0].place.line
            report.error(key.place, f"“{key.value}”写了两次，第{line}行已有", "每个键只写一次")
        elif FULL_WIDTH_KEY.fullmatch(key.value):
            report.error(key.place, *FULL_WIDTH_COLON_MESSAGE)
        elif key.value == "<<":
            report.error(key.place, "用了合并键（<<）", "把内容写全")
        else:
            self.node.entries[key.value] = (key, node)

    def finish(self) -> Node:
        """Return the completed node."""
        return self.node


def _as_key(node: Node, report: Report) -> Scalar:
    if isinstance(node, Scalar):
        return node
    report.error(node.place, "键不是文字", "“键: 值”")
    return Scalar(node.place, "")
