"""Agenda items as one subject may see them: what they may not read is left out, and what is not theirs to know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from sqlalchemy import ColumnElement, and_, false, or_, select
from sqlmodel import Session

from store import meetings
from store.access import Guard, visible
from store.agenda.meetings import meetings_by_key
from store.agenda.records import Action, AgendaFile, AgendaItem, Change
from store.agenda.rows import EXCLUSION, ITEM, changes, row_of, rows_of, whole
from store.agenda.states import OF_THE_BODY, may_read, parts
from store.calendar import WorkingDays
from store.calendar_reading import KnownBody, known_bodies
from store.errors import NotFound
from store.records import Subject
from store.tables import StoredRow

_TOLD: frozenset[Action] = frozenset({"approve", "place", "unplace", "postpone", "move", "withdraw", "decide"})
"""Steps that readers may know of who take no part in an item; who wrote and said what before is not theirs."""


@dataclass(slots=True)
class Reading:
    """Reads items for one subject in one session; bodies are looked up once."""

    session: Session
    subject: Subject
    days: WorkingDays
    _bodies: dict[str, KnownBody] | None = field(default=None, init=False)

    @property
    def bodies(self) -> dict[str, KnownBody]:
        """The bodies that the subject may know of, by key."""
        if self._bodies is None:
            self._bodies = {one.key: one for one in known_bodies(self.session, self.subject)}
        return self._bodies

    def row(self, id: str, *, locked: bool = False) -> StoredRow:
        """The row of an item; `locked`: no other transaction changes it until this one ends. Raises NotFound."""
        found = row_of(self.session, id, locked=locked)
        if found is None:
            raise NotFound("no such item")
        return found

    def bare(self, row: StoredRow) -> AgendaItem:
        """The item as the store has it, to decide on. Raises NotFound unless the subject may read it."""
        (item,) = whole(self.session, [row])
        if not may_read(self.subject, item):
            raise NotFound("no such item")
        return item

    def readable(self, rows: Sequence[StoredRow]) -> list[AgendaItem]:
        """The items of these rows that the subject may read, as the store has them."""
        return [item for item in whole(self.session, rows) if may_read(self.subject, item)]

    def shown(self, items: Iterable[AgendaItem]) -> list[AgendaItem]:
        """Items that the subject may read, with their meetings and without what is not theirs to know."""
        given = list(items)
        wanted = {(item.body_key, item.meeting_key) for item in given if item.body_key and item.meeting_key}
        found = meetings_by_key(
            self.session, self.subject, self.days, self.bodies, [(body or "", key or "") for body, key in wanted]
        )
        linked = self.known({link for item in given for link in (*item.links, item.copied_from) if link})
        return [self._shown(replace(item, meeting=found.get(item.meeting_key or "")), linked) for item in given]

    def one(self, item: AgendaItem) -> AgendaItem:
        """`shown` of one item."""
        return self.shown([item])[0]

    def history(self, item: AgendaItem) -> tuple[Change, ...]:
        """The changes of an item that the subject may read, oldest first."""
        found = changes(self.session, item.id)
        if self.takes_part(item):
            return found
        return tuple(_told(one) for one in found if one.action in _TOLD)

    def takes_part(self, item: AgendaItem) -> bool:
        """Whether the subject is among those whom an item's whole course is for."""
        presenter = item.presenter.person if item.presenter is not None else None
        personal = self.subject.audience == "personal" and self.subject.person not in item.excluded
        return bool(parts(self.subject, item)) or (personal and presenter == self.subject.person)

    def may_open(self, item: AgendaItem, file: AgendaFile) -> bool:
        """Whether the subject may read an attachment of an item that they may read."""
        if item.access == "open" and file.access == "open":
            return True
        guard = Guard("closed", item.body_key, item.excluded)
        return self.takes_part(item) or (item.state in OF_THE_BODY and visible(self.subject, guard))

    def _shown(self, item: AgendaItem, linked: frozenset[str]) -> AgendaItem:
        files = tuple(
            replace(file, access="closed") if item.access == "closed" else file
            for file in item.files
            if self.may_open(item, file)
        )
        body = self.bodies.get(item.body_key or "")
        told = replace(
            item,
            files=files,
            body=body.name if body is not None else "",
            links=tuple(link for link in item.links if link in linked),
            copied_from=item.copied_from if item.copied_from in linked else None,
        )
        if body is None:
            told = replace(told, body_key=None, meeting_key=None, meeting=None)
        if self.takes_part(item):
            return told
        last = _told(item.last) if item.last is not None and item.last.action in _TOLD else None
        return replace(told, late_reason="", excluded=frozenset(), last=last, step="review")

    def known(self, keys: Iterable[str]) -> frozenset[str]:
        """Those of these keys and ids that name something the subject may read."""
        wanted = frozenset(keys)
        if not wanted:
            return frozenset()
        rows = rows_of(self.session, sorted(wanted))
        found = {item.id for item in self.readable(rows)}
        for key in sorted(wanted - {row.id for row in rows}):
            try:
                meetings.item(self.session, key, self.subject)
            except NotFound:
                continue
            found.add(key)
        return frozenset(found)


def _told(change: Change) -> Change:
    """A step without what those who took it said to each other."""
    return replace(change, comment="", fields=())


@lru_cache(maxsize=256)
def seen(subject: Subject) -> ColumnElement[bool]:
    """The items that the subject may read, as a condition on rows; store.agenda.states.may_read has the last word."""
    if not subject.employee or subject.person is None:
        return false()
    published = and_(ITEM.c.published_at.is_not(None), ITEM.c.access == "open", ITEM.c.state != "withdrawn")
    if subject.audience != "personal":
        return published
    own = [ITEM.c.author == subject.person, ITEM.c.presenter_person == subject.person]
    for role in ("secretary", "member"):
        bodies = {grant.body for grant in subject.grants if grant.role == role}
        if not bodies:
            continue
        of_body = ITEM.c.body_key.is_not(None) if None in bodies else ITEM.c.body_key.in_(sorted(filter(None, bodies)))
        own.append(of_body if role == "secretary" else and_(of_body, ITEM.c.state.in_(sorted(OF_THE_BODY))))
    kept_out = select(EXCLUSION.c.item_id).where(EXCLUSION.c.person == subject.person)
    return or_(published, and_(or_(*own), ITEM.c.id.not_in(kept_out)))
