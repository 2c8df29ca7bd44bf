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
)
SURE = 0.5


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for an answer: strengths of the question's concepts in the matter, in its best fact, in its title."""

    concepts: Sequence[Concept]
    whole: Sequence[float]
    together: Sequence[float]
    title: Sequence[float]
    named: float
    """The share of the title's own words that the question names."""
    untitled: bool = False
    """A fact outside all items, or under a title that says nothing ("Eventuelt")."""


def features(evidence: Evidence) -> dict[str, float]:
    """The features of an answer, each 0 to 1."""
    concepts = evidence.concepts
    weights = [concept.weight for concept in concepts]
    total = sum(weights) or 1.0

    def share(strengths: Sequence[float]) -> float:
        held: float = sum(map(mul, weights, strengths))
        return held / total

    # What a question says is done, or how, need not stand in the answer's words.
    missing = [c for c, s in zip(concepts, evidence.whole, strict=True) if s < COVERED and not (c.light or c.generic)]

    def missed(kind: str) -> float:
        return sum(concept.weight for concept in missing if concept.origin == kind) / total

    specific = [concept for concept in concepts if not (concept.generic or concept.light)]
    key = weights.index(max(weights)) if weights else None
    title = share(evidence.title)
    naming = [place for place, c in enumerate(concepts) if not (c.generic or c.light)]
    rarest = max(naming, key=lambda place: concepts[place].worth, default=key)
    apart = sum(concepts[place].weight for place in naming if evidence.together[place] < COVERED)
    subject = [(c, s) for c, s in zip(concepts, evidence.whole, strict=True) if not (c.generic or c.names_one)]
    weight = sum(concept.weight for concept, _ in subject)
    return {
        "coverage": share(evidence.whole),
        "together": share(evidence.together),
        # A known place alone is no matter: of "dog park in Tvedholm" Tvedholm says nothing.
        "subject": sum(c.weight * s for c, s in subject) / weight if weight else share(evidence.whole),
        "largest_missing": max((concept.weight for concept in missing), default=0.0) / total,
        "missing_real": missed("real"),
        "missing_foreign": missed("foreign"),
        "missing_odd": missed("odd"),
        "missing_share": len(missing) / (len(specific) or 1),
        "missing_name": float(any(concept.name for concept in missing)),
        # "Wind turbines in Bakkerup": the minutes know Bakkerup, but not with the turbines of another place.
        "missing_place": float(any(concept.names_one and concept.held for concept in missing)),
        "exact": sum([weight for weight, s in zip(weights, evidence.whole, strict=True) if s >= 0.93]) / total,
        "key_covered": 0.0 if key is None else evidence.whole[key],
        "title": title,
        "title_match": 2 * title * evidence.named / (title + evidence.named) if title and evidence.named else 0.0,
        "repaired": sum(c.weight for c in concepts if c.repaired) / total,
        # What stands in no single place together with the rest: a long item has some word of nearly every question.
        "apart": apart / total,
        "rarest": 0.0 if rarest is None else evidence.whole[rarest],
        "rarest_together": 0.0 if rarest is None else evidence.together[rarest],
        # A word that no paper has at all, and that is no misspelt or foreign one: then the matter is not there.
        "unheard": sum(c.weight for c in missing if c.origin == "real" and not c.held) / total,
        "untitled": float(evidence.untitled),
    }


@dataclass(frozen=True, slots=True)
class Weights:
    """A fitted model: `threshold` is the least probability that answers."""

    bias: float
    threshold: float
    weights: Mapping[str, float]

    def probability(self, found: Mapping[str, float]) -> float:
        """How likely it is that the matter found is the one asked for."""
        value = self.bias + sum(weight * found[name] for name, weight in self.weights.items())
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
