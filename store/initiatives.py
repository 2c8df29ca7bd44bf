"""Programmes, strategies, projects and plans, as a reader may see them: the store's side of dialogs.ports.Initiatives.

An initiative is known through its visible facts only. Whoever may read none of them does not know that it is there.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select
from sqlmodel import Session

from store.accounts import Account, merged, together
from store.database import Database
from store.due import due
from store.errors import NotFound
from store.facts import active, fact_of, readable, shown, shown_or_none
from store.guards import Sight, sight
from store.library import kept
from store.names import folded, short_hash
from store.papernames import names_by_document
from store.prepared import Prepared
from store.records import AbbreviationRecord, Fact, InitiativeRecord, ListRecord, Subject
from store.scene import DOCUMENT, FACT, INITIATIVE, LISTED, TOLD
from store.tables import AbbreviationRow, StoredRow, table
from store.treating import treating

ABBREVIATION = table(AbbreviationRow)
MOST_RIGHTS = 64
"""Sets of rights for which the records are kept ready."""
_FACTS = Prepared(
    active()
    .add_columns(TOLD.c.list_id, TOLD.c.aspect, DOCUMENT.c.seq)
    .where(TOLD.c.initiative_id.is_not(None))
    .order_by(FACT.c.document_id, TOLD.c.initiative_id, TOLD.c.position)
)
_ROWS = Prepared(select(INITIATIVE).where(INITIATIVE.c.id.in_(bindparam("ids", expanding=True))), of="ids")
_LISTS = Prepared(
    select(LISTED)
    .where(LISTED.c.initiative_id.in_(bindparam("ids", expanding=True)))
    .order_by(LISTED.c.initiative_id, LISTED.c.position),
    of="ids",
)
_ABBREVIATIONS = Prepared(
    active()
    .add_columns(ABBREVIATION.c.short, ABBREVIATION.c.long)
    .join(ABBREVIATION, ABBREVIATION.c.fact_id == FACT.c.id)
)


@dataclass(frozen=True, slots=True)
class Known:
    """What somebody may know of initiatives. `aliases`: the key of the record for every key that a fact may name."""

    records: tuple[InitiativeRecord, ...]
    aliases: dict[str, InitiativeRecord]
    abbreviations: tuple[AbbreviationRecord, ...]
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The municipality and places that the paper of an initiative is of, by the key of the document."""


@dataclass(slots=True)
class _Kept:
    """What is known by each set of rights, since the library last changed."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    known: dict[Sight, Known] = field(default_factory=dict)

    def of(self, session: Session, subject: Subject) -> Known:
        rights = sight(session, subject)
        with self.lock:
            found = self.known.get(rights)
        if found is None:
            found = _load(session, rights, subject)
            with self.lock:
                if len(self.known) >= MOST_RIGHTS:
                    self.known.pop(next(iter(self.known)))
                self.known[rights] = found
        return found


class StoredInitiatives:
    """Implements dialogs.ports.Initiatives over a database; safe to share between threads."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def initiatives(self, subject: Subject) -> tuple[InitiativeRecord, ...]:
        """All that the subject may see, newest document first."""
        with self._db.read() as session:
            return known(session, subject).records

    def initiative(self, key: str, subject: Subject) -> InitiativeRecord:
        """One, whole, by its key or that of any fact of it. Raises NotFound."""
        with self._db.read() as session:
            return initiative(session, key, subject)

    def due(self, since: date, until: date, subject: Subject) -> tuple[Fact, ...]:
        """Milestones and dated parts that fall within a period (both days included), in order of time."""
        with self._db.read() as session:
            return due(known(session, subject).records, since, until)

    def abbreviations(self, subject: Subject) -> tuple[AbbreviationRecord, ...]:
        """Short forms with what they stand for, in alphabetical order, newest definition first."""
        with self._db.read() as session:
            return known(session, subject).abbreviations


