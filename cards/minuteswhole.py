"""The minutes of a meeting on one card: what is written and left, who has approved, remarks, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cards import agendaphrases as ap
from cards import meetingphrases as mp
from cards import phrases as p
from cards import verbs
from cards.minutestold import (
    absent,
    decided,
    held,
    held_values,
    label_of,
    left,
    left_line,
    present,
    title_of,
)
from cards.parts import (
    Frame,
    Node,
    Rendered,
    Sheet,
    actions,
    execute,
    eyebrow,
    label,
    notice,
    overflow,
    quote,
    rich,
    row,
    run,
    tap,
)
from cards.prompts import prompt
from cards.texts import Texts, clean, shorten, texts
from store.minutes.records import Comment, Entry, MeetingMinutes

PAGE = 8
"""Items on one card."""
_FILES = (
    (ap.AGENDA_FILES_OPEN_WORD, "open", "docx"),
    (ap.AGENDA_FILES_OPEN_PDF, "open", "pdf"),
    (ap.AGENDA_FILES_FULL_WORD, "full", "docx"),
    (ap.AGENDA_FILES_FULL_PDF, "full", "pdf"),
)
"""Minutes that are final as documents: button, edition and kind of file."""
_MOST_REMARKS = 6
_WORDING = 500


@dataclass(frozen=True, slots=True)
class Carry:
    """Items that were postponed without a meeting, and the meeting that is offered for them."""

    count: int
    meeting: str
    day: date


def whole(
    minutes: MeetingMinutes,
    frame: Frame,
    *,
    first: Sequence[str] = (),
    start: int = 0,
    carry: Carry | None = None,
    follow: Sequence[Entry] = (),
) -> Rendered:
    """The minutes as their reader may see them, with what the reader can do. `first` is said above.

    `carry` and `follow` are offers to who keeps the minutes: unfinished items, and items that need a follow-up.
    """
    t = texts(frame.lang)
    sheet = Sheet(t, full=True)
    title = held(minutes.agenda, t)
    title = title[:1].upper() + title[1:]
    told = _status(minutes, t)
    sheet.add(eyebrow(label_of(minutes, t)), rich(run(title, bold=True, large=True), spacing="Small"))
    for line in first:
        sheet.add(rich(run(line), spacing="Small"))
    for line in told:
        sheet.add(notice(line))
    spoken = [*first, f"{label_of(minutes, t)}: {title}.", *told, *_people(sheet, minutes, t)]
    entries = minutes.agenda.entries
    shown = entries[start : start + PAGE]
    if len(shown) < len(entries):
        line = t.say(p.SHOWING, first=start + 1, last=start + len(shown), count=len(entries))
        sheet.add(notice(line))
        spoken.append(line)
    spoken += [_entry(sheet, minutes, one, t) for one in shown]
    if minutes.agenda.keeps:
        spoken += _remarks(sheet, minutes, t)
        spoken += _offers(sheet, minutes, carry, follow, t)
    more = start + len(shown) < len(entries)
    sheet.press(*overflow(_buttons(minutes, t, start + PAGE if more else None), 3))
    text = "\n".join(spoken)
    prompts = (prompt(mp.MIN_ASK_LEFT, t),) if minutes.agenda.keeps and left(minutes) else ()
    return Rendered(text, card=sheet.build(text), prompts=prompts)


def _status(minutes: MeetingMinutes, t: Texts) -> list[str]:
    """How far the minutes are, and why there is a further version."""
    lines = []
    if minutes.edition > 1:
        number = str(minutes.edition)
        lines.append(
            t.say(mp.MIN_CORRECTED_BECAUSE, number=number, reason=minutes.correction)
            if minutes.correction
            else f"{t.say(mp.MIN_CORRECTED, number=number)}."
        )
    state = minutes.agenda.minutes
    if state == "draft" and minutes.agenda.keeps:
        lines.append(left_line(minutes, t))
    if state == "review" and (minutes.approvals or minutes.waiting):
        if minutes.approvals:
            lines.append(f"{t.say(mp.MIN_APPROVED_BY, names=t.names(one.name for one in minutes.approvals))}.")
        lines.append(
            f"{t.say(mp.MIN_WAITING_FOR, names=t.names(minutes.waiting))}."
            if minutes.waiting
            else t.say(mp.MIN_ALL_APPROVED)
        )
    if minutes.may_approve:
        lines.append(t.say(mp.MIN_READ_ASK))
    return lines


def _people(sheet: Sheet, minutes: MeetingMinutes, t: Texts) -> list[str]:
    spoken = []
    for phrase, names in ((mp.MIN_ROW_THERE, present(minutes)), (mp.MIN_ROW_ABSENT, absent(minutes))):
        if names:
            sheet.add(row(t.say(phrase), t.names(names)))
            spoken.append(f"{t.say(phrase)}: {t.names(names)}")
    return spoken


def _entry(sheet: Sheet, minutes: MeetingMinutes, entry: Entry, t: Texts) -> str:
    title, decision = title_of(entry, t), decided(minutes, entry)
    keeps = minutes.agenda.keeps
    if decision is not None:
        line = shorten(" ".join(decision.text.split()), _WORDING)
        nodes = [rich(run(title, bold=True)), rich(run(line), spacing="None")]
    else:
        standing = entry.item.standing is not None
        line = "" if standing or not keeps else t.say(mp.MIN_NOT_WRITTEN)
        nodes = [rich(run(title, bold=True))]
        nodes += [rich(run(line, bold=True, warn=True), spacing="None")] if line else []
    node: Node = {"type": "Container", "style": "emphasis", "spacing": "Small", "items": nodes}
    sheet.add(tap(node, shorten(title, 80), verbs.MINUTES_ITEM, {**_meeting(minutes), "item": entry.item.id}))
    return f"– {title.rstrip('.')}: {line}" if line else f"– {title}"


def _remarks(sheet: Sheet, minutes: MeetingMinutes, t: Texts) -> list[str]:
    found = sorted(minutes.comments, key=lambda one: one.settled)
    if not found:
        return []
    name = t.say(mp.MIN_REMARKS, count=len(found))
    sheet.add(label(name))
    spoken = [name]
    for one in found[:_MOST_REMARKS]:
        who = _who(one, minutes, t)
        mark = f" ({t.say(mp.MIN_REMARK_SETTLED).casefold()})" if one.settled else ""
        sheet.add(rich(run(f"{who}{mark}", bold=True), spacing="Small"), quote([shorten(one.text, _WORDING)]))
        if not one.settled and minutes.agenda.minutes == "review":
            data = {**_meeting(minutes), "remark": one.id}
            sheet.add(actions(execute(t.say(mp.MIN_BUTTON_SETTLE), verbs.MINUTES_SETTLE, data)))
        spoken.append(f"– {who}{mark}: {t.quoted(one.text)}")
    return spoken


def _who(one: Comment, minutes: MeetingMinutes, t: Texts) -> str:
    number = next((each.number for each in minutes.agenda.entries if each.item.id == one.item), None)
    if one.item is None or number is None:
        return t.say(mp.MIN_REMARK_WHOLE, name=one.name)
    return t.say(mp.MIN_REMARK_ITEM, name=one.name, number=number)


def _offers(sheet: Sheet, minutes: MeetingMinutes, carry: Carry | None, follow: Sequence[Entry], t: Texts) -> list[str]:
    spoken, pressed = [], []
    if carry is not None:
        line = t.say(mp.MIN_UNFINISHED, count=carry.count)
        sheet.add(rich(run(line), spacing="Medium"))
        spoken.append(line)
        title = t.say(mp.MIN_BUTTON_CARRY, date=carry.day)
        pressed.append(execute(title, verbs.MINUTES_CARRY, {**_meeting(minutes), "to": carry.meeting}))
    for entry in follow[:3]:
        title = t.say(mp.MIN_BUTTON_FOLLOW, number=entry.number or "–")
        pressed.append(execute(title, verbs.MINUTES_FOLLOW, {**_meeting(minutes), "item": entry.item.id}))
    if pressed:
        sheet.add(actions(*pressed))
    return spoken


def _buttons(minutes: MeetingMinutes, t: Texts, following: int | None) -> list[Node]:
    data, state = _meeting(minutes), minutes.agenda.minutes
    seen = {**data, "version": minutes.agenda.version}
    found: list[Node] = []
    if minutes.may_approve:
        found.append(execute(t.say(mp.MIN_BUTTON_APPROVE), verbs.MINUTES_APPROVE, seen, style="positive"))
    if following is not None:
        found.append(execute(t.say(p.BUTTON_MORE), verbs.MINUTES_SHOW, {**data, "from": following}))
    if minutes.agenda.keeps:
        found += _keeping(minutes, seen, t)
    if state == "review" and not minutes.agenda.keeps and minutes.approvals is not None and _inside(minutes):
        found.append(execute(t.say(mp.MIN_BUTTON_REMARK_WHOLE), verbs.MINUTES_REMARK, data))
    return found


def _inside(minutes: MeetingMinutes) -> bool:
    """Whether the reader is of the body: nobody else is shown minutes that are in review."""
    return minutes.agenda.minutes == "review" and bool(minutes.attendance or minutes.decisions)


def _keeping(minutes: MeetingMinutes, seen: dict[str, object], t: Texts) -> list[Node]:
    data, state = _meeting(minutes), minutes.agenda.minutes
    if state == "draft":
        missing = left(minutes)
        found = []
        if missing:
            title = t.say(mp.MIN_BUTTON_GO_ON, number=missing[0].number or "–")
            item = {**data, "item": missing[0].item.id}
            found.append(execute(title, verbs.MINUTES_ITEM, item, style="positive"))
        else:
            found.append(execute(t.say(mp.MIN_BUTTON_REVIEW), verbs.MINUTES_REVIEW, seen, style="positive"))
        found.append(execute(t.say(mp.MIN_BUTTON_ATTENDANCE), verbs.MINUTES_BEGIN, data))
        if missing and len(missing) < len(minutes.agenda.entries):
            found.append(execute(t.say(mp.MIN_BUTTON_REST), verbs.MINUTES_REST, seen))
        return found
    if state == "review":
        return [
            execute(t.say(mp.MIN_BUTTON_FINISH), verbs.MINUTES_FINISH, seen),
            execute(t.say(mp.MIN_BUTTON_REOPEN), verbs.MINUTES_REOPEN, seen),
        ]
    if state != "final":
        return []
    return [
        execute(t.say(mp.MIN_BUTTON_CORRECT), verbs.MINUTES_CORRECT, seen),
        *(
            execute(t.say(title), verbs.PAPER, {**data, "paper": "minutes", "edition": edition, "suffix": suffix})
            for title, edition, suffix in _FILES
        ),
    ]


def _meeting(minutes: MeetingMinutes) -> dict[str, object]:
    return {"meeting": minutes.agenda.meeting.key}


def notice_of(minutes: MeetingMinutes, what: str, frame: Frame) -> Rendered:
    """A notice that minutes are ready to be looked through (`what` review), final, or corrected (final, correction).

    Where others listen it holds open items alone, whatever it is handed.
    """
    t = texts(frame.lang)
    phrase = {"review": mp.MIN_NEWS_REVIEW, "final": mp.MIN_NEWS_FINAL}.get(what, mp.MIN_NEWS_CORRECTED)
    sentence = t.say(phrase, **held_values(minutes.agenda, t), number=str(minutes.edition))
    sheet = Sheet(t, full=True)
    sheet.add(eyebrow(label_of(minutes, t)), rich(run(sentence, bold=True, large=True), spacing="Small"))
    spoken = [sentence]
    if what == "review":
        line = t.say(mp.MIN_READ_ASK)
        sheet.add(notice(line))
        spoken.append(line)
        sheet.press(execute(t.say(mp.MIN_BUTTON_READ), verbs.MINUTES_SHOW, _meeting(minutes), style="positive"))
    else:
        spoken += _open_items(sheet, minutes, t)
    text = "\n".join(spoken)
    return Rendered(text, card=sheet.build(text))


def _open_items(sheet: Sheet, minutes: MeetingMinutes, t: Texts) -> list[str]:
    found = [one for one in minutes.agenda.entries if one.item.access == "open" and decided(minutes, one) is not None]
    if not found:
        sheet.add(notice(t.say(mp.MIN_NO_OPEN)))
        return [t.say(mp.MIN_NO_OPEN)]
    spoken = []
    for entry in found[:PAGE]:
        decision = decided(minutes, entry)
        assert decision is not None
        title, told = title_of(entry, t), shorten(" ".join(clean(decision.text).split()), _WORDING)
        nodes = [rich(run(title, bold=True)), rich(run(told), spacing="None")]
        sheet.add({"type": "Container", "style": "emphasis", "spacing": "Small", "items": nodes})
        spoken.append(f"– {title.rstrip('.')}: {told}")
    if len(found) > PAGE:
        line = t.say(mp.MIN_MORE_ITEMS, count=len(found) - PAGE)
        sheet.add(notice(line))
        spoken.append(line)
    return spoken
