"""What secretaries do with documents and items, what others may not, and what was shown and has to be withdrawn."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store import audit
from store.conversations import Conversations
from store.database import Database
from store.errors import NotFound
from store.ingest.source import Source
from store.records import Address, Fact, Grant, Subject
from tests.fakes.library import MEMBER, NOW, READER, SECRETARY, STRANGER, Shelved
from tests.fakes.minutes import Paper

KEY = "direktion-2015-10-22"
OTHERS = [
    READER,
    MEMBER,
    STRANGER,
    Subject("secretary", True, "channel", SECRETARY.grants),
    Subject("secretary", False, "personal", SECRETARY.grants),
    Subject("other", True, "personal", (Grant("secretary", "byraad"),)),
]


def paper(text: str = "Godkendt") -> Source:
    sheet = Paper()
    items = [
        sheet.item(71, "Nedlæggelse", decision="Drøftet fortroligt", access="closed", case="15/1"),
        sheet.item(72, "Brug af provenue", decision=text, case="15/8020"),
        sheet.item(73, "Ny skole", decision="Udsat"),
    ]
    return sheet.minutes(items)


@pytest.fixture
def shelved(db: Database) -> Shelved:
    found = Shelved(db)
    found.take(paper())
    return found


@pytest.fixture
def document(shelved: Shelved) -> str:
    return shelved.library.documents(None)[0].id


@pytest.fixture
def closed_key(shelved: Shelved) -> str:
    return shelved.item_keys(MEMBER)[0]


def texts(shelved: Shelved, subject: Subject = READER) -> list[str]:
    return [fact.text for key in shelved.item_keys(subject) for fact in shelved.item(key, subject).facts]


def actions(shelved: Shelved) -> list[tuple[str, str, str]]:
    shelved.db.flush()
    with shelved.db.read() as session:
        return [(entry.person, entry.action, entry.target) for entry in reversed(audit.entries(session))]


def test_documents_are_listed_for_their_secretary_alone(shelved: Shelved, document: str) -> None:
    (record,) = shelved.library.documents(SECRETARY)
    assert (record.id, record.body, record.access, record.items, record.closed_items, record.state) == (
        document, "Direktionen", "open", 3, 1, "stored",
    )  # fmt: skip
    assert record.stored_at == NOW
    assert [shelved.library.documents(other) for other in OTHERS] == [()] * len(OTHERS)


def test_nobody_else_can_change_anything(shelved: Shelved, document: str, closed_key: str) -> None:
    library = shelved.library
    before, audited = shelved.on_shelves(heads=True), actions(shelved)
    changes: list[Callable[[Subject], object]] = [
        lambda other: library.set_item_access(f"{KEY}-72", "closed", other),
        lambda other: library.set_item_access(closed_key, "open", other),
        lambda other: library.set_document_access(document, "closed", other),
        lambda other: library.remove_document(document, other),
        lambda other: library.open_layer(closed_key, "existence", "Personalesag", other),
        lambda other: library.exclude(closed_key, "member", other),
        lambda other: library.include(closed_key, "member", other),
        lambda other: library.item_of(document, "71", other),
        lambda other: library.set_item_access("nowhere", "open", other),
        lambda other: library.remove_document("dnowhere", other),
    ]
    for other in OTHERS:
        for change in changes:
            with pytest.raises(NotFound):
                change(other)
        assert library.find_items("72", "", other) == ()
    assert (shelved.on_shelves(heads=True), actions(shelved)) == (before, audited)


def test_closing_and_opening_an_item(shelved: Shelved) -> None:
    shelved.library.set_item_access(f"{KEY}-72", "closed", SECRETARY)
    assert texts(shelved) == ["Udsat"]
    assert texts(shelved, MEMBER) == ["Drøftet fortroligt", "Godkendt", "Udsat"]
    with pytest.raises(NotFound):
        shelved.item(f"{KEY}-72")
    shelved.library.set_item_access(f"{KEY}-72", "open", SECRETARY)
    assert texts(shelved) == ["Godkendt", "Udsat"]
    assert shelved.consistent()
    assert actions(shelved)[-2:] == [("secretary", "close", f"{KEY}-72"), ("secretary", "open", f"{KEY}-72")]


def test_opening_what_the_document_states_closed(shelved: Shelved, closed_key: str) -> None:
    shelved.library.set_item_access(closed_key, "open", SECRETARY)
    assert texts(shelved) == ["Drøftet fortroligt", "Godkendt", "Udsat"]


def test_closing_and_opening_a_document(shelved: Shelved, document: str) -> None:
    shelved.library.set_document_access(document, "closed", SECRETARY)
    assert (texts(shelved), {shelf for shelf, _ in shelved.on_shelves(heads=True)}) == ([], {"closed:direktion"})
    shelved.library.set_document_access(document, "open", SECRETARY)
    assert texts(shelved) == ["Godkendt", "Udsat"]
    assert shelved.consistent()


def test_opening_one_item_of_a_closed_document(shelved: Shelved, document: str) -> None:
    shelved.library.set_document_access(document, "closed", None)
    shelved.library.set_item_access(shelved.library.item_of(document, "72", None), "open", None)
    assert texts(shelved) == ["Godkendt"]
    shelved.library.set_document_access(document, "closed", None)
    assert texts(shelved) == []


def test_an_item_is_known_in_its_document_by_number(shelved: Shelved, document: str) -> None:
    assert shelved.library.item_of(document, "72", SECRETARY) == f"{KEY}-72"
    assert shelved.library.item_of(document, "Punkt 72.", None) == f"{KEY}-72"
    with pytest.raises(NotFound):
        shelved.library.item_of(document, "2", None)


def test_a_removed_document_is_gone_and_may_come_back(shelved: Shelved, document: str) -> None:
    shelved.library.remove_document(document, SECRETARY)
    names = ["fact", "item", "item_source", "page_text", "attachment", "meeting", "body_mention"]
    assert shelved.rows(names) == dict.fromkeys(names, 0)
    assert shelved.library.documents(SECRETARY) == ()
    (tombstone,) = shelved.library.documents(SECRETARY, removed=True)
    assert (tombstone.id, tombstone.title, tombstone.path, tombstone.state) == (document, "", "", "removed")
    assert shelved.consistent()
    with pytest.raises(NotFound):
        shelved.library.set_document_access(document, "open", SECRETARY)
    (report,) = shelved.take(paper())
    assert (report.status, (report.document or {})["id"]) == ("stored", document)
    assert texts(shelved) == ["Godkendt", "Udsat"]


def test_finding_items_by_number_or_title(shelved: Shelved, closed_key: str) -> None:
    find = shelved.library.find_items
    assert [item.key for item in find("72", "", SECRETARY)] == [f"{KEY}-72"]
    assert [item.key for item in find(None, "ny skole", SECRETARY)] == [f"{KEY}-73"]
    assert [item.key for item in find("71", "nedlægelse", SECRETARY)] == [closed_key]
    assert find("72", "ny skole", SECRETARY) == ()
    assert find(None, "", SECRETARY) == ()


def test_existence_is_opened_with_a_neutral_title(shelved: Shelved, closed_key: str) -> None:
    shelved.library.open_layer(closed_key, "existence", "Personalesag", SECRETARY)
    assert shelved.item_keys() == [closed_key, f"{KEY}-72", f"{KEY}-73"]
    record = shelved.item(closed_key)
    assert (record.title, record.number, record.closed, record.facts, record.case_number, record.document) == (
        "Personalesag", "71", True, (), None, None,
    )  # fmt: skip
    assert shelved.item(closed_key, MEMBER).title == "Nedlæggelse"
    shelved.library.open_layer(closed_key, "existence", None, SECRETARY)
    assert shelved.item_keys() == [f"{KEY}-72", f"{KEY}-73"]


def test_a_published_decision_is_a_fact_of_its_own(shelved: Shelved, closed_key: str) -> None:
    shelved.library.open_layer(closed_key, "decision", "Indstillingen blev tiltrådt.", SECRETARY)
    record = shelved.item(closed_key)
    (fact,) = record.facts
    assert (record.title, fact.kind, fact.text, fact.decision_class, fact.page, fact.closed) == (
        "Lukket punkt", "decision", "Indstillingen blev tiltrådt.", "as_worded", None, False,
    )  # fmt: skip
    assert (fact.item_title, fact.case_number, fact.document.path, fact.document.kind) == (
        "Lukket punkt", None, "", "publication",
    )  # fmt: skip
    assert ("open", "Indstillingen blev tiltrådt.") in shelved.on_shelves()
    assert texts(shelved, MEMBER) == ["Drøftet fortroligt", "Godkendt", "Udsat"]
    assert shelved.consistent()
    assert "Nedlæggelse" not in repr([record, fact])


def test_a_published_decision_follows_its_title_and_can_be_taken_back(shelved: Shelved, closed_key: str) -> None:
    library = shelved.library
    library.open_layer(closed_key, "decision", "Tiltrådt.", SECRETARY)
    library.open_layer(closed_key, "existence", "Ejendomssag", SECRETARY)
    assert [fact.item_title for fact in shelved.item(closed_key).facts] == ["Ejendomssag"]
    library.open_layer(closed_key, "decision", None, SECRETARY)
    assert (shelved.item(closed_key).title, shelved.item(closed_key).facts) == ("Ejendomssag", ())
    library.open_layer(closed_key, "decision", "Tiltrådt 010203-1234.", SECRETARY)
    assert [fact.text for fact in shelved.item(closed_key).facts] == ["Tiltrådt ••••••-••••."]
    library.open_layer(closed_key, "existence", None, SECRETARY)
    assert shelved.item_keys() == [f"{KEY}-72", f"{KEY}-73"]
    assert shelved.consistent()


def test_an_item_opened_whole_needs_no_layers(shelved: Shelved, closed_key: str) -> None:
    shelved.library.open_layer(closed_key, "decision", "Tiltrådt.", SECRETARY)
    shelved.library.set_item_access(closed_key, "open", SECRETARY)
    assert texts(shelved) == ["Drøftet fortroligt", "Godkendt", "Udsat"]
    shelved.library.set_item_access(closed_key, "closed", SECRETARY)
    assert texts(shelved) == ["Godkendt", "Udsat"]
    assert shelved.item_keys() == [f"{KEY}-72", f"{KEY}-73"]


def test_the_course_of_a_published_item_tells_nothing_of_its_case(shelved: Shelved, closed_key: str) -> None:
    from store import meetings

    shelved.library.open_layer(closed_key, "existence", "Personalesag", SECRETARY)
    with shelved.db.read() as session:
        (only,) = meetings.course(session, closed_key, READER)
    assert only.title == "Personalesag"


def test_an_excluded_person_sees_nothing_of_the_item(shelved: Shelved, closed_key: str) -> None:
    shelved.library.exclude(closed_key, "member", SECRETARY)
    assert texts(shelved, MEMBER) == ["Godkendt", "Udsat"]
    colleague = Subject("colleague", True, "personal", MEMBER.grants)
    assert texts(shelved, colleague) == ["Drøftet fortroligt", "Godkendt", "Udsat"]
    assert (f"item:{closed_key}", "Drøftet fortroligt") in shelved.on_shelves()
    shelved.library.include(closed_key, "member", SECRETARY)
    assert texts(shelved, MEMBER) == ["Drøftet fortroligt", "Godkendt", "Udsat"]
    assert shelved.consistent()


def test_nobody_takes_back_their_own_exclusion(shelved: Shelved, closed_key: str) -> None:
    shelved.library.exclude(closed_key, "secretary", SECRETARY)
    with pytest.raises(NotFound):
        shelved.library.include(closed_key, "secretary", SECRETARY)
    assert shelved.library.find_items("71", "", SECRETARY) == ()


def sent(shelved: Shelved, name: str, *items: str, scope: str = "channel", person: str | None = None) -> None:
    address = Address("t", "https://s/", name, scope, person=person)  # type: ignore[arg-type]  # a scope
    conversations = Conversations(shelved.db)
    conversations.refresh(address, NOW)
    conversations.delivered(address, f"m-{name}", items, (), "da", None, NOW)


def withdrawn(shelved: Shelved) -> list[str]:
    return [one.activity for one in Conversations(shelved.db).withdrawals(10)]


def test_messages_that_showed_what_is_closed_are_withdrawn(shelved: Shelved, document: str, closed_key: str) -> None:
    with shelved.db.write() as session:
        from store.grants import give

        give(session, "member", Grant("member", "direktion"), "x", NOW)
    sent(shelved, "channel", f"{KEY}-72", f"{KEY}-73")
    sent(shelved, "other", f"{KEY}-73")
    sent(shelved, "reader", f"{KEY}-72", scope="personal", person="reader")
    sent(shelved, "member", f"{KEY}-72", closed_key, scope="personal", person="member")
    shelved.library.set_item_access(f"{KEY}-72", "closed", SECRETARY)
    assert withdrawn(shelved) == ["m-channel", "m-reader"]
    conversations = Conversations(shelved.db)
    first, second = conversations.withdrawals(10)
    assert (first.address.conversation, first.lang) == ("channel", "da")
    conversations.withdrawn(first.id, True, NOW)
    for _ in range(5):
        conversations.withdrawn(second.id, False, NOW)
    assert withdrawn(shelved) == []
    shelved.library.exclude(closed_key, "member", SECRETARY)
    assert withdrawn(shelved) == ["m-member"]
    shelved.library.remove_document(document, SECRETARY)
    assert sorted(withdrawn(shelved)) == ["m-member", "m-other", "m-reader"]


def test_messages_are_withdrawn_when_a_new_source_closes_the_item(shelved: Shelved) -> None:
    sent(shelved, "channel", f"{KEY}-72")
    sheet = Paper()
    shelved.take(sheet.minutes([sheet.item(72, "Brug af provenue", access="closed", decision="x", case="15/8020")]))
    assert withdrawn(shelved) == ["m-channel"]


def test_reading_closed_text_is_audited(shelved: Shelved, closed_key: str) -> None:
    sent(shelved, "member", f"{KEY}-72", closed_key, scope="personal", person="member")
    assert actions(shelved)[-1] == ("member", "read", closed_key)


def test_decisions_of_the_own_body_come_first(db: Database) -> None:
    shelved, sheet = Shelved(db), Paper()
    extra = (
        sheet.fact("decision", "Økonomiudvalget anbefaler", "recommended", by="Økonomiudvalget"),
        sheet.fact("background", "Baggrund"),
        sheet.fact("decision", "Byrådet godkendte", "approved", by="Byrådet"),
    )
    shelved.take(sheet.minutes([sheet.item(1, "Budget", extra=extra)], body="Byrådet"))
    facts: tuple[Fact, ...] = shelved.item(shelved.item_keys()[0]).facts
    assert [fact.text for fact in facts] == ["Byrådet godkendte", "Baggrund", "Økonomiudvalget anbefaler"]
