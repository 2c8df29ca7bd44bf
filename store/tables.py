"""The schema: SQLModel tables, imported only inside the store.

Internal keys are integers; whatever leaves the store is named by `key`, made from content, so that closed
documents cannot shift what others see. Instants are aware UTC.
"""

from __future__ import annotations

from datetime import UTC, datetime
from datetime import date as Day
from datetime import time as TimeOfDay
from typing import Any, TypeAlias

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
)
from sqlmodel import Field, SQLModel

StoredRow: TypeAlias = Row[*tuple[Any, ...]]
"""A row of any number of columns."""


class UTCDateTime(TypeDecorator[datetime]):
    """Aware datetimes in, aware UTC datetimes out, on engines with and without time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("the store takes aware datetimes only")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


KEY = String().with_variant(String(collation="C"), "postgresql")


def _utc(*, nullable: bool = False, index: bool = False) -> Any:
    return Field(sa_column=Column(UTCDateTime, nullable=nullable, index=index))


def _utc_or_none() -> Any:
    return Field(default=None, sa_column=Column(UTCDateTime, nullable=True))


def table(model: type[SQLModel]) -> Table:
    """The Core table of a model: sessions are kept for whole rows, statements over many rows go through Core."""
    return SQLModel.metadata.tables[str(model.__tablename__)]


def _cascade(target: str, *, nullable: bool = False, index: bool = True) -> Any:
    column: Column[int] = Column(Integer, ForeignKey(target, ondelete="CASCADE"), nullable=nullable, index=index)
    return Field(default=None, sa_column=column) if nullable else Field(sa_column=column)


def _id() -> Any:
    """An id handed out by the store itself (see Counter), never by a sequence of the engine."""
    return Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))


def _names() -> Any:
    return Field(default_factory=list, sa_column=Column(JSON, nullable=False))


def _key() -> Any:
    """A key made from content. Lists fall back on its order, which has to be the same on both engines."""
    return Field(sa_column=Column(KEY, unique=True, nullable=False))


class Counter(SQLModel, table=True):
    """The one source of row ids of the library: an id is never used twice, so what a process caches stays true.

    `name` is "row" (the last id given out).
    """

    __tablename__ = "counter"
    name: str = Field(primary_key=True)
    value: int


class Body(SQLModel, table=True):
    """A deciding body. `key` is its canonical name as a slug; `name` is from open sources when there are any."""

    __tablename__ = "body"
    id: int = _id()
    key: str = _key()
    name: str
    access: str = "closed"
    """Open when an open document speaks of it."""


class BodyMention(SQLModel, table=True):
    """A form of a body's name and the document it stands in: who may not read the document does not know the form."""

    __tablename__ = "body_mention"
    document_id: int = Field(sa_column=Column(Integer, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True))
    alias: str = Field(primary_key=True, index=True)
    """Folded."""
    printed: str
    main: bool = False
    """The form the document calls the body by, not a by-form."""
    body_id: int = _cascade("body.id")


class Meeting(SQLModel, table=True):
    """One row per body and date (more when a body meets twice a day); gathers its sources.

    What is known of it (place, members, deadline) is chosen among its open sources when there are any.
    """

    __tablename__ = "meeting"
    __table_args__ = (Index("ix_meeting_body_date", "body_id", "date"), Index("ix_meeting_date", "date"))
    id: int = _id()
    key: str = _key()
    body_id: int | None = _cascade("body.id", nullable=True, index=False)
    date: Day | None = None
    access: str = "closed"
    start: TimeOfDay | None = None
    end: TimeOfDay | None = None
    place: str | None = None
    members: list[str] = _names()
    absent: list[str] = _names()
    deadline: datetime | None = _utc_or_none()


class Document(SQLModel, table=True):
    """A source as it was ingested. The text is kept when it is superseded, and dropped when it is removed."""

    __tablename__ = "document"
    __table_args__ = (Index("ix_document_meeting", "meeting_id"), Index("ix_document_body", "body_id"))
    id: int = _id()
    key: str = _key()
    sha256: str = Field(unique=True)
    path: str
    title: str
    kind: str
    """A DocumentKind, or "publication": the wording a secretary made public of a closed item."""
    edition: str
    format: str
    paged: bool
    body_id: int | None = _cascade("body.id", nullable=True, index=False)
    meeting_id: int | None = _cascade("meeting.id", nullable=True, index=False)
    date: Day | None = None
    source_url: str | None = None
    stated_access: str | None = None
    """What the document says of itself as a whole: open, closed or nothing."""
    default_access: str = "open"
    """What whoever ingested it chose: closed closes all of it, open opens nothing that is stated closed."""
    access_seq: int
    """When `default_access` was chosen, see `seq`."""
    seq: int
    """Order of arrival, from the same counter as ids: what came later than a person's decision can overrule it."""
    access: str = "closed"
    """The effective one, of what belongs to no item."""
    state: str = "stored"
    stored_at: datetime = _utc()
    has_cpr: bool = False
    """A CPR number in the title or the file name."""
    living: bool = False
    """Sample data computed from today; replaced at each start of the demo."""
    start: TimeOfDay | None = None
    end: TimeOfDay | None = None
    place: str | None = None
    members: list[str] = _names()
    absent: list[str] = _names()
    deadline: datetime | None = _utc_or_none()
    warnings: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    reading: int = Field(default=0, sa_column=Column(Integer, nullable=False, server_default="0"))
    """How much was read of it (store.ingest.source.READING): of a lower number, the file is read anew when it comes."""


