"""Watches: what was set up, changed or ended with a way back, one watch, and the list of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cards import phrases as p
from cards import verbs
from cards.answer import shared_line, with_shared_line
from cards.confirm import Option, Step, confirm, option_row
from cards.grammar import definite
from cards.parts import Frame, Node, Rendered, Sheet, escaped, execute, eyebrow, heading, notice, rich, row, run
from cards.prompts import prompt, prompts
from cards.texts import LOCAL, Texts, clean, shorten, texts
from store.watch_records import Watch

PAGE = 12
_TITLE = 80


def what(watch: Watch, t: Texts) -> str:
    """What is watched for, inside a sentence: »skolestruktur«, sag 24/1234, Direktionen."""
    if watch.hidden:
        return t.say(p.WATCH_HIDDEN)
    if watch.kind == "case":
        return t.say(p.WATCH_CASE, number=watch.text)
    body = definite(watch.body_name or watch.body or "")
    if watch.kind == "body":
        return body
    topic = t.quoted(shorten(clean(watch.text), _TITLE))
    return t.say(p.WATCH_TOPIC_IN, topic=topic, body=body) if watch.body else topic


def named(watch: Watch, t: Texts) -> str:
    """What is watched for, standing by itself or behind "for": everything of a body is called so."""
    return t.say(p.WATCH_FROM_BODY, body=what(watch, t)) if watch.kind == "body" else what(watch, t)


def promise(watch: Watch, t: Texts) -> str:
    """The sentence that says what is going to be told."""
    if watch.kind == "body":
        phrase = p.WATCH_SET_BODY_DECIDED if watch.events == "decided" else p.WATCH_SET_BODY_ALL
    else:
        phrase = p.WATCH_SET_DECIDED if watch.events == "decided" else p.WATCH_SET_ALL
    return t.say(phrase, what=what(watch, t))


def stop_button(watch: Watch, t: Texts, *, aside: bool = False) -> Node:
    """The button that ends a watch; `aside`: the card that it is on stays, since it tells something else."""
    data: dict[str, object] = {"watch": watch.key, "aside": True} if aside else {"watch": watch.key}
    return execute(t.say(p.BUTTON_WATCH_STOP), verbs.WATCH_STOP, data)


def kept(watch: Watch, frame: Frame, told: str = "", back: Watch | None = None, *, fresh: bool = False) -> Rendered:
    """A watch that was set up (`fresh`), changed (`back`: what it was before) or there already.

    `told` says it, unless that is simply what is going to be told.
    """
    t = texts(frame.lang)
    if back is not None and not back.hidden:
        undo = execute(t.say(p.BUTTON_WATCH_UNDO), verbs.WATCH_CHANGE, {"watch": watch.key, "to": back.stored()})
    else:
        name = p.BUTTON_WATCH_UNDO if fresh else p.BUTTON_WATCH_STOP
        undo = execute(t.say(name), verbs.WATCH_STOP, {"watch": watch.key})
    titled = watch.kind == "topic" and not watch.hidden
    asked = prompt(p.ASK_DECISION_ON, t, topic=t.quoted(clean(watch.text))) if titled else None
    suggested = prompts((p.ASK_WATCHES, p.ASK_NEWS), t)
    return replace(
        _sheet(told or promise(watch, t), _rows(watch, "", frame, t), (undo, _other(watch, t)), frame),
        prompts=(*([asked] if asked and len(asked.text) <= _TITLE else []), *suggested),
    )


def one(watch: Watch, by: str, frame: Frame, *, own: bool) -> Rendered:
    """A watch of the list; `by` is the name of who set it up, `own`: the reader may end it."""
    t = texts(frame.lang)
    buttons = (stop_button(watch, t), _other(watch, t)) if own else ()
    rows = _rows(watch, by, frame, t)
    told = _sheet(promise(watch, t), rows, (*buttons, execute(t.say(p.BUTTON_WATCHES), verbs.WATCHES)), frame)
    return replace(told, prompts=prompts((p.ASK_WATCHES, p.ASK_NEWS), t))


def ended(watch: Watch, frame: Frame) -> Rendered:
    """A watch that is no more, with a button that sets it up again, where the reader may know of what."""
    t = texts(frame.lang)
    data = {"to": watch.stored()}
    again = None if watch.hidden else execute(t.say(p.BUTTON_WATCH_AGAIN), verbs.WATCH_ADD, data)
    told = _sheet(t.say(p.WATCH_ENDED, what=named(watch, t)), (), (again,), frame)
    return replace(told, prompts=prompts((p.ASK_WATCHES, p.ASK_NEWS), t))


def listed(
    watches: Sequence[Watch], names: Mapping[str, str], frame: Frame, start: int = 0, told: str = ""
) -> Rendered:
    """All watches of a person, or of a channel or group with the names of who set them up; a row opens one.

    `told` is said instead of how many there are. Needs a watch.
    """
    t = texts(frame.lang)
    told = told or t.say(p.WATCHES_HERE if frame.shared else p.WATCHES_YOURS, count=len(watches))
    shown = watches[start : start + PAGE]
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(p.LABEL_WATCHES)), rich(run(told, bold=True, large=True), spacing="Small"))
    spoken = [told]
    for watch in shown:
        narrow = _of(watch, t) if watch.events == "decided" else ""
        detail = ". ".join(part for part in (narrow, _by(watch, names.get(watch.owner, ""), frame, t)) if part)
        detail = detail[:1].upper() + detail[1:]
        title = named(watch, t)
        title = title[:1].upper() + title[1:]
        sheet.add(option_row(Option(title, detail, verbs.WATCH, {"watch": watch.key})))
        spoken.append(f"– {title} ({detail})" if detail else f"– {title}")
    last = start + len(shown)
    if len(shown) < len(watches):
        line = t.say(p.SHOWING, first=start + 1, last=last, count=len(watches))
        sheet.add(notice(line))
        spoken.append(line)
    if last < len(watches):
        sheet.press(execute(t.say(p.BUTTON_MORE), verbs.WATCHES, {"from": last}))
    sheet.add(shared_line(frame, t))
    text = "\n".join(spoken)
    suggested = prompts((p.ASK_NEWS, p.ASK_LATEST), t)
    return Rendered(with_shared_line(text, frame, t), card=sheet.build(text), prompts=suggested)


def _other(watch: Watch, t: Texts) -> Node | None:
    """The button that limits a watch to decisions, or takes that back; its data name what is watched for."""
    if watch.hidden:
        return None
    narrow = watch.events == "all"
    wanted = replace(watch, events="decided" if narrow else "all")
    name = p.BUTTON_WATCH_DECIDED if narrow else p.BUTTON_WATCH_ALL
    return execute(t.say(name), verbs.WATCH_CHANGE, {"watch": watch.key, "to": wanted.stored()})


def ask_all(watches: Sequence[Watch], frame: Frame) -> Rendered:
    """Asks whether all of these shall be ended. Needs a watch."""
    t = texts(frame.lang)
    step = Step(t.say(p.BUTTON_WATCH_STOP_ALL), verbs.WATCH_STOP_ALL, {}, grave=True)
    names = "; ".join(named(watch, t) for watch in watches[:PAGE])
    rows = [(t.say(p.LABEL_WATCHES), names if len(watches) <= PAGE else f"{names}; …")]
    question = t.say(p.CONFIRM_WATCH_STOP_ALL, count=len(watches))
    return confirm(question, t.say(p.WATCH_NO_WAY_BACK), step, frame, rows)


def all_ended(count: int, left: int, frame: Frame) -> Rendered:
    """So many watches are no more; `left` are somebody else's."""
    t = texts(frame.lang)
    told = t.say(p.WATCHES_ENDED, count=count)
    if left:
        told = f"{told} {t.say(p.WATCHES_LEFT, count=left)}"
    asked = prompts((p.ASK_WATCHES, p.ASK_NEWS), t) if left else prompts((p.ASK_NEWS, p.ASK_LATEST), t)
    return replace(_sheet(told, (), (), frame), prompts=asked)


