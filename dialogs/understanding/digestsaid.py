"""What a weekly reminder shall hold and when it comes, as people say it; and until when it pauses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time, timedelta

from dialogs.understanding import calendar_words as cw
from dialogs.understanding.periods import periods
from dialogs.understanding.slots import BodyNames, numbers
from dialogs.understanding.text import words
from dialogs.understanding.wheresaid import clock

_FLAGS = re.IGNORECASE
_WEEKDAY = re.compile(rf"\b(?P<day>{cw.either(cw.WEEKDAYS)})s?(?:e?ne|en|e|er)?\b", _FLAGS)
_WHEN = re.compile(
    rf"\b(?:(?:hver|every|each|om|on|på|next|næste)\s+)?(?:{cw.either(cw.WEEKDAYS)})s?(?:e?ne|en|e|er)?\b"
    r"|\b(?:kl\.?|klokken|at)\s*\d{1,2}(?:[.:]\d\d)?(?:\s*(?:am|pm))?|\b\d{1,2}[.:]\d\d\b"
    r"|\b(?:hver\s+uge|every\s+week|each\s+week|en\s+gang\s+om\s+ugen|én\s+gang\s+om\s+ugen|once\s+a\s+week)\b"
    r"|\b\d{1,2}\s*(?:am|pm)\b",
    _FLAGS,
)
_BARE_CLOCK = re.compile(r"\b(?P<h>[01]?\d|2[0-3])[.:](?P<m>[0-5]\d)\b")
_MINE = re.compile(
    r"\b(?:mine|my)\s+(?:egne\s+|own\s+)?(?:åbne\s+|open\s+)?"
    r"(?:opfølgning\w*|opgave\w*|løfte\w*|frist\w*|follow\W?ups?|tasks?|promises?|deadlines?)\b",
    _FLAGS,
)
_AHEAD = re.compile(
    rf"\b(?P<n>\d{{1,2}}|{cw.either(cw.NUMBERS)})\s+(?P<unit>uger?|weeks?|dage?|days?)\s+(?:frem|ahead|forward)\b",
    _FLAGS,
)
_FOR = re.compile(
    rf"\b(?:i|for|in|de\s+næste|the\s+next|med|by)\s+(?P<n>\d{{1,2}}|{cw.either(cw.NUMBERS)}|a|en|et)\s+"
    r"(?P<unit>uger?|weeks?|dage?|days?|måned(?:er)?|months?)\b",
    _FLAGS,
)
_THROUGH = re.compile(r"\b(?:til\s+og\s+med|through|until\s+and\s+including|up\s+to\s+and\s+including)\b", _FLAGS)
_ASKS = re.compile(
    r"\b(?:hvad|hvem|hvorfor|hvordan|hvilke[nt]?|hvornår|hvor|blev|what|who|why|how|which|when|where|was|were|did)\b",
    _FLAGS,
)
_ABOUT = re.compile(
    r"\b(?:om|over|vedrørende|vedr\.?|angående|ang\.?|omkring|for|fra|på|i|about|on|of|regarding|concerning|for|from|with)\s+"
    r"(?P<topic>.+)$",
    _FLAGS,
)
_EVERYDAY = """
    en et den det de vores mine min mit dine alle alt og samt også her i på til for med om over fra af os mig kanalen
    gruppen teamet ugentlig ugentlige ugentligt fast påmindelse påmindelser påmindelsen oversigt oversigten opsamling
    opsummering rykker reminder besked status liste ugepåmindelse ugeoversigt ugebesked opfølgning opfølgninger
    opfølgningerne opgaver opgaverne frister fristerne møder møderne milepæle beslutninger åbne kommende sagen sag
    sager initiativet initiativ projektet udvalget tak venligst gerne morgen frem uger uge dage dag hver om ugen når
    a an the our my your all and also here in to for with about on of from us me this channel group team weekly every
    each week digest overview summary update message list follow ups followups up tasks deadlines meetings milestones
    decisions open coming case cases matter initiative project committee please thanks thank you ahead weeks days send
    send giv skriv opret lav sæt op mind minde påmind remind set create make give write at kl klokken
