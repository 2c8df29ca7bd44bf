"""What readers keep of the library between its changes, dropped when any process has changed it.

Every exclusive transaction moves a number on; a reader looks at the number in its own snapshot. What is kept is what
everybody's answers start from: the names of bodies and the shelves, raw, before the access rule.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import bindparam, select, text
from sqlmodel import Session

from store.prepared import Prepared
from store.tables import Counter, table

KEPT = "library"
_VERSION = "library version"
_COUNTER = table(Counter)
_NUMBER = Prepared(select(_COUNTER.c.value).where(_COUNTER.c.name == bindparam("name")))
_T = TypeVar("_T")


class Library:
    """Things by name, each with the version of the library that it was made of; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._things: dict[str, tuple[int, Any]] = {}

    def of(self, session: Session, name: str, make: Callable[[Session], _T]) -> _T:
        """The thing as it is in the session's snapshot."""
        version = session.info.get(_VERSION)
        if version is None:
            found = _NUMBER.rows(session, {"name": KEPT})
            version = session.info[_VERSION] = found[0].value if found else 0
        with self._lock:
            known = self._things.get(name)
        if known is not None and known[0] == version:
            thing: _T = known[1]
            return thing
        thing = make(session)
        with self._lock:
            # A reader on an older snapshot must not put back what a newer one has replaced.
            known = self._things.get(name)
            if known is None or known[0] < version:
                self._things[name] = (version, thing)
        return thing


def kept(session: Session, name: str, make: Callable[[Session], _T]) -> _T:
    """What `make` gives, or what it gave since the library last changed; a writing session never keeps anything."""
    library: Library | None = session.info.get(KEPT)
    return make(session) if library is None else library.of(session, name, make)


def changing(session: Session) -> None:
    """Say, inside an exclusive transaction, that the library changes."""
    session.connection().execute(
        text(
            "INSERT INTO counter (name, value) VALUES (:name, 1)"
            " ON CONFLICT (name) DO UPDATE SET value = counter.value + 1"
        ),
        {"name": KEPT},
    )
