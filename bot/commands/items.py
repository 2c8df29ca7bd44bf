"""`referent items`: the agenda items on their way, as somebody may see them."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

import typer

from bot.commands.opening import Misuse, open_store
from bot.commands.persons import subject_of
from bot.world import World
from store.agenda.records import STATES, AgendaItem
from store.calendar import local
from store.names import body_key
from store.records import Subject

MOST = 1_000_000
_DAY = re.compile(r"(?P<body>.*?)[\s,]*(?P<day>\d{4}-\d{2}-\d{2})")


def items(
    meeting: Annotated[
        str | None,
        typer.Option("--meeting", metavar="ID", help="Of one meeting: body and day, such as direktion-2026-12-03."),
    ] = None,
    state: Annotated[
        str | None, typer.Option("--state", metavar="S", help="In this state: " + ", ".join(STATES))
    ] = None,
    as_: Annotated[str | None, typer.Option("--as", metavar="PERSON", help="Object id, name or UPN.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    demo: Annotated[bool, typer.Option("--demo", help="Of the sample data.")] = False,
) -> None:
    """List agenda items in order of meeting and place. Without --as: what is published and open."""
    wanted = next((one for one in STATES if one == state), None)
    if state is not None and wanted is None:
        raise Misuse(f"{state!r} is no state; there are: {', '.join(STATES)}")
    with open_store(demo=demo) as world:
        subject = subject_of(world, as_)
        found = _found(world, subject, meeting, frozenset({wanted}) if wanted else None)
    if as_json:
        typer.echo(json.dumps([row(one) for one in found], ensure_ascii=False, indent=2))
        return
    for line in table([_cells(one) for one in found]):
        typer.echo(line)


def row(item: AgendaItem) -> dict[str, Any]:
    """An item as `referent items --json` lists it; what is not there is null."""
    return {
        "id": item.id,
        "number": item.number,
        "title": item.title,
        "case_number": item.case_number or None,
        "type": item.type,
        "access": item.access,
        "state": item.state,
        "body": item.body or None,
        "meeting_date": item.meeting.day.isoformat() if item.meeting is not None else None,
        "author": item.author_name or None,
        "responsible": item.responsible.text if item.responsible is not None else None,
        "updated": local(item.updated_at).isoformat(timespec="seconds"),
    }


def table(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Lines with the cells of each column below each other; the last column is as long as it is."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)] if rows else []
    return ["  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip() for cells in rows]


def _found(
    world: World, subject: Subject, meeting: str | None, states: frozenset[Any] | None
) -> tuple[AgendaItem, ...]:
    """The items of a meeting by its key, by "BODY DAY" or by its day alone; of all meetings when none is named."""
    agenda = world.ports.agenda
    if meeting is None:
        return agenda.found(subject, states=states, limit=MOST)
    by_key = agenda.found(subject, meeting=meeting.strip(), states=states, limit=MOST)
    named = _DAY.fullmatch(meeting.strip())
    if by_key or named is None:
        return by_key
    try:
        day = date.fromisoformat(named["day"])
    except ValueError:
        raise Misuse(f"{named['day']!r} is no day") from None
    body = body_key(named["body"].strip("- ")) if named["body"].strip("- ") else None
    return agenda.found(subject, body=body, states=states, since=day, until=day, limit=MOST)


def _cells(item: AgendaItem) -> tuple[str, ...]:
    day = item.meeting.day.isoformat() if item.meeting is not None else "no meeting"
    numbered = f"{item.number}. {item.title}" if item.number else item.title
    author = f" ({item.author_name})" if item.author_name else ""
    return day, item.body or "-", item.state, item.access, item.case_number or "-", f"{numbered or '-'}{author}"
