"""Makes own_text.json, the shared vectors of own texts: `python -m tests.vectors.own_text`.

The file holds some facts' specifications, and texts with the lines and mistakes that both languages
read of them.  An index counts UTF-16 units, as JavaScript does.
"""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

from macros.schema.vocabulary import VocabularyFile
from macros.templating.language import CONDITIONS, FILTERS, FUNCTIONS
from macros.templating.own_text import read_own_text

FILE = Path(__file__).parent / "own_text.json"
SEED, RANDOM_TEXTS = 20261128, 300
Json = dict[str, Any]

FACTS: Json = {
    "paid": {"type": "amount", "unit": "万元", "series": ["last", "plan"], "range": ["0", "9999"]},
    "visits": {"type": "count", "unit": "人次", "series": ["last"], "range": ["0", "9999"]},
    "people": {"type": "count", "unit": "人", "range": ["0", "9999"]},
    "crowd": {"type": "count", "unit": "人", "approx": "true", "range": ["0", "9999"]},
    "passed": {"type": "count", "unit": "份", "series": ["last"], "range": ["0", "99"]},
    "samples": {"type": "count", "unit": "份", "series": ["last"], "range": ["0", "99"]},
    "pass_rate": {"type": "rate", "numerator": "passed", "denominator": "samples"},
    "once_rate": {"type": "rate", "numerator": "people", "denominator": "people"},
    "mean": {"type": "quotient", "unit": "元", "numerator": "paid", "denominator": "visits"},
    "mortality": {"type": "rate", "unit": "1/10万", "numerator": "passed", "denominator": "passed"},
    "scope": {"type": "text"},
    "grade": {"type": "choice", "options": ["甲级", "乙级"]},
    "started": {"type": "date"},
    "period": {"type": "period"},
    "works": {
        "type": "list",
        "fields": {
            "name": {"type": "text", "label": "名称", "hint": "全称"},
            "cost": {
                "type": "amount",
                "unit": "万元",
                "label": "投资",
                "hint": "按合同",
                "range": ["0", "9"],
            },
            "state": {
                "type": "choice",
                "options": ["建成", "在建"],
                "label": "进度",
                "hint": "现在",
            },
        },
    },
}
TEXTS = (
    "",
    "\n\n \t\u3000\n",
    "　　全县支出{{ paid }}，{{ compared(paid) }}。\n第二段。",
    "{{paid}}{{ paid|wan }}{{ paid | thousands }}{{ paid.last }}{{ paid . plan }}",
    "{{ share(people, visits) }}和{{ share( people ,visits.last ) }}",
    "{{ works|listed }}、{{ works|listed('name') }}，共{{ total(works, 'cost') }}",
    "建成{{ tally(works, 'state', '建成') }}、{{ tally(works, 'state', '没有的') }}",
    "{{ tally(works, 'name', '建成') }}",
    "+ 推进工作。做了{{ people }}。\n#  小标题\n# {{ scope }}\n+没有空格\n#没有空格",
    "| 事 | 结果\n|  {{ people }} | {{ paid }}，多\n|没有空格\n句中 | 不算",
    "{{ table(paid, pass_rate) }}\n  {{ table(paid) }}  \n句中{{ table(paid) }}。",
    "+ {{ table(paid) }}\n{{ table() }}\n{{ table(paid.last) }}\n{{ table(scope) }}\n{{ table }}",
    "单花括号{ 花 }、{% if x %}、{# 注 #}、3%、}} 都是文字",
    "没有结束{{ paid\n下一行{{ paid }}",
    "{{ }}{{}}{{ { }}{{ {{ paid }}",
    "𠮷😀{{ nope }}𠮷{{ people }}",
    "{{ __proto__ }}{{ constructor }}{{ toString(paid) }}{{ paid|constructor }}",
    "{{ paid.constructor }}{{ total(works, 'constructor') }}{{ works|listed('__proto__') }}",
    "{{ share(change(paid), people) }}{{ paid|wan|cn }}{{ paid + 1 }}{{ 12 }}{{ '文' }}",
    "{{ rest(people, samples) }}{{ rest(samples, passed) }}{{ plus(paid, paid) }}",
    "{{ compared(people) }}{{ compared(paid.last) }}",
    "{{ completion(visits) }}{{ growth(pass_rate) }}",
    "{{ scope.last }}{{ people.last }}{{ people.now }}{{ once_rate.last }}{{ pass_rate.last }}",
    "{{ paid|wan() }}{{ paid|wan('x') }}{{ share(people) }}{{ share(people, people, people) }}",
    "{{ works }}{{ grade }}{{ period|next }}{{ started|month }}{{ crowd|bare }}{{ named(crowd) }}",
    "{{ compared(paid, 'short') }}{{ before(paid, 'long') }}{{ then_against(visits,'short') }}",
    "{{ told(people, '开展', '没有开展') }}{{ told(people, '3次', '无') }}{{ told(paid) }}",
    "{{ planned(paid, '支出', '没有支出') }}{{ planned(visits, '支出', '没有支出') }}",
    "{{ outcome(passed, samples, '合格', '不合格') }}{{ outcome(passed, people, '是', '否') }}",
    "{{ rated(pass_rate, '合格率', 'short') }}{{ rated(paid, '率') }}{{ then_compared(people) }}",
    "{{ then_trends(paid, pass_rate) }}{{ then_trends(paid) }}{{ then_trends(paid, people) }}",
    "{{ known(paid) }}{{ paid|nothing }}{{ Paid }}{{ 支出 }}{{ paid。last }}",
)


