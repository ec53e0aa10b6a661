"""Holds overrides/ to the theme's templates that they were written for.

theme_match.json names each place in overrides/ that counts on a template of the theme, with the
hash of that template.  When it changes, the place may have no effect without anybody noticing, so
the build stops there; so it does when the styles were taken from another theme than is installed.
Run as a program, this records the templates as they are now.
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path

from macros.site.third_party import ASSETS, THEME
from macros.source.encoding import place_in
from macros.source.report import Place, Report

RECORD = Path(__file__).with_suffix(".json")
Entries = list[dict[str, str]]
PAGES_CSS, STYLES = "browser/styles/pages.css", ".build/theme.css"  # by tools/theme_styles.js
RENEW = "对照主题的模板改好，再运行 python -m tools.theme_match 记下"


def read_record() -> Entries:
    """Return the places: the override, what stands there, the theme's template, its hash."""
    entries: Entries = json.loads(RECORD.read_text("utf-8"))
    return entries


def check_overrides(root: Path, entries: Entries, report: Report) -> None:
    """Report each place in overrides/ whose template is another now, and overrides not listed."""
    overrides = root / "overrides"
    for entry in entries if overrides.is_dir() else ():
        _check(root, entry, report)
    listed = {entry["override"] for entry in entries}
    for path in sorted(overrides.glob("**/*.html")):
        name = path.relative_to(root).as_posix()
        if name not in listed:
            what = "没有记下这个文件依靠主题的哪个模板"
            report.error(Place(name), what, "tools/theme_match.json 里有它")


def _check(root: Path, entry: dict[str, str], report: Report) -> None:
    name, theme = entry["override"], entry["theme"]
    path = root / name
    source = path.read_text("utf-8") if path.is_file() else ""
    index = source.find(entry["text"])
    if index < 0:
        what = f"没有“{entry['text']}”了，它依靠主题的“{theme}”"
        report.error(Place(name), what, "改了的，tools/theme_match.json 里也改")
        return
    found, version = template_hash(theme), distribution(THEME).version
    if found != entry["hash"]:
        changed = "变了" if found else "没有了"
        what = f"主题的“{theme}”{changed}（现在装的是 {THEME} {version}），这里可能不起作用"
        report.error(place_in(source, name, index), what, RENEW)


def check_styles(root: Path, report: Report) -> None:
    """Report styles that were taken from another style sheet than the theme has now."""
    styles, folder = root / STYLES, Path(str(distribution(THEME).locate_file(ASSETS)))
    (sheet,) = folder.glob("assets/stylesheets/main.*.css")
    origin = f"/* {sheet.name} {sha256(sheet.read_bytes()).hexdigest()} */\n"
    made = styles.is_file() and styles.read_text("utf-8").startswith(origin)
    if (root / PAGES_CSS).is_file() and not made:
        what = f"里面的主题样式不是从现在装的 {THEME} {distribution(THEME).version} 取的"
        report.error(Place(PAGES_CSS), what, "先运行 npm run build（make build 会先运行它）")


def template_hash(name: str) -> str:
    """Return the hash of a template of the theme; nothing if there is no such template."""
    path = theme_folder() / name
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def theme_folder() -> Path:
    """Return the folder of the theme's templates."""
    return Path(str(distribution(THEME).locate_file(ASSETS)))


def main() -> int:
    """Record the hashes of the templates that are installed."""
    entries = [{**entry, "hash": template_hash(entry["theme"])} for entry in read_record()]
    RECORD.write_text(json.dumps(entries, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
