"""What the site carries of others: every part has its licence, or the build says which has none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from macros.site import third_party as module
from macros.site.third_party import license_text, third_party
from macros.source.report import ProblemsFoundError
from tests.support.project import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.project import Project

BUNDLED = {
    "docs/assets/js/a.js": {
        "inputs": {
            "browser/a.js": {"bytesInOutput": 9},
            "node_modules/one/index.js": {"bytesInOutput": 5},
            "node_modules/@scope/two/lib/x.js": {"bytesInOutput": 5},
            "node_modules/shaken/index.js": {"bytesInOutput": 0},
        }
    },
    "docs/assets/js/b.js": {"inputs": {"node_modules/one/index.js": {"bytesInOutput": 5}}},
}
PACKAGES = ("one", "@scope/two")


@pytest.fixture
def project(small: Project) -> Project:
    """Return a project whose scripts have two packages in them."""
    small.write("node_modules/.bundles.json", json.dumps({"outputs": BUNDLED}))
    locked = {f"node_modules/{name}": {"version": "1.2.0"} for name in PACKAGES}
    small.write("package-lock.json", json.dumps({"packages": locked}))
    for name in PACKAGES:
        about = {"version": "1.2.0", "license": "MIT"}
        small.write(f"node_modules/{name}/package.json", json.dumps(about))
        small.write(f"node_modules/{name}/LICENCE.md", f"Copyright {name}\r\n")
    return small


def said(root: Path) -> list[str]:
    with pytest.raises(ProblemsFoundError) as found:
        third_party(root)
    return [str(problem) for problem in found.value.problems]


def test_a_bundled_package_is_listed_with_its_scripts_and_licence(project: Project) -> None:
    parts = {part.name: part for part in third_party(project.root)}
    assert (parts["one"].version, parts["one"].license) == ("1.2.0", "MIT")
    assert parts["one"].use == "在a.js、b.js里"
    assert parts["@scope/two"].text == "Copyright @scope/two"
    assert "shaken" not in parts


def test_a_package_without_a_licence_stops_the_build(project: Project) -> None:
    (project.root / "node_modules/one/LICENCE.md").unlink()
    assert said(project.root) == [
        "node_modules/one:1:1  打包进网页的“one”没有许可证 · 应为：有许可证的软件包"
    ]
    done = project.build()
    assert done.returncode == 1
    assert "打包进网页的“one”没有许可证" in done.stderr


def test_another_version_than_the_locked_one_is_named(project: Project) -> None:
    project.replace("package-lock.json", '"1.2.0"}}', '"1.3.0"}}')
    (line,) = said(project.root)
    assert line.startswith("package-lock.json:1:1  装的“@scope/two”是1.2.0，锁定的是1.3.0 · 应为：")


def test_without_the_list_of_the_bundler_nothing_is_guessed(project: Project) -> None:
    (project.root / "node_modules/.bundles.json").unlink()
    assert said(project.root)[0].startswith("node_modules/.bundles.json:1:1  没有打包清单")


def test_another_theme_than_the_locked_one_is_named(project: Project) -> None:
    project.write("requirements/site.txt", "mkdocs-material==1.0.0 \\\n")
    assert said(project.root)[0].startswith("requirements/site.txt:1:1  装的“mkdocs-material”是")


def test_what_the_theme_has_bundled_needs_a_licence_too(
    small: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(module.TABLE, "theme", {})
    (unknown,) = said(small.root)
    assert "主题里有“material-design-color”，不知道是什么许可证" in unknown


def test_every_licence_kept_here_is_of_something_in_the_theme() -> None:
    folder = ROOT / "macros/site/theme_licenses"
    kept = {path.stem for path in folder.iterdir()}
    listed = {part.name for part in third_party(ROOT)}
    assert kept == set(module.TABLE["theme"])
    assert kept < listed


def test_the_plain_text_has_every_part_with_its_licence() -> None:
    parts = third_party(ROOT)
    text = license_text(parts)
    for part in parts:
        assert f"\n{part.name} {part.version}\n{part.license}，" in text
        assert part.text in text
    assert len(parts) > len(module.TABLE["theme"])
