"""Labelled questions, how an answer is judged against them, and typos that are the same in every run."""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from store.records import Fact, Finding, Grant, Subject
from store.search.wordlists import word_lists

ROOT = Path(__file__).parents[2]
EVAL = ROOT / "tests" / "eval"
EXTRA = ROOT / "tests" / "bench" / "extra.jsonl"
_ROLES: dict[str, tuple[Grant, ...]] = {
    "reader": (),
    "member": (Grant("member", "direktion"),),
    "secretary": (Grant("secretary", "direktion"), Grant("secretary", "oekonomiudvalg")),
    "administrator": (Grant("administrator"),),
    "member_all": (Grant("member"),),
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question with what its answer must hold; `statuses` are those that are right."""

    id: str
    text: str
    lang: str
    kind: str
    subject: Subject
    statuses: frozenset[str]
    expect: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    tags: frozenset[str] = frozenset()
    minutes: bool = True
    document: tuple[str, ...] = ()
    item: str | None = None
    all: tuple[str, ...] = ()
    """What the facts of the answer must hold between them; for a list its elements in order."""
    count: int | None = None
    """Of a list: how many elements the answer has, a fact each."""

    @property
    def answerable(self) -> bool:
        """Whether there is an answer to be had."""
        return bool(self.statuses & {"answered", "choice"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one answer did. `rank` is the place of the first fact that holds what was expected, 0 for none."""

    question: Labelled
    finding: Finding
    rank: int
    status_right: bool
    leaked: bool
    whole: bool = True
    """Whether all that was expected is there; of a list, each element a fact of its own and in order."""

    @property
    def hit(self) -> bool:
        """Whether the first fact is the answer."""
        return self.rank == 1

    @property
    def answered(self) -> bool:
        """Whether an answer was given at all."""
        return self.finding.status in ("answered", "choice")


Ask = Callable[[Labelled], Finding]


def subject(role: str, audience: str = "personal") -> Subject:
    """The sample person of a role."""
    return Subject(f"person-{role}", True, audience, _ROLES[role])  # type: ignore[arg-type]  # checked by the file


def own(name: str) -> list[Labelled]:
    """Questions of tests/eval/<name>.jsonl, or "extra": those written beside the ranking."""
    path = EXTRA if name == "extra" else EVAL / f"{name}.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [
        Labelled(
            id=row["id"],
            text=row["question"],
            lang=row["lang"],
            kind=row["kind"],
            subject=subject(row["as"], row["audience"]),
            statuses=frozenset([row["status"]] if isinstance(row["status"], str) else row["status"]),
            expect=tuple(row["expect"]),
            never=tuple(row.get("never", ())),
            tags=frozenset(row["tags"]),
            document=_several(row["document"]),
            item=row["item"],
            all=tuple(row.get("all", ())),
            count=row.get("count"),
        )
        for row in rows
    ]


def _several(value: str | list[str] | None) -> tuple[str, ...]:
    return () if value is None else (value,) if isinstance(value, str) else tuple(value)


def shared_folder() -> Path | None:
    """Where the real documents and questions are: REFERENT_SEEDS, or a sibling folder of the checkout."""
    named = os.environ.get("REFERENT_SEEDS")
    folder = Path(named) if named else ROOT.parent / "shared" / "seeds"
    return folder if folder.is_dir() else None


