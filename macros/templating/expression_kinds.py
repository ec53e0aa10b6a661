"""Kinds of expressions, and the facts known to be present once a condition holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import nodes

from macros.figures.values import SIDES
from macros.schema.vocabulary import FactSpec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from macros.schema.vocabulary import FieldSpec


@dataclass(frozen=True)
class Kind:
    """The kind of an expression, and the fact, field or loop variable it refers to."""

    name: str
    spec: FieldSpec | None = None
    path: str = ""
    optional: bool = False


def sides(spec: FieldSpec | None, specs: Mapping[str, FactSpec]) -> list[str]:
    """Return the sides of a fact: now and its series; a rate has what both its facts have."""
    if not isinstance(spec, FactSpec):
        return ["now"]
    both = [specs[name].series for name in spec.sources if name in specs]
    shared = [side for side in SIDES if all(side in series for series in both)]
    series = shared if spec.traits.quotient else spec.series
    return [side for side in SIDES if side == "now" or side in series]


def field_kind(spec: FieldSpec, path: str) -> Kind:
    """Return the kind a field of a list's record has."""
    name = "approx" if spec.traits.number and spec.approx else spec.traits.kind
    return Kind(name, spec, path, not spec.required)


def fact_kind(spec: FactSpec, specs: Mapping[str, FactSpec]) -> Kind:
    """Return the kind a fact's name has in a template."""
    name = spec.traits.kind
    if name == "number":
        name = "approx" if spec.approx else "series" if len(sides(spec, specs)) > 1 else name
    return Kind(name, spec, spec.id, not spec.required)


# --- what a condition proves ------------------------------------------------------------------

PROVEN_SIDE = {
    "rises": "last",
    "falls": "last",
    "level": "last",
    "reached": "plan",
    "exceeded": "plan",
}
PROVEN_NONZERO = ("several", "partly")


def implied(node: nodes.Node, *, truth: bool) -> frozenset[str]:
    """Return the paths known to be given, or not zero, when the condition is true (or false)."""
    if isinstance(node, nodes.Not):
        return implied(node.node, truth=not truth)
    if isinstance(node, (nodes.And, nodes.Or)):
        left, right = implied(node.left, truth=truth), implied(node.right, truth=truth)
        return left | right if isinstance(node, nodes.And) == truth else left & right
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return frozenset()
    paths, name = list(paths_of(node.args)), node.node.name
    if name == "given":  # the list may still have nothing
        return frozenset()
    if not truth:
        return frozenset(map(nonzero, paths if name == "zero" else []))
    side = PROVEN_SIDE.get(name)
    others = [f"{path}.{side}" for path in paths if side]
    return frozenset([*paths, *others, *map(nonzero, paths if name in PROVEN_NONZERO else [])])


def nonzero(path: str) -> str:
    """Return what a condition has proved where the figure of a path is not zero."""
    return f"{path} ≠ 0"


def paths_of(arguments: Iterable[nodes.Expr]) -> Iterator[str]:
    """Yield the paths of those expressions that are a fact, a side or a field."""
    for argument in arguments:
        if isinstance(argument, nodes.Name):
            yield argument.name
        elif isinstance(argument, nodes.Getattr) and isinstance(argument.node, nodes.Name):
            yield f"{argument.node.name}.{argument.attr}"
