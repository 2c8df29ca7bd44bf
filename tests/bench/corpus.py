"""A store of any size for the bench: items made by recombining the sentences of the sample minutes, always the same."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert
from sqlmodel import Session, SQLModel, func, select

from store.database import Database, take_ids
from store.indexing import IndexEntry
from store.search.index import ShelfIndex
from store.tables import Body, Document, FactRow, Item, Meeting, Shelf

SAMPLES = Path(__file__).parents[2] / "store" / "demo" / "documents"
BODIES = ("Byrådet", "Økonomiudvalget", "Teknik- og Miljøudvalget", "Børne- og Skoleudvalget", "Direktionen")
KINDS = ("background", "finance", "recommendation", "recommendation", "decision", "amount", "date", "passage")
FACTS_OF_AN_ITEM = len(KINDS)
ITEMS_OF_A_MEETING = 20
FIRST_DAY = date(2006, 1, 5)
STORED_AT = datetime(2020, 1, 1, tzinfo=UTC)
_SENTENCE = re.compile(r"[A-ZÆØÅ][^.\n]*(?:\n[^.\n]+)*\.")


@dataclass(frozen=True, slots=True)
class MadeItem:
    """One synthetic item with its facts as (kind, text)."""

    number: int
    title: str
    facts: tuple[tuple[str, str], ...]


def sentences() -> tuple[list[str], list[str]]:
    """Sentences of 30 to 300 characters and titles of the sample minutes."""
    found: dict[str, None] = {}
    titles: dict[str, None] = {}
    for path in sorted(SAMPLES.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        titles.update(dict.fromkeys(re.findall(r"(?m)^(?:Punkt |Pkt\. |)\d+[:.] (.{12,90})$", text)))
        for match in _SENTENCE.finditer(text):
            sentence = " ".join(match.group().split())
            if 30 < len(sentence) < 300:
                found[sentence] = None
    return list(found), list(titles)


def items(count: int, seed: int = 42) -> Iterator[MadeItem]:
    """`count` items. One title in four gets a compound made for it, so that the vocabulary grows as in real minutes."""
    chance = random.Random(seed)
    pool, titles = sentences()
    words = sorted({word.lower() for text in pool + titles for word in re.findall(r"[A-Za-zÆØÅæøå]{5,}", text)})
    for number in range(1, count + 1):
        first, second = chance.choice(titles).split(), chance.choice(titles).split()
        title = " ".join(first[: max(2, len(first) // 2)] + second[len(second) // 2 :])[:120]
        if number % 4 == 0:
            title += f" {chance.choice(words)}{chance.choice(words)}"
        facts = tuple((kind, " ".join(chance.sample(pool, chance.randint(1, 3)))) for kind in KINDS)
        yield MadeItem(number, title, facts)


def fill(db: Database, facts: int, seed: int = 42, batch: int = 500) -> float:
    """Add a synthetic open shelf's worth of facts, in transactions of `batch` facts; seconds that the index took."""
    first = _prepare(db)
    index = ShelfIndex()
    pending: list[MadeItem] = []
    spent = 0.0
    for item in items(max(1, facts // FACTS_OF_AN_ITEM), seed):
        pending.append(item)
        if len(pending) * FACTS_OF_AN_ITEM >= batch:
            with db.write() as session:
                spent += _store(session, index, pending, first)
            pending.clear()
    if pending:
        with db.write() as session:
            spent += _store(session, index, pending, first)
    return spent


@dataclass(frozen=True, slots=True)
class _First:
    """Where this filling's ids start, and the shelf."""

    row: int
    shelf: int


def _prepare(db: Database) -> _First:
    with db.write() as session:
        for place, name in enumerate(BODIES):
            if session.get(Body, 9000 + place) is None:
                session.add(Body(id=9000 + place, key=f"made-{place}", name=name, access="open"))
        shelf = session.exec(select(Shelf).where(Shelf.name == "open")).first()
        if shelf is None:
            shelf = Shelf(id=take_ids(session, 1)[0], name="open", access="open")
            session.add(shelf)
        session.flush()
        last = session.exec(select(func.max(FactRow.id))).one() or 0
        return _First(max(1_000_000, last + 1), shelf.id)


def _insert(session: Session, rows: Sequence[SQLModel]) -> None:
    session.connection().execute(insert(type(rows[0])), [row.model_dump() for row in rows])


def _store(session: Session, index: ShelfIndex, made: list[MadeItem], first: _First) -> float:
    """Store the items; the seconds that the index took of it."""
    meetings: dict[int, Meeting] = {}
    documents: dict[int, Document] = {}
    rows: list[Item] = []
    facts: list[FactRow] = []
    entries: list[IndexEntry] = []
    for item in made:
        place = first.row + item.number
        held = first.row + item.number // ITEMS_OF_A_MEETING
        body = 9000 + held % len(BODIES)
        day = FIRST_DAY + timedelta(days=(item.number // ITEMS_OF_A_MEETING) % 7000)
        name = f"Referat {BODIES[body - 9000]} {held}"
        if held not in meetings and session.get(Meeting, held) is None:
            meetings[held] = Meeting(id=held, key=f"made-{held}", body_id=body, date=day, access="open")
            documents[held] = _document(held, name, body, day)
        case = f"{day:%y}/{item.number}"
        rows.append(
            Item(
                id=place,
                key=f"made-{place}",
                meeting_id=held,
                position=item.number % ITEMS_OF_A_MEETING,
                number=str(item.number),
                title=item.title,
                title_key=item.title,
                case_number=case,
                case_key=case.replace("/", ""),
                access="open",
            )
        )
        for position, (kind, text) in enumerate(item.facts):
            fact = first.row + item.number * FACTS_OF_AN_ITEM + position
            facts.append(_fact(fact, (held, place, first.shelf), position, kind, text))
            entries.append(IndexEntry(fact, first.shelf, place, held, held, kind, day, f"{item.title}\n{name}", text))
    for group in (list(meetings.values()), list(documents.values()), rows, facts):
        if group:
            _insert(session, group)
    before = time.perf_counter()
    index.add(session, entries)
    return time.perf_counter() - before


def _document(held: int, name: str, body: int, day: date) -> Document:
    return Document(
        id=held,
        key=f"d{held}",
        sha256=f"s{held}",
        path=f"{held}.txt",
        title=name,
        kind="minutes",
        edition="unmarked",
        format="txt",
        paged=False,
        body_id=body,
        meeting_id=held,
        date=day,
        stored_at=STORED_AT,
        seq=held,
        access_seq=held,
        access="open",
    )


def _fact(fact: int, place: tuple[int, int, int], position: int, kind: str, text: str) -> FactRow:
    held, item, shelf = place
    return FactRow(
        id=fact,
        key=f"f{fact}",
        document_id=held,
        item_id=item,
        position=position,
        kind=kind,
        text=text,
        spans=[],
        page=1,
        decision_class="as_worded" if kind == "decision" else None,
        shelf_id=shelf,
        access="open",
    )
