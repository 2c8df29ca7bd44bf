"""Times as words at the precision of their source: "senest ved udgangen af 2015", "fra marts 2015, slutdatoen åben"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from cards import phrases as p
from cards.phrases import Phrase
from cards.texts import Texts
from store.records import When

_QUARTERS: tuple[Phrase, ...] = (p.UNIT_QUARTER_1, p.UNIT_QUARTER_2, p.UNIT_QUARTER_3, p.UNIT_QUARTER_4)
_SEASONS: tuple[Phrase, ...] = (p.UNIT_WINTER, p.UNIT_SPRING, p.UNIT_SUMMER, p.UNIT_AUTUMN)
_DAYS = frozenset(("time", "day"))
_LONGEST_PART = 45
"""Days: what is longer and called primo, medio or ultimo is a part of a year, not of a month."""
_LONGEST_SEASON = 125
_SEASON_DAYS = range(87, 94)
_BEGINNINGS = (3, 6, 9, 12)
"""Months in which a season begins."""


def when_said(when: When, t: Texts, *, year_noted: bool = True) -> str:
    """The time to stand behind a verb or a colon: "i marts 2015", "senest den 12. november 2026".

    What no calendar could place is quoted as printed. `year_noted`: say that the year is not written there.
    """
    said = _related(when, t)
    return t.say(p.YEAR_INFERRED, when=said) if when.inferred and year_noted and when.words else said


def when_label(when: When, t: Texts) -> str:
    """The time to stand alone as a label: "Marts 2015", "Senest den 12. november 2026"."""
    first, last = when.first, when.last
    if when.relation == "at" and first is not None and last is not None:
        said = unit(first, last, when, t)
        if when.at is not None and first == last:
            said = f"{said}, {t.time_of(when.at)}" if t.lang == "en" else f"{said} kl. {t.time_of(when.at)}"
    else:
        said = _related(when, t)
    return said[:1].upper() + said[1:]


def names_no_day(when: When) -> bool:
    """Whether the source names a longer time than a day."""
    return when.precision not in _DAYS and (when.first is not None or when.last is not None)


def anchor(when: When) -> date | None:
    """The day by which it is put in order: when a deadline ends, when all else begins."""
    return (when.last or when.first) if when.relation == "by" else (when.first or when.last)


def end_of(when: When) -> date | None:
    """The last day on which it still is to come or under way; None when it has no end."""
    return when.last if when.last is not None or when.relation == "from" else when.first


def _related(when: When, t: Texts) -> str:
    first, last = when.first, when.last
    if first is None and last is None:
        return t.quoted(when.words)
    if when.relation == "by":
        return _by(last or first or date.min, when, t)
    if when.relation == "from" or last is None:
        begins = first or last or date.min
        if last is not None and first is not None and last > _closing(first, when):
            return _span(first, last, when, t)
        said = t.say(p.FROM_DAY, date=begins) if when.precision in _DAYS else _from(begins, when, t)
        return t.say(p.OPEN_END, when=said) if last is None else said
    begins = first if first is not None else last
    if when.relation == "about":
        about = when.precision in _DAYS
        return t.say(p.ABOUT_DAY, date=begins) if about else t.say(p.ABOUT_UNIT, unit=unit(begins, last, when, t))
    return _at(begins, last, when, t)


def _at(first: date, last: date, when: When, t: Texts) -> str:
    """On a day, in a month, quarter, season or year, or from one to another."""
    if when.precision in _DAYS:
        if first != last:
            return _span(first, last, when, t)
        return t.say(p.ON_DAY_TIME, date=first, time=when.at) if when.at else t.say(p.ON_DAY, date=first)
    if when.precision == "part_of_month" or (when.precision == "season" and not _whole_season(first, last)):
        named = unit(first, last, when, t)
        return named if named == t.quoted(when.words) else t.say(p.IN_PART, unit=named)
    if last > _closing(first, when):
        return _span(first, last, when, t)
    return t.say(p.IN_UNIT, unit=unit(first, last, when, t))


def _whole_season(first: date, last: date) -> bool:
    return (last - first).days in _SEASON_DAYS or (last - first).days > _LONGEST_SEASON


def _by(last: date, when: When, t: Texts) -> str:
    if when.precision in _DAYS:
        return t.say(p.BY_DAY_TIME, date=last, time=when.at) if when.at else t.say(p.BY_DAY, date=last)
    after = last + timedelta(days=1)
    if when.precision == "season":
        if after.day == 1 and after.month in _BEGINNINGS:
            return t.say(p.BEFORE_UNIT, unit=_season(after, _months_on(after, 3), when, t))
        return t.say(p.WORDS_BY, words=t.quoted(when.words), date=last)
    if when.precision == "part_of_month":
        # "Ved udgangen af marts" ends with the month, "primo juni" on its tenth day.
        end = after.day == 1
        return t.say(p.BY_END, unit=t.month(last)) if end else t.say(p.BY_UNIT, unit=_part(last, last, t))
    return t.say(p.BY_END, unit=unit(last, last, when, t))


def _from(first: date, when: When, t: Texts) -> str:
    return t.say(p.FROM_UNIT, unit=unit(first, _closing(first, when), when, t))


def _span(first: date, last: date, when: When, t: Texts) -> str:
    """From one unit to another; what both share, as the year, is said once."""
    if when.precision in _DAYS:
        return t.say(p.FROM_TO_DAYS, first=_begun(first, last, t), last=last)
    return t.say(p.FROM_TO_UNITS, **_ends(first, last, when, t))


def _begun(first: date, last: date, t: Texts) -> object:
    """The first day of a span; of one within a month the number alone."""
    if (first.year, first.month) != (last.year, last.month):
        return first
    return f"{first.day}." if t.lang == "da" else str(first.day)


def _ends(first: date, last: date, when: When, t: Texts) -> dict[str, str]:
    """The first and the last unit of a span."""
    other = unit(_opening(last, when), last, when, t)
    if first.year == last.year and when.precision == "month":
        return {"first": t.month(first).removesuffix(f" {first.year}"), "last": other}
    if first.isocalendar().year == last.isocalendar().year and when.precision == "week":
        return {"first": t.say(p.UNIT_WEEK_BARE, week=str(first.isocalendar().week)), "last": other}
    begun = _months_on(first, 3) if when.precision == "season" else _closing(first, when)
    return {"first": unit(first, begun, when, t), "last": other}


def unit(first: date, last: date, when: When, t: Texts) -> str:
    """The time without a preposition: "marts 2015", "primo december 2015", "uge 45 i 2026", "12. november 2026"."""
    if when.precision in _DAYS:
        return t.date_of(first) if first == last else t.say(p.UNIT_RANGE, first=_begun(first, last, t), last=last)
    if when.precision == "part_of_month":
        return _part(first, last, t)
    if last > _closing(first, when):
        return t.say(p.UNIT_RANGE, **_ends(first, last, when, t))
    if when.precision == "week":
        year, week, _ = first.isocalendar()
        return t.say(p.UNIT_WEEK, week=str(week), year=str(year))
    if when.precision == "month":
        return t.month(first)
    if when.precision == "quarter":
        return t.say(_QUARTERS[(first.month - 1) // 3], year=str(first.year))
    if when.precision == "half_year":
        return t.say(p.UNIT_HALF_1 if first.month <= 6 else p.UNIT_HALF_2, year=str(first.year))
    return _season(first, last, when, t) if when.precision == "season" else str(first.year)


def _part(first: date, last: date, t: Texts) -> str:
    """Early, in the middle or late in a month; in a year, when it is longer than a month."""
    middle = first + (last - first) / 2
    if (last - first).days > _LONGEST_PART:
        third, whole = (middle.month - 1) // 4, str(middle.year)
    else:
        third, whole = min((middle.day - 1) // 10, 2), t.month(middle)
    return t.say((p.UNIT_PRIMO, p.UNIT_MEDIO, p.UNIT_ULTIMO)[third], month=whole)


def _season(first: date, last: date, when: When, t: Texts) -> str:
    """A season by its middle, a third of a year, or the source's own words for a holiday; winter bears two years."""
    middle, length = first + (last - first) / 2, (last - first).days
    if length not in _SEASON_DAYS:
        return _part(first, last, t) if length > _SEASON_DAYS[-1] else t.quoted(when.words)
    number, year = middle.month % 12 // 3, str(middle.year)
    if number == 0:
        begins = middle.year if middle.month == 12 else middle.year - 1
        year = f"{begins}/{(begins + 1) % 100:02d}"
    return t.say(_SEASONS[number], year=year)


