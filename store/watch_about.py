"""Whether what holds the words of a watch is about them, or mentions them in passing: a question shows both, a message
that nobody asked for just then only the first."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from store.search.concepts import Concept
from store.search.finding import Sought
from store.search.rank import Matter

TITLED = 0.4
"""The share of what is watched for that a title must have."""
HELD = 0.6
"""The share that a decision, a recommendation or another section must have."""
MET = 2
"""So often a section must come back to it when neither title nor decision names it."""
MET_IN_PAPER = 4
"""So many places of a paper of no meeting must be on it."""
_SURE_WAY = 0.6
_TELLING = frozenset({"decision", "recommendation"})
_SECTIONS = frozenset({"background", "assessment", "finance", "decision", "recommendation"})
"""Persons, dates and amounts say again what a section says."""


def item_is_about(sought: Sought, matter: Matter) -> bool:
    """Whether an item is about the topic: by title, decision or recommendation, or because it comes back to it."""
    if matter.title_coverage >= TITLED:
        return True
    own = [one.entry for one in matter.entries if one.entry.core and sought.matcher.share(one.own) >= HELD]
    if any(entry.kind in _TELLING for entry in own):
        return True
    sections = [entry for entry in own if entry.kind in _SECTIONS]
    heaviest = max(sought.reading.concepts, key=lambda concept: concept.weight, default=None)
    return len(sections) >= MET or any(_times(heaviest, entry.terms) >= MET for entry in sections)


def paper_is_about(matters: Sequence[Matter], facts: Collection[int]) -> bool:
    """Whether a paper of no meeting, with these facts, is about the topic that the matters surely are on."""
    own = [matter for matter in matters if -matter.group in facts]
    return len(own) >= MET_IN_PAPER or any(matter.entries[0].entry.kind == "initiative" for matter in own)


def _times(concept: Concept | None, line: str) -> int:
    """How often a line has the surest single word for the concept."""
    ways = [way for way in concept.ways if len(way.keys) == 1 and way.weight >= _SURE_WAY] if concept else []
    return max((f" {line}".count(f" {way.keys[0]}=") for way in ways), default=0)
