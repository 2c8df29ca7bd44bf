"""The place of a meeting where no label announces it: the line below the day, or what stands before the time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.ingest.accessmarks import is_switch
from store.ingest.bodies import is_body
from store.ingest.dates import first_date
from store.ingest.flow import Row, fold

_SITE = re.compile(
    r"\b[\wæøå]*(?:lokale\w*|sal(?:en)?|værelse\w*|rådhus\w*|kontor\w*|center|centret|centeret|skole\w*|kantine\w*|"
    r"hal(?:len)?|bibliotek\w*|gade|vej|plads|torv|torvet|stuen|auditori\w*|rum(?:met)?|huset|gården|kro(?:en)?|"
    r"hotel\w*|museum|museet|teams|zoom|online|virtuelt|digitalt|videomøde|telefonmøde)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:mødet (?:afholdes|afholdtes|blev holdt|holdes) )?(?:i|på|via)\s"
    r"(?=[A-ZÆØÅ]|[a-zæøå]*(?:lokale|sal|værelse|kontor|kantine|rum))"
)
_BEHIND_TIME = re.compile(
    r"\bkl\.?\s?[\d.: –-]{1,16}(?:til (?:kl\.?\s?)?\d[\d.:]*)?,\s(?P<place>[A-ZÆØÅ][^;:]{2,80})\Z", re.IGNORECASE
)
_BEFORE_TIME = re.compile(r"(?:\A|\s[-–|,]\s?)(?P<place>[A-ZÆØÅ][^-–|:;]{2,60}?),?\s(?=kl\.?\s?\d)", re.IGNORECASE)
_TIME = re.compile(r"\bkl\.?\s?\d|\b\d{1,2}[.:]\d{2}\b", re.IGNORECASE)
_SENTENCE = re.compile(
    r"\b(?:er|var|blev|deltog|har|havde|som|der|at|forlod|mødte|punkt|dagsorden\w*|referat\w*)\b|[.!?]\Z", re.I
)
_NEAR = 3
"""Lines below the day among which the place is looked for."""


def unlabelled_place(rows: Sequence[Row]) -> str | None:
    """The place that unlabelled rows of a head tell, else None.

    It stands within three lines below the day or the time, names a room, a house or a street, and is no sentence; or
    it stands on the line of the time, before it.
    """
    dated = [number for number, row in enumerate(rows) if first_date(row.text[:200]) or _TIME.search(row.text[:200])]
    for number in dated:
        behind = _BEHIND_TIME.search(rows[number].text[:200])
        if behind and (place := _place_of(behind["place"])):
            return place
        for row in rows[number + 1 : number + 1 + _NEAR]:
            place = _place_of(row.text)
            if place:
                return place
    for number in dated:
        before = _BEFORE_TIME.search(rows[number].text[:200])
        if before and _SITE.search(before["place"]) and not first_date(before["place"]):
            return fold(before["place"])
    return None


def _place_of(text: str) -> str | None:
    text = fold(text)
    led = _LEAD.match(text)
    place = (text[led.end() :] if led else text).strip(" .,:-–")
    if not 2 < len(place) <= 90 or not (led or place[:1].isupper()) or _SENTENCE.search(place) or is_switch(place):
        return None
    if first_date(place) or _TIME.search(place) or is_body(place) or re.match(r"\d", place):
        return None
    return place if led or _SITE.search(place) else None
