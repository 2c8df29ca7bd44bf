"""The intent of a question where one word in it misleads."""

from __future__ import annotations

import re

from store.records import Intent, Query
from store.search.asksof import asks_outcome
from store.search.money import asks_financing, asks_money
from store.search.statements import asks_who
from store.search.wants import asks_change

_WHICH = re.compile(r"^\W*(?:og )?(?:hvilke|which)\b", re.IGNORECASE)
_ENCLOSED = re.compile(r"\bvedlagt|\bvedhæft|\bvedlæg|\benclos|\battach", re.IGNORECASE)
_WHICH_OFFICE = re.compile(
    r"^\W*(?:og |and )?(?:hvilken|hvilket|hvilke|which|what) (?:afdeling|forvaltning|center|enhed|stab|department|unit"
    r"|office|administration)(?:er)?\b.{0,30}?"
    r"(?:\bejer|ansvar|\bstår for|\btager sig|varetager|\bowns?\b|responsible|in charge|handles|\bruns)\b",
    re.IGNORECASE,
)
_ASKS_NO_ONE = re.compile(
    r"^\W*(?:og |and )?(?:hvor (?:tit|ofte|mange|længe|meget)|how (?:often|many|long|much)|hvad (?:står|siger|skriver)"
    r"|what (?:is|was) (?:said|written|stated))\b(?!.*\b(?:hvem|who)\b)",
    re.IGNORECASE,
)
"""Openings of questions that a role in them is a part of the matter of: "how often does the project manager report"."""
_SITED = re.compile(
    r"\b(?:cho(?:ose|se|sen)|put|placed?|site[ds]?|buil[dt]|lægge[st]?|lagt|placer\w*|bygge[st]?|anlægge[st]?|anlagt|flytte[st]?"
    r"|etabler\w*|opstil\w*)\b",
    re.IGNORECASE,
)
"""Of such a thing "where" asks what was decided, not where the meeting was."""
_NO_PRICE = re.compile(
    r"^\W*(?:og |and )?(?:hvor (?:stor|stort|store) (?:en )?(?:andel|del|procentdel)\b"
    r"|what (?:share|proportion|percentage)\b"
    r"|how much of (?:the|their|our)\b(?! (?:\w+ )?(?:money|budget|funds?|grant|amount|allocation))"
    r"|how (?:big|large) (?:will|is|are|was|were|must|shall|should)\b"
    r"(?!.*\b(?:budget|cost|grant|fund|saving|expense|deficit|surplus|allocation|pool|amount|deal|loan|sum)))",
    re.IGNORECASE,
)
"""Openings that ask for a share or a size, whatever else the question says of money."""
_OPINION = re.compile(r"^\W*(?:og )?hvad (?:mener|mente|synes|syntes|vurderer|vurderede|siger|sagde)\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:hvornår|when|dato\w*|dag|day|date|senest|frist\w*|deadline|tidspunkt\w*|klokken|kl|years?|år|month|måned)\b",
    re.IGNORECASE,
)


def meant(query: Query) -> Intent:
    """The intent, where one word misleads: what is enclosed, who pays, which expenses, what somebody thinks of it."""
    if query.intent == "find" and _ENCLOSED.search(query.text):
        return "attachments"
    if query.intent == "find" and _WHICH_OFFICE.search(query.text):
        return "responsible"
    if query.intent in ("find", "responsible", "cost", "where") and asks_financing(query.text):
        return "cost"
    if query.intent == "find" and asks_money(query.text) and not _NO_PRICE.match(query.text):
        return "cost"
    if query.intent == "responsible" and _ASKS_NO_ONE.match(query.text):
        return "find"
    if query.intent == "where" and query.topic and _SITED.search(query.text):
        return "find"
    if query.intent == "when" and asks_outcome(query.text) and not _TIME.search(query.text):
        return "find"  # "did the timetable get better" asks for no day
    if query.intent != "cost":
        return query.intent
    if _NO_PRICE.match(query.text) or asks_change(query.text):
        return "find"
    if asks_who(query.text):
        return "responsible"
    if _WHICH.match(query.text):
        return "find"
    return "assessment" if _OPINION.match(query.text) else "cost"
