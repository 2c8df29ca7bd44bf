"""Follow-ups in words and by button: which flow makes, shows, finds or changes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from cards import followuplist as list_card
from cards import followupphrases as fp
from cards import missing, verbs
from cards.texts import texts
from dialogs import followupdeeds as deeds
from dialogs import followuplists as lists
from dialogs import followupmaking as making
from dialogs import followupsuggestions as suggestions
from dialogs.clicks import word
from dialogs.followuplists import Wanted, body_of
from dialogs.followupviews import guarded, held, history, not_theirs, seen_version, show, today_of
from dialogs.initiatives import KEPT as KEPT_INITIATIVE
from dialogs.replies import Room, say
from dialogs.turn import AskedQuestion, Outcome
from dialogs.understanding.followupdays import due_in
from dialogs.understanding.followupsaid import note_in, whom_in, why_in
from dialogs.understanding.understand import Understanding
from store.followup_records import FollowUp, FollowUpState

_VIEWS = {
    "followup_list": "open",
    "followup_overdue": "overdue",
    "followup_mine": "mine",
    "followup_agenda": "agenda",
    "followup_promised": "about",
}
_ON_ONE = frozenset(
    {
        "followup_done", "followup_snooze", "followup_give", "followup_deputy", "followup_note", "followup_drop",
        "followup_reopen", "followup_back", "followup_change", "followup_show", "followup_history",
    }
)  # fmt: skip
COMMANDS = frozenset({*_VIEWS, *_ON_ONE, "followup_new", "followup_here", "followup_milestone", "followup_candidates"})
HANDLED = frozenset(
    {
        verbs.FOLLOWUP, verbs.FOLLOWUPS, verbs.FOLLOWUP_HISTORY, verbs.FOLLOWUP_NEW, verbs.FOLLOWUP_ADD,
        verbs.FOLLOWUP_ACT, verbs.FOLLOWUP_NEXT, verbs.FOLLOWUP_TAKE, verbs.FOLLOWUP_LEAVE,
    }
)  # fmt: skip
_NAMES_IT = re.compile(r"\b(?:opfølgning\w*|follow[\s-]?ups?)\b", re.IGNORECASE)
_OPEN: frozenset[FollowUpState] = frozenset({"open"})
_CLOSED: frozenset[FollowUpState] = frozenset({"done", "dropped"})
_TITLES = ("titel", "title")
_PERSONS = ("navn", "name")
_SHORT = 4
"""Words of a command that names nothing: "udsæt den lige lidt"."""


def command(room: Room, read: Understanding) -> Outcome | None:
    """What somebody wants of follow-ups; None when the words mean something else after all."""
    outcome = _commanded(room, read)
    # What is said of follow-ups is no question that answers could learn from.
    return replace(outcome, asked=AskedQuestion("", room.lang, "manage", "answered")) if outcome is not None else None


def _commanded(room: Room, read: Understanding) -> Outcome | None:
    name = read.command or ""
    if name in _VIEWS:
        return lists.listed(room, Wanted(_VIEWS[name], body_of(room, read), lists.topic_of(read)))
    if name == "followup_candidates":
        return suggestions.first(room, body_of(room, read))
    if name == "followup_new":
        return making.new(room, read)
    if name == "followup_here":
        return making.here(room, read)
    if name == "followup_milestone":
        plan = room.kept.get(KEPT_INITIATIVE)
        return guarded(room, making.of_plan, plan) if isinstance(plan, str) else making.new(room, read)
    if making.pending(room) is not None and (told := _corrected(room, read)) is not None:
        return told
    return _on_one(room, read)


def _corrected(room: Room, read: Understanding) -> Outcome | None:
    """Said while a draft waits: who is responsible, by when, or what it is called."""
    if read.command == "followup_give":
        return making.corrected(room, read, who=_whom(room, read)[0])
    if read.command in ("followup_change", "followup_snooze"):
        said = making.title_said(room.turn.text) if _is_title(room.turn.text) else ""
        return making.corrected(room, read, title=said)
    return None


def _is_title(text: str) -> bool:
    return bool(re.match(r"\W*(?:the\s+)?(?:titel|titlen|overskriften|title)\b", text, re.IGNORECASE))


def _on_one(room: Room, read: Understanding) -> Outcome | None:
    """On the one that is called by its words, else on the one in talk."""
    t = texts(room.lang)
    title = next((read.args[name] for name in _TITLES if name in read.args), "")
    if title:
        states = _CLOSED if read.command == "followup_reopen" else _OPEN
        found = room.ports.follow_ups.found(room.scene.subject, states=states, text=title, limit=list_card.PAGE)
        if len(found) > 1:
            return say(room, list_card.which(found, today_of(room), room.frame))
        one = found[0] if found else None
    else:
        one = held(room)
    if one is None:
        if _NAMES_IT.search(room.turn.text):
            return say(room, missing.plain(fp.FU_WHICH_NONE, room.frame, lists.prompts(t)))
        return None
    return guarded(room, _done, read, one)


def _done(room: Room, read: Understanding, one: FollowUp) -> Outcome | None:
    name = read.command or ""
    if name == "followup_show":
        return show(room, one)
    if name == "followup_history":
        return history(room, one)
    if not one.may_change:
        return not_theirs(room, one)
    version = seen_version(room, one)
    if name == "followup_back":
        return deeds.to_agenda(room, one, version)
    if name == "followup_drop":
        return deeds.act(room, one, version, "drop", why_in(room.turn.text))
    if name in ("followup_done", "followup_reopen"):
        return deeds.act(room, one, version, "done" if name == "followup_done" else "reopen")
    return _with_words(room, read, one, version)


def _with_words(room: Room, read: Understanding, one: FollowUp, version: int) -> Outcome | None:
    """What needs a day, a person or a text; None where the words hold something else instead."""
    text, name = room.turn.text, read.command or ""
    short = len(text.split()) <= _SHORT
    if name == "followup_note":
        told = note_in(text)
        return deeds.act(room, one, version, "note", told) if told or short else None
    if name in ("followup_give", "followup_deputy"):
        who, why = _whom(room, read)
        if not who or text.rstrip().endswith("?"):
            return None
        return deeds.give(room, one, version, who, why, deputy=name == "followup_deputy")
    due = due_in(text, today_of(room))
    if name == "followup_snooze":
        return deeds.snooze(room, one, version, due.day if due is not None else None) if due or short else None
    if _is_title(text):
        return deeds.change(room, one, version, {"title": making.title_said(text)})
    if due is not None:
        return deeds.change(room, one, version, {"due": due.day})
    return deeds.ask(room, one, "change")


def _whom(room: Room, read: Understanding) -> tuple[str, str]:
    """Who is named in "giv den til Bo", "ansvarlig er Bo" or "Bo overtager den"."""
    named = next((read.args[name] for name in _PERSONS if name in read.args), "")
    who, why = whom_in(room.turn.text)
    if who:
        return who, why
    return named.strip(" .,!"), ""


def click(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """A button on a follow-up, on a list of them, on a draft or a suggestion, or on what one may come from."""
    if verb == verbs.FOLLOWUPS:
        return lists.click(room, data)
    if verb in (verbs.FOLLOWUP_NEW, verbs.FOLLOWUP_ADD):
        return guarded(room, making.click, verb, data)
    if verb == verbs.FOLLOWUP_ACT:
        return guarded(room, deeds.clicked, data)
    if verb in (verbs.FOLLOWUP_NEXT, verbs.FOLLOWUP_TAKE, verbs.FOLLOWUP_LEAVE):
        return guarded(room, suggestions.click, verb, data)
    return guarded(room, _shown, verb, data)


def _shown(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    one = room.ports.follow_ups.follow_up(word(data, "id"), room.scene.subject)
    if verb == verbs.FOLLOWUP_HISTORY:
        return history(room, one)
    return show(room, one, replaces=data.get("aside") is True)


pending, confirmed, settled = making.pending, making.confirmed, making.settled
"""A draft waits for "ja"; "ja" to it; and the state without it."""