def shared(path: Path | None = None) -> list[Labelled]:
    """The questions on the real documents, or those of another file; closed ones as a reader and as a member."""
    folder = shared_folder()
    if folder is None:
        return []
    found = []
    for line in (path or folder.parent / "questions.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        answerable = row["kind"] != "unanswerable"
        statuses = frozenset({"answered", "choice"} if answerable else {"not_found", "not_stated"})
        common = {
            "text": row["question"],
            "lang": row["lang"],
            "kind": row["kind"],
            "tags": frozenset(row["tags"]),
            "minutes": row["source"].startswith("direktion") or not answerable,
        }
        if row["access"] == "closed":
            refused = frozenset({"not_found", "not_stated"})
            found.append(
                Labelled(
                    row["id"] + "r", subject=subject("reader"), statuses=refused, never=tuple(row["expect"]), **common
                )
            )
            found.append(
                Labelled(
                    row["id"] + "m", subject=subject("member"), statuses=statuses, expect=tuple(row["expect"]), **common
                )
            )
        else:
            found.append(
                Labelled(row["id"], subject=subject("reader"), statuses=statuses, expect=tuple(row["expect"]), **common)
            )
    return found


def judge(question: Labelled, finding: Finding) -> Verdict:
    """Compare a finding with the label: what is expected must stand in a fact of the right document and item."""
    right = finding.status in question.statuses
    rank = 0
    for place, fact in enumerate(finding.facts, start=1):
        if holds(question, fact):
            rank = place
            break
    said = _folded(" ".join(fact.text for fact in finding.facts))
    leaked = any(_folded(part) in said for part in question.never)
    return Verdict(
        question, finding, rank if right and question.answerable else 0, right, leaked, whole(question, finding.facts)
    )


def whole(question: Labelled, facts: Sequence[Fact]) -> bool:
    """Whether the facts hold all that is expected between them; a counted list has one fact for each, in order."""
    texts = [_folded(fact.text) for fact in facts]
    if question.count is None:
        return all(any(_folded(part) in text for text in texts) for part in question.all)
    if len(texts) != question.count:
        return False
    place = 0
    for part in question.all:
        place = next((at + 1 for at in range(place, len(texts)) if _folded(part) in texts[at]), 0)
        if not place:
            return False
    return True


def holds(question: Labelled, fact: Fact) -> bool:
    """Whether a fact is an answer to the question."""
    text = _folded(fact.text)
    if not any(_folded(part) in text for part in question.expect):
        return False
    fixed = [name for name in question.document if name != "living"]
    living = len(fixed) < len(question.document) and not _fixed(fact.document.path)
    if fixed and not living and not any(fact.document.path.endswith(name) for name in fixed):
        return False
    if question.item is None:
        return True
    return fact.item_number == question.item or question.item.casefold() in (fact.item_title or "").casefold()


def _fixed(path: str) -> bool:
    """Whether a document is one of those that stand in the repository, not made from today."""
    return Path(path).name in _names_of_fixed()


@lru_cache(maxsize=1)
def _names_of_fixed() -> frozenset[str]:
    return frozenset(path.name for path in (ROOT / "store" / "demo" / "documents").iterdir())


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"


def mistyped(text: str, seed: int = 7) -> str:
    """The text with one typo in each content word of five letters or more: the same text gives the same typos."""
    lists = word_lists()

    def spoil(match: re.Match[str]) -> str:
        word = match.group()
        if word.lower() in lists.stop_da | lists.stop_en:
            return word
        chance = random.Random(f"{seed}:{word.lower()}")
        place = chance.randrange(1, len(word) - 1)
        way = chance.randrange(4)
        if way == 0:
            return word[:place] + word[place + 1 :]
        if way == 1 and word[place] != word[place + 1]:
            return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        letter = chance.choice([each for each in _LETTERS if each != word[place].lower()])
        return word[:place] + letter + (word[place:] if way == 2 else word[place + 1 :])

    return _LONG_WORD.sub(spoil, text)


@dataclass(slots=True)
class Report:
    """Verdicts of one engine on one set."""

    name: str
    verdicts: list[Verdict] = field(default_factory=list)

    def some(self, wanted: Callable[[Labelled], bool]) -> list[Verdict]:
        """The verdicts on the questions wanted."""
        return [verdict for verdict in self.verdicts if wanted(verdict.question)]


def run(name: str, questions: Sequence[Labelled], ask: Ask) -> Report:
    """Ask all questions."""
    return Report(name, [judge(question, ask(question)) for question in questions])


def wrong(report: Report) -> Iterator[Verdict]:
    """The verdicts that are not as they should be."""
    for verdict in report.verdicts:
        fine = verdict.status_right and (not verdict.question.expect or verdict.hit) and not verdict.leaked
        if not fine:
            yield verdict
