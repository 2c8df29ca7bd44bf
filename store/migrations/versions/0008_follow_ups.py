"""Follow-ups: promises, their changes, and candidates that were settled."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision: str | None = "0007"
branch_labels: tuple[str, ...] | None = None
depends_on: tuple[str, ...] | None = None

TABLES = (
    "follow_up",
    "follow_up_settled",
    "follow_up_change",
)
KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "follow_up",
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("access", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("lang", sa.String(), nullable=False),
        sa.Column("body_key", KEY, nullable=True),
        sa.Column("responsible", sa.String(), nullable=True),
        sa.Column("responsible_person", sa.String(), nullable=True),
        sa.Column("deputy", sa.String(), nullable=True),
        sa.Column("deputy_person", sa.String(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("recurrence", sa.String(), nullable=True),
        sa.Column("snoozed_to", sa.Date(), nullable=True),
        sa.Column("item_key", KEY, nullable=True),
        sa.Column("reference", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("initiative", sa.String(), nullable=True),
        sa.Column("agenda_item", sa.String(), nullable=True),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_follow_up_body", "follow_up", ["body_key", "state", "due"], unique=False)
    op.create_index("ix_follow_up_due", "follow_up", ["state", "due"], unique=False)
    op.create_index("ix_follow_up_item", "follow_up", ["item_key"], unique=False)
    op.create_index("ix_follow_up_person", "follow_up", ["responsible_person", "state"], unique=False)
    op.create_table(
        "follow_up_settled",
        sa.Column("key", KEY, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("follow_up", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "follow_up_change",
        sa.Column("follow_up_id", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("to", sa.String(), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(["follow_up_id"], ["follow_up.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("follow_up_id", "version"),
    )


def downgrade() -> None:
    for name in reversed(TABLES):
        op.drop_table(name)
