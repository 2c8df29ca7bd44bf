"""A topic read and prepared for a search, what was made of it so far, and what a search gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from store.search.confidence import Scale
from store.search.engine import Postings
from store.search.matcher import Matcher
from store.search.rank import Gains, Matter
from store.search.reading import Reading
from store.search.scope import ItemRow
from store.search.surroundings import Surroundings


@dataclass(slots=True)
class Sought:
    """The outcome: matters best first, each with its chance of being the one asked for."""

    reading: Reading
    matcher: Matcher
    matters: list[Matter] = field(default_factory=list)
    items: dict[int, ItemRow] = field(default_factory=dict)
    features: dict[int, dict[str, float]] = field(default_factory=dict)
    chances: dict[int, float] = field(default_factory=dict)

    def key(self, matter: Matter) -> str:
        """A name made from content, to order equals by: ids may hang on what the asker may not see."""
        row = self.items.get(matter.group)
        return row.key if row is not None else matter.entries[0].entry.key

    def missing(self, matter: Matter | None) -> tuple[str, ...]:
        """Words of the question that the matter does not hold, as typed; of all words when there is no matter."""
        if matter is None:
            return tuple(concept.typed for concept in self.reading.concepts if not concept.generic)
        return tuple(
            concept.typed
            for concept, strength in zip(self.reading.concepts, matter.whole, strict=True)
            if strength < 0.4 and not concept.generic
        )


@dataclass(slots=True)
class Weighed:
    """A matter as it is in every scope: `score` is what no scope touches, and the rest is added to it in order."""

    matter: Matter
    features: dict[str, float]
    barred: bool
    """It is of another place or year than the question names."""
    score: float
    of_kind: bool
    placed: float
    twin: bool


@dataclass(slots=True)
class Held:
    """What was made out of a topic in one scope and is so in the next: a question is tried in several."""

    gained: Gains | None = None
    around: Surroundings | None = None
    lines: dict[str, list[float]] = field(default_factory=dict)
    items: dict[int, ItemRow] = field(default_factory=dict)
    weighed: dict[int, Weighed | None] = field(default_factory=dict)
    """By group; None where nothing of it may be read."""
    sought: dict[tuple[object, ...], Sought] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A topic as read against the opened shelves, with the postings of its rarest terms."""

    topic: str
    opened: Sequence[int]
    closed: frozenset[int]
    """Those of the opened shelves that hold closed matter."""
    reading: Reading
    matcher: Matcher
    stored: Matcher
    """As `matcher`, for the own words of facts on the opened shelves alone: without what none of them holds."""
    scale: Scale
    postings: Postings
    held: Held = field(default_factory=Held, init=False)
