"""What there is to follow up: of a body, overdue, one's own, on a matter, and for the next agenda."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from cards import followuplist as card
from cards import followupphrases as fp
from cards import missing
from cards.followuplist import Listed
from cards.grammar import definite
from cards.parts import Prompt, Rendered
from cards.texts import Texts, clean, texts
from dialogs.clicks import gone, word
from dialogs.followuploop import carried
from dialogs.followupviews import show, today_of
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from dialogs.understanding.understand import Understanding
from store.followup_records import FollowUp, FollowUpState

MOST = 2_000
VIEWS = frozenset({"open", "overdue", "mine", "about", "agenda"})
_TOLD: frozenset[FollowUpState] = frozenset({"open", "done"})
_TOPICS = ("emne", "topic")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which follow-ups: a view, of a body (its key), on a matter in words."""

    view: str
    body: str = ""
    topic: str = ""


def body_of(room: Room, read: Understanding) -> str:
    """The key of the body that a message names; "" for none."""
    known = {one.name: one.key for one in room.ports.bodies.bodies(room.scene.subject)}
    return next((known[name] for name in ((read.body or ""), *read.bodies) if name in known), "")


def name_of_body(room: Room, key: str) -> str:
    """What a body is called, with its article as in a sentence; "" for one that the person does not know of."""
    found = next((one.name for one in room.ports.bodies.bodies(room.scene.subject) if one.key == key), "")
    return definite(found)


def topic_of(read: Understanding) -> str:
    """The matter that a question on promises is about: all from the first word of it."""
    first = next((read.args[name] for name in _TOPICS if name in read.args), "")
    at = read.typed.find(first) if first else -1
    return clean(read.typed[at:]).strip(" ?.!,:;»«\"'“”") if at >= 0 else ""


def listed(room: Room, wanted: Wanted, start: int = 0) -> Outcome | None:
    """The list; None for a matter that nothing was promised on, which may be a question on what was decided."""
    if wanted.view == "agenda":
        return _for_agenda(room, wanted.body)
    rows = _found(room, wanted)
    if not rows and wanted.view == "about":
        return None
    t = texts(room.lang)
    if not rows:
        return say(room, Rendered(_none(room, wanted, t), prompts=prompts(t)))
    if wanted.view == "about" and len(rows) == 1:
        return show(room, rows[0])
    more = {"view": wanted.view, "body": wanted.body, "topic": wanted.topic}
    told = Listed(
        _head(room, wanted, rows, t),
        rows,
        today_of(room),
        more,
        start if 0 <= start < len(rows) else 0,
        overview=wanted.view in ("open", "overdue") and not wanted.body,
    )
    # A list says what is in talk only where it is of one.
    items = [one.decision.item_key for one in rows[:1] if one.decision is not None and one.decision.item_key]
    state = room.state("ask", {"items": items, **_kept(rows)}) if len(rows) == 1 else None
    return say(room, card.listed(told, room.frame), state=state)


def _kept(rows: tuple[FollowUp, ...]) -> dict[str, object]:
    return {"followup": rows[0].id, "followup_version": rows[0].version}


def _found(room: Room, wanted: Wanted) -> tuple[FollowUp, ...]:
    port, subject, body = room.ports.follow_ups, room.scene.subject, wanted.body or None
    if wanted.view == "overdue":
        return port.found(subject, body=body, until=today_of(room) - timedelta(days=1), limit=MOST)
    if wanted.view == "mine":
        return port.found(subject, body=body, mine=True, limit=MOST)
    if wanted.view == "about":
        return port.found(subject, states=_TOLD, body=body, text=wanted.topic, limit=MOST) if wanted.topic else ()
    return port.found(subject, body=body, limit=MOST)


def _head(room: Room, wanted: Wanted, rows: tuple[FollowUp, ...], t: Texts) -> str:
    body = name_of_body(room, wanted.body)
    if wanted.view == "mine":
        return t.say(fp.FU_COUNT_MINE, count=len(rows))
    if wanted.view == "about":
        return t.say(fp.FU_COUNT_ABOUT, count=len(rows), topic=t.quoted(wanted.topic))
    late = wanted.view == "overdue"
    if body:
        return t.say(fp.FU_COUNT_LATE_OF if late else fp.FU_COUNT_OPEN_OF, count=len(rows), body=body)
    return t.say(fp.FU_COUNT_LATE if late else fp.FU_COUNT_OPEN, count=len(rows))


def _none(room: Room, wanted: Wanted, t: Texts) -> str:
    body = name_of_body(room, wanted.body)
    if wanted.view == "mine":
        return t.say(fp.FU_NONE_MINE)
    late = wanted.view == "overdue"
    if body:
        return t.say(fp.FU_NONE_LATE_OF if late else fp.FU_NONE_OPEN_OF, body=body)
    return t.say(fp.FU_NONE_LATE if late else fp.FU_NONE_OPEN)


def prompts(t: Texts) -> tuple[Prompt, ...]:
    """What may be asked where nothing was found."""
    return tuple(Prompt(t.say(one), t.say(one)) for one in (fp.FU_ASK_ALL, fp.FU_ASK_MINE, fp.FU_ASK_CANDIDATES))


def _for_agenda(room: Room, body: str) -> Outcome:
    """What is open by the next meeting of a body, and what was done since the one before."""
    t = texts(room.lang)
    key = body or _only_body(room)
    name = name_of_body(room, key)
    if not name:
        example = t.quoted(t.say(fp.FU_ASK_AGENDA, body="Direktionen"))
        return say(room, missing.plain(fp.FU_AGENDA_WHICH, room.frame, example=example))
    found = carried(room.ports, room.scene.subject, key, room.scene.now)
    lines = [t.say(fp.FU_AGENDA_ON, day=t.day(found.meeting.day))] if found.meeting is not None else []
    if not found.open:
        lines.append(t.say(fp.FU_AGENDA_NONE, body=name))
    told = Listed(
        t.say(fp.FU_AGENDA_OF, body=name),
        found.open[: card.PAGE],
        today_of(room),
        lines=lines,
        reported=found.done,
    )
    return say(room, card.listed(told, room.frame))


def _only_body(room: Room) -> str:
    """The one body that the person is a secretary or member of."""
    own = {grant.body for grant in room.scene.subject.grants if grant.role in ("secretary", "member") and grant.body}
    return own.pop() or "" if len(own) == 1 else ""


def click(room: Room, data: Mapping[str, Any]) -> Outcome:
    """The next page, read anew."""
    view, start = word(data, "view"), data.get("from")
    if view not in VIEWS or not isinstance(start, int) or isinstance(start, bool):
        return gone(room)
    return listed(room, Wanted(view, word(data, "body"), word(data, "topic")), start) or gone(room)
