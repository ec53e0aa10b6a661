"""Writes anew what changes with the data, to be reviewed by eye: `python -m tests.golden`.

All texts, the names of places, and what readers ask.
"""

from tests.golden import update
from tests.vectors.questions import write

update()
write()
