"""A library that remembers what was made of it from one edit to the next.

Whatever is made sees the library through a view that records each read.  It is made again when one
of the values read is no longer the same.  So nobody has to say what depends on what, and nothing
that was read can be forgotten.  What was made for something else counts as one value: an edit that
does not change it goes no further.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from hashlib import sha256
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
AT_ONCE = 2  # checks of offices and of questions before the first page is shown
MADE = "made"  # stands for a field: what was made of a subject
READ = {field.name for field in fields(Library) if field.init} - {"documents"}


@dataclass
class Result:
    """What was made, and its problems; the same one as long as they are equal."""

    made: object
    problems: list[Problem]
    details: bytes = b""  # once somebody has asked


@dataclass
class Remembered:
    """What was made of a subject, and the values that were read for it, in order."""

    make: Callable[..., object]
    subject: tuple[object, ...]
    result: Result
    reads: dict[Read, object]
    library: object  # the one for which it was last found to be true


class Memory:
    """What was made and what was read, of all editions of the project."""

    def __init__(self) -> None:
        """Begin without memories."""
        self.made: dict[tuple[object, object], Remembered] = {}
        self.values: dict[Read, Result] = {}

    def same(self, read: Read, value: object) -> object:
        """Return the value that was read before, if this one is equal in everything."""
        known = self.values.get(read)
        if known and known.made is value:
            return value
        kept = self.values[read] = _kept(known, Result(value, []))
        return kept.made


def _kept(known: Result | None, new: Result) -> Result:
    """Return the known result if the new one is the same in every detail; 1.0 and 1.00 are not."""
    same = known and type(known.made) is type(new.made) and known.problems == new.problems
    return known if known and same and _details(known) == _details(new) else new


def _details(result: Result) -> bytes:
    if not result.details:
        result.details = sha256(_written(result.made)).digest()
    return result.details


def _written(value: object) -> bytes:
    try:
        return pickle.dumps(value)
    except (pickle.PicklingError, AttributeError, TypeError):  # of a class made on the fly
        return repr(value).encode("utf-8", "backslashreplace")


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
        known = found is not None and _is_same(found.subject, subject) and _holds(found, self)
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
        if not isinstance(field, dict):
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

    def is_as_read(self, read: Read, value: object) -> bool:
        """Tell whether a view would read the same again."""
        if isinstance(value, Remembered):
            return _is_as_made(self, value)
        return self.value(read) is value


def _remember(
    library: RememberingLibrary,
    reads: dict[Read, object],
    make: Callable[..., Made],
    report: Report,
    subject: tuple[object, ...],
) -> Made:
    """Return what is made of the subject, and count it among what was read."""
    key = (make, subject[0])
    found = library.memory.made.get(key)
    if not found or not _is_same(found.subject, subject) or not _holds(found, library):
        found = _made_again(library, make, subject, found)
    reads[MADE, id(found)] = found
    report.problems += found.result.problems
    return cast("Made", found.result.made)


def _made_again(
    library: RememberingLibrary,
    make: Callable[..., object],
    subject: tuple[object, ...],
    known: Remembered | None,
) -> Remembered:
    """Make it; when nothing comes out of it that is new, nobody who has read it need know."""
    view, own = _View(library), Report()
    new = Result(make(view, own, *subject), own.problems)
    result = _kept(known.result if known else None, new)
    found = Remembered(make, subject, result, view.reads, library)
    library.memory.made[make, subject[0]] = found
    return found


def _is_as_made(library: RememberingLibrary, read: Remembered) -> bool:
    """Tell whether what was made of a subject is still what somebody has read.

    What he read before it is the same as then; so he would give the same subject again.
    """
    found = library.memory.made[read.make, read.subject[0]]
    if not _is_same(found.subject, read.subject):
        return False
    if not _holds(found, library):
        found = _made_again(library, found.make, found.subject, found)
    return found.result is read.result


def _holds(found: Remembered, library: RememberingLibrary) -> bool:
    if found.library is not library:
        if not all(library.is_as_read(*read) for read in found.reads.items()):
            return False
        found.library = library
    return True


def _is_same(subject: tuple[object, ...], other: tuple[object, ...]) -> bool:
    pairs = zip(subject, other, strict=False)
    return len(subject) == len(other) and all(
        a is b or (isinstance(a, str) and a == b) for a, b in pairs
    )


class _View(Library):
    """The library as one thing that is made sees it; has no derived data of others."""

    def __init__(self, library: RememberingLibrary) -> None:
        super().__init__()
        self.library = library
        self.reads: dict[Read, object] = {}
        self.fields: dict[str, _Field] = {}

    def __getattribute__(self, name: str) -> object:
        if name not in READ:
            return super().__getattribute__(name)
        if not isinstance(getattr(self.library, name), dict):
            return self.read((name, ALL))
        if name not in self.fields:
            self.fields[name] = _Field(self, name)
        return self.fields[name]

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
        self.known: dict[str, object] = {}

    def __getitem__(self, key: str) -> object:
        if key not in self.known:
            self.known[key] = self.view.read((self.name, key))
        value = self.known[key]
        if value is ABSENT:
            raise KeyError(key)
        return value

    def __iter__(self) -> Iterator[str]:
        yield from self.view.read((self.name, ALL))  # type: ignore[misc]  # a tuple of keys

    def __len__(self) -> int:
        return len(self.view.read((self.name, ALL)))  # type: ignore[arg-type]
