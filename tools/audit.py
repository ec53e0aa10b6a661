"""Looks up known vulnerabilities of everything that is locked; fails when it could not look.

A service that is not reached, or that a mirror answers for with nothing, looks like a clean result
(`npm audit` without network reports none).  So each lookup must first find what is known of an old
package; what finds nothing there has not looked.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
AUDITOR = ROOT / ".build" / "audit"  # where the Makefile installs pip-audit
LISTS = ("bootstrap", "node", "site", "test", "audit")
KNOWN_NPM, KNOWN_PYTHON = (
    ("minimist", "0.0.8"),
    "jinja2==2.10\n",
)  # both long known to be vulnerable
Lookup = Callable[[Path], list[str]]


class NotLookedUpError(Exception):
    """Why nothing could be looked up, in Chinese."""


def main() -> int:
    """Look everything up; return 0 only if all was looked up and nothing found."""
    results = [audit("npm", npm, old_npm, [ROOT])]
    files = [ROOT / "requirements" / f"{name}.txt" for name in LISTS]
    results.append(audit("Python", python, old_python, files))
    return max(results)


def audit(name: str, look: Lookup, known: Callable[[Path], None], subjects: list[Path]) -> int:
    """Look up what is known to be vulnerable, then the subjects; print and return the status."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            known(Path(folder))
            if not look(Path(folder)):
                raise NotLookedUpError("连早已公开的漏洞也没有查到，查询不可信")  # noqa: TRY301
        found = sorted({line for subject in subjects for line in look(subject)})
    except NotLookedUpError as error:
        print(f"{name}：没有查成（{error}）。换一个能查的网络再运行。", file=sys.stderr)
        return 1
    print(f"{name}：查到{len(found)}个漏洞", *found, sep="\n  ")
    return int(bool(found))


# --- npm ---


def old_npm(folder: Path) -> None:
    """Write a project with an old package."""
    name, version = KNOWN_NPM
    about = {"name": "old", "version": "1.0.0", "dependencies": {name: version}}
    packages = {"": about, f"node_modules/{name}": {"version": version}}
    lock = {**about, "lockfileVersion": 3, "requires": True, "packages": packages}
    (folder / "package.json").write_text(json.dumps(about), "utf-8")
    (folder / "package-lock.json").write_text(json.dumps(lock), "utf-8")


def npm(folder: Path) -> list[str]:
    """Return what is known of the packages in a lock file."""
    answer = _answer(["npm", "audit", "--json", "--package-lock-only", "--offline=false"], folder)
    if "vulnerabilities" not in answer:
        raise NotLookedUpError(str(answer.get("message", "没有回答")))
    return [f"{name}（{about['severity']}）" for name, about in answer["vulnerabilities"].items()]


# --- Python ---


def old_python(folder: Path) -> None:
    """Write a list with an old package."""
    (folder / "old.txt").write_text(KNOWN_PYTHON, "utf-8")


def python(path: Path) -> list[str]:
    """Return what is known of the packages in a list, or in the only list of a folder."""
    file = path / "old.txt" if path.is_dir() else path
    command = [sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off"]
    command += ["--disable-pip", "--no-deps", "--requirement", str(file)]
    packages = _answer(command, path.parent)["dependencies"]
    if skipped := [package["name"] for package in packages if "skip_reason" in package]:
        raise NotLookedUpError(f"查不到{'、'.join(skipped)}")
    return [
        f"{package['name']} {package['version']}：{vulnerability['id']}"
        for package in packages
        for vulnerability in package["vulns"]
    ]


def _answer(command: list[str], folder: Path) -> dict[str, Any]:
    """Return the JSON that a command prints; it also exits with 1 when it has found something."""
    environment = {**os.environ, "PYTHONPATH": str(AUDITOR)}
    if not shutil.which(command[0]):
        raise NotLookedUpError(f"没有 {command[0]}")
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except json.JSONDecodeError:
        said = done.stderr.strip().splitlines()
        raise NotLookedUpError(said[-1] if said else "没有回答") from None
    return answer


if __name__ == "__main__":
    sys.exit(main())
