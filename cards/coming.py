"""Coming meetings: days, places, deadlines, what was changed, and what is on their agendas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cards import deskphrases as dp
from cards import phrases as p
from cards import verbs
from cards.answer import shared_line, with_shared_line
from cards.comingtold import body_in, when_held
from cards.desk import case_row, title_line
from cards.lists import title_of
from cards.parts import Frame, Node, Prompt, Rendered, Sheet, escaped, eyebrow, heading, label, notice, rich, run, tap
from cards.phrases import Phrase
from cards.prompts import elsewhere
from cards.texts import Texts, clean, shorten, texts
from store.agenda.records import AgendaItem
from store.calendar_records import CalendarMeeting
from store.meetingplan import DEADLINE_KINDS, DeadlineKind
from store.records import ItemRecord

PAGE = 8
"""Meetings on one card."""
LABELS: Mapping[DeadlineKind, Phrase] = {
    "submission": p.DEADLINE_IS,
    "quality": p.QUALITY_IS,
    "dispatch": p.DISPATCH_IS,
    "minutes": p.MINUTES_IS,
}


def upcoming(
    meetings: Sequence[CalendarMeeting],
    items: Sequence[ItemRecord],
    frame: Frame,
    told: str,
    prompts: Sequence[Prompt] | None = None,
    press: Sequence[Node] = (),
    announced: Mapping[str, Sequence[AgendaItem]] | None = None,
) -> Rendered:
    """The sentence that answers, then the meetings: of a single one all deadlines, of several the first one of each.

    `announced` are items on their way, by meeting key.
    """
    t = texts(frame.lang)
    sheet = Sheet(t, full=True)
    sheet.add(eyebrow(t.say(p.LABEL_UPCOMING)), rich(run(told, bold=True, large=True), spacing="Small"))
    spoken, shown = [told], meetings[:PAGE]
    if len(shown) < len(meetings):
        line = f"{t.say(p.SHOWING, first=1, last=len(shown), count=len(meetings))} {t.say(p.TOO_MANY)}"
        sheet.add(notice(line))
        spoken.append(line)
    named: list[ItemRecord] = []
    for meeting in shown:
        own = [item for item in items if meeting.meeting is not None and item.meeting.key == meeting.meeting.key][:PAGE]
        named += own
        coming = tuple((announced or {}).get(meeting.key, ()))[:PAGE]
        spoken += _meeting(sheet, meeting, own, coming, whole=len(shown) == 1)
    sheet.press(*press)
    sheet.add(shared_line(frame, t))
    text = "\n".join(spoken)
    return Rendered(
        text=with_shared_line(text, frame, t),
        card=sheet.build(text),
        prompts=tuple(prompts) if prompts is not None else elsewhere(t, but=p.ASK_UPCOMING),
        items=tuple(dict.fromkeys(item.key for item in named)),
        documents=tuple(dict.fromkeys(item.document.id for item in named if item.document)),
    )


def marks(meeting: CalendarMeeting, t: Texts) -> list[str]:
    """What is out of the ordinary about a meeting."""
    found = []
    if meeting.state == "cancelled":
        found.append(t.say(p.MARK_CANCELLED))
    if meeting.state == "moved":
        found.append(t.say(p.MARK_MOVED, date=meeting.nominal))
    if meeting.state == "single":
        found.append(t.say(p.MARK_EXTRA))
    if meeting.on_a_day_off and meeting.held:
        found.append(t.say(p.MARK_DAY_OFF))
    return found


def deadlines(meeting: CalendarMeeting, t: Texts, *, whole: bool) -> list[str]:
    """ "Frist for punkter: mandag den 23. november 2026 kl. 12.00", for each deadline that is known."""
    kinds = DEADLINE_KINDS if whole else ("submission",)
    return [t.say(LABELS[kind], day=t.moment(meeting.deadlines[kind])) for kind in kinds if kind in meeting.deadlines]


def _meeting(
    sheet: Sheet,
    meeting: CalendarMeeting,
    items: Sequence[ItemRecord],
    coming: Sequence[AgendaItem],
    *,
    whole: bool,
) -> list[str]:
    """One meeting: day, marks, place, deadlines and items; gives the same as text."""
    t = sheet.t
    body = body_in(meeting, t)
    head = f"{body[:1].upper()}{body[1:]}, {when_held(meeting, t)}"
    sheet.add({**heading(escaped(head), level="section"), "separator": True})
    spoken = [f"{head}."]
    noted = marks(meeting, t)
    if noted:
        sheet.add(rich(run(". ".join(noted), bold=True, warn=not meeting.held), spacing="None"))
        spoken.append(". ".join(noted))
    lines = [t.say(p.MARK_REASON, reason=meeting.reason)] if meeting.reason else []
    if meeting.held:
        lines += deadlines(meeting, t, whole=whole)
    if meeting.place and meeting.held:
        sheet.add(rich(run(f"{t.say(p.LABEL_PLACE)}: ", bold=True), run(meeting.place), spacing="Small"))
        spoken.append(f"{t.say(p.LABEL_PLACE)}: {clean(meeting.place)}")
    for line in lines:
        sheet.add(rich(run(line), spacing="Small"))
        spoken.append(clean(line))
    for item in items:
        node: Node = {"type": "Container", "spacing": "Small", "items": [rich(run(title_of(item, t), link=True))]}
        sheet.add(tap(node, shorten(title_of(item, t), 80), verbs.ITEM, {"item": item.key}))
        spoken.append(title_of(item, t))
    if coming:
        sheet.add(label(t.say(dp.DESK_CASES_ANNOUNCED)))
        sheet.add(*(case_row(item, [], t) for item in coming))
        spoken += [f"{t.say(dp.DESK_CASES_ANNOUNCED)}:", *(f"– {title_line(item, t)}" for item in coming)]
    if not items and not coming and meeting.held and (whole or meeting.meeting is not None):
        sheet.add(notice(t.say(p.NO_ITEMS_YET)))
        spoken.append(t.say(p.NO_ITEMS_YET))
    return spoken
