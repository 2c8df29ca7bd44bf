"""The indexes a question may open: one open, one closed per body, one per closed item with an exclusion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import bindparam, insert, select
from sqlmodel import Session

from store.access import Guard, visible
from store.database import take_ids
from store.library import kept
from store.prepared import Prepared
from store.records import Access, Subject
from store.tables import Exclusion, Shelf, table

SHELF = table(Shelf)
EXCLUSION = table(Exclusion)
MANY = 2_000
"""Above this many keys it is cheaper to read the whole of a table that persons fill by hand."""
_EXCLUDED = select(EXCLUSION.c.item_key, EXCLUSION.c.person)
_ALL_KEPT_OUT = Prepared(_EXCLUDED)
_KEPT_OUT = Prepared(_EXCLUDED.where(EXCLUSION.c.item_key.in_(bindparam("keys", expanding=True))), of="keys")


def shelves_for(session: Session, subject: Subject) -> list[int]:
    """The ids of the shelves that everyone in the subject's audience may read, the open one first."""
    return [number for number, guard in kept(session, "shelves", _guarded) if visible(subject, guard)]


def _guarded(session: Session) -> list[tuple[int, Guard]]:
    """All shelves with what the access rule needs to know of each."""
    rows = session.connection().execute(
        select(SHELF.c.id, SHELF.c.access, SHELF.c.body_key, SHELF.c.item_key).order_by(
            SHELF.c.access.desc(), SHELF.c.id
        )
    )
    shelves = rows.all()
    kept_out = exclusions(session, [row.item_key for row in shelves if row.item_key is not None])
    return [
        (row.id, Guard(row.access, row.body_key or None, kept_out.get(row.item_key, frozenset()))) for row in shelves
    ]


def exclusions(session: Session, item_keys: Iterable[str]) -> dict[str, frozenset[str]]:
    """Who is kept out of these items, for the items that somebody is kept out of."""
    keys = set(item_keys)
    if not keys:
        return {}
    rows = _KEPT_OUT.rows(session, {"keys": sorted(keys)}) if len(keys) <= MANY else _ALL_KEPT_OUT.rows(session)
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row.item_key, set()).add(row.person)
    return {key: frozenset(persons) for key, persons in found.items() if key in keys}


def shelf_name(access: Access, body: str | None, item: str | None) -> str:
    """Either "open", "item:<item key>" (`item` given: somebody is excluded from it) or "closed:<body key>"."""
    if access == "open":
        return "open"
    return f"item:{item}" if item is not None else f"closed:{body or ''}"


class Shelves:
    """Shelf ids by name inside one writing transaction; a missing shelf is made."""

    def __init__(self, session: Session) -> None:
        self._session = session
        rows = session.connection().execute(select(SHELF.c.name, SHELF.c.id))
        self._ids: dict[str, int] = {row.name: row.id for row in rows}

    def id(self, access: Access, body: str | None, item: str | None) -> int:
        """The shelf for a fact of this access, body and (when somebody is excluded from it) item."""
        name = shelf_name(access, body, item)
        known = self._ids.get(name)
        if known is None:
            known = take_ids(self._session, 1)[0]
            values: Mapping[str, object] = {
                "id": known,
                "name": name,
                "access": access,
                "body_key": body if access == "closed" else None,
                "item_key": item if access == "closed" else None,
                "entries": 0,
                "version": 0,
            }
            self._session.connection().execute(insert(SHELF), [values])
            self._ids[name] = known
        return known
