"""The calendar's part of the schema: each body's plan, its changed days, and who changed what when."""

from __future__ import annotations

from datetime import date as Day
from datetime import datetime
from datetime import time as TimeOfDay
from typing import Any

from sqlalchemy import JSON, Column, Date, Index
from sqlmodel import Field, SQLModel

from store import columns
from store.tables import UTCDateTime


class MeetingPlanRow(SQLModel, table=True):
    """When a body meets, by its key: a body may lose its last document and come back, and its plan stays."""

    __tablename__ = "meeting_plan"
    body_key: str = columns.key(primary=True)
    version: int
    """Moves on with every change: who decides on an older one is told so."""
    patterns: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    deadlines: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))


class PlanChangeRow(SQLModel, table=True):
    """What a secretary said of one day of a body's calendar; see store.meetingplan.PlanChange."""

    __tablename__ = "plan_change"
    body_key: str = columns.key(primary=True)
    day: Day = Field(sa_column=Column(Date, primary_key=True, nullable=False))
    single: bool = Field(primary_key=True)
    """A meeting of its own: it may stand on the day that another was moved away from."""
    state: str
    to: Day | None = None
    start: TimeOfDay | None = None
    place: str | None = None
    reason: str | None = None


class PlanHistoryRow(SQLModel, table=True):
    """A change of a plan, with the whole plan as it was before; rows are only ever appended."""

    __tablename__ = "plan_history"
    __table_args__ = (Index("ix_plan_history_body", "body_key", "version", unique=True),)
    id: int | None = Field(default=None, primary_key=True)
    body_key: str = columns.key()
    version: int
    at: datetime = Field(sa_column=Column(UTCDateTime, nullable=False))
    person: str
    action: str
    day: Day | None = None
    before: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True))
    """None: there was no plan."""
