"""Places in the queue: forty a second for a tenant, a rest for each thread, and no trust in a clock that was wrong."""

from __future__ import annotations

from itertools import pairwise

from sqlalchemy import text

from store.database import Database
from store.ratelimits import Limits, forget_limits, hold, line_up, pace, release, take

LIMITS = Limits()
NOW = 1_800_000_000.0


def places(db: Database, count: int, now: float, tenant: str = "t") -> list[float]:
    with db.write() as session:
        return take(session, tenant, count, now, LIMITS)[0]


def test_places_are_a_fortieth_of_a_second_apart_and_not_far_ahead(db: Database) -> None:
    given = [round(at - NOW, 3) for at in places(db, 100, NOW)]
    assert given[:12] == [0.0, 0.0, 0.0, *(round(n * 0.025, 3) for n in range(1, 10))]
    assert given[-1] <= 0.25
    assert len(places(db, 100, NOW)) <= 1
    assert len(places(db, 100, NOW + 1)) in (12, 13)


def test_no_second_has_more_than_forty_five(db: Database) -> None:
    given: list[float] = []
    for step in range(300):
        given += places(db, 8, NOW + step * 0.037)
    assert len(given) > 40 * 10
    assert max(sum(at <= other < at + 1 for other in given) for at in given) <= 45


def test_tenants_do_not_wait_for_each_other(db: Database) -> None:
    places(db, 100, NOW)
    assert len(places(db, 5, NOW, "other")) == 5


def test_an_hour_allows_eighteen_hundred_to_a_thread(db: Database) -> None:
    at, sustained, sent = NOW, 0.0, []
    with db.write() as session:
        statement = text("SELECT paced_until, sustained FROM rate_limit WHERE scope = 'thread'")
        while at < NOW + 3600:
            sent.append(at)
            pace(session, "c", at, sustained, LIMITS)
            at, sustained = session.connection().execute(statement).one()
    assert min(later - earlier for earlier, later in pairwise(sent)) >= 0.599
    assert len(sent) <= 1801


def test_one_replica_at_a_time_is_in_line(db: Database) -> None:
    with db.write() as session:
        assert line_up(session, NOW) == 0.0
        if db.dialect == "postgresql":
            with db.write() as other:
                assert line_up(other, NOW) is None
    with db.write() as session:
        assert line_up(session, NOW) == 0.0


def test_silence_is_kept_until_it_is_over_or_lifted(db: Database) -> None:
    with db.write() as session:
        hold(session, "app", "", NOW + 300)
        assert (line_up(session, NOW), line_up(session, NOW + 301)) == (300.0, 0.0)
        release(session, "app", "")
        assert line_up(session, NOW) == 0.0
        hold(session, "tenant", "t", NOW + 60)
        assert take(session, "t", 1, NOW, LIMITS) == ([], 60.0)


def test_what_a_clock_that_was_ahead_has_asked_for_counts_for_nothing(db: Database) -> None:
    places(db, 5, NOW + 86_400)
    with db.write() as session:
        hold(session, "app", "", NOW + 86_400)
        assert line_up(session, NOW) == 0.0
    assert len(places(db, 5, NOW)) == 5


def test_threads_long_silent_are_forgotten(db: Database) -> None:
    with db.write() as session:
        pace(session, "c", NOW, 0.0, LIMITS)
        count = text("SELECT count(*) FROM rate_limit WHERE scope = 'thread'")
        forget_limits(session, NOW + 60)
        assert session.connection().execute(count).scalar_one() == 1
        forget_limits(session, NOW + 86_400)
        assert session.connection().execute(count).scalar_one() == 0
        assert line_up(session, NOW) == 0.0
