"""The HTML of the site's pages, made from the library by templates/pages; knows nothing of MkDocs.

Text is emitted as HTML from the document model, escaped, never as Markdown: a fact cannot
become markup, and Markdown cannot re-number a paragraph.  Only headings are Markdown, for the
contents list.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.document.page_layout import DEFAULT_LAYOUT
from macros.figures.numerals import chinese
from macros.figures.periods import LABELS
from macros.output.example_files import FORMATS_OFFERED, NOTICE, address
from macros.output.word import shell
from macros.site.browser_data import browser_data
from macros.site.outline import Outlines

if TYPE_CHECKING:
    from pathlib import Path

    from macros.library.library import Library
    from macros.schema.archetypes import Archetype
    from macros.schema.vocabulary import FactSpec
    from macros.site.outline import Part

TYPES = {
    "text": "文字",
    "count": "整数",
    "amount": "数额",
    "decimal": "小数",
    "rate": "比率",
    "date": "日期",
    "period": "时段",
    "choice": "选项",
    "list": "列表",
    "figure": "本篇指标",
}
ROLES = {
    "依据": "ground",
    "做法": "practice",
    "数据": "figures",
    "成效": "outcome",
    "问题": "problem",
    "打算": "plan",
}
SIDES = {"now": "本期", "last": "上期", "plan": "计划"}
RAW_START, RAW_END = "<!-- raw -->", "<!-- /raw -->"  # what macros.site.raw_html leaves as it is
SUBSCRIPT = re.compile(r"(?P<name>\w+)(?:\[(?P<row>\d+)\])?(?:\.(?P<part>\w+))?")
SHARED_SHOWN = 6  # others that use a section; the section's own page has them all
MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~^=:\"'&<>])")


class Pages:
    """Makes the parts of every page; each public method is one macro."""

    def __init__(self, library: Library, root: Path) -> None:
        """Take a sound library and the project's folder, where templates/pages is."""
        self.library, self.root = library, root
        self.outlines = Outlines(library)
        self.environment = Environment(
            loader=FileSystemLoader(root / "templates" / "pages", encoding="utf-8-sig"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.globals.update(
            periods=LABELS,
            types=TYPES,
            roles=ROLES,
            explain=self.explain,
            notice=NOTICE,
            file_address=address,
            formats=FORMATS_OFFERED,
            shared_shown=SHARED_SHOWN,
        )
        self.environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}

    def _html(self, template: str, **values: object) -> str:
        text = self.environment.get_template(f"{template}.html.j2").render(**values).strip()
        return f"{RAW_START}\n{text}\n{RAW_END}"

    # --- macros ---

    def title(self, archetype_id: str) -> str:
        """Return an archetype's title, safe in a Markdown heading, and what else it is called."""
        archetype = self._archetype(archetype_id)
        also = self._html("also", archetype=archetype)
        return f"{escape_markdown(archetype.title)}\n\n{also}"

    def overview(self, archetype_id: str) -> str:
        """Return who writes the summary, for whom and when, and what a poor one does wrong."""
        archetype = self._archetype(archetype_id)
        return self._html("overview", archetype=archetype, parts=self.outlines.parts(archetype))

    def structure(self, archetype_id: str) -> str:
        """Return every section: its heading in Markdown, its annotation beside its example text."""
        archetype = self._archetype(archetype_id)
        legend = self._html("legend", examples=self.outlines.examples(archetype))
        parts = (self._structure_of(part) for part in self.outlines.parts(archetype))
        return "\n\n".join([legend, *parts])

    def _structure_of(self, part: Part) -> str:
        anchor = f"section-{part.section.id}" if part.section else f"group-{part.level}"
        heading = f"{'#' * (part.level + 2)} {escape_markdown(part.heading)} {{ #{anchor} }}"
        if not part.section:
            return heading
        return f"{heading}\n\n{self._html('section', part=part)}"

    def example(self, archetype_id: str) -> str:
        """Return every example of the archetype, whole and clean."""
        examples = self.outlines.examples(self._archetype(archetype_id))
        return "\n\n".join(
            f"### 示例{chinese(number)}：{escape_markdown(example.office.name)}"
            f" {{ #example-{number} data-search-exclude }}\n\n"
            f"{self._html('example', example=example)}"
            for number, example in enumerate(examples, 1)
        )

    def facts(self, archetype_id: str) -> str:
        """Return the facts to collect, grouped by topic, with units, definitions and hints."""
        archetype = self._archetype(archetype_id)
        return self._facts_table([*self.library.facts_of(archetype), *self._rates(archetype)])

    def fill_title(self, archetype_id: str) -> str:
        """Return the heading of the page where an archetype is filled in."""
        return f"填写：{escape_markdown(self._archetype(archetype_id).short)}"

    def fill(self, archetype_id: str) -> str:
        """Return what the browser makes the form and the live text from."""
        archetype = self._archetype(archetype_id)
        data = browser_data(self.library, archetype)
        return self._html("fill", archetype=archetype, data=data, layouts=self.layouts)

    @cached_property
    def layouts(self) -> list[dict[str, object]]:
        """Return the layouts with the Word shell of each, the usual one first."""
        layouts = self.library.layouts.values()
        ordered = sorted(layouts, key=lambda layout: layout.id != DEFAULT_LAYOUT)
        return [
            {
                "id": layout.id,
                "name": layout.name,
                "note": layout.note,
                "numbers": layout.parameters.numbers,
                "characters": layout.parameters.characters.value,
                "titleCharacters": layout.title_characters,
                "shell": shell(layout, self.root / "templates" / "word"),
            }
            for layout in ordered
        ]

    def _facts_table(self, names: list[str], *, repeated: bool = False) -> str:
        topics: dict[str, list[FactSpec]] = {}
        for name in names:
            spec = self.library.facts[name]
            topics.setdefault(spec.topic, []).append(spec)
        return self._html("facts", topics=topics, specs=self.library.facts, repeated=repeated)

    # --- what the macros are made of ---

    def _archetype(self, archetype_id: str) -> Archetype:
        archetype = self.library.archetypes.get(archetype_id)
        if archetype is None:
            known = "、".join(self.library.archetypes)
            raise ValueError(f"没有“{archetype_id}”这个范本；应为：{known}")
        return archetype

    def _rates(self, archetype: Archetype) -> list[str]:
        names = self.library.names_of(archetype)
        return [n for n, spec in self.library.facts.items() if spec.computed and n in names]

    # --- what a figure is ---

    def explain(self, facts: tuple[str, ...], formula: str) -> str:
        """Return what a marked stretch came from: 采集检测水样（本期）、… · 92 ÷ 214 = 42.99%."""
        names = "、".join(dict.fromkeys(self._name(path) for path in facts))
        return f"{names} · {formula}" if formula else names

    def _name(self, path: str) -> str:
        match = SUBSCRIPT.fullmatch(path)
        if not match:
            return path
        spec = self.library.facts[match["name"]]
        part = match["part"]
        if match["row"]:
            row = f"第{int(match['row']) + 1}{spec.unit or '条'}"
            return f"{spec.label}{row}·{spec.record[part].label}"
        return f"{spec.label}（{SIDES[part]}）" if part and part != "now" else spec.label

    @cached_property
    def counts(self) -> dict[str, int]:
        """Return how many snippets serve how many sections of how many archetypes."""
        uses = sum(len(a.entries) for a in self.library.archetypes.values())
        return {
            "archetypes": len(self.library.archetypes),
            "snippets": len(self.library.sections),
            "sections": uses,
        }


def escape_markdown(text: str) -> str:
    """Return text that Markdown shows as it is, in one line.

    As entities: what Markdown lets a backslash escape is less, and titles keep the backslash.
    """
    return MARKDOWN.sub(lambda m: f"&#{ord(m[0])};", text)
