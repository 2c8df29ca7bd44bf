"""Brings an index that an earlier version wrote up to date: changed analysis would otherwise find nothing, silently."""

from __future__ import annotations

import hashlib
import logging
from importlib import resources
from importlib.metadata import version

from sqlalchemy import insert, select, update

from store.database import Database
from store.indexing import Index
from store.scene import FACT
from store.standing import CHUNK, reindex
from store.tables import Counter, table

COUNTER = table(Counter)
NAME = "analysis"
ANALYSIS = ("danish.py", "terms.py", "index.py", "wordlists.py", "words.txt")
"""What decides the terms that a text is stored under."""
LIBRARIES = ("pystemmer", "simplemma")

_log = logging.getLogger(__name__)


def fingerprint() -> int:
    """A number that changes whenever the analysis does: its code, its words, its stemmer and its lemmas."""
    folder = resources.files("store.search")
    digest = hashlib.sha256()
    for name in ANALYSIS:
        digest.update(folder.joinpath(name).read_bytes())
    for name in LIBRARIES:
        digest.update(f"{name} {version(name)}".encode())
    return int.from_bytes(digest.digest()[:4], "big") >> 1  # fits an INTEGER of PostgreSQL


def refresh_index(db: Database, index: Index) -> int:
    """Index all facts anew when this version analyses otherwise than the one that wrote the index; how many.

    One transaction, so that a crash leaves the old index whole. Raises StoreError.
    """
    wanted = fingerprint()
    with db.read() as session:
        if session.connection().execute(select(COUNTER.c.value).where(COUNTER.c.name == NAME)).scalar() == wanted:
            return 0
    with db.write(exclusive=True) as session:
        connection = session.connection()
        known = connection.execute(select(COUNTER.c.value).where(COUNTER.c.name == NAME)).scalar()
        if known == wanted:
            return 0
        ids = list(connection.execute(select(FACT.c.id).where(FACT.c.shelf_id.is_not(None))).scalars())
        for at in range(0, len(ids), CHUNK):
            index.remove(session, ids[at : at + CHUNK])
        reindex(session, index, left=(), entered=ids)
        if known is None:
            connection.execute(insert(COUNTER).values(name=NAME, value=wanted))
        else:
            connection.execute(update(COUNTER).where(COUNTER.c.name == NAME).values(value=wanted))
    if ids:
        _log.info("index_refreshed", extra={"fields": {"facts": len(ids)}})
    return len(ids)
