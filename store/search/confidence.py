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

from store.search.concepts import Concept

COVERED = 0.38
"""A concept less sure than this is not covered: half a compound alone does not make it."""

FEATURES = (
    "coverage",
    "together",
    "largest_missing",
    "missing_share",
    "exact",
    "key_covered",
    "title",
    "missing_name",
    "likeness",
    "repaired",
    "few",
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for an answer: strengths of the question's concepts in the matter, in its best fact, in its title."""

    concepts: Sequence[Concept]
    whole: Sequence[float]
    together: Sequence[float]
    title: Sequence[float]
    likeness: float
    """Of the topic and the title, 0 to 1."""


def features(evidence: Evidence) -> dict[str, float]:
    """The features of an answer, each 0 to 1."""
    concepts = evidence.concepts
    total = sum(concept.weight for concept in concepts) or 1.0

    def share(strengths: Sequence[float]) -> float:
        return sum(c.weight * s for c, s in zip(concepts, strengths, strict=True)) / total

    missing = [c for c, s in zip(concepts, evidence.whole, strict=True) if s < COVERED]
    specific = [concept for concept in concepts if not concept.generic]
    key = max(range(len(concepts)), key=lambda place: concepts[place].weight, default=None)
    return {
        "coverage": share(evidence.whole),
        "together": share(evidence.together),
        "largest_missing": max((concept.weight for concept in missing), default=0.0) / total,
        "missing_share": sum(not c.generic for c in missing) / (len(specific) or 1),
        "exact": share([float(s >= 0.93) for s in evidence.whole]),
        "key_covered": 0.0 if key is None else evidence.whole[key],
        "title": share(evidence.title),
        "missing_name": float(any(concept.name for concept in missing)),
        "likeness": evidence.likeness,
        "repaired": sum(c.weight for c in concepts if c.repaired) / total,
        "few": 1.0 / (1 + len(specific)),
    }


@dataclass(frozen=True, slots=True)
class Weights:
    """A fitted model: `version` counts the fittings, `threshold` is the least probability that answers."""

    version: int
    bias: float
    threshold: float
    weights: Mapping[str, float]

    def probability(self, found: Mapping[str, float]) -> float:
        """How likely it is that the matter found is the one asked for."""
        value = self.bias + sum(self.weights[name] * found[name] for name in FEATURES)
        return 1.0 / (1.0 + math.exp(-max(-40.0, min(40.0, value))))

    def sure(self, found: Mapping[str, float]) -> bool:
        """Whether to answer."""
        return self.probability(found) >= self.threshold


@lru_cache(maxsize=1)
def fitted() -> Weights:
    """The shipped weights."""
    data = json.loads(resources.files("store.search").joinpath("confidence.json").read_text(encoding="utf-8"))
    return Weights(data["version"], data["bias"], data["threshold"], data["weights"])
