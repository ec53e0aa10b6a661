"""Makes facts.json, the shared vectors of facts: `python -m tests.vectors.facts`.

The file holds some facts' specifications, and cases: facts as typed, dates of single facts, an own
text that names them, what it prints in both languages, and what both say is wrong with the facts.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from macros.facts.archetype_facts import ArchetypeFacts, inputs_of_computed
from macros.facts.consistency import check_consistency
from macros.facts.context import context_of
from macros.facts.entry_reader import EntryReader
from macros.facts.offices import Office
from macros.figures.comparisons import stated
from macros.schema.archetypes import Archetype
from macros.schema.vocabulary import FactSpec, VocabularyFile
from macros.source.report import Place, Report
from macros.source.yaml_reader import Mapping, Node, Scalar, Sequence
from macros.templating.own_text import read_own_text
from macros.templating.render import Piece, Table, render

FILE = Path(__file__).parent / "facts.json"
HERE = Place("facts.json")
Json = dict[str, Any]


def _number(kind: str, unit: str, *series: str, **keys: Any) -> Json:
    sides = {"series": list(series)} if series else {}
    return {"type": kind, "unit": unit, "range": ["0", "999999999"], **sides, **keys}


def _quotient(numerator: str, denominator: str, **keys: Any) -> Json:
    return {"type": "quotient", "numerator": numerator, "denominator": denominator, **keys}


FIGURE = {"label": "佐证", "hint": "—", "type": "figure", "required": False}
FACTS: Json = {
    "period": {"type": "period"},
    "last_period": {"type": "period", "required": False},
    "as_of": {"type": "date", "required": False},
    "days": _number("count", "日", "last", "plan"),
    "discharged": _number("count", "人", "last", "plan"),
    "stay": _quotient(
        "days", "discharged", label="平均住院日", unit="日", decimals=1, better="lower"
    ),
    "income": _number("amount", "万元", "last"),
    "visits": _number("count", "人次", "last"),
    "fee": _quotient("income", "visits", label="次均费用", unit="元", better="lower"),
    "homes": _number("count", "家"),
    "grant": _number("amount", "元"),
    "mean": _quotient("grant", "homes", label="户均补助", unit="万元", growth=False),
    "deaths": _number("count", "例", "last"),
    "births": _number("amount", "万人", "last"),
    "mortality": {"type": "rate", "numerator": "deaths", "denominator": "births", "unit": "1/10万"},
    "passed": _number("count", "份", "last", part_of=["samples"]),
    "samples": _number("count", "份", "last"),
    "pass_rate": {"type": "rate", "numerator": "passed", "denominator": "samples"},
    "once_rate": {"type": "rate", "numerator": "homes", "denominator": "homes", "unit": "‰"},
    "vast": {**_number("amount", "亿元", "last"), "range": ["0", "999999999999999"]},
    "tiny": {**_number("decimal", "元", "last"), "range": ["0", "1"], "decimals": 6},
    "flood": _quotient("vast", "tiny", label="倍数", unit="元", decimals=6),
    "people": _number("count", "人", approx=True),
    "goods": _number("count", "万件", approx=True),
    "works": {
        "type": "list",
        "unit": "项",
        "at_least": 1,
        "fields": {
            "name": {"type": "text", "label": "名称", "hint": "—"},
            "cost": {
                **_number("amount", "万元"),
                "label": "投资",
                "hint": "—",
                "required": False,
            },
        },
    },
    "checks": {
        "type": "list",
        "unit": "类",
        "label": "上级检查",
        "fields": {
            "found": {**_number("count", "个"), "label": "反馈", "hint": "—"},
            "fixed": {**_number("count", "个", part_of=["found"]), "label": "整改", "hint": "—"},
        },
    },
    "kinds": {
        "type": "list",
        "unit": "类",
        "largest_first": True,
        "fields": {
            "name": {"type": "text", "label": "名称", "hint": "—"},
            "number": {**_number("count", "例"), "label": "例数", "hint": "—"},
        },
    },
    "problems": {
        "type": "list",
        "fields": {
            "title": {"type": "text", "label": "问题", "hint": "—"},
            "figure": FIGURE,
            "text": {"label": "自己的话", "hint": "—", "type": "words", "required": False},
        },
    },
}
TARGET = {"hint": "—", "type": "decimal", "unit": "", "range": ["-1000", "1000"], "required": False}
FACTS["plans"] = {
    "type": "list",
    "fields": {
        "title": {"type": "text", "label": "任务", "hint": "—"},
        "figure": FIGURE,
        "value": {**TARGET, "label": "增减"},
        "to": {**TARGET, "label": "达到"},
    },
}
SHAPE: Json = {"periods": ["quarter"], "sections": []}
QUARTERLY = Archetype.model_construct(**SHAPE)
NOW = {"period": "2026Q3", "last_period": "2025Q3"}
STAY = {"days": {"now": "612", "last": "700"}, "discharged": {"now": "80", "last": "87"}}
FEE = {"income": {"now": "1286.4", "last": "1300"}, "visits": {"now": "20000", "last": "20000"}}
LIFE = {"deaths": {"now": "3", "last": "2"}, "births": {"now": "4.38", "last": "4.41"}}
TESTED = {"passed": {"now": "125", "last": "98"}, "samples": {"now": "128", "last": "100"}}
LEVEL = "{{ %s }}，{{ change(%s) }}，{{ growth(%s) }}，{{ compared(%s) }}，{{ stated(%s) }}"
RATE = "{{ %s }}，{{ change(%s) }}，{{ compared(%s) }}，{{ stated(%s) }}，{{ %s.last }}"
NO_NAMES = (
    "null",
    "#REF!",
    "。三个",
    "）甲",
    "甲：",
    "按照《 》",
    "“”甲",
    "甲（）",
    "《甲》",
    "Nullius",
)
UNSORTED = [
    {"name": "甲", "number": "3"},
    {"name": "乙"},
    {"name": "丙", "number": "12"},
    {"name": "丁", "number": "3"},
]
ROUGH = ("百余", "若干", "一批", "多", "近30", "540余", "百", "百余人")


def _of(text: str, name: str) -> str:
    return text.replace("%s", name)


def _problems(figure: str, **facts: Any) -> Json:
    return {"facts": {**facts, "problems": [{"title": "甲", "figure": figure}]}}


def _plan(**fields: str) -> Json:
    return {"facts": {**NOW, **TESTED, **FEE, "homes": "3", "plans": [{"title": "甲", **fields}]}}


def _words(text: str) -> Json:
    problems = [{"title": "甲"}, {"title": "乙", "text": text}]
    return {"facts": {**NOW, **TESTED, "problems": problems}, "body": PRINTING_WORDS}


PRINTING_WORDS: list[Any] = [["for", "p", "problems", [["=", [".", "p", "text"]], "\n\n"]]]
CASES: list[Json] = [
    {"facts": {**NOW, **STAY}, "text": _of(LEVEL, "stay")},
    {"facts": {**NOW, **FEE}, "text": _of(LEVEL, "fee")},
    {"facts": {"days": {"now": "640"}, "discharged": {"now": "80"}}, "text": "{{ stay }}"},
    {"facts": {"days": {"now": "640"}, "discharged": {"now": "0"}}, "text": _of(LEVEL, "stay")},
    {"facts": {}, "text": _of(LEVEL, "stay")},
    {"facts": {"grant": "1250000", "homes": "37"}, "text": "{{ mean }}，{{ per(grant, homes) }}"},
    {"facts": {**NOW, **LIFE}, "text": _of(RATE, "mortality")},
    {"facts": NOW, "text": _of(RATE, "mortality") + "，{{ plus(mortality, mortality) }}"},
    {"facts": {**NOW, **TESTED}, "text": _of(RATE, "pass_rate")},
    # a rate that is entered
    {"facts": {"pass_rate": "98"}, "text": "{{ pass_rate }}，{{ pass_rate.last }}"},
    {
        "facts": {**NOW, "pass_rate": {"now": "98.0", "last": "97.55", "plan": "99"}},
        "text": _of(RATE, "pass_rate"),
    },
    {"facts": {"once_rate": "12.5"}, "text": "{{ once_rate }}，{{ named(once_rate) }}"},
    {"facts": {"once_rate": {"now": "12.5", "last": "13"}}, "text": "{{ once_rate }}"},
    {"facts": {**NOW, **LIFE, "mortality": {"plan": "5"}}, "text": "{{ stated(mortality) }}"},
    {"facts": {"stay": "7.5"}, "text": "{{ stay }}"},
    {"facts": {"pass_rate": "101", "stay": "7.55", "once_rate": "x"}, "text": "{{ pass_rate }}"},
    {"facts": {"mortality": "100001"}, "text": "{{ mortality }}"},
    {"facts": {**NOW, **TESTED, "pass_rate": "97.7"}, "text": "{{ pass_rate }}"},
    {"facts": {**NOW, **TESTED, "pass_rate": "98"}, "text": "{{ pass_rate }}"},
    {"facts": {**NOW, **TESTED, "pass_rate": {"now": "97.6", "last": "99"}}, "text": ""},
    {"facts": {**NOW, **STAY, "stay": "7.6"}, "text": "{{ stay }}"},
    {"facts": {**TESTED, "samples": {"now": "0"}, "pass_rate": "98"}, "text": "{{ pass_rate }}"},
    # targets, possible and impossible
    _plan(figure="pass_rate", to="99"),
    _plan(figure="pass_rate", to="100.5"),
    _plan(figure="pass_rate", to="-1"),
    _plan(figure="pass_rate", value="2.35"),
    _plan(figure="pass_rate", value="2.34", to="100"),
    _plan(figure="pass_rate", value="2.34", to="99"),
    _plan(figure="pass_rate", value="-98"),
    _plan(figure="homes", to="2.5"),
    _plan(figure="homes", value="-3.5"),
    _plan(figure="homes", value="0.7"),
    _plan(figure="homes", to="0"),
    _plan(figure="fee", value="-100.5"),
    _plan(figure="stay", to="7"),
    _plan(figure="plus(homes, homes)", to="7.5"),
    _plan(figure="nowhere", to="7"),
    _plan(to="7"),
    _plan(value="7"),
    _plan(value="-7", to="7"),
    # a quotient out of all range
    {
        "facts": {**NOW, "vast": {"now": "999999999999999"}, "tiny": {"now": "0.000001"}},
        "text": "{{ flood }}，{{ share(vast, tiny) }}，{{ per(vast, tiny) }}",
    },
    {"facts": {"vast": {"now": "9999999.99"}, "tiny": {"now": "1"}}, "text": "{{ flood }}"},
    {"facts": {"vast": {"now": "10000000"}, "tiny": {"now": "1"}}, "text": "{{ flood }}"},
    {"facts": {"flood": "10000000000000000"}, "text": "{{ flood }}"},
    # approximate numbers in words
    *({"facts": {"people": word}, "text": "{{ people }}，{{ people|bare }}"} for word in ROUGH),
    {"facts": {"goods": "几百"}, "text": "{{ goods }}，{{ goods|bare }}"},
    {"facts": {"homes": "若干"}, "text": "{{ homes }}"},
    # dates of single facts
    {
        "facts": {**NOW, "as_of": "2026-09-30", **STAY, **TESTED},
        "as_of": {"stay": "2026-09-25", "pass_rate": "2025-12-31", "days": "2026-09-30"},
        "text": "{{ stay }}、{{ pass_rate }}、{{ days }}、{{ compared(stay) }}、{{ named(stay) }}",
    },
    {
        "facts": {"homes": "3", "people": "百余"},
        "as_of": {"homes": "2026-09", "people": "2026-09-25", "grant": "2026-09-25", "days": "x"},
        "text": "{{ homes }}、{{ homes|cn }}、{{ people }}、{{ grant }}、{{ days }}",
    },
    # citations
    _problems("pass_rate", **TESTED),
    _problems("share(passed, samples)", **TESTED),
    _problems("rest(samples, passed)", **TESTED),
    _problems("completion(days)", days={"now": "9", "plan": "12"}),
    _problems("total(works, 'cost')", works=[{"name": "甲", "cost": "2"}, {"name": "乙"}]),
    _problems("count(works)", works=[{"name": "甲"}]),
    _problems("share(passed, samples)"),
    _problems("stay", **STAY),
    *(
        _problems(wrong)
        for wrong in (
            "people",
            "period",
            "nope",
            "pass_rate.last",
            "pass_rate 高",
            "share(passed)",
            "share(passed, nope)",
            "share(passed, people)",
            "rest(passed, homes)",
            "compared(passed)",
            "works|listed('name')",
            "count(problems)",
            "total(works, 'name')",
            "nope(passed)",
            "share(share(a, b), c)",
            "(",
            "__proto__",
            "constructor(passed)",
        )
    ),
    # own words
    *(
        _words(text)
        for text in (
            "+ 甲{{ samples }}份，\n# {{ passed.last }}乙；\n  {{ pass_rate }}",
            "甲。\n{{ table(samples, pass_rate) }}\n乙＿＿，{{ homes }}。",
            "{{ change(samples) }}{{ nope }}{% if %} {{ samples",
            "甲{{ table(samples) }}",
            "甲\n乙！\n丙（丁）\n戊说：“好。”\n共{{ samples }}\n己：\n“庚”",
            "{{ count(problems) }}{{ problems|listed('text') }}{{ problems|listed }}",
        )
    ),
    # parts over their wholes: of facts, and in records
    {
        "facts": {"passed": {"now": "5", "last": "9"}, "samples": {"now": "4", "last": "9"}},
        "text": "",
    },
    {
        "facts": {
            "checks": [
                {"found": "172", "fixed": "817"},
                {"found": "3", "fixed": "3"},
                {"fixed": "2"},
                {"found": "1", "fixed": "2"},
            ]
        },
        "text": "",
    },
    # texts and approximate numbers that cannot be meant
    *({"facts": {"works": [{"name": name}]}, "text": ""} for name in NO_NAMES),
    *({"facts": {"people": none}, "text": "{{ people }}"} for none in ("0余", "近0", "0")),
    # lists
    {"facts": {"works": []}, "text": "{{ works|listed }}，{{ count(works) }}"},
    {"facts": {"works": [{"cost": "3"}]}, "text": "{{ works|listed }}，{{ total(works, 'cost') }}"},
    {"facts": {"kinds": UNSORTED}, "text": "{{ kinds|listed('name') }}"},
]


def specs() -> dict[str, FactSpec]:
    """Return the facts as the vocabulary has them."""
    facts = {name: {"label": name, "hint": "—", **fact} for name, fact in FACTS.items()}
    return dict(VocabularyFile.model_validate({"topic": "测试", "facts": facts}).facts)


def vectors() -> Json:
    """Return all that the file holds."""
    known = specs()
    return {"facts": FACTS, "cases": [answer(case, known) for case in CASES]}


def answer(case: Json, known: dict[str, FactSpec]) -> Json:
    """Return a case with what Python prints, and says is wrong."""
    report = Report()
    node = _node(case["facts"])
    assert isinstance(node, Mapping)
    entries = EntryReader(known, known, report).read(node)
    context = context_of(known, entries, case.get("as_of"))
    lines = read_own_text(case.get("text", ""), known, marked=False).lines
    bodies = [case["body"]] if "body" in case else [line.body for line in lines]
    printed = [[_piece(piece) for piece in render(body, context)] for body in bodies]
    if not {"text", "body"} & case.keys():
        printed = [_cited(context("problems"))]
    inputs = inputs_of_computed(known, known)
    asked = ArchetypeFacts(QUARTERLY, known, {}, tuple(known), {}, inputs, {}, complete=True)
    office = Office("", "", "", "", (), entries, Mapping(HERE, {"facts": (_scalar("facts"), node)}))
    check_consistency(office, asked, report)
    problems = sorted([problem.what, problem.expected] for problem in report.errors)
    return {**case, "printed": printed, "problems": problems}


def _cited(rows: Any) -> list[Any]:
    """Return what the first record cites, and how that is stated in a sentence."""
    figure = rows.rows[0]["figure"]
    return [_piece(figure), _piece(stated(figure))]


def _piece(piece: Piece | Any) -> Any:
    if isinstance(piece, str):
        return piece
    if isinstance(piece, Table):
        return {"table": list(piece.facts)}
    shown = getattr(piece, "now", piece)
    return {
        "text": shown.text,
        "facts": list(shown.facts),
        "formula": shown.formula,
        "known": shown.known,
    }


def _scalar(text: str) -> Scalar:
    return Scalar(HERE, text)


def _node(data: Any) -> Node:
    if isinstance(data, str):
        return _scalar(data)
    if isinstance(data, list):
        return Sequence(HERE, [_node(item) for item in data])
    return Mapping(HERE, {key: (_scalar(key), _node(value)) for key, value in data.items()})


def dumped() -> str:
    """Return the file, a case a line."""
    made = vectors()
    cases = ",\n".join(json.dumps(one, ensure_ascii=False) for one in made["cases"])
    facts = json.dumps(made["facts"], ensure_ascii=False)
    return f'{{"facts": {facts},\n"cases": [\n{cases}\n]}}\n'


if __name__ == "__main__":
    FILE.write_text(dumped(), "utf-8")
