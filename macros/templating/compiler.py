"""Compiles a checked template to JSON for the interpreter in the browser.

A body is a list of statements, a statement is one of
  "text"                          literal text, as Jinja's lexer left it
  ["=", expression]               prints a value
  ["if", [[condition, body], …], else body]
  ["vary", [[condition, body], …], []]  one of the wordings, in turn
  ["for", name, expression, body]
and an expression is one of
  "name"                          a fact or a loop variable
  [".", expression, "attribute"]  a side, a field, or a word of a loop
  ["'", "text"]                   an option or the name of a field
  ["()", "word", expression, …]   a function, filter or condition of `language`
  ["()", "table", "name", …]      a table of facts, printed on a line of its own
  ["not", a]  ["and", a, b]  ["or", a, b]  ["==", a, b]  ["!=", a, b]
Everything else has been refused by the profile; `detailed` has been evaluated by `form_branches`.
"""

from __future__ import annotations

from typing import Any

from jinja2 import nodes

from macros.templating.variation import is_always, wordings

Json = Any
Body = list[Json]
COMPARISONS = {"eq": "==", "ne": "!="}
ALWAYS = ["not", ["'", ""]]  # the condition of a wording that has none


def compile_tree(tree: nodes.Template) -> Body:
    """Return the body of a checked template whose tree has not been wrapped by `render` yet."""
    return _body(tree.body)


def _body(statements: list[nodes.Node]) -> Body:
    return [part for statement in statements for part in _statement(statement)]


def _statement(node: nodes.Node) -> Body:
    match node:
        case nodes.Output():
            return [_printed(part) for part in node.nodes]
        case nodes.If():
            branches = [(node.test, node.body), *((b.test, b.body) for b in node.elif_)]
            tested = [[_expression(test), _body(body)] for test, body in branches]
            return [["if", tested, _body(node.else_)]]
        case nodes.Scope():
            branches = [(wording.test, wording.body) for wording in wordings(node)]
            return [["vary", [[_expression(test), _body(body)] for test, body in branches], []]]
        case nodes.For(target=nodes.Name(name=name)):
            return [["for", name, _expression(node.iter), _body(node.body)]]
    raise TypeError(f"not in the profile: {type(node).__name__}")


def _printed(part: nodes.Expr) -> Json:
    return part.data if isinstance(part, nodes.TemplateData) else ["=", _expression(part)]


def _expression(node: nodes.Node) -> Json:
    match node:
        case nodes.Name():
            return node.name
        case nodes.Const():
            return ALWAYS if is_always(node) else ["'", node.value]
        case nodes.Getattr():
            return [".", _expression(node.node), node.attr]
        case nodes.Call(node=nodes.Name(name=name)):
            return ["()", name, *map(_expression, node.args)]
        case nodes.Filter(node=nodes.Expr() as filtered):
            return ["()", node.name, *map(_expression, [filtered, *node.args])]
    return _condition(node)


def _condition(node: nodes.Node) -> Json:
    match node:
        case nodes.Not():
            return ["not", _expression(node.node)]
        case nodes.And() | nodes.Or():
            return [type(node).__name__.lower(), _expression(node.left), _expression(node.right)]
        case nodes.Compare(ops=[operand]):
            return [COMPARISONS[operand.op], _expression(node.expr), _expression(operand.expr)]
    raise TypeError(f"not in the profile: {type(node).__name__}")
