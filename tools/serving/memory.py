"""A library that remembers what was made of it from one edit to the next.

Whatever is made sees the library through a view that records each read.  It is made again when one
of the values read is no longer the same.  So nobody has to say what depends on what, and nothing
that was read can be forgotten.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, TypeVar, cast

from macros.library.library import Library
from macros.source.report import Report

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.source.report import Problem

Made = TypeVar("Made")
Read = tuple[str, object]  # a field of the library, and a key of it
ALL = object()  # stands for the keys of a field, in order, or for a field without keys
ABSENT = object()
AT_ONCE = 2  # checks of offices before the first page is shown
WHOLE = "facts"  # the field through which nearly everything looks as a whole
READ = {field.name for field in fields(Library) if field.init} - {"documents"}


@dataclass
class Remembered:
    """What was made of a subject, its problems, and the values that were read for it."""

    subject: tuple[object, ...]
    made: object
    problems: list[Problem]
    reads: dict[Read, object]
    library: object  # the one for which it was last found to be true


class Memory:
    """What was made and what was read, of all editions of the project."""

    def __init__(self) -> None:
        """Begin without memories."""
        self.made: dict[tuple[object, object], Remembered] = {}
        self.values: dict[Read, object] = {}

    def same(self, read: Read, value: object) -> object:
        """Return the value that was read before, if this one is equal in everything."""
        known = self.values.get(read, ABSENT)
        if known is value or _equal(known, value):
            return known
        self.values[read] = value
        return value


def _equal(one: object, other: object) -> bool:
    """Tell whether two values are the same in every detail; 1.0 and 1.00 are not."""
    return type(one) is type(other) and _details(one) == _details(other)


def _details(value: object) -> object:
    try:
        return pickle.dumps(value)
    except (pickle.PicklingError, AttributeError, TypeError):  # of a class made on the fly
        return repr(value)


class RememberingLibrary(Library):
    """A library of one edition, which shares its memory with those before it."""

    def __init__(self, memory: Memory) -> None:
        """Begin empty; the loader fills it."""
        super().__init__()
        self.memory, self.at_once = memory, AT_ONCE
        self.later: deque[tuple[Callable[..., None], tuple[object, ...]]] = deque()

    def remember(self, make: Callable[..., Made], report: Report, *subject: object) -> Made:
        """Return what was made, or make it again."""
        return _remember(self, {}, make, report, subject)

    def check(self, look: Callable[..., None], report: Report, *subject: object) -> None:
        """Report what is known or soon found; leave the rest for later."""
        found = self.memory.made.get((look, subject[0]))
        known = found is not None and _holds(found, self, subject)
        if known or self.at_once:
            self.at_once -= not known
            self.remember(look, report, *subject)
        else:
            self.later.append((look, subject))

    def remark(self, look: Callable[[Library, Report], None], report: Report) -> None:
        """Leave out what is no mistake: the browser shows mistakes only."""

    def check_more(self) -> list[Problem]:
        """Make one of the checks that were left, and return the errors that it finds."""
        look, subject = self.later.popleft()
        report = Report()
        self.remember(look, report, *subject)
        return report.errors

    def value(self, read: Read) -> object:
        """Return what a view reads."""
        name, key = read
        field = getattr(self, name)
        if name == WHOLE or not isinstance(field, dict):
            field = self.memory.same(read, frozenset(field) if isinstance(field, set) else field)
            if not isinstance(field, frozenset):
                setattr(self, name, field)  # the next comparison is quick
            return field
        if key is ALL:
            return self.memory.same(read, tuple(field))
        value = self.memory.same(read, field.get(key, ABSENT))
        if value is not ABSENT:
            field[key] = value  # the next comparison is quick
        return value


def _remember(
    library: RememberingLibrary,
    reads: dict[Read, object],
    make: Callable[..., Made],
    report: Report,
    subject: tuple[object, ...],
) -> Made:
    """Return what is made of the subject, and add what was read for it to the reads."""
    key = (make, subject[0])
    found = library.memory.made.get(key)
    if not found or not _holds(found, library, subject):
        view, own = _View(library), Report()
        made = make(view, own, *subject)
        if found and _equal(found.made, made):
            made = cast("Made", found.made)  # so nothing that has read it has to be made again
        found = Remembered(subject, made, own.problems, view.reads, library)
        library.memory.made[key] = found
    reads.update(found.reads)
    report.problems += found.problems
    return cast("Made", found.made)


def _holds(found: Remembered, library: RememberingLibrary, subject: tuple[object, ...]) -> bool:
    if not all(map(_is_same, found.subject, subject)):
        return False
    if found.library is not library:
        if any(library.value(read) is not value for read, value in found.reads.items()):
            return False
        found.library = library
    return True


def _is_same(one: object, other: object) -> bool:
    return one is other or (isinstance(one, str) and one == other)


class _View(Library):
    """The library as one thing that is made sees it; has no derived data of others."""

    def __init__(self, library: RememberingLibrary) -> None:
        super().__init__()
        self.library = library
        self.reads: dict[Read, object] = {}

    def __getattribute__(self, name: str) -> object:
        if name not in READ:
            return super().__getattribute__(name)
        if name != WHOLE and isinstance(getattr(self.library, name), dict):
            return _Field(self, name)
        return self.read((name, ALL))

    def remember(self, make: Callable[..., Made], report: Report, *subject: object) -> Made:
        return _remember(self.library, self.reads, make, report, subject)

    def read(self, read: Read) -> object:
        if read not in self.reads:
            self.reads[read] = self.library.value(read)
        return self.reads[read]


class _Field(Mapping[str, object]):
    """A dictionary of the library that records what is read of it."""

    def __init__(self, view: _View, name: str) -> None:
        self.view, self.name = view, name

    def __getitem__(self, key: str) -> object:
        value = self.view.read((self.name, key))
        if value is ABSENT:
            raise KeyError(key)
        return value

    def __iter__(self) -> Iterator[str]:
        yield from self.view.read((self.name, ALL))  # type: ignore[misc]  # a tuple of keys

    def __len__(self) -> int:
        return len(self.view.read((self.name, ALL)))  # type: ignore[arg-type]
