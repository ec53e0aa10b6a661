"""Has other hosts make the pages of the same sources, and lists what differs: `make test-hosts`.

ProperDocs, which carries on MkDocs, has to write the same bytes.  Zensical, by the authors of
Material, is only tried: what it refuses or writes otherwise is listed with the reason.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
from collections import Counter
from typing import TYPE_CHECKING, Any

import yaml

from macros.library.library import validated
from macros.site.finished_site import finish_site
from macros.site.page_sources import SETTINGS, write_sources
from macros.site.project_checks import check
from macros.site.reference_pages import ReferencePages
from tools.build_site import ROOT, WORK, commit_time
from tools.run_mkdocs import SITE
from tools.site_differences import Difference, different_files, page_differences

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SAME = ("mkdocs", "properdocs")
HOSTS, ZENSICAL = WORK / "hosts", WORK / "zensical"
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
WARNING = re.compile(r"^Warning: (.*)$", re.MULTILINE)
SHOWN = 3
# Why Zensical differs, by what differs: on which page, what is there in its place.
REASONS = [
    (r"404\.html", r".*", "不能用 overrides/，用的是它自己的404页"),
    (
        r"archetypes/.*",
        r"\.\./examples/.*\.html",
        "它把网页里指向 .md 文件的链接都改成 .html，范文的 Markdown 下载会打不开",
    ),
]
UNKNOWN = "原因还不知道，要看"
# What is taken away from the settings until it builds.
WITHOUT = (
    ("按原来的设置", ()),
    ("不用 overrides/", ("custom_dir",)),
    ("不用 overrides/，有提醒也不停", ("custom_dir", "strict")),
)


def main() -> int:
    """Try each host; return 1 if one that has to write the same does not."""
    os.environ.update(NO_MKDOCS_2_WARNING="1", SOURCE_DATE_EPOCH=commit_time())
    shutil.rmtree(HOSTS, ignore_errors=True)
    pages = ReferencePages(validated(*check(ROOT)), ROOT)
    for host in SAME:
        done = run(host, sys.executable, prepared(host, pages))
        if done.returncode:
            print(f"{host}：没有生成\n{done.stderr}")
            return 1
        finish_site(pages, ROOT, HOSTS / host / SITE)
    status = compare_bytes(*(HOSTS / host / SITE for host in SAME))
    try_zensical(pages)
    return status


def prepared(host: str, pages: ReferencePages) -> Path:
    """Write the sources for a host; return their folder."""
    folder = HOSTS / host
    folder.mkdir(parents=True)
    write_sources(pages, ROOT, folder)
    return folder


def run(host: str, python: Path | str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Have a host write the site."""
    command = [python, "-m", host, "build", "-f", folder / SETTINGS]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False
    )


def compare_bytes(ours: Path, theirs: Path) -> int:
    """Print whether two sites are the same, byte for byte; return 1 if they are not."""
    different = different_files(ours, theirs)
    pages = sum(1 for _ in ours.rglob("*.html"))
    what = f"{len(different)}个文件不同" if different else "全部文件相同"
    print(f"properdocs {version('properdocs')}：{pages}页，与 mkdocs {version('mkdocs')} 的{what}")
    print(*different, sep="\n", end="\n" if different else "")
    return int(bool(different))


def version(package: str, python: Path | str = sys.executable) -> str:
    """Return the version of a package that a Python has, or nothing."""
    code = f"from importlib.metadata import version; print(version({package!r}))"
    command = [python, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


# --- Zensical ---


def try_zensical(pages: ReferencePages) -> None:
    """Print what becomes of the site under the newest Zensical that can be installed."""
    python = install_zensical()
    number = version("zensical", python)
    if not number:
        print("zensical：这里装不上，没有试")
        return
    folder = prepared("zensical", pages)
    settings = yaml.safe_load((folder / SETTINGS).read_text("utf-8"))
    for what, keys in WITHOUT:
        text = yaml.safe_dump(without(settings, keys), allow_unicode=True)
        (folder / SETTINGS).write_text(text, "utf-8")
        done = run("zensical", python, folder)
        if not done.returncode:
            break
        print(f"zensical {number} {what}：不生成，{refusal(done.stderr)}")
    else:
        return
    finish_site(pages, ROOT, folder / SITE)
    print(f"zensical {number} {what}：生成了；菜单和页首页尾是它自己的主题，下面只比正文")
    tell(page_differences(HOSTS / "mkdocs" / SITE, folder / SITE))


def install_zensical() -> Path:
    """Install it in a folder of its own; no lock file has it, as it is only tried."""
    venv.create(ZENSICAL, with_pip=False, clear=True)
    python = next(
        path for path in (ZENSICAL / "bin/python", ZENSICAL / "Scripts/python.exe") if path.exists()
    )
    command = ["-m", "tools.run_uv", "pip", "install", "--quiet", "--python", str(python)]
    subprocess.run([sys.executable, *command, "zensical"], cwd=ROOT, check=False)
    return python


def without(settings: dict[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    """Return the settings without some keys, of their own or of the theme."""
    kept = {key: value for key, value in settings.items() if key not in keys}
    theme = {key: value for key, value in settings["theme"].items() if key not in keys}
    return {**kept, "theme": theme}


def refusal(said: str) -> str:
    """Return why it builds nothing: its warnings by kind, else its last line."""
    plain = COLOURS.sub("", said)
    warnings = Counter(WARNING.findall(plain))
    kinds = "、".join(f"{what}（{count}处）" for what, count in warnings.items())
    return f"提醒：{kinds}" if kinds else (plain.strip().splitlines() or ["没有说为什么"])[-1]


def tell(differences: Iterable[Difference]) -> None:
    """Print the differences by their reasons, with some pages of each."""
    found: dict[str, list[Difference]] = {}
    for difference in differences:
        found.setdefault(reason(difference), []).append(difference)
    for why, several in found.items():
        print(f"  {len(several)}处：{why}")
        shown = several if why == UNKNOWN else several[:SHOWN]
        print(*(f"    {d.page}  {d.ours} → {d.theirs}" for d in shown), sep="\n")
    print("" if found else "  每一页的正文都相同")


def reason(difference: Difference) -> str:
    """Return why there is a difference, as far as it is known."""
    fits = (
        why
        for page, theirs, why in REASONS
        if re.fullmatch(page, difference.page) and re.fullmatch(theirs, difference.theirs)
    )
    return next(fits, UNKNOWN)


if __name__ == "__main__":
    sys.exit(main())
