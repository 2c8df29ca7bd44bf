"""Writes one source into the store: document, text, meeting, items, attachments, facts, matched to what is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlmodel import Session

from store.bodies import claim, mention
from store.database import take_ids
from store.ingest import cpr
from store.ingest.bodies import same_body
from store.ingest.factwriter import FactWriter
from store.ingest.initiativerows import count_rows
from store.ingest.known import Known, form_of, free_key, known_items, pair
from store.ingest.parsed import ParsedAttachment, ParsedFact, ParsedItem
from store.ingest.source import READING, Source, described, holds_cpr, suspect_item
from store.meetingmatch import Place, find_meeting
from store.names import attachment_key, case_key, title_key
from store.prepared import insert_rows
from store.records import Access
from store.scene import ATTACHMENT, DOCUMENT, ITEM, SOURCE
from store.tables import Body, PageText, table

PAGE, BODY = table(PageText), table(Body)


@dataclass(slots=True)
class Gathered:
    """What became of a source: ids for settling, and what the report says."""

    document: int
    meeting: int | None
    body: int | None
    replaced: bool = False
    rejoined: dict[int, str] = field(default_factory=dict)
    """Items that were closed before this open source spoke of them, with the key they would have had by it."""
    opened: dict[int, str] = field(default_factory=dict)
    """Items that a person had opened, with their titles."""
    differs: str | None = None
    """The body named by whoever ingested it, when the document names another."""


def gather(session: Session, source: Source, at: datetime, promised: set[str]) -> Gathered:
    """Store a source that is not there yet, or was removed. The caller settles. `at`: aware.

    `promised` are keys that items get once the batch is settled (see Gathered.rejoined); new ones are added.
    """
    return _Writer(session, source, at, promised).write()


class _Writer:
    """One source on its way in."""

    def __init__(self, session: Session, source: Source, at: datetime, promised: set[str]) -> None:
        self._session = session
        self._promised = promised
        self._connection = session.connection()
        self._source = source
        self._parsed = source.parsed
        self._at = at
        self._ids = iter(take_ids(session, 2 + sum(1 for _ in self._rows_to_come())))
        self._document = 0

    def _rows_to_come(self) -> Iterator[object]:
        parsed = self._parsed
        yield from parsed.items
        yield from parsed.attachments
        yield from (one for item in parsed.items for one in item.attachments)
        for place in described(parsed):
            yield from place.facts
            for one in place.initiatives:
                yield from range(count_rows(one))

    def write(self) -> Gathered:
        source, parsed = self._source, self._parsed
        body, names, differs = self._body()
        place = None
        if source.gathers:
            place = find_meeting(self._session, source, body, self._body_key(body), next(self._ids))
        self._document = self._write_document(body, place)
        done = Gathered(self._document, place.id if place else None, body, differs=differs)
        if body is not None:
            mention(self._session, self._document, body, names[0], names[1:])
        facts = FactWriter(self._session, source, self._document, self._ids)
        access = self._access(shut=False)
        facts.facts(parsed.meeting.facts if parsed.meeting else (), access)
        if place is not None and parsed.items:
            self._write_items(place, done, facts)
        facts.facts(parsed.facts, access)
        facts.initiatives(parsed.initiatives, access)
        self._write_unlisted(facts)
        facts.finish()
        return done

    def _body(self) -> tuple[int | None, list[str], str | None]:
        """The body's id, the names the document uses, and the name given that it does not bear out."""
        meeting, given = self._parsed.meeting, self._source.body
        stated = meeting.body if meeting is not None else None
        names = [name for name in (stated, *(meeting.aliases if meeting else ())) if name]
        differs = None
        if given and not names:
            names = [given]
        elif given and all(given != name and not same_body(given, name) for name in names):
            differs = given
        if not names:
            return None, [], differs
        shut = self._source.closed or self._parsed.access == "closed"
        return claim(self._session, names[0], names[1:], closed=shut), names, differs

    def _body_key(self, body: int | None) -> str | None:
        if body is None:
            return None
        return str(self._connection.execute(select(BODY.c.key).where(BODY.c.id == body)).scalar_one())

    def _write_document(self, body: int | None, place: Place | None) -> int:
        source, parsed, meeting = self._source, self._parsed, self._parsed.meeting
        number = next(self._ids)
        row: dict[str, Any] = {
            "key": source.key,
            "sha256": source.sha256,
            "path": source.name,
            "title": parsed.title,
            "kind": parsed.kind,
            "edition": parsed.edition,
            "format": source.extract.format,
            "paged": source.extract.paged,
            "body_id": body,
            "meeting_id": place.id if place else None,
            "date": source.date,
            "source_url": source.source_url,
            "stated_access": parsed.access,
            "default_access": source.access,
            "access_seq": number,
            "access": self._access(shut=False),
            "seq": number,
            "state": "stored",
            "stored_at": self._at,
            "has_cpr": source.suspect,
            "living": source.living,
            "start": meeting.start if meeting else None,
            "end": meeting.end if meeting else None,
            "place": cpr.mask(meeting.place) if meeting and meeting.place else None,
            "members": [cpr.mask(name) for name in meeting.members] if meeting else [],
            "absent": [cpr.mask(name) for name in meeting.absent] if meeting else [],
            "deadline": source.deadline,
            "warnings": [],
            "reading": READING,
        }
        removed = self._connection.execute(select(DOCUMENT.c.id).where(DOCUMENT.c.sha256 == source.sha256)).scalar()
        if removed is None:
            insert_rows(self._session, DOCUMENT, [row | {"id": number}])
        else:
            number = int(removed)
            self._connection.execute(update(DOCUMENT).where(DOCUMENT.c.id == number).values(row))
        pages = [{"document_id": number, "page": page.number, "text": page.text} for page in source.extract.pages]
        if pages:
            insert_rows(self._session, PAGE, pages)
        return number

    def _write_items(self, place: Place, done: Gathered, facts: FactWriter) -> None:
        parsed = self._parsed
        forms = [form_of(index, item) for index, item in enumerate(parsed.items)]
        shut = [self._source.closes(item) for item in parsed.items]
        known = {} if place.new else known_items(self._session, place.id)
        pairs = pair([one for one in forms if not shut[one.id]], [one for one in forms if shut[one.id]], known.values())
        taken = {row.key for row in known.values()} | self._promised
        items, sources, attachments = [], [], []
        for index, item in enumerate(parsed.items):
            stored = known.get(pairs.get(index, -1))
            if stored is None:
                number, key = next(self._ids), free_key(place.key, item, shut[index], taken)
                items.append(_item_row(number, key, place.id, item, shut[index]))
            else:
                number, key = stored.id, stored.key
                self._note_meeting_of_minds(stored, item, place, shut[index], taken, done)
            taken.add(key)
            sources.append(self._source_row(number, item, shut[index]))
            rows = self._attachments(number, key, item.attachments, shut[index])
            attachments.extend(rows)
            listed = {one.spans: row["id"] for one, row in zip(item.attachments, rows, strict=True) if one.spans}
            access: Access = "closed" if shut[index] else "open"
            facts.facts(item.facts, access, item=number, listed=listed)
            facts.initiatives(item.initiatives, access, item=number)
            for one, row in zip(item.attachments, rows, strict=True):
                facts.facts(one.facts, access, item=number, attachment=row["id"])
                facts.initiatives(one.initiatives, access, item=number, attachment=row["id"])
        for where, rows in ((ITEM, items), (SOURCE, sources), (ATTACHMENT, attachments)):
            insert_rows(self._session, where, rows)
        facts.flush()

    def _write_unlisted(self, facts: FactWriter) -> None:
        """Attachments behind the minutes that no item lists: as closed as they say, else as the document."""
        shut = self._access(shut=False) == "closed"
        rows = self._attachments(None, self._source.key, self._parsed.attachments, shut)
        insert_rows(self._session, ATTACHMENT, rows)
        for one, row in zip(self._parsed.attachments, rows, strict=True):
            access: Access = "closed" if shut or one.access == "closed" else "open"
            facts.facts(one.facts, access, attachment=row["id"])
            facts.initiatives(one.initiatives, access, attachment=row["id"])

    def _note_meeting_of_minds(
        self, stored: Known, item: ParsedItem, place: Place, shut: bool, taken: set[str], done: Gathered
    ) -> None:
        if (self._parsed.kind, self._parsed.edition) in stored.series:
            done.replaced = True
        if not stored.open_forms and not shut:
            done.rejoined[stored.id] = key = free_key(place.key, item, False, taken)
            self._promised.add(key)
            taken.add(key)
        if stored.opened and stored.access == "open":
            done.opened[stored.id] = stored.title

    def _source_row(self, number: int, item: ParsedItem, shut: bool) -> dict[str, Any]:
        return _names_of(item) | {
            "item_id": number,
            "document_id": self._document,
            "page": self._page(item),
            "stated_access": item.access,
            "access": "closed" if shut else "open",
            "current": True,
        }

    def _attachments(
        self, item: int | None, key: str, parsed: Sequence[ParsedAttachment], shut: bool
    ) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        seen: set[str] = set()
        for position, attachment in enumerate(parsed, start=1):
            own = attachment_key(key, attachment.title)
            if own in seen:
                own = f"{own}-{position}"
            seen.add(own)
            number = next(self._ids)
            rows.append(
                {
                    "id": number,
                    "key": own,
                    "item_id": item,
                    "document_id": self._document,
                    "position": position,
                    "title": attachment.title,
                    "number": attachment.number,
                    "stated_access": attachment.access,
                    "access": "closed" if shut else "open",
                    "active": True,
                    "has_cpr": holds_cpr(attachment.title),
                    "page": self._page(attachment),
                }
            )
        return rows

    def _page(self, thing: ParsedItem | ParsedAttachment | ParsedFact) -> int | None:
        return thing.spans[0].page if thing.spans and self._source.extract.paged else None

    def _access(self, *, shut: bool) -> Access:
        """What settling will say in the plain case; a guess here only saves an update."""
        return "closed" if shut or self._source.closed or self._parsed.access == "closed" else "open"


def _names_of(item: ParsedItem) -> dict[str, Any]:
    return {
        "position": item.position,
        "number": item.number,
        "title": item.title,
        "title_key": title_key(item.title),
        "case_number": item.case_number,
        "case_key": case_key(item.case_number),
        "decided_by": item.decided_by,
        "absent": [cpr.mask(name) for name in item.absent],
        "has_cpr": suspect_item(item),
    }


def _item_row(number: int, key: str, meeting: int, item: ParsedItem, shut: bool) -> dict[str, Any]:
    return _names_of(item) | {
        "id": number,
        "key": key,
        "meeting_id": meeting,
        "access": "closed" if shut else "open",
        "existence_open": False,
        "neutral_title": None,
        "decision_open": False,
        "publishable_decision": None,
    }
