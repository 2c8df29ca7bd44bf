"""The agenda items' part of the schema: items, their changes, attachments, who is kept out, and bodies' practice."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, LargeBinary, Text
from sqlmodel import Field, SQLModel

from store import columns
from store.tables import KEY


def _of_item() -> Any:
    return Field(sa_column=Column(KEY, ForeignKey("agenda_item.id", ondelete="CASCADE"), nullable=False, index=True))


class AgendaItemRow(SQLModel, table=True):
    """An item; the columns are those of store.agenda.records.AgendaItem."""

    __tablename__ = "agenda_item"
    __table_args__ = (
        Index("ix_agenda_item_author", "author", "state"),
        Index("ix_agenda_item_body", "body_key", "state"),
        Index("ix_agenda_item_meeting", "meeting_key", "state"),
        Index("ix_agenda_item_case", "case_key"),
        Index("ix_agenda_item_start", "start_key", unique=True),
        Index("ix_agenda_item_presenter", "presenter_person"),
        Index("ix_agenda_item_responsible", "responsible_person"),
    )
    id: str = columns.key(primary=True)
    version: int
    state: str
    author: str
    author_name: str = ""
    tenant: str = ""
    lang: str = "da"
    step: str = "where"
    body_key: str | None = columns.key(nullable=True)
    meeting_key: str | None = columns.key(nullable=True)
    title: str = columns.text()
    folded: str = columns.text()
    """The title as it is compared with others."""
    case_number: str = ""
    case_key: str | None = columns.key(nullable=True)
    """The case number as it is compared with others."""
    type: str = "decision"
    access: str = "open"
    closed_reason: str | None = None
    closed_note: str = columns.text()
    neutral_title: str = Field(default="", sa_column=Column(Text, nullable=False, server_default=""))
    description: str = columns.text()
    finance: str = columns.text()
    assessment: str = columns.text()
    recommendations: list[str] = columns.listed()
    presenter: str | None = None
    presenter_person: str | None = None
    responsible: str | None = None
    responsible_person: str | None = None
    minutes: int | None = None
    late_reason: str = columns.text()
    links: list[str] = columns.listed()
    copied_from: str | None = None
    standing: str | None = None
    supplement: int = Field(default=0, sa_column=Column(Integer, nullable=False, server_default="0"))
    number: str | None = None
    position: int | None = None
    published_at: datetime | None = columns.moment(nullable=True)
    submitted_at: datetime | None = columns.moment(nullable=True)
    created_at: datetime = columns.moment()
    updated_at: datetime = columns.moment()
    start_key: str | None = columns.key(nullable=True)
    """Which turn of which person asked for it, hashed: the same turn delivered again gives the same draft."""
    submission: int | None = None
    """Its place in the order of submission: instants of two replicas do not say who came first."""


class AgendaChangeRow(SQLModel, table=True):
    """One step in an item's life; rows are only ever appended. `before_fields`: what the written fields held."""

    __tablename__ = "agenda_change"
    item_id: str = Field(
        sa_column=Column(KEY, ForeignKey("agenda_item.id", ondelete="CASCADE"), primary_key=True, nullable=False)
    )
    version: int = Field(primary_key=True)
    at: datetime = columns.moment()
    person: str
    action: str
    before: str | None = None
    after: str
    comment: str = columns.text()
    before_fields: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


class AgendaFileRow(SQLModel, table=True):
    """An attachment, under a generated id."""

    __tablename__ = "agenda_file"
    id: str = columns.key(primary=True)
    item_id: str = _of_item()
    position: int
    name: str
    access: str
    size: int
    media_type: str
    sha256: str
    cpr: bool
    added_at: datetime = columns.moment()
    added_by: str


class AgendaContentRow(SQLModel, table=True):
    """The bytes of an attachment, apart from what lists of attachments read; gone with the item."""

    __tablename__ = "agenda_content"
    file_id: str = Field(
        sa_column=Column(KEY, ForeignKey("agenda_file.id", ondelete="CASCADE"), primary_key=True, nullable=False)
    )
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class AgendaWordRow(SQLModel, table=True):
    """A word of the title of an item on its way, as it is compared; see store.agenda.alike."""

    __tablename__ = "agenda_word"
    word: str = columns.key(primary=True)
    item_id: str = Field(
        sa_column=Column(
            KEY, ForeignKey("agenda_item.id", ondelete="CASCADE"), primary_key=True, nullable=False, index=True
        )
    )


class AgendaExclusionRow(SQLModel, table=True):
    """A person who is kept out of an item on its way."""

    __tablename__ = "agenda_exclusion"
    item_id: str = Field(
        sa_column=Column(KEY, ForeignKey("agenda_item.id", ondelete="CASCADE"), primary_key=True, nullable=False)
    )
    person: str = Field(primary_key=True)


class BodyPracticeRow(SQLModel, table=True):
    """How a body handles its items; see store.agenda.records.Practice."""

    __tablename__ = "body_practice"
    body_key: str = columns.key(primary=True)
    submit_by: str = "everyone"
    capacity: int | None = None
