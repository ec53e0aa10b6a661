"""Turns the text of an own section into a template of the library.

What may be missing is printed under a condition, as the checks of templates ask for: where the
first part of a sentence may be missing the whole sentence is left out, else only the part.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.templating.language import FILTERS, FUNCTIONS, TABLE_WORD
from macros.templating.line_marks import MARKS
from macros.templating.own_text import read_own_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.schema.vocabulary import FactSpec
    from macros.templating.own_text import OwnLine

Piece = Any  # literal text, or a printed expression
PART = re.compile(r"[^，；。]*[，；。]|[^，；。]+")
WRITTEN = {kind: mark for mark, kind in MARKS.items()}


def template_of(text: str, specs: Mapping[str, FactSpec], names: Mapping[str, str]) -> str:
    """Return a template that says what an own text says, with new names for its own facts."""
    writer = _Writer(specs, names)
    lines = read_own_text(text, specs, marked=True).lines
    return "\n".join(f"{writer.paragraph(line)}\n" for line in lines)


class _Writer:
    def __init__(self, specs: Mapping[str, FactSpec], names: Mapping[str, str]) -> None:
        self.specs, self.names = specs, names

    def paragraph(self, line: OwnLine) -> str:
        if line.mark == TABLE_WORD:
            return self.table(line.body).strip("\n")
        sentences = list(_sentences(line.body))
        lead = WRITTEN.get(line.mark, "")
        if line.mark == "item":
            lead += f"{self.written(sentences[0][0])}\n"
            sentences[:1] = []
        return lead + "".join(map(self.sentence, sentences)).strip("\n")

    def table(self, facts: list[str]) -> str:
        """Return a table, left out where one of its facts may be missing."""
        written = f"{{{{ {TABLE_WORD}({', '.join(map(self.expression, facts))}) }}}}"
        return self.guarded([["=", name] for name in facts], written)

    def sentence(self, parts: list[list[Piece]]) -> str:
        """Return a sentence, of which each part begins with the comma before it."""
        first, *others = parts
        ends = others[-1] if others else first
        stop = "。" if ends and ends[-1] == "。" else ""
        if stop:
            ends.pop()
        inner = "".join(self.guarded(part, self.written(part)) for part in others)
        return self.guarded(first, f"{self.written(first)}{inner}{stop}")

    def guarded(self, part: list[Piece], written: str) -> str:
        tests = list(dict.fromkeys(test for piece in part for test in self.tests(piece)))
        if not tests:
            return written
        end = "" if written.endswith("\n") else "\n"
        return f"\n{{% if {' and '.join(tests)} %}}\n{written}{end}{{% endif %}}\n"

    def written(self, part: list[Piece]) -> str:
        return "".join(
            piece if isinstance(piece, str) else f"{{{{ {self.expression(piece[1])} }}}}"
            for piece in part
        )

    # --- expressions ---

    def expression(self, expression: Any) -> str:
        match expression:
            case str():
                return self.names.get(expression, expression)
            case ["'", field]:
                return f"'{field}'"
            case [".", name, side]:
                return f"{self.names.get(name, name)}.{side}"
        _, word, *arguments = expression
        first, *others = map(self.expression, arguments)
        if word in FILTERS:
            return f"{first}|{word}" + (f"({', '.join(others)})" if others else "")
        return f"{word}({', '.join((first, *others))})"

    def tests(self, piece: Piece) -> Iterator[str]:
        """Yield the conditions under which a printed expression has what it prints."""
        if not isinstance(piece, str):
            yield from self.needed(piece[1])

    def needed(self, expression: Any) -> Iterator[str]:
        match expression:
            case str() if not self.specs[expression].required:
                rows = self.specs[expression].traits.records
                yield f"{'some' if rows else 'known'}({self.expression(expression)})"
            case [".", _, side] if side != "now":
                yield f"known({self.expression(expression)})"
            case ["()", word, first, *others]:
                for argument in (first, *others):
                    yield from self.needed(argument)
                function = FUNCTIONS.get(word) or FILTERS[word]
                if function.needs:
                    yield f"known({self.expression(first)}.{function.needs})"
                if word == "listed" and not self.specs[first].at_least:
                    yield f"some({self.expression(first)})"


def _sentences(body: list[Piece]) -> Iterator[list[list[Piece]]]:
    """Yield the sentences of a line, each as its parts; a full stop ends a part of its own line."""
    parts: list[list[Piece]] = [[]]
    for piece in body:
        for text in PART.findall(piece) if isinstance(piece, str) else [piece]:
            mark = text[-1] if isinstance(text, str) and text[-1] in "，；。" else ""
            words = text[: len(text) - len(mark)] if isinstance(text, str) else text
            parts[-1] += [words] if words else []
            if mark == "。":
                parts[-1].append(mark)
                yield parts
                parts = [[]]
            elif mark:
                parts.append([mark])
    if parts != [[]]:
        yield parts
