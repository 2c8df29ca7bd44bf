"""Promises that minutes seem to hold, gone through one by one: taken over, corrected or left; none unseen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from cards import followupcard, missing, verbs
from cards import followupphrases as fp
from cards import followupsuggestion as card
from cards.followupforms import NOTHING, Draft
from cards.followuptold import named
from cards.parts import Rendered
from cards.texts import texts
from dialogs.clicks import word
from dialogs.deeds import is_some_secretary
from dialogs.followupdraft import typed as typed_draft
from dialogs.followupviews import fault, person_meant
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from store.errors import NotFound
from store.followup_records import MOST_TITLE, BadFollowUp, Candidate

MOST = 50


def first(room: Room, body: str) -> Outcome:
    """The first suggestion; for secretaries in a personal chat."""
    if room.scene.subject.audience != "personal" or not is_some_secretary(room):
        return say(room, missing.plain(fp.FU_CAND_ONLY, room.frame))
    return _offered(room, body, 0)


def click(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """The next one, or what is decided on this one; always in the place of the card. Raises NotFound."""
    if room.scene.subject.audience != "personal" or not is_some_secretary(room):
        raise NotFound("not theirs")
    start = data.get("from")
    at = start if isinstance(start, int) and not isinstance(start, bool) and start >= 0 else 0
    body = word(data, "body")
    if verb == verbs.FOLLOWUP_NEXT:
        return _offered(room, body, at, replaces=True)
    key = word(data, "candidate")
    if verb == verbs.FOLLOWUP_LEAVE:
        room.ports.follow_ups.leave(key, room.scene.subject)
        return _offered(room, body, at, texts(room.lang).say(fp.FU_CAND_LEFT), replaces=True)
    return _taken(room, key, body, at, data)


def _taken(room: Room, key: str, body: str, at: int, data: Mapping[str, Any]) -> Outcome:
    t, told = texts(room.lang), typed_draft(room, data)
    who, several = person_meant(room, told.responsible)
    chosen = next((one for one in several if one.id == word(data, "who")), None)
    if word(data, "due") and not told.due:
        return _again(room, key, body, at, told, {"due": t.say(fp.FU_BAD_DAY)})
    if several and chosen is None and word(data, "who") != NOTHING:
        return _again(room, key, body, at, told, {})
    if chosen is not None and who is not None:
        who = replace(who, text=chosen.name, person=chosen.id)
    fields: dict[str, Any] = {
        "title": told.title,
        "responsible": who,
        "due": date.fromisoformat(told.due) if told.due else None,
        "recurrence": told.recurrence or None,
    }
    if not told.title:
        return _again(room, key, body, at, told, {"title": t.say(fp.FU_BAD_TITLE)})
    try:
        one = room.ports.follow_ups.take(key, room.scene.subject, room.lang, fields)
    except BadFollowUp as error:
        cut = replace(told, title=told.title[:MOST_TITLE])
        return _again(room, key, body, at, cut, {error.field: fault(error, t)})
    return _offered(room, body, at, t.say(fp.FU_MADE, title=named(one, t)), replaces=True)


def _all(room: Room, body: str) -> tuple[Candidate, ...]:
    return room.ports.follow_ups.candidates(room.scene.subject, body or None, MOST)


def _offered(room: Room, body: str, at: int, before: str = "", *, replaces: bool = False) -> Outcome:
    found = _all(room, body)
    t = texts(room.lang)
    if at >= len(found):
        told = "\n".join(line for line in (before, t.say(fp.FU_CAND_NONE)) if line)
        if not replaces:
            return say(room, Rendered(told, prompts=followupcard.after(t)))
        return say(room, missing.confirmed(told, room.frame, followupcard.after(t)), replaces=True)
    one = found[at]
    due = one.due.isoformat() if one.due is not None else ""
    who = one.responsible.text if one.responsible is not None else ""
    told_draft = Draft(one.title[:MOST_TITLE], who, due, one.recurrence or "")
    return _card(room, one, (at, len(found)), told_draft, body, before, replaces=replaces)


def _again(room: Room, key: str, body: str, at: int, told: Draft, faults: Mapping[str, str]) -> Outcome:
    """The same one with what was typed, and what is wrong with it. Raises NotFound."""
    found = _all(room, body)
    number = next((place for place, one in enumerate(found) if one.key == key), None)
    if number is None:
        raise NotFound("no such suggestion")
    return _card(room, found[number], (number, len(found)), told, body, replaces=True, faults=faults)


def _card(
    room: Room, one: Candidate, place: tuple[int, int], told: Draft, body: str, before: str = "",
    *, replaces: bool, faults: Mapping[str, str] | None = None,
) -> Outcome:  # fmt: skip
    _, several = person_meant(room, told.responsible)
    people = [(person.name, person.id) for person in several]
    shown = card.Suggestion(one, place[0] + 1, place[1], told, body, before, people, faults or {})
    return say(room, card.suggested(shown, room.frame), replaces=replaces)
