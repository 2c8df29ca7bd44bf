"""Who one is; an administrator gives and revokes rights by picking among those the assistant has met."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast, get_args

from cards import missing, verbs
from cards import people as card
from cards import phrases as p
from cards.confirm import Option, options
from cards.parts import Rendered
from cards.prompts import prompts
from cards.texts import clean, texts
from dialogs.clicks import gone, word
from dialogs.named import people_named
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from dialogs.understanding.text import words
from dialogs.understanding.understand import Understanding
from dialogs.understanding.wordings import wordings
from store.access import is_administrator
from store.errors import Conflict, NotFound
from store.records import BodyRecord, Grant, Person, Role

COMMANDS = frozenset({"grant", "revoke", "people"})
HANDLED = frozenset({verbs.GRANT, verbs.REVOKE, verbs.PERSON})
ROLES = frozenset(get_args(Role))


def whoami(room: Room) -> Rendered:
    """Name, id and rights of the person who asks, as they hold now."""
    subject, caller = room.scene.subject, room.turn.caller
    known = Person(subject.person or "", caller.name, caller.upn, subject.grants)
    return card.whoami(known, room.ports.bodies.bodies(room.scene.subject), room.frame)


def command(room: Room, read: Understanding) -> Outcome:
    """An administrator's command on rights."""
    bodies = room.ports.bodies.bodies()
    if read.command == "people":
        return say(room, card.holders(tuple(room.ports.people.holders()), bodies, room.frame))
    name = _name(read)
    found = tuple(people_named(room, name) if name else room.ports.people.met(""))
    if not found:
        t = texts(room.lang)
        after = prompts((p.ASK_RIGHTS, p.ASK_HELP), t)
        return say(room, missing.plain(p.GRANT_NOBODY, room.frame, after, name=t.quoted(name)))
    if read.command == "grant":
        body = next((each.key for each in bodies if each.name in read.bodies), None)
        return say(room, card.grant_form(found, bodies, room.frame, _role(read), body))
    if len(found) == 1:
        return say(room, card.revoke_form(_whole(room, found[0]), bodies, room.frame))
    t = texts(room.lang)
    rows = [Option(clean(each.name), each.upn or "", verbs.PERSON, {"person": each.id}) for each in found]
    return say(room, options(t.say(p.REVOKE_TITLE), t.say(p.WHICH_PERSON), rows, room.frame))


def _whole(room: Room, person: Person) -> Person:
    return room.ports.people.person(person.id) or person


def _name(read: Understanding) -> str:
    """The name in a command, without a genitive s behind it."""
    name = read.args.get("navn") or read.args.get("name") or ""
    for ending in ("'s", "’s"):
        name = name.removesuffix(ending)
    return clean(name).strip(" .?!,")


def _role(read: Understanding) -> Role | None:
    """The role named in a command, in either language."""
    named = {word.norm for word in words(read.text)}
    for role, forms in wordings().roles.items():
        if named & set(forms):
            return cast(Role, role)
    return None


def click(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """A button or form of an administrator; for everybody else there is no such thing."""
    if not is_administrator(room.scene.subject):
        return gone(room)
    bodies = room.ports.bodies.bodies()
    if verb == verbs.GRANT and not all(word(data, name) for name in ("person", "role", "body")):
        return _unfilled(room, data, bodies)
    person = room.ports.people.person(word(data, "person"))
    if person is None:
        return gone(room)
    if verb == verbs.PERSON:
        return say(room, card.revoke_form(person, bodies, room.frame))
    grant = _grant(room, data)
    if grant is None:
        return gone(room)
    held = grant in person.grants
    if held == (verb == verbs.GRANT):
        return say(room, missing.plain(p.DONE_ALREADY, room.frame))
    try:
        change = room.ports.people.grant if verb == verbs.GRANT else room.ports.people.revoke
        change(person.id, grant, room.scene.subject)
    except (NotFound, Conflict):
        return gone(room)
    t = texts(room.lang)
    phrase = p.GRANTED if verb == verbs.GRANT else p.REVOKED
    told = t.say(phrase, name=person.name, role=card.role_name(grant, bodies, t))
    after = prompts((p.ASK_RIGHTS, p.ASK_UNANSWERED), t)
    return say(room, missing.confirmed(told, room.frame, after), replaces=True)


def _unfilled(room: Room, data: Mapping[str, Any], bodies: tuple[BodyRecord, ...]) -> Outcome:
    """The form once more, with what has been chosen; it takes the place of the one that was sent too early."""
    chosen = room.ports.people.person(word(data, "person"))
    found = tuple(room.ports.people.met("")) if chosen is None else (chosen,)
    given = word(data, "role")
    role = cast(Role, given) if given in ROLES else None
    form = card.grant_form(found, bodies, room.frame, role, word(data, "body") or None, told=p.GRANT_MISSING)
    return say(room, form, replaces=True)


def _grant(room: Room, data: Mapping[str, Any]) -> Grant | None:
    """The right that a form carries; None when role or body are none that are known."""
    role, body = word(data, "role"), word(data, "body")
    if role not in ROLES:
        return None
    if body in (card.ALL, ""):
        return Grant(cast(Role, role), None)
    if role == "administrator" or body not in {each.key for each in room.ports.bodies.bodies()}:
        # An administrator is one for the whole house.
        return Grant("administrator", None) if role == "administrator" else None
    return Grant(cast(Role, role), body)
