"""What a question wants to be told (a number, a share, a list, what letters stand for) and whether a text tells it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from store.search.statements import sentences

_NUMBER_WORDS = (
    "to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tyve|tredive|halvtreds|hundrede|tusind|halvdelen|halv(?:t|e)?|ingen"
    "|two|three|four|five|six|seven|eight|nine|ten|twelve|half"
)
_A_NUMBER = re.compile(
    r"(?<![\w.,/])(?!(?:19|20)\d\d(?![\d.,]))"
    r"(?!\d{1,2}(?:[./-]\d{1,2}(?!\d)|\. ?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)))\d"
    rf"|\b(?:{_NUMBER_WORDS})\b",
    re.IGNORECASE,
)
"""A year or a day of the calendar is no number of anything."""
_A_SHARE = re.compile(
    r"\d[\d.,]*\s*(?:pct|procent|%|promille)|\bhalvdelen\b|\b(?:en|to) (?:tre|fjer|fem)[a-z]*del", re.I
)
_A_SPAN = re.compile(
    rf"(?:\d[\d.,]*|\b(?:et?|{_NUMBER_WORDS}))\s*(?:-\s*\d+\s*)?(?:sekund|minut|time|dag|uge|måned|kvartal|år)"
    r"|\b(?:hver|hvert|per|pr\.) (?:\w+ )?(?:dag|uge|måned|kvartal|halvår|år|mandag|lørdag)",
    re.IGNORECASE,
)
_ENTRIES = re.compile(r"(?:^|\s)(?:\d{1,2}[.)]|\(?[a-h]\)|[•·▪◦–*-])\s+\S")
_SOME_OF = re.compile(rf"(?:\d+|\b(?:en|et|{_NUMBER_WORDS})) (?:ud )?(?:af|of)\b", re.IGNORECASE)
FEWEST_ENTRIES = 3
MOST_OF_IT, SOME_OF_IT = 0.75, 0.6
"""The share of the question that a sentence with a number must hold that does not name what is counted, and that one
must hold that names it elsewhere than behind the number."""
FAR_OFF = 0.4
BESIDE = 40
"""Letters behind a number within which the name of what it counts is looked for."""

_HOW_MANY = re.compile(
    r"(?:hvor mange|how many|\bantal(?:let)?(?: af)?|(?:the )?number of)\s+(?:af |of )?([^\W\d_]+)", re.I
)
_AN_AGE = re.compile(
    r"\d+\s*år\b|\b(?:fra|siden|i|opført|bygget|anlagt|from|since|in) (?:1[89]|20)\d\d\b", re.IGNORECASE
)
_A_CLOCK = re.compile(r"\bkl\.? ?\d|\b\d{1,2}[.:]\d{2}\b(?!\d|\.)", re.IGNORECASE)
_A_CHANGE = re.compile(
    r"\d[\d.,]*\s*(?:pct|procent|%|promille)|\bfra \d[\d.,]*(?: \w+\.?){0,2} til \d|\bmod \d[\d.,]*", re.IGNORECASE
)
_A_LENGTH = re.compile(r"\d[\d.,]*\s*(?:km|kilometer|m|meter|m2|m²|kvadratmeter|hektar|ha|cm)\b", re.IGNORECASE)
_A_SPEED = re.compile(r"km/t|km i timen|\d+\s*(?:sekund|minut|time|dag|uge)", re.IGNORECASE)
_HOW = (
    (
        re.compile(
            r"\b(?:hvad|hvilket?) (?:tid|klokkeslæt)\b|\bhvad (?:er )?klokken\b|\bklokken hvad\b"
            r"|\b(?:what|which) time\b",
            re.I,
        ),
        _A_CLOCK,
    ),
    (
        re.compile(
            r"hvor (?:meget|mange procent)\b.*\b(?:fald|steg|stig|vokse|ændre|skru|sat op|sat ned|hævet|sænket)\w*"
            r"|how much\b.*\b(?:go|goes|went|gone|going) (?:up|down)\b"
            r"|how much\b.*\b(?:rise|rose|risen|fall|fell|fallen|drop|increase|decrease|grow|grew|grown)\w*",
            re.I,
        ),
        _A_CHANGE,
    ),
    (re.compile(r"hvor (?:gammel|gammelt|gamle)\b|how old\b", re.IGNORECASE), _AN_AGE),
    (re.compile(r"hvor (?:hurtigt?|hurtige)\b|how (?:fast|quickly|soon)\b", re.IGNORECASE), _A_SPEED),
    (
        re.compile(
            r"hvor (?:lang|langt|lange|bred|bredt|højt?|stort et areal)\b(?! tid)|how (?:far|wide|tall)\b", re.I
        ),
        _A_LENGTH,
    ),
    (re.compile(r"hvor (?:lang tid|længe|ofte)\b|how (?:long|often)\b", re.IGNORECASE), _A_SPAN),
)
_PERCENT = re.compile(r"procent|\bpct\b|%|percent|hvor stor (?:en )?(?:andel|del)\b|what (?:share|proportion)", re.I)
_LISTED = re.compile(
    r"^\W*(?:og )?(?:hvilke|which|list|what are|hvad er de|name the|nævn)\b"
    rf"|\b(?:de|the)\s+(?:{_NUMBER_WORDS})\b|^\W*(?:{_NUMBER_WORDS})\s+\w+",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"\b(?:står|forkortelsen?|betyder|dækker|stands?|mean\w*|abbreviation|acronym)\b", re.IGNORECASE)
_SHORT_NAME = re.compile(r"\b(?=\w*[A-ZÆØÅ]\w*[A-ZÆØÅ])[A-Za-zÆØÅæøå]{2,7}\b")
_CONTENTS = re.compile(r"\.{2,}\s*\d{1,3}\b|…\s*\d{1,3}\b")
_POINTER = re.compile(r"\blæs mere\b|\bhent (?:her|den|det|rapport|vejledning|publikation)|\bread more\b", re.I)
_SHOUTED = re.compile(r"\b[A-ZÆØÅ]{4,}\b")
MOST_LEADERS, MOST_POINTERS, MOST_SHOUTED = 3, 2, 0.4


@dataclass(frozen=True, slots=True)
class Wants:
    """What a question wants: `stated` finds it in a sentence, `counted` is the word for what is counted."""

    stated: re.Pattern[str] | None = None
    counted: str | None = None
    listed: bool = False
    spelt_out: str | None = None
    """Letters of which the question asks what they stand for."""

    @property
    def nothing(self) -> bool:
        """Whether any text may answer."""
        return self.stated is None and not self.listed and self.spelt_out is None


@lru_cache(maxsize=200)
def wants(text: str) -> Wants:
    """What the question wants."""
    letters = _LETTERS.search(text)
    if letters is not None:
        names = _SHORT_NAME.findall(text)
        if names:
            return Wants(spelt_out=names[-1])
    if _PERCENT.search(text):
        return Wants(_A_SHARE)
    counted = _HOW_MANY.search(text)
    if counted is not None:
        return Wants(_A_NUMBER, counted.group(1).casefold())
    for asked, stated in _HOW:
        if asked.search(text):
            return Wants(stated)
    return Wants(listed=_LISTED.search(text) is not None)


def asks_change(text: str) -> bool:
    """Whether a question asks by how much something rose or fell."""
    return wants(text).stated is _A_CHANGE


def tells(wanted: Wants, text: str, covers: Callable[[str], float], names: Callable[[str], bool]) -> float:
    """How well a text tells what is wanted, 0 to 1.

    `covers` says how much of the question a sentence holds, `names` whether it names what is counted.
    """
    if wanted.spelt_out is not None:
        return float(spells_out(wanted.spelt_out, text))
    if wanted.stated is not None:
        found = [sentence for sentence in sentences(text) if wanted.stated.search(sentence)]
        if wanted.counted is not None:
            return max(
                (_counting(wanted.stated, sentence, names) + 0.4 * covers(sentence) for sentence in found), default=0.0
            )
        return max((0.3 + 0.7 * covers(sentence) for sentence in found), default=0.0)
    if wanted.listed:
        return float(len(_ENTRIES.findall(text)) >= FEWEST_ENTRIES)
    return 0.0


def _counting(number: re.Pattern[str], sentence: str, names: Callable[[str], bool]) -> float:
    """How well a sentence counts something, 0.2 to 0.6: best where the number stands right before its name."""
    if not names(sentence):
        return 0.2
    if _SOME_OF.search(sentence) and not number.search(_SOME_OF.sub(" ", sentence)):
        return 0.3  # "two of the plots" does not tell how many there are
    beside = any(names(sentence[found.end() : found.end() + BESIDE]) for found in number.finditer(sentence))
    return 0.6 if beside else 0.4


def spells_out(short: str, text: str) -> bool:
    """Whether a text says what letters stand for: behind the name in brackets, or before it with a colon."""
    letters = re.escape(short)
    return (
        re.search(rf"\w \({letters}\)|\b{letters}\s*[:=]\s*\w|\b{letters} (?:står for|betyder|stands for)", text)
        is not None
    )


def counts(wanted: Wants, text: str, covers: Callable[[str], float], names: Callable[[str], bool]) -> bool:
    """Whether some sentence has a number right before what is counted, or names it and holds much of the question.

    Always so when nothing in particular is counted.
    """
    if wanted.stated is None or wanted.counted is None:
        return True
    number = wanted.stated
    found = [sentence for sentence in sentences(text) if number.search(sentence)]
    return any(
        covers(sentence) >= MOST_OF_IT
        or (names(sentence) and (covers(sentence) >= SOME_OF_IT or _counting(number, sentence, names) > FAR_OFF))
        for sentence in found
    )


def points_elsewhere(text: str) -> bool:
    """Whether a text only points elsewhere: dots leading to page numbers, "read more", or headings in capitals."""
    if len(_CONTENTS.findall(text)) >= MOST_LEADERS or len(_POINTER.findall(text)) >= MOST_POINTERS:
        return True
    words = text.split()
    return len(words) > 12 and len(_SHOUTED.findall(text)) > MOST_SHOUTED * len(words)
