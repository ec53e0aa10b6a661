"""Finds a Chromium for the browser tests, or installs one, and prints its path.

In this order: the path in CHROMIUM, a system browser, Debian's package (as root), Playwright's own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-noto-cjk")


def find_browser() -> str | None:
    """Return the path of a browser on this machine, or None."""
    chosen = os.environ.get("CHROMIUM")
    return chosen or next(filter(None, map(shutil.which, NAMES)), None) or playwright_browser()


def playwright_browser() -> str | None:
    """Return the browser that Playwright has downloaded, or None."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow, and seldom needed

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if path and Path(path).exists() else None


def install() -> None:
    """Install a browser: Debian's package when run as root on Debian, else Playwright's own."""
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES],
            check=False,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        )
    if not find_browser():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    """Make sure there is a browser; return 1 and say what to do when there is none."""
    if not find_browser():
        install()
    path = find_browser()
    print(
        path
        or "没有找到 Chromium，也装不上；请自行安装后用 CHROMIUM=路径 指定。 No Chromium found."
    )
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
