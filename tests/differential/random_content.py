"""Random content of a reader's own: outlines, places, facts, items and words, right ones and odd."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from macros.schema.fact_types import FACT_TYPES
from macros.schema.facts_files import WIDEST, Content
from macros.schema.vocabulary import base_unit
from macros.templating.expression_kinds import fact_kind
from macros.templating.language import FILTERS, FUNCTIONS, PRINTED
from macros.templating.own_expressions import ExpressionError, check, parse
from tests.differential.random_facts import STRANGE
from tests.differential.random_templates import Writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from random import Random

    from macros.library.library import Library
    from macros.schema.archetypes import Archetype
    from macros.schema.vocabulary import FactSpec

UNITS = ("人", "家", "万元", "元", "万人次", "人次", "平方米", "")
HEADINGS = ("其他工作", "（一）医养结合。", "工会 工作", "𠮷野", "<b>&amp;", "a\u202eb", "1.宣传")
ODD = (
    "{{",
    "}}",
    "{ 花 }",
    "{% if x %}",
    "3%",
    "(",
    "#",
    "+",
    "# 小节",
    "+ 条目。后文",
    "+ 条目",
    "  + 缩进。",
    "\t",
    "\u3000",
    "\u2028",
    "\x85",
    "\r",
    "\u202e反\u202c",
    "\ufeff",
    "。",
    "|",
    "~",
    "|a|b|",
    "__proto__",
    "constructor",
    "😀",
    "𪚥",
    "e\u0301",
    "<i>",
    "&lt;",
    "——",
    "……",
    "（12）",
    "１２",
    "1234567",
    "12万",
    "＿＿＿＿",
    "〔指标·同比〕",
)
WORDS = ("全县组织义诊", "，", "。", "培训骨干", "签约率为", "较上年", "；", "一是", "Aa b ", "、")
MISTAKES = (
    "",
    " ",
    "own_nothing",
    "period.last",
    "1",
    "org + org",
    "share(period)",
    "share(count(x), y)",
    "org|wan|bare",
    "org.now.last",
    "table()",
    "table",
    "unknown(org)",
    "org|",
    "|wan",
    "'org'",
    '"org"',
    "org()",
    "{org}",
    "__proto__",
    "constructor",
    "toString(org)",
    "org.constructor",
    "if org",
    "listed(org, 'name')",
    "org\u3000",
    "\u3000org",
    "change( )",
    "plus(,)",
)
GONE = ("没有这一处", "", "__proto__", "constructor", "a1")


@dataclass
class ContentWriter:
    """Writes the content of one draft of an archetype."""

    random: Random
    library: Library
    archetype: Archetype
    facts: dict[str, dict[str, Any]] = field(default_factory=dict)  # one's own, as written

    def __post_init__(self) -> None:
        self.specs: dict[str, FactSpec] = dict(self.library.facts)
        self.known = Writer.over(self.random, self.specs)

    def content(self) -> Content:
        """Return content, with facts of its own more often than without."""
        for number in range(self.random.choice((0, 1, 2, 5, 9))):
            self._add_fact(f"own_{'abcdefghi'[number]}{number}")
        sections = self._own_sections()
        outline = self._outline(list(sections)) if self._chance(0.7) else []
        uses = self._uses(outline)
        items = {use: self._items(use) for use in uses if self._chance(0.25)}
        written = {
            "outline": outline,
            "skip": {use: self._names(use, items) for use in uses if self._chance(0.2)},
            "order": {use: self._names(use, items) for use in uses if self._chance(0.2)},
            "own": {
                "facts": self.facts,
                "sections": sections,
                "items": items,
                "texts": {use: self._texts(use) for use in uses if self._chance(0.25)},
            },
        }
        return Content.model_validate(written)

    def _chance(self, share: float) -> bool:
        return self.random.random() < share

    def _some(self, names: Iterable[str], most: int) -> list[str]:
        """Return some of the names, each at most once, in random order."""
        known = list(names)
        return self.random.sample(known, min(len(known), self.random.randint(0, most)))

    # --- facts ---

    def _add_fact(self, name: str) -> None:
        kind = self.random.choice([kind for kind, traits in FACT_TYPES.items() if traits.fact])
        odd = self.random.choice(("", "", "（%）", "𠮷", "<b>", "\u202e", "*"))
        spec: dict[str, Any] = {"label": f"自加{name[4:]}{odd}", "type": kind}
        if self._chance(0.3):
            spec["required"] = False
        more = self._number if FACT_TYPES[kind].number else self._other
        more(kind, spec)
        self.facts[name] = spec
        own = Content.model_validate({"own": {"facts": {name: spec}}}).own.facts[name]
        self.specs[name] = own
        self.known.scope[name] = fact_kind(own, self.specs)

    def _number(self, kind: str, spec: dict[str, Any]) -> None:
        spec["unit"] = self.random.choice(UNITS)
        if not FACT_TYPES[kind].whole and self._chance(0.5):
            spec["decimals"] = str(self.random.randint(0, 6))
        parts = [name for name in self._numbers() if self.specs[name].unit == spec["unit"]]
        if len(parts) > 1 and self._chance(0.3):
            spec["sum_of"] = [self.random.choice(parts) for _ in range(self.random.randint(2, 4))]
        elif self._chance(0.2):
            spec["approx"] = True
        else:
            spec["series"] = self._some(("last", "plan"), 2)
        for key, value in (("growth", False), ("better", "lower"), ("additive", False)):
            if self._chance(0.15):
                spec[key] = value
        if self._chance(0.2):
            spec["part_of"] = self._some(self._numbers(), 2)

    def _other(self, kind: str, spec: dict[str, Any]) -> None:
        traits = FACT_TYPES[kind]
        if traits.quotient:
            self._quotient(spec, traits.units)
        elif kind == "choice":
            spec["options"] = ["甲", "乙类", self.random.choice(STRANGE[:4])]
        elif traits.records:
            names = ("name", "amount", "constructor", "day", "cited", "kind")
            fields = self._some(names, 5) or ["name"]
            spec["fields"] = {name: self._field(name) for name in fields}
            spec["unit"] = self.random.choice(("项", "个", ""))

    def _quotient(self, spec: dict[str, Any], units: Iterable[str]) -> None:
        """Write the parts of a rate or another quotient."""
        numbers = self._numbers()
        spec["numerator"] = self.random.choice(numbers)
        unit = base_unit(self.specs[spec["numerator"]].unit)
        same = [name for name in numbers if base_unit(self.specs[name].unit) == unit]
        spec["denominator"] = self.random.choice(same if units else numbers)
        spec["unit"] = self.random.choice([*units] or UNITS)
        if self._chance(0.5):
            spec["decimals"] = str(self.random.randint(0, 4))

    def _field(self, name: str) -> dict[str, Any]:
        kinds = [kind for kind, traits in FACT_TYPES.items() if traits.field]
        kind = self.random.choice(kinds)
        spec: dict[str, Any] = {"label": f"栏{name}", "type": kind, "hint": "随便"}
        if FACT_TYPES[kind].number:
            spec |= {"range": ["0", WIDEST], "unit": self.random.choice(UNITS)}
            spec["approx"] = self._chance(0.3)
        if kind == "choice":
            spec["options"] = ["甲", "乙类"]
        return spec | {"required": self._chance(0.5)}

    def _numbers(self) -> list[str]:
        """Return exact numbers: one's own so far, and some of the library's."""
        exact = [n for n, spec in self.specs.items() if spec.traits.number and not spec.approx]
        own = [name for name in exact if name in self.facts]
        return [*own, *self.random.sample(exact, 3 + len(own))]

    # --- the outline ---

    def _outline(self, own: list[str]) -> list[dict[str, Any]]:
        uses = [entry.use for entry in self.archetype.entries if entry.use and self._chance(0.85)]
        uses += self._some((name for name in self.library.sections if name not in uses), 3)
        lines: list[dict[str, Any]] = [{"use": use} for use in uses]
        if self._chance(0.4):
            self.random.shuffle(lines)
        for name in own:
            lines.insert(self.random.randint(0, len(lines)), {"own": name})
        for line in lines:
            if self._chance(0.15):
                line["heading"] = self._heading()
        return self._grouped(lines)

    def _grouped(self, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
        grouped: list[dict[str, Any]] = []
        while lines:
            count = self.random.choice((1, 1, 1, 2, 3))
            some, lines = lines[:count], lines[count:]
            if self._chance(0.2):
                some = [{"heading": self._heading(), "sections": some}]
            grouped += some
        return grouped

    def _heading(self) -> str:
        return self.random.choice((*HEADINGS, *STRANGE))

    def _uses(self, outline: list[dict[str, Any]]) -> list[str]:
        """Return the sections whose places are changed: those written, and one that is not."""
        lines = [inner for entry in outline for inner in entry.get("sections", [entry])]
        written = [line["use"] for line in lines if "use" in line]
        other = self.random.choice(list(self.library.sections))
        return list(dict.fromkeys([*(written or self._usual()), other]))

    def _usual(self) -> list[str]:
        return [entry.use for entry in self.archetype.entries if entry.use]

    def _own_sections(self) -> dict[str, dict[str, str]]:
        names = [f"own-{word}" for word in self._some(("a1", "b", "constructor"), 3)]
        return {name: {"name": self._heading(), "text": self._text(5)} for name in names}

    # --- places ---

    def _places(self, use: str) -> list[str]:
        """Return the names of the places of a section, some by an earlier name."""
        items = self.library.sections[use].items
        return [self.random.choice((item.name, *item.was)) for item in items]

    def _names(self, use: str, items: Mapping[str, list[dict[str, str]]]) -> list[str]:
        own = [item["id"] for item in items.get(use, ())]
        gone = [name for name in GONE if name]
        return self._some([*self._places(use), *own, self.random.choice(gone)], 4)

    def _items(self, use: str) -> list[dict[str, str]]:
        """Return items of one's own, in chains and after what is gone."""
        known = [*self._places(use), *GONE]
        items: list[dict[str, str]] = []
        for name in self._some(("a1", "b-2", "__proto__", "constructor", "C", "7"), 4):
            item = {"id": name, "text": self._text(2)}
            if self._chance(0.7):
                item["after"] = self.random.choice([n for n in known if n])
            if self._chance(0.6):
                item["title"] = self.random.choice(("开展义诊", "义诊。", "。", *HEADINGS))
            items.append(item)
            known += [name] * 3
        return items

    def _texts(self, use: str) -> dict[str, str]:
        names = [*self._places(use), "没有这一处", "constructor"]
        return {name: self._text(3) for name in self._some(names, 3)}

    # --- words ---

    def _text(self, most: int) -> str:
        return "\n".join(self._line() for _ in range(self.random.randint(0, most)))

    def _line(self) -> str:
        if self._chance(0.15):
            return self.random.choice(("{{ %s }}", "{{%s}}", " {{ %s }}\u3000")) % self._table()
        head = self.random.choice(("", "", "", "+ ", "# ", "+ 推进签约。", "+", "#\t"))
        return head + "".join(self._piece() for _ in range(self.random.randint(0, 6)))

    def _piece(self) -> str:
        chance = self.random.random()
        if chance < 0.4:
            return self.random.choice(WORDS)
        if chance < 0.5:
            return self.random.choice(ODD)
        if chance < 0.56:
            return f"{{{{{self.random.choice((*MISTAKES, self._table()))}}}}}"
        left, right = self.random.choice((("{{ ", " }}"), ("{{", "}}"), ("{{\t", " }}")))
        return f"{left}{self._expression()}{right}"

    def _table(self) -> str:
        own = [name for name in self.facts if self._chance(0.8)]
        numbers = [name for name in (*own, *self._numbers()) if self._chance(0.7)]
        return f"table({', '.join(numbers[:6])})"

    def _expression(self) -> str:
        """Return an expression that most often can be printed."""
        written = ""
        for _ in range(4):
            written = self._any_expression()
            try:
                check(parse(written), self.specs)
            except ExpressionError:
                continue
            return written
        return written

    def _any_expression(self) -> str:
        words = {name: w for name, w in (FUNCTIONS | FILTERS).items() if w.gives in PRINTED}
        name = self.random.choice(list(words))
        if self._chance(0.3):
            return self._operand(PRINTED)
        takes = words[name].takes
        first = self._operand(takes[0])
        more = [self._second(first, kinds) for kinds in takes[1:] if self._chance(0.9)]
        if name in FILTERS and self._chance(0.9):
            return f"{first}|{name}" + (f"({', '.join(more)})" if more else "")
        return f"{name}({', '.join([first, *more])})"

    def _operand(self, kinds: frozenset[str]) -> str:
        """Return a fact of one of the kinds or one of its sides; one of one's own if there is."""
        own = [name for name in self.facts if self.known.scope[name].name in kinds]
        name = self.random.choice(own) if own and self._chance(0.7) else self.known.name(kinds)
        sides = ("", "", "", ".now", ".last", ".plan")
        return name if "." in name else name + self.random.choice(sides)

    def _second(self, first: str, kinds: frozenset[str]) -> str:
        if "field" not in kinds:
            return self._operand(kinds)
        record = self.specs[first].record if first in self.specs else {}
        return f"'{self.random.choice([*record, 'name'])}'"
