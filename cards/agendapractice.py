"""How a body's agendas are made: numbers, standing items, and where the open items are posted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cards import agendaphrases as ap
from cards import verbs
from cards.agendaforms import asked, built, channel_of
from cards.agendatold import STANDING
from cards.forms import choice_set
from cards.grammar import definite
from cards.missing import cancel_button
from cards.parts import Frame, Rendered, Sheet, execute, eyebrow, rich, run
from cards.prompts import elsewhere
from cards.texts import Texts, texts
from store.agenda.records import STANDING as KINDS
from store.agenda.records import StandingKind
from store.minutes.records import MeetingPractice

NOWHERE = "none"
"""The choice of no channel."""


def sentences(practice: MeetingPractice, body: str, t: Texts) -> list[str]:
    """How numbers run, which standing items stand where, and where the open items are posted."""
    found = [t.say(ap.AGENDA_PRACTICE_YEAR if practice.numbering == "year" else ap.AGENDA_PRACTICE_MEETING)]
    for phrase, kinds in ((ap.AGENDA_PRACTICE_FIRST, practice.first), (ap.AGENDA_PRACTICE_LAST, practice.last)):
        if kinds:
            found.append(t.say(phrase, titles=t.quoted_all([t.say(STANDING[kind]) for kind in kinds])))
    if not practice.first and not practice.last:
        found.append(t.say(ap.AGENDA_PRACTICE_NO_STANDING))
    if practice.channel is None:
        found.append(t.say(ap.AGENDA_PRACTICE_NO_CHANNEL, body=definite(body)))
    else:
        found.append(t.say(ap.AGENDA_PRACTICE_CHANNEL, channel=channel_of(practice.channel_name, t)))
    return found


def told(practice: MeetingPractice, body: str, frame: Frame) -> Rendered:
    """How it is, with a button to change it."""
    t = texts(frame.lang)
    title, lines = t.say(ap.AGENDA_PRACTICE_OF, body=definite(body)), sentences(practice, body, t)
    sheet = Sheet(t)
    sheet.add(eyebrow(title), *(rich(run(line), spacing="Small") for line in lines))
    sheet.press(
        execute(t.say(ap.AGENDA_BUTTON_CHANGE), verbs.AGENDA_PRACTICE, {"body": practice.body_key, "edit": True})
    )
    text = "\n".join([title, *lines])
    return Rendered(text, card=sheet.build(text), prompts=elsewhere(t))


def form(
    practice: MeetingPractice, body: str, channels: Sequence[tuple[str, str]], frame: Frame, fault: str = ""
) -> Rendered:
    """All of it as inputs, filled in as it is now; `channels` are (name, value) pairs that may be chosen."""
    t = texts(frame.lang)
    title = t.say(ap.AGENDA_PRACTICE_OF, body=definite(body))
    sheet = asked(t, title, "", fault)
    numbering = [(t.say(ap.AGENDA_CHOICE_MEETING), "meeting"), (t.say(ap.AGENDA_CHOICE_YEAR), "year")]
    field = t.say(ap.AGENDA_FIELD_NUMBERING)
    sheet.add(choice_set(t, "numbering", field, numbering, practice.numbering, expanded=True))
    places = [
        (t.say(ap.AGENDA_CHOICE_FIRST), "first"),
        (t.say(ap.AGENDA_CHOICE_LAST), "last"),
        (t.say(ap.AGENDA_CHOICE_NOT), "not"),
    ]
    now = placed(practice)
    for kind in KINDS:
        sheet.add(choice_set(t, f"standing_{kind}", t.say(STANDING[kind]), places, now[kind]))
    choices = [(t.say(ap.AGENDA_CHOICE_NO_CHANNEL), NOWHERE), *channels]
    chosen = next((value for _, value in channels if practice.channel and value == practice.channel[1]), NOWHERE)
    sheet.add(choice_set(t, "channel", t.say(ap.AGENDA_FIELD_CHANNEL), choices, chosen))
    data = {"body": practice.body_key, "set": True}
    save = execute(t.say(ap.AGENDA_BUTTON_SAVE), verbs.AGENDA_PRACTICE, data, style="positive")
    sheet.press(save, cancel_button(t))
    return built(sheet, [title, fault, *sentences(practice, body, t)])


def placed(practice: MeetingPractice) -> Mapping[StandingKind, str]:
    """Where each standing item stands: first, last or not."""
    return {kind: "first" if kind in practice.first else "last" if kind in practice.last else "not" for kind in KINDS}
