"""`referent remind` and `referent subscriptions`: what is due is delivered once, a dry run delivers nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import pytest

from bot import cli, renderings
from bot.delivery import Renderers
from bot.world import World
from dialogs.turn import Message
from store.database import Database
from store.migrations import migrate
from store.occurrences import Occurrences
from store.outbox import Outbox
from store.outbox_records import Subscription, Weekly
from store.subscriptions import Subscriptions

SUNDAY = datetime(2026, 11, 22, 12, tzinfo=UTC)
DIGEST = Subscription(
    "digest-1", "test", "t", "channel", "19:x", "owner", title="Ugens beslutninger", schedule=Weekly(0, time(9))
)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line on a store of its own; gives (exit code, stdout, stderr)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFERENT_DATABASE_URL", f"sqlite:///{tmp_path / 'own.db'}")
    monkeypatch.setenv("REFERENT_LOCAL", "1")
    monkeypatch.delenv("REFERENT_APP_ID", raising=False)

    def words(world: World) -> Renderers:
        return Renderers({"test": lambda occurrence, subject, now: Message(f"Sagt {now:%d.%m} i {occurrence.slot}")})

    monkeypatch.setattr(renderings, "renderers", words)

    def call(*told: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["referent", *told])
        code: Any = 0
        try:
            cli.main()
        except SystemExit as end:
            code = end.code or 0
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def db(tmp_path: Path) -> Database:
    found = Database.open(f"sqlite:///{tmp_path / 'own.db'}")
    migrate(found)
    Subscriptions(found, lambda: SUNDAY).add(DIGEST)
    return found


SAID = {
    "subscription": "digest-1",
    "slot": "2026-W48",
    "recipient": "19:x",
    "due_at": "2026-11-23T08:00:00+00:00",
    "state": "sent",
    "text": "Sagt 23.11 i 2026-W48",
}


def test_what_is_due_is_delivered_once(run: Run, db: Database) -> None:
    assert run("remind", "--at", "2026-11-23T08:59", "--json") == (0, "[]\n", "")
    code, out, _ = run("remind", "--at", "2026-11-23T09:00", "--json")
    assert (code, json.loads(out)) == (0, [SAID])
    assert run("remind", "--at", "2026-11-23T09:00", "--json") == (0, "[]\n", "")
    assert json.loads(run("remind", "--at", "2026-11-30T10:00", "--json")[1])[0]["slot"] == "2026-W49"


def test_a_closing_day_of_the_municipality_moves_what_is_due(
    run: Run, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REFERENT_CLOSING_DAYS", "2026-11-23")
    assert run("remind", "--at", "2026-11-23T09:00", "--json") == (0, "[]\n", "")
    (moved,) = json.loads(run("remind", "--at", "2026-11-24T09:00", "--json")[1])
    assert (moved["slot"], moved["due_at"]) == ("2026-W48", "2026-11-24T08:00:00+00:00")


def test_a_dry_run_delivers_nothing(run: Run, db: Database) -> None:
    for _ in range(2):
        code, out, _ = run("remind", "--at", "2026-11-23T09:00", "--dry-run", "--json")
        assert (code, json.loads(out)) == (0, [{**SAID, "state": "pending"}])
    assert json.loads(run("remind", "--status", "--json")[1])["last_run"] is None
    assert json.loads(run("remind", "--at", "2026-11-23T09:00", "--json")[1]) == [SAID]


def test_the_status_has_the_promised_shape(run: Run, db: Database) -> None:
    Occurrences(db).put("digest-1", "news", now=SUNDAY)
    Occurrences(db).put("digest-1", "more", now=SUNDAY.replace(hour=13))
    outbox = Outbox(db)
    (mine,) = outbox.claim("a", SUNDAY, 1, SUNDAY - SUNDAY.replace(hour=11)).rows
    outbox.channel_died(mine, "BotNotInConversationRoster", SUNDAY)
    Occurrences(db).put("delivery:t:owner", "x", now=SUNDAY)
    code, out, _ = run("remind", "--status", "--json")
    assert code == 0
    assert json.loads(out) == {
        "last_run": None,
        "oldest_pending": "2026-11-22T12:00:00+00:00",
        "pending": 2,
        "sent": 0,
        "dead": 2,
        "unknown": 0,
        "dead_channels": [
            {
                "recipient": "19:x", "name": None, "reason": "BotNotInConversationRoster",
                "since": "2026-11-22T12:00:00+00:00",
            }
        ],
    }  # fmt: skip
    assert "2 dead" in run("remind", "--status")[1]


def test_after_delivering_the_status_says_when(run: Run, db: Database) -> None:
    run("remind", "--at", "2026-11-23T09:00")
    status = json.loads(run("remind", "--status", "--json")[1])
    assert (status["last_run"], status["sent"], status["pending"]) == ("2026-11-23T08:00:00+00:00", 1, 0)


def test_a_paused_subscription_says_nothing_and_ends(run: Run, db: Database) -> None:
    Occurrences(db).put("digest-1", "news", now=SUNDAY)
    Subscriptions(db, lambda: SUNDAY).pause("digest-1")
    assert run("remind", "--at", "2026-11-23T09:00", "--json") == (0, "[]\n", "")


def test_subscriptions_are_listed(run: Run, db: Database) -> None:
    (one,) = json.loads(run("subscriptions", "--json")[1])
    assert (one["subscription"], one["kind"], one["title"]) == ("digest-1", "test", "Ugens beslutninger")
    assert one["schedule"] == {"every": "week", "weekday": 0, "at": "09:00", "shift": "after"}
    assert "Mondays at 09:00" in run("subscriptions")[1]


@pytest.mark.parametrize(
    "told", [(), ("--dry-run",), ("--status", "--at", "2026-11-23"), ("--status", "--dry-run"), ("--at", "i morgen")]
)
def test_wrong_use_is_said(run: Run, db: Database, told: tuple[str, ...]) -> None:
    code, out, err = run("remind", *told)
    assert (code, out) == (2, "")
    assert err.startswith("referent: ")


def test_what_teams_should_get_is_not_swallowed_by_a_terminal(
    run: Run, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REFERENT_APP_ID", "app")
    assert run("remind", "--at", "2026-11-23T09:00")[0] == 2
    assert run("remind", "--at", "2026-11-23T09:00", "--dry-run")[0] == 0
    monkeypatch.setenv("REFERENT_DATABASE_URL", "postgresql://localhost/none")
    assert run("remind", "--at", "2026-11-23T09:00", "--dry-run")[0] == 2
