"""Keeps the locked npm packages as files, and has npm install them from these, without network.

npm's own cache would not do: it holds times, and finds packages only by the address they came from.
Run as a program it prepares the installation from the folder npm/ of a release; npm itself compares
each file with the hash in package-lock.json.
"""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

LOCK, SHRINKWRAP = "package-lock.json", "npm-shrinkwrap.json"  # npm prefers the second
FOLDER = "npm"


def packages(root: Path) -> dict[str, dict[str, Any]]:
    """Return the locked packages that are installed, by their folders: not other systems' ones."""
    locked = json.loads((root / LOCK).read_text("utf-8"))["packages"]
    return {
        at: about for at, about in locked.items() if at and (root / at / "package.json").is_file()
    }


def file_name(at: str, about: dict[str, Any]) -> str:
    """Return the name of a package's file: the package in this folder, and its version."""
    name = at.rpartition("node_modules/")[2].replace("/", "+")
    return f"{name}-{about['version']}.tgz"


def collect(root: Path) -> dict[str, Path]:
    """Return the file of each package, by its name, as npm has it in its cache."""
    command = ["npm", "config", "get", "cache"]
    cache = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    content = Path(cache.stdout.strip()) / "_cacache" / "content-v2"
    return {
        file_name(at, about): _cached(content, about["integrity"])
        for at, about in packages(root).items()
    }


def _cached(content: Path, integrity: str) -> Path:
    algorithm, _, digest = integrity.partition("-")
    name = base64.b64decode(digest).hex()
    return content / algorithm / name[:2] / name[2:4] / name[4:]


def shrinkwrap(root: Path) -> dict[str, Any]:
    """Return the lock with every package at its file in npm/."""
    lock: dict[str, Any] = json.loads((root / LOCK).read_text("utf-8"))
    for at, about in lock["packages"].items():
        name = file_name(at, about) if at else ""
        if name and (root / FOLDER / name).is_file():
            about["resolved"] = f"file:{FOLDER}/{name}"
    return lock


def main() -> int:
    """Write what npm installs from, or nothing where there is no such folder."""
    root = Path.cwd()
    if (root / FOLDER).is_dir():
        (root / SHRINKWRAP).write_text(json.dumps(shrinkwrap(root), indent=2), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
