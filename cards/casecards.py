"""Around the wizard: unfinished drafts, a question before one is dropped, and what happens after it is submitted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from cards import casephrases as cp
from cards import verbs
from cards.caseinputs import Field, text_inputs
from cards.caseread import NAMES, paragraphs
from cards.casetold import deadline, is_late, named, place
from cards.casewords import state
from cards.catalogue import Phrase
from cards.confirm import Option, option_row
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
    label,
    notice,
    quote,
    rich,
    run,
)
from cards.texts import Texts, clean, shorten, texts
from store.agenda.records import AgendaItem

MOST = 8
"""Drafts on one card."""
MOST_BACK = 9000
"""Characters of what was typed that one card gives back."""


def _prompts(t: Texts, *told: Phrase) -> tuple[Prompt, ...]:
    return tuple(Prompt(t.say(each), t.say(each)) for each in told)


def _row(item: AgendaItem, t: Texts, said: bool, uploads: Sequence[str]) -> Option:
    title = shorten(clean(item.title).strip(), 120) or t.say(cp.UNTITLED_BEGINS)
    told = f"{state(item, t)}. {place(item, t)}. {t.say(cp.CHANGED_LAST, moment=item.updated_at)}"
    if uploads:
        return Option(title, told, verbs.CASE_ATTACH, {"item": item.id, "uploads": list(uploads), "as": "file"})
    return Option(title, told, verbs.CASE_RESUME, {"item": item.id, "said": True} if said else {"item": item.id})


def drafts(
    items: Sequence[AgendaItem],
    fresh: Mapping[str, object] | None,
    frame: Frame,
    *,
    which: bool = False,
    uploads: Sequence[str] = (),
) -> Rendered:
    """Unfinished drafts to go on with; `fresh` is what a new one begins with, None where none was asked for.

    `which`: something was said of one of them, or the files held as `uploads` were sent for one.
    """
    t = texts(frame.lang)
    if which:
        told = t.say(cp.DRAFT_WHICH)
    elif fresh is None:
        told = t.say(cp.DRAFTS_COUNT, count=len(items)) if items else t.say(cp.DRAFTS_NONE)
    else:
        told = t.say(cp.DRAFTS_OR_NEW, count=len(items))
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(cp.LABEL_DRAFTS)), rich(run(told, bold=True, large=True), spacing="Small"))
    spoken = [told]
    for item in items[:MOST]:
        option = _row(item, t, which and not uploads, uploads)
        sheet.add(option_row(option))
        spoken.append(f"– {option.title} ({option.detail})")
    if len(items) > MOST:
        sheet.add(notice(t.say(cp.DRAFTS_SHOWN, count=MOST)))
    sheet.press(execute(t.say(cp.BUTTON_NEW), verbs.CASE_NEW, {"copy": "", **(fresh or {})}))
    text = "\n".join(spoken)
    return Rendered(text, card=sheet.build(text), prompts=_prompts(t, cp.ASK_MINE))


def ask_discard(item: AgendaItem, frame: Frame) -> Rendered:
    """Whether the draft shall be deleted; nothing has been yet."""
    t = texts(frame.lang)
    question = t.say(cp.DISCARD_ASK, title=named(item, t))
    what = t.say(cp.DISCARD_WHAT)
    data = {"item": item.id, "version": item.version}
    delete = execute(t.say(cp.BUTTON_DISCARD), verbs.CASE_DISCARD, {**data, "sure": True}, style="destructive")
    return _asked(question, what, [delete, _keep(item, t)], t)


def ask_withdraw(item: AgendaItem, frame: Frame) -> Rendered:
    """Whether an item that was submitted before shall be withdrawn for good, with room for why."""
    t = texts(frame.lang)
    question = t.say(cp.WITHDRAW_ASK, title=named(item, t))
    data = {"item": item.id, "version": item.version}
    drop = execute(t.say(cp.BUTTON_WITHDRAW), verbs.CASE_WITHDRAW, {**data, "sure": True}, style="destructive")
    comment = Field("comment", cp.FIELD_COMMENT, "", 1000, lines=True)
    return _asked(question, t.say(cp.WITHDRAW_WHAT), [drop, _keep(item, t)], t, text_inputs((comment,), t))


def _keep(item: AgendaItem, t: Texts) -> Node:
    again = item.state in ("draft", "returned")
    verb = verbs.CASE_RESUME if again else verbs.CASE_SHOW
    return execute(t.say(cp.BUTTON_KEEP), verb, {"item": item.id})


def _asked(question: str, what: str, press: Sequence[Node], t: Texts, inputs: Sequence[Node] = ()) -> Rendered:
    sheet = Sheet(t)
    sheet.add(heading(escaped(question)), rich(run(what), spacing="Small"), *inputs)
    sheet.press(*press)
    text = f"{question}\n{what}"
    return Rendered(text, card=sheet.build(text))


def done(told: str, lines: Sequence[str], press: Sequence[Node], frame: Frame, prompts: Sequence[Phrase]) -> Rendered:
    """What was done, what comes next, and what can be done now."""
    t = texts(frame.lang)
    sheet = Sheet(t)
    sheet.add(heading(escaped(told)), *(rich(run(line), spacing="Small") for line in lines if line))
    sheet.press(*press)
    text = "\n".join([told, *(line for line in lines if line)])
    return Rendered(text, card=sheet.build(text), prompts=_prompts(t, *prompts))


def submitted(item: AgendaItem, now: datetime, frame: Frame) -> Rendered:
    """The receipt: what was submitted to whom, what happens next, until when."""
    t = texts(frame.lang)
    told = t.say(cp.SUBMITTED, title=named(item, t))
    lines = [place(item, t), t.say(cp.SUBMITTED_NEXT)]
    lines.append(t.say(cp.SUBMITTED_LATE) if item.late or is_late(item, now) else deadline(item, now, t))
    data = {"item": item.id, "version": item.version}
    press = [
        execute(t.say(cp.BUTTON_SEE), verbs.CASE_SHOW, {"item": item.id}),
        execute(t.say(cp.BUTTON_RECALL), verbs.CASE_RECALL, data),
        execute(t.say(cp.BUTTON_NEW), verbs.CASE_NEW, {"copy": ""}),
    ]
    return done(told, lines, press, frame, (cp.ASK_MINE,))


def saved(item: AgendaItem, now: datetime, frame: Frame) -> Rendered:
    """Saved for another day: where it is, and how to go on."""
    t = texts(frame.lang)
    told = t.say(cp.SAVED_LATER, title=named(item, t))
    press = [
        execute(t.say(cp.BUTTON_RESUME), verbs.CASE_RESUME, {"item": item.id}, style="positive"),
        execute(t.say(cp.BUTTON_NEW), verbs.CASE_NEW, {"copy": ""}),
    ]
    return done(told, (t.say(cp.SAVED_HOW), deadline(item, now, t)), press, frame, (cp.ASK_DRAFTS,))


def discarded(title: str, frame: Frame) -> Rendered:
    """The draft is gone."""
    t = texts(frame.lang)
    told = t.say(cp.DISCARDED, title=title)
    return done(told, (), [execute(t.say(cp.BUTTON_NEW), verbs.CASE_NEW, {"copy": ""})], frame, (cp.ASK_DRAFTS,))


def withdrawn(item: AgendaItem, frame: Frame) -> Rendered:
    """It will not be treated."""
    t = texts(frame.lang)
    press = [execute(t.say(cp.BUTTON_COPY), verbs.CASE_NEW, {"copy": item.id})]
    return done(t.say(cp.WITHDRAWN_NOW, title=named(item, t)), (), press, frame, (cp.ASK_MINE, cp.ASK_NEW))


def impossible(
    sentence: str, item: AgendaItem, frame: Frame, typed: Mapping[str, str] | None = None
) -> Rendered:  # fmt: skip
    """Why something cannot be done with the item as it stands; `typed` by input is given back, for it is not saved."""
    t = texts(frame.lang)
    press = [execute(t.say(cp.BUTTON_SEE), verbs.CASE_SHOW, {"item": item.id})]
    if not typed:
        return done(sentence, (), press, frame, (cp.ASK_MINE, cp.ASK_NEW))
    sheet = Sheet(t)
    sheet.add(heading(escaped(sentence)), rich(run(t.say(cp.TYPED_BACK)), spacing="Small"))
    spoken = [sentence, t.say(cp.TYPED_BACK)]
    for name, value in typed.items():
        written = paragraphs(value[: MOST_BACK // len(typed)])
        sheet.add(label(t.say(NAMES[name])), quote(written))
        spoken.append(f"{t.say(NAMES[name])}: {shorten(clean(' '.join(written)), 1000)}")
    sheet.press(*press)
    text = "\n".join(spoken)
    return Rendered(text, card=sheet.build(text), prompts=_prompts(t, cp.ASK_MINE, cp.ASK_NEW))


def copies(rows: Sequence[tuple[str, str, str]], frame: Frame) -> Rendered:
    """Earlier items of a case to copy from: (key, title, detail)."""
    t = texts(frame.lang)
    told = t.say(cp.COPY_WHICH)
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(cp.LABEL_COPY)), rich(run(told, bold=True, large=True), spacing="Small"))
    for key, title, detail in rows[:MOST]:
        sheet.add(option_row(Option(title, detail, verbs.CASE_NEW, {"copy": key})))
    text = "\n".join([told, *(f"– {title} ({detail})" for _, title, detail in rows[:MOST])])
    return Rendered(text, card=sheet.build(text))


def attach_or_read(names: Sequence[str], item: AgendaItem, held: Sequence[str], frame: Frame) -> Rendered:
    """A secretary with a draft open has sent files: attached to it, or read in as minutes?"""
    t = texts(frame.lang)
    told = t.say(cp.ATTACH_ASK, names=t.quoted_all(list(names)))
    data: dict[str, object] = {"item": item.id, "uploads": list(held)}
    press = [
        execute(t.say(cp.BUTTON_ATTACH), verbs.CASE_ATTACH, {**data, "as": "file"}, style="positive"),
        execute(t.say(cp.BUTTON_READ_IN), verbs.CASE_ATTACH, {**data, "as": "minutes"}),
    ]
    return done(told, (t.say(cp.ATTACH_TO, title=named(item, t)),), press, frame, ())
