"""A file that an earlier version read: what it left unread is added, and nothing that persons decided is touched."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import update

from store.database import Database
from store.ingest.parsed import Abbreviation, Extract, Page, ParsedInitiative, Span
from store.ingest.rereading import behind
from store.ingest.source import Source
from store.initiatives import StoredInitiatives
from store.records import Grant, Subject
from store.scene import DOCUMENT
from tests.fakes.library import MEMBER, READER, Shelved
from tests.fakes.minutes import Paper, paper, programme

EVERYWHERE = Subject("anyone", True, "personal", (Grant("member"),), "t")


@pytest.fixture
def shelved(db: Database) -> Shelved:
    return Shelved(db)


def grow_old(shelved: Shelved) -> None:
    """As the migration leaves what was stored before it."""
    with shelved.db.write() as session:
        session.connection().execute(update(DOCUMENT).values(reading=0))


def waiting(shelved: Shelved) -> int:
    with shelved.db.read() as session:
        return behind(session)


def told(made: Paper) -> tuple[ParsedInitiative, Source]:
    one = programme(made, "Ny plan for havnen", groups=["Kaj og skure", "Vej og bro"])
    around = made.fact("passage", "Planen er lang.")
    first, last = (part.fact.spans[0] for part in one.lists[0].parts)
    whole = replace(around, text="Kaj og skure Vej og bro", spans=(Span(1, first.start, last.end),))
    short = Abbreviation("NPH", "Ny plan", (Span(1, around.spans[0].start, around.spans[0].end),))
    return one, paper(made, one, facts=[around, whole], abbreviations=[short])


def without(source: Source) -> Source:
    return replace(source, parsed=replace(source.parsed, initiatives=(), abbreviations=()))


def test_what_was_not_read_before_is_added_once(shelved: Shelved) -> None:
    one, source = told(Paper())
    shelved.take(without(source))
    assert (waiting(shelved), shelved.take(source)[0].status) == (0, "unchanged")
    grow_old(shelved)
    assert waiting(shelved) == 1
    assert [shelved.take(source)[0].status for _ in range(2)] == ["replaced", "unchanged"]
    assert waiting(shelved) == 0
    initiatives = StoredInitiatives(shelved.db)
    (record,) = initiatives.initiatives(READER)
    assert (record.title, [part.text for part in record.lists[0].parts]) == (
        one.title,
        ["Kaj og skure", "Vej og bro"],
    )
    assert [short.short for short in initiatives.abbreviations(READER)] == ["NPH"]
    assert shelved.consistent()
    texts = [entry.text for entry in shelved.index.entries.values()]  # type: ignore[attr-defined]  # the fake's dictionary
    assert "Kaj og skure Vej og bro" not in texts


def test_it_is_as_if_it_had_been_read_so_from_the_start(shelved: Shelved, sqlite_db: Database) -> None:
    _, source = told(Paper())
    shelved.take(without(source))
    grow_old(shelved)
    shelved.take(source)
    fresh = Shelved(sqlite_db)
    fresh.take(source)
    assert fresh.on_shelves() == shelved.on_shelves()
    before, after = (StoredInitiatives(one.db).initiatives(READER) for one in (fresh, shelved))
    assert [(one.key, one.lists[0].name, one.document) for one in before] == [
        (one.key, one.lists[0].name, one.document) for one in after
    ]


def test_a_person_closing_and_opening_holds(shelved: Shelved) -> None:
    made = Paper()
    shut = replace(made.item(1, "Salg af grund", decision="Godkendt."), initiatives=(programme(made, "Salg af grund"),))
    shown = replace(
        made.item(2, "Ny plan for havnen", access="closed", decision="Godkendt."),
        initiatives=(programme(made, "Ny plan for havnen"),),
    )
    source = made.minutes([shut, shown])
    bare = replace(
        source, parsed=replace(source.parsed, items=tuple(replace(one, initiatives=()) for one in source.parsed.items))
    )
    shelved.take(bare)
    keys = {one.number: one.key for key in shelved.item_keys(MEMBER) for one in [shelved.item(key, MEMBER)]}
    shelved.library.set_item_access(keys["1"], "closed", None)
    shelved.library.set_item_access(keys["2"], "open", None)
    grow_old(shelved)
    shelved.take(source)
    initiatives = StoredInitiatives(shelved.db)
    assert [one.title for one in initiatives.initiatives(READER)] == ["Ny plan for havnen"]
    assert len(initiatives.initiatives(MEMBER)) == 2
    assert shelved.consistent()


def test_text_that_comes_out_otherwise_is_left_as_it_is(shelved: Shelved) -> None:
    _, source = told(Paper())
    shelved.take(without(source))
    grow_old(shelved)
    text = source.extract.pages[0].text
    other = replace(source, extract=Extract("pdf", (Page(1, f" {text}"),), (), paged=True))
    assert shelved.take(other)[0].status == "unchanged"
    assert (waiting(shelved), StoredInitiatives(shelved.db).initiatives(READER)) == (1, ())
