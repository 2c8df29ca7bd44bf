"""What is due: milestones, deadlines and meetings by date, with today between what has been and what is to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cards import phrases as p
from cards import verbs
from cards.answer import shared_line, with_shared_line
from cards.grammar import definite
from cards.lists import title_of as item_title
from cards.origin import cited, short_title
from cards.parts import Frame, Node, Rendered, Sheet, execute, eyebrow, notice, rich, run, tap
from cards.prompts import elsewhere
from cards.sentences import meeting_day
from cards.texts import LOCAL, Texts, clean, shorten, texts
from cards.timeline import title_of
from cards.whens import anchor, end_of, when_label, when_said
from store.records import Fact, ItemRecord, MeetingRecord

PAGE = 12
_TITLE = 160
_ITEMS = 3


@dataclass(frozen=True, slots=True)
class Due:
    """One entry: `day` orders it, `label` is its time in words, `what` it is, `where` it is from."""

    day: date
    label: str
    what: str
    where: str
    initiative: str | None = None
    fact: Fact | None = None
    items: tuple[ItemRecord, ...] = ()
    last: date | None = None
    """When it is over; None for what is over on its day."""
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """The period that was asked for, and what of it is shown."""

    since: date | None
    until: date | None
    start: int = 0


def gathered(
    facts: Sequence[Fact],
    meetings: Sequence[MeetingRecord],
    items: Sequence[ItemRecord],
    span: Span,
    t: Texts,
) -> list[Due]:
    """Milestones, meetings, and submission deadlines that fall within the period, in order of time."""
    found = [_milestone(fact, t) for fact in facts if fact.when is not None]
    for meeting in meetings:
        found += _of_meeting(meeting, tuple(item for item in items if item.meeting.key == meeting.key), span, t)
    return sorted(found, key=lambda entry: entry.day)


def _milestone(fact: Fact, t: Texts) -> Due:
    assert fact.when is not None  # only facts with a time are gathered
    label = when_said(fact.when, t) if fact.when.inferred else when_label(fact.when, t)
    where = fact.initiative.title if fact.initiative is not None else fact.document.title
    key = fact.initiative.key if fact.initiative is not None else None
    day, last = anchor(fact.when) or date.max, end_of(fact.when)
    what, title = label[:1].upper() + label[1:], title_of(fact)
    return Due(day, what, title, where, key, fact, (), last, open_end=last is None and fact.when.relation == "from")


def _of_meeting(meeting: MeetingRecord, items: tuple[ItemRecord, ...], span: Span, t: Texts) -> list[Due]:
    """A meeting, and the deadline for its agenda, each when it lies in the period."""
    body = definite(meeting.body) if meeting.body else t.say(p.THE_MEETING)
    out = []
    if meeting.date is not None and _within(meeting.date, span):
        day = meeting_day(meeting, t)
        out.append(Due(meeting.date, day[:1].upper() + day[1:], t.say(p.DUE_MEETING, body=body), "", items=items))
    if meeting.deadline is not None:
        last = meeting.deadline.astimezone(LOCAL).date()
        what = (
            t.say(p.DUE_SUBMISSION, body=body, date=meeting.date)
            if meeting.date is not None
            else t.say(p.DUE_SUBMISSION_PLAIN, body=body)
        )
        if _within(last, span):
            moment = t.moment(meeting.deadline)
            out.append(Due(last, moment[:1].upper() + moment[1:], what, ""))
    return out


def _within(day: date, span: Span) -> bool:
    return (span.since is None or day >= span.since) and (span.until is None or day <= span.until)


def due(found: Sequence[Due], span: Span, today: date, frame: Frame, *, next_asked: bool = False) -> Rendered:
    """The list by date, over all initiatives and meetings. `next_asked`: the first one to come is the answer."""
    t = texts(frame.lang)
    told = _first_sentence(found, span, today, t, next_asked=next_asked)
    sheet = Sheet(t, full=True)
    sheet.add(eyebrow(t.say(p.LABEL_DUE)), rich(run(told, bold=True, large=True), spacing="Small"))
    shown = found[span.start : span.start + PAGE]
    last = span.start + len(shown)
    if len(shown) < len(found):
        sheet.add(notice(t.say(p.SHOWING_PARTS, first=span.start + 1, last=last, count=len(found))))
    for entry in shown:
        if _begins_future(entry, shown, today):
            sheet.add(_today(today, t))
        sheet.add(_row(entry, today, t))
    if last < len(found):
        sheet.press(execute(t.say(p.BUTTON_REST), verbs.DUE, {**period_data(span), "from": last}))
    text = "\n".join([told, *(_spoken(entry, today, t) for entry in found)])
    sheet.add(shared_line(frame, t))
    facts = [entry.fact for entry in found if entry.fact is not None]
    items = [item for entry in shown for item in entry.items]
    return Rendered(
        text=with_shared_line(text, frame, t),
        card=sheet.build(text),
        prompts=elsewhere(t, but=p.ASK_LATEST),
        sources=cited(facts, frame, t),
        items=tuple(dict.fromkeys([*(f.item for f in facts if f.item), *(item.key for item in items)])),
        documents=tuple(dict.fromkeys(fact.document.id for fact in facts)),
    )


def _first_sentence(found: Sequence[Due], span: Span, today: date, t: Texts, *, next_asked: bool) -> str:
    """How many dates there are in the period, or which is the next."""
    when = t.period(span.since, span.until)
    if span.until is None and span.since is not None and span.since >= today:
        when = t.say(p.FROM_TODAY)
    if not found:
        return t.say(p.DUE_NONE, when=when)
    coming = next((entry for entry in found if entry.day >= today), None)
    if next_asked and coming is not None and coming.fact is not None and coming.fact.when is not None:
        what = t.quoted(shorten(coming.what, _TITLE))
        return f"{t.say(p.NEXT_IS, what=what, when=when_said(coming.fact.when, t))}."
    return t.say(p.DUE_FOUND, count=len(found), when=when)


def _begins_future(entry: Due, shown: Sequence[Due], today: date) -> bool:
    """Whether this is the first entry to come after others that have been."""
    first = next((each for each in shown if each.day >= today), None)
    return entry is first and shown[0] is not entry


def period_data(span: Span) -> dict[str, object]:
    """The period as a button carries it."""
    return {
        "since": span.since.isoformat() if span.since else "",
        "until": span.until.isoformat() if span.until else "",
    }


def _today(today: date, t: Texts) -> Node:
    """The line between what has been and what is to come."""
    line = run(f"▼ {t.say(p.TODAY_LINE, date=today)}", bold=True, link=True)
    return {"type": "Container", "separator": True, "spacing": "Medium", "items": [rich(line)]}


def _row(entry: Due, today: date, t: Texts) -> Node:
    """When, what and whose; an initiative's entry opens its card, a meeting's items are below it."""
    head = [run(entry.label, bold=True)]
    state = _state(entry, today, t)
    if state:
        head.append(run(f"  {state}", subtle=True))
    lines = [rich(*head), rich(run(shorten(entry.what, _TITLE)), spacing="None")]
    if entry.where:
        lines.append(rich(run(entry.where, link=entry.initiative is not None), spacing="None"))
    for item in entry.items[:_ITEMS]:
        row: Node = {"type": "Container", "spacing": "None", "items": [rich(run(item_title(item, t), link=True))]}
        lines.append(tap(row, short_title(item_title(item, t)), verbs.ITEM, {"item": item.key}))
    if len(entry.items) > _ITEMS:
        lines.append(notice(t.say(p.MORE_PARTS, count=len(entry.items) - _ITEMS)))
    node: Node = {"type": "Container", "spacing": "Medium", "items": lines}
    if entry.initiative is None:
        return node
    return tap(node, short_title(entry.where), verbs.INITIATIVE, {"initiative": entry.initiative})


def _state(entry: Due, today: date, t: Texts) -> str:
    """Whether it has passed or goes on, in a word; "" for what is to come."""
    if entry.day >= today:
        return ""
    on = entry.open_end or (entry.last is not None and entry.last >= today)
    return t.say(p.STATE_NOW if on else p.STATE_PAST)


def _spoken(entry: Due, today: date, t: Texts) -> str:
    where = f" ({clean(entry.where)})" if entry.where else ""
    titles = [item_title(item, t) for item in entry.items[:_ITEMS]]
    items = f": {'; '.join(titles)}" if titles else ""
    state = _state(entry, today, t)
    label = f"{entry.label} ({state})" if state else entry.label
    return f"– {label}: {shorten(entry.what, _TITLE)}{where}{items}"
