"""Case numbers in the forms that Danish case systems print, unknown forms included."""

from __future__ import annotations

import re

_MARK = (
    r"(?:sags?\s?nr|sags?\s?nummer|sags?\s?id|sags\s?[- ]?id|journal\s?nr|journalnummer|j\.?\s?nr|esdh[- ]?(?:sag|nr)|"
    r"acadre(?:\s?nr)?|edoc(?:\s?nr)?|sbsys(?:\s?nr)?|kle(?:[- ]?nr)?|lb\.?\s?nr|sagens?\s(?:nr|nummer)|sagsreference)"
)
CASE_LABEL = re.compile(rf"(?P<label>{_MARK})\b\.?\s{{0,3}}:?\.?\s{{0,3}}", re.IGNORECASE)
_BARE = re.compile(
    r"sag(?:\s{1,3}|\s?:\s{0,3})(?=\d{2,4}[-/]\d|\d{5}|\d\d\.\d\d\.\d\d|[A-ZÆØÅ]{2,5}-\d{4}-\d)", re.IGNORECASE
)
_ITEM = re.compile(r"sag\s?nr\.?\s?\d{1,4}(?![\d/.-]*\d)", re.IGNORECASE)
""""Sag nr. 129" numbers an agenda item, not a case."""
_KNOWN = re.compile(
    r"SAG-\d{4}-\d{3,8}"
    r"|\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,5}-\d{2,4}"
    r"|\d{2}\.\d{2}\.\d{2}(?:-?[A-ZÆØÅ]\d{2})?"
    r"|\d{3}-\d{4}-\d{1,8}"
    r"|\d{4}-\d{2,8}(?:-\d{1,6})?"
    r"|\d{2,4}/\d{2,8}(?:-\d{1,4})?"
    r"|[A-ZÆØÅ]{1,5}[- ]?\d{2,4}[-/]\d{1,8}(?:[-/]\d{1,8})?"
    r"|\d{4,9}",
    re.IGNORECASE,
)
_ALONE_FORM = (
    r"(?:SAG-\d{4}-\d{3,8}|[A-ZÆØÅ]{2,5}-\d{2,4}-\d{3,8}|"
    r"\d{2}\.\d{2}\.\d{2}-?[A-ZÆØÅ]\d{2}(?:-\d{1,5}-\d{2,4}|\s?[-–]\s?\d{2,4}/\d{2,8})?|"
    r"\d{4}-\d{5,8}(?:-\d{1,4})?|\d{4}/\d{3,8}|\d{2}/\d{3,8}|\d{3}-\d{4}-\d{3,8})"
)
_ALONE = re.compile(rf"[(\[]?(?P<number>{_ALONE_FORM})[)\]]?\.?\Z")
_BEHIND = re.compile(
    rf"\s*[(\[](?:(?:sags?\s?nr|sag|j\.?\s?nr|journalnr|sags?\s?id)\.?\s?:?\s?)?(?P<number>{_ALONE_FORM})[)\]]\s*\.?\Z",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(r"[^\s,;()]{0,20}\d[^\s,;()]{0,30}")


def after_label(text: str) -> tuple[str | None, int] | None:
    """The case number in a text that begins with its label, and where the text goes on behind it.

    None when `text` does not begin with such a label; (None, end of label) when the number is left empty.
    """
    label = CASE_LABEL.match(text) or _BARE.match(text)
    if label is None or _ITEM.match(text):
        return None
    value = _KNOWN.match(text, label.end())
    if value is None:
        word = _UNKNOWN.match(text, label.end())
        value = word if word and not re.match(r"[A-ZÆØÅa-zæøå]{3,}\.?:", word.group()) else None
    if value is None:
        return None, label.end()
    return value.group().rstrip(".,:;"), value.end()


def alone(text: str) -> tuple[str, int] | None:
    """The case number that a line is as a whole, without any label, and the line's length."""
    match = _ALONE.match(text.strip()) if len(text) <= 60 else None
    return (match["number"], len(text)) if match else None


def behind_title(text: str) -> tuple[str, int] | None:
    """The case number in brackets behind a title and where the title ends: "Salg af grund (2018-0123456)"."""
    match = _BEHIND.search(text)
    return (match["number"], match.start()) if match and match.start() > 0 else None