"""
_FILLING = frozenset(_EVERYDAY.split())
_QUOTES = "\"'»«“”„‘’ \t.,!?:;–-"


@dataclass(frozen=True, slots=True)
class DigestSaid:
    """What is said of a weekly reminder; None or empty where nothing is."""

    weekday: int | None = None
    at: time | None = None
    bodies: tuple[str, ...] = ()
    """Names of known bodies."""
    cases: tuple[str, ...] = ()
    topic: str = ""
    """What else it shall be about: a case or an initiative by its words."""
    mine: bool = False
    horizon: int | None = None
    """Days."""

    @property
    def limits(self) -> bool:
        """Whether it is limited to anything."""
        return bool(self.bodies or self.cases or self.topic or self.mine)


def digest_said(text: str, names: BodyNames) -> DigestSaid:
    """The weekday, the time and what it is about, of a message that asks for a weekly reminder or changes one."""
    day, ahead = _WEEKDAY.search(text), _AHEAD.search(text)
    found = numbers(text)
    cases = tuple(dict.fromkeys(slot.value for slot in found if slot.kind == "case"))
    bodies = tuple(names.find(words(text)))
    spans = [(slot.start, slot.end) for slot in (*found, *bodies)]
    rest = _AHEAD.sub(" ", _MINE.sub(" ", _WHEN.sub(" ", _without(text, spans))))
    return DigestSaid(
        cw.WEEKDAYS[day["day"].casefold()] if day is not None else None,
        _time(text),
        tuple(dict.fromkeys(slot.value for slot in bodies)),
        cases,
        _topic(rest),
        _MINE.search(text) is not None,
        _days(ahead["n"], ahead["unit"]) if ahead is not None else None,
    )


def paused_until(text: str, today: date) -> date | None:
    """The day on which it speaks again; None when none is named. "Til og med" a day is until the day after."""
    after = timedelta(days=1) if _THROUGH.search(text) else timedelta()
    length = _FOR.search(text)
    dated = [each for each in periods(text, today, ahead=True) if each.dated]
    weekday = _WEEKDAY.search(text)
    days = [day for each in dated for day in (each.until if _open(each.since, each.until) else each.since,) if day]
    if days:
        return max(days) + after
    if weekday is not None:
        return today + timedelta(days=(cw.WEEKDAYS[weekday["day"].casefold()] - today.weekday() - 1) % 7 + 1) + after
    return today + timedelta(days=_days(length["n"], length["unit"])) if length is not None else None


def asks(text: str) -> bool:
    """Whether it is a question after all, that only begins like a wish for a reminder."""
    return _ASKS.search(text) is not None


def _open(since: date | None, until: date | None) -> bool:
    """Whether a period has no beginning of its own: "til 4. august"."""
    return since is None and until is not None


def _days(number: str, unit: str) -> int:
    count = int(number) if number.isdigit() else cw.NUMBERS.get(number.casefold(), 1)
    if unit.casefold().startswith(("uge", "week")):
        return count * 7
    return count * (30 if unit.casefold().startswith(("måned", "month")) else 1)


def _time(text: str) -> time | None:
    said = clock(text)
    bare = _BARE_CLOCK.search(text) if said is None else None
    return time(int(bare["h"]), int(bare["m"])) if bare is not None else said


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def _topic(rest: str) -> str:
    """The words after "om" or "about", unless they only say what every reminder holds."""
    about = _ABOUT.search(" ".join(rest.split()))
    if about is None:
        return ""
    kept = about["topic"].split()
    while kept and kept[0].strip(_QUOTES).casefold() in _FILLING | {""}:
        kept.pop(0)
    while kept and kept[-1].strip(_QUOTES).casefold() in _FILLING | {""}:
        kept.pop()
    return " ".join(kept).strip(_QUOTES)[:200]


_FIRM = re.compile(
    r"\b(?:\w*påmind\w*|mind|minde|rykker\w*|remind\w*|reminders?|digests?|\w*ugeoversigt\w*|abonner\w*)\b"
    r"|^\W*(?:kan\s+du\s+|vil\s+du\s+|please\s+|can\s+you\s+|could\s+you\s+)?"
    r"(?:send|giv|opret|lav|sæt|skriv|bestil|set\s+up|create|give|make|schedule)\b",
    _FLAGS,
)


def firm(text: str, said: DigestSaid | None) -> bool:
    """Whether a reminder is wished for beyond doubt: "ugentlig oversigt over sygefravær" may be a matter."""
    timed = said is not None and (said.weekday is not None or said.at is not None)
    return timed or _FIRM.search(text) is not None
