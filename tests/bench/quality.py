"""How good the answers are, beside what others give on the same questions in the same run."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.bench.asker import Asker, samples, store_of
from tests.bench.figures import mean, quantile, share
from tests.bench.peers import facts_of, peers
from tests.bench.questions import Labelled, Verdict, holds, judge, mistyped, own, shared, shared_folder

DEPTH = 10
LEAST_OF_A_LABEL = 5


@dataclass(slots=True)
class Asked:
    """Verdicts on one set, and how long each answer took."""

    verdicts: list[Verdict] = field(default_factory=list)
    milliseconds: list[float] = field(default_factory=list)

    def of(self, wanted: Callable[[Labelled], bool]) -> list[Verdict]:
        return [verdict for verdict in self.verdicts if wanted(verdict.question)]


def answered(asker: Asker, questions: Sequence[Labelled]) -> Asked:
    """Ask the assistant."""
    asked = Asked()
    for question in questions:
        before = time.perf_counter()
        finding = asker.find(question.text, question.lang, question.subject)
        asked.milliseconds.append(1000 * (time.perf_counter() - before))
        asked.verdicts.append(judge(question, finding))
    return asked


def lines(title: str, asker: Asker, questions: Sequence[Labelled]) -> list[str]:
    """The figures of one set: ours, with typos, and the peers'."""
    clean = answered(asker, questions)
    typos = answered(asker, [replace(one, text=mistyped(one.text)) for one in questions])
    answerable = clean.of(lambda question: question.answerable)
    counted = [verdict for verdict in answerable if verdict.question.count is not None]
    refused = [verdict for verdict in clean.verdicts if not verdict.answered]
    hopeless = clean.of(lambda question: not question.answerable)
    typed = [verdict.hit for verdict in typos.of(lambda question: question.answerable)]
    ratio = sum(typed) / max(1, sum(verdict.hit for verdict in answerable))
    found = [
        f"{title}: {len(questions)} questions",
        f"  hit@1               {share([verdict.hit for verdict in answerable])}",
        f"  MRR                 {mean([1 / verdict.rank if verdict.rank else 0.0 for verdict in answerable])}",
        f"  English hit@1       {share([v.hit for v in answerable if v.question.lang == 'en'])}",
        f"  minutes hit@1       {share([v.hit for v in answerable if v.question.minutes])}",
        f"  other papers hit@1  {share([v.hit for v in answerable if not v.question.minutes])}",
        f"  whole, in order     {share([verdict.hit and verdict.whole for verdict in counted])} (lists)",
        f"  typo in every word  {share(typed)}, {ratio:.3f} of clean",
        f"  refusal recall      {share([not verdict.answered for verdict in hopeless])}",
        f"  refusal precision   {share([not verdict.question.answerable for verdict in refused])}",
        f"  status right        {share([verdict.status_right for verdict in clean.verdicts])}",
        f"  leaks               {sum(verdict.leaked for verdict in (*clean.verdicts, *typos.verdicts))}",
        f"  ms p50/p95/max      {quantile(clean.milliseconds, 0.5):.1f}/{quantile(clean.milliseconds, 0.95):.1f}"
        f"/{max(clean.milliseconds):.1f} (question understood and found, no card)",
    ]
    found += _by_label(clean.verdicts)
    return found + _peers(asker, [verdict.question for verdict in answerable])


def _by_label(verdicts: Sequence[Verdict]) -> list[str]:
    """Right answers by kind of question and by tag, for those met five times or more."""
    labels: dict[str, list[bool]] = {}
    for verdict in verdicts:
        right = verdict.hit if verdict.question.answerable else verdict.status_right
        for label in (verdict.question.kind, *(f"#{tag}" for tag in verdict.question.tags)):
            labels.setdefault(label, []).append(right)
    shown = [(label, values) for label, values in sorted(labels.items()) if len(values) >= LEAST_OF_A_LABEL]
    return ["  right by label: " + ", ".join(f"{label} {sum(values)}/{len(values)}" for label, values in shown)]


def _peers(asker: Asker, questions: Sequence[Labelled]) -> list[str]:
    """hit@1 of the peers on the answerable questions, with and without typos, each asked what its asker may read."""
    ready = {subject: peers(facts_of(asker.db, subject)) for subject in {one.subject for one in questions}}
    found = []
    for name in next(iter(ready.values()), {}):
        hits, ranks, typed = [], [], []
        for question in questions:
            ask = ready[question.subject][name]
            places = [at for at, fact in enumerate(ask(question.text, DEPTH), 1) if holds(question, fact)]
            hits.append(places[:1] == [1])
            ranks.append(1 / places[0] if places else 0.0)
            typed.append(any(holds(question, fact) for fact in ask(mistyped(question.text), 1)))
        found.append(f"  {name:15} hit@1 {share(hits)}  MRR {mean(ranks)}  typos {share(typed)}")
    return found


def report() -> list[str]:
    """The figures on all sets at hand."""
    found: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        asker = Asker(samples(f"sqlite:///{folder}/samples.db"))
        answered(asker, own("open")[:20])  # the first questions load dictionaries
        for name in ("open", "frozen", "programmes-open", "programmes-frozen"):
            found += lines(f"own set, {name}", asker, own(name))
        seeds = shared_folder()
        if seeds is None:
            return [*found, "real documents: not there (REFERENT_SEEDS, or a sibling folder shared/seeds)"]
        real = Asker(store_of(Path(folder) / "seeds.db", sorted(seeds.glob("*.txt"))))
        return found + lines("real documents", real, shared())
