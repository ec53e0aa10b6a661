"""Spares each edition what costs most of the theme: listing its icons and compiling templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import BytecodeCache, Environment
    from mkdocs.theme import Theme


def keep_compiled(theme: Theme, compiled: BytecodeCache) -> None:
    """Have every environment of a theme, also those that plugins ask for, share compiled code."""
    get_env = theme.get_env

    def with_compiled() -> Environment:
        environment = get_env()
        environment.bytecode_cache = compiled
        return environment

    theme.get_env = with_compiled  # type: ignore[method-assign]


class ThemeFiles:
    """Lists a theme's files as a Jinja environment does, but only once for each of its states."""

    def __init__(self, environment: Environment, known: dict[str, list[str]], state: str) -> None:
        """Take the theme's environment, the lists known so far, and what the theme looks like."""
        self.environment, self.known, self.state = environment, known, state

    def list_templates(self, *, filter_func: Callable[[str], bool]) -> list[str]:
        """Return the names of the files that a filter lets pass, which is always the same one."""
        if self.state not in self.known:
            self.known.clear()
            self.known[self.state] = self.environment.list_templates(filter_func=filter_func)
        return self.known[self.state]
