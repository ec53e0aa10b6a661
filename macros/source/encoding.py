"""Decodes files: UTF-8 only, of limited size, without characters that no page may contain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.source.report import Place, Report, reason

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 1_000_000
# What XML and HTML do not allow: controls except tab and line ends, surrogates, noncharacters.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Bidirectional controls and zero-width characters: they make a text look other than it is.
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")

# Valid in JSON, but not in YAML: a character beyond U+FFFF escaped as a surrogate pair, and the
# line separators of Unicode unescaped.
SURROGATE_PAIR = re.compile(
    r"(?<!\\)((?:\\\\)*)\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE
)
LINE_SEPARATORS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}


def read_text(path: Path, name: str, report: Report) -> str | None:
    """Return the text without BOM, its lines ended by LF, or None after reporting why not."""
    try:
        data = path.read_bytes()
    except OSError as error:
        report.error(Place(name), f"读不了文件（{reason(error)}）", "一个可读的文本文件")
        return None
    return decode(data, name, report)


def decode(data: bytes, name: str, report: Report) -> str | None:
    """Return `data` as text, or None after reporting its encoding, size or forbidden characters."""
    if len(data) > MAX_BYTES:
        report.error(Place(name), f"文件有{len(data)}字节，过大", f"不超过{MAX_BYTES}字节")
        return None
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        report.error(Place(name), "文件是 UTF-16 编码", "UTF-8：用记事本“另存为”，编码选 UTF-8")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Place(name, data.count(b"\n", 0, error.start) + 1)
        kind = "GBK" if _decodes(data, "gb18030") else "未知"
        report.error(place, f"文件是 {kind} 编码", "UTF-8：用记事本“另存为”，编码选 UTF-8")
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if _check_characters(text, name, report) else None


def json_as_yaml(text: str) -> str:
    """Return JSON text that a YAML parser reads alike.  Lines stay; some columns shift."""
    return SURROGATE_PAIR.sub(_join_surrogates, text).translate(LINE_SEPARATORS)


def _join_surrogates(pair: re.Match[str]) -> str:
    before, high, low = pair.groups()
    code = 0x10000 + (int(high, 16) - 0xD800) * 0x400 + int(low, 16) - 0xDC00
    return rf"{before}\U{code:08x}"


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def place_in(text: str, name: str, index: int) -> Place:
    """Return the line and column of the character at `index`."""
    start = text.rfind("\n", 0, index) + 1
    return Place(name, text.count("\n", 0, index) + 1, index - start + 1)


def _check_characters(text: str, name: str, report: Report) -> bool:
    for match in INVISIBLE.finditer(text):
        check_character(match[0], place_in(text, name, match.start()), report)
    bad = FORBIDDEN.search(text)
    if bad:
        check_character(bad[0], place_in(text, name, bad.start()), report)
    return bad is None


def check_character(character: str, place: Place, report: Report) -> None:
    """Report a character that is invisible or forbidden."""
    code = f"U+{ord(character):04X}"
    if INVISIBLE.match(character):
        report.warn(place, f"有看不见的字符 {code}", "在文件里删去，以免读到的与看到的不同")
    if FORBIDDEN.match(character):
        report.error(place, f"有不能使用的字符 {code}", "删去它")
