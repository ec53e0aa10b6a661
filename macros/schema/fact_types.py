"""The traits of each fact type, declared once for all modules that use it.

They are in fact_types.json, because browser/schema/fact_types.js reads them too; what the site
calls a type is in type_names.json, and what becomes of it when a period is over, which a page
reads only when it rolls a draft forward, in next_periods.json.  What a type *does* stands in tables
by type; tests/schema/test_fact_types.py lists these tables and fails where a type is missing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from dataclasses import field as default
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from macros.source.shared_table import shared_table

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, kw_only=True)
class FactTraits:
    """The traits of a type; those that are left out in the file are false or empty."""

    name: str  # what the site calls it
    kind: str  # of its expressions in a template (macros/templating/language.py)
    next_period: Literal["kept", "moved", "emptied"]  # what becomes of it when a period is over
    fact: bool = False  # a fact of the vocabulary may have it
    field: bool = False  # a field of a list's records may have it
    needs: Sequence[str] = ()  # keys that its declaration in the vocabulary must have
    allows: Sequence[str] = ()  # keys that only some types have, and this one may
    defaults: dict[str, Any] = default(default_factory=dict)  # of keys in its declaration
    by_unit: dict[str, dict[str, Any]] = default(default_factory=dict)  # more defaults, by its unit
    units: Sequence[str] = ()  # the only ones it may have
    number: bool = False  # entered as a number that may be calculated with
    whole: bool = False  # a number without decimals
    series: bool = False  # may have the sides last and plan
    computed: bool = False  # never asked for, because others are entered that it is computed from
    quotient: bool = False  # numerator ÷ denominator; may be entered where these are not known
    records: bool = False  # entered as records with fields
    citable: bool = False  # a list's record may cite it
    strict: bool = False  # what is typed has one strict form, as 1,234 and 2026年一季度 have
    chosen: bool = False  # entered by choosing from a list
    telling: bool = False  # the same value as in an example has probably been left over

    @property
    def scalar(self) -> bool:
        """Tell whether it is entered as one text, or as one for each side."""
        return not self.records

    def defaults_of(self, unit: Any) -> dict[str, Any]:
        """Return what its declaration need not state, with what goes by the unit."""
        return {**self.defaults, **self.by_unit.get(str(unit or self.defaults.get("unit")), {})}


def _beside(name: str) -> dict[str, Any]:
    """Return a table beside this module: one trait of each type."""
    table: dict[str, Any] = json.loads(Path(__file__).with_name(name).read_text("utf-8"))
    return table


NAMES, NEXT_PERIODS = _beside("type_names.json"), _beside("next_periods.json")
FACT_TYPES = {
    name: FactTraits(name=NAMES[name], next_period=NEXT_PERIODS[name], **traits)
    for name, traits in shared_table(__file__).items()
}
