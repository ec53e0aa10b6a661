"""Checks the marks in what the data files say: full-width in Chinese text, as in templates.

Wrong examples may have them; that is often what is wrong with them.  What an example office has
entered is only remarked on: a clerk may enter anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.source.marks import FULL_WIDTH, half_width_marks
from macros.source.yaml_reader import Mapping, Scalar, Sequence
from macros.templating.own_text import EXPRESSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.library.library import Library
    from macros.source.report import Place, Report
    from macros.source.yaml_reader import Node

WRONG = "wrong"  # the key of a wrong example


def check_marks(library: Library, report: Report) -> None:
    """Report half-width marks in facts, sections and archetypes; remark on those in examples."""
    for nodes in (library.fact_nodes, library.section_nodes, library.archetype_nodes):
        for node in nodes.values():
            _check(node, report.error)
    library.remark(_remark_on_offices, report)


def _remark_on_offices(library: Library, report: Report) -> None:
    for office in library.offices.values():
        _check(office.node, report.warn)


def _check(node: Node, tell: Callable[[Place, str, str], None]) -> None:
    for scalar in _texts(node):
        for index, mark in half_width_marks(_without_expressions(scalar.value)):
            what = f"半角标点“{mark}”写在汉字旁边"
            tell(scalar.place_of(index), what, f"全角标点 {FULL_WIDTH[mark]}")


def _without_expressions(text: str) -> str:
    """Return a text with its expressions blanked out, every other character where it was."""
    return EXPRESSION.sub(lambda found: " " * len(found[0]), text)


def _texts(node: Node) -> Iterator[Scalar]:
    """Yield every text in a tree but those of wrong examples."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _texts(item)
    elif isinstance(node, Mapping):
        for key, (_, value) in node.entries.items():
            if key != WRONG:
                yield from _texts(value)
