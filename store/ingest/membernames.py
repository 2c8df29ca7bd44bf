"""The persons and bodies that one line names as members of a group, each with its own place and part."""

from __future__ import annotations

import re
from dataclasses import dataclass

from store.ingest.names import FIRST_NAMES

_PART = re.compile(
    r"\s*\((?P<role>(?:[\wæøåÆØÅ-]+\s){0,2}?(?:\w*formand|forperson|\w*leder|tovholder|sekretær|referent|\w*koordinator|"
    r"observatør|suppleant|\w*ejer))\)",
    re.IGNORECASE,
)
_CUT = re.compile(r",\s(?:og\s|samt\s)?|;\s|(?<!-)\s(?:og|samt)\s")
_NAME = re.compile(r"(?<![\wæøåÆØÅ-])(?P<first>[A-ZÆØÅ][a-zæøåéü]+)(?:[ -][A-ZÆØÅ](?:[a-zæøåéü]+|\.))+")
_TITLE = re.compile(
    r"(?i)(?:(?:[\wæøå-]+-\sog\s)?[\wæøå-]*(?:chef|direktør|leder|konsulent|medarbejder|borgmester|formand|rådmand|sekretær|læge|"
    r"inspektør|planlægger|arkitekt|ingeniør|koordinator|repræsentant|terapeut|pædagog|lærer|jurist|økonom|rådgiver|vejleder|"
    r"mester|sygeplejerske|fuldmægtig))(?:en)?(?:\s(?:for|i|af|på)\s[\wæøåÆØÅ -]{2,50}?)?\s(?=[A-ZÆØÅ])"
)
_SOME = re.compile(
    r"(?i)(?:en|et|to|tre|fire|fem|seks|\d{1,2})\s(?:[\wæøå-]+\s)?\w*(?:repræsentant|medlem|elev|borger|leder|konsulent|medarbejder|"
    r"forælder|forældre|forening)\w*\b"
)
_BODY_WORD = re.compile(
    r"(?i)\w*(?:kommune|skole|skolen|center|centret|råd|rådet|udvalg|udvalget|forsyning|forvaltning|afdeling|forening|bibliotek|"
    r"plejehjem|selskab|sekretariat|park|vej|land)\Z"
)


@dataclass(frozen=True, slots=True)
class Member:
    """One member: its place in the line, what names it, and its own part in the group ("formand")."""

    start: int
    end: int
    name: str
    part: str | None


def members(text: str) -> list[Member]:
    """The members that `text` names, in order; fewer than two are none: then the line is one name."""
    cuts = [cut for cut in _CUT.finditer(text) if _outside(text, cut.start())]
    starts = [0, *(cut.end() for cut in cuts)]
    own = [start for start in starts if _begins(text[start:])]
    if len(own) < 2 or own[0] != 0:
        return []
    found = []
    for start, following in zip(own, [*own[1:], len(text)], strict=True):
        piece = re.sub(r"(?:,?\s(?:og|samt)|[,;.])\s*\Z", "", text[start:following].rstrip()).rstrip(" ,;.")
        found.append(Member(start, start + len(piece), *parted(piece)))
    return found


def _outside(text: str, at: int) -> bool:
    return text.count("(", 0, at) == text.count(")", 0, at)


def parted(name: str) -> tuple[str, str | None]:
    """A name without the part that stands in brackets, and that part: "Bo Lind (formand)"."""
    part = _PART.search(name)
    if part is None:
        return name, None
    return " ".join((name[: part.start()] + name[part.end() :]).split()).strip(" ,"), part["role"]


def _begins(text: str) -> bool:
    """Whether a person, or some of a body, is named where `text` begins."""
    if _SOME.match(text):
        return True
    title = _TITLE.match(text)
    name = _NAME.match(text, title.end() if title else 0)
    if name is None:
        return False
    return title is not None or name["first"].lower() in FIRST_NAMES or not _BODY_WORD.match(name.group().split()[-1])
