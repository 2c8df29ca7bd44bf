"""For those without the right every answer is the same with and without closed documents in the store."""

from __future__ import annotations

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

from store.answers import StoredAnswers
from store.database import Database
from store.ingest.intake import Intake
from store.ingest.source import Source
from store.records import Grant, Query, Subject
from store.search.index import Driver, ShelfIndex
from tests.fakes.minutes import Paper

NOW = datetime(2016, 1, 5, 12, 0, tzinfo=UTC)
DAYS = [date(2015, 10, 22), date(2015, 11, 5), date(2016, 2, 1)]
BODIES = ["Direktionen", "Økonomiudvalget"]
TITLES = [
    "Brug af provenue fra salg",
    "Ny skole ved havnen",
    "Nedlæggelse af Servicekorpset",
    "Budgetopfølgning",
    "Eventuelt",
]
SENTENCES = [
    "Provenuet afsættes til digitalisering.",
    "Skolen koster 4,8 mio. kr. og bygges inden den 1. august 2016.",
    "Bo Sørensen er ansvarlig for skolen og Servicekorpset.",
    "Servicekorpset nedlægges, og de ansatte flyttes til havnen.",
    "Sagen udsættes til næste møde.",
]
CANARY = "Zanzibarplanen"
"""Stands in closed facts alone, so that a typo of it, a frequency or a title of it would show."""

READER = Subject("reader", True)
MEMBER = Subject("member", True, "personal", (Grant("member"),))
CHANNEL = Subject("member", True, "channel", (Grant("member"),))
GUEST = Subject("guest", False, "personal", (Grant("member"),))

papers = st.fixed_dictionaries(
    {
        "closed": st.booleans(),
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

QUESTIONS = [
    Query("hvad blev besluttet om provenuet", "provenuet", "decision", "da"),
    Query("zanzibarplnen", "zanzibarplnen", "find", "da"),
    Query("hvad koster Zanzibarplanen", "Zanzibarplanen", "cost", "da"),
    Query("nedlæggelse af servicekorpset", "nedlæggelse af servicekorpset", "find", "da"),
    Query("ny skole", "ny skole", "find", "da"),
    Query("skoln ved havnn", "skoln ved havnn", "decision", "da"),
    Query("hvem er ansvarlig for skolen", "skolen", "responsible", "da"),
    Query("hvad besluttede direktionen", "", "decisions_list", "da", body="direktionen"),
    Query("budgetopfølgning i november 2015", "budgetopfølgning", "decision", "da", since=DAYS[1], until=DAYS[1]),
    Query("oktober 2015", "", "decisions_list", "da", since=date(2015, 10, 1), until=date(2015, 10, 31)),
    Query("sagens gang 15/8020", "", "case_course", "da", case_number="15/8020"),
    Query("punkt 1", "", "item", "da", item_number="1"),
    Query("kommende", "", "upcoming", "da", today=NOW.date()),
    Query("hvem var der", "", "attendance", "da", body="Økonomiudvalget"),
    Query("what was decided on the school", "school", "decision", "en"),
]


def planned(body: str, *, closed: bool = False, sentence: str | None = SENTENCES[0]) -> dict[str, Any]:
    """A paper of one item of one case."""
    return {"closed": closed, "body": body, "on": DAYS[1], "items": [("Budgetopfølgning", False, sentence, "15/8020")]}


def made(number: int, plan: dict[str, Any]) -> tuple[Source, bool]:
    """The source of a plan, and whether all of it is closed."""
    paper = Paper()
    word = CANARY if plan["closed"] else "Planen"
    items = [
        paper.item(
            position,
            f"{title} {word}" if secret and plan["closed"] else title,
            case=case,
            background=sentence and f"{sentence} {word} er omtalt.",
            decision=sentence and f"{sentence} {word}.",
            recommendation=sentence and "Det indstilles, at sagen godkendes.",
        )
        for position, (title, secret, sentence, case) in enumerate(plan["items"], start=1)
    ]
    source = paper.minutes(
        items,
        body=plan["body"],
        on=plan["on"],
        members=(f"{word} Hansen",),
        title=f"Referat {number}",
        chosen="closed" if plan["closed"] else "open",
        salt=str(number),
    )
    return source, plan["closed"]


@contextmanager
def library(template: Path, folder: Path, sources: list[Source]) -> Iterator[StoredAnswers]:
    path = folder / f"{uuid.uuid4().hex}.db"
    shutil.copy(template, path)
    db = Database.open(f"sqlite:///{path}")
    try:
        intake = Intake(db, ShelfIndex(), lambda: NOW)
        for source in sources:
            intake.store_parsed([source])
        yield StoredAnswers(db)
    finally:
        db.close()
        for leftover in folder.glob(f"{path.name}*"):
            leftover.unlink()


def told(answers: StoredAnswers, subject: Subject) -> str:
    """All that is answered, suggested and said beside it."""
    findings = [answers.find(question, subject) for question in QUESTIONS]
    keys = sorted({item.key for finding in findings for item in finding.items if not item.closed})
    return repr(
        (
            findings,
            [answers.near(text, subject) for text in ("servicekorpset", "zanzibar", "skole havn")],
            [(answers.related(key, subject), answers.course(key, subject)) for key in keys],
        )
    )


def shown(answers: StoredAnswers, subject: Subject) -> str:
    """What of the store is in the answers, the asker's own words apart."""
    findings = [replace(answers.find(question, subject), missing=(), unknown=()) for question in QUESTIONS]
    return repr([replace(one, corrected=tuple(("", right) for _, right in one.corrected)) for one in findings])


def hidden(answers: StoredAnswers) -> list[str]:
    """Keys of the items with closed facts that hold the canary and stand in an index."""
    with answers.db.read() as session:
        rows = Driver(session).rows(
            "SELECT DISTINCT item.key, fact.text FROM fact JOIN item ON item.id = fact.item_id"
            " WHERE fact.shelf_id IS NOT NULL AND fact.access = 'closed' ORDER BY item.key"
        )
    return sorted({key for key, text in rows if CANARY in text})


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("answers-secrecy")


@settings(max_examples=15, deadline=None)
@given(plans=st.lists(papers, min_size=1, max_size=6))
# The row of an item shared with a closed paper is older than the open paper: equals must not go by it.
@example(plans=[planned("Direktionen", closed=True), planned("Økonomiudvalget"), planned("Direktionen")])
# What is an open title and nothing else stays that when a closed paper holds its text.
@example(plans=[planned("Direktionen", sentence=None), planned("Direktionen", closed=True)])
def test_closed_documents_move_no_answer(migrated_file: Path, folder: Path, plans: list[dict[str, Any]]) -> None:
    sources = [made(number, plan) for number, plan in enumerate(plans)]
    everything = [source for source, _ in sources]
    opened = [source for source, closed in sources if not closed]
    with library(migrated_file, folder, everything) as whole, library(migrated_file, folder, opened) as part:
        assert told(whole, READER) == told(part, READER)
        assert told(whole, CHANNEL) == told(part, CHANNEL)
        assert CANARY not in shown(whole, READER)
        assert {whole.find(question, GUEST).status for question in QUESTIONS} == {"not_found"}
        # There is something to leak: what is closed and not outranked, a member reads.
        for key in hidden(whole):
            assert CANARY in repr(whole.item(key, MEMBER))