class PageText(SQLModel, table=True):
    """The stored extracted text that spans point into."""

    __tablename__ = "page_text"
    document_id: int = Field(sa_column=Column(Integer, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True))
    page: int = Field(primary_key=True)
    text: str = Field(sa_column=Column(Text, nullable=False))


class Item(SQLModel, table=True):
    """An agenda item, one row over all sources of its meeting.

    `access` is the effective one: open when at least one source may be read by everybody. Number, title and the
    rest are chosen among the open sources when there are any, so a closed source never shows through.
    """

    __tablename__ = "item"
    __table_args__ = (
        Index("ix_item_meeting", "meeting_id"),
        Index("ix_item_case", "case_key"),
    )
    id: int = _id()
    key: str = _key()
    meeting_id: int = _cascade("meeting.id", index=False)
    position: int
    number: str | None = None
    title: str
    title_key: str
    """Title folded for matching the same item in another source."""
    case_number: str | None = None
    case_key: str | None = None
    """Case number folded: blanks and punctuation gone."""
    decided_by: str | None = None
    access: str = "closed"
    has_cpr: bool = False
    existence_open: bool = False
    neutral_title: str | None = None
    decision_open: bool = False
    publishable_decision: str | None = None
    absent: list[str] = _names()


class ItemSource(SQLModel, table=True):
    """What one document says of one item; `access` is that of this document's facts of the item."""

    __tablename__ = "item_source"
    item_id: int = Field(sa_column=Column(Integer, ForeignKey("item.id", ondelete="CASCADE"), primary_key=True))
    document_id: int = Field(
        sa_column=Column(Integer, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True, index=True)
    )
    position: int
    number: str | None = None
    title: str
    title_key: str
    case_number: str | None = None
    case_key: str | None = None
    decided_by: str | None = None
    absent: list[str] = _names()
    page: int | None = None
    stated_access: str | None = None
    has_cpr: bool = False
    access: str = "closed"
    current: bool = True
    """False when a later source of the same kind and edition speaks of the item."""


class Attachment(SQLModel, table=True):
    """An attachment as one document lists it; `key` is the same in every source of the item."""

    __tablename__ = "attachment"
    __table_args__ = (Index("ix_attachment_item", "item_id"), Index("ix_attachment_document", "document_id"))
    id: int = _id()
    key: str = Field(index=True)
    item_id: int | None = _cascade("item.id", nullable=True, index=False)
    """None for an attachment behind the minutes that no item lists."""
    document_id: int = _cascade("document.id", index=False)
    position: int
    title: str
    number: str | None = None
    stated_access: str | None = None
    access: str = "closed"
    active: bool = True
    """False when another source of the item lists it instead."""
    has_cpr: bool = False
    page: int | None = None


class FactRow(SQLModel, table=True):
    """One verbatim statement. Only facts that nothing outranks are indexed (minutes outrank the agenda)."""

    __tablename__ = "fact"
    __table_args__ = (Index("ix_fact_item", "item_id"), Index("ix_fact_document", "document_id"))
    id: int = _id()
    key: str = Field(index=True)
    document_id: int = _cascade("document.id", index=False)
    item_id: int | None = _cascade("item.id", nullable=True, index=False)
    attachment_id: int | None = _cascade("attachment.id", nullable=True)
    position: int
    kind: str
    text: str = Field(sa_column=Column(Text, nullable=False))
    spans: list[list[int]] = Field(sa_column=Column(JSON, nullable=False))
    """[page, start, end] each; empty only for the wording a secretary made public."""
    page: int | None = None
    decision_class: str | None = None
    label: str | None = None
    ordinal: int | None = None
    by_whom: str | None = None
    on_date: Day | None = None
    target: str | None = None
    dissent: str | None = None
    source_kind: str | None = None
    has_cpr: bool = False
    access: str = "closed"
    shelf_id: int | None = Field(default=None, foreign_key="shelf.id", index=True)
    """The index it stands in; None when it is outranked."""
    restated: bool = Field(default=False, sa_column=Column(Boolean, nullable=False, server_default=false()))
    """Parts, milestones or the like of an initiative say all of it: it stays as their context, and is not indexed."""


