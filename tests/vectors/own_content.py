"""Makes own_content.json, the vectors of content checks: `python -m tests.vectors.own_content`.

The file holds the miniature project's library as a page loads it, and contents with what is wrong
in each: the keys that lead there, in a text also the index of a UTF-16 unit.  `refused` tells that
the content does not have the shape of one; its words may differ between the languages.
"""

from __future__ import annotations

import json
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros.facts.offices import Choices
from macros.facts.own_content import read_content
from macros.library.content_checks import check_content
from macros.library.library import validated
from macros.library.loader import load
from macros.library.summary import Summary
from macros.site.browser_data import browser_data, library_data
from macros.source.report import Place, Report
from macros.source.yaml_reader import Mapping, Node, Scalar, Sequence
from tests.support.project import Project

if TYPE_CHECKING:
    from macros.library.library import Library
    from macros.source.report import Problem

FILE = Path(__file__).parent / "own_content.json"
ARCHETYPE = "water-quarter"
Json = dict[str, Any]

COUNT: Json = {"label": "巡查次数", "type": "count", "unit": "次", "series": ["last", "plan"]}
STOPS: Json = {"label": "停水次数", "type": "count", "unit": "次"}
RATE: Json = {"label": "停水率", "type": "rate", "numerator": "own_stops", "denominator": "own_n"}
FACTS: Json = {"own_n": COUNT, "own_stops": STOPS, "own_rate": RATE}


def _facts(**facts: Json) -> Json:
    return {"own": {"facts": {"own_n": COUNT, **facts}}}


def _text(text: str, place: str = "监测") -> Json:
    return {"own": {"facts": FACTS, "texts": {"water": {place: text}}}}


def _item(**item: Any) -> Json:
    return {"own": {"items": {"water": [{"id": "i1", "text": "甲。"}, item]}}}


