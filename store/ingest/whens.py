"""Times in Danish text: the days they span, how precisely, and whether they are a day, a deadline or a beginning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache

from store.ingest.calendarspans import Days
from store.ingest.tolerant import tolerant
from store.ingest.whenatoms import Atom, atoms, may_hold
from store.records import Relation, When

_LEAD = (
    r"(?<![\wæøå])(?:(?P<by>(?:allers)?senest(?:\s(?:i|ved|pr\.|med))?|no\slater\sthan|by\sthe\send\sof|before|inden|indtil|før|frem\s(?:til|mod)|"
    r"til\sog\smed|t\.o\.m\.|"
    r"hen\simod|(?:frem\s)?mod)"
    r"|(?P<from>fra\sog\smed|fra|f\.o\.m\.|efter|tidligst(?:\s(?:i|fra))?|siden|gældende\sfra|med\svirkning\sfra)"
    r"|(?P<about>ca\.?|cirka|omkring|omtrent|formentlig(?:\si)?|forventeligt(?:\si)?)"
    r"|(?P<at>i\sløbet\saf|pr\.|i\sperioden|i\sårene|i\såret|året|år|periode|i|på|ved|til|den|d\.))\s{0,2}"
    r"(?:(?:i|den|d\.|ved|om|året|år|begge|måned(?:erne)?)\s{1,2}){0,2}\Z"
)
_BETWEEN = re.compile(r"\s{0,2}(?:-|–|/|til(?:\sog\smed)?|og)\s{0,2}(?:den\s|d\.\s?|i\s)?\Z", re.IGNORECASE)
_OPEN = re.compile(
    r"\s{0,2}(?:[-–]\s?(?:\?|\.{3}|…)|og\s(?:frem(?:efter|ad)|derefter|videre frem))|\s{0,2}-\s?(?=[)\]])",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r",?\s(?:(?:fra|senest)\s)?(?:kl\.?|klokken)\s{0,2}(?P<hour>[01]?\d|"
    r"2[0-3])(?:[.:](?P<minute>[0-5]\d))?(?![\d.:]*\d)"
    r"(?:\s?(?:-|–|til)\s?(?:kl\.?\s?)?(?:[01]?\d|2[0-3])(?:[.:][0-5]\d)?(?!\d))?",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*(?:,|og|samt|eller|,\s?og)\s*(?:den\s|d\.\s?|i\s)?", re.IGNORECASE)
_LOOSE_YEAR = re.compile(r"[(|,:;–-]\s*\Z|\A\s*\Z|\t\s*\Z")
_SHORTENED = re.compile(r"\b(?:jan|febr?|mar|apr|jun|jul|aug|sept?|okt|nov|dec)\.\Z", re.IGNORECASE)
_ABBREVIATED = re.compile(r"(?:jan|febr?|mar|apr|jun|jul|aug|sept?|okt|nov|dec|may)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Timed:
    """A time met in a text: its place, the words before it that say how it is meant among them."""

    start: int
    end: int
    when: When


def find_whens(text: str, *, on: date | None = None, year: int | None = None, lost: str = "") -> list[Timed]:
    """Every time in `text`, in order and without overlaps.

    `year` is what a heading or table says, `on` the document's day: from these a missing year is taken, and the time
    is then `inferred`. Where neither helps, first and last are both None: the words name a time that no calendar can
    place. `lost` are letters that the document has lost. A span of days ("6 uger") is no time.
    """
    return list(_found(text, on, year, lost))


@lru_cache(maxsize=1024)
def _found(text: str, on: date | None, year: int | None, lost: str) -> tuple[Timed, ...]:
    # An element of a list is a sentence too: it is asked for its times by both.
    pieces = list(atoms(text, lost)) if lost or may_hold(text) else []
    if not pieces:
        return ()
    groups: list[Sequence[Atom]] = []
    index = 0
    while index < len(pieces):
        end = _range_end(text, pieces, index)
        groups.append(pieces[index:end])
        index = end
    shared = _shared_years(text, groups)
    named = {group[-1].year for group in groups if group[-1].year is not None and group[-1].form != "year"}
    if on is None and year is None and len(named) == 1:
        year = next(iter(named))
    found: list[Timed] = []
    starts = [*(group[0].start for group in groups), len(text)][1:]
    for group, printed, ceiling in zip(groups, shared, starts, strict=True):
        room = (found[-1].end if found else 0, ceiling)
        timed = _timed(text, group, room, _Years(on, year, printed), lost)
        if timed is not None:
            found.append(timed)
    return tuple(found)


def when_of(text: str, *, on: date | None = None, year: int | None = None, lost: str = "") -> When | None:
    """The time that `text` is as a whole, as a table's cell is, else None."""
    found = find_whens(text, on=on, year=year, lost=lost)
    if len(found) != 1 or len(text[: found[0].start].strip(" (:")) + len(text[found[0].end :].strip(" ).:;")) > 0:
        return None
    return found[0].when


