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
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from store.search.confidence import FEATURES, fitted
from store.search.danish import analyse
from store.search.glossary_rows import shipped
from store.search.index import Driver
from store.search.question import Question
from store.shelves import shelves_for
from tests.bench.asker import Asker, samples, store_of
from tests.bench.questions import ROOT, Labelled, mistyped, own, shared, shared_folder, subject

WEIGHTS = ROOT / "store" / "search" / "confidence.json"
FOLDS = 5
PENALTY = 0.001
STEPS = 20_000
RATE = 1.0
KEPT = 0.972
"""Of the right answers to cleanly typed questions: people ask more of what there is than of what there is not."""
MISTYPED = 0.4
"""What a mistyped example says: some typos leave nothing of a word, which no weights should make up for."""
NOT_FIRST = 0.6
"""What an example says that did not come out first: it only shows what a question looks like without its matter."""
SIGNS = {
    "largest_missing": -1, "missing_share": -1, "missing_name": -1, "repaired": -1, "coverage": 1, "together": 1,
    "subject": 1,
    "exact": 1, "key_covered": 1, "title": 1, "title_match": 1, "missing_real": -1, "missing_foreign": -1,
    "missing_odd": -1, "missing_place": -1, "apart": -1, "rarest": 1, "rarest_together": 1,
}  # fmt: skip
"""Which way a feature may count: what fits few questions must not teach that missing words speak for an answer."""


_COMMON = re.compile(
    r"kmd|provenu|proceeds|monopol|monopoly|facility|eventuelt|kommende|coming|bilag|direktion|board", re.I
)
"""What the sample minutes and the real documents both speak of."""


MADE = 90
_REFUSED = frozenset({"not_found"})
NOT_STATED = frozenset({"not_stated"})
_DANISH = (
    "hvad blev besluttet om {0} {1}",
    "{0} {1}",
    "ny {0} i {1}",
    "hvorfor {0} {1}",
    "hvem er ansvarlig for {0} {1}",
)
_ENGLISH = ("what was decided on {0} {1}", "{0} {1}", "{0} in {1}", "how much does {0} cost {1}")


@dataclass(frozen=True, slots=True)
class Example:
    """Features of a matter found for a question, whether it is the right one, and whether it came out first."""

    question: str
    values: tuple[float, ...]
    right: bool
    first: bool
    untitled: bool
    clean: bool


def examples(asker: Asker, questions: Sequence[Labelled], *, clean: bool = True) -> list[Example]:
    """The matters found for each question on a topic, the two best of them that are wrong and the right one."""
    found: list[Example] = []
    for question in questions:
        query = asker.query(question.text, question.lang, question.subject)
        if query.intent == "upcoming" or query.item_number or query.case_number:
            continue
        if question.statuses == NOT_STATED:
            continue  # the matter is there, and only the detail is not: it says nothing of the matter
        with asker.db.read() as session:
            asking = Question(session, asker.finder, shelves_for(session, question.subject), query, question.subject)
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
                    if not right and group < 0 and question.expect and not question.document:
                        continue  # a passage beside the right one is on the same matter
                    missed = missed or not right
                    held = sought.features[group]
                    values = tuple(held[name] for name in FEATURES)
                    found.append(Example(question.id, values, right, place == 0, bool(held["untitled"]), clean))
                break
    return found


def _right(asking: Question, question: Labelled, group: int) -> bool:
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


def absent(asker: Asker) -> list[Labelled]:
    """Questions on municipal matters that the store has no word of, alone and with a place that it does know."""
    chance = random.Random(5)
    with asker.db.read() as session:
        driver = Driver(session)
        held = {term for (term,) in driver.rows("SELECT term FROM term_stat")}
    places = _places(asker)
    terms = [
        (entry.danish, entry.english[0])
        for entry in shipped()
        if entry.english and " " not in entry.danish and not _known(entry.danish, held)
    ]
    found = []
    for at, (danish, english) in enumerate(chance.sample(terms, MADE)):
        place = chance.choice(places) if places and at % 2 else ""
        text = (
            chance.choice(_DANISH).format(danish, place) if at % 3 else chance.choice(_ENGLISH).format(english, place)
        )
        lang = "da" if at % 3 else "en"
        found.append(
            Labelled(f"absent-{at}", " ".join(text.split()), lang, "unanswerable", subject("reader"), _REFUSED)
        )
    return found


def misplaced(asker: Asker, questions: Sequence[Labelled]) -> list[Labelled]:
    """Questions with one place put for another, which nothing in the store answers."""
    chance = random.Random(9)
    names = _places(asker)
    found = []
    for question in questions:
        there = [name for name in names if re.search(rf"\b{name}\b", question.text)]
        if there and question.answerable:
            other = chance.choice([name for name in names if name not in there])
            text = re.sub(rf"\b{there[0]}\b", other, question.text)
            found.append(replace(elsewhere(question), id=f"{question.id}-misplaced", text=text, statuses=_REFUSED))
    return found


