"""What a channel's or a reader's watch tells is the same, byte for byte, with and without closed documents."""

from __future__ import annotations

import json
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import text, update

from bot.delivery_watch import WatchNotices
from store.answers import StoredAnswers
from store.bodies import Bodies
from store.database import Database
from store.fresh import FreshPapers
from store.ingest.intake import Intake
from store.ingest.source import Source
from store.outbox_records import Occurrence
from store.people import People
from store.records import Grant, Subject
from store.search.index import ShelfIndex
from store.subscriptions import OCCURRENCE, SUBSCRIPTION, subscription_of
from store.watch_records import Place, Watch, WatchEvents
from store.watches import Watches
from store.watching import Watching
from tests.fakes.minutes import Paper

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
DAYS = [date(2026, 10, 22), date(2026, 11, 5), date(2026, 12, 1)]
BODIES = ["Direktionen", "Økonomiudvalget"]
TITLES = ["Brug af provenue fra salg", "Ny skole ved havnen", "Nedlæggelse af Servicekorpset", "Eventuelt"]
SENTENCES = ["Provenuet afsættes til digitalisering.", "Skolen bygges ved havnen.", "Servicekorpset nedlægges."]
CANARY = "Zanzibarplanen"
"""Stands in closed facts alone."""
READER = Subject("reader", True, "personal", (), "t")
MEMBER = Subject("member", True, "personal", (Grant("member"),), "t")
CHANNEL = Place("t", "channel", "19:k@thread.tacv2")
AT_READER, AT_MEMBER = Place("t", "personal", "reader"), Place("t", "personal", "member")
MATTERS = (
    Watch("topic", "provenu"),
    Watch("topic", "skole ved havnen"),
    Watch("topic", "nedlæggelse af servicekorpset", "direktion"),
    Watch("topic", CANARY),
    Watch("case", "15/8020"),
    Watch("body", "", "direktion"),
)

papers = st.fixed_dictionaries(
    {
        "closed": st.booleans(),
        "kind": st.sampled_from(["minutes", "agenda"]),
        "body": st.sampled_from(BODIES),
        "on": st.sampled_from(DAYS),
        "items": st.lists(
            st.tuples(
                st.sampled_from(TITLES),
                st.booleans(),
                st.sampled_from([None, *SENTENCES]),
                st.sampled_from([None, "15/8020"]),
            ),
            min_size=1,
            max_size=3,
            unique_by=lambda item: item[0],
        ),
    }
)


def made(number: int, plan: dict[str, Any]) -> Source:
    """The source of a plan; what a closed one says holds the canary."""
    paper = Paper()
    word = CANARY if plan["closed"] else "Planen"
    items = [
        paper.item(
            position,
            f"{title} {word}" if secret and plan["closed"] else title,
            case=case,
            background=sentence and f"{sentence} {word} er omtalt.",
            decision=f"{sentence} {word}." if sentence and plan["kind"] == "minutes" else None,
        )
        for position, (title, secret, sentence, case) in enumerate(plan["items"], start=1)
    ]
    return paper.minutes(
        items, body=plan["body"], on=plan["on"], kind=plan["kind"], title=f"Papir {number}",
        chosen="closed" if plan["closed"] else "open", salt=str(number),
    )  # fmt: skip


@contextmanager
def store(template: Path, folder: Path) -> Iterator[Database]:
    path = folder / f"{uuid.uuid4().hex}.db"
    shutil.copy(template, path)
    db = Database.open(f"sqlite:///{path}")
    try:
        yield db
    finally:
        db.close()
        for leftover in folder.glob(f"{path.name}*"):
            leftover.unlink()


def told(db: Database, sources: list[Source], events: WatchEvents, *, sent: bool) -> dict[str, list[str]]:
    """All that is told, by recipient: each message whole. `sent`: what is told leaves before the next paper comes."""
    intake, watches, answers = Intake(db, ShelfIndex(), lambda: NOW), Watches(db, lambda: NOW), StoredAnswers(db)
    first = [
        paper.minutes([paper.item(1, "Dagsorden", decision="Godkendt.")], body=body, on=date(2026, 1, 8))
        for body, paper in ((body, Paper()) for body in BODIES)
    ]
    intake.store_parsed(first)
    People(db, lambda: NOW).grant("member", Grant("member"), None)
    for matter in MATTERS:
        watch = replace(matter, events=events)
        watches.add(watch, CHANNEL, replace(MEMBER, audience="channel"))
        watches.add(watch, AT_READER, READER)
        watches.add(watch, AT_MEMBER, MEMBER)
    watching = Watching(db, answers)
    for source in sources:
        intake.store_parsed([source])
        watching.work(NOW)
        if sent:
            with db.write() as session:
                session.connection().execute(update(OCCURRENCE).values(state="sent"))
    words = WatchNotices(answers, FreshPapers(db), Bodies(db).bodies, watches)
    found: dict[str, list[str]] = {}
    for occurrence in occurrences(db):
        subject = {CHANNEL.recipient: replace(MEMBER, audience="channel"), "reader": READER}.get(
            occurrence.recipient, MEMBER
        )
        message = words(occurrence, subject, NOW)
        # A later source may have taken back what was to be told: then there is nothing to say.
        said = [message.text, message.card] if message is not None else None
        whole = json.dumps([occurrence.slot, occurrence.payload, said], ensure_ascii=False)
        found.setdefault(occurrence.recipient, []).append(f"{whole}{message!r}")
    return found


