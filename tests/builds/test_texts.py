"""What the build gives readers to copy and to download, byte for byte."""

from __future__ import annotations

import html
import re

import pytest

from macros.output.example_files import NOTICE, file_address
from tests.support.built import built_site
from tests.support.real import ARCHETYPES, LIBRARY, examples

BOX = re.compile(r'<div class="example .*?<div class="document".*?>(.*?)</div>', re.DOTALL)
ROW = re.compile("<tr>(.*?)</tr>")
CELL = re.compile("<t[hd][^>]*>(.*?)</t[hd]>")
PARAGRAPH = re.compile(r'<p class="doc-(\w+).*?">(.*?)</p>', re.DOTALL)


@pytest.mark.parametrize("archetype", ARCHETYPES)
def test_each_example_is_a_text_file_for_notepad(archetype: str) -> None:
    for example in examples(archetype):
        text = (built_site() / file_address(example.office)).read_bytes()
        lines = f"{example.document.as_text()}\n{NOTICE}\n".split("\n")
        assert text == b"\xef\xbb\xbf" + "\r\n".join(lines).encode()
        page = (built_site() / "archetypes" / f"{archetype}.html").read_text("utf-8")
        assert f'href="../{file_address(example.office)}"' in page


def test_every_text_to_copy_stands_in_its_page() -> None:
    for archetype in ARCHETYPES:
        page = (built_site() / "archetypes" / f"{archetype}.html").read_text("utf-8")
        shown = [PARAGRAPH.findall(box) for box in BOX.findall(page)]
        wanted = [
            [(b.type, html.escape(b.number + b.text)) for b in e.document.blocks if not b.rows]
            for e in examples(archetype)
        ]
        assert shown == wanted


def test_every_table_stands_in_its_page() -> None:
    page = (built_site() / "archetypes" / "general.html").read_text("utf-8")
    shown = [[CELL.findall(row) for row in ROW.findall(box)] for box in BOX.findall(page)]
    wanted = [
        [[*row] for block in e.document.blocks for row in block.row_texts]
        for e in examples("general")
    ]
    assert shown == wanted
    assert any(shown)


def test_every_version_of_an_archetype_is_listed() -> None:
    for archetype in ARCHETYPES:
        page = (built_site() / "archetypes" / f"{archetype}.html").read_text("utf-8")
        for entry in LIBRARY.archetypes[archetype].history:
            assert f"<li>{entry.version}（{entry.date}）：{entry.change}</li>" in page


def test_each_page_loads_the_one_script_and_it_is_there() -> None:
    (script,) = (built_site() / "assets" / "js").glob("summaries.*.js")
    assert script.stat().st_size > 0, "make build writes it"
    for page in built_site().rglob("*.html"):
        assert f'assets/js/{script.name}"></script>' in page.read_text("utf-8")
