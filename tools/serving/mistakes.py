"""What is wrong with the project as a page in the browser: where, what, what to do."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound, TemplateSyntaxError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LAST_GOOD = "?last-good"
OWN = ("data", "docs", "macros", "mkdocs.yml", "overrides", "templates")
PAGE = """<!doctype html>
<html lang="zh">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>有{count}处要改</title>
<style>
body {{ max-width: 60em; margin: 2em auto; padding: 0 1em; font: 16px/1.7 sans-serif;
  color: #222; background: #fff; }}
li {{ margin: 1em 0; overflow-wrap: anywhere; }}
code {{ font-size: 1.05em; background: #eee; padding: .1em .3em; }}
@media (prefers-color-scheme: dark) {{
  body {{ color: #ddd; background: #222; }} code {{ background: #444; }} a {{ color: #8cf; }}
}}
</style>
<body>
<h1>有{count}处要改</h1>
<p>改好后保存，本页自己变回网页；有的错误要等这些改好才查得出来，会接着列在这里。</p>
<ol>
{items}
</ol>
{back}
</body>
</html>
"""
BACK = f'<p><a href="{LAST_GOOD}">先看改错以前的网页</a></p>'
BANNER = (
    '<p style="position:fixed;z-index:9;bottom:0;left:0;right:0;margin:0;padding:.5em 1em;'
    'font:14px/1.5 sans-serif;background:#b00;color:#fff">这是改错以前的网页。'
    '<a style="color:#fff" href="?mistakes">看要改的地方</a></p>'
)


@dataclass(frozen=True)
class Mistake:
    """One thing to mend: `file:line:column`, or nothing, and what is wrong there."""

    place: str
    what: str


def mistake_page(mistakes: Sequence[Mistake], *, has_last_good: bool) -> str:
    """Return the page that says what is wrong, with the way to the last good page."""
    items = "\n".join(f"<li>{_item(mistake)}" for mistake in mistakes)
    back = BACK if has_last_good else ""
    return PAGE.format(count=len(mistakes), items=items, back=back)


def _item(mistake: Mistake) -> str:
    place = f"<code>{escape(mistake.place)}</code><br>" if mistake.place else ""
    return place + escape(mistake.what)


def mistake_of(error: BaseException, root: Path) -> Mistake:
    """Return what an exception says: its place in the project instead of a traceback."""
    cause = error
    while isinstance(cause, SystemExit) and cause.__context__:  # the macros plugin exits
        cause = cause.__context__
    if isinstance(cause, TemplateNotFound):
        return Mistake(_last_place(cause, root), f"没有模板“{cause.name}”")
    if isinstance(cause, (SyntaxError, TemplateSyntaxError)):
        kind = "Python" if isinstance(cause, SyntaxError) else "模板"
        place = _place(cause.filename or "", cause.lineno or 1, root)
        return Mistake(place or "", f"{kind}写法不对：{_first_line(cause)}")
    said = f"{type(cause).__name__}：{_first_line(cause)}"
    return Mistake(_last_place(cause, root), f"程序运行到这里出错（{said}）")


def _first_line(error: BaseException) -> str:
    text = getattr(error, "msg", None) or str(error)
    return text.strip().partition("\n")[0]


def _last_place(error: BaseException, root: Path) -> str:
    """Return where in the project the error happened, or nothing."""
    return next(_places(error, root), "")


def _places(error: BaseException, root: Path) -> Iterator[str]:
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if place := _place(frame.filename, frame.lineno or 1, root):
            yield place


def _place(file: str, line: int, root: Path) -> str | None:
    path = Path(file)
    if not path.is_relative_to(root):
        return None
    name = path.relative_to(root).as_posix()
    return f"{name}:{line}" if name.startswith(OWN) else None
