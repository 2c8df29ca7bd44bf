"""`referent followups`: what was promised, by whom, until when, from which decision."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from bot.commands.items import table
from bot.commands.opening import Misuse, open_store
from bot.commands.persons import subject_of
from store.followup_records import STATES, FollowUp

MOST = 1_000_000


def followups(
    as_: Annotated[str | None, typer.Option("--as", metavar="PERSON", help="Object id, name or UPN.")] = None,
    state: Annotated[
        str | None, typer.Option("--state", metavar="S", help="In this state: " + ", ".join(STATES))
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    demo: Annotated[bool, typer.Option("--demo", help="Of the sample data.")] = False,
) -> None:
    """List follow-ups, overdue ones first. Without --as: those that any employee may read."""
    wanted = next((one for one in STATES if one == state), None)
    if state is not None and wanted is None:
        raise Misuse(f"{state!r} is no state; there are: {', '.join(STATES)}")
    with open_store(demo=demo) as world:
        subject = subject_of(world, as_)
        states = frozenset({wanted}) if wanted is not None else frozenset(STATES)
        found = world.ports.follow_ups.found(subject, states=states, limit=MOST)
    if as_json:
        typer.echo(json.dumps([row(one) for one in found], ensure_ascii=False, indent=2))
        return
    for line in table([_cells(one) for one in found]):
        typer.echo(line)


def row(one: FollowUp) -> dict[str, Any]:
    """A follow-up as `referent followups --json` lists it; what is not there is null."""
    decision = one.decision
    return {
        "id": one.id,
        "title": one.title,
        "responsible": one.responsible.text if one.responsible is not None else None,
        "due": one.due.isoformat() if one.due is not None else None,
        "state": one.state,
        "decision": {
            "document": decision.document,
            "item_number": decision.item_number,
            "case_number": decision.case_number,
            "meeting_date": decision.meeting_date.isoformat() if decision.meeting_date is not None else None,
        }
        if decision is not None
        else None,
        "access": one.access,
    }


def _cells(one: FollowUp) -> tuple[str, ...]:
    who = one.responsible.text if one.responsible is not None else "-"
    due = one.due.isoformat() if one.due is not None else "no day   "
    return due, one.state, one.access, who, one.title
