"""The formats a document can be written in, by the name that the command line takes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.document import Document


@dataclass(frozen=True)
class Format:
    """How a document is written, and how its file's name ends."""

    ending: str
    write: Callable[[Document], str | bytes]


def _json(document: Document) -> str:
    return json.dumps(document.as_json(), ensure_ascii=False, indent=2) + "\n"


FORMATS = {
    "text": Format(".txt", lambda document: document.as_text()),
    "json": Format(".json", _json),
}
