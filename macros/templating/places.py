"""Splits a compiled template into its places: titled items, and the paragraphs before them.

A place is what a reader may leave out, move or put in words of her own.  A titled one is a line
`+ 标题。` with all up to the next such line; before the first title each paragraph is a place, and
so is a loop that writes the titles of its rows.  A title within a condition takes the condition
along, so its place is there, empty, when the condition is false.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.templating.compiler import Body, Json

TITLE = re.compile(r"[ \t]*\+ ([^\n。]+)。")
HEADING = re.compile(r"[ \t]*# ")
MARKED = re.compile(r"[ \t]*[+#](?: |$)", re.MULTILINE)
LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")
SPACE = " \t\n"
EMPTY_LINE = re.compile(r"\n[ \t]*\n\Z")


@dataclass
class Place:
    """A part of a template.

    `title` is empty for a paragraph and for a loop.  `joined` tells that no empty line outside any
    condition stands before it: the brief form, which prints no titles, goes on with the paragraph.
    """

    title: str
    joined: bool
    body: Body = field(default_factory=list)


def split(body: Body) -> list[Place]:
    """Return the places of a template's body, in order; one that says nothing is left out."""
    splitter = _Splitter()
    first, *others = splitter.parts(body, top=True)
    return [place for place in (first, *others) if place.title or _says(place.body)]


def titles_left_open(body: Body) -> list[str]:
    """Return the titles within a condition that text outside it follows before the next title.

    Where the condition is false that text would stand alone, without the place it belongs to.
    """
    splitter = _Splitter()
    splitter.parts(body, top=True)
    return splitter.left_open


def without_title(place: Place) -> Place:
    """Return a place as the brief form has it: its title is not printed."""
    return Place(place.title, place.joined, _untitled(place.body)[0]) if place.title else place


def _says(body: Body) -> bool:
    """Tell whether a body has more than white space."""
    return any(_is_said(part) for part in body)


def _is_said(part: Json) -> bool:
    if isinstance(part, str):
        return bool(part.strip(SPACE))
    if part[0] in ("if", "vary"):
        return any(_says(inner) for inner in [*(inner for _, inner in part[1]), part[2]])
    return part[0] != "for" or _says(part[3])


def _untitled(body: Body) -> tuple[Body, bool]:
    """Return the body without the first title in it, and whether there was one."""
    for index, part in enumerate(body):
        if isinstance(part, str):
            found = TITLE.match(part)
            if found:
                rest = part[found.end() :].removeprefix("\n")
                return [*body[:index], *([rest] if rest else []), *body[index + 1 :]], True
        elif part[0] == "if":
            branches, done = _untitled_branches([inner for _, inner in part[1]] + [part[2]])
            if done:
                tested = [[test, new] for (test, _), new in zip(part[1], branches, strict=False)]
                return [*body[:index], ["if", tested, branches[-1]], *body[index + 1 :]], True
    return body, False


def _untitled_branches(branches: list[Body]) -> tuple[list[Body], bool]:
    pairs = [_untitled(branch) for branch in branches]
    return [body for body, _ in pairs], any(done for _, done in pairs)


