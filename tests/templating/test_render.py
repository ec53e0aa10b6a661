"""Rendering keeps data apart from text: a value is a value, whatever it looks like."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.figures.values import MARK, Blank, Figure, Row, Rows, Series, Value
from macros.templating.compiler import compile_tree
from macros.templating.environment import make_environment
from macros.templating.form_branches import tree_for_form
from macros.templating.language import CALLS, FILTERS
from macros.templating.render import render

if TYPE_CHECKING:
    from macros.templating.render import Piece


def rendered(source: str, **context: Any) -> list[Piece]:
    tree = tree_for_form(make_environment().parse(source), "detailed")
    return render(compile_tree(tree), context.__getitem__)


def test_text_and_values_come_in_order() -> None:
    org, work = Value("某站", ("org",)), Value("水质", ("work",))
    assert rendered("{{ org }}的{{ work }}。", org=org, work=work) == [org, "的", work, "。"]


def test_values_side_by_side_stay_apart() -> None:
    one, two = Value("甲", ("a",)), Value("乙", ("b",))
    assert rendered("{{ one }}{{ two }}", one=one, two=two) == [one, two]


def test_text_alone_is_one_piece() -> None:
    assert rendered("甲。\n乙。") == ["甲。\n乙。"]
    assert rendered("") == []


def rows(known: list[bool]) -> Rows:
    """Return records with a name each, and a cost where it is known."""
    cost = Figure(number=Decimal(1), unit="元", facts=("l[0].cost",))
    records = [{"name": Value("甲"), "cost": cost if one else Blank(MARK)} for one in known]
    return Rows(tuple(Row(dict(one)) for one in records), "表", "项", "l", "name", {})


VARIED = "{% for t in l %}{% vary %}一{% or known(t.cost) %}二{% or %}三{% endvary %}{% endfor %}"


@pytest.mark.parametrize(
    ("known", "text"),
    [
        ([True] * 7, "一二三一二三一"),
        ([False] * 5, "一三一三一"),
        ([False, False, True, True, True], "一三二一三"),
        ([True, False, True], "一三二"),
        ([], ""),
    ],
)
def test_wordings_take_turns(known: list[bool], text: str) -> None:
    assert "".join(map(str, rendered(VARIED, l=rows(known)))) == text


@pytest.mark.parametrize(
    ("count", "text"), [(1, "甲。"), (2, "甲；和甲。"), (3, "甲；、甲；和甲。")]
)
def test_a_loop_joins_and_ends_its_rows(count: int, text: str) -> None:
    source = "{% for t in l %}{{ loop.joint }}{{ t.name }}{{ loop.stop }}{% endfor %}"
    assert "".join(map(str, rendered(source, l=rows([True] * count)))) == text


def test_each_loop_and_each_variation_has_turns_of_its_own() -> None:
    vary = "{% vary %}甲{% or %}乙{% endvary %}"
    source = f"{{% for t in l %}}{vary}{vary}{{% endfor %}}。" * 2
    assert rendered(source, l=rows([True, True])) == ["甲甲乙乙。甲甲乙乙。"]


def test_a_wording_of_the_other_form_takes_no_turn() -> None:
    source = "{% for t in l %}{% vary %}甲{% or not detailed %}乙{% endvary %}{% endfor %}"
    assert rendered(source, l=rows([True, True])) == ["甲甲"]


@given(st.text())
def test_a_value_comes_out_as_it_went_in(text: str) -> None:
    value = Value(text, ("x",))
    assert rendered("甲{{ x }}乙{{ x }}", x=value) == ["甲", value, "乙", value]


@pytest.mark.parametrize(
    "text",
    ["{{ x }}", "{% raw %}", "{# #}", "\ue0000\ue001", "\n\n# 标题\n", "+ 项", "<b>", "&amp;"],
)
def test_a_value_is_never_read_as_anything_else(text: str) -> None:
    value = Value(text, ("x",))
    assert rendered("{{ x }}", x=value) == [value]


def test_a_series_prints_this_period_and_a_blank_stays_one() -> None:
    now, last = Figure(number=Decimal(7), unit="例", facts=("c.now",)), Blank(MARK, ("c.last",))
    cases = Series(now, last, last, "病例")
    assert rendered("{{ c }}{{ c.last }}", c=cases) == [now, last]


def test_lines_of_tags_vanish() -> None:
    source = "甲\n{% if detailed %}\n乙\n{% endif %}\n丙\n"
    assert rendered(source) == ["甲\n乙\n丙"]


def test_functions_and_filters_give_values_too() -> None:
    now, last = (Figure(number=Decimal(n), unit="例", facts=(f"c.{n}",)) for n in (7, 11))
    cases = Series(now, last, Blank(MARK), "病例", "上年同期")
    (change, bare) = rendered("{{ change(c) }}{{ c|bare }}", c=cases)
    assert (str(change), str(bare)) == ("减少4例", "7")


def test_the_environment_knows_the_words_of_the_profile_and_no_more() -> None:
    environment = make_environment()
    assert environment.globals.keys() == CALLS.keys()
    assert environment.filters.keys() == FILTERS.keys()
    assert not environment.tests


def test_an_unknown_name_is_an_error_should_one_ever_come_this_far() -> None:
    with pytest.raises(KeyError):
        rendered("{{ nothing }}")


@pytest.mark.parametrize("source", ["{{ x.__class__ }}", "{{ x.text }}", "{{ x['text'] }}"])
def test_nothing_of_a_value_can_be_reached_that_the_profile_refuses(source: str) -> None:
    with pytest.raises((TypeError, ValueError)):
        rendered(source, x=Value("甲"))


def test_what_a_holding_condition_reads_is_noted() -> None:
    source = "{% if known(a) %}甲{% elif known(b) or known(c) %}乙{% endif %}"
    tree = compile_tree(tree_for_form(make_environment().parse(source), "detailed"))
    values, read = {"a": Blank(MARK), "b": Value("b"), "c": Blank(MARK)}, set[str]()
    assert render(tree, values.__getitem__, read) == ["乙"]
    assert read == {"b", "c"}
