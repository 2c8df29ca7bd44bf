"""What a question reads of the store beside the index: items, facts and meetings, always as the asker may see them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session

from store import meetings
from store.items import items_by_id
from store.records import Fact, ItemRecord, MeetingRecord, Subject
from store.search.index import Driver, marks
from store.search.scope import Scope

MOST_ITEMS = 200
MOST_MEETINGS = 12


@dataclass(slots=True)
class Records:
    """Reads for one subject in one session; whatever the subject may not see is not there."""

    session: Session
    driver: Driver
    subject: Subject
    body: str | None = None
    """Key of the body that the question is limited to."""
    _items: dict[int, ItemRecord | None] = field(default_factory=dict, init=False)
    """What was read of items, None of those that do not exist for the subject: a question comes back to them."""

    def body_id(self, key: str) -> int | None:
        """The row id of a body."""
        rows = self.driver.rows("SELECT id FROM body WHERE key = ?", [key])
        return rows[0][0] if rows else None

    def item_ids(self, keys: Sequence[str]) -> list[int]:
        """Row ids of items by key, in the order of the keys."""
        if not keys:
            return []
        found = dict(self.driver.rows(f"SELECT key, id FROM item WHERE key IN ({marks(keys)})", list(keys)))
        return [found[key] for key in keys if key in found]

    def items(self, ids: Iterable[int]) -> list[ItemRecord]:
        """The items that exist for the subject, in the order of the ids."""
        wanted = list(dict.fromkeys(ids))
        missing = [number for number in wanted if number not in self._items]
        if missing:
            self._items.update(dict.fromkeys(missing))
            self._items.update(items_by_id(self.session, missing, self.subject))
        return [item for number in wanted if (item := self._items[number]) is not None]

    def facts(self, ids: Sequence[int]) -> list[Fact]:
        """The facts that the subject may read, in the order of the ids."""
        found = meetings.facts(self.session, ids, self.subject) if ids else {}
        return [found[number] for number in ids if number in found]

    def passages_of(self, document: str) -> list[Fact]:
        """The passages of a document outside all items and attachments, by its key, in the order of the text."""
        rows = self.driver.rows(
            "SELECT f.id FROM fact f JOIN document d ON d.id = f.document_id WHERE d.key = ? AND f.kind = 'passage'"
            " AND f.item_id IS NULL AND f.attachment_id IS NULL ORDER BY f.position",
            [document],
        )
        return self.facts([number for (number,) in rows])

    def meetings(self, scope: Scope) -> list[MeetingRecord]:
        """The meetings in scope, newest first."""
        between = meetings.meetings_between
        return list(between(self.session, self.body, scope.since, scope.until, self.subject, limit=MOST_MEETINGS))

    def items_in(self, scope: Scope) -> tuple[list[ItemRecord], int]:
        """The items of meetings in scope, newest meeting first, and how many there are in all."""
        listed = meetings.items_between(
            self.session, self.body, scope.since, scope.until, self.subject, limit=MOST_ITEMS
        )
        return list(listed.items), listed.count

    def items_of(self, meeting: MeetingRecord) -> list[ItemRecord]:
        """The items of a meeting in order."""
        return list(meetings.items_of_meeting(self.session, meeting.key, self.subject))

    def by_case(self, case: str) -> list[ItemRecord]:
        """The items of a case by its folded number, newest meeting first."""
        rows = self.driver.rows(
            "SELECT i.id FROM item i JOIN meeting m ON m.id = i.meeting_id WHERE i.case_key = ?"
            " ORDER BY m.date DESC, m.key, i.position, i.key",
            [case],
        )
        # A closed item that is known by a neutral title alone must not be found by its case number.
        return [item for item in self.items(number for (number,) in rows) if item.case_number][:MOST_ITEMS]

    def by_number(self, number: str, on: date | None, until: date | None) -> list[ItemRecord]:
        """The items with this number, newest meeting first."""
        found = meetings.by_number(self.session, number, self.subject, body=self.body, limit=MOST_MEETINGS)
        return [
            item
            for item in found
            if (on is None or (item.meeting.date is not None and item.meeting.date >= on))
            and (until is None or (item.meeting.date is not None and item.meeting.date <= until))
        ]

    def course(self, item: ItemRecord) -> tuple[ItemRecord, ...]:
        """The items of the same case, oldest first."""
        return meetings.course(self.session, item.key, self.subject)
