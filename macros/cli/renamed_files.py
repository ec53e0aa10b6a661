"""Plans what a new name changes in every file: data, templates and the pages that show examples.

What is renamed is found in the trees of data files and the tokens of templates, never by searching
text; only pages, which are prose, are searched: their examples, code and links.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.facts.current_names import with_new_names
from macros.facts.names import EXPRESSION
from macros.source.encoding import place_in, read_text
from macros.source.report import Report
from macros.source.yaml_reader import Mapping, Scalar, Sequence, parse_yaml, read_yaml
from macros.templating.template_names import places_of_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.cli.planned_changes import PlannedChanges
    from macros.facts.names import Names
    from macros.source.yaml_edits import TextEdits
    from macros.source.yaml_reader import Node

TEMPLATES = ("templates/sections", "templates/frame")
LIKE_OWN_FACTS = "data/facts"  # their shape is that of own facts
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")


def files_of(root: Path, folder: str, pattern: str) -> Iterator[tuple[Path, str]]:
    """Yield the files of a folder, however deep, that are not hidden."""
    for path in sorted((root / folder).rglob(pattern)):
        name = path.relative_to(root).as_posix()
        if not any(part.startswith(".") for part in name.split("/")):
            yield path, name


# --- data -------------------------------------------------------------------------------------


def rename_in_data(changes: PlannedChanges, names: Names) -> None:
    """Plan the new names of facts and sections in all data files."""
    for path, name in files_of(changes.root, "data", "*.yml"):
        node = read_yaml(path, name, Report())
        if node:
            for tree in _files_within(node, name):
                rename_in_tree(tree, names, name, changes)


def _files_within(node: Mapping, name: str) -> Iterator[Mapping]:
    """Yield what has the shape of a facts file: it itself, and cases that stand in a list."""
    place = node.place
    if name.startswith(LIKE_OWN_FACTS):
        own = Mapping(place, {"facts": node.entries["facts"]}) if "facts" in node.entries else node
        yield Mapping(place, {"own": (Scalar(place, "own"), own)})
        return
    if name.startswith("data/archetypes/") and "sections" in node.entries:
        yield Mapping(place, {"outline": node.entries["sections"]})
        return
    if name.startswith("data/sections/"):
        yield from _main_figures(node.get("items"))
        return
    yield node
    for _, value in node.entries.values():
        for item in value.items if isinstance(value, Sequence) else ():
            if isinstance(item, Mapping) and "facts" in item.entries:
                yield item


def _main_figures(items: Node | None) -> Iterator[Mapping]:
    """Yield the main figure of each place of a section, as a fact that a file gives."""
    for item in items.items if isinstance(items, Sequence) else ():
        main = item.get("main") if isinstance(item, Mapping) else None
        if isinstance(main, Scalar):
            given = Mapping(main.place, {main.value: (main, Scalar(main.place, ""))})
            yield Mapping(main.place, {"facts": (Scalar(main.place, "facts"), given)})


def rename_in_tree(tree: Mapping, names: Names, name: str, changes: PlannedChanges) -> None:
    """Plan the new names within a tree, at the places of its scalars."""
    edits = None
    for old, new in _pairs(tree, with_new_names(tree, names)):
        if old.value != new.value:
            edits = edits or changes.edit(name)
            _rename_scalar(edits, old, names)


def _pairs(old: Node, new: Node) -> Iterator[tuple[Scalar, Scalar]]:
    """Yield the scalars of two trees of one shape, keys included."""
    if isinstance(old, Scalar) and isinstance(new, Scalar):
        yield old, new
    elif isinstance(old, Sequence) and isinstance(new, Sequence):
        for a, b in zip(old.items, new.items, strict=True):
            yield from _pairs(a, b)
    elif isinstance(old, Mapping) and isinstance(new, Mapping):
        entries = zip(old.entries.values(), new.entries.values(), strict=True)
        for (key, value), (new_key, new_value) in entries:
            yield key, new_key
            yield from _pairs(value, new_value)


def _rename_scalar(edits: TextEdits, scalar: Scalar, names: Names) -> None:
    """Plan the new names within a scalar: of an id, a path, an expression, or words with these."""
    text = scalar.value
    parts = list(EXPRESSION.finditer(text))
    spans = [found.span() for found in parts] or [(0, len(text))]
    for start, end in spans:
        for index, old, new in renamed_words(text[start:end], names):
            edits.replace_scalar(scalar, old, new, start + index)


def renamed_words(text: str, names: Names) -> Iterator[tuple[int, str, str]]:
    """Yield where an expression or a path names something that has a new name."""
    for found in re.finditer(r"([.|]\s*)?('[^']*'|[A-Za-z_][\w-]*)(\s*\()?", text, re.ASCII):
        old = found[2]
        new = names.section(names.fact(old))
        if new != old and not (found[1] or found[3]):
            yield found.start(2), old, new


# --- templates --------------------------------------------------------------------------------


def rename_in_templates(changes: PlannedChanges, old: str, new: str) -> None:
    """Plan the new name of a fact in the templates."""
    for folder in TEMPLATES:
        for path, name in files_of(changes.root, folder, "*.j2"):
            source = read_text(path, name, Report()) or ""
            for index in places_of_name(source, old):
                edits = changes.edit(name)
                edits.replace(edits.offset(place_in(source, name, index)), old, new)


# --- pages ------------------------------------------------------------------------------------


def rename_in_pages(changes: PlannedChanges, kind: str, names: Names, old: str, new: str) -> None:
    """Plan the new name in the examples, the code and the links of pages."""
    for path, name in files_of(changes.root, "docs", "*.md"):
        source = read_text(path, name, Report()) or ""
        for index in dict.fromkeys(_in_page(source, name, kind, names, old)):
            edits = changes.edit(name)
            edits.replace(edits.offset(place_in(source, name, index)), old, new)


def _in_page(source: str, name: str, kind: str, names: Names, old: str) -> Iterator[int]:
    if kind != "fact":
        id_ = re.escape(old)
        patterns = [rf'(?<=\(")({id_})(?="\))', rf"(?<=/)({id_})(?=\.(?:md|html)\b)"]
        patterns += [rf"(?<![\w-])({id_})(?![\w-])"] if "-" in old else []
        for pattern in patterns:
            yield from (found.start(1) for found in re.finditer(pattern, source))
    for fence in FENCE.finditer(source):
        yield from _in_fence(fence, names, old, name)
    for code in CODE.finditer(source):
        if code[1] == old:
            yield code.start(1)


def _in_fence(fence: re.Match[str], names: Names, old: str, name: str) -> Iterator[int]:
    """Yield where an example names it: a facts file as a tree, a template by its tokens."""
    start, text = fence.start(2), fence[2]
    if fence[1] == "jinja":
        yield from (start + index for index in places_of_name(text, old))
    tree = parse_yaml(text, name, Report()) if fence[1] == "yaml" else None
    lines = [0, *(found.end() for found in re.finditer("\n", text))]
    for a, b in _pairs(tree, with_new_names(tree, names)) if tree else ():
        if a.value != b.value:
            spans = [found.span() for found in EXPRESSION.finditer(a.value)] or [(0, len(a.value))]
            for first, last in spans:
                for index, _, _ in renamed_words(a.value[first:last], names):
                    place = a.place_of(first + index)
                    yield start + lines[place.line - 1] + place.column - 1
