"""Random templates of the profile: all that the language has, nested, with odd white space."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.templating.expression_kinds import Kind, fact_kind, field_kind, sides
from macros.templating.language import CONDITIONS, FILTERS, FLAGS, FUNCTIONS, NUMBER, PRINTED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from macros.schema.vocabulary import FactSpec

TEXTS = (
    "开展检查",
    "，",
    "。",
    "\n",
    "\n\n",
    "\r\n",
    "\n# ",
    "\n+ ",
    "# 小标题\n",
    "+ 条目",
    "#没有空格",
    "  ",
    "\t",
    "\u3000\u3000",
    "\u3000\n",
    "𠮷😀",
    "<b>&amp;",
    "{ 花 }",
    "%",
    "a b ",
    "\\",
    "'\"",
)
QUOTED = ("合格", "不合格", "已整改", "没有开展", "合格率")
DEEPEST = 3
OPEN, CLOSE = ("{%", "{%-", "{%+"), ("%}", "-%}")


@dataclass
class Writer:
    """Writes one template; `scope` holds the names that are known, with their kinds."""

    random: Random
    specs: Mapping[str, FactSpec]
    scope: dict[str, Kind]

    @classmethod
    def over(cls, random: Random, specs: Mapping[str, FactSpec]) -> Writer:
        """Return a writer that knows every fact."""
        return cls(random, specs, {name: fact_kind(spec, specs) for name, spec in specs.items()})

    def body(self, depth: int = 0) -> str:
        """Return some statements."""
        return "".join(self._statement(depth) for _ in range(self.random.randint(1, 5)))

    def _statement(self, depth: int) -> str:
        chance = self.random.random()
        if depth < DEEPEST and chance < 0.2:
            return self._if(depth)
        if depth < DEEPEST and chance < 0.3:
            return self._for(depth)
        if depth < DEEPEST and chance < 0.38 and "loop.index" in self.scope:
            return self._vary(depth)
        if chance < 0.36:
            return self._line()
        if chance < 0.65:
            return self._print()
        return self.random.choice(TEXTS)

    def _tag(self, inner: str) -> str:
        return f"{self.random.choice(OPEN)} {inner} {self.random.choice(CLOSE)}"

    def _print(self) -> str:
        left, right = self.random.choice((("{{", "}}"), ("{{-", "}}"), ("{{", "-}}")))
        return f"{left} {self._expression(PRINTED)} {right}"

    def _line(self) -> str:
        """Return what stands alone on its line: a record's own words, or else a table."""
        words = [name for name, kind in self.scope.items() if kind.name == "words"]
        if words or "loop.index" in self.scope:
            return f"\n{{{{ {self.random.choice(words)} }}}}\n" if words else "\n"
        facts = [n for n, k in self.scope.items() if k.name in NUMBER and "." not in n]
        return f"\n{{{{ table({', '.join(self.random.choices(facts, k=2))}) }}}}\n"

    def _if(self, depth: int) -> str:
        parts = [self._tag(f"if {self._condition()}"), self.body(depth + 1)]
        if self.random.random() < 0.3:
            parts += [self._tag(f"elif {self._condition()}"), self.body(depth + 1)]
        if self.random.random() < 0.5:
            parts += [self._tag("else"), self.body(depth + 1)]
        return "".join([*parts, self._tag("endif")])

    def _for(self, depth: int) -> str:
        rows = self.name(frozenset({"rows"}))
        spec = self.specs[rows]
        name = f"row{depth}"
        inner = {f"{name}.{field}": field_kind(record, "") for field, record in spec.record.items()}
        loop = {"loop.index": Kind("index"), "loop.first": Kind("flag"), "loop.last": Kind("flag")}
        loop |= {"loop.joint": Kind("phrase"), "loop.stop": Kind("phrase")}
        writer = Writer(self.random, self.specs, {**self.scope, **inner, **loop})
        body = writer.body(depth + 1)
        return self._tag(f"for {name} in {rows}") + body + self._tag("endfor")

    def _vary(self, depth: int) -> str:
        parts = [self._tag(self._wording("vary")), self.body(depth + 1)]
        for _ in range(self.random.randint(1, 3)):
            parts += [self._tag(self._wording("or")), self.body(depth + 1)]
        return "".join([*parts, self._tag("endvary")])

    def _wording(self, tag: str) -> str:
        return tag if self.random.random() < 0.5 else f"{tag} {self._condition()}"

    # --- expressions ---

    def name(self, kinds: frozenset[str]) -> str:
        """Return a name of one of the kinds, or one side of it."""
        names = [name for name, kind in self.scope.items() if kind.name in kinds]
        name = self.random.choice(names)
        kind = self.scope[name]
        if kind.name not in ("series", "rate") or "number" not in kinds or "." in name:
            return name
        allowed = sides(kind.spec, self.specs)
        if len(allowed) == 1 or self.random.random() < 0.6:
            return name
        return f"{name}.{self.random.choice(allowed)}"

    def _expression(self, kinds: frozenset[str], depth: int = 0) -> str:
        words = [(n, w) for n, w in (FUNCTIONS | FILTERS).items() if w.gives in kinds]
        if not words or depth > 1 or self.random.random() < 0.45:
            return self.name(kinds)
        name, word = self.random.choice(words)
        first = self.name(word.takes[0]) if "rows" in word.takes[0] else None
        arguments = [first or self._expression(word.takes[0], depth + 1)]
        for takes in word.takes[1:]:
            if "word" in takes:
                arguments.append(f"'{self.random.choice(QUOTED)}'")
            elif "form" in takes:
                arguments += self.random.choice(([], ["'short'"]))
            elif "field" not in takes:
                arguments.append(self._expression(takes, depth + 1))
            elif name in ("total", "tally") or self.random.random() < 0.5:
                arguments.append(self._field(first or "", name))
        if name in FILTERS:
            inner = f"({', '.join(arguments[1:])})" if len(arguments) > 1 else ""
            return f"{arguments[0]} | {name}{inner}"
        return f"{name}({', '.join(arguments)})"

    def _field(self, rows: str, word: str) -> str:
        record = self.specs[rows].record
        added = ("count", "amount", "decimal")
        names = [n for n, f in record.items() if word != "total" or f.type in added]
        names = [n for n in names if record[n].type != "words"]
        return f"'{self.random.choice(names or list(record)[:1])}'"

    def _condition(self, depth: int = 0) -> str:
        chance = self.random.random()
        if depth < 2 and chance < 0.3:
            word = self.random.choice(("and", "or"))
            return f"({self._condition(depth + 1)} {word} {self._condition(depth + 1)})"
        if depth < 2 and chance < 0.45:
            return f"not {self._condition(depth + 1)}"
        if chance < 0.55:
            flags = [n for n, kind in self.scope.items() if kind.name == "flag"]
            return self.random.choice([*flags, *FLAGS])
        if chance < 0.65:
            return self._comparison()
        name, condition = self.random.choice(list(CONDITIONS.items()))
        arguments = [
            self.name(takes) if "rows" in takes else self._expression(takes, 1)
            for takes in condition.takes
        ]
        return f"{name}({', '.join(arguments)})"

    def _comparison(self) -> str:
        name = self.name(frozenset({"choice"}))
        spec = self.scope[name].spec
        assert spec
        option = self.random.choice(spec.options or [])
        return f"{name} {self.random.choice(('==', '!='))} '{option}'"
