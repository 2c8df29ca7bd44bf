"""Marks that open or close an item or a part of the agenda: "Lukket - ", "(Åben)", "Offentlig: Nej", "Lukket møde"."""

from __future__ import annotations

import re

from store.ingest.accesswords import NOUN, Phrase, negated, phrase_of
from store.ingest.flow import Row, fold
from store.ingest.parsed import Access

_OPEN_WORDS = r"(?:åben|åbent|åbne|offentligt?|offentlige)"
_CLOSED_WORDS = r"(?:lukket|lukkede|fortroligt?|fortrolige|(?:ikke|ej)[- ]?offentligt?e?)"
_CASED_OPEN = r"(?:Åbent?|ÅBENT?|Offentligt?|OFFENTLIGT?)"
_CASED_CLOSED = r"(?:Lukket|LUKKET|Lukkede|LUKKEDE|Fortroligt?|FORTROLIGT?|Ikke[- ]offentligt?|IKKE[- ]OFFENTLIGT?)"
_ITEM = r"(?:sag|punkt|dagsordenspunkt|beslutningssag|orienteringssag)"
"""In front of a title "Åben dagsorden - " is the title's own: only words for one item make a mark."""
_LAW = re.compile(
    r"[\s,;:–-]*\(?(?:jf\.?|jævnfør|efter|i henhold til|i medfør af|iht\.?|henvisning)\s[^.]{0,60}?(?:§|lov)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    rf"[*•\s]*(?:[(\[](?:(?P<open>{_OPEN_WORDS})|(?P<closed>{_CLOSED_WORDS}))(?:\s{_ITEM})?[)\]]\*?\s*[-–—:.]?\s*|"
    rf"\*?(?:(?P<open2>{_OPEN_WORDS})|(?P<closed2>{_CLOSED_WORDS}))(?:\s{_ITEM})?\*?\s*(?::|[-–—](?!\w)|\||/)\s*)",
    re.IGNORECASE,
)
_CASED_LEAD = re.compile(
    rf"(?:(?P<open>{_CASED_OPEN})|(?P<closed>{_CASED_CLOSED}))\s(?i:sag|punkt|dagsordenspunkt)\s{{1,3}}(?=[A-ZÆØÅ0-9])"
    r"|(?P<closed3>Lukket|LUKKET|Fortroligt?)\.\s{1,3}(?=[A-ZÆØÅ])"
    r"|(?P<closed2>LUKKET|FORTROLIGT?)\s{1,3}(?=[A-ZÆØÅ0-9][a-zæøå ])"
)
_TAIL = re.compile(
    rf"\s*(?:[(\[\*](?:(?P<open>{_OPEN_WORDS})|(?P<closed>{_CLOSED_WORDS}))(?:\s{NOUN})?[)\]\*]|"
    rf"\s?[-–—/|:]\s(?:(?P<open2>{_OPEN_WORDS})|(?P<closed2>{_CLOSED_WORDS}))(?:\s{NOUN})?|"
    rf",\s(?:(?P<open3>{_OPEN_WORDS})\s{NOUN}|(?P<closed3>{_CLOSED_WORDS})(?:\s{NOUN})?))\s*\.?\s*\Z",
    re.IGNORECASE,
)
_CASED_TAIL = re.compile(
    rf"\s+(?:(?P<open>{_CASED_OPEN})\s(?i:sag|punkt|dagsordenspunkt)|"
    rf"(?P<closed>{_CASED_CLOSED})(?:\s(?i:sag|punkt|dagsordenspunkt))?)\s*\Z"
)
_END = re.compile(
    rf"\s[(\[]?(?:(?P<open>{_OPEN_WORDS})|(?P<closed>{_CLOSED_WORDS}))(?:\s{NOUN})?[)\]]?\.?\Z", re.IGNORECASE
)
_BRACKET = re.compile(r"\s*[(\[](?P<words>[^()\[\]]{3,70})[)\]]")
_FIELD = re.compile(r"(?P<name>[^:\t|]{2,40})\s?[:\t|]\s*(?P<value>[^:]{2,60})\Z")
_DASHED = re.compile(
    r"(?P<name>adgang|offentlighed|åbenhed|status|type|sagstype|punkttype|mødetype|dagsordenstype|publicering|"
    r"klassifikation|synlighed|behandling|kategori)\s?[-–—]\s?(?P<value>[^:]{2,60})\Z",
    re.IGNORECASE,
)
_BEFORE_CASE = re.compile(
    rf"\W?(?:(?P<open>{_OPEN_WORDS})|(?P<closed>{_CLOSED_WORDS}))(?:\s{NOUN})?\)?\s?(?:[-–—:,|/\t]|\s)\s{{0,3}}"
    r"(?=(?i:sags?\s?nr|sags?\s?nummer|sags?\s?id|journal|j\.?\s?nr|kle|dok|emn-|sag[-:\s]|go-)|\d{2,4}[./-]\d)",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"\b(?:lukkede\s(?:døre|punkter|sager|dagsordenspunkter|møde)|lukket\s(?:punkt|sag|møde|dagsorden|"
    r"dagsordenspunkt|del)|fortrolig\w*\s(?:punkt|punkter|sag|sager|dagsorden|behandling)|"
    r"ikke[- ]offentlige?t?\s(?:punkt|sag|møde|dagsorden)\w*)"
    r"|(?-i:(?<![\w-])(?:Lukket|LUKKET|Lukkede|Fortrolig|Fortroligt|FORTROLIGT?))\s?[-–—:](?!\w)"
    rf"|[(\[]{_CLOSED_WORDS}[)\]]",
    re.IGNORECASE,
)
_ACCESS_STEM = re.compile(r"lu\s?k|fortro|hemmel|offentlig|aktindsigt|døre?\b|åb[en]|\b\w\s\w\s\w\b", re.IGNORECASE)
CLOSED_STEM = re.compile(r"lu\s?k|fortro|hemmel|offentlig|aktindsigt|døre|l\su|f\so", re.IGNORECASE)
"""What every text that closes something holds: a cheap look before the closer ones."""


def access_of(match: re.Match[str] | None) -> Access | None:
    """What a match of one of the access patterns says."""
    if match is None:
        return None
    return "closed" if any(word for name, word in match.groupdict().items() if name.startswith("closed")) else "open"


def access_of_lead(text: str) -> Access | None:
    """What a mark in front of a title says: "Lukket - ", "(Åben) "."""
    return access_of(_LEAD.match(text) or _CASED_LEAD.match(text))


def access_of_tail(text: str) -> Access | None:
    """What a mark behind a title says: "Salg af grund (Lukket)"."""
    said = access_of(_TAIL.search(text) or _CASED_TAIL.search(text))
    return "closed" if _closed_bracket(text) else said


def _closed_bracket(text: str) -> re.Match[str] | None:
    """The first bracket whose words close: "(behandles for lukkede døre)"."""
    for match in _BRACKET.finditer(text):
        phrase = _phrase(match["words"])
        if phrase and phrase.access == "closed":
            return match
    return None


def _phrase(text: str) -> Phrase | None:
    """The access phrase that a whole line is; a reference to the law behind it does not count."""
    if len(text) > 140 or not _ACCESS_STEM.search(text):
        return None
    law = _LAW.search(text)
    return phrase_of(text[: law.start()] if law else text) if len(text) <= 140 else None


def access_of_switch(text: str) -> Access | None:
    """What a heading of a part of the agenda says: "Punkter for lukkede døre", "B. Lukket møde"."""
    phrase = _phrase(text) if len(text) <= 90 else None
    return phrase.access if phrase and phrase.group else None


def is_switch(text: str) -> bool:
    """Whether a line opens the open or the closed part of an agenda."""
    return access_of_switch(text) is not None


def may_be_own(text: str) -> bool:
    """Whether a heading of a part may as well be the mark of one item: "Behandles for lukkede døre"."""
    phrase = _phrase(text)
    return phrase is not None and phrase.vague


def access_of_row(text: str) -> Access | None:
    """What a line says that is nothing but an access mark: "Åbent punkt", "Offentlig: Nej", "Punktet er lukket"."""
    if len(text) > 140:
        return None
    phrase = _phrase(text)
    if phrase:
        return None if phrase.group else phrase.access
    field = _FIELD.match(text) or _DASHED.match(text)
    if field is None:
        return negated(text)
    value = field["value"].strip(" .").lower()
    if value in ("ja", "nej"):
        name = phrase_of(field["name"])
        if name is None:
            return None
        return name.access if value == "ja" else ("open" if name.access == "closed" else "closed")
    said = _phrase(field["value"])
    return said.access if said and not re.search(r"\d", field["name"]) else negated(text)


def before_case(text: str) -> tuple[Access, int] | None:
    """An access mark in front of a case number and where that begins: "Lukket - 13.06.02-G10-7-23"."""
    match = _BEFORE_CASE.match(text) if len(text) <= 160 else None
    access = access_of(match)
    return (access, match.end()) if match and access else None


def mentions_closed(text: str) -> bool:
    """Whether a text says anywhere that something is closed: "... Lukket - Salg af grund ...", "for lukkede døre"."""
    return _STATED.search(text) is not None


def without_lead(text: str) -> str:
    """`text` without an access mark in front."""
    match = _LEAD.match(text) or _CASED_LEAD.match(text)
    return text[match.end() :] if match else text


def without_tail(text: str) -> str:
    """`text` without an access mark behind it."""
    match = _TAIL.search(text) or _CASED_TAIL.search(text)
    return text[: match.start()] if match and match.start() else text


def without_access(parts: list[Row]) -> tuple[str, Access | None, list[Row]]:
    """Title, access mark and the title's rows without that mark."""
    access: Access | None = None
    lead = _LEAD.match(parts[0].text) or _CASED_LEAD.match(parts[0].text)
    if lead and len(parts[0].text) > lead.end():
        access = access_of(lead)
        parts = [parts[0].cut(lead.end()), *parts[1:]]
    tail = _TAIL.search(parts[-1].text) or _CASED_TAIL.search(parts[-1].text)
    if tail and tail.start() > 0:
        access = access_of(tail) if access != "closed" else access
        parts = [*parts[:-1], parts[-1].cut(0, tail.start())]
    parts = [part for part in parts if part.text]
    title = re.sub(r"\s*\(\s*\)\s*\Z", "", fold(" ".join(part.text for part in parts)))
    whole = _phrase(title)
    if whole and access is None:
        access = whole.access
    bracket = _closed_bracket(title)
    if bracket:
        access = "closed"
        own = _closed_bracket(parts[-1].text)
        if own and own.end() == len(parts[-1].text) and own.start():
            parts = [*parts[:-1], parts[-1].cut(0, own.start())]
            title = fold(" ".join(part.text for part in parts))
    return title, access, parts


def access_at_end(text: str) -> Access | None:
    """The access word that closes a line of case number and document number."""
    return access_of(_END.search(text))
