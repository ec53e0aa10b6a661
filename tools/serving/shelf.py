"""What one edition of the site hands on to the next: pages, copies, compiled templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

Copied = tuple[str, int, int]


@dataclass(frozen=True)
class MadePage:
    """A page on disk: the hash of what it was made from, and what the whole site needs of it."""

    key: str
    anchors: set[str]
    links: dict[str, dict[str, str]]  # to anchors, by page
    warnings: list[str]


class CompiledTemplates(BytecodeCache):
    """Keeps compiled templates from one edition to the next; Jinja compares their sources."""

    def __init__(self) -> None:
        """Begin empty."""
        self.code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code that was compiled before."""
        if bucket.key in self.code:
            bucket.bytecode_from_string(self.code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code that has been compiled."""
        self.code[bucket.key] = bucket.bytecode_to_string()


class Shelf:
    """What editions hand on to the next one."""

    def __init__(self) -> None:
        """Begin empty."""
        self.pages: dict[str, MadePage] = {}
        self.copied: dict[str, Copied] = {}
        self.templates = CompiledTemplates()
        self.theme_files: dict[str, list[str]] = {}  # by the stamp of what can change them
