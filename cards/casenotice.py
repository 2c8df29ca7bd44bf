"""What people are told of a step in an item's life: who did what, why, what comes next, and what they can do."""

from __future__ import annotations

from collections.abc import Mapping

from cards import deskphrases as dp
from cards import verbs
from cards.casetold import named
from cards.catalogue import Phrase
from cards.deskitem import View, approve_button
from cards.desktold import body_of, comes_next, comment, day_of, stands
from cards.parts import Frame, Node, Rendered, Sheet, escaped, execute, eyebrow, heading, rich, row, run
from cards.prompts import prompt
from cards.texts import Texts, clean, shorten, texts
from store.agenda.records import Action, AgendaItem, Change, ItemState

_TOLD: Mapping[Action, Phrase] = {
    "submit": dp.DESK_NOTICE_SUBMIT,
    "recall": dp.DESK_NOTICE_RECALL,
    "withdraw": dp.DESK_NOTICE_WITHDRAW,
    "return": dp.DESK_NOTICE_RETURN,
    "approve": dp.DESK_NOTICE_APPROVE,
    "move": dp.DESK_NOTICE_MOVE,
    "postpone": dp.DESK_NOTICE_POSTPONE,
    "open": dp.DESK_NOTICE_OPEN,
    "close": dp.DESK_NOTICE_CLOSE,
    "place": dp.DESK_NOTICE_PLACE,
}
_WITH_MEETING = frozenset({"submit", "approve", "move", "place"})
_AFTER: Mapping[Action, ItemState] = {
    "submit": "submitted",
    "recall": "draft",
    "withdraw": "withdrawn",
    "return": "returned",
    "approve": "ready",
    "postpone": "postponed",
    "place": "on_agenda",
}
"""In which state an item is as long as nothing more has happened to it."""
_COMMENT = 600


def notice(view: View, change: Change, actor: str, frame: Frame) -> Rendered | None:
    """The message on a step; None for one that nobody is told of. `actor`: the name of who took it."""
    phrase = _TOLD.get(change.action)
    if phrase is None:
        return None
    t, item = texts(frame.lang), view.item
    told = _first(item, change, clean(actor).strip() or t.say(dp.DESK_SOMEBODY), phrase, t)
    lines = _lines(view, change, t)
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(dp.LABEL_ON_ITS_WAY)), heading(escaped(told)))
    reason = ""
    if change.comment:
        label = t.say(dp.DESK_ROW_COMMENT)
        sheet.add(row(label, shorten(clean(change.comment), _COMMENT)))
        reason = f"{label}: {shorten(clean(change.comment), _COMMENT)}"
    sheet.add(*(rich(run(line), spacing="Small") for line in lines))
    sheet.press(*_buttons(view, t))
    text = "\n".join(line for line in (told, reason, *lines) if line)
    first = dp.DESK_ASK_DESK if view.told.decides else dp.DESK_ASK_MINE
    return Rendered(text, card=sheet.build(text), prompts=(prompt(first, t),))


def _first(item: AgendaItem, change: Change, actor: str, phrase: Phrase, t: Texts) -> str:
    name, title = actor[:1].upper() + actor[1:], named(item, t)
    if change.action == "place":
        return t.say(phrase, title=title[:1].upper() + title[1:], body=body_of(item), day=day_of(item, t))
    fields = {"body": body_of(item), "day": day_of(item, t)} if change.action in _WITH_MEETING else {}
    return t.say(phrase, name=name, title=title, **fields)


def _lines(view: View, change: Change, t: Texts) -> list[str]:
    """That it came late, what has happened since, and what comes next."""
    item = view.item
    lines = []
    if change.action == "submit" and item.late:
        lines.append(t.say(dp.DESK_NOTICE_LATE))
        if item.late_reason.strip():
            lines.append(shorten(clean(item.late_reason), _COMMENT))
    after = _AFTER.get(change.action)
    if after is not None and item.state != after:
        lines.append(t.say(dp.DESK_NOTICE_SINCE, standing=stands(item, t)))
        lines.append(comment(item, view.told, t))
    lines.append(comes_next(item, view.told, t))
    return [line for line in lines if line]


def _buttons(view: View, t: Texts) -> list[Node]:
    item = view.item
    data: dict[str, object] = {"item": item.id, "version": item.version}
    found = []
    if view.told.decides and "approve" in view.can and item.state == "submitted":
        found.append(approve_button(item, t))
        found.append(execute(t.say(dp.DESK_BUTTON_RETURN), verbs.DESK_RETURN, data))
    if view.told.reader == item.author and item.state == "returned":
        resume = execute(t.say(dp.DESK_BUTTON_CORRECT), verbs.CASE_RESUME, {"item": item.id, "step": ""})
        found.append({**resume, "style": "positive"})
    found.append(execute(t.say(dp.DESK_BUTTON_SHOW_CASE), verbs.CASE_SHOW, {"item": item.id}))
    return found
