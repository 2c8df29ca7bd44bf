"""What a reader sees is the same with and without the closed documents in the store, and there is something closed."""

from __future__ import annotations

import shutil
import uuid
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from store import meetings
from store.database import Database
from store.ingest.intake import Intake
from store.ingest.source import Source
from store.records import Grant, Subject
from store.shelves import shelves_for
from tests.fakes.minutes import Paper
from tests.fakes.shelves import FakeIndex

NOW = datetime(2016, 1, 5, 12, 0, tzinfo=UTC)
READER = Subject("reader", True)
MEMBER = Subject("member", True, "personal", (Grant("member"),))
DAYS = [date(2016, 1, 4), date(2016, 1, 5), date(2016, 2, 1)]
BODIES = ["Direktionen", "Direktion", "Økonomiudvalget"]
OPEN_TITLES = ["Brug af provenue fra salg", "Kommunens budget for næste år", "Ny skole ved havnen", "Eventuelt"]
SECRET_TITLES = ["Afskedigelse i personalesag", "Erhvervelse af grund", "Voldgift mod entreprenør"]
CANARY = "hemmelighed"

ALWAYS: dict[str, Any] = {
    "kind": "minutes",
    "edition": "unmarked",
    "body": "Direktionen",
    "on": date(2016, 3, 1),
    "items": [(OPEN_TITLES[0], True, "15/8020")],
    "secrets": [(SECRET_TITLES[0], True)],
    "closed": True,
    "cpr": True,
}
"""A closed document that nothing replaces: there is always something that could leak."""

items = st.lists(
    st.tuples(st.sampled_from(OPEN_TITLES), st.booleans(), st.sampled_from([None, "15/8020", "16/1"])),
    max_size=3,
    unique_by=lambda item: item[0],
)
secrets = st.lists(st.tuples(st.sampled_from(SECRET_TITLES), st.booleans()), max_size=2, unique_by=lambda item: item[0])
papers = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["minutes", "agenda", "supplement"]),
        "edition": st.sampled_from(["open", "full", "unmarked"]),
        "body": st.sampled_from(BODIES),
        "on": st.sampled_from(DAYS),
        "items": items,
        "secrets": secrets,
        "closed": st.booleans(),
        "cpr": st.booleans(),
    }
)


def made(number: int, plan: dict[str, Any]) -> tuple[Source, bool]:
    """The source of a plan, and whether all of it is closed."""
    paper = Paper()
    parsed = []
    word = CANARY if plan["closed"] else "åbent"
    for position, (title, numbered, case) in enumerate(plan["items"], start=1):
        extra = (paper.fact("background", f"{word} med cpr 010203-1234"),) if plan["cpr"] else ()
        parsed.append(
            paper.item(
                position,
                title,
                number=None if numbered else "",
                case=case,
                background=f"{word} baggrund {number}",
                decision=f"{word} beslutning {number}",
                attachments=[paper.attachment(f"Notat {word}", passage=f"{word} bilag")],
                extra=extra,
            )
        )
    if plan["closed"] or not plan["items"]:
        for position, (title, numbered) in enumerate(plan["secrets"], start=1):
            parsed.append(
                paper.item(
                    position, title, number=None if numbered else "", access="closed", decision=f"{CANARY} {number}"
                )
            )
    whole = plan["closed"] or (bool(parsed) and not plan["items"])
    source = paper.minutes(
        parsed,
        body=plan["body"],
        on=plan["on"],
        kind=plan["kind"],
        edition=plan["edition"],
        members=(f"{word} medlem {number}",),
        title=f"{word} papir {number}",
        chosen="closed" if plan["closed"] else "open",
        salt=str(number),
    )
    return source, whole


@contextmanager
def library(template: Path, folder: Path) -> Any:
    path = folder / f"{uuid.uuid4().hex}.db"
    shutil.copy(template, path)
    db = Database.open(f"sqlite:///{path}")
    try:
        yield db
    finally:
        db.close()
        for leftover in folder.glob(f"{path.name}*"):
            leftover.unlink()


def seen(db: Database, index: FakeIndex, subject: Subject) -> dict[str, Any]:
    """All that the store says to a subject."""
    with db.read() as session:
        listed = meetings.items_between(session, None, None, None, subject, limit=100)
        cut = meetings.items_between(session, "direktion", DAYS[0], DAYS[1], subject, limit=2)
        shelves = shelves_for(session, subject)
        found = meetings.facts(session, sorted(index.entries), subject)
        return {
            "items": listed,
            "cut": cut,
            "single": [meetings.item(session, one.key, subject) for one in listed.items],
            "courses": [meetings.course(session, one.key, subject) for one in listed.items],
            "meetings": meetings.meetings_between(session, None, None, None, subject),
            "of_meeting": [
                meetings.items_of_meeting(session, one.key, subject)
                for one in meetings.meetings_between(session, None, None, None, subject)
            ],
            "coming": meetings.coming(session, subject, NOW),
            "numbered": meetings.by_number(session, "1", subject),
            "bodies": meetings.bodies(session, subject),
            "everybody": meetings.bodies(session, None),
            "entries": [
                (entry.kind, entry.meeting_date, entry.heads, entry.text)
                for number, entry in sorted(index.entries.items())
                if entry.shelf_id in shelves
            ],
            "facts": [found[number] for number in sorted(found)],
        }


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("secrecy")


# Plans are short enough to read as they are, and shrinking them takes minutes.
@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(plans=st.lists(papers, min_size=1, max_size=6), together=st.booleans())
def test_closed_documents_leave_no_trace(
    migrated_file: Path, folder: Path, plans: list[dict[str, Any]], together: bool
) -> None:
    sources = [made(number, plan) for number, plan in enumerate([*plans, ALWAYS])]
    outcomes = []
    for chosen in (sources, [pair for pair in sources if not pair[1]]):
        with library(migrated_file, folder) as db:
            index = FakeIndex()
            intake = Intake(db, index, lambda: NOW)
            batches = [[source for source, _closed in chosen]] if together else [[source] for source, _closed in chosen]
            for batch in batches:
                intake.store_parsed(batch)
            outcomes.append(seen(db, index, READER))
            if chosen is sources:
                assert CANARY in repr(seen(db, index, MEMBER))
                assert seen(db, index, Subject("member", True, "channel", (Grant("member"),))) == outcomes[0]
                guest = seen(db, index, Subject("guest", False, "personal", (Grant("member"),)))
                guest.pop("everybody")
                assert not any(getattr(value, "items", value) for value in guest.values())
    assert outcomes[0] == outcomes[1]
    assert repr(outcomes[0]) == repr(outcomes[1])
    assert CANARY not in repr(outcomes[0])
    assert "010203-1234" not in repr(outcomes)
