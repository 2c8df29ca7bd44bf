"""What is remembered of conversations: activities seen, where to reach whom, the state of a flow, messages sent."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, bindparam, delete, insert, select, update
from sqlmodel import Session

from store.database import Database
from store.errors import Conflict, StoreError
from store.grants import grants_of
from store.migrations import current, head
from store.people import PERSON, language, meet
from store.prepared import Prepared
from store.questions import Asked, log, prune
from store.records import Address, ConversationKey, Grant, Lang, Person, State, Withdrawal
from store.shown import ADDRESS, address_of, edited, keep_shown, pending
from store.tables import ConversationState, SeenActivity, table
from store.upsert import new_row, upsert

STATE, SEEN = table(ConversationState), table(SeenActivity)
SEEN_HOURS = 24

_OWN = (
    STATE.c.tenant == bindparam("of_tenant"),
    STATE.c.thread == bindparam("of_thread"),
    STATE.c.person == bindparam("of_person"),
)
_KEPT = ("flow", "step", "data", "version", "changed_at")
_STATE = Prepared(select(STATE).where(*_OWN))
_FORGET_STATE = Prepared(delete(STATE).where(*_OWN))
_NEW_STATE = Prepared(insert(STATE), columns=("tenant", "thread", "person", *_KEPT))
_NEXT_STATE = Prepared(update(STATE).where(*_OWN, STATE.c.version == bindparam("old")), columns=_KEPT)
_SEE = Prepared(lambda dialect: new_row(SEEN, dialect), columns=("scope", "activity", "seen_at"))
_SPEAKS = Prepared(update(PERSON).where(PERSON.c.id == bindparam("who")), columns=("lang", "lang_fixed"))


@dataclass(frozen=True, slots=True)
class Arrival:
    """What is known when a turn arrives. `first` False: the activity or the submitted card was acted on before."""

    first: bool
    grants: tuple[Grant, ...] = ()
    lang: Lang | None = None
    lang_fixed: bool = False
    state: State | None = None


class Conversations:
    """Each method is one transaction and may be called from any thread; small ones may share a commit."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def arrive(
        self,
        key: ConversationKey,
        activity: str,
        submit: str | None,
        address: Address | None,
        at: datetime,
        met: Person | None = None,
    ) -> Arrival:
        """Note activity and submit key as seen, `met` as met, the address as it is now; and look up the rest.

        None for an address or a person that needs no noting.
        """
        scope = _scope(key)
        names = [activity, *([f"submit:{submit}"] if submit else [])]

        def work(session: Session) -> Arrival:
            new = [bool(_SEE.rows(session, {"scope": scope, "activity": name, "seen_at": at})) for name in names]
            if met is not None:
                meet(session, met, key.tenant, at)
            if address is not None:
                _keep_address(session, address, at)
            return _known(session, key, first=all(new))

        return self._db.small(work)

    def seen(self, scope: str, activity: str, at: datetime) -> bool:
        """Note that something was acted on; True the first time."""
        row = {"scope": scope, "activity": activity, "seen_at": at}
        return self._db.small(lambda session: bool(_SEE.rows(session, row)))

    def unsee(self, key: ConversationKey, activity: str, submit: str | None) -> None:
        """Take back that a turn was seen: it failed and may be tried again."""
        names = [activity, *([f"submit:{submit}"] if submit else [])]
        with self._db.write() as session:
            session.connection().execute(delete(SEEN).where(SEEN.c.scope == _scope(key), SEEN.c.activity.in_(names)))

    def standing(self, key: ConversationKey) -> Arrival:
        """Look up again, after a conflict."""
        self._db.flush()
        with self._db.read() as session:
            return _known(session, key, first=True)

    def refresh(self, address: Address, at: datetime) -> None:
        """Keep where a conversation can be reached; what is not known now is kept as it was."""
        with self._db.write() as session:
            _keep_address(session, address, at)

    def keep(self, key: ConversationKey, state: State | None, at: datetime) -> None:
        """Keep a conversation's state, one version on, or forget it (None). Raises Conflict when it moved on."""
        self._db.small(lambda session: _keep_state(session, key, state, at))

    def keep_soon(self, key: ConversationKey, state: State | None, at: datetime) -> None:
        """As `keep`, within a moment and before the next arrival; what moved on meanwhile stays as it is."""

        def work(session: Session) -> None:
            with suppress(Conflict):
                _keep_state(session, key, state, at)

        self._db.later(work)

    def speaks(self, person: str, lang: Lang, fixed: bool) -> None:
        """Remember, within a moment, a person's language; somebody never met is not made known by it."""
        self._db.later(lambda session: _SPEAKS.run(session, {"who": person, "lang": lang, "lang_fixed": fixed}))

    def delivered(
        self,
        address: Address,
        activity: str,
        items: Sequence[str],
        documents: Sequence[str],
        lang: Lang,
        asked: Asked | None,
        at: datetime,
    ) -> None:
        """Note, within a moment, what a message showed (keys), who read closed matter in it, and what it answered."""
        if not items and not documents and asked is None:
            return

        def work(session: Session) -> None:
            keep_shown(session, address, activity, items, documents, lang, at)
            if asked is not None:
                log(session, asked, activity, at)

        self._db.later(work)

    def installed(self, address: Address, at: datetime) -> bool:
        """Keep the address as installed. True when it has not been welcomed since."""
        with self._db.write() as session:
            _keep_address(session, address, at, installed=True)
            welcome = update(ADDRESS).where(*_at(address), ADDRESS.c.welcomed_at.is_(None)).values(welcomed_at=at)
            return bool(session.connection().execute(welcome).rowcount)

    def removed(self, address: Address, at: datetime) -> None:
        """The app was removed there, or the conversation cannot be reached any more."""
        with self._db.write() as session:
            _keep_address(session, address, at, installed=False)
            session.connection().execute(update(ADDRESS).where(*_at(address)).values(welcomed_at=None))

    def addresses(self, *, installed: bool = True) -> tuple[Address, ...]:
        """Where conversations can be reached; with `installed` False also where the app was removed."""
        statement = select(ADDRESS).order_by(ADDRESS.c.tenant, ADDRESS.c.conversation)
        if installed:
            statement = statement.where(ADDRESS.c.installed)
        with self._db.read() as session:
            return tuple(address_of(row) for row in session.connection().execute(statement))

    def withdrawals(self, limit: int) -> tuple[Withdrawal, ...]:
        """Messages to edit, oldest first; those tried too often are left out."""
        self._db.flush()
        with self._db.read() as session:
            return pending(session, limit)

    def withdrawn(self, withdrawal: int, done: bool, at: datetime) -> None:
        """The message was edited, or (`done` False) one more attempt failed."""
        with self._db.write() as session:
            edited(session, withdrawal, done, at)

    def forget(self, at: datetime, keep_days: int) -> None:
        """Drop seen activities older than a day and questions older than `keep_days`."""
        with self._db.write() as session:
            session.connection().execute(delete(SEEN).where(SEEN.c.seen_at < at - timedelta(hours=SEEN_HOURS)))
            prune(session, at, keep_days)

    def ready(self) -> bool:
        """Whether the store answers and its schema is the newest."""
        try:
            return current(self._db) == head()
        except StoreError:
            return False


