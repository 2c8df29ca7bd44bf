"""What a question on coming meetings asks for: the day, which deadline, whether it takes place, or the whole list."""

from __future__ import annotations

import re
from dataclasses import dataclass

from store.meetingplan import DeadlineKind

_FLAGS = re.IGNORECASE
_SUBMISSION = re.compile(
    r"\b(?:\w*frist(?:en)?|deadlinen?|closing date|være inde|inde til|(?:ind)?leveres|indsend\w*|afleveres|anmeldes|"
    r"meldes ind|sendes ind|be in|submit\w*|handed in|sent in|registered)\b",
    _FLAGS,
)
_QUALITY = re.compile(r"\b(?:kvalitetssikr\w*|kvalitetstjek\w*|quality (?:check|assurance|control))\b", _FLAGS)
_DISPATCH = re.compile(
    r"\b(?:udsend\w*|send(?:es|t) ud|udkommer|offentliggøres)\b.*\b\w*(?:dagsorden|materiale)\w*|"
    r"\b(?:dagsorden(?:en|smaterialet)?|materialet)\b.*\b(?:ud|ude|udsend\w*|send(?:es|t)|klar|færdig|frem|kommer)\b|"
    r"\b(?:kommer|sendes|bliver) (?:\w+ )?dagsorden\w*|"
    r"\b(?:agenda|papers)\b.*\b(?:sent|out|ready|published|available|issued|distributed|done|finished)\b|\bdispatch\w*\b",
    _FLAGS,
)
_MINUTES = re.compile(
    r"\b\w*referat(?:et)?\b(?=.*\b(?:klar|færdigt?|ude|udsend\w*|kommer|foreligger|sendes|offentliggøre?s?t?|fra|af)\b)|"
    r"\b(?:foreligger|udsendes|kommer|sendes) (?:\w+ )?\w*referat(?:et)?\b|"
    r"\bminutes\b(?=.*\b(?:ready|out|available|published|sent|done|finished|issued)\b)|"
    r"\b(?:will|do|does) (?:the )?minutes\b",
    _FLAGS,
)
_STATE = re.compile(
    r"\b(?:aflyste?|aflyses|flyttede?|flyttet|flyttes|rykket|rykkes|cancell?ed|moved|called off|rescheduled|"
    r"put off)\b|"
    r"^(?:holder|har|afholder|mødes|holdes|afholdes|gennemføres|er der|is there|does|will)\b",
    _FLAGS,
)
_LISTS_OFF = re.compile(r"\b(?:aflyste|flyttede) møder\b|\b(?:hvilke|which|any)\b.*\b(?:møder|meetings)\b", _FLAGS)
_ONE = re.compile(
    r"\b(?:hvornår|hvornaar|hvilken dag|when|which day|(?:det|næste|the next|next) (?:\w+)?(?:møde|meeting)|"
    r"næste (?:\w+)?mødet?|hvad tid|hvilket tidspunkt|what time)\b",
    _FLAGS,
)
_SEVERAL = re.compile(
    r"\b(?:møder|møderne|mødedatoer\w*|frister|fristerne|meetings|deadlines|hvor mange|how many)\b", _FLAGS
)
_DAY = re.compile(
    r"\b(?:hvornår|hvilken dag|hvad tid|hvilket tidspunkt|when|what time|which day)\b[^?]*?"
    r"\b(?:næste|mødes|holdes|afholdes|\w*mødet?|next|meet|meets|meeting)\b",
    _FLAGS,
)
_CALENDAR = re.compile(
    r"\b(?:møde)?kalender(?:en)?\b|\bmødeplan(?:en)?\b|\bmøderække\w*|\b(?:calendar|meeting plan|meeting schedule)\b",
    _FLAGS,
)
_AGENDA = re.compile(
    r"\b\w*(?:dagsorden(?:en|er|erne)?|agendas?)\b|\b(?:punkter|sager|emner|items|cases|topics|matters)\b"
    r"|^\W*(?:og )?hvad (?:er|har|kommer|skal|står)\b.*\b(?:på vej|i vente|undervejs|i støbeskeen|i pipeline[nr]?|op)\b"
    r"|\b(?:coming up|in the pipeline|under way|underway|on (?:its|the) way|in store)\b",
    _FLAGS,
)
_PLACE = re.compile(r"^\W*(?:hvor|where)\b(?!\s+(?:mange|many|længe))", _FLAGS)
_NEXT = re.compile(r"\b(?:næste|kommende|førstkommende|next|coming|upcoming)\b", _FLAGS)


@dataclass(frozen=True, slots=True)
class CalendarAsk:
    """What is asked of coming meetings."""

    deadline: DeadlineKind | None = None
    day: bool = False
    """When the meeting is, perhaps beside a deadline."""
    state: bool = False
    """Whether a meeting is cancelled, moved or takes place."""
    place: bool = False
    one: bool = False
    """One meeting is meant, not a list."""
    several: bool = False
    calendar: bool = False
    """The calendar as a whole."""
    agenda: bool = False
    """What is on an agenda."""


def calendar_ask(text: str) -> CalendarAsk:
    """What a question asks for, by its words; nothing in particular when there are none that say it."""
    deadline: DeadlineKind | None = None
    rules: tuple[tuple[re.Pattern[str], DeadlineKind], ...] = (
        (_QUALITY, "quality"),
        (_MINUTES, "minutes"),
        (_DISPATCH, "dispatch"),
        (_SUBMISSION, "submission"),
    )
    deadline = next((kind for pattern, kind in rules if pattern.search(text)), None)
    place = bool(_PLACE.search(text))
    before = re.split(r",|\bog\b|\band\b", text, maxsplit=1)[0]
    day = bool(_DAY.search(before)) and not any(pattern.search(before) for pattern, _ in rules)
    return CalendarAsk(
        deadline=deadline,
        day=day,
        state=bool(_STATE.search(text)),
        place=place,
        one=bool(_ONE.search(text)) or place,
        several=bool(_SEVERAL.search(text)) or bool(_LISTS_OFF.search(text)),
        calendar=bool(_CALENDAR.search(text)),
        agenda=deadline is None and bool(_AGENDA.search(text)),
    )


def asks_next_place(text: str) -> bool:
    """ "Hvor holdes næste møde?": of a coming meeting, not of one that minutes tell of."""
    return bool(_PLACE.search(text) and _NEXT.search(text))
