"""Random texts of a reader's own: every function and filter, tables, mistakes, odd characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.templating.language import FILTERS, FUNCTIONS, PRINTED
from macros.templating.own_expressions import ExpressionError, check, parse
from tests.differential.random_templates import Writer

if TYPE_CHECKING:
    from tests.differential.random_own_facts import FactWriter

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
QUOTED = ("'合格'", "'已整改'", "'没有开展'", "'开展3次'", "合格", "'short'")
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
SIDES = ("", "", "", ".now", ".last", ".plan")
HEADS = ("", "", "", "+ ", "# ", "+ 推进签约。", "+", "#\t")
WORDS_PRINTED = {name: w for name, w in (FUNCTIONS | FILTERS).items() if w.gives in PRINTED}


class TextWriter:
    """Writes texts over the facts of a FactWriter."""

    def __init__(self, facts: FactWriter) -> None:
        """Take the facts, once they are all written."""
        self.random, self.facts, self.specs = facts.random, facts, facts.specs
        self.known = Writer.over(self.random, self.specs)

    def text(self, most: int) -> str:
        """Return so many lines or fewer."""
        return "\n".join(self._line() for _ in range(self.random.randint(0, most)))

    def _line(self) -> str:
        if self._has(0.15):
            return self.random.choice(("{{ %s }}", "{{%s}}", " {{ %s }}\u3000")) % self._table()
        return self.random.choice(HEADS) + "".join(
            self._piece() for _ in range(self.random.randint(0, 6))
        )

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
        own = [name for name in self.facts.written if self._has(0.8)]
        numbers = [name for name in (*own, *self.facts.numbers()) if self._has(0.7)]
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
        if self._has(0.3):
            return self._operand(PRINTED)
        name = self.random.choice(list(WORDS_PRINTED))
        takes = WORDS_PRINTED[name].takes
        first = self._operand(takes[0])
        more = [self._second(first, kinds) for kinds in takes[1:] if self._has(0.9)]
        if name in FILTERS and self._has(0.9):
            return f"{first}|{name}" + (f"({', '.join(more)})" if more else "")
        return f"{name}({', '.join([first, *more])})"

    def _operand(self, kinds: frozenset[str]) -> str:
        """Return a fact of one of the kinds or one of its sides; one of one's own if there is."""
        own = [name for name in self.facts.written if self.known.scope[name].name in kinds]
        name = self.random.choice(own) if own and self._has(0.7) else self.known.name(kinds)
        return name if "." in name else name + self.random.choice(SIDES)

    def _second(self, first: str, kinds: frozenset[str]) -> str:
        if "word" in kinds:
            return self.random.choice(QUOTED)
        if "form" in kinds:
            return "'short'"
        if "field" not in kinds:
            return self._operand(kinds)
        record = self.specs[first].record if first in self.specs else {}
        return f"'{self.random.choice([*record, 'name'])}'"

    def _has(self, share: float) -> bool:
        return self.random.random() < share
