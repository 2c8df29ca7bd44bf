"""Single times as Danish texts print them, each with its days once a year is known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from store.ingest.calendarspans import (
    Days,
    Portion,
    half_days,
    month_days,
    portion,
    quarter_days,
    school_days,
    season_days,
    week_days,
    year_days,
)  # fmt: skip
from store.ingest.dates import MONTHS, WEEKDAYS
from store.ingest.small import small
from store.ingest.tolerant import tolerant, without
from store.ingest.whenforms import FORMS
from store.records import Precision

_PORTION: dict[str, Portion] = {
    "primo": "first", "medio": "middle", "ultimo": "last", "start": "first", "begyndelse": "first", "først": "first",
    "tidlig": "first", "midt": "middle", "slutning": "last", "sidst": "last", "sent": "last", "sen": "last",
    "udgang": "end",
}  # fmt: skip
_FIRST_TWO = (
    r"(?:a[npu]|d[.e]|ef|f[eijorø]|i[\sn]|j[au]|lø|m[aei]|n[oy]|o[ckn]|p[rå]|q[1-4]|s[eikoltæø]|t[hio]|u[dgl]|v[ei]|år)"
)
_STARTED = rf"(?:(?<![a-zæøåé])(?={_FIRST_TWO})|(?=\d))(?:{'|'.join(FORMS)})"
_DIGIT = re.compile(r"\d")
_STEMS = (
    "jan", "feb", "mar", "apr", "maj", "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec", "sommer", "forår",
    "efterår", "vinter", "påske", "årsskift", "nytår", "kvartal", "quarter", "kvt", "halv", "året", "måneden",
)  # fmt: skip
_ORDINAL = {"første": 1, "1": 1, "andet": 2, "2": 2, "anden": 2, "sidste": 2, "tredje": 3, "3": 3, "fjerde": 4, "4": 4,
            "first": 1, "second": 2, "third": 3, "fourth": 4}  # fmt: skip


@dataclass(slots=True)
class Atom:
    """One time in a text. `days` gives its days in a year; `year` is the printed one, None when none is printed."""

    start: int
    end: int
    precision: Precision
    year: int | None
    days: Callable[[int], Days | None]
    month: int | None = None
    """The month of a bare or dated month, from which ranges and years without a number are told."""
    weekday: int | None = None
    form: str = ""


def may_hold(text: str) -> bool:
    """A cheap look: whether `text`, which has lost no letters, holds a figure or what a time's name begins with."""
    low = text.lower()
    return _DIGIT.search(low) is not None or any([stem in low for stem in _STEMS])


def atoms(text: str, lost: str = "") -> Iterator[Atom]:
    """Every time in `text`, in order, as it stands; impossible ones (31 February, week 54) are left out."""
    # Only a digit or the first letter of a word can begin a time; lost letters may have taken that.
    pattern = tolerant("|".join(FORMS) if lost else _STARTED, lost, 0)
    for match in pattern.finditer(small(text)):
        found = _atom(match, lost)
        if found is not None:
            yield found


def _atom(match: re.Match[str], lost: str) -> Atom | None:
    for name, make in _MAKERS.items():
        if match[name]:
            made = make(match, lost)
            if made is None:
                return None
            year = made.year if made.year is not None else 2016
            if made.days(year) is None:
                return None
            made.form = name
            return made
    return None


def _month_number(name: str, lost: str) -> int:
    bare = without(name.rstrip("."), lost)
    return next(number for word, number in MONTHS.items() if without(word, lost) == bare)


def _int(text: str | None) -> int | None:
    return int(text) if text else None


def _on(day: int, month: int) -> Callable[[int], Days | None]:
    def days(year: int) -> Days | None:
        try:
            on = date(year, month, day)
        except ValueError:
            return None
        return on, on

    return days


def _weekday(text: str, lost: str) -> int | None:
    word = re.match(r"\w+", text)
    bare = without(word.group(), lost) if word else ""
    return next((number for name, number in WEEKDAYS.items() if bare.startswith(without(name, lost))), None)


def _dated(match: re.Match[str], lost: str, day: int, month: int, year: int | None) -> Atom | None:
    if not (1 <= month <= 12 and 1 <= day <= 31) or (year is not None and not 1900 <= year <= 2100):
        return None
    weekday = _weekday(match.group(), lost)
    return Atom(match.start(), match.end(), "day", year, _on(day, month), month, weekday)


def _iso(match: re.Match[str], lost: str) -> Atom | None:
    year, month, day = (int(part) for part in match["iso"].split("-"))
    return _dated(match, lost, day, month, year)


def _numeric(match: re.Match[str], lost: str) -> Atom | None:
    day, month, year = (int(part) for part in re.findall(r"\d+", match["numeric"]))
    return _dated(match, lost, day, month, year + 2000 if year < 100 else year)


