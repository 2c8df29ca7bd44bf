"""People met, and rights given and taken."""

from __future__ import annotations

import pytest

from store import audit
from store.conversations import Conversations
from store.database import Database
from store.errors import NotFound
from store.people import People, SeveralPeople
from store.records import Address, ConversationKey, Grant, Person, Subject
from tests.fakes.library import NOW

ADMINISTRATOR = Subject("admin", True, "personal", (Grant("administrator"),))
ANNA, BO = "00000000-0000-0000-0000-0000000000a0", "00000000-0000-0000-0000-0000000000a1"


@pytest.fixture
def people(db: Database) -> People:
    met(db, Person(ANNA, "Anna Jensen", "anna@kommune.dk"), Person(BO, "Bo Sørensen", "bo@kommune.dk"))
    return People(db, lambda: NOW)


def met(db: Database, *persons: Person) -> None:
    for number, person in enumerate(persons):
        key = ConversationKey("t", f"c{person.id}", person.id)
        address = Address("t", "https://s/", f"c{person.id}", "personal", person=person.id)
        Conversations(db).arrive(key, f"{person.name}{number}", None, address, NOW, person)


def test_who_was_met_is_known(people: People) -> None:
    assert people.person(ANNA) == Person(ANNA, "Anna Jensen", "anna@kommune.dk")
    assert people.person("nobody") is None


def test_a_new_name_replaces_the_old_one_but_a_missing_upn_does_not(db: Database, people: People) -> None:
    met(db, Person(ANNA, "Anna Jensen Holm"))
    assert people.person(ANNA) == Person(ANNA, "Anna Jensen Holm", "anna@kommune.dk")


@pytest.mark.parametrize(
    "text", [ANNA, "Anna Jensen", "anna jensen", "ANNA@kommune.dk", "anna", "Jensen", "Ana Jensen"]
)
def test_whom_a_person_on_the_command_line_means(people: People, text: str) -> None:
    assert people.resolve(text).id == ANNA


def test_an_object_id_needs_no_meeting(people: People) -> None:
    stranger = "0F0F0F0F-1111-2222-3333-444444444444"
    assert people.resolve(stranger) == Person(stranger.lower(), stranger.lower())


def test_names_of_nobody_and_of_several(db: Database, people: People) -> None:
    with pytest.raises(NotFound):
        people.resolve("Xerxes")
    met(db, Person("c", "Anna Jensen", "anna2@kommune.dk"))
    with pytest.raises(SeveralPeople) as caught:
        people.resolve("Anna Jensen")
    assert {one.id for one in caught.value.candidates} == {ANNA, "c"}
    assert people.resolve("anna2@kommune.dk").id == "c"


def test_met_lists_all_or_the_likest(people: People) -> None:
    assert [one.name for one in people.met("")] == ["Anna Jensen", "Bo Sørensen"]
    assert [one.name for one in people.met("sørensen")] == ["Bo Sørensen"]
    assert people.met("", limit=1)[0].name == "Anna Jensen"


def test_rights_are_given_and_taken(db: Database, people: People) -> None:
    grant = Grant("secretary", "direktion")
    people.grant(ANNA, grant, ADMINISTRATOR)
    people.grant(ANNA, grant, None)
    people.grant(ANNA, Grant("member"), None)
    assert (people.person(ANNA) or Person("", "")).grants == (Grant("member"), grant)
    assert [one.id for one in people.holders("secretary")] == [ANNA]
    people.revoke(ANNA, grant, ADMINISTRATOR)
    with pytest.raises(NotFound):
        people.revoke(ANNA, grant, ADMINISTRATOR)
    assert [one.grants for one in people.holders()] == [(Grant("member"),)]
    with db.read() as session:
        noted = [(entry.person, entry.action, entry.outcome) for entry in reversed(audit.entries(session))]
    assert noted == [
        ("admin", "grant", "done"),
        ("command line", "grant", "as it was"),
        ("command line", "grant", "done"),
        ("admin", "revoke", "done"),
    ]


@pytest.mark.parametrize(
    "by",
    [
        Subject("x", True),
        Subject("x", True, "personal", (Grant("secretary"), Grant("member"))),
        Subject("x", True, "channel", (Grant("administrator"),)),
        Subject("x", False, "personal", (Grant("administrator"),)),
        Subject(None, True, "personal", (Grant("administrator"),)),
    ],
)
def test_only_administrators_in_personal_chat_manage_rights(people: People, by: Subject) -> None:
    with pytest.raises(NotFound):
        people.grant(ANNA, Grant("member"), by)
    with pytest.raises(NotFound):
        people.revoke(ANNA, Grant("member"), by)
    assert people.holders() == []


def test_the_settings_name_the_first_administrators(people: People) -> None:
    people.first_administrators([ANNA, "unmet"])
    people.first_administrators([ANNA])
    assert [(one.id, one.name) for one in people.holders("administrator")] == [
        (ANNA, "Anna Jensen"),
        ("unmet", "unmet"),
    ]


def test_forgetting_a_person(people: People) -> None:
    people.grant(ANNA, Grant("member"), None)
    people.forget(ANNA)
    assert (people.person(ANNA), people.holders()) == (None, [])