def occurrences(db: Database) -> list[Occurrence]:
    with db.read() as session:
        connection = session.connection()
        by_id = {row.id: subscription_of(row) for row in connection.execute(SUBSCRIPTION.select())}
        rows = connection.execute(OCCURRENCE.select().order_by(OCCURRENCE.c.id)).all()
        return [
            Occurrence(
                row.id, 1, by_id[row.subscription_id], row.slot, row.recipient, row.audience, row.due_at, row.payload
            )
            for row in rows
        ]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("watch-secrecy")


ITEM = ("Ny skole ved havnen", True, SENTENCES[1], "15/8020")


def plan(kind: str, *, closed: bool) -> dict[str, Any]:
    return {"closed": closed, "kind": kind, "body": "Direktionen", "on": DAYS[1], "items": [ITEM]}


@settings(max_examples=10, deadline=None)
@given(plans=st.lists(papers, min_size=1, max_size=5), events=st.sampled_from(["all", "decided"]), sent=st.booleans())
# The closed minutes of an item that stands open on the agenda, and an agenda that comes after them.
@example(plans=[plan("agenda", closed=False), plan("minutes", closed=True)], events="all", sent=True)
@example(plans=[plan("minutes", closed=True), plan("agenda", closed=False)], events="all", sent=False)
def test_closed_documents_change_nothing_that_is_told(
    migrated_file: Path, folder: Path, plans: list[dict[str, Any]], events: WatchEvents, sent: bool
) -> None:
    always = [plan("minutes", closed=True), *plans]
    with store(migrated_file, folder) as db:
        whole = told(db, [made(number, one) for number, one in enumerate(always)], events, sent=sent)
    with store(migrated_file, folder) as db:
        sources = [made(number, one) for number, one in enumerate(always) if not one["closed"]]
        bare = told(db, sources, events, sent=sent)
    for recipient in (CHANNEL.recipient, "reader"):
        assert whole.get(recipient) == bare.get(recipient)
        # The watch for it is named in no message: none of its matches is open.
        assert CANARY not in repr(whole.get(recipient))
    assert "member" in whole


def test_what_is_closed_before_it_leaves_is_not_told(migrated_file: Path, folder: Path) -> None:
    with store(migrated_file, folder) as db:
        told(db, [made(1, plan("minutes", closed=False))], "all", sent=False)
        with db.write() as session:
            session.connection().execute(text("UPDATE item SET access = 'closed'"))
        words = WatchNotices(StoredAnswers(db), FreshPapers(db), Bodies(db).bodies, Watches(db, lambda: NOW))
        said = [words(one, READER, NOW) for one in occurrences(db) if one.recipient == "reader"]
        assert said
        assert said == [None] * len(said)


def test_a_notice_does_not_name_the_item_that_its_reader_may_no_longer_see(migrated_file: Path, folder: Path) -> None:
    title = f"Salg af {CANARY}"

    def minutes(case_closed: bool, on: date) -> Source:
        paper = Paper()
        item = paper.item(1, title if case_closed else "Salg af grund", decision="Grunden sælges.", case="15/8020",
                          access="closed" if case_closed else None)  # fmt: skip
        return paper.minutes([item], body="Direktionen", on=on, salt=str(on))

    with store(migrated_file, folder) as db:
        intake, watches = Intake(db, ShelfIndex(), lambda: NOW), Watches(db, lambda: NOW)
        intake.store_parsed([minutes(True, DAYS[0])])
        with db.read() as session:
            key = str(session.connection().execute(text("SELECT key FROM item WHERE access = 'closed'")).scalar_one())
        watches.add(Watch("topic", title, item=key), AT_MEMBER, MEMBER)
        watches.add(Watch("case", "15/8020", item=key), AT_MEMBER, MEMBER)
        intake.store_parsed([minutes(False, DAYS[1])])
        Watching(db, StoredAnswers(db)).work(NOW)
        words = WatchNotices(StoredAnswers(db), FreshPapers(db), Bodies(db).bodies, watches)
        (waiting,) = [one for one in occurrences(db) if one.subscription.payload["kind"] == "case"]
        entitled, withdrawn = (words(waiting, one, NOW) for one in (MEMBER, replace(MEMBER, grants=())))
        assert entitled is not None
        assert withdrawn is not None
        assert "om sag 15/8020" in entitled.text
        assert "om en sag, som ikke kan vises her" in withdrawn.text
        assert CANARY not in repr(withdrawn)
