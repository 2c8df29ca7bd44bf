"""What is done with a follow-up, by button and in words: asked for what is missing, done once, told in its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, cast, get_args

from cards import followupforms as form
from cards import followupphrases as fp
from cards import missing
from cards.catalogue import Phrase
from cards.followupforms import NOTHING, Draft
from cards.followuptold import named
from cards.parts import Rendered
from cards.texts import texts
from dialogs.clicks import word
from dialogs.followupviews import fault, in_talk, not_theirs, person_meant, show, today_of
from dialogs.register import resume
from dialogs.registerbegin import shown as wizard
from dialogs.registerpages import Said
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from dialogs.understanding.followupdays import due_in
from store.agenda.records import BadField, NotPossible
from store.errors import NotFound
from store.followup_records import (
    MOST_NOTE,
    MOST_TITLE,
    BadFollowUp,
    FollowUp,
    FollowUpAction,
    Recurrence,
    StaleFollowUp,
)

ACTIONS = frozenset(get_args(FollowUpAction)) - {"create"}
_TOLD: Mapping[str, Phrase] = {
    "drop": fp.FU_DROPPED,
    "reopen": fp.FU_REOPENED,
    "note": fp.FU_NOTED,
    "change": fp.FU_CHANGED,
}


def clicked(room: Room, data: Mapping[str, Any]) -> Outcome:
    """A button on a follow-up: asks first where something is missing. Raises NotFound, StaleFollowUp, BadFollowUp."""
    one = room.ports.follow_ups.follow_up(word(data, "id"), room.scene.subject)
    action, version = word(data, "do"), data.get("version")
    if action not in ACTIONS or not isinstance(version, int) or isinstance(version, bool):
        raise NotFound("no such action")
    if not one.may_change:
        return not_theirs(room, one)
    chosen = cast(FollowUpAction, action)
    if data.get("sure") is not True:
        return ask(room, one, chosen)
    comment = data.get("comment")
    told = comment if isinstance(comment, str) else ""
    if chosen == "snooze":
        return snooze(room, one, version, _day(room, data))
    if chosen in ("hand_over", "deputy"):
        return give(room, one, version, word(data, "name"), told, chosen=word(data, "who"), deputy=chosen == "deputy")
    if chosen == "change":
        return _changed(room, one, version, data)
    if chosen == "agenda":
        return to_agenda(room, one, version)
    return act(room, one, version, chosen, told)


def ask(room: Room, one: FollowUp, action: FollowUpAction, problem: str = "", typed: str = "") -> Outcome:
    """The form for an action."""
    frame = room.frame
    forms: Mapping[str, Rendered] = {
        "snooze": form.snoozing(one, today_of(room), frame, problem),
        "hand_over": form.handing(one, frame, typed, fault=problem),
        "deputy": form.handing(one, frame, typed, fault=problem, deputy=True),
        "note": form.noting(one, frame, typed[:MOST_NOTE], problem),
        "drop": form.dropping(one, frame, typed[:MOST_NOTE], problem),
        "change": form.changing(one, frame, None, problem),
    }
    if action not in forms:
        raise NotFound("nothing to ask")
    return say(room, forms[action], replaces=room.turn.kind == "action", state=in_talk(room, one))


def act(room: Room, one: FollowUp, version: int, action: FollowUpAction, comment: str = "") -> Outcome:
    """Do it; a text that cannot be brings the form back with what was typed. Raises NotFound, StaleFollowUp."""
    t = texts(room.lang)
    try:
        now = room.ports.follow_ups.act(one.id, version, action, room.scene.subject, comment=comment.strip())
    except BadFollowUp as error:
        if error.field == "comment" and action in ("note", "drop"):
            # Asked for first where nothing was typed: only what was typed and cannot be is a fault.
            return ask(room, one, action, fault(error, t) if comment or room.turn.kind == "action" else "", comment)
        raise
    title = named(now, t)
    if action == "done":
        again = now.state == "open" and now.due is not None
        told = t.say(fp.FU_DONE_AGAIN, title=title, date=now.due) if again else t.say(fp.FU_DONE, title=title)
    else:
        told = t.say(_TOLD[action], title=title)
    return show(room, now, told, replaces=room.turn.kind == "action")


def snooze(room: Room, one: FollowUp, version: int, to: date | None) -> Outcome:
    """Put it off; without a day the choices are shown."""
    t = texts(room.lang)
    if to is None:
        problem = t.say(fp.FU_BAD_DAY) if room.turn.kind == "action" else ""
        return ask(room, one, "snooze", problem)
    try:
        now = room.ports.follow_ups.act(one.id, version, "snooze", room.scene.subject, to=to)
    except BadFollowUp as error:
        if error.field == "state":
            raise
        return ask(room, one, "snooze", fault(error, t))
    told = t.say(fp.FU_SNOOZED, title=named(now, t), date=to)
    return show(room, now, told, replaces=room.turn.kind == "action")


def give(
    room: Room, one: FollowUp, version: int, name: str, comment: str = "", *, chosen: str = "", deputy: bool = False
) -> Outcome:
    """Hand it over or name a deputy; between several people of one name is chosen first."""
    t = texts(room.lang)
    action: FollowUpAction = "deputy" if deputy else "hand_over"
    who, several = person_meant(room, name)
    picked = next((person for person in several if person.id == chosen), None)
    if several and picked is None and chosen != NOTHING:
        choices = [(person.name, person.id) for person in several]
        asked = form.handing(one, room.frame, name, choices, deputy=deputy)
        return say(room, asked, replaces=room.turn.kind == "action", state=in_talk(room, one))
    if picked is not None and who is not None:
        who = replace(who, text=picked.name, person=picked.id)
    if who is None:
        return ask(room, one, action, t.say(fp.FU_BAD_PERSON) if room.turn.kind == "action" else "")
    try:
        now = room.ports.follow_ups.act(
            one.id, version, action, room.scene.subject, person=who, comment=comment.strip()
        )
    except BadFollowUp as error:
        if error.field == "state":
            raise
        return ask(room, one, action, fault(error, t), name)
    told = t.say(fp.FU_DEPUTY_SET if deputy else fp.FU_HANDED, title=named(now, t), name=who.text)
    return show(room, now, told, replaces=room.turn.kind == "action")


def change(room: Room, one: FollowUp, version: int, fields: Mapping[str, Any], typed: Draft | None = None) -> Outcome:
    """Write title, due day and how often; what cannot be brings the form back."""
    t = texts(room.lang)
    try:
        now = room.ports.follow_ups.act(one.id, version, "change", room.scene.subject, fields=fields)
    except BadFollowUp as error:
        if error.field == "state":
            raise
        told = form.changing(one, room.frame, typed, fault(error, t))
        return say(room, told, replaces=room.turn.kind == "action", state=in_talk(room, one))
    return show(room, now, t.say(fp.FU_CHANGED, title=named(now, t)), replaces=room.turn.kind == "action")


def _changed(room: Room, one: FollowUp, version: int, data: Mapping[str, Any]) -> Outcome:
    """What the form brought back; a form without an input leaves that as it is."""
    title, rhythm, day = data.get("title"), word(data, "recurrence"), word(data, "due")
    fields: dict[str, Any] = {}
    if isinstance(title, str) and title != one.title:
        fields["title"] = title
    due = _written(room, day)
    typed = Draft(str(title or "")[:MOST_TITLE], due=due.isoformat() if due else "", recurrence=rhythm)
    if day and due is None:
        problem = texts(room.lang).say(fp.FU_BAD_DAY)
        return say(room, form.changing(one, room.frame, typed, problem), replaces=True, state=in_talk(room, one))
    if "due" in data and due != one.due:
        fields["due"] = due
    wanted = rhythm if rhythm in get_args(Recurrence) else None
    if rhythm and wanted != one.recurrence:
        fields["recurrence"] = wanted
    if not fields:
        return show(room, one, replaces=True)
    return change(room, one, version, fields, typed)


def _day(room: Room, data: Mapping[str, Any]) -> date | None:
    """A day that a button carries, else the one that was typed."""
    return _written(room, word(data, "to") or word(data, "day"))


def _written(room: Room, text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        said = due_in(text, today_of(room))
        return said.day if said is not None else None


def to_agenda(room: Room, one: FollowUp, version: int) -> Outcome:
    """A draft of an agenda item of it, with a link to the decision; pressed twice there is one draft."""
    subject = room.scene.subject
    if room.frame.shared:
        return say(room, missing.plain(fp.FU_ONLY_PRIVATELY, room.frame), state=in_talk(room, one))
    if one.state != "open":
        raise BadFollowUp("state", one.state)
    if one.agenda_item is not None:
        return _on_its_way(room, one)
    if version != one.version:
        raise StaleFollowUp(one.last, one)
    agenda = room.ports.agenda
    item = agenda.start(subject, room.turn.caller.name, room.lang, f"followup:{one.id}:{version}")
    if item.version == 1:
        fields: dict[str, Any] = {"title": one.title}
        if one.decision is not None and one.decision.case_number:
            fields["case_number"] = one.decision.case_number
        if one.responsible is not None:
            fields["responsible"] = one.responsible
        if one.decision is not None and one.decision.item_key:
            fields["links"] = (one.decision.item_key,)
        if one.body_key in {body.key for body in agenda.bodies(subject)}:
            fields["body_key"] = one.body_key
        try:
            item = agenda.save(item.id, item.version, fields, subject)
        except (BadField, NotPossible):
            item = agenda.save(item.id, item.version, {"title": one.title}, subject)
    room.ports.follow_ups.act(one.id, version, "agenda", subject, fields={"agenda_item": item.id})
    told = Said(told=[texts(room.lang).say(fp.FU_TO_AGENDA, title=named(one, texts(room.lang)))])
    return wizard(room, item, "where", told, replaces=room.turn.kind == "action")


def _on_its_way(room: Room, one: FollowUp) -> Outcome:
    """The agenda item that was made of it before, where the person may read it."""
    t = texts(room.lang)
    try:
        item = room.ports.agenda.item(one.agenda_item or "", room.scene.subject)
        return resume(room, item, replaces=room.turn.kind == "action")
    except NotFound:
        told = t.say(fp.FU_TO_AGENDA_ALREADY, title=named(one, t))
        return show(room, one, told, replaces=room.turn.kind == "action")
