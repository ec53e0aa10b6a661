"""The pages that nobody writes, and the navigation with the pages of all archetypes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.site.generated_pages import generated_pages, with_archetypes
from macros.site.page_checks import MACROS, NEEDED
from macros.site.project_checks import check
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from tests.support.project import Project

PAGE = "docs/archetypes/water-quarter.md"


def test_every_archetype_and_section_has_its_pages() -> None:
    pages = generated_pages(LIBRARY)
    archetypes = {
        f"{folder}/{i}.md" for folder in ("archetypes", "fill") for i in LIBRARY.archetypes
    }
    assert pages.keys() == archetypes | {f"sections/{i}.md" for i in LIBRARY.sections}
    for address, text in pages.items():
        folder, _, stem = address.removesuffix(".md").rpartition("/")
        called = [f'{{{{ {macro}("{stem}") }}}}' for macro in NEEDED[f"docs/{folder}"]]
        assert [line for line in called if line not in text] == []
        assert text.count("{{") == len(called) <= len(MACROS)


def test_the_pattern_in_the_navigation_becomes_a_line_for_each_archetype() -> None:
    lines = [{a.short: f"archetypes/{a.id}.md"} for a in LIBRARY.archetypes_in_order()]
    written = ["index.md", {"范本": "archetypes/*"}, {"写作": [{"规范": "writing/standards.md"}]}]
    assert with_archetypes(written, LIBRARY) == ["index.md", {"范本": lines}, written[2]]
    assert with_archetypes(["archetypes/*"], LIBRARY) == lines
    assert with_archetypes([{"范本": ["index.md", "archetypes/*"]}], LIBRARY) == [
        {"范本": ["index.md", *lines]}
    ]


def test_a_page_that_somebody_wrote_may_lack_or_be_linked_all_the_same(small: Project) -> None:
    for folder in ("archetypes", "fill", "sections"):
        for path in (small.root / "docs" / folder).iterdir():
            path.unlink()
    link = "\n\n[填写](fill/water-quarter.md)、[水质](sections/water.md)\n"
    small.write("docs/index.md", small.read("docs/index.md") + link)
    small.replace("mkdocs.yml", "水质季报: archetypes/water-quarter.md", "范本: archetypes/*")
    assert check(small.root)[1].errors == []
    small.write("docs/index.md", "# 页\n\n[没有的](fill/other.md)\n")
    (problem,) = check(small.root)[1].errors
    assert problem.what == "没有“fill/other.md”这一页"


@pytest.mark.slow
def test_the_site_has_both_the_pages_that_somebody_wrote_and_the_others(small: Project) -> None:
    (small.root / "docs/fill/water-quarter.md").unlink()
    small.write(PAGE, small.read(PAGE).replace("## 概览", "这一句是手写的。\n\n## 概览"))
    small.replace("mkdocs.yml", "水质季报: archetypes/water-quarter.md", "范本: archetypes/*")
    done = small.build()
    assert done.returncode == 0, done.stderr
    assert "这一句是手写的" in small.read("site/archetypes/water-quarter.html")
    assert "填写：水质季报" in small.read("site/fill/water-quarter.html")
    assert "archetypes/water-quarter.html" in small.read("site/index.html")
