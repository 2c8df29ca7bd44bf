"""Answers from what initiatives say: a time, a role, a goal, a part, what letters stand for, and several sources."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cards import phrases as p
from cards.answer import shared_line, with_shared_line
from cards.initiative import next_questions
from cards.initiativeparts import role_and_name
from cards.origin import KINDS, buttons_for, cited, closed_mark, title_in
from cards.parts import Frame, Prompt, Rendered, Sheet, eyebrow, label, notice, quote, rich, row, run
from cards.phrases import Phrase
from cards.places import place_lines, source_name
from cards.prompts import elsewhere
from cards.sentences import LABELS, amount_unreadable, not_stated_sentence
from cards.texts import Texts, clean, shorten, texts
from cards.timeline import distance, title_of
from cards.whens import names_no_day, when_said
from store.records import Fact, FactKind, Finding, InitiativeRecord, Intent

TELLING: frozenset[FactKind] = frozenset(("initiative", "part", "list_item", "milestone", "responsibility", "goal"))
"""Kinds of fact that this module words."""
_MOST = 6
_QUOTE, _SPOKEN = 900, 500
_SOURCES = 8
_NEAR = 120
"""Characters before an abbreviation that are shown with it."""


def answer(finding: Finding, intent: Intent, today: date, frame: Frame) -> Rendered:
    """The answer that facts of an initiative give: one sentence, the text verbatim, where it stands."""
    t = texts(frame.lang)
    first = finding.facts[0]
    same = [fact for fact in finding.facts if fact.kind == first.kind and fact.document.id == first.document.id][:_MOST]
    if intent in ("when", "due") and finding.status == "answered":
        same = same[:1]
    sentence = _sentence(finding, same, intent, today, t)
    noted = _remarks(finding, same, intent, t)
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(LABELS[first.kind])), closed_mark(any(fact.closed for fact in same), t))
    sheet.add(rich(run(sentence, bold=True, large=True), spacing="Small"))
    for remark in noted:
        sheet.add(notice(remark))
    roles = _roles(same)
    for role, name in roles:
        sheet.add(row(role, name) if role else None)
    heading = clean(first.label or "") if t.lang == "da" else ""
    quotes = _quotes(same, t)
    sheet.add(label(heading) if heading else None)
    for source, quoted in quotes:
        sheet.add(label(source) if len(quotes) > 1 else None, quote(quoted))
    places = _places(finding.initiative, first, t)
    # With several places each is named above its own words.
    places = places[:-1] if len(quotes) > 1 else places
    for number, (key, value) in enumerate(places):
        node = row(key, value)
        sheet.add(node if number else {**node, "separator": True, "spacing": "Large"})
    sheet.press(*buttons_for(finding.initiative, first.document, frame, t))
    lines = [sentence, *noted, *(f"– {role}: {name}" for role, name in roles if role)]
    for source, quoted in quotes:
        lines += [f"{source}:"] if len(quotes) > 1 else []
        lines += [t.quoted(shorten(text, _SPOKEN)) for text in quoted]
    lines += [f"{key}: {value}" for key, value in places]
    return _finished(finding.facts, lines, sheet, _questions(finding.initiative, intent, t), frame)


def _roles(facts: Sequence[Fact]) -> list[tuple[str, str]]:
    """Roles and names of several responsible, unless their own words are no more than that."""
    if facts[0].kind != "responsibility" or len(facts) == 1:
        return []
    told = [role_and_name(fact) for fact in facts]
    plain = all(clean(fact.text) == f"{role}: {name}" for fact, (role, name) in zip(facts, told, strict=True))
    return [] if plain else told


def _quotes(facts: Sequence[Fact], t: Texts) -> list[tuple[str, list[str]]]:
    """The facts' texts, each once, by where they stand."""
    places: dict[str, dict[str, None]] = {}
    for fact in facts:
        source = source_name(fact.document, fact.page, t)
        places.setdefault(source, {}).setdefault(shorten(clean(fact.text), _QUOTE))
    return [(source, list(texts_)) for source, texts_ in places.items()]


