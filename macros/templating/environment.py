"""The Jinja environment that reads templates: their syntax and white space are Jinja's."""

from __future__ import annotations

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from macros.templating.language import CALLS, FILTERS
from macros.templating.variation import Variation


def make_environment() -> ImmutableSandboxedEnvironment:
    """Return a Jinja environment: sandboxed, strict, with the functions of `language` only."""
    environment = ImmutableSandboxedEnvironment(
        extensions=[Variation],
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        autoescape=False,
    )
    environment.globals = {name: function.call for name, function in CALLS.items()}
    environment.filters = {name: function.call for name, function in FILTERS.items()}
    environment.tests = {}
    return environment
