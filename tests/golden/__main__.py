"""Writes anew what changes with the data, to be reviewed by eye: `python -m tests.golden`.

All texts, the names of places, and what readers ask.  Data with mistakes have no texts: the
mistakes are told, and nothing is written.
"""

import sys

from macros.source.report import ProblemsFoundError

try:
    from tests.golden import update
    from tests.vectors.questions import write
except ProblemsFoundError as error:
    sys.exit(str(error))

update()
write()
