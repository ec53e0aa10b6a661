"""Writes facts files: YAML for a person to edit, or JSON for the browser to import."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml
from yaml.emitter import Emitter
from yaml.representer import SafeRepresenter
from yaml.resolver import BaseResolver
from yaml.serializer import Serializer

from macros.facts.offices import SCHEMA
from macros.figures.values import SIDE_NAMES
from macros.library.summary import Summary, summary_of
from macros.schema.facts_files import CONTENT_KEYS
from macros.source.yaml_reader import (
    FULL_WIDTH_INDENT,
    NULLS,
    TAB_INDENT,
    Mapping,
    Node,
    to_data,
)

if TYPE_CHECKING:
    from macros.facts.offices import Choices, Office
    from macros.library.library import Library
    from macros.schema.vocabulary import FactSpec, FieldSpec

NO_WRAP = 10**6

Written = str | dict[str, str] | list[dict[str, str]]
Facts = dict[str, Written]


@dataclass
class FactsFile:
    """The facts of one office as they are written; `carried` are facts nobody has confirmed.

    `content` is what the file brings of its own, under the keys of schema/facts_files.py.
    """

    archetype: str
    name: str = ""
    facts: Facts = field(default_factory=dict)
    without: list[str] = field(default_factory=list)
    carried: list[str] = field(default_factory=list)
    headings: dict[str, str] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)  # by fact, for YAML only
    content: dict[str, Any] = field(default_factory=dict)


def written_facts(office: Office, library: Library) -> Facts:
    """Return an office's facts as they are written, the records of a list always as mappings."""
    node, specs = office.node.get("facts"), summary_of(library, office).specs
    entries = node.entries.items() if isinstance(node, Mapping) else ()
    return {name: written(value, specs[name]) for name, (_, value) in entries}


def written_content(office: Office) -> dict[str, Any]:
    """Return what an office's file brings of its own, as it is written."""
    entries = office.node.entries.items()
    return {key: to_data(value) for key, (_, value) in entries if key in CONTENT_KEYS}


def written(node: Node, spec: FactSpec) -> Any:
    """Return one fact as it is written."""
    found = to_data(node)
    if not isinstance(found, list):
        return found
    short = spec.short_field
    return [record if isinstance(record, dict) else {short: record} for record in found]


# --- JSON -------------------------------------------------------------------------------------


def as_json(file: FactsFile) -> str:
    """Return the file as JSON, which the browser imports and `summaries render` reads."""
    return json.dumps(file_data(file), ensure_ascii=False, indent=2) + "\n"


def file_data(file: FactsFile) -> dict[str, Any]:
    """Return the file as data."""
    data = {"schema": SCHEMA, "archetype": file.archetype, "name": file.name}
    replaced = {} if "outline" in file.content else _replaced_by_outline(file)
    return {**data, **replaced, **file.content, "carried": file.carried, "facts": file.facts}


def _replaced_by_outline(file: FactsFile) -> dict[str, Any]:
    """Return what only a file without an outline may have."""
    return {"without": file.without, "headings": file.headings}


# --- YAML -------------------------------------------------------------------------------------


UNICODE_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


class _Dumper(Emitter, Serializer, SafeRepresenter, BaseResolver):
    """Writes every scalar as a plain string, 1518.20 without quotes, as yaml_reader.py reads it."""

    def __init__(self, stream: Any, **options: Any) -> None:
        """Pass each base class the options it takes of those that yaml.dump_all gives."""
        emitting = {key: options[key] for key in ("allow_unicode", "width", "indent")}
        Emitter.__init__(self, stream, **emitting)
        Serializer.__init__(self)
        SafeRepresenter.__init__(self, default_flow_style=options["default_flow_style"])
        self.sort_keys = False
        BaseResolver.__init__(self)

    def represent_str(self, data: str) -> yaml.ScalarNode:
        return self.represent_scalar(BaseResolver.DEFAULT_SCALAR_TAG, data, _style(data))

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML's signature
        """Write equal parts out in full; yaml_reader.py refuses anchors."""
        return True


