"""Cards of minutes, by name: attendance, items, the whole, questions and notices."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time

from cards import minutesasked, minutesattend, minutesitem, minuteswhole
from cards.minutesattend import Seat
from cards.minuteswhole import Carry
from cards.parts import Frame, Rendered
from store.agenda.records import AgendaItem, ItemType, Named
from store.calendar_records import CalendarMeeting
from store.minutes.records import (
    Approval,
    Attendance,
    Comment,
    Decision,
    Entry,
    MeetingAgenda,
    MeetingMinutes,
    MinutesState,
)
from store.records import Access, Lang

NOW = datetime(2026, 12, 3, 9, 30, tzinfo=UTC)


def _meeting(day: date) -> CalendarMeeting:
    return CalendarMeeting(
        f"direktion-{day}", "direktion", "Direktionen", day, day, "planned", "plan", time(8, 30), None, "Lokale 505"
    )


HELD, NEXT, AFTER = _meeting(date(2026, 12, 3)), _meeting(date(2026, 12, 17)), _meeting(date(2027, 1, 7))


def _entry(
    number: int, title: str, *recommendations: str, type_: ItemType = "decision", access: Access = "open",
    neutral: str = "",
) -> Entry:  # fmt: skip
    item = AgendaItem(
        f"i{number}", 4, "on_agenda", "p-anna", NOW, NOW, body_key="direktion", body="Direktionen",
        meeting_key=HELD.key, meeting=HELD, title=title, case_number=f"26/104{number}", type=type_, access=access,
        neutral_title=neutral, recommendations=recommendations,
    )  # fmt: skip
    return Entry(item, number, str(number))


ROOF = _entry(1, "Nyt tag på hallen", "at taget skiftes i 2027", "at udgiften på 2,4 mio. kr. holdes inden for rammen")
BRIEF = _entry(2, "Status på byggeriet i Bakkerup", type_="briefing")
LEASE = _entry(3, "Opsigelse af forpagteren", "at aftalen opsiges", access="closed", neutral="Forpagtningssag")
PATH = _entry(4, "Cykelsti langs fjorden", "at stien anlægges")
AGENDA = MeetingAgenda(HELD, 9, "published", "draft", "meeting", (ROOF, BRIEF, LEASE, PATH), 0, NOW, keeps=True)
THERE = (
    Attendance("Dan Falk", "present", "p-dan"),
    Attendance("Liv Dam", "late", "p-liv", note="fra punkt 2"),
    Attendance("Per Bro", "absent", "p-per"),
    Attendance("Ole Vang", "present", None, "økonomichef"),
)
APPROVED = Decision("approved", "Godkendt som indstillet.", version=1)
POSTPONED = Decision("postponed", "Udsat til mødet den 17. december 2026.", postponed_to=NEXT.key, version=1)
ENDED = Decision(
    "approved", "Aftalen opsiges til den 1. april 2027.", "Liv Dam ønskede at forhandle først.", ("Dan Falk",),
    "Indstillingen blev godkendt.", Named("Bo Lind", "p-bo"), date(2027, 2, 1), version=2,
)  # fmt: skip
DRAFT = MeetingMinutes(AGENDA, THERE, {"i1": APPROVED})
WRITTEN = {"i1": APPROVED, "i2": Decision("noted", "Taget til efterretning."), "i3": ENDED, "i4": POSTPONED}
REMARKS = (
    Comment("c1", "p-liv", "Liv Dam", "Skriv, hvem der betaler.", NOW, "i1"),
    Comment("c2", "p-dan", "Dan Falk", "Mødet sluttede kl. 11.", NOW, None, settled=True),
)


def _whole(state: MinutesState, *, keeps: bool = True, **more: object) -> MeetingMinutes:
    agenda = replace(AGENDA, minutes=state, keeps=keeps)
    return replace(MeetingMinutes(agenda, THERE, WRITTEN), **more)  # type: ignore[arg-type]  # fields by name


REVIEW = _whole("review", comments=REMARKS, approvals=(Approval("p-dan", "Dan Falk", NOW),), waiting=("Liv Dam",))
FINAL = _whole("final")
SEATS = (Seat("p-dan", "Dan Falk"), Seat("p-liv", "Liv Dam", "late", "2"), Seat("p-per", "Per Bro", "absent"))

_MADE: Mapping[str, Callable[[Frame], Rendered]] = {
    "minutes_attendance": lambda frame: minutesattend.attendance(
        replace(DRAFT, agenda=replace(AGENDA, minutes="none"), decisions={}), SEATS, "Ole Vang (økonomichef)", frame,
        date(2026, 11, 19),
    ),
    "minutes_item": lambda frame: minutesitem.writing(DRAFT, ROOF, (NEXT, AFTER), frame),
    "minutes_item_briefing": lambda frame: minutesitem.writing(DRAFT, BRIEF, (NEXT, AFTER), frame),
    "minutes_item_closed": lambda frame: minutesitem.writing(
        replace(DRAFT, decisions=WRITTEN), LEASE, (NEXT, AFTER), frame, more=True
    ),
    "minutes_item_fault": lambda frame: minutesitem.writing(
        DRAFT, PATH, (NEXT, AFTER), frame, fault="!", typed={"cls": "postponed", "text": "Udsat."}
    ),
    "minutes_item_read": lambda frame: minutesitem.reading(
        _whole("review", keeps=False, may_approve=True), ROOF, (NEXT, AFTER), frame, remarks=True
    ),
    "minutes_draft": lambda frame: minuteswhole.whole(DRAFT, frame),
    "minutes_written": lambda frame: minuteswhole.whole(
        _whole("draft"), frame, carry=Carry(2, NEXT.key, NEXT.day), follow=(LEASE,)
    ),
    "minutes_review": lambda frame: minuteswhole.whole(REVIEW, frame),
    "minutes_member": lambda frame: minuteswhole.whole(
        _whole("review", keeps=False, may_approve=True, waiting=("Dan Falk", "Liv Dam")), frame
    ),
    "minutes_final": lambda frame: minuteswhole.whole(FINAL, frame),
    "minutes_corrected": lambda frame: minuteswhole.whole(
        _whole("final", edition=2, correction="Forkert dato på punkt 3."), frame
    ),
    "minutes_which": lambda frame: minutesasked.which((HELD, NEXT), frame),
    "minutes_remark": lambda frame: minutesasked.remark(REVIEW, frame),
    "minutes_finishing": lambda frame: minutesasked.finishing(REVIEW, frame),
    "minutes_correction": lambda frame: minutesasked.correction(FINAL, frame),
    "minutes_notice_review": lambda frame: minuteswhole.notice_of(_whole("review", keeps=False), "review", frame),
    "minutes_notice_final": lambda frame: minuteswhole.notice_of(
        _whole("final", keeps=False), "final", replace(frame, shared=True)
    ),
    "minutes_notice_correction": lambda frame: minuteswhole.notice_of(
        _whole("final", keeps=False, edition=2), "correction", replace(frame, shared=True)
    ),
}  # fmt: skip


def _sample(name: str) -> Callable[[Lang], Rendered]:
    return lambda lang: _MADE[name](Frame(lang))


MINUTES: Mapping[str, Callable[[Lang], Rendered]] = {name: _sample(name) for name in _MADE}
