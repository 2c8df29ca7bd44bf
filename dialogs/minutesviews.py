"""The minutes of a meeting as the person in the room sees them: found, kept in talk, shown, and what stands against."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from cards import meetingphrases as mp
from cards import minutesasked as asked
from cards import minutesitem as item_card
from cards import minuteswhole as whole_card
from cards.catalogue import Phrase
from cards.minutestold import decided, held_values, left
from cards.minuteswhole import Carry
from cards.texts import LOCAL, texts
from dialogs.calendarshown import name_of
from dialogs.clicks import gone
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from store.agenda.records import AgendaItem, BadField, NotPossible, StaleItem
from store.calendar_records import CalendarMeeting
from store.errors import NotFound
from store.followup_records import FollowUp, FollowUpState
from store.minutes.records import CannotDo, Entry, MeetingAction, MeetingChange, MeetingMinutes, StaleMeeting
from store.records import State

KEPT, KEPT_ITEM = "minutes", "minutes_item"
"""Where the state keeps the minutes that are open, and the item that was shown last."""
AHEAD = timedelta(days=366)
_MOST_MEETINGS = 12
_STALE: dict[MeetingAction, Phrase] = {"decide": mp.MIN_STALE_DECIDE, "attend": mp.MIN_STALE_ATTEND}


def minutes_open(room: Room) -> str:
    """The key of the meeting whose minutes are open in the conversation, "" for none."""
    key = room.kept.get(KEPT)
    return key if isinstance(key, str) else ""


def item_open(room: Room) -> str:
    """The id of the item that was shown last, "" for none."""
    id = room.kept.get(KEPT_ITEM)
    return id if isinstance(id, str) else ""


def in_talk(room: Room, minutes: MeetingMinutes, entry: Entry | None = None) -> State:
    """The state after the minutes were shown: "punkt 3" is one of theirs."""
    kept = {KEPT: minutes.agenda.meeting.key, KEPT_ITEM: entry.item.id if entry is not None else "", "draft": ""}
    return room.state("ask", kept)


def minutes_at(room: Room, key: str) -> MeetingMinutes:
    """The minutes of a meeting. Raises NotFound."""
    return room.ports.minutes.minutes(key, room.scene.subject)


def entry_of(minutes: MeetingMinutes, id: str) -> Entry:
    """The entry of an item. Raises NotFound."""
    found = next((one for one in minutes.agenda.entries if one.item.id == id), None)
    if found is None:
        raise NotFound("no such item")
    return found


def later_meetings(room: Room, minutes: MeetingMinutes) -> list[CalendarMeeting]:
    """The coming meetings of the body after this one, nearest first."""
    meeting = minutes.agenda.meeting
    since = max(meeting.day + timedelta(days=1), room.scene.now.date())
    found = room.ports.calendar.coming(room.scene.subject, meeting.body_key, since, since + AHEAD)
    return [one for one in found if one.held and one.key != meeting.key][:_MOST_MEETINGS]


def show(
    room: Room,
    minutes: MeetingMinutes,
    first: Sequence[str] = (),
    *,
    start: int = 0,
    replaces: bool = False,
) -> Outcome:
    """All of it on one card."""
    carry, follow = _carry(room, minutes), _follow(room, minutes)
    rendered = whole_card.whole(minutes, room.frame, first=first, start=start, carry=carry, follow=follow)
    return say(room, rendered, replaces=replaces, state=in_talk(room, minutes))


def show_item(
    room: Room,
    minutes: MeetingMinutes,
    entry: Entry,
    first: Sequence[str] = (),
    *,
    fault: str = "",
    more: bool = False,
    typed: dict[str, str] | None = None,
    replaces: bool = False,
) -> Outcome:
    """One item: to be written by who keeps the minutes while they are a draft, else to be read."""
    meetings = later_meetings(room, minutes)
    if minutes.agenda.keeps and minutes.agenda.minutes == "draft":
        rendered = item_card.writing(
            minutes, entry, meetings, room.frame, first=first, fault=fault, more=more, typed=typed
        )
    else:
        remarks = minutes.agenda.minutes == "review" and room.scene.subject.audience == "personal"
        rendered = item_card.reading(minutes, entry, meetings, room.frame, first=first, fault=fault, remarks=remarks)
    return say(room, rendered, replaces=replaces, state=in_talk(room, minutes, entry))


def go_on(
    room: Room, minutes: MeetingMinutes, after: Entry, first: Sequence[str], *, replaces: bool = False
) -> Outcome:
    """To the next item without a decision behind this one, then to those before it; to the whole when none is left."""
    missing = left(minutes)
    behind = [one for one in missing if _place(minutes, one) > _place(minutes, after)]
    if not missing:
        return show(room, minutes, first, replaces=replaces)
    return show_item(room, minutes, (behind or missing)[0], first, replaces=replaces)


def _place(minutes: MeetingMinutes, entry: Entry) -> int:
    return [one.item.id for one in minutes.agenda.entries].index(entry.item.id)


def unfinished(room: Room, minutes: MeetingMinutes) -> list[AgendaItem]:
    """Items of the meeting that were postponed and wait for a meeting, as they are now."""
    found = []
    for entry in minutes.agenda.entries:
        decision = decided(minutes, entry)
        if decision is None or decision.cls != "postponed" or decision.postponed_to is not None:
            continue
        try:
            item = room.ports.agenda.item(entry.item.id, room.scene.subject)
        except NotFound:
            continue
        if item.state == "postponed" and item.meeting_key in (None, minutes.agenda.meeting.key):
            found.append(item)
    return found


def _carry(room: Room, minutes: MeetingMinutes) -> Carry | None:
    """The offer to take unfinished items to the next meeting."""
    if not minutes.agenda.keeps or minutes.agenda.minutes == "none":
        return None
    items = unfinished(room, minutes)
    meetings = later_meetings(room, minutes) if items else []
    return Carry(len(items), meetings[0].key, meetings[0].day) if meetings else None


def _follow(room: Room, minutes: MeetingMinutes) -> list[Entry]:
    """Items whose decision names who does what follows, or by when, and that have no follow-up yet."""
    if not minutes.agenda.keeps or minutes.agenda.minutes == "none":
        return []
    wanted = [one for one in minutes.agenda.entries if followed(minutes, one)]
    if not wanted:
        return []
    keys = {one.item.id: treated_key(room, minutes, one) for one in wanted}
    known = [key for key in keys.values() if key]
    made = {one.decision.item_key for one in _made(room, known) if one.decision is not None} if known else set()
    return [one for one in wanted if keys[one.item.id] not in made]


def _made(room: Room, keys: Sequence[str]) -> Sequence[FollowUp]:
    return room.ports.follow_ups.found(room.scene.subject, states=ANY_STATE, item_keys=keys)


def treated_key(room: Room, minutes: MeetingMinutes, entry: Entry) -> str | None:
    """The key under which answers know the item; None when they do not (yet)."""
    meeting = minutes.agenda.meeting
    try:
        found = room.ports.library.find_items(entry.number, "", room.scene.subject)
    except NotFound:
        return None
    return next(
        (
            one.key
            for one in found
            if one.meeting.date == meeting.day and one.number == entry.number and one.meeting.body == meeting.body
        ),
        None,
    )


ANY_STATE: frozenset[FollowUpState] = frozenset({"open", "done", "dropped"})


def followed(minutes: MeetingMinutes, entry: Entry) -> bool:
    """Whether something follows from what was decided on the item."""
    decision = decided(minutes, entry)
    return (
        decision is not None
        and decision.cls in ("approved", "approved_with_changes", "delegated", "as_worded")
        and (decision.responsible is not None or decision.due is not None)
    )


def guarded(room: Room, work: Callable[..., Outcome], *given: object) -> Outcome:
    """Do something with minutes; what stands against it is said with the way forward, and nothing has been done.

    Minutes among `given` are those meant; else the button names them, or they are open in the conversation.
    """
    meant = next((one.agenda.meeting.key for one in given if isinstance(one, MeetingMinutes)), _key(room))
    try:
        return work(room, *given)
    except NotFound:
        return gone(room)
    except (StaleMeeting, CannotDo, BadField, NotPossible, StaleItem) as error:
        stands = error
    try:
        minutes = minutes_at(room, meant)
    except NotFound:
        return gone(room)
    if isinstance(stands, StaleMeeting):
        return _stale(room, minutes, stands.changed)
    if isinstance(stands, CannotDo):
        return _impossible(room, minutes, stands)
    return _told(room, minutes, texts(room.lang).say(mp.MIN_WRONG))


def _key(room: Room) -> str:
    key = room.turn.data.get("meeting")
    return key if isinstance(key, str) else minutes_open(room)


def _told(room: Room, minutes: MeetingMinutes, sentence: str) -> Outcome:
    return say(room, asked.told(sentence, minutes, room.frame), state=in_talk(room, minutes))


def _stale(room: Room, minutes: MeetingMinutes, change: MeetingChange | None) -> Outcome:
    """Somebody was faster: who, what and when, and how it is now."""
    t = texts(room.lang)
    what = t.say(mp.MIN_STALE_OTHER, name=t.say(mp.MIN_SOMEBODY), time="")
    if change is not None:
        name = name_of(room, change.person) or t.say(mp.MIN_SOMEBODY)
        at = change.at.astimezone(LOCAL)
        what = t.say(_STALE.get(change.action, mp.MIN_STALE_OTHER), name=name, time=t.time_of(at.time()))
    sentence = t.say(mp.MIN_STALE, what=what)
    id = room.turn.data.get("item")
    entry = next((one for one in minutes.agenda.entries if one.item.id == id), None)
    if entry is not None:
        return show_item(room, minutes, entry, [sentence], replaces=room.turn.kind == "action")
    return show(room, minutes, [sentence], replaces=room.turn.kind == "action")


def _impossible(room: Room, minutes: MeetingMinutes, error: CannotDo) -> Outcome:
    t = texts(room.lang)
    if error.fault == "not_published":
        return _told(room, minutes, t.say(mp.MIN_NOT_PUBLISHED, **held_values(minutes.agenda, t)))
    if error.fault == "undecided":
        numbers = [one.number for one in minutes.agenda.entries if one.item.id in error.items and one.number]
        told = t.say(mp.MIN_UNDECIDED, numbers=t.names(numbers)) if numbers else t.say(mp.MIN_WRONG)
        return show(room, minutes, [told])
    phrase = {
        "in_review": mp.MIN_IN_REVIEW,
        "final": mp.MIN_IS_FINAL,
        "not_final": mp.MIN_NOT_FINAL,
        "reason": mp.MIN_REASON_NEEDED,
    }.get(error.fault, mp.MIN_WRONG)
    return _told(room, minutes, t.say(phrase))
