"""Reads the vectors' typed values, and makes random.json: `python -m tests.vectors.make`.

A vector is a call with its arguments and what it gives.  A value is one of
  {"figure": "1518.20", "unit", "label", "facts", "near", "over", "formula", "grows", "up"}
  {"blank": unit, "facts"}, {"words", "unit", "facts"}, {"text", "facts"}
  {"day", "facts"}, {"period", "facts"}
  {"series": {"now", "last", "plan"}, "label", "compared_with", "announced", "less_sought"}
  {"rows": [{field: value}], "label", "unit", "path", "first", "units", "known"}
  {"call", "args"}, a list of values, or a bare string or whole number.  What is empty is left out.
"""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from macros.figures.arithmetic import rate, summed
from macros.figures.periods import parse_day, parse_period
from macros.figures.values import (
    MARK,
    Blank,
    DayValue,
    Figure,
    PeriodValue,
    Rough,
    Row,
    Rows,
    Series,
    Value,
)
from macros.templating.language import CALLS, FILTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.figures.periods import Period

FOLDER = Path(__file__).parent
SEED = 20261123
EACH = 60  # random vectors of each call
Json = dict[str, Any]


def base(period: PeriodValue, earlier: PeriodValue | str) -> str:
    """Return what a period calls the one it is compared with; an empty string is none."""
    other: Period | None = None if isinstance(earlier, str) else earlier.period
    return period.period.base(other)


# The words of the templates, and what the computed facts are made with.
SPOKEN: dict[str, Callable[..., Any]] = {
    **{name: word.call for name, word in (FILTERS | CALLS).items()},
    "rate": rate,
    "summed": summed,
    "base": base,
}


# --- from JSON to values ----------------------------------------------------------------------


def value_of(data: Any) -> Any:
    """Return the value that a vector's argument stands for."""
    if isinstance(data, list):
        return [value_of(item) for item in data]
    if not isinstance(data, dict):
        return data
    read = next(read for key, read in READERS.items() if key in data)
    return read(data)


def _facts(data: Json) -> tuple[str, ...]:
    return tuple(data.get("facts", ()))


def _figure(data: Json) -> Figure:
    words = {key: data.get(key, "") for key in ("unit", "label", "near", "over", "formula", "up")}
    grows = data.get("grows", True)
    return Figure(facts=_facts(data), number=Decimal(data["figure"]), grows=grows, **words)


def _series(data: Json) -> Series:
    now, last, plan = (value_of(data["series"][side]) for side in ("now", "last", "plan"))
    told = (data.get("announced", False), data.get("less_sought", False))
    return Series(now, last, plan, data["label"], data["compared_with"], *told)


def _rows(data: Json) -> Rows:
    rows = [Row({name: value_of(field) for name, field in row.items()}) for row in data["rows"]]
    shape = {key: value for key, value in data.items() if key != "rows"}
    return Rows(tuple(rows), **shape)


def _day(data: Json) -> DayValue:
    day = parse_day(data["day"])
    assert day
    return DayValue(day.text, _facts(data), day=day, same_year=not data.get("far"))


def _period(data: Json) -> PeriodValue:
    period = parse_period(data["period"])
    assert period
    return PeriodValue(period.text, _facts(data), period=period)


READERS: dict[str, Callable[[Json], Any]] = {
    "call": lambda data: SPOKEN[data["call"]](*value_of(data["args"])),
    "figure": _figure,
    "blank": lambda data: Blank(MARK + data["blank"], _facts(data)),
    "words": lambda data: Rough(data["words"] + data["unit"], _facts(data), words=data["words"]),
    "series": _series,
    "rows": _rows,
    "day": _day,
    "period": _period,
    "text": lambda data: Value(data["text"], _facts(data)),
}


def answer(call: str, args: list[Any]) -> Json:
    """Return the whole vector of a call: what Python says it gives."""
    given = SPOKEN[call](*value_of(args))
    if isinstance(given, bool):
        return {"call": call, "args": args, "flag": given}
    if isinstance(given, str):
        return {"call": call, "args": args, "text": given}
    result = {"text": given.text, "formula": given.formula, "facts": list(given.facts)}
    return {"call": call, "args": args, **result, "known": given.known}


