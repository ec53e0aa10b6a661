"""Tells whether figures have changed materially: by more than a twentieth, or words at all.

Mirrors browser/library/material_change.js.
"""

from __future__ import annotations

import re
from decimal import Decimal

from macros.figures.values import MULTIPLIERS

NUMBER = re.compile(r"\(?(-?[0-9]+(?:\.[0-9]+)?)([万亿]?)\)?")
MATERIAL = 20  # a change of more than one part in so many


def is_alike(before: str, now: str) -> bool:
    """Tell whether two rows of figures, parted by spaces, are materially the same."""
    old, new = before.split(), now.split()
    return len(old) == len(new) and all(map(_alike, old, new))


def _alike(before: str, now: str) -> bool:
    if before == now:
        return True
    old, new = NUMBER.fullmatch(before), NUMBER.fullmatch(now)
    if not old or not new:
        return False
    first, second = _number(old), _number(new)
    return first != 0 != second and abs(second - first) * MATERIAL <= abs(first)


def _number(match: re.Match[str]) -> Decimal:
    return Decimal(match[1]).scaleb(MULTIPLIERS.get(match[2], 0))