class InitiativeRow(SQLModel, table=True):
    """A programme, strategy, project or plan as one document describes it; who may read none of its facts knows it not.

    `key` is made from the title, and is the same in every document that treats the initiative.
    """

    __tablename__ = "initiative"
    id: int = _id()
    key: str = Field(index=True)
    document_id: int = _cascade("document.id")
    item_id: int | None = _cascade("item.id", nullable=True)
    attachment_id: int | None = _cascade("attachment.id", nullable=True)
    position: int
    title: str
    kind: str
    owner: str | None = None
    status: str | None = None
    on_date: Day | None = None
    has_cpr: bool = False
    """A CPR number in title, owner or status: then every fact of it is closed."""


class InitiativeList(SQLModel, table=True):
    """A named list of an initiative, without its elements."""

    __tablename__ = "initiative_list"
    id: int = _id()
    initiative_id: int = _cascade("initiative.id")
    position: int
    name: str
    kind: str
    announced: int | None = None
    complete: bool = True
    page: int | None = None
    has_cpr: bool = False
    """A CPR number in the name: then every element is closed."""


class InitiativeFact(SQLModel, table=True):
    """What a fact is in its initiative, beside its words."""

    __tablename__ = "initiative_fact"
    fact_id: int = Field(sa_column=Column(Integer, ForeignKey("fact.id", ondelete="CASCADE"), primary_key=True))
    initiative_id: int = _cascade("initiative.id")
    list_id: int | None = _cascade("initiative_list.id", nullable=True)
    aspect: str
    """Either about, status, part, milestone, responsibility or goal."""
    position: int
    number: str | None = None
    title: str | None = None
    when_words: str | None = None
    when_first: Day | None = None
    when_last: Day | None = None
    when_precision: str | None = None
    when_relation: str | None = None
    when_inferred: bool = False
    when_at: TimeOfDay | None = None
    role: str | None = None
    name: str | None = None
    figure: str | None = None


class AbbreviationRow(SQLModel, table=True):
    """A short form and what it stands for; known to whoever may read the fact that defines it."""

    __tablename__ = "abbreviation"
    fact_id: int = Field(sa_column=Column(Integer, ForeignKey("fact.id", ondelete="CASCADE"), primary_key=True))
    short: str = Field(primary_key=True)
    long: str = Field(primary_key=True)


class Shelf(SQLModel, table=True):
    """An index: one open, one closed per body, and one for each closed item that somebody is excluded from.

    Postings, frequencies and vocabulary are kept per shelf, so closed text cannot move anything for those who may
    not read it, nor an excluded item for the excluded.
    """

    __tablename__ = "shelf"
    id: int = _id()
    name: str = Field(unique=True)
    """Either "open", "closed:<body key>" ("closed:" when no body is known) or "item:<item key>"."""
    access: str
    body_key: str | None = None
    item_key: str | None = None
    entries: int = 0
    version: int = 0
    """Counts changes, so that what is cached of a shelf is dropped when any process changes it."""


class SearchEntry(SQLModel, table=True):
    """What the ranking reads of a fact: analysed terms, so that every score is computed in Python on both engines."""

    __tablename__ = "search_entry"
    fact_id: int = Field(sa_column=Column(Integer, ForeignKey("fact.id", ondelete="CASCADE"), primary_key=True))
    shelf_id: int = Field(foreign_key="shelf.id", index=True)
    item_id: int | None = None
    meeting_id: int | None = None
    document_id: int
    kind: str
    meeting_date: Day | None = None
    heads: str = Field(sa_column=Column(Text, nullable=False))
    """Terms of the item's title, the label and the document's title."""
    terms: str = Field(sa_column=Column(Text, nullable=False))


class TermStat(SQLModel, table=True):
    __tablename__ = "term_stat"
    __table_args__ = {"sqlite_with_rowid": False}
    shelf_id: int = Field(sa_column=Column(Integer, ForeignKey("shelf.id", ondelete="CASCADE"), primary_key=True))
    term: str = Field(primary_key=True)
    df: int


class Word(SQLModel, table=True):
    """Surface words of a shelf: for typos, compounds and suggestions."""

    __tablename__ = "word"
    __table_args__ = {"sqlite_with_rowid": False}
    shelf_id: int = Field(sa_column=Column(Integer, ForeignKey("shelf.id", ondelete="CASCADE"), primary_key=True))
    word: str = Field(primary_key=True)
    df: int


