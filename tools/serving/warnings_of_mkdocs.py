"""Catches what MkDocs warns of, which would else go to the terminal."""

from __future__ import annotations

import logging


class Warnings(logging.Handler):
    """Catches what MkDocs warns of, and keeps it from the terminal."""

    def __init__(self) -> None:
        """Begin without warnings."""
        super().__init__(logging.WARNING)
        self.found: list[str] = []
        self.logger = logging.getLogger("mkdocs")

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a warning."""
        self.found.append(record.getMessage())

    def __enter__(self) -> None:
        """Begin to listen."""
        self.logger.setLevel(logging.WARNING)
        self.logger.addHandler(self)

    def __exit__(self, *_: object) -> None:
        """End to listen."""
        self.logger.removeHandler(self)

    def taken(self) -> list[str]:
        """Return the warnings since the last call."""
        taken, self.found = self.found, []
        return taken
