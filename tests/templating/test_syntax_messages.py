"""What is reported of a template that Jinja cannot parse: the reason in Chinese, then its words."""

from __future__ import annotations

import pytest
from jinja2 import Environment, TemplateSyntaxError

from macros.templating.syntax_messages import REASONS, in_chinese

INNERMOST = "The innermost block that needs to be closed is 'for'"
TAGS = f"Jinja was looking for the following tags: 'endfor' or 'else'. {INNERMOST}"
NESTED = (
    "You probably made a nesting mistake. Jinja is expecting this tag, but currently looking for"
    f" 'endfor' or 'else'. {INNERMOST}"
)
SAID = [
    ("{{ a", "到结尾也没有“}}”（unexpected end of template, expected 'end of print statement'）"),
    ("{{ a b }}", "这里应是“}}”，写的是“b”（expected token 'end of print statement', got 'b'）"),
    ("{{ x| }}", "这里应是名字，写的是“}}”（expected token 'name', got 'end of print statement'）"),
    ("{{ f(a 'x') }}", "这里应是“,”，写的是引号里的文字（expected token ',', got 'string'）"),
    ("{{ \u00b2 }}", "名字里有不能用的字符（Invalid character in identifier）"),
    (r"{{ '\x' }}", r"反斜线的写法不对（truncated \xXX escape）"),
    (r"{{ '\u1' }}", r"反斜线的写法不对（truncated \uXXXX escape）"),
    (r"{{ '\N' }}", r"反斜线的写法不对（malformed \N character escape）"),
    (r"{{ '\N{x}' }}", "反斜线的写法不对（unknown Unicode character name）"),
    (r"{{ '\U99999999' }}", "反斜线的写法不对（illegal Unicode character）"),
    ("{{ (a }}", "括号不配对，“}”应是“)”（unexpected '}', expected ')'）"),
    ("{{ a) }}", "括号不配对，多了“)”（unexpected ')'）"),
    ("{{ a + }}", "“}}”的位置不对（unexpected 'end of print statement'）"),
    ("{{ a，b }}", "这里不能写“，”（unexpected char '，' at 4）"),
    ("{{ 'a }}", '引号没有配对（unexpected char "\'" at 3）'),
    ("{# a", "注释没有结束，缺少“#}”（Missing end of comment tag）"),
    ("{% raw %}a", "“raw”没有结束（Missing end of raw directive）"),
    (
        "{% for a in b %}",
        f"有块没有结束，缺少“endfor”或“else”（Unexpected end of template. {TAGS}）",
    ),
    (
        "{% for a in b %}{% endif %}",
        f"“endif”的位置不对，先要“endfor”或“else”（Encountered unknown tag 'endif'. {TAGS}）",
    ),
    (
        "{% if a %}{% for b in c %}{% endif %}",
        f"“endif”的位置不对，先要“endfor”或“else”（Encountered unknown tag 'endif'. {NESTED}）",
    ),
    ("{% esle %}", "没有“esle”这个标签，或者它的位置不对（Encountered unknown tag 'esle'）"),
    ("{% %}", "“{%”后面没有写标签（tag name expected）"),
    ("{% block a-b %}{% endblock %}", "block 的名字里不能有连字符（Block names in Jinja have"),
    ("{% block a required %}b{% endblock %}", "required 的 block 里只能有注释（Required"),
    ("{% from 'a' import _b %}", "不能引入下划线开头的名字（names starting"),
    ("{% macro a(b=1, c) %}{% endmacro %}", "没有默认值的参数写在有默认值的后面（non-default"),
    ("{% call a %}{% endcall %}", "“call”后面不是调用（expected call）"),
    ("{% for 1 in a %}{% endfor %}", "这里应是一个名字（can't assign to 'const'）"),
    ("{{ }}", "“}}”之前是空的（Expected an expression, got 'end of print statement'）"),
    ("{{ a.'b' }}", "“.”后面不是名字（expected name or number）"),
    ("{{ f(*a, b) }}", "参数的写法不对（invalid syntax for function call expression）"),
    ("{{ a is b is c }}", "“is”连着写了两次（You cannot chain multiple tests with is）"),
]


@pytest.mark.parametrize(("source", "said"), SAID)
def test_why_a_template_cannot_be_parsed_is_told_in_chinese(source: str, said: str) -> None:
    with pytest.raises(TemplateSyntaxError) as raised:
        Environment(autoescape=True).parse(source)
    assert in_chinese(raised.value).startswith(said)


def test_every_reason_is_seen_but_those_jinja_only_guards_against() -> None:
    seen = {said.partition("（")[0] for _, said in SAID}
    said = {reason.format("x", "y") for _, reason in REASONS}
    unseen = {reason for reason in said if "x" not in reason} - seen
    assert unseen == {"有块没有结束", "方括号里是空的"}


def test_what_nobody_has_foreseen_is_told_as_it_is() -> None:
    assert in_chinese(TemplateSyntaxError("something new", 1)) == "写法不对（something new）"
