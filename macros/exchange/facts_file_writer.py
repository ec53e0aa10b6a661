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
from macros.schema.facts_files import CONTENT_KEYS
from macros.source.yaml_reader import NULLS, Mapping, Node, to_data

if TYPE_CHECKING:
    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.schema.vocabulary import FactSpec, FieldSpec

NO_WRAP = 10**6

Written = str | dict[str, str] | list[dict[str, str]]
Facts = dict[str, Written]


@dataclass
class FactsFile:
    """The facts of one office as they are written; `carried` are facts nobody has confirmed."""

    archetype: str
    name: str = ""
    facts: Facts = field(default_factory=dict)
    without: list[str] = field(default_factory=list)
    carried: list[str] = field(default_factory=list)
    headings: dict[str, str] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)  # by fact, for YAML only
    content: dict[str, Any] = field(default_factory=dict)  # outline, places, own content, marks


def written_facts(office: Office, library: Library) -> Facts:
    """Return an office's facts as they are written, the records of a list always as mappings."""
    node = office.node.get("facts")
    entries = node.entries.items() if isinstance(node, Mapping) else ()
    specs = library.specs_of(office)
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
    first = next(iter(spec.record))
    return [record if isinstance(record, dict) else {first: record} for record in found]


# --- JSON -------------------------------------------------------------------------------------


def as_json(file: FactsFile) -> str:
    """Return the file as JSON, which the browser imports and `summaries render` reads."""
    data = {"schema": SCHEMA, **_head(file), **file.content, "facts": file.facts}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _head(file: FactsFile) -> dict[str, Any]:
    """Return what stands above the facts; a file with an outline has no other choices."""
    head = {"archetype": file.archetype, "name": file.name}
    chosen = {"without": file.without, "headings": file.headings}
    return {**head, **({} if "outline" in file.content else chosen), "carried": file.carried}


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
        """Quote texts with Unicode line ends, which a reader would fold into a space."""
        style = '"' if UNICODE_LINE_ENDS.search(data) else "|" if "\n" in data else None
        return self.represent_scalar(BaseResolver.DEFAULT_SCALAR_TAG, data, style)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML's signature
        """Write equal parts out in full; yaml_reader.py refuses anchors."""
        return True


_Dumper.add_representer(str, _Dumper.represent_str)
_Dumper.add_implicit_resolver(  # so that a text that reads like null is quoted
    "tag:yaml.org,2002:null", re.compile(rf"({'|'.join(NULLS)})\Z"), ["~", "n", "N"]
)


def _yaml_entry(name: str, value: Any, *, flow: bool | None = None) -> str:
    """Return an entry as YAML, with sides and records on one line each unless `flow` is False."""
    flow = flow if isinstance(value, (dict, list)) else False
    text: str = yaml.dump(
        {name: value}, Dumper=_Dumper, allow_unicode=True, width=NO_WRAP, default_flow_style=flow
    )
    return text


def as_yaml(file: FactsFile) -> str:
    """Return the file as YAML, each fact under its comment."""
    lines = [_yaml_entry(key, value) for key, value in _head(file).items() if value]
    if file.content:
        lines.insert(0, _yaml_entry("schema", SCHEMA))
    lines += [_yaml_entry(key, value, flow=False) for key, value in file.content.items()]
    lines.append("facts:\n")
    lines += [_fact(name, value, file.comments.get(name, "")) for name, value in file.facts.items()]
    return "".join(lines)


def _fact(name: str, value: Written, comment: str) -> str:
    comments = "".join(f"  # {line}\n" for line in comment.splitlines())
    text = f"{name}:\n" if value == "" else _yaml_entry(name, value)
    return comments + "".join(f"  {line}\n" for line in text.splitlines())


# --- the empty file ---------------------------------------------------------------------------


def empty_facts_file(library: Library, archetype: str) -> FactsFile:
    """Return the empty facts file of an archetype: every fact to enter, with a comment on each."""
    names = library.facts_of(library.archetypes[archetype]).entered()
    specs = {name: library.facts[name] for name in names}
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
