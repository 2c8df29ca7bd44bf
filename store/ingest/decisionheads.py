"""Headings over decisions: "Beslutning i Økonomiudvalget den 3. maj 2016:", "Direktionen, 6. januar 2020, pkt. 2:"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from store.ingest.bodies import is_body
from store.ingest.dates import DATE, first_date
from store.ingest.headings import BUTTON, fold_label

_NAME = r"(?P<by>[A-ZÆØÅ§0-9][^:;\n]{1,100}?)"
_DAY = rf"(?P<on>{DATE})"
_POINT = r"(?:,?\s{0,2}(?:pkt\.?|punkt|sag|sagsnr\.?|dagsordenspunkt)\s{0,2}(?:nr\.?\s?)?\d{1,4}\w?)"
_WORD = r"(?:Beslutning(?:en|er)?|Vedtagelse|Afgørelse|Protokol(?:lat)?|Besluttet|Behandlet|Behandling|Drøftelse)"
_END = r"\s{0,3}(?P<colon>:?)"
_CLOSE = r"\s{0,3}(?:(?P<colon>:)|\Z)"

_CLOSE_OR_BRACKET = r"\s{0,3}(?:(?P<colon>:)|(?<=\))|\Z)"
_FORMS = (
    # Beslutning i Direktion den :   Beslutning Byrådet den 18-02-2019   Beslutning på byrådsmødet den 22. juni 2022
    re.compile(
        rf"{_WORD}\s{{1,3}}(?:truffet\s)?(?:(?:i|fra|på|af|for|"
        rf"ved)\s{{1,3}})?(?:mødet?\s(?:i\s)?)?(?P<by>[^:;\n.]{{2,100}}?)"
        rf",?\s{{1,3}}(?:(?:den|d\.|på mødet den|på møde den|i mødet den)\s{{0,3}}{_DAY}?|"
        rf"{_DAY.replace('on', 'on2')}){_POINT}?{_END}",
        re.IGNORECASE,
    ),
    # Beslutning den 3. maj 2016:
    re.compile(rf"{_WORD}\s{{1,3}}(?:den|d\.|fra|på mødet den|"
    rf"på møde den)\s{{0,3}}{_DAY}{_POINT}?{_END}", re.IGNORECASE),
    # Økonomiudvalgets beslutning i mødet den 31. marts 2020
    re.compile(
        rf"(?P<by>[A-ZÆØÅ][^:;\n.]{{1,100}}?)\s(?:beslutning|afgørelse|vedtagelse|behandling|konklusion)"
        rf"(?:\s(?:i|på|fra|ved)\s(?:sit\s)?(?:mødet?))?(?:\s(?:den|d\.))?\s{{0,3}}{_DAY}?{_POINT}?{_END}",
    ),
    # Økonomiudvalget, 18. september 2019, pkt. 153:   Kommunalbestyrelsens møde 28. november 2005 Punkt 1:
    re.compile(
        rf"{_NAME},?\s(?:møde(?:t)?,?\s)?(?:(?:den|d\.)\s{{0,3}})?{_DAY}(?P<point>{_POINT})?{_END}",
        re.IGNORECASE,
    ),
    # 19-08-2019 Magistraten
    re.compile(rf"{_DAY}[,:]?\s{{1,3}}(?P<by>[A-ZÆØÅ][^:;\n]{{1,100}}?)(?:\s(?:påtegning|behandling|"
    rf"beslutning))?{_CLOSE}", re.IGNORECASE),
    # Beslutning for punkt 3: Godkendelse af dagsorden
    re.compile(rf"{_WORD}\s(?:for|til|under)\s(?:dagsordens)?(?:punkt|pkt\.?|"
    rf"sag)\s(?:nr\.?\s?)?\d{{1,4}}\w?{_END}", re.IGNORECASE),
    # Beslutning den :   (the template's day was never filled in)
    re.compile(rf"{_WORD}\s{{1,3}}(?:den|d\.)\s{{0,3}}(?P<colon>:)", re.IGNORECASE),
    # Beslutning (Økonomiudvalget 14.03.2023)   Beslutning: Økonomiudvalget
    re.compile(
        rf"{_WORD}\s{{0,2}}(?:(?P<open>\()|:\s{{1,3}}|\s[-–]\s)(?P<by>[^:;\n.()]{{2,100}}?)"
        rf"(?:,?\s{{1,3}}(?:(?:den|d\.)\s{{0,3}})?{_DAY})?(?(open)\)){_CLOSE_OR_BRACKET}",
        re.IGNORECASE,
    ),
    # Økonomiudvalget besluttede:
    re.compile(
        r"(?P<by>[A-ZÆØÅ][^:;\n.]{1,100}?)\s(?:besluttede|vedtog|har besluttet|konkluderede)\s?(?P<colon>:?)\s*\Z"
    ),
    # Beslutning i Byrådet:
    re.compile(rf"{_WORD}\s{{1,3}}(?:i|fra|på|"
    rf"af)\s{{1,3}}(?:mødet?\s(?:i\s)?)?(?P<by>[^:;\n.]{{2,100}}?){_CLOSE}", re.IGNORECASE),
)  # fmt: skip
_WORDS_FIRST = re.compile(_WORD, re.IGNORECASE)
_WORDED = frozenset({0, 1, 5, 6, 7, 9})
"""The forms that begin with such a word."""
_NEEDED = {
    2: ("beslutning", "afgørelse", "vedtagelse", "behandling", "konklusion"),
    8: ("besluttede", "vedtog", "besluttet", "konkluderede"),
}
"""What some of the others hold: looked for first, since that is cheap."""
_INLINE = re.compile(
    rf"(?<![\w])(?:Beslutning(?:er)?\s(?:i|på|fra)\s[^:;\n.]{{2,80}}?\s(?:den|d\.)\s{{0,3}}(?:{DATE})?\s{{0,3}}:"
    rf"|Beslutning(?:er)?\s(?:den|d\.)\s{{0,3}}(?:{DATE})?\s{{0,3}}:"
    rf"|Beslutning(?:er)?\s[A-ZÆØÅ][^:;\n.]{{2,80}}?\s(?:den|d\.)\s{{0,3}}(?:{DATE})?\s{{0,3}}:?"
    rf"|[A-ZÆØÅ][\wæøå,-]{{1,40}}(?:[ ][\wæøåÆØÅ,-]{{1,30}}){{0,6}}?s\s(?:møde|"
    rf"beslutning(?:\si\smødet)?)\s(?:den\s)?{DATE}(?:\s?Punkt\s\d{{1,3}})?\s?:?"
    rf"|[A-ZÆØÅ][\wæøåÆØÅ-]{{2,40}}(?:,?[ ](?:og|"
    rf"[A-ZÆØÅ][\wæøå-]{{1,30}})){{0,5}}?,?\s(?:den\s)?{DATE},?\s(?:pkt\.?|punkt)\s?\d{{1,3}}:?)"
)


_DOCUMENT = re.compile(r"(?:åbent |lukket )?(?:referat|dagsorden|tillægsdagsorden|protokol|møde)\b", re.IGNORECASE)


_ADOPTED = re.compile(
    r"(?:endeligt |politisk |senest )?(?:godkendt|vedtaget|tiltrådt|revideret|opdateret|udgivet|offentliggjort|"
    r"forelagt)\b"
    r"(?: (?:af|i|på|for)\b|$)",
    re.IGNORECASE,
)
"""What a plan's head says of the plan: "Godkendt af Byrådet den 3. maj 2026" heads no decision."""


