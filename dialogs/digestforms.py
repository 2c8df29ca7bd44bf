"""A weekly reminder as filled in on its form, and as a button carries it; whatever makes no sense is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import time
from typing import Any, cast, get_args

from cards import digestphrases as gp
from cards.catalogue import Phrase
from dialogs.understanding.slots import numbers
from store.calendar import Shift
from store.followup_records import SECTIONS, Digest
from store.outbox_records import Weekly
from store.records import Lang

USUAL = Weekly(0, time(8))
"""Monday, 8.00."""
_MOST = 20


class Wrong(ValueError):
    """A field that makes no sense; `field` names it."""

    def __init__(self, field: Phrase, text: str = "") -> None:
        super().__init__("wrong")
        self.field, self.text = field, text


def filled(data: Mapping[str, Any], before: Digest) -> Digest:
    """`before` as it was filled in. Raises Wrong."""
    shift = str(data.get("shift") or before.schedule.shift)
    if shift not in get_args(Shift):
        raise Wrong(gp.FIELD_DIGEST_SHIFT)
    lang = str(data.get("lang") or before.lang)
    sections = tuple(one for one in SECTIONS if one in _several(data.get("sections", ",".join(before.sections))))
    if not sections:
        raise Wrong(gp.FIELD_DIGEST_SECTIONS)
    weekday = _number(data.get("weekday", before.schedule.weekday), gp.FIELD_DIGEST_WEEKDAY, range(7))
    at = _time(data.get("at", f"{before.schedule.at:%H:%M}"))
    return replace(
        before,
        schedule=Weekly(weekday, at, cast(Shift, shift)),
        lang=cast(Lang, lang if lang in get_args(Lang) else before.lang),
        bodies=_several(data.get("bodies")),
        initiatives=_several(data.get("initiatives")),
        cases=_cases(str(data.get("cases") or "")),
        mine=before.audience == "personal" and data.get("mine") in ("true", True),
        horizon=_number(data.get("horizon", before.horizon), gp.FIELD_DIGEST_HORIZON, range(1, 93)),
        sections=sections,
        say_nothing=data.get("empty") not in ("true", True),
    )


def carried(digest: Digest) -> dict[str, object]:
    """What a button carries that sets it up."""
    return {**digest.stored(), "schedule": digest.schedule.stored(), "lang": digest.lang}


def of_carried(told: object, place: Digest) -> Digest:
    """The reminder that a button carries, for this place. Raises Wrong."""
    if not isinstance(told, Mapping):
        raise Wrong(gp.DIGEST_FORM)
    try:
        settings = Digest.settings(told)
        schedule = Weekly.of(told["schedule"])
        ok = all(isinstance(one, str) for name in ("bodies", "initiatives", "cases") for one in settings[name])
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Wrong(gp.DIGEST_FORM) from None
    if not ok or schedule.shift not in get_args(Shift):
        raise Wrong(gp.DIGEST_FORM)
    lang: Lang = "en" if told.get("lang") == "en" else "da"
    return replace(place, schedule=schedule, lang=lang, **settings)


def _several(value: object) -> tuple[str, ...]:
    parts = str(value).split(",") if isinstance(value, str) else []
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))[:_MOST]


def _cases(text: str) -> tuple[str, ...]:
    """The case numbers in it. Raises Wrong when there is text but none."""
    found = tuple(dict.fromkeys(slot.value for slot in numbers(text) if slot.kind == "case"))
    if text.strip() and not found:
        raise Wrong(gp.FIELD_DIGEST_CASES, text.strip()[:60])
    return found[:_MOST]


def _number(value: object, field: Phrase, allowed: range) -> int:
    try:
        number = int(str(value))
    except ValueError:
        raise Wrong(field) from None
    if number not in allowed:
        raise Wrong(field)
    return number


def _time(value: object) -> time:
    try:
        said = time.fromisoformat(str(value))
    except ValueError:
        raise Wrong(gp.FIELD_DIGEST_TIME) from None
    return said.replace(second=0, microsecond=0, tzinfo=None)
