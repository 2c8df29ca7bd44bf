"""For a reader, everything is the same whether others' drafts and closed items are in the store or not."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.agenda.records import STATES, AgendaItem
from store.agenda.rows import ITEM
from store.database import Database
from store.errors import NotFound, StoreError
from store.records import Subject
from tests.fakes.agenda import ANNA, BO, CHANNEL, CILLE, DAN, DEC_3, EVA, GUEST, ODA, House
from tests.fakes.library import NOW

WORDS = ("åbningstider", "borgerservice", "kantine", "cykler", "lejemål", "budget", "nye")
READERS = {"employee": ODA, "channel": CHANNEL, "member": DAN, "other secretary": EVA, "guest": GUEST,
           "secretary in a channel": replace(CILLE, audience="channel")}  # fmt: skip
STEPS: dict[str, tuple[tuple[str, Subject], ...]] = {
    "draft": (),
    "submitted": (("submit", ANNA),),
    "returned": (("submit", ANNA), ("return", CILLE)),
    "ready": (("submit", ANNA), ("approve", CILLE)),
    "on_agenda": (("submit", ANNA), ("approve", CILLE), ("place", CILLE)),
    "withdrawn": (("submit", ANNA), ("withdraw", CILLE)),
}


@dataclass(frozen=True)
class Hidden:
    """An item that none of the readers but a member may know of."""

    title: str
    case: str
    closed: bool
    state: str


hidden = st.builds(
    Hidden,
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join),
    st.sampled_from(("26/1", "26/1044", "")),
    st.booleans(),
    st.sampled_from(sorted(STEPS)),
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(hidden, min_size=1, max_size=4), st.sampled_from(sorted(READERS)))
def test_hidden_items_change_nothing(migrated_file: Path, items: list[Hidden], reader: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        shutil.copy(migrated_file, path)
        db = Database.open(f"sqlite:///{path}")
        try:
            house = House(db)
            subject = READERS[reader]
            published = furnish(house, subject)
            before = everything(house, subject, published)
            ids = [put(house, one) for one in items if not readable(subject, one)]
            assert everything(house, subject, published) == before
            for id in ids:
                assert nothing(house, subject, id)
        finally:
            db.close()


def readable(subject: Subject, one: Hidden) -> bool:
    return subject is DAN and one.state in ("ready", "on_agenda")


def furnish(house: House, subject: Subject) -> list[str]:
    """Something to see: a published open item, with a closed file and a link to a closed item, and an own draft."""
    secret = house.ready(BO, title="Hemmeligt lejemål", access="closed", closed_reason="contract")
    item = house.draft(BO, title="Nye cykler", case_number="26/1", links=(secret.id,), presenter="Anna Holm")
    item = house.attached(item, BO, access="closed")
    item = house.act(house.act(item, "submit", BO), "approve", CILLE, comment="Husk fru Jensen.")
    with house.db.write() as session:
        session.connection().execute(ITEM.update().where(ITEM.c.id == item.id).values(published_at=NOW))
    ids = [item.id]
    if subject is ODA:
        ids.append(house.draft(ODA, title="Åbningstider i borgerservice", case_number="26/1").id)
    return ids


def put(house: House, one: Hidden) -> str:
    more: dict[str, Any] = {"access": "closed", "closed_reason": "personal"} if one.closed else {}
    item = house.draft(title=one.title, case_number=one.case, minutes=30, **more)
    for action, by in STEPS[one.state]:
        item = house.act(item, action, by, comment="Se her.")  # type: ignore[arg-type]  # one of them
    return item.id


def everything(house: House, subject: Subject, ids: list[str]) -> list[Any]:
    agenda = house.agenda
    calls: list[Callable[[], Any]] = [
        lambda: agenda.bodies(subject),
        lambda: agenda.mine(subject),
        lambda: agenda.mine(subject, alive=False),
        lambda: agenda.waiting(subject),
        lambda: agenda.found(subject),
        lambda: agenda.found(subject, body="direktion", since=date(2026, 12, 1)),
        lambda: agenda.found(subject, meeting=DEC_3, limit=1),
        *(lambda state=state: agenda.found(subject, states=frozenset({state})) for state in STATES),
        lambda: agenda.load(DEC_3, subject),
        lambda: agenda.practice("direktion", subject),
    ]
    for id in ids:
        calls += [
            lambda id=id: agenda.item(id, subject),  # type: ignore[misc]  # as above
            lambda id=id: agenda.history(id, subject),  # type: ignore[misc]  # as above
            lambda id=id: agenda.alike(id, subject, 10),  # type: ignore[misc]  # as above
            lambda id=id: agenda.save(id, 1, {"links": ["x"]}, subject),  # type: ignore[misc]  # as above
        ]
    return [told(call) for call in calls]


def told(call: Callable[[], Any]) -> Any:
    try:
        return call()
    except StoreError as error:
        return type(error), str(error)


def nothing(house: House, subject: Subject, id: str) -> bool:
    """Whether an item is to the subject as one that was never there."""
    agenda = house.agenda

    def calls(id: str) -> list[Any]:
        return [
            told(lambda: agenda.item(id, subject)),
            told(lambda: agenda.history(id, subject)),
            told(lambda: agenda.save(id, 1, {"title": "x"}, subject)),
            told(lambda: agenda.act(id, 2, "approve", subject)),
            told(lambda: agenda.discard(id, 1, subject)),
            told(lambda: agenda.attach(id, "a.txt", b"a", "open", subject)),
            told(lambda: agenda.detach(id, 1, "f", subject)),
            told(lambda: agenda.content(id, "f", subject)),
            told(lambda: agenda.alike(id, subject)),
            told(lambda: agenda.start(subject, "x", "da", "copy", copy_of=id)),
        ]

    return calls(id) == calls("0" * 24)


@pytest.fixture
def house(db: Database) -> House:
    return House(db)


def published(house: House, **fields: Any) -> AgendaItem:
    item = house.ready(BO, presenter="Anna Holm", **fields)
    with house.db.write() as session:
        session.connection().execute(ITEM.update().where(ITEM.c.id == item.id).values(published_at=NOW))
    return item


def test_who_reads_a_published_item_reads_nothing_of_how_it_came_about(house: House) -> None:
    late = published(house, late_reason="Fru Jensen ringede.")
    house.act(house.agenda.item(late.id, CILLE), "exclude", CILLE, person="p-eva")
    for subject in (ODA, CHANNEL, DAN):
        shown = house.agenda.item(late.id, subject)
        assert (shown.late_reason, shown.excluded, shown.links) == ("", frozenset(), ())
        assert shown.last is None or shown.last.comment == ""
        assert [(one.action, one.comment) for one in house.agenda.history(late.id, subject)] == [("approve", "")]
    assert house.agenda.item(late.id, CILLE).excluded == {"p-eva"}


def test_a_body_that_few_may_know_of_is_not_named_by_its_items(house: House) -> None:
    item = published(house)
    with house.db.write() as session:
        values = {"body_key": "personaleudvalg", "meeting_key": "personaleudvalg-2026-12-07"}
        session.connection().execute(ITEM.update().where(ITEM.c.id == item.id).values(values))
    for subject in (ODA, CHANNEL, BO):
        shown = house.agenda.item(item.id, subject)
        assert (shown.body, shown.body_key, shown.meeting_key, shown.meeting) == ("", None, None, None)
        assert house.agenda.found(subject, body="personaleudvalg") == ()
        assert house.agenda.found(subject, since=date(2026, 12, 1)) == ()
    with pytest.raises(NotFound):
        house.agenda.item("0" * 24, ODA)
