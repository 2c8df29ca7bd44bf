"""Sample follow-ups of Direktionen: one that is overdue, one that is due this week, one that is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import delete, select
from sqlmodel import Session

from store.agenda.records import Named
from store.calendar import local
from store.database import Database
from store.demo.living import SamplePerson, people
from store.followup_records import FollowUp
from store.followup_rows import CHANGE, FOLLOW_UP
from store.followup_writing import id_of
from store.followups import StoredFollowUps
from store.records import Grant, Subject
from store.scene import ITEM, MEETING

ANNA, BO, CILLE = 0, 1, 2
"""Places of the sample people."""
_ON = date(2026, 9, 10)
"""The meeting of Direktionen that they come from."""


@dataclass(frozen=True, slots=True)
class SampleFollowUp:
    """A promise from an item of that meeting: due so many `days` from today, made so many days `ago` by a secretary."""

    key: str
    item: str
    """The beginning of the item's title."""
    title: str
    who: int
    days: int
    ago: int
    note: str = ""
    done: int | None = None
    """So many days ago it was done."""

    @property
    def versions(self) -> int:
        """How many versions there are as long as nobody has touched it."""
        return 1 + bool(self.note) + (self.done is not None)


SAMPLES = (
    SampleFollowUp(
        "tovholdere", "Kunstig intelligens", "HR og Byg peger hver på en tovholder", BO, -9, 30,
        note="Byg har sagt ja. HR svarer, når den nye afdelingsleder er begyndt.",
    ),
    SampleFollowUp("bemaerkninger", "Ny mødestruktur", "Saml bemærkningerne fra Lederforum", CILLE, 4, 21),
    SampleFollowUp("julefrokost", "Eventuelt", "Skriv ud, at julefrokosten er flyttet", ANNA, -3, 18, done=4),
)  # fmt: skip


class SampleFollowUps:
    """Puts the sample follow-ups into a store, and those that nobody touched anew as their days pass."""

    def __init__(self, db: Database, tenant: str, now: datetime) -> None:
        self._db, self._tenant, self._now = db, tenant, now
        self._at = now
        self._store = StoredFollowUps(db, lambda: self._at)

    def furnish(self, grants: Callable[[str], tuple[Grant, ...]]) -> int:
        """Write what is missing or out of date; how many were written. `grants` gives rights by object id."""
        persons = people()
        subjects = [Subject(one.id, True, "personal", grants(one.id), self._tenant) for one in persons]
        return sum(self._put(sample, subjects, persons) for sample in SAMPLES)

    def _put(self, sample: SampleFollowUp, subjects: list[Subject], persons: tuple[SamplePerson, ...]) -> bool:
        maker, key = subjects[CILLE], f"sample:{sample.key}"
        due = local(self._now).date() + timedelta(days=sample.days)
        id = id_of(self._tenant, maker.person or "", key)
        with self._db.write() as session:
            row = session.connection().execute(select(FOLLOW_UP).where(FOLLOW_UP.c.id == id)).first()
            if row is not None and (row.version != sample.versions or row.due == due):
                return False
            item = _item(session, sample.item)
            if item is None:
                return False
            session.connection().execute(delete(CHANGE).where(CHANGE.c.follow_up_id == id))
            session.connection().execute(delete(FOLLOW_UP).where(FOLLOW_UP.c.id == id))
        self._at = self._now - timedelta(days=sample.ago)
        who = persons[sample.who]
        one = self._store.add(
            sample.title, maker, key=key, lang="da", origin="decision", responsible=Named(who.name, who.id), due=due,
            item_key=item,
        )  # fmt: skip
        self._lived(one, sample, subjects[sample.who])
        return True

    def _lived(self, one: FollowUp, sample: SampleFollowUp, by: Subject) -> None:
        """What became of it since."""
        if sample.note:
            self._at = self._now - timedelta(days=sample.ago - 5)
            one = self._store.act(one.id, one.version, "note", by, comment=sample.note)
        if sample.done is not None:
            self._at = self._now - timedelta(days=sample.done)
            self._store.act(one.id, one.version, "done", by)


def _item(session: Session, title: str) -> str | None:
    joined = ITEM.join(MEETING, MEETING.c.id == ITEM.c.meeting_id)
    wanted = select(ITEM.c.key).select_from(joined).where(MEETING.c.date == _ON, ITEM.c.title.startswith(title))
    found = session.connection().execute(wanted.order_by(ITEM.c.key)).first()
    return str(found.key) if found is not None else None
