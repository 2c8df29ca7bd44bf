"""Watches: one for the same matter and place, seen where they are, ended by who may; matched once, whatever happens."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from store.answers import StoredAnswers
from store.database import Database
from store.documents import Library
from store.fresh import FreshPapers
from store.ingest.intake import Intake
from store.ingest.parsed import ParsedDocument
from store.ingest.source import Source
from store.outbox import Outbox
from store.people import People
from store.records import Grant, Subject
from store.search.index import ShelfIndex
from store.subscriptions import OCCURRENCE, Subscriptions
from store.watch_matching import Matching
from store.watch_queue import ATTEMPTS, given_up, waiting
from store.watch_records import Place, Watch
from store.watches import Watches
from store.watching import Watching
from tests.fakes.minutes import Paper, source

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
TENANT = "t1"
ANNA = Subject("p-anna", True, "personal", (), TENANT)
BO = Subject("p-bo", True, "personal", (Grant("member", "direktion"),), TENANT)
AT_ANNA = Place(TENANT, "personal", "p-anna")
AT_BO = Place(TENANT, "personal", "p-bo")
CHANNEL = Place(TENANT, "channel", "19:skole@thread.tacv2")
IN_CHANNEL = replace(ANNA, audience="channel")
SCHOOLS = Watch("topic", "skolestruktur")
DAY = date(2026, 11, 19)


class Desk:
    """A store with its intake, its watches and the queue's worker."""

    def __init__(self, db: Database) -> None:
        self.db, self.index, self.now = db, ShelfIndex(), NOW
        self.intake = Intake(db, self.index, lambda: self.now)
        self.library = Library(db, self.intake, self.index, lambda: self.now)
        self.watches = Watches(db, lambda: self.now)
        self.answers = StoredAnswers(db)
        self.watching = Watching(db, self.answers)

    def store(self, *sources: Source) -> None:
        self.intake.store_parsed(sources)

    def work(self) -> list[tuple[str, str, dict[str, Any]]]:
        """Work the queue off; all that is to be said, oldest first: to whom, slot, payload."""
        self.watching.work(self.now)
        return self.said()

    def said(self) -> list[tuple[str, str, dict[str, Any]]]:
        with self.db.read() as session:
            rows = session.connection().execute(OCCURRENCE.select().order_by(OCCURRENCE.c.id))
            return [
                (row.recipient, row.slot, {name: value for name, value in row.payload.items() if value}) for row in rows
            ]


@pytest.fixture
def desk(db: Database) -> Desk:
    found = Desk(db)
    # A body is known once something open speaks of it.
    found.store(minutes(["Godkendelse af dagsorden"], day=date(2026, 1, 8), name="first.pdf"))
    return found


def minutes(
    titles: list[str],
    *,
    day: date = DAY,
    body: str = "Direktionen",
    decided: bool = True,
    kind: str = "minutes",
    case: str | None = None,
    closed: bool = False,
    name: str = "referat.pdf",
    salt: str = "",
) -> Source:
    paper = Paper()
    items = [
        paper.item(
            number,
            title,
            case=case,
            background=f"Sagen handler om {title.lower()} i kommunen.",
            decision=f"Direktionen godkendte {title.lower()}." if decided else None,
            access="closed" if closed else None,
        )
        for number, title in enumerate(titles, start=1)
    ]
    return paper.minutes(items, body=body, on=day, kind=kind, name=name, salt=salt)  # type: ignore[arg-type]  # a kind by name


KEY = "direktion-2026-11-19"


