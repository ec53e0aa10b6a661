"""Random facts for the differential tests: right ones, wrong ones, strange ones, none at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.facts.entries import ROUGH_WORDS
from macros.figures.values import SIDES
from macros.schema.fact_types import FACT_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from random import Random

    from macros.schema.vocabulary import FactSpec, FieldSpec

STRANGE = (
    "😀笑脸",
    "𠮷野家𪚥",
    "<b>粗</b>&amp;",
    "{{ org }}",
    "{% if x %}",
    "# 标题",
    "+ 条目",
    "一行\n二行",
    "one\r\ntwo",
    " a \u2028 b ",
    "制表\t符",
    "\u3000全角缩进\u3000",
    "＿＿＿＿",
    "近三年",
    "一、二级医院",
    "（一）培训",
    "1.宣传",
    "1.5万元",
    "③检查",
    "结尾。",
    "a;",
    "\ufeff有标记",
    "\x1c分隔\x85",
    "'引号\"\\",
    "__proto__",
    "constructor",
    "长" * 2001,
    "é\u0301̈组合",
    "\u202e反向",
)
NUMBERS_WRITTEN = ("0", "1", "-1", "0.00", "-0", "-0.5", "12.345678", "999999999999999", "100", "2")
WRONG_NUMBERS = ("1,234", "0571", "1e3", "１２", "12万", "12.", ".5", "--1", "abc", "1 2", "9" * 16)
PERIODS = ("2026", "2026Q1", "2025Q4", "2026H1", "2025H2", "2025-2026T2", "2024-2025T1", "2025Q1")
DAYS = ("2026-03-31", "2026-02-29", "2024-02-29", "2026-12", "2026-1-1", "1948-01-01", "2026-04-01")


def _number(random: Random, spec: FieldSpec) -> str:
    chance = random.random()
    if chance < 0.1:
        return random.choice(WRONG_NUMBERS)
    if chance < 0.25:
        return random.choice(NUMBERS_WRITTEN)
    low, high = (int(edge) for edge in spec.range or (0, 1000))
    low = max(low, -1000)
    most = min(high, low + 10 ** random.randint(1, 9))
    whole = str(random.randint(low, max(low, most - 1)))
    places = random.randint(0, spec.places)
    digits = f"{whole}.{random.randrange(10**places):0{places}}" if places else whole
    if spec.approx:
        rough = (f"近{digits}", f"约{digits}", f"{digits}余", f"近{digits}余", *ROUGH_WORDS)
        return random.choice((digits, *rough))
    return f"{digits}余" if chance > 0.99 else digits


def scalar(random: Random, spec: FieldSpec, citable: list[str]) -> str:
    """Return what somebody may have typed for a value."""
    if str(spec.type) != "figure" and random.random() < 0.06:
        return random.choice(("", " ", *STRANGE))
    kind = str(spec.type)
    if FACT_TYPES[kind].number or FACT_TYPES[kind].quotient:
        return _number(random, spec)
    if kind == "choice":
        return random.choice([*(spec.options or []), "别的"])
    if kind == "period":
        return random.choice(PERIODS)
    if kind == "date":
        return random.choice(DAYS)
    return _text(random) if kind == "text" else random.choice(citable or [""])


def _text(random: Random) -> str:
    words = ("县卫生局", "开展检查", "完成Aa 12项", "全县", *STRANGE)
    return "".join(random.choice(words) for _ in range(random.randint(1, 2)))


def _fact(random: Random, spec: FactSpec, citable: list[str]) -> Any:
    if spec.type == "list":
        rows = random.choice((0, 1, 1, 2, 3, 5))
        return [
            {name: scalar(random, field, citable) for name, field in spec.record.items()}
            for _ in range(rows)
        ]
    in_sides = spec.traits.quotient and random.random() < 0.5
    if not spec.series and not in_sides:
        return scalar(random, spec, citable)
    sides = [side for side in _sides(spec) if random.random() < 0.85]
    written = {side: scalar(random, spec, citable) for side in sides}
    if "now" in written and "last" in written and random.random() < 0.15:
        written["last"] = written["now"]
    return written


def _sides(spec: FactSpec) -> Iterable[str]:
    return SIDES if spec.traits.quotient else ("now", *spec.series)


def _citations(random: Random, figures: list[str]) -> list[str]:
    """Return functions of facts that a record may cite, or may not."""
    pairs = [random.sample(figures, 2) for _ in range(3)] if len(figures) > 1 else []
    words = ("share", "rest", "plus", "per", "raised", "nothing")
    return [f"{random.choice(words)}({a}, {b})" for a, b in pairs]


def facts(
    random: Random,
    specs: Mapping[str, FactSpec],
    entered: Iterable[str],
    given: float,
    lost: tuple[str, ...] = ("nothing", "org"),
) -> dict[str, Any]:
    """Return facts of which each is given with this probability; `lost` are no figures to cite."""
    figures = [n for n, s in specs.items() if s.citable]
    citable = [*lost, *figures, *_citations(random, figures)]
    return {
        name: _fact(random, specs[name], citable) for name in entered if random.random() < given
    }
