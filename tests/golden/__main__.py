"""Writes all texts and names of places anew, to be reviewed by eye: `python -m tests.golden`."""

from tests.golden import update

update()
