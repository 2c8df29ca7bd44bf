"""The answer to a question: one sentence, the verbatim text by its label, where it stands, and what to ask next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from cards import phrases as p
from cards import verbs
from cards.grammar import definite
from cards.parts import (
    Frame,
    Node,
    Rendered,
    Sheet,
    Source,
    execute,
    eyebrow,
    label,
    notice,
    open_url,
    overflow,
    quote,
    rich,
    row,
    run,
)
from cards.prompts import after_answer
from cards.sentences import (
    LABELS,
    class_name,
    fact_sentence,
    no_decision_sentence,
    not_stated_sentence,
    recommended,
)
from cards.texts import Texts, clean, shorten, texts
from store.records import DocumentRef, Fact, Finding, Intent, ItemRecord

_QUOTE = 1500
"""Characters of one quote in an answer; the rest is behind the button for the whole item."""
_TEXT_QUOTE = 600
_NUMBER = re.compile(r"\d{1,2}\. ")
_VOTES = re.compile(r"\b(?:stemte|stemmer|voted|votes|vote|imod|against)\b", re.IGNORECASE)


def link(document: DocumentRef, hosts: frozenset[str]) -> str | None:
    """The document's address when it is https and its host is one that may be linked to."""
    if not document.source_url:
        return None
    try:
        parts = urlsplit(document.source_url)
        if parts.scheme != "https" or parts.username or parts.password or parts.port not in (None, 443):
            return None
    except ValueError:
        return None
    return document.source_url if (parts.hostname or "") in hosts else None


def source_name(document: DocumentRef, page: int | None, t: Texts) -> str:
    """ "Referat fra Direktionen, side 4"."""
    title = clean(document.title)
    return f"{title}, {t.say(p.PAGE, page=page)}" if page is not None else title


def citation(fact: Fact, frame: Frame, t: Texts) -> Source:
    """The fact's source within the channel's limits (name 80, abstract 160 characters)."""
    name = shorten(source_name(fact.document, fact.page, t), 78)
    return Source(name, shorten(clean(fact.text), 158), link(fact.document, frame.hosts))


def numbered(facts: Sequence[Fact]) -> list[str]:
    """Recommendations as numbered lines; a single one without a number stays as it is."""
    return [f"{fact.ordinal}. {fact.text}" if fact.ordinal is not None else fact.text for fact in facts]


def recommendations_of(finding: Finding, fact: Fact) -> tuple[Fact, ...]:
    """The recommendations that belong to the answering fact's item."""
    given = tuple(each for each in finding.facts if each.kind == "recommendation" and each.item == fact.item)
    if finding.item is not None and finding.item.key == fact.item:
        return finding.item.of("recommendation") or given
    return given


def answer(finding: Finding, intent: Intent, frame: Frame, *, asked: str = "") -> Rendered:
    """Render a finding that has facts: answered, not_stated or no_decision.

    `asked` is the question as typed: votes asked for and not recorded are said to be missing.
    """
    t = texts(frame.lang)
    fact = finding.facts[0]
    recs = recommendations_of(finding, fact)
    sentence = _sentence(finding, fact, recs, intent, t)
    remarks = _remarks(finding, fact, asked, t)
    blocks = _blocks(finding, fact, recs, intent, t)
    sheet = Sheet(t)
    sheet.add(
        eyebrow(t.say(LABELS[fact.kind])),
        closed_badge(fact.closed, t),
        rich(run(sentence, bold=True, large=True), spacing="Small"),
    )
    for remark in remarks:
        sheet.add(notice(remark))
    cut = False
    for name, paragraphs in blocks:
        short, was_cut = _within(paragraphs, _QUOTE)
        cut = cut or was_cut
        # A label that only repeats the heading is left out.
        sheet.add(label(name) if name != t.say(LABELS[fact.kind]) else None, quote(short))
    if cut:
        sheet.add(notice(t.say(p.TEXT_GOES_ON if fact.item else p.TEXT_CUT)))
    for node in place_rows(finding.item, fact, t):
        sheet.add(node)
    sheet.press(*buttons(finding.item, fact, frame, t))
    spoken = _spoken(sentence, remarks, blocks, fact, t)
    sheet.add(shared_line(frame, t))
    return Rendered(
        text=with_shared_line(spoken, frame, t),
        card=sheet.build(spoken),
        prompts=after_answer(finding, intent, t),
        sources=(citation(fact, frame, t),),
        items=shown_items(finding),
        documents=tuple(dict.fromkeys(each.document.id for each in finding.facts)),
    )


