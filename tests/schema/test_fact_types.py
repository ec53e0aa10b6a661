"""The types of facts: one declaration, and every place that behaves differently by type.

A new type fails here at each place that has to know it; browser/tests/schema/fact_types.test.js
has the places of the browser.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from macros.exchange.roll_forward import IN_NEXT_PERIOD
from macros.facts.context import MAKERS
from macros.facts.entries import PARSERS
from macros.facts.normalise import STRICT_FORMS
from macros.schema.fact_types import FACT_TYPES
from macros.schema.vocabulary import EXAMPLES, FactType, FieldType
from macros.templating.language import KIND_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from macros.schema.fact_types import FactTraits

# Where a type has to stand, and which of the types stand there.
PLACES: dict[str, tuple[Iterable[str], Callable[[FactTraits], bool]]] = {
    "FactType in macros/schema/vocabulary.py": (get_args(FactType), lambda t: t.fact),
    "FieldType in macros/schema/vocabulary.py": (get_args(FieldType), lambda t: t.field),
    "PARSERS in macros/facts/entries.py": (PARSERS, lambda t: t.scalar),
    "STRICT_FORMS in macros/facts/normalise.py": (STRICT_FORMS, lambda t: t.strict),
    "MAKERS in macros/facts/context.py": (MAKERS, lambda t: t.fact),
}


@pytest.mark.parametrize("place", PLACES)
def test_every_place_has_the_types_that_are_declared(place: str) -> None:
    there, belongs = PLACES[place]
    assert set(there) == {name for name, traits in FACT_TYPES.items() if belongs(traits)}, place


@pytest.mark.parametrize("name", FACT_TYPES)
def test_a_type_is_declared_with_what_others_know(name: str) -> None:
    traits = FACT_TYPES[name]
    assert traits.kind in KIND_NAMES
    assert traits.next_period in IN_NEXT_PERIOD
    assert {*traits.needs, *traits.allows} <= EXAMPLES.keys()


@pytest.mark.parametrize("name", FACT_TYPES)
def test_the_traits_of_a_type_agree(name: str) -> None:
    traits = FACT_TYPES[name]
    assert traits.fact or traits.field
    assert traits.scalar or not (traits.number or traits.strict or traits.chosen)
    assert set(traits.by_unit) == set(traits.units)
    assert traits.number or not (traits.whole or traits.series)
    assert traits.computed or not traits.quotient