def _days(match: re.Match[str], lost: str) -> Atom | None:
    month = _month_number(match["days_month"], lost)
    first, last = _on(int(match["from_day"]), month), _on(int(match["to_day"]), month)

    def days(year: int) -> Days | None:
        begin, end = first(year), last(year)
        return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None

    return Atom(match.start(), match.end(), "day", _int(match["days_year"]), days, month)


def _worded(match: re.Match[str], lost: str) -> Atom | None:
    return _dated(match, lost, int(match["day"]), _month_number(match["day_month"], lost), _int(match["day_year"]))


def _short(match: re.Match[str], lost: str) -> Atom | None:
    day, month = (int(part) for part in match["short"].split("/"))
    found = _dated(match, lost, day, month, None)
    led = re.match(r"(?:senest|inden|til|fra|pr\.)\s?", match["led"], re.IGNORECASE)
    # The preposition is read with the words before the time.
    return replace(found, start=match.start() + led.end()) if found and led else found


def _part(match: re.Match[str], lost: str) -> Atom | None:
    word = without(match["portion"], lost)
    part = next(value for name, value in _PORTION.items() if without(name, lost) in word)
    year: int | None
    month: int | None = None
    if match["part_month"]:
        month, year = _month_number(match["part_month"], lost), _int(match["part_month_year"])
        number = month
        return Atom(
            match.start(), match.end(), "part_of_month", year, lambda y: portion(month_days(y, number), part), month
        )
    if match["part_quarter"]:
        quarter = int(match["part_quarter"])
        year = _int(match["part_quarter_year"])
        return Atom(match.start(), match.end(), "month", year, lambda y: portion(quarter_days(y, quarter), part))
    if match["part_season"]:
        name, year = _bare_season(match["part_season"], lost), _int(match["part_season_year"])
        return Atom(match.start(), match.end(), "month", year, lambda y: portion(season_days(y, name), part))
    if match["part_none"]:
        if without(match["part_none"], lost).startswith("m"):
            return None
        return Atom(match.start(), match.end(), "season", None, lambda y: portion(year_days(y), part))
    year = int(match["part_year"])
    precision: Precision = "year" if part == "end" else "season"
    return Atom(match.start(), match.end(), precision, year, lambda y: portion(year_days(y), part))


def _quarter(match: re.Match[str], lost: str) -> Atom | None:
    first = int(match["q"]) if match["q"] else _ordinal(match["quarter"], lost)
    last = _int(match["to_quarter"])
    return Atom(
        match.start(), match.end(), "quarter", _int(match["quarter_year"]), lambda y: quarter_days(y, first, last)
    )


def _ordinal(word: str, lost: str) -> int:
    return next(number for name, number in _ORDINAL.items() if without(name, lost) == without(word, lost))


def _half(match: re.Match[str], lost: str) -> Atom | None:
    half = _ordinal(match["half"], lost)
    return Atom(match.start(), match.end(), "half_year", _int(match["half_year"]), lambda y: half_days(y, half))


def _school(match: re.Match[str], lost: str) -> Atom | None:
    return Atom(match.start(), match.end(), "year", int(match["school"]), school_days)


def _week(match: re.Match[str], lost: str) -> Atom | None:
    week, last = int(match["week"]), _int(match["to_week"])
    return Atom(match.start(), match.end(), "week", _int(match["week_year"]), lambda y: week_days(y, week, last))


def _bare_season(word: str, lost: str) -> str:
    names = ("sommerferie", "efterårsferie", "vinterferie", "forår", "sommer", "efterår", "vinter", "jul", "påske")
    bare = without(word, lost)
    return next((name for name in names if bare.startswith(without(name, lost))), "årsskifte")


def _season(match: re.Match[str], lost: str) -> Atom | None:
    name = _bare_season(match["season"], lost)
    return Atom(match.start(), match.end(), "season", _int(match["season_year"]), lambda y: season_days(y, name))


def _month(match: re.Match[str], lost: str) -> Atom | None:
    month = _month_number(match["month"], lost)
    return Atom(match.start(), match.end(), "month", _int(match["month_year"]), lambda y: month_days(y, month), month)


def _year(match: re.Match[str], lost: str) -> Atom | None:
    first = int(match["year"])
    last = match["to_year"]
    if not last:
        return Atom(match.start(), match.end(), "year", first, year_days)
    until = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if not first < until <= first + 30:
        return None
    return Atom(match.start(), match.end(), "year", first, lambda y: (date(y, 1, 1), date(y + until - first, 12, 31)))


_MAKERS: dict[str, Callable[[re.Match[str], str], Atom | None]] = {
    "iso": _iso, "numeric": _numeric, "from_day": _days, "day": _worded, "short": _short, "portion": _part,
    "quarter": _quarter, "q": _quarter, "half": _half, "school": _school, "week": _week, "season": _season,
    "month": _month, "year": _year,
}  # fmt: skip
