"""A personal reminder: all follow-ups of a morning in one message, each done, put off or shown from there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cards import digestphrases as gp
from cards import verbs
from cards.digestlines import day_said, weekday_date
from cards.grammar import definite
from cards.parts import Frame, Node, Rendered, Sheet, actions, escaped, execute, eyebrow, heading, notice, rich, run
from cards.texts import Texts, clean, shorten, texts
from store.followup_records import FollowUp

MOST = 6
"""Follow-ups with buttons; whoever has more wants the list."""
_TITLE, _WHO = 150, 60


@dataclass(frozen=True, slots=True)
class Due:
    """One follow-up of the message. `unanswered`: a secretary is told that nobody has answered."""

    one: FollowUp
    unanswered: bool = False


def card(found: Sequence[Due], on: date, frame: Frame, told: str = "") -> Rendered:
    """Those to do first, then what a secretary is told of; answered ones stay, so that the card says what was done.

    `on` is the local day. Needs a follow-up.
    """
    t = texts(frame.lang)
    own, others = [due for due in found if not due.unanswered], [due for due in found if due.unanswered]
    shown = [*own, *others][:MOST]
    ids = [due.one.id for due in shown]
    sheet = Sheet(t)
    first = _first(own, others, on, t)
    sheet.add(eyebrow(t.say(gp.REMINDER_LABEL)), heading(escaped(first)), notice(told) if told else None)
    spoken = [first, told]
    for due in shown:
        if due.unanswered and own and due is others[0]:
            line = t.say(gp.REMINDER_UNANSWERED, count=len(others))
            sheet.add(heading(line, level="section"))
            spoken.append(line)
        sheet.add(*_block(due, ids, on, t))
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
    waits = t.say(gp.REMINDER_WAITS_FOR, name=who) if due.unanswered and who else ""
    return " · ".join(part for part in (said, waits) if part)


def _first(own: Sequence[Due], others: Sequence[Due], on: date, t: Texts) -> str:
    left = [due for due in (*own, *others) if not answered(due.one, on)]
    if not left:
        return t.say(gp.REMINDER_ALL_ANSWERED)
    todo = [due for due in own if not answered(due.one, on)]
    if not todo:
        return t.say(gp.REMINDER_UNANSWERED, count=sum(1 for due in others if not answered(due.one, on)))
    if len(todo) == 1:
        one = todo[0].one
        said = day_said(one.due, on, t) if one.due is not None else ""
        return t.say(gp.REMINDER_ONE, title=t.quoted(shorten(clean(one.title), _TITLE)), when=said)
    return t.say(gp.REMINDER_MANY, count=len(todo))


def _block(due: Due, ids: Sequence[str], on: date, t: Texts) -> list[Node]:
    one, over = due.one, answered(due.one, on)
    name = run(shorten(clean(one.title), _TITLE), bold=not over, subtle=over)
    late = not over and one.due is not None and one.due < on
    nodes = [
        rich(name, spacing="Medium"),
        rich({**run(beside(due, on, t), subtle=not late, warn=late), "size": "Small"}, spacing="None"),
    ]
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
        )
    )
    return nodes
