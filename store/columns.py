"""Columns that the schema's modules share: keys, texts, lists as JSON, and instants."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Column, Text
from sqlmodel import Field

from store.tables import KEY, UTCDateTime


def key(*, primary: bool = False, nullable: bool = False) -> Any:
    """A name that leaves the store, compared byte by byte on both engines."""
    if nullable:
        return Field(default=None, sa_column=Column(KEY, nullable=True))
    return Field(sa_column=Column(KEY, primary_key=primary, nullable=False))


def text() -> Any:
    """A text of any length, empty when nothing is given."""
    return Field(default="", sa_column=Column(Text, nullable=False))


def listed() -> Any:
    """A list as JSON."""
    return Field(default_factory=list, sa_column=Column(JSON, nullable=False))


def moment(*, nullable: bool = False) -> Any:
    """An aware instant, kept as UTC."""
    if nullable:
        return Field(default=None, sa_column=Column(UTCDateTime, nullable=True))
    return Field(sa_column=Column(UTCDateTime, nullable=False))
