"""What is told of words and figures that name a fact which is no longer asked for.

They are kept as they were written, and the text stays a draft until somebody has changed them.
Mirrors browser/facts/retired_facts.js.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def named_retired(name: str, gone: Mapping[str, str]) -> tuple[str, str] | None:
    """Return what is wrong, and what to do, where a name is that of a retired fact."""
    if name not in gone:
        return None
    return f"指标“{gone[name]}”（{name}）已经取消，这里照原样留着", "改用现有的指标，或者删去"
