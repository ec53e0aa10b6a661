"""Measures what web servers give of the site and of a plain Material site: `make bench-servers`.

nginx and Caddy serve stock Material over the same text, the site as it is built, and the site with
compressed copies, in turn; wrk asks for a page over a few connections on this machine.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from macros.cli.precompressed import precompress
from tests.servers.running import path_of, running
from tools import bench
from tools.build_site import SITE

STOCK = "stock Material"
CONNECTIONS, SECONDS, RUNS = 8, 3, 3
PAGES = {
    "home": ("index.html", "index.html"),
    "archetype": (
        "archetypes/county-health-quarter.html",
        "archetypes/county-health-quarter/index.html",
    ),
}
PLAIN = {"nginx.conf": "gzip on;\n", "Caddyfile": "encode gzip\nfile_server\n"}
RATE = re.compile(r"^Requests/sec: +(?P<rate>[\d.]+)", re.MULTILINE)
P99 = re.compile(r"^ +99% +(?P<time>[\d.]+)(?P<unit>us|ms|s) *$", re.MULTILINE)
FAILED = re.compile(r"^ +(Socket errors|Non-2xx).*", re.MULTILINE)
IN_MS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


def main() -> int:
    """Measure each server that is installed."""
    missing = [name for name in ("wrk", "nginx", "caddy") if not path_of(name)]
    if missing:
        print(f"not installed: {', '.join(missing)}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        sites = {
            STOCK: plain_site(folder / "stock"),
            "ours": SITE,
            "ours, compressed": packed_site(folder / "packed"),
        }
        for server in ("nginx", "caddy"):
            for page, (ours, stock) in PAGES.items():
                addresses = {site: stock if site == STOCK else ours for site in sites}
                found: dict[str, list[tuple[float, float]]] = {site: [] for site in sites}
                for site in list(sites) * RUNS:
                    found[site].append(measured(server, sites[site], addresses[site], folder))
                tell(server, page, found)
    return 0


def plain_site(folder: Path) -> Path:
    """Build stock Material over the text of this project, with settings that only compress."""
    bench.make_stock(folder, bench.ROOT)
    bench.build(folder)
    server = folder / "site/server"
    server.mkdir()
    for name, text in PLAIN.items():
        (server / name).write_text(text, "utf-8")
    return folder / "site"


def packed_site(folder: Path) -> Path:
    """Copy the site, with compressed copies beside its files."""
    shutil.copytree(SITE, folder)
    precompress(folder)
    return folder


def measured(server: str, root: Path, page: str, work: Path) -> tuple[float, float]:
    """Return the requests a second for a page, and how many milliseconds 99 % took at most."""
    with running(server, root, work) as address:
        command = ["wrk", f"-c{CONNECTIONS}", "-t1", f"-d{SECONDS}", "--latency"]
        command += ["-H", "Accept-Encoding: gzip", f"{address}/{page}"]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rate, p99, failed = RATE.search(said), P99.search(said), FAILED.search(said)
    if failed or not rate or not p99:
        sys.exit(f"{server} failed at {page}:\n{said}")
    return float(rate["rate"]), float(p99["time"]) * IN_MS[p99["unit"]]


def tell(server: str, page: str, found: dict[str, list[tuple[float, float]]]) -> None:
    """Print the medians and ranges of each site."""
    print(f"{server}, {page}")
    for site, several in found.items():
        rates, times = ([pair[side] for pair in several] for side in (0, 1))
        print(
            f"  {site}: requests/s {bench.spread(rates)}, p99 ms {bench.spread(times)}", flush=True
        )


if __name__ == "__main__":
    sys.exit(main())
