"""The macros of the site; what each makes is remembered while what it has read stays the same."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from macros.site.page_checks import MACROS
from macros.site.reference_pages import ReferencePages
from macros.source.report import Report
from tools.serving.watching import stamp

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import BytecodeCache

    from macros.library.library import Library


class RememberedPages(ReferencePages):
    """Has every macro look at the library through a view of its own."""

    def __init__(self, library: Library, root: Path, compiled: BytecodeCache) -> None:
        """Take the library, the project's folder and its compiled templates."""
        super().__init__(library, root)
        self.compiled, self.stamp = compiled, stamp(root, "templates")
        for macro in MACROS:
            setattr(self, macro, partial(self._remembered, macro))

    def _remembered(self, macro: str, id_: str = "") -> str:
        subject = (f"{macro} {id_}", macro, id_, self.stamp, self.root, self.compiled)
        return self.library.remember(_printed, Report(), *subject)


def _printed(
    library: Library,
    _: Report,
    __: str,
    macro: str,
    id_: str,
    ___: str,
    root: Path,
    compiled: BytecodeCache,
) -> str:
    pages = ReferencePages(library, root)
    pages.environment.bytecode_cache = compiled
    return str(getattr(pages, macro)(*([id_] if id_ else [])))
