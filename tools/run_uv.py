"""Runs uv with the package index and the certificates that pip is set to use.

uv reads neither pip.conf nor pip's variables; behind a mirror it would not find its packages.
What is set for uv itself stays. Needs nothing but Python and pip.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

# uv's variable, the older names that go before it, pip's setting
HANDED_ON = (
    ("UV_DEFAULT_INDEX", ("UV_INDEX_URL",), "index-url"),
    ("SSL_CERT_FILE", ("SSL_CERT_DIR",), "cert"),
)


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


def environment() -> dict[str, str]:
    """Return the environment for uv."""
    env = dict(os.environ)
    settings = pip_settings()
    for name, older, setting in HANDED_ON:
        value = settings.get(setting)
        if value and not any(env.get(known) for known in (name, *older)):
            env[name] = value
    return env


def main() -> int:
    """Run uv with the arguments given; return its exit status."""
    uv = Path(sys.executable).with_name("uv")
    return subprocess.run([uv, *sys.argv[1:]], env=environment(), check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
