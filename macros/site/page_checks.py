"""Checks the Markdown pages before MkDocs reads them: encoding, front matter, calls of macros.

A page may call the site's macros with the id of an archetype or section, and use nothing else of
Jinja: pages run outside the sandbox of the templates, where a name such as `config` would publish
paths of the build machine.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.site.file_name_checks import check_file_names
from macros.site.generated_pages import generated_pages
from macros.site.markup_checks import Page, check_markup
from macros.site.navigation_checks import check_navigation
from macros.source.encoding import read_text
from macros.source.front_matter import read_front_matter
from macros.source.report import Place, Report, nearest
from macros.templating.syntax_messages import in_chinese, place_of_long_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.library.library import Library

# The macros that a page in each folder must call with its own id, which is the file's name.
NEEDED = {
    "docs/archetypes": ("title", "overview", "structure", "example", "facts"),
    "docs/fill": ("fill_title", "fill"),
    "docs/sections": ("section_title", "section_page"),
}
ALONE = (
    *("recent_drafts", "kinds", "specimen"),
    *("section_index", "fact_index", "comparison", "dictionary"),
    *(
        "about",
        "standards",
        "mistakes",
        "terms",
        "questions",
        "keys",
        "licenses",
        "review",
        "scope_tables",
    ),
)
# The macros, and whose id each takes: nobody's, an archetype's or a section's.
MACROS = {
    **dict.fromkeys(ALONE, ""),
    **dict.fromkeys(NEEDED["docs/archetypes"] + NEEDED["docs/fill"], "范本"),
    **dict.fromkeys(NEEDED["docs/sections"], "片段"),
}
FOLDERS = {"范本": "archetypes", "片段": "sections"}
INDEX = "index"  # the index page of a folder


def check_pages(root: Path, library: Library, report: Report) -> None:
    """Report mistakes in the pages, and archetypes without an entry in the navigation."""
    check_file_names(root, report)
    docs = root / "docs"
    written = {path.relative_to(docs).as_posix(): path for path in sorted(docs.rglob("*.*"))}
    known = "\n".join([*written, *generated_pages(library)])
    for address, path in written.items():
        name = f"docs/{address}"
        text = read_text(path, name, report) if address.endswith(".md") else None
        if text is not None:
            library.remember(_check_text, report, name, text, root, known)
    check_navigation(root, library, report)


def _check_text(  # noqa: PLR0913, PLR0917 - all that the check of a page depends on
    library: Library, report: Report, name: str, text: str, root: Path, known: str
) -> None:
    _check_page(Page(name, root / name, text, report, known.split("\n")), library)


def _call(macro: str, id_: str) -> str:
    return f'{{{{ {macro}("{id_}") }}}}'


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
        what = f"双花括号写法不对：{in_chinese(error)}"
        report.error(Place(name, error.lineno), what, _usage())
        return
    except ValueError:
        place = place_of_long_number(page.source, name)
        report.error(place, "双花括号里写了一个过长的数", _usage())
        return
    except RecursionError:
        report.error(Place(name), "嵌套过深", "少嵌套几层")
        return
    _check_calls(tree, page, library)
    check_markup(_without_calls(tree)[front.end :], page)


def _check_calls(tree: nodes.Template, page: Page, library: Library) -> None:
    name, report = page.name, page.report
    before = len(report.errors)
    called = [
        _check_call(node, name, page.source, library, report)
        for node in _printed(tree, name, report)
    ]
    folder, _, file = name.rpartition("/")
    stem = file.removesuffix(".md")
    if len(report.errors) > before or stem == INDEX:
        return
    for macro in NEEDED.get(folder, ()):
        if macro not in called:
            report.error(Place(name), f"这一页没有用“{macro}”", _call(macro, stem))


def _without_calls(tree: nodes.Template) -> str:
    """Return the page as Markdown gets it, with a word in place of each macro."""
    parts = (n for statement in tree.find_all(nodes.Output) for n in statement.nodes)
    return "".join(n.data if isinstance(n, nodes.TemplateData) else "宏" for n in parts)


def _printed(tree: nodes.Template, name: str, report: Report) -> Iterator[nodes.Expr]:
    for statement in tree.body:
        if isinstance(statement, nodes.Output):
            yield from (n for n in statement.nodes if not isinstance(n, nodes.TemplateData))
        else:
            report.error(Place(name, statement.lineno), "页面里不用 {% %}", _usage())


def _check_call(node: nodes.Expr, page: str, text: str, library: Library, report: Report) -> str:
    """Check a call of a macro and return its name."""
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
    for argument in arguments:
        named_id = str(argument.value) if isinstance(argument, nodes.Const) else ""
        _check_id(
            named_id,
            MACROS.get(name) or "范本",
            _place_of(named_id, place, text),
            library,
            report,
        )
    return name


def _check_id(named_id: str, kind: str, place: Place, library: Library, report: Report) -> None:
    """Report an id that is unknown, or that is not the id of the page itself."""
    known = library.sections if kind == "片段" else library.archetypes
    folder, _, file = place.file.rpartition("/")
    own = file.removesuffix(".md") if folder in NEEDED else ""
    if own and named_id in known and named_id != own:
        report.error(place, f"这一页写的是“{named_id}”", f"{own}，与文件名相同")
    elif named_id not in known and not library.is_unread(f"data/{FOLDERS[kind]}/{named_id}.yml"):
        options = own if own in known else "、".join(known)
        report.error(place, f"没有“{named_id}”这个{kind}", options, nearest(named_id, known))


def _place_of(argument: str, place: Place, text: str) -> Place:
    """Return the place of a quoted argument, found in the text: the syntax tree has no columns."""
    line = text.split("\n")[place.line - 1]
    found = re.search(f"[\"']{re.escape(argument)}[\"']", line)
    return Place(place.file, place.line, found.start() + 1) if found else place


def _usage() -> str:
    return "、".join(f"{name}({'id' if takes else ''})" for name, takes in MACROS.items())
