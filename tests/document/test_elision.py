"""A paragraph says once with what its figures are compared; the vectors are both languages'."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from macros.document.document import Run
from macros.document.elision import elided
from tests.vectors.make import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable

VECTORS = json.loads((FOLDER / "elision.json").read_text("utf-8"))


def said(texts: Iterable[str]) -> str:
    """Return the text of runs, those that begin with = computed."""
    runs = (Run(t.removeprefix("="), ("x",), "算式" if t[0] == "=" else "") for t in texts)
    return "".join(run.text for run in elided(tuple(runs)))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["said"])
def test_what_was_named_is_not_named_again(vector: dict[str, str]) -> None:
    assert said(vector["texts"]) == vector["said"]
