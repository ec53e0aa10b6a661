"""The table of sections: what each new section says, why and how, and mistakes to avoid.

A section has a row; a further row of it adds a mistake.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, get_args

from macros.exchange.skeletons import TO_WRITE
from macros.exchange.tables import Row
from macros.schema.archetypes import Role
from macros.source.report import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from macros.source.report import Report

HEAD = {"section": "章节", "role": "功能", "summary": "要求"}
ANNOTATION = {"content": "内容", "motive": "动机", "form": "形式"}
MISTAKE = {"wrong": "错误写法", "right": "正确写法", "why": "为什么"}
SKELETON = {
    "summary": "一句话写清这一节的要求",
    "content": "写什么、用哪些数",
    "motive": "读者为什么要看",
    "form": "分几条、怎么写、写多长",
    "wrong": "错误的写法",
    "right": "正确的写法",
    "why": "为什么",
}


@dataclass(frozen=True)
class SectionRow(Row):
    """A row of the table of sections."""

    columns_by_key: ClassVar = {**HEAD, **ANNOTATION, **MISTAKE}
    headings: ClassVar = tuple(columns_by_key.values())
    needed: ClassVar = (ANNOTATION["motive"], HEAD["section"])


def section_texts(
    rows: Iterable[Row], sections: Mapping[str, str], role: str, report: Report
) -> dict[str, dict[str, Any]]:
    """Return what the table says of new sections, given by id with their names, as data/sections.

    What it does not say is still to be written.
    """
    found: dict[str, list[Row]] = {id_: [] for id_ in sections}
    section = next(iter(sections)) if len(sections) == 1 else ""
    for row in rows:
        section = _section(row, sections, report) if row["section"] else section
        if section:
            found[section].append(row)
    return {id_: _texts(found[id_], role, report) for id_ in sections}


def _section(row: Row, sections: Mapping[str, str], report: Report) -> str:
    written = row["section"]
    for id_, name in sections.items():
        if written in (id_, name):
            return id_
    guess = nearest(written, [*sections, *sections.values()])
    row.tell(report, "section", f"没有新建“{written}”这个片段", "、".join(sections), guess)
    return ""


def _texts(rows: list[Row], role: str, report: Report) -> dict[str, Any]:
    for row in rows:
        if row["role"] and row["role"] not in get_args(Role):
            what, roles = f"没有“{row['role']}”这种功能", get_args(Role)
            row.tell(report, "role", what, "、".join(roles), nearest(row["role"], roles))

    def said(key: str) -> str:
        return next((row[key] for row in rows if row[key]), "")

    told = [row for row in rows if any(row[key] for key in MISTAKE)]
    mistakes = [{key: row[key] or _gap(key) for key in MISTAKE} for row in told]
    return {
        "role": said("role") or role,
        "summary": said("summary") or _gap("summary"),
        "annotation": {
            **{key: said(key) or _gap(key) for key in ANNOTATION},
            "mistakes": mistakes or [{key: _gap(key) for key in MISTAKE}],
        },
    }


def _gap(key: str) -> str:
    return f"{TO_WRITE}：{SKELETON[key]}"