def _places(asker: Asker) -> list[str]:
    """Capitalised words inside the titles of items."""
    with asker.db.read() as session:
        titles = [title for (title,) in Driver(session).rows("SELECT title FROM item WHERE access = 'open'")]
    return sorted({word for title in titles for word in re.findall(r"(?<=\s)[A-ZÆØÅ][a-zæøå]{4,}", title)})


def _known(word: str, held: set[str]) -> bool:
    """Whether the store holds the word, or both halves of the compound it is."""
    analysis = analyse(word)
    return any(stem in held for stem in analysis.stems) or (
        bool(analysis.parts) and all(part in held for part in analysis.parts)
    )


def elsewhere(question: Labelled) -> Labelled:
    """The question as one that has no answer."""
    return replace(question, id=question.id + "-elsewhere", expect=(), document=(), item=None)


def _holds(question: Labelled, text: str) -> bool:
    said = " ".join(text.split()).casefold()
    return any(" ".join(part.split()).casefold() in said for part in question.expect)


def fit(rows: Sequence[Example]) -> tuple[float, list[float]]:
    """Bias and weights by projected gradient descent on the logistic loss, each class with half the say."""
    values = np.array([row.values for row in rows])
    right = np.array([row.right for row in rows], dtype=float)
    say = np.array([(1.0 if row.first else NOT_FIRST) * (1.0 if row.clean else MISTYPED) for row in rows])
    share = np.where(right > 0, 0.5 * say / (say @ right), 0.5 * say / (say @ (1 - right)))
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
    """The highest threshold that keeps enough: (threshold, share of right ones kept, share of wrong ones refused)."""
    clean = [(row, c) for row, c in zip(rows, chances, strict=True) if row.clean]
    right = sorted(c for row, c in clean if row.right and row.first)
    limit = math.floor(100 * right[int((1 - KEPT) * len(right))]) / 100
    wrong = [c < limit for row, c in clean if not row.right]
    return limit, sum(c >= limit for c in right) / len(right), sum(wrong) / max(1, len(wrong))


def main() -> None:
    """Fit, print and, with --write, store the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write confidence.json")
    parser.add_argument("--also", type=Path, nargs="*", default=[], help="more questions on the real documents")
    options = parser.parse_args()
    rows: list[Example] = []
    with tempfile.TemporaryDirectory() as folder:
        sampled = Asker(samples(f"sqlite:///{folder}/samples.db"))
        clean = own("open")
        rows += examples(sampled, absent(sampled))
        rows += examples(sampled, misplaced(sampled, [*clean, *own("extra")]))
        rows += examples(sampled, clean)
        rows += examples(sampled, own("extra"))
        rows += examples(sampled, [replace(one, text=mistyped(one.text)) for one in clean], clean=False)
        seeds = shared_folder()
        if seeds is not None:
            real = Asker(store_of(Path(folder) / "seeds.db", sorted(seeds.glob("*.txt"))))
            asked = shared()
            for path in options.also:
                asked += shared(path)
            rows += examples(real, asked)
            rows += examples(real, absent(real))
            rows += examples(real, [replace(one, text=mistyped(one.text)) for one in asked], clean=False)
            # What is asked of one municipality has no answer in the papers of another.
            rows += examples(real, [elsewhere(one) for one in clean if not _COMMON.search(one.text)])
            rows += examples(sampled, [elsewhere(one) for one in asked if not _COMMON.search(one.text)])
    data: dict[str, object] = {"version": fitted().version + 1}
    for name in ("titled", "untitled"):
        data[name] = _fitted(name, [row for row in rows if row.untitled == (name == "untitled")])
    if options.write:
        WEIGHTS.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


def _fitted(name: str, rows: list[Example]) -> dict[str, object]:
    """Fit one model, print how it does on questions it has not seen, and give it as stored."""
    print(f"{name}: {len(rows)} examples, {sum(row.right for row in rows)} right")
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
    bereft = [c < limit for row, c in zip(rows, chances, strict=True) if row.clean and not row.first and not row.right]
    print(f"  without its matter {sum(bereft) / max(1, len(bereft)):.3f} of {len(bereft)} are refused")
    print(f"  unseen: threshold {limit:.2f} keeps {kept:.3f} of the right, refuses {refused:.3f} of the wrong")
    bias, weights = fit(rows)
    found = {name: round(weight, 4) for name, weight in zip(FEATURES, weights, strict=True) if weight}
    print("  " + ", ".join(f"{name} {weight:+.2f}" for name, weight in found.items()) + f", bias {bias:+.2f}")
    return {"bias": round(bias, 4), "threshold": limit, "weights": found}


if __name__ == "__main__":
    main()
