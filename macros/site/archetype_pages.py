"""The macros of an archetype's pages: HTML made from the library by templates/pages.

Text is written as escaped HTML, never as Markdown, so that a fact cannot become markup and Markdown
cannot renumber a paragraph.  Only headings are Markdown, for the table of contents.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.document.figure_table import shows_figures
from macros.figures.numerals import chinese
from macros.output.example_files import NOTICE, file_address
from macros.output.formats import DOWNLOADS
from macros.schema.fact_types import FACT_TYPES
from macros.site.browser_data import browser_data, layouts_data
from macros.site.explanations import Explanations
from macros.site.outline import Outlines
from macros.site.raw_marks import RAW_END, RAW_START

if TYPE_CHECKING:
    from pathlib import Path

    from macros.library.library import Library
    from macros.schema.archetypes import Archetype
    from macros.schema.vocabulary import FactSpec
    from macros.site.browser_data import Json
    from macros.site.outline import Part

ROLES = {
    "依据": "ground",
    "做法": "practice",
    "数据": "figures",
    "成效": "outcome",
    "问题": "problem",
    "打算": "plan",
}
SHARED_SHOWN = 6  # archetypes that share a section; its own page lists them all
MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~^=:\"'&<>])")


class Pages:
    """Makes the parts of every page; each public method is one macro."""

    def __init__(self, library: Library, root: Path) -> None:
        """Take a library without errors, and the project's folder, which has templates/pages."""
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
            types={name: traits.name for name, traits in FACT_TYPES.items()},
            roles=ROLES,
            explain=Explanations(library).explain,
            shows_figures=shows_figures,
            notice=NOTICE,
            file_address=file_address,
            formats=DOWNLOADS,
            shared_shown=SHARED_SHOWN,
        )
        self.environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}

    def _html(self, template: str, **values: object) -> str:
        text = self.environment.get_template(f"{template}.html.j2").render(**values).strip()
        return f"{RAW_START}\n{text}\n{RAW_END}"

    # --- macros ---

    def title(self, archetype_id: str) -> str:
        """Return an archetype's title, escaped for a Markdown heading, and its aliases."""
        archetype = self._archetype(archetype_id)
        aliases = self._html("aliases", archetype=archetype)
        return f"{escape_markdown(archetype.title)}\n\n{aliases}"

    def overview(self, archetype_id: str) -> str:
        """Return who writes the summary, for whom and when, and the faults of poor ones."""
        archetype = self._archetype(archetype_id)
        parts, own = self.outlines.parts(archetype), self.outlines.own_outlines(archetype)
        return self._html("overview", archetype=archetype, parts=parts, own_outlines=own)

    def structure(self, archetype_id: str) -> str:
        """Return every section: its heading in Markdown, its annotation beside example text."""
        archetype = self._archetype(archetype_id)
        legend = self._html("legend", examples=self.outlines.examples(archetype))
        parts = self.outlines.parts(archetype)
        groups = [part for part in parts if not part.section]
        texts = (self._structure_of(part, groups) for part in parts)
        return "\n\n".join([legend, *texts])

    def _structure_of(self, part: Part, groups: list[Part]) -> str:
        section = part.section
        anchor = f"section-{section.id}" if section else f"group-{groups.index(part) + 1}"
        heading = f"{'#' * (part.level + 2)} {escape_markdown(part.heading)} {{ #{anchor} }}"
        if not part.section:
            return heading
        return f"{heading}\n\n{self._html('section', part=part)}"

    def example(self, archetype_id: str) -> str:
        """Return the full text of every example, without annotations."""
        examples = self.outlines.examples(self._archetype(archetype_id))
        return "\n\n".join(
            f"### 示例{chinese(number)}：{escape_markdown(example.office.name)}"
            f" {{ #example-{number} }}\n\n{self._html('example', example=example)}"
            for number, example in enumerate(examples, 1)
        )

    def facts(self, archetype_id: str) -> str:
        """Return the facts to collect, grouped by topic, with units, definitions and hints."""
        archetype = self._archetype(archetype_id)
        entered = self.library.facts_of(archetype).entered()
        return self._facts_table([*entered, *self._computed(archetype)])

    def fill_title(self, archetype_id: str) -> str:
        """Return the heading of the page where an archetype is filled in."""
        return f"填写：{escape_markdown(self._archetype(archetype_id).short)}"

    def fill(self, archetype_id: str) -> str:
        """Return the data from which the browser makes the form and the live text."""
        archetype = self._archetype(archetype_id)
        data = browser_data(self.library, archetype)
        return self._html("fill", archetype=archetype, data=data, layouts=self.layouts)

    @cached_property
    def layouts(self) -> list[Json]:
        """Return the layouts for the browser, the default first."""
        return layouts_data(self.library, self.root)

    def _facts_table(self, names: list[str]) -> str:
        topics: dict[str, list[FactSpec]] = {}
        for name in names:
            spec = self.library.facts[name]
            topics.setdefault(spec.topic, []).append(spec)
        return self._html("facts", topics=topics, specs=self.library.facts)

    # --- parts of the macros ---

    def _archetype(self, archetype_id: str) -> Archetype:
        archetype = self.library.archetypes.get(archetype_id)
        if archetype is None:
            known = "、".join(self.library.archetypes)
            raise ValueError(f"没有“{archetype_id}”这个范本；应为：{known}")
        return archetype

    def _computed(self, archetype: Archetype) -> list[str]:
        names = self.library.facts_of(archetype).available
        return [name for name in self.library.inputs if name in names]

    @cached_property
    def counts(self) -> dict[str, int]:
        """Return how many snippets the sections of how many archetypes use."""
        uses = sum(len(a.entries) for a in self.library.archetypes.values())
        return {
            "archetypes": len(self.library.archetypes),
            "snippets": len(self.library.sections),
            "sections": uses,
        }


def escape_markdown(text: str) -> str:
    """Return one line of text that Markdown shows unchanged.

    Entities, because a backslash escapes fewer characters and stays visible in titles.
    """
    return MARKDOWN.sub(lambda m: f"&#{ord(m[0])};", text)
