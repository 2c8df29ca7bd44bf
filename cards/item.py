"""A whole agenda item: its sections by their labels, what was recommended and decided, where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from cards import meetingphrases as mp
from cards import phrases as p
from cards import verbs
from cards.answer import closed_badge, shared_line, with_shared_line
from cards.blocks import decision_label, outside, recommendation_blocks
from cards.grammar import definite
from cards.parts import Frame, Rendered, Sheet, Source, execute, eyebrow, label, notice, open_url, quote, rich, row, run
from cards.places import follow_up, is_draft, link, source_name
from cards.prompts import about_item, beside_buttons, prompts
from cards.sentences import label_of, meeting_day
from cards.texts import Texts, clean, shorten, texts
from store.records import Fact, FactKind, ItemRecord

_SECTION = 3500
_SPOKEN = 700
_ORDER: tuple[FactKind, ...] = ("background", "finance", "assessment")


def _sections(item: ItemRecord, t: Texts) -> list[tuple[str, list[str]]]:
    """Decision first, then the recommendation it refers to, then the case text as printed."""
    blocks = [(_decided(fact, t), [fact.text]) for fact in item.of("decision")]
    dissent = [fact.dissent for fact in item.of("decision") if fact.dissent and fact.dissent not in fact.text]
    blocks += [(t.say(p.LABEL_DISSENT), [each]) for each in dissent]
    blocks += recommendation_blocks(item.of("recommendation"), t)
    blocks += [(label_of(fact, t), [fact.text]) for kind in _ORDER for fact in item.of(kind)]
    return blocks


def _decided(fact: Fact, t: Texts) -> str:
    """The decision's label, with the body where it is another than the one that met."""
    if fact.by and fact.body and definite(fact.by).casefold() != definite(fact.body).casefold():
        return f"{decision_label(fact, t)} ({definite(fact.by)})"
    return decision_label(fact, t)


def _first(item: ItemRecord, t: Texts) -> str:
    title = t.quoted(item.title)
    if item.number and item.meeting.date and item.meeting.body:
        body = definite(item.meeting.body)
        return t.say(p.ITEM_SHOWN, number=item.number, body=body, date=item.meeting.date, title=title)
    return t.say(p.ITEM_SHOWN_PLAIN, title=title)


def whole(item: ItemRecord, frame: Frame) -> Rendered:
    """The item with all sections the reader may see."""
    t = texts(frame.lang)
    sentence = _first(item, t)
    sheet = Sheet(t, full=True)
    sheet.add(
        eyebrow(t.say(p.LABEL_ITEM)),
        closed_badge(item.closed, t),
        rich(run(sentence, bold=True, large=True), spacing="Small"),
    )
    draft = t.say(mp.MIN_IS_DRAFT) if is_draft(item.document) else ""
    sheet.add(notice(draft) if draft else None)
    blocks = _sections(item, t)
    for name, paragraphs in blocks:
        sheet.add(label(name), quote([shorten(text, _SECTION) for text in paragraphs]))
    if not item.of("decision"):
        sheet.add(notice(_undecided(item, t)))
    if item.attachments:
        sheet.add(label(t.say(p.LABEL_ATTACHMENTS)), quote(_attached(item, t)))
    _place(sheet, item, frame)
    spoken = _spoken(f"{sentence}\n{draft}" if draft else sentence, blocks, item, t)
    sheet.add(shared_line(frame, t))
    return Rendered(
        text=with_shared_line(spoken, frame, t),
        card=sheet.build(spoken),
        prompts=prompts([*beside_buttons(about_item(item, "item")), p.ASK_LATEST, p.ASK_UPCOMING], t),
        sources=_sources(item, frame, t),
        items=(item.key,),
        documents=(item.document.id,) if item.document else (),
    )


def _attached(item: ItemRecord, t: Texts) -> list[str]:
    lines = []
    for each in item.attachments[:20]:
        line = f"{each.number}: {each.title}" if each.number else each.title
        lines.append(f"{line} ({t.say(p.CLOSED_ATTACHMENT)})" if each.closed else line)
    return lines


def _undecided(item: ItemRecord, t: Texts) -> str:
    """What is said in the place of a decision."""
    if item.closed and not item.facts:
        return t.say(p.DECISION_NOT_PUBLIC)
    return t.say(p.ON_AGENDA_LINE if _on_agenda(item) else p.NO_DECISION_LINE)


def _on_agenda(item: ItemRecord) -> bool:
    return item.document is not None and item.document.kind in ("agenda", "supplement")


def _place_lines(item: ItemRecord, t: Texts) -> list[tuple[str, str]]:
    """Meeting, who decides, case number and source, each with its label."""
    meeting = ", ".join(part for part in (definite(item.meeting.body), meeting_day(item.meeting, t)) if part)
    source = source_name(item.document, item.page, t) if item.document else ""
    lines = [
        (t.say(p.LABEL_MEETING), meeting),
        (t.say(p.LABEL_DECIDED_BY), item.decided_by or ""),
        (t.say(p.LABEL_CASE), item.case_number or ""),
        (t.say(p.LABEL_SOURCE), source),
    ]
    return [(name, clean(value)) for name, value in lines if value]


def _place(sheet: Sheet, item: ItemRecord, frame: Frame) -> None:
    t = sheet.t
    for number, (name, value) in enumerate(_place_lines(item, t)):
        node = row(name, value)
        sheet.add(node if number else {**node, "separator": True, "spacing": "Large"})
    data = {"item": item.key}
    if item.attachments:
        sheet.press(execute(t.say(p.BUTTON_ATTACHMENTS), verbs.ATTACHMENTS, data))
    if item.case_number:
        sheet.press(execute(t.say(p.BUTTON_COURSE), verbs.COURSE, data))
    sheet.press(*follow_up(item, frame, t), execute(t.say(p.BUTTON_RELATED), verbs.RELATED, data))
    url = link(item.document, frame.hosts) if item.document else None
    if url:
        sheet.press(open_url(t.say(p.BUTTON_SOURCE), url))


def _spoken(sentence: str, blocks: Sequence[tuple[str, list[str]]], item: ItemRecord, t: Texts) -> str:
    lines = [sentence]
    for name, paragraphs in blocks:
        # A secretary's own wording is no quote of the minutes.
        own = name == t.say(p.LABEL_PUBLIC)
        quoted = " ".join(shorten(text, _SPOKEN) if own else outside(shorten(text, _SPOKEN), t) for text in paragraphs)
        lines.append(t.say(p.CLASS_IN_TEXT, label=name, text=quoted))
    if not item.of("decision"):
        lines.append(f"{_undecided(item, t)}.")
    lines += [f"{name}: {value}" for name, value in _place_lines(item, t)]
    return "\n".join(lines)


def _sources(item: ItemRecord, frame: Frame, t: Texts) -> tuple[Source, ...]:
    if item.document is None:
        return ()
    name = shorten(source_name(item.document, item.page, t), 78)
    return (Source(name, shorten(clean(item.title), 158), link(item.document, frame.hosts)),)
