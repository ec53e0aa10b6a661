"""A paragraph says once with what its figures are compared."""

from __future__ import annotations

import pytest

from macros.document.document import Run
from macros.document.elision import elided


def said(*texts: str) -> str:
    """Return the text of runs, those that begin with = computed."""
    runs = (Run(t.removeprefix("="), ("x",), "算式" if t[0] == "=" else "") for t in texts)
    return "".join(run.text for run in elided(tuple(runs)))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("=，比上年增加1个", "；", "=，比上年增加12人"), "，比上年增加1个；，增加12人"),
        (("=比上年同期提高2分", "。", "=同比下降3%"), "比上年同期提高2分。下降3%"),
        (("=与上年持平", "。", "=，与上年持平"), "与上年持平。，持平"),
        (("=比上年增加1个", "，比上年少"), "比上年增加1个，比上年少"),
        (("=比上年增加1个", "，比上年增加2个"), "比上年增加1个，比上年增加2个"),
        (("=比上年增加1个", "；", "=上年没有"), "比上年增加1个；上年没有"),
        (
            (
                "=比上年增加1次",
                "；",
                "=，比计划的8次少1次",
                "=，比上年增加1次",
                "；",
                "=比上年减少1次",
            ),
            "比上年增加1次；，比计划的8次少1次，比上年增加1次；减少1次",
        ),
    ],
)
def test_what_was_named_is_not_named_again(texts: tuple[str, ...], expected: str) -> None:
    assert said(*texts) == expected
