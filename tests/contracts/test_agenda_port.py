"""The port of agenda items: what flows may rely on, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dialogs.agendaports import AgendaItems
from store.agenda.items import StoredAgenda
from store.agenda.records import (
    BadField,
    CannotSubmit,
    FileRefused,
    Named,
    NotPossible,
    Practice,
    StaleItem,
)
from store.backup import backup
from store.database import Database, OnlyReading
from store.errors import NotFound
from store.meetingcalendar import StoredCalendar
from store.people import People
from tests.fakes.agenda import ANNA, BO, CHANNEL, CILLE, DAN, DEC_3, DEC_17, EVA, FIELDS, GUEST, ODA, House


@pytest.fixture
def house(db: Database) -> House:
    return House(db)


def test_it_is_what_flows_are_handed(house: House) -> None:
    agenda: AgendaItems = house.agenda
    assert [body.name for body in agenda.bodies(ANNA)] == ["Byrådet", "Direktionen"]
    assert agenda.bodies(CHANNEL) == agenda.bodies(GUEST) == ()


def test_the_same_turn_gives_the_same_draft(house: House) -> None:
    first = house.agenda.start(ANNA, "Anna Holm", "da", "turn")
    assert (first.version, first.state, first.author, first.author_name) == (1, "draft", "p-anna", "Anna Holm")
    assert house.agenda.start(ANNA, "Anna Holm", "da", "turn") == first
    assert house.agenda.start(ANNA, "Anna Holm", "da", "another").id != first.id
    assert house.agenda.start(BO, "Bo Lind", "da", "turn").id != first.id
    assert [change.action for change in house.agenda.history(first.id, ANNA)] == ["create"]
    for subject in (CHANNEL, GUEST):
        with pytest.raises(NotFound):
            house.agenda.start(subject, "?", "da", "turn")


def test_fields_are_kept_and_come_back(house: House) -> None:
    item = house.draft(
        finance="Udgiften er 1,2 mio. kr.", assessment="Det kan lade sig gøre.", type="briefing", minutes=15,
        presenter="bo lind", responsible=Named("Centerchefen"), access="closed", closed_reason="contract",
        closed_note="Priserne er ikke offentlige.", step="review", recommendations=("at a.", " ", "at b."),
    )  # fmt: skip
    assert (item.body, item.meeting_key, item.title, item.case_number) == (
        "Direktionen", DEC_3, FIELDS["title"], "26/1044",
    )  # fmt: skip
    assert item.meeting is not None
    assert item.meeting.day == date(2026, 12, 3)
    assert item.meeting.deadlines["submission"] == datetime(2026, 11, 26, 11, 0, tzinfo=UTC)
    assert (item.presenter, item.responsible) == (Named("bo lind", "p-bo"), Named("Centerchefen"))
    assert (item.recommendations, item.minutes, item.type, item.step) == (("at a.", "at b."), 15, "briefing", "review")
    assert (item.access, item.closed_reason, item.closed_note) == ("closed", "contract", "Priserne er ikke offentlige.")
    assert house.agenda.item(item.id, ANNA) == item
    assert house.agenda.item(item.id, BO).title == item.title
    for subject in (ODA, DAN, EVA, CHANNEL, GUEST):
        with pytest.raises(NotFound):
            house.agenda.item(item.id, subject)


def test_a_step_taken_twice_is_taken_once(house: House) -> None:
    draft = house.draft()
    submitted = house.act(draft, "submit", ANNA)
    assert house.act(draft, "submit", ANNA) == submitted
    saved = house.agenda.save(submitted.id, submitted.version, {"title": "Åbningstider"}, CILLE)
    assert house.agenda.save(submitted.id, submitted.version, {"title": "Åbningstider"}, CILLE) == saved
    approved = house.act(saved, "approve", CILLE)
    assert house.agenda.save(submitted.id, submitted.version, {"title": "Åbningstider"}, CILLE) == approved
    with pytest.raises(StaleItem):
        house.agenda.save(submitted.id, submitted.version, {"title": "Lukketider"}, CILLE)
    actions = [change.action for change in house.agenda.history(draft.id, ANNA)]
    assert actions == ["create", "save", "submit", "save", "approve"]


def test_who_comes_late_is_told_what_happened_and_changes_nothing(house: House) -> None:
    item = house.submitted()
    returned = house.act(item, "return", CILLE, comment="Økonomien mangler.")
    with pytest.raises(StaleItem) as told:
        house.act(item, "recall", ANNA)
    assert told.value.changed is not None
    assert (told.value.changed.action, told.value.changed.person) == ("return", "p-cille")
    assert told.value.changed.comment == "Økonomien mangler."
    assert told.value.item == returned == house.agenda.item(item.id, ANNA)


def test_what_a_field_cannot_take_saves_nothing(house: House) -> None:
    item = house.draft()
    for fields, name, fault in (
        ({"title": "x" * 501}, "title", "too_long"),
        ({"title": 7}, "title", "wrong"),
        ({"recommendations": ["at"] * 31}, "recommendations", "too_many"),
        ({"minutes": 0}, "minutes", "wrong"),
        ({"minutes": True}, "minutes", "wrong"),
        ({"type": "other"}, "type", "wrong"),
        ({"state": "ready"}, "state", "unknown"),
        ({"body_key": "findes-ikke"}, "body_key", "unknown"),
        ({"body_key": "personaleudvalg"}, "body_key", "unknown"),
        ({"meeting_key": "direktion-2026-12-04"}, "meeting_key", "unknown"),
        ({"meeting_key": "byraad-2026-12-08"}, "meeting_key", "unknown"),
        ({"links": ["findes-ikke"]}, "links", "unknown"),
        ({"presenter": Named("Nogen", "p-ukendt")}, "presenter", "unknown"),
    ):
        with pytest.raises(BadField) as wrong:
            house.agenda.save(item.id, item.version, {"description": "Nyt.", **fields}, ANNA)
        assert (wrong.value.field, wrong.value.fault) == (name, fault)
    assert house.agenda.item(item.id, ANNA) == item


def test_another_body_takes_its_own_meetings(house: House) -> None:
    item = house.draft()
    moved = house.agenda.save(item.id, item.version, {"body_key": "byraad"}, ANNA)
    assert (moved.body, moved.meeting_key, moved.meeting) == ("Byrådet", None, None)
    chosen = house.agenda.save(moved.id, moved.version, {"meeting_key": "byraad-2026-12-08"}, ANNA)
    assert chosen.meeting is not None


def test_what_is_wrong_keeps_it_from_being_submitted(house: House) -> None:
    for fields, codes in (
        ({"title": ""}, ("no_title",)),
        ({"meeting_key": None}, ("no_meeting",)),
        ({"description": "Vedr. 010203-1234."}, ("cpr",)),
    ):
        item = house.draft(**fields)
        with pytest.raises(CannotSubmit) as wrong:
            house.act(item, "submit", ANNA)
        assert wrong.value.codes == codes
        assert house.agenda.item(item.id, ANNA).state == "draft"
    late = house.draft()
    house.clock.forward(days=6)
    with pytest.raises(CannotSubmit) as wrong:
        house.act(late, "submit", ANNA)
    assert wrong.value.codes == ("late_reason",)
    reasoned = house.agenda.save(late.id, late.version, {"late_reason": "Tilbuddet kom i går."}, ANNA)
    assert house.act(reasoned, "submit", ANNA).late
    house.clock.forward(days=30)
    with pytest.raises(CannotSubmit) as wrong:
        house.act(house.agenda.start(ANNA, "Anna", "da", "k", copy_of=late.id), "submit", ANNA)
    assert wrong.value.codes == ("no_meeting",)


def test_a_secretary_has_what_waits_and_a_member_what_was_approved(house: House) -> None:
    later = house.submitted(BO, meeting_key=DEC_17)
    first, second = house.submitted(), house.submitted(ODA, title="Ny kantine")
    assert [one.id for one in house.agenda.waiting(CILLE)] == [first.id, second.id, later.id]
    assert house.agenda.waiting(CILLE, "byraad") == house.agenda.waiting(EVA) == house.agenda.waiting(ANNA) == ()
    house.act(first, "approve", CILLE)
    assert [one.id for one in house.agenda.found(DAN, body="direktion")] == [first.id]
    assert [one.id for one in house.agenda.found(CILLE, since=date(2026, 12, 1))] == [first.id, second.id, later.id]
    assert [one.id for one in house.agenda.found(CILLE, until=date(2026, 12, 10))] == [first.id, second.id]
    assert [one.id for one in house.agenda.found(CILLE, states=frozenset({"submitted"}), limit=1)] == [second.id]
    assert house.agenda.found(ODA, meeting=DEC_3)[0].id == second.id
    assert house.agenda.found(replace(CILLE, audience="channel")) == ()
    assert [one.id for one in house.agenda.mine(BO)] == [later.id]


def test_only_a_secretary_returns_approves_moves_and_opens(house: House) -> None:
    item = house.submitted(access="closed", closed_reason="contract")
    for action in ("approve", "return", "move", "postpone", "open", "close", "exclude"):
        for subject in (ANNA,):
            with pytest.raises(NotPossible):
                house.act(item, action, subject, comment="Nej.", meeting_key=DEC_17, person="p-bo")
    with pytest.raises(BadField):
        house.act(item, "return", CILLE)
    moved = house.act(item, "move", CILLE, meeting_key=DEC_17)
    assert moved.meeting_key == DEC_17
    opened = house.act(moved, "open", CILLE)
    assert (opened.access, opened.closed_reason) == ("open", None)
    back = house.act(house.act(opened, "close", CILLE), "return", CILLE, comment="Ret.")
    with pytest.raises(BadField) as wrong:
        house.agenda.save(back.id, back.version, {"access": "open"}, ANNA)
    assert (wrong.value.field, wrong.value.fault) == ("access", "not_yours")


def test_who_is_kept_out_of_it_does_not_see_it(house: House) -> None:
    item = house.ready(access="closed", closed_reason="personal")
    assert house.agenda.item(item.id, DAN).id == item.id
    kept = house.act(item, "exclude", CILLE, person="p-dan")
    assert kept.excluded == {"p-dan"}
    assert house.act(item, "exclude", CILLE, person="p-dan") == kept
    with pytest.raises(NotFound):
        house.agenda.item(item.id, DAN)
    assert house.agenda.found(DAN) == ()
    back = house.act(kept, "include", CILLE, person="p-dan")
    assert back.excluded == frozenset()
    assert house.agenda.item(item.id, DAN).id == item.id


def test_attachments_come_and_go_with_the_draft(house: House) -> None:
    item = house.draft()
    with_file = house.attached(item, name="../../Notat  om\u202etid.txt")
    (file,) = with_file.files
    assert (file.name, file.size, file.media_type, file.access) == ("Notat omtid.txt", 9, "text/plain", "open")
    assert house.attached(item, name="andet.txt").files == with_file.files
    assert house.agenda.content(item.id, file.id, ANNA) == ("Notat omtid.txt", b"Et notat.")
    closed = house.agenda.set_file_access(item.id, with_file.version, file.id, "closed", ANNA)
    assert closed.files[0].access == "closed"
    for name, content, fault in (
        ("virus.exe", b"MZ", "type"), ("a.pdf", b"PK\x03\x04", "not_text"), ("tom.txt", b"", "empty"),
        ("stor.txt", b"x" * 20_000_001, "too_large"), ("a.txt", b"\x00\x01", "not_text"),
    ):  # fmt: skip
        with pytest.raises(FileRefused) as refused:
            house.attached(item, name=name, content=content)
        assert refused.value.fault == fault
    with pytest.raises(NotFound):
        house.agenda.content(item.id, file.id, BO)
    gone = house.agenda.detach(item.id, closed.version, file.id, ANNA)
    assert gone.files == ()
    assert house.agenda.detach(item.id, closed.version, file.id, ANNA) == gone
    again = house.attached(gone)
    house.agenda.discard(item.id, again.version, ANNA)
    with pytest.raises(NotFound):
        house.agenda.content(item.id, again.files[0].id, ANNA)


def test_only_a_draft_that_nobody_saw_is_discarded(house: House) -> None:
    recalled = house.act(house.submitted(), "recall", ANNA)
    assert recalled.state == "draft"
    with pytest.raises(NotPossible):
        house.agenda.discard(recalled.id, recalled.version, ANNA)
    assert house.act(recalled, "withdraw", ANNA).state == "withdrawn"


def test_a_body_says_who_may_come_before_it(house: House) -> None:
    assert house.agenda.practice("direktion", ANNA) == Practice("direktion")
    for subject in (ANNA, EVA, replace(CILLE, audience="channel")):
        with pytest.raises(NotFound):
            house.agenda.set_practice(Practice("direktion", "members", 90), subject)
    kept = house.agenda.set_practice(Practice("direktion", "members", 90), CILLE)
    assert house.agenda.practice("direktion", ANNA) == kept
    assert [body.key for body in house.agenda.bodies(ANNA)] == ["byraad"]
    assert [body.key for body in house.agenda.bodies(DAN)] == ["byraad", "direktion"]


def test_the_minutes_of_a_meeting_add_up(house: House) -> None:
    house.submitted(minutes=20)
    house.ready(BO, minutes=25)
    house.draft(ODA, minutes=60)
    assert house.agenda.load(DEC_3, CILLE) == 45
    assert house.agenda.load(DEC_3, ANNA) == 20
    assert house.agenda.load(DEC_17, CILLE) == 0


def test_like_items_are_seen_by_those_who_may_read_them(house: House) -> None:
    mine, other = house.draft(), house.ready(BO, title="Åbningstider i borgerservice, nye")
    assert house.agenda.alike(mine.id, ANNA) == ()
    # What somebody else is still writing is no hint, not even for a secretary.
    assert house.agenda.alike(other.id, CILLE) == ()
    house.act(mine, "submit", ANNA)
    assert [one.key for one in house.agenda.alike(other.id, CILLE)] == [mine.id]


def test_with_a_person_go_the_drafts_that_nobody_saw(house: House) -> None:
    draft, submitted = house.draft(), house.submitted()
    People(house.db, house.clock).forget("p-anna")
    with pytest.raises(NotFound):
        house.agenda.item(draft.id, CILLE)
    assert house.agenda.item(submitted.id, CILLE).author == "p-anna"


def test_a_copy_of_the_store_has_the_items(sqlite_db: Database, tmp_path: Path) -> None:
    house = House(sqlite_db)
    item = house.attached(house.draft())
    copy = Database.open(f"sqlite:///{backup(sqlite_db, tmp_path / 'copy.db')}")
    try:
        kept = StoredAgenda(copy, house.clock, StoredCalendar(copy, house.clock))
        assert kept.item(item.id, ANNA) == item
        assert kept.content(item.id, item.files[0].id, ANNA) == ("notat.txt", b"Et notat.")
    finally:
        copy.close()


def test_where_all_only_read_nothing_is_written(house: House) -> None:
    item = house.draft()
    with house.db.snapshot():
        assert house.agenda.item(item.id, ANNA) == item
        for write in (
            lambda: house.agenda.start(ANNA, "Anna", "da", "another"),
            lambda: house.agenda.save(item.id, item.version, {"title": "x"}, ANNA),
            lambda: house.act(item, "submit", ANNA),
            lambda: house.attached(item),
            lambda: house.agenda.discard(item.id, item.version, ANNA),
            lambda: house.agenda.set_practice(Practice("direktion"), CILLE),
        ):
            with pytest.raises(OnlyReading):
                write()
    assert house.agenda.mine(ANNA) == (item,)