@dataclass(frozen=True, slots=True)
class _Years:
    """Where a missing year is taken from."""

    on: date | None
    year: int | None
    printed: int | None = None
    """The year of the time it is listed with."""

    def infer(self, atom: Atom) -> int | None:
        """The year of a time that prints none: the heading's, else the one nearest to the document's day."""
        if self.year is not None:
            return self.year
        if self.on is None:
            return None
        options = [year for year in (self.on.year, self.on.year + 1, self.on.year - 1) if atom.days(year)]
        if atom.weekday is not None:
            options = [year for year in options if (days := atom.days(year)) and days[0].weekday() == atom.weekday]
        slack = self.on - timedelta(days=45)
        ahead = [year for year in options if (days := atom.days(year)) and days[1] >= slack]
        return min(ahead or options[-1:], default=None)


def _range_end(text: str, pieces: Sequence[Atom], index: int) -> int:
    """Index after the last piece of a range ("maj-dec. 2014", "fra august 2015 til juni 2016") from `index`."""
    if index + 1 < len(pieces):
        one, other = pieces[index], pieces[index + 1]
        gap = text[one.end : other.start]
        joined = len(gap) <= 16 and _BETWEEN.fullmatch(gap) is not None
        if joined and gap.strip().lower() == "og":
            joined = one.form == other.form == "month" and one.month is not None and other.month == one.month + 1
        alike = one.precision == other.precision or {one.precision, other.precision} <= {
            "day",
            "month",
            "part_of_month",
        }
        if joined and alike and not (one.form == "year" and other.form != "year"):
            return index + 2
        # "fra september 2027 til udgangen af 2028" is one span although its ends are printed in different ways.
        mixed = (
            gap.strip().lower() in ("til", "til og med", "-", "–") and one.year is not None and other.year is not None
        )
        if mixed and joined and re.search(r"(?i)\bfra\s(?:og med\s)?(?:den\s)?\Z", text[: one.start]):
            return index + 2
    return index + 1


def _timed(text: str, pieces: Sequence[Atom], room: tuple[int, int], years: _Years, lost: str) -> Timed | None:
    """`room`: where the time before ends, and where the next one begins."""
    first, last = pieces[0], pieces[-1]
    lead = tolerant(_LEAD, lost).search(text[max(first.start - 40, room[0]) : first.start])
    if not _means_time(text, first, last, led=lead is not None):
        return None
    start = max(first.start - 40, room[0]) + lead.start() if lead and _kept(lead) else first.start
    end = last.end
    relation: Relation = "at"
    if lead:
        relation = "by" if lead["by"] else "from" if lead["from"] else "about" if lead["about"] else "at"
    days, inferred = _days(pieces, years)
    opening = _OPEN.match(text, end, room[1])
    if opening:
        relation, end = "from", opening.end()
    if relation == "from" and len(pieces) > 1:
        relation = "at"
    clock = _CLOCK.match(text, end, room[1]) if last.precision == "day" else None
    at = time(int(clock["hour"]), int(clock["minute"] or 0)) if clock else None
    end = clock.end() if clock else end
    end = start + len(text[start:end].rstrip())
    early = lead is not None and lead.group().lower().startswith(("inden", "før"))
    begin, until = _bounds(days, relation, last, early=early)
    precision = "time" if at else min((one.precision for one in pieces), key=_FINENESS.index)
    if last.form in ("month", "day", "portion", "from_day") and not _SHORTENED.search(text[start:end]):
        end = start + len(text[start:end].rstrip("."))
    words = " ".join(text[start:end].split())
    return Timed(start, end, When(words, begin, until, precision, relation, inferred, at))


