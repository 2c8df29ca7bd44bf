"""Fits the weights of store/search/confidence.json: `python -m tests.bench.calibrate [--write]`.

For each labelled question the matters found are examples: right is the one that holds what was expected, wrong is
every other. So each answerable question also says what it looks like when its matter is missing. Typos are added to
make a second set. Weights come from all examples; the figures printed are from five-fold cross-validation.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from store.search.asking import Asking
from store.search.confidence import FEATURES, fitted
from store.shelves import shelves_for
from tests.bench.asker import Asker, store_of
from tests.bench.questions import ROOT, Labelled, mistyped, own, shared, shared_folder

WEIGHTS = ROOT / "store" / "search" / "confidence.json"
SAMPLES = ROOT / "store" / "demo" / "documents"
FOLDS = 5
PENALTY = 0.001
STEPS = 20_000
RATE = 1.0
SIGNS = {
    "largest_missing": -1, "missing_share": -1, "missing_name": -1, "repaired": -1, "coverage": 1, "together": 1,
    "exact": 1, "key_covered": 1, "title": 1, "likeness": 1,
}  # fmt: skip
"""Which way a feature may count: what fits few questions must not teach that missing words speak for an answer."""


@dataclass(frozen=True, slots=True)
class Example:
    """Features of a matter found for a question, whether it is the right one, and whether it came out first."""

    question: str
    values: tuple[float, ...]
    right: bool
    first: bool


def examples(asker: Asker, questions: Sequence[Labelled]) -> list[Example]:
    """The matters found for each question on a topic, the two best of them that are wrong and the right one."""
    found: list[Example] = []
    for question in questions:
        query = asker.query(question.text, question.lang, question.subject)
        if query.intent == "upcoming" or query.item_number or query.case_number:
            continue
        with asker.db.read() as session:
            asking = Asking(session, asker.finder, shelves_for(session, question.subject), query, question.subject)
            if not asking.topic:
                continue
            for topic, scope in asking.readings():
                sought = asking.seek(topic, scope)
                judged = [(matter.group, _right(asking, question, matter.group)) for matter in sought.matters]
                cases = {sought.items[group].case for group, right in judged if right and group > 0}
                missed = False
                for place, (group, right) in enumerate(judged):
                    if not right and (missed or (group > 0 and sought.items[group].case in cases)):
                        continue
                    missed = missed or not right
                    values = tuple(sought.features[group][name] for name in FEATURES)
                    found.append(Example(question.id, values, right, place == 0))
                break
    return found


def _right(asking: Asking, question: Labelled, group: int) -> bool:
    """Whether a matter is the one asked for: by its number or title in the label, else by the text expected."""
    if group < 0:
        return any(_holds(question, fact.text) for fact in asking.records.facts([-group]))
    for item in asking.records.items([group]):
        if question.item is None or not question.document:
            return any(_holds(question, fact.text) for fact in item.facts)
        wanted = question.item.casefold()
        named = item.number == question.item or (not wanted.isdigit() and wanted in item.title.casefold())
        paths = {fact.document.path for fact in item.facts}
        return named and any(path.endswith(name) for path in paths for name in question.document)
    return False


def _holds(question: Labelled, text: str) -> bool:
    said = " ".join(text.split()).casefold()
    return any(" ".join(part.split()).casefold() in said for part in question.expect)


def fit(rows: Sequence[Example]) -> tuple[float, list[float]]:
    """Bias and weights by projected gradient descent on the logistic loss, each class with half the say."""
    values = np.array([row.values for row in rows])
    right = np.array([row.right for row in rows], dtype=float)
    share = np.where(right > 0, 0.5 / max(1.0, right.sum()), 0.5 / max(1.0, (1 - right).sum()))
    signs = np.array([SIGNS.get(name, 0) for name in FEATURES])
    weights, bias = np.zeros(len(FEATURES)), 0.0
    for _ in range(STEPS):
        error = (1 / (1 + np.exp(-np.clip(values @ weights + bias, -30, 30))) - right) * share
        bias -= RATE * error.sum()
        weights = weights - RATE * (values.T @ error + PENALTY * weights)
        weights[(signs != 0) & (signs * weights < 0)] = 0.0
    return float(bias), [float(weight) for weight in weights]


def chance(row: Example, bias: float, weights: Sequence[float]) -> float:
    """The fitted probability of an example."""
    value = bias + sum(w * v for w, v in zip(weights, row.values, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))


def threshold(rows: Sequence[Example], chances: Sequence[float]) -> tuple[float, float, float]:
    """The threshold with the best balance over first matters: (threshold, share of right kept, of wrong refused)."""
    best = (0.5, 0.0, 0.0)
    for step in range(10, 91):
        limit = step / 100
        kept = [c >= limit for r, c in zip(rows, chances, strict=True) if r.right]
        refused = [c < limit for r, c in zip(rows, chances, strict=True) if not r.right]
        scored = (limit, sum(kept) / max(1, len(kept)), sum(refused) / max(1, len(refused)))
        if scored[1] + 1.2 * scored[2] > best[1] + 1.2 * best[2]:
            best = scored
    return best


def main() -> None:
    """Fit, print and, with --write, store the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write confidence.json")
    options = parser.parse_args()
    rows: list[Example] = []
    with tempfile.TemporaryDirectory() as folder:
        samples = Asker(store_of(Path(folder) / "samples.db", sorted(SAMPLES.iterdir())))
        clean = own("open")
        rows += examples(samples, clean)
        rows += examples(samples, [replace(one, text=mistyped(one.text)) for one in clean])
        seeds = shared_folder()
        if seeds is not None:
            rows += examples(Asker(store_of(Path(folder) / "seeds.db", sorted(seeds.glob("*.txt")))), shared())
    print(f"{len(rows)} examples, {sum(row.right for row in rows)} right")
    chances = [0.0] * len(rows)
    names = sorted({row.question for row in rows})
    random.Random(1).shuffle(names)
    for fold in range(FOLDS):
        held = set(names[fold::FOLDS])
        bias, weights = fit([row for row in rows if row.question not in held])
        for at, row in enumerate(rows):
            if row.question in held:
                chances[at] = chance(row, bias, weights)
    limit, kept, refused = threshold(rows, chances)
    print(f"cross-validated: threshold {limit:.2f} keeps {kept:.3f} of the right, refuses {refused:.3f} of the wrong")
    bias, weights = fit(rows)
    for name, weight in zip(FEATURES, weights, strict=True):
        print(f"  {name:16} {weight:+.3f}")
    print(f"  {'bias':16} {bias:+.3f}")
    if options.write:
        data = {
            "version": fitted().version + 1,
            "bias": round(bias, 4),
            "threshold": limit,
            "weights": {name: round(weight, 4) for name, weight in zip(FEATURES, weights, strict=True)},
        }
        WEIGHTS.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
