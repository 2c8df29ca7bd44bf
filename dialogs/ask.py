"""Questions on what was decided: the query, the finding, the answer, and what the next question may refer to."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from cards import item as item_card
from cards import lists, missing
from cards import phrases as p
from cards.answer import answer
from cards.meetingfiles import attachments_of
from cards.parts import Frame, Rendered
from cards.prompts import elsewhere
from cards.scopes import Scope, none_found
from cards.texts import texts
from dialogs import casecourse, initiatives, telling
from dialogs import coming as comings
from dialogs.asking import asked_question
from dialogs.found import found
from dialogs.kept import KEPT_ITEMS, held_meeting
from dialogs.kept import held_items as held_items
from dialogs.kept import visible_items as visible_items
from dialogs.leaning import leaning
from dialogs.listing import newest_meeting
from dialogs.replies import Room, message
from dialogs.turn import AskedQuestion, Outcome
from dialogs.understanding.understand import Understanding
from dialogs.unlisted import told_of
from store.records import Finding, Intent, ItemRecord, Query

_OF_MEETINGS = frozenset({"decision", "decisions_list", "attendance", "where", "when", "find", "attachments"})
_ANY_MATTER = re.compile(
    r"\b(?:om|i|på|on|about|in) (?:en|et|a|an) (?:sag|emne|punkt|matter|case|item)\b", re.IGNORECASE
)
"""The words of an example, not of a follow-up: no matter is meant yet."""
_EARLIEST = date(1900, 1, 1)


def ask(room: Room, read: Understanding) -> Outcome:
    """Answer a question; a follow-up takes its matter from the last answer."""
    if read.unknown_body:
        told = told_of(room, query_of(room, read, ()), read.unknown_body)
        return respond(room, *told) if told is not None else _unknown(room, read, read.unknown_body)
    read = comings.followed(room, read)
    if read.intent == "recommendation" and read.body and not (read.topic or read.item_number or read.followup):
        # What a committee recommended is what it passed on.
        read = replace(read, intent="decisions_list", classes=("recommended",))
    taken = leaning(room, read, query_of(room, read, ())) or initiatives.asked(room, read, query_of(room, read, ()))
    if taken is not None:
        return respond(room, *taken)
    context = held_items(room) if read.followup or read.item_number else ()
    if read.followup and (not context or _ANY_MATTER.search(read.text)):
        return _without_matter(room, read)
    query = query_of(room, read, context)
    if read.followup and read.intent == "when" and len(read.text.split()) <= 2:
        # A bare "when?" after a decision asks when it was made, not for a day that the text happens to name.
        query = replace(query, text=texts(room.lang).say(p.ASK_WHEN))
    return respond(room, *found(room, query, read.classes), latest=read.latest)


def _unknown(room: Room, read: Understanding, body: str) -> Outcome:
    """A body that no minutes are of: nothing is searched for, lest the answer be another body's."""
    t = texts(room.lang)
    told = t.say(p.UNKNOWN_BODY, name=t.quoted(body))
    finding = Finding("not_found", missing=(body,))
    asked = asked_question(room, query_of(room, read, ()), finding)
    rendered = missing.not_found((), (), read.intent, room.frame, told)
    return Outcome(message(rendered), lang=room.lang if room.spoken else None, asked=asked, finding=finding)


def _without_matter(room: Room, read: Understanding) -> Outcome:
    """Nothing to follow: the latest decisions and the calendar need no matter, all else needs one."""
    meeting = held_meeting(room)
    if meeting is not None and read.intent in _OF_MEETINGS:
        body, day = meeting
        intent: Intent = "decisions_list" if read.intent in ("decision", "find") else read.intent
        query = replace(query_of(room, read, ()), intent=intent, body=body, since=day, until=day)
        return respond(room, *found(room, query))
    if read.classes or (read.latest and read.intent in ("decision", "find")):
        # "Hvad blev udsat?" with nothing in talk is a list.
        read = replace(read, intent="decisions_list")
    if read.intent in ("decisions_list", "upcoming") or (read.intent in ("attendance", "where") and not read.weak):
        query = query_of(room, read, ())
        return respond(room, *found(room, query), latest=read.latest)
    gone = bool(room.kept.get("items")) and not held_items(room)
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


def query_of(room: Room, read: Understanding, context: tuple[str, ...]) -> Query:
    """The question in terms of case work."""
    since, until = read.since, read.until
    if read.intent == "decisions_list" and not (read.body or read.topic or since or until):
        # "Latest decisions": everything that has been held.
        since, until = _EARLIEST, room.scene.now.date()
    if read.intent == "decisions_list" and read.classes and not (since or until or read.latest):
        # What came of matters is asked of all meetings, not of the newest alone.
        since, until = _EARLIEST, room.scene.now.date()
    today = room.scene.now.date()
    if since and since <= today and read.intent == "decisions_list" and (until is None or until > today):
        # Nobody has decided yet what is on the agendas to come.
        until = today
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
        today=today,
        dated=read.dated,
        classes=read.classes if read.intent == "decisions_list" else (),
        part=read.part,
        many=read.many,
        initiative=initiatives.in_talk(room),
    )


