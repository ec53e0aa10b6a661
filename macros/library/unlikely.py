"""A value that is allowed but hardly right, which a writer looks at and may set aside."""

from __future__ import annotations

from dataclasses import dataclass

from macros.library.finding_keys import finding_key


@dataclass(frozen=True)
class Unlikely:
    """A value to be looked at: where it is, what it is, and what is unlikely about it."""

    kind: str
    path: str
    value: str
    what: str

    @property
    def key(self) -> str:
        """What a writer sets it aside by; another value has another key."""
        return finding_key(self.kind, self.path, self.value)
