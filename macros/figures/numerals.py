"""Numbers as digits and as Chinese numerals (GB/T 15835-2011 for the digits)."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext

from macros.source.shared_table import shared_table

TABLE = shared_table(__file__)  # browser/figures/numerals.js has the same
GROUPED = re.compile(TABLE["grouped_pattern"])  # 1,234: as it prints, never as it is entered
DIGITS: str = TABLE["digits"]
SMALL_UNITS: list[str] = TABLE["small_units"]
BIG_UNITS: list[str] = TABLE["big_units"]
NUMERAL = re.compile(TABLE["numeral_pattern"])
THOUSAND = 1000
TENTHS: str = TABLE["tenths"]
TENTH, HALF, NEAR_HALF, LAST = 100, 500, 30, 999  # of a whole of a thousand
HIGHEST = 10**12  # of the numerals that are read
PRECISION = 60  # digits kept in a division before its one rounding; facts have at most 21


def plain(number: Decimal) -> str:
    """Return the number in full, as it was written: no exponent, no minus before zero."""
    return format(abs(number) if number == 0 else number, "f")


def trimmed(number: Decimal) -> str:
    """Return the digits without trailing zeros after the point."""
    digits = plain(number)
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def whole_trimmed(number: Decimal) -> str:
    """Return the digits, without decimals when all of these are zero: 100, but 85.50."""
    digits = plain(number)
    head, _, tail = digits.partition(".")
    return digits if tail.strip("0") else head


def rounded(number: Decimal, decimals: int) -> Decimal:
    """Return `number` rounded half up (away from zero) to `decimals` places."""
    with localcontext(prec=PRECISION):
        return number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def quotient(dividend: Decimal, divisor: Decimal, decimals: int) -> Decimal:
    """Return dividend / divisor, rounded half up.  The divisor must not be zero."""
    with localcontext(prec=PRECISION):
        return rounded(dividend / divisor, decimals)


def grouped(digits: str) -> str:
    """Return the digits with a comma between thousands: 242,534.5."""
    sign = "-" if digits.startswith("-") else ""
    head, point, tail = digits.removeprefix("-").partition(".")
    return f"{sign}{int(head):,}{point}{tail}"


def chinese(number: int) -> str:
    """Return 0 <= number < 10**16 as a Chinese numeral: 10 十, 110 一百一十, 10005 一万零五."""
    if number == 0:
        return DIGITS[0]
    parts: list[str] = []
    zero = False
    for power in range(3, -1, -1):
        block = number // 10_000**power % 10_000
        if block:
            lead = DIGITS[0] if parts and (zero or block < THOUSAND) else ""
            parts.append(lead + _block(block) + BIG_UNITS[power])
        zero = bool(parts) and block == 0
    text = _merged("".join(parts))
    return text[1:] if text.startswith("一十") else text


def in_tenths(thousandths: int) -> str:
    """Return a part of a whole in words: 217 两成多, 671 近七成, 480 约一半, 40 不到一成."""
    off = abs(thousandths - HALF)
    if off <= NEAR_HALF:
        return "约一半" if off else "一半"
    tenths, left = divmod(min(thousandths, LAST), TENTH)
    if not tenths:
        return "不到一成"
    if left > TENTH // 2 and tenths < len(TENTHS):
        return f"近{TENTHS[tenths]}成"
    return f"{TENTHS[tenths - 1]}成{'多' if left else ''}"


def of_chinese(numeral: str) -> str | None:
    """Return a Chinese numeral below 10**12 as digits; None for one that is not written in full.

    两 stands for 二 before 百 and above.  一百五 may be 105 or 150, 三五 three to five: None.
    """
    text = re.sub("两(?=[百千万亿])", DIGITS[2], numeral.replace("〇", DIGITS[0]))
    if not NUMERAL.fullmatch(text):
        return None
    number = _value(re.sub("^十", "一十", text))
    return str(number) if number < HIGHEST and chinese(number) == text else None


def _value(numeral: str) -> int:
    for power in (2, 1):
        head, big, tail = numeral.partition(BIG_UNITS[power])
        if big:
            return _value(head) * 10_000**power + _value(tail)
    return _small_value(numeral)


def _small_value(numeral: str) -> int:
    value = digit = 0
    for letter in numeral:
        if letter in DIGITS:
            digit = DIGITS.index(letter)
        else:
            value, digit = value + digit * 10 ** SMALL_UNITS.index(letter), 0
    return value + digit


def _block(block: int) -> str:
    text, zero = "", False
    for power in range(3, -1, -1):
        digit = block // 10**power % 10
        if digit:
            text += (DIGITS[0] if zero and text else "") + DIGITS[digit] + SMALL_UNITS[power]
            zero = False
        else:
            zero = True
    return text


def _merged(text: str) -> str:
    """Return the numeral with 亿 only once: 一万亿零五亿 is read 一万零五亿."""
    head, big, tail = text.partition("万亿")
    return f"{head}万{tail}" if big and "亿" in tail else text
