"""The card of an initiative: what it is, how far it is, its line of time, who does what, goals, decisions and lists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cards import phrases as p
from cards import verbs
from cards.answer import shared_line, with_shared_line
from cards.initiativeparts import ITEMS, Told, decided, goals, lists, roles
from cards.origin import KINDS, cited, closed_mark
from cards.parts import (
    Frame,
    Node,
    Prompt,
    Rendered,
    Sheet,
    execute,
    eyebrow,
    label,
    notice,
    open_url,
    quote,
    rich,
    row,
    run,
)
from cards.places import link, source_name
from cards.prompts import prompts
from cards.texts import Texts, clean, shorten, texts
from cards.timeline import Entry, distance, drawn, entries, entry_said, next_one
from cards.whens import when_said
from store.records import Fact, InitiativeRecord, ItemRecord

DATES = 8
"""Entries of the line of time on the overview; the rest is behind a button."""
_ABOUT, _STATUS = 700, 500


def first_sentence(record: InitiativeRecord, t: Texts, *, status_asked: bool = False) -> str:
    """What the card is: the newest status with its day, that there is none, or what the documents say."""
    title = t.quoted(record.title)
    if status_asked and not record.reports and not record.status:
        return t.say(p.STATUS_NONE_OF, title=title)
    newest = record.reports[0] if record.reports else None
    if newest is not None and newest.on is not None:
        return t.say(p.STATUS_IS, title=title, date=newest.on)
    return t.say(p.OVERVIEW_IS, title=title)


def overview(
    record: InitiativeRecord,
    items: Sequence[ItemRecord],
    today: date,
    frame: Frame,
    noted: Sequence[str] = (),
    *,
    status_asked: bool = False,
) -> Rendered:
    """The whole card. `items` are the decisions about it that the reader may see; `noted` are remarks."""
    t = texts(frame.lang)
    told = Told(Sheet(t, full=True))
    told.sheet.add(eyebrow(t.say(KINDS[record.kind])), closed_mark(record.closed, t))
    first = first_sentence(record, t, status_asked=status_asked)
    told.say(rich(run(first, bold=True, large=True), spacing="Small"), first)
    for remark in noted:
        told.say(notice(remark), remark)
    _about(told, record)
    if first != t.say(p.STATUS_NONE_OF, title=t.quoted(record.title)):
        _status(told, record)
    _dates(told, record, today)
    roles(told, record)
    goals(told, record)
    decided(told, items)
    lists(told, record)
    _source(told, record, frame)
    text = "\n".join(told.lines)
    told.sheet.add(shared_line(frame, t))
    return Rendered(
        text=with_shared_line(text, frame, t),
        card=told.sheet.build(text),
        prompts=next_questions(record, t),
        sources=cited(told.facts, frame, t),
        items=tuple(dict.fromkeys([*(item.key for item in items[:ITEMS]), *(f.item for f in told.facts if f.item)])),
        documents=documents_of(record, told.facts),
    )


def next_questions(record: InitiativeRecord, t: Texts, *but: object) -> tuple[Prompt, ...]:
    """What can be asked next of this initiative, other than what was just answered."""
    wanted = [
        *([p.ASK_WHO] if record.responsibilities else []),
        *([p.ASK_MILESTONES] if record.milestones else []),
        *([p.ASK_GOAL] if record.goals else []),
        p.ASK_STATUS,
        p.ASK_INITIATIVES,
    ]
    return prompts([phrase for phrase in wanted if phrase not in but], t)


def documents_of(record: InitiativeRecord, facts: Sequence[Fact]) -> tuple[str, ...]:
    """Ids of the documents whose text is shown."""
    own = [record.document.id] if record.document is not None else []
    return tuple(dict.fromkeys([*own, *(fact.document.id for fact in facts)]))


def _about(told: Told, record: InitiativeRecord) -> None:
    t = told.sheet.t
    if record.about is not None:
        text = shorten(clean(record.about.text), _ABOUT)
        told.facts.append(record.about)
        told.say(quote([text]), t.quoted(text))
    owner = clean(record.owner or "")
    if owner:
        told.say(row(t.say(p.LABEL_OWNER), owner), f"{t.say(p.LABEL_OWNER)}: {owner}")
    else:
        told.say(notice(t.say(p.OWNER_NONE)), t.say(p.OWNER_NONE))


def _status(told: Told, record: InitiativeRecord) -> None:
    """The newest report verbatim with its day and source; that there is none."""
    t = told.sheet.t
    if not record.reports:
        if record.status:
            name, status = t.say(p.STATUS_LAST), clean(record.status)
            told.say(row(name, status), f"{name}: {status}")
        else:
            told.say(notice(t.say(p.STATUS_NONE)), t.say(p.STATUS_NONE))
        return
    newest, earlier = record.reports[0], len(record.reports) - 1
    name = t.say(p.STATUS_ON, date=newest.on) if newest.on else t.say(p.STATUS_LAST)
    text = shorten(clean(newest.fact.text), _STATUS)
    told.facts.append(newest.fact)
    told.sheet.add(label(name), quote([text]))
    told.lines.append(f"{name}: {t.quoted(text)}")
    if record.document is None or newest.fact.document.id != record.document.id:
        source = source_name(newest.fact.document, newest.fact.page, t)
        told.say(notice(f"{t.say(p.LABEL_SOURCE)}: {source}"), f"{t.say(p.LABEL_SOURCE)}: {source}")
    if earlier:
        told.say(notice(t.say(p.EARLIER_REPORTS, count=earlier)), t.say(p.EARLIER_REPORTS, count=earlier))


def _dates(told: Told, record: InitiativeRecord, today: date) -> None:
    """The next date set off, then the line of time; that the source has none."""
    t = told.sheet.t
    line = entries(dated(record), today)
    if not line:
        told.say(notice(t.say(p.TIMES_NONE)), t.say(p.TIMES_NONE))
        return
    coming = next_one(line)
    if coming is not None and coming.when is not None:
        said, far = when_said(coming.when, t), distance(coming.when, today, t)
        value = f"{t.quoted(shorten(coming.title, 120))}, {said}" + (f" ({far})" if far else "")
        node: Node = {"type": "Container", "style": "accent", "items": [row(t.say(p.LABEL_NEXT), value)]}
        told.say({**node, "spacing": "Medium"}, f"{t.say(p.LABEL_NEXT)}: {value}")
    elif all(entry.state in ("past", "unknown") for entry in line) and any(entry.state == "past" for entry in line):
        told.say(notice(t.say(p.TIMES_PAST)), t.say(p.TIMES_PAST))
    shown = _window(line)
    told.sheet.add({**label(t.say(p.LABEL_TIMELINE)), "separator": True})
    told.sheet.add(*drawn(shown, today, t))
    told.lines.append(f"{t.say(p.LABEL_TIMELINE)}:")
    told.lines += [f"– {entry_said(entry, today, t)}" for entry in line]
    told.facts += [entry.fact for entry in line]
    if len(shown) < len(line):
        told.sheet.press(execute(t.say(p.BUTTON_TIMES), verbs.TIMES, {"initiative": record.key, "from": 0}))


def _window(line: list[Entry]) -> list[Entry]:
    """The entries that fit: of a longer line those around today, one passed among them."""
    if len(line) <= DATES:
        return line
    open_ones = [number for number, entry in enumerate(line) if entry.state in ("now", "next", "ahead")]
    start = max((open_ones[0] if open_ones else len(line)) - 1, 0)
    return line[min(start, len(line) - DATES) :][:DATES]


def dated(record: InitiativeRecord) -> list[Fact]:
    """Milestones, and phases with times of their own that are none of them."""
    own = list(record.milestones)
    parts = [part for one in record.lists for part in one.parts if part.when is not None]
    for part in parts:
        if not any(_same(part, known) for known in own):
            own.append(part)
    return own


def _same(part: Fact, known: Fact) -> bool:
    """Whether two facts tell one date: the days are the same, and what one is called stands in the other."""
    if part.when is None or known.when is None or part.document.id != known.document.id:
        return False
    names = [clean(part.title or part.text).casefold(), clean(known.title or known.text).casefold()]
    within = names[0] in names[1] or names[1] in names[0] or part.text in known.text or known.text in part.text
    return within and (part.when.first, part.when.last) == (known.when.first, known.when.last)


def _source(told: Told, record: InitiativeRecord, frame: Frame) -> None:
    t = told.sheet.t
    if record.document is None:
        return
    name = source_name(record.document, record.page, t)
    node = row(t.say(p.LABEL_SOURCE), name)
    told.say({**node, "separator": True, "spacing": "Large"}, f"{t.say(p.LABEL_SOURCE)}: {name}")
    url = link(record.document, frame.hosts)
    if url:
        told.sheet.press(open_url(t.say(p.BUTTON_SOURCE), url))
