"""What an order on an agenda says beside the command: which places, which standing item, why, in which form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from store.agenda.records import StandingKind
from store.minutes.records import Edition, Numbering

_NUMBER = r"(?:punkt(?:et)?|pkt\.?|item|point|nr\.?|nummer|no\.?|number|plads|place|position)"
_WORDS = {
    "en": 1, "et": 1, "én": 1, "one": 1, "a": 1, "to": 2, "two": 2, "tre": 3, "three": 3, "fire": 4, "four": 4,
    "fem": 5, "five": 5,
}  # fmt: skip
_PLACE = re.compile(
    rf"\b(?:til|på|som|to|as|into|at)\s+(?:(?:be|blive|the|den|et|agenda)\s+)?(?:{_NUMBER}\s+){{1,2}}(?P<number>\d{{1,3}})\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    rf"\b(?P<side>før|foran|over|before|above|ahead\s+of|efter|bag|under|bagefter|after|below|behind)\s+"
    rf"(?:dagsordens)?(?:{_NUMBER}\s+)(?P<number>\d{{1,3}})\b",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:øverst|først|forrest|(?:til|i)\s+toppen|first|top|beginning)\b", re.IGNORECASE)
_LAST = re.compile(r"\b(?:nederst|sidst|bagerst|(?:til|i)\s+bunden|last|bottom|end)\b", re.IGNORECASE)
_STEPS = re.compile(
    rf"\b(?:(?P<before>\d{{1,2}}|{'|'.join(_WORDS)})\s+(?:pladser?|trin|gange?|places?|steps?|positions?|times?)\s+)?"
    rf"(?P<way>op(?:ad)?|ned(?:ad)?|up|down)\b"
    rf"(?:\s+(?P<after>\d{{1,2}}|{'|'.join(_WORDS)})\s+(?:pladser?|trin|gange?|places?|steps?|positions?|times?))?",
    re.IGNORECASE,
)
_AFTER = frozenset({"efter", "bag", "under", "bagefter", "after", "below", "behind"})
_STANDING: tuple[tuple[re.Pattern[str], StandingKind], ...] = (
    (re.compile(r"\b(?:eventuelt|evt\.?|any\s+other\s+business|aob)\b", re.IGNORECASE), "any_other"),
    (re.compile(r"\b(?:kommende\s+sager|kommende\s+punkter|coming\s+items|upcoming\s+items)\b", re.IGNORECASE),
     "coming"),
    (re.compile(r"\b(?:godkendelse(?:n)?\s+af\s+(?:referat\w*|protokol\w*)|referatgodkendelse\w*"
                r"|approval\s+of\s+(?:the\s+)?minutes)\b", re.IGNORECASE), "minutes"),
)  # fmt: skip
_REASON = re.compile(
    r"(?:\b(?:fordi|da|idet|because|since|as|for\s+at|so\s+that|begrundelse(?:n)?(?:\s+er)?|reason(?:\s+is)?)\b|[:;–—])"
    r"\s*:?\s*(?P<reason>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_PDF = re.compile(r"\bpdf\b", re.IGNORECASE)
_WORD = re.compile(r"\b(?:word|docx|redigerbar\w*|editable)\b", re.IGNORECASE)
_FULL = re.compile(r"\b(?:fuld\w*|lukked?e?|hele|komplet\w*|full|closed|complete)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:fortløbende|gennem\s+året|over\s+året|året\s+igennem|through(?:out)?\s+the\s+year|running)\b",
                   re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Move:
    """Where an entry is to go: to a place, before or after another one, to an end, or some steps up (negative)."""

    kind: Literal["to", "before", "after", "first", "last", "by"]
    number: str = ""
    by: int = 0


def move_said(text: str) -> Move | None:
    """Where something is to be moved; None when it is not said."""
    beside = _BESIDE.search(text)
    if beside is not None:
        side = " ".join(beside["side"].casefold().split())
        return Move("after" if side in _AFTER else "before", beside["number"])
    place = _PLACE.search(text)
    if place is not None:
        return Move("to", place["number"])
    if _FIRST.search(text):
        return Move("first")
    if _LAST.search(text):
        return Move("last")
    steps = _STEPS.search(text)
    if steps is None:
        return None
    count = steps["before"] or steps["after"] or "1"
    by = int(count) if count.isdecimal() else _WORDS[count.casefold()]
    return Move("by", by=-by if steps["way"].casefold().startswith(("op", "up")) else by)


def standing_in(text: str) -> StandingKind | None:
    """The standing item that a text names."""
    return next((kind for pattern, kind in _STANDING if pattern.search(text)), None)


def reason_in(text: str) -> str:
    """Why, as written behind "fordi" or a colon; "" when it is not said."""
    found = _REASON.search(text)
    if found is None:
        return ""
    told = found["reason"].strip().strip("\"'»«“”").strip()
    return told[:1].upper() + told[1:]


def suffix_in(text: str) -> str:
    """docx or pdf; "" when neither is named."""
    if _PDF.search(text):
        return "pdf"
    return "docx" if _WORD.search(text) else ""


def edition_in(text: str) -> Edition:
    """The edition that is asked for, the open one unless the other is named."""
    return "full" if _FULL.search(text) else "open"


def numbering_in(text: str) -> Numbering:
    """Through the year, or from 1 at each meeting."""
    return "year" if _YEAR.search(text) else "meeting"
