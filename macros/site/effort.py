"""What to have ready for a kind of summary, and how long writing it takes: from its facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.library.library import Library
    from macros.schema.archetypes import Archetype

# Minutes for one fact: a figure that is at hand is typed, words are thought of, a list is told.
FIGURE, WORDS, LIST = 0.25, 1, 2
STEP = 5
HALF_HOUR, HOUR = 30, 60


@dataclass(frozen=True)
class Effort:
    """How many figures, earlier figures, words and lists a summary asks for."""

    figures: int
    earlier: int
    words: int
    lists: int

    @property
    def minutes(self) -> int:
        """Return about how long writing takes, rounded up to five minutes."""
        figures = self.figures + self.earlier
        exact = figures * FIGURE + self.words * WORDS + self.lists * LIST
        return -int(-exact // STEP) * STEP

    @property
    def time(self) -> str:
        """Return how long writing takes, in words: 约45分钟, 约1个半小时."""
        if self.minutes < HOUR:
            return f"约{self.minutes}分钟"
        hours, half = divmod(round(self.minutes / HALF_HOUR), 2)
        return f"约{hours}个半小时" if half else f"约{hours}小时"

    @property
    def needs(self) -> str:
        """Return what to have ready, in words; what is not needed is not named."""
        parts = ((self.figures, "个数"), (self.earlier, "个上期数"), (self.words, "项文字"))
        told = [*parts, (self.lists, "项清单")]
        return "、".join(f"{count}{what}" for count, what in told if count)


def effort_of(library: Library, archetype: Archetype) -> Effort:
    """Return the effort of a summary that states what it must."""
    specs = [library.facts[name] for name in library.facts_of(archetype).entered()]
    asked = [spec for spec in specs if spec.required]
    figures = sum(spec.traits.number for spec in asked)
    lists = sum(spec.traits.records for spec in asked)
    earlier = sum("last" in spec.series for spec in asked)
    return Effort(figures, earlier, len(asked) - figures - lists, lists)
