"""Who sees a follow-up and who changes it: the access of the item it came from, as it is at that moment."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, false, or_, select
from sqlmodel import Session

from store.access import Guard, visible
from store.bodies import BODY
from store.followup_rows import FOLLOW_UP
from store.guards import Sight, sight
from store.records import Subject
from store.scene import ITEM
from store.tables import StoredRow


@dataclass(frozen=True, slots=True)
class FollowUpSight:
    """What a subject sees and changes. `bodies`: keys of those it is a member or secretary of, `keeps`: secretary;
    None in either: of all bodies."""

    subject: Subject
    items: Sight
    bodies: frozenset[str | None]
    keeps: frozenset[str | None]

    def rows(self) -> ColumnElement[bool]:
        """Follow-ups that exist for the subject, of FOLLOW_UP outer-joined with ITEM by its key."""
        if not self.items.open:
            return false()
        item = and_(ITEM.c.id.is_not(None), self.items.items(layers=False))
        seen: list[ColumnElement[bool]] = [item]
        seen.append(and_(FOLLOW_UP.c.item_key.is_(None), FOLLOW_UP.c.access == "open"))
        if self.subject.audience != "personal":
            return or_(*seen)
        person = self.subject.person
        own = or_(
            FOLLOW_UP.c.created_by == person,
            FOLLOW_UP.c.responsible_person == person,
            FOLLOW_UP.c.deputy_person == person,
            self._of(self.keeps),
            and_(FOLLOW_UP.c.item_key.is_(None), self._of(self.bodies)),
        )
        if self.items.kept_out:
            # Whoever is kept out of an item is kept out of what follows from it.
            own = and_(own, or_(FOLLOW_UP.c.item_key.is_(None), FOLLOW_UP.c.item_key.not_in(self.items.kept_out)))
        return or_(*seen, own)

    def may_change(self, row: StoredRow) -> bool:
        """Whether the subject may change a follow-up that it sees; in a channel, too: there anyone may watch."""
        person = self.subject.person
        if person is None or not self.subject.employee:
            return False
        own = person in (row.created_by, row.responsible_person, row.deputy_person)
        return own or None in self.keeps or (row.body_key is not None and row.body_key in self.keeps)

    @staticmethod
    def _of(bodies: frozenset[str | None]) -> ColumnElement[bool]:
        if None in bodies:
            return FOLLOW_UP.c.body_key.is_not(None)
        keys = sorted(one for one in bodies if one is not None)
        return FOLLOW_UP.c.body_key.in_(keys) if keys else false()


def followup_sight(session: Session, subject: Subject) -> FollowUpSight:
    """What the subject sees, worked out once."""
    employed = visible(subject, Guard("open"))
    grants = subject.grants if employed else ()
    keeps = frozenset(one.body for one in grants if one.role == "secretary")
    members = frozenset(one.body for one in grants if one.role == "member") | keeps
    return FollowUpSight(subject, sight(session, subject), members, keeps)


def body_names(session: Session) -> dict[str, str]:
    """The names of all bodies by key."""
    return {row.key: row.name for row in session.connection().execute(select(BODY.c.key, BODY.c.name))}
