"""Agendas of meetings, what was decided, minutes from draft to final."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision: str | None = "0006"
branch_labels: tuple[str, ...] | None = None
depends_on: tuple[str, ...] | None = None

TABLES = (
    "meeting_agenda",
    "meeting_attendance",
    "meeting_change",
    "meeting_practice",
    "minutes_approval",
    "minutes_edition",
    "agenda_entry",
    "item_decision",
    "minutes_comment",
)
KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "meeting_agenda",
        sa.Column("meeting_key", KEY, nullable=False),
        sa.Column("body_key", KEY, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("minutes", sa.String(), nullable=False),
        sa.Column("numbering", sa.String(), nullable=False),
        sa.Column("supplements", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("correction", sa.Text(), nullable=False),
        sa.Column("agenda_document", sa.String(), nullable=True),
        sa.Column("minutes_document", sa.String(), nullable=True),
        sa.Column("locked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("final_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("meeting_key"),
    )
    op.create_index("ix_meeting_agenda_body_key", "meeting_agenda", ["body_key"], unique=False)
    op.create_table(
        "meeting_attendance",
        sa.Column("meeting_key", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("attends", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("meeting_key", "position"),
    )
    op.create_table(
        "meeting_change",
        sa.Column("meeting_key", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("meeting_key", "version"),
    )
    op.create_table(
        "meeting_practice",
        sa.Column("body_key", KEY, nullable=False),
        sa.Column("numbering", sa.String(), nullable=False),
        sa.Column("first", sa.JSON(), nullable=False),
        sa.Column("last", sa.JSON(), nullable=False),
        sa.Column("channel_kind", sa.String(), nullable=True),
        sa.Column("channel", sa.String(), nullable=True),
        sa.Column("channel_name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("body_key"),
    )
    op.create_table(
        "minutes_approval",
        sa.Column("meeting_key", KEY, nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("meeting_key", "edition", "person"),
    )
    op.create_table(
        "minutes_edition",
        sa.Column("meeting_key", KEY, nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("meeting_key", "edition"),
    )
    op.create_table(
        "agenda_entry",
        sa.Column("meeting_key", KEY, nullable=False),
        sa.Column("item_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("supplement", sa.Integer(), nullable=False),
        sa.Column("published", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("meeting_key", "item_id"),
    )
    op.create_index("ix_agenda_entry_item", "agenda_entry", ["item_id"], unique=False)
    op.create_table(
        "item_decision",
        sa.Column("meeting_key", KEY, nullable=False),
        sa.Column("item_id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("cls", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("dissent", sa.Text(), nullable=False),
        sa.Column("disqualified", sa.JSON(), nullable=False),
        sa.Column("publishable", sa.Text(), nullable=False),
        sa.Column("responsible", sa.String(), nullable=True),
        sa.Column("responsible_person", sa.String(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("postponed_to", sa.String(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("meeting_key", "item_id"),
    )
    op.create_table(
        "minutes_comment",
        sa.Column("id", KEY, nullable=False),
        sa.Column("meeting_key", KEY, nullable=False),
        sa.Column("item_id", KEY, nullable=True),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_minutes_comment_meeting_key", "minutes_comment", ["meeting_key"], unique=False)
    op.add_column("agenda_item", sa.Column("neutral_title", sa.Text(), server_default="", nullable=False))
    op.add_column("agenda_item", sa.Column("standing", sa.String(), nullable=True))
    op.add_column("agenda_item", sa.Column("supplement", sa.Integer(), server_default="0", nullable=False))


def downgrade() -> None:
    op.drop_column("agenda_item", "supplement")
    op.drop_column("agenda_item", "standing")
    op.drop_column("agenda_item", "neutral_title")
    for name in reversed(TABLES):
        op.drop_table(name)
