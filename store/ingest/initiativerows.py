"""Rows of initiatives: what each of their facts is in them, and which passages they say over again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from store.ingest.parsed import Abbreviation, Page, ParsedFact, ParsedInitiative, ParsedList, Span, When
from store.ingest.source import holds_cpr, suspect_fact, suspect_initiative
from store.initiativenames import initiative_key

INITIATIVE_KINDS = frozenset({"initiative", "part", "milestone", "responsibility", "goal"})
_RESTATED_KINDS = frozenset({"passage", "date", "person"})
_LEFT_OVER = 0.1
"""Share of a passage's letters that may be its bullets, numbers and lead-in."""
_LONGEST_SHORT, _LONGEST_LONG = 30, 200
"""Characters of a short form and of what it stands for; what is longer is none, and no key of an index either."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A fact of an initiative on its way in; `detail` is what it is there. `list` is the list's place, from 0."""

    fact: ParsedFact
    detail: Mapping[str, Any]
    list: int | None = None
    suspect: bool = False


@dataclass(slots=True)
class InitiativeRows:
    """What is to be written once the facts are."""

    initiatives: list[dict[str, Any]] = field(default_factory=list)
    lists: list[dict[str, Any]] = field(default_factory=list)
    facts: list[dict[str, Any]] = field(default_factory=list)
    abbreviations: list[dict[str, Any]] = field(default_factory=list)


def count_rows(one: ParsedInitiative) -> int:
    """How many ids an initiative takes: itself, its lists, its facts."""
    return 1 + len(one.lists) + sum(1 for _ in tellings(one))


def initiative_row(
    one: ParsedInitiative, number: int, place: Mapping[str, int | None], document: str, position: int
) -> dict[str, Any]:
    """`place`: document_id, item_id, attachment_id; `document`: the document's key."""
    return {
        "id": number,
        "key": initiative_key(one.title, one.owner, document),
        **place,
        "position": position,
        "title": one.title,
        "kind": one.kind,
        "owner": one.owner,
        "status": one.status,
        "on_date": one.on,
        "has_cpr": suspect_initiative(one),
    }


def list_row(one: ParsedList, number: int, initiative: int, position: int, paged: bool) -> dict[str, Any]:
    """A list without its elements; it stands where its name does, else where its first element does."""
    spans = one.spans or next((part.fact.spans for part in one.parts if part.fact.spans), ())
    return {
        "id": number,
        "initiative_id": initiative,
        "position": position,
        "name": one.name,
        "kind": one.kind,
        "announced": one.announced,
        "complete": one.complete,
        "page": spans[0].page if spans and paged else None,
        "has_cpr": holds_cpr(one.name),
    }


def tellings(one: ParsedInitiative) -> Iterator[Telling]:
    """All facts of an initiative in order. A CPR number in what stands over a fact closes the fact."""
    over = suspect_initiative(one)
    yield _telling(one.about, "about", over)
    for fact in one.status_facts:
        yield _telling(fact, "status", over)
    for place, each in enumerate(one.lists):
        named = over or holds_cpr(each.name)
        for part in each.parts:
            told = {"number": part.number, "title": part.title} | _when(part.when)
            yield _telling(part.fact, "part", named, told, place)
    for milestone in one.milestones:
        yield _telling(milestone.fact, "milestone", over, {"title": milestone.title} | _when(milestone.when))
    for duty in one.responsibilities:
        yield _telling(duty.fact, "responsibility", over, {"role": duty.role, "name": duty.name})
    for goal in one.goals:
        yield _telling(goal.fact, "goal", over, {"figure": goal.figure})


_NOTHING: dict[str, Any] = {
    "number": None, "title": None, "when_words": None, "when_first": None, "when_last": None, "when_precision": None,
    "when_relation": None, "when_inferred": False, "when_at": None, "role": None, "name": None, "figure": None,
}  # fmt: skip


def _telling(
    fact: ParsedFact, aspect: str, over: bool, told: Mapping[str, Any] | None = None, place: int | None = None
) -> Telling:
    detail = _NOTHING | {"aspect": aspect} | dict(told or {})
    words = (value for value in detail.values() if isinstance(value, str))
    return Telling(fact, detail, place, over or suspect_fact(fact) or any(map(holds_cpr, words)))


def _when(when: When | None) -> dict[str, Any]:
    if when is None:
        return {}
    return {
        "when_words": when.words,
        "when_first": when.first,
        "when_last": when.last,
        "when_precision": when.precision,
        "when_relation": when.relation,
        "when_inferred": when.inferred,
        "when_at": when.at,
    }


def defining(abbreviations: Iterable[Abbreviation], facts: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows of abbreviations, each with the shortest of these fact rows that has its definition whole.

    What no fact has is left out: a short form may be known only to whoever may read where it is defined.
    """
    found: dict[tuple[int, str, str], dict[str, Any]] = {}
    for one in abbreviations:
        if not one.spans or len(one.short) > _LONGEST_SHORT or len(one.long) > _LONGEST_LONG:
            continue
        around = [row for row in facts if _covers(row["spans"], one.spans)]
        if around:
            fact = min(around, key=lambda row: (len(row["text"]), row["id"]))["id"]
            found[fact, one.short, one.long] = {"fact_id": fact, "short": one.short, "long": one.long}
    return list(found.values())


def _covers(spans: Iterable[Sequence[int]], wanted: Iterable[Span]) -> bool:
    return all(any(page == w.page and start <= w.start and w.end <= end for page, start, end in spans) for w in wanted)


def mark_restated(rows: Iterable[dict[str, Any]], lists: Iterable[ParsedList], pages: Sequence[Page]) -> None:
    """Set "restated" on fact rows outside items that an initiative's facts of the same place say wholly.

    Each such fact would be a matter of its own in search, and compete with the very words it repeats. Within an item
    all count as one.
    """
    places: dict[int | None, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["item_id"] is None:
            places[row["attachment_id"]].append(row)
    texts = {page.number: page.text for page in pages}
    names = [[span.page, span.start, span.end] for each in lists for span in each.spans]
    for own in places.values():
        for suspect in (False, True):
            told = [row for row in own if row["kind"] in INITIATIVE_KINDS and row["has_cpr"] == suspect]
            if told:
                covered = _by_page([span for row in told for span in row["spans"]] + names)
                for row in own:
                    if row["kind"] in _RESTATED_KINDS and row["has_cpr"] == suspect:
                        row["restated"] = _is_restated(row, covered, texts)


def _by_page(spans: Iterable[Sequence[int]]) -> dict[int, list[tuple[int, int]]]:
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for page, start, end in spans:
        found[page].append((start, end))
    return {page: sorted(own) for page, own in found.items()}


def _is_restated(
    row: Mapping[str, Any], covered: Mapping[int, Sequence[tuple[int, int]]], texts: Mapping[int, str]
) -> bool:
    whole, left = 0, ""
    for page, start, end in row["spans"]:
        whole += sum(map(str.isalpha, texts.get(page, "")[start:end]))
        at = start
        for begin, stop in covered.get(page, ()):
            if begin < end and stop > at:
                left += texts[page][at : max(begin, at)] + " "
                at = max(at, min(stop, end))
        left += texts.get(page, "")[at:end] + " "
    rest = " ".join(left.split())
    label = " ".join((row["label"] or "").split())
    rest = rest.removeprefix(label) if label else rest
    return whole > 0 and sum(map(str.isalpha, rest)) <= _LEFT_OVER * whole
