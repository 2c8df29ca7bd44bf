"""Weekly reminders as they are set up: what was set up or changed, one of them, all of a place, and the question when
a pause ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from babel.dates import get_day_names

from cards import digestphrases as gp
from cards import phrases as p
from cards import verbs
from cards.answer import shared_line, with_shared_line
from cards.confirm import Option, option_row
from cards.digestlines import weekday_date
from cards.grammar import definite
from cards.missing import cancel_button
from cards.parts import (
    Frame,
    Node,
    Rendered,
    Sheet,
    escaped,
    execute,
    eyebrow,
    heading,
    notice,
    overflow,
    rich,
    row,
    run,
)
from cards.prompts import prompts
from cards.texts import Texts, clean, shorten, texts
from store.calendar import WorkingDays
from store.followup_records import Digest
from store.outbox_records import Weekly

_NAME = 80


@dataclass(frozen=True, slots=True)
class Shown:
    """A weekly reminder with what its words need: names of what it is limited to, who set it up, today."""

    digest: Digest
    names: Sequence[str]
    today: date
    by: str = ""
    own: bool = True
    """The reader may change it."""


def rhythm(schedule: Weekly, t: Texts) -> str:
    """ "hver mandag kl. 8.00"."""
    names = get_day_names("wide", locale="da" if t.lang == "da" else "en_GB")
    return t.say(gp.DIGEST_RHYTHM, weekday=names[schedule.weekday], time=schedule.at)


def about(shown: Shown, t: Texts) -> str:
    """What it holds, inside a sentence."""
    digest = shown.digest
    named = [shorten(definite(clean(name)), _NAME) for name in shown.names]
    if len(digest.cases) and named:
        named[-len(digest.cases) :] = [t.say(gp.DIGEST_CASE, number=number) for number in digest.cases]
    parts = [t.say(gp.DIGEST_OF, names=t.names(named))] if named else []
    if (digest.bodies or digest.initiatives) and not named:
        parts.append(t.say(gp.DIGEST_SOMETHING))
    if digest.mine:
        parts.insert(0, t.say(gp.DIGEST_OF_MINE))
    return t.names(parts) if parts else t.say(gp.DIGEST_OF_ALL)


def promise(shown: Shown, frame: Frame) -> str:
    """What is going to be written, when."""
    t = texts(frame.lang)
    phrase = gp.DIGEST_SET if frame.shared else gp.DIGEST_SET_YOU
    return t.say(phrase, rhythm=rhythm(shown.digest.schedule, t), what=about(shown, t))


def next_day(schedule: Weekly, after: date) -> date | None:
    """The first day after this one on which it comes, holidays reckoned in; None when the weeks to come are skipped."""
    days = WorkingDays()
    nominal = after + timedelta(days=(schedule.weekday - after.weekday()) % 7)
    for week in range(-1, 8):
        moved = days.moved(nominal + timedelta(weeks=week), schedule.shift)
        if moved is not None and moved > after:
            return moved
    return None


def kept(shown: Shown, frame: Frame, told: str = "") -> Rendered:
    """A reminder that was set up, changed, paused, or is shown, with what can be done to it."""
    t, digest = texts(frame.lang), shown.digest
    first = told or promise(shown, frame)
    # What the first sentence says need not be said again below it.
    rows = [] if promise(shown, frame) in first else [
        (t.say(gp.DIGEST_ROW_ABOUT), _capital(about(shown, t))),
        (t.say(gp.DIGEST_ROW_WHEN), _capital(rhythm(digest.schedule, t))),
    ]  # fmt: skip
    paused = digest.paused_until is not None and digest.paused_until > shown.today
    since = digest.paused_until - timedelta(days=1) if paused and digest.paused_until else shown.today
    comes = next_day(digest.schedule, since)
    if comes is not None:
        rows.append((t.say(gp.DIGEST_NEXT), _capital(weekday_date(comes, shown.today, t))))
    if frame.shared and shown.by:
        rows.append((t.say(gp.DIGEST_BY, name=shown.by), ""))
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(gp.DIGEST_LABEL)), heading(escaped(first)))
    spoken = [first]
    if paused and digest.paused_until is not None and not told:
        line = t.say(gp.DIGEST_PAUSED, day=weekday_date(digest.paused_until, shown.today, t))
        sheet.add(rich(run(line, bold=True), spacing="Small"))
        spoken.append(line)
    for name, value in rows:
        sheet.add(row(name, value) if value else notice(name))
        spoken.append(f"{name}: {value}" if value else name)
    if digest.say_nothing:
        sheet.add(notice(t.say(gp.DIGEST_SILENT)))
        spoken.append(t.say(gp.DIGEST_SILENT))
    sheet.add(shared_line(frame, t))
    sheet.press(*_buttons(shown, t, paused=paused))
    text = "\n".join(spoken)
    return Rendered(with_shared_line(text, frame, t), card=sheet.build(text), prompts=prompts((gp.ASK_DIGESTS,), t))


def _buttons(shown: Shown, t: Texts, *, paused: bool) -> list[Node | None]:
    if not shown.own:
        return [execute(t.say(gp.ASK_DIGESTS), verbs.DIGESTS)]
    data: Mapping[str, object] = {"digest": shown.digest.key}
    pause = (gp.BUTTON_DIGEST_RESUME, verbs.DIGEST_RESUME) if paused else (gp.BUTTON_DIGEST_PAUSE, verbs.DIGEST_PAUSE)
    nodes = [
        execute(t.say(gp.BUTTON_DIGEST_CHANGE), verbs.DIGEST_FORM, data),
        execute(t.say(gp.BUTTON_DIGEST_NOW), verbs.DIGEST_NOW, data),
        execute(t.say(pause[0]), pause[1], data),
        execute(t.say(gp.BUTTON_DIGEST_DELETE), verbs.DIGEST_REMOVE, data),
    ]
    return list(overflow(nodes))


def listed(found: Sequence[Shown], frame: Frame, told: str = "") -> Rendered:
    """All reminders of a place; a row opens one. Needs one."""
    t = texts(frame.lang)
    first = told or t.say(gp.DIGESTS_HERE, count=len(found))
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(gp.DIGEST_LABEL)), rich(run(first, bold=True, large=True), spacing="Small"))
    spoken = [first]
    for shown in found:
        title = f"{_capital(rhythm(shown.digest.schedule, t))}: {about(shown, t)}"
        until = shown.digest.paused_until
        parts = [t.say(gp.DIGEST_BY, name=shown.by)] if frame.shared and shown.by else []
        if until is not None and until > shown.today:
            parts.append(t.say(gp.DIGEST_PAUSED, day=weekday_date(until, shown.today, t)))
        detail = ". ".join(part.rstrip(".") for part in parts)
        sheet.add(option_row(Option(title, detail, verbs.DIGEST_SHOW, {"digest": shown.digest.key})))
        spoken.append(f"– {title} ({detail})" if detail else f"– {title}")
    sheet.add(shared_line(frame, t))
    text = "\n".join(spoken)
    return Rendered(with_shared_line(text, frame, t), card=sheet.build(text))


def ended(shown: Shown, again: Mapping[str, object], frame: Frame) -> Rendered:
    """A reminder that is no more, with a button that sets it up again."""
    t = texts(frame.lang)
    first = t.say(gp.DIGEST_ENDED)
    sheet = Sheet(t)
    sheet.add(
        eyebrow(t.say(gp.DIGEST_LABEL)),
        heading(first),
        notice(f"{_capital(rhythm(shown.digest.schedule, t))}: {about(shown, t)}"),
    )
    sheet.add(shared_line(frame, t))
    sheet.press(execute(t.say(gp.BUTTON_DIGEST_AGAIN), verbs.DIGEST_SET, {"to": dict(again)}))
    told = Rendered(with_shared_line(first, frame, t), card=sheet.build(first))
    return replace(told, prompts=prompts((gp.ASK_DIGESTS,), t))


def pausing(shown: Shown, frame: Frame, fault: str = "") -> Rendered:
    """Asks until when it pauses."""
    t = texts(frame.lang)
    first = t.say(gp.DIGEST_PAUSE_WHEN, example=t.quoted(t.say(gp.ASK_DIGEST_PAUSE)))
    sheet = Sheet(t)
    sheet.add(heading(escaped(first)), rich(run(fault, bold=True, warn=True), spacing="Small") if fault else None)
    sheet.add(
        {
            "type": "Input.Date",
            "id": "until",
            "label": t.say(gp.FIELD_DIGEST_UNTIL),
            "isRequired": True,
            "errorMessage": t.say(p.FIELD_REQUIRED),
            "value": (shown.today + timedelta(days=14)).isoformat(),
        }
    )
    data = {"digest": shown.digest.key}
    sheet.press(execute(t.say(gp.BUTTON_DIGEST_PAUSE), verbs.DIGEST_PAUSE, data, style="positive"), cancel_button(t))
    text = "\n".join(part for part in (first, fault) if part)
    return Rendered(text, card=sheet.build(text))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