def dumped(vectors: list[Json]) -> str:
    """Return the vectors as JSON, a line each."""
    lines = (json.dumps(v, ensure_ascii=False, separators=(",", ":")) for v in vectors)
    return "[\n" + ",\n".join(lines) + "\n]\n"


# --- random arguments -------------------------------------------------------------------------

UNITS = ("例", "人次", "万元", "万人", "亿元", "平方米", "")
WORDS = ("上年同期", "上季度", "上学期", "上半年", "上年", "上期", "2023年第一季度")


def _number(random: Random, *, negative: bool = True) -> str:
    """Return a number as an office writes it: short or long, often round, with few decimals."""
    whole = random.randrange(10 ** random.choice((1, 1, 2, 3, 5, 8, 15)))
    places = random.choice((0, 0, 1, 2, 2, 6))
    fraction = f".{random.randrange(10**places):0{places}}" if places else ""
    sign = "-" if negative and random.random() < 0.1 else ""
    return random.choice((f"{sign}{whole}{fraction}", f"{whole}{fraction}", "0", "100", "200"))


def _random_figure(random: Random, path: str, unit: str | None = None) -> Json:
    unit = random.choice(UNITS) if unit is None else unit
    if random.random() < 0.06:
        return {"blank": unit, "facts": [path]}
    number = _number(random)
    return {"figure": number, "unit": unit, "label": path[0], "facts": [path]}


def _random_rate(random: Random, path: str) -> Json:
    number = f"{random.randrange(10001) / 100:.2f}"
    figure = {"figure": number, "unit": "%", "label": "率", "facts": [path]}
    return {**figure, "formula": f"算得{number}"}


def _random_series(random: Random, path: str, *, rates: bool = True) -> Json:
    unit = random.choice(UNITS)
    percent = rates and random.random() < 0.3
    sides = {
        side: _random_rate(random, f"{path}.{side}")
        if percent
        else _random_figure(random, f"{path}.{side}", unit)
        for side in ("now", "last", "plan")
    }
    if random.random() < 0.2:
        sides["now"] = {**sides["last"], "facts": [f"{path}.now"]}
    said = {"announced": True} if Random(str(sides)).random() < ANNOUNCED else {}  # noqa: S311 - nothing secret
    return {"series": sides, "label": path, "compared_with": random.choice(WORDS), **said}


def _random_rows(random: Random) -> Json:
    known = random.random() < 0.9
    rows = [
        {
            "name": {"text": random.choice("甲乙丙丁"), "facts": [f"l[{index}].name"]},
            "cost": _random_figure(random, f"l[{index}].cost", "万元"),
        }
        for index in range(random.randrange(5) if known else 1)
    ]
    units = {"name": "", "cost": "万元"}
    shape = {"label": "表", "unit": "项", "path": "l", "first": "name", "units": units}
    return {"rows": rows, **shape, "known": known}


def _random_period(random: Random) -> str:
    year = random.randrange(1949, 2200)
    written = (f"{year}", f"{year}H{random.randrange(1, 3)}", f"{year}Q{random.randrange(1, 5)}")
    return random.choice((*written, f"{year}-{year + 1}T{random.randrange(1, 3)}"))


def _random_day(random: Random) -> str:
    month = f"{random.randrange(1949, 2200)}-{random.randrange(1, 13):02}"
    return random.choice((month, f"{month}-{random.randrange(1, 29):02}"))


ANNOUNCED = 0.2  # of the figures in series stand in the opening
FAR = 0.3  # of the days are not in the year of the period
ONE = ("bare", "thousands", "wan", "yi", "ones", "cn", "named", "known", "zero", "several")
COMPARING = ("change", "rises", "falls", "level", "announced")
COMPARING_SHORT = ("compared", "against", "before", "then_compared", "then_against", "then_before")
PLANNED = ("completion", "reached", "exceeded", "growth")
TWO = ("roughly", "share", "per", "rest", "plus", "aimed", "equal")
LISTING = ("count", "some", "given", "many")


