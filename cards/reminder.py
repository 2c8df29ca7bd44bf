"""A personal reminder: all follow-ups of a morning in one message, each done, put off or shown from there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from cards import digestphrases as gp
from cards import verbs
from cards.catalogue import Phrase
from cards.digestlines import day_said, weekday_date
from cards.grammar import definite
from cards.parts import Frame, Node, Rendered, Sheet, actions, escaped, execute, eyebrow, heading, notice, rich, run
from cards.texts import Texts, clean, shorten, texts
from store.followup_records import FollowUp

MOST = 6
"""Follow-ups with buttons; whoever has more wants the list."""
_TITLE, _WHO = 150, 60


Why = Literal["own", "unanswered", "title"]
_HEADS: Mapping[Why, Phrase] = {
    "own": gp.REMINDER_MANY,
    "unanswered": gp.REMINDER_UNANSWERED,
    "title": gp.REMINDER_NOBODY,
}


@dataclass(frozen=True, slots=True)
class Due:
    """One follow-up of the message, and why it is in it: it is the reader's own; a secretary is told that nobody has
    answered; or that it has a title responsible, which nobody reads."""

    one: FollowUp
    why: Why = "own"


def card(found: Sequence[Due], on: date, frame: Frame, told: str = "") -> Rendered:
    """Those of the reader first, then what a secretary is told of; answered ones stay: the card says what was done.

    `on` is the local day. Needs a follow-up.
    """
    t = texts(frame.lang)
    shown = sorted(found, key=lambda due: get_args(Why).index(due.why))[:MOST]
    ids = [due.one.id for due in shown]
    sheet = Sheet(t)
    first = _first(found, on, t)
    sheet.add(eyebrow(t.say(gp.REMINDER_LABEL)), heading(escaped(first)), notice(told) if told else None)
    spoken, why = [first, told], shown[0].why
    for due in shown:
        if due.why != why:
            why = due.why
            line = t.say(_HEADS[why], count=sum(1 for each in found if each.why == why))
            sheet.add(heading(line, level="section"))
            spoken.append(line)
        # A single one is named by the first sentence.
        alone = len(shown) == 1 and due.why == "own" and not answered(due.one, on)
        sheet.add(*_block(due, ids, on, t, alone=alone))
        if not alone:
            spoken.append(f"– {clean(due.one.title)} ({beside(due, on, t)})")
    if len(found) > len(shown):
        more = t.say(gp.REMINDER_MORE, count=len(found) - len(shown), ask=t.quoted(t.say(gp.ASK_MY_TASKS)))
        sheet.add(notice(more))
        spoken.append(more)
    items = tuple(dict.fromkeys(
        due.one.decision.item_key for due in shown if due.one.decision is not None and due.one.decision.item_key
    ))  # fmt: skip
    text = "\n".join(part for part in spoken if part)
    return Rendered(text, card=sheet.build(text), items=items)


def answered(one: FollowUp, on: date) -> bool:
    """Whether there is nothing left to answer: it is done, dropped, put off, or due again on a later day."""
    if one.state != "open":
        return True
    return (one.snoozed_to is not None and one.snoozed_to > on) or done_again(one, on)


def done_again(one: FollowUp, on: date) -> bool:
    """Whether it recurs and was done for this time."""
    return one.state == "open" and one.last is not None and one.last.action == "done" and _ahead(one, on)


def _ahead(one: FollowUp, on: date) -> bool:
    return one.due is not None and one.due > on


def beside(due: Due, on: date, t: Texts) -> str:
    """Who and when, or what became of it."""
    one = due.one
    if one.state == "done":
        return t.say(gp.DIGEST_DONE)
    if one.snoozed_to is not None and one.snoozed_to > on:
        return t.say(gp.REMINDER_PUT_OFF, day=weekday_date(one.snoozed_to, on, t))
    if done_again(one, on) and one.due is not None:
        return f"{t.say(gp.DIGEST_DONE)}, {t.say(gp.DIGEST_AGAIN, day=day_said(one.due, on, t))}"
    said = day_said(one.due, on, t) if one.due is not None else ""
    who = shorten(clean(one.responsible.text), _WHO) if one.responsible is not None else ""
    waits = t.say(gp.REMINDER_WAITS_FOR, name=who) if due.why != "own" and who else ""
    return " · ".join(part for part in (said, waits) if part)


def _first(found: Sequence[Due], on: date, t: Texts) -> str:
    """What is left to answer, the reader's own before what others have not answered."""
    for why in get_args(Why):
        left = [due for due in found if due.why == why and not answered(due.one, on)]
        if why == "own" and len(left) == 1:
            one = left[0].one
            said = day_said(one.due, on, t) if one.due is not None else ""
            return t.say(gp.REMINDER_ONE, title=t.quoted(shorten(clean(one.title), _TITLE)), when=said)
        if left:
            return t.say(_HEADS[why], count=len(left))
    return t.say(gp.REMINDER_ALL_ANSWERED)


def _block(due: Due, ids: Sequence[str], on: date, t: Texts, *, alone: bool) -> list[Node]:
    one, over = due.one, answered(due.one, on)
    name = run(shorten(clean(one.title), _TITLE), bold=not over, subtle=over)
    late = not over and one.due is not None and one.due < on
    nodes = [] if alone else [
        rich(name, spacing="Medium"),
        rich({**run(beside(due, on, t), subtle=not late, warn=late), "size": "Small"}, spacing="None"),
    ]  # fmt: skip
    decision = one.decision
    if decision is not None and decision.meeting_date is not None and decision.body and not over:
        told = t.say(gp.REMINDER_FROM, body=definite(decision.body), date=decision.meeting_date)
        nodes.append(rich({**run(told, subtle=True), "size": "Small"}, spacing="None"))
    if over:
        return nodes
    data: Mapping[str, object] = {"ids": list(ids), "day": on.isoformat(), "id": one.id, "version": one.version}
    nodes.append(
        actions(
            execute(t.say(gp.BUTTON_DIGEST_DONE), verbs.REMINDER_DONE, data),
            execute(t.say(gp.BUTTON_REMINDER_WEEK), verbs.REMINDER_LATER, data),
            execute(t.say(gp.BUTTON_REMINDER_SHOW), verbs.FOLLOWUP, {"id": one.id}),
        )
    )
    return nodes
