"""Loads a template: checks it against the profile and compiles it for each form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from macros.schema.archetypes import Form
from macros.source.encoding import read_text
from macros.source.report import Place
from macros.templating.compiler import compile_tree
from macros.templating.form_branches import names_in, tree_for_form
from macros.templating.language import FLAGS
from macros.templating.render import compile_template
from macros.templating.template_checks import TOO_DEEP, check_template

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from jinja2 import Template, nodes
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from macros.schema.vocabulary import FactSpec
    from macros.source.report import Report
    from macros.templating.compiler import Body

COMMENT = re.compile(r"\{#[^\n]*[^\s#\n][^\n]*#\}\n")


@dataclass(frozen=True)
class TemplateForm:
    """A template in one form: its facts, and its code for Python and for the browser."""

    facts: tuple[str, ...]
    code: Template
    body: Body


@dataclass(frozen=True)
class LoadedTemplate:
    """A template that conforms to the profile: the facts it names, and its code in each form."""

    facts: tuple[str, ...]
    forms: dict[Form, TemplateForm]


def load_template(
    path: Path,
    name: str,
    facts: Mapping[str, FactSpec] | None,
    environment: ImmutableSandboxedEnvironment,
    report: Report,
) -> LoadedTemplate | None:
    """Return the template of a file, or None after reporting why it cannot be used.

    Without the facts, which it is checked against, only the file itself is looked at.
    """
    source = read_text(path, name, report)
    if source is None or not _is_commented(source, name, report) or facts is None:
        return None
    checked = check_template(source, name, facts, environment, report)
    if checked.tree is None:
        return None
    try:
        return loaded_template(checked.tree, facts, environment)
    except (RecursionError, SyntaxError):  # Python's own limits: 20 loops, 100 blocks
        report.error(Place(name), *TOO_DEEP)
        return None


def _is_commented(source: str, name: str, report: Report) -> bool:
    """Report a file that is empty or does not start with a comment; return whether it has text."""
    if not source.strip():
        report.error(Place(name), "空文件", "模板正文")
        return False
    if not COMMENT.match(source):
        expected = "{# 用一句话写这个模板做什么。 #}，单独一行"
        report.error(Place(name), "第一行不是注释", expected)
    return True


def loaded_template(
    tree: nodes.Template, facts: Collection[str], environment: ImmutableSandboxedEnvironment
) -> LoadedTemplate:
    """Return a template, already checked against the profile, compiled for each form."""

    def compiled(form: Form) -> TemplateForm:
        own = tree_for_form(tree, form)
        names, body = names_in(own, facts), compile_tree(own)
        return TemplateForm(names, compile_template(environment, own), body)

    first, *others = get_args(Form)
    forms: dict[Form, TemplateForm] = dict.fromkeys(get_args(Form), compiled(first))
    if names_in(tree, FLAGS):
        forms |= {form: compiled(form) for form in others}
    return LoadedTemplate(names_in(tree, facts), forms)
