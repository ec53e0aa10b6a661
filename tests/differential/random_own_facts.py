"""Random facts of a reader's own, of every type, over each other and over the library's."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from macros.schema.fact_types import FACT_TYPES
from macros.schema.facts_files import WIDEST, Content
from macros.schema.vocabulary import base_unit
from tests.differential.random_facts import DAYS, STRANGE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from macros.schema.vocabulary import FactSpec

UNITS = ("人", "家", "万元", "元", "万人次", "人次", "平方米", "")
FIELDS = ("name", "amount", "constructor", "day", "cited", "kind")
FLAGS = {"growth": False, "better": "lower", "additive": False}


@dataclass
class FactWriter:
    """Writes facts of one's own; `specs` holds the library's, and each one's own as it comes."""

    random: Random
    specs: dict[str, FactSpec]
    written: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add(self, count: int) -> None:
        """Write some facts."""
        for number in range(count):
            self._add(f"own_{'abcdefghi'[number]}{number}")

    def _add(self, name: str) -> None:
        kind = self.random.choice([kind for kind, traits in FACT_TYPES.items() if traits.fact])
        odd = self.random.choice(("", "", "（%）", "𠮷", "<b>", "\u202e", "*"))
        spec: dict[str, Any] = {"label": f"自加{name[4:]}{odd}", "type": kind}
        if self._has(0.3):
            spec["required"] = False
        more = self._number if FACT_TYPES[kind].number else self._other
        more(kind, spec)
        self.written[name] = spec
        own = Content.model_validate({"own": {"facts": {name: spec}}}).own.facts
        self.specs[name] = own[name]

    def _number(self, kind: str, spec: dict[str, Any]) -> None:
        units = [own["unit"] for own in self.written.values() if "unit" in own]
        spec["unit"] = self.random.choice([*UNITS, *units * 4])
        if not FACT_TYPES[kind].whole and self._has(0.5):
            spec["decimals"] = str(self.random.randint(0, 6))
        parts = [name for name in self.numbers() if self.specs[name].unit == spec["unit"]]
        if len(parts) > 1 and self._has(0.6):
            spec["sum_of"] = [self.random.choice(parts) for _ in range(self.random.randint(2, 4))]
        elif self._has(0.2):
            spec["approx"] = True
        else:
            spec["series"] = [side for side in ("last", "plan") if self._has(0.5)]
        spec |= {key: value for key, value in FLAGS.items() if self._has(0.15)}
        if self._has(0.2):
            spec["part_of"] = self.numbers()[:2]

    def _other(self, kind: str, spec: dict[str, Any]) -> None:
        traits = FACT_TYPES[kind]
        if traits.quotient:
            self._quotient(spec, traits.units)
        elif kind == "date" and self._has(0.5):
            spec["not_before"] = self.random.choice(self._days())
        elif kind == "choice":
            spec["options"] = ["甲", "乙类", self.random.choice(STRANGE[:4])]
        elif traits.records:
            fields = self.random.sample(FIELDS, self.random.randint(1, 5))
            spec["fields"] = {name: self._field(name) for name in fields}
            spec["unit"] = self.random.choice(("项", "个", ""))

    def _quotient(self, spec: dict[str, Any], units: Iterable[str]) -> None:
        """Write the parts of a rate or another quotient."""
        numbers = self.numbers()
        spec["numerator"] = self.random.choice(numbers)
        unit = base_unit(self.specs[spec["numerator"]].unit)
        same = [name for name in numbers if base_unit(self.specs[name].unit) == unit]
        spec["denominator"] = self.random.choice(same if units else numbers)
        spec["unit"] = self.random.choice([*units] or UNITS)
        if self._has(0.5):
            spec["decimals"] = str(self.random.randint(0, 4))

    def _field(self, name: str) -> dict[str, Any]:
        kinds = [kind for kind, traits in FACT_TYPES.items() if traits.field]
        kind = self.random.choice(kinds)
        spec: dict[str, Any] = {"label": f"栏{name}", "type": kind, "hint": "随便"}
        if FACT_TYPES[kind].number:
            spec |= {"range": ["0", WIDEST], "unit": self.random.choice(UNITS)}
            spec["approx"] = self._has(0.3)
        if kind == "choice":
            spec["options"] = ["甲", "乙类"]
        return spec | {"required": self._has(0.5)}

    def numbers(self) -> list[str]:
        """Return exact numbers: one's own so far, and some of the library's."""
        exact = [n for n, spec in self.specs.items() if spec.traits.number and not spec.approx]
        own = [name for name in exact if name in self.written]
        return [*own, *self.random.sample(exact, 3 + len(own))]

    def _days(self) -> list[str]:
        return [name for name, spec in self.specs.items() if spec.type == "date"]

    def as_of(self) -> dict[str, str]:
        """Return dates of some facts, and of one that there is not."""
        names = (*self.numbers(), *self.written, "constructor")
        return {name: self.random.choice((*DAYS, "近日")) for name in names if self._has(0.15)}

    def _has(self, share: float) -> bool:
        return self.random.random() < share
