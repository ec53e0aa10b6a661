"""Several files are written together, or nothing is changed at all."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from macros.source.atomic_write import write_all
from macros.source.report import ProblemsFoundError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("kept", "changed", "gone"):
        (tmp_path / name).write_text(name, "utf-8")
    return tmp_path


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()}


def changes(folder: Path) -> dict[Path, bytes | None]:
    new = {folder / "new": b"a", folder / "deep" / "new": b"b", folder / "changed": b"c"}
    return {**new, folder / "gone": None}


def test_files_are_written_changed_and_deleted(folder: Path) -> None:
    (folder / "changed").chmod(0o640)
    write_all(changes(folder))
    assert sorted(path.name for path in folder.iterdir()) == ["changed", "deep", "kept", "new"]
    assert texts(folder / "deep") == {"new": "b"}
    assert (folder / "changed").read_bytes() == b"c"
    assert (folder / "changed").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("step", range(4))
@pytest.mark.parametrize("method", ["write_bytes", "replace"])
def test_a_full_disk_or_a_lock_half_way_leaves_everything_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch, method: str, step: int
) -> None:
    before, real, calls = texts(folder), getattr(Path, method), iter(range(100))

    def failing(self: Path, *arguments: object) -> object:
        if next(calls) == step:
            code = errno.ENOSPC if method == "write_bytes" else errno.EACCES
            raise OSError(code, "", str(self))
        return real(self, *arguments)

    monkeypatch.setattr(Path, method, failing)
    if method == "write_bytes" and step == 3:  # there are but three files to write
        write_all(changes(folder))
        return
    with pytest.raises(ProblemsFoundError, match="写不了文件"):
        write_all(changes(folder))
    assert texts(folder) == before