def specs() -> dict[str, Any]:
    """Return the facts the texts may cite, as the vocabulary has them."""
    facts = {name: {"label": name, "hint": "—", **fact} for name, fact in FACTS.items()}
    return dict(VocabularyFile.model_validate({"topic": "测试", "facts": facts}).facts)


def every_call() -> list[str]:
    """Return each function with each fact, filters and conditions among them."""
    one = [f"{{{{ {name}({fact}) }}}}" for name, fact in product(FUNCTIONS | CONDITIONS, FACTS)]
    other = [f"{{{{ {fact}|{name} }}}}" for name, fact in product(FILTERS, FACTS)]
    return ["\n".join(one), "\n".join(other)]


def random_texts() -> list[str]:
    """Return texts put together at random from what such texts are made of."""
    random = Random(SEED)  # noqa: S311 - not for secrets
    quoted = ("'name'", "'合格'")
    words = (*FACTS, *FUNCTIONS, *FILTERS, *quoted, "table", "nope", "last", "甲", "。", "𠮷")
    marks = (
        "{{",
        "}}",
        "{{ ",
        " }}",
        "(",
        ")",
        ",",
        ", ",
        "|",
        ".",
        "\n",
        "+ ",
        "# ",
        "| ",
        " ",
        "{%",
    )
    pieces = [*words, *marks * 3]
    return ["".join(random.choices(pieces, k=random.randint(1, 14))) for _ in range(RANDOM_TEXTS)]


def vectors() -> Json:
    """Return all that the file holds."""
    known = specs()
    texts = [*TEXTS, *every_call(), *random_texts()]
    read = [_vector(text, known, marked=marked) for text in texts for marked in (False, True)]
    return {"facts": FACTS, "texts": read}


def _vector(text: str, known: dict[str, Any], *, marked: bool) -> Json:
    found = read_own_text(text, known, marked=marked)
    lines = [{"mark": line.mark, "body": line.body} for line in found.lines]
    mistakes = [
        {
            "index": _units(text[: m.index]),
            "what": m.error.what,
            "expected": m.error.expected,
            **({"fact": m.error.fact} if m.error.fact else {}),
        }
        for m in found.mistakes
    ]
    return {"text": text, "marked": marked, "lines": lines, "mistakes": mistakes}


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def dumped() -> str:
    """Return the file, a text a line."""
    made = vectors()
    texts = ",\n".join(json.dumps(one, ensure_ascii=False) for one in made["texts"])
    facts = json.dumps(made["facts"], ensure_ascii=False)
    return f'{{"facts": {facts},\n"texts": [\n{texts}\n]}}\n'


if __name__ == "__main__":
    FILE.write_text(dumped(), "utf-8")