def _finished(
    facts: Sequence[Fact], lines: Sequence[str], sheet: Sheet, asked: tuple[Prompt, ...], frame: Frame
) -> Rendered:
    t = sheet.t
    text = "\n".join(lines)
    sheet.add(shared_line(frame, t))
    return Rendered(
        text=with_shared_line(text, frame, t),
        card=sheet.build(text),
        prompts=asked,
        sources=cited(facts, frame, t),
        items=tuple(dict.fromkeys(fact.item for fact in facts if fact.item)),
        documents=tuple(dict.fromkeys(fact.document.id for fact in facts)),
    )


def _sentence(finding: Finding, same: Sequence[Fact], intent: Intent, today: date, t: Texts) -> str:
    first = same[0]
    title = title_in(finding.initiative, same, t)
    if finding.status == "not_stated" or (intent == "when" and first.when is None):
        return _lacking(finding, first, intent, t)
    if first.when is not None and (first.kind == "milestone" or intent in ("when", "due")):
        far = distance(first.when, today, t)
        when = when_said(first.when, t) + (f" ({far})" if far else "")
        return f"{t.say(p.CLASS_IN_TEXT, label=t.quoted(shorten(title_of(first), 160)), text=when)}."
    if first.kind == "responsibility":
        return _role(same, title, t)
    if first.kind == "goal":
        figure = clean(first.figure or "")
        if len(same) > 1:
            return t.say(p.GOALS_FOUND, title=title, count=len(same))
        exact = any(sign.isdigit() for sign in figure)
        return t.say(p.GOAL_IS, title=title, figure=figure) if exact else t.say(p.GOAL_READS, title=title)
    return t.say(p.PART_READS, title=title)


_LACKING: dict[Intent, Phrase] = {
    "when": p.SOURCE_NO_DATE,
    "due": p.SOURCE_NO_DATE,
    "responsible": p.SOURCE_NO_PERSON,
    "goal": p.NOT_STATED_GOAL,
    "overview": p.STATUS_NONE,
}


def _lacking(finding: Finding, fact: Fact, intent: Intent, t: Texts) -> str:
    """What the source lacks; the minutes are not spoken of where it is a plan or a report."""
    if fact.item is not None:
        return not_stated_sentence(intent, finding, t)
    if intent == "cost":
        return t.say(p.AMOUNT_UNREADABLE if amount_unreadable(finding.facts) else p.SOURCE_NO_AMOUNT)
    return t.say(_LACKING.get(intent, p.SOURCE_NOT_STATED))


def _role(same: Sequence[Fact], title: str, t: Texts) -> str:
    """Who it is, with the role as printed."""
    role, name = role_and_name(same[0])
    if len(same) > 1:
        return t.say(p.ROLES_FOUND, title=title)
    if role:
        return f"{t.say(p.CLASS_IN_TEXT, label=role[:1].upper() + role[1:], text=shorten(name, 200))}."
    return t.say(p.ROLE_READS, title=title)


def _remarks(finding: Finding, same: Sequence[Fact], intent: Intent, t: Texts) -> list[str]:
    said = [
        t.say(p.READ_AS, typed=t.quoted(typed), read=t.quoted(read))
        for typed, read in finding.corrected
        if typed != read
    ]
    when = same[0].when
    if finding.status == "not_stated" or (intent == "when" and when is None):
        return [*said, t.say(p.NEAREST_IS)]
    told = same[0].kind == "milestone" or intent in ("when", "due")
    if told and when is not None and names_no_day(when) and when.relation != "from":
        said.append(t.say(p.NO_SINGLE_DAY))
    return said


def _places(record: InitiativeRecord | None, fact: Fact, t: Texts) -> list[tuple[str, str]]:
    """The initiative, and where in its document or in which minutes the fact stands."""
    title = record.title if record is not None else fact.initiative.title if fact.initiative is not None else ""
    kind = KINDS[record.kind] if record is not None else p.LABEL_INITIATIVE
    own = [(t.say(kind), clean(title))] if title else []
    return [*own, *place_lines(fact, t)]


