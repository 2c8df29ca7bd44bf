"""The watches' part of the schema: what has come into the store and is yet to be matched with what is watched for."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Column
from sqlmodel import Field, SQLModel

from store.tables import UTCDateTime


def _moment() -> Any:
    return Field(sa_column=Column(UTCDateTime, nullable=False))


class NewsRow(SQLModel, table=True):
    """A document or item that was stored or opened; its row goes in the transaction that enqueues what it gave."""

    __tablename__ = "watch_news"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: int | None = Field(default=None, primary_key=True)
    kind: str
    """Either document or item."""
    key: str
    at: datetime = _moment()
    last_watch: int
    """The newest watch there was: those set up later are told of what comes later."""
    attempts: int = 0
