"""The outline of a facts file's summary, with every place and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.library.emphasis import weights_in
from macros.library.library import FRAME, OWN_FRAME
from macros.library.own_words import FRAME_NAMES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from macros.library.passages import Passage
    from macros.library.summary import Summary
    from macros.schema.facts_files import OutlineEntry


def effective_outline(summary: Summary) -> Iterator[str]:
    """Yield the lines of a summary's outline: its sections, and the places of each in order."""
    archetype = summary.archetype
    yield f"{archetype.title}（{archetype.id} {archetype.version}）"
    for entry in summary.outline:
        yield from _entry(summary, entry, "  ")
    yield from frame_lines(summary.content.own.texts.get(OWN_FRAME, ()))
    used = {line.use for line in summary.lines}
    left_out = [entry.use for entry in archetype.entries if entry.use and entry.use not in used]
    if left_out:
        names = "、".join(f"{summary.library.sections[use].name}（{use}）" for use in left_out)
        yield f"没有写的章节：{names}"


def frame_lines(own: Collection[str]) -> Iterator[str]:
    """Yield the places of the frame, as own texts name them; `own` are those in own words."""
    yield f"  标题、落款等（{OWN_FRAME}）"
    for name in FRAME:
        yield f"    - {name}：{FRAME_NAMES[name]}{'（自己的话）' if name in own else ''}"


def _entry(summary: Summary, entry: OutlineEntry, indent: str) -> Iterator[str]:
    if entry.sections:
        yield f"{indent}{entry.heading}"
        for inner in entry.sections:
            yield from _entry(summary, inner, f"{indent}  ")
    elif entry.own:
        own = summary.content.own.sections[entry.own]
        yield f"{indent}{entry.heading or own.name}（{entry.own}，自拟）"
        for line in summary.own_section(entry.own).lines:
            if line.mark in ("item", "heading"):
                yield f"{indent}  - {_start(line.body)}"
    else:
        section = summary.library.sections[entry.use or ""]
        yield f"{indent}{entry.heading or section.name}（{section.id}）"
        weights = weights_in(section, summary.content)
        for passage in summary.passages(section.id):
            yield f"{indent}  - {_place(passage, weights.get(passage.name, ''))}"
        for name in summary.content.skip.get(section.id, ()):
            yield f"{indent}  - {section.place_named(name)}（本期不写）"


def _place(passage: Passage, weight: str) -> str:
    title = f"：{passage.title}" if passage.title else ""
    own = "自己的话" if passage.is_place else f"自加{title}"
    remarks = "，".join(filter(None, [own if passage.text else "", weight]))
    return f"{passage.name}（{remarks}）" if remarks else passage.name


def _start(body: list[object]) -> str:
    """Return the title of an own section's item."""
    first = body[0] if body and isinstance(body[0], str) else "……"
    return first.partition("。")[0]
