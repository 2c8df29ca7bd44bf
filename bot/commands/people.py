"""`referent people`: who has which right."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

import typer

from bot.commands.opening import open_store
from bot.commands.persons import body_key, person_of
from store.records import Grant, Person

app = typer.Typer(help="Rights by Entra object id.", no_args_is_help=True)


class RoleName(StrEnum):
    """Reader: open material. Member, secretary: also the closed items of the body. Administrator: rights."""

    reader = "reader"
    member = "member"
    secretary = "secretary"
    administrator = "administrator"


Who = Annotated[str, typer.Argument(metavar="PERSON", help="Object id, or the name or UPN of someone met.")]
Which = Annotated[RoleName, typer.Option("--role", help="The right.")]
Where = Annotated[str | None, typer.Option("--body", metavar="NAME", help="For one body; without it, for all.")]


@app.command("grant")
def grant(person: Who, role: Which, body: Where = None) -> None:
    """Give a person a right."""
    with open_store(reading=False) as world:
        who, right = (
            person_of(world, person),
            Grant(role.value, body_key(world, body, world.bodies.all()) if body else None),
        )
        world.people.grant(who.id, right, None)
        typer.echo(f"{who.name}: {_told(right, {})}")


@app.command("revoke")
def revoke(person: Who, role: Which, body: Where = None) -> None:
    """Take a right from a person."""
    with open_store(reading=False) as world:
        who, right = (
            person_of(world, person),
            Grant(role.value, body_key(world, body, world.bodies.all()) if body else None),
        )
        world.people.revoke(who.id, right, None)
        typer.echo(f"{who.name}: no longer {_told(right, {})}")


@app.command("list")
def list_(as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False) -> None:
    """Everyone who has a right."""
    with open_store() as world:
        holders = world.ports.people.holders()
        names = {body.key: body.name for body in world.bodies.all()}
    if as_json:
        typer.echo(json.dumps([_row(one, names) for one in holders], ensure_ascii=False, indent=2))
        return
    for one in holders:
        typer.echo(f"{one.id}  {one.name}: {'; '.join(_told(right, names) for right in one.grants)}")


def _row(person: Person, names: Mapping[str, str]) -> dict[str, object]:
    rights = [{"role": right.role, "body": right.body and names.get(right.body, right.body)} for right in person.grants]
    return {"id": person.id, "name": person.name, "upn": person.upn, "grants": rights}


def _told(right: Grant, names: Mapping[str, str]) -> str:
    return f"{right.role} of {names.get(right.body, right.body)}" if right.body else right.role
