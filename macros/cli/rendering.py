"""The command render: one facts file to a summary, or a folder of them with --all."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tqdm import tqdm

from macros.batch import Batch, Job, Outcome, counted
from macros.cli.shared import ENDINGS, FACTS_HELP, add_output, fail, put, read_facts
from macros.compose import compose
from macros.formats import FORMATS
from macros.library import load, sound
from macros.report import Report
from macros.source import Sequence

if TYPE_CHECKING:
    import argparse

    from macros.document import Document
    from macros.library import Library, Office

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
    add_output(rendering)
    rendering.set_defaults(run=_render)


def _render(options: argparse.Namespace) -> int:
    return _render_all(options) if options.all else _render_one(options)


# --- one --------------------------------------------------------------------------------------


def _render_one(options: argparse.Namespace) -> int:
    library = sound(*load(options.root))
    office = read_facts(options.facts, library, options.archetype)
    document = _document(office, library)
    put(FORMATS[options.format].write(document), options.output)
    _warn(document, office, library)
    return 0


def _warn(document: Document, office: Office, library: Library) -> None:
    """Say why a summary is only a draft, and what of a browser's draft is not in it."""
    if document.draft:
        labels = "、".join(library.facts[name].label for name in document.missing)
        print(f"草稿：正文有{document.blanks}处空白。未填：{labels or '无'}。", file=sys.stderr)
    if office.carried:
        print(f"草稿：沿用上期的{len(office.carried)}项还没有核对（carried）。", file=sys.stderr)
    edits = office.node.get("edits")
    if isinstance(edits, Sequence) and edits.items:
        print("网页上手工改过的段落不在这里，按指标重新生成。", file=sys.stderr)


def _document(office: Office, library: Library) -> Document:
    archetype = library.archetypes[office.archetype]
    return compose(library, archetype, office.entries, office.without, office.headings)


# --- a folder ---------------------------------------------------------------------------------


def _render_all(options: argparse.Namespace) -> int:
    folder, target = options.all, options.output
    if target is None:
        fail(Report(), str(folder), "没有写生成到哪里", "-o 文件夹")
    sound(*load(options.root))
    jobs = _jobs(folder, target, FORMATS[options.format].ending)
    _make(target)
    work = partial(_work, options.archetype, options.format)
    outcomes = Batch(options.root, work).run(jobs, max(options.jobs, 1))
    return _tell(list(tqdm(outcomes, total=len(jobs), unit="篇", disable=None)), target)


def _work(archetype: str, form: str, source: Path, library: Library) -> tuple[bytes, bool]:
    """Render one facts file; runs in each process."""
    office = read_facts(source, library, archetype)
    document = _document(office, library)
    content = FORMATS[form].write(document)
    whole = content.encode() if isinstance(content, str) else content
    return whole, document.draft or bool(office.carried)


def _jobs(folder: Path, target: Path, ending: str) -> list[Job]:
    if not folder.is_dir():
        fail(Report(), str(folder), "没有这个文件夹", "放指标文件的文件夹")
    sources = sorted(path for path in folder.iterdir() if path.suffix in ENDINGS)
    if not sources:
        fail(Report(), str(folder), "文件夹里没有指标文件", "、".join(ENDINGS))
    return [Job(source, target / f"{source.stem}{ending}") for source in sources]


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fail(Report(), str(folder), f"建不了文件夹（{error.strerror}）", "可写的文件夹")


def _tell(outcomes: list[Outcome], target: Path) -> int:
    """Say what came of all files; what failed, and why, stands in a report beside the documents."""
    counts = counted(outcomes)
    summary = (
        f"完成{counts['done']}篇，草稿{counts['draft']}篇（有空白），"
        f"已是最新{counts['skipped']}篇，失败{counts['failed']}篇。"
    )
    told = sorted((o for o in outcomes if o.state in ("failed", "draft")), key=lambda o: o.source)
    lines = [f"{outcome.source.name}：{outcome.why or '有空白，是草稿'}" for outcome in told]
    put("\n".join([summary, *lines, ""]), target / REPORT)
    print(summary, f"见 {target / REPORT}", sep="\n", file=sys.stderr)
    return 1 if counts["failed"] else 0
