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
from macros.library.summary import summary_of
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
    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.schema.vocabulary import FactSpec

NO_WRAP = 10**6

Written = str | dict[str, str] | list[dict[str, str]]
Facts = dict[str, Written]


@dataclass
class FactsFile:
    """The facts of one office as they are written; `carried` are facts nobody has confirmed.

    `content` is what the file brings of its own, under the keys of schema/facts_files.py.  For a
    person who fills in the YAML: what the file says at its head, a comment on each fact, how a list
    of several fields is written, and over which fact a group begins.
    """

    archetype: str
    name: str = ""
    facts: Facts = field(default_factory=dict)
    without: list[str] = field(default_factory=list)
    carried: list[str] = field(default_factory=list)
    headings: dict[str, str] = field(default_factory=dict)
    content: dict[str, Any] = field(default_factory=dict)
    hints: dict[str, str] = field(default_factory=dict)  # by key of the head, which is always there
    comments: dict[str, str] = field(default_factory=dict)
    samples: dict[str, str] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    note: str = ""


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
    """Writes every scalar as a plain string, 1463.70 without quotes, as yaml_reader.py reads it."""

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
    head |= {
        "note": file.note,
        **_replaced_by_outline(file),
        **file.content,
        "carried": file.carried,
    }
    head = {key: value for key, value in head.items() if value or key in file.hints}
    lines = [_commented(key, value, file.hints.get(key, "")) for key, value in head.items()]
    lines.append("facts:\n" if file.facts else "facts: {}\n")
    lines += [indented(_fact(name, value, file)) for name, value in file.facts.items()]
    return "".join(lines)


def _fact(name: str, value: Written, file: FactsFile) -> str:
    group, sample = file.groups.get(name), file.samples.get(name)
    heading = f"\n# ―― {group} ――\n" if group else ""
    example = f"  # {sample}\n" if sample and not value else ""
    return heading + _commented(name, value, file.comments.get(name, "")) + example


def _commented(name: str, value: Any, comment: str) -> str:
    comments = "".join(f"# {line}\n" for line in comment.splitlines())
    return comments + (f"{name}:\n" if value == "" else yaml_entry(name, value))


def indented(text: str) -> str:
    """Return lines of YAML as they stand under a key."""
    return "".join(f"  {line}\n" if line else "\n" for line in text.splitlines())
