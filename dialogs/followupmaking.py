"""A follow-up is made: understood from words, a decision or a milestone, shown to be corrected, then made once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, cast, get_args

from cards import confirm, missing, verbs
from cards import followupforms as form
from cards import followupphrases as fp
from cards import phrases as p
from cards.confirm import Option
from cards.followupforms import NOTHING, Around, Draft
from cards.followuptold import came_from, named
from cards.initiative import dated
from cards.texts import clean, shorten, texts
from cards.timeline import title_of
from dialogs.calendarshown import name_of
from dialogs.clicks import word
from dialogs.followupviews import fault, myself, person_meant, show, today_of
from dialogs.initiatives import KEPT as KEPT_INITIATIVE
from dialogs.kept import held_items, visible_items
from dialogs.replies import Room, say
from dialogs.turn import Outcome
from dialogs.understanding.followupdays import due_in
from dialogs.understanding.followupsaid import Wish, wish_in
from dialogs.understanding.understand import Understanding
from store.errors import NotFound
from store.followup_records import MOST_TITLE, BadFollowUp, DecisionRef, Origin, Recurrence
from store.records import Fact, InitiativeRecord, ItemRecord, State

DRAFT = "followup_draft"
"""Where the state keeps what was understood and not yet confirmed."""
_POINTING = re.compile(
    r"\A(?:følg op på|follow up on) (?:det|den|dette|denne|sagen|punktet|beslutningen|indstilling\w*|(?:det|den) her|"
    r"denne sag|dette punkt|denne beslutning|den beslutning|it|this|that|"
    r"(?:the|this) (?:decision|item|case|recommendations?))"
    r"\W*\Z",
    re.IGNORECASE,
)
_AT = re.compile(r"\A(?:\d+\.\s*)?(?:at|that)\s+", re.IGNORECASE)
_MOST_CHOICES = 8


@dataclass(frozen=True, slots=True)
class From:
    """What a follow-up comes from, read anew under the access rule of the moment."""

    item: ItemRecord | None = None
    part: str = ""
    plan: InitiativeRecord | None = None

    @property
    def quote(self) -> str:
        """The decision, with the approved recommendation that is meant; verbatim."""
        decided = self.item.of("decision")[:1] if self.item is not None else ()
        lines = [fact.text for fact in decided]
        chosen = recommended(self.item, self.part) if self.item is not None and self.part else None
        return "\n".join([*lines, chosen.text] if chosen is not None else lines)


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
    return _offered(room, _drafted(room, wish, body), From(), _key(room))


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
    offered = approved(item)
    if len(offered) > 1 and not part:
        said = _drafted(room, wish, "") if wish is not None else Draft()
        carried = {"item": item.key, "responsible": said.responsible, "due": said.due, "recurrence": said.recurrence}
        rows = [
            Option(shorten(_plain(fact), 150), "", verbs.FOLLOWUP_NEW, {**carried, "part": str(number)})
            for number, fact in enumerate(offered[:_MOST_CHOICES], start=1)
        ]
        whole = Option(t.say(fp.FU_WHOLE_DECISION), "", verbs.FOLLOWUP_NEW, {**carried, "part": NOTHING})
        card = confirm.options(t.say(fp.FU_LABEL_NEW), t.say(fp.FU_WHICH_PART), [*rows, whole], room.frame)
        return say(room, card, state=room.state("ask", {"items": [item.key], "intent": "item"}))
    chosen = recommended(item, part) or (offered[0] if offered and part != NOTHING else None)
    about = t.say(fp.FU_TITLE_ON, title=clean(item.title))
    told = typed or _drafted(room, wish or Wish("", asked=False), "")
    told = form.with_title(told, shorten(_plain(chosen) if chosen is not None else about, MOST_TITLE))
    number = str(offered.index(chosen) + 1) if chosen in offered else ""
    return _offered(room, told, From(item, number), _key(room))


def approved(item: ItemRecord) -> tuple[Fact, ...]:
    """The recommendations of an item whose decision approved them."""
    decided = item.of("decision")
    passed = bool(decided) and decided[0].decision_class in ("approved", "approved_with_changes")
    return item.of("recommendation") if passed else ()


def recommended(item: ItemRecord, part: str) -> Fact | None:
    """The approved recommendation of this number among them, from 1."""
    offered = approved(item)
    return offered[int(part) - 1] if part.isdecimal() and 0 < int(part) <= len(offered) else None


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
        return _offered(room, told, From(plan=record), _key(room))
    if not ahead:
        return say(room, missing.plain(fp.FU_NO_MILESTONE, room.frame))
    rows = [
        Option(title_of(one), t.date_of(day), verbs.FOLLOWUP_NEW, {"initiative": record.key, "fact": one.key})
        for one, day in ahead[:_MOST_CHOICES]
    ]
    return say(room, confirm.options(t.say(fp.FU_LABEL_NEW), t.say(fp.FU_WHICH_MILESTONE), rows, room.frame))


def _last_day(fact: Fact) -> date | None:
    return (fact.when.last or fact.when.first) if fact.when is not None else None


def _key(room: Room) -> str:
    return f"{room.turn.key.thread}/{room.turn.id}"


def _drafted(room: Room, wish: Wish, body: str) -> Draft:
    """What was said as a draft; in a personal chat what nobody was named for is one's own."""
    who = wish.who
    if not who and (wish.myself or (not room.frame.shared and wish.asked)):
        who = myself(room).text
    return Draft(wish.title, who, wish.due.isoformat() if wish.due else "", wish.recurrence or "", body)