def _style(text: str) -> str | None:
    """Return how a text is written: several lines under a `|`, unless a reader would refuse them.

    Texts with Unicode line ends are quoted, because a reader would fold those into a space.
    """
    if UNICODE_LINE_ENDS.search(text) or TAB_INDENT.search(text) or FULL_WIDTH_INDENT.search(text):
        return '"'
    return "|" if "\n" in text.strip("\n") else None


_Dumper.add_representer(str, _Dumper.represent_str)
_Dumper.add_implicit_resolver(  # so that a text that reads like null is quoted
    "tag:yaml.org,2002:null", re.compile(rf"({'|'.join(NULLS)})\Z"), ["~", "n", "N"]
)


def yaml_entry(name: str, value: Any) -> str:
    """Return an entry as YAML; what holds nothing but short texts stands on one line."""
    flow = None if isinstance(value, (dict, list)) else False
    text: str = yaml.dump(
        {name: value}, Dumper=_Dumper, allow_unicode=True, width=NO_WRAP, default_flow_style=flow
    )
    return text


def as_yaml(file: FactsFile) -> str:
    """Return the file as YAML, each fact under its comment."""
    schema = {"schema": SCHEMA} if file.content else {}
    head: dict[str, Any] = {**schema, "archetype": file.archetype, "name": file.name}
    head |= {**_replaced_by_outline(file), **file.content, "carried": file.carried}
    lines = [yaml_entry(key, value) for key, value in head.items() if value]
    lines.append("facts:\n" if file.facts else "facts: {}\n")
    lines += [_fact(name, value, file.comments.get(name, "")) for name, value in file.facts.items()]
    return "".join(lines)


def _fact(name: str, value: Written, comment: str) -> str:
    comments = "".join(f"  # {line}\n" for line in comment.splitlines())
    text = f"{name}:\n" if value == "" else yaml_entry(name, value)
    return comments + "".join(f"  {line}\n" for line in text.splitlines())


# --- the empty file ---------------------------------------------------------------------------


def empty_facts_file(library: Library, archetype: str, choices: Choices | None = None) -> FactsFile:
    """Return the empty facts file of a summary: every fact to enter, with a comment on each."""
    summary = Summary(library, library.archetypes[archetype], choices)
    specs = {name: summary.specs[name] for name in summary.facts.entered()}
    comments = {name: _comment(spec) for name, spec in specs.items()}
    facts: Facts = {name: _slot(spec) for name, spec in specs.items()}
    return FactsFile(archetype, facts=facts, comments=comments)


def _slot(spec: FactSpec) -> Written:
    """Return an empty slot; a list is left empty too, because [] means that there is none."""
    return dict.fromkeys(["now", *spec.series], "") if spec.series else ""


def _comment(spec: FactSpec) -> str:
    lines = [f"{spec.label}{_slot_description(spec)}：{spec.hint}"]
    if spec.series:
        lines.append("、".join(f"{side} {SIDE_NAMES[side]}" for side in ("now", *spec.series)))
    if spec.record:
        fields = "，".join(f"{n}: {f.label}{_slot_description(f)}" for n, f in spec.record.items())
        lines.append(f"每条一行，没有就写 []：- {{{fields}}}")
    return "\n".join(lines)


def _slot_description(spec: FieldSpec) -> str:
    """Return what a slot takes, in brackets: （万元，至多2位小数，可不填）."""
    decimals = f"至多{spec.places}位小数" if spec.traits.number and not spec.traits.whole else ""
    options = " / ".join(spec.options or [])
    kind = spec.traits.hint or options
    parts = [spec.unit, decimals, kind, "" if spec.required else "可不填"]
    words = "，".join(filter(None, parts))
    return f"（{words}）" if words else ""
