"""The outbox: subscriptions, occurrences, dead channels, limits, heartbeats."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision: str | None = "0002"
branch_labels: tuple[str, ...] | None = None
depends_on: tuple[str, ...] | None = None

TABLES = ("subscription", "occurrence", "dead_channel", "rate_limit", "heartbeat")
UTC = sa.DateTime(timezone=True)


def upgrade() -> None:
    _subscriptions()
    _occurrences()
    op.create_table(
        "dead_channel",
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("since", UTC, nullable=False),
        sa.PrimaryKeyConstraint("tenant", "recipient"),
    )
    op.create_table(
        "rate_limit",
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("paced_until", sa.Float(53), nullable=False),
        sa.Column("sustained", sa.Float(53), nullable=False),
        sa.Column("held_until", sa.Float(53), nullable=False),
        sa.PrimaryKeyConstraint("scope", "name"),
    )
    # Replicas line up at this row, so it has to be there.
    op.execute("INSERT INTO rate_limit (scope, name, paced_until, sustained, held_until) VALUES ('app', '', 0, 0, 0)")
    op.create_table(
        "heartbeat",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("last_run", UTC, nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )


def _subscriptions() -> None:
    op.create_table(
        "subscription",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("lang", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("schedule", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("policy", sa.String(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("since", UTC, nullable=False),
        sa.Column("created_at", UTC, nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_subscription_owner", "subscription", ["owner"])
    op.create_index("ix_subscription_recipient", "subscription", ["recipient"])


def _occurrences() -> None:
    op.create_table(
        "occurrence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subscription_id", sa.Integer(), nullable=False),
        sa.Column("slot", sa.String(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("due_at", UTC, nullable=False),
        sa.Column("expires_at", UTC, nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("next_at", UTC, nullable=False),
        sa.Column("lease_owner", sa.String(), nullable=True),
        sa.Column("lease_until", UTC, nullable=True),
        sa.Column("lease_token", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("doubts", sa.Integer(), nullable=False),
        sa.Column("send_started", UTC, nullable=True),
        sa.Column("sent_at", UTC, nullable=True),
        sa.Column("activity", sa.String(), nullable=True),
        sa.Column("last_error", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["subscription_id"], ["subscription.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("subscription_id", "slot", "recipient"),
        sqlite_autoincrement=True,
    )
    due, lease = sa.text("state = 'pending'"), sa.text("state IN ('leased', 'sending')")
    op.create_index("ix_occurrence_due", "occurrence", ["next_at"], sqlite_where=due, postgresql_where=due)
    op.create_index("ix_occurrence_lease", "occurrence", ["lease_until"], sqlite_where=lease, postgresql_where=lease)
    op.create_index("ix_occurrence_recipient", "occurrence", ["recipient", "state"])


def downgrade() -> None:
    for name in reversed(TABLES):
        op.drop_table(name)
