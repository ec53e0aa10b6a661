"""Reads the texts of extreme offices: `python -m tools.read_extremes [ARCHETYPE]`.

Prints what a demanding reader would stumble over, each finding once, with the office and the
extreme where it was first seen.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from macros.library.compose import compose_summary
from macros.library.library import validated
from macros.library.summary import summary_of
from macros.site.project_checks import check
from macros.source.report import ProblemsFoundError
from tools.extreme_offices import extremes
from tools.text_findings import Finding, TextReader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.document.document import Document
    from macros.library.library import Library

AS_IT_IS = "示例原样"


@dataclass(frozen=True)
class Extreme:
    """One text that was read: whose, in which extreme, and what was found in it."""

    office: str
    kind: str
    document: Document
    findings: list[Finding]


def read_extremes(library: Library, archetype: str = "") -> Iterator[Extreme]:
    """Yield every extreme of the examples of an archetype, or of all, with what was found."""
    offices = [one for one in library.offices.values() if archetype in ("", one.archetype)]
    for office in offices:
        summary = summary_of(library, office)
        reader = TextReader(summary.specs)
        made = ((AS_IT_IS, office.entries), *extremes(summary.specs, office.entries))
        for kind, entries in made:
            document = compose_summary(summary, entries)
            yield Extreme(office.id, kind, document, reader.findings(document))


def main(arguments: list[str]) -> int:
    """Print the findings, each once, and how many of each kind there are."""
    try:
        library = validated(*check(Path.cwd()))
    except ProblemsFoundError as error:
        print(error, file=sys.stderr)
        return 1
    unknown = [name for name in arguments if name not in library.archetypes]
    if unknown:
        print("没有这个范本：" + "、".join(unknown), "可选：" + "、".join(library.archetypes))
        return 2
    first: dict[Finding, str] = {}
    for name in arguments or [""]:
        for extreme in read_extremes(library, name):
            for found in extreme.findings:
                first.setdefault(found, f"{extreme.office} {extreme.kind}")
    _print(first)
    return 1 if first else 0


def _print(first: dict[Finding, str]) -> None:
    for found, where in sorted(first.items(), key=lambda item: (item[0].kind, item[0].section)):
        print(f"{found.kind}  {found.section or '—'}  {found.quote}  〔{where}〕")
    counts = Counter(found.kind for found in first)
    print("合计：", "，".join(f"{kind}{count}" for kind, count in sorted(counts.items())) or "无")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
