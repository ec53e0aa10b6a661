"""Runs uv with the package index and the certificates that pip is set to use.

uv reads neither pip.conf nor pip's variables, so behind a mirror it would find no packages.
Settings made for uv itself take precedence.  Needs only Python and pip.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

# uv's variable, other variables that take precedence over it, pip's setting
UV_VARIABLES = (
    ("UV_DEFAULT_INDEX", ("UV_INDEX_URL",), "index-url"),
    ("UV_FIND_LINKS", (), "find-links"),
    ("SSL_CERT_FILE", ("SSL_CERT_DIR",), "cert"),
)
FALSE = ("0", "false", "off", "no")
LISTS = ("find-links",)  # pip separates by white space, uv by commas


def pip_settings() -> dict[str, str]:
    """Return pip's settings: its files' [global], then [install], then its variables."""
    # Not `pip config get`: without a scope that reads the user's file only.
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "config", "list"]
    found = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    lines = [line.partition("=") for line in found.stdout.splitlines()]
    settings: dict[str, str] = {}
    for section in ("global.", "install.", ":env:."):
        for key, _, value in lines:
            if key.startswith(section):
                settings[key.removeprefix(section)] = str(ast.literal_eval(value))
    return settings


def environment(settings: dict[str, str]) -> dict[str, str]:
    """Return the environment for uv."""
    env = dict(os.environ)
    for name, older, setting in UV_VARIABLES:
        value = settings.get(setting)
        if value and setting in LISTS:
            value = ",".join(value.split())
        if value and not any(env.get(known) for known in (name, *older)):
            env[name] = value
    return env


def main() -> int:
    """Run uv with the arguments given; return its exit status."""
    uv = Path(sys.executable).with_name("uv")
    settings = pip_settings()
    # uv has no variable for this setting
    no_index = ["--no-index"] if settings.get("no-index", "0") not in FALSE else []
    command: list[str | Path] = [uv, *sys.argv[1:], *no_index]
    return subprocess.run(command, env=environment(settings), check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
