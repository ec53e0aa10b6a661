"""Names a finding by where it is and what the value there is, so that it can be set aside.

A changed value has another key and asks again.  The value itself is not in the key, which would
otherwise keep what was deleted, such as a telephone number.  Mirrors
browser/library/finding_keys.js.
"""

from __future__ import annotations

# FNV-1a with 32 bits: short in both languages; nobody has an interest in a collision.
BASIS = 0x811C9DC5
PRIME = 0x01000193


def finding_key(kind: str, where: str, value: str) -> str:
    """Return the key of a finding, under which `marks.dismissed` has the reason."""
    return f"{kind}/{where}/{digest(value)}"


def digest(text: str) -> str:
    """Return by what a text is known again though it is not kept."""
    found = BASIS
    for byte in text.encode("utf-8", "surrogatepass"):
        found = ((found ^ byte) * PRIME) & 0xFFFFFFFF
    return f"{found:08x}"