def _offered(
    room: Room, told: Draft, source: From, key: str, faults: Mapping[str, str] | None = None, *, replaces: bool = False
) -> Outcome:
    """The draft on a card, and kept, so that "ja" makes it."""
    carried = {
        "key": key,
        "by": room.scene.subject.person or "",
        "item": source.item.key if source.item is not None else "",
        "part": source.part,
        "initiative": source.plan.key if source.plan is not None else "",
    }
    around = _around(room, told, source, carried, faults or {})
    kept = {name: value for name, value in room.kept.items() if name not in ("pending", DRAFT)}
    state = room.state("ask", {**kept, DRAFT: {**carried, **asdict(told)}})
    return say(room, form.draft(told, around, room.frame), replaces=replaces, state=state)


def _around(room: Room, told: Draft, source: From, carried: Mapping[str, object], faults: Mapping[str, str]) -> Around:
    t = texts(room.lang)
    _, several = person_meant(room, told.responsible)
    remarks = []
    if several:
        names = t.names(one.name for one in several)
        remarks.append(t.say(fp.FU_DRAFT_SEVERAL, name=told.responsible, names=names))
    if told.due and date.fromisoformat(told.due) < today_of(room):
        remarks.append(t.say(fp.FU_DRAFT_PAST))
    seen = fp.FU_DRAFT_ITEM if source.item is not None else fp.FU_DRAFT_OPEN if room.frame.shared else fp.FU_DRAFT_OWN
    rows = []
    if source.item is not None:
        rows.append((t.say(fp.FU_ROW_ITEM), came_from(_reference(source.item), t)))
    if source.plan is not None:
        rows.append((t.say(fp.FU_ROW_PLAN), clean(source.plan.title)))
    return Around(
        t.say(fp.FU_DRAFT_ASK if told.title else fp.FU_DRAFT_WHAT),
        carried,
        rows,
        source.quote,
        _bodies(room) if source.item is None else (),
        [(one.name, one.id) for one in several],
        [*remarks, t.say(seen)],
        faults,
    )


def _reference(item: ItemRecord) -> DecisionRef:
    return DecisionRef(None, item.key, item.number, item.title, item.case_number, item.meeting.date, item.meeting.body)


def _bodies(room: Room) -> list[tuple[str, str]]:
    """Names and keys of the bodies that the person is a member or secretary of."""
    own = {grant.body for grant in room.scene.subject.grants if grant.role in ("member", "secretary")}
    found = room.ports.bodies.bodies(room.scene.subject)
    return [(one.name, one.key) for one in found if None in own or one.key in own][:30]


