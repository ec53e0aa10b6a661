"""Finds the block that each paragraph edited by hand in the browser belongs to.

Drafts of schema 1 keep such paragraphs as `edits`.  Mirrors browser/drafts/edits.js.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros.document.document import BIDI_CONTROLS
from macros.source.yaml_reader import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from macros.document.document import Block
    from macros.source.report import Place
    from macros.source.yaml_reader import Node

LEAST_SIMILARITY = 0.5  # the share of their facts that two paragraphs must have in common


@dataclass(frozen=True)
class Edit:
    """A paragraph that was edited: where it stood, what stood there, and what stands there now.

    `facts` are the paths that it was made from; older drafts do not tell them.
    """

    place: Place
    section: str
    index: int
    generated: str
    text: str
    facts: frozenset[str] | None


@dataclass(frozen=True)
class _Candidate:
    """A block that an edit may belong to; `index` counts the blocks of its section but tables.

    `tabled` are its facts with those of the table after it, which once stood in the paragraph.
    """

    block: Block
    section: str
    index: int
    facts: frozenset[str]
    tabled: frozenset[str]


def edits_of(node: Mapping) -> list[Edit]:
    """Return the edits that a draft holds."""
    listed = node.get("edits")
    items = listed.items if isinstance(listed, Sequence) else []
    return [_edit(item) for item in items if isinstance(item, Mapping)]


def _edit(node: Mapping) -> Edit:
    index, facts = _text(node.get("index")), node.get("facts")
    paths = frozenset(map(_text, facts.items)) if isinstance(facts, Sequence) else None
    section, generated, text = (_text(node.get(key)) for key in ("section", "generated", "text"))
    number = int(index) if index.isdecimal() else 0
    return Edit(node.place, section, number, generated, BIDI_CONTROLS.sub("", text), paths)


def _text(node: Node | None) -> str:
    return node.value if isinstance(node, Scalar) else ""


def reattached(edits: Iterable[Edit], blocks: Iterable[Block]) -> dict[int, Edit]:
    """Return the edits by the index of their block; one whose block is gone is not among them."""
    candidates, found = _candidates(blocks), dict[int, Edit]()
    remaining = list(edits)
    for rate in (_exactly, _similarity):
        remaining = [edit for edit in remaining if not _assigned(edit, candidates, found, rate)]
    return found


def _assigned(
    edit: Edit,
    candidates: list[_Candidate],
    found: dict[int, Edit],
    rate: Callable[[_Candidate, Edit], float],
) -> bool:
    """Give an edit the block that it fits best; return whether there was one."""
    free = [index for index in range(len(candidates)) if index not in found]
    ranks = {i: rate(candidates[i], edit) for i in free if _may_hold(candidates[i], edit)}
    best = max(ranks, key=lambda index: ranks[index], default=None)
    if best is None or ranks[best] < LEAST_SIMILARITY:
        return False
    found[best] = edit
    return True


def _may_hold(candidate: _Candidate, edit: Edit) -> bool:
    """Tell whether a block is one that could be edited: schema 1 had no tables."""
    return candidate.section == edit.section and candidate.block.type != "table"


def _exactly(candidate: _Candidate, edit: Edit) -> float:
    same = candidate.block.text == edit.generated
    return 1 + _similarity(candidate, edit) if same else 0


def _similarity(candidate: _Candidate, edit: Edit) -> float:
    """Return how similar two paragraphs are, from 0 to 1, by the facts that both were made from."""
    here = float(candidate.index == edit.index)
    if edit.facts is None or not edit.facts | candidate.facts:
        return here
    common = (_common(facts, edit.facts) for facts in (candidate.facts, candidate.tabled))
    return max(common) + here / 100


def _common(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


def _candidates(blocks: Iterable[Block]) -> list[_Candidate]:
    counts: Counter[str] = Counter()
    candidates: list[_Candidate] = []
    for block in blocks:
        section = block.section or block.type
        facts = frozenset(path for run in block.all_runs for path in run.facts)
        if block.type == "table" and candidates:
            candidates[-1] = replace(candidates[-1], tabled=candidates[-1].facts | facts)
        candidates.append(_Candidate(block, section, counts[section], facts, facts))
        counts[section] += block.type != "table"
    return candidates