def respond(room: Room, query: Query, finding: Finding, *, latest: bool = False, start: int = 0) -> Outcome:
    """The outcome of a finding: message, state for what may follow, and what the question log keeps."""
    if latest and query.intent == "decisions_list":
        finding = newest_meeting(finding)
    met = comings.coming(room, query, finding)
    finding, rendered = met if met is not None else (finding, render(query, finding, room, start))
    asked = asked_question(room, query, finding)
    return Outcome(
        message(rendered, feedback=finding.status == "answered"),
        state=room.state("ask", _remembered(room, query, finding)),
        lang=room.lang if room.spoken else None,
        asked=asked,
        finding=finding,
    )


def render(query: Query, finding: Finding, room: Room, start: int = 0) -> Rendered:
    """The card for a finding, by its status and what was asked."""
    frame = room.frame
    scope = _scope(query)
    # Asked for a list, several matters that fit are the list.
    listing = query.intent == "decisions_list" and len(finding.items) > 1
    if finding.status == "choice" and not listing:
        return missing.choice(finding, query.intent, frame)
    told = telling.rendered(query, finding, room)
    if told is not None:
        return told
    if query.intent == "item" and finding.item is not None and finding.status in ("answered", "no_decision"):
        return item_card.whole(finding.item, frame)
    if query.intent == "case_course" and finding.items:
        return casecourse.course(room, finding.items, start)
    if listing:
        page = lists.Listed(finding.items, finding.count or len(finding.items), start, {"list": list_data(query)})
        return lists.decisions(page, scope, frame)
    if finding.status == "not_found" or not finding.facts:
        return _nothing(query, finding, frame, scope)
    listed = finding.facts[0].kind == "attachment" or finding.status != "answered" or bool(finding.items)
    if query.intent == "attachments" and listed and (finding.item is not None or finding.items):
        one = finding.item or (finding.items[0] if len(finding.items) == 1 else None)
        return lists.attachments(one, frame) if one is not None else attachments_of(finding.items, frame)
    return answer(finding, query.intent, frame, asked=query.text)


def _scope(query: Query) -> Scope:
    """What the list was limited to, as it was asked: "i 2026", though only until today."""
    since, until = query.since, query.until
    if since == _EARLIEST:
        since = until = None
    if since is not None and until is not None and until == query.today:
        if (since.month, since.day) == (1, 1) and since.year == until.year:
            until = date(until.year, 12, 31)
        elif since.day == 1 and (since.year, since.month) == (until.year, until.month):
            until = (until.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return Scope(query.body, query.topic, since, until, query.classes)


def _nothing(query: Query, finding: Finding, frame: Frame, scope: Scope) -> Rendered:
    t = texts(frame.lang)
    if query.intent == "upcoming" and not query.topic:
        return missing.plain(p.UPCOMING_NONE, frame, elsewhere(t, but=p.ASK_UPCOMING))
    told = ""
    if query.case_number:
        told = t.say(p.NOT_FOUND_CASE, number=query.case_number)
    elif query.item_number:
        told = t.say(p.NOT_FOUND_ITEM, number=query.item_number)
    elif query.intent == "decisions_list" and not query.topic and scope.limited:
        told = none_found(scope, t)
    named = finding.missing or ((query.topic,) if query.topic else ())
    return missing.not_found(named, finding.near, query.intent, frame, told)


def _remembered(room: Room, query: Query, finding: Finding) -> dict[str, object]:
    """What the next message may refer to: keys only, read anew each time."""
    keys = [finding.item.key] if finding.item is not None and finding.status != "choice" else []
    keys += [fact.item for fact in finding.facts if fact.item] + [item.key for item in finding.items]
    choices = [fact.item for fact in finding.facts if fact.item] if finding.status == "choice" else []
    if finding.status == "not_found":
        choices = [near.item for near in finding.near if near.item]
    data: dict[str, object] = {
        "items": list(dict.fromkeys(keys))[:KEPT_ITEMS],
        "documents": list(dict.fromkeys(fact.document.id for fact in finding.facts))[:KEPT_ITEMS],
        "intent": query.intent,
        "topic": query.topic,
        "choices": list(dict.fromkeys(choices))[:KEPT_ITEMS],
    }
    if finding.status == "not_found":
        # What was talked about stays in talk until something else is found.
        data |= {name: room.kept[name] for name in ("items", "documents", "body", "day") if name in room.kept}
    if finding.facts and finding.facts[0].kind == "meeting" and not finding.items and query.intent != "upcoming":
        first = finding.facts[0]
        data |= {"body": first.body, "day": first.meeting_date.isoformat() if first.meeting_date else None}
    if query.intent == "upcoming":
        data |= comings.remembered(finding)
    data |= initiatives.remembered(room, finding)
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
        "classes": list(query.classes),
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
    outcome = respond(room, *found(room, query))
    # The question itself was noted when it was asked.
    return replace(outcome, asked=None)