class Override(SQLModel, table=True):
    """What a person decided of an item, attachment or document; outlives every re-ingest, so it is keyed by name."""

    __tablename__ = "override"
    target_kind: str = Field(primary_key=True)
    target_key: str = Field(primary_key=True)
    access: str
    seq: int
    """When, in the order of arrival of documents."""
    by_person: str
    at: datetime = _utc()


class Exclusion(SQLModel, table=True):
    """A person kept out of one item for conflict of interest."""

    __tablename__ = "exclusion"
    item_key: str = Field(primary_key=True)
    person: str = Field(primary_key=True)
    by_person: str
    at: datetime = _utc()


class PersonRow(SQLModel, table=True):
    __tablename__ = "person"
    id: str = Field(primary_key=True)
    tenant: str
    name: str
    name_key: str = Field(index=True)
    upn: str | None = Field(default=None, index=True)
    lang: str | None = None
    """The language the person asked to be answered in, or last wrote in."""
    lang_fixed: bool = False
    met_at: datetime = _utc()


class GrantRow(SQLModel, table=True):
    """A right; body_key "" means all bodies, so that the constraint holds on both engines."""

    __tablename__ = "grant_row"
    person: str = Field(primary_key=True)
    role: str = Field(primary_key=True)
    body_key: str = Field(primary_key=True, default="")
    by_person: str
    at: datetime = _utc()


class ConversationState(SQLModel, table=True):
    __tablename__ = "conversation_state"
    tenant: str = Field(primary_key=True)
    thread: str = Field(primary_key=True)
    person: str = Field(primary_key=True)
    flow: str
    step: str
    data: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    version: int
    changed_at: datetime = _utc()


class SeenActivity(SQLModel, table=True):
    """Activity ids and submit keys already acted on; kept a day."""

    __tablename__ = "seen_activity"
    scope: str = Field(primary_key=True)
    activity: str = Field(primary_key=True)
    seen_at: datetime = _utc(index=True)


class AddressRow(SQLModel, table=True):
    __tablename__ = "address"
    tenant: str = Field(primary_key=True)
    conversation: str = Field(primary_key=True)
    service_url: str
    kind: str
    installed: bool
    person: str | None = Field(default=None, index=True)
    name: str | None = None
    team: str | None = None
    bot: str | None = None
    welcomed_at: datetime | None = _utc_or_none()
    changed_at: datetime = _utc()


class ShownMessage(SQLModel, table=True):
    """A message that showed text; `withdraw_at` is set when the text was withdrawn and cleared when it is edited."""

    __tablename__ = "shown_message"
    id: int | None = Field(default=None, primary_key=True)
    tenant: str
    conversation: str
    activity: str
    lang: str
    shown_at: datetime = _utc(index=True)
    withdraw_at: datetime | None = _utc_or_none()
    withdrawn_at: datetime | None = _utc_or_none()
    attempts: int = 0


class ShownThing(SQLModel, table=True):
    __tablename__ = "shown_thing"
    message_id: int = Field(
        sa_column=Column(Integer, ForeignKey("shown_message.id", ondelete="CASCADE"), primary_key=True)
    )
    kind: str = Field(primary_key=True)
    key: str = Field(primary_key=True, index=True)


class QuestionLog(SQLModel, table=True):
    """What was asked, masked and without the asker; kept REFERENT_KEEP_DAYS."""

    __tablename__ = "question_log"
    id: int | None = Field(default=None, primary_key=True)
    asked_at: datetime = _utc(index=True)
    text: str
    lang: str
    intent: str
    status: str
    facts: list[str] = Field(sa_column=Column(JSON, nullable=False))
    unknown: list[str] = Field(sa_column=Column(JSON, nullable=False))
    closed: bool = False
    """The answer drew on closed matter: such a row is not shown to administrators."""
    activity: str | None = Field(default=None, index=True)
    reaction: str | None = None
    comment: str | None = None


class GlossaryTerm(SQLModel, table=True):
    """An administrator's own term, beside the shipped glossary."""

    __tablename__ = "glossary_term"
    __table_args__ = (UniqueConstraint("danish", "english"),)
    id: int | None = Field(default=None, primary_key=True)
    danish: str
    english: str
    by_person: str
    at: datetime = _utc()


class Audit(SQLModel, table=True):
    """Who read closed text, changed rights or access, and when; appended only."""

    __tablename__ = "audit"
    id: int | None = Field(default=None, primary_key=True)
    at: datetime = _utc(index=True)
    person: str
    action: str
    target: str
    outcome: str
