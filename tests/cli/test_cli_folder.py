"""The command render --all: what is made, made again, left alone, and listed in the report."""

from __future__ import annotations

import errno
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.cli.worker_pool import Batch, Job, StoppedError, uninterruptible_pool
from macros.source.run_lock import acquire_lock
from tests.cli.test_cli_files import OWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.cli.worker_pool import Outcome
    from macros.library.library import Library
    from tests.support.command import Command
    from tests.support.project import Project

JOBS = ["1", pytest.param("2", marks=pytest.mark.slow)]


@pytest.mark.parametrize("jobs", JOBS)
def test_one_bad_file_never_stops_the_rest(command: Command, folder: Path, jobs: str) -> None:
    target = folder.parent / "out"
    said = command("render", "--all", folder, "-o", target, "--jobs", jobs)
    assert said.status == 1
    made = [".生成记录.txt", ".生成记录.锁", "a.txt", "b.txt", "报告.txt"]
    assert sorted(path.name for path in target.iterdir()) == made
    assert (target / "a.txt").read_text("utf-8-sig") == OWN
    report = (target / "报告.txt").read_text("utf-8-sig").splitlines()
    asked, counts, draft, failed, unread = report
    assert asked == "各范本，text，gbt9704。"
    assert counts == "完成1篇，草稿1篇（有空白或没有核对），已是最新0篇，失败1篇。"
    assert draft == "b.yml：是草稿，有空白或没有核对的内容"
    assert failed.startswith("c.yml：")
    assert "“乡级”不在选项中" in failed
    assert unread == "有1个文件没有读（只读.yml、.yaml、.json、.xlsx）：notes.txt"
    assert unread in said.err


def test_what_is_done_is_not_done_again(command: Command, folder: Path) -> None:
    target = folder.parent / "out"
    command("render", "--all", folder, "-o", target)
    (target / "b.txt").unlink()
    said = command("render", "--all", folder, "-o", target)
    assert "完成0篇，草稿1篇（有空白或没有核对），已是最新1篇，失败1篇。" in said.err


def test_a_changed_template_renders_everything_anew(
    command: Command, folder: Path, small: Project
) -> None:
    target = folder.parent / "out"
    command("render", "--all", folder, "-o", target)
    small.replace("templates/sections/plans.j2", "继续", "接着")
    said = command("render", "--all", folder, "-o", target)
    assert "完成1篇，草稿1篇（有空白或没有核对），已是最新0篇" in said.err


@pytest.mark.parametrize("other", [("--layout", "windows-fonts"), ("--appendix",), ("--seal",)])
def test_what_was_made_otherwise_is_made_again(
    command: Command, folder: Path, other: tuple[str, ...]
) -> None:
    wanted = ("render", "--all", folder, "-o", folder.parent / "out", "--format", "docx")
    command(*wanted)
    assert "完成1篇，草稿1篇（有空白或没有核对），已是最新0篇" in command(*wanted, *other).err
    again = "完成0篇，草稿0篇（有空白或没有核对），已是最新2篇（其中草稿1篇），失败1篇。"
    assert again in command(*wanted, *other).err
    report = (folder.parent / "out" / "报告.txt").read_text("utf-8-sig")
    assert "b.yml：是草稿" in report


@pytest.mark.parametrize("form", ["text", "markdown", "html", "docx", "json"])
def test_every_format_is_written_with_its_table(
    command: Command, small: Project, form: str
) -> None:
    target = small.root / f"made.{form}"
    said = command.render("--format", form, "--appendix", "-o", str(target))
    assert (said.status, said.out) == (0, "")
    assert "主要指标表".encode() in target.read_bytes()


def test_a_layout_that_is_not_there_is_named(command: Command) -> None:
    said = command.render("--layout", "gbt9740")
    assert (said.status, said.out) == (1, "")
    assert "没有“gbt9740”这个版式 · 应为：gbt9704、windows-fonts · 是否想写：gbt9704" in said.err


def everything(command: Command, folder: Path, *more: str) -> str:
    """Render the folder and return the report."""
    command("render", "--all", folder, "-o", folder.parent / "out", *more)
    return (folder.parent / "out" / "报告.txt").read_text("utf-8-sig")


def test_facts_that_are_older_than_their_document_may_be_other_ones(
    command: Command, folder: Path
) -> None:
    everything(command, folder)
    corrected = folder / "a.yml"
    corrected.write_text(corrected.read_text("utf-8").replace("1518.20", "1518.30"), "utf-8")
    os.utime(corrected, (1, 1))
    assert "完成1篇，草稿0篇（有空白或没有核对），已是最新1篇" in everything(command, folder)
    assert "1518.30" in (folder.parent / "out" / "a.txt").read_text("utf-8-sig")


