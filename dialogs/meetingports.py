"""What flows need of the store of agendas and minutes, and the store of a world that has none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from store.agenda.records import StandingKind
from store.errors import NotFound
from store.minutes.records import (
    Attendance,
    Decision,
    Edition,
    MeetingAgenda,
    MeetingChange,
    MeetingMinutes,
    MeetingPractice,
)
from store.records import Subject


class Agendas(Protocol):
    """The agendas of meetings. Every method applies the access rule before anything else.

    Changing methods are for secretaries of the body in personal chat: for all others they raise NotFound. They take
    the `version` that the person saw and raise store.minutes.records.StaleMeeting when it has moved on (the same
    person's same change, delivered twice, gives back the agenda as it is), CannotDo when it cannot be now.
    """

    def agenda(self, meeting_key: str, subject: Subject) -> MeetingAgenda:
        """Who does not keep it sees published entries that they may read. Raises NotFound for an unknown meeting."""
        ...

    def history(self, meeting_key: str, subject: Subject) -> tuple[MeetingChange, ...]:
        """All steps, oldest first, for who keeps it."""
        ...

    def arrange(self, meeting_key: str, version: int, items: Sequence[str], subject: Subject) -> MeetingAgenda:
        """Let these items be the agenda, in this order: ready ones join it, those left out leave it."""
        ...

    def standing(self, meeting_key: str, version: int, kind: StandingKind, on: bool, subject: Subject) -> MeetingAgenda:
        """Put a standing item on, or take it off."""
        ...

    def lock(self, meeting_key: str, version: int, subject: Subject) -> MeetingAgenda:
        """Number the entries and let the order stand."""
        ...

    def unlock(self, meeting_key: str, version: int, reason: str, subject: Subject) -> MeetingAgenda:
        """Open it again, with a reason; what was published stays published until it is published anew."""
        ...

    def publish(self, meeting_key: str, version: int, subject: Subject) -> MeetingAgenda:
        """Let everyone entitled read it and, when the body has a channel, post the open items there."""
        ...

    def supplement(self, meeting_key: str, version: int, items: Sequence[str], subject: Subject) -> MeetingAgenda:
        """Put late items on a published agenda, as a supplementary agenda numbered on from it, and publish it."""
        ...

    def practice(self, body_key: str, subject: Subject) -> MeetingPractice: ...

    def set_practice(self, practice: MeetingPractice, subject: Subject) -> MeetingPractice: ...

    def document(self, meeting_key: str, edition: Edition, suffix: str, subject: Subject) -> tuple[str, bytes]:
        """The agenda as a file: its name and bytes. `suffix` docx or pdf. Raises NotFound also for a full edition
        that the subject may not read."""
        ...


class Minutes(Protocol):
    """The minutes of meetings; the rules are those of Agendas. Members of the body may read drafts in personal chat."""

    def minutes(self, meeting_key: str, subject: Subject) -> MeetingMinutes: ...

    def attend(
        self, meeting_key: str, version: int, attendance: Sequence[Attendance], subject: Subject
    ) -> MeetingMinutes:
        """Who was there; begins the minutes of a published agenda."""
        ...

    def decide(self, meeting_key: str, item: str, version: int, decision: Decision, subject: Subject) -> MeetingMinutes:
        """Record what was decided. `version` is that of the decision the person saw (0: there was none): two
        secretaries may record different items at once. A postponed item goes to the meeting chosen."""
        ...

    def review(self, meeting_key: str, version: int, subject: Subject) -> MeetingMinutes:
        """Send the draft to the members; all items need a decision."""
        ...

    def reopen(self, meeting_key: str, version: int, subject: Subject) -> MeetingMinutes:
        """Take it back from review; approvals of what is changed then are void."""
        ...

    def comment(self, meeting_key: str, item: str | None, text: str, key: str, subject: Subject) -> MeetingMinutes:
        """A member's remark; the same `key` is the same remark."""
        ...

    def settle(self, meeting_key: str, comment: str, subject: Subject) -> MeetingMinutes: ...

    def approve(self, meeting_key: str, version: int, subject: Subject) -> MeetingMinutes:
        """A member has approved what they saw."""
        ...

    def finish(self, meeting_key: str, version: int, subject: Subject) -> MeetingMinutes:
        """Final and locked."""
        ...

    def correct(self, meeting_key: str, version: int, reason: str, subject: Subject) -> MeetingMinutes:
        """A new edition of final minutes, in draft; it says why."""
        ...

    def document(self, meeting_key: str, edition: Edition, suffix: str, subject: Subject) -> tuple[str, bytes]:
        """The minutes as a file; see Agendas.document."""
        ...


class NoAgendas:
    """Has no agendas."""

    def agenda(self, meeting_key: str, subject: Subject) -> MeetingAgenda:
        raise NotFound("no such meeting")

    def history(self, meeting_key: str, subject: Subject) -> tuple[MeetingChange, ...]:
        raise NotFound("no such meeting")

    def arrange(self, meeting_key: str, version: int, items: Sequence[str], subject: Subject) -> MeetingAgenda:
        raise NotFound("no such meeting")

    def standing(self, meeting_key: str, version: int, kind: StandingKind, on: bool, subject: Subject) -> MeetingAgenda:
        raise NotFound("no such meeting")

    def lock(self, meeting_key: str, version: int, subject: Subject) -> MeetingAgenda:
        raise NotFound("no such meeting")

    def unlock(self, meeting_key: str, version: int, reason: str, subject: Subject) -> MeetingAgenda:
        raise NotFound("no such meeting")

    def publish(self, meeting_key: str, version: int, subject: Subject) -> MeetingAgenda:
        raise NotFound("no such meeting")

    def supplement(self, meeting_key: str, version: int, items: Sequence[str], subject: Subject) -> MeetingAgenda:
        raise NotFound("no such meeting")

    def practice(self, body_key: str, subject: Subject) -> MeetingPractice:
        return MeetingPractice(body_key)

    def set_practice(self, practice: MeetingPractice, subject: Subject) -> MeetingPractice:
        raise NotFound("no such body")

    def document(self, meeting_key: str, edition: Edition, suffix: str, subject: Subject) -> tuple[str, bytes]:
        raise NotFound("no such meeting")


class NoMinutes:
    """Has no minutes."""

    def minutes(self, meeting_key: str, subject: Subject) -> MeetingMinutes:
        raise NotFound("no such meeting")

    def attend(
        self, meeting_key: str, version: int, attendance: Sequence[Attendance], subject: Subject
    ) -> MeetingMinutes:
        raise NotFound("no such meeting")

    def decide(self, meeting_key: str, item: str, version: int, decision: Decision, subject: Subject) -> MeetingMinutes:
        raise NotFound("no such meeting")

    def review(self, meeting_key: str, version: int, subject: Subject) -> MeetingMinutes:
        raise NotFound("no such meeting")

    def reopen(self, meeting_key: str, version: int, subject: Subject) -> MeetingMinutes:
        raise NotFound("no such meeting")

    def comment(self, meeting_key: str, item: str | None, text: str, key: str, subject: Subject) -> MeetingMinutes:
        raise NotFound("no such meeting")

    def settle(self, meeting_key: str, comment: str, subject: Subject) -> MeetingMinutes:
        raise NotFound("no such meeting")

    def approve(self, meeting_key: str, version: int, subject: Subject) -> MeetingMinutes:
        raise NotFound("no such meeting")

    def finish(self, meeting_key: str, version: int, subject: Subject) -> MeetingMinutes:
        raise NotFound("no such meeting")

    def correct(self, meeting_key: str, version: int, reason: str, subject: Subject) -> MeetingMinutes:
        raise NotFound("no such meeting")

    def document(self, meeting_key: str, edition: Edition, suffix: str, subject: Subject) -> tuple[str, bytes]:
        raise NotFound("no such meeting")
