"""Checks the Markdown pages before MkDocs sees them: encoding, front matter, and what they call.

A page may call the site's macros with the id of an archetype or section and nothing else of Jinja:
pages run outside the sandbox of the templates, where a name such as `config` would publish build
paths.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.docs_names import check_names
from macros.encoding import read_text
from macros.front_matter import read_front_matter
from macros.page_markup import Page, check_markup
from macros.report import Place, Report, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.library import Library

# The two lines of a section's page call these.
SECTION_PAGE = ("section_title", "section_page")
# The macros, and what each takes: nothing, or the id of an archetype or a section.
MACROS = {
    **dict.fromkeys(("cards", "section_index", "comparison", "standards", "mistakes"), ""),
    **dict.fromkeys(("title", "overview", "structure", "example", "facts"), "范本"),
    **dict.fromkeys(("fill_title", "fill"), "范本"),
    **dict.fromkeys(SECTION_PAGE, "片段"),
}
FOLDERS = {"范本": "archetypes", "片段": "sections"}


def check_pages(root: Path, library: Library, report: Report) -> None:
    """Report what is wrong with the pages, and archetypes without a page or menu entry."""
    docs = root / "docs"
    check_names(root, report)
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(root).as_posix()
        text = read_text(path, name, report)
        if text is not None:
            _check_page(Page(name, path, text, report), library)
    menu = read_text(root / "mkdocs.yml", "mkdocs.yml", report) or ""
    for archetype in library.archetypes:
        page = f"archetypes/{archetype}.md"
        if not (docs / page).exists():
            report.error(
                Place(f"docs/{page}"), "范本没有页面", "照抄 docs/archetypes 里任何一页，改掉 id"
            )
        if not (docs / f"fill/{archetype}.md").exists():
            report.error(
                Place(f"docs/fill/{archetype}.md"),
                "范本没有填写页",
                "照抄 docs/fill 里任何一页，改掉 id",
            )
        if page not in menu:
            report.error(Place("mkdocs.yml"), f"目录（nav）里没有 {page}", f"“短名: {page}”")
    for section in library.sections:
        page = f"docs/sections/{section}.md"
        if not (root / page).exists():
            title, body = (f'{{{{ {name}("{section}") }}}}' for name in SECTION_PAGE)
            report.error(Place(page), "片段没有页面", f"两行：# {title} 和 {body}")


def _check_page(page: Page, library: Library) -> None:
    name, report = page.name, page.report
    front = read_front_matter(page.source, name, report)
    if not front:
        return
    if not front.renders:
        check_markup(page.source[front.end :], page)
        return
    try:
        tree = Environment(autoescape=True).parse(page.source, name)
    except TemplateSyntaxError as error:
        report.error(Place(name, error.lineno), f"双花括号写法不对（{error.message}）", _usage())
        return
    except RecursionError:
        report.error(Place(name), "嵌套过深", "少嵌套几层")
        return
    for node in _printed(tree, name, report):
        _check_call(node, name, library, report)
    check_markup(_without_calls(tree)[front.end :], page)


def _without_calls(tree: nodes.Template) -> str:
    """Return the page as Markdown gets it, a word in place of what each macro says."""
    parts = (n for statement in tree.find_all(nodes.Output) for n in statement.nodes)
    return "".join(n.data if isinstance(n, nodes.TemplateData) else "宏" for n in parts)


def _printed(tree: nodes.Template, name: str, report: Report) -> Iterator[nodes.Expr]:
    for statement in tree.body:
        if isinstance(statement, nodes.Output):
            yield from (n for n in statement.nodes if not isinstance(n, nodes.TemplateData))
        else:
            report.error(Place(name, statement.lineno), "页面里不用 {% %}", _usage())


def _check_call(node: nodes.Expr, page: str, library: Library, report: Report) -> None:
    place = Place(page, node.lineno)
    called = node.node if isinstance(node, nodes.Call) else node
    name = called.name if isinstance(called, nodes.Name) else ""
    arguments = node.args if isinstance(node, nodes.Call) else []
    if name not in MACROS or not isinstance(node, nodes.Call) or node.kwargs:
        missing = f"没有“{name}”这个宏" if name else "双花括号里不是宏"
        what = f"“{name}”的写法不对" if name in MACROS else missing
        report.error(place, what, _usage(), nearest(name, MACROS))
    elif len(arguments) != bool(MACROS[name]):
        report.error(place, f"“{name}”的参数个数不对", f"{int(bool(MACROS[name]))}个")
    kind = MACROS.get(name) or "范本"
    known = library.sections if kind == "片段" else library.archetypes
    for argument in arguments:
        wanted = argument.value if isinstance(argument, nodes.Const) else ""
        written = library.lost(f"data/{FOLDERS[kind]}/{wanted}.yml")
        if wanted not in known and not written:
            options, guess = "、".join(known), nearest(str(wanted), known)
            report.error(place, f"没有“{wanted}”这个{kind}", options, guess)


def _usage() -> str:
    return "、".join(f"{name}({'id' if takes else ''})" for name, takes in MACROS.items())
