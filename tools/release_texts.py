"""Finds the archetypes whose text is another than at the last release, though their version is not.

The last release is the newest tag v… before the commit.  A text is compared by the examples whose
facts are the same as then: tests hold the texts in tests/golden to what the templates give.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.library.library import Library
    from macros.schema.archetypes import Archetype

LAST = ("tag", "--list", "v*", "--merged", "HEAD", "--no-contains", "HEAD", "--sort=-v:refname")


def untold_changes(library: Library, git: Callable[..., str]) -> list[str]:
    """Return what is wrong with each such archetype, in Chinese."""
    tags = git(*LAST).splitlines()
    return [
        f"“{archetype.title}”的文字和{tags[0]}不同（{office}），版本还是{archetype.version}："
        "升版本，在 history 里写明改了什么"
        for archetype, office in _changed(library, git, tags[0] if tags else "HEAD")
    ]


def _changed(
    library: Library, git: Callable[..., str], tag: str
) -> Iterator[tuple[Archetype, str]]:
    """Yield each archetype of another text and the same version, with the first example of it."""
    names = git("diff", "--name-only", tag, "HEAD", "--", "tests/golden", "data/offices")
    changed, found = set(names.splitlines()), dict[str, str]()
    for name, office in library.offices.items():
        if f"tests/golden/{name}.txt" in changed and f"data/offices/{name}.yml" not in changed:
            found.setdefault(office.archetype, name)
    for name, example in found.items():
        difference = git("diff", tag, "HEAD", "--", f"data/archetypes/{name}.yml")
        version = re.escape(library.archetypes[name].version)
        if not re.search(rf"^\+version: *['\"]?{version}\b", difference, re.MULTILINE):
            yield library.archetypes[name], example
