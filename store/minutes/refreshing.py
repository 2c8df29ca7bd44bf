"""What was published follows its items: closed, opened or renamed since, it is so wherever it was made findable."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select, update

from store.agenda.reading import Reading
from store.errors import NotFound
from store.indexing import Index
from store.ingest.intake import Intake
from store.items import item_rows
from store.minutes.documents import whole_minutes
from store.minutes.entries import entries, published_ids
from store.minutes.facts import tell
from store.minutes.paper import House, agenda_paper, minutes_paper
from store.minutes.sittings import AGENDA, ENTRY, Sitting, sitting
from store.minutes.views import agenda_of, decisions_of
from store.names import number_key
from store.scene import DOCUMENT, ITEM, SOURCE
from store.shelves import EXCLUSION
from store.shown import withdraw


class Refreshing:
    """Writes papers anew whose items have other readers now; a store.agenda.items.Stirred."""

    def __init__(self, intake: Intake, index: Index, house: House) -> None:
        self._intake, self._index, self._house = intake, index, house

    def __call__(self, reading: Reading, item: str, included: str | None, at: datetime) -> None:
        """Write every published paper anew that the item stands in, in the caller's exclusive transaction."""
        connection = reading.session.connection()
        found = select(ENTRY.c.meeting_key).where(ENTRY.c.item_id == item, ENTRY.c.published.is_not(None))
        for key in list(connection.execute(found).scalars()):
            try:
                held = sitting(reading, key)
            except NotFound:
                continue
            if included is not None:
                self._let_in(held, item, included)
            self._agenda(held, at)
            self._minutes(held, at)
        row = reading.row(item)
        if row.access == "closed" or row.state == "withdrawn":
            # Cards that named it by its id, as the channel's at publishing.
            withdraw(reading.session, [item], (), at, all_=False)

    def _agenda(self, held: Sitting, at: datetime) -> None:
        if held.row is None or held.row.agenda_document is None:
            return
        shown = published_ids(held)
        whole = tuple(one for one in entries(held, whole_of_it=True) if one.item.id in shown)
        paper = agenda_paper(agenda_of(held, entries=whole, state="published"), "full", self._house)
        by = held.reading.subject.person or ""
        before = held.row.agenda_document
        key = tell(held.session, self._intake, self._index, paper, whole, {}, before, at=at, by=by, news=False)
        self._kept(held, agenda_document=key)

    def _minutes(self, held: Sitting, at: datetime) -> None:
        if held.row is None or held.row.minutes == "none" or held.row.minutes_document is None:
            return
        paper = minutes_paper(whole_minutes(held, "open"), "full", self._house)
        whole = entries(held, whole_of_it=True)
        key = tell(
            held.session, self._intake, self._index, paper, whole, decisions_of(held), held.row.minutes_document,
            at=at, by=held.reading.subject.person or "", news=False,
        )  # fmt: skip
        self._kept(held, minutes_document=key)

    @staticmethod
    def _kept(held: Sitting, **values: str) -> None:
        held.session.connection().execute(update(AGENDA).where(AGENDA.c.meeting_key == held.key).values(**values))

    @staticmethod
    def _let_in(held: Sitting, item: str, person: str) -> None:
        """Take back that somebody is kept out of what was made findable of the item."""
        connection = held.session.connection()
        row = connection.execute(
            select(ENTRY.c.number).where(ENTRY.c.meeting_key == held.key, ENTRY.c.item_id == item)
        ).first()
        papers = [held.row.agenda_document, held.row.minutes_document] if held.row is not None else []
        wanted = (
            select(SOURCE.c.item_id)
            .join(DOCUMENT, DOCUMENT.c.id == SOURCE.c.document_id)
            .where(DOCUMENT.c.key.in_([one for one in papers if one]))
        )
        rows = connection.execute(item_rows().where(ITEM.c.id.in_(wanted)))
        number = number_key(row.number) if row is not None else None
        keys = [one.key for one in rows if number_key(one.number) == number]
        connection.execute(delete(EXCLUSION).where(EXCLUSION.c.item_key.in_(keys), EXCLUSION.c.person == person))