_FINENESS = ("time", "day", "week", "part_of_month", "month", "quarter", "season", "half_year", "year")


def _kept(lead: re.Match[str]) -> bool:
    """Whether the words before a time say how it is meant: "i" and "ved" do not."""
    return bool(lead["by"] or lead["from"] or lead["about"]) or lead["at"].lower().startswith("i løbet")


def _means_time(text: str, first: Atom, last: Atom, *, led: bool) -> bool:
    """Whether a bare year or month is meant as a time: "2015 borgere" and the name Maj are none."""
    before, behind = text[: first.start], text[last.end :]
    if first is not last:
        return True
    if first.form == "year":
        if re.match(
            r"\s?(?:%|pct|kr|mio|mia|m2|stk|borgere|personer|elever|indbyggere|boliger|ansatte|pladser)", behind
        ):
            return False
        ranged = last.end - last.start > 4
        alone = bool(_LOOSE_YEAR.search(before)) and not re.match(r"\s*[\wæøå:]", behind)
        return led or ranged or alone or re.search(r"\b(?:og|samt|eller|,)\s*\Z", before) is not None
    if first.form == "month" and first.year is None:
        word = text[first.start : first.end].rstrip(".")
        alone = not before.strip(" \t(") and (not behind.strip() or behind[:1] in "\t:)")
        if _ABBREVIATED.match(word):
            return alone
        lower = word[:1].islower()
        return alone or (lower and (led or len(word) > 3 or bool(re.search(r"[,(]\s*\Z", before))))
    if first.form == "season" and first.year is None and first.end - first.start <= 6:
        # "sommer", "jul" alone are seldom times; "til jul", "i foråret" are.
        return led or text[first.start : first.end].lower().endswith(("et", "en"))
    return True


def _days(pieces: Sequence[Atom], years: _Years) -> tuple[Days | None, bool]:
    """The days from the first piece to the last; the first takes the year of the last."""
    first, last = pieces[0], pieces[-1]
    ending = last.year
    inferred = False
    if ending is None and first.year is not None:
        ending = first.year + (1 if _turns(first, last) else 0)
    elif ending is None and years.printed is not None:
        ending = years.printed
    elif ending is None:
        ending = years.infer(first)
        inferred = ending is not None
        if ending is not None and len(pieces) > 1 and _turns(first, last):
            ending += 1
    if ending is None:
        return None, False
    beginning = first.year if first.year is not None else ending - (1 if _turns(first, last) else 0)
    begin, until = first.days(beginning), last.days(ending)
    if begin is None or until is None or begin[0] > until[1]:
        return None, False
    return (begin[0], until[1]), inferred


def _turns(first: Atom, last: Atom) -> bool:
    """Whether a range runs over New Year: "nov.-feb."."""
    return first.month is not None and last.month is not None and first.month > last.month


def _bounds(days: Days | None, relation: Relation, last: Atom, *, early: bool) -> tuple[date | None, date | None]:
    if days is None:
        return None, None
    if relation == "from":
        return days[0], None
    if relation == "by":
        longer = last.precision in ("month", "quarter", "season", "half_year", "year") and last.form != "portion"
        return None, days[0] - timedelta(days=1) if early and longer else days[1]
    return days


def _shared_years(text: str, groups: Sequence[Sequence[Atom]]) -> list[int | None]:
    """For each time the year printed with the one it is listed with: "1. maj og 3. juni 2016"."""
    years: list[int | None] = [None] * len(groups)
    for index in range(len(groups) - 2, -1, -1):
        one, other = groups[index][-1], groups[index + 1][0]
        following = other.year if other.year is not None else years[index + 1]
        if one.year is None and following is not None and _LISTED.fullmatch(text[one.end : other.start]):
            backwards = one.month is not None and other.month is not None and one.month > other.month
            years[index] = following - 1 if backwards else following
    return years