GOOD: dict[str, Json] = {
    "nothing": {},
    "everything": {
        "outline": [
            {"use": "plans", "heading": "打算"},
            {"own": "own-union"},
            {"heading": "其他", "sections": [{"use": "water"}]},
        ],
        "skip": {"water": ["备注", "支出"]},
        "order": {"water": ["各乡镇", "i1", "监测"]},
        "own": {
            "facts": FACTS,
            "sections": {"own-union": {"name": "工会", "text": "+ 慰问。{{ own_n }}\n# 小节"}},
            "items": {"water": [{"id": "i1", "after": "监测", "title": "巡查", "text": "甲。"}]},
            "texts": {"water": {"监测": "{{ own_rate }}。\n{{ table(own_n, own_rate) }}"}},
        },
        "marks": {
            "as_of": {"own_n": "2026-03-25"},
            "emphasis": {"water/i1": "重点", "water/支出": "略写", "own_n": "重点"},
            "later": {"x": "1"},
        },
    },
    "the frame in own words": {
        "own": {"facts": FACTS, "texts": {"frame": {"title": "{{ own_n }}的总结", "date": "三月"}}}
    },
    "all lines of the frame": {
        "own": {"texts": {"frame": {"addressee": "县人民政府：", "endnote": "（此件公开发布）"}}}
    },
    "words without a place": {"marks": {"unplaced": [{"section": "water", "text": "甲"}]}},
    "marks that stay text": _text("{% if paid %}、3%、{ 花 }、（、<b>、\u202e倒\u202c"),
    "a quotient and rates of every unit": _facts(
        own_stops=STOPS,
        own_people={"label": "服务人口", "type": "count", "unit": "万人"},
        own_q={
            **RATE,
            "label": "人均",
            "type": "quotient",
            "unit": "次",
            "denominator": "own_people",
        },
        own_m={**RATE, "label": "千分率", "unit": "‰", "range": ["1", "9"]},
        own_h={**RATE, "label": "十万率", "unit": "1/10万"},
        own_visits={**STOPS, "label": "巡诊", "unit": "人次"},
        own_v={
            **RATE,
            "label": "千人口巡诊率",
            "unit": "‰",
            "numerator": "own_visits",
            "denominator": "own_people",
        },
    ),
    "a fact with all keys": _facts(
        own_k={
            "label": "级别二",
            "type": "choice",
            "options": ["甲", "乙"],
            "required": "no",
            "hint": "选",
            "definition": "定义",
            "source": "来源",
        },
        own_d={"label": "日子", "type": "date", "to_day": "true"},
        own_a={
            "label": "水费",
            "type": "amount",
            "unit": "元",
            "decimals": "1",
            "range": ["0", "9.5"],
        },
        own_s={"label": "合计", "type": "count", "unit": "次", "sum_of": ["own_n", "own_n"]},
        own_l={
            "label": "名单",
            "type": "list",
            "fields": {"name": {"label": "名", "hint": "全称", "type": "text"}},
        },
        own_p={**STOPS, "label": "内", "part_of": "own_n", "approx": "true"},
    ),
}
WRONG: dict[str, Json] = {
    "an unknown section": {"outline": [{"use": "watr"}], "skip": {"nope": ["甲"]}},
    "a section named twice": {
        "outline": [{"use": "water"}, {"heading": "组", "sections": [{"use": "water"}]}]
    },
    "an own section that is not there": {"outline": [{"own": "own-x"}, {"own": "own-x"}]},
    "an own section not in the outline": {
        "own": {"sections": {"own-x": {"name": "甲", "text": ""}}}
    },
    "unknown places": {
        "skip": {"water": ["监测站"]},
        "order": {"water": ["i9"]},
        "own": {"texts": {"water": {"__proto__": "甲", "constructor": "乙"}}},
    },
    "a place that is gone": {
        "skip": {"water": ["旧事"]},
        "own": {"texts": {"water": {"旧事": "甲"}}},
    },
    "facts that are gone": {
        "own": {
            "facts": {"own_n": COUNT, "own_rate": {**RATE, "numerator": "dropped"}},
            "items": {"water": [{"id": "i1", "text": "共{{ compared(dropped) }}"}]},
            "texts": {"water": {"监测": "甲。\n有{{ dropped }}，{{ dropped.last }}。"}},
        },
        "marks": {"as_of": {"dropped": "2026-03-25"}},
    },
    "names that every object has": {
        "outline": [{"use": "constructor"}],
        "skip": {"constructor": ["toString"]},
        "own": {"items": {"constructor": [{"id": "constructor"}]}},
    },
    "an item twice": _item(id="i1"),
    "an item named as a place": _item(id="i2", after="没有"),
    "a fact that is its own denominator": _facts(
        own_stops=STOPS, own_rate={**RATE, "denominator": "own_rate"}
    ),
    "circles": _facts(
        own_a={"label": "甲数", "type": "count", "unit": "次", "sum_of": ["own_b", "own_n"]},
        own_b={"label": "乙数", "type": "count", "unit": "次", "sum_of": ["own_a", "own_n"]},
    ),
    "unknown sources": _facts(
        own_rate={**RATE, "denominator": "nope"},
        own_d={"label": "日子", "type": "date", "not_before": "constructor"},
        own_p={**STOPS, "label": "内", "part_of": ["own_nope"]},
    ),
    "unsuitable sources": _facts(
        own_w={"label": "文", "type": "text"},
        own_u={"label": "人数", "type": "count", "unit": "万人"},
        own_s={"label": "合", "type": "count", "unit": "次", "sum_of": ["own_w", "own_u"]},
        own_q={"label": "率", "type": "rate", "numerator": "own_n", "denominator": "own_u"},
        own_r={"label": "率二", "type": "rate", "numerator": "people", "denominator": "own_n"},
    ),
    "names that exist": _facts(
        own_x={**STOPS, "aliases": ["停水", "水样"]}, own_y={**STOPS, "label": "停水"}
    ),
    "labels that exist": _facts(
        own_x={**STOPS, "label": "水样"}, own_y={**STOPS, "label": "巡查次数"}
    ),
    "the frame in several lines": {
        "own": {"texts": {"frame": {"title": "甲\n乙", "date": "{{ table(samples) }}"}}}
    },
    "no part of the frame": {"own": {"texts": {"frame": {"titles": "甲", "signature": ""}}}},
    "the frame where only texts are": {"skip": {"frame": ["title"]}, "order": {"frame": []}},
    "an unknown fact": _text("共{{ nope }}和{{ samples }}、{{ pass_rate }}。", "支出"),
    "an unknown function": _text("𠮷{{ shared(own_n, own_stops) }}{{ own_n|x }}"),
    "a wrong kind": _text("{{ wan(remark) }}{{ own_n|month }}{{ towns }}"),
    "a side that is not there": _text("{{ own_stops.last }}{{ own_n.then }}"),
    "no end": _text("一行。\n共{{ own_n 次。\n三行{{ own_n }}"),
    "a table in a sentence": _text("见{{ table(own_n) }}。"),
    "a table of nothing": _text("{{ table() }}"),
    "nested and empty": _text("{{ share(bare(own_n), own_n) }}{{ }}"),
    "weights that change nothing": {
        "own": {"texts": {"water": {"支出": "甲。"}}},
        "marks": {
            "emphasis": {
                "watr/监测": "重点",
                "water/": "重点",
                "water/constructor": "略写",
                "water/旧事": "略写",
                "water/监测": "略写",
                "water/备注": "次要",
                "water/支出和培训": "略写",
                "__proto__/toString": "重点",
            }
        },
    },
    "marks of the unknown": {"marks": {"as_of": {"nope": "2026-03-01", "paid": "3月"}}},
}
REFUSED: dict[str, Json] = {
    "words without a place that are no list": {"marks": {"unplaced": "甲"}},
    "words without a place that are no words": {"marks": {"unplaced": [{"text": "甲"}]}},
    "no prefix of a fact": {"own": {"facts": {"signed": COUNT}}},
    "no prefix of a section": {"own": {"sections": {"union": {"name": "甲", "text": ""}}}},
    "__proto__ as a fact": {"own": {"facts": {"__proto__": COUNT}}},
    "__proto__ as a section": {"skip": {"__proto__": ["甲"]}},
    "a group in a group": {
        "outline": [
            {"heading": "甲", "sections": [{"heading": "乙", "sections": [{"use": "water"}]}]}
        ]
    },
    "a group without a heading": {"outline": [{"sections": [{"use": "water"}]}]},
    "two kinds in a line": {"outline": [{"use": "water", "own": "own-x"}]},
    "an empty line": {"outline": [{"heading": "甲"}]},
    "no label": _facts(own_x={"type": "count", "unit": "次"}),
    "no type": _facts(own_x={"label": "甲"}),
    "an unknown type": _facts(own_x={"label": "甲", "type": "constructor"}),
    "a type of fields": _facts(own_x={"label": "甲", "type": "figure"}),
    "no unit": _facts(own_x={"label": "甲", "type": "count"}),
    "no options": _facts(own_x={"label": "甲", "type": "choice"}),
    "no denominator": _facts(own_x={"label": "甲", "type": "rate", "numerator": "own_n"}),
    "a quotient without a unit": _facts(own_rate={**RATE, "type": "quotient"}),
    "an empty unit of a rate": _facts(own_rate={**RATE, "unit": ""}),
    "an unknown unit of a rate": _facts(own_rate={**RATE, "unit": "次"}),
    "an unknown key": _facts(own_x={**STOPS, "labels": "甲"}),
    "a mark in a label": _facts(own_x={**STOPS, "label": "甲·乙"}),
    "decimals of a count": _facts(own_x={**STOPS, "decimals": "1"}),
    "decimals that are no number": _facts(
        own_x={"label": "甲", "type": "amount", "unit": "元", "decimals": "1.5"}
    ),
    "a range upside down": _facts(own_x={**STOPS, "range": ["9", "1"]}),
    "a range of one": _facts(own_x={**STOPS, "range": ["9"]}),
    "a series of a text": _facts(own_x={"label": "甲", "type": "text", "series": ["last"]}),
    "a side that nobody has": _facts(own_x={**STOPS, "series": ["then"]}),
    "an id that is no id": _item(id="甲"),
    "a title of two lines": _item(id="i2", title="甲\n乙"),
    "an item without an id": _item(text="甲"),
    "a text that is a list": {"own": {"texts": {"water": {"监测": ["甲"]}}}},
    "a list that is a text": {"skip": {"water": "监测"}},
    "an unknown key of own": {"own": {"chapters": {}}},
    "marks that are a list": {"marks": []},
    "a day that is none": {"marks": {"as_of": {"own_n": ["2026"]}}},
}


