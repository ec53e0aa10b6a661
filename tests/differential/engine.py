"""Composes documents in both languages: in Node by a file of JSON lines, in Python directly."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from macros.facts.consistency import check_consistency
from macros.facts.entry_reader import EntryReader
from macros.facts.offices import Choices, Office
from macros.library.advice import advice, efforts
from macros.library.compose import compose
from macros.library.summary import Summary
from macros.source.report import Place, Report
from macros.source.yaml_reader import Mapping, Node, Scalar, Sequence
from tests.support.project import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from macros.facts.archetype_facts import ArchetypeFacts
    from macros.facts.entries import Entries
    from macros.library.library import Library
    from macros.schema.archetypes import Archetype

Json = dict[str, Any]
NOWHERE = Place("facts.yml")
# the same at every run, so that a failure comes from a change; `make fuzz` takes others
SEED = int(os.environ.get("SEED") or "20261123")

SCRIPT = ROOT / "browser" / "tests" / "library" / "render_lines.js"


def how_many(usual: int) -> int:
    """Return how many random drafts of all kinds a test tries: what is usual, or `COUNT`."""
    return int(os.environ.get("COUNT") or usual)


def node_of(data: Any) -> Node:
    """Return data as the tree that reading a facts file gives."""
    if isinstance(data, str):
        return Scalar(NOWHERE, data)
    if isinstance(data, list):
        return Sequence(NOWHERE, [node_of(item) for item in data])
    entries = {key: (Scalar(NOWHERE, key), node_of(value)) for key, value in data.items()}
    return Mapping(NOWHERE, entries)


@dataclass
class Engines:
    """Collects questions, then asks both engines all of them."""

    lines: list[Json] = field(default_factory=list)
    expected: list[Json] = field(default_factory=list)

    def define(self, key: str, archetype: Json, library: Json | None = None) -> None:
        """Tell Node an archetype, and the library where own content asks for more of it."""
        self.lines.append({"define": key, "archetype": archetype, "library": library})

    def number(self, forms: tuple[str, ...]) -> None:
        """Tell Node the forms of the numbers; without them no document has numbers."""
        self.lines.append({"numbers": forms})

    def lay_out(self, shell: dict[str, str], *, sealed: bool) -> None:
        """Ask Node for Word files too."""
        self.lines.append({"shell": shell, "sealed": sealed})

    def ask(self, key: str, facts: Json, expected: Json, **choices: Any) -> None:
        """Ask Node for a document, and keep what Python gave."""
        draft = expected.get("document", expected)["draft"]
        asked = {"use": key, "facts": facts, "choices": choices, "draft": draft}
        flags = {key: key in expected for key in ("problems", "advice")}
        self.lines.append({**asked, **flags})
        self.expected.append(expected)

    def differences(self, folder: Path) -> list[tuple[Json, Json, Json]]:
        """Return each question that Node answers differently, with both answers."""
        path = folder / "questions.jsonl"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(line) + "\n" for line in self.lines)
        with path.open(encoding="utf-8") as file:
            command = [shutil.which("node") or "node", str(SCRIPT)]
            done = subprocess.run(
                command, stdin=file, capture_output=True, encoding="utf-8", check=False
            )
        assert done.returncode == 0, done.stderr
        answers = [_answer(json.loads(line)) for line in done.stdout.split("\n") if line]
        asked = [line for line in self.lines if "use" in line]
        assert len(answers) == len(asked) == len(self.expected)
        triples = zip(asked, self.expected, answers, strict=True)
        return [(q, e, a) for q, e, a in triples if {k: a[k] for k in e} != e]


def _answer(answer: Json) -> Json:
    found = sorted(f"{p['what']} · {p['expected']}" for p in answer["problems"])
    return {**answer, "problems": found}


def python_reads(asked: ArchetypeFacts, facts: Json) -> tuple[Entries, Report]:
    """Return what Python reads of the facts that are asked for, and what it reports of them."""
    report = Report()
    node = node_of(facts)
    assert isinstance(node, Mapping)
    specs = {name: asked.specs[name] for name in asked.accepted}
    return EntryReader(specs, asked.specs, report).read(node), report


def python_says(
    library: Library, archetype: Archetype, facts: Json, **choices: Any
) -> tuple[Json, list[str]]:
    """Return Python's document, and its problems without their places, sorted."""
    office, said = python_checks(library, archetype, facts, Choices(**choices))
    return compose(library, archetype, office.entries, office.choices).as_json(), said


def python_advises(library: Library, archetype: Archetype, facts: Json, **choices: Any) -> Json:
    """Return what Python says a reader will miss, and what it says that the targets take."""
    chosen = Choices(**choices)
    summary = Summary(library, archetype, chosen)
    entries, _ = python_reads(summary.facts, facts)
    document = compose(library, archetype, entries, chosen)
    found = advice(summary, entries, document.blocks)
    advised = [[one.key, one.path, one.what] for one in found]
    return {"advice": advised, "efforts": efforts(summary, entries)}


def python_checks(
    library: Library, archetype: Archetype, facts: Json, choices: Choices | None = None
) -> tuple[Office, list[str]]:
    """Return the office that Python makes of the facts, checked, and what is wrong with them.

    Problems are without their places, sorted.
    """
    chosen = choices or Choices()
    asked = Summary(library, archetype, chosen).facts
    entries, report = python_reads(asked, facts)
    whole = Mapping(NOWHERE, {"facts": (Scalar(NOWHERE, "facts"), node_of(facts))})
    office = Office(
        "x", archetype.id, "", "", chosen.without, entries, whole, content=chosen.content
    )
    check_consistency(office, asked, report)
    return office, sorted(f"{p.what} · {p.expected}" for p in report.problems)
