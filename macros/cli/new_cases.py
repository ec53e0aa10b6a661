"""The command new cases: what the text of an archetype says now, to be read and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.cli.common import fail, require_archetype
from macros.cli.planned_changes import PlannedChanges
from macros.exchange.recorded_cases import cases_block, cases_text, recorded_cases
from macros.library.library import validated
from macros.library.loader import CASES, load
from macros.source.report import Report
from macros.source.yaml_reader import Mapping

if TYPE_CHECKING:
    import argparse

KEPT = (
    "接下来：逐条读一遍，写得不对的先改模板，删去那几条，再运行一次；"
    "没有道理的也删去，该有而没有的照着加。"
)


def add_cases(parser: argparse.ArgumentParser) -> None:
    """Add the options of new cases."""
    parser.add_argument("archetype", metavar="范本", help="范本的 id archetype")
    parser.set_defaults(run=_cases)


def _cases(options: argparse.Namespace) -> int:
    library, report = load(options.root)
    validated(library, report)
    archetype = options.archetype
    require_archetype(library, archetype)
    cases = recorded_cases(library, archetype)
    known = library.cases.get(archetype)
    new = {name: case for name, case in cases.items() if not known or name not in known.cases}
    name = f"{CASES}/{archetype}.yml"
    if not new:
        fail(Report(), name, "没有可以添上的案例", "手工写：别的情形，如下降、全部完成")
    changes = PlannedChanges(options.root)
    if known:
        written = library.case_nodes[archetype].get("cases")
        if isinstance(written, Mapping):
            changes.edit(name).append_block(written, "\n" + cases_block(new))
    else:
        changes.create(name, cases_text(archetype, new))
    changes.apply()
    print(f"写好了，检查通过：\n  {name}（添了{len(new)}条）\n{KEPT}")
    return 0