def _arguments(random: Random, call: str) -> list[Any]:
    one, two = (_random_figure(random, name) for name in ("a", "b"))
    if call in ONE:
        return [random.choice((one, _random_rate(random, "a"), _random_series(random, "x")))]
    if call in COMPARING or call in PLANNED:
        return [_random_series(random, "x", rates=call in COMPARING)]
    if call in TWO:
        return [random.choice((one, _random_series(random, "x"))), two]
    if call in LISTING:
        return [_random_rows(random)]
    return _other_arguments(random, call, one, two)


def _form(random: Random) -> list[str]:
    return random.choice(([], ["short"]))


def _part_and_whole(random: Random) -> list[Json]:
    """Return two figures of which the first is at most the second: small, often none or all."""
    whole = random.choice((0, 1, 1, 2, 3, 30, 30000))
    part = random.choice((0, 1, whole, random.randrange(whole + 1)))
    return [_figure_or_blank(random, "a", min(part, whole)), _figure_or_blank(random, "b", whole)]


def _figure_or_blank(random: Random, path: str, number: int) -> Json:
    if random.random() < 0.1:
        return {"blank": "份", "facts": [path]}
    return {"figure": str(number), "unit": "份", "label": path, "facts": [path]}


def _words(random: Random) -> list[str]:
    words = random.choice((["合格", "不合格"], ["已整改", "未整改"]))
    return [*words, *random.choice(([], ["合格率"]))]


def _other_arguments(random: Random, call: str, one: Json, two: Json) -> list[Any]:
    rows, period = _random_rows(random), {"period": _random_period(random), "facts": ["period"]}
    day = {"day": _random_day(random), "facts": ["day"], "far": random.random() < FAR}
    earlier = {"period": _random_period(random), "facts": ["last_period"]}
    summands = [_random_figure(random, f"p{n}", "元") for n in range(random.randrange(2, 5))]
    apart = Random(str(day))  # noqa: S311 - nothing secret
    ratio = {"call": "rate", "args": ["率", one, two, "‰" if day["far"] else "%", 2]}
    rate = random.choice((_random_rate(random, "a"), _random_series(random, "x")))
    arguments: dict[str, list[Any]] = {
        **{word: [_random_series(random, "x"), *_form(random)] for word in COMPARING_SHORT},
        "then_trends": [_random_series(random, f"x{n}") for n in range(random.randrange(2, 5))],
        "partly": _part_and_whole(random),
        "outcome": [*_part_and_whole(random), *_words(random)],
        "raised": [random.choice((one, _random_series(random, "x"))), two, *_form(random)],
        "brought": [one, two, *_form(apart)],
        "effort": [ratio, _random_figure(apart, "to", "")],
        "shortfall": [ratio],
        "changed": [random.choice((one, rate)), *_form(random)],
        "stated": [random.choice((one, rate)), *_form(random)],
        "measured": [apart.choice((one, rate)), *_form(apart)],
        "told": [random.choice((one, rate)), "开展", "没有开展"],
        "planned": [_random_series(random, "x", rates=False), "检查", "没有检查"],
        "rated": [rate, "合格率", *_form(random)],
        "paced": [_random_series(random, "x", rates=False), day],
        "tally": [rows, "name", "甲"],
        "cites": [rows, random.choice((rate, {"call": "total", "args": [rows, "cost"]}))],
        "listed": [rows, *random.choice(([], ["name"], ["cost"]))],
        "total": [rows, "cost"],
        "month": [day],
        "monthday": [day],
        "span": [day, {"day": _random_day(random), "facts": ["end"]}],
        "year": [random.choice((day, period))],
        "this": [period],
        "next": [period],
        "base": [period, random.choice((earlier, ""))],
        "rate": ["率", one, two, random.choice(("%", "‰", "元")), random.randrange(4)],
        "summed": ["和", summands, "元"],
        "looked_less": [{**_random_series(apart, "x"), "less_sought": day["far"]}],
    }
    return arguments[call]


def random_vectors() -> Iterator[Json]:
    """Yield the vectors of random.json, the same ones every time."""
    for call in SPOKEN:
        random = Random(f"{SEED} {call}")  # noqa: S311 - nothing secret
        for _ in range(EACH):
            yield answer(call, _arguments(random, call))


if __name__ == "__main__":
    (FOLDER / "random.json").write_text(dumped(list(random_vectors())), "utf-8")
