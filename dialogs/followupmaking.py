"""A follow-up is made: understood from words, a decision or a milestone, shown to be corrected, then made once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, cast

from cards import confirm, missing, verbs
from cards import followupforms as form
from cards import followupphrases as fp
from cards import phrases as p
from cards.confirm import Option
from cards.followupforms import NOTHING, Draft
from cards.followuptold import named
from cards.initiative import dated
from cards.texts import clean, shorten, texts
from cards.timeline import title_of
from dialogs.calendarshown import name_of
from dialogs.clicks import word
from dialogs.followupdraft import DRAFT, From, approved, drafted, key_of, offered, recommended, source_of, typed
from dialogs.followupviews import fault, person_meant, show, today_of
from dialogs.initiatives import KEPT as KEPT_INITIATIVE
from dialogs.kept import held_items, visible_items
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from dialogs.understanding.followupdays import due_in
from dialogs.understanding.followupsaid import Wish, wish_in
from dialogs.understanding.understand import Understanding
from store.errors import NotFound
from store.followup_records import MOST_TITLE, BadFollowUp, Origin, Recurrence
from store.records import Fact, ItemRecord, State

_POINTING = re.compile(
    r"\A(?:følg op på|follow up on) (?:det|den|dette|denne|sagen|punktet|beslutningen|indstilling\w*|(?:det|den) her|"
    r"denne sag|dette punkt|denne beslutning|den beslutning|it|this|that|"
    r"(?:the|this) (?:decision|item|case|recommendations?))"
    r"\W*\Z",
    re.IGNORECASE,
)
_AT = re.compile(r"\A(?:\d+\.\s*)?(?:at|that)\s+", re.IGNORECASE)
_MOST_CHOICES = 8


def points_back(wish: Wish) -> bool:
    """Whether what is to be followed up is what was just talked of."""
    return bool(_POINTING.match(wish.title))


def new(room: Room, read: Understanding) -> Outcome | None:
    """A follow-up by hand; None when the words ask for no such thing after all."""
    wish = wish_in(room.turn.text, today_of(room))
    if not wish.asked:
        return None
    if points_back(wish):
        return here(room, read)
    known = {one.name: one.key for one in room.ports.bodies.bodies(room.scene.subject)}
    body = next((known[name] for name in read.bodies if name in known), "")
    return offered(room, drafted(room, wish, body), From(), key_of(room))


def here(room: Room, read: Understanding) -> Outcome | None:
    """ "Følg op på det": on the item in talk; None when the words go on to name something else."""
    wish = wish_in(room.turn.text, today_of(room))
    if not points_back(wish) and wish.title:
        return new(room, read) if wish.asked else None
    # Of several that were offered none is "det" yet.
    found = visible_items(room, held_items(room)[:1]) if not room.kept.get("choices") else []
    if found:
        return of_item(room, found[0], wish=wish)
    if isinstance(room.kept.get(KEPT_INITIATIVE), str):
        return of_plan(room, str(room.kept[KEPT_INITIATIVE]))
    return say(room, missing.plain(p.WHICH_MATTER, room.frame))


def of_item(
    room: Room, item: ItemRecord, part: str = "", wish: Wish | None = None, typed: Draft | None = None
) -> Outcome:
    """From a decision: each approved recommendation is offered as one, or the decision as a whole."""
    t = texts(room.lang)
    parts = approved(item)
    if len(parts) > 1 and not part:
        said = drafted(room, wish, "") if wish is not None else Draft()
        carried = {"item": item.key, "responsible": said.responsible, "due": said.due, "recurrence": said.recurrence}
        rows = [
            Option(shorten(_plain(fact), 150), "", verbs.FOLLOWUP_NEW, {**carried, "part": str(number)})
            for number, fact in enumerate(parts[:_MOST_CHOICES], start=1)
        ]
        whole = Option(t.say(fp.FU_WHOLE_DECISION), "", verbs.FOLLOWUP_NEW, {**carried, "part": NOTHING})
        card = confirm.options(t.say(fp.FU_LABEL_NEW), t.say(fp.FU_WHICH_PART), [*rows, whole], room.frame)
        return say(room, card, state=room.state("ask", {"items": [item.key], "intent": "item"}))
    chosen = recommended(item, part) or (parts[0] if parts and part != NOTHING else None)
    about = t.say(fp.FU_TITLE_ON, title=clean(item.title))
    told = typed or drafted(room, wish or Wish("", asked=False), "")
    told = form.with_title(told, shorten(_plain(chosen) if chosen is not None else about, MOST_TITLE))
    number = str(parts.index(chosen) + 1) if chosen in parts else ""
    return offered(room, told, From(item, number), key_of(room))


def _plain(fact: Fact) -> str:
    """A recommendation as something to do: without its number and "at"."""
    told = _AT.sub("", clean(fact.text)).strip().rstrip(".,;")
    return told[:1].upper() + told[1:]


def of_plan(room: Room, key: str, fact: str = "") -> Outcome:
    """From a milestone of an initiative that is still ahead. Raises NotFound."""
    t, today = texts(room.lang), today_of(room)
    record = room.ports.initiatives.initiative(key, room.scene.subject)
    ahead = [(one, day) for one in dated(record) if (day := _last_day(one)) is not None and day >= today]
    ahead.sort(key=lambda pair: pair[1])
    chosen = [pair for pair in ahead if pair[0].key == fact] or (ahead if len(ahead) == 1 else [])
    if chosen:
        one, day = chosen[0]
        told = Draft(shorten(title_of(one), MOST_TITLE), due=day.isoformat())
        return offered(room, told, From(plan=record), key_of(room))
    if not ahead:
        return say(room, missing.plain(fp.FU_NO_MILESTONE, room.frame))
    rows = [
        Option(title_of(one), t.date_of(day), verbs.FOLLOWUP_NEW, {"initiative": record.key, "fact": one.key})
        for one, day in ahead[:_MOST_CHOICES]
    ]
    return say(room, confirm.options(t.say(fp.FU_LABEL_NEW), t.say(fp.FU_WHICH_MILESTONE), rows, room.frame))


def _last_day(fact: Fact) -> date | None:
    return (fact.when.last or fact.when.first) if fact.when is not None else None


def click(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """Begin a draft from a button, or make what is on the card. Raises NotFound."""
    if verb == verbs.FOLLOWUP_ADD:
        return made(room, data)
    if word(data, "initiative"):
        return of_plan(room, word(data, "initiative"), word(data, "fact"))
    item = room.ports.answers.item(word(data, "item"), room.scene.subject)
    return of_item(room, item, word(data, "part"), typed=typed(room, data))


def pending(room: Room) -> Mapping[str, Any] | None:
    """The draft that waits for a yes; None when none does."""
    waiting = room.kept.get(DRAFT)
    return waiting if isinstance(waiting, Mapping) else None


def confirmed(room: Room) -> Outcome:
    """ "Ja" to it."""
    try:
        return made(room, pending(room) or {})
    except NotFound:
        return say(room, missing.plain(p.GONE, room.frame))


def settled(room: Room) -> State | None:
    """The state without it; None when there was none."""
    if pending(room) is None:
        return None
    return room.state("ask", {name: value for name, value in room.kept.items() if name != DRAFT})


def corrected(room: Room, read: Understanding, *, who: str = "", title: str = "") -> Outcome | None:
    """The draft with what was said of it in words: who, by when, or what; None when nothing was."""
    waiting = pending(room)
    if waiting is None:
        return None
    told = typed(room, waiting)
    due = due_in(room.turn.text, today_of(room))
    changed = replace(told, responsible=who or told.responsible, title=title[:MOST_TITLE] or told.title)
    if not who and not title and due is not None:
        changed = replace(changed, due=due.day.isoformat())
    return None if changed == told else offered(room, changed, source_of(room, waiting), word(waiting, "key"))


def made(room: Room, data: Mapping[str, Any]) -> Outcome:
    """Make it; pressed twice it is made once. Raises NotFound."""
    t, subject = texts(room.lang), room.scene.subject
    key, by = word(data, "key"), word(data, "by")
    if not key:
        raise NotFound("no draft")
    if by != subject.person:
        name = name_of(room, by) or t.say(fp.FU_SOMEBODY)
        return say(room, missing.plain(fp.FU_DRAFT_OTHERS, room.frame, name=name))
    told, source = typed(room, data), source_of(room, data)
    replaces = room.turn.kind == "action"
    if word(data, "due") and not told.due:
        return offered(room, told, source, key, {"due": t.say(fp.FU_BAD_DAY)}, replaces=replaces)
    who, several = person_meant(room, told.responsible)
    chosen = next((one for one in several if one.id == word(data, "who")), None)
    if several and chosen is None and word(data, "who") != NOTHING:
        return offered(room, told, source, key, replaces=replaces)
    if chosen is not None:
        who = replace(who, text=chosen.name, person=chosen.id) if who is not None else None
    try:
        one = room.ports.follow_ups.add(
            told.title,
            subject,
            key=key,
            lang=room.lang,
            origin=_origin(source),
            responsible=who,
            due=date.fromisoformat(told.due) if told.due else None,
            recurrence=cast(Recurrence, told.recurrence) if told.recurrence else None,
            item_key=source.item.key if source.item is not None else None,
            initiative=source.plan.key if source.plan is not None else None,
            body=told.body or None,
            quote=source.quote,
        )
    except BadFollowUp as error:
        cut = form.with_title(told, told.title[:MOST_TITLE])
        return offered(room, cut, source, key, {error.field: fault(error, t)}, replaces=replaces)
    return show(room, one, t.say(fp.FU_MADE, title=named(one, t)), replaces=replaces)


def _origin(source: From) -> Origin:
    if source.item is not None:
        return "decision"
    return "milestone" if source.plan is not None else "hand"


def title_said(text: str) -> str:
    """The title behind "titlen er"; "" for none."""
    found = re.search(r"\b(?:er|skal være|is|should be)\b[\s:]*(?P<title>.+)\Z", text, re.IGNORECASE | re.DOTALL)
    return " ".join(found["title"].split()).strip(" \"'»«") if found is not None else ""
