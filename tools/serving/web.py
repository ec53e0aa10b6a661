"""Gives the browser the site, each page when it is up to date, and tells it of news."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from tools.serving.mistakes import BANNER, LAST_GOOD, mistake_page

if TYPE_CHECKING:
    from pathlib import Path

    from tools.serving.builder import Builder

NEWS = "/news/"
PATIENCE = 30  # seconds until the browser has to ask again
SCRIPT = """<script>
(function ask() {
  fetch("/news/VERSION").then((answer) => answer.text()).then(
    (version) => (+version > VERSION ? location.reload() : ask()), () => setTimeout(ask, 1000));
})();
</script>
"""


def serve(builder: Builder, port: int) -> ThreadingHTTPServer:
    """Return a server of what the builder builds, for this machine only."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, builder))


class Handler(SimpleHTTPRequestHandler):
    """Answers one request."""

    protocol_version = "HTTP/1.1"
    looking_back = 0  # the version whose mistakes somebody does not want to see now

    def __init__(self, builder: Builder, *args: object) -> None:
        """Take the builder; the server gives the rest."""
        self.builder = builder
        super().__init__(*args, directory=str(builder.target))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer a question for news, or give a file."""
        parts = urlsplit(self.path)
        address = unquote(parts.path).lstrip("/")
        if parts.path.startswith(NEWS):
            self._news(parts.path.removeprefix(NEWS))
            return
        if not address or address.endswith("/"):
            address += "index.html"
        self._file(address, f"?{parts.query}")

    def _news(self, version: str) -> None:
        known = int(version) if version.isdecimal() else 0
        self._send(str(self.builder.wait_for_news(known, PATIENCE)), "text/plain")

    def _file(self, address: str, query: str) -> None:
        mistakes = self.builder.wait_for(address)
        version = self.builder.version
        if not address.endswith(".html"):
            super().do_GET()
            return
        if query == LAST_GOOD:
            Handler.looking_back = version
        elif query == "?mistakes":
            Handler.looking_back = 0
        path = self.builder.target / address
        looks_back = bool(mistakes) and Handler.looking_back == version
        if mistakes and not (looks_back and path.is_file()):
            page = mistake_page(mistakes, has_last_good=path.is_file())
            self._page(page, version)
            return
        self._page(self._text(path) + (BANNER if looks_back else ""), version, path)

    def _text(self, path: Path) -> str:
        found = path if path.is_file() else self.builder.target / "404.html"
        return found.read_text("utf-8") if found.is_file() else "404"

    def _page(self, text: str, version: int, path: Path | None = None) -> None:
        missing = path is not None and not path.is_file()
        status = HTTPStatus.NOT_FOUND if missing else HTTPStatus.OK
        script = SCRIPT.replace("VERSION", str(version))
        self._send(text + script, "text/html", status)

    def _send(self, text: str, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        data = text.encode("utf-8")
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def end_headers(self) -> None:
        """Keep nothing: two edits may come within the second that a date distinguishes."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Keep the terminal quiet."""
