"""Checks what a facts file brings of its own against the library: names, places, facts, words.

Mirrors browser/library/content_checks.js, whose messages are the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.facts.own_content import key_place, node_at
from macros.facts.retired_facts import named_retired
from macros.figures.periods import parse_day
from macros.library.emphasis import SHORT, WEIGHTS
from macros.library.library import FRAME, OWN_FRAME
from macros.library.passages import by_place
from macros.library.vocabulary_checks import VocabularyCheck
from macros.source.report import nearest
from macros.source.yaml_reader import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library.summary import Summary
    from macros.schema.archetypes import Section
    from macros.source.report import Place, Report
    from macros.templating.own_expressions import ExpressionError
    from macros.templating.own_text import OwnText

MOST_GUESSES = 100


def check_content(summary: Summary, node: Mapping, report: Report) -> None:
    """Report every mistake in what a facts file brings of its own, at its place."""
    _ContentCheck(summary, node, report).run()


class _ContentCheck:
    def __init__(self, summary: Summary, node: Mapping, report: Report) -> None:
        self.summary, self.library, self.report = summary, summary.library, report
        self.content, self.node = summary.content, node
        self.guesses: dict[str, str] = {}  # by what is wrong

    def run(self) -> None:
        self._outline()
        self._own_facts()
        self._sections()
        self._items()
        self._texts()
        self._marks()

    # --- the outline ---

    def _outline(self) -> None:
        seen: set[str] = set()
        for key, name, place in self._lines():
            known = self.library.sections if key == "use" else self.content.own.sections
            if name not in known:
                what = f"没有“{name}”这个片段" if key == "use" else f"没有自拟的章节“{name}”"
                expected = "" if key == "use" else "在 own 的 sections 里写这一节"
                self.report.error(place, what, expected, nearest(name, known))
            if name in seen:
                self.report.error(place, f"章节“{name}”用了两次", "每节只用一次")
            seen.add(name)
        for name in self.content.own.sections:
            if name not in seen:
                place = key_place(self.node, "own", "sections", name)
                what = f"自拟的章节“{name}”没有写进 outline，文中没有它"
                self.report.warn(place, what, f"在 outline 里加一行 {{own: {name}}}")

    def _lines(self) -> Iterator[tuple[str, str, Place]]:
        """Yield what each line of the outline uses: whose section, its name, where that stands."""
        for index, entry in enumerate(self.content.outline):
            written = node_at(self.node, "outline", index)
            lines = [(entry, written)]
            if entry.sections:
                inner = (node_at(written, "sections", i) for i in range(len(entry.sections)))
                lines = list(zip(entry.sections, inner, strict=True))
            for line, at in lines:
                key = "own" if line.own else "use"
                if isinstance(at, Mapping):
                    yield key, line.own or line.use or "", at.place_of(key)

    # --- places ---

    def _sections(self) -> None:
        """Report names of sections and places, in every key that takes them."""
        own = self.content.own
        for keys, uses in (
            (("skip",), self.content.skip),
            (("order",), self.content.order),
            (("own", "items"), own.items),
            (("own", "texts"), own.texts),
        ):
            for use in uses:
                section = self.library.sections.get(use)
                if keys == ("own", "texts") and use == OWN_FRAME:
                    self._frame()
                elif section is None:
                    place = key_place(self.node, *keys, use)
                    guess = nearest(use, self.library.sections)
                    self.report.error(place, f"没有“{use}”这个片段", "", guess)
                else:
                    for name, place in self._named(section, keys):
                        self._place(section, name, place)

    def _frame(self) -> None:
        """Report own words of the frame that belong nowhere, or are more than one line."""
        for name in self.content.own.texts[OWN_FRAME]:
            place = key_place(self.node, "own", "texts", OWN_FRAME, name)
            text = self.summary.framed(name) if name in FRAME else None
            if text is None:
                expected, guess = "、".join(FRAME), nearest(name, FRAME)
                self.report.error(place, f"没有“{name}”这一处", expected, guess)
            elif len(text.lines) != 1 or text.lines[0].mark:
                self.report.error(place, f"“{name}”应是一行文字", "不空、不分段、不放表格")

    def _named(self, section: Section, keys: tuple[str, ...]) -> Iterator[tuple[str, Place]]:
        """Yield the names of places that stand under a key for a section."""
        at = node_at(self.node, *keys, section.id)
        if isinstance(at, Mapping):
            yield from ((name, at.place_of(name)) for name in at.entries)
        for item in at.items if isinstance(at, Sequence) else []:
            inner = item.get("after") if isinstance(item, Mapping) else item
            if isinstance(inner, Scalar) and inner.value:
                yield inner.value, inner.place

    def _place(self, section: Section, name: str, place: Place) -> None:
        known = self._known(section)
        if name in section.retired:
            what = f"“{section.name}”已经没有“{name}”这一处，这里写的没有用到"
            self.report.warn(place, what, "、".join(section.item_names))
        elif section.place_named(name) not in known:
            what, expected = f"“{section.name}”没有“{name}”这一处", "、".join(known)
            self.report.error(place, what, expected, nearest(name, known))

    def _items(self) -> None:
        """Report ids of own items that are taken: by a place, or by another item."""
        for use, items in self.content.own.items.items():
            section = self.library.sections.get(use)
            taken = set(section.item_names if section else ())
            for index, item in enumerate(items):
                at = node_at(self.node, "own", "items", use, index)
                if item.id in taken and isinstance(at, Mapping):
                    self.report.error(at.place_of("id"), f"事项的 id“{item.id}”重复", "不同的 id")
                taken.add(item.id)

    # --- facts and words ---

    def _own_facts(self) -> None:
        own = self.content.own.facts
        if not own:
            return
        places = {name: key_place(self.node, "own", "facts", name) for name in own}
        for name in own:
            if name in self.library.facts:
                self.report.error(places[name], f"“{name}”已是本站的指标", "换一个名字")
        gone = self.library.names.gone
        vocabulary = VocabularyCheck(self.summary.specs, places, self.report, gone)
        vocabulary.run()
        vocabulary.names()

    def _texts(self) -> None:
        for keys, text in self.summary.own_texts():
            self._text(text, self._written(keys))

    def _written(self, keys: tuple[str, ...]) -> Scalar | None:
        """Return the own text that the keys of Summary.own_texts lead to, as it is written."""
        kind, use, *rest = keys
        at = node_at(self.node, "own", kind, use, *rest)
        if kind == "items":
            rows = self.content.own.items[use]
            index = next(i for i, item in enumerate(rows) if item.id == rest[0])
            at = node_at(self.node, "own", kind, use, index, "text")
        elif kind == "sections":
            at = node_at(self.node, "own", kind, use, "text")
        return at if isinstance(at, Scalar) else None

    def _text(self, text: OwnText, written: Scalar | None) -> None:
        for mistake in text.mistakes:
            error = mistake.error
            place = written.place_of(mistake.index) if written else self.node.place
            gone = named_retired(error.fact, self.library.names.gone)
            if gone:
                self.report.warn(place, *gone)
            else:
                self.report.error(place, error.what, error.expected, self._guess(error))

    def _guess(self, error: ExpressionError) -> str:
        """Return the name that was probably meant; for the first few mistakes, as it takes time."""
        if error.what not in self.guesses and len(self.guesses) < MOST_GUESSES and error.known:
            self.guesses[error.what] = nearest(error.known[0], error.known[1:])
        return self.guesses.get(error.what, "")

    def _marks(self) -> None:
        for name, day in self.content.marks.as_of.items():
            place = key_place(self.node, "marks", "as_of", name)
            gone = named_retired(name, self.library.names.gone)
            if gone:
                self.report.warn(place, *gone)
            elif name not in self.summary.specs:
                guess = nearest(name, self.summary.specs)
                self.report.error(place, f"没有“{name}”这个指标", "", guess)
            if parse_day(day) is None:
                self.report.error(place, f"读不懂“{day}”", "存在的日期，如 2026-03-31")
        for key, weight in self.content.marks.emphasis.items():
            use, slash, name = key.partition("/")
            reason = self._unheeded(use, name, weight) if slash else None
            if reason:
                self.report.warn(key_place(self.node, "marks", "emphasis", key), *reason)

    def _unheeded(self, use: str, name: str, weight: str) -> tuple[str, str] | None:
        """Return why the weight of a place changes nothing, and what would."""
        section = self.library.sections.get(use)
        if section is None:
            return f"没有“{use}”这个片段，这里写的没有用到", ""
        known = self._known(section)
        place = section.place_named(name)
        if place not in known:
            return f"“{section.name}”没有“{name}”这一处，这里写的没有用到", "、".join(known)
        if weight not in WEIGHTS:
            return f"读不懂“{weight}”", "、".join(WEIGHTS)
        if weight == SHORT and place in by_place(section, self.content.own.texts.get(use, {})):
            return f"“{name}”已经换成自己的话，略写没有用到", "在自己的话里写短"
        if weight == SHORT and not any(i.main for i in section.items if i.name == place):
            return f"“{name}”没有主要指标，不能略写，仍照原样写", "换成自己的话，在那里写短"
        return None

    def _known(self, section: Section) -> list[str]:
        """Return the names of a section's places, and the ids of own items in it."""
        items = self.content.own.items.get(section.id, ())
        return [*section.item_names, *(item.id for item in items)]
