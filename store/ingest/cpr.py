"""Danish personal numbers are found in running text, and hidden without moving a character."""

from __future__ import annotations

import re
from collections.abc import Iterator

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_BLANK = "[ \t\u00a0\u2007\u2009\u202f]"
_SPLIT = re.compile(
    rf"(?<![0-9])([0-9]{{6,7}})(?:({_BLANK}{{0,2}}[{_DASHES}]{_BLANK}{{0,2}}\n?)|({_BLANK}{{1,2}}))([0-9]{{4,5}})(?![0-9])"
)
_BARE = re.compile(r"(?<![0-9])[0-9]{10,11}(?![0-9])")
_SPACED = re.compile(
    rf"(?<![0-9])([0-9]{{2}})([ .])([0-9]{{2}})\2([0-9]{{2}}){_BLANK}?[{_DASHES}]{_BLANK}?([0-9]{{4}})(?![0-9])"
)
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_OTHER_NUMBER = re.compile(
    r"(?:\bp-?\s?(?:nr|nummer|enhed)|\bproduktionsnummer|\bproduktionsenhed|\bean\b|\bgln\b|\bcvr|\bse-?nr|\btlf|\btelefon"
    r"|\bmobil|\bfax|\bkonto|\biban|\bisbn|\bissn|\bfaktura|\bordre|\brekvisition|\bmatrikel|\bbfe|\bdok(?:ument)?\b"
    r"|\bdokumentnr|\bdok\.?\s?(?:id|nr)|\bsags?-?\s?(?:id|nr|nummer)|\bsagsnummer|\bjournal|\bj\.?\s?nr|\bbilagsnr"
    r"|\bløbenr|\bid-?nr|\breg\.?\s?nr|\bkr\b|\bdkk\b|\beur\b|\bbeløb)[a-zæøå]{0,10}\.?:?\s{0,2}(?:nr|nummer|no)?\.?:?\s{0,2}\Z",
    re.IGNORECASE,
)
_PERSON = re.compile(r"(?:cpr|personnummer|person-?nr|født)[a-zæøå .:-]{0,14}\Z", re.IGNORECASE)
_AMOUNT_AFTER = re.compile(
    r"\s{0,2}(?:,-|kr\b|kroner\b|dkk\b|eur\b|euro\b|mio\b|mia\b|t\.?kr\b|stk\b|kwh\b|mwh\b|m2\b|m3\b|kg\b|ton\b|pct\b|%)",
    re.IGNORECASE,
)
_FRACTION_BEFORE = re.compile(r"(?:(?<![0-9])[0-9]{1,3}[.,]|[0-9][/-])\Z")
_FRACTION_AFTER = re.compile(r"[.,][0-9]{1,3}(?![0-9])|[/-][0-9]")
_ACCOUNT_BEFORE = re.compile(r"(?<![0-9])[0-9]{4}[ -]\Z")
_LOOK_BACK = 40


def find(text: str) -> list[tuple[int, int]]:
    """Where the text holds personal numbers, as (start, end) in order, not overlapping.

    A number is six digits that are a date (ddmmyy; the day of a temporary number is raised by 60) and four more, joined
    by nothing, a blank, or a dash with or without blanks. The modulus 11 says nothing of numbers given since 2007 and
    is not used. One digit too many at either end does not hide a number, and is taken along: such slips have been
    published. Without a dash, a number that its surroundings call something else (P-number, account, phone, case or
    document number, an amount) is left; with a dash it is a personal number whatever they call it, for a case is often
    filed under the person's own.
    """
    found = sorted({*_with_separator(text), *_bare(text), *_in_pairs(text)})
    clear: list[tuple[int, int]] = []
    for start, end in found:
        if clear and start < clear[-1][1]:
            clear[-1] = (clear[-1][0], max(end, clear[-1][1]))
        else:
            clear.append((start, end))
    return clear


def mask(text: str) -> str:
    """The text with each digit of a personal number as "•": same length, so offsets into it still hold."""
    parts: list[str] = []
    at = 0
    for start, end in find(text):
        parts.append(text[at:start])
        parts.append("".join("•" if char.isdigit() else char for char in text[start:end]))
        at = end
    return "".join([*parts, text[at:]])


def _with_separator(text: str) -> Iterator[tuple[int, int]]:
    for match in _SPLIT.finditer(text):
        front, dashed, blank, back = match.groups()
        if blank is not None:
            exact = len(front) == 6 and len(back) == 4 and _is_date(front)
            if exact and not _called_otherwise(text, match.start(), match.end()):
                yield match.span()
        elif dashed is not None and len(front) + len(back) <= 11 and (_is_date(front[-6:], raised=True)):
            yield match.span()


def _bare(text: str) -> Iterator[tuple[int, int]]:
    for match in _BARE.finditer(text):
        digits = match.group()
        if not (_is_date(digits[:6]) or (len(digits) == 11 and _is_date(digits[1:7]))):
            continue
        if not _called_otherwise(text, match.start(), match.end()):
            yield match.span()


def _in_pairs(text: str) -> Iterator[tuple[int, int]]:
    """ "01 02 03-1234" and "01.02.03-1234"; with dots not where a year follows, for that is a period of time."""
    for match in _SPACED.finditer(text):
        day, mark, month, year, serial = match.groups()
        if _is_date(day + month + year, raised=True) and not (mark == "." and serial[:2] in ("19", "20")):
            yield match.span()


def _is_date(digits: str, *, raised: bool = False) -> bool:
    """Whether ddmmyy is a day of some year that ends so; 29 February of any fourth year counts."""
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    if raised and day > 60:
        day -= 60
    if not 1 <= month <= 12 or not 1 <= day <= _MONTH_DAYS[month - 1]:
        return False
    return not (month == 2 and day == 29 and year % 4)


def _called_otherwise(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _LOOK_BACK) : start]
    if _PERSON.search(before):
        return False
    after = text[end : end + 12]
    return bool(
        _OTHER_NUMBER.search(before)
        or _AMOUNT_AFTER.match(after)
        or _FRACTION_BEFORE.search(before)
        or _FRACTION_AFTER.match(after)
        or _ACCOUNT_BEFORE.search(before)
    )
