"""All dates of one initiative as a line of time, and what is next or lacking among them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cards import followupphrases as fp
from cards import phrases as p
from cards import verbs
from cards.answer import shared_line, with_shared_line
from cards.duelist import PAGE, Span, period_data
from cards.initiative import documents_of, next_questions
from cards.origin import buttons_for, cited
from cards.parts import Frame, Node, Rendered, Sheet, execute, eyebrow, label, notice, rich, row, run
from cards.places import source_name
from cards.texts import Texts, texts
from cards.timeline import Entry, distance, drawn, entries, entry_said, next_one
from cards.whens import when_said
from store.records import Fact, InitiativeRecord


def times(record: InitiativeRecord, facts: Sequence[Fact], span: Span, today: date, frame: Frame) -> Rendered:
    """The dates of an initiative, those of a period when one was asked for."""
    t = texts(frame.lang)
    line = entries(facts, today)
    shown = line[span.start : span.start + PAGE]
    last = span.start + len(shown)
    told = _sentence(record, sum(entry.when is not None for entry in line), t.period(span.since, span.until), t)
    sheet = Sheet(t, full=True)
    sheet.add(eyebrow(t.say(p.LABEL_DUE)), rich(run(told, bold=True, large=True), spacing="Small"))
    lines = [told]
    coming = _coming(line, today, t)
    if coming:
        node: Node = {"type": "Container", "style": "accent", "items": [row(t.say(p.LABEL_NEXT), coming)]}
        sheet.add({**node, "spacing": "Medium"})
        lines.append(f"{t.say(p.LABEL_NEXT)}: {coming}")
    elif line and all(entry.state in ("past", "unknown") for entry in line):
        sheet.add(notice(t.say(p.TIMES_PAST)))
        lines.append(t.say(p.TIMES_PAST))
    if len(shown) < len(line):
        sheet.add(notice(t.say(p.SHOWING_PARTS, first=span.start + 1, last=last, count=len(line))))
    if shown:
        sheet.add(label(t.say(p.LABEL_TIMELINE)), *drawn(shown, today, t))
    lines += [f"– {entry_said(entry, today, t)}" for entry in line]
    for name, value in _sources([entry.fact for entry in line], t):
        sheet.add(row(name, value))
        lines.append(f"{name}: {value}")
    if last < len(line):
        data = {"initiative": record.key, **period_data(span), "from": last}
        sheet.press(execute(t.say(p.BUTTON_REST), verbs.TIMES, data))
    if frame.follows and any(entry.state in ("now", "next", "ahead") for entry in line):
        sheet.press(execute(t.say(fp.FU_BUTTON_MILESTONE), verbs.FOLLOWUP_NEW, {"initiative": record.key, "fact": ""}))
    sheet.press(*buttons_for(record, line[0].fact.document if line else record.document, frame, t))
    sheet.add(shared_line(frame, t))
    text = "\n".join(lines)
    return Rendered(
        text=with_shared_line(text, frame, t),
        card=sheet.build(text),
        prompts=next_questions(record, t, p.ASK_MILESTONES),
        sources=cited([entry.fact for entry in line], frame, t),
        items=tuple(dict.fromkeys(entry.fact.item for entry in line if entry.fact.item)),
        documents=documents_of(record, [entry.fact for entry in line]),
    )


def _sentence(record: InitiativeRecord, count: int, when: str, t: Texts) -> str:
    title = t.quoted(record.title)
    if not count:
        return t.say(p.DUE_NONE_OF, title=title, when=when)
    return t.say(p.DUE_FOUND_OF, title=title, count=count, when=when)


def _coming(line: Sequence[Entry], today: date, t: Texts) -> str:
    """The next date in one line; "" when none is ahead."""
    entry = next_one(line)
    if entry is None or entry.when is None:
        return ""
    far = distance(entry.when, today, t)
    return f"{t.quoted(entry.title)}, {when_said(entry.when, t)}" + (f" ({far})" if far else "")


def _sources(facts: Sequence[Fact], t: Texts) -> list[tuple[str, str]]:
    """Each place the dates stand in, once."""
    names = dict.fromkeys(source_name(fact.document, fact.page, t) for fact in facts)
    return [(t.say(p.LABEL_SOURCE), name) for name in names]
