"""Running heads as such: what repeats at the edges of pages, and what repeats there and is text all the same."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from store.ingest.casenumbers import after_label
from store.ingest.flow import Place, Row, fold
from store.ingest.headings import LabelBook

GLUED = 300
"""A row of at least this many characters is a page (or much of one) without line breaks."""
SIDE = re.compile(
    r"(?:side|page|s\.)\s{0,2}(?:\d{1,4}|[ivxlc]{1,7})(?:\s{0,2}(?:af|of|/)\s{0,2}\d{1,4})?", re.IGNORECASE
)
_ITEM_WORD = re.compile(r"(?:punkt|pkt|sag|dagsordenspunkt|nr)\b", re.IGNORECASE)


@dataclass(slots=True)
class Stripped:
    """Rows that are text, the places that were cut, and the running heads as printed (they may name body and date)."""

    rows: list[Row]
    noise: list[Place] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)


def key_of(text: str) -> str:
    """What of a line stays the same from page to page: small letters, figures as #."""
    return re.sub(r"\d+", "#", fold(text).lower())


def may_run(key: str, book: LabelBook) -> bool:
    """Labels, case numbers and item headings recur at page tops as well but are text."""
    if SIDE.fullmatch(key.replace("#", "1")):
        return True
    label = book.at_start(key[:1].upper() + key[1:])
    if label is not None and label.role != "head":
        return False
    return after_label(key) is None and not _ITEM_WORD.match(key) and key.strip("# .-") != ""
