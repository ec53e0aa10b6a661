"""The macro of the page on scope: which summaries there are, by which documents, and which lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.site.archetype_pages import Pages

if TYPE_CHECKING:
    from macros.schema.archetypes import Archetype
    from macros.schema.indicators import SourceDocument


class ScopePages(Pages):
    """Adds the macro of the page scope."""

    def scope_tables(self) -> str:
        """Return the archetypes with the documents of their indicators, then what is wanted."""
        rows = [(archetype, self._documents(archetype)) for archetype in self._archetypes()]
        return "\n\n".join(
            [
                f"## 有哪些 {{ #present }}\n\n{self._html('scope', rows=rows)}",
                f"## 还缺哪些 {{ #wanted }}\n\n{self._html('wanted', **self._wanted())}",
            ]
        )

    def _archetypes(self) -> list[Archetype]:
        return self.library.archetypes_in_order()

    def _documents(self, archetype: Archetype) -> list[SourceDocument]:
        """Return the documents that define indicators of an archetype, each once."""
        dictionary, indicators = self.library.dictionary, self.library.dictionary.indicators
        named = (self.library.facts[name].indicator for name in self._facts(archetype))
        entries = (indicators[name] for name in named if name in indicators)
        return [dictionary.documents[name] for name in dict.fromkeys(e.document for e in entries)]

    def _facts(self, archetype: Archetype) -> list[str]:
        return sorted(self.library.facts_of(archetype).available)

    def _wanted(self) -> dict[str, object]:
        return {"wanted": self.library.kinds.wanted, "archetypes": self.library.archetypes}