def shown_items(finding: Finding) -> tuple[str, ...]:
    """Keys of the items whose text the message shows."""
    keys = [each.item for each in finding.facts] + ([finding.item.key] if finding.item else [])
    return tuple(dict.fromkeys(key for key in keys if key))


def shared_line(frame: Frame, t: Texts) -> Node | None:
    """In a channel or group every message ends with the same line, hit or no hit."""
    return notice(t.say(p.ALSO_PERSONAL)) if frame.shared else None


def with_shared_line(text: str, frame: Frame, t: Texts) -> str:
    """The text form with that line."""
    return f"{text}\n\n{t.say(p.ALSO_PERSONAL)}" if frame.shared else text


def closed_badge(closed: bool, t: Texts) -> Node | None:
    """Closed matter is marked in words, for those who may see it."""
    return rich(run(t.say(p.CLOSED_ITEM), bold=True, warn=True), spacing="Small") if closed else None


def _sentence(finding: Finding, fact: Fact, recs: tuple[Fact, ...], intent: Intent, t: Texts) -> str:
    if finding.status == "not_stated":
        return not_stated_sentence(intent, finding, t)
    if finding.status == "no_decision":
        return no_decision_sentence(finding.item, fact, t)
    decided = finding.item.of("decision")[:1] if finding.item is not None else ()
    meeting = finding.item.meeting if finding.item is not None else next(iter(finding.meetings), None)
    return fact_sentence(fact, recs, intent, t, decided[0] if decided else None, meeting)


def _remarks(finding: Finding, fact: Fact, asked: str, t: Texts) -> list[str]:
    remarks = [
        t.say(p.READ_AS, typed=t.quoted(typed), read=t.quoted(read))
        for typed, read in finding.corrected
        if typed != read
    ]
    if _VOTES.search(asked) and fact.kind == "decision" and not fact.dissent:
        remarks.append(t.say(p.NOT_STATED_VOTES))
    if finding.status in ("not_stated", "no_decision"):
        remarks.append(t.say(p.NEAREST_IS))
    return remarks


def _blocks(
    finding: Finding, fact: Fact, recs: tuple[Fact, ...], intent: Intent, t: Texts
) -> list[tuple[str, list[str]]]:
    """Labelled verbatim text, in the order in which it is shown."""
    if fact.kind == "decision":
        return _decision_blocks(finding, fact, recs, t)
    if fact.kind == "recommendation":
        shown = [each for each in recs if each.by == fact.by] or [fact]
        if fact not in shown:
            shown = [fact, *shown]
        return [(recommendation_label(fact, t), numbered(shown)), *_outcome(finding, fact, t)]
    same = [each for each in finding.facts if each.kind == fact.kind and each.item == fact.item]
    if fact.kind == "meeting":
        # Time and place are one statement without a label; members and absent have one each.
        same = [each for each in same if each.label] if intent == "attendance" and fact.label else [fact]
    name = fact.label or t.say(LABELS[fact.kind])
    return [(name, [each.text for each in same])]


def recommendation_label(fact: Fact, t: Texts) -> str:
    """ "Indstilling fra Økonomi og Administration"."""
    return t.say(p.LABEL_RECOMMENDATION_BY, by=fact.by) if fact.by else t.say(p.LABEL_RECOMMENDATION)


def decision_label(fact: Fact, t: Texts) -> str:
    """ "Beslutning: Godkendt som indstillet", in the reader's language."""
    named = class_name(fact, t)
    return f"{t.say(p.LABEL_DECISION)}: {named}" if named else t.say(p.LABEL_DECISION)


def _decision_blocks(finding: Finding, fact: Fact, recs: tuple[Fact, ...], t: Texts) -> list[tuple[str, list[str]]]:
    blocks = [(decision_label(fact, t), [fact.text])]
    blocks += [
        (f"{decision_label(other, t)} ({definite(other.by or other.body or '')})", [other.text])
        for other in finding.facts[1:]
        if other.kind == "decision" and other.item == fact.item
    ]
    if fact.dissent and fact.dissent not in fact.text:
        blocks.append((t.say(p.LABEL_DISSENT), [fact.dissent]))
    if recommended(fact, recs):
        blocks += recommendation_blocks(recs, t)
    return blocks


