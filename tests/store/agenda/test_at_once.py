"""Many people at once: one effect for each step, each item once, in order of submission; on both engines."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from store.agenda.records import AgendaItem, NotPossible, StaleItem
from store.database import Database
from store.errors import StoreError
from store.people import meet
from store.records import Person, Subject
from store.subscriptions import OCCURRENCE
from tests.fakes.agenda import ANNA, CILLE, DAN, FIELDS, TENANT, House
from tests.fakes.library import NOW


@pytest.fixture
def house(db: Database) -> House:
    return House(db)


def at_once(works: Sequence[Callable[[], Any]]) -> list[Any]:
    """What each of these gave or raised, all begun together."""
    barrier, results = threading.Barrier(len(works)), [None] * len(works)

    def run(place: int) -> None:
        barrier.wait()
        try:
            results[place] = works[place]()
        except StoreError as error:
            results[place] = error  # type: ignore[call-overload]  # what the test looks at

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(works))]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return list(results)


def test_of_two_who_decide_at_once_one_does(house: House) -> None:
    for _ in range(5):
        item = house.submitted()
        found = at_once(
            [
                lambda item=item: house.act(item, "approve", CILLE),  # type: ignore[misc]  # mypy cannot type a default of a lambda
                lambda item=item: house.act(item, "recall", ANNA),  # type: ignore[misc]  # the same
            ]
        )
        (done,) = [one for one in found if isinstance(one, AgendaItem)]
        (late,) = [one for one in found if isinstance(one, StaleItem)]
        assert done.state in ("ready", "draft")
        assert late.changed == done.last
        assert [change.version for change in house.agenda.history(item.id, ANNA)] == [1, 2, 3, 4]


def test_a_click_delivered_many_times_at_once_has_one_effect(house: House) -> None:
    draft = house.draft()
    found = at_once([lambda: house.act(draft, "submit", ANNA)] * 6)
    assert len({(one.id, one.version, one.state) for one in found}) == 1
    assert [change.action for change in house.agenda.history(draft.id, ANNA)] == ["create", "save", "submit"]
    with house.db.read() as session:
        told = session.connection().execute(OCCURRENCE.select()).all()
    assert [(row.recipient, row.payload["action"]) for row in told] == [("p-cille", "submit")]


def test_a_turn_delivered_many_times_at_once_gives_one_draft(house: House) -> None:
    found = at_once([lambda: house.agenda.start(ANNA, "Anna Holm", "da", "the turn")] * 6)
    assert len({one.id for one in found}) == 1
    assert len(house.agenda.mine(ANNA)) == 1


def test_two_who_write_different_fields_do_not_undo_each_other(house: House) -> None:
    item = house.submitted(CILLE)
    found = at_once(
        [
            lambda: house.agenda.save(item.id, item.version, {"title": "Den ene"}, CILLE),
            lambda: house.agenda.save(item.id, item.version, {"finance": "Den anden"}, CILLE),
        ]
    )
    (late,) = [one for one in found if isinstance(one, StaleItem)]
    now = house.agenda.item(item.id, CILLE)
    assert late.item == now
    assert (now.title == "Den ene") != (now.finance == "Den anden")


def test_fifty_register_at_once_and_each_is_there_once_in_order(house: House) -> None:
    people = [Subject(f"p-{number}", True, "personal", (), TENANT) for number in range(50)]
    with house.db.write() as session:
        for one in people:
            meet(session, Person(one.person or "", f"Leder {one.person}"), TENANT, NOW)
    spans: dict[str, tuple[float, float]] = {}

    def register(subject: Subject) -> AgendaItem:
        item = house.agenda.start(subject, subject.person or "", "da", "turn")
        item = house.agenda.save(item.id, item.version, {**FIELDS, "title": f"Sag fra {subject.person}"}, subject)
        begun = time.monotonic()
        item = house.act(item, "submit", subject)
        spans[item.id] = (begun, time.monotonic())
        return item

    found = at_once([lambda one=one: register(one) for one in people])  # type: ignore[misc]  # as above
    assert all(isinstance(one, AgendaItem) and one.state == "submitted" for one in found)
    waiting = [one.id for one in house.agenda.waiting(CILLE)]
    assert sorted(waiting) == sorted(one.id for one in found)
    place = {id: number for number, id in enumerate(waiting)}
    overtaken = [
        (first, second)
        for first, (_, ended) in spans.items()
        for second, (begun, _) in spans.items()
        if ended < begun and place[first] > place[second]
    ]
    assert overtaken == []
    with house.db.read() as session:
        told = session.connection().execute(OCCURRENCE.select()).all()
    assert sorted(row.payload["item"] for row in told) == sorted(waiting)
    assert house.agenda.found(DAN) == ()


def test_an_attachment_and_a_submission_at_once_lose_nothing(house: House) -> None:
    item = house.draft()
    found = at_once([lambda: house.attached(item), lambda: house.act(item, "submit", ANNA)])
    attached, submitted = found
    now = house.agenda.item(item.id, ANNA)
    if isinstance(submitted, StaleItem):
        assert (now.state, len(now.files)) == ("draft", 1)
    else:
        assert isinstance(attached, NotPossible) == (len(now.files) == 0)
        assert now.state == "submitted"
