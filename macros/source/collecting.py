"""How often Python looks for garbage that refers to itself: seldom, as most of a library stays."""

from __future__ import annotations

import gc

NEW_OBJECTS = 100_000  # between two looks; Python's 700 took a tenth of a build


def collect_rarely() -> None:
    """Have Python look for such garbage only after many new objects, in this process."""
    gc.set_threshold(NEW_OBJECTS)
