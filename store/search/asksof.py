"""What kind of answer a question calls for, told by how it is put: yes or no, who did the work, which amount."""

from __future__ import annotations

import re
from functools import lru_cache

_VERBS = (
    "er|var|bliver|blev|må|måtte|skal|skulle|kan|kunne|vil|ville|får|fik|har|havde|kommer|kom|bør|gør|gjorde|går|gik"
    "|slipper|slap|is|are|was|were|may|must|shall|should|can|could|will|would|do|does|did|has|have|had"
)
_PERSONS = "vi|man|de|du|det|han|hun|byrådet|udvalget|kommunen|direktionen"
_WHETHER = re.compile(
    r"^\W*(?:(?:og|men|så|and|but|so) )?"
    # "Er der asbest i taget?" asks for a fact, not for what was decided.
    r"(?!(?:er|var|har|havde|findes|is|are|was|were|has|have|had) (?:der|there)\b)"
    rf"(?:(?:{_VERBS}) |(?=.*\?\W*$)[a-zæøå]{{3,}}(?:te|de|er|es) (?:(?:{_PERSONS}) |\w{{3,}}(?:en|et|ne)\b))",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"^\W*(?:(?:og|men|så|and|but|so) )?(?:er|var|har|havde|is|are|was|were|has|have|had)\b", re.IGNORECASE
)
_QUESTION_WORD = re.compile(r"^\W*(?:og )?(?:hv\w+|what|which|who\w*|when|where|why|how)\b", re.IGNORECASE)

_SUPPLIER = re.compile(
    r"\b(?:hvem (?:har )?(?:vandt|vundet|leverer|leverede|leveret|bygger|byggede|bygget|tegnede|tegner|tegnet|opførte"
    r"|designede|har designet|producerer|installerer|entrerer|bød|byder"
    r"|gav (?:det )?(?:laveste|billigste|højeste|bedste))"
    r"|hvilke[nt]? (?:entreprenør|leverandør|firma|virksomhed"
    r"|arkitekt|rådgiver|tilbudsgiver|håndværker)\w*|(?:which|what) (?:contractor|supplier|firm|company|architect"
    r"|vendor|bidder)s?|who (?:has )?(?:won|supplies|supplied|builds|built|designs|designed|delivers|delivered"
    r"|installs|installed|bid|bids|gave the (?:lowest|highest|best)|made the (?:lowest|highest|best)))\b",
    re.IGNORECASE,
)
_SUPPLIES = re.compile(
    r"entrepren|leverand|leverer|leveret|levere\b|\bbud(?:det|dene)?\b|\bbudt\b|tilbud|kontrakt|\bvand(?:t|er)\b"
    r"|\bvundet|arkitekt|\bfirma|A/S|ApS|rådgiver|mester\b|konsulent|operatør|selskab|bygge[rst]|tegn",
    re.IGNORECASE,
)

_UNTIL = re.compile(
    r"\b(?:til hvornår|indtil hvornår|hvor længe|until when|till when|how long)\b|\b(?:udløber|ophører|slutter|expires?"
    r"|ends?)\b",
    re.IGNORECASE,
)
_TELLS_UNTIL = re.compile(
    r"\b(?:indtil|(?:frem )?til(?: og med)?|udløber|ophører|slutter|senest) (?:den )?"
    r"(?:\d{1,2}\.|[a-zæøå]+ \d{4}|\d{4})|\bmed udgangen af\b|\bindtil\b",
    re.IGNORECASE,
)

_ABSENCE = re.compile(r"^\W*(?:afbud|fraværende|ej til stede|ikke til stede|forfald|absent|apologies)\b", re.IGNORECASE)
_ASKS_ABSENCE = re.compile(r"afbud|fravær|absent|mangle|missing|forfald|til stede|present|deltog", re.IGNORECASE)

_DAY = r"(?:den )?\d{1,2}\. ?[a-zæøå]+(?: \d{4})?"
_OF_MEETING = re.compile(
    rf"\b(?:i|på|ved|fra|af) (?:\w+s? )?(?:\w*møde[t]?|behandling|indstilling|beslutning) (?:af |fra )?{_DAY}"
    rf"|\b(?:beslutning|behandling|indstilling|møde)\w* (?:[ia]|fra|af|på) (?:\w+ )?{_DAY}",
    re.IGNORECASE,
)

_AMOUNT = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)\s*(mio|mia|million|milliard|billion|t\.?kr|tkr|kr|kroner|dkk)",
    re.IGNORECASE,
)
_SCALES = {"mio": 1e6, "million": 1e6, "mia": 1e9, "milliard": 1e9, "billion": 1e9, "tkr": 1e3, "t.kr": 1e3}


_CONTACT = re.compile(
    r"\b(?:hvem|hvor) (?:kan|skal|må|bør) (?:man|jeg|vi|borgere\w*|folk) (?:\w+ )?(?:ringe|kontakte|skrive til"
    r"|henvende|spørge"
    r"|få fat)|\bwho(?:m)? (?:can|should|do|may|must) (?:i|we|one|you|people|citizens) "
    r"(?:call|contact|ask|phone|write to|turn to|get in touch|email|ring)",
    re.IGNORECASE,
)
_TELLS_CONTACT = re.compile(
    r"kontaktes?\b|kontaktperson|henvend|\btlf\b|telefon|\bmail|@|rettes til|tager imod tilmelding", re.IGNORECASE
)


def asks_contact(text: str) -> bool:
    """Whether a question asks whom to turn to."""
    return _CONTACT.search(text) is not None


def tells_contact(text: str) -> bool:
    """Whether a text tells whom to turn to."""
    return _TELLS_CONTACT.search(text) is not None


def asks_whether(text: str) -> bool:
    """Whether a question is answered by yes or no: its verb stands first ("Må eleverne ...", "Did they ...")."""
    return _QUESTION_WORD.match(text) is None and _WHETHER.match(text) is not None


def asks_outcome(text: str) -> bool:
    """Whether such a question is on what is to be or was done, not on how things are ("Er tårnet gammelt?")."""
    return asks_whether(text) and _STATES.match(text) is None


def asks_supplier(text: str) -> bool:
    """Whether a question asks who got or does the work: a contractor, an architect, whoever won a tender."""
    return _SUPPLIER.search(text) is not None


def tells_supplier(text: str) -> bool:
    """Whether a text speaks of somebody who delivers, bids or builds."""
    return _SUPPLIES.search(text) is not None


def asks_until(text: str) -> bool:
    """Whether a question asks for the day on which something ends."""
    return _UNTIL.search(text) is not None


def tells_until(text: str) -> bool:
    """Whether a text names a day as an end."""
    return _TELLS_UNTIL.search(text) is not None


def without_meetings(text: str) -> str:
    """A text without the days on which it says that somebody met: of when a thing happens they tell nothing."""
    return _OF_MEETING.sub(" ", text)


def is_absence(text: str) -> bool:
    """Whether a text only says who was away from the meeting."""
    return _ABSENCE.match(text) is not None


def asks_absence(text: str) -> bool:
    """Whether a question is on who was there and who was away."""
    return _ASKS_ABSENCE.search(text) is not None


@lru_cache(maxsize=2_000)
def amounts(text: str) -> frozenset[float]:
    """The amounts of money that a text states, in kroner: of "8,4 mio. kr." 8400000."""
    found: set[float] = set()
    for number, unit in _AMOUNT.findall(text):
        value = float(number.replace(".", "").replace(",", "."))
        found.add(round(value * _SCALES.get(unit.lower(), 1.0), 2))
    return frozenset(found)
