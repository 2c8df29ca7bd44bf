"""When there is no single answer: a choice of matters, nothing found, gone, and plain sentences with a way forward."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cards import phrases as p
from cards import verbs
from cards.answer import shared_line, with_shared_line
from cards.grammar import definite
from cards.parts import (
    Frame,
    Node,
    Prompt,
    Rendered,
    Sheet,
    escaped,
    execute,
    eyebrow,
    heading,
    notice,
    rich,
    row,
    run,
    tap,
    without_inputs,
)
from cards.phrases import Phrase
from cards.prompts import elsewhere, near
from cards.texts import Texts, clean, shorten, texts
from store.records import Fact, Finding, Intent, NearTitle

CHOICES = 5


def choice(finding: Finding, intent: Intent, frame: Frame) -> Rendered:
    """Several matters that fit equally well: one row each, to be pressed."""
    t = texts(frame.lang)
    facts = finding.facts[:CHOICES]
    told = t.say(p.WHICH_ONE_OF, count=max(finding.count or 0, len(facts)))
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(p.LABEL_CHOICE)), rich(run(told, bold=True, large=True), spacing="Small"))
    spoken = [told]
    for number, fact in enumerate(facts, start=1):
        sheet.add(_candidate(number, fact, intent, t))
        spoken.append(f"{number}. {_described(fact, t)}")
    if finding.count and finding.count > len(facts):
        line = f"{t.say(p.SHOWING, first=1, last=len(facts), count=finding.count)} {t.say(p.TOO_MANY)}"
        sheet.add(notice(line))
        spoken.append(line)
    sheet.add(shared_line(frame, t))
    text = "\n".join(spoken)
    ordinals = tuple(
        Prompt(shorten(f"{number}. {clean(fact.item_title or fact.document.title)}", 60), str(number))
        for number, fact in enumerate(facts, start=1)
    )
    return Rendered(
        text=with_shared_line(text, frame, t),
        card=sheet.build(text),
        prompts=ordinals,
        items=tuple(dict.fromkeys(fact.item for fact in facts if fact.item)),
        documents=tuple(dict.fromkeys(fact.document.id for fact in facts)),
    )


def _where(fact: Fact, t: Texts) -> str:
    """ "punkt 72, Direktionen, 22. oktober 2015", as much of it as is known."""
    number = t.say(p.ITEM_LOWER, number=fact.item_number) if fact.item_number else ""
    day = t.date_of(fact.meeting_date) if fact.meeting_date else ""
    return ", ".join(part for part in (number, definite(fact.body or ""), day) if part)


def _described(fact: Fact, t: Texts) -> str:
    title, place = clean(fact.item_title or fact.document.title), _where(fact, t)
    return f"{title} ({place})" if place else title


def _candidate(number: int, fact: Fact, intent: Intent, t: Texts) -> Node:
    title = clean(fact.item_title or fact.document.title)
    place = _where(fact, t)
    lines = [rich(run(f"{number}. {shorten(title, 150)}", bold=True))]
    if place:
        lines.append(rich(run(place, subtle=True), spacing="None"))
    node: Node = {"type": "Container", "style": "emphasis", "spacing": "Small", "items": lines}
    if not fact.item:
        return node
    return tap(node, shorten(title, 80), verbs.CHOOSE, {"item": fact.item, "intent": intent})


def not_found(
    missing: Sequence[str], titles: Sequence[NearTitle], intent: Intent, frame: Frame, told: str = ""
) -> Rendered:
    """What was not found by name, titles near to it, and a way forward. `told`: a sentence that says it better."""
    t = texts(frame.lang)
    named = list({word.casefold(): shorten(clean(word), 60) for word in reversed(missing) if word.strip()}.values())
    by_words = not told
    if by_words:
        told = t.say(p.NOT_FOUND_TOPIC, words=t.quoted_all(named[::-1][:4])) if named else t.say(p.NOT_FOUND)
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(p.LABEL_NOT_FOUND)), rich(run(told, bold=True, large=True), spacing="Small"))
    spoken = [told]
    shown = [each for each in titles[:3] if each.title]
    if shown:
        sheet.add(notice(t.say(p.NEAR_TITLES)))
        spoken.append(t.say(p.NEAR_TITLES))
    for each in shown:
        sheet.add(_near_title(each, intent, t))
        spoken.append(f"– {clean(each.title)}")
    forward = t.say(p.TRY_THIS if by_words else p.TRY_ELSE)
    sheet.add(notice(forward))
    spoken.append(forward)
    sheet.add(shared_line(frame, t))
    text = "\n".join(spoken)
    return Rendered(
        text=with_shared_line(text, frame, t),
        card=sheet.build(text),
        prompts=near(shown, t) if shown else elsewhere(t),
        items=tuple(each.item for each in shown if each.item),
    )


def _near_title(each: NearTitle, intent: Intent, t: Texts) -> Node:
    place = ", ".join(part for part in (definite(each.body or ""), t.date_of(each.date) if each.date else "") if part)
    lines = [rich(run(shorten(clean(each.title), 150), bold=True))]
    if place:
        lines.append(rich(run(place, subtle=True), spacing="None"))
    node: Node = {"type": "Container", "style": "emphasis", "spacing": "Small", "items": lines}
    if not each.item:
        return node
    return tap(node, shorten(clean(each.title), 80), verbs.CHOOSE, {"item": each.item, "intent": intent})


def plain(phrase: Phrase, frame: Frame, prompts: Sequence[Prompt] | None = None, /, **values: object) -> Rendered:
    """One sentence without a card, with a way forward."""
    t = texts(frame.lang)
    return Rendered(
        with_shared_line(t.say(phrase, **values), frame, t),
        prompts=tuple(prompts) if prompts is not None else elsewhere(t),
    )


def told(text: str, frame: Frame, prompts: Sequence[Prompt]) -> Rendered:
    """Sentences without a card that were put together before, with a way forward."""
    return Rendered(with_shared_line(text, frame, texts(frame.lang)), prompts=tuple(prompts))


def confirmed(
    text: str,
    frame: Frame,
    prompts: Sequence[Prompt],
    rows: Sequence[tuple[str, str]] = (),
    undo: Node | None = None,
) -> Rendered:
    """What was done and to what, as a card that takes the place of the one that asked; `undo` takes it back."""
    t = texts(frame.lang)
    sheet = Sheet(t)
    sheet.add(heading(escaped(text)), *(row(name, value) for name, value in rows), shared_line(frame, t))
    sheet.press(undo)
    told = "\n".join([text, *(f"{name}: {clean(value)}" for name, value in rows)])
    return Rendered(with_shared_line(told, frame, t), card=sheet.build(told), prompts=tuple(prompts))


def error(reference: str, frame: Frame) -> Rendered:
    """Something went wrong: what to do, and the reference that the log has too."""
    t = texts(frame.lang)
    text = t.say(p.ERROR, reference=reference)
    sheet = Sheet(t)
    sheet.add(heading(t.say(p.ERROR_TITLE)), rich(run(text)), shared_line(frame, t))
    return Rendered(with_shared_line(text, frame, t), card=sheet.build(text), prompts=elsewhere(t))


def withdrawn(frame: Frame) -> Rendered:
    """What stands in the place of a message whose text may no longer be shown."""
    t = texts(frame.lang)
    text = t.say(p.WITHDRAWN_TEXT)
    sheet = Sheet(t)
    sheet.add(heading(text))
    return Rendered(text, card=sheet.build(text))


def cancel_button(t: Texts, data: Mapping[str, object] | None = None) -> Node:
    """The way out of a confirmation."""
    return without_inputs(execute(t.say(p.BUTTON_CANCEL), verbs.CANCEL, data))