def test_documents_that_could_not_be_made_again_are_named(command: Command, folder: Path) -> None:
    everything(command, folder)
    (folder / "a.yml").write_text("", "utf-8")
    (folder / "b.yml").unlink()
    for _ in range(2):
        report = everything(command, folder)
        assert "空文件 · 应为：至少一个“键: 值”；a.txt是以前生成的，没有更新\n" in report
        assert "b.txt：是以前生成的，指标文件已不在，没有更新\n" in report


def test_a_stopped_run_is_gone_on_with(command: Command, folder: Path) -> None:
    everything(command, folder)
    journal = folder.parent / "out" / ".生成记录.txt"
    first, second, *_ = journal.read_text("utf-8").splitlines(keepends=True)
    journal.write_text(first + second + '["b.t', "utf-8")
    assert "完成0篇，草稿1篇（有空白或没有核对），已是最新1篇" in everything(command, folder)
    journal.write_text("{", "utf-8")
    assert "完成1篇，草稿1篇（有空白或没有核对），已是最新0篇" in everything(command, folder)


def test_locks_are_passed_over_and_capitals_are_read(command: Command, folder: Path) -> None:
    (folder / "~$a.xlsx").write_text("", "utf-8")
    (folder / ".b.yml").write_text("", "utf-8")
    (folder / "a.yml").rename(folder / "D.YML")
    assert "完成1篇，草稿1篇（有空白或没有核对），已是最新0篇，失败1篇。" in everything(
        command, folder
    )


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_a_name_that_is_not_utf_8_stops_nothing(command: Command, folder: Path) -> None:
    (folder / "c.yml").rename(os.fsdecode(os.fsencode(folder) + b"/\xbc\xd7.yml"))
    assert "\\udcbc\\udcd7.yml：" in everything(command, folder)
    assert "完成0篇，草稿0篇（有空白或没有核对），已是最新2篇" in everything(command, folder)


def test_a_folder_of_facts_is_not_written_into(command: Command, folder: Path) -> None:
    said = command("render", "--all", folder, "-o", folder / ".", "--format", "json")
    assert (said.status, said.out) == (1, "")
    assert "指标文件就在这个文件夹里 · 应为：另一个文件夹" in said.err
    assert not (folder / "a.json").exists()


def test_a_document_is_not_named_as_the_report(command: Command, folder: Path) -> None:
    (folder / "a.yml").rename(folder / "报告.yml")
    report = everything(command, folder)
    assert "完成0篇，草稿1篇（有空白或没有核对），已是最新0篇，失败2篇。" in report
    assert "报告.yml：会生成报告.txt，那是结果的名字 · 应为：另一个文件名" in report


def test_two_files_that_would_become_one_stop_only_each_other(
    command: Command, folder: Path
) -> None:
    (folder / "A.json").write_text("{}", "utf-8")
    report = everything(command, folder)
    assert "完成0篇，草稿1篇（有空白或没有核对），已是最新0篇，失败3篇。" in report
    assert "\nA.json：与a.yml会生成同一个文件 · 应为：另一个文件名\n" in report
    assert "\na.yml：与A.json会生成同一个文件 · 应为：另一个文件名\n" in report
    assert not (folder.parent / "out" / "a.txt").exists()


@pytest.mark.parametrize("jobs", JOBS)
def test_a_name_that_is_too_long_stops_only_its_own_file(
    command: Command, folder: Path, jobs: str
) -> None:
    (folder / "a.yml").rename(folder / f"{'a' * 251}.yml")  # with .docx it is too long
    (folder / "b.yml").rename(folder / f"{'b' * 250}.yml")
    report = everything(command, folder, "--format", "docx", "--jobs", jobs)
    assert "失败2篇" in report
    assert "写不了文件（文件名太长） · 应为：短一些的文件名\n" in report
    assert (folder.parent / "out" / f"{'b' * 250}.docx").exists()


def test_an_archetype_that_is_not_there_is_told_before_anything_is_made(
    command: Command, folder: Path
) -> None:
    target = folder.parent / "out"
    said = command("render", "water-quater", "--all", folder, "-o", target)
    assert (said.status, said.out) == (1, "")
    assert "没有“water-quater”这个范本 · 应为：water-quarter · 是否想写：water-quarter" in said.err
    assert not target.exists()


SPOILT = ["[" * 100_000, "1" * 5000, "{}", '["a.txt"]', '[["a.txt"], "", true]']