def _questions(record: InitiativeRecord | None, intent: Intent, t: Texts) -> tuple[Prompt, ...]:
    answered = {"responsible": p.ASK_WHO, "goal": p.ASK_GOAL, "due": p.ASK_MILESTONES, "overview": p.ASK_STATUS}
    if record is None:
        return elsewhere(t)
    return next_questions(record, t, answered.get(intent))


def across(finding: Finding, frame: Frame) -> Rendered:
    """What several documents say, each quote under its source."""
    t = texts(frame.lang)
    groups: dict[tuple[str, int | None], list[Fact]] = {}
    for fact in finding.facts:
        groups.setdefault((fact.document.id, fact.page), []).append(fact)
    shown = list(groups.values())[:_SOURCES]
    documents = {fact.document.id for facts in shown for fact in facts}
    told = t.say(p.ACROSS_FOUND, count=len(documents))
    sheet = Sheet(t, full=True)
    sheet.add(eyebrow(t.say(p.LABEL_ACROSS)), rich(run(told, bold=True, large=True), spacing="Small"))
    lines = [told]
    for facts in shown:
        name = source_name(facts[0].document, facts[0].page, t)
        texts_ = [shorten(clean(fact.text), _QUOTE) for fact in facts[:_MOST]]
        sheet.add(closed_mark(any(fact.closed for fact in facts), t), label(name), quote(texts_))
        lines += [f"{name}:", *(t.quoted(shorten(text, _SPOKEN)) for text in texts_)]
    return _finished(finding.facts, lines, sheet, elsewhere(t), frame)


def meaning(short: str, finding: Finding, frame: Frame) -> Rendered:
    """What letters stand for, with the sentence that defines them and its source."""
    t = texts(frame.lang)
    quoted = t.quoted(short)
    facts = finding.facts[:_MOST]
    told = _meaning(quoted, finding, t)
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(p.LABEL_MEANING)), rich(run(told, bold=True, large=True), spacing="Small"))
    lines = [told]
    for fact in facts:
        text, name = _around(clean(fact.text), fact.name or short), source_name(fact.document, fact.page, t)
        sheet.add(quote([text]), row(t.say(p.LABEL_SOURCE), name))
        lines += [t.quoted(shorten(text, _SPOKEN)), f"{t.say(p.LABEL_SOURCE)}: {name}"]
    sheet.press(*buttons_for(finding.initiative, facts[0].document if facts else None, frame, t))
    return _finished(facts, lines, sheet, elsewhere(t), frame)


def _around(text: str, short: str) -> str:
    """The text near the abbreviation: a page of names explains more than was asked."""
    at = text.find(short)
    if at < 0 or len(text) <= _NEAR * 2:
        return shorten(text, _NEAR * 2)
    begin, end = max(at - _NEAR, 0), min(at + len(short) + _NEAR // 2, len(text))
    begin = text.find(" ", begin) + 1 if begin else 0
    end = text.rfind(" ", at, end) if end < len(text) and text.rfind(" ", at, end) > at else end
    return f"{'… ' if begin else ''}{text[begin:end]}{' …' if end < len(text) else ''}"


def _meaning(quoted: str, finding: Finding, t: Texts) -> str:
    if not finding.facts:
        return t.say(p.MEANING_NONE, short=quoted)
    first = finding.facts[0]
    meanings = {clean(fact.title or "").casefold() for fact in finding.facts}
    count = finding.count if finding.count is not None else len(meanings)
    if count > 1:
        return t.say(p.MEANINGS_SEVERAL, short=quoted, count=count)
    if first.title and first.name:
        return t.say(p.MEANING_IS, short=t.quoted(first.name), long=t.quoted(first.title))
    return t.say(p.MEANING_READS, short=quoted, title=t.quoted(first.document.title))
