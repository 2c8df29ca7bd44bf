"""The words in which something is done with an open draft, as patterns over the whole message."""

from __future__ import annotations

import re
from typing import Literal

from store.agenda.records import ClosedReason, ItemType

Deed = Literal["submit", "show", "files", "later", "discard", "next", "back", "move"]

_THING = (
    r"(?:den|det|kladden|punktet|sagen|dagsordenspunktet|min kladde|mit punkt|min sag|"
    r"it|the draft|the item|the case|my draft|my item)"
)
_DRAFT = r"(?:kladden|min kladde|hele kladden|denne kladde|udkastet|the draft|my draft|the whole draft|this draft)"
_ENDS = r"(?:\s+(?:nu|tak|venligst|lige|now|please|then))*\s*[.!]*\Z"
_LATER = (
    r"(?:\s+(?:og|and)\s+(?:fortsæt|fortsætter|go on|continue)\s+(?:senere|later)|"
    r"\s+(?:til\s+|for\s+)?(?:senere|later))"
)
_MEETING = r"\b(?:\w*mødet?|møde|dagsorden(?:en)?|meeting|agenda)\b"


def _whole(pattern: str) -> re.Pattern[str]:
    """A pattern over a whole message."""
    return re.compile(rf"\A{pattern}{_ENDS}", re.IGNORECASE | re.DOTALL)


DEEDS: tuple[tuple[Deed, re.Pattern[str]], ...] = (
    (
        "submit",
        _whole(
            rf"(?:ja[,\s]+|ok[,\s]+|yes[,\s]+)?(?:indsend|aflever|submit|hand\s+in|send\s+in)(?:\s+{_THING})?"
            r"(?:\s+(?:til sekretæren|to the secretary))?"
        ),
    ),
    ("submit", _whole(rf"send\s+(?:{_THING}\s+)?(?:ind|in|til sekretæren|to the secretary)(?:\s+{_THING})?")),
    ("show", _whole(rf"(?:vis|se|åbn|show|see|open)(?:\s+(?:mig|me))?\s+{_DRAFT}")),
    (
        "files",
        _whole(
            r"(?:vis|se|show|see)\s+(?:bilag(?:ene)?\s+(?:til|i|på)\s+kladden|kladdens\s+bilag|"
            r"(?:the\s+)?attachments\s+of\s+the\s+draft|the\s+draft'?s\s+attachments)"
        ),
    ),
    ("later", _whole(rf"(?:gem|save)(?:\s+{_THING})?{_LATER}?")),
    (
        "discard",
        _whole(rf"(?:slet|kassér|kasser|fjern|annullér|annuller|drop|delete|discard|remove|cancel)\s+{_DRAFT}"),
    ),
    ("next", _whole(r"(?:næste\s+(?:trin|side|skridt)|gå\s+videre|next\s+(?:step|page))")),
    ("back", _whole(r"(?:forrige\s+(?:trin|side|skridt)|gå\s+tilbage|previous\s+(?:step|page)|go\s+back)")),
    (
        "move",
        _whole(rf"(?:flyt|ryk|sæt|læg|move|put)(?:\s+{_THING})?\s+(?:over\s+)?(?:til|på|to|on|onto)\s+.*{_MEETING}.*"),
    ),
)
"""What is to be done with the draft."""
_IT = (
    r"(?:(?:det|den|punktet|sagen|kladden|dagsordenspunktet|mit punkt|min sag|it|the item|the draft|the case|my item)"
    r"(?:\s+(?:er|skal være|bliver|is|should be|must be))?\s+)?"
)
_MAKE = r"(?:(?:gør|sæt|lad|make|set)\s+)?"
_SORT = r"(?:\s+(?:punkt|sag|dagsordenspunkt|item|case))?"
_BECAUSE = r"(?:fordi|da|idet|pga\.?|på grund af|grundet|because of|because|since|due to|as|:)"
CLOSED = _whole(
    rf"{_MAKE}{_IT}(?:et\s+|a\s+)?"
    rf"(?:lukket|lukkes|luk\s+kladden|closed|close\s+the\s+draft){_SORT}"
    rf"(?:\s*[,:(–-]?\s*{_BECAUSE}\s*(?P<why>\S.*?)\)?)?"
)
OPEN = _whole(rf"{_MAKE}{_IT}(?:et\s+|an\s+)?(?:åbent|åben|åbne|open){_SORT}")
MINUTES = _whole(
    r"(?:(?:det|punktet|sagen|den|vi|jeg|it|we|i|the item)\s+"
    r"(?:tager|varer|har brug for|skal bruge|takes|needs?|will take)\s+)?"
    r"(?:cirka|ca\.?|omkring|about|around|circa)?\s*(?P<n>\d{1,3})\s*(?:minutter|minut|min\.?|minutes?|mins?)"
    r"(?:\s+(?:på|til|for|on|at)\s+(?:mødet|punktet|sagen|det|den|it|the meeting|the item))?"
)
HOURS = _whole(
    r"(?:(?:det|punktet|sagen|it)\s+(?:tager|takes)\s+)?"
    r"(?P<n>en halv time|et kvarter|en time|half an hour|an hour|a quarter of an hour)"
)
TIMES = {
    "en halv time": 30, "half an hour": 30, "et kvarter": 15, "a quarter of an hour": 15, "en time": 60, "an hour": 60,
}  # fmt: skip
"""Lengths of time in words, in minutes."""
KINDS: tuple[tuple[ItemType, re.Pattern[str]], ...] = (
    ("decision", _whole(r"(?:til\s+|for\s+)?(?:beslutning|beslutningssag|decision)")),
    ("briefing", _whole(r"(?:til\s+|for\s+)?(?:orientering|orienteringssag|efterretning|information|briefing)")),
    ("discussion", _whole(r"(?:til\s+|for\s+)?(?:drøftelse|drøftelsessag|discussion)")),
)
"""What is wanted of the meeting."""
KIND_IS = _whole(
    r"(?:(?:det|punktet|sagen|den|it|the item)\s+(?:er|skal være|is|should be)\s+)?(?:kun\s+|only\s+)?(?:en\s+|a\s+)?"
    r"(?P<kind>(?:til\s+|for\s+)?\w+)(?:\s+item)?"
)
"""Said in more than a word: "orientering" alone may be asked about."""
WHY: tuple[tuple[ClosedReason, re.Pattern[str]], ...] = (
    (
        "personal",
        re.compile(r"person|ansæt|afsked|privat|helbred|sygdom|employ|dismiss|private|health", re.IGNORECASE),
    ),
    (
        "property",
        re.compile(
            r"ejendom|grund(?:køb|salg|stykke)|\bjord|\bkøb\b|\bsalg\b|property|\bsale\b|purchase", re.IGNORECASE
        ),
    ),
    (
        "contract",
        re.compile(r"kontrakt|udbud|tilbud|licitation|leverandør|tender|contract|\bbids?\b|supplier", re.IGNORECASE),
    ),
    ("negotiation", re.compile(r"forhandl|negotiat", re.IGNORECASE)),
    ("security", re.compile(r"sikkerhed|beredskab|security", re.IGNORECASE)),
)
"""Why something is closed, by words that name the reason."""
