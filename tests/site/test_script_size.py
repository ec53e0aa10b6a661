"""What a reader's browser loads before the form is there stays small."""

from __future__ import annotations

import gzip

from tests.support.project import ROOT

MOST_BYTES = 45_000


def test_the_script_of_the_form_stays_small() -> None:
    script = (ROOT / "docs/assets/js/fill.js").read_bytes()
    size = len(gzip.compress(script, 9))
    assert 0 < size <= MOST_BYTES, "move what is not needed at first sight to a bundle loaded later"
