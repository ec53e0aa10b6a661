"""Turns a section that a clerk has written into files of the library: data and template.

What only a maintainer can say is left as a marked gap, 待补.  Nothing is written here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from macros.exchange.adopted_template import template_of
from macros.exchange.facts_file_writer import yaml_entry
from macros.facts.own_content import key_place, node_at, with_references
from macros.library.data_files import with_schema_line
from macros.library.summary import bodies_of, summary_of
from macros.library.templates import loaded_template
from macros.schema.facts_files import WIDEST
from macros.source.report import Place
from macros.source.yaml_reader import Mapping, Scalar, to_data
from macros.templating.environment import make_environment
from macros.templating.language import RESERVED
from macros.templating.own_text import EXPRESSION
from macros.templating.render import facts_in
from macros.templating.template_checks import FORBIDDEN_TEXT, check_template

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as Dictionary

    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.schema.facts_files import OwnSection
    from macros.schema.vocabulary import FactSpec
    from macros.source.report import Report

GAP = "待补"
ADOPTED = "adopted"
HEAD = "# Facts that offices added of their own and the library has taken over.\n"
SECTION_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
FACT_ID = re.compile(r"[a-z][a-z0-9_]*")
DIGITS = "一二三四五六七八九十"


@dataclass(frozen=True)
class Adoption:
    """What is to be adopted: which section of an office's file, and the new names."""

    office: Office
    own: str
    section: str
    facts: Dictionary[str, str]  # from the names of own facts to those in the library


