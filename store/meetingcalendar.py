"""The calendar of all bodies: meetings that agendas announce and those that plans foresee, as one list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import insert, select, update
from sqlmodel import Session

from store.access import is_secretary
from store.audit import COMMAND_LINE, note
from store.bodies import BODY
from store.calendar import WorkingDays, local
from store.calendar_reading import agendas, known_bodies, named, one_body
from store.calendar_records import CalendarMeeting, PlanAction, PlanEntry, PlanRecord, StalePlan
from store.calendar_rows import HISTORY, PLAN, as_json, columns, entries, of_json, plans, write_changes
from store.database import Database
from store.meetingmerge import merged_meetings, order
from store.meetingplan import DeadlineRule, MeetingPlan, Pattern, merged
from store.names import body_key
from store.planedits import Around, DayEdit, edited, with_pattern, without_pattern
from store.records import BodyRecord, Subject
from store.upsert import insert_new


class StoredCalendar:
    """Implements dialogs.ports.MeetingCalendar over a database; safe to share between threads.

    Everybody employed sees the meetings of open bodies; what only a plan or a closed agenda of a closed body says is
    for its members and secretaries in personal chat. Only a body's secretaries change its plan; `subject` None is the
    program itself.
    """

    def __init__(self, db: Database, clock: Callable[[], datetime], days: WorkingDays | None = None) -> None:
        self._db, self._clock = db, clock
        self.days = days or WorkingDays()

    def coming(
        self, subject: Subject, body: str | None, since: date, until: date, *, cancelled: bool = False
    ) -> tuple[CalendarMeeting, ...]:
        """The meetings from `since` to `until` (both days included) that the subject may know of, the nearest first.

        `body` is a key or name, None for all; an unknown one has none. Cancelled ones only when asked for.
        """
        with self._db.read() as session:
            known = named(known_bodies(session, subject), body) if body else known_bodies(session, subject)
            told = agendas(session, subject, [one.key for one in known] if body else None, since, until)
            kept = plans(session, [one.key for one in known])
        found: list[CalendarMeeting] = []
        for one in known:
            plan = kept.get(one.key, (None, 0))[0]
            own = [each for each in told if each.body_key == one.key]
            record = BodyRecord(one.key, one.name)
            found += merged_meetings(record, plan, own, (since, until), self.days, closed=one.closed)
        if not body:
            unknown = [each for each in told if each.body_key not in {one.key for one in known}]
            found += merged_meetings(None, None, unknown, (since, until), self.days, closed=False)
        return tuple(sorted((one for one in found if cancelled or one.held), key=order))

    def plan(self, body: str, subject: Subject) -> PlanRecord:
        """The calendar of a body as it is kept. Raises NotFound for a body that the subject may not know of."""
        with self._db.read() as session:
            return self._record(session, body, subject)

    def kept(self, subject: Subject) -> tuple[BodyRecord, ...]:
        """The bodies whose calendar the subject keeps."""
        with self._db.read() as session:
            return tuple(
                BodyRecord(one.key, one.name)
                for one in known_bodies(session, subject)
                if is_secretary(subject, one.key)
            )

    def planned(self, subject: Subject) -> tuple[BodyRecord, ...]:
        """The bodies that have a plan, of those that the subject may know of."""
        with self._db.read() as session:
            known = known_bodies(session, subject)
            kept = plans(session, [one.key for one in known])
            return tuple(BodyRecord(one.key, one.name) for one in known if one.key in kept)

    def history(self, body: str, subject: Subject, limit: int = 20) -> tuple[PlanEntry, ...]:
        """Who changed a body's plan when, the newest change first. Raises NotFound unless the subject keeps it."""
        with self._db.read() as session:
            key = one_body(session, body, subject, keeping=True).key
            return tuple(entries(session, [key], limit).get(key, ()))

    def around(self, body: str, subject: Subject) -> Around:
        """What a change of a body's plan is tried out in, before it is made. Raises NotFound."""
        with self._db.read() as session:
            return self._around(session, one_body(session, body, subject).key, subject)

    def change(self, body: str, edit: DayEdit, version: int, subject: Subject | None) -> PlanRecord:
        """Move, cancel, add or put back a day, of the plan as it was in `version`.

        Raises NotFound unless the subject keeps the plan, StalePlan when it was changed meanwhile, CannotChange.
        """

        def work(session: Session, key: str, plan: MeetingPlan) -> MeetingPlan:
            return edited(plan, edit, self._around(session, key, subject))

        return self._changed(body, version, subject, edit.kind, edit.day, work)

    def set_pattern(
        self, body: str, pattern: Pattern, version: int, subject: Subject | None, rules: Sequence[DeadlineRule] = ()
    ) -> PlanRecord:
        """Let a rhythm hold from its `since` on, and `rules` be deadlines beside it; raises as `change`."""

        def work(session: Session, key: str, plan: MeetingPlan) -> MeetingPlan:
            changed = with_pattern(plan, pattern, self._around(session, key, subject).known)
            return replace(changed, deadlines=merged(changed.deadlines, rules))

        return self._changed(body, version, subject, "patterns", pattern.since, work)

    def end_pattern(self, body: str, since: date, version: int, subject: Subject | None) -> PlanRecord:
        """Let there be no rhythm from a day on; raises as `change`."""
        return self._changed(
            body, version, subject, "patterns", since, lambda _s, _k, plan: without_pattern(plan, since)
        )

    def set_deadlines(
        self, body: str, rules: Sequence[DeadlineRule], version: int, subject: Subject | None
    ) -> PlanRecord:
        """Put these rules in the place of theirs, the others stay; raises as `change`."""

        def work(_session: Session, _key: str, plan: MeetingPlan) -> MeetingPlan:
            return replace(plan, deadlines=merged(plan.deadlines, rules))

        return self._changed(body, version, subject, "deadlines", None, work)

    def put(self, body: str, plan: MeetingPlan, subject: Subject | None) -> PlanRecord:
        """Put a whole plan in the place of the one there is, whatever its version; raises NotFound."""
        with self._db.read() as session:
            version = plans(session, [body_key(body)]).get(body_key(body), (None, 0))[1]
        return self._changed(body, version, subject, "patterns", None, lambda _s, _k, _plan: plan)

    def program_plan(self, body: str) -> MeetingPlan | None:
        """A body's plan whoever asks, None when it has none: for the program itself."""
        with self._db.read() as session:
            return plans(session, [body_key(body)]).get(body_key(body), (None, 0))[0]

    def undo(self, body: str, version: int, subject: Subject) -> PlanRecord:
        """Put the plan back as it was before the change that made `version`; raises as `change`."""

        def work(session: Session, key: str, _plan: MeetingPlan) -> MeetingPlan:
            wanted = select(HISTORY.c.before).where(HISTORY.c.body_key == key, HISTORY.c.version == version)
            before = session.connection().execute(wanted).scalar()
            return of_json(before) if before is not None else MeetingPlan()

        return self._changed(body, version, subject, "undone", None, work)

    def everything(self, since: date, until: date) -> tuple[CalendarMeeting, ...]:
        """All meetings of all bodies, cancelled ones too: for the service, which reckons what falls due when.

        Nothing of it may be told before `coming` has been asked as whoever will read it.
        """
        with self._db.read() as session:
            rows = session.connection().execute(select(BODY.c.key, BODY.c.name, BODY.c.access)).all()
            kept = plans(session, [row.key for row in rows])
            told = agendas(session, None, None, since, until)
        found: list[CalendarMeeting] = []
        for row in rows:
            own = [each for each in told if each.body_key == row.key]
            record, plan = BodyRecord(row.key, row.name), kept.get(row.key, (None, 0))[0]
            found += merged_meetings(record, plan, own, (since, until), self.days, closed=row.access != "open")
        return tuple(sorted(found, key=order))

    def _record(self, session: Session, body: str, subject: Subject | None) -> PlanRecord:
        one = one_body(session, body, subject)
        plan, version = plans(session, [one.key]).get(one.key, (MeetingPlan(), 0))
        changed = entries(session, [one.key], 1).get(one.key, [None])[0]
        keeps = subject is None or is_secretary(subject, one.key)
        return PlanRecord(BodyRecord(one.key, one.name), plan, version, changed, keeps)

    def _around(self, session: Session, key: str, subject: Subject | None) -> Around:
        today = local(self._clock()).date()
        told = agendas(session, subject, [key], today, date.max)
        return Around(self.days, today, frozenset(one.day for one in told))

    def _changed(
        self, body: str, version: int, subject: Subject | None, action: PlanAction, day: date | None,
        work: Callable[[Session, str, MeetingPlan], MeetingPlan],
    ) -> PlanRecord:  # fmt: skip
        """Make a change of the plan as it was in `version`, and note it."""
        with self._db.write() as session:
            key = one_body(session, body, subject, keeping=True).key
            plan, now = plans(session, [key]).get(key, (MeetingPlan(), 0))
            if now != version:
                raise StalePlan(entries(session, [key], 1).get(key, [None])[0])
            changed = work(session, key, plan)
            if not _claimed(session, key, version):
                raise StalePlan(entries(session, [key], 1).get(key, [None])[0])
            session.connection().execute(update(PLAN).where(PLAN.c.body_key == key).values(**columns(changed)))
            write_changes(session, key, changed.changes)
            at, person = self._clock(), (subject.person if subject is not None else None) or COMMAND_LINE
            row = {"body_key": key, "version": version + 1, "at": at, "person": person, "action": action, "day": day}
            session.connection().execute(insert(HISTORY), [row | {"before": as_json(plan) if version else None}])
            note(session, at, person, f"calendar {action}", f"{key} {day.isoformat() if day else ''}".strip())
            return self._record(session, key, subject)


def _claimed(session: Session, key: str, version: int) -> bool:
    """Move the plan's version on; False when somebody else has done so since it was read."""
    if version == 0:
        return insert_new(session, PLAN, {"body_key": key, "version": 1, "patterns": [], "deadlines": []})
    moved = update(PLAN).where(PLAN.c.body_key == key, PLAN.c.version == version).values(version=version + 1)
    return session.connection().execute(moved.returning(PLAN.c.body_key)).first() is not None
