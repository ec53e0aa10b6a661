"""A build that fails, stops or is killed: the old site stays, and what is reported is true."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from macros.library.library import validated
from macros.site.project_checks import check
from macros.site.reference_pages import ReferencePages
from tools import build_site, run_mkdocs
from tools.mkdocs_messages import translate

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.project import Project

PAGE = "docs/index.md"
REMARK = (  # the miniature project has one example, as few as a project can have
    "data/archetypes/water-quarter.yml:19:1  （提醒）只有1个单位示例 · 应为："
    "两个：一个各项有增有减，一个情形很不相同（下降、为零、没有上期数等）\n"
)


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with an old site and a new one, as a build has them before it publishes."""
    work = tmp_path / ".build"
    for name, path in [("SITE", tmp_path / "site"), ("NEW", work / "new"), ("OLD", work / "old")]:
        monkeypatch.setattr(build_site, name, path)
    monkeypatch.setattr(build_site, "WORK", work)
    for folder, text in [(build_site.SITE, "old"), (build_site.NEW, "new")]:
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(text, "utf-8")
    return tmp_path


def published() -> str:
    return (build_site.SITE / "index.html").read_text("utf-8")


@pytest.mark.usefixtures("folders")
def test_publishing_puts_the_new_site_in_place() -> None:
    build_site.publish()
    assert published() == "new"
    assert not build_site.OLD.exists()


STOPS = [
    (OSError(errno.ENOSPC, "", "site"), 1, "磁盘已满（site）\n网站没有生成。原来的网站未动。\n"),
    (KeyboardInterrupt(), 130, "已中断。原来的网站未动。\n"),
    (run_mkdocs.BuildFailedError("甲"), 1, "甲\n网站没有生成。原来的网站未动。\n"),
]


@pytest.mark.parametrize(("error", "status", "said"), STOPS)
@pytest.mark.usefixtures("folders")
def test_a_second_rename_that_fails_brings_the_old_site_back(
    error: BaseException,
    status: int,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    rename = type(build_site.NEW).rename

    def fail(path: Path, target: Path) -> Path:
        if path == build_site.NEW:
            raise error
        return rename(path, target)

    monkeypatch.setattr(build_site, "build", lambda: None)
    monkeypatch.setattr(type(build_site.NEW), "rename", fail)
    assert build_site.main() == status
    assert capsys.readouterr().err == said
    assert published() == "old"


@pytest.mark.usefixtures("folders")
def test_a_site_that_a_killed_build_left_aside_comes_back(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise run_mkdocs.BuildFailedError("甲")

    monkeypatch.setattr(build_site, "build", fail)
    build_site.SITE.rename(build_site.OLD)
    assert build_site.main() == 1
    assert capsys.readouterr().err.endswith("原来的网站未动。\n")
    assert published() == "old"


@pytest.mark.usefixtures("folders")
def test_without_an_old_site_none_is_spoken_of(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(build_site, "build", stop)
    (build_site.SITE / "index.html").unlink()
    build_site.SITE.rmdir()
    assert build_site.main() == 130
    assert capsys.readouterr().err == "已中断。\n"


def test_what_mkdocs_finds_is_said_in_chinese(small: Project) -> None:
    small.write("docs/new.md", "# 新\n\n[锚](index.md#no)\n")
    done = small.build()
    assert done.returncode == 1
    assert done.stderr.removeprefix(REMARK) == (
        "docs/new.md:1:1  目录（nav）里没有这一页 · 应为：mkdocs.yml 里加一行\n"
        "docs/new.md:3:5  “index.md#no”指向的位置不存在 · 应为：那一页标题后 { #名称 } 里的名称\n"
        "详情见 .build/log.txt。\n网站没有生成。\n"
    )
    assert "Aborted with" in small.read(".build/log.txt")


def test_a_missing_template_is_named(small: Project) -> None:
    (small.root / "templates/pages/kinds.html.j2").unlink()
    done = small.build()
    assert done.stderr.removeprefix(REMARK) == (
        "没有模板“kinds.html.j2”，它应在 templates 文件夹里。\n"
        "详情见 .build/log.txt。\n网站没有生成。\n"
    )


def test_a_full_disk_is_one_line(
    small: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "x.html")

    monkeypatch.setattr(run_mkdocs, "build", full)
    pages = ReferencePages(validated(*check(small.root)), small.root)
    log = tmp_path / "log.txt"
    for path, more in [(log, "\n详情见 .build/log.txt。"), (tmp_path / "no" / "log.txt", "")]:
        host = tmp_path / f"host {path.parent.name}"
        host.mkdir()
        with pytest.raises(run_mkdocs.BuildFailedError) as failed:
            run_mkdocs.make_site(pages, small.root, host, path)
        assert str(failed.value) == f"磁盘已满（x.html）。{more}"
    assert "OSError" in log.read_text("utf-8")


def test_a_build_shows_the_remarks_of_the_check(small: Project) -> None:
    small.write(PAGE, "# 测\u200b试\n\n{{ kinds() }}\n")
    done = small.build()
    assert done.returncode == 0
    assert done.stderr.removeprefix(REMARK).startswith(f"{PAGE}:1:4  （提醒）有看不见的字符 U+200B")


WARNINGS = [
    (
        "Doc file 'index.md' contains an absolute link '/x', it was left as is.",
        f"{PAGE}:3:5  “/x”不是本站的文件",
    ),
    (
        "Doc file 'index.md' contains an unrecognized relative link '/x', it was left as is.",
        f"{PAGE}:3:5  “/x”不是本站的文件",
    ),
    (
        "Doc file 'index.md' contains a link '/x', but the target is not found. Did you mean?",
        f"{PAGE}:3:5  没有“/x”这个文件",
    ),
    (
        "Excluding 'index.md' from the site because it conflicts with 'index.html'.",
        f"{PAGE}:1:1  与“index.html”生成同一个网页",
    ),
    (
        "A reference to 'no.md' is included in the 'nav' configuration, which is not found.",
        "mkdocs.yml:1:1  目录（nav）里的“no.md”没有这个文件",
    ),
]


@pytest.mark.parametrize(("warning", "said"), WARNINGS)
def test_a_warning_of_mkdocs_has_its_place(small: Project, warning: str, said: str) -> None:
    small.write(PAGE, "# 页\n\n[x](/x)\n")
    assert [str(problem).split(" · ")[0] for problem in translate(warning, small.root)] == [said]


def test_a_warning_that_we_do_not_know_stays_in_the_log(small: Project) -> None:
    assert translate("Something new", small.root) == []
