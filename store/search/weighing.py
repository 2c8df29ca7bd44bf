"""How surely a matter is the one asked for, and how well it fits, as far as that is the same in every scope."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from rapidfuzz import fuzz

from store.search.concepts import Concept
from store.search.confidence import COVERED, Evidence, features
from store.search.entries import Entry, load
from store.search.index import Driver
from store.search.matcher import Matcher, best_of
from store.search.rank import Matter, Scored, judged
from store.search.scope import Aim, item_rows
from store.search.sought import Prepared, Weighed
from store.search.surroundings import Surroundings
from store.search.titles import named, says_nothing, stemmed

_YEAR = re.compile(r"(?:19|20)\d\d")
TITLE_HAS_A_SAY = 0.15
"""Of the question that a title covers."""
CLOSE_TOGETHER = 0.08
"""What it speaks for a passage that the words of the question stand close together in it."""
AT_THE_HEAD, HEAD = 0.05, 150
"""As CLOSE_TOGETHER, for those in the first letters of its line, where its heading stands."""


def weigh(driver: Driver, ready: Prepared, groups: Mapping[int, Sequence[int]], aim: Aim) -> None:
    """Judge groups that no scope had before, and hold them."""
    held = ready.held
    entries = load(driver, ready.opened, groups)
    read_closed = {group for group, some in entries.items() if any(one.shelf_id in ready.closed for one in some)}
    held.items |= item_rows(driver, [group for group in groups if group > 0], read_closed)
    if held.around is None:
        held.around = Surroundings(driver, ready.opened, ready.postings, ready.stored)
    held.around.add(entries)
    keys = {key for concept in ready.reading.concepts for key in concept.all_keys()}
    for group in groups:
        some = entries.get(group, ())
        matter = judged(group, some, ready.matcher, ready.stored, held.around.of, held.lines)
        held.weighed[group] = _weighed(ready, matter, keys, aim, held.around) if matter is not None else None


def _weighed(ready: Prepared, matter: Matter, keys: AbstractSet[str], aim: Aim, around: Surroundings) -> Weighed:
    scale = ready.scale
    row = ready.held.items.get(matter.group)
    matter.day = row.day if row is not None else matter.day
    title = row.title if row is not None else ""
    likeness = fuzz.token_set_ratio(stemmed(ready.topic), stemmed(title)) / 100 if title else 0.0
    together = max(matter.entries, key=_coverage)
    whole = best_of(matter.whole, together.around)
    share = named(title, keys) if title else 0.0
    found = features(Evidence(scale, whole, together.around, matter.title, share, _untitled(matter, title)))
    said = best_of(whole, around.theme(matter.entries[0].entry.document_id)) if scale.placed else whole
    elsewhere = any([said[place] < COVERED for place in scale.placed])
    matter.exact = found["exact"]
    score = (
        (0.42 if aim.detail else 0.54) * matter.coverage
        + (0.30 if aim.detail else 0.18) * together.coverage
        + 0.14 * matter.title_coverage
        + 0.05 * likeness
        + 0.03 * matter.exact
    )
    return Weighed(
        matter,
        found,
        elsewhere or _other_year(matter, ready.reading.concepts, whole),
        score,
        of_kind=any(one.entry.kind in aim.kinds for one in matter.entries),
        placed=_well_placed(ready.matcher, together.entry) if matter.group < 0 else 0.0,
        twin=matter.group < 0 and _twin(matter.entries[0].entry.kind, aim),
    )


def _coverage(one: Scored) -> float:
    return one.coverage


def _other_year(matter: Matter, concepts: Sequence[Concept], whole: Sequence[float]) -> bool:
    """Whether the question names a year in which the item was not dealt with, and that it does not speak of."""
    if matter.group < 0 or matter.day is None:
        return False
    years = [(int(c.words[0]), w) for c, w in zip(concepts, whole, strict=True) if _YEAR.fullmatch(c.words[0])]
    return bool(years) and all(strength < COVERED and year != matter.day.year for year, strength in years)


def _well_placed(matcher: Matcher, entry: Entry) -> float:
    """What speaks for a passage beside the words it holds: that they stand together, and at its head."""
    close = CLOSE_TOGETHER * matcher.closest(entry.terms)
    return close + (AT_THE_HEAD * matcher.closest(entry.terms[:HEAD]) if entry.kind == "passage" else 0.0)


def _twin(kind: str, aim: Aim) -> bool:
    """Whether a fact outside all items says again what a passage says, and is not of the kind asked for."""
    return kind != "passage" and kind not in aim.kinds


def _untitled(matter: Matter, title: str) -> bool:
    """Whether the title has no say: there is none, it says nothing, or only an attachment under it is what is meant."""
    return says_nothing(title) or (matter.best_passage is not None and matter.title_coverage < TITLE_HAS_A_SAY)