def click(room: Room, verb: str, data: Mapping[str, Any]) -> Outcome:
    """Begin a draft from a button, or make what is on the card. Raises NotFound."""
    if verb == verbs.FOLLOWUP_ADD:
        return made(room, data)
    if word(data, "initiative"):
        return of_plan(room, word(data, "initiative"), word(data, "fact"))
    item = room.ports.answers.item(word(data, "item"), room.scene.subject)
    return of_item(room, item, word(data, "part"), typed=_typed(room, data))


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
    told = _typed(room, waiting)
    due = due_in(room.turn.text, today_of(room))
    changed = replace(told, responsible=who or told.responsible, title=title[:MOST_TITLE] or told.title)
    if not who and not title and due is not None:
        changed = replace(changed, due=due.day.isoformat())
    return None if changed == told else _offered(room, changed, _source(room, waiting), word(waiting, "key"))


def _typed(room: Room, data: Mapping[str, Any]) -> Draft:
    """What a card or the state brought back; days may have been written in words."""
    day = word(data, "due")
    try:
        due = date.fromisoformat(day).isoformat() if day else ""
    except ValueError:
        said = due_in(day, today_of(room))
        due = said.day.isoformat() if said is not None else ""
    rhythm, body = word(data, "recurrence"), word(data, "body")
    return Draft(
        _whole(data, "title"),
        word(data, "responsible")[:200],
        due,
        rhythm if rhythm in get_args(Recurrence) else "",
        body if body in {key for _, key in _bodies(room)} else "",
    )


def _whole(data: Mapping[str, Any], name: str) -> str:
    value = data.get(name)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _source(room: Room, data: Mapping[str, Any]) -> From:
    """What the draft comes from. Raises NotFound for what is not, or no longer, the person's to read."""
    item, plan = word(data, "item"), word(data, "initiative")
    return From(
        room.ports.answers.item(item, room.scene.subject) if item else None,
        word(data, "part"),
        room.ports.initiatives.initiative(plan, room.scene.subject) if plan else None,
    )


def made(room: Room, data: Mapping[str, Any]) -> Outcome:
    """Make it; pressed twice it is made once. Raises NotFound."""
    t, subject = texts(room.lang), room.scene.subject
    key, by = word(data, "key"), word(data, "by")
    if not key:
        raise NotFound("no draft")
    if by != subject.person:
        name = name_of(room, by) or t.say(fp.FU_SOMEBODY)
        return say(room, missing.plain(fp.FU_DRAFT_OTHERS, room.frame, name=name))
    told, source = _typed(room, data), _source(room, data)
    replaces = room.turn.kind == "action"
    if word(data, "due") and not told.due:
        return _offered(room, told, source, key, {"due": t.say(fp.FU_BAD_DAY)}, replaces=replaces)
    who, several = person_meant(room, told.responsible)
    chosen = next((one for one in several if one.id == word(data, "who")), None)
    if several and chosen is None and word(data, "who") != NOTHING:
        return _offered(room, told, source, key, replaces=replaces)
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
        return _offered(room, cut, source, key, {error.field: fault(error, t)}, replaces=replaces)
    return show(room, one, t.say(fp.FU_MADE, title=named(one, t)), replaces=replaces)


def _origin(source: From) -> Origin:
    if source.item is not None:
        return "decision"
    return "milestone" if source.plan is not None else "hand"


def typed_draft(room: Room, data: Mapping[str, Any]) -> Draft:
    """What was typed on a card of a follow-up that is not made yet."""
    return _typed(room, data)


def title_said(text: str) -> str:
    """The title behind "titlen er"; "" for none."""
    found = re.search(r"\b(?:er|skal være|is|should be)\b[\s:]*(?P<title>.+)\Z", text, re.IGNORECASE | re.DOTALL)
    return " ".join(found["title"].split()).strip(" \"'»«") if found is not None else ""
