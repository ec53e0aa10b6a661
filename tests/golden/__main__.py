"""Writes every office's text anew, to be reviewed by eye: `python -m tests.golden`."""

from tests.golden import update

update()
