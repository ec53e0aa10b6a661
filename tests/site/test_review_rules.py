"""The rules for the browser: the site has the same that the command reads from the data files."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

from macros.site.browser_data import reasons_data, rules_data
from tests.support.project import ROOT
from tests.support.real import LIBRARY

UNREAD = (
    "found",
    "clean",
    "rule",
    "wrong",
    "right",
    "strength",
    "standard",
    "clause",
    "derived",
    "id",
    "unsure",
)
SCRIPT = """
import { rulesOf } from "./browser/checker/rule_data.js";
import { readRules } from "./browser/review/rule_files.js";
const data = JSON.parse(await new Response(process.stdin).text());
console.log(JSON.stringify({ site: rulesOf(data), files: readRules("data/writing") }));
"""


def test_the_site_has_the_rules_of_the_files() -> None:
    node = shutil.which("node") or "node"
    done = subprocess.run(
        [node, "--input-type=module", "-e", SCRIPT],
        input=json.dumps({**rules_data(LIBRARY), "reasons": reasons_data(LIBRARY)}),
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    both = json.loads(done.stdout)
    site, files = ({rule["id"]: _plain(rule) for rule in both[key]} for key in ("site", "files"))
    assert site == files
    assert len(site) > 60


def _plain(value: Any) -> Any:
    """Return what both say: files have every scalar as a text, and the examples too."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items() if key not in UNREAD}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return str(value).lower() if isinstance(value, (bool, int)) else value
