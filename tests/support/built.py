"""The real site, built once per test run in this process, strictly."""

from __future__ import annotations

import atexit
import tempfile
from functools import cache
from pathlib import Path

from macros.site.reference_pages import ReferencePages
from tests.support.project import ROOT
from tests.support.real import LIBRARY
from tools.run_mkdocs import make_site


@cache
def built_site() -> Path:
    """Return the folder of the built site; it goes when the test run ends."""
    folder = tempfile.TemporaryDirectory(prefix="site-")
    atexit.register(folder.cleanup)
    host = Path(folder.name)
    make_site(ReferencePages(LIBRARY, ROOT), ROOT, host, host / "log.txt")
    return host / "site"
