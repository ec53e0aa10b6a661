"""Writes anew what changes with the data, to be reviewed by eye: `python -m tests.golden`.

All texts, the names of places, and what readers ask.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from macros.library.library import validated
from macros.site.project_checks import check
from macros.source.report import ProblemsFoundError
from tests.support.project import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def main(root: Path) -> int:
    """Write all of it, or print what is wrong with the project."""
    try:
        validated(*check(root))
    except ProblemsFoundError as error:
        print(error, file=sys.stderr)  # noqa: T201 - as `summaries check` does
        return 1
    from tests.golden.texts import update  # noqa: PLC0415 - it loads the project
    from tests.vectors.questions import write  # noqa: PLC0415

    update()
    write()
    return 0


if __name__ == "__main__":
    sys.exit(main(ROOT))
