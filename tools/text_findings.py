"""Reads a rendered summary as a demanding reader does: zeros put as figures, moulds, echoes, gaps.

What a text says in the writer's own words is not read; what templates and figures say is.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from macros.document.document import fact_of
from macros.document.proofreading import proofread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from macros.document.document import Block, Document, Run
    from macros.schema.vocabulary import FactSpec, FieldSpec

READ = ("heading", "paragraph")
AROUND = 24  # characters on each side that a finding quotes
MOST = 2  # times that a figure or a mould may stand
HAN_OF_MOULD = 4  # a skeleton with fewer characters of its own is no mould
WORDS = ("text", "words", "choice", "list")
DIRECTIONS = re.compile("增加|减少|提高|上升|下降|降低|增长")
COMPARED = re.compile("[比与]上(?:年|学年|季度|月|半年|学期|期)(?:同期|年)?")
NUMBER = r"(?<![\d.])\d+(?:\.\d+)?(?:余)?"
ZERO = re.compile(r"(?<![\d.])0(?:\.0+)?(?![\d.])(?=余?[万亿]?[%‰一-鿿])")
SCORE = "分"  # of a score, zero is a value like another
ALL = "(?<![次人户平])均(?!摊)|逐一|逐户|逐个|全部(?!为上级|由|覆盖)|分别"
ONE = r"(?<![\d.第])1余?(?=[一-鿿])(?![月日年万亿分])"
# 1人次，均未到岗; 逐一检查幼儿园1处; not 1万元，全部由本级安排
ONE_WITH_ALL = re.compile(f"{ONE}[^，]*(?:，[^，]*)?(?:{ALL})|(?:{ALL})[^，]*{ONE}")
DAY = r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?"
# Sections that cite figures, which an extreme may make impossible; that is reported elsewhere.
CITING = ("plans", "opening", "personal-opening")
HUGE = re.compile(r"\d{4,}(?:\.\d+)?%")
ODD = re.compile(
    r"[（《“][）》”]|[，、；：。][）》”]?[，、；：]|、[和及]|[和及]、|null|None|nan|undefined"
)
NAKED_UNIT = re.compile(
    r"(?<![\d一-鿿余＿])(?:[万亿]?元|人次|户次|人日|平方米|公斤|个百分点|%|‰)(?!数)"
)


@dataclass(frozen=True)
class Finding:
    """Something a reader would stumble over: what kind, in which section, and the words."""

    kind: str
    section: str
    quote: str


class TextReader:
    """Reads documents made from one vocabulary."""

    def __init__(self, specs: Mapping[str, FactSpec]) -> None:
        """Take the facts, by whose labels and units it knows names and figures."""
        self.specs = specs
        fields = [field for spec in specs.values() for field in spec.record.values()]
        units = {spec.unit for spec in (*specs.values(), *fields) if spec.unit}
        named = "|".join(sorted({"个百分点", "个千分点", "倍", *units}, key=len, reverse=True))
        self.figure = re.compile(f"{DAY}|{NUMBER}[万亿]?(?:{named})")
        labels = sorted({name for s in specs.values() for name in s.names}, key=len, reverse=True)
        self.label = re.compile("|".join(map(re.escape, labels)))

    def findings(self, document: Document) -> list[Finding]:
        """Return what is to be found in a document, in the order of the kinds."""
        blocks = [b for b in document.blocks if b.type in READ and not _is_own(b)]
        paragraphs = [b for b in blocks if b.type == "paragraph"]
        return [
            *(Finding("校对", "", what) for what, _ in proofread(document)),
            *(found for block in blocks for found in self._marks(block)),
            *(found for block in paragraphs for found in self._clauses(block)),
            *self._echoes(paragraphs),
            *self._by_section(paragraphs),
        ]

    # --- single places ---

    def _marks(self, block: Block) -> Iterator[Finding]:
        """Yield blanks, and marks and units that stand wrong."""
        for run in block.runs:
            if run.blank and block.section not in CITING:
                yield Finding("空白", block.section, _around(block.text, block.text.find(run.text)))
        for kind, pattern in (("标点", ODD), ("单位无数", NAKED_UNIT), ("百分数过千", HUGE)):
            for match in pattern.finditer(block.text):
                yield Finding(kind, block.section, _around(block.text, match.start()))

    def _clauses(self, block: Block) -> Iterator[Finding]:
        """Yield zeros that stand as figures, and words for several said of one."""
        for clause in _parts(self._written(block.runs), "。；"):
            text = "".join(text for _, text in clause)
            said = "".join(text for kind, text in clause if kind != "words")
            for match in ZERO.finditer(said):
                if not said.startswith(SCORE, match.end()):
                    yield Finding("零作数字", block.section, text)
            if ONE_WITH_ALL.search(said):
                yield Finding("一说成多", block.section, text)

    def _written(self, runs: Iterable[Run]) -> list[tuple[str, str]]:
        """Return the runs as literal text, figures and words of the writer."""
        return [(self._kind(run), run.text) for run in runs]

    def _kind(self, run: Run) -> str:
        if not run.facts:
            return "literal"
        return "words" if all(map(self._worded, run.facts)) and not run.formula else "figure"

    def _worded(self, path: str) -> bool:
        spec: FactSpec | None = self.specs.get(fact_of(path))
        field: FieldSpec | None = spec
        if spec and "]." in path:
            field = spec.record.get(path.rpartition(".")[2])
        return field is not None and field.type in WORDS

    # --- repetition ---

    def _echoes(self, blocks: list[Block]) -> Iterator[Finding]:
        """Yield figures that stand, with their unit and of the same fact, more than twice."""
        seen = Counter(
            (run.facts[0], figure)
            for block in blocks
            for run in block.runs
            if run.facts and self._kind(run) == "figure"
            for figure in self.figure.findall(run.text)
            if not re.fullmatch(DAY, figure)
        )
        for (path, figure), times in seen.items():
            if times > MOST:
                yield Finding("回声", "", f"{figure}（{path}）出现{times}次")

    def _by_section(self, blocks: list[Block]) -> Iterator[Finding]:
        for section, inside in groupby(blocks, lambda block: block.section):
            paragraphs = list(inside)
            yield from (Finding("模子", section, quote) for quote in self._moulds(paragraphs))
            said = Counter(m for b in paragraphs for m in COMPARED.findall(b.text))
            for words, times in said.items():
                if times > MOST:
                    yield Finding("比较重复", section, f"“{words}”{times}次")

    def _moulds(self, blocks: list[Block]) -> Iterator[str]:
        """Yield skeletons that stand three times in a row: of clauses, or of paragraphs."""
        skeletons = [[self._skeleton(c) for c in _parts(self._runs(b), "。；")] for b in blocks]
        for clauses in skeletons:
            for skeleton, row in groupby(clauses):
                if len(list(row)) > MOST and _is_mould(skeleton):
                    yield skeleton
        for skeleton in dict.fromkeys(s for clauses in skeletons for s in clauses):
            held = groupby(skeleton in clauses for clauses in skeletons)
            longest = max(len(list(row)) for has, row in held if has)
            if longest > MOST and _is_mould(skeleton):
                yield f"{skeleton}（连着{longest}段）"

    def _runs(self, block: Block) -> list[tuple[str, str]]:
        return self._written(block.runs)

    def _skeleton(self, clause: list[tuple[str, str]]) -> str:
        """Return what is left of a clause without names, figures and directions."""
        return "".join(
            "□" if kind == "words" else self._bare(text) if kind == "figure" else text
            for kind, text in clause
        )

    def _bare(self, text: str) -> str:
        return DIRECTIONS.sub("±", self.figure.sub("#", self.label.sub("□", text)))


def _parts(pieces: list[tuple[str, str]], ends: str) -> list[list[tuple[str, str]]]:
    """Return the pieces of each clause; the writer's own marks end none."""
    clauses: list[list[tuple[str, str]]] = [[]]
    for kind, text in pieces:
        first, *others = [text] if kind == "words" else re.split(f"[{ends}]", text)
        clauses[-1].append((kind, first))
        clauses += [[(kind, other)] for other in others]
    return [clause for clause in clauses if any(text for _, text in clause)]


def _is_mould(skeleton: str) -> bool:
    return len(re.findall("[一-鿿]", skeleton)) >= HAN_OF_MOULD


def _is_own(block: Block) -> bool:
    """Tell whether a block has facts of the writer's own, in a text that she words."""
    return any(path.startswith("own_") for run in block.runs for path in run.facts)


def _around(text: str, at: int) -> str:
    return text[max(at - AROUND, 0) : at + AROUND]
