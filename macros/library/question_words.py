"""The kinds of questions that words raise: a rank nobody vouches for, problems and plans of nobody.

Mirrors browser/library/question_words.js.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.facts.paths import label_at
from macros.figures.values import Value
from macros.library.question_sums import Found, mark_of, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.figures.values import Row
    from macros.library.asked_facts import AskedFacts
    from macros.schema.questions import QuestionRule

SENTENCE = re.compile("[^。；\n]+")


def claim(rule: QuestionRule, asked: AskedFacts) -> Iterator[Found]:
    """Find a claim to a rank in what was typed, in a sentence that does not say whose it is."""
    sources = [spec.stated_by for spec in asked.declared if spec.stated_by]
    if any(asked.is_known(source) for source in sources):
        return
    for path, text in _typed(asked):
        for sentence in SENTENCE.findall(text):
            if re.search(rule.words or "", sentence) and not re.search(rule.unless or "", sentence):
                words = {"label": label_at(asked.specs, path), "claim": sentence}
                yield Found(path, words, (f"“{sentence}”",), (mark_of(sentence),), path=path)


def _typed(asked: AskedFacts) -> Iterator[tuple[str, str]]:
    """Yield the texts that were typed, with their paths."""
    for name in asked.names:
        spec, entry = asked.specs[name], asked.entries.get(name)
        if spec.type == "text" and isinstance(entry, str):
            yield name, entry
        for index, record in enumerate(entry if isinstance(entry, list) else []):
            for part, field in spec.record.items():
                text = record.get(part)
                if field.type == "text" and isinstance(text, str):
                    yield f"{name}[{index}].{part}", text


def lacking(rule: QuestionRule, asked: AskedFacts) -> Iterator[Found]:
    """Find a list none of whose records has what one of them should have."""
    rows = [_words_of(rule, row) for row in asked.rows(rule.rows)]
    if len(rows) < (rule.at_least or 0) or any(re.search(rule.words or "", row) for row in rows):
        return
    behind = tuple(map(mark_of, rows))
    yield Found(rule.rows or "", {"count": str(len(rows))}, tuple(rows), behind)


def unnamed(rule: QuestionRule, asked: AskedFacts) -> Iterator[Found]:
    """Find the records of a list that do not have what each should have."""
    title, *fields = rule.fields or []
    rows = list(enumerate(asked.rows(rule.rows)))
    found = [(at, row) for at, row in rows if _is_without(rule, row, fields)]
    if not found:
        return
    words = {"titles": quoted([str(row[title]) for _, row in found])}
    told = tuple(f"{row[title]}：{_joined(row, fields)}" for _, row in found)
    path = f"{rule.rows}[{found[0][0]}].{fields[0]}"
    yield Found(rule.rows or "", words, told, tuple(map(mark_of, told)), path=path)


def _is_without(rule: QuestionRule, row: Row, fields: list[str]) -> bool:
    text = _joined(row, fields)
    return bool(text) and not re.search(rule.words or "", text)


def _words_of(rule: QuestionRule, row: Row) -> str:
    return _joined(row, rule.fields or [])


def _joined(row: Row, fields: list[str]) -> str:
    """Return the fields of a record that were filled in."""
    values = (row[name] for name in fields)
    return "；".join(v.text for v in values if isinstance(v, Value) and v.known and v.text)
