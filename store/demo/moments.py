"""The days of the sample programmes, computed from today, and how Danish documents write them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from babel.dates import format_date

from store.calendar import WorkingDays

WEDNESDAY, SATURDAY = 2, 5
_DAYS = WorkingDays()

APPROVED_MONTHS_AGO = 8
"""The programmes were approved so long ago that their first milestones have passed."""


def month(today: date, count: int) -> date:
    """The first day of the month that is `count` months after the month of `today` (before it, when negative)."""
    years, index = divmod(today.year * 12 + today.month - 1 + count, 12)
    return date(years, index + 1, 1)


def approved(today: date) -> date:
    """The meeting at which both programmes were approved: a Wednesday in the middle of the month."""
    day = _weekday_from(month(today, -APPROVED_MONTHS_AGO) + timedelta(days=9), WEDNESDAY)
    while not _DAYS.open_on(day):
        day += timedelta(days=7)
    return day


def shortlist(today: date) -> date:
    """The next milestone of Én materielgård: a working day 16 to 25 days ahead."""
    return _working_day_from(today + timedelta(days=16))


def deadline(today: date) -> date:
    """The next milestone of Levende landsbyer: a working day 19 to 28 days ahead."""
    return _working_day_from(today + timedelta(days=19))


def status_day(today: date) -> date:
    """The day of the status note: the last working day before `today`, in the month before it at the earliest."""
    day = today - timedelta(days=1)
    while not _DAYS.open_on(day):
        day -= timedelta(days=1)
    return day


def autumn(today: date) -> int:
    """The year of the first autumn that begins at least ten months after this month."""
    earliest = month(today, 10)
    return earliest.year if earliest.month <= 9 else earliest.year + 1


def words(today: date) -> Mapping[str, str]:
    """What stands for each placeholder of the templates, in Danish.

    Coming milestones are after `today` at every precision; passed ones before it.
    """
    held = approved(today)
    last_year = autumn(today) + 1
    return {
        "approved": day_in_words(held),
        "approved_weekday": capital(format_date(held, "EEEE", locale="da")),
        "case_year": f"{held:%y}",
        "first_year": str(held.year),
        "last_year": str(last_year),
        **_villages(today, last_year),
        **_yard(today),
        "status_day": day_in_words(status_day(today)),
    }


def day_in_words(day: date) -> str:
    """A day as the minutes write it, "22. oktober 2015"."""
    return format_date(day, "d. MMMM y", locale="da")


def capital(word: str) -> str:
    """The word with its first letter in upper case."""
    return word[:1].upper() + word[1:]


def _villages(today: date, last_year: int) -> dict[str, str]:
    summit = _weekday_from(month(today, -4) + timedelta(days=6), SATURDAY)
    quarter = month(today, 7)
    return {
        "phase_one": f"{_month(today, -8)} til {_month(today, -2)}",
        "phase_two": f"{_month(today, -1)} til {_month(today, 9)}",
        "phase_three": f"fra {_month(today, 10)} til udgangen af {last_year}",
        "secretariat": _month(today, -6),
        "summit": f"Lørdag den {day_in_words(summit)}",
        "councils": capital(_month(today, -2)),
        "deadline": capital(day_in_words(deadline(today))),
        "granted": _month(today, 2),
        "hosts": _month(today, 3),
        "benches": capital(_month(today, 4)),
        "network": f"{(quarter.month - 1) // 3 + 1}. kvartal {quarter.year}",
        "paths": str(autumn(today)),
    }


def _yard(today: date) -> dict[str, str]:
    return {
        "survey_from": _month(today, -7),
        "workshops": _month(today, -4),
        "survey_to": _month(today, -2),
        "choice_from": _month(today, -1),
        "shortlist": day_in_words(shortlist(today)),
        "hearing": _month(today, 3),
        "hearing_moved": _month(today, 4),
        "choice_to": _month(today, 5),
        "tender": f"{(month(today, 7).month - 1) // 3 + 1}. kvartal {month(today, 7).year}",
        "merge_from": _month(today, 10),
    }


def _month(today: date, count: int) -> str:
    return format_date(month(today, count), "MMMM y", locale="da")


def _weekday_from(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _working_day_from(day: date) -> date:
    while not _DAYS.open_on(day):
        day += timedelta(days=1)
    return day
