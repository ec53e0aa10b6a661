"""Opens pages of a built site as readers do: over http, under a host name, from a file."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

HOST = "example.intranet"  # a plain-http name, where a browser gives a page fewer rights
# Each new window of Chromium loads pages for its address bar, which takes longer than one of ours.
# The option takes the place of Playwright's own, so it also names what of that the tests need.
WITHOUT = (
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup", "AimEnabled"),
    *("HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "ThirdPartyStoragePartitioning"),
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "PaintHolding"),
    *("MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints", "PreconnectToSearch"),
)
LAUNCH = [
    "--no-sandbox",
    f"--host-resolver-rules=MAP {HOST} 127.0.0.1",
    f"--disable-features={','.join(WITHOUT)}",
]
# A browser that lets no script copy.
DENIED = """
Object.defineProperty(navigator, "clipboard", {value: undefined});
document.execCommand = () => false;
"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without printing each request, with a policy where there is one."""

    policy = ""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Print nothing."""

    def end_headers(self) -> None:
        """Add the policy."""
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()


@contextmanager
def served(folder: Path, policy: str = "") -> Iterator[str]:
    """Serve a folder and give its address."""
    handler = partial(type("Handler", (Quiet,), {"policy": policy}), directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def opened(browser: Browser, url: str, width: int = 1400) -> tuple[Page, list[str]]:
    """Return the page at `url` and everything that went wrong or was asked of elsewhere."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    wrong = watched(page, url)
    page.goto(url, wait_until="load")
    return page, wrong


def watched(page: Page, url: str) -> list[str]:
    """Return a list that fills with errors, dialogs, refusals and requests to other hosts."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    host = url.split("/")[2]

    def note_dialog(dialog: Dialog) -> None:
        wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def note_request(request: Request) -> None:
        if request.url.split("/")[2] != host:
            wrong.append(f"request: {request.url}")

    def note_console(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            wrong.append(f"policy: {message.text}")

    page.on("dialog", note_dialog)
    page.on("console", note_console)
    page.on("request", note_request)
    return wrong
