"""Answers to questions on what was decided: the store's side of dialogs.ports.Answers."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import Session

from store import meetings
from store.database import Database
from store.library import kept
from store.records import Finding, ItemRecord, NearTitle, Query, Subject
from store.search.asking import answer
from store.search.finding import Finder
from store.search.glossary_rows import Entry
from store.search.index import Driver
from store.search.records import Records
from store.search.scope import Scope
from store.search.topics import near_groups
from store.shelves import shelves_for
from store.tables import GlossaryTerm, table

_TERM = table(GlossaryTerm)
LEAST_RELATED = 0.25


class StoredAnswers:
    """Implements dialogs.ports.Answers over a database; safe to share between threads."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self._finder = Finder()
        with db.read() as session:
            self.knowing(session)

    @property
    def finder(self) -> Finder:
        """What finds the matters: for the calibration of its confidence."""
        return self._finder

    def knowing(self, session: Session) -> Finder:
        """The finder, with the administrator's terms as they are now, whichever process changed them."""
        self._finder.use(kept(session, "terms", _terms))
        return self._finder

    def find(self, query: Query, subject: Subject) -> Finding:
        """Answer a question; never raises for "nothing found"."""
        with self.db.read() as session:
            return answer(session, self.knowing(session), shelves_for(session, subject), query, subject)

    def item(self, key: str, subject: Subject) -> ItemRecord:
        """The whole item as this subject may see it. Raises store.errors.NotFound."""
        with self.db.read() as session:
            return meetings.item(session, key, subject)

    def course(self, item_key: str, subject: Subject) -> tuple[ItemRecord, ...]:
        """The visible items of the same case, oldest first. Raises NotFound."""
        with self.db.read() as session:
            return meetings.course(session, item_key, subject)

    def related(self, item_key: str, subject: Subject, limit: int = 5) -> tuple[ItemRecord, ...]:
        """Visible items of other cases on related matters, best first. Raises NotFound."""
        with self.db.read() as session:
            item = meetings.item(session, item_key, subject)
            own = {one.key for one in meetings.course(session, item_key, subject)}
            driver = Driver(session)
            shelves = shelves_for(session, subject)
            sought = self.knowing(session).find(driver, shelves, item.title, "da", Scope())
            close = [m.group for m in sought.matters if m.group > 0 and m.coverage >= LEAST_RELATED]
            found = Records(session, driver, subject).items(close)
            return tuple(one for one in found if one.key not in own)[:limit]

    def near(self, text: str, subject: Subject, limit: int = 3) -> tuple[NearTitle, ...]:
        """Titles near to a text, nearest first."""
        with self.db.read() as session:
            driver = Driver(session)
            sought = self.knowing(session).find(driver, shelves_for(session, subject), text, "da", Scope())
            items = Records(session, driver, subject).items(near_groups(sought)[: 2 * limit])
            titles = {i.title: NearTitle(i.key, i.title, i.meeting.body or None, i.meeting.date) for i in items}
            return tuple(titles.values())[:limit]


def _terms(session: Session) -> tuple[Entry, ...]:
    """The administrator's own terms."""
    rows = session.connection().execute(select(_TERM.c.danish, _TERM.c.english).order_by(_TERM.c.id))
    return tuple(Entry(row.danish, (row.english,)) for row in rows)