def _scope(key: ConversationKey) -> str:
    return f"{key.tenant}/{key.thread}"


def _at(address: Address) -> tuple[ColumnElement[bool], ...]:
    return ADDRESS.c.tenant == address.tenant, ADDRESS.c.conversation == address.conversation


def _keep_address(session: Session, address: Address, at: datetime, *, installed: bool | None = None) -> None:
    row = {
        "tenant": address.tenant,
        "conversation": address.conversation,
        "service_url": address.service_url,
        "kind": address.kind,
        "installed": address.installed if installed is None else installed,
        "person": address.person,
        "name": address.name,
        "team": address.team,
        "bot": address.bot,
        "changed_at": at,
    }
    upsert(session, ADDRESS, row, ("tenant", "conversation"))


def _known(session: Session, key: ConversationKey, *, first: bool) -> Arrival:
    lang, fixed = language(session, key.person)
    rows = _STATE.rows(session, _own(key))
    state = State(rows[0].flow, rows[0].step, rows[0].data, rows[0].version) if rows else None
    return Arrival(first, grants_of(session, key.person), lang, fixed, state)


def _own(key: ConversationKey) -> dict[str, str]:
    return {"of_tenant": key.tenant, "of_thread": key.thread, "of_person": key.person}


def _keep_state(session: Session, key: ConversationKey, state: State | None, at: datetime) -> None:
    if state is None:
        _FORGET_STATE.run(session, _own(key))
        return
    values = {
        "flow": state.flow,
        "step": state.step,
        "data": dict(state.data),
        "version": state.version + 1,
        "changed_at": at,
    }
    if state.version == 0:
        _NEW_STATE.run(session, {"tenant": key.tenant, "thread": key.thread, "person": key.person} | values)
    elif not _NEXT_STATE.run(session, _own(key) | values | {"old": state.version}):
        raise Conflict("the conversation has moved on")
