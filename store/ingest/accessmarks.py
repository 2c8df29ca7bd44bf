"""Marks that open or close an item: "Lukket - ", "(Åben)", "Åbent punkt", "for lukkede døre"."""

from __future__ import annotations

import re

from store.ingest.flow import Row, fold
from store.ingest.parsed import Access

_OPEN_WORDS = r"(?:åben|åbent|åbne|offentlig|offentligt)"
_CLOSED_WORDS = r"(?:lukket|lukkede|fortroligt?|fortrolige|ikke[- ]offentligt?)"
_THING = r"(?:\s(?:sag|punkt|sager|punkter|dagsordenspunkt|møde|dagsorden|del))?"
_MATTER = r"(?:\s(?:sag|punkt|dagsordenspunkt))?"
_ACCESS_ROW = re.compile(
    rf"\W?(?:(?P<open>{_OPEN_WORDS})|(?P<closed>{_CLOSED_WORDS})){_THING}\W{{0,3}}\Z", re.IGNORECASE
)
_ACCESS_LEAD = re.compile(
    rf"(?:\((?:(?P<open>{_OPEN_WORDS})|(?P<closed>{_CLOSED_WORDS})){_MATTER}\)\s*[-–:]?\s*|"
    rf"(?:(?P<open2>{_OPEN_WORDS})|(?P<closed2>{_CLOSED_WORDS})){_MATTER}\s*(?::|-|–|—)\s*)",
    re.IGNORECASE,
)
_ACCESS_TAIL = re.compile(
    rf"\s*(?:[(\[](?:(?P<open>{_OPEN_WORDS})|(?P<closed>{_CLOSED_WORDS})){_THING}[)\]]|"
    rf"\s[-–]\s(?:(?P<open2>{_OPEN_WORDS})|(?P<closed2>{_CLOSED_WORDS}){_THING}))\s*\Z",
    re.IGNORECASE,
)
_ACCESS_END = re.compile(
    rf"\s(?:(?P<open>{_OPEN_WORDS})|(?P<closed>{_CLOSED_WORDS}))(?:\s(?:sag|punkt))?\.?\Z", re.IGNORECASE
)
_SWITCH = re.compile(
    r"(?:til (?:behandling|efterretning|orientering|beslutning)\s?[-–:]?\s)?(?:punkter |sager |møde |dagsorden |"
    r"behandles )?"
    r"(?:for (?P<closed>lukkede) døre|for (?P<open>åbne) døre)\W{0,3}\Z|"
    r"(?:(?P<closed2>lukkede?|fortrolige?)|(?P<open2>åbne?|åbent))\s(?:punkter|dagsorden|sager|dagsordenspunkter|"
    r"møde|del)\W{0,3}\Z",
    re.IGNORECASE,
)


def access_of(match: re.Match[str] | None) -> Access | None:
    """What a match of one of the access patterns says."""
    if match is None:
        return None
    groups = match.groupdict()
    if groups.get("closed") or groups.get("closed2"):
        return "closed"
    return "open"


def access_of_lead(text: str) -> Access | None:
    """What a mark in front of a title says: "Lukket - ", "(Åben) "."""
    match = _ACCESS_LEAD.match(text)
    return access_of(match) if match else None


def is_switch(text: str) -> bool:
    """Whether a line opens the open or the closed part of an agenda."""
    return len(text) <= 70 and _SWITCH.match(text) is not None


def access_of_row(text: str) -> Access | None:
    """What a line says that is nothing but an access mark: "Åbent punkt"."""
    return access_of(_ACCESS_ROW.match(text)) if len(text) <= 40 and not is_switch(text) else None


def access_of_tail(text: str) -> Access | None:
    """What a mark behind a title says: "Salg af grund (Lukket)"."""
    return access_of(_ACCESS_TAIL.search(text))


def access_of_switch(text: str) -> Access | None:
    """What a heading of a part of the agenda says: "Punkter for lukkede døre"."""
    return access_of(_SWITCH.match(text)) if len(text) <= 70 else None


def without_lead(text: str) -> str:
    """`text` without an access mark in front."""
    match = _ACCESS_LEAD.match(text)
    return text[match.end() :] if match else text


def without_access(parts: list[Row]) -> tuple[str, Access | None, list[Row]]:
    """Title, access mark and the title's rows without that mark."""
    access: Access | None = None
    lead = _ACCESS_LEAD.match(parts[0].text)
    if lead and len(parts[0].text) > lead.end():
        access = access_of(lead)
        parts = [parts[0].cut(lead.end()), *parts[1:]]
    tail = _ACCESS_TAIL.search(parts[-1].text)
    if tail and tail.start() > 0:
        access = access_of(tail) if access != "closed" else access
        parts = [*parts[:-1], parts[-1].cut(0, tail.start())]
    parts = [part for part in parts if part.text]
    title = re.sub(r"\s*\(\s*\)\s*\Z", "", fold(" ".join(part.text for part in parts)))
    whole = _ACCESS_ROW.match(title)
    if whole and access is None:
        access = access_of(whole)
    return title, access, parts


def access_at_end(text: str) -> Access | None:
    """The access word that closes a line of case number and document number."""
    return access_of(_ACCESS_END.search(text))
