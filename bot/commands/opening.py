"""What every command needs first: which store, whose question, what day."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import typer

from bot.config import Settings, read_settings
from bot.world import World, open_world
from store.errors import StoreError
from store.meetings import COPENHAGEN

STORE = Path("data/referent.db")
DEMO = Path("data/demo.db")


class Misuse(Exception):
    """Wrong use of the command line; the message is a sentence. Exit 2."""


def sqlite_url(path: Path) -> str:
    """The URL of a SQLite store in this file."""
    return f"sqlite:///{path}"


def database_url(*, demo: bool = False, reading: bool = True) -> tuple[str, bool]:
    """The store to use, and whether it is the sample data.

    REFERENT_DATABASE_URL wins; else data/referent.db. Where neither is there, but the sample data are, commands that
    only read take those, and say so: what a newcomer asks right after `make run` is answered.
    """
    if demo:
        return sqlite_url(DEMO), True
    told = read_settings().database_url
    if told:
        return told, False
    if reading and not STORE.exists() and DEMO.exists():
        if sys.stderr.isatty():
            typer.echo("(The sample data answer; set REFERENT_DATABASE_URL for a store of your own.)", err=True)
        return sqlite_url(DEMO), True
    if reading and not STORE.exists():
        raise StoreError("there is no store yet: `make run` makes one with sample data, `referent ingest` one of yours")
    return sqlite_url(STORE), False


@contextmanager
def open_store(*, demo: bool = False, reading: bool = True, settings: Settings | None = None) -> Iterator[World]:
    """The store with all that works on it, migrated; closed afterwards. Raises StoreError, SettingsError."""
    if settings is None:
        url, is_demo = database_url(demo=demo, reading=reading)
        settings = read_settings(database_url=url, demo=is_demo)
    unfurnished = settings.demo and not DEMO.exists()
    world = open_world(settings)
    try:
        if unfurnished:
            from bot.demo import furnish  # reads documents, which asking never does

            furnish(world)
        yield world
    finally:
        world.close()


def moment(told: str | None) -> datetime | None:
    """An ISO date or date and time, Danish time when it names no zone. Raises Misuse."""
    if told is None:
        return None
    try:
        at = datetime.fromisoformat(told)
    except ValueError:
        raise Misuse(f"{told!r} is no ISO date and time, such as 2026-11-21T09:00") from None
    return at if at.tzinfo else at.replace(tzinfo=COPENHAGEN)


def watched() -> bool:
    """Whether a person watches (progress bars, hints)."""
    return sys.stderr.isatty()
