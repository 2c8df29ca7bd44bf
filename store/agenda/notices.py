"""Who is told of a step in an item's life: through the outbox, in the transaction of the step.

Only the item, its version and the step are kept: text and right to read are judged when the message is sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlmodel import Session

from store.agenda.records import Action
from store.agenda.rows import EXCLUSION
from store.grants import secretaries_of
from store.occurrences import enqueue
from store.outbox_records import Subscription
from store.people import PERSON, language
from store.records import Lang
from store.subscriptions import OCCURRENCE, SUBSCRIPTION, subscribe
from store.tables import StoredRow

CASE_KIND = "case"
"""The kind of subscription that tells people how far agenda items are."""
TO_AUTHOR: frozenset[Action] = frozenset(
    {"return", "approve", "move", "postpone", "open", "close", "withdraw", "place"}
)
TO_SECRETARIES: frozenset[Action] = frozenset({"submit", "recall", "withdraw"})
TO_PRESENTER: frozenset[Action] = frozenset({"approve"})
_HIDDEN: Mapping[Action, frozenset[str]] = {"withdraw": frozenset({"draft"})}
"""States in which an item is not the secretaries' business: a draft is its author's, also when it goes for good."""


def notify(
    session: Session, row: StoredRow, action: Action, actor: str, at: datetime, before: str
) -> int:  # fmt: skip
    """Enqueue what a step has to be told of, but not to who took it; how many messages were added. `row` is the item
    after the step, `before` the state it came from."""
    told: dict[str, Lang | None] = {}
    if action in TO_SECRETARIES and row.body_key is not None and before not in _HIDDEN.get(action, ()):
        told.update(dict.fromkeys(secretaries_of(session, row.body_key)))
    if action in TO_PRESENTER and row.presenter_person is not None:
        told[row.presenter_person] = None
    if action in TO_AUTHOR:
        told[row.author] = row.lang
    excluded = set(
        session.connection().execute(select(EXCLUSION.c.person).where(EXCLUSION.c.item_id == row.id)).scalars()
    )
    payload = {"item": row.id, "version": row.version, "action": action}
    tenants = _tenants(session, told)
    return sum(
        _say(session, person, tenants.get(person) or row.tenant, lang or _tongue(session, person), row, payload, at)
        for person, lang in sorted(told.items())
        if person != actor and person not in excluded
    )


def drop_notices(session: Session, item: str) -> None:
    """Say nothing more of an item: what was enqueued and has not left is dropped."""
    slots = OCCURRENCE.c.slot.startswith(f"{item}:", autoescape=True)
    session.connection().execute(delete(OCCURRENCE).where(slots, OCCURRENCE.c.state == "pending"))


def _say(
    session: Session, person: str, tenant: str, lang: Lang, row: StoredRow, payload: Mapping[str, object], at: datetime
) -> bool:
    key = f"{CASE_KIND}:{tenant}:{person}"
    kept = subscribe(session, Subscription(key, CASE_KIND, tenant, "personal", person, person, lang), at)
    if kept.lang != lang:
        session.connection().execute(update(SUBSCRIPTION).where(SUBSCRIPTION.c.key == key).values(lang=lang))
    return enqueue(session, key, f"{row.id}:{row.version}", now=at, payload=payload)


def _tenants(session: Session, persons: Mapping[str, object]) -> dict[str, str]:
    if not persons:
        return {}
    rows = session.connection().execute(select(PERSON.c.id, PERSON.c.tenant).where(PERSON.c.id.in_(sorted(persons))))
    return {row.id: row.tenant for row in rows}


def _tongue(session: Session, person: str) -> Lang:
    return language(session, person)[0] or "da"
