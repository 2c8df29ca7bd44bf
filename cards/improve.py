"""What an administrator sees of questions that were not answered well, and of words that were not understood."""

from __future__ import annotations

from collections.abc import Sequence

from cards import phrases as p
from cards.parts import Frame, Prompt, Rendered, Sheet, eyebrow, notice, rich, run
from cards.phrases import Phrase
from cards.prompts import prompts
from cards.texts import clean, shorten, texts

_STATUS: dict[str, Phrase] = {
    "not_found": p.STATUS_NOT_FOUND,
    "not_stated": p.STATUS_NOT_STATED,
    "no_decision": p.STATUS_NO_DECISION,
    "choice": p.STATUS_CHOICE,
    "answered": p.STATUS_ANSWERED,
    "dislike": p.STATUS_DISLIKE,
}


def unanswered(found: Sequence[tuple[str, str, int]], days: int, frame: Frame) -> Rendered:
    """(question, status or reaction, times), most frequent first."""
    t = texts(frame.lang)
    told = t.say(p.UNANSWERED_LIST, count=len(found), days=days) if found else t.say(p.UNANSWERED_NONE, count=days)
    lines = [
        (shorten(clean(question), 200), f"{t.say(_STATUS.get(status, p.STATUS_OTHER))}, {t.say(p.TIMES, count=times)}")
        for question, status, times in found
    ]
    return _listed(t.say(p.UNANSWERED_TITLE), told, lines, "", frame, prompts((p.ASK_UNKNOWN_WORDS, p.ASK_RIGHTS), t))


def unknown_words(found: Sequence[tuple[str, int]], frame: Frame) -> Rendered:
    """(word, times), most frequent first, and how a word is added."""
    t = texts(frame.lang)
    told = t.say(p.WORDS_LIST, count=len(found)) if found else t.say(p.WORDS_NONE)
    lines = [(shorten(clean(word), 80), t.say(p.TIMES, count=times)) for word, times in found]
    how = t.say(p.WORDS_HOW)
    return _listed(t.say(p.WORDS_TITLE), told, lines, how, frame, prompts((p.ASK_UNANSWERED, p.ASK_RIGHTS), t))


def _listed(
    title: str, told: str, lines: Sequence[tuple[str, str]], after: str, frame: Frame, suggested: tuple[Prompt, ...]
) -> Rendered:
    sheet = Sheet(texts(frame.lang), full=True)
    sheet.add(eyebrow(title), rich(run(told, bold=True, large=True), spacing="Small"))
    spoken = [told]
    for text, detail in lines:
        sheet.add(rich(run(text), run(f"  ({detail})", subtle=True), spacing="Small"))
        spoken.append(f"– {text} ({detail})")
    if after:
        sheet.add(notice(after))
        spoken.append(after)
    text = "\n".join(spoken)
    return Rendered(text, card=sheet.build(text), prompts=suggested)
