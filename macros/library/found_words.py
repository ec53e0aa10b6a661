"""Words found in what was typed, which a writer may set aside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from macros.library.finding_keys import finding_key


@dataclass(frozen=True)
class FoundWords:
    """Words at one place, in their order; `path` is the place for keys, `where` for the writer."""

    kind: ClassVar[str]

    path: str
    where: str
    words: tuple[str, ...]

    @property
    def key(self) -> str:
        """What a writer sets them aside by; other words have another key."""
        return finding_key(self.kind, self.path, "、".join(self._each))

    def __str__(self) -> str:
        """Return what is printed of them."""
        return self.where + "".join(f"“{word}”" for word in self._each)

    @property
    def _each(self) -> dict[str, None]:
        return dict.fromkeys(self.words)
