"""What a bad source does to a build: one Chinese line per mistake, the old site untouched."""

from __future__ import annotations

import re
import shutil
from html import unescape
from typing import TYPE_CHECKING

import pytest

from macros.cli.main import main
from tests.support.project import OFFICE, ROOT, Project

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "docs/archetypes/water-quarter.md"


@pytest.fixture
def small(tmp_path: Path) -> Project:
    return Project.copy(tmp_path / "project")


BAD_PAGES = [
    pytest.param("\n{{ 不存在 }}\n", "没有“不存在”这个宏", id="1-undefined-name"),
    pytest.param(
        "\n{{ overveiw('water-quarter') }}\n", "是否想写：overview", id="1-misspelt-macro"
    ),
    pytest.param("\n{{ title('water') }}\n", "没有“water”这个范本", id="2-unknown-archetype"),
    pytest.param("\n{{ page.nothing.more }}\n", "双花括号里不是宏", id="3-attribute-of-undefined"),
    pytest.param("\n{% if x %}\n", "双花括号写法不对：有块没有结束", id="4-unclosed-if"),
    pytest.param(
        "\n{{ title('water-quarter') | nosuch }}\n", "双花括号里不是宏", id="5-unknown-filter"
    ),
    pytest.param("\n{% include 'x.md' %}\n", "页面里不用 {% %}", id="6-include"),
    pytest.param("\n{% include '../data/x' %}\n", "页面里不用 {% %}", id="7-include-outside"),
    pytest.param("\n{{ 1 / 0 }}\n", "双花括号里不是宏", id="9-division"),
    pytest.param(
        "\n{% for i in range(10**9) %}{% endfor %}\n", "页面里不用 {% %}", id="11-endless"
    ),
    pytest.param(
        "\n{{ cycler.__init__.__globals__.os.popen('id').read() }}\n",
        "双花括号里不是宏",
        id="12-popen",
    ),
    pytest.param(f"\n{{{{ {'9' * 5000} }}}}\n", "双花括号里写了一个过长的数", id="35-5000-digits"),
    pytest.param("\n{{ config }}\n", "没有“config”这个宏", id="13-config"),
    pytest.param("\n{{ environment }}\n", "没有“environment”这个宏", id="13-environment"),
]


@pytest.mark.parametrize(("text", "said"), BAD_PAGES)
def test_a_bad_page_is_refused_by_name_and_line(
    small: Project, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    lines = small.read(PAGE).count("\n")
    small.write(PAGE, small.read(PAGE) + text)
    assert main(["--root", str(small.root), "check"]) == 1
    problems = capsys.readouterr().err
    assert f"{PAGE}:{lines + 2}:" in problems
    assert said in problems


BAD_FILES = [
    pytest.param(
        PAGE,
        "# 县级卫生总结\n".encode("gbk"),
        f"{PAGE}:1:1  文件是 GBK 编码 · 应为：UTF-8",
        id="45-gbk-page",
    ),
    pytest.param(
        PAGE, b"# x\n" * 300_000, f"{PAGE}:1:1  文件有1200000字节，过大", id="46-5mb-page"
    ),
    pytest.param(
        PAGE, "---\ntitle: 'x\n---\n# 页\n", f"{PAGE}:2:8  引号没有配对", id="44-front-matter"
    ),
    pytest.param(PAGE, "---\ntitle: x\n\n# 页\n", "页首的设置没有结束", id="44-front-matter-open"),
    pytest.param(
        PAGE, "# 页\n\n见[下页](nosuch.md)。\n", f"{PAGE}:3:7  没有“nosuch.md”", id="dead-link"
    ),
    pytest.param("docs/a b%20#.md", "# 页\n", "docs/a b%20#.md:1:1  文件名不规范", id="48-name"),
    pytest.param(
        PAGE,
        "# {{ kinds() }}\n\n<scr{# #}ipt>x</script>\n",
        "页面里不能用 <script>",
        id="37-script-in-two",
    ),
    pytest.param(
        PAGE,
        "---\nrender_macros: no\n---\n# {{ config }}\n",
        f"{PAGE}:2:1  “render_macros”的值不对",
        id="31-no-macros",
    ),
    pytest.param(
        PAGE, "# 页\n\n![图](x.png)\n", f"{PAGE}:3:6  没有“x.png”这个文件", id="dead-image"
    ),
    pytest.param("docs/con.md", "# 页\n", "docs/con.md:1:1  Windows 不能用", id="48-device"),
    pytest.param(OFFICE, "", f"{OFFICE}:1:1  空文件", id="15-empty-facts"),
]


@pytest.mark.parametrize(("name", "content", "said"), BAD_FILES)
def test_a_bad_file_is_refused_in_one_line(
    small: Project,
    capsys: pytest.CaptureFixture[str],
    name: str,
    content: str | bytes,
    said: str,
) -> None:
    small.write(name, content)
    assert main(["--root", str(small.root), "check"]) == 1
    assert said in capsys.readouterr().err


def test_a_failed_build_leaves_the_old_site_whole(small: Project) -> None:
    assert small.build().returncode == 0
    before = snapshot(small.root / "site")
    assert "archetypes/water-quarter.html" in before
    small.replace(OFFICE, "samples: {now: 214", "samples: {now: 21")
    done = small.build()
    assert done.returncode == 1
    assert "92份大于“水样”21份：部分不能大于整体" in done.stderr
    assert "Traceback" not in done.stderr
    assert snapshot(small.root / "site") == before


def test_values_stay_text_in_the_page(small: Project) -> None:
    values = {
        "org": "{{ 7*7 }}<script>alert(1)</script>[点](javascript:alert(1))",
        "work": "a*b*c _d_ 甲|乙 &lt; \\# {% raw %}",
    }
    for fact, value in values.items():
        old = {"org": "某县水务站", "work": "水质"}[fact]
        small.replace(OFFICE, f"{fact}: {old}", f"{fact}: '{value}'")
    assert small.build().returncode == 0
    html = small.read("site/archetypes/water-quarter.html")
    for value in values.values():
        escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        assert escaped in html
    assert "<script>alert" not in html
    assert 'href="javascript' not in html


def test_a_value_with_a_line_break_stays_in_its_paragraph(small: Project) -> None:
    small.replace(OFFICE, "org: 某县水务站", 'org: "某县\\n\\n# 水务站"')
    assert small.build().returncode == 0
    assert "某县# 水务站" in small.read("site/archetypes/water-quarter.html")


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_name_stays_text_in_the_title_of_a_page(small: Project) -> None:
    shutil.copytree(ROOT / "overrides", small.root / "overrides")
    small.replace("mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: overrides\n")
    name = "12345-热线：“甲.乙” a: </title><script>alert(1)</script>"
    small.replace("data/sections/water.yml", "章节water", f'"{name}"')
    assert small.build().returncode == 0
    html = small.read("site/sections/water.html")
    escaped = name.replace("<", "&lt;").replace(">", "&gt;")
    assert f"<title>{escaped} - 卫生系统工作总结范本库</title>" in html
    heading = re.search("<h1[^>]*>(.*?)<a", html)
    assert heading
    assert unescape(heading[1]) == name
    assert "<script>alert" not in html
