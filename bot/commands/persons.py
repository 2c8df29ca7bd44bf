"""Who is meant on the command line: an object id, or the name or UPN of someone the assistant has met."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.commands.opening import Misuse
from bot.world import World
from dialogs.turn import Caller
from store.errors import NotFound
from store.people import SeveralPeople
from store.records import BodyRecord, Person, Subject

NOBODY_SPECIAL = "00000000-0000-0000-0000-000000000000"
"""Stands for an employee with no special rights where nobody is named."""


def person_of(world: World, told: str) -> Person:
    """The person meant. An object id is always somebody; a name or UPN must be known. Raises Misuse."""
    try:
        return world.people.resolve(told)
    except (NotFound, SeveralPeople) as error:
        raise Misuse(str(error)) from None


def caller_of(world: World, told: str | None) -> Caller:
    """Whoever asks, an employee of the tenant; None: one with no special rights. Raises Misuse."""
    if told is not None and not isinstance(told, str):
        raise Misuse('"as" is an object id, a name or a UPN')
    if not told:
        return Caller(NOBODY_SPECIAL, world.tenant, "Medarbejder")
    person = person_of(world, told)
    return Caller(person.id, world.tenant, person.name, person.upn)


def subject_of(world: World, told: str | None) -> Subject:
    """Whoever lists things, in personal chat with themselves; see `caller_of`. Raises Misuse."""
    caller = caller_of(world, told)
    return Subject(caller.id, True, "personal", world.grants(caller.id), caller.tenant)


def body_key(world: World, told: str, among: Sequence[BodyRecord] | None = None) -> str:
    """The key of the body called so in any of its names, among these (None: those that everybody may know).

    Raises Misuse with the names there are.
    """
    wanted = _plain(told)
    bodies = world.bodies.bodies() if among is None else among
    for body in bodies:
        if wanted in {_plain(name) for name in (body.key, body.name, *body.aliases)}:
            return body.key
    names = ", ".join(body.name for body in bodies) or "none yet; ingest its minutes first"
    raise Misuse(f"no body is called {told!r}; there are: {names}")


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name).strip().casefold()
