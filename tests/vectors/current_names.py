"""Makes current_names.json, shared vectors of old files: `python -m tests.vectors.current_names`.

The file holds names, and drafts and facts files with what both languages make of them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from macros.facts.current_names import with_current_names
from macros.facts.names import Names
from macros.facts.own_content import with_data
from macros.source.report import Place
from macros.source.yaml_reader import Mapping, to_data

FILE = Path(__file__).parent / "current_names.json"
Json = dict[str, Any]

NAMES: Json = {
    "facts": {"visited": "visits", "people": "trained_people", "works": "projects"},
    "sections": {"training": "learning"},
    "retired": {"investment": "招商引资"},
    "groups": {"主要工作": "重点工作"},
}
DATA: dict[str, Json] = {
    "nothing": {},
    "facts, with the sides of some": {
        "facts": {"visited": {"now": "3"}, "org": "visited", "we": "我"}
    },
    "both names of a fact": {"facts": {"visited": "1", "visits": "2"}},
    "records that cite facts": {
        "facts": {
            "works": [
                {"name": "visited人", "figure": "visited"},
                {"figure": "share(visited, people.last)", "text": "共{{ visited|wan }}和visited"},
                {"figure": "total(works, 'people')", "text": "{{ works|listed('visited') }}"},
                {"figure": "x.visited", "text": "{{ visited }"},
            ]
        }
    },
    "names that every object has": {"facts": {"constructor": "1", "toString": {"now": "visited"}}},
    "sections everywhere": {
        "without": ["training", "other"],
        "headings": {"training": "学习", "主要工作": "x"},
        "outline": [
            {"use": "training", "heading": "training"},
            {"own": "own-training"},
            {"heading": "一组", "sections": [{"use": "training"}, {"use": "x"}]},
        ],
        "skip": {"training": ["例会"]},
        "order": {"training": ["例会", "training"]},
        "carried": ["works[0]", "own.texts/training/例会", "own.items/training/i1", "visited"],
        "edits": [{"section": "training", "index": 1, "facts": ["visited.now", "works[0].name"]}],
    },
    "own facts and words": {
        "own": {
            "facts": {
                "own_rate": {"label": "率", "numerator": "visited", "denominator": "own_n"},
                "own_sum": {"sum_of": ["visited", "own_n"], "part_of": "people"},
            },
            "sections": {"own-x": {"name": "visited", "text": "+ 甲。{{ compared(visited) }}"}},
            "items": {"training": [{"id": "i1", "title": "visited", "text": "{{visited.last}}"}]},
            "texts": {"training": {"例会": "{{ share(visited,people) }}，visited"}},
        }
    },
    "marks": {
        "marks": {
            "as_of": {"visited": "2026-01-01"},
            "emphasis": {"training/例会": "重点"},
            "dismissed": {"number/own.texts/training/例会/0a1b2c3d": "理由"},
            "unplaced": [{"section": "training", "text": "甲"}],
            "later": {"visited": "x"},
        }
    },
    "a retired section": {
        "without": ["investment"],
        "headings": {"investment": "招商"},
        "outline": [
            {"use": "investment"},
            {"heading": "组", "sections": [{"use": "investment"}]},
            {"use": "plans"},
        ],
        "skip": {"investment": ["甲"], "plans": ["乙"]},
        "own": {
            "items": {"investment": [{"id": "i1", "title": "题", "text": "文"}], "plans": []},
            "texts": {"investment": {"甲": "一", "乙": "二"}},
        },
        "marks": {"unplaced": [{"section": "old", "text": "早"}]},
    },
    "an outline of nothing else": {"outline": [{"use": "investment"}], "facts": {}},
    "a stored state": {
        "facts": {"visited": "1"},
        "without": [],
        "content": {
            "outline": [{"use": "training"}, {"use": "investment"}],
            "own": {"texts": {"investment": {"甲": "{{ visited }}"}}},
        },
    },
}


def result(data: Json) -> Any:
    """Return what Python makes of the data."""
    place = Place("")
    names = Names(**NAMES)
    node = with_data(Mapping(place, {}), data, place)
    content = node.get("content")
    found = with_current_names(node, names)
    if isinstance(content, Mapping):  # only a state that the browser stores has it inside
        inner = {"content": to_data(with_current_names(content, names))}
        return {**_plain(found), **inner}
    return _plain(found)


def _plain(node: Mapping) -> Json:
    found = to_data(node)
    assert isinstance(found, dict)
    return dict(found)


def vectors() -> Json:
    """Return what the file must hold."""
    strings: dict[str, Json] = json.loads(json.dumps(DATA), parse_int=str)
    return {
        "names": NAMES,
        "vectors": {name: [data, result(data)] for name, data in strings.items()},
    }


if __name__ == "__main__":
    text = json.dumps(vectors(), ensure_ascii=False, indent=1)
    FILE.write_text(text + "\n", "utf-8")
