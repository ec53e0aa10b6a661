"""The command render --all: makes a folder of summaries from a folder of facts files."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from tqdm import tqdm

from macros.cli.common import ENDINGS, fail, for_notepad, print_or_write, read_facts
from macros.cli.folder_report import REPORT, FolderReport
from macros.cli.input_files import is_same, list_folder, print_unread
from macros.cli.manifest import Manifest, inputs_hash
from macros.cli.render_options import RenderOptions
from macros.cli.worker_pool import Batch, Job, Outcome, StoppedError
from macros.library.library import validated
from macros.library.loader import load
from macros.output.formats import FORMATS
from macros.source.atomic_write import exists, remove_partial_files
from macros.source.report import Report, reason
from macros.source.run_lock import acquire_lock

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from macros.library.library import Library

MANIFEST = ".生成记录"  # followed by the ending of its documents


def render_all(options: argparse.Namespace) -> int:
    """Render every facts file of a folder that has changed since its document was written."""
    folder, target = options.all, options.output
    chosen = RenderOptions.of(options)
    chosen.check(validated(*load(options.root)))
    names, others = _sources(folder, target)
    _make_folder(target)
    with acquire_lock(target):
        remove_partial_files(target)
        report = FolderReport(target, str(chosen), print_unread(others))
        return 0 if _render_names(names, options, chosen, report) else 1


def _render_names(
    names: list[str], options: argparse.Namespace, chosen: RenderOptions, report: FolderReport
) -> bool:
    """Render these files of the folder, which is locked, and return whether all is well."""
    folder, target, ending = options.all, options.output, FORMATS[chosen.format].ending
    manifest = Manifest(target / f"{MANIFEST}{ending}", inputs_hash(options.root, str(chosen)))
    jobs = [_job(folder / name, target / f"{Path(name).stem}{ending}", manifest) for name in names]
    known = [name for name in sorted(manifest.names) if exists(target / name)]
    print_or_write(for_notepad(f"{chosen}\n没有做完。\n"), target / REPORT)
    print_or_write(manifest.start(known), manifest.path)
    clashes = _name_clashes(jobs)
    accepted = [job for job in jobs if job.source not in clashes]
    batch = Batch(options.root, partial(_work, chosen))
    with closing(batch.run(accepted, options.jobs or 1)) as rendered:
        outcomes = chain(clashes.values(), _recorded(rendered, manifest))
        report.add_all(tqdm(outcomes, total=len(names), unit="篇", disable=None))
    return report.finish(sorted({*known} - {job.target.name for job in jobs}))


def _job(source: Path, target: Path, manifest: Manifest) -> Job:
    return Job(source, target, manifest.entries.get(target.name))


def _name_clashes(jobs: Iterable[Job]) -> dict[Path, Outcome]:
    """Return a failure for each file whose document would have the name of another file."""
    by_name: dict[str, list[Job]] = {}  # A.txt and a.txt are one file on Windows
    for job in jobs:
        by_name.setdefault(job.target.name.casefold(), []).append(job)
    return {
        job.source: Outcome(job.source, job.target, "failed", why=f"{why} · 应为：另一个文件名")
        for same in by_name.values()
        for job in same
        if (why := _clash(job, same))
    }


def _clash(job: Job, same: list[Job]) -> str:
    """Return what is wrong with the name of a job's document; empty when nothing is."""
    if job.target.name == REPORT:
        return f"会生成{REPORT}，那是结果的名字"
    others = "、".join(other.source.name for other in same if other is not job)
    return others and f"与{others}会生成同一个文件"


def _work(chosen: RenderOptions, source: Path, library: Library) -> tuple[bytes, bool]:
    """Render one facts file; runs in each process."""
    document = chosen.document(read_facts(source, library, chosen.archetype), library)
    return chosen.file(document, library), document.draft


def _sources(folder: Path, target: Path) -> tuple[list[str], list[str]]:
    """Return the names of the facts files, and those of the files that are not read."""
    if is_same(folder, target):
        fail(Report(), str(target), "指标文件就在这个文件夹里", "另一个文件夹")
    names, others = list_folder(folder, target)
    if not names:
        fail(Report(), str(folder), "文件夹里没有指标文件", "、".join(ENDINGS))
    return names, others


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fail(Report(), str(folder), f"建不了文件夹（{reason(error)}）", "可写的文件夹")


def _recorded(outcomes: Iterable[Outcome], manifest: Manifest) -> Iterator[Outcome]:
    """Yield the outcomes, each after its document is in the manifest."""
    try:
        with manifest.path.open("a", encoding="utf-8") as file:
            for outcome in outcomes:
                if outcome.entry and outcome.state == "done":
                    line = manifest.line(outcome.target.name, outcome.entry)
                    print(line, file=file, flush=True)
                yield outcome
    except OSError as error:
        raise StoppedError(f"{manifest.path.name}写不了（{reason(error)}）") from error
