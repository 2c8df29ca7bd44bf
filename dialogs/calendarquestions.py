"""What a change of a calendar comes to, before it is made: tried out on the plan as it is, and told in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from cards import calendartold as words
from cards import phrases as p
from cards.calendarcard import Question, deadline_rows, passed
from cards.comingtold import when_held
from cards.grammar import definite
from cards.phrases import Phrase
from cards.texts import Texts, texts
from dialogs.proposals import Proposal, as_data
from dialogs.replies import Room
from store.calendar_records import CalendarMeeting, CannotChange, PlanRecord
from store.meetingplan import MeetingPlan, merged
from store.planedits import Around, DayEdit, edited, meeting_on, with_pattern, without_pattern

AHEAD = timedelta(days=366)
_FIRST = 6
"""Meetings of a new rhythm that are shown."""


def question(room: Room, record: PlanRecord, proposal: Proposal) -> Question:
    """What to ask. Raises store.calendar_records.CannotChange."""
    around = room.ports.calendar.around(record.body.key, room.scene.subject)
    data: dict[str, object] = {"body": record.body.key, "version": record.version, "plan": as_data(proposal)}
    t = texts(room.lang)
    if proposal.edit is not None:
        return _of_day(room, record, proposal.edit, around, data)
    if proposal.ends is not None:
        return _of_end(record, proposal.ends, around, data, t)
    if proposal.pattern is not None:
        return _of_pattern(record, proposal, around, data, t)
    return _of_deadlines(record, proposal, around, data, t)


def after(record: PlanRecord, proposal: Proposal, around: Around) -> MeetingPlan:
    """The plan as it would be. Raises CannotChange."""
    plan = record.plan
    if proposal.edit is not None:
        return edited(plan, proposal.edit, around)
    if proposal.ends is not None:
        return without_pattern(plan, proposal.ends)
    if proposal.pattern is not None:
        plan = with_pattern(plan, proposal.pattern, around.known)
    return replace(plan, deadlines=merged(plan.deadlines, proposal.rules))


def meeting_of(record: PlanRecord, plan: MeetingPlan, day: date, around: Around) -> CalendarMeeting | None:
    """The meeting of a day as the plan alone tells of it."""
    held = meeting_on(plan, day, around)
    if held is None:
        return None
    return CalendarMeeting(
        f"{record.body.key}-{held.nominal.isoformat()}", record.body.key, record.body.name, held.nominal, held.day,
        held.state, "both" if {held.nominal, held.day} & around.known else "plan", held.start, None, held.place,
        held.reason, held.deadlines, held.on_a_day_off,
    )  # fmt: skip


def still(record: PlanRecord, plan: MeetingPlan, nominal: date, around: Around) -> CalendarMeeting | None:
    """The meeting of a nominal day, wherever the plan has it now."""
    away = next((one.to for one in plan.changes if one.day == nominal and one.to is not None), None)
    return meeting_of(record, plan, away or nominal, around)


def _of_day(room: Room, record: PlanRecord, edit: DayEdit, around: Around, data: dict[str, object]) -> Question:
    t = texts(room.lang)
    plan = after(record, Proposal(edit), around)
    before = None if edit.kind == "single" else meeting_of(record, record.plan, edit.day, around)
    held = before.day if before is not None else edit.day
    now = still(record, plan, before.nominal if before is not None else edit.day, around)
    assert now is not None  # the change was made without complaint
    rows = []
    if before is not None:
        rows.append((t.say(p.LABEL_BEFORE), _placed(before, t)))
    if now.held:
        rows.append((t.say(p.LABEL_AFTER) if before is not None else t.say(p.LABEL_MEETING), _placed(now, t)))
        rows += deadline_rows(now, t)
    if edit.reason:
        rows.append((t.say(p.LABEL_REASON), edit.reason))
    sentence, button = _day_words(
        edit, t, definite(record.body.name), held, moved=before is None or now.day != before.day
    )
    return Question(sentence, rows, _remarks(room, now, t), button, data, grave=edit.kind == "cancelled")


def _placed(meeting: CalendarMeeting, t: Texts) -> str:
    return ", ".join(part for part in (when_held(meeting, t), meeting.place) if part)


def _day_words(edit: DayEdit, t: Texts, body: str, day: date, *, moved: bool) -> tuple[str, Phrase]:
    if edit.kind == "cancelled":
        return t.say(p.CONFIRM_CANCEL_MEETING, body=body), p.BUTTON_CANCEL_MEETING
    if edit.kind == "single":
        return t.say(p.CONFIRM_ADD_MEETING, body=body), p.BUTTON_ADD_MEETING
    if edit.kind == "restored":
        return t.say(p.CONFIRM_RESTORE, body=body), p.BUTTON_RESTORE
    if moved:
        return t.say(p.CONFIRM_MOVE, body=body), p.BUTTON_MOVE_MEETING
    return t.say(p.CONFIRM_TIME, body=body, date=day), p.BUTTON_CHANGE_MEETING


def _remarks(room: Room, meeting: CalendarMeeting, t: Texts) -> list[str]:
    found = []
    if meeting.held and meeting.on_a_day_off:
        found.append(t.say(p.MARK_DAY_OFF) + ".")
    if meeting.held and passed(meeting, room.scene.now):
        found.append(t.say(p.DEADLINE_GONE))
    if meeting.source == "both" and meeting.state == "moved":
        found.append(t.say(p.AGENDA_STAYS))
    return [*found, t.say(p.CHANGE_TOLD)]


def _of_pattern(record: PlanRecord, proposal: Proposal, around: Around, data: dict[str, object], t: Texts) -> Question:
    pattern = proposal.pattern
    assert pattern is not None
    plan = after(record, proposal, around)
    first = max(pattern.since, around.today)
    found = [one for one in plan.meetings(first, first + AHEAD, around.days) if not one.extra and one.nominal >= first]
    if not found:
        raise CannotChange("no_meeting", pattern.since)
    rows = []
    if any(one.until is None or one.until >= around.today for one in record.plan.patterns):
        rows.append((t.say(p.LABEL_BEFORE), words.rhythms(record.plan.patterns, around.today, t)))
    rows.append((t.say(p.LABEL_FIRST_MEETINGS), "; ".join(t.day(one.day) for one in found[:_FIRST])))
    off = [t.date_of(one.day) for one in found if one.on_a_day_off]
    if off:
        rows.append((t.say(p.LABEL_DAYS_OFF), "; ".join(off[:_FIRST])))
    if pattern.place:
        rows.append((t.say(p.LABEL_PLACE), pattern.place))
    rows += [(t.say(words.KINDS[one.kind]), words.rule(one, t)) for one in plan.deadlines]
    sentence = t.say(p.CONFIRM_PATTERN, body=definite(record.body.name), rhythm=words.rhythm(pattern, t))
    return Question(sentence, rows, [t.say(p.CHANGE_TOLD)], p.BUTTON_SAVE_PLAN, data)


def _of_deadlines(
    record: PlanRecord, proposal: Proposal, around: Around, data: dict[str, object], t: Texts
) -> Question:
    plan = after(record, proposal, around)
    if plan == record.plan and record.version:
        raise CannotChange("nothing")
    rows = [(t.say(words.KINDS[one.kind]), words.rule(one, t)) for one in plan.deadlines]
    soon = plan.meetings(around.today, around.today + AHEAD, around.days, known=around.known)
    if soon:
        meeting = meeting_of(record, plan, soon[0].day, around)
        assert meeting is not None  # it has just been found
        told = "; ".join(f"{name.lower()} {when}" for name, when in deadline_rows(meeting, t))
        rows.append((t.say(p.LABEL_NEXT_DEADLINES, date=meeting.day), told))
    sentence = t.say(p.CONFIRM_DEADLINES, body=definite(record.body.name))
    return Question(sentence, rows, [t.say(p.CHANGE_TOLD)], p.BUTTON_SAVE_PLAN, data)


def _of_end(record: PlanRecord, since: date, around: Around, data: dict[str, object], t: Texts) -> Question:
    if without_pattern(record.plan, since) == record.plan:
        raise CannotChange("nothing")
    rows = [(t.say(p.LABEL_BEFORE), words.rhythms(record.plan.patterns, around.today, t))]
    sentence = t.say(p.CONFIRM_END, body=definite(record.body.name), date=since)
    return Question(sentence, rows, [t.say(p.CHANGE_TOLD)], p.BUTTON_END_PATTERN, data, grave=True)