def _of(watch: Watch, t: Texts) -> str:
    return t.say(p.WATCH_OF_DECIDED if watch.events == "decided" else p.WATCH_OF_ALL)


def _by(watch: Watch, name: str, frame: Frame, t: Texts) -> str:
    """ "Sat op af Anna Jensen, den 22. november 2026", in a channel alone."""
    if not frame.shared or not name or watch.created_at is None:
        return ""
    return f"{t.say(p.LABEL_WATCH_BY)} {_made(watch, name, t)}"


def _made(watch: Watch, name: str, t: Texts) -> str:
    assert watch.created_at is not None
    return t.say(p.WATCH_BY, name=name, date=watch.created_at.astimezone(LOCAL).date())


def _rows(watch: Watch, by: str, frame: Frame, t: Texts) -> list[tuple[str, str]]:
    rows = [
        (t.say(p.LABEL_WATCH_OF), _of(watch, t)),
        (t.say(p.LABEL_WATCH_WHERE), t.say(p.WATCH_HERE_ALL if frame.shared else p.WATCH_HERE_YOU)),
    ]
    if by and frame.shared and watch.created_at is not None:
        rows.append((t.say(p.LABEL_WATCH_BY), _made(watch, by, t)))
    return rows


def _sheet(told: str, rows: Sequence[tuple[str, str]], buttons: Sequence[Node | None], frame: Frame) -> Rendered:
    t = texts(frame.lang)
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(p.LABEL_WATCH)), heading(escaped(told)), *(row(name, value) for name, value in rows))
    sheet.add(shared_line(frame, t))
    sheet.press(*buttons)
    text = "\n".join([told, *(f"{name}: {value}" for name, value in rows)])
    return Rendered(with_shared_line(text, frame, t), card=sheet.build(text))
