"""The command render: one facts file to a summary, or a folder of them with --all."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from tqdm import tqdm

from macros.appendix import with_appendix
from macros.batch import Batch, Job
from macros.cli.shared import ENDINGS, FACTS_HELP, add_output, fail, put, read_facts
from macros.formats import FORMATS, Look
from macros.layout import DEFAULT
from macros.library import sound
from macros.loader import load
from macros.office_documents import composed
from macros.report import Report, nearest
from macros.source import Sequence

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from macros.batch import Outcome, State
    from macros.document import Document
    from macros.library import Library
    from macros.offices import Office

REPORT = "报告.txt"


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add render."""
    rendering = commands.add_parser("render", help="用指标文件生成总结 render summaries")
    rendering.add_argument("archetype", nargs="?", default="", help="范本的 id archetype")
    source = rendering.add_mutually_exclusive_group(required=True)
    source.add_argument("--facts", type=Path, help=FACTS_HELP)
    source.add_argument(
        "--all", type=Path, metavar="DIR", help="整个文件夹的指标文件 every facts file in a folder"
    )
    rendering.add_argument("--format", choices=FORMATS, default="text", help="输出格式 format")
    rendering.add_argument(
        "--jobs", type=int, default=1, metavar="N", help="同时用几个处理器，配合 --all processes"
    )
    rendering.add_argument("--layout", default=DEFAULT, help="版式，见 data/layouts page layout")
    rendering.add_argument(
        "--appendix", action="store_true", help="附上主要指标表 with the table of figures"
    )
    add_output(rendering)
    rendering.set_defaults(run=_render)


def _render(options: argparse.Namespace) -> int:
    return _render_all(options) if options.all else _render_one(options)


# --- one --------------------------------------------------------------------------------------


def _render_one(options: argparse.Namespace) -> int:
    library = sound(*load(options.root))
    office = read_facts(options.facts, library, options.archetype)
    wanted = Wanted.of(options)
    look = wanted.look(options.root, library)
    document = wanted.document(office, library)
    content = FORMATS[options.format].write(document, look)
    if isinstance(content, bytes) and options.output is None and sys.stdout.isatty():
        fail(Report(), options.format, "这种格式不能显示在屏幕上", "-o 文件")
    put(content, options.output)
    _warn(document, office, library)
    return 0


@dataclass(frozen=True)
class Wanted:
    """What the command line asks of every document."""

    archetype: str
    format: str
    layout: str
    appendix: bool

    @classmethod
    def of(cls, options: argparse.Namespace) -> Wanted:
        """Return what the options say."""
        return cls(options.archetype, options.format, options.layout, options.appendix)

    def look(self, root: Path, library: Library) -> Look:
        """Return the layout; raise ProblemsFoundError when there is no such one."""
        if self.layout not in library.layouts:
            options, guess = "、".join(library.layouts), nearest(self.layout, library.layouts)
            fail(Report(), self.layout, f"没有“{self.layout}”这个版式", options, guess)
        return Look(library.layouts[self.layout], root)

    def document(self, office: Office, library: Library) -> Document:
        """Return the office's document."""
        document = composed(library, office)
        return with_appendix(document, library, office) if self.appendix else document


def _warn(document: Document, office: Office, library: Library) -> None:
    """Say why a summary is only a draft, and what of a browser's draft is not in it."""
    if document.blanks or document.missing:
        labels = "、".join(library.facts[name].label for name in document.missing)
        print(f"草稿：正文有{document.blanks}处空白。未填：{labels or '无'}。", file=sys.stderr)
    if office.carried:
        print(f"草稿：沿用上期的{len(office.carried)}项还没有核对（carried）。", file=sys.stderr)
    edits = office.node.get("edits")
    if isinstance(edits, Sequence) and edits.items:
        print("网页上手工改过的段落不在这里，按指标重新生成。", file=sys.stderr)


# --- a folder ---------------------------------------------------------------------------------


def _render_all(options: argparse.Namespace) -> int:
    folder, target = options.all, options.output
    if target is None:
        fail(Report(), str(folder), "没有写生成到哪里", "-o 文件夹")
    wanted = Wanted.of(options)
    wanted.look(options.root, sound(*load(options.root)))
    names, ending = _sources(folder), FORMATS[options.format].ending
    _make(target)
    asked = f"{wanted.archetype or '各范本'}，{wanted.format}，{wanted.layout}"
    asked += "，附主要指标表。" if wanted.appendix else "。"
    resumed = _asked_before(target) == asked
    put(f"{asked}\n没有做完。\n", target / REPORT)
    batch = Batch(options.root, partial(_work, options.root, wanted), resume=resumed)
    jobs = (Job(folder / name, target / f"{Path(name).stem}{ending}") for name in names)
    outcomes = batch.run(jobs, max(options.jobs, 1))
    return _tell(tqdm(outcomes, total=len(names), unit="篇", disable=None), target, asked)


def _work(root: Path, wanted: Wanted, source: Path, library: Library) -> tuple[bytes, bool]:
    """Render one facts file; runs in each process."""
    document = wanted.document(read_facts(source, library, wanted.archetype), library)
    content = FORMATS[wanted.format].write(document, wanted.look(root, library))
    return content.encode() if isinstance(content, str) else content, document.draft


def _asked_before(target: Path) -> str:
    """Return what the documents in the folder were made with; other ones are made anew."""
    try:
        return (target / REPORT).read_text("utf-8").partition("\n")[0]
    except (OSError, UnicodeDecodeError):
        return ""


def _sources(folder: Path) -> list[str]:
    """Return the names of the facts files; names, because a province has ten thousand."""
    if not folder.is_dir():
        fail(Report(), str(folder), "没有这个文件夹", "放指标文件的文件夹")
    names = sorted(path.name for path in folder.iterdir() if path.suffix in ENDINGS)
    if not names:
        fail(Report(), str(folder), "文件夹里没有指标文件", "、".join(ENDINGS))
    for name, after in pairwise(names):
        if Path(name).stem == Path(after).stem:
            fail(Report(), str(folder / after), f"与{name}会生成同一个文件", "不同的文件名")
    return names


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fail(Report(), str(folder), f"建不了文件夹（{error.strerror}）", "可写的文件夹")


def _tell(outcomes: Iterable[Outcome], target: Path, asked: str) -> int:
    """Say what came of all files; what failed, and why, stands in a report beside the documents."""
    counts: Counter[State] = Counter()
    told: list[str] = []
    for outcome in outcomes:
        counts[outcome.state] += 1
        if outcome.state in ("failed", "draft"):
            told.append(f"{outcome.source.name}：{outcome.why or '是草稿，有空白或没有核对的内容'}")
    summary = (
        f"完成{counts['done']}篇，草稿{counts['draft']}篇（有空白或没有核对），"
        f"已是最新{counts['skipped']}篇，失败{counts['failed']}篇。"
    )
    put("\n".join([asked, summary, *sorted(told), ""]), target / REPORT)
    print(summary, f"见 {target / REPORT}", sep="\n", file=sys.stderr)
    return 1 if counts["failed"] else 0
