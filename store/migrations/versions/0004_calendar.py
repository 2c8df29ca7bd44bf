"""The meeting calendar: plans, changed days, history."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision: str | None = "0003"
branch_labels: tuple[str, ...] | None = None
depends_on: tuple[str, ...] | None = None

TABLES = ("meeting_plan", "plan_change", "plan_history")
KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "meeting_plan",
        sa.Column("body_key", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("patterns", sa.JSON(), nullable=False),
        sa.Column("deadlines", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("body_key"),
    )
    op.create_table(
        "plan_change",
        sa.Column("body_key", KEY, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("single", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("to", sa.Date(), nullable=True),
        sa.Column("start", sa.Time(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("body_key", "day", "single"),
    )
    op.create_table(
        "plan_history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("body_key", KEY, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_plan_history_body", "plan_history", ["body_key", "version"], unique=True)


def downgrade() -> None:
    for name in reversed(TABLES):
        op.drop_table(name)
