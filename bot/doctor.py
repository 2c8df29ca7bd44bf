"""What is wrong with an installation, one finding each with how to mend it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.config import Settings, SettingsError
from store.database import Database
from store.errors import StoreError
from store.ingest.rereading import behind
from store.migrations import current, head
from store.watch_queue import ATTEMPTS, given_up

LEAST_PYTHON = (3, 11)
NAMED = 5
"""Documents or items that one complaint names at most."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong, and what to do. Not `serious`: it works, but not as it should."""

    what: str
    mend: str
    serious: bool = True


def examine(settings: Settings, *, demo: bool = False) -> tuple[Complaint, ...]:
    """Everything found wrong, worst first; nothing is changed. `demo`: the store holds sample data."""
    found = [*_python(), *_service(settings, demo), *_store(settings), *_inbox(settings), *_people(settings, demo)]
    return tuple(sorted(found, key=lambda complaint: not complaint.serious))


def _python() -> Iterator[Complaint]:
    if sys.version_info < LEAST_PYTHON:
        yield Complaint(
            f"Python {sys.version_info.major}.{sys.version_info.minor} is too old.",
            "Install Python 3.11 or newer, then: make clean install",
        )


def _service(settings: Settings, demo: bool) -> Iterator[Complaint]:
    if demo:
        return
    try:
        settings.check_serving()
    except SettingsError as error:
        what, _, mend = str(error).partition(". ")
        yield Complaint(f"{what}.", mend or "See the settings in README.md.")
    if settings.local:
        yield Complaint(
            "REFERENT_LOCAL is set: whoever reaches the socket may ask as anybody.",
            "Take it away before people in Teams use this installation.",
            serious=False,
        )
    if not settings.allowed_tenants and not settings.local:
        yield Complaint(
            "No tenant is allowed, so everybody is turned away.",
            "Set REFERENT_TENANTS (or REFERENT_APP_TENANT) to the municipality's tenant id.",
        )


def _store(settings: Settings) -> Iterator[Complaint]:
    try:
        database = Database.open(settings.database_url, create=False)
    except StoreError as error:
        yield Complaint(
            f"The store cannot be opened: {error}.",
            "Check REFERENT_DATABASE_URL; `referent serve` and `referent ingest` make a SQLite store that is missing.",
        )
        return
    try:
        for sentence in database.complaints():
            yield Complaint(f"{sentence[:1].upper()}{sentence[1:]}.", "See «The store» in README.md.", serious=False)
        schema, wanted = current(database), head()
        if schema != wanted:
            yield Complaint(
                f"The store has schema {schema or 'none'}, this version needs {wanted}.",
                "Start `referent serve` once: it makes a copy and migrates.",
            )
        else:
            yield from _unread(database)
            yield from _untold(database)
    except StoreError as error:
        yield Complaint(f"The store does not answer: {error}.", "Is the database server running and reachable?")
    finally:
        database.close()


def _unread(database: Database) -> Iterator[Complaint]:
    with database.read() as session:
        documents = behind(session)
    if documents:
        yield Complaint(
            f"An earlier version read {documents} of the stored documents: their initiatives are not known.",
            "Ingest the same files again: closings, exclusions and what was made public stay as they are.",
            serious=False,
        )


def _untold(database: Database) -> Iterator[Complaint]:
    """What was stored, and could not be matched with what people watch for."""
    with database.read() as session:
        rows = given_up(session)
    if rows:
        keys = ", ".join(sorted({f"{row.kind} {row.key}" for row in rows})[:NAMED])
        more = f" and {len(rows) - NAMED} more" if len(rows) > NAMED else ""
        yield Complaint(
            f"Watches were not told of {keys}{more}: asking what they say failed {ATTEMPTS} times.",
            "See «watch_failed» in the log for the cause. Each start of `referent serve` tries them once more.",
            serious=False,
        )


def _inbox(settings: Settings) -> Iterator[Complaint]:
    if settings.inbox is None:
        return
    folder = Path(settings.inbox)
    if not folder.is_dir():
        yield Complaint(f"The inbox {folder} is no folder.", "Make it, or set REFERENT_INBOX to one that exists.")
        return
    probe = folder / ".referent-doctor"
    try:
        probe.touch()
        probe.unlink()
    except OSError:
        yield Complaint(
            f"The inbox {folder} cannot be written to.",
            "Files are moved to done/ and refused/ in it: give the service's user the right to write there.",
        )


def _people(settings: Settings, demo: bool) -> Iterator[Complaint]:
    if not settings.administrators and not demo:
        yield Complaint(
            "REFERENT_ADMINISTRATORS is not set, so nobody can give rights in chat.",
            "Set it to the Entra object id of the first administrator, or use `referent people grant`.",
            serious=False,
        )
