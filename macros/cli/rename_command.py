"""The commands rename and retire: a new name in every file at once, or one used no more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.cli.common import add_command, fail
from macros.cli.names import fact_id, slug
from macros.cli.planned_changes import PlannedChanges
from macros.cli.renamed_files import rename_in_data, rename_in_pages, rename_in_templates
from macros.cli.retiring import plan_retirement
from macros.facts.names import Names
from macros.library.library import validated
from macros.library.loader import load
from macros.source.atomic_write import exists
from macros.source.report import Report, nearest
from macros.source.yaml_reader import Mapping, Scalar, read_yaml

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from macros.cli.common import Commands
    from macros.library.library import Library

KINDS = {"fact": "指标", "section": "片段", "archetype": "范本"}
IDS: dict[str, Callable[[str], str]] = {"fact": fact_id, "section": slug, "archetype": slug}
# The files of a section and of an archetype, some of which need not be there.
FILES = {
    "fact": (),
    "section": ("data/sections/{}.yml", "templates/sections/{}.j2", "docs/sections/{}.md"),
    "archetype": ("data/archetypes/{}.yml", "docs/archetypes/{}.md", "docs/fill/{}.md"),
}
ELSEWHERE = ("tests", "browser", "tools", "README.md", "README.zh-CN.md", "HACKING.md")
TEXTS = (".py", ".js", ".json", ".md", ".yml", ".txt", ".j2")
MOST_SHOWN = 20


def add_commands(commands: Commands) -> None:
    """Add rename and retire."""
    renaming = add_command(
        commands,
        "rename",
        "给指标、片段、范本换 id，各处一起改 rename everywhere",
    )
    retiring = add_command(commands, "retire", "取消指标、片段、范本，旧草稿仍能打开 retire")
    for parser, run in ((renaming, _rename), (retiring, _retire)):
        kinds = parser.add_subparsers(required=True, metavar="fact|section|archetype")
        for kind, word in KINDS.items():
            one = add_command(kinds, kind, f"{word} {kind}")
            one.add_argument("old", metavar="OLD" if run is _rename else "ID", help="现在的 id")
            if run is _rename:
                one.add_argument("new", type=IDS[kind], metavar="NEW", help="新的 id its new id")
            elif kind != "fact":
                one.add_argument("--instead", metavar="ID", help="改用哪一个 what to use instead")
            one.set_defaults(run=run, kind=kind)


def _rename(options: argparse.Namespace) -> int:
    library = validated(*load(options.root))
    kind, old, new = options.kind, options.old, options.new
    known = _known(library, kind)
    _require(kind, old, known)
    if new in known or new in _former(library, kind):
        fail(Report(), new, f"{KINDS[kind]}“{new}”已经有了，或者用过", "没有用过的名字")
    changes = PlannedChanges(options.root)
    names = {
        "fact": Names(facts={old: new}),
        "section": Names(sections={old: new}),
        "archetype": Names(),
    }[kind]
    rename_in_data(changes, names)
    if kind == "fact":
        rename_in_templates(changes, old, new)
    if kind == "archetype":
        _rename_archetype(changes, library, old, new)
    rename_in_pages(changes, kind, names, old, new)
    _remember(changes, library, kind, old)
    for file in FILES[kind]:
        if exists(options.root / file.format(old)):
            changes.move(file.format(old), file.format(new))
    return _apply(changes, options.root, old)


def _known(library: Library, kind: str) -> Collection[str]:
    if kind == "fact":
        return library.facts
    return library.sections if kind == "section" else library.archetypes


def _former(library: Library, kind: str) -> dict[str, str]:
    """Return the names that something of a kind had, or that are retired."""
    names, retired = library.names, library.retired
    return {
        "fact": {**names.facts, **dict.fromkeys(retired.facts, "")},
        "section": {**names.sections, **dict.fromkeys(retired.sections, "")},
    }.get(kind, dict(library.archetype_names))


def _require(kind: str, old: str, known: Collection[str]) -> None:
    if old not in known:
        expected = "summaries find 词，能查 id"
        fail(Report(), old, f"没有“{old}”这个{KINDS[kind]}", expected, nearest(old, known))


def _rename_archetype(changes: PlannedChanges, library: Library, old: str, new: str) -> None:
    """Plan the new id in the examples, and in the navigation where it stands there by itself."""
    for id_, office in library.offices.items():
        written = office.node.get("archetype")
        if isinstance(written, Scalar) and written.value == old:
            changes.edit(f"data/offices/{id_}.yml").replace_scalar(written, old, new)
    menu = changes.edit("mkdocs.yml")
    for found in re.finditer(rf"(?<=archetypes/){re.escape(old)}(?=\.md)", menu.text):
        menu.replace(found.start(), old, new)


def _remember(changes: PlannedChanges, library: Library, kind: str, old: str) -> None:
    """Plan that what is renamed keeps its old name under `was`."""
    if kind == "fact":
        name = library.places[old].file
        node = read_yaml(changes.root / name, name, Report())
        facts = node.get("facts") if node else None
        spec = facts.get(old) if isinstance(facts, Mapping) else None
    else:
        nodes = library.section_nodes if kind == "section" else library.archetype_nodes
        name, spec = FILES[kind][0].format(old), nodes[old]
    if isinstance(spec, Mapping):
        changes.edit(name).append_to(spec, "was", old)


def _retire(options: argparse.Namespace) -> int:
    library = validated(*load(options.root))
    kind, old = options.kind, options.old
    _require(kind, old, _known(library, kind))
    changes = PlannedChanges(options.root)
    told = plan_retirement(changes, library, kind, old, getattr(options, "instead", None) or "")
    status = _apply(changes, options.root, old)
    print(*told, sep="\n", end="\n" if told else "")
    return status


def _apply(changes: PlannedChanges, root: Path, old: str) -> int:
    changed = changes.names
    changes.apply()
    print("改好了，检查通过：", *(f"  {line}" for line in changed), sep="\n")
    mentions = list(_mentions(root, old))
    if mentions:
        print(f"这些地方还写着“{old}”，是测试或说明，请看过再改：")
        print(*(f"  {place}" for place in mentions[:MOST_SHOWN]), sep="\n")
        if len(mentions) > MOST_SHOWN:
            print(f"  …… 共{len(mentions)}处")
    print("样稿和各处的名字重写一遍：python -m tests.golden；改动写进 CHANGELOG.md。")
    return 0


def _mentions(root: Path, old: str) -> Iterator[str]:
    """Yield where tests, scripts and guides mention the old name."""
    word = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")
    for start in ELSEWHERE:
        path = root / start
        for file in [path] if path.is_file() else sorted(path.rglob("*")):
            if file.suffix in TEXTS and file.is_file() and "node_modules" not in file.parts:
                lines = file.read_text("utf-8", "replace").splitlines()
                name = file.relative_to(root).as_posix()
                yield from (f"{name}:{n}" for n, line in enumerate(lines, 1) if word.search(line))
