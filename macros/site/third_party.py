"""What the site carries that others have made, each part with its licence.

The bundler's list says which npm packages are in the scripts, the theme's source maps say what is
in its styles.  The texts come from the packages as they are installed; those of what the
theme has bundled are not among them, so they are kept in theme_licenses/.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros.source.report import Place, ProblemsFoundError, Report
from macros.source.shared_table import shared_table

if TYPE_CHECKING:
    from collections.abc import Iterator


THEME = "mkdocs-material"
ASSETS = "material/templates"  # in the theme's package
BUNDLES, LOCK, THEME_LOCK = (
    "node_modules/.bundles.json",
    "package-lock.json",
    "requirements/site.txt",
)
PACKAGE = re.compile(r"(?:^|/)node_modules/((?:@[^/]+/)?[^/]+)")
LICENSE_FILE = re.compile(r"licen[cs]e(\.(md|txt))?", re.IGNORECASE)
TABLE = shared_table(__file__)


@dataclass(frozen=True, order=True)
class Part:
    """A package of others: where the site has it, and the text of its licence."""

    name: str
    version: str
    license: str
    use: str
    text: str


def third_party(root: Path) -> list[Part]:
    """Return every part, by name; raise ProblemsFoundError for one without a known licence."""
    report = Report()
    parts = [*_bundled(root, report), *_theme(root, report)]
    if report.errors:
        raise ProblemsFoundError(report.errors)
    return sorted(parts)


def license_text(parts: list[Part]) -> str:
    """Return all parts with their licences as plain text."""
    heads = (f"{part.name} {part.version}\n{part.license}，{part.use}" for part in parts)
    line = "=" * 72
    return "\n".join(
        f"{line}\n{head}\n{line}\n\n{part.text}\n" for head, part in zip(heads, parts, strict=True)
    )


# --- the scripts of the site ---


def _bundled(root: Path, report: Report) -> Iterator[Part]:
    """Yield the npm packages of which the bundler has put anything into a script."""
    if not (root / LOCK).is_file():
        return
    if not (root / BUNDLES).is_file():
        report.error(Place(BUNDLES), "没有打包清单，不知道脚本里有谁的代码", "先运行 make build")
        return
    locked = json.loads((root / LOCK).read_text("utf-8"))["packages"]
    for name, scripts in _packages(json.loads((root / BUNDLES).read_text("utf-8"))).items():
        folder = f"node_modules/{name}"
        about = _read_json(root / folder / "package.json")
        _check_version(Place(LOCK), name, about, locked.get(folder, {}), report)
        text = _license_in(root / folder)
        license_ = str(about.get("license", ""))
        if not (text and license_):
            report.error(Place(folder), f"打包进网页的“{name}”没有许可证", "有许可证的软件包")
        yield Part(name, about.get("version", ""), license_, f"在{'、'.join(scripts)}里", text)


def _packages(bundles: dict[str, Any]) -> dict[str, list[str]]:
    """Return the packages, each with the names of the scripts that have bytes of it."""
    found: dict[str, set[str]] = {}
    for output, made in bundles["outputs"].items():
        for path, share in made["inputs"].items():
            if share["bytesInOutput"] and (match := PACKAGE.search(path)):
                found.setdefault(match[1], set()).add(Path(output).name)
    return {name: sorted(scripts) for name, scripts in sorted(found.items())}


def _check_version(
    place: Place, name: str, about: dict[str, Any], locked: dict[str, Any], report: Report
) -> None:
    there, expected = about.get("version"), locked.get("version")
    if there != expected:
        what = f"装的“{name}”是{there or '空的'}，锁定的是{expected or '没有这一个'}"
        report.error(place, what, "按锁定的版本重新安装（npm ci），再生成")


def _license_in(folder: Path) -> str:
    """Return the licence file of a package, or nothing."""
    files = folder.iterdir() if folder.is_dir() else ()
    found = min((path for path in files if LICENSE_FILE.fullmatch(path.name)), default=None)
    return _text(found) if found else ""


# --- the theme ---


def _theme(root: Path, report: Report) -> Iterator[Part]:
    package = distribution(THEME)
    _check_theme_version(root, package.version, report)
    text = (package.read_text("licenses/LICENSE") or "").replace("\r\n", "\n").strip()
    if not text:
        report.error(Place(THEME_LOCK), f"“{THEME}”没有许可证", "有许可证的主题")
    version, assets = package.version, Path(str(package.locate_file(ASSETS)))
    yield Part(THEME, version, "MIT", "每个网页的框架和样式", text)
    for folder, (name, license_) in TABLE["icons"].items():
        text = _license_in(assets / ".icons" / folder)
        if not text:
            report.error(Place(THEME_LOCK), f"图标“{name}”没有许可证", "有许可证的图标")
        yield Part(name, f"（随 {THEME} {version}）", license_, "网页和样式里的图标", text)
    yield from _inside_theme(assets / "assets", version, report)


def _check_theme_version(root: Path, version: str, report: Report) -> None:
    lock = root / THEME_LOCK
    locked = re.search(rf"^{THEME}==(\S+)", _text(lock), re.MULTILINE) if lock.is_file() else None
    if locked:
        place = Place(THEME_LOCK)
        _check_version(place, THEME, {"version": version}, {"version": locked[1]}, report)


def _inside_theme(assets: Path, version: str, report: Report) -> Iterator[Part]:
    """Yield the packages in the theme's own styles."""
    for name in _names_in_maps(assets):
        kept = Path(__file__).with_name("theme_licenses") / f"{name}.txt"
        license_ = TABLE["theme"].get(name, "")
        if not (license_ and kept.is_file()):
            report.error(*_unknown_in_theme(name))
            continue
        yield Part(name, f"（随 {THEME} {version}）", license_, "在主题的样式里", _text(kept))


def _unknown_in_theme(name: str) -> tuple[Place, str, str]:
    place = Place("macros/site/third_party.json")
    return (
        place,
        f"主题里有“{name}”，不知道是什么许可证",
        f"这里和 theme_licenses/{name}.txt 各有一项",
    )


def _names_in_maps(assets: Path) -> list[str]:
    """Return the packages that the theme's source maps name, of the files that the site has."""
    maps = assets.glob("stylesheets/main.*.map")
    sources = (source for path in maps for source in _read_json(path)["sources"])
    return sorted({match[1] for source in sources if (match := PACKAGE.search(source))})


def _read_json(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return found


def _text(path: Path) -> str:
    return path.read_text("utf-8").replace("\r\n", "\n").strip()
