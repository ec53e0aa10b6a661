"""Checks the first line of each data file, by which editors find its schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.library.data_files import DATA_FILES, files_of
from macros.source.report import Place

if TYPE_CHECKING:
    from pathlib import Path

    from macros.library.data_files import DataFiles
    from macros.source.report import Report


def check_schema_lines(root: Path, report: Report) -> None:
    """Remark on data files whose first line does not name their schema, where there is one."""
    for pattern in {files.files for files in DATA_FILES}:
        for path in root.glob(pattern):
            name = path.relative_to(root).as_posix()
            files = files_of(name)
            if files and _is_unnamed(root, path, files):
                what = "第一行没有写明格式，编辑器里没有提示"
                report.warn(Place(name), what, files.schema_line)


def _is_unnamed(root: Path, path: Path, files: DataFiles) -> bool:
    return (root / files.schema_file).exists() and _first_line(path) != files.schema_line


def _first_line(path: Path) -> str:
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        return lines.readline().strip()
