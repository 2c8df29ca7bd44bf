"""Initiatives with their lists, milestones and responsibilities, and abbreviations."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"
branch_labels: tuple[str, ...] | None = None
depends_on: tuple[str, ...] | None = None

TABLES = ("initiative", "initiative_list", "initiative_fact", "abbreviation")


def upgrade() -> None:
    # What is stored already has been read without initiatives: 0 says so, and no fact of it is restated.
    op.add_column("document", sa.Column("reading", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("fact", sa.Column("restated", sa.Boolean(), nullable=False, server_default=sa.false()))
    _initiatives()
    _facts()


def _initiatives() -> None:
    op.create_table(
        "initiative",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("attachment_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("has_cpr", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["attachment_id"], ["attachment.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    for column in ("attachment_id", "document_id", "item_id", "key"):
        op.create_index(f"ix_initiative_{column}", "initiative", [column], unique=False)
    op.create_table(
        "initiative_list",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("announced", sa.Integer(), nullable=True),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("has_cpr", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["initiative_id"], ["initiative.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_initiative_list_initiative_id", "initiative_list", ["initiative_id"], unique=False)


def _facts() -> None:
    op.create_table(
        "initiative_fact",
        sa.Column("fact_id", sa.Integer(), nullable=False),
        sa.Column("initiative_id", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=True),
        sa.Column("aspect", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("when_words", sa.String(), nullable=True),
        sa.Column("when_first", sa.Date(), nullable=True),
        sa.Column("when_last", sa.Date(), nullable=True),
        sa.Column("when_precision", sa.String(), nullable=True),
        sa.Column("when_relation", sa.String(), nullable=True),
        sa.Column("when_inferred", sa.Boolean(), nullable=False),
        sa.Column("when_at", sa.Time(), nullable=True),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("figure", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["initiative_id"], ["initiative.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["list_id"], ["initiative_list.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("fact_id"),
    )
    for column in ("initiative_id", "list_id"):
        op.create_index(f"ix_initiative_fact_{column}", "initiative_fact", [column], unique=False)
    op.create_table(
        "abbreviation",
        sa.Column("fact_id", sa.Integer(), nullable=False),
        sa.Column("short", sa.String(), nullable=False),
        sa.Column("long", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("fact_id", "short", "long"),
    )


def downgrade() -> None:
    for name in reversed(TABLES):
        op.drop_table(name)
    op.drop_column("fact", "restated")
    op.drop_column("document", "reading")
