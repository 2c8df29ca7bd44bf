"""What a body's channel reads when an agenda is published: what everybody there may see, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from cards import agendaphrases as ap
from cards import verbs
from cards.agendatold import Line, about, body_of, headed
from cards.answer import shared_line, with_shared_line
from cards.comingtold import when_held
from cards.parts import Frame, Node, Rendered, Sheet, execute, eyebrow, notice, rich, row, run, tap
from cards.prompts import elsewhere
from cards.texts import clean, shorten, texts
from store.calendar_records import CalendarMeeting

MOST = 20
"""Items of one post; the rest is a button away."""


def posted(meeting: CalendarMeeting, lines: Sequence[Line], frame: Frame, *, supplement: bool = False) -> Rendered:
    """The post: title, day, place, the numbered items, each to be pressed. Needs open items only."""
    t = texts(frame.lang)
    phrase = ap.AGENDA_NOTICE_SUPPLEMENT if supplement else ap.AGENDA_NOTICE
    told = t.say(phrase, body=body_of(meeting), when=when_held(meeting, t))
    sheet, spoken = Sheet(t, full=True), [told]
    sheet.add(eyebrow(t.say(ap.AGENDA_LABEL)), rich(run(told, bold=True, large=True), spacing="Small"))
    if meeting.place:
        sheet.add(row(t.say(ap.AGENDA_NOTICE_PLACE), meeting.place))
        spoken.append(f"{t.say(ap.AGENDA_NOTICE_PLACE)}: {clean(meeting.place)}")
    for line in lines[:MOST]:
        nodes = [rich(run(headed(line, t), bold=True))]
        if line.standing is None:
            nodes.append(rich(run(about(line, t, keeps=False), subtle=True), spacing="None"))
        node: Node = {"type": "Container", "style": "emphasis", "spacing": "Small", "items": nodes}
        if line.item is not None and line.standing is None:
            node = tap(node, shorten(line.title, 80), verbs.CASE_SHOW, {"item": line.item.id})
        sheet.add(node)
        spoken.append(headed(line, t))
    if len(lines) > MOST:
        rest = t.say(ap.AGENDA_NOTICE_REST, count=len(lines) - MOST)
        sheet.add(notice(rest))
        spoken.append(rest)
    sheet.add(shared_line(frame, t))
    sheet.press(execute(t.say(ap.AGENDA_BUTTON_WHOLE), verbs.AGENDA, {"meeting": meeting.key}))
    text = "\n".join(spoken)
    items = tuple(line.item.id for line in lines if line.item is not None)
    return Rendered(with_shared_line(text, frame, t), card=sheet.build(text), prompts=elsewhere(t), items=items)
