"""`referent initiatives`: the programmes, strategies and plans that are known, with their milestones and people."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from bot import answer_json
from bot.commands.opening import open_store
from bot.commands.persons import subject_of
from store.records import InitiativeRecord


def initiatives(
    as_: Annotated[str | None, typer.Option("--as", metavar="PERSON", help="Object id, name or UPN.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    demo: Annotated[bool, typer.Option("--demo", help="Of the sample data.")] = False,
) -> None:
    """List what is known of programmes and plans. Without --as: what an employee with no special rights may see."""
    with open_store(demo=demo) as world:
        subject = subject_of(world, as_)
        records = world.ports.initiatives.initiatives(subject)
    if as_json:
        typer.echo(json.dumps([answer_json.initiative(one) for one in records], ensure_ascii=False, indent=2))
        return
    for record in records:
        for line in _lines(record):
            typer.echo(line)


def _lines(record: InitiativeRecord) -> list[str]:
    place = record.document.title if record.document else ""
    page = f", page {record.page}" if record.page else ""
    facts = [" · ".join(filter(None, (record.owner, record.status))), f"{place}{page}"]
    lines = [f"{record.key}  {record.title}", *(f"  {one}" for one in facts if one)]
    lines += [f"  {one.when.words if one.when else '?'}: {one.title or one.text}" for one in record.milestones]
    return lines + [f"  {one.role}: {one.name}" for one in record.responsibilities]
