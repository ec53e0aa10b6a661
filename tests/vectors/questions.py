"""Makes questions.json, what is asked of facts: `python -m tests.vectors.questions`.

The file holds the rules of data/writing/questions.yml, the declarations of the facts that its cases
have, and the cases: the examples of the rules and the facts of the example offices, each with what
all rules ask of it.  `alike` are rows of figures, and whether they are materially the same.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros.exchange.facts_file_writer import written_facts
from macros.library.asked_facts import AskedFacts
from macros.library.material_change import is_alike
from macros.library.question_examples import examples_of
from macros.library.questions import questions
from macros.source.report import Report
from macros.source.yaml_reader import to_data
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.facts.entries import Entries
    from macros.library.questions import Question

FILE = Path(__file__).parent / "questions.json"
UNREAD = {"id", "was", "differs", "hint", "definition", "source", "topic", "aliases", "renamed"}
Json = dict[str, Any]
ROWS = ("100 20", "105 20", "106 20", "95 20", "94.9 20", "0 20", "1 20", "100", "1万 20")
MORE = ("10000 20", "(-3) #0a1b2c3d", "(-3.1) #0a1b2c3d", "(-3) #0a1b2c3e", "1518.20万 3")


def told(question: Question) -> Json:
    """Return a question as both languages tell it."""
    shown = {"rule": question.rule, "subject": question.subject, "ask": question.ask}
    return {**shown, "sums": list(question.sums), "behind": question.behind, "path": question.path}


def _case(facts: Any, entries: Entries) -> Json:
    asked = AskedFacts(LIBRARY.facts, entries, LIBRARY.facts, LIBRARY.inputs)
    return {"facts": facts, "asked": [told(one) for one in questions(LIBRARY.questions, asked)]}


def cases() -> Iterator[Json]:
    """Yield the examples of the rules, then the offices."""
    for rule in LIBRARY.questions.values():
        for example in examples_of(LIBRARY, rule, Report()):
            given = example.node.get("facts")
            yield _case(to_data(given) if given else {}, example.asked.entries)
    for office in LIBRARY.offices.values():
        known = {name: entry for name, entry in office.entries.items() if name in LIBRARY.facts}
        facts = written_facts(office, LIBRARY)
        yield _case({name: value for name, value in facts.items() if name in known}, known)


def vectors() -> Json:
    """Return the content of the file."""
    made = list(cases())
    rules = {
        name: rule.model_dump(mode="json", exclude={"id", "examples", "why"}, exclude_none=True)
        for name, rule in LIBRARY.questions.items()
    }
    rows = [*ROWS, *MORE]
    alike = [[before, now, is_alike(before, now)] for before in rows for now in rows]
    specs = {name: LIBRARY.facts[name] for name in LIBRARY.facts if name in _needed(made)}
    dumped = {
        name: spec.model_dump(mode="json", exclude_defaults=True, exclude=UNREAD)
        for name, spec in specs.items()
    }
    return {"rules": rules, "specs": dumped, "cases": made, "alike": alike}


def _needed(made: list[Json]) -> set[str]:
    """Return the facts that cases have, those computed from them, and all that they refer to."""
    names = {name for case in made for name in case["facts"]}
    computed = {n for n, s in LIBRARY.facts.items() if s.sources and names.issuperset(s.sources)}
    names |= computed
    while more := {x for n in names for x in LIBRARY.facts[n].references} - names:
        names |= more
    return names


def dumped_vectors() -> str:
    """Return the file, a line for each case."""
    made = vectors()
    parts = []
    for key, value in made.items():
        rows = value if isinstance(value, list) else [value]
        lines = ",\n".join(json.dumps(r, ensure_ascii=False, separators=(",", ":")) for r in rows)
        parts.append(f'"{key}": ' + (f"[\n{lines}\n]" if isinstance(value, list) else lines))
    return "{" + ",\n".join(parts) + "}\n"


def write() -> None:
    """Write the file anew."""
    FILE.write_text(dumped_vectors(), "utf-8", newline="\n")


if __name__ == "__main__":
    write()
