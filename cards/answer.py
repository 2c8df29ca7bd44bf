"""The answer to a question: one sentence, the verbatim text by its label, where it stands, and what to ask next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cards import meetingphrases as mp
from cards import phrases as p
from cards.blocks import (
    asks_votes,
    decision_blocks,
    numbered,
    outcome_blocks,
    outside,
    recommendation_label,
    vote_blocks,
    votes_sentence,
)
from cards.parts import (
    Frame,
    Node,
    Rendered,
    Sheet,
    eyebrow,
    label,
    notice,
    quote,
    rich,
    run,
)
from cards.places import buttons, citation, is_draft, is_public_wording, place_lines, place_rows
from cards.prompts import after_answer
from cards.sentences import (
    LABELS,
    fact_sentence,
    label_of,
    no_decision_sentence,
    not_stated_sentence,
)
from cards.texts import Texts, shorten, texts
from store.records import Fact, Finding, Intent

_QUOTE = 1500
"""Characters of one quote in an answer; the rest is behind the button for the whole item."""
_TEXT_QUOTE = 600


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
    fact = _placed(finding)
    recs = recommendations_of(finding, fact)
    votes = asks_votes(fact, intent, asked)
    sentence = votes_sentence(finding, fact, t) if votes else _sentence(finding, fact, recs, intent, t)
    remarks = _remarks(finding, t)
    blocks = vote_blocks(fact, t) if votes else _blocks(finding, fact, recs, intent, t)
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
    for node in place_rows(fact, t):
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


def _placed(finding: Finding) -> Fact:
    """The answering fact; one of the meeting that was found through an item stands in the item's place."""
    fact, item = finding.facts[0], finding.item
    if fact.kind != "meeting" or fact.item or item is None:
        return fact
    return replace(fact, item=item.key, item_number=item.number, item_title=item.title, case_number=item.case_number)


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


def _remarks(finding: Finding, t: Texts) -> list[str]:
    remarks = [t.say(mp.MIN_IS_DRAFT)] if is_draft(finding.facts[0].document) else []
    remarks += [
        t.say(p.READ_AS, typed=t.quoted(typed), read=t.quoted(read))
        for typed, read in finding.corrected
        if typed != read
    ]
    if finding.status in ("not_stated", "no_decision"):
        remarks.append(t.say(p.NEAREST_IS))
    return remarks


def _blocks(
    finding: Finding, fact: Fact, recs: tuple[Fact, ...], intent: Intent, t: Texts
) -> list[tuple[str, list[str]]]:
    """Labelled verbatim text, in the order in which it is shown."""
    if fact.kind == "decision":
        return decision_blocks(finding, fact, recs, t)
    if fact.kind == "recommendation":
        shown = [each for each in recs if each.by == fact.by] or [fact]
        if fact not in shown:
            shown = [fact, *shown]
        return [(recommendation_label(fact, t), numbered(shown)), *outcome_blocks(finding, fact, t)]
    first = finding.facts[0]
    same = [each for each in finding.facts if each.kind == fact.kind and each.item == first.item]
    if first.item is None:
        # A passage of another page or document is no part of what is said to stand on this one.
        same = [each for each in same if (each.document.id, each.page) == (first.document.id, first.page)]
    if fact.kind == "meeting":
        # Time and place are one statement without a label; members and absent have one each.
        people = [each for each in same if each.label] if intent == "attendance" and fact.label else [fact]
        return [(label_of(each, t), [each.text]) for each in people]
    name = label_of(fact, t)
    return [(name, [each.text for each in same])]


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


def _spoken(
    sentence: str, remarks: Sequence[str], blocks: Sequence[tuple[str, list[str]]], fact: Fact, t: Texts
) -> str:
    """The answer as text that stands alone: sentence, quotes by label, source."""
    lines = [sentence, *remarks]
    for name, paragraphs in blocks:
        short, cut = _within(paragraphs, _TEXT_QUOTE)
        # A secretary's own wording is no quote of the minutes.
        own = is_public_wording(fact.document)
        quoted = "\n".join(each if own else outside(each, t) for each in short)
        lines.append(t.say(p.CLASS_IN_TEXT, label=name, text="") + (" " if len(short) == 1 else "\n") + quoted)
        if cut:
            lines.append(t.say(p.TEXT_GOES_ON if fact.item else p.TEXT_CUT))
    lines += [f"{name}: {value}" for name, value in place_lines(fact, t)]
    return "\n".join(lines)
