"""The command line: what it prints where, its exit statuses, and never a traceback."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from macros.__main__ import main as start
from macros.cli.main import main
from macros.library.loader import default_root
from macros.site.project_checks import UNFINISHED
from tests.library.test_compose import TEXT
from tests.support.command import Command, Said
from tests.support.project import OFFICE, ROOT

if TYPE_CHECKING:
    from tests.support.project import Project

# --- what is right ---


def test_list_names_every_archetype(command: Command) -> None:
    assert command("list") == Said(0, "water-quarter\t水质季度总结\t1.0.0\n", "")


def test_check_says_what_it_has_checked(command: Command) -> None:
    counts = "检查通过：1个范本、3个片段、19个指标、1个单位示例。"
    assert command("check").out.startswith(counts)


def test_check_passes_with_a_remark(command: Command, small: Project) -> None:
    small.replace(OFFICE, "name: 某县", "name: 某\u200b县")
    said = command("check")
    assert said.status == 0
    assert f"{OFFICE}:3:8  （提醒）有看不见的字符 U+200B" in said.err


@pytest.mark.parametrize("arguments", [(), ("--format", "text")])
def test_render_prints_the_text_and_nothing_else(
    command: Command, arguments: tuple[str, ...]
) -> None:
    assert command.render(*arguments) == Said(0, TEXT, "")


def test_render_prints_the_document_model_as_json(command: Command) -> None:
    said = command.render("--format", "json")
    assert (said.status, said.err) == (0, "")
    model = json.loads(said.out)
    assert (model["archetype"], model["draft"], model["unused"]) == ("water-quarter", False, [])
    texts = [block["number"] + block["text"] for block in model["blocks"]]
    assert [text for text in texts if text] == [
        line.lstrip("　") for line in TEXT.splitlines() if line
    ]
    rate = {
        "text": "42.99%",
        "facts": ["passed.now", "samples.now"],
        "formula": "92 ÷ 214 = 42.99%",
    }
    assert rate in [run for block in model["blocks"] for run in block["runs"]]


def test_facts_may_be_json(command: Command, small: Project) -> None:
    facts = {"org": "某站", "period": "2026Q1", "paid": {"now": "1518.20"}}
    small.write("facts.json", json.dumps({"archetype": "water-quarter", "facts": facts}))
    said = command.render(facts="facts.json")
    assert said.status == 0
    assert said.out.startswith("【草稿：12处空白，不得作为正式稿使用】\n\n某站2026年")
    assert "支出1518.20万元。" in said.out


def test_a_draft_is_printed_and_says_so(command: Command, small: Project) -> None:
    small.replace(OFFICE, "  work: 水质\n", "")
    small.replace(OFFICE, "  grade: 县级\n", "")
    said = command.render()
    assert (said.status, said.err) == (0, "草稿：正文有2处空白。未填：工作、级别。\n")
    assert said.out.startswith("【草稿：2处空白，不得作为正式稿使用】\n\n某县水务站2026年")


def test_a_draft_without_missing_facts_says_so_too(command: Command, small: Project) -> None:
    small.replace(OFFICE, "samples: {now: 214, last: 200}", "samples: {now: 0}")
    small.replace(OFFICE, "passed: {now: 92, last: 90}", "passed: {now: 0}")
    impossible = "“合格水样（本期）”0份、“水样（本期）”0份算不出结果，请改其中的数。"
    assert command.render().err == f"草稿：正文有1处空白。未填：无。\n草稿：{impossible}\n"


# --- what is wrong ---


def test_check_prints_every_mistake_and_the_count(command: Command, small: Project) -> None:
    small.replace(OFFICE, "period: 2026Q1\n  last", "period: 2026\n  last")
    small.replace(OFFICE, "grade: 县级", "grade: 乡级")
    assert command("check") == Said(
        1,
        "",
        f"{OFFICE}:19:10  “级别”：“乡级”不在选项中 · 应为：县级、市级\n"
        f"共1处错误，未生成任何文件。{UNFINISHED}\n",
    )


@pytest.mark.parametrize("arguments", [("list",), ("check",)])
def test_a_folder_that_is_no_project_is_a_mistake(
    command: Command, small: Project, arguments: tuple[str, ...]
) -> None:
    said = Command(type(small)(small.root / "nothing"), command.capture)(*arguments)
    assert (said.status, said.out) == (1, "")
    what = "这不是项目文件夹 · 应为：先 cd 到项目文件夹，或写 --root 项目文件夹"
    assert said.err.splitlines()[0] == f"{small.root / 'nothing'}:1:1  {what}"
    assert len(said.err.splitlines()) == 2


def test_outside_a_project_the_installed_one_is_meant(
    small: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert default_root() == ROOT
    monkeypatch.chdir(small.root)
    assert default_root() == Path()


def test_render_refuses_an_unsound_project(command: Command, small: Project) -> None:
    small.replace("templates/sections/plans.j2", "{{ period|next }}", "{{ perod|next }}")
    said = command.render()
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith("templates/sections/plans.j2:2:4  没有“perod”这个指标")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        pytest.param("none.yml", None, "1:1  读不了文件（没有这个文件或文件夹）", id="missing"),
        pytest.param("data", None, "1:1  读不了文件（这是文件夹）", id="folder"),
        pytest.param("f.yml", "", "1:1  空文件", id="empty"),
        pytest.param("f.yml", "- a\n", "1:1  最外层不是“键: 值”", id="list"),
        pytest.param("f.yml", "facts: {}\n", "1:1  缺少“archetype”", id="of-no-archetype"),
        pytest.param(
            "f.yml",
            "archetype: water-quarter\nfacts: {paid: 5}\n",
            "2:15  “支出”要分期填写",
            id="bad-entry",
        ),
        pytest.param(
            "f.yml",
            "archetype: water-quarter\nfacts: {samples: {now: 1}, passed: {now: 2}}\n",
            "2:37  “合格水样”2份大于“水样”1份：部分不能大于整体",
            id="contradiction",
        ),
    ],
)
def test_render_refuses_a_bad_facts_file(
    command: Command, small: Project, name: str, text: str | None, said: str
) -> None:
    if text is not None:
        small.write(name, text)
    status, out, err = command.render(facts=name)
    assert (status, out) == (1, "")
    assert f"{small.root / name}:{said}" in err


def test_render_refuses_a_file_it_may_not_read(command: Command, small: Project) -> None:
    path = small.root / OFFICE
    path.chmod(0)
    if os.access(path, os.R_OK):
        path.unlink()
        path.symlink_to(path)  # root may read everything but a link to itself
    said = command.render()
    assert (said.status, said.out) == (1, "")
    assert "读不了文件" in said.err


def test_render_names_the_archetypes_there_are(command: Command, small: Project) -> None:
    facts = small.root / OFFICE
    said = command("render", "water-quater", "--facts", facts)
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith(
        f"{facts}:1:1  没有“water-quater”这个范本 · 应为：water-quarter · 是否想写：water-quarter"
    )


def test_render_refuses_the_facts_of_another_archetype(command: Command, small: Project) -> None:
    archetype = small.read("data/archetypes/water-quarter.yml")
    small.write("data/archetypes/other.yml", archetype)
    said = command("render", "other", "--facts", small.root / OFFICE)
    assert (said.status, said.out) == (1, "")
    assert "1:1  这是“water-quarter”的指标文件 · 应为：“other”的指标文件\n" in said.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "缺少 the following arguments are required: COMMAND"),
        (
            ("rendr",),
            "参数 argument COMMAND: 没有这个选择 invalid choice: 'rendr' (可选 choose from",
        ),
        (("render",), "要写其中一个 one of the arguments --facts --all is required"),
        (("render", "x"), "要写其中一个 one of the arguments --facts --all is required"),
        (("list", "--format", "text"), "不认识 unrecognized arguments: --format text"),
        (("facts", "x", "-o"), "参数 argument -o/--output: 后面要有一个值 expected one argument"),
        (("render", "--all", "x", "--facts", "y"), "不能同时写 not allowed with argument --all"),
        (("render", "--seal=1"), "后面不带值 ignored explicit argument '1'"),
        (("render", "--all", "x"), "应有 -o 文件夹 --all needs -o"),
        (("render", "--all", "x", "-o", "y", "--jobs", "0"), "应为正整数 a whole number above 0"),
        (("render", "--facts", "x.yml", "--jobs", "2"), "--jobs 只配合 --all 使用"),
    ],
)
def test_wrong_usage_has_a_status_and_words_of_its_own(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("用法 usage: ")
    assert "用法不对 error: " in said
    assert told in said


COMMANDS = ("list", "show", "check", "facts", "merge", "roll", "outline", "adopt", "render")


@pytest.mark.parametrize("arguments", [(), *((name,) for name in COMMANDS)])
def test_help_is_help_in_both_languages(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main([*arguments, "--help"])
    told = capsys.readouterr().out
    assert stop.value.code == 0
    assert "退出码 exit status" in told
    assert told.startswith("用法 usage: ")
    assert "\n选项 options:\n" in told
    assert ("--all" in told) == ("render" in arguments)
    for line in re.findall(r"^  \S+(?: \S+)*  +(.+(?:\n {10,}.+)*)", told, re.MULTILINE):
        assert re.search("[一-鿿]", line), line
        assert re.search("[a-z]{3}", line), line


# --- as a process ---


def started(
    project: Project, *arguments: str | Path, **options: Any
) -> subprocess.CompletedProcess[bytes]:
    """Run a command, by default rendering the example, in a process of its own."""
    macros = [sys.executable, "-m", "macros", "--root", str(project.root)]
    render = ("render", "water-quarter", "--facts", project.root / OFFICE)
    command = [*macros, *map(str, arguments or render)]
    done: subprocess.CompletedProcess[bytes] = subprocess.run(
        command, cwd=ROOT, check=False, **options
    )
    return done


@pytest.mark.slow
def test_a_reader_that_has_seen_enough_is_no_mistake(small: Project) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = started(small, stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.slow
def test_texts_are_utf_8_whatever_the_locale(small: Project) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = started(small, capture_output=True, env=env)
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, TEXT, b"")
    told = subprocess.run(
        [sys.executable, "-m", "macros", "--help"],
        cwd=ROOT, check=False, capture_output=True, env=env,
    )  # fmt: skip
    assert (told.returncode, told.stderr) == (0, b"")
    assert "生成总结" in told.stdout.decode()


NOT_UTF_8 = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="Linux has a disk that is always full")
@pytest.mark.slow
@pytest.mark.parametrize("arguments", [("list",), ("facts", "water-quarter", "--format", "xlsx")])
def test_an_output_that_takes_nothing_is_told(small: Project, arguments: tuple[str, ...]) -> None:
    with FULL.open("wb") as full:
        done = started(small, *arguments, stdout=full, stderr=subprocess.PIPE)
    assert done.stderr.decode() == "标准输出：读写不了（磁盘已满）。\n"
    assert done.returncode == 1


def test_a_closed_output_is_told(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(SystemExit) as stop:
        command("list")
    assert stop.value.code == 1
    assert command.capture.readouterr().err == "标准输出是关闭的，写不了结果。\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("facts", "water-quarter", "--format", "xlsx"),
        ("merge", "water-quarter", OFFICE, "--format", "xlsx"),
        ("render", "--facts", OFFICE, "--format", "docx"),
    ],
)
def test_a_screen_is_not_shown_what_it_cannot_show(
    command: Command, small: Project, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    said = command(*(small.root / OFFICE if a == OFFICE else a for a in arguments))
    assert (said.status, said.out) == (1, "")
    assert "这种格式不能显示在屏幕上 · 应为：-o 文件\n" in said.err


def test_remarks_are_not_output_even_when_nobody_hears_them(
    command: Command, small: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.replace(OFFICE, "  work: 水质\n", "")
    monkeypatch.setattr(sys, "stderr", None)
    assert "草稿：正文" not in command.render().out
    sys.stderr.close()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
@pytest.mark.slow
def test_a_system_that_cannot_hold_a_name_is_told(small: Project) -> None:
    arguments = (
        "render",
        "--all",
        small.root / OFFICE.rpartition("/")[0],
        "-o",
        small.root / "out",
    )
    done = started(small, *arguments, capture_output=True, env=NOT_UTF_8)
    assert done.stderr.decode() == (
        "系统的编码（ascii）写不了文件名里的“生成记录”。"
        "请先设置环境变量 PYTHONUTF8=1，再运行一次。\n"
    )
    assert done.returncode == 1


def test_an_interruption_is_heard_while_modules_are_imported(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Interrupted(ModuleType):
        def __getattr__(self, name: str) -> None:
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "macros.cli.main", Interrupted("macros.cli.main"))
    assert start() == 130
    assert capsys.readouterr().err == "已中断。再运行一次会接着做完。\n"
