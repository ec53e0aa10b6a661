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
        words = random.choice((*ROUGH_WORDS, "百余人"))
        return random.choice((digits, f"近{digits}", f"{digits}余", f"近{digits}余", words))
    return f"{digits}余" if chance > 0.99 else digits


def scalar(random: Random, spec: FieldSpec, citable: list[str]) -> str:
    """Return what somebody may have typed for a value."""
    if str(spec.type) != "figure" and random.random() < 0.06:
        return random.choice(("", " ", *STRANGE))
    kind = str(spec.type)
    if FACT_TYPES[kind].kind in ("number", "rate"):
        return _number(random, spec)
    if kind in ("text", "words"):
        return _text(random) if kind == "text" else _words(random, citable)
    chosen = {
        "choice": [*(spec.options or []), "别的"],
        "period": PERIODS,
        "date": DAYS,
    }
    return random.choice(chosen.get(kind) or citable or [""])


def _text(random: Random) -> str:
    words = ("县卫生局", "开展检查", "完成Aa 12项", "全县", *STRANGE)
    return "".join(random.choice(words) for _ in range(random.randint(1, 2)))


def _words(random: Random, names: list[str]) -> str:
    """Return own words for a record: lines with figures, with mistakes in some."""
    parts = (
        "+ 条目。",
        "# 标题",
        "12%",
        "{{ %s }}",
        "{{ %s.last }}",
        "{{ compared(%s) }}",
        "{{",
        "\n",
    )
    chosen = [random.choice((*parts, *STRANGE[:8], "\n{{ table(%s) }}\n", "")) for _ in range(4)]
    return "".join(part.replace("%s", random.choice(names or ["org"])) for part in chosen)


def _fact(random: Random, spec: FactSpec, citable: list[str]) -> Any:
    if spec.type == "list":
        rows = random.choice((0, 1, 1, 2, 3, 5))
        return [
            {name: scalar(random, field, citable) for name, field in spec.record.items()}
            for _ in range(rows)
        ]
    quotient = spec.traits.quotient
    if not spec.series and (not quotient or random.random() < 0.5):
        return scalar(random, spec, citable)
    sides = [side for side in SIDES if side in ("now", *spec.series) or quotient]
    sides = [side for side in sides if random.random() < 0.85]
    written = {side: scalar(random, spec, citable) for side in sides}
    if "now" in written and "last" in written and random.random() < 0.15:
        written["last"] = written["now"]
    return written


def citation(random: Random, names: list[str]) -> str:
    """Return a function of facts as somebody may cite it, right or wrong."""
    a, b = random.choices(names, k=2)
    forms = ("share(%s, %s)", "rest(%s, %s)", "per(%s,%s)", "plus(%s, %s.last)")
    other = (f"completion({a})", f"count({a})", f"total({a}, 'name')", f"named({a})", f"{a}.last")
    return random.choice((*(form % (a, b) for form in forms), *other))


def facts(
    random: Random,
    specs: Mapping[str, FactSpec],
    entered: Iterable[str],
    given: float,
    lost: tuple[str, ...] = ("nothing", "org"),
) -> dict[str, Any]:
    """Return facts of which each is given with this probability; `lost` are no figures to cite."""
    citable = [*lost]
    citable += [n for n, s in specs.items() if s.citable]
    citable += [citation(random, list(specs)) for _ in range(len(citable) // 3)]
    return {
        name: _fact(random, specs[name], citable) for name in entered if random.random() < given
    }