@pytest.mark.parametrize("line", [*SPOILT, f'["{"a" * 5000}", "", false]'])
def test_a_spoilt_journal_is_passed_over(command: Command, folder: Path, line: str) -> None:
    (folder.parent / "out").mkdir()
    (folder.parent / "out" / ".生成记录.txt").write_text(f"{line}\n{line}\n", "utf-8")
    report = everything(command, folder)
    assert "完成1篇，草稿1篇（有空白或没有核对），已是最新0篇，失败1篇。" in report


# --- disks, interruptions, and other runs ---


def test_a_folder_is_written_into_by_one_run(command: Command, folder: Path) -> None:
    before = everything(command, folder)
    target = folder.parent / "out"
    with acquire_lock(target):
        said = command("render", "--all", folder, "-o", target, "--seal")
    assert (said.status, said.out) == (1, "")
    told = f"{target}:1:1  另一次运行正在往这个文件夹里生成 · 应为：等它做完再运行，或另一个文件夹"
    assert told in said.err
    assert (target / "报告.txt").read_text("utf-8-sig") == before
    assert "完成1篇，草稿1篇" in everything(command, folder, "--seal")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes no such link")
def test_a_link_among_the_documents_never_leads_into_the_facts(
    command: Command, folder: Path
) -> None:
    document, before = folder.parent / "out" / "a.txt", (folder / "a.yml").read_bytes()
    document.parent.mkdir()
    document.symlink_to(folder / "a.yml")
    assert "完成1篇" in everything(command, folder)
    assert not document.is_symlink()
    assert (folder / "a.yml").read_bytes() == before


def test_what_a_killed_run_has_half_written_is_removed(command: Command, folder: Path) -> None:
    half = folder.parent / "out" / ".summaries-0123abcd.part"
    half.parent.mkdir()
    half.touch()
    everything(command, folder)
    assert not half.exists()


def full(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """Let the disk be full for what holds these words."""
    write = Path.write_bytes

    def write_bytes(path: Path, data: bytes) -> int:
        if words.encode() in data:
            path.touch()
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", write_bytes)


def test_a_full_disk_is_told_in_the_report(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full(monkeypatch, OWN.splitlines()[0])
    target = folder.parent / "out" / "a.txt"
    why = f"a.yml：{target}:1:1  写不了文件（磁盘已满） · 应为：有空间、可写的文件夹\n"
    assert why in everything(command, folder)
    assert list(target.parent.glob(".*.part")) == []


def test_a_disk_too_full_for_the_report_leaves_the_counts_on_the_screen(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full(monkeypatch, "完成1篇")
    said = command("render", "--all", folder, "-o", folder.parent / "out")
    assert said.status == 1
    assert "完成1篇，草稿1篇（有空白或没有核对），已是最新0篇，失败1篇。\n" in said.err
    assert "报告.txt:1:1  写不了文件（磁盘已满）" in said.err
    assert "未生成任何文件" not in said.err


def _killed(source: Path, _: Library) -> tuple[bytes, bool]:
    if source.name == "50":
        os.kill(os.getpid(), signal.SIGTERM)
    return b"made", False


@pytest.mark.slow
def test_a_killed_process_ends_the_run(small: Project) -> None:
    taken = []

    def jobs() -> Iterator[Job]:
        for number in range(100):
            (small.root / str(number)).touch()
            taken.append(number)
            yield Job(small.root / str(number), small.root / f"{number}.txt")

    run = Batch(small.root, _killed).run(jobs(), 2)
    assert next(run).state == "done"
    assert len(taken) < 20  # the others are not even handed out
    with pytest.raises(StoppedError, match="被系统结束了"):
        list(run)


def test_a_run_that_cannot_go_on_keeps_what_is_made(
    command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(batch: Batch, jobs: list[Job], _: int) -> Iterator[Outcome]:
        yield from run(batch, jobs[:1], 1)
        raise StoppedError("停电")

    run = Batch.run
    monkeypatch.setattr(Batch, "run", stopped)
    said = command("render", "--all", folder, "-o", folder.parent / "out")
    assert said.status == 1
    told = "完成1篇，草稿0篇（有空白或没有核对），已是最新0篇，失败0篇。\n没有做完：停电。"
    assert told in said.err
    monkeypatch.undo()
    assert "完成0篇，草稿1篇（有空白或没有核对），已是最新1篇" in everything(command, folder)


@pytest.mark.slow
def test_an_interruption_is_heard_by_one_process_only() -> None:
    heard = signal.getsignal(signal.SIGINT)
    with uninterruptible_pool(1, print) as pool:
        assert pool.submit(signal.getsignal, signal.SIGINT).result() == signal.SIG_IGN
    assert signal.getsignal(signal.SIGINT) == heard
