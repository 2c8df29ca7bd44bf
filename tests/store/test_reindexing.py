"""An index that another version wrote is written anew, once."""

from datetime import UTC, datetime

from sqlalchemy import delete, select, update

from store.answers import StoredAnswers
from store.ingest.intake import Intake
from store.records import Query, Subject
from store.reindexing import NAME, fingerprint, refresh_index
from store.search.index import ShelfIndex
from store.tables import Counter, SearchEntry, TermStat, table

MINUTES = """Referat fra mødet i Havneudvalget
Mødedato: Tirsdag den 4. marts 2025
Punkt 1: Ny kran på kajen
Sagsfremstilling:
Kranen fra 1968 kan ikke længere synes.
Beslutning i Havneudvalget den 4. marts 2025:
Godkendt.
"""
READER = Subject("reader", employee=True)
QUERY = Query(text="kranen på kajen", topic="kranen på kajen", intent="find", lang="da")
COUNTER, ENTRY, STAT = table(Counter), table(SearchEntry), table(TermStat)


def counts(db):
    with db.read() as session:
        entries = session.connection().execute(select(ENTRY.c.fact_id, ENTRY.c.terms).order_by(ENTRY.c.fact_id)).all()
        stats = session.connection().execute(select(STAT).order_by(STAT.c.shelf_id, STAT.c.term)).all()
    return [tuple(row) for row in entries], [tuple(row) for row in stats]


def test_a_store_of_another_analysis_is_indexed_anew_once(db):
    index = ShelfIndex()
    assert refresh_index(db, index) == 0
    Intake(db, index, lambda: datetime(2025, 3, 5, tzinfo=UTC)).ingest(MINUTES.encode(), name="havn.txt")
    before = counts(db)
    assert refresh_index(db, index) == 0
    with db.write() as session:
        session.connection().execute(update(COUNTER).where(COUNTER.c.name == NAME).values(value=1))
    assert refresh_index(db, index) == len(before[0])
    assert counts(db) == before
    assert refresh_index(db, index) == 0
    assert StoredAnswers(db).find(QUERY, READER).status == "answered"


def test_a_store_that_never_noted_its_analysis_is_indexed_anew(db):
    index = ShelfIndex()
    Intake(db, index, lambda: datetime(2025, 3, 5, tzinfo=UTC)).ingest(MINUTES.encode(), name="havn.txt")
    with db.write() as session:
        session.connection().execute(delete(COUNTER).where(COUNTER.c.name == NAME))
    assert refresh_index(db, index) > 0


def test_the_fingerprint_fits_an_integer_column():
    assert 0 < fingerprint() < 2**31
