"""Finds or installs a Chromium for the browser tests; prints its path.

In this order: what CHROMIUM names, a system browser, Debian's package when root, Playwright's own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-noto-cjk")


def installed() -> str | None:
    """Return the path of a browser this machine has, or None."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None) or playwrights_own()


def playwrights_own() -> str | None:
    """Return the browser that Playwright has downloaded, or None."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow, and seldom needed

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if path and Path(path).exists() else None


def install() -> None:
    """Install a browser: Debian's package for root on Debian, else Playwright's own."""
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES],
            check=False,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        )
    if not installed():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    """Make sure there is a browser; return 1 and say what to do when there is none."""
    if not installed():
        install()
    path = installed()
    print(
        path
        or "没有找到 Chromium，也装不上；请自行安装后用 CHROMIUM=路径 指定。 No Chromium found."
    )
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
