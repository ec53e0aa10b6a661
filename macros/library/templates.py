"""Loads a template: checks it against the profile and compiles it for each form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from macros.schema.archetypes import Form
from macros.source.report import Place as FilePlace
from macros.templating.compiler import compile_tree
from macros.templating.form_branches import names_in, tree_for_form
from macros.templating.places import Place, split, without_title
from macros.templating.template_checks import TOO_DEEP, check_template
from macros.templating.title_checks import check_ends, check_titles

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from jinja2 import nodes
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from macros.schema.vocabulary import FactSpec
    from macros.source.report import Report
    from macros.templating.compiler import Body

COMMENT = re.compile(r"\{#[^\n]*[^\s#\n][^\n]*#\}\n")


@dataclass(frozen=True)
class TemplateForm:
    """A template in one form: the facts it names, its places, compiled, and these in one body."""

    facts: tuple[str, ...]
    places: tuple[Place, ...]
    body: Body


@dataclass(frozen=True)
class LoadedTemplate:
    """A template that conforms to the profile: the facts it names, and what each form has of it."""

    facts: tuple[str, ...]
    forms: dict[Form, TemplateForm]


def load_template(
    source: str,
    name: str,
    facts: Mapping[str, FactSpec] | None,
    environment: ImmutableSandboxedEnvironment,
    report: Report,
) -> LoadedTemplate | None:
    """Return the template of a file's text, or None after reporting why it cannot be used.

    Without the facts, which it is checked against, only the file itself is looked at.
    """
    if not _is_commented(source, name, report) or facts is None:
        return None
    checked = check_template(source, name, facts, environment, report)
    if checked.tree is None:
        return None
    try:
        loaded = loaded_template(checked.tree, facts)
    except RecursionError:
        report.error(FilePlace(name), *TOO_DEEP)
        return None
    return loaded if _titles_are_clear(source, name, loaded, report) else None


def _titles_are_clear(source: str, name: str, loaded: LoadedTemplate, report: Report) -> bool:
    before = len(report.errors)
    check_titles(source, name, report)
    for form in loaded.forms.values():
        check_ends(source, name, form.body, report)
    return len(report.errors) == before


def _is_commented(source: str, name: str, report: Report) -> bool:
    """Report a file that is empty or does not start with a comment; return whether it has text."""
    if not source.strip():
        report.error(FilePlace(name), "空文件", "模板正文")
        return False
    if not COMMENT.match(source):
        expected = "{# 用一句话写这个模板做什么。 #}，单独一行"
        report.error(FilePlace(name), "第一行不是注释", expected)
    return True


def loaded_template(tree: nodes.Template, facts: Collection[str]) -> LoadedTemplate:
    """Return a template, already checked against the profile, compiled for each form."""

    def compiled(form: Form) -> TemplateForm:
        own = tree_for_form(tree, form)
        places = tuple(split(compile_tree(own)))
        shown = places if form == "detailed" else tuple(map(without_title, places))
        body = [statement for place in shown for statement in place.body]
        return TemplateForm(names_in(own, facts), shown, body)

    return LoadedTemplate(names_in(tree, facts), {form: compiled(form) for form in get_args(Form)})
