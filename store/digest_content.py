"""What a weekly digest says at a moment: overdue first, then what comes, then what was decided; one message."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Protocol

from store.calendar import instant, local
from store.calendar_records import CalendarMeeting
from store.followup_records import (
    AGAIN,
    MOST_LINES,
    SECTIONS,
    Digest,
    DigestContent,
    FollowUp,
    FollowUpState,
    Line,
    Section,
)
from store.followups import StoredFollowUps
from store.names import case_key
from store.records import Fact, ItemRecord, Subject
from store.watch_records import Fresh

_MOST = 2_000
_WEEK = timedelta(days=7)
_LATE = timedelta(days=60)
"""So long after a meeting its minutes may come at the latest to be news."""
_EVER_DONE: frozenset[FollowUpState] = frozenset({"open", "done"})
"""What recurs stays open when it is done."""
_FURTHEST_DEADLINE = timedelta(days=90)
"""No submission deadline lies longer before its meeting."""


class Calendar(Protocol):
    """store.meetingcalendar.StoredCalendar."""

    def coming(self, subject: Subject, body: str | None, since: date, until: date) -> tuple[CalendarMeeting, ...]: ...


class Due(Protocol):
    """store.initiatives.StoredInitiatives."""

    def due(self, since: date, until: date, subject: Subject) -> tuple[Fact, ...]: ...


class News(Protocol):
    """store.fresh.FreshPapers."""

    def stored(self, since: datetime, until: datetime, body: str | None, subject: Subject) -> Fresh: ...


@dataclass(frozen=True, slots=True)
class Contents:
    """Puts digests together from what the subject may see then: a case closed on Friday is not named on Monday."""

    follow_ups: StoredFollowUps
    calendar: Calendar
    initiatives: Due
    papers: News

    def of(self, digest: Digest, subject: Subject, at: datetime, *, whole: bool = False) -> DigestContent:
        """The content at an aware moment; follow-ups that were done since are in it, as done."""
        on = local(at).date()
        lines: list[Line] = []
        wanted = set(digest.sections)
        done = self._found(digest, subject, _EVER_DONE, done_since=at - _WEEK)
        if wanted & {"overdue", "due_soon"}:
            since = [one for one in done if one.done_at is not None and one.done_at >= at]
            lines += [one for one in self._promises(digest, subject, since, on) if one.section in wanted]
        if wanted & {"agenda_deadlines", "meetings"}:
            lines += [one for one in self._sittings(digest, subject, at, on) if one.section in wanted]
        if "milestones" in wanted:
            lines += self._milestones(digest, subject, on)
        if "decisions" in wanted:
            lines += self._decisions(digest, subject, at)
        lines.sort(key=lambda one: _order(one, on))
        before = sum(1 for one in done if one.done_at is not None and one.done_at < at)
        return DigestContent(digest, on, tuple(lines if whole else lines[:MOST_LINES]), len(lines), before)

    def _promises(self, digest: Digest, subject: Subject, since: list[FollowUp], on: date) -> list[Line]:
        """What is open and due, and what was ticked off `since` the message was built."""
        until = on + timedelta(days=digest.horizon)
        still = self._found(digest, subject, frozenset({"open"}), until=until)
        # What recurs is open again, due on a later day.
        done = [one for one in since if one.state == "open" or (one.due is not None and one.due <= until)]
        ticked = {one.id for one in done}
        shown = [one for one in still if one.id not in ticked and (one.snoozed_to is None or one.snoozed_to <= on)]
        return [_promise(one, on) for one in shown] + [_ticked(one, on) for one in done]

    def _found(
        self,
        digest: Digest,
        subject: Subject,
        states: frozenset[FollowUpState],
        *,
        until: date | None = None,
        done_since: datetime | None = None,
    ) -> list[FollowUp]:
        """Those of the chosen bodies, initiatives and cases, or one's own, each once; nothing chosen: all there are."""

        look = partial(self.follow_ups.found, subject, states=states, until=until, done_since=done_since, limit=_MOST)
        found = [look(body=body) for body in digest.bodies]
        found += [look(initiative=initiative) for initiative in digest.initiatives]
        found += [look(case=case_key(case)) for case in digest.cases]
        if digest.mine:
            found.append(look(mine=True))
        if not chosen(digest):
            found.append(look())
        return list({one.id: one for some in found for one in some}.values())

    def _bodies(self, digest: Digest) -> tuple[str | None, ...]:
        """The bodies whose meetings and decisions it tells of; none when only cases or one's own were chosen."""
        return digest.bodies if chosen(digest) else (None,)

    def _sittings(self, digest: Digest, subject: Subject, at: datetime, on: date) -> list[Line]:
        """Meetings that have not begun, and the deadlines of those that lie further ahead."""
        until, found = on + timedelta(days=digest.horizon), []
        for one in self._coming(digest, subject, on, until + _FURTHEST_DEADLINE):
            deadline = one.deadlines.get("submission")
            day = local(deadline).date() if deadline is not None else None
            if deadline is not None and day is not None and deadline >= at and day <= until:
                told = f"{local(deadline):%H:%M}"
                found.append(Line("agenda_deadlines", one.key, one.body, due=day, days=(day - on).days, detail=told))
            if one.day <= until and (one.start is None or instant(one.day, one.start) >= at):
                told = f"{one.start:%H:%M}" if one.start is not None else ""
                found.append(Line("meetings", one.key, one.body, due=one.day, days=(one.day - on).days, detail=told))
        return found

    def _coming(self, digest: Digest, subject: Subject, since: date, until: date) -> Iterable[CalendarMeeting]:
        found: dict[str, CalendarMeeting] = {}
        for body in self._bodies(digest):
            found.update((one.key, one) for one in self.calendar.coming(subject, body, since, until))
        return found.values()

    def _milestones(self, digest: Digest, subject: Subject, on: date) -> list[Line]:
        if chosen(digest) and not digest.initiatives:
            return []
        found = []
        for fact in self.initiatives.due(on, on + timedelta(days=digest.horizon), subject):
            own = fact.initiative
            if own is None or (digest.initiatives and own.key not in digest.initiatives):
                continue
            day = fact.when.last or fact.when.first if fact.when is not None else None
            words = fact.when.words if fact.when is not None else ""
            found.append(
                Line(
                    "milestones", own.key, fact.title or fact.text, who=own.title, due=day,
                    days=(day - on).days if day is not None else None, detail=words,
                )
            )  # fmt: skip
        return found

    def _decisions(self, digest: Digest, subject: Subject, at: datetime) -> list[Line]:
        found: dict[str, ItemRecord] = {}
        for body in self._bodies(digest):
            found.update(self._stored(body, subject, at))
        if digest.cases:
            cases = {case_key(one) for one in digest.cases}
            told = self._stored(None, subject, at)
            found.update((key, one) for key, one in told.items() if case_key(one.case_number) in cases)
        return [
            Line("decisions", item.key, item.title, who=item.meeting.body, due=item.meeting.date, item=item.key)
            for item in found.values()
        ]

    def _stored(self, body: str | None, subject: Subject, at: datetime) -> dict[str, ItemRecord]:
        """Items with a decision that came into the store in the week before, of meetings of late: old minutes that are
        read in are no news."""
        fresh, since = self.papers.stored(at - _WEEK, at, body, subject), (at - _LATE).date()
        found = (item for item in fresh.items if item.of("decision"))
        return {item.key: item for item in found if item.meeting.date is None or item.meeting.date >= since}


