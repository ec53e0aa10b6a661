"""Writes the seven texts anew, to be reviewed by eye: `python -m tests.coverage`."""

from tests.coverage import update

update()
