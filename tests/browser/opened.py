"""Opens a page and notes what goes wrong on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request


def opened(browser: Browser, url: str, width: int = 1400) -> tuple[Page, list[str]]:
    """Return the page at `url` and everything that went wrong or was asked of elsewhere."""
    page = browser.new_page(viewport={"width": width, "height": 900})
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
    page.goto(url, wait_until="load")
    return page, wrong
