"""What kinds of summaries have: the site says the same as the command reads from the data files."""

from __future__ import annotations

import json
import shutil
import subprocess

from macros.site.structure_data import structures_data
from tests.support.project import ROOT
from tests.support.real import LIBRARY

SCRIPT = """
import { readStructures } from "./browser/review/structure_files.js";
console.log(JSON.stringify(readStructures("data")));
"""


def test_the_site_has_the_structures_of_the_files() -> None:
    node = shutil.which("node") or "node"
    command = [node, "--input-type=module", "-e", SCRIPT]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    site = {one["id"]: one for one in structures_data(LIBRARY)}
    assert {one["id"]: one for one in json.loads(done.stdout)} == site
    parts = [part["name"] for part in site["nursing-year"]["parts"]]
    assert "护理不良事件" in parts
    assert not {"导语", "典型事例", "存在问题", "下一步打算"} & set(parts)
