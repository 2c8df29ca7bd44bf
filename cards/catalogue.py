"""What a phrase is, and the catalogue that every module of phrases writes itself into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """One sentence. `name` finds its translation; `example` holds values for its fields, "=NAME" for another phrase."""

    name: str
    source: str
    note: str
    plural: str | None = None
    example: Mapping[str, object] = field(default_factory=dict)


CATALOGUE: dict[str, Phrase] = {}
"""All phrases by name, in the order in which they are written."""


def phrase(name: str, source: str, note: str, /, *, plural: str | None = None, **example: object) -> Phrase:
    """Write a sentence into the catalogue. Raises ValueError for a name that is taken."""
    if name in CATALOGUE:
        raise ValueError(f"{name} is a phrase already")
    CATALOGUE[name] = Phrase(name, source, note, plural, example)
    return CATALOGUE[name]