def recommendation_blocks(recs: Sequence[Fact], t: Texts) -> list[tuple[str, list[str]]]:
    """Recommendations by who recommends, in document order."""
    blocks: list[tuple[str, list[str]]] = []
    for by in dict.fromkeys(each.by for each in recs):
        group = [each for each in recs if each.by == by]
        blocks.append((recommendation_label(group[0], t), numbered(group)))
    return blocks


def _outcome(finding: Finding, fact: Fact, t: Texts) -> list[tuple[str, list[str]]]:
    """After a recommendation: what was decided on it, so that the two are not taken for each other."""
    if finding.item is None or finding.item.key != fact.item:
        return []
    return [(decision_label(each, t), [each.text]) for each in finding.item.of("decision")[:1]]


def outside(paragraph: str, t: Texts) -> str:
    """The paragraph in quotation marks; the number that we put before it stays outside them."""
    number = _NUMBER.match(paragraph)
    return f"{number.group()}{t.quoted(paragraph[number.end() :])}" if number else t.quoted(paragraph)


def _within(paragraphs: Iterable[str], limit: int) -> tuple[list[str], bool]:
    """The paragraphs within so many characters in all, and whether something was left out."""
    out: list[str] = []
    left, cut = limit, False
    for text in paragraphs:
        if left < 80:
            return out, True
        short = shorten(text, left)
        cut = cut or short != text
        out.append(short)
        left -= len(short)
    return out, cut


def place_rows(item: ItemRecord | None, fact: Fact, t: Texts) -> list[Node]:
    """Where it stands: item, meeting, case number, source with page."""
    rows: list[Node] = []
    if fact.item_title:
        title = (
            t.say(p.NUMBERED, number=fact.item_number, title=fact.item_title) if fact.item_number else fact.item_title
        )
        rows.append(row(t.say(p.LABEL_ITEM), title))
    if fact.body or fact.meeting_date:
        parts = [definite(fact.body)] if fact.body else []
        parts += [t.date_of(fact.meeting_date)] if fact.meeting_date else []
        rows.append(row(t.say(p.LABEL_MEETING), ", ".join(parts)))
    if fact.case_number:
        rows.append(row(t.say(p.LABEL_CASE), fact.case_number))
    if fact.target and fact.decision_class in ("postponed", "referred"):
        name = p.LABEL_POSTPONED_TO if fact.decision_class == "postponed" else p.LABEL_REFERRED_TO
        rows.append(row(t.say(name), fact.target))
    rows.append(row(t.say(p.LABEL_SOURCE), source_name(fact.document, fact.page, t)))
    rows[0] = {**rows[0], "spacing": "Large", "separator": True}
    return rows


def buttons(item: ItemRecord | None, fact: Fact, frame: Frame, t: Texts) -> list[Node]:
    """What can be seen more of: the whole item, its attachments, the course of its case, related decisions."""
    out: list[Node] = []
    if fact.item:
        data = {"item": fact.item}
        out.append(execute(t.say(p.BUTTON_ITEM), verbs.ITEM, data))
        if item is not None and item.key == fact.item and item.attachments:
            out.append(execute(t.say(p.BUTTON_ATTACHMENTS), verbs.ATTACHMENTS, data))
        if fact.case_number:
            out.append(execute(t.say(p.BUTTON_COURSE), verbs.COURSE, data))
        out.append(execute(t.say(p.BUTTON_RELATED), verbs.RELATED, data))
    url = link(fact.document, frame.hosts)
    if url:
        out.append(open_url(t.say(p.BUTTON_SOURCE), url))
    return overflow(out)


def _spoken(
    sentence: str, remarks: Sequence[str], blocks: Sequence[tuple[str, list[str]]], fact: Fact, t: Texts
) -> str:
    """The answer as text that stands alone: sentence, quotes by label, source."""
    lines = [sentence, *remarks]
    for name, paragraphs in blocks:
        short, cut = _within(paragraphs, _TEXT_QUOTE)
        quoted = "\n".join(outside(each, t) for each in short)
        lines.append(t.say(p.CLASS_IN_TEXT, label=name, text="") + (" " if len(short) == 1 else "\n") + quoted)
        if cut:
            lines.append(t.say(p.TEXT_GOES_ON if fact.item else p.TEXT_CUT))
    lines.append(t.say(p.SOURCE_LINE, source=source_name(fact.document, fact.page, t)))
    return "\n".join(lines)
