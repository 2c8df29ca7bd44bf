"""The follow-ups' part of the schema: promises, what became of them, and what was proposed and dropped."""

from __future__ import annotations

from datetime import date as Day
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Date, ForeignKey, Index, Text
from sqlmodel import Field, SQLModel

from store import columns
from store.tables import KEY


def _day(*, index: bool = False) -> Any:
    return Field(default=None, sa_column=Column(Date, nullable=True, index=index))


class FollowUpRow(SQLModel, table=True):
    """A promise; see store.followup_records.FollowUp."""

    __tablename__ = "follow_up"
    __table_args__ = (
        Index("ix_follow_up_body", "body_key", "state", "due"),
        Index("ix_follow_up_person", "responsible_person", "state"),
        Index("ix_follow_up_item", "item_key"),
        Index("ix_follow_up_due", "state", "due"),
    )
    id: str = Field(sa_column=Column(KEY, primary_key=True, nullable=False))
    version: int
    state: str
    title: str = Field(sa_column=Column(Text, nullable=False))
    access: str
    """As it was when it was made; the item's own access goes before it."""
    origin: str
    tenant: str
    lang: str = "da"
    body_key: str | None = Field(default=None, sa_column=Column(KEY, nullable=True))
    responsible: str | None = None
    responsible_person: str | None = None
    deputy: str | None = None
    deputy_person: str | None = None
    due: Day | None = _day()
    recurrence: str | None = None
    snoozed_to: Day | None = _day()
    item_key: str | None = Field(default=None, sa_column=Column(KEY, nullable=True))
    """The decided item (store.records.ItemRecord.key): its access is asked for whenever the follow-up is shown."""
    reference: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True))
    """The decision as it was quoted, with its source."""
    initiative: str | None = None
    agenda_item: str | None = None
    created_by: str
    created_at: datetime = columns.moment()
    updated_at: datetime = columns.moment()
    done_at: datetime | None = columns.moment(nullable=True)
    done_by: str | None = None


class FollowUpChangeRow(SQLModel, table=True):
    """One step in the life of a follow-up; rows are only ever appended."""

    __tablename__ = "follow_up_change"
    follow_up_id: str = Field(
        sa_column=Column(KEY, ForeignKey("follow_up.id", ondelete="CASCADE"), primary_key=True, nullable=False)
    )
    version: int = Field(primary_key=True)
    at: datetime = columns.moment()
    person: str
    action: str
    comment: str = Field(default="", sa_column=Column(Text, nullable=False))
    to: str = ""
    before: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True))


class CandidateSettledRow(SQLModel, table=True):
    """A promise proposed from minutes that a secretary took over or dropped: it is not proposed again."""

    __tablename__ = "follow_up_settled"
    key: str = Field(sa_column=Column(KEY, primary_key=True, nullable=False))
    at: datetime = columns.moment()
    person: str
    follow_up: str | None = None
    """None: dropped."""
