"""Initiatives are the same for a reader with and without the closed documents in the store, to the byte."""

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
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from store import meetings
from store.database import Database
from store.ingest.intake import Intake
from store.ingest.parsed import Abbreviation, ParsedAttachment, ParsedInitiative
from store.ingest.source import Source
from store.initiatives import StoredInitiatives
from store.records import Grant, Subject
from store.shelves import shelves_for
from tests.fakes.minutes import Paper, paper, programme
from tests.fakes.shelves import FakeIndex
from tests.fakes.times import month

NOW = datetime(2016, 1, 5, 12, 0, tzinfo=UTC)
READER = Subject("reader", True)
MEMBER = Subject("member", True, "personal", (Grant("member"),))
CHANNEL = Subject("member", True, "channel", (Grant("member"),))
GUEST = Subject("guest", False, "personal", (Grant("member"),))
TITLES = ["Ny plan for havnen", "Udkast til Ny plan for havnen", "Skole i skoven", "Status for Skole i skoven"]
OWNERS = [None, "Teknisk Forvaltning", "Nordby Kommune", "Sydby Kommune"]
DAYS = [date(2015, 1, 5), date(2015, 6, 1), date(2016, 2, 1)]
CANARY = "Zanzibar"
"""Stands in closed documents alone."""

papers = st.fixed_dictionaries(
    {
        "form": st.sampled_from(["document", "item", "attachment"]),
        "closed": st.booleans(),
        "title": st.sampled_from(TITLES),
        "owner": st.sampled_from(OWNERS),
        "on": st.sampled_from(DAYS),
        "parts": st.integers(0, 3),
        "milestones": st.integers(0, 2),
        "case": st.sampled_from([None, "15/1"]),
    }
)
SHUT = {
    "form": "document", "closed": True, "title": TITLES[0], "owner": OWNERS[2], "on": DAYS[2], "parts": 3,
    "milestones": 2, "case": None,
}  # fmt: skip


def described(made: Paper, plan: dict[str, Any], word: str, number: int) -> ParsedInitiative:
    return programme(
        made,
        plan["title"],
        owner=plan["owner"],
        status=f"{word} status {number}",
        reported=f"{word} melder {number}",
        groups=[f"{word} gruppe {place}" for place in range(plan["parts"])],
        milestones=[(f"{word} frist {place}", month(2016, place + 1)) for place in range(plan["milestones"])],
        duties=[("formand", f"{word} Hansen {number}")],
    )


def made(number: int, plan: dict[str, Any]) -> Source:
    """The source of a plan."""
    sheet, word = Paper(), CANARY if plan["closed"] else "Byen"
    chosen = "closed" if plan["closed"] else "open"
    if plan["form"] == "document":
        one = described(sheet, plan, word, number)
        short = Abbreviation("HP", f"{word} havneplan", one.about.spans)
        return paper(
            sheet, one, title=f"{word} {plan['title']}", on=plan["on"], abbreviations=[short], chosen=chosen,
            salt=str(number),
        )  # fmt: skip
    item = sheet.item(1, plan["title"], case=plan["case"], decision=f"{word} beslutning {number}")
    other = sheet.item(2, f"{word} og en anden sag", case=plan["case"], decision=f"{word} godkendt {number}")
    one = described(sheet, plan, word, number)
    if plan["form"] == "item":
        item = replace(item, initiatives=(one,))
    else:
        item = replace(item, attachments=(ParsedAttachment(f"{word} bilag", initiatives=(one,)),))
    return sheet.minutes([item, other], on=plan["on"], chosen=chosen, salt=str(number), title=f"{word} referat")


@contextmanager
def library(template: Path, folder: Path, sources: list[Source]) -> Iterator[tuple[Database, FakeIndex]]:
    path = folder / f"{uuid.uuid4().hex}.db"
    shutil.copy(template, path)
    db, index = Database.open(f"sqlite:///{path}"), FakeIndex()
    try:
        intake = Intake(db, index, lambda: NOW)
        for source in sources:
            intake.store_parsed([source])
        yield db, index
    finally:
        db.close()
        for leftover in folder.glob(f"{path.name}*"):
            leftover.unlink()


def told(db: Database, index: FakeIndex, subject: Subject) -> str:
    """All that the store says of initiatives to a subject, and what of them may be searched."""
    initiatives = StoredInitiatives(db)
    records = initiatives.initiatives(subject)
    with db.read() as session:
        shelves = shelves_for(session, subject)
        found = meetings.facts(session, sorted(index.entries), subject)
    entries = [
        (entry.kind, entry.heads, entry.text) for _, entry in sorted(index.entries.items()) if entry.shelf_id in shelves
    ]
    return repr(
        (
            records,
            [initiatives.initiative(one.key, subject) for one in records],
            initiatives.due(date(2016, 1, 1), date(2016, 12, 31), subject),
            initiatives.abbreviations(subject),
            entries,
            [found[number] for number in sorted(found)],
        )
    )


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("initiatives-secrecy")


# Plans are short enough to read as they are, and shrinking them takes minutes.
@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(plans=st.lists(papers, min_size=1, max_size=6))
# A closed account names another municipality: what the open ones are called must not hang on it.
@example(plans=[SHUT | {"closed": False, "owner": None}, SHUT | {"closed": False, "owner": OWNERS[3]}])
@example(plans=[SHUT | {"form": "item", "case": "15/1"}, SHUT | {"form": "item", "closed": False, "parts": 0}])
def test_closed_documents_leave_no_trace(migrated_file: Path, folder: Path, plans: list[dict[str, Any]]) -> None:
    every = [*plans, SHUT]
    sources = [made(number, plan) for number, plan in enumerate(every)]
    opened = [source for source, plan in zip(sources, every, strict=True) if not plan["closed"]]
    with library(migrated_file, folder, sources) as whole, library(migrated_file, folder, opened) as part:
        seen = told(*whole, READER)
        assert seen == told(*part, READER)
        assert told(*whole, CHANNEL) == seen
        assert CANARY not in seen
        assert CANARY in told(*whole, MEMBER)
        assert StoredInitiatives(whole[0]).initiatives(GUEST) == ()
        # Asked again after a member asked: what is kept is kept apart.
        assert told(*whole, READER) == seen