def test_two_at_the_same_moment_set_up_one(desk: Desk) -> None:
    threads = [threading.Thread(target=desk.watches.add, args=(SCHOOLS, CHANNEL, IN_CHANNEL)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(desk.watches.of(CHANNEL, IN_CHANNEL)) == 1


@pytest.mark.parametrize(
    "stored", [{}, {"kind": "all"}, {"kind": "topic", "text": " ", "events": "all"}, {"kind": "body", "text": "x"}]
)
def test_what_is_no_watch_is_refused(stored: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="no watch"):
        Watch.of(stored)
    assert Watch.of(SCHOOLS.stored()) == SCHOOLS


def test_minutes_on_the_topic_are_told_once_for_the_meeting(desk: Desk) -> None:
    desk.watches.add(SCHOOLS, CHANNEL, IN_CHANNEL)
    desk.store(minutes(["Ny skolestruktur", "Budgetopfølgning", "Høring om skolestruktur"]))
    expected = [
        (CHANNEL.recipient, f"held:{KEY}", {"event": "held", "meeting": KEY, "decided": [f"{KEY}-1", f"{KEY}-3"]})
    ]
    assert desk.work() == expected
    desk.store(minutes(["Ny skolestruktur", "Budgetopfølgning", "Høring om skolestruktur"]))
    assert desk.work() == expected
    desk.store(minutes(["Ny skolestruktur", "Budgetopfølgning", "Høring om skolestruktur"], salt="another print"))
    assert desk.work() == expected


def test_what_mentions_it_in_passing_is_not_told(desk: Desk) -> None:
    desk.watches.add(SCHOOLS, CHANNEL, IN_CHANNEL)
    desk.watches.add(Watch("topic", "svømmehal"), AT_ANNA, ANNA)
    paper = Paper()
    told = "Høringen om skolestruktur var i samme uge. En svømmehal ønskes; hvad en svømmehal koster, er ikke oplyst."
    desk.store(paper.minutes([paper.item(1, "Regnskab", background=told, decision="Godkendt.")], on=DAY))
    assert [to for to, _, _ in desk.work()] == ["p-anna"]


def plan(*passages: str) -> Source:
    """A paper of no meeting."""
    paper = Paper()
    facts = tuple(paper.fact("passage", passage) for passage in passages)
    return source(ParsedDocument("other", "Plan for 2027", facts=facts), paper.text)


def test_a_paper_that_is_about_it_is_told_once(desk: Desk) -> None:
    desk.watches.add(SCHOOLS, CHANNEL, IN_CHANNEL)
    desk.watches.add(replace(SCHOOLS, events="decided"), AT_ANNA, ANNA)
    desk.store(plan("Vejene får ny belægning.", "Skolestruktur nævnes kun her.", "Havnen uddybes til næste år."))
    assert desk.work() == []
    about = plan(*(f"Kommunens skolestruktur i distrikt {number} ændres fra næste skoleår." for number in range(5)))
    desk.store(about)
    expected = [(CHANNEL.recipient, f"document:{about.key}", {"event": "document", "document": about.key})]
    assert desk.work() == expected
    desk.store(about)
    assert desk.work() == expected


def test_the_agenda_and_the_decision_are_two_events(desk: Desk) -> None:
    desk.watches.add(SCHOOLS, CHANNEL, IN_CHANNEL)
    desk.watches.add(replace(SCHOOLS, events="decided"), AT_ANNA, ANNA)
    desk.store(minutes(["Ny skolestruktur"], kind="agenda", decided=False, name="dagsorden.pdf"))
    agenda = (CHANNEL.recipient, f"agenda:{KEY}", {"event": "agenda", "meeting": KEY, "items": [f"{KEY}-1"]})
    assert desk.work() == [agenda]
    desk.store(minutes(["Ny skolestruktur"]))
    held = {"event": "held", "meeting": KEY, "decided": [f"{KEY}-1"]}
    assert desk.work() == [agenda, (CHANNEL.recipient, f"held:{KEY}", held), ("p-anna", f"held:{KEY}", held)]


def test_a_late_item_joins_what_waits_or_follows(desk: Desk) -> None:
    desk.watches.add(SCHOOLS, AT_ANNA, ANNA)
    desk.store(minutes(["Ny skolestruktur"], kind="agenda", decided=False, name="dagsorden.pdf"))
    desk.work()
    late = ["Ny skolestruktur", "Budget", "Skolestruktur i nord"]
    desk.store(minutes(late, kind="supplement", decided=False, name="tillaeg.pdf"))
    assert desk.work() == [
        ("p-anna", f"agenda:{KEY}", {"event": "agenda", "meeting": KEY, "items": [f"{KEY}-1", f"{KEY}-3"]})
    ]


def test_cases_and_bodies_are_matched_by_what_they_are(desk: Desk) -> None:
    desk.store(minutes(["Andet"], body="Økonomiudvalget", day=date(2026, 1, 9), name="second.pdf"))
    desk.watches.add(Watch("case", "24/1234"), AT_ANNA, ANNA)
    desk.watches.add(Watch("body", "", "oekonomiudvalg"), CHANNEL, IN_CHANNEL)
    desk.store(minutes(["Idrætshal"], case="24/ 1234"), minutes(["Lån"], body="Økonomiudvalget", name="o.pdf"))
    assert [(to, slot) for to, slot, _ in desk.work()] == [
        ("p-anna", f"held:{KEY}"),
        (CHANNEL.recipient, "held:oekonomiudvalg-2026-11-19"),
    ]


def test_a_topic_in_a_body_is_not_told_of_others(desk: Desk) -> None:
    desk.store(minutes(["Andet"], body="Økonomiudvalget", day=date(2026, 1, 9), name="second.pdf"))
    desk.watches.add(replace(SCHOOLS, body="oekonomiudvalg"), AT_ANNA, ANNA)
    desk.store(minutes(["Ny skolestruktur"]))
    assert desk.work() == []
    desk.store(minutes(["Ny skolestruktur"], body="Økonomiudvalget", name="o.pdf"))
    assert len(desk.work()) == 1


def test_what_came_before_the_watch_is_not_told(desk: Desk) -> None:
    desk.watches.add(Watch("topic", "noget andet"), AT_BO, BO)
    desk.store(minutes(["Ny skolestruktur"]))
    desk.watches.add(SCHOOLS, AT_ANNA, ANNA)
    assert desk.work() == []


def test_nothing_is_queued_while_nobody_watches(desk: Desk) -> None:
    desk.store(minutes(["Ny skolestruktur"]))
    with desk.db.read() as session:
        assert waiting(session, 10) == ()


def test_closed_items_are_told_to_members_alone_and_to_all_once_opened(desk: Desk) -> None:
    People(desk.db, lambda: NOW).grant("p-bo", Grant("member", "direktion"), None)
    for place, by in ((CHANNEL, replace(BO, audience="channel")), (AT_ANNA, ANNA), (AT_BO, BO)):
        desk.watches.add(SCHOOLS, place, by)
    desk.store(minutes(["Ny skolestruktur"], closed=True))
    assert [to for to, _, _ in desk.work()] == ["p-bo"]
    with desk.db.read() as session:
        key = str(session.connection().execute(text("SELECT key FROM item WHERE access = 'closed'")).scalar_one())
    desk.library.set_item_access(key, "open", None)
    assert sorted(to for to, _, _ in desk.work()) == [CHANNEL.recipient, "p-anna", "p-bo"]


def test_a_closed_paper_on_an_open_item_is_no_news(desk: Desk) -> None:
    """The item stands open in the agenda; the closed minutes of it must not show by a message."""
    desk.store(minutes(["Ny skolestruktur"], kind="agenda", decided=False, name="dagsorden.pdf"))
    desk.watches.add(SCHOOLS, CHANNEL, IN_CHANNEL)
    closed = Paper()
    item = closed.item(1, "Ny skolestruktur", decision="Fortroligt om skolestruktur.")
    desk.store(closed.minutes([item], on=DAY, chosen="closed"))
    assert desk.work() == []


def test_a_wording_made_public_is_told(desk: Desk) -> None:
    desk.watches.add(Watch("topic", "nedlæggelse af havneskolen"), CHANNEL, IN_CHANNEL)
    desk.store(minutes(["Hemmelig sag"], closed=True))
    assert desk.work() == []
    with desk.db.read() as session:
        key = str(session.connection().execute(text("SELECT key FROM item WHERE access = 'closed'")).scalar_one())
    desk.library.open_layer(key, "decision", "Nedlæggelse af Havneskolen blev godkendt.", None)
    assert [payload["decided"] for _, _, payload in desk.work()] == [[key]]


def test_two_processes_tell_once(desk: Desk, url_again: Callable[[], Database]) -> None:
    desk.watches.add(SCHOOLS, CHANNEL, IN_CHANNEL)
    desk.store(*[minutes(["Ny skolestruktur"], day=DAY - timedelta(days=7 * n), name=f"{n}.pdf") for n in range(6)])
    others = [url_again() for _ in range(3)]
    workers = [threading.Thread(target=Watching(db, StoredAnswers(db)).work, args=(NOW,)) for db in others]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    for db in others:
        db.close()
    slots = [slot for _, slot, _ in desk.said()]
    assert len(slots) == len(set(slots)) == 6
    with desk.db.read() as session:
        assert waiting(session, 10) == ()


@pytest.fixture
def url_again(request: pytest.FixtureRequest, db: Database) -> Callable[[], Database]:
    """Further processes on the same store."""
    name = "sqlite_url" if db.dialect == "sqlite" else "postgres_url"
    return lambda: Database.open(str(request.getfixturevalue(name)))


def test_a_crash_between_storing_and_matching_loses_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.watches.add(SCHOOLS, CHANNEL, IN_CHANNEL)
    desk.store(minutes(["Ny skolestruktur"]))

    def dies(*_: object, **__: object) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr("store.watching.enqueue", dies)
        with pytest.raises(KeyboardInterrupt):
            desk.watching.work(NOW)
    assert desk.said() == []
    assert [slot for _, slot, _ in desk.work()] == [f"held:{KEY}"]


def test_a_crash_while_storing_leaves_neither(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.watches.add(SCHOOLS, CHANNEL, IN_CHANNEL)
    paper = minutes(["Ny skolestruktur"])
    with monkeypatch.context() as broken:
        broken.setattr("store.ingest.intake._closed_items", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            desk.store(paper)
    assert desk.work() == []


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def test_one_paper_that_cannot_be_matched_keeps_no_other_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.watches.add(SCHOOLS, CHANNEL, IN_CHANNEL)
    desk.store(
        minutes(["Ny skolestruktur"]), minutes(["Skolestruktur i syd"], day=DAY + timedelta(days=7), name="2.pdf")
    )
    whole = Matching.notices

    def fails_on_one(matching: Matching, news: Any) -> Any:
        if news.id == 1:
            raise ZeroDivisionError
        return whole(matching, news)

    monkeypatch.setattr(Matching, "notices", fails_on_one)
    worked = desk.watching.work(NOW)
    assert (worked.rows, worked.notices, worked.failed) == (1, 1, 1)
    monkeypatch.setattr(Matching, "notices", whole)
    assert len(desk.work()) == 2


def test_a_watch_ended_meanwhile_is_told_nothing(desk: Desk) -> None:
    key = desk.watches.add(SCHOOLS, CHANNEL, IN_CHANNEL).watch.key
    desk.store(minutes(["Ny skolestruktur"]))
    desk.watches.remove(key, CHANNEL, IN_CHANNEL)
    assert desk.work() == []


def test_what_is_fresh_is_listed_by_when_it_came(desk: Desk) -> None:
    desk.now = NOW + timedelta(days=3)
    desk.store(
        minutes(["Ny skolestruktur", "Budget"]),
        minutes(["Lukket sag"], closed=True, day=DAY - timedelta(1), name="l.pdf"),
    )
    papers = FreshPapers(desk.db)
    since, until = NOW + timedelta(days=1), NOW + timedelta(days=9)
    fresh = papers.stored(since, until, None, ANNA)
    assert ([item.title for item in fresh.items], fresh.count) == (["Ny skolestruktur", "Budget"], 2)
    assert papers.stored(since, until, "direktion", BO).count == 3
    assert papers.stored(since, until, "direktion", replace(BO, audience="channel")).count == 2
    assert papers.stored(until, until + timedelta(days=1), None, ANNA).count == 0
    assert papers.stored(NOW - timedelta(days=1), until, None, ANNA).count == 3


def test_a_watch_set_up_again_does_not_tell_again_what_it_told(desk: Desk) -> None:
    key = desk.watches.add(SCHOOLS, CHANNEL, IN_CHANNEL).watch.key
    desk.store(minutes(["Ny skolestruktur"]))
    told = desk.work()
    sent(desk)
    desk.watches.remove(key, CHANNEL, IN_CHANNEL)
    assert desk.watches.of(CHANNEL, IN_CHANNEL) == ()
    assert Subscriptions(desk.db, lambda: NOW).of() == ()
    assert desk.watches.add(SCHOOLS, CHANNEL, IN_CHANNEL).new
    desk.store(minutes(["Ny skolestruktur"], salt="another print"))
    assert desk.work() == told
    desk.store(minutes(["Ny skolestruktur", "Skolestruktur i syd"], salt="a third"))
    assert [(slot, payload["decided"]) for _, slot, payload in desk.work()[1:]] == [(f"held:{KEY}#2", [f"{KEY}-2"])]


def test_what_was_not_told_when_a_watch_ended_is_not_told_by_what_is_left_of_it(desk: Desk) -> None:
    key = desk.watches.add(SCHOOLS, CHANNEL, IN_CHANNEL).watch.key
    desk.store(minutes(["Ny skolestruktur"]))
    assert len(desk.work()) == 1
    desk.watches.remove(key, CHANNEL, IN_CHANNEL)
    assert desk.said() == []
    assert Outbox(desk.db).next_due(NOW) is None
    desk.watches.add(SCHOOLS, CHANNEL, IN_CHANNEL)
    desk.store(minutes(["Ny skolestruktur"], salt="another print"))
    assert len(desk.work()) == 1


def test_a_person_who_is_forgotten_leaves_nothing_of_ended_watches(desk: Desk) -> None:
    key = desk.watches.add(SCHOOLS, AT_ANNA, ANNA).watch.key
    desk.store(minutes(["Ny skolestruktur"]))
    desk.work()
    sent(desk)
    desk.watches.remove(key, AT_ANNA, ANNA)
    Subscriptions(desk.db, lambda: NOW).forget("p-anna")
    with desk.db.read() as session:
        assert session.connection().execute(text("SELECT count(*) FROM subscription")).scalar_one() == 0
    assert desk.said() == []


def sent(desk: Desk) -> None:
    """All that waits has left."""
    with desk.db.write() as session:
        session.connection().execute(OCCURRENCE.update().values(state="sent"))


def test_a_watch_on_an_item_is_not_named_once_the_right_to_it_is_gone(desk: Desk) -> None:
    desk.store(
        minutes(["Hemmelig sag om havnen"], closed=True), minutes(["Skolen"], name="s.pdf", day=date(2026, 1, 9))
    )
    with desk.db.read() as session:
        rows = session.connection().execute(text("SELECT key, access FROM item ORDER BY key")).all()
    keys = {row.access: row.key for row in rows}
    watched = Watch("topic", "Hemmelig sag om havnen", item=keys["closed"])
    key = desk.watches.add(watched, AT_BO, BO).watch.key
    desk.watches.add(Watch("topic", "Skolen", item=keys["open"]), AT_BO, BO)
    assert [one.text for one in desk.watches.of(AT_BO, BO)] == ["Hemmelig sag om havnen", "Skolen"]
    without = replace(BO, grants=())
    assert [(one.text, one.hidden) for one in desk.watches.of(AT_BO, without)] == [("", True), ("Skolen", False)]
    assert all(not one.title for one in Subscriptions(desk.db, lambda: NOW).of())
    desk.library.set_item_access(keys["closed"], "open", None)
    assert [one.text for one in desk.watches.of(AT_BO, without)] == ["Hemmelig sag om havnen", "Skolen"]
    desk.library.set_item_access(keys["closed"], "closed", None)
    assert (desk.watches.remove(key, AT_BO, without).text, len(desk.watches.of(AT_BO, without))) == ("", 1)


def test_words_that_somebody_types_are_their_own(desk: Desk) -> None:
    desk.store(minutes(["Hemmelig sag om havnen"], closed=True))
    with desk.db.read() as session:
        item = str(session.connection().execute(text("SELECT key FROM item WHERE access = 'closed'")).scalar_one())
    desk.watches.add(Watch("topic", "Hemmelig sag om havnen", item=item), AT_BO, BO)
    desk.watches.add(Watch("topic", "hemmelig sag om havnen"), AT_BO, replace(BO, grants=()))
    assert [one.hidden for one in desk.watches.of(AT_BO, replace(BO, grants=()))] == [False]


def test_what_was_given_up_is_named_and_tried_once_more_by_a_new_service(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.watches.add(SCHOOLS, CHANNEL, IN_CHANNEL)
    desk.store(minutes(["Ny skolestruktur"]))
    with monkeypatch.context() as broken:
        broken.setattr(Matching, "notices", _fails)
        for _ in range(ATTEMPTS):
            assert desk.watching.work(NOW).failed == 1
        assert desk.watching.work(NOW).failed == 0
        with desk.db.read() as session:
            assert [row.kind for row in given_up(session)] == ["document"]
        assert (desk.watching.retry(), desk.watching.work(NOW).failed) == (1, 1)
    assert (desk.watching.retry(), desk.watching.retry()) == (1, 0)
    assert [slot for _, slot, _ in desk.work()] == [f"held:{KEY}"]


def _fails(*_: object) -> Any:
    raise ZeroDivisionError
