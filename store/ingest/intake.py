"""Takes files in: read in a child process, gathered with what is there, one transaction each, and told as a report."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import bindparam, func, select, update
from sqlmodel import Session

from store.audit import note
from store.bodies import BODY, rename
from store.database import Database, take_ids
from store.errors import MinutesUnreadable
from store.indexing import Index
from store.ingest.gather import Gathered, gather
from store.ingest.parsed import Warning
from store.ingest.reading import Reading, read_document
from store.ingest.report import BODY_DIFFERS, CLOSED_AGAIN, refusal, report
from store.ingest.rereading import reread
from store.ingest.source import READING, Source
from store.prepared import Prepared
from store.records import Access, IngestReport
from store.rekey import rekey
from store.removal import remove
from store.scene import DOCUMENT, ITEM, SOURCE
from store.settle import settle
from store.shown import withdraw
from store.tables import StoredRow
from store.watch_queue import came

Clock = Callable[[], datetime]
Reader = Callable[[Path, str], Reading]
_KNOWN = Prepared(select(DOCUMENT).where(DOCUMENT.c.sha256 == bindparam("sha256"), DOCUMENT.c.state != "removed"))
_KEPT_SUFFIX = 12


@dataclass(slots=True)
class _Taken:
    """One source of a batch, and what became of it."""

    source: Source
    gathered: Gathered | None
    """None when the same file was there already."""
    document: int
    more: bool = False
    """More was read of a file that was there already than when it was stored."""


class Intake:
    """Stores documents. `clock` gives aware datetimes; `read` reads a file and raises MinutesUnreadable."""

    def __init__(self, db: Database, index: Index, clock: Clock, read: Reader = read_document) -> None:
        self._db = db
        self._index = index
        self._clock = clock
        self._read = read

    def ingest(
        self,
        content: Path | bytes,
        *,
        name: str | None = None,
        access: Access = "open",
        body: str | None = None,
        source_url: str | None = None,
        by: str | None = None,
    ) -> IngestReport:
        """Read a file and store it; `by` is the object id of whoever hands it in, None for the command line.

        A file that cannot be read comes back as a report with status refused. Raises StoreError when the store fails.
        """
        name = name or (str(content) if isinstance(content, Path) else "document")
        try:
            source = self._source(content, name, access, body, source_url)
        except MinutesUnreadable as error:
            return refusal(name, error)
        return self.store_parsed([source], by=by)[0]

    def preview(self, content: Path | bytes, *, name: str, access: Access = "open") -> IngestReport:
        """Read a file without storing it: what `ingest` would report, as far as the file itself decides."""
        try:
            source = self._source(content, name, access, None, None)
        except MinutesUnreadable as error:
            return refusal(name, error)
        with self._db.read() as session:
            known = _stored(session, source.sha256) is not None
        parsed = source.parsed
        return report(
            source,
            "unchanged" if known else "stored",
            title=parsed.title,
            body=parsed.meeting.body if parsed.meeting else None,
            on=source.date,
            closed_items=sum(source.closes(item) for item in parsed.items),
        )

    def store_parsed(self, sources: Sequence[Source], *, by: str | None = None) -> list[IngestReport]:
        """Store parsed documents in one transaction: all of them or, when it raises, none."""
        if not sources:
            return []
        with self._db.write(exclusive=True) as session:
            return self._store(session, sources, by)

    def replace_living(self, sources: Sequence[Source]) -> list[IngestReport]:
        """Put these in the place of all living sample data, in one transaction."""
        with self._db.write(exclusive=True) as session:
            old = session.connection().execute(select(DOCUMENT.c.id).where(DOCUMENT.c.living)).scalars().all()
            remove(session, self._index, old, keep_row=False)
            return self._store(session, sources, None) if sources else []

    def put(
        self, session: Session, source: Source, instead: Sequence[str], *, by: str | None, news: bool
    ) -> tuple[str, bool]:
        """Store what the program itself wrote, in the place of the documents of these keys, in the caller's
        transaction (exclusive). `news`: watches may tell of it. Gives its key, and whether it was not there before.
        """
        connection = session.connection()
        known = _stored(session, source.sha256)
        if known is not None:
            if news:
                came(session, "document", [source.key], self._clock())
            return source.key, False
        old = connection.execute(select(DOCUMENT.c.id).where(DOCUMENT.c.key.in_(list(instead)))).scalars().all()
        if old:
            remove(session, self._index, old, keep_row=False)
        self._store(session, [source], by, news=news)
        return source.key, True

    def _source(self, content: Path | bytes, name: str, access: Access, body: str | None, url: str | None) -> Source:
        if isinstance(content, Path):
            return self._from_path(content, name, access, body, url)
        # The child reads from a file of our own naming: a name from outside never reaches the file system.
        with tempfile.TemporaryDirectory(prefix="referent-") as folder:
            suffix = "".join(c for c in Path(name).suffix if c == "." or (c.isascii() and c.isalnum()))[:_KEPT_SUFFIX]
            path = Path(folder) / f"file{suffix}"
            path.write_bytes(content)
            return self._from_path(path, name, access, body, url)

    def _from_path(self, path: Path, name: str, access: Access, body: str | None, url: str | None) -> Source:
        reading = self._read(path, name)
        try:
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise MinutesUnreadable(name, "broken", f"the file cannot be opened: {error.strerror}") from error
        return Source(name, digest, reading.parsed, reading.extract, access, body, url)

    def _store(
        self, session: Session, sources: Sequence[Source], by: str | None, *, news: bool = True
    ) -> list[IngestReport]:
        at = self._clock()
        promised: set[str] = set()
        taken = [self._take(session, source, at, by, promised) for source in sources]
        new = [one.gathered for one in taken if one.gathered is not None]
        rows = _documents(session, [one.document for one in taken])
        closed_now = settle(
            session,
            self._index,
            meetings={row.meeting_id for row in rows.values() if row.meeting_id is not None},
            documents={row.id for row in rows.values() if row.meeting_id is None},
        )
        withdraw(session, closed_now.items, closed_now.documents, at, all_=False)
        rename(session, (row.body_id for row in rows.values() if row.body_id is not None))
        self._rejoin(session, new)
        # Living samples are made anew at each start: they are no news.
        fresh = [one.source.key for one in taken if one.gathered is not None and not one.source.living]
        came(session, "document", fresh if news else (), at)
        closed = _closed_items(session, list(rows))
        access = _item_access(session, [number for one in new for number in one.opened])
        names = {row.id: row.name for row in session.connection().execute(select(BODY.c.id, BODY.c.name))}
        return [_told(one, rows[one.document], names, closed, access) for one in taken]

    def _take(self, session: Session, source: Source, at: datetime, by: str | None, promised: set[str]) -> _Taken:
        known = _stored(session, source.sha256)
        if known is None:
            gathered = gather(session, source, at, promised)
            note(session, at, by, "ingest", source.key, "replaced" if gathered.replaced else "stored")
            return _Taken(source, gathered, gathered.document)
        changes: dict[str, object] = {}
        if source.access == "closed" and known.default_access == "open":
            changes |= {"default_access": "closed", "access_seq": take_ids(session, 1)[0]}
            note(session, at, by, "close", source.key)
        if source.source_url and known.source_url is None:
            changes["source_url"] = source.source_url
        if changes:
            session.connection().execute(update(DOCUMENT).where(DOCUMENT.c.id == known.id).values(**changes))
        more = known.reading < READING and reread(session, self._index, source, known)
        if more:
            note(session, at, by, "ingest", source.key, "replaced")
        return _Taken(source, None, known.id, more)

    def _rejoin(self, session: Session, new: Sequence[Gathered]) -> None:
        """Items that have just become open get the key that their open source alone would have given them."""
        wanted = {number: key for one in new for number, key in one.rejoined.items()}
        for number, access in _item_access(session, list(wanted)).items():
            if access == "open":
                rekey(session, number, wanted[number])


def _stored(session: Session, sha256: str) -> StoredRow | None:
    rows = _KNOWN.rows(session, {"sha256": sha256})
    row: StoredRow | None = rows[0] if rows else None
    return row


def _documents(session: Session, ids: Sequence[int]) -> dict[int, StoredRow]:
    return {row.id: row for row in session.connection().execute(select(DOCUMENT).where(DOCUMENT.c.id.in_(ids)))}


def _closed_items(session: Session, documents: Sequence[int]) -> dict[int, int]:
    rows = session.connection().execute(
        select(SOURCE.c.document_id, func.count())
        .where(SOURCE.c.document_id.in_(documents), SOURCE.c.access == "closed")
        .group_by(SOURCE.c.document_id)
    )
    return {row[0]: row[1] for row in rows}


def _item_access(session: Session, items: Sequence[int]) -> dict[int, str]:
    if not items:
        return {}
    rows = session.connection().execute(select(ITEM.c.id, ITEM.c.access).where(ITEM.c.id.in_(items)))
    return {row.id: row.access for row in rows}


def _told(
    one: _Taken, row: StoredRow, names: dict[int, str], closed: dict[int, int], access: dict[int, str]
) -> IngestReport:
    warnings = []
    if one.gathered is not None:
        again = sum(1 for number in one.gathered.opened if access.get(number) == "closed")
        if again:
            warnings.append(
                Warning(CLOSED_AGAIN, None, None, f"items opened by a person that it states closed again: {again}")
            )
        if one.gathered.differs is not None:
            warnings.append(Warning(BODY_DIFFERS, None, None, "names another body than was given with it"))
    day: date | None = row.date
    replaced = one.more if one.gathered is None else one.gathered.replaced
    status = "replaced" if replaced else "unchanged" if one.gathered is None else "stored"
    return report(
        one.source,
        status,
        title=row.title,
        body=names.get(row.body_id),
        on=day,
        closed_items=closed.get(row.id, 0),
        warnings=warnings,
    )
