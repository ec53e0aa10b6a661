"""Writes an archive that depends on nothing but its contents: not on day, path, mask or locale."""

from __future__ import annotations

import gzip
import io
import tarfile
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Content = Path | bytes
EXECUTABLE, PLAIN = 0o755, 0o644
PACKED = {".gz", ".tgz", ".whl", ".zip", ".png", ".docx", ".xlsx"}  # packing again gains nothing
FIRST_ZIP_TIME = 315_532_800  # 1980: a zip file has no earlier times


def write_tar(target: Path, contents: Mapping[str, Content], seconds: int) -> None:
    """Write a .tar.gz whose entries all have this Unix time."""
    with (
        target.open("wb") as file,
        gzip.GzipFile("", "wb", 6, file, mtime=seconds) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for name, content in sorted(contents.items()):
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode, entry.mtime = _size(content), _mode(content), seconds
            with _opened(content) as source:
                archive.addfile(entry, source)


def write_zip(target: Path, contents: Mapping[str, Content], seconds: int) -> None:
    """Write a .zip whose entries all have this Unix time, in UTC."""
    moment = time.gmtime(max(seconds, FIRST_ZIP_TIME))[:6]
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in sorted(contents.items()):
            entry = zipfile.ZipInfo(name, moment)
            packed = Path(name).suffix in PACKED
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, wherever it is written
            entry.external_attr = (0o100000 | _mode(content)) << 16
            entry.file_size = _size(content)
            with _opened(content) as source, archive.open(entry, "w") as file:
                for block in _blocks(source):
                    file.write(block)


def _blocks(source: io.BufferedIOBase) -> Iterator[bytes]:
    while block := source.read(1 << 20):
        yield block


def _opened(content: Content) -> io.BufferedIOBase:
    return io.BytesIO(content) if isinstance(content, bytes) else content.open("rb")


def _size(content: Content) -> int:
    return len(content) if isinstance(content, bytes) else content.stat().st_size


def _mode(content: Content) -> int:
    """Return one of two modes, whatever mask the file was made under."""
    runs = isinstance(content, Path) and content.stat().st_mode & 0o100
    return EXECUTABLE if runs else PLAIN