def known(session: Session, subject: Subject) -> Known:
    """All that the subject may know of initiatives, in the session's snapshot; kept until the library changes."""
    holder = kept(session, "initiatives", lambda _session: _Kept())
    return holder.of(session, subject)


def initiative(session: Session, key: str, subject: Subject) -> InitiativeRecord:
    """The initiative with this key, or whose fact names this key. Raises NotFound."""
    found = known(session, subject).aliases.get(key)
    if found is None:
        raise NotFound("no such initiative")
    return found


def _load(session: Session, rights: Sight, subject: Subject) -> Known:
    rows = readable(session, _FACTS.rows(session), subject)
    abbreviations = _abbreviations(session, subject)
    if not rows:
        return Known((), {}, abbreviations)
    groups = together(_accounts(session, rows))
    items = treating(session, rights, subject, groups)
    records = [merged(group, keys) for group, keys in zip(groups, items, strict=True)]
    aliases = {one.key: record for record, group in zip(records, groups, strict=True) for one in group}
    records.sort(key=lambda one: (-(one.on or date.min).toordinal(), folded(one.title), one.key))
    return Known(tuple(records), aliases, abbreviations, names_by_document(session, subject))


def _accounts(session: Session, rows: Sequence[StoredRow]) -> list[Account]:
    told: dict[int, list[StoredRow]] = defaultdict(list)
    for row in rows:
        told[row.initiative_id].append(row)
    lists: dict[int, list[StoredRow]] = defaultdict(list)
    for row in _LISTS.rows(session, {"ids": sorted(told)}):
        lists[row.initiative_id].append(row)
    found = [_account(row, told[row.id], lists[row.id]) for row in _ROWS.rows(session, {"ids": sorted(told)})]
    return sorted(found, key=lambda one: one.arrival)


def _account(row: StoredRow, told: Sequence[StoredRow], lists: Sequence[StoredRow]) -> Account:
    facts: dict[str, list[Fact]] = defaultdict(list)
    parts: dict[int, list[Fact]] = defaultdict(list)
    for one in told:
        fact = fact_of(one)
        facts[one.aspect].append(fact)
        if one.list_id is not None:
            parts[one.list_id].append(fact)
    first, suspect = told[0], bool(row.has_cpr)
    return Account(
        key=row.key,
        title=shown(row.title, suspect),
        kind=row.kind,
        owner=shown_or_none(row.owner, suspect),
        status=shown_or_none(row.status, suspect),
        on=row.on_date or first.meeting_date or first.document_date,
        arrival=(first.seq << 12) + row.position,
        facts=tuple(fact for each in facts.values() for fact in each),
        about=next(iter(facts["about"]), None),
        statuses=tuple(facts["status"]),
        lists=tuple(_list(row, one, parts[one.id]) for one in lists if parts[one.id]),
        milestones=tuple(facts["milestone"]),
        responsibilities=tuple(facts["responsibility"]),
        goals=tuple(facts["goal"]),
    )


def _list(row: StoredRow, one: StoredRow, parts: Sequence[Fact]) -> ListRecord:
    name: Any = shown(one.name, bool(one.has_cpr))
    return ListRecord(
        key=f"{row.key}-{short_hash(f'{one.kind} {folded(one.name)}')}",
        name=name,
        kind=one.kind,
        parts=tuple(parts),
        announced=one.announced,
        complete=one.complete and len(parts) >= (one.announced or 0),
        page=one.page,
    )


def _abbreviations(session: Session, subject: Subject) -> tuple[AbbreviationRecord, ...]:
    found = [
        AbbreviationRecord(row.short, row.long, fact_of(row))
        for row in readable(session, _ABBREVIATIONS.rows(session), subject)
    ]
    found.sort(key=lambda one: (one.fact.meeting_date or date.min, one.fact.key), reverse=True)
    return tuple(sorted(found, key=lambda one: (one.short.casefold(), one.short)))
