"""Questions on what was decided: the query, the finding, the answer, and what the next question may refer to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from cards import lists, missing
from cards import phrases as p
from cards.answer import answer
from cards.parts import Frame, Rendered
from cards.prompts import elsewhere
from cards.texts import texts
from dialogs.replies import Room, message
from dialogs.turn import AskedQuestion, Outcome
from dialogs.understanding.understand import Understanding
from store.access import READS_CLOSED
from store.errors import NotFound
from store.records import Finding, Intent, ItemRecord, Query

KEPT_ITEMS = 5
_OF_MEETINGS = frozenset({"decision", "decisions_list", "attendance", "where", "when", "find"})
_EARLIEST = date(1900, 1, 1)


def ask(room: Room, read: Understanding) -> Outcome:
    """Answer a question; a follow-up takes its matter from the last answer."""
    context = held_items(room) if read.followup or read.item_number else ()
    if read.followup and not context:
        return _without_matter(room, read)
    query = query_of(room, read, context)
    if read.followup and read.intent == "when" and len(read.text.split()) <= 2:
        # A bare "when?" after a decision asks when it was made, not for a day that the text happens to name.
        query = replace(query, text=texts(room.lang).say(p.ASK_WHEN))
    return respond(room, query, room.ports.answers.find(query, room.scene.subject), latest=read.latest)


def _without_matter(room: Room, read: Understanding) -> Outcome:
    """Nothing to follow: the latest decisions and the calendar need no matter, all else needs one."""
    meeting = _held_meeting(room)
    if meeting is not None and read.intent in _OF_MEETINGS:
        body, day = meeting
        intent: Intent = "decisions_list" if read.intent in ("decision", "find") else read.intent
        query = replace(query_of(room, read, ()), intent=intent, body=body, since=day, until=day)
        return respond(room, query, room.ports.answers.find(query, room.scene.subject))
    if read.intent in ("decisions_list", "upcoming") or (read.intent in ("attendance", "where") and not read.weak):
        query = query_of(room, read, ())
        return respond(room, query, room.ports.answers.find(query, room.scene.subject), latest=read.latest)
    gone = bool(room.kept.get("items"))
    rendered = missing.plain(p.GONE if gone else p.WHICH_MATTER, room.frame)
    # Without its matter such a question says nothing to whoever reads the log.
    noted = AskedQuestion("", room.lang, read.intent, "not_found")
    return Outcome(
        message(rendered),
        forget=gone,
        lang=room.lang if room.spoken else None,
        asked=noted,
        finding=Finding("not_found"),
    )


def _held_meeting(room: Room) -> tuple[str | None, date] | None:
    """Body and day of the meeting that the last answer was about; None when it was about something else."""
    body, day = room.kept.get("body"), room.kept.get("day")
    if not isinstance(day, str):
        return None
    try:
        return body if isinstance(body, str) else None, date.fromisoformat(day)
    except ValueError:
        return None


def held_items(room: Room) -> tuple[str, ...]:
    """Keys of the items under discussion that the person may still see, best first."""
    held = room.kept.get("items")
    keys = [key for key in held if isinstance(key, str)][:KEPT_ITEMS] if isinstance(held, (list, tuple)) else []
    return tuple(item.key for item in visible_items(room, keys))


def visible_items(room: Room, keys: Iterable[str]) -> list[ItemRecord]:
    """The items of these keys that may still be seen: read anew, since access may have changed."""
    found = []
    for key in keys:
        try:
            found.append(room.ports.answers.item(key, room.scene.subject))
        except NotFound:
            continue
    return found


def query_of(room: Room, read: Understanding, context: tuple[str, ...]) -> Query:
    """The question in terms of case work."""
    since, until = read.since, read.until
    if read.intent == "decisions_list" and not (read.body or read.topic or since or until):
        # "Latest decisions": everything that has been held.
        since, until = _EARLIEST, room.scene.now.date()
    if read.latest and read.intent != "upcoming" and until is None:
        until = room.scene.now.date() if since else None
    return Query(
        text=read.text,
        topic=read.topic,
        intent=read.intent,
        lang=read.lang or room.lang,
        body=read.body,
        since=since,
        until=until,
        item_number=read.item_number,
        case_number=read.case_number,
        context=context,
        today=room.scene.now.date(),
        dated=read.dated,
    )


def respond(room: Room, query: Query, finding: Finding, *, latest: bool = False, start: int = 0) -> Outcome:
    """The outcome of a finding: message, state for what may follow, and what the question log keeps."""
    if latest and query.intent == "decisions_list":
        finding = newest_meeting(finding)
    rendered = render(query, finding, room.frame, start)
    asked = AskedQuestion(
        text=query.text,
        lang=room.lang,
        intent=query.intent,
        status=finding.status,
        facts=tuple(fact.key for fact in finding.facts[:20]),
        unknown=finding.unknown,
        closed=_closed(finding) or _may_mean_closed(room, finding),
    )
    return Outcome(
        message(rendered, feedback=finding.status == "answered"),
        state=room.state("ask", _remembered(query, finding)),
        lang=room.lang if room.spoken else None,
        asked=asked,
        finding=finding,
    )


def newest_meeting(finding: Finding) -> Finding:
    """Of a list only the decisions of its newest meeting."""
    days = [item.meeting.date for item in finding.items if item.meeting.date]
    if not days:
        return finding
    kept = tuple(item for item in finding.items if item.meeting.date == max(days))
    keys = {item.key for item in kept}
    facts = tuple(fact for fact in finding.facts if fact.item in keys)
    return replace(finding, items=kept, facts=facts or finding.facts, count=len(kept))


def render(query: Query, finding: Finding, frame: Frame, start: int = 0) -> Rendered:
    """The card for a finding, by its status and what was asked."""
    t = texts(frame.lang)
    scope = lists.scope_of(
        query.body, query.topic, _shown(query.since), query.until if _shown(query.since) else None, t
    )
    # Asked for a list, several matters that fit are the list.
    listing = query.intent == "decisions_list" and len(finding.items) > 1
    if finding.status == "choice" and not listing:
        return missing.choice(finding, query.intent, frame)
    if query.intent == "upcoming" and (finding.meetings or finding.items):
        return lists.upcoming(finding.meetings, finding.items, frame)
    if query.intent == "case_course" and finding.items:
        return lists.course(finding.items, frame, start, {"list": {"course": finding.items[-1].key}})
    if listing:
        page = lists.Listed(finding.items, finding.count or len(finding.items), start, {"list": list_data(query)})
        return lists.decisions(page, scope, frame)
    if finding.status == "not_found" or not finding.facts:
        return _nothing(query, finding, frame, scope)
    listed = finding.facts[0].kind == "attachment" if finding.status == "answered" else True
    if query.intent == "attachments" and finding.item is not None and listed:
        return lists.attachments(finding.item, frame)
    return answer(finding, query.intent, frame, asked=query.text)


def _shown(since: date | None) -> date | None:
    return since if since != _EARLIEST else None


def _nothing(query: Query, finding: Finding, frame: Frame, scope: str) -> Rendered:
    if query.intent == "upcoming" and not query.topic:
        return missing.plain(p.UPCOMING_NONE, frame, elsewhere(texts(frame.lang), but=p.ASK_UPCOMING))
    only_scope = scope if query.intent == "decisions_list" and not query.topic else ""
    named = finding.missing or ((query.topic,) if query.topic else ())
    return missing.not_found(named, finding.near, query.intent, frame, only_scope)


def _closed(finding: Finding) -> bool:
    """Whether the answer drew on closed matter: such a question is in no list that others read."""
    records = (*finding.items, *((finding.item,) if finding.item else ()))
    return any(fact.closed for fact in finding.facts) or any(item.closed for item in records)


def _may_mean_closed(room: Room, finding: Finding) -> bool:
    """Whether someone who reads closed matter asked in vain: the words may be those of a closed item."""
    subject = room.scene.subject
    entitled = subject.audience == "personal" and any(grant.role in READS_CLOSED for grant in subject.grants)
    return entitled and finding.status != "answered"


def _remembered(query: Query, finding: Finding) -> dict[str, object]:
    """What the next message may refer to: keys only, read anew each time."""
    keys = [finding.item.key] if finding.item is not None and finding.status != "choice" else []
    keys += [fact.item for fact in finding.facts if fact.item] + [item.key for item in finding.items]
    choices = [fact.item for fact in finding.facts if fact.item] if finding.status == "choice" else []
    if finding.status == "not_found":
        choices = [near.item for near in finding.near if near.item]
    data: dict[str, object] = {
        "items": [] if finding.status == "not_found" else list(dict.fromkeys(keys))[:KEPT_ITEMS],
        "intent": query.intent,
        "topic": query.topic,
        "choices": list(dict.fromkeys(choices))[:KEPT_ITEMS],
    }
    if finding.facts and finding.facts[0].kind == "meeting" and not finding.items:
        first = finding.facts[0]
        data |= {"body": first.body, "day": first.meeting_date.isoformat() if first.meeting_date else None}
    if len(finding.items) > lists.PAGE and query.intent in ("decisions_list", "case_course"):
        course = {"course": finding.items[-1].key}
        data["list"] = list_data(query) if query.intent == "decisions_list" else course
        data["from"] = lists.PAGE
    return data


def list_data(query: Query) -> dict[str, object]:
    """What rebuilds a list of decisions: plain JSON, checked when it comes back."""
    return {
        "topic": query.topic,
        "dated": query.dated,
        "body": query.body or "",
        "since": query.since.isoformat() if query.since else "",
        "until": query.until.isoformat() if query.until else "",
    }


def picked(room: Room, item: ItemRecord, intent: Intent) -> Outcome:
    """The answer to an earlier question on the one matter that was picked."""
    query = Query(
        text="",
        topic="",
        intent=intent,
        lang=room.lang,
        context=(item.key,),
        today=room.scene.now.date(),
    )
    outcome = respond(room, query, room.ports.answers.find(query, room.scene.subject))
    # The question itself was noted when it was asked.
    return replace(outcome, asked=None)
