"""Measures what a browser fetches at the first view of a page, gzipped as a server sends it."""

from __future__ import annotations

import gzip
import sys
from html.parser import HTMLParser
from pathlib import Path

SITE = Path(__file__).resolve().parent.parent / "site"
PAGES = {"首页": "index.html", "范本": "archetypes/*.html", "填写": "fill/*.html"}
PACKED = (".html", ".css", ".js", ".svg")  # what server/nginx.conf has packed


class Fetched(HTMLParser):
    """The addresses that a page has fetched before anybody does anything."""

    def __init__(self, html: str) -> None:
        """Read the page."""
        super().__init__()
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep scripts, style sheets, icons, and pictures that do not wait until they are seen."""
        values = dict(attrs)
        linked = tag == "link" and values.get("rel") in {"stylesheet", "icon"}
        drawn = tag in {"img", "script"} and values.get("loading") != "lazy"
        address = values.get("href") if linked else values.get("src") if drawn else None
        if address:
            self.addresses.append(address)


def files_of(page: Path) -> list[Path]:
    """Return the files of the first view: the page, and what it fetches."""
    found = Fetched(page.read_text("utf-8")).addresses
    return [page, *dict.fromkeys((page.parent / address).resolve() for address in found)]


def weight(path: Path) -> int:
    """Return a file's size on the way to a browser."""
    data = path.read_bytes()
    return len(gzip.compress(data, 6)) if path.suffix in PACKED else len(data)


def main() -> int:
    """Print the weight of each kind of page, that of the heaviest, and the size of the site."""
    for name, pattern in PAGES.items():
        total, page = max((sum(map(weight, files_of(p))), p) for p in SITE.glob(pattern))
        print(f"{name}  {total / 1000:.1f} kB  {page.relative_to(SITE)}")
        for path in sorted(files_of(page), key=weight, reverse=True):
            print(f"    {weight(path) / 1000:6.1f}  {path.relative_to(SITE)}")
    files = [path for path in SITE.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    print(f"整个网站  {len(files)}个文件，{size / 1e6:.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
