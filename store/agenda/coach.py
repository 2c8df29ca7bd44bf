"""What a careful colleague would say of an agenda item before it is submitted; pure, and only what is wrong stops."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as default
from datetime import datetime, timedelta
from typing import Any, Literal, get_args

from store.agenda.amounts import first_amount
from store.agenda.proposing import kind_of
from store.agenda.records import AgendaItem, Alike, Practice, Step
from store.agenda.singlecase import several
from store.calendar import WorkingDays, instant, local
from store.ingest import cpr
from store.ingest.casenumbers import after_label, alone

Level = Literal["stop", "warn"]
Code = Literal[
    "no_title",
    "no_meeting",
    "meeting_over",
    "cpr",
    "late_reason",
    "closed_without_reason",
    "late",
    "deadline_near",
    "meeting_full",
    "alike",
    "odd_case_number",
    "no_description",
    "several_cases",
    "amount_without_finance",
    "no_recommendation",
    "not_a_recommendation",
]
CODES: tuple[Code, ...] = get_args(Code)
"""All codes; those that stop first, then in the order of the wizard."""
STOPS: frozenset[Code] = frozenset(
    {"no_title", "no_meeting", "meeting_over", "cpr", "late_reason", "closed_without_reason"}
)
STEP_OF: Mapping[str, Step] = {
    "body_key": "where",
    "meeting_key": "where",
    "title": "where",
    "case_number": "where",
    "type": "where",
    "description": "matter",
    "finance": "matter",
    "assessment": "matter",
    "access": "proposal",
    "closed_reason": "proposal",
    "closed_note": "proposal",
    "recommendations": "proposal",
    "presenter": "proposal",
    "responsible": "proposal",
    "minutes": "proposal",
    "files": "files",
    "late_reason": "review",
}
"""At which step of the wizard a field is filled in."""
_WRITING = frozenset({"draft", "returned"})
_COMING = frozenset({"draft", "submitted", "returned", "ready", "postponed"})
_NEAR_HOURS, _NEAR_DAYS = 24, 2


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to mend or to know. `field` is one of store.agenda.records.FIELDS, or "files".

    `detail` by code: meeting_over {"why": "past"|"cancelled", "day"}; cpr {"place": number of the recommendation, or
    "file": masked name, "file_id"}; late, late_reason, deadline_near {"deadline": aware UTC}, of the last also "hours"
    or "days" left; meeting_full {"minutes", "capacity"}; alike {"alike": tuple of Alike}; several_cases {"parts": what
    tells them apart}; amount_without_finance {"amount", "in": field}; not_a_recommendation {"fits": "briefing",
    "discussion" or ""}; closed_without_reason {"note": whether only its words are missing}.
    """

    code: Code
    level: Level
    field: str
    step: Step
    detail: Mapping[str, Any] = default(default_factory=dict)


def remarks(
    item: AgendaItem,
    *,
    now: datetime,
    days: WorkingDays | None = None,
    practice: Practice | None = None,
    load: int | None = None,
    alike: tuple[Alike, ...] = (),
) -> tuple[Remark, ...]:
    """What is to be said of the item at `now` (aware), in the order of CODES; nothing of one that is over.

    `load` is how many minutes the meeting's items take (of one that is still written, without itself); its capacity is
    the practice's, else the length of the meeting. `alike` must hold only what the reader may see.
    """
    if item.state in ("withdrawn", "decided"):
        return ()
    found = [
        *_where(item, now, days or WorkingDays()),
        *_full(item, practice, load),
        *_matter(item),
        *_proposal(item),
        *_personal(item),
    ]
    fresh = tuple(one for one in alike if not one.linked)
    if fresh:
        found.append(_remark("alike", "title", alike=fresh))
    return tuple(sorted(found, key=lambda remark: CODES.index(remark.code)))


def stops(item: AgendaItem, *, now: datetime) -> tuple[Code, ...]:
    """Codes of what keeps the item from being submitted, each once."""
    return tuple(dict.fromkeys(remark.code for remark in remarks(item, now=now) if remark.level == "stop"))


def _remark(code: Code, field: str, **detail: Any) -> Remark:
    return Remark(code, "stop" if code in STOPS else "warn", field, STEP_OF[field], detail)


def _where(item: AgendaItem, now: datetime, days: WorkingDays) -> Iterator[Remark]:
    meeting = item.meeting
    if item.state not in _COMING:
        return
    if meeting is None:
        # A postponed item waits until a meeting is chosen.
        if item.state != "postponed":
            yield _remark("no_meeting", "meeting_key")
        return
    if not meeting.held:
        yield _remark("meeting_over", "meeting_key", why="cancelled", day=meeting.day)
        return
    begins = instant(meeting.day, meeting.start) if meeting.start is not None else None
    if meeting.day < local(now).date() or (begins is not None and begins <= now):
        yield _remark("meeting_over", "meeting_key", why="past", day=meeting.day)
        return
    yield from _deadline(item, now, days)


