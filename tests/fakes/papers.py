"""Meetings with minutes, made of records alone, for papers without a store."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from store.agenda.records import AgendaFile, AgendaItem
from store.calendar_records import CalendarMeeting
from store.minutes.paper import House
from store.minutes.records import Attendance, Decision, Entry, MeetingAgenda, MeetingMinutes

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
HOUSE = House("Nørrevang Kommune")
MEETING = CalendarMeeting(
    "direktion-2026-12-03", "direktion", "Direktionen", date(2026, 12, 3), date(2026, 12, 3), "planned", "plan",
    time(8, 30), time(10, 0), "Mødelokale 2",
)  # fmt: skip
BLANK = AgendaItem("i", 1, "on_agenda", "p-anna", NOW, NOW, body_key="direktion", body="Direktionen")


def case(number: int, title: str, **fields: Any) -> Entry:
    """An entry whose item has these fields."""
    given = {"case_number": f"26/{1000 + number}", **fields}
    return Entry(replace(BLANK, id=f"i{number}", title=title, **given), number, str(number))


def file(name: str, access: Any = "open") -> AgendaFile:
    return AgendaFile("f-" + name, name, access, 1, "application/pdf", NOW, "p-anna")


def agenda(*entries: Entry) -> MeetingAgenda:
    return MeetingAgenda(MEETING, 3, "published", entries=entries, published_at=NOW)


def minutes(decisions: dict[Entry, Decision], *, state: Any = "final", **more: Any) -> MeetingMinutes:
    """Minutes of these entries, each with what was decided."""
    there = (Attendance("Louise Dam", "present", role="formand"), Attendance("Per Bro", "absent"))
    held = replace(agenda(*decisions), minutes=state)
    return MeetingMinutes(held, there, {one.item.id: what for one, what in decisions.items()}, **more)
