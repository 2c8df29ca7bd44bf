"""What others would do with the same facts: full-text search, bm25 and a fuzzy scan, none of which can refuse."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import bm25s
import pysqlite3.dbapi2 as sqlite
from rapidfuzz import fuzz, process

from store import meetings
from store.database import Database
from store.records import Fact, Subject
from store.search.danish import stem, words
from store.search.index import Driver
from store.search.wordlists import word_lists

Peer = Callable[[str, int], list[Fact]]
TITLE_WEIGHT = 4.0


def facts_of(db: Database, subject: Subject) -> list[Fact]:
    """All facts the subject may read, in the order they were stored."""
    with db.read() as session:
        ids = [
            number for (number,) in Driver(session).rows("SELECT id FROM fact WHERE shelf_id IS NOT NULL ORDER BY id")
        ]
        found = meetings.facts(session, ids, subject)
    return [found[number] for number in ids if number in found]


def _plain(text: str) -> list[str]:
    return words(text)


def _stemmed(text: str) -> list[str]:
    stop = word_lists().stop_da
    return [stem(word) for word in words(text) if word not in stop]


def _title(fact: Fact) -> str:
    return fact.item_title or fact.document.title


def full_text(facts: Sequence[Fact], prepare: Callable[[str], list[str]]) -> Peer:
    """SQLite FTS5 with bm25, the title weighted."""
    db = sqlite.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE f USING fts5(title, text, tokenize='unicode61 remove_diacritics 0')")
    rows = [(at, " ".join(prepare(_title(fact))), " ".join(prepare(fact.text))) for at, fact in enumerate(facts, 1)]
    db.executemany("INSERT INTO f (rowid, title, text) VALUES (?, ?, ?)", rows)

    def ask(question: str, limit: int) -> list[Fact]:
        terms = " OR ".join(f'"{word}"' for word in dict.fromkeys(prepare(question)))
        if not terms:
            return []
        found = db.execute(
            f"SELECT rowid FROM f WHERE f MATCH ? ORDER BY bm25(f, {TITLE_WEIGHT}, 1.0) LIMIT ?", (terms, limit)
        )
        return [facts[row - 1] for (row,) in found]

    return ask


def bm25(facts: Sequence[Fact]) -> Peer:
    """bm25s over stems, the title twice."""
    corpus = [[*_stemmed(_title(fact)), *_stemmed(_title(fact)), *_stemmed(fact.text)] for fact in facts]
    index = bm25s.BM25()
    index.index(corpus, show_progress=False)

    def ask(question: str, limit: int) -> list[Fact]:
        terms = _stemmed(question)
        if not terms:
            return []
        ids, scores = index.retrieve([terms], k=min(limit, len(facts)), show_progress=False)
        return [facts[int(at)] for at, score in zip(ids[0], scores[0], strict=True) if score > 0]

    return ask


def scan(facts: Sequence[Fact]) -> Peer:
    """rapidfuzz over every fact."""
    texts = [f"{_title(fact)} {fact.text}".lower() for fact in facts]

    def ask(question: str, limit: int) -> list[Fact]:
        found = process.extract(question.lower(), texts, scorer=fuzz.token_set_ratio, limit=limit)
        return [facts[at] for _, _, at in found]

    return ask


def peers(facts: Sequence[Fact]) -> dict[str, Peer]:
    """All of them, ready to be asked."""
    return {
        "FTS5 plain": full_text(facts, _plain),
        "FTS5 stemmed": full_text(facts, _stemmed),
        "bm25s stemmed": bm25(facts),
        "rapidfuzz scan": scan(facts),
    }
