"""The part of the sample data that is computed from a day: coming meetings with their items, and the sample people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Literal

from store.calendar import WorkingDays
from store.demo.moments import approved

MONDAY, TUESDAY, WEDNESDAY, THURSDAY = 0, 1, 2, 3

# Working days before the meeting: items are handed in, looked through, and the agenda is sent out.
SUBMISSION_DAYS = 6
REVIEW_DAYS = 5
DISPATCH_DAYS = 4
_DAYS = WorkingDays()


@dataclass(frozen=True, slots=True)
class ComingItem:
    """An item on an agenda that has not been held yet. `position` counts from 1; all sample items are open."""

    position: int
    title: str
    case_number: str
    body: str
    submitted_by: str
    attachments: tuple[str, ...] = ()
    """As the agenda lists them; all open."""


@dataclass(frozen=True, slots=True)
class ComingMeeting:
    """A meeting after `today`, on a working day. Times are Europe/Copenhagen wall clock.

    `submission` is the last day to hand in items, `review` the day the secretary looks them through, and
    `dispatch` the day the agenda goes out: all working days after today, in that order, before `on`.
    """

    body: str
    on: date
    start: time
    end: time
    place: str
    submission: date
    review: date
    dispatch: date
    items: tuple[ComingItem, ...] = ()


@dataclass(frozen=True, slots=True)
class SampleGrant:
    """A right of a sample person; `body` is a body's name as in the minutes, None for all bodies."""

    role: Literal["reader", "member", "secretary", "administrator"]
    body: str | None = None


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """Someone with the Entra object id used in the sample configuration of the Agents Playground.

    `shows` says in one sentence, in English, what can be tried as this person.
    """

    id: str
    name: str
    upn: str
    grants: tuple[SampleGrant, ...]
    shows: str


@dataclass(frozen=True, slots=True)
class _Series:
    """A regular meeting: the first fitting `weekday` at least `after` days from today."""

    body: str
    weekday: int
    after: int
    start: time
    end: time
    place: str


_SERIES = (
    _Series("Direktionen", THURSDAY, 10, time(9), time(11), "Mødelokale Fyret"),
    _Series("Økonomiudvalget", TUESDAY, 14, time(15), time(17), "Mødelokale Fjorden"),
    _Series("Teknik- og Miljøudvalget", TUESDAY, 17, time(14, 30), time(16, 30), "Materielgården"),
    _Series("Lederforum", THURSDAY, 20, time(9), time(12), "Fjordcentret, store sal"),
    _Series("Ejendoms- og Landdistriktsudvalget", WEDNESDAY, 21, time(16), time(18), "Mødelokale Fjorden"),
    _Series("Byrådet", MONDAY, 26, time(17), time(20), "Byrådssalen"),
    _Series("Direktionen", THURSDAY, 31, time(9), time(11), "Mødelokale Fyret"),
)


@dataclass(frozen=True, slots=True)
class _Handed:
    """An item that somebody has handed in; `serial` of its case number, whose year is that of `today` or, for a case
    that has been before the body, of the meeting at which it was `seen`."""

    title: str
    serial: int
    by: str
    seen: bool = False
    attachments: tuple[str, ...] = ()


_AGENDAS: dict[tuple[str, int], tuple[_Handed, ...]] = {
    ("Direktionen", 0): (
        _Handed("Beredskabsplan ved it-nedbrud", 17021, "Dan Friis"),
        _Handed("Nøglesystem til kommunens bygninger", 17140, "Bo Sørensen"),
        _Handed("Spørgsmål til årets lederevaluering", 17188, "Ulla Kragh"),
    ),
    ("Økonomiudvalget", 0): (
        _Handed("Udbud af el til kommunens bygninger", 17302, "Økonomistaben"),
        _Handed("Finansiel strategi", 17355, "Økonomistaben"),
    ),
    ("Ejendoms- og Landdistriktsudvalget", 0): (
        _Handed(
            "Én materielgård: status efter fase 1",
            2650,
            "Vej og Park",
            seen=True,
            attachments=("Statusnotat - Én materielgård efter fase 1.docx",),
        ),
        _Handed("Levende landsbyer: status for det første halve år", 2417, "Center for By og Land", seen=True),
    ),
}


def coming(today: date) -> tuple[ComingMeeting, ...]:
    """Seven meetings after `today`, in the order of their dates; those of `_AGENDAS` have items already.

    The same day always gives the same meetings. Nothing in them is overdue: each submission deadline is after today.
    """
    seen: dict[str, int] = {}
    meetings = []
    for series in _SERIES:
        turn = seen.get(series.body, 0)
        seen[series.body] = turn + 1
        meetings.append(_meeting(series, turn, today))
    return tuple(sorted(meetings, key=lambda meeting: (meeting.on, meeting.start, meeting.body)))


def people() -> tuple[SamplePerson, ...]:
    """The sample people, each role at least once; a person without grants is an employee who reads open material."""
    return (
        SamplePerson(_object_id(0), "Anna Jensen", "anna@kommune.dk", (SampleGrant("reader"),), "Reads open material."),
        SamplePerson(
            _object_id(1),
            "Bo Sørensen",
            "bo@kommune.dk",
            (SampleGrant("member", "Direktionen"),),
            "Sees the closed items of Direktionen, and of no other body.",
        ),
        SamplePerson(
            _object_id(2),
            "Cille Ærø",
            "cille@kommune.dk",
            (SampleGrant("secretary", "Direktionen"), SampleGrant("secretary", "Økonomiudvalget")),
            "Sees and manages the closed items of Direktionen and Økonomiudvalget.",
        ),
        SamplePerson(
            _object_id(3),
            "Dan Friis",
            "dan@kommune.dk",
            (SampleGrant("administrator"),),
            "Manages rights, and reads no closed text.",
        ),
        SamplePerson(
            _object_id(4),
            "Eva Holm",
            "eva@kommune.dk",
            (SampleGrant("member"),),
            "Sees the closed items of all bodies.",
        ),
        SamplePerson(
            _object_id(5),
            "Finn Olsen",
            "finn@kommune.dk",
            (),
            "Has been granted nothing: an employee reads open material.",
        ),
    )


def _meeting(series: _Series, turn: int, today: date) -> ComingMeeting:
    day = today + timedelta(days=series.after)
    day += timedelta(days=(series.weekday - day.weekday()) % 7)
    # Around Christmas and Easter the usual day may be a holiday, or so near that the deadline would be past.
    while not _DAYS.open_on(day) or _DAYS.count(day, -SUBMISSION_DAYS) <= today:
        day += timedelta(days=7)
    agenda = _AGENDAS.get((series.body, turn), ())
    return ComingMeeting(
        body=series.body,
        on=day,
        start=series.start,
        end=series.end,
        place=series.place,
        submission=_DAYS.count(day, -SUBMISSION_DAYS),
        review=_DAYS.count(day, -REVIEW_DAYS),
        dispatch=_DAYS.count(day, -DISPATCH_DAYS),
        items=tuple(_item(position, handed, series.body, today) for position, handed in enumerate(agenda, start=1)),
    )


def _item(position: int, handed: _Handed, body: str, today: date) -> ComingItem:
    opened = approved(today) if handed.seen else today
    number = f"{opened:%y}/{handed.serial}"
    return ComingItem(position, handed.title, number, body, handed.by, handed.attachments)


def _object_id(last: int) -> str:
    return f"00000000-0000-0000-0000-0000000000a{last}"
