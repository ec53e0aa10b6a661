"""What a reader's browser loads before the form is there, or a text is checked, stays small."""

from __future__ import annotations

import gzip
import json
import subprocess
from typing import TYPE_CHECKING

from macros.site.browser_data import rules_data
from tests.support.project import ROOT
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 45_000
MOST_OF_CHECKER = 60_000  # with its rules
MOST_OF_REVIEW = 70_500  # the page that checks a text, with the rules
OUTPUT = ("--metafile=", "--outdir=")


def packed(data: bytes) -> int:
    return len(gzip.compress(data, 9))


def script(name: str) -> bytes:
    return (ROOT / "docs/assets/js" / name).read_bytes()


def rules() -> bytes:
    return json.dumps(rules_data(LIBRARY), ensure_ascii=False, separators=(",", ":")).encode()


def bundled(entry: str, folder: Path) -> bytes:
    """Return a script as the build would bundle and minify it; its exports stay, as if used."""
    build = json.loads((ROOT / "package.json").read_text("utf-8"))["scripts"]["build"]
    flags = [word for word in build.split() if word[:2] == "--" and not word.startswith(OUTPUT)]
    output = folder / "bundle.js"
    kept = ["--format=esm", f"--outfile={output}"]
    for command in (
        ["node_modules/.bin/esbuild", entry, *flags, *kept],
        ["node", "tools/minify.js", str(folder)],
    ):
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return output.read_bytes()


def test_the_script_of_the_form_stays_small() -> None:
    size = packed(script("fill.js"))
    assert 0 < size <= MOST_BYTES, "move what is not needed at first sight to a bundle loaded later"


def test_the_page_that_checks_a_text_stays_small() -> None:
    assert packed(script("review.js")) + packed(rules()) <= MOST_OF_REVIEW


def test_the_checker_stays_small_with_its_rules(tmp_path: Path) -> None:
    assert (
        packed(bundled("browser/checker/check.js", tmp_path)) + packed(rules()) <= MOST_OF_CHECKER
    )
