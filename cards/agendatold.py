"""What stands on an agenda, entry by entry, as it is or as it would be proposed, and sentences on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cards import agendaphrases as ap
from cards.catalogue import Phrase
from cards.comingtold import when_held
from cards.grammar import definite
from cards.texts import Texts, clean, shorten
from store.agenda.records import AgendaItem, ItemType, StandingKind
from store.calendar_records import CalendarMeeting
from store.minutes.records import MeetingAction, MeetingAgenda, MeetingChange, MeetingPractice

STANDING_PREFIX = "standing:"
"""What names a standing item that is not on the agenda yet (store.minutes.entries)."""
STANDING: Mapping[StandingKind, Phrase] = {
    "minutes": ap.AGENDA_STANDING_MINUTES,
    "coming": ap.AGENDA_STANDING_COMING,
    "any_other": ap.AGENDA_STANDING_OTHER,
}
_TYPES: Mapping[ItemType, Phrase] = {
    "decision": ap.AGENDA_TYPE_DECISION,
    "briefing": ap.AGENDA_TYPE_BRIEFING,
    "discussion": ap.AGENDA_TYPE_DISCUSSION,
}
_DID: Mapping[MeetingAction, Phrase] = {
    "arrange": ap.AGENDA_DID_ARRANGE,
    "standing": ap.AGENDA_DID_STANDING,
    "lock": ap.AGENDA_DID_LOCK,
    "unlock": ap.AGENDA_DID_UNLOCK,
    "publish": ap.AGENDA_DID_PUBLISH,
    "supplement": ap.AGENDA_DID_SUPPLEMENT,
}
_TITLE, _SAID = 200, 80


@dataclass(frozen=True, slots=True)
class Line:
    """One entry. `id` is what the store arranges by; `number` the one people say, its place while nothing is locked.

    `item` None: a standing item that is only proposed.
    """

    id: str
    number: str
    title: str
    item: AgendaItem | None = None
    standing: StandingKind | None = None
    supplement: int = 0

    @property
    def closed(self) -> bool:
        """Whether the item is closed."""
        return self.item is not None and self.item.access == "closed"

    @property
    def minutes(self) -> int | None:
        """How long it takes, as its author expects."""
        return self.item.minutes if self.item is not None else None


def lines_of(agenda: MeetingAgenda, practice: MeetingPractice, t: Texts) -> tuple[Line, ...]:
    """The entries in order; of an agenda that nobody who keeps it has touched, those that are proposed."""
    if is_proposed(agenda):
        first = [_standing(kind, t) for kind in practice.first]
        last = [_standing(kind, t) for kind in practice.last]
        cases = [Line(one.id, "", _title(one.title), one) for one in agenda.ready]
        found = [*first, *cases, *last]
        return tuple(Line(one.id, str(at), one.title, one.item, one.standing) for at, one in enumerate(found, 1))
    return tuple(
        Line(
            one.item.id,
            one.number if one.number and agenda.state != "building" else str(at),
            _title(one.item.title),
            one.item,
            one.item.standing,
            one.supplement,
        )
        for at, one in enumerate(agenda.entries, 1)
    )


def is_proposed(agenda: MeetingAgenda) -> bool:
    """Whether what is shown is a proposal: nothing was done with the agenda, and there is something to put on it."""
    return agenda.keeps and agenda.version == 0 and not agenda.entries and bool(agenda.ready)


def _standing(kind: StandingKind, t: Texts) -> Line:
    return Line(STANDING_PREFIX + kind, "", t.say(STANDING[kind]), standing=kind)


def _title(title: str) -> str:
    return shorten(clean(title).strip(), _TITLE)


def said(line: Line, t: Texts) -> str:
    """The title inside a sentence."""
    return t.quoted(shorten(line.title, _SAID))


def about(line: Line, t: Texts, *, keeps: bool) -> str:
    """Type and minutes on one line: "Beslutning, 20 minutter"."""
    if line.standing is not None:
        return t.say(ap.AGENDA_STANDING_TYPE)
    assert line.item is not None
    told = [t.say(_TYPES[line.item.type])]
    if line.minutes:
        told.append(t.say(ap.AGENDA_MINUTES, count=line.minutes))
    elif keeps:
        told.append(t.say(ap.AGENDA_NO_MINUTES))
    return ", ".join(told)


def headed(line: Line, t: Texts) -> str:
    """Number, title, and the mark of a closed item."""
    mark = f" ({t.say(ap.AGENDA_CLOSED)})" if line.closed else ""
    return f"{line.number}. {line.title}{mark}"


def outside(line: Line, t: Texts) -> str:
    """What the open edition tells of a closed item; "" for an open one."""
    if not line.closed or line.item is None:
        return ""
    if line.item.neutral_title:
        return t.say(ap.AGENDA_KNOWN_AS, title=t.quoted(line.item.neutral_title))
    return t.say(ap.AGENDA_UNNAMED)


def time_told(lines: Sequence[Line], room: int | None, t: Texts) -> tuple[str, bool]:
    """The sum of the minutes against the meeting's, and whether it is too much; `room` None: nobody has said."""
    cases = [one for one in lines if one.standing is None]
    total = sum(one.minutes or 0 for one in cases)
    missing = sum(one.minutes is None for one in cases)
    if not cases or not total:
        return "", False
    over = room is not None and total > room
    if room is None:
        told = t.say(ap.AGENDA_TIME, count=total)
    else:
        told = t.say(ap.AGENDA_TIME_OVER if over else ap.AGENDA_TIME_OF, count=total, room=room)
    if missing:
        told = f"{told} {t.say(ap.AGENDA_TIME_MISSING, count=missing)}"
    return told, over


def length(meeting: CalendarMeeting) -> int | None:
    """Minutes from the meeting's start to its end; None when the calendar does not say."""
    if meeting.start is None or meeting.end is None:
        return None
    found = (meeting.end.hour - meeting.start.hour) * 60 + meeting.end.minute - meeting.start.minute
    return found if found > 0 else None


def body_of(meeting: CalendarMeeting) -> str:
    """The body inside a sentence."""
    return definite(meeting.body)


def day_of(meeting: CalendarMeeting, t: Texts) -> str:
    """The day inside a sentence."""
    return t.day(meeting.day)


def head(meeting: CalendarMeeting, t: Texts) -> str:
    """ "Dagsorden til Direktionen, torsdag den 3. december 2026 kl. 8.30"."""
    return t.say(ap.AGENDA_OF, body=body_of(meeting), when=when_held(meeting, t))


def did(change: MeetingChange, name: str, reader: str, t: Texts, phrase: Phrase = ap.AGENDA_HISTORY_LINE) -> str:
    """Who did what and when."""
    who = t.say(ap.AGENDA_YOU) if change.person == reader else clean(name).strip() or t.say(ap.AGENDA_SOMEBODY)
    done = t.say(_DID.get(change.action, ap.AGENDA_DID_MINUTES))
    return t.say(phrase, name=who, done=done, moment=t.moment(change.at))
