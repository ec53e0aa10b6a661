"""What Jinja says of a template that it cannot parse, in Chinese with its own words behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.source.encoding import place_in
from macros.source.report import Place

if TYPE_CHECKING:
    from jinja2 import TemplateSyntaxError

TOKENS = {
    "begin of comment": "“{#”",
    "end of comment": "“#}”",
    "begin of statement block": "“{%”",
    "end of statement block": "“%}”",
    "begin of print statement": "“{{”",
    "end of print statement": "“}}”",
    "template data / text": "正文",
    "end of template": "结尾",
    "name": "名字",
    "string": "引号里的文字",
    "integer": "数",
    "float": "数",
}
BLOCK_TAG = re.compile(r"\{%[-+]?\s*(\w+)[^%\n]*%\}")
OPENING = ("if", "for", "vary")
LONG_NUMBER = re.compile("[0-9](?:_?[0-9]){4300}")
# What Jinja 3.1's lexer and parser say; a group is a token, or several tags in quotes.
REASONS = [
    (r"unexpected end of template, expected '(.+)'\.", "到结尾也没有{0}"),
    (r"expected token '(.+)', got '(.+)'", "这里应是{0}，写的是{1}"),
    (r"Invalid character in identifier", "名字里有不能用的字符"),
    (r"(?:truncated|malformed) \\|\\ at end|(?:unknown|illegal) Unicode", "反斜线的写法不对"),
    (r"unexpected '([)\]}])', expected '([)\]}])'", "括号不配对，{0}应是{1}"),
    (r"unexpected '([)\]}])'", "括号不配对，多了{0}"),
    (r"unexpected '(.+)'", "{0}的位置不对"),
    (r"unexpected char (?:\"'\"|'\"') at", "引号没有配对"),
    (r"unexpected char '(.+)' at", "这里不能写{0}"),
    (r"Missing end of comment tag", "注释没有结束，缺少“#}}”"),
    (r"Missing end of raw directive", "“raw”没有结束"),
    (r"Unexpected end of template\. .*tags: (.+?)\. The", "有块没有结束，缺少{0}"),
    (r"Unexpected end of template", "有块没有结束"),
    (r"Encountered unknown tag '(.+?)'\. You .*looking for (.+?)\. The", "{0}的位置不对，先要{1}"),
    (r"Encountered unknown tag '(.+?)'\. Jinja .*tags: (.+?)\. The", "{0}的位置不对，先要{1}"),
    (r"Encountered unknown tag '(.+?)'", "没有{0}这个标签，或者它的位置不对"),
    (r"tag name expected", "“{{%”后面没有写标签"),
    (r"Block names in Jinja", "block 的名字里不能有连字符"),
    (r"Required blocks can only", "required 的 block 里只能有注释"),
    (r"names starting with an underline", "不能引入下划线开头的名字"),
    (r"non-default argument follows", "没有默认值的参数写在有默认值的后面"),
    (r"expected call", "“call”后面不是调用"),
    (r"can't assign to", "这里应是一个名字"),
    (r"Expected an expression, got '(.+)'", "{0}之前是空的"),
    (r"expected name or number", "“.”后面不是名字"),
    (r"expected subscript expression", "方括号里是空的"),
    (r"invalid syntax for function call", "参数的写法不对"),
    (r"You cannot chain multiple tests", "“is”连着写了两次"),
]


def in_chinese(error: TemplateSyntaxError) -> str:
    """Return why a template cannot be parsed, with Jinja's own words in brackets."""
    said = error.message or ""
    for pattern, reason in REASONS:
        found = re.match(pattern, said)
        if found:
            groups = [_named(group) for group in found.groups() if group]
            return f"{reason.format(*groups)}（{said.rstrip('.')}）"
    return f"写法不对（{said}）"


def syntax_problem(error: TemplateSyntaxError, source: str, name: str) -> tuple[Place, str, str]:
    """Return where a template cannot be parsed, why, and what to do; an open tag at its line."""
    said = error.message or ""
    ends = said.startswith("Unexpected end of template")
    line = source.count("\n") + 1 if ends else error.lineno
    opened = _open_tags(source, line, ends=ends)
    if not opened or not (ends or "needs to be closed" in said):
        return Place(name, error.lineno), f"模板语法不对：{in_chinese(error)}", "见“模板写法”"
    at, tag, word = opened[-1]
    remedy = f"在它管的正文后面写 {{% end{word} %}}"
    if ends:
        return Place(name, at), f"模板语法不对：“{tag}”没有结束", remedy
    what = f"模板语法不对：{in_chinese(error)}"
    return Place(name, error.lineno), what, f"第{at}行的“{tag}”还没有结束，{remedy}"


def _open_tags(source: str, line: int, *, ends: bool) -> list[tuple[int, str, str]]:
    """Return the if and for tags that are open before a line, or at the end: line, tag, word."""
    opened: list[tuple[int, str, str]] = []
    for found in BLOCK_TAG.finditer(source):
        at, word = source.count("\n", 0, found.start()) + 1, found[1]
        if not ends and at >= line:
            break
        if word in OPENING:
            opened.append((at, found[0], word))
        elif word.startswith("end") and opened:
            opened.pop()
    return opened


def place_of_long_number(source: str, name: str) -> Place:
    """Return where a number stands that Jinja fails on, as Python does not read so many digits."""
    found = LONG_NUMBER.search(source)
    return place_in(source, name, found.start()) if found else Place(name)


def _named(token: str) -> str:
    """Return a token, or tags such as 'endfor' or 'else', as Chinese names them."""
    tags = [tag.strip("'") for tag in token.split("' or '")]
    return "或".join(TOKENS.get(tag, f"“{tag}”") for tag in tags)