def chosen(digest: Digest) -> bool:
    """Whether it is limited to anything."""
    return bool(digest.bodies or digest.initiatives or digest.cases or digest.mine)


def _promise(one: FollowUp, on: date) -> Line:
    days = (one.due - on).days if one.due is not None else None
    section: Section = "overdue" if days is not None and days < 0 else "due_soon"
    return Line(
        section, one.id, one.title, who=one.responsible.text if one.responsible is not None else "", due=one.due,
        days=days, version=one.version, item=one.decision.item_key if one.decision is not None else None,
    )  # fmt: skip


def _ticked(one: FollowUp, on: date) -> Line:
    """What was done since the message was built; what comes back at its interval has its next day."""
    line = replace(_promise(one, on), done=True, done_by=one.done_by or "")
    return replace(line, detail=AGAIN) if one.state == "open" else line


def _order(line: Line, on: date) -> tuple[object, ...]:
    """Overdue, then this week, then later; what was decided comes last, newest first."""
    if line.section == "decisions":
        age = (on - line.due).days if line.due is not None else 10_000
        return (3, age, line.who, line.title)
    if line.section == "overdue":
        return (0, line.days or 0, line.title, "")
    soon = line.days is not None and line.days <= 6 - on.weekday()
    days = line.days if line.days is not None else 10_000
    return (1 if soon else 2, days, SECTIONS.index(line.section), line.title)
