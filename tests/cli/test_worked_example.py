"""The worked example on the page about the command line: it does what the page says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.cli.main import main
from tests.support.project import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PAGE = (ROOT / "docs" / "maintaining" / "command-line.md").read_text("utf-8")


def test_the_file_on_the_page_says_what_the_page_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written, *_ = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    (promised,) = re.findall("这一节生成的正文是：“(.*?)”", PAGE)
    file = tmp_path / "own.yml"
    file.write_text(written, "utf-8")
    assert main(["--root", str(ROOT), "render", "--facts", str(file)]) == 0
    shown = capsys.readouterr()
    assert f"　　二、医养结合\n　　{promised}\n" in shown.out
    assert "核查健康档案" not in shown.out
    assert "手写的数字" not in shown.err
