"""A text that the site made gives back its figures: each to its fact and side, none to another.

`COUNT=1000 pytest -s tests/extraction` reads as many texts, and prints how many figures came back.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections import Counter
from random import Random
from typing import Any

from macros.exchange.facts_file_writer import written_facts
from macros.site.browser_data import browser_data
from tests.differential.engine import SEED
from tests.differential.random_facts import facts
from tests.support.project import ROOT
from tests.support.real import ARCHETYPES, LIBRARY, OFFICES

Json = dict[str, Any]
SCRIPT = ROOT / "browser" / "tests" / "extraction" / "round_trip_lines.js"
COUNT = int(os.environ.get("COUNT") or "15")
OF_EXAMPLES, OF_RANDOM = 0.9, 0.6  # of the printed figures at least so many come back


def definitions() -> list[Json]:
    """Return what tells Node the layout of numbers, and each archetype with its facts."""
    numbers = LIBRARY.layouts["gbt9704"].parameters.numbers
    archetypes = [LIBRARY.archetypes[name] for name in ARCHETYPES]
    defined = [
        {
            "define": archetype.id,
            "archetype": browser_data(LIBRARY, archetype),
            "accepted": list(LIBRARY.facts_of(archetype).accepted),
        }
        for archetype in archetypes
    ]
    return [{"numbers": numbers}, *defined]


def read_back(asked: list[Json]) -> tuple[Counter[str], list[Json]]:
    """Return how many figures were printed and came back, and those that came back wrong."""
    lines = "".join(json.dumps(line) + "\n" for line in [*definitions(), *asked])
    command = [shutil.which("node") or "node", str(SCRIPT)]
    done = subprocess.run(command, input=lines, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    answers = [json.loads(line) for line in done.stdout.split("\n") if line]
    assert len(answers) == len(asked)
    counts: Counter[str] = Counter()
    for answer in answers:
        counts.update({key: answer[key] for key in ("printed", "back", "others")})
    print(dict(counts), f"{counts['back'] / counts['printed']:.1%}")  # noqa: T201 - with -s
    return counts, [wrong for answer in answers for wrong in answer["wrong"]]


def test_the_examples_give_back_their_figures() -> None:
    offices = [LIBRARY.offices[name] for name in OFFICES]
    asked = [{"use": one.archetype, "facts": written_facts(one, LIBRARY)} for one in offices]
    counts, wrong = read_back(asked)
    assert wrong == []
    assert counts["back"] >= OF_EXAMPLES * counts["printed"]


def test_random_facts_come_back_to_their_places() -> None:
    asked = []
    for name in ARCHETYPES:
        random = Random(f"{name} {SEED}")
        known = LIBRARY.facts_of(LIBRARY.archetypes[name])
        specs = {fact: spec for fact, spec in LIBRARY.facts.items() if fact in known.available}
        for _ in range(max(1, COUNT // len(ARCHETYPES))):
            given = facts(random, specs, known.accepted, random.choice((0.6, 0.9, 1)))
            asked.append({"use": name, "facts": given})
    counts, wrong = read_back(asked)
    assert wrong == [], f"seed {SEED}"
    assert counts["back"] >= OF_RANDOM * counts["printed"]
