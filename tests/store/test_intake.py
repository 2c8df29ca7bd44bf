"""Sources on their way in: what replaces what, what closes what, and what the report says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from sqlmodel import Session

from store.database import Database
from store.errors import MinutesUnreadable, NotFound, StoreError
from store.indexing import IndexEntry
from store.ingest.intake import Intake
from store.ingest.parsed import ParsedDocument
from store.ingest.reading import Reading
from store.ingest.source import Source
from store.records import IngestReport
from tests.fakes.library import MEMBER, SECRETARY, STRANGER, Shelved
from tests.fakes.minutes import Paper, source
from tests.fakes.shelves import FakeIndex

KEY = "direktion-2015-10-22"
ALL = ["document", "item", "item_source", "fact", "attachment", "meeting", "body", "body_mention", "page_text"]


@pytest.fixture
def shelved(db: Database) -> Shelved:
    return Shelved(db)


def agenda(**more: object) -> Source:
    paper = Paper()
    items = [
        paper.item(1, "Brug af provenue", case="15/8020", background="Baggrund i dagsorden", recommendation="At bruge"),
        paper.item(2, "Ny skole", background="Om skolen"),
    ]
    return paper.minutes(items, kind="agenda", title="Dagsorden", **more)  # type: ignore[arg-type]  # by name


def minutes(decision: str = "Godkendt", **more: object) -> Source:
    paper = Paper()
    items = [
        paper.item(1, "Brug af provenue", case="15/8020", background="Baggrund i referat", decision=decision),
        paper.item(2, "Ny skole", decision="Udsat"),
    ]
    return paper.minutes(items, **more)  # type: ignore[arg-type]  # by name


def codes(report: IngestReport) -> list[object]:
    return [warning["code"] for warning in report.warnings]


def test_open_and_closed_items_stand_on_their_shelves(shelved: Shelved) -> None:
    paper = Paper()
    items = [
        paper.item(71, "Nedlæggelse", decision="Drøftet.", access="closed"),
        paper.item(72, "Brug af provenue", decision="Godkendt som indstillet", case="15/8020"),
    ]
    (report,) = shelved.take(paper.minutes(items))
    assert (report.status, report.items, report.closed_items, report.decisions) == ("stored", 2, 1, 2)
    assert report.document == {
        "id": report.document["id"] if report.document else "",
        "title": "Referat",
        "kind": "minutes",
        "body": "Direktionen",
        "date": "2015-10-22",
    }
    assert shelved.on_shelves() == {("closed:direktion", "Drøftet."), ("open", "Godkendt som indstillet")}
    assert shelved.item_keys() == [f"{KEY}-72"]
    assert shelved.consistent()


def test_the_same_file_again_is_unchanged(shelved: Shelved) -> None:
    first, again = shelved.take(minutes(), minutes())
    assert (first.status, again.status) == ("stored", "unchanged")
    assert replace(again, status="stored") == first
    before = shelved.rows(ALL)
    shelved.take(minutes())
    assert shelved.rows(ALL) == before


def test_the_same_file_handed_in_as_closed_closes_it(shelved: Shelved) -> None:
    shelved.take(minutes())
    (report,) = shelved.take(minutes(chosen="closed"))
    assert (report.status, report.closed_items) == ("unchanged", 2)
    assert {shelf for shelf, _text in shelved.on_shelves(heads=True)} == {"closed:direktion"}
    (report,) = shelved.take(minutes(chosen="open"))
    assert (report.status, report.closed_items) == ("unchanged", 2)
    assert shelved.consistent()


def test_minutes_outrank_the_agenda_section_by_section(shelved: Shelved) -> None:
    shelved.take(agenda(), minutes())
    expected = {
        ("open", "Baggrund i referat"),
        ("open", "At bruge"),
        ("open", "Godkendt"),
        ("open", "Om skolen"),
        ("open", "Udsat"),
    }
    assert shelved.on_shelves() == expected
    assert shelved.rows(["item", "meeting"]) == {"item": 2, "meeting": 1}
    assert shelved.consistent()


def test_the_order_of_arrival_does_not_matter(shelved: Shelved) -> None:
    shelved.take(minutes(), agenda())
    assert ("open", "Baggrund i dagsorden") not in shelved.on_shelves()
    assert ("open", "At bruge") in shelved.on_shelves()
    record = shelved.item(f"{KEY}-1")
    assert [(fact.kind, fact.text) for fact in record.facts] == [
        ("background", "Baggrund i referat"),
        ("decision", "Godkendt"),
        ("recommendation", "At bruge"),
    ]
    assert record.document is not None
    assert record.document.kind == "minutes"


def test_a_new_source_replaces_facts_of_its_series_only(shelved: Shelved) -> None:
    shelved.take(agenda(), minutes())
    (report,) = shelved.take(minutes("Godkendt med ændringer"))
    assert report.status == "replaced"
    texts = {text for _shelf, text in shelved.on_shelves()}
    assert "Godkendt med ændringer" in texts
    assert "Godkendt" not in texts
    assert "At bruge" in texts
    assert sorted(record.state for record in shelved.library.documents(None)) == ["stored", "stored", "superseded"]
    assert shelved.rows(["page_text"]) == {"page_text": 3}


def test_a_page_of_one_item_replaces_nothing_else(shelved: Shelved) -> None:
    shelved.take(minutes())
    paper = Paper()
    page = paper.minutes([paper.item(2, "Ny skole", decision="Udsat til foråret")], kind="item_page", title="Ny skole")
    (report,) = shelved.take(page)
    assert report.status == "stored"
    assert {text for _shelf, text in shelved.on_shelves()} >= {"Godkendt", "Udsat"}


def test_removing_the_later_source_brings_the_earlier_back(shelved: Shelved) -> None:
    shelved.take(minutes(), minutes("Rettet"))
    later = shelved.library.documents(None)[0]
    shelved.library.remove_document(later.id, None)
    assert ("open", "Godkendt") in shelved.on_shelves()
    assert shelved.consistent()


def test_an_open_and_a_full_edition_make_one_item(shelved: Shelved) -> None:
    paper = Paper()
    shown = paper.minutes(
        [paper.item(1, "Lukket punkt", access="closed"), paper.item(2, "Ny skole", decision="Udsat")], edition="open"
    )
    paper = Paper()
    full = paper.minutes(
        [paper.item(1, "Salg af grund", decision="Solgt"), paper.item(2, "Ny skole", decision="Udsat")], edition="full"
    )
    shelved.take(shown, full)
    assert shelved.on_shelves() == {("closed:direktion", "Solgt"), ("open", "Udsat")}
    assert [shelved.item(key, MEMBER).title for key in shelved.item_keys(MEMBER)] == ["Salg af grund", "Ny skole"]


def test_an_open_edition_stays_readable_beside_a_closed_one(shelved: Shelved) -> None:
    shelved.take(minutes(edition="open"), minutes("Godkendt", edition="full", chosen="closed", title="Fuld udgave"))
    assert shelved.on_shelves() == {("open", "Baggrund i referat"), ("open", "Godkendt"), ("open", "Udsat")}
    assert shelved.item(f"{KEY}-1").document == shelved.item(f"{KEY}-1", MEMBER).document
    shelved.take(minutes("Godkendt, fortroligt tillæg", edition="full", chosen="closed"))
    closed = {text for shelf, text in shelved.on_shelves() if shelf != "open"}
    assert closed == {"Godkendt, fortroligt tillæg"}


def test_an_open_source_gives_the_item_its_own_key(shelved: Shelved) -> None:
    shelved.take(minutes(chosen="closed", edition="full"))
    (closed_key, *_rest) = shelved.item_keys(MEMBER)
    shelved.library.exclude(closed_key, "someone", None)
    shelved.take(minutes("Godkendt i åben udgave", edition="open"))
    assert f"{KEY}-1" in shelved.item_keys()
    with pytest.raises(NotFound):
        shelved.item(closed_key, MEMBER)
    assert {shelf for shelf, _text in shelved.on_shelves()} == {"open", f"item:{KEY}-1"}
    assert shelved.consistent()


def test_numbers_that_restart_make_items_of_their_own(shelved: Shelved) -> None:
    paper = Paper()
    items = [
        paper.item(1, "Salg af jord", number="1", access="closed", decision="a"),
        paper.item(2, "Budget", number="1", decision="b"),
        paper.item(3, "Regnskab", number="1", decision="c"),
        paper.item(4, "Regnskab", number="1", decision="d"),
    ]
    shelved.take(paper.minutes(items))
    keys = shelved.item_keys(MEMBER)
    assert len(set(keys)) == 4
    assert f"{KEY}-1" in shelved.item_keys()
    assert all(key.startswith(f"{KEY}-1") for key in keys)


def test_two_meetings_on_one_day_are_two(shelved: Shelved) -> None:
    shelved.take(minutes(start=time(8, 30)))
    paper = Paper()
    shelved.take(paper.minutes([paper.item(1, "Ekstraordinært punkt", decision="Ja")], start=time(15, 0)))
    shelved.take(agenda(start=time(8, 35)))
    assert shelved.rows(["meeting", "item"]) == {"meeting": 2, "item": 3}
    assert f"{KEY}-1500-1" in shelved.item_keys()


def test_minutes_without_body_or_date_stand_alone(shelved: Shelved) -> None:
    reports = shelved.take(minutes(body=None), minutes("Nej", body=None), minutes("Måske", on=None))
    assert [codes(report) for report in reports] == [["meeting_unknown"]] * 3
    assert shelved.rows(["meeting"]) == {"meeting": 3}
    assert len(shelved.item_keys()) == 4


def test_a_body_given_is_for_documents_that_name_none(shelved: Shelved) -> None:
    first, second = shelved.take(
        minutes(body=None, given_body="Direktionen"), agenda(body="Byrådet", given_body="Direktionen")
    )
    assert (first.document or {})["body"] == "Direktionen"
    assert ((second.document or {})["body"], codes(second)) == ("Byrådet", ["body_differs"])


def test_forms_of_a_body_are_one(shelved: Shelved) -> None:
    shelved.take(minutes(body="Direktion"), minutes("b", body="Direktionen", on=date(2015, 11, 5)))
    assert shelved.rows(["body"]) == {"body": 1}


def test_text_that_is_no_minutes_is_kept_as_passages(shelved: Shelved) -> None:
    paper = Paper()
    passages = [paper.fact("passage", f"Afsnit {number}", label="Indledning") for number in range(3)]
    parsed = ParsedDocument("other", "Strategi", date=date(2013, 1, 1), facts=tuple(passages))
    (report,) = shelved.take(source(parsed, paper.text, name="strategi.pdf"))
    assert (report.passages, report.items, (report.document or {})["body"]) == (3, 0, None)
    assert shelved.on_shelves() == {("open", f"Afsnit {number}") for number in range(3)}
    closed = source(replace(parsed, title="Notat"), paper.text, access="closed", salt="2")
    shelved.take(closed)
    assert ("closed:", "Afsnit 1") in shelved.on_shelves()


def test_attachments_take_their_own_mark_else_the_items(shelved: Shelved) -> None:
    paper = Paper()
    attachments = [
        paper.attachment("Brev", passage="Brevets ord"),
        paper.attachment("Fortroligt notat", access="closed", passage="Notatets ord"),
    ]
    hidden = [paper.attachment("Åbent bilag", access="open", passage="Bilagets ord")]
    items = [
        paper.item(1, "Ny skole", decision="Ja", attachments=attachments),
        paper.item(2, "Salg", access="closed", attachments=hidden),
    ]
    (report,) = shelved.take(paper.minutes(items))
    assert report.attachments == 3
    assert shelved.on_shelves() == {
        ("open", "Ja"),
        ("open", "Brevets ord"),
        ("closed:direktion", "Notatets ord"),
        ("closed:direktion", "Bilagets ord"),
    }
    record = shelved.item(f"{KEY}-1")
    assert [attachment.title for attachment in record.attachments] == ["Brev"]
    assert [one.title for one in shelved.item(f"{KEY}-1", MEMBER).attachments] == ["Brev", "Fortroligt notat"]
    assert [one.title for one in shelved.item(f"{KEY}-1", STRANGER).attachments] == ["Brev"]


def test_an_attachment_in_two_sources_is_listed_once(shelved: Shelved) -> None:
    for kind in ("agenda", "minutes"):
        paper = Paper()
        attachment = paper.attachment("Brev", passage="Brevets ord")
        item = paper.item(1, "Ny skole", background="x", attachments=[attachment])
        shelved.take(paper.minutes([item], kind=kind))  # type: ignore[arg-type]  # a literal of the two
    assert len(shelved.item(f"{KEY}-1").attachments) == 1
    assert sorted(text for _shelf, text in shelved.on_shelves()) == ["Brevets ord", "x"]


def test_a_cpr_number_is_stored_closed_and_shown_masked(shelved: Shelved) -> None:
    paper = Paper()
    items = [
        paper.item(1, "Ny skole", decision="Godkendt", background="Ansøger 010203-1234 søger"),
        paper.item(2, "Sag om 010203-1234", decision="Afslag"),
    ]
    (report,) = shelved.take(paper.minutes(items))
    assert [(one["code"], one["page"]) for one in report.warnings] == [("cpr_found", 1)]
    assert "010203" not in repr(report)
    assert shelved.on_shelves() == {
        ("open", "Godkendt"),
        ("closed:direktion", "Ansøger 010203-1234 søger"),
        ("closed:direktion", "Afslag"),
    }
    assert isinstance(shelved.index, FakeIndex)
    assert "010203" not in repr(shelved.index.entries)
    assert shelved.item_keys() == [f"{KEY}-1"]
    assert [fact.text for fact in shelved.item(f"{KEY}-1", MEMBER).of("background")] == ["Ansøger ••••••-•••• søger"]
    assert [shelved.item(key, MEMBER).title for key in shelved.item_keys(MEMBER)] == ["Ny skole", "Sag om ••••••-••••"]


def test_a_cpr_number_in_the_file_name_closes_all_of_it(shelved: Shelved) -> None:
    (report,) = shelved.take(minutes(name="010203-1234.pdf"))
    assert (report.path, report.closed_items) == ("••••••-••••.pdf", 2)
    assert [warning["page"] for warning in report.warnings] == [None]
    assert shelved.item_keys() == []
    assert "010203" not in repr(shelved.library.documents(None))


def test_a_persons_decisions_survive_every_new_source(shelved: Shelved) -> None:
    shelved.take(agenda())
    shelved.library.set_item_access(f"{KEY}-1", "closed", SECRETARY)
    shelved.library.set_item_access(f"{KEY}-2", "closed", SECRETARY)
    shelved.library.exclude(f"{KEY}-2", "member", SECRETARY)
    shelved.take(minutes())
    assert shelved.item_keys() == []
    assert shelved.item_keys(MEMBER) == [f"{KEY}-1"]
    (document, *_rest) = shelved.library.documents(None)
    shelved.library.remove_document(document.id, None)
    (report,) = shelved.take(minutes())
    assert (report.status, report.closed_items) == ("stored", 2)
    assert shelved.item_keys(MEMBER) == [f"{KEY}-1"]
    assert shelved.consistent()


def test_an_opened_item_is_closed_again_by_a_later_source_that_says_so(shelved: Shelved) -> None:
    def closed(kind: str, decision: str) -> Source:
        paper = Paper()
        return paper.minutes([paper.item(1, "Salg af grund", access="closed", decision=decision)], kind=kind)  # type: ignore[arg-type]  # a literal

    shelved.take(closed("agenda", "a"))
    (key,) = shelved.item_keys(MEMBER)
    shelved.library.set_item_access(key, "open", SECRETARY)
    assert shelved.item_keys() == [key]
    (report,) = shelved.take(closed("minutes", "b"))
    assert codes(report) == ["closed_again"]
    assert shelved.item_keys() == []
    shelved.library.set_item_access(key, "open", SECRETARY)
    (again,) = shelved.take(closed("minutes", "b"))
    assert (again.status, codes(again), shelved.item_keys()) == ("unchanged", [], [key])


class FullIndex(FakeIndex):
    """Takes nothing."""

    def add(self, session: Session, entries: Sequence[IndexEntry]) -> None:
        raise StoreError("the index is full")


def test_a_batch_is_one_transaction(db: Database) -> None:
    shelved = Shelved(db, FullIndex())
    with pytest.raises(StoreError):
        shelved.intake.store_parsed([minutes("a"), agenda()])
    assert shelved.rows(ALL) == dict.fromkeys(ALL, 0)


def test_living_documents_are_replaced_as_a_whole(shelved: Shelved) -> None:
    shelved.take(minutes())
    shelved.intake.replace_living([replace(agenda(on=date(2027, 1, 4)), living=True)])
    shelved.intake.replace_living([replace(agenda(on=date(2027, 1, 5)), living=True)])
    assert {key[:20] for key in shelved.item_keys()} == {"direktion-2015-10-22", "direktion-2027-01-05"}
    assert shelved.rows(["document", "meeting"]) == {"document": 2, "meeting": 2}
    assert shelved.consistent()


def test_a_file_is_read_and_stored(shelved: Shelved, tmp_path: Path) -> None:
    given = minutes()
    seen: list[tuple[str, str]] = []

    def read(path: Path, name: str) -> Reading:
        seen.append((path.suffix, name))
        return Reading(given.extract, given.parsed)

    intake = Intake(shelved.db, shelved.index, shelved.clock, read)
    path = tmp_path / "referat.pdf"
    path.write_bytes(b"content")
    assert intake.preview(path, name="referat.pdf").status == "stored"
    assert intake.ingest(path).status == "stored"
    dropped = intake.ingest(b"content", name="../../x/refer\x00at.pdf")
    assert (dropped.status, intake.preview(b"content", name="a").status) == ("unchanged", "unchanged")
    assert seen[-2] == (".pdf", "../../x/refer\x00at.pdf")


def test_a_file_that_cannot_be_read_is_refused_with_its_place(shelved: Shelved) -> None:
    def read(path: Path, name: str) -> Reading:
        raise MinutesUnreadable(name, "no_text", "page 3 has no text, but 010203-1234", page=3)

    intake = Intake(shelved.db, shelved.index, shelved.clock, read)
    report = intake.ingest(b"x", name="scan 010203-1234.pdf")
    assert (report.status, report.document, report.path) == ("refused", None, "scan ••••••-••••.pdf")
    assert report.reason == {
        "code": "no_text", "page": 3, "line": None, "message": "page 3 has no text, but ••••••-••••",
    }  # fmt: skip
    assert shelved.rows(ALL) == dict.fromkeys(ALL, 0)
