"""Specialises a template for the brief or detailed form of a summary.

Conditions on `detailed` are evaluated here, once.  A branch that the form never takes is left out,
with the facts that stand only there, so rendering needs no form in Python or in the browser.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import nodes

from macros.templating.variation import always, is_always, variation, wordings

if TYPE_CHECKING:
    from collections.abc import Container

    from macros.schema.archetypes import Form

Test = nodes.Node | bool  # a condition, or its value where the form alone decides it


def tree_for_form(tree: nodes.Template, form: Form) -> nodes.Template:
    """Return a checked template's tree without the branches that the form never takes.

    The statements are copies, the expressions are shared with `tree`.
    """
    return nodes.Template(_body(tree.body, detailed=form == "detailed"), lineno=tree.lineno)


def names_in(tree: nodes.Template, known: Container[str]) -> tuple[str, ...]:
    """Return those of the known names that occur in the tree, each once, in order."""
    names = (node.name for node in tree.find_all(nodes.Name))
    return tuple(dict.fromkeys(name for name in names if name in known))


def _body(statements: list[nodes.Node], *, detailed: bool) -> list[nodes.Node]:
    return [kept for statement in statements for kept in _statement(statement, detailed=detailed)]


def _statement(node: nodes.Node, *, detailed: bool) -> list[nodes.Node]:
    """Return what is left of a statement; an if or for without a body is left out."""
    match node:
        case nodes.Output():
            return [nodes.Output(node.nodes, lineno=node.lineno)]
        case nodes.If():
            return _if(node, detailed=detailed)
        case nodes.Scope():
            return _vary(node, detailed=detailed)
        case nodes.For():
            body = _body(node.body, detailed=detailed)
            others = (node.else_, node.test, node.recursive)
            loop = nodes.For(node.target, node.iter, body, *others, lineno=node.lineno)
            return [loop] if body else []
    raise TypeError(f"not in the profile: {type(node).__name__}")


def _if(node: nodes.If, *, detailed: bool) -> list[nodes.Node]:
    branches: list[tuple[nodes.Node, list[nodes.Node]]] = []
    otherwise = node.else_
    for branch in (node, *node.elif_):
        test = _test(branch.test, detailed=detailed)
        if test is True:
            otherwise = branch.body
            break
        if test is not False:
            branches.append((test, _body(branch.body, detailed=detailed)))
    last = _body(otherwise, detailed=detailed)
    while branches and not (last or branches[-1][1]):
        branches.pop()
    if not branches:
        return last
    (first, body), *more = branches
    others = [nodes.If(test, inner, [], [], lineno=test.lineno) for test, inner in more]
    return [nodes.If(first, body, others, last, lineno=node.lineno)]


def _vary(node: nodes.Scope, *, detailed: bool) -> list[nodes.Node]:
    """Return the wordings that the form has; a single one needs no turns."""
    branches = []
    for wording in wordings(node):
        test = _test(wording.test, detailed=detailed)
        if test is not False:
            body, line = _body(wording.body, detailed=detailed), wording.lineno
            kept = always(line) if isinstance(test, bool) else test
            branches.append(nodes.If(kept, body, [], [], lineno=line))
    if len(branches) == 1 and is_always(branches[0].test):
        return branches[0].body
    return [variation(branches, node.lineno)] if branches else []


def _test(node: nodes.Node, *, detailed: bool) -> Test:
    match node:
        case nodes.Name(name="detailed"):
            return detailed
        case nodes.Not():
            inner = _test(node.node, detailed=detailed)
            return not inner if isinstance(inner, bool) else nodes.Not(inner, lineno=node.lineno)
        case nodes.And() | nodes.Or():
            return _and_or(node, detailed=detailed)
    return node


def _and_or(node: nodes.And | nodes.Or, *, detailed: bool) -> Test:
    left, right = (_test(side, detailed=detailed) for side in (node.left, node.right))
    deciding = isinstance(
        node, nodes.Or
    )  # the value of one side that decides: true for or, false for and
    if deciding in (left, right):
        return deciding
    if isinstance(left, bool):
        return right
    return left if isinstance(right, bool) else type(node)(left, right, lineno=node.lineno)
