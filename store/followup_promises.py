"""Sentences of a decision that promise something: who does what by when; pure, and read by a person first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from store.agenda.records import Named
from store.followup_records import MOST_TITLE, Recurrence
from store.ingest.sentences import split_sentences
from store.ingest.whens import find_whens

_DOES = re.compile(
    r"\b(?P<verb>udarbejder|undersøger|vender\s+tilbage|orienterer|følger\s+op|indkalder|kontakter|tager\s+kontakt|"
    r"fremlægger|forelægger|præsenterer|redegør|afklarer|indhenter|sørger\s+for|koordinerer|evaluerer|opdaterer|"
    r"kommer\s+med|laver|drøfter\s+med|går\s+i\s+dialog|går\s+videre|arbejder\s+videre|igangsætter|iværksætter|"
    r"udsender|sender|bringer|tager\s+(?:initiativ|stilling)|melder\s+tilbage|gennemfører|justerer|tilretter|"
    r"samler|underretter|er\s+ansvarlig\s+for|beskriver|kvalificerer|følger|inviterer|aftaler|planlægger|skal|anmodes\s+om|bedes|får\s+til\s+opgave|"
    r"pålægges|bemyndiges)\b",
    re.IGNORECASE,
)
"""Verbs of what somebody is going to do; in the present tense, as Danish minutes promise."""
_IS_DONE = re.compile(
    r"\b(?:der\s+)?(?P<verb>udarbejdes|undersøges|følges\s+(?:løbende\s+)?op|forelægges|fremlægges|genoptages|"
    r"tages\s+op(?:\s+igen)?|evalueres|indhentes|indkaldes|udsendes|igangsættes|iværksættes|afklares|drøftes\s+igen|"
    r"behandles\s+igen|genbehandles|vendes|orienteres|afrapporteres|justeres|præsenteres|sendes\s+i\s+høring|"
    r"kommer\s+på\s+(?:en\s+)?dagsorden(?:en)?|sættes\s+på(?:\s+dagsordenen)?)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:\A|[\s(])(?:ansvarlig|tovholder)(?:\s+for\s+opfølgning(?:en)?)?\s*:\s*(?P<who>[^.;()\n]{2,80})", re.IGNORECASE
)
_DEADLINE = re.compile(r"\b(?:tids)?frist(?:en)?\s*(?::|er)\s*(?P<when>[^.;()\n]{3,60})", re.IGNORECASE)
_OVER = re.compile(
    r"\b(?:har|havde|blev|er\s+blevet|godkendte|besluttede|tog\s+til\s+efterretning|orienterede|drøftede|deltog)\b",
    re.IGNORECASE,
)
_RHYTHMS: tuple[tuple[re.Pattern[str], Recurrence], ...] = (
    (re.compile(r"\bløbende\b", re.IGNORECASE), "ongoing"),
    (re.compile(r"\b(?:hver\s+uge|ugentligt?)\b", re.IGNORECASE), "weekly"),
    (re.compile(r"\b(?:hver\s+måned|månedligt?)\b", re.IGNORECASE), "monthly"),
    (re.compile(r"\b(?:hvert\s+kvartal|kvartalsvist?)\b", re.IGNORECASE), "quarterly"),
    (re.compile(r"\b(?:hvert\s+halve\s+år|halvårligt?|to\s+gange\s+om\s+året)\b", re.IGNORECASE), "half_yearly"),
    (re.compile(r"\b(?:hvert\s+år|årligt?|én\s+gang\s+om\s+året)\b", re.IGNORECASE), "yearly"),
)
_NOBODY = frozenset({"der", "det", "den", "de", "som", "man", "sagen", "punktet", "forslaget", "dette", "og", "at"})
_LEAD = re.compile(r"\A(?:\W|og\s|samt\s|dog\s|desuden\s|herudover\s|endvidere\s|derudover\s|at\s)+", re.IGNORECASE)
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Promise:
    """What a sentence seems to promise; `quote` is the sentence as it stands."""

    title: str
    quote: str
    responsible: Named | None
    due: date | None
    recurrence: Recurrence | None


def promises(text: str, on: date | None) -> tuple[Promise, ...]:
    """The promises in a decision's text, in order; `on` is the day of the meeting, from which years are taken.

    A sentence counts when it says that something is going to be done and by whom or by when: "Godkendt." promises
    nothing, "Forvaltningen vender tilbage i marts" does.
    """
    found: list[Promise] = []
    for start, end in split_sentences(text):
        sentence = text[start:end]
        who, due, rhythm = _who(sentence), _due(sentence, on), _rhythm(sentence)
        label = _LABEL.match(sentence) or _DEADLINE.match(sentence)
        if label is not None and found:
            # "Ansvarlig: HR-chefen. Frist: 1. marts." speaks of the promise before it.
            last = found[-1]
            found[-1] = Promise(last.title, last.quote, last.responsible or who, last.due or due, last.recurrence)
            continue
        doing = _DOES.search(sentence) or _IS_DONE.search(sentence)
        if doing is None or _OVER.search(sentence[: doing.start()]):
            continue
        if who is None and due is None and rhythm is None:
            continue
        found.append(Promise(_title(sentence), sentence, who, due, rhythm))
    return tuple(found)


def _who(sentence: str) -> Named | None:
    label = _LABEL.search(sentence)
    if label is not None:
        return Named(label["who"].strip(" ,"))
    doing = _DOES.search(sentence)
    if doing is None:
        return None
    before = re.split(r",\s|\b(?:at|idet|hvor|når|hvis|så|men)\s", _LEAD.sub("", sentence[: doing.start()]))[-1].strip(
        " ,"
    )
    name = re.sub(r"\s+(?:også|derfor|nu|herefter|snarest|samtidig|i øvrigt|ligeledes)\Z", "", _LEAD.sub("", before))
    if not name or len(name) > _LONGEST_NAME or name.split()[0].casefold() in _NOBODY or any(c.isdigit() for c in name):
        return None
    return Named(name)


def _due(sentence: str, on: date | None) -> date | None:
    """The last day that a deadline or a coming time names; what lies before the meeting is no deadline."""
    days = [
        timed.when.last or timed.when.first
        for timed in find_whens(sentence, on=on)
        if timed.when.relation in ("by", "at", "about")
    ]
    ahead = [day for day in days if day is not None and (on is None or day > on)]
    return max(ahead, default=None)


def _rhythm(sentence: str) -> Recurrence | None:
    return next((rhythm for pattern, rhythm in _RHYTHMS if pattern.search(sentence)), None)


def _title(sentence: str) -> str:
    told = " ".join(_LEAD.sub("", sentence).split()).rstrip(".")
    told = told[:1].upper() + told[1:]
    return told if len(told) <= MOST_TITLE else told[: MOST_TITLE - 1].rsplit(" ", 1)[0] + "…"