class Adopter:
    """Checks an adoption and makes the texts of its files."""

    def __init__(self, library: Library, adoption: Adoption, report: Report) -> None:
        """Take the library, the adoption, and where mistakes are reported."""
        self.library, self.adoption, self.report = library, adoption, report
        self.summary = summary_of(library, adoption.office)
        self.own = self.summary.content.own
        self.node = adoption.office.node

    def files(self) -> dict[str, str]:
        """Return the new files by their names, and the facts under the name of no file."""
        section = self.own.sections.get(self.adoption.own)
        place = key_place(self.node, "own", "sections", self.adoption.own)
        if section is None:
            known = "、".join(self.own.sections) or "这份文件没有自拟的章节"
            self.report.error(place, f"没有自拟的章节“{self.adoption.own}”", known)
            return {}
        names = self._names(section)
        self._check_words(section)
        if self.report.errors:
            return {}
        template = self._template(section, names)
        items = self._items(template, names)
        if self.report.errors:
            return {}
        stem = self.adoption.section
        data_file = f"data/sections/{stem}.yml"
        return {
            data_file: with_schema_line(data_file, self._data(section, items)),
            f"templates/sections/{stem}.j2": template,
            "": "".join(self._fact(old, new) for old, new in names.items()),
        }

    # --- names ---

    def _names(self, section: OwnSection) -> dict[str, str]:
        """Return the new names of the own facts that the section needs, in the draft's order."""
        given, needed = self.adoption.facts, self._needed()
        where = Place(str(self.node.place.file))
        for old, new in given.items():
            if old not in needed:
                known = "、".join(needed) or "这一节没有用自加的指标"
                self.report.error(where, f"“{section.name}”没有用到自加的指标“{old}”", known)
            elif not FACT_ID.fullmatch(new) or new in RESERVED or new.startswith("own_"):
                expected = "小写英文字母、数字和下划线，字母开头"
                self.report.error(where, f"新名字“{new}”不规范", expected)
            elif new in self.library.facts or list(given.values()).count(new) > 1:
                self.report.error(where, f"指标“{new}”已经有了", "没有用过的名字")
        for old in needed:
            if old not in given:
                label = self.own.facts[old].label
                self.report.error(where, f"“{label}”没有新名字", f"--fact {old}=新名字")
        stem = self.adoption.section
        if not SECTION_ID.fullmatch(stem) or stem.startswith("own-"):
            expected = "小写英文字母、数字和连接符，字母开头"
            self.report.error(where, f"片段的名字“{stem}”不规范", expected)
        elif stem in self.library.sections:
            self.report.error(where, f"片段“{stem}”已经有了", "没有用过的名字")
        return {old: given[old] for old in needed if old in given}

    def _needed(self) -> list[str]:
        """Return the own facts that the section names, with those they are computed from."""
        bodies = bodies_of(self.summary.own_section(self.adoption.own))
        waiting = [name for body in bodies for name in facts_in(body) if name in self.own.facts]
        found = dict.fromkeys(waiting)
        while waiting:
            spec = self.own.facts[waiting.pop()]
            new = [name for name in spec.references if name in self.own.facts and name not in found]
            found.update(dict.fromkeys(new))
            waiting += new
        return [name for name in self.own.facts if name in found]

    # --- words ---

    def _check_words(self, section: OwnSection) -> None:
        """Report words that a template must not have, where the draft has them."""
        node = node_at(self.node, "own", "sections", self.adoption.own, "text")
        for index, what, expected in _mistakes(section.text):
            place = node.place_of(index) if isinstance(node, Scalar) else self.node.place
            self.report.error(place, what, expected)

    def _template(self, section: OwnSection, names: Dictionary[str, str]) -> str:
        comment = f"{{# {GAP}：用一句英文写这个模板做什么。 #}}\n"
        return comment + template_of(section.text, self.summary.specs, names)

    def _items(self, template: str, names: Dictionary[str, str]) -> list[str]:
        """Return a name for each place of the template, after checking it as any other."""
        file = f"templates/sections/{self.adoption.section}.j2"
        own = {new: self._spec(old, names) for old, new in names.items()}
        specs = {**self.library.facts, **own}
        checked = check_template(template, file, specs, make_environment(), self.report)
        if checked.tree is None:
            return []
        places = loaded_template(checked.tree, specs).forms["detailed"].places
        found: list[str] = []
        for index, place in enumerate(places):
            found.append(place.title or f"第{DIGITS[index] if index < len(DIGITS) else index}段")
        return found

    def _spec(self, old: str, names: Dictionary[str, str]) -> FactSpec:
        spec = self.own.facts[old]
        return spec.model_copy(update={**with_references(dict(spec), names), "id": names[old]})

    # --- the files ---

    def _data(self, section: OwnSection, items: list[str]) -> str:
        parts = ("content", "motive", "form")
        words = ("写什么、用哪些数", "读的人为什么要看", "怎么写、写多长")
        annotation: dict[str, Any] = {
            part: f"{GAP}：{word}" for part, word in zip(parts, words, strict=True)
        }
        wrong = {"wrong": f"{GAP}：错的写法", "right": f"{GAP}：对的写法", "why": f"{GAP}：为什么"}
        data: dict[str, Any] = {
            "name": section.name,
            "role": "做法",
            "summary": f"{GAP}：一句话写清这一节的要求",
            "items": items,
            "annotation": {**annotation, "mistakes": [wrong]},
        }
        comment = f"# {GAP}：用一句英文写这一节；role 改成合适的功能。\n"
        return comment + "".join(yaml_entry(key, value) for key, value in data.items())

    def _fact(self, old: str, new: str) -> str:
        written = to_data(node_at(self.node, "own", "facts", old) or Mapping(self.node.place, {}))
        data: dict[str, Any] = dict(written) if isinstance(written, dict) else {}
        spec = self.own.facts[old]
        if spec.traits.number and not spec.computed and "range" not in data:
            data["range"] = ["0" if spec.type == "count" else f"-{WIDEST}", WIDEST]
        data.setdefault("hint", f"{GAP}：填什么、怎么数")
        data = with_references(data, self.adoption.facts)
        return "".join(f"  {line}\n" for line in yaml_entry(new, data).splitlines())


def with_facts(before: str, facts: str) -> str:
    """Return the text of a file of facts with more at its end; a new one is begun if need be."""
    head = before or with_schema_line("data/facts/_.yml", f"{HEAD}topic: 采纳的指标\nfacts:\n")
    return f"{head.rstrip()}\n{facts}"


def _mistakes(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield what an own text has that no template may have, with the index of its character."""
    start = 0
    for number, part in enumerate(EXPRESSION.split(text)):
        for pattern, expected in FORBIDDEN_TEXT if number % 2 == 0 else ():
            for found in pattern.finditer(part):
                yield start + found.start(), f"片段的正文里不能写“{found[0]}”", expected
        start += len(part)
    start = 0
    for line in text.split("\n"):
        title, stop, _ = line.strip(" \t\u3000").partition("。")
        if title.startswith("+ ") and (not stop or "{{" in title):
            yield start, "“+ ”后面要先写不带指标的“标题。”", "+ 标题。正文"
        start += len(line) + 1
