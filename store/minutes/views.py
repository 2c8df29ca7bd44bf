"""An agenda and minutes as a subject may see them, put together from what is stored."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from sqlalchemy import select

from store.access import Guard, visible
from store.agenda.records import Named
from store.grants import GRANT
from store.minutes.entries import entries as all_entries
from store.minutes.entries import practice_of, ready
from store.minutes.records import (
    AgendaState,
    Approval,
    Attendance,
    Comment,
    Decision,
    Entry,
    MeetingAgenda,
    MeetingMinutes,
)
from store.minutes.sittings import APPROVAL, ATTENDANCE, COMMENT, DECISION, EDITION, Sitting
from store.people import PERSON
from store.tables import StoredRow


def agenda_of(
    held: Sitting, *, entries: tuple[Entry, ...] | None = None, state: AgendaState | None = None
) -> MeetingAgenda:
    """The agenda; `entries` and `state` where the caller knows better than the row."""
    row = held.row
    practice = practice_of(held.session, held.meeting.body_key)
    found = all_entries(held) if entries is None else entries
    placed = {one.item.id for one in found}
    return MeetingAgenda(
        meeting=held.meeting,
        version=held.version,
        state=state or (row.state if row is not None else "building"),
        minutes=row.minutes if row is not None else "none",
        numbering=row.numbering if row is not None and row.version else practice.numbering,
        entries=found,
        supplements=row.supplements if row is not None else 0,
        published_at=row.published_at if row is not None else None,
        keeps=held.keeps,
        ready=tuple(one for one in ready(held) if one.id not in placed) if held.keeps else (),
        last=held.last() if held.keeps else None,
    )


def minutes_of(held: Sitting) -> MeetingMinutes:
    """The minutes. Final ones are for all who may read the items; drafts for those of the body, in personal chat.

    What was said and approved in review is the members' own.
    """
    agenda, row = agenda_of(held), held.row
    inside = is_inside(held)
    if row is None or row.minutes == "none":
        return MeetingMinutes(agenda)
    shown = {one.item.id: one for one in agenda.entries}
    if row.minutes != "final" and not inside:
        return _locked(held, agenda, set(shown))
    known = decisions_of(held) if held.keeps else decided_of(held)
    told = {id: one for id, one in known.items() if id in shown}
    if not inside:
        told = {id: one for id, one in told.items() if shown[id].item.access == "open"}
    approvals = approvals_of(held) if inside else ()
    waiting = _waiting(held, approvals) if inside else ()
    person = held.reading.subject.person
    return MeetingMinutes(
        agenda=agenda,
        attendance=attendance_of(held),
        decisions=told,
        comments=tuple(one for one in comments_of(held) if one.item is None or one.item in shown) if inside else (),
        approvals=approvals,
        waiting=tuple(name for _, name in waiting),
        edition=row.edition,
        correction=row.correction if inside else "",
        may_approve=row.minutes == "review" and person in {id for id, _ in waiting},
    )


def _locked(held: Sitting, agenda: MeetingAgenda, shown: set[str]) -> MeetingMinutes:
    """What others than the body see of minutes that are not final: while they are corrected, the last final ones."""
    before = locked_of(held)
    if before is None:
        return MeetingMinutes(replace(agenda, minutes="none"))
    open_ = {one.item.id for one in agenda.entries if one.item.access == "open"}
    told = {id: one for id, one in before.decisions.items() if id in shown & open_}
    return replace(before, agenda=replace(agenda, minutes="final"), decisions=told, correction="")


def locked_of(held: Sitting) -> MeetingMinutes | None:
    """The newest edition that was made final, with all its decisions; None when none was."""
    rows = held.session.connection().execute(
        select(EDITION).where(EDITION.c.meeting_key == held.key).order_by(EDITION.c.edition.desc()).limit(1)
    )
    row = rows.first()
    if row is None:
        return None
    content = json.loads(row.content)
    decisions = {
        id: Decision(
            one["class"], one["text"], one["dissent"], tuple(one["disqualified"]), one["publishable"],
            Named(one["responsible"]) if one["responsible"] else None,
            date.fromisoformat(one["due"]) if one["due"] else None, one["postponed_to"],
        )
        for id, one in content["decisions"].items()
    }  # fmt: skip
    there = tuple(Attendance(**one) for one in content["attendance"])
    return MeetingMinutes(agenda_of(held), there, decisions, edition=row.edition, correction=row.reason)


def is_inside(held: Sitting) -> bool:
    """Whether the subject is a member or secretary of the body, in personal chat."""
    return visible(held.reading.subject, Guard("closed", held.meeting.body_key))


def decisions_of(held: Sitting) -> dict[str, Decision]:
    """All that is recorded, by item; a text is missing where an item is not decided yet."""
    rows = held.session.connection().execute(select(DECISION).where(DECISION.c.meeting_key == held.key))
    return {row.item_id: decision_of(row) for row in rows}


def decided_of(held: Sitting) -> dict[str, Decision]:
    """What is decided, by item: without those of which only something beside the decision is known yet."""
    return {id: one for id, one in decisions_of(held).items() if one.text}


def decision_of(row: StoredRow) -> Decision:
    """The record of a row."""
    return Decision(
        cls=row.cls,
        text=row.text,
        dissent=row.dissent,
        disqualified=tuple(row.disqualified),
        publishable=row.publishable,
        responsible=Named(row.responsible, row.responsible_person) if row.responsible else None,
        due=row.due,
        postponed_to=row.postponed_to,
        version=row.version,
        at=row.at,
        by=row.by,
    )


def attendance_of(held: Sitting) -> tuple[Attendance, ...]:
    """Who was there, in order."""
    rows = held.session.connection().execute(
        select(ATTENDANCE).where(ATTENDANCE.c.meeting_key == held.key).order_by(ATTENDANCE.c.position)
    )
    return tuple(Attendance(row.name, row.attends, row.person, row.role, row.note) for row in rows)


def comments_of(held: Sitting) -> tuple[Comment, ...]:
    """The remarks on this edition, oldest first."""
    assert held.row is not None
    rows = held.session.connection().execute(
        select(COMMENT)
        .where(COMMENT.c.meeting_key == held.key, COMMENT.c.edition == held.row.edition)
        .order_by(COMMENT.c.at, COMMENT.c.id)
    )
    return tuple(
        Comment(row.id, row.person, row.name, row.text, row.at, row.item_id, bool(row.settled)) for row in rows
    )


def approvals_of(held: Sitting) -> tuple[Approval, ...]:
    """Who has approved this edition, in order."""
    assert held.row is not None
    rows = held.session.connection().execute(
        select(APPROVAL)
        .where(APPROVAL.c.meeting_key == held.key, APPROVAL.c.edition == held.row.edition)
        .order_by(APPROVAL.c.at, APPROVAL.c.person)
    )
    return tuple(Approval(row.person, row.name, row.at) for row in rows)


def members_of(held: Sitting) -> list[tuple[str, str]]:
    """The body's members by object id and name: those with the right, in the order of their names."""
    joined = GRANT.join(PERSON, PERSON.c.id == GRANT.c.person)
    rows = held.session.connection().execute(
        select(PERSON.c.id, PERSON.c.name)
        .select_from(joined)
        .where(GRANT.c.role == "member", GRANT.c.body_key == held.meeting.body_key)
        .order_by(PERSON.c.name)
    )
    return [(row.id, row.name) for row in rows]


def _waiting(held: Sitting, approvals: tuple[Approval, ...]) -> list[tuple[str, str]]:
    """Members who were there and have not approved yet; who was absent need not."""
    done = {one.person for one in approvals}
    absent = {one.person for one in attendance_of(held) if one.attends == "absent" and one.person}
    return [(id, name) for id, name in members_of(held) if id not in done and id not in absent]