def _months_on(first: date, months: int) -> date:
    """The last day of so many months that begin on a first of a month."""
    year, month = divmod(first.year * 12 + first.month + months - 1, 12)
    return date(year, month + 1, 1) - timedelta(days=1)


def _closing(first: date, when: When) -> date:
    """The last day of the unit that begins on, or holds, this day."""
    if when.precision in _DAYS:
        return first
    if when.precision == "week":
        return first + timedelta(days=6 - first.weekday())
    if when.precision == "season":
        # Seasons named together ("foråret 2016 til efteråret 2017") are longer than a third of a year.
        return first + timedelta(days=_LONGEST_SEASON) if first.day == 1 else date.max
    if when.precision == "part_of_month":
        return first + timedelta(days=_LONGEST_PART)
    months = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}[when.precision]
    month = (first.month - 1) // months * months + months
    return date(first.year, month, monthrange(first.year, month)[1])


def _opening(last: date, when: When) -> date:
    """The first day of the unit that ends on, or holds, this day."""
    if when.precision == "week":
        return last - timedelta(days=last.weekday())
    if when.precision == "season":
        return _first_of(last, 2)
    months = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}.get(when.precision, 1)
    return date(last.year, (last.month - 1) // months * months + 1, 1)


def _first_of(day: date, back: int) -> date:
    """The first of the month so many months before."""
    year, month = divmod(day.year * 12 + day.month - 1 - back, 12)
    return date(year, month + 1, 1)
