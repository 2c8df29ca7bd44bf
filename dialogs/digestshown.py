"""A weekly reminder or a personal one drawn from the store as it stands: when it is sent, and anew after a click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from cards import digest as card
from cards import reminder
from cards.digestlines import OWN
from cards.parts import Frame, Rendered
from cards.reminder import Due
from dialogs.ports import Ports
from store.errors import NotFound
from store.followup_records import Digest, DigestContent, FollowUp
from store.records import Subject


def digest_card(
    ports: Ports, key: str, subject: Subject, built: datetime, frame: Frame, *, told: str = "", start: int = 0
) -> tuple[Rendered, DigestContent]:
    """The message that speaks of the instant `built` (aware), with what it holds. Raises NotFound."""
    content = ports.digests.content(key, subject, built, whole=True)
    if content.digest.mine:
        # To whom it goes need not be told at each line.
        own = name_of(ports, content.digest.recipient)
        lines = tuple(replace(one, who=OWN) if one.who == own else one for one in content.lines)
        content = replace(content, lines=lines)
    done_by = {line.done_by for line in content.lines if line.done_by}
    names = {person: name_of(ports, person) for person in done_by}
    start = start if 0 <= start < max(1, len(content.lines)) else 0
    scope = card.scope_of(names_of(ports, content.digest, subject))
    frame = Frame(content.digest.lang, frame.shared, frame.hosts, frame.demo)
    return card.card(content, card.Told(built, names, scope, told, start), frame), content


def name_of(ports: Ports, person: str) -> str:
    """Somebody's name; "" where nobody of that id was ever met."""
    known = ports.people.person(person) if person else None
    return known.name if known is not None else ""


def names_of(ports: Ports, digest: Digest, subject: Subject) -> list[str]:
    """The names of bodies and initiatives and the numbers of cases that a digest is limited to, for its readers."""
    bodies = {body.key: body.name for body in ports.bodies.bodies(subject)} if digest.bodies else {}
    titles = {one.key: one.title for one in ports.initiatives.initiatives(subject)} if digest.initiatives else {}
    return [
        *(bodies[key] for key in digest.bodies if key in bodies),
        *(titles[key] for key in digest.initiatives if key in titles),
        *digest.cases,
    ]


def reminder_card(found: Sequence[Due], on: date, frame: Frame, told: str = "") -> Rendered | None:
    """A personal reminder of these; None when there are none."""
    return reminder.card(found, on, frame, told) if found else None


def readable(ports: Ports, ids: Sequence[str], subject: Subject) -> list[FollowUp]:
    """Those of the follow-ups that the subject may still read, in this order, each once."""
    found = []
    for id in dict.fromkeys(ids):
        try:
            found.append(ports.follow_ups.follow_up(id, subject))
        except NotFound:
            continue
    return found
