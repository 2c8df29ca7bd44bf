"""Whether what was found is what was asked for: a logistic over a few features, weights in confidence.json.

`python -m tests.bench.calibrate` fits the weights again from labelled questions.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from operator import mul
from typing import NamedTuple

from store.search.concepts import Concept

COVERED = 0.43
"""A concept less sure than this is not covered: half a compound alone does not make it."""

FEATURES = (
    "coverage",
    "together",
    "subject",
    "largest_missing",
    "missing_real",
    "missing_foreign",
    "missing_odd",
    "missing_share",
    "missing_name",
    "missing_place",
    "exact",
    "key_covered",
    "title",
    "title_match",
    "repaired",
    "apart",
    "rarest",
    "rarest_together",
    "unheard",
    "lead",
)
SURE = 0.5


class Scale:
    """The concepts of a question with what of them is the same for every matter."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self.concepts = concepts
        self.weights = [concept.weight for concept in concepts]
        self.total = sum(self.weights) or 1.0
        self.key = self.weights.index(max(self.weights)) if self.weights else None
        self.naming = [place for place, c in enumerate(concepts) if not (c.generic or c.light)]
        self.rarest = max(self.naming, key=lambda place: concepts[place].worth, default=self.key)
        self.subject = [place for place, c in enumerate(concepts) if not (c.generic or c.names_one)]
        self.subject_weight = sum(concepts[place].weight for place in self.subject)
        self.placed = [place for place, c in enumerate(concepts) if c.place]
        self.repaired = sum(c.weight for c in concepts if c.repaired) / self.total

    def share(self, strengths: Sequence[float]) -> float:
        """The weighted share of the question that the strengths cover, 0 to 1."""
        held: float = sum(map(mul, self.weights, strengths))
        return held / self.total


class Evidence(NamedTuple):
    """What speaks for an answer: strengths of the question's concepts in the matter, in its best fact, in its title."""

    scale: Scale
    whole: Sequence[float]
    together: Sequence[float]
    title: Sequence[float]
    named: float
    """The share of the title's own words that the question names."""
    untitled: bool = False
    """A fact outside all items, or under a title that says nothing ("Eventuelt")."""


def features(evidence: Evidence) -> dict[str, float]:
    """The features of an answer, each 0 to 1."""
    scale, whole, together = evidence.scale, evidence.whole, evidence.together
    concepts, total, share = scale.concepts, scale.total, scale.share
    # What a question says is done, or how, need not stand in the answer's words.
    missing = [concepts[place] for place in scale.naming if whole[place] < COVERED]
    missed = {"real": 0.0, "foreign": 0.0, "odd": 0.0}
    for concept in missing:
        missed[concept.origin] += concept.weight
    title, covered = share(evidence.title), share(whole)
    met = sum([concepts[place].weight * whole[place] for place in scale.subject])
    apart = sum([concepts[place].weight for place in scale.naming if together[place] < COVERED])
    return {
        "coverage": covered,
        "together": share(together),
        # A known place alone is no matter: of "dog park in Tvedholm" Tvedholm says nothing.
        "subject": met / scale.subject_weight if scale.subject_weight else covered,
        "largest_missing": max([concept.weight for concept in missing], default=0.0) / total,
        "missing_real": missed["real"] / total,
        "missing_foreign": missed["foreign"] / total,
        "missing_odd": missed["odd"] / total,
        "missing_share": len(missing) / (len(scale.naming) or 1),
        "missing_name": float(any([concept.name for concept in missing])),
        # "Wind turbines in Bakkerup": the minutes know Bakkerup, but not with the turbines of another place.
        "missing_place": float(any([concept.names_one and concept.held for concept in missing])),
        "exact": sum([weight for weight, s in zip(scale.weights, whole, strict=True) if s >= 0.93]) / total,
        "key_covered": 0.0 if scale.key is None else whole[scale.key],
        "title": title,
        "title_match": 2 * title * evidence.named / (title + evidence.named) if title and evidence.named else 0.0,
        "repaired": scale.repaired,
        # What stands in no single place together with the rest: a long item has some word of nearly every question.
        "apart": apart / total,
        "rarest": 0.0 if scale.rarest is None else whole[scale.rarest],
        "rarest_together": 0.0 if scale.rarest is None else together[scale.rarest],
        # A word that no paper has at all, and that is no misspelt or foreign one: then the matter is not there.
        "unheard": sum([c.weight for c in missing if c.origin == "real" and not c.held]) / total,
        "untitled": float(evidence.untitled),
    }


def leads(found: Mapping[int, Mapping[str, float]], cases: Mapping[int, str]) -> dict[int, float]:
    """By group the root of how much more of the question it covers than any matter of another case; 0 where others do.

    `found` has the features of each group, `cases` the case of each group that is an item.
    """
    best, of_case, second = 0.0, "", 0.0
    by_case: dict[str, float] = {}
    for group, one in found.items():
        case = cases.get(group, str(group))
        by_case[case] = max(one["coverage"], by_case.get(case, 0.0))
    for case, coverage in by_case.items():
        if coverage > best:
            best, of_case, second = coverage, case, best
        else:
            second = max(second, coverage)
    return {
        group: math.sqrt(max(0.0, one["coverage"] - (second if cases.get(group, str(group)) == of_case else best)))
        for group, one in found.items()
    }


@dataclass(frozen=True, slots=True)
class Weights:
    """A fitted model: `threshold` is the least probability that answers."""

    bias: float
    threshold: float
    weights: Mapping[str, float]

    def probability(self, found: Mapping[str, float]) -> float:
        """How likely it is that the matter found is the one asked for."""
        value = self.bias + sum([weight * found[name] for name, weight in self.weights.items()])
        return 1.0 / (1.0 + math.exp(-max(-40.0, min(40.0, value))))

    def sureness(self, found: Mapping[str, float]) -> float:
        """The probability on a scale on which SURE is the threshold, whichever the model."""
        value = self.probability(found)
        if value < self.threshold:
            return SURE * value / self.threshold
        return SURE + (1 - SURE) * (value - self.threshold) / (1 - self.threshold)


@dataclass(frozen=True, slots=True)
class Model:
    """Weights for matters with a title of their own and for those without; `version` counts the fittings."""

    version: int
    titled: Weights
    untitled: Weights

    def sureness(self, found: Mapping[str, float]) -> float:
        """How sure an answer is: it may be given from SURE on."""
        return (self.untitled if found["untitled"] else self.titled).sureness(found)


@lru_cache(maxsize=1)
def fitted() -> Model:
    """The shipped model."""
    data = json.loads(resources.files("store.search").joinpath("confidence.json").read_text(encoding="utf-8"))
    titled, untitled = (
        Weights(data[name]["bias"], data[name]["threshold"], data[name]["weights"]) for name in ("titled", "untitled")
    )
    return Model(data["version"], titled, untitled)
