"""The macros of the pages that look across archetypes: sections, comparison, rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from macros.facts.archetype_facts import inputs_of
from macros.library.fact_uses import uses_of_facts
from macros.library.question_examples import examples_of
from macros.schema.archetypes import Role
from macros.schema.writing_rules import MistakeKind, RuleStrength, WritingTopic
from macros.site.about_pages import AboutPages
from macros.site.archetype_pages import ROLES, escape_markdown
from macros.site.dictionary_pages import DictionaryPages
from macros.site.home_pages import HomePages
from macros.site.key_tables import key_tables
from macros.site.review_pages import ReviewPages
from macros.site.scope_pages import ScopePages
from macros.site.third_party import third_party
from macros.source.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.document.document import Block
    from macros.facts.offices import Office
    from macros.schema.archetypes import Archetype, Section
    from macros.schema.vocabulary import FactSpec
    from macros.schema.writing_rules import CommonMistake, Rule
    from macros.site.outline import Part

TOPIC_IDS = {
    "版面": "layout",
    "结构层次": "structure",
    "标点": "punctuation",
    "数字": "figures",
    "算式": "arithmetic",
    "时间": "time",
    "遗留": "leftovers",
    "用语": "terms",
    "个人信息": "personal",
    "内容": "content",
}
KIND_IDS = {
    "照抄改写": "copied",
    "数字": "figures",
    "比较": "comparison",
    "序号和称呼": "names",
    "内容": "content",
}
LEVELS = {"error": "肯定错", "warning": "多半错", "hint": "供斟酌"}
STRENGTH_IDS = {
    "事实": "fact",
    "规定": "required",
    "一般": "usual",
    "推荐": "advised",
    "实务": "practice",
}


@dataclass(frozen=True)
class Use:
    """A section in one archetype, with the text of the first example that includes it."""

    archetype: Archetype
    part: Part
    office: Office | None
    blocks: list[Block]


class ReferencePages(AboutPages, DictionaryPages, HomePages, ReviewPages, ScopePages):
    """Adds the macros that look across archetypes."""

    # --- macros ---

    def section_title(self, section_id: str) -> str:
        """Return a section's name, escaped for a Markdown heading."""
        return escape_markdown(self._section(section_id).name)

    def section_page(self, section_id: str) -> str:
        """Return a section's annotation, its text in every archetype, and the facts it needs."""
        section = self._section(section_id)
        uses = list(self._uses(section))
        texts = (
            f"### {escape_markdown(use.archetype.short)}：{escape_markdown(use.part.heading)}"
            f" {{ #in-{use.archetype.id} }}\n\n{self._html('section_text', use=use)}"
            for use in uses
        )
        parts = [
            self._html("section_overview", section=section, uses=uses),
            "## 批注 { #annotation }",
            self._html("section_annotation", section=section),
            "## 各范本里的写法 { #texts }",
            *texts,
            "## 需要的数据 { #facts }",
            self._facts_table(self._facts_of(section)),
        ]
        return "\n" + "\n\n".join(parts)

    def section_index(self) -> str:
        """Return the sections by role, each with its summary and the archetypes that use it."""
        users = self.library.users_of
        return "\n\n".join(
            f"## {role} {{ #{ROLES[role]} }}\n\n"
            + self._html("section_index", sections=[(s, users(s.id)) for s in sections])
            for role, sections in self._by_role().items()
        )

    def fact_index(self) -> str:
        """Return every fact by topic: its id, unit and names, and the sections that use it."""
        uses = uses_of_facts(self.library)
        topics: dict[str, list[FactSpec]] = {}
        for spec in self.library.facts.values():
            topics.setdefault(spec.topic, []).append(spec)
        return "\n\n".join(
            f"## {escape_markdown(topic)} {{ #topic-{number} }}\n\n"
            + self._html("fact_index", specs=specs, uses=uses, sections=self.library.sections)
            for number, (topic, specs) in enumerate(topics.items(), 1)
        )

    def comparison(self) -> str:
        """Return the table of sections by archetype, then all outlines side by side."""
        archetypes = self.library.archetypes_in_order()
        uses = {
            (a.id, p.section.id): p for a in archetypes for p in self.outlines.parts(a) if p.section
        }
        table = self._html("comparison", archetypes=archetypes, by_role=self._by_role(), uses=uses)
        outlines = [(archetype, self.outlines.parts(archetype)) for archetype in archetypes]
        heading = "## 提纲并排看 { #outlines }"
        columns = self._html("outlines", outlines=outlines, pair=_comparable_pair(archetypes))
        return f"{table}\n\n{heading}\n\n{columns}"

    def standards(self) -> str:
        """Return the rules of writing by topic, the strictest first."""
        topics: dict[str, list[Rule]] = {topic: [] for topic in get_args(WritingTopic)}
        for strength in get_args(RuleStrength):
            for rule in self.library.rules.values():
                if rule.strength == strength:
                    topics[rule.topic].append(rule)
        return "\n\n".join(
            f"## {topic} {{ #{TOPIC_IDS[topic]} }}\n\n{self._rules(rules)}"
            for topic, rules in topics.items()
            if rules
        )

    def mistakes(self) -> str:
        """Return the common mistakes by kind, each with how the site prevents it."""
        kinds: dict[str, list[CommonMistake]] = {kind: [] for kind in get_args(MistakeKind)}
        for mistake in self.library.mistakes.values():
            kinds[mistake.kind].append(mistake)
        return "\n\n".join(
            f"## {kind} {{ #{KIND_IDS[kind]} }}\n\n{self._html('mistakes', mistakes=mistakes)}"
            for kind, mistakes in kinds.items()
            if mistakes
        )

    def questions(self) -> str:
        """Return what readers ask, in the order of asking, each with its examples."""
        rules = [
            (rule, list(examples_of(self.library, rule, Report())))
            for rule in self.library.questions.values()
        ]
        return self._html("questions", rules=rules)

    def keys(self) -> str:
        """Return the keys of every kind of data file, with what each is for."""
        return key_tables()

    def licenses(self) -> str:
        """Return what the site carries of others: a table, then the licences."""
        return self._html("licenses", parts=third_party(self.root))

    # --- parts of the macros ---

    def _rules(self, rules: list[Rule]) -> str:
        return self._html("rules", rules=rules, strengths=STRENGTH_IDS, levels=LEVELS)

    def _section(self, section_id: str) -> Section:
        section = self.library.sections.get(section_id)
        if section is None:
            known = "、".join(self.library.sections)
            raise ValueError(f"没有“{section_id}”这个片段；应为：{known}")
        return section

    def _uses(self, section: Section) -> Iterator[Use]:
        for archetype in self.library.users_of(section.id):
            part = next(p for p in self.outlines.parts(archetype) if p.section is section)
            texts = (
                (example.office, [b for b in example.document.blocks if b.section == section.id])
                for example in self.outlines.examples(archetype)
            )
            office, blocks = next((text for text in texts if text[1]), (None, []))
            yield Use(archetype, part, office, blocks)

    def _facts_of(self, section: Section) -> list[str]:
        """Return the facts an office enters for a section, then those computed from them."""
        named = self.library.templates[section.id].facts
        computed = [name for name in named if self.library.facts[name].computed]
        return [*inputs_of(self.library.facts, named), *computed]

    def _by_role(self) -> dict[str, list[Section]]:
        """Return the sections of each role, the most used first."""
        users = self.library.users_of
        sections = sorted(self.library.sections.values(), key=lambda s: -len(users(s.id)))
        roles = {role: [s for s in sections if s.role == role] for role in get_args(Role)}
        return {role: found for role, found in roles.items() if found}


def _comparable_pair(archetypes: list[Archetype]) -> list[Archetype]:
    """Return the first two archetypes of the same office, period and topics, else the first two."""
    similar: dict[tuple[object, ...], list[Archetype]] = {}
    for archetype in archetypes:
        key = (archetype.office, tuple(archetype.periods), tuple(archetype.topics))
        similar.setdefault(key, []).append(archetype)
    pairs = (found for found in similar.values() if len(found) > 1)
    return next(pairs, archetypes)[:2]
