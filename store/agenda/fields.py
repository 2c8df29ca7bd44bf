"""What people write into the fields of an agenda item, judged and cleaned; pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from store.agenda.records import (
    MOST_RECOMMENDATIONS,
    MOST_SHORT,
    MOST_TEXT,
    MOST_TITLE,
    REASONS,
    STEPS,
    TYPES,
    BadField,
    Named,
)
from store.ingest import cpr
from store.ingest.wording import tidy

MOST_MINUTES = 600
MOST_LINKS = 20
MOST_KEY = 300
"""No key of a body, meeting or item is longer."""
ACCESSES = ("open", "closed")


def cleaned(name: str, value: Any) -> Any:
    """The value as the field keeps it. Raises BadField for one that it cannot take, and for no field."""
    clean = _CLEAN.get(name)
    if clean is None:
        raise BadField(name[:MOST_SHORT], "unknown")
    return clean(name, value)


def line(name: str, value: Any, most: int) -> str:
    """One line without unseen signs. Raises BadField."""
    if not isinstance(value, str):
        raise BadField(name, "wrong")
    # What is far too long is not worth cleaning.
    if len(value) > 4 * most + 1000:
        raise BadField(name, "too_long", most)
    text = " ".join(tidy(value).split())
    if len(text) > most:
        raise BadField(name, "too_long", most)
    return text


def prose(name: str, value: Any, most: int = MOST_TEXT) -> str:
    """A text of any number of lines without unseen signs. Raises BadField."""
    if not isinstance(value, str):
        raise BadField(name, "wrong")
    if len(value) > 4 * most + 1000:
        raise BadField(name, "too_long", most)
    text = tidy(value).strip()
    if len(text) > most:
        raise BadField(name, "too_long", most)
    return text


def masked(value: Any) -> Any:
    """What a field held, as the history keeps it: JSON, without personal numbers."""
    if isinstance(value, str):
        return cpr.mask(value)
    if isinstance(value, Named):
        return {"text": cpr.mask(value.text), "person": value.person}
    if isinstance(value, list | tuple | frozenset):
        return [masked(one) for one in value]
    return value


def _line_of(most: int) -> Callable[[str, Any], Any]:
    return lambda name, value: line(name, value, most)


def _one_of(allowed: tuple[str, ...], *, none: bool = False) -> Callable[[str, Any], Any]:
    def clean(name: str, value: Any) -> Any:
        if (value is None and none) or (isinstance(value, str) and value in allowed):
            return value
        raise BadField(name, "wrong")

    return clean


def _key(name: str, value: Any) -> str | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise BadField(name, "wrong")
    if len(value) > MOST_KEY or tidy(value) != value:
        raise BadField(name, "unknown")
    return value


def _recommendations(name: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise BadField(name, "wrong")
    if len(value) > 10 * MOST_RECOMMENDATIONS:
        raise BadField(name, "too_many", MOST_RECOMMENDATIONS)
    found = tuple(text for text in (prose(name, one) for one in value) if text)
    if len(found) > MOST_RECOMMENDATIONS:
        raise BadField(name, "too_many", MOST_RECOMMENDATIONS)
    if sum(map(len, found)) > MOST_TEXT:
        raise BadField(name, "too_long", MOST_TEXT)
    return found


def _named(name: str, value: Any) -> Named | None:
    if value is None:
        return None
    if isinstance(value, str):
        value = Named(value)
    if not isinstance(value, Named) or not isinstance(value.person, str | None):
        raise BadField(name, "wrong")
    text = line(name, value.text, MOST_SHORT)
    if value.person is not None and len(value.person) > MOST_KEY:
        raise BadField(name, "unknown")
    return Named(text, value.person or None) if text or value.person else None


def _minutes(name: str, value: Any) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MOST_MINUTES:
        raise BadField(name, "wrong", MOST_MINUTES)
    return value


def _links(name: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise BadField(name, "wrong")
    if len(value) > MOST_LINKS:
        raise BadField(name, "too_many", MOST_LINKS)
    keys = (_key(name, one) for one in value)
    return tuple(dict.fromkeys(key for key in keys if key is not None))


_CLEAN: Mapping[str, Callable[[str, Any], Any]] = {
    "body_key": _key,
    "meeting_key": _key,
    "title": _line_of(MOST_TITLE),
    "case_number": _line_of(MOST_SHORT),
    "type": _one_of(TYPES),
    "access": _one_of(ACCESSES),
    "closed_reason": _one_of(REASONS, none=True),
    "closed_note": prose,
    "neutral_title": _line_of(MOST_TITLE),
    "description": prose,
    "finance": prose,
    "assessment": prose,
    "recommendations": _recommendations,
    "presenter": _named,
    "responsible": _named,
    "minutes": _minutes,
    "late_reason": prose,
    "links": _links,
    "step": _one_of(STEPS),
}
