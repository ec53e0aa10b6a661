"""The real site, built once per test run in this process, strictly."""

from __future__ import annotations

import atexit
import logging
import tempfile
from functools import cache
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.support.project import ROOT


@cache
def built_site() -> Path:
    """Return the folder of the built site; it goes when the test run ends."""
    folder = tempfile.TemporaryDirectory(prefix="site-")
    atexit.register(folder.cleanup)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    build(load_config(config_file=str(ROOT / "mkdocs.yml"), site_dir=folder.name, strict=True))
    return Path(folder.name)