@dataclass(frozen=True, slots=True)
class DecisionHead:
    """A heading over a decision: who decided and when as far as printed; the content begins at `end`."""

    printed: str
    end: int
    by: str | None = None
    on: date | None = None
    day_missing: bool = False
    alone: bool = False
    colon: bool = False


def decision_head(text: str) -> DecisionHead | None:
    """The heading with which `text` begins, if it names a body or a day; plain "Beslutning" is a section label."""
    button = BUTTON.match(text)
    if button:
        found = decision_head(text[button.end() :])
        return replace(found, end=found.end + button.end()) if found else None
    head = text[:260]
    cell, tab, _ = head.partition("\t")
    found = decision_head(cell.rstrip()) if tab else None
    if found and (found.alone or found.end >= len(cell.rstrip())):
        # The first cell of a table's row is the heading, the next one what was decided.
        return replace(found, end=len(cell) + 1, alone=False, colon=True)
    if not head[:1].isupper() and not head[:1].isdigit():
        return None
    worded = _WORDS_FIRST.match(head) is not None
    low = head.lower()
    for number, form in enumerate(_FORMS):
        if not worded and (number in _WORDED or not any([word in low for word in _NEEDED.get(number, ("",))])):
            continue
        match = form.match(head)
        if match is None:
            continue
        found = _checked(match, text, number)
        if found:
            return found
    return None


def _checked(match: re.Match[str], text: str, form: int) -> DecisionHead | None:
    groups = match.groupdict()
    by = (groups.get("by") or "").strip(" ,.") or None
    printed_day = groups.get("on") or groups.get("on2")
    colon = bool(groups.get("colon"))
    rest = text[match.end() :]
    alone = not rest.strip()
    if by is not None:
        of_meeting = (
            re.match(r"(?:ordinært |ekstraordinært )?møde(?:t)? (?:i|for|af) ", by, re.IGNORECASE) if colon else None
        )
        by = by[of_meeting.end() :] if of_meeting else by
        if _DOCUMENT.match(by) or _ADOPTED.match(by):
            return None
        by = re.sub(r"(?i)^(?:mødet i|møde i|det|den)\s+", "", by)
        by = re.sub(r"s?møde(?:t|ts)?\Z", "", by) if re.search(r"\wmøde(?:t|ts)?\Z", by) else by
        by = by[:1].upper() + by[1:]
        if form == 2:
            by = re.sub(r"s\Z", "", by)
        pointed = form == 3 and groups.get("point") and len(by.split()) <= 9 and by[:1].isupper()
        if not pointed and not is_body(by[:1].upper() + by[1:]):
            return None
    day = first_date(printed_day) if printed_day else None
    bracketed = form == 7 and match.group().endswith(")")
    if not (colon or alone or bracketed) and not _runs_on(match.group()[-1:] + rest, form):
        return None
    if form == 3 and not (groups.get("point") or colon or (alone and day)):
        return None
    if form == 4 and day is None:
        return None
    missing = form in (0, 6) and day is None
    return DecisionHead(match.group().strip(" :"), match.end(), by, day, missing, alone, colon)


def _runs_on(rest: str, form: int) -> bool:
    """A heading without colon may run straight into a capital: "Beslutning Byrådet den 18-02-2019 Drøftet"."""
    return form in (0, 1, 2, 5) and rest[:2].strip() != rest[:2] and rest[1:].lstrip()[:1].isupper()


def find_inline(text: str) -> list[tuple[int, int]]:
    """Places of decision headings in the middle of a glued text."""
    places = []
    for match in _INLINE.finditer(text):
        found = decision_head(text[match.start() : match.start() + 260])
        if found:
            places.append((match.start(), match.start() + found.end))
    return places


def means_decision(printed: str, lost: str = "") -> bool:
    """Whether a plain label is one over decisions."""
    return fold_label(printed, lost).startswith(fold_label("beslutning", lost))