class _Splitter:
    """Walks a body once; `fresh` tells that what follows begins a line, whatever came before."""

    def __init__(self) -> None:
        self.fresh = True
        self.gap = True  # an empty line outside any condition stands before what follows
        self.titled = False
        self.ended = ""  # the title within a condition that has ended, and no other title since
        self.left_open: list[str] = []

    def parts(self, body: Body, *, top: bool) -> list[Place]:
        """Return the parts of a body; the first goes on with the place before."""
        found = [Place("", joined=False)]
        for statement in body:
            if isinstance(statement, str):
                self._text(statement, found, top=top)
            elif statement[0] == "if":
                self._if(statement, found, top=top)
            elif statement[0] == "for":
                self._for(statement, found, top=top)
            else:
                self._add(found, statement)
                self.fresh = self.gap = False
        return found

    def _add(self, found: list[Place], statement: Json) -> None:
        if statement:
            found[-1].body.append(statement)
        if self.ended and _says([statement]):
            self.left_open.append(self.ended)
            self.ended = ""

    def _begin(self, found: list[Place], title: str) -> None:
        found.append(Place(title, joined=not self.gap))
        self.titled, self.ended = bool(title), ""

    def _text(self, text: str, found: list[Place], *, top: bool) -> None:
        kept = ""
        for line in LINE.findall(text):
            title = TITLE.match(line) if self.fresh else None
            if title or (top and self._is_paragraph(line, [*found[-1].body, kept])):
                self._add(found, kept)
                self._begin(found, title[1] if title else "")
                kept = ""
            kept += line
            empty = self.fresh and not line.strip(SPACE)
            self.fresh = line.endswith("\n")
            self.gap = (empty and self.fresh and top) or (self.gap and empty)
        self._add(found, kept)

    def _is_paragraph(self, line: str, before: Body) -> bool:
        """Tell whether a line begins a paragraph that is a place, not the first of the body."""
        if self.fresh and HEADING.match(line):
            return _says(before)
        return self.gap and not self.titled and bool(line.strip(SPACE)) and _says(before)

    def _if(self, statement: Json, found: list[Place], *, top: bool) -> None:
        _, tested, otherwise = statement
        if top and self.gap and self.fresh and not self.titled and _says(found[-1].body):
            self._begin(found, "")
        fresh, gap, ended, ends = self.fresh, self.gap, self.ended, []
        branches = []
        for inner in [*(inner for _, inner in tested), otherwise]:
            self.fresh, self.gap, self.ended = fresh, gap, ended
            branches.append(self.parts(inner, top=False))
            ends.append(self.fresh)
        self.fresh, self.gap, self.ended = all(ends), False, ""
        tests = [test for test, _ in tested]
        whole = [branch[0].body for branch in branches]
        if any(whole):
            self._add(found, _if_of(tests, whole))
        self.ended = next((b[-1].title for b in reversed(branches) if b[1:]), ended)
        for index, branch in enumerate(branches):
            for place in branch[1:]:
                bodies: list[Body] = [[] for _ in branches]
                bodies[index] = place.body
                found.append(Place(place.title, place.joined, [_if_of(tests, bodies)]))

    def _for(self, statement: Json, found: list[Place], *, top: bool) -> None:
        _, _, _, inner = statement
        starts = top and self.fresh and self.gap
        rows = starts and _writes_titles(inner)
        if (rows or (starts and not self.titled)) and _says(found[-1].body):
            self._begin(found, "")
        self._add(found, statement)
        self.fresh = self.fresh and _fresh_after(inner, fresh=True)
        self.gap = rows and _ends_paragraph(inner)
        self.titled = self.titled and not self.gap


def _if_of(tests: list[Json], bodies: list[Body]) -> Json:
    """Return a condition without the branches at its end that say nothing."""
    last = max(index for index, body in enumerate(bodies) if body)
    kept = [list(pair) for pair in zip(tests, bodies, strict=False)][: last + 1]
    return ["if", kept, bodies[-1] if last == len(tests) else []]


def _writes_titles(body: Body) -> bool:
    return any(isinstance(part, str) and MARKED.match(part) for part in body[:1])


def _ends_paragraph(body: Body) -> bool:
    """Tell whether a body ends with an empty line, whichever of its branches was taken."""
    last = body[-1] if body else ""
    if not isinstance(last, str) or not last.endswith("\n"):
        return False
    empty = not last.strip(SPACE) and _fresh_after(body[:-1], fresh=False)
    return empty or bool(EMPTY_LINE.search(last))


def _fresh_after(body: Body, *, fresh: bool) -> bool:
    """Tell whether what follows a body begins a line, whichever of its branches was taken."""
    for part in body:
        if isinstance(part, str):
            fresh = part.endswith("\n")
        elif part[0] in ("if", "vary"):
            branches = [*(inner for _, inner in part[1]), part[2]]
            fresh = all(_fresh_after(inner, fresh=fresh) for inner in branches)
        elif part[0] == "for":
            fresh = fresh and _fresh_after(part[3], fresh=True)
        else:
            fresh = False
    return fresh
