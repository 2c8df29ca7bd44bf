"""`referent remind` and `referent subscriptions`: what is said unasked, when, and how it fares."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.opening import Misuse, database_url, moment, open_store, sqlite_url
from bot.config import read_settings
from bot.logs import configure
from bot.world import World
from store.backup import backup
from store.followup_records import DIGEST_KIND, Digest
from store.outbox_records import OutboxStatus, Subscription
from store.outbox_status import Pulse
from store.subscriptions import Subscriptions

if TYPE_CHECKING:
    from bot.delivery_local import Delivered

AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]
Demo = Annotated[bool, typer.Option("--demo", help="The sample data.")]


def remind(
    at: Annotated[str | None, typer.Option(metavar="ISO", help="Deliver here what is due at this instant.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show it: nothing counts as delivered.")] = False,
    status: Annotated[bool, typer.Option("--status", help="How delivery fares.")] = False,
    as_json: AsJson = False,
    demo: Demo = False,
) -> None:
    """Deliver into this terminal what is due at an instant (on a local store), or say how delivery fares."""
    if status == (at is not None) or (dry_run and status):
        raise Misuse("give either --at ISO, with or without --dry-run, or --status")
    configure("ERROR")
    if status:
        with open_store(demo=demo) as world:
            _show_status(Pulse(world.database).status(), as_json)
        return
    from bot.delivery_local import deliver_due  # see bot.world: what asks pays for no sender
    from bot.renderings import renderers

    when = moment(at)
    assert when is not None
    with _store(demo, dry_run) as world:
        found = deliver_due(world, renderers(world), when, lambda: world.settings.working_days)
    rows = [_row(one, "pending" if dry_run else "sent") for one in found]
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        typer.echo(f"{row['due_at']}  {row['subscription']} {row['slot']} → {row['recipient']}\n{row['text']}\n")


def subscriptions(as_json: AsJson = False, demo: Demo = False) -> None:
    """List what is said unasked, to whom and when."""
    with open_store(demo=demo) as world:
        found = Subscriptions(world.database, world.clock).of()
        names = {body.key: body.name for body in world.bodies.bodies()}
    if as_json:
        typer.echo(json.dumps([_shape(one) for one in found], ensure_ascii=False, indent=2))
        return
    for one in found:
        paused = ", paused" if one.paused else ""
        typer.echo(f"{one.key}  {one.kind}{paused}  {_when(one)}  {one.audience} {one.recipient}: {_about(one, names)}")


def _about(one: Subscription, bodies: Mapping[str, str]) -> str:
    """What it is about, in a line: its title, or what a weekly reminder is limited to."""
    if one.kind != DIGEST_KIND or one.title:
        return one.title
    told = Digest.settings(one.payload)
    parts = [bodies.get(key, key) for key in told["bodies"]] + [*told["initiatives"], *told["cases"]]
    parts += ["their own follow-ups"] if told["mine"] else []
    until = f", paused until {told['paused_until']}" if told["paused_until"] else ""
    return f"{', '.join(parts) or 'everything'}, {told['horizon']} days ahead{until}"


@contextmanager
def _store(demo: bool, dry_run: bool) -> Iterator[World]:
    """The store to deliver from; for a dry run a copy, so that nothing counts as delivered. Raises Misuse."""
    url, is_demo = database_url(demo=demo)
    settings = read_settings(database_url=url, demo=is_demo)
    if not url.startswith("sqlite"):
        raise Misuse("--at works on a local store (SQLite): what a service shares is delivered by the service")
    if settings.app_id and not dry_run:
        raise Misuse(
            "REFERENT_APP_ID is set: what is delivered into this terminal would never reach Teams. Use --dry-run, or"
            " take the variable away"
        )
    if not dry_run:
        with open_store(settings=settings) as world:
            yield world
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.db"
        with open_store(settings=settings) as world:
            backup(world.database, copy)
        with open_store(settings=settings.model_copy(update={"database_url": sqlite_url(copy)})) as world:
            yield world


def _row(one: Delivered, state: str) -> dict[str, Any]:
    occurrence = one.occurrence
    return {
        "subscription": occurrence.subscription.key,
        "slot": occurrence.slot,
        "recipient": occurrence.recipient,
        "due_at": occurrence.due_at.isoformat(),
        "state": state,
        "text": one.text,
    }


def _show_status(status: OutboxStatus, as_json: bool) -> None:
    told = {
        "last_run": status.last_run.isoformat() if status.last_run else None,
        "oldest_pending": status.oldest_pending.isoformat() if status.oldest_pending else None,
        "pending": status.pending,
        **{state: status.counts.get(state, 0) for state in ("sent", "dead", "unknown")},
        "dead_channels": [
            {"recipient": one.recipient, "name": one.name, "reason": one.reason, "since": one.since.isoformat()}
            for one in status.dead_channels
        ],
    }
    if as_json:
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    late = status.counts.get("skipped_late", 0)
    typer.echo(f"last run {told['last_run'] or 'never'}; oldest pending {told['oldest_pending'] or 'none'}")
    counts = ", ".join(f"{told[state]} {state}" for state in ("pending", "sent", "dead", "unknown"))
    typer.echo(f"{counts}, {late} too late")
    for one in status.dead_channels:
        typer.echo(f"dead since {one.since.isoformat()}: {one.name or one.recipient} ({one.reason})")


def _shape(one: Subscription) -> dict[str, Any]:
    return {
        "subscription": one.key,
        "kind": one.kind,
        "title": one.title,
        "owner": one.owner,
        "audience": one.audience,
        "recipient": one.recipient,
        "lang": one.lang,
        "schedule": one.schedule.stored() if one.schedule else None,
        "policy": one.policy,
        "paused": one.paused,
        "payload": dict(one.payload),
    }


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _when(one: Subscription) -> str:
    return f"{_WEEKDAYS[one.schedule.weekday]}s at {one.schedule.at:%H:%M}" if one.schedule else "when it happens"
