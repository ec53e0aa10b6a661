"""Compressed copies beside the files of a published version, which servers send as they are.

No build has them: other versions of zlib write other bytes, and a site could no longer be compared.
They have a list of hashes of their own.
"""

from __future__ import annotations

import contextlib
import gzip
import importlib
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

COPIES = "server/PRECOMPRESSED.SHA256SUMS"
PACKED = {".css", ".html", ".js", ".json", ".md", ".svg", ".txt", ".xml"}
LEAST = 512  # bytes; below, a server spares nothing
GZIP_LEVEL, BROTLI_QUALITY = 9, 9  # one more would take brotli ten times as long


def precompress(site: Path) -> None:
    """Write a copy in each way of every file that gets smaller by it, then the list of copies."""
    packs, sums = packers(), []
    for path in sorted(path for path in site.rglob("*") if path.suffix in PACKED):
        data = path.read_bytes()
        for ending, pack in packs.items() if len(data) >= LEAST else ():
            packed, copy = pack(data), path.with_name(path.name + ending)
            if len(packed) < len(data):
                _write(copy, packed)
                sums.append(f"{sha256(packed).hexdigest()}  {copy.relative_to(site).as_posix()}\n")
    _write(site / COPIES, "".join(sums).encode())


def packers() -> dict[str, Callable[[bytes], bytes]]:
    """Return what packs, by the ending it gives; brotli only where its package is installed."""
    found: dict[str, Callable[[bytes], bytes]] = {
        ".gz": partial(gzip.compress, compresslevel=GZIP_LEVEL, mtime=0)
    }
    with contextlib.suppress(ImportError):
        found[".br"] = partial(importlib.import_module("brotli").compress, quality=BROTLI_QUALITY)
    return found


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    path.chmod(0o644)
