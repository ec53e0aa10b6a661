"""Reads an office from the tree of its facts file, an example's or a clerk's."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.facts.entries import Entries, EntryError, parse_text
from macros.facts.entry_reader import EntryReader
from macros.facts.own_content import words_by_key
from macros.schema.facts_files import CONTENT_KEYS, Content
from macros.source.report import Report, nearest
from macros.source.yaml_reader import Mapping, Scalar, Sequence, to_data

if TYPE_CHECKING:
    from collections.abc import Collection
    from collections.abc import Mapping as Dictionary

    from macros.facts.archetype_facts import ArchetypeFacts
    from macros.schema.archetypes import Archetype

OFFICE_KEYS = (
    "archetype",
    "name",
    "note",
    "without",
    "headings",
    "carried",
    "facts",
    *CONTENT_KEYS,
)
# What a draft from the browser has besides; the command line does not use it.
DRAFT_KEYS = ("schema", "version", "title", "edits")
SCHEMA = "2"  # of the files that are written; the browser's drafts are facts files too
SCHEMAS = ("1", SCHEMA)  # of the files that are read


@dataclass(frozen=True)
class Choices:
    """What a file changes of its archetype's text.

    `without` are the sections left out, `headings` own headings, by section or by a group's heading
    (a file with an outline has neither); `content` is what the file brings of its own.
    """

    without: tuple[str, ...] = ()
    headings: Dictionary[str, str] = field(default_factory=dict)
    content: Content = field(default_factory=Content)


@dataclass(frozen=True)
class Office:
    """The facts of one office for one period, and what its file changes of the archetype."""

    id: str
    archetype: str
    name: str
    note: str
    without: tuple[str, ...]
    entries: Entries
    node: Mapping
    headings: dict[str, str] = field(default_factory=dict)  # its own headings, by section or group
    carried: tuple[str, ...] = ()  # facts and own words of the last period, not yet confirmed
    content: Content = field(default_factory=Content)

    @property
    def choices(self) -> Choices:
        """What the file changes of its archetype's text."""
        return Choices(self.without, self.headings, self.content)


def check_schema(node: Mapping, report: Report) -> bool:
    """Tell whether a facts file has a schema that we can read; report one that we cannot."""
    written = _text(node, "schema")
    if "schema" not in node.entries or written in SCHEMAS:
        return True
    if re.fullmatch("[1-9][0-9]*", written):
        what, expected = f"文件由更新的版本导出（schema“{written}”）", "更新本程序后再运行"
    else:
        what, expected = f"“schema”的值“{written}”不对", f"{SCHEMA}，或删去这一行"
    report.error(node.place_of("schema"), what, expected)
    return False


def check_keys(node: Mapping, report: Report) -> None:
    """Report the keys that a facts file does not have."""
    for key in node.entries:
        if key not in (*OFFICE_KEYS, *DRAFT_KEYS):
            guess = nearest(key, OFFICE_KEYS)
            report.error(node.place_of(key), f"不认识的键“{key}”", "、".join(OFFICE_KEYS), guess)


def read_office(
    node: Mapping, stem: str, asked: ArchetypeFacts, content: Content, report: Report
) -> Office | None:
    """Return the office that a facts file of an archetype describes, or None after reporting.

    `stem` is the file's name without its ending, `asked` the facts that the archetype asks for,
    `content` what the file brings of its own.
    """
    facts, archetype = node.get("facts"), asked.archetype
    if not isinstance(facts, Mapping):
        report.error(node.place_of("facts"), "缺少“facts”", "“facts:”，下面每行一个指标")
        return None
    if not asked.complete:
        return None  # which facts it uses is not known, and why has been reported
    specs = {name: asked.specs[name] for name in asked.accepted}
    entries = EntryReader(specs, asked.specs, report, asked.places).read(facts)
    without = _without(node, archetype, report)
    name, note = (_text(node, key) for key in ("name", "note"))
    headings = _headings(node, archetype, report)
    words = words_by_key(content)
    carried = _carried(node, (*asked.entered(without), *words))
    _report_unknown_carried(node, {*asked.specs, *words}, report)
    return Office(
        stem, archetype.id, name, note, without, entries, node, headings, carried, content
    )


def _without(node: Mapping, archetype: Archetype, report: Report) -> tuple[str, ...]:
    listed = node.get("without")
    sections = [entry.use for entry in archetype.entries]
    if listed is None:
        return ()
    if not isinstance(listed, Sequence):
        report.error(node.place_of("without"), "“without”应是列表", "[片段, …]")
        return ()
    for item in listed.items:
        if to_data(item) not in sections:
            options = "、".join(name for name in sections if name)
            report.error(item.place, f"这个范本没有“{to_data(item)}”这一节", options)
    return tuple(str(to_data(item)) for item in listed.items)


def _headings(node: Mapping, archetype: Archetype, report: Report) -> dict[str, str]:
    given = node.get("headings")
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        report.error(node.place_of("headings"), "“headings”应是一行一个标题", "片段: 标题")
        return {}
    headings: dict[str, str] = {}
    for name in given.entries:
        if name not in archetype.heading_keys:
            guess = nearest(name, archetype.heading_keys)
            report.error(given.place_of(name), f"这个范本没有“{name}”这一节", "", guess)
        try:
            headings[name] = _heading(given, name)
        except EntryError as error:
            report.error(given.place_of(name), f"标题{error.what}", error.expected)
    return {name: text for name, text in headings.items() if text}


def _heading(given: Mapping, name: str) -> str:
    if not isinstance(given.get(name), Scalar):
        raise EntryError("不是一行文字", "有冒号或者方括号的，两头加引号")
    return parse_text(_text(given, name))


def _carried(node: Mapping, known: Collection[str]) -> tuple[str, ...]:
    """Return the facts and own words to confirm, of those known; works[0] belongs to works."""
    listed = node.get("carried")
    items = listed.items if isinstance(listed, Sequence) else []
    written = [item.value for item in items if isinstance(item, Scalar)]
    names = (name if name in known else name.partition("[")[0] for name in written)
    return tuple(dict.fromkeys(name for name in names if name in known))


def _report_unknown_carried(node: Mapping, known: Collection[str], report: Report) -> None:
    """Report what `carried` names and there is not, which nobody can confirm."""
    listed = node.get("carried")
    for item in listed.items if isinstance(listed, Sequence) else []:
        name = item.value if isinstance(item, Scalar) else ""
        if name not in known and name.partition("[")[0] not in known:
            guess = nearest(name, known)
            expected = f"“{guess}”，或删去这一项" if guess else "删去这一项"
            report.warn(item.place, f"carried 里的“{name}”不是指标，没有算作待核对", expected)


def _text(node: Mapping, key: str) -> str:
    value = node.get(key)
    return value.value if isinstance(value, Scalar) else ""
