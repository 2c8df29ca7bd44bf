"""Agenda items: which turn asked for one, its place in the order of submission, and the words of titles."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision: str | None = "0008"
branch_labels: tuple[str, ...] | None = None
depends_on: tuple[str, ...] | None = None

KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("agenda_item", sa.Column("start_key", KEY, nullable=True))
    op.add_column("agenda_item", sa.Column("submission", sa.Integer(), nullable=True))
    op.create_index("ix_agenda_item_start", "agenda_item", ["start_key"], unique=True)
    op.create_index("ix_agenda_item_presenter", "agenda_item", ["presenter_person"], unique=False)
    op.create_index("ix_agenda_item_responsible", "agenda_item", ["responsible_person"], unique=False)
    op.create_table(
        "agenda_word",
        sa.Column("word", KEY, nullable=False),
        sa.Column("item_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("word", "item_id"),
    )
    op.create_index("ix_agenda_word_item_id", "agenda_word", ["item_id"], unique=False)


def downgrade() -> None:
    op.drop_table("agenda_word")
    for name in ("ix_agenda_item_responsible", "ix_agenda_item_presenter", "ix_agenda_item_start"):
        op.drop_index(name, "agenda_item")
    with op.batch_alter_table("agenda_item") as batch:
        batch.drop_column("submission")
        batch.drop_column("start_key")
