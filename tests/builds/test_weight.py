"""The site carries nothing that no reader fetches, and what is fetched at first stays light."""

from __future__ import annotations

import pytest

from tests.support.built import built_site
from tools.page_weight import PAGES, files_of, weight

MOST = {"首页": 36_000, "范本": 78_000, "填写": 126_000}


def test_no_source_maps_and_no_stemmers_of_other_languages() -> None:
    names = [path.relative_to(built_site()).as_posix() for path in built_site().rglob("*")]
    assert not [name for name in names if name.endswith(".map") or "/lunr" in name]
    assert not [name for name in names if "javascripts/" in name or name.endswith("favicon.png")]


@pytest.mark.parametrize("kind", PAGES)
def test_the_first_view_stays_light(kind: str) -> None:
    for page in built_site().glob(PAGES[kind]):
        assert sum(map(weight, files_of(page))) <= MOST[kind], page.name
