"""Drafts of agenda items handed to somebody in their private chat, through the outbox, after they asked elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import select

from store.database import Database
from store.occurrences import DEAD, enqueue
from store.outbox_records import Subscription
from store.records import Lang
from store.shown import ADDRESS
from store.subscriptions import subscribe

REGISTER_KIND = "register"
"""The kind of subscription under which a person is handed a draft."""


class Invitations:
    """Implements dialogs.personalports.PersonalChats; each method is one transaction."""

    def __init__(self, db: Database, clock: Callable[[], datetime]) -> None:
        self._db, self._clock = db, clock

    def reaches(self, tenant: str, person: str) -> bool:
        """Whether the assistant is installed in the person's private chat, and that takes messages."""
        chat = select(ADDRESS.c.conversation).where(
            ADDRESS.c.tenant == tenant,
            ADDRESS.c.person == person,
            ADDRESS.c.kind == "personal",
            ADDRESS.c.installed,
        )
        dead = select(DEAD.c.reason).where(DEAD.c.tenant == tenant, DEAD.c.recipient == person)
        with self._db.read() as session:
            connection = session.connection()
            return connection.execute(chat.limit(1)).first() is not None and connection.execute(dead).first() is None

    def hand(self, tenant: str, person: str, lang: Lang, item: str, place: str) -> bool:
        """Have a draft sent there, once; True when it was not asked for before."""
        now = self._clock()
        key = f"{REGISTER_KIND}:{tenant}:{person}"
        with self._db.write() as session:
            subscribe(session, Subscription(key, REGISTER_KIND, tenant, "personal", person, person, lang), now)
            return enqueue(session, key, f"item:{item}", now=now, payload={"item": item, "place": place, "lang": lang})
