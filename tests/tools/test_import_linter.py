"""The contracts of imports in pyproject.toml see each wrong import that is planted."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.project import ROOT

PLANTED = (
    (
        "source/report",
        "import macros.cli.worker_pool",
        "macros.source is not allowed to import macros.cli",
    ),
    ("figures/numerals", "import macros.figures.values", "No cycles are allowed in macros.figures"),
    ("cli/worker_pool", "import mkdocs.config", "macros.cli is not allowed to import mkdocs"),
    ("site/navigation_checks", "import markdown", "macros.site is not allowed to import markdown"),
    ("attic/__init__", "", "not listed as layers:\n\n- macros.attic"),
)


@pytest.mark.slow
def test_each_wrong_import_is_seen(tmp_path: Path) -> None:
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "macros", tmp_path / "macros", ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for module, line, _ in PLANTED:
        path = tmp_path / "macros" / f"{module}.py"
        path.parent.mkdir(exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(line)
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-cache"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1
    assert [said for *_, said in PLANTED if said not in done.stdout] == []
