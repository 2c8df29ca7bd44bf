"""The access rule as a condition on rows, so that lists are cut and counted after it; it only asks store.access."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, false, or_, select, true
from sqlmodel import Session

from store.access import Guard, visible
from store.bodies import BODY
from store.library import kept
from store.records import Subject
from store.scene import ITEM, MEETING
from store.shelves import EXCLUSION


@dataclass(frozen=True, slots=True)
class Sight:
    """What a subject may read, worked out once per question.

    `open`: open material. `bodies`: ids of the bodies whose closed matter it may read; `unknown_body`: closed matter of
    no known body. `kept_out`: keys of items it is excluded from.
    """

    open: bool
    bodies: frozenset[int]
    unknown_body: bool
    kept_out: frozenset[str]

    @property
    def closed(self) -> bool:
        """Whether there is any closed matter it may read."""
        return bool(self.bodies) or self.unknown_body

    def items(self, *, layers: bool = True) -> ColumnElement[bool]:
        """Items that exist for the subject; with `layers` also those whose existence alone was made public."""
        if not self.open:
            return false()
        seen: list[ColumnElement[bool]] = [ITEM.c.access == "open"]
        if layers:
            seen.append(ITEM.c.existence_open)
        if self.closed:
            of_body = self._of_body(MEETING.c.body_id)
            seen.append(and_(of_body, ITEM.c.key.not_in(self.kept_out)) if self.kept_out else of_body)
        return or_(*seen)

    def meetings(self) -> ColumnElement[bool]:
        """Meetings that exist for the subject: in open sources, of its bodies, or by a published item."""
        if not self.open:
            return false()
        published = select(ITEM.c.id).where(ITEM.c.meeting_id == MEETING.c.id, ITEM.c.existence_open).exists()
        seen = [MEETING.c.access == "open", published]
        if self.closed:
            seen.append(self._of_body(MEETING.c.body_id))
        return or_(*seen)

    def _of_body(self, column: ColumnElement[int]) -> ColumnElement[bool]:
        parts: list[ColumnElement[bool]] = [column.in_(self.bodies)] if self.bodies else []
        if self.unknown_body:
            parts.append(column.is_(None))
        return or_(*parts) if parts else true()


def _body_keys(session: Session) -> tuple[tuple[int, str], ...]:
    return tuple((row.id, row.key) for row in session.connection().execute(select(BODY.c.id, BODY.c.key)))


def sight(session: Session, subject: Subject) -> Sight:
    """What the subject may read."""
    if not visible(subject, Guard("open")):
        return Sight(False, frozenset(), False, frozenset())
    connection = session.connection()
    rows = kept(session, "body keys", _body_keys)
    bodies = frozenset(number for number, key in rows if visible(subject, Guard("closed", key)))
    unknown = visible(subject, Guard("closed"))
    kept_out: frozenset[str] = frozenset()
    if (bodies or unknown) and subject.person is not None:
        own = connection.execute(select(EXCLUSION.c.item_key).where(EXCLUSION.c.person == subject.person))
        kept_out = frozenset(own.scalars())
    return Sight(True, bodies, unknown, kept_out)
