"""What a question on programmes and strategies asks for, once its wording is known: kind of list, abbreviation, all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from dialogs.understanding import calendar_words as cw
from dialogs.understanding.text import Word, words
from dialogs.understanding.wordings import wordings
from store.records import PartKind

if TYPE_CHECKING:
    from dialogs.understanding.asked import Understanding

_MATTERS = frozenset(("find", "background", "decisions_list"))
_WORDS = re.compile(r"\w+(?:[./&-]\w+)*")
_LONGEST_SHORT = 4
"""A word in small letters that is no longer than this may be an abbreviation."""
_SHORTEST_TAIL = 4
_FIRST, _MOST = 2, 40
"""How many elements a list may be said to have."""
_ORDINALS = frozenset(("anden", "andet", "tredje", "fjerde", "second", "third", "fourth"))
_COUNTED = {word: number for word, number in cw.NUMBERS.items() if word.isalpha() and word not in _ORDINALS}
_MEANS = re.compile(
    r"\bhvad\s+(?:betyder|menes\s+der\s+med|dækker)\b|\bwhat\s+(?:does|do|is)\b.*\b(?:mean|meant\s+by)\b", re.IGNORECASE
)
_IS = re.compile(r"\W*(?:hvad|what)\s+(?:er|is)\s+(?:(?:en|et|an?|the)\s+)?[^\s?]{2,8}\s*\??\s*$", re.IGNORECASE)
"""A question on a single short word, which may be an abbreviation when it is written in capitals."""
_TELL = re.compile(
    r"\b(?:fortæl|forklar|beskriv|tell|describe|explain)\b|^(?:hvad|what)\s+(?:er|is|ved|do)\b", re.IGNORECASE
)
_PROGRAMME = re.compile(
    r"(?:the\s+|det\s+|den\s+)?(?:program|programmet|programme|projekt|projektet|project|strategi|strategien|strategy|"
    r"handleplan|handleplanen|initiativ|initiativet|initiative)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?i:\W*(?:hvad|what)\s+(?:er|is)\s+(?:the\s+)?(?:programmet|programme)\s+)[»“\"']?[A-ZÆØÅ]")
_STATUS = re.compile(r"\bstatus\b", re.IGNORECASE)
_OF_PROGRAMME = re.compile(
    r"\w*(?:projekt(?:et)?|program(?:met|me)?|strategi(?:en)?|handleplan(?:en)?|project|strategy)s?\b", re.IGNORECASE
)
_WHO_DELIVERS = frozenset(
    (
        *("styregruppen", "styregrupperne", "projektgruppen", "projektgrupperne", "projekterne", "programmerne"),
        *("kommunen", "forvaltningen", "forvaltningerne", "the", "municipality", "projects", "programmes", "steering"),
        *("group", "groups", "project", "administration"),
    )
)
"""Who has deadlines: not a matter that they are on."""
_ASKED_TWICE = re.compile(r",?\s+(?:og|and)\s+(?:hvad\s+(?:hedder|er)|hvilke|what\s+are|which)\b.*$", re.IGNORECASE)
_ABOUT_SHORT = re.compile(
    r"\b(?:forkortelse[nr]?|bogstaverne|akronymet|initialerne|abbreviation|acronym|letters|initials|betyder|står|"
    r"dækker|over|for|stand|stands|short|mean|means|full\s+name|of|an?|en|et|the|hvad|what|does|do|is|er)\b",
    re.IGNORECASE,
)


def settled(read: Understanding, typed: Sequence[Word]) -> Understanding:
    """The understanding with what only the words themselves tell; unchanged for questions on decisions."""
    if read.command is not None:
        return replace(read, intent="find") if read.intent == "elements" and read.weak else read
    short = _abbreviation(read)
    if short is not None:
        return replace(read, intent="meaning", topic=short, dated=short, body=None, followup=False, unknown_body=None)
    if read.intent == "find" and _TELL.search(read.text) and _PROGRAMME.match(read.topic) and " " in read.topic:
        return replace(read, intent="overview")
    if read.intent == "case_course" and _STATUS.search(read.text) and _OF_PROGRAMME.search(read.topic):
        # The status of a project is reported; that of a case is its course.
        return replace(read, intent="overview")
    if read.intent == "due" and read.topic and {word.norm for word in words(read.topic)} <= _WHO_DELIVERS:
        return replace(read, topic="", followup=False)
    if read.intent == "upcoming" and _NAMED.match(read.typed):
        # "Hvad er programmet" asks for an agenda, unless a name follows.
        return replace(read, intent="overview")
    if read.intent == "initiatives" and _PROGRAMME.search(read.topic):
        # "Hvilke projekter indgår i programmet" is a list of that programme.
        return replace(read, intent="elements", part="action", followup=False)
    if read.intent not in ("elements", "recommendation", "goal"):
        return read
    kind, many = listed(typed)
    if read.intent == "elements" and read.weak and kind is None:
        return replace(read, intent="find")
    if read.intent != "elements" and many is None:
        return read
    topic = _ASKED_TWICE.sub("", read.topic).strip(" ,")
    return replace(read, intent="elements", part=kind, many=many, topic=topic, followup=False)


def listed(typed: Sequence[Word]) -> tuple[PartKind | None, int | None]:
    """What a list is said to be of, and how many elements it is said to have."""
    forms = wordings().parts
    longest = max(len(form) for form in forms)
    for at in range(len(typed)):
        for size in range(longest, 0, -1):
            form = tuple(word.norm for word in typed[at : at + size])
            kind = forms.get(form) or (_by_tail(form[0]) if size == 1 and form else None)
            if kind is not None:
                return kind, _count(typed[max(at - 3, 0) : at])
    return None, None


def _by_tail(word: str) -> PartKind | None:
    """The kind that a compound's last part names: "temagrupperne" are groups."""
    fitting = [tail for tail in _tails() if word.endswith(tail) and len(word) > len(tail) + 2]
    return wordings().parts[(max(fitting, key=len),)] if fitting else None


@lru_cache(maxsize=1)
def _tails() -> tuple[str, ...]:
    return tuple(form[0] for form in wordings().parts if len(form) == 1 and len(form[0]) >= _SHORTEST_TAIL)


def _count(before: Sequence[Word]) -> int | None:
    """The number that stands before a noun, an adjective or two between them."""
    for word in reversed(before):
        number = int(word.norm) if word.norm.isdigit() else _COUNTED.get(word.norm)
        if number is not None and _FIRST <= number <= _MOST:
            return number
    return None


def _abbreviation(read: Understanding) -> str | None:
    """The abbreviation whose meaning is asked for; None for a word in full, which is a matter and no abbreviation."""
    means = read.intent == "meaning"
    if not means and not (read.intent in _MATTERS and (_MEANS.search(read.text) or _IS.match(read.typed))):
        return None
    spelt: str | None = next((word for word in _WORDS.findall(read.typed) if _capitals(word) >= 2), None)
    left = " ".join(_ABOUT_SHORT.sub(" ", read.dated).split()).strip(" ?.!,:»«\"'")
    if not means and _IS.match(read.typed) and spelt is None:
        return None
    if spelt is not None and (means or len(words(left)) <= 1):
        return spelt
    short = len(words(left)) == 1 and len(left) <= _LONGEST_SHORT
    return left if left and (means or short) else None


def _capitals(word: str) -> int:
    return sum(sign.isupper() for sign in word)
