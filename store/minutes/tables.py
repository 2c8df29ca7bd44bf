"""The part of the schema about agendas and minutes of meetings; meetings are named by their calendar key."""

from __future__ import annotations

from datetime import date as Day
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Index, LargeBinary
from sqlmodel import Field, SQLModel

from store import columns
from store.tables import KEY


def _item(*, primary: bool = True, nullable: bool = False) -> Any:
    target = ForeignKey("agenda_item.id", ondelete="CASCADE")
    if nullable:
        return Field(default=None, sa_column=Column(KEY, target, nullable=True))
    return Field(sa_column=Column(KEY, target, primary_key=primary, nullable=False))


class MeetingAgendaRow(SQLModel, table=True):
    """How far a meeting's agenda and minutes are."""

    __tablename__ = "meeting_agenda"
    meeting_key: str = columns.key(primary=True)
    body_key: str = Field(sa_column=Column(KEY, nullable=False, index=True))
    day: Day = Field(sa_column=Column(Date, nullable=False))
    """The day it is held; kept so that minutes stay readable when the calendar changes."""
    version: int
    """Moves on with every change of either."""
    state: str = "building"
    minutes: str = "none"
    numbering: str = "meeting"
    supplements: int = 0
    edition: int = 1
    correction: str = columns.text()
    agenda_document: str | None = None
    """Key of the stored document that makes the published agenda findable; None before that."""
    minutes_document: str | None = None
    locked_at: datetime | None = columns.moment(nullable=True)
    published_at: datetime | None = columns.moment(nullable=True)
    final_at: datetime | None = columns.moment(nullable=True)


class MeetingChangeRow(SQLModel, table=True):
    """One step of an agenda or its minutes; rows are only ever appended."""

    __tablename__ = "meeting_change"
    meeting_key: str = columns.key(primary=True)
    version: int = Field(primary_key=True)
    at: datetime = columns.moment()
    person: str
    action: str
    item_id: str | None = None
    comment: str = columns.text()


class AgendaEntryRow(SQLModel, table=True):
    """An item's place on one agenda: a postponed one stands on several."""

    __tablename__ = "agenda_entry"
    __table_args__ = (Index("ix_agenda_entry_item", "item_id"),)
    meeting_key: str = columns.key(primary=True)
    item_id: str = _item()
    position: int
    number: str | None = None
    supplement: int = 0
    published: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True))
    """The item's fields as they were published; None before that."""


class AttendanceRow(SQLModel, table=True):
    """Somebody's part in a meeting."""

    __tablename__ = "meeting_attendance"
    meeting_key: str = columns.key(primary=True)
    position: int = Field(primary_key=True)
    name: str
    attends: str
    person: str | None = None
    role: str = ""
    note: str = ""


class ItemDecisionRow(SQLModel, table=True):
    """What was decided on an item at a meeting; see store.minutes.records.Decision."""

    __tablename__ = "item_decision"
    meeting_key: str = columns.key(primary=True)
    item_id: str = _item()
    version: int
    cls: str
    text: str = columns.text()
    dissent: str = columns.text()
    disqualified: list[str] = columns.listed()
    publishable: str = columns.text()
    responsible: str | None = None
    responsible_person: str | None = None
    due: Day | None = Field(default=None, sa_column=Column(Date, nullable=True))
    postponed_to: str | None = None
    at: datetime = columns.moment()
    by: str


class MinutesCommentRow(SQLModel, table=True):
    """A remark on minutes in review."""

    __tablename__ = "minutes_comment"
    id: str = columns.key(primary=True)
    meeting_key: str = Field(sa_column=Column(KEY, nullable=False, index=True))
    item_id: str | None = _item(nullable=True)
    edition: int
    person: str
    name: str
    text: str = columns.text()
    at: datetime = columns.moment()
    settled: bool = Field(default=False, sa_column=Column(Boolean, nullable=False))


class MinutesApprovalRow(SQLModel, table=True):
    """Somebody has approved an edition of the minutes; what they approved is named by its digest."""

    __tablename__ = "minutes_approval"
    meeting_key: str = columns.key(primary=True)
    edition: int = Field(primary_key=True)
    person: str = Field(primary_key=True)
    name: str
    at: datetime = columns.moment()
    digest: str


class MinutesEditionRow(SQLModel, table=True):
    """Final minutes as they were locked: everything they said, for good."""

    __tablename__ = "minutes_edition"
    meeting_key: str = columns.key(primary=True)
    edition: int = Field(primary_key=True)
    at: datetime = columns.moment()
    by: str
    reason: str = columns.text()
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    """JSON, UTF-8."""


class MeetingPracticeRow(SQLModel, table=True):
    """How a body's meetings are prepared; see store.minutes.records.MeetingPractice."""

    __tablename__ = "meeting_practice"
    body_key: str = columns.key(primary=True)
    numbering: str = "meeting"
    first: list[str] = columns.listed()
    last: list[str] = columns.listed()
    channel_kind: str | None = None
    channel: str | None = None
    channel_name: str = ""
