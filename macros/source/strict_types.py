"""Numbers and dates in data files, each with one way to write it.

Pydantic alone takes 1_0, 1.0 and +1 for a whole number, 1e3 for a number and a time for a date.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError


def _written(form: str, kind: str) -> BeforeValidator:
    """Return a check of how a scalar is written; `kind` is an error that `model` puts in words."""

    def check(value: Any) -> Any:
        if isinstance(value, str) and not re.fullmatch(form, value):
            raise PydanticCustomError(kind, kind)
        return value

    return BeforeValidator(check)


WHOLE = "-?(0|[1-9][0-9]{0,14})"
Integer = Annotated[int, _written(WHOLE, "int_parsing")]
Exact = Annotated[Decimal, _written(rf"{WHOLE}(\.[0-9]{{1,6}})?", "decimal_parsing")]
Day = Annotated[dt.date, _written("[0-9]{4}-[0-9]{2}-[0-9]{2}", "date_parsing")]