def _deadline(item: AgendaItem, now: datetime, days: WorkingDays) -> Iterator[Remark]:
    deadline = item.meeting.deadlines.get("submission") if item.meeting is not None else None
    if deadline is None:
        return
    writing = item.state == "draft" or item.submitted_at is None
    # What was returned keeps its place: correcting it makes it no later than it was.
    late = now > deadline if writing else item.late and item.state in ("submitted", "returned")
    if late:
        yield _remark("late" if item.late_reason.strip() else "late_reason", "late_reason", deadline=deadline)
        return
    if not writing:
        return
    left = deadline - now
    if left <= timedelta(hours=_NEAR_HOURS):
        hours = int(left.total_seconds() // 3600)
        yield _remark("deadline_near", "meeting_key", deadline=deadline, hours=hours)
        return
    first = local(now).date() + timedelta(days=1)
    if left < timedelta(days=30) and (working := days.between(first, local(deadline).date())) <= _NEAR_DAYS:
        yield _remark("deadline_near", "meeting_key", deadline=deadline, days=working)


def _full(item: AgendaItem, practice: Practice | None, load: int | None) -> Iterator[Remark]:
    meeting = item.meeting
    if load is None or meeting is None or item.state not in _COMING:
        return
    capacity = practice.capacity if practice is not None else None
    if capacity is None and meeting.start is not None and meeting.end is not None:
        capacity = (meeting.end.hour - meeting.start.hour) * 60 + meeting.end.minute - meeting.start.minute
    # What was submitted is in the load already.
    minutes = load + ((item.minutes or 0) if item.state in _WRITING else 0)
    if capacity is not None and capacity > 0 and minutes > capacity:
        yield _remark("meeting_full", "meeting_key", minutes=minutes, capacity=capacity)


def _matter(item: AgendaItem) -> Iterator[Remark]:
    if not item.title.strip():
        yield _remark("no_title", "title")
    if item.access == "closed" and item.closed_reason is None:
        yield _remark("closed_without_reason", "closed_reason", note=False)
    elif item.access == "closed" and item.closed_reason == "other" and not item.closed_note.strip():
        yield _remark("closed_without_reason", "closed_note", note=True)
    if not item.description.strip():
        yield _remark("no_description", "description")
    parts = several(item)
    if parts:
        yield _remark("several_cases", "recommendations" if parts[0] in item.recommendations else "title", parts=parts)
    elif item.case_number.strip() and not _known_form(item.case_number.strip()):
        yield _remark("odd_case_number", "case_number")


def _known_form(number: str) -> bool:
    told = f"Sagsnr. {number}"
    labelled = after_label(number) or after_label(told)
    return alone(number) is not None or (
        labelled is not None and labelled[0] is not None and number.endswith(labelled[0])
    )


def _proposal(item: AgendaItem) -> Iterator[Remark]:
    proposals = [text for text in item.recommendations if text.strip()]
    if not proposals and item.type == "decision":
        yield _remark("no_recommendation", "recommendations")
    kinds = {kind_of(text) for text in proposals}
    if proposals and "proposal" not in kinds and (item.type == "decision" or kinds == {"none"}):
        fits = "briefing" if "noting" in kinds else "discussion" if "discussing" in kinds else ""
        yield _remark("not_a_recommendation", "recommendations", fits=fits)
    if not item.finance.strip(" \t\r\n.-–—"):
        texts = (
            ("description", item.description),
            ("recommendations", "\n".join(item.recommendations)),
            ("assessment", item.assessment),
        )
        amount = next(((found, name) for name, text in texts if (found := first_amount(text))), None)
        if amount:
            yield Remark(
                "amount_without_finance", "warn", "finance", STEP_OF["finance"], {"amount": amount[0], "in": amount[1]}
            )


def _personal(item: AgendaItem) -> Iterator[Remark]:
    """Personal numbers, by field; the number itself is in no remark."""
    texts = (
        ("title", item.title),
        # A case number is called so by its field: ten digits alone are none, a dashed one is a person's.
        ("case_number", f"Sagsnr. {item.case_number}"),
        ("closed_note", item.closed_note),
        ("description", item.description),
        ("finance", item.finance),
        ("assessment", item.assessment),
        ("presenter", item.presenter.text if item.presenter is not None else ""),
        ("responsible", item.responsible.text if item.responsible is not None else ""),
        ("late_reason", item.late_reason),
    )
    for name, text in texts:
        if cpr.find(text):
            yield _remark("cpr", name)
    for place, text in enumerate(item.recommendations, 1):
        if cpr.find(text):
            yield _remark("cpr", "recommendations", place=place)
    for file in item.files:
        if file.cpr or cpr.find(file.name):
            yield _remark("cpr", "files", file=cpr.mask(file.name), file_id=file.id)
