"""What the five steps of registering an item show, from an item and what was typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from cards import casephrases as cp
from cards import verbs
from cards.casefields import marks, place_value, shown
from cards.caseinputs import Field, choices, fitting, number_input, text_inputs, typed_or, warning
from cards.caseread import body
from cards.casetold import REASONS, choice, deadline, file_line, is_late
from cards.casewords import TYPES
from cards.catalogue import Phrase
from cards.grammar import definite
from cards.parts import Node, actions, execute, notice, rich, run
from cards.texts import Texts, clean, shorten
from store.agenda.records import MOST_SHORT, MOST_TITLE, AgendaFile, AgendaItem, ClosedReason, Step
from store.calendar_records import CalendarMeeting
from store.records import BodyRecord

MOST_PLACES, MOST_MINUTES, FILES_PAGE = 40, 600, 8


@dataclass(frozen=True, slots=True)
class Page:
    """What a step is drawn from. `typed` is what was typed and is not saved, `faults` says why, both by field."""

    item: AgendaItem
    now: datetime
    meetings: Sequence[CalendarMeeting] = ()
    bodies: Sequence[BodyRecord] = ()
    """Bodies without a coming meeting."""
    typed: Mapping[str, str] = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)
    told: Sequence[str] = ()
    warned: Sequence[str] = ()
    remarks: Sequence[Node] = ()
    """What the coach has to say, drawn."""
    remarked: Sequence[str] = ()
    stopped: bool = False
    """Something is so wrong that it cannot be submitted."""
    start: int = 0
    """The first file shown."""


def carried(page: Page, step: Step, to: str) -> dict[str, object]:
    """What a button of a step brings back beside its inputs; `to` is the step that it leads to."""
    data: dict[str, object] = {"item": page.item.id, "version": page.item.version, "step": step, "to": to}
    data["seen"] = marks(page.item, step)
    fields = _long_fields(page, step)
    kept = sorted({one.name for one in fields if not (one.fault or one.unsaved)} - fitting(fields)[0])
    return {**data, "kept": kept} if kept else data


def _where(page: Page, t: Texts) -> list[Node]:
    item, typed, faults = page.item, page.typed, page.faults
    rows = [(choice(one, page.now, t), place_value(one, None)) for one in page.meetings[:MOST_PLACES]]
    rows += [(t.say(cp.CHOICE_NO_MEETING, body=definite(one.name)), place_value(None, one.key)) for one in page.bodies]
    chosen = typed_or(typed, "place", place_value(item.meeting, item.body_key))
    known = {value for _, value in rows}
    if chosen and chosen not in known and chosen == place_value(item.meeting, item.body_key):
        rows.insert(0, (_elsewhere(item, page.now, t), chosen))
        known.add(chosen)
    found: list[Node] = []
    if rows:
        held = chosen if chosen in known else ""
        found += choices("place", cp.FIELD_PLACE_MEETING, rows, held, t, fault=faults.get("place", ""))
    else:
        found.append(warning(t.say(cp.NOWHERE)))
    due = deadline(item, page.now, t)
    found += [notice(due)] if due and "place" not in typed else []
    kinds = [(t.say(phrase), value) for value, phrase in TYPES.items()]
    title = Field("title", cp.FIELD_TITLE, typed_or(typed, "title", item.title), MOST_TITLE, hint=cp.HINT_TITLE,
                  fault=faults.get("title", ""))  # fmt: skip
    case = Field("case_number", cp.FIELD_CASE_NUMBER, typed_or(typed, "case_number", item.case_number), MOST_SHORT,
                 hint=cp.HINT_CASE_NUMBER, fault=faults.get("case_number", ""))  # fmt: skip
    found += text_inputs((title, case), t)
    found += choices("type", cp.FIELD_TYPE, kinds, typed_or(typed, "type", item.type), t, expanded=True,
                     fault=faults.get("type", ""))  # fmt: skip
    return [*found, notice(t.say(cp.WORDS_WHERE))]


def _elsewhere(item: AgendaItem, now: datetime, t: Texts) -> str:
    if item.meeting is not None:
        return choice(item.meeting, now, t)
    return t.say(cp.CHOICE_NO_MEETING, body=definite(item.body))


_LONG: Mapping[str, tuple[tuple[str, Phrase, Phrase], ...]] = {
    "matter": (
        ("description", cp.FIELD_DESCRIPTION, cp.HINT_DESCRIPTION),
        ("finance", cp.FIELD_FINANCE, cp.HINT_FINANCE),
        ("assessment", cp.FIELD_ASSESSMENT, cp.HINT_ASSESSMENT),
    ),
    "proposal": (("recommendations", cp.FIELD_RECOMMENDATIONS_INPUT, cp.HINT_RECOMMENDATIONS),),
}


def _long_fields(page: Page, step: Step) -> list[Field]:
    """The inputs of a step that may hold more than a card can."""
    return [
        Field(name, label, typed_or(page.typed, name, shown(page.item, name)), lines=True, hint=hint,
              fault=page.faults.get(name, ""), unsaved=name in page.typed)
        for name, label, hint in _LONG.get(step, ())
    ]  # fmt: skip


def _matter(page: Page, t: Texts) -> list[Node]:
    return [*text_inputs(_long_fields(page, "matter"), t), notice(t.say(cp.WORDS_MATTER))]


def _proposal(page: Page, t: Texts) -> list[Node]:
    item, typed, faults = page.item, page.typed, page.faults
    found = text_inputs(_long_fields(page, "proposal"), t)
    open_or_not = [(t.say(cp.ACCESS_OPEN_ITEM), "open"), (t.say(cp.ACCESS_CLOSED_ITEM), "closed")]
    found += choices("access", cp.FIELD_ACCESS_ITEM, open_or_not, typed_or(typed, "access", item.access), t,
                     expanded=True, fault=faults.get("access", ""))  # fmt: skip
    reasons: dict[ClosedReason, Phrase] = dict(REASONS)
    found += choices("closed_reason", cp.FIELD_CLOSED_REASON, [(t.say(name), value) for value, name in reasons.items()],
                     typed_or(typed, "closed_reason", item.closed_reason or ""), t,
                     fault=faults.get("closed_reason", ""))  # fmt: skip
    people = (
        ("closed_note", cp.FIELD_CLOSED_NOTE, item.closed_note),
        ("presenter", cp.FIELD_PRESENTER, item.presenter.text if item.presenter else ""),
        ("responsible", cp.FIELD_RESPONSIBLE, item.responsible.text if item.responsible else ""),
    )
    found += text_inputs(
        [Field(name, label, typed_or(typed, name, value), MOST_SHORT, fault=faults.get(name, ""))
         for name, label, value in people], t
    )  # fmt: skip
    minutes = typed_or(typed, "minutes", str(item.minutes or ""))
    found += number_input("minutes", cp.FIELD_MINUTES_ITEM, minutes, MOST_MINUTES, t, faults.get("minutes", ""))
    return [*found, notice(t.say(cp.WORDS_PROPOSAL))]


def _files(page: Page, t: Texts) -> list[Node]:
    item = page.item
    if not item.files:
        return [rich(run(t.say(cp.FILES_NONE)), spacing="Small"), notice(t.say(cp.FILES_HOW))]
    start = page.start if 0 <= page.start < len(item.files) else 0
    shown = item.files[start : start + FILES_PAGE]
    found: list[Node] = []
    if len(shown) < len(item.files):
        found.append(notice(t.say(cp.FILES_SHOWN, first=start + 1, last=start + len(shown), count=len(item.files))))
    for file in shown:
        found += _file(item, file, t)
    if len(shown) < len(item.files):
        further = start + FILES_PAGE if start + FILES_PAGE < len(item.files) else 0
        data = {**carried(page, "files", "files"), "from": further}
        found.append(actions(execute(t.say(cp.BUTTON_MORE_FILES), verbs.CASE_STEP, data)))
    return [*found, notice(t.say(cp.FILES_HOW))]


def _file(item: AgendaItem, file: AgendaFile, t: Texts) -> list[Node]:
    name = shorten(clean(file.name), 120)
    lines = [rich(run(name, bold=True)), rich(run(file_line(file, t), subtle=True), spacing="None")]
    if file.cpr:
        lines.append(warning(t.say(cp.FILE_CPR)))
    data = {"item": item.id, "version": item.version, "file": file.id}
    short = shorten(name, 18)
    toggle = "closed" if file.access == "open" else "open"
    turn = cp.BUTTON_CLOSE_FILE if file.access == "open" else cp.BUTTON_OPEN_FILE
    pressed = actions(
        execute(t.say(turn, name=short), verbs.CASE_FILE, {**data, "access": toggle}),
        execute(t.say(cp.BUTTON_REMOVE_FILE, name=short), verbs.CASE_FILE, {**data, "access": "remove"}),
    )
    return [{"type": "Container", "style": "emphasis", "spacing": "Small", "items": [*lines, pressed]}]


def _review(page: Page, t: Texts) -> list[Node]:
    found = list(page.remarks)
    if is_late(page.item, page.now):
        typed = typed_or(page.typed, "late_reason", page.item.late_reason)
        reason = Field("late_reason", cp.FIELD_LATE_REASON, typed, MOST_SHORT * 5, lines=True,
                       fault=page.faults.get("late_reason", ""))  # fmt: skip
        found += [rich(run(deadline(page.item, page.now, t)), spacing="Medium"), *text_inputs((reason,), t)]
    due = deadline(page.item, page.now, t) if not is_late(page.item, page.now) else ""
    found += [notice(due)] if due else []
    shown_item = [notice(t.say(cp.REVIEW_INTRO)), *body(page.item, t)]
    return [*found, {"type": "Container", "separator": True, "spacing": "Medium", "items": shown_item}]


DRAWN: Mapping[Step, Callable[[Page, Texts], list[Node]]] = {
    "where": _where,
    "matter": _matter,
    "proposal": _proposal,
    "files": _files,
    "review": _review,
}
"""What stands between the heading of a step and its buttons."""