@cache
def small_library() -> Library:
    """Return the miniature project's library; a place had another name, and one is gone."""
    with tempfile.TemporaryDirectory() as folder:
        project = Project.copy(Path(folder) / "small")
        items = "[{name: 支出和培训, was: [支出], main: paid}, 监测, 各乡镇, 备注]\nretired: [旧事]"
        project.write("data/retired.yml", "facts:\n  dropped: {label: 不要了的}\n")
        project.replace("data/sections/water.yml", "[支出和培训, 监测, 各乡镇, 备注]", items)
        return validated(*load(project.root))


def node_at(data: Any, *keys: str | int) -> Node:
    """Return data as a tree whose places are the keys that lead there."""
    place = Place(json.dumps(keys), 0)
    if isinstance(data, str):
        return Scalar(place, data, "|")
    if isinstance(data, list):
        return Sequence(place, [node_at(item, *keys, i) for i, item in enumerate(data)])
    entries = {
        key: (Scalar(Place(json.dumps((*keys, key)), 0), key), node_at(value, *keys, key))
        for key, value in data.items()
    }
    return Mapping(place, entries)


def problems_of(content: Json) -> tuple[bool, list[Json]]:
    """Tell whether a content has its shape, and what is wrong with it."""
    library, node, report = small_library(), node_at(content), Report()
    assert isinstance(node, Mapping)
    read = read_content(node, report)
    if read is None:
        return False, []
    summary = Summary(library, library.archetypes[ARCHETYPE], Choices(content=read))
    check_content(summary, node, report)
    return True, sorted((_problem(problem, content) for problem in report.problems), key=json.dumps)


