"""An own text is read as its shared vectors say, and figures between braces are all it has."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from macros.templating.own_text import read_own_text
from tests.vectors import own_text

SPECS = own_text.specs()


def test_the_vectors_are_up_to_date() -> None:
    assert own_text.FILE.read_text("utf-8") == own_text.dumped(), (
        "run: python -m tests.vectors.own_text"
    )


@given(st.text(st.characters(exclude_characters="{\n\r \t\u3000"), min_size=1))
def test_a_text_without_double_braces_is_itself(text: str) -> None:
    (line,) = read_own_text(text, SPECS, marked=False).lines
    assert (line.mark, line.body) == ("", [text])


@given(st.text())
def test_whatever_is_typed_is_read(text: str) -> None:
    found = read_own_text(text, SPECS, marked=True)
    assert all(text.startswith("{{", mistake.index) for mistake in found.mistakes)


@given(st.lists(st.sampled_from(own_text.TEXTS), max_size=4))
def test_a_line_means_the_same_wherever_it_stands(texts: list[str]) -> None:
    whole = read_own_text("\n".join(texts), SPECS, marked=True)
    parts = [read_own_text(text, SPECS, marked=True) for text in texts]
    assert whole.lines == [line for part in parts for line in part.lines]
