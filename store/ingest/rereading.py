"""What an earlier version left unread of a document that is stored, added when the same file comes again."""

from __future__ import annotations

from sqlalchemy import bindparam, func, select, update
from sqlmodel import Session

from store.database import take_ids
from store.indexing import Index
from store.ingest.factwriter import FactWriter, restate
from store.ingest.initiativerows import count_rows
from store.ingest.source import READING, Source, described
from store.names import title_key
from store.prepared import Prepared
from store.scene import ATTACHMENT, DOCUMENT, FACT, PUBLICATION, SOURCE
from store.tables import PageText, StoredRow, table

PAGE = table(PageText)
_RESTATED = Prepared(update(FACT).where(FACT.c.id == bindparam("fact")).values(restated=True), columns=("restated",))


def behind(session: Session) -> int:
    """How many documents are stored as an earlier version read them."""
    found = session.connection().execute(
        select(func.count())
        .select_from(DOCUMENT)
        .where(DOCUMENT.c.reading < READING, DOCUMENT.c.state != "removed", DOCUMENT.c.kind != PUBLICATION)
    )
    return int(found.scalar_one())


def reread(session: Session, index: Index, source: Source, known: StoredRow) -> bool:
    """Add the initiatives and abbreviations of a stored document; the caller settles. Whether there are any.

    Nothing that is stored is touched, so closings, exclusions and what was made public stay. Where the text comes out
    otherwise than it is kept, nothing is added, for no span would hold: the document has to be removed first.
    """
    connection = session.connection()
    kept = connection.execute(select(PAGE.c.page, PAGE.c.text).where(PAGE.c.document_id == known.id))
    if {row.page: row.text for row in kept} != {page.number: page.text for page in source.extract.pages}:
        return False
    connection.execute(update(DOCUMENT).where(DOCUMENT.c.id == known.id).values(reading=READING))
    columns = ("id", "item_id", "attachment_id", "position", "kind", "text", "spans", "label", "has_cpr", "restated")
    rows = connection.execute(select(*(FACT.c[name] for name in columns)).where(FACT.c.document_id == known.id))
    stored = [dict(row._mapping) for row in rows]
    count = sum(count_rows(one) for place in described(source.parsed) for one in place.initiatives)
    ids = iter(take_ids(session, count) if count else ())
    writer = FactWriter(session, source, known.id, ids, max((row["position"] for row in stored), default=0))
    _describe(session, writer, source, known)
    restate(source, [*stored, *writer.waiting])
    said = [row["id"] for row in stored if row["restated"]]
    _RESTATED.many(session, [{"fact": number} for number in said])
    index.remove(session, said)
    writer.define(stored)
    return writer.finish() > 0


def _describe(session: Session, writer: FactWriter, source: Source, known: StoredRow) -> None:
    """The initiatives of every place that is stored under its name; settling opens what is not closed."""
    connection = session.connection()
    spoken = select(SOURCE.c.item_id, SOURCE.c.position, SOURCE.c.title_key).where(SOURCE.c.document_id == known.id)
    items = {(row.position, row.title_key): row.item_id for row in connection.execute(spoken)}
    listed = select(ATTACHMENT.c.id, ATTACHMENT.c.item_id, ATTACHMENT.c.position, ATTACHMENT.c.title)
    attached = {
        (row.item_id, row.position, row.title): row.id
        for row in connection.execute(listed.where(ATTACHMENT.c.document_id == known.id))
    }
    parsed = source.parsed
    writer.initiatives(parsed.initiatives, "closed")
    places = [(None, parsed.attachments)]
    for item in parsed.items:
        number = items.get((item.position, title_key(item.title)))
        if number is not None:
            writer.initiatives(item.initiatives, "closed", item=number)
            places.append((number, item.attachments))
    for number, attachments in places:
        for position, one in enumerate(attachments, start=1):
            own = attached.get((number, position, one.title))
            if own is not None:
                writer.initiatives(one.initiatives, "closed", item=number, attachment=own)
