"""The outbox's part of the schema: subscriptions, occurrences, dead channels, limits, heartbeats."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Index, Integer, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from store import columns


def _json() -> Any:
    return Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


class SubscriptionRow(SQLModel, table=True):
    """What is said unasked, to whom, and when; see store.outbox_records.Subscription."""

    __tablename__ = "subscription"
    # Ids are never used twice: a replica that comes back late must not find another row under its number.
    __table_args__ = (
        Index("ix_subscription_owner", "owner"),
        Index("ix_subscription_recipient", "recipient"),
        {"sqlite_autoincrement": True},
    )
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    kind: str
    tenant: str
    audience: str
    recipient: str
    owner: str
    lang: str
    title: str = Field(sa_column=Column(Text, nullable=False))
    payload: dict[str, Any] = _json()
    schedule: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True))
    policy: str
    paused: bool = Field(default=False, sa_column=Column(Boolean, nullable=False))
    since: datetime = columns.moment()
    """Only what falls due after this is sent: when it was set up, or its schedule last changed."""
    created_at: datetime = columns.moment()


class OccurrenceRow(SQLModel, table=True):
    """One message to one recipient, there exactly once because of its key."""

    __tablename__ = "occurrence"
    __table_args__ = (
        UniqueConstraint("subscription_id", "slot", "recipient"),
        Index(
            "ix_occurrence_due",
            "next_at",
            sqlite_where=text("state = 'pending'"),
            postgresql_where=text("state = 'pending'"),
        ),
        Index(
            "ix_occurrence_lease",
            "lease_until",
            sqlite_where=text("state IN ('leased', 'sending')"),
            postgresql_where=text("state IN ('leased', 'sending')"),
        ),
        Index("ix_occurrence_recipient", "recipient", "state"),
        {"sqlite_autoincrement": True},
    )
    id: int | None = Field(default=None, primary_key=True)
    subscription_id: int = Field(
        sa_column=Column(Integer, ForeignKey("subscription.id", ondelete="CASCADE"), nullable=False)
    )
    slot: str
    recipient: str
    audience: str
    tenant: str
    payload: dict[str, Any] = _json()
    due_at: datetime = columns.moment()
    expires_at: datetime | None = columns.moment(nullable=True)
    """When it is too late to send it; None: better late than never."""
    state: str
    next_at: datetime = columns.moment()
    lease_owner: str | None = None
    lease_until: datetime | None = columns.moment(nullable=True)
    lease_token: int = 0
    attempts: int = 0
    doubts: int = 0
    send_started: datetime | None = columns.moment(nullable=True)
    sent_at: datetime | None = columns.moment(nullable=True)
    activity: str | None = None
    last_error: str | None = None


class DeadChannelRow(SQLModel, table=True):
    """A place that cannot be written to; gone again when it is heard of."""

    __tablename__ = "dead_channel"
    tenant: str = Field(primary_key=True)
    recipient: str = Field(primary_key=True)
    reason: str
    since: datetime = columns.moment()


class RateLimitRow(SQLModel, table=True):
    """How soon something may be sent: by the program ("app"), to a tenant ("tenant"), to a thread ("thread").

    Seconds of the Unix clock. `paced_until`: the next place in the queue; `sustained`: the same for what an hour
    allows; `held_until`: the channel asked for silence.
    """

    __tablename__ = "rate_limit"
    scope: str = Field(primary_key=True)
    name: str = Field(primary_key=True)
    paced_until: float = Field(default=0.0, sa_column=Column(Float(53), nullable=False))
    sustained: float = Field(default=0.0, sa_column=Column(Float(53), nullable=False))
    held_until: float = Field(default=0.0, sa_column=Column(Float(53), nullable=False))


class HeartbeatRow(SQLModel, table=True):
    """When a periodic job of any replica last ran."""

    __tablename__ = "heartbeat"
    name: str = Field(primary_key=True)
    last_run: datetime = columns.moment()
