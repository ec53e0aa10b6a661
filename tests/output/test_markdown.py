"""A document as Markdown: readable as it stands, and read back as exactly the same text."""

from __future__ import annotations

from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.document.document import Block, Cell, Document, Run
from macros.facts.entries import LINE_END
from macros.output.formats import as_markdown
from macros.source.encoding import FORBIDDEN

EXTENSIONS = ["admonition", "attr_list", "macros.site.raw_html", "md_in_html", "tables", "toc"]
MARKUP = [*"\\`*_{}[]()<>#+-.!|~^=:\"'&$?% \t1", "---", "```", "~~~", "1. ", "[TOC]", "!!! note"]
MARKUP += ["&amp;", "<b>", "<div markdown>", "[a](b)", "{: #x }", "&#35;", "{{ org }}", "甲", "。"]
written = st.lists(st.sampled_from(MARKUP) | st.text(max_size=3), min_size=1, max_size=8).map(
    lambda parts: LINE_END.sub("", FORBIDDEN.sub("", "".join(parts))).strip()
)
texts = written.filter(bool)


class Reader(HTMLParser):
    """Collects the text of every heading, paragraph and cell."""

    def __init__(self) -> None:
        """Begin without any."""
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, _: object) -> None:
        if tag not in ("table", "thead", "tbody", "tr"):
            self.found.append((tag, ""))

    def handle_data(self, data: str) -> None:
        if data.strip("\n"):
            tag, before = self.found.pop()
            self.found.append((tag, before + data))


def read(source: str) -> list[tuple[str, str]]:
    reader = Reader()
    reader.feed(markdown.markdown(source, extensions=EXTENSIONS))
    reader.close()
    return [(tag, " ".join(text.split())) for tag, text in reader.found]


def cells(*texts: str) -> tuple[Cell, ...]:
    return tuple((Run(text),) for text in texts)


def made(text: str) -> Document:
    blocks = [Block("title", (Run(text),)), Block("heading", (Run(text),), 1)]
    blocks += [Block("paragraph", (Run(text),)), Block("paragraph", (Run("甲"),))]
    table = Block("table", (), rows=(cells("指标", text), cells(text, "乙")))
    return Document("a", "1.0.0", (*blocks, table))


NAUGHTY = ["`甲`", "*甲*", "_甲_", "[甲](b)", "甲 { #x }", "甲\\*", "甲&lt;", "<b>甲</b>", "甲|乙"]
NAUGHTY += ["# 甲 #", "C##", "+ 甲", "- 甲", "> 甲", "1. 甲", "!!! note", "[TOC]", "```", "***"]


def reads_back(text: str) -> None:
    shown = " ".join(Run(text).text.split())
    tags = [("h1", shown), ("h2", shown), ("p", shown), ("p", "甲")]
    cells = [("th", "指标"), ("th", shown), ("td", shown), ("td", "乙")]
    assert read(as_markdown(made(text))) == [*tags, *cells]


@pytest.mark.parametrize("text", NAUGHTY)
def test_what_looks_like_markup_is_read_back_as_text(text: str) -> None:
    reads_back(text)


@given(texts)
def test_any_text_is_read_back_as_it_is(text: str) -> None:
    reads_back(text)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("合格率94.76%（比上年提高3.5个百分点）。", "合格率94.76%（比上年提高3.5个百分点）。"),
        ("3.培训人员", "3.培训人员"),
        ("94.76%的人", "94.76%的人"),
        ('2026-03-31、A-1#楼、x=y: "甲"!', '2026-03-31、A-1#楼、x=y: "甲"!'),
        ("3. 培训", "3\\. 培训"),
        ("-5度", "\\-5度"),
        ("甲*乙_丙<丁", "甲\\*乙\\_丙&lt;丁"),
    ],
)
def test_only_what_could_become_markup_is_escaped(text: str, source: str) -> None:
    document = Document("a", "1.0.0", (Block("paragraph", (Run(text),)),))
    assert as_markdown(document) == f"{source}\n"