def _problem(problem: Problem, content: Json) -> Json:
    keys = json.loads(problem.place.file)
    found: Json = {"keys": keys, "what": problem.what, "expected": problem.expected}
    if problem.severity == "warning":
        found["warning"] = True
    if problem.place.line > 0 and problem.severity == "warning":
        found["unsettled"] = True
    if problem.place.line > 0:
        lines = _value_at(content, keys).split("\n")
        before = [
            *lines[: problem.place.line - 1],
            lines[problem.place.line - 1][: problem.place.column],
        ]
        found["index"] = len("\n".join(before).encode("utf-16-le")) // 2
    return found


def _value_at(value: Any, keys: list[str | int]) -> str:
    for key in keys:
        value = value[key]
    return str(value)


def vectors() -> Json:
    """Return all that the file holds."""
    library = small_library()
    cases = []
    for name, content in (GOOD | WRONG | REFUSED).items():
        shaped, problems = problems_of(content)
        assert shaped == (name not in REFUSED), name
        assert bool(problems) == (name in WRONG), (name, problems)
        cases.append(
            {"name": name, "content": content, "refused": not shaped, "problems": problems}
        )
    archetype = browser_data(library, library.archetypes[ARCHETYPE])
    return {"archetype": archetype, "library": library_data(library, "detailed"), "cases": cases}


def dumped() -> str:
    """Return the file, a case a line."""
    made = vectors()
    cases = ",\n".join(json.dumps(one, ensure_ascii=False) for one in made["cases"])
    archetype, library = (
        json.dumps(made[key], ensure_ascii=False) for key in ("archetype", "library")
    )
    return f'{{"archetype": {archetype},\n"library": {library},\n"cases": [\n{cases}\n]}}\n'


if __name__ == "__main__":
    FILE.write_text(dumped(), "utf-8")
