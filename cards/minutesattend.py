"""Who took part in a meeting: each member with a choice, others by name, and from or until which item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cards import meetingphrases as mp
from cards import verbs
from cards.catalogue import Phrase
from cards.forms import choice_set
from cards.grammar import definite
from cards.minutestold import held, label_of, title_of
from cards.parts import Frame, Node, Rendered, Sheet, escaped, execute, eyebrow, heading, notice, rich, run
from cards.texts import Texts, shorten, texts
from store.minutes.records import Attends, MeetingMinutes

_CHOICES: Mapping[Attends, Phrase] = {
    "present": mp.MIN_PRESENT,
    "absent": mp.MIN_ABSENT,
    "late": mp.MIN_LATE,
    "left": mp.MIN_LEFT,
}
_MOST_EXTRA = 2000


@dataclass(frozen=True, slots=True)
class Seat:
    """A member on the card: object id, name, what is chosen, and from or until which item (its number)."""

    person: str
    name: str
    attends: Attends = "present"
    at: str = ""


def attendance(
    minutes: MeetingMinutes, seats: Sequence[Seat], extra: str, frame: Frame, last: date | None = None, fault: str = ""
) -> Rendered:
    """The card. `extra` are the others as typed, `last` the day of the meeting whose attendance is preselected."""
    t = texts(frame.lang)
    question = t.say(mp.MIN_ATTEND_ASK)
    sheet = Sheet(t)
    sheet.add(eyebrow(label_of(minutes, t)), heading(escaped(question)), notice(held(minutes.agenda, t)))
    spoken = [question, f"{held(minutes.agenda, t)}."]
    for line in _told(minutes, seats, last, t):
        sheet.add(notice(line))
        spoken.append(line)
    if fault:
        sheet.add(rich(run(fault, bold=True, warn=True), spacing="Small"))
        spoken.append(fault)
    choices = [(t.say(phrase), value) for value, phrase in _CHOICES.items()]
    items = [(shorten(title_of(one, t), 80), one.number) for one in minutes.agenda.entries if one.number]
    for seat in seats:
        sheet.add(choice_set(t, f"a-{seat.person}", seat.name, choices, seat.attends))
        if seat.attends in ("late", "left"):
            ask = mp.MIN_FROM if seat.attends == "late" else mp.MIN_UNTIL
            sheet.add(choice_set(t, f"n-{seat.person}", t.say(ask, name=seat.name), items, seat.at))
        spoken.append(f"– {seat.name}: {t.say(_CHOICES[seat.attends])}")
    sheet.add(_extra(extra, t))
    data = {"meeting": minutes.agenda.meeting.key, "version": minutes.agenda.version}
    sheet.press(execute(t.say(mp.MIN_BUTTON_ATTENDED), verbs.MINUTES_ATTEND, data, style="positive"))
    if minutes.agenda.minutes != "none":
        back = execute(t.say(mp.MIN_BUTTON_OVERVIEW), verbs.MINUTES_SHOW, {"meeting": minutes.agenda.meeting.key})
        free = {"associatedInputs": "none"}
        sheet.press({**back, **free, "fallback": {**back["fallback"], **free}})
    text = "\n".join(spoken)
    return Rendered(text, card=sheet.build(text))


def _told(minutes: MeetingMinutes, seats: Sequence[Seat], last: date | None, t: Texts) -> list[str]:
    if not seats:
        return [t.say(mp.MIN_ATTEND_NOBODY, body=definite(minutes.agenda.meeting.body))]
    return [t.say(mp.MIN_ATTEND_LAST, date=last)] if last is not None else []


def _extra(value: str, t: Texts) -> Node:
    node: Node = {
        "type": "Input.Text", "id": "extra", "label": t.say(mp.MIN_EXTRA), "maxLength": _MOST_EXTRA,
        "placeholder": t.say(mp.MIN_EXTRA_HINT), "errorMessage": t.say(mp.MIN_WRONG),
    }  # fmt: skip
    if value:
        node["value"] = value
    return node
