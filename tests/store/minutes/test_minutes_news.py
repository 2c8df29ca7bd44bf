"""Watches are told of minutes once, when they are final, and again of each correction; drafts are no news."""

from __future__ import annotations

from store.database import Database
from store.minutes.records import Decision
from store.watch_queue import News, finished, waiting
from store.watch_records import Place, Watch
from store.watches import Watches
from tests.fakes.agenda import BO, CILLE, DEC_3
from tests.fakes.chamber import Chamber


def test_drafts_are_no_news_and_final_minutes_are_once(sqlite_db: Database) -> None:
    chamber = Chamber(sqlite_db)
    Watches(sqlite_db, chamber.clock).add(Watch("topic", "tag"), Place("t", "personal", "p-bo"), BO)
    roof = chamber.case("Nyt tag")
    shut = chamber.case("Opsigelse", access="closed", closed_reason="contract")
    shut = chamber.agenda.save(shut.id, shut.version, {"neutral_title": "Kontraktsag"}, CILLE)
    chamber.held(roof, shut)
    news(sqlite_db)  # the published agenda
    open_ = Decision("approved", "Godkendt.", publishable="Indstillingen blev godkendt.")
    chamber.minutes.decide(DEC_3, roof.id, 0, Decision("approved", "Godkendt."), CILLE)
    chamber.minutes.decide(DEC_3, roof.id, 1, Decision("rejected", "Afvist."), CILLE)
    now = chamber.minutes.decide(DEC_3, shut.id, 0, open_, CILLE)
    now = chamber.minutes.review(DEC_3, now.agenda.version, CILLE)
    assert news(sqlite_db) == []
    final = chamber.minutes.finish(DEC_3, now.agenda.version, CILLE)
    # Delivered twice, it is one step.
    chamber.minutes.finish(DEC_3, now.agenda.version, CILLE)
    assert [one.kind for one in news(sqlite_db)] == ["document"]

    anew = chamber.minutes.correct(DEC_3, final.agenda.version, "Forkert udfald.", CILLE)
    chamber.minutes.decide(DEC_3, roof.id, 2, Decision("approved", "Godkendt."), CILLE)
    assert chamber.asked("nyt tag", BO) == ["Afvist."]
    now = chamber.minutes.minutes(DEC_3, CILLE)
    assert now.edition == anew.edition == 2
    sent = chamber.minutes.review(DEC_3, now.agenda.version, CILLE)
    assert news(sqlite_db) == []
    chamber.minutes.finish(DEC_3, sent.agenda.version, CILLE)
    assert [one.kind for one in news(sqlite_db)] == ["document"]
    assert chamber.asked("nyt tag", BO) == ["Godkendt."]


def news(db: Database) -> list[News]:
    """What waits to be matched with watches, taken off the queue."""
    with db.write() as session:
        found = list(waiting(session, 10))
        for one in found:
            finished(session, one)
    return found
