"""`referent meetings`: the coming meetings with their deadlines, from agendas and plans."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from typing import Annotated, Any

import typer

from bot.commands.opening import Misuse, open_store
from bot.commands.persons import body_key, subject_of
from store.calendar import local
from store.calendar_records import CalendarMeeting
from store.meetingplan import DEADLINE_KINDS

AHEAD = timedelta(days=366)


def meetings(
    body: Annotated[str | None, typer.Option("--body", metavar="NAME", help="Of one body; without it, of all.")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DAY", help="From this day on; else today.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DAY", help="To this day; else a year on.")] = None,
    as_: Annotated[str | None, typer.Option("--as", metavar="PERSON", help="Object id, name or UPN.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    demo: Annotated[bool, typer.Option("--demo", help="Of the sample data.")] = False,
) -> None:
    """List meetings with their deadlines, cancelled ones too. Without --as: what any employee may see."""
    first, last = _day(since), _day(until)
    with open_store(demo=demo) as world:
        subject = subject_of(world, as_)
        first = first or local(world.clock()).date()
        last = last or first + AHEAD
        key = body_key(world, body, world.bodies.bodies(subject)) if body else None
        found = world.calendar.coming(subject, key, first, last, cancelled=True)
    if as_json:
        typer.echo(json.dumps([row(one) for one in found], ensure_ascii=False, indent=2))
        return
    for one in found:
        typer.echo(_line(one))


def row(meeting: CalendarMeeting) -> dict[str, Any]:
    """A meeting as `referent meetings --json` lists it; instants are on the clock of the town hall."""
    return {
        "body": meeting.body or None,
        "date": meeting.day.isoformat(),
        "start": meeting.start.isoformat("minutes") if meeting.start else None,
        "place": meeting.place,
        "state": meeting.state,
        "deadlines": {kind: _iso(meeting.deadlines.get(kind)) for kind in DEADLINE_KINDS},
        "source": meeting.source,
    }


def _iso(at: datetime | None) -> str | None:
    return local(at).isoformat() if at is not None else None


def _line(meeting: CalendarMeeting) -> str:
    clock = meeting.start.isoformat("minutes") if meeting.start else "     "
    due = meeting.deadlines.get("submission")
    told = [f"{meeting.day.isoformat()} {clock}  {meeting.body}", meeting.place or "", meeting.state]
    told += [f"items by {local(due):%Y-%m-%d %H:%M}"] if due is not None and meeting.held else []
    return ", ".join(part for part in told if part)


def _day(told: str | None) -> date | None:
    if told is None:
        return None
    try:
        return date.fromisoformat(told)
    except ValueError:
        raise Misuse(f"{told!r} is no ISO date, such as 2026-11-21") from None
