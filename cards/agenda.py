"""The agenda of a meeting: for who keeps it with all that can be done to it, for readers as they may read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cards import agendaphrases as ap
from cards import verbs
from cards.agendatold import (
    Line,
    about,
    body_of,
    day_of,
    head,
    headed,
    is_proposed,
    length,
    lines_of,
    outside,
    time_told,
)
from cards.answer import shared_line, with_shared_line
from cards.catalogue import Phrase
from cards.parts import (
    Frame,
    Node,
    Prompt,
    Rendered,
    Sheet,
    execute,
    eyebrow,
    label,
    notice,
    overflow,
    rich,
    row,
    run,
    tap,
)
from cards.prompts import elsewhere, prompt
from cards.texts import Texts, clean, shorten, texts
from store.agenda.records import AgendaItem
from store.followup_records import FollowUp
from store.minutes.records import MeetingAgenda, MeetingPractice

PAGE = 12
"""Entries on one card."""
_OFFERED = 6


@dataclass(frozen=True, slots=True)
class Shown:
    """An agenda with what else is shown beside it. `room`: minutes that the meeting has, when the body has said."""

    agenda: MeetingAgenda
    practice: MeetingPractice
    room: int | None = None
    follow_ups: Sequence[FollowUp] = field(default_factory=tuple)

    def lines(self, t: Texts) -> tuple[Line, ...]:
        """Its entries."""
        return lines_of(self.agenda, self.practice, t)

    @property
    def data(self) -> dict[str, object]:
        """What every button of it carries."""
        return {"meeting": self.agenda.meeting.key, "version": self.agenda.version}


def agenda(shown: Shown, frame: Frame, first: str = "", start: int = 0) -> Rendered:
    """The agenda, whole or its page from `start`; `first`: what was just done, above it."""
    t = texts(frame.lang)
    lines, meeting = shown.lines(t), shown.agenda.meeting
    sheet = Sheet(t, full=True)
    sheet.add(eyebrow(t.say(_state(shown.agenda))))
    if first:
        sheet.add(rich(run(first, bold=True), spacing="Small"))
    told = head(meeting, t) if lines else t.say(ap.AGENDA_EMPTY, body=body_of(meeting), when=day_of(meeting, t))
    sheet.add(rich(run(told, bold=True, large=True), spacing="Small"))
    spoken = [first, told]
    for line in _below(shown, t):
        sheet.add(notice(line))
        spoken.append(line)
    if meeting.place:
        sheet.add(row(t.say(ap.AGENDA_NOTICE_PLACE), meeting.place))
        spoken.append(f"{t.say(ap.AGENDA_NOTICE_PLACE)}: {clean(meeting.place)}")
    spoken += _entries(sheet, shown, lines, start if 0 <= start < len(lines) else 0)
    if shown.agenda.keeps:
        spoken += _sum(sheet, shown, lines)
        spoken += _offered(sheet, shown)
    sheet.add(shared_line(frame, t))
    sheet.press(*_buttons(shown, lines, frame))
    text = "\n".join(line for line in spoken if line)
    items = () if not frame.shared else tuple(one.item.id for one in lines if one.item is not None)
    return Rendered(
        with_shared_line(text, frame, t), card=sheet.build(text), prompts=_prompts(shown, lines, frame), items=items
    )


def _state(agenda: MeetingAgenda) -> Phrase:
    if agenda.state == "published" or (not agenda.keeps and agenda.published_at is not None):
        return ap.AGENDA_LABEL
    if agenda.state == "locked":
        return ap.AGENDA_LABEL_LOCKED
    return ap.AGENDA_LABEL_OPENED if agenda.published_at is not None else ap.AGENDA_LABEL_DRAFT


def _below(shown: Shown, t: Texts) -> list[str]:
    agenda = shown.agenda
    if is_proposed(agenda):
        return [t.say(ap.AGENDA_PROPOSED)]
    if agenda.published_at is None:
        return []
    stands = agenda.keeps and agenda.state != "published"
    phrase = ap.AGENDA_PUBLISHED_STANDS if stands else ap.AGENDA_PUBLISHED_ON
    return [t.say(phrase, moment=t.moment(agenda.published_at))]


def _entries(sheet: Sheet, shown: Shown, lines: Sequence[Line], start: int) -> list[str]:
    """The page of entries on the card; all of them as text."""
    t, spoken, supplement = sheet.t, [], 0
    for at, line in enumerate(lines):
        if line.supplement != supplement:
            supplement = line.supplement
            above = t.say(ap.AGENDA_SUPPLEMENT_NUMBER, number=str(supplement))
            spoken.append(above)
            if start <= at < start + PAGE:
                sheet.add(label(above))
        more = [about(line, t, keeps=shown.agenda.keeps), outside(line, t) if shown.agenda.keeps else ""]
        told = ". ".join(part for part in more if part)
        spoken.append(f"{headed(line, t)}. {told}.")
        if start <= at < start + PAGE:
            sheet.add(_row(line, [part for part in more if part], shown, t))
    if start + PAGE < len(lines):
        data = {"meeting": shown.agenda.meeting.key, "from": start + PAGE}
        sheet.add({"type": "ActionSet", "actions": [execute(t.say(ap.AGENDA_MORE), verbs.AGENDA, data)]})
    return spoken


def _row(line: Line, more: Sequence[str], shown: Shown, t: Texts) -> Node:
    nodes = [rich(run(headed(line, t), bold=True))]
    nodes += [rich(run(each, subtle=True), spacing="None") for each in more]
    node: Node = {"type": "Container", "style": "emphasis", "spacing": "Small", "items": nodes}
    if shown.agenda.keeps:
        data = {"meeting": shown.agenda.meeting.key, "item": line.id}
        return tap(node, shorten(line.title, 80), verbs.AGENDA_ENTRY, data)
    if line.item is None or line.standing is not None:
        return node
    return tap(node, shorten(line.title, 80), verbs.CASE_SHOW, {"item": line.item.id})


def _sum(sheet: Sheet, shown: Shown, lines: Sequence[Line]) -> list[str]:
    room = shown.room if shown.room is not None else length(shown.agenda.meeting)
    told, over = time_told(lines, room, sheet.t)
    if not told:
        return []
    sheet.add(rich(run(told, bold=over, warn=over, subtle=not over), spacing="Medium"))
    return [told]


def _offered(sheet: Sheet, shown: Shown) -> list[str]:
    """Approved items that are not on it, and follow-ups that are due by the meeting."""
    t, agenda, spoken = sheet.t, shown.agenda, []
    if agenda.ready and not is_proposed(agenda):
        phrase = {"building": ap.AGENDA_OFFERED, "locked": ap.AGENDA_OFFERED_LOCKED}.get(
            agenda.state, ap.AGENDA_OFFERED_LATE
        )
        told = t.say(phrase, count=len(agenda.ready))
        sheet.add(notice(told))
        spoken.append(told)
        for item in agenda.ready[:_OFFERED]:
            sheet.add(_ready(item, shown, t))
        spoken += [f"– {clean(item.title)}" for item in agenda.ready]
    if shown.follow_ups:
        told = t.say(ap.AGENDA_FOLLOW_UPS, count=len(shown.follow_ups), body=body_of(agenda.meeting))
        sheet.add(notice(told))
        spoken.append(told)
        for each in shown.follow_ups[:_OFFERED]:
            node: Node = {"type": "Container", "spacing": "Small", "items": [rich(run(each.title, link=True))]}
            data = {"meeting": agenda.meeting.key, "follow": each.id, "seen": each.version}
            sheet.add(tap(node, shorten(each.title, 80), verbs.AGENDA_FOLLOW, data))
        spoken += [f"– {clean(each.title)}" for each in shown.follow_ups]
    return spoken


def _ready(item: AgendaItem, shown: Shown, t: Texts) -> Node:
    line = Line(item.id, "", shorten(clean(item.title), 150), item)
    mark = f" ({t.say(ap.AGENDA_CLOSED)})" if line.closed else ""
    more = rich(run(about(line, t, keeps=True), subtle=True), spacing="None")
    node: Node = {"type": "Container", "spacing": "Small", "items": [rich(run(line.title + mark, link=True)), more]}
    verb = {"building": verbs.AGENDA_PUT, "published": verbs.AGENDA_SUPPLEMENT}.get(shown.agenda.state, verbs.CASE_SHOW)
    data = {"item": item.id} if verb == verbs.CASE_SHOW else {**shown.data, "item": item.id}
    return tap(node, shorten(line.title, 80), verb, data)


def _buttons(shown: Shown, lines: Sequence[Line], frame: Frame) -> list[Node]:
    t, agenda, data = texts(frame.lang), shown.agenda, shown.data
    if frame.shared or (not lines and not agenda.keeps):
        return []
    files = execute(t.say(ap.AGENDA_BUTTON_FILES), verbs.AGENDA_FILES, {"meeting": agenda.meeting.key})
    if not agenda.keeps:
        return [files]
    found: list[Node] = []
    if agenda.state == "building" and lines:
        found.append(execute(t.say(ap.AGENDA_BUTTON_LOCK), verbs.AGENDA_LOCK, data, style="positive"))
        found.append(execute(t.say(ap.AGENDA_BUTTON_ORDER), verbs.AGENDA_ORDER, data))
    if agenda.state == "building":
        found.append(execute(t.say(ap.AGENDA_BUTTON_STANDING), verbs.AGENDA_STANDING, data))
    if agenda.state == "locked":
        found.append(execute(t.say(ap.AGENDA_BUTTON_PUBLISH), verbs.AGENDA_PUBLISH, data, style="positive"))
    if agenda.state == "published" and agenda.ready:
        found.append(execute(t.say(ap.AGENDA_BUTTON_SUPPLEMENT), verbs.AGENDA_SUPPLEMENT, data))
    if lines and not is_proposed(agenda):
        found.append(files)
    if agenda.state != "building" and agenda.minutes == "none":
        found.append(execute(t.say(ap.AGENDA_BUTTON_UNLOCK), verbs.AGENDA_UNLOCK, data))
    key = {"meeting": agenda.meeting.key}
    found.append(execute(t.say(ap.AGENDA_BUTTON_PRACTICE), verbs.AGENDA_PRACTICE, {"body": agenda.meeting.body_key}))
    if agenda.version:
        found.append(execute(t.say(ap.AGENDA_BUTTON_HISTORY), verbs.AGENDA_HISTORY, key))
    return overflow(found[:6])


def _prompts(shown: Shown, lines: Sequence[Line], frame: Frame) -> tuple[Prompt, ...]:
    t, agenda = texts(frame.lang), shown.agenda
    if not agenda.keeps or not lines:
        return elsewhere(t)
    if agenda.state == "building":
        return (prompt(ap.AGENDA_ASK_LOCK, t),)
    if agenda.state == "locked":
        return (prompt(ap.AGENDA_ASK_PUBLISH, t), prompt(ap.AGENDA_ASK_DOCUMENTS, t))
    return (prompt(ap.AGENDA_ASK_DOCUMENTS, t),)
