"""The deadlines before and after a meeting, as a secretary says them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time
from itertools import pairwise

from dialogs.understanding import calendar_words as cw
from dialogs.understanding.wheresaid import clock
from store.meetingplan import DeadlineKind, DeadlineRule

_FLAGS = re.IGNORECASE
_DAYS = re.compile(
    rf"\b(?P<n>\d{{1,2}}|{cw.either(cw.NUMBERS)})\s+(?P<unit>arbejdsdage?|hverdage?|dage?|uger?|working\s+days?|business\s+days?|"
    r"workdays?|weekdays?|days?|weeks?)\b",
    _FLAGS,
)
_SAME_DAY = re.compile(r"\b(?:samme\s+dag|på\s+dagen|the\s+same\s+day|on\s+the\s+day)\b", _FLAGS)
_KINDS: tuple[tuple[DeadlineKind, re.Pattern[str]], ...] = (
    ("quality", re.compile(r"\b(?:kvalitet\w*|quality\s+\w+)\b", _FLAGS)),
    ("minutes", re.compile(r"\b(?:\w*referat\w*|minutes)\b", _FLAGS)),
    ("dispatch", re.compile(r"\b(?:udsend\w*|dagsorden\w*|dispatch\w*|agenda)\b(?!\s*(?:punkt|items))", _FLAGS)),
    (
        "submission",
        re.compile(
            r"\b(?:\w*frist\w*|deadlines?|inde|indsend\w*|indlever\w*|aflever\w*|submi\w*|sager|items)\b", _FLAGS
        ),
    ),
)
_WORKING_WEEK = 5


def deadlines_said(text: str) -> tuple[DeadlineRule, ...]:
    """The deadlines in a sentence, each kind once; what is said of no kind is the submission.

    A week is five working days. Raises ValueError for more days than a deadline can have.
    """
    rules: dict[DeadlineKind, DeadlineRule] = {}
    for clause, match in _clauses(text):
        kind = _kind_of(clause)
        number = 0
        if match is not None:
            number = int(match["n"]) if match["n"].isdigit() else cw.NUMBERS[match["n"].casefold()]
            number *= _WORKING_WEEK if re.match(r"uge|week", match["unit"], _FLAGS) else 1
        at = clock(clause) or (time(12) if kind in ("submission", "quality") else time(15))
        rules.setdefault(kind, DeadlineRule(kind, number, at))
    return tuple(rules.values())


def _clauses(text: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    """The parts of a sentence that each name a number of days: up to the words that name the next kind."""
    counts = [*_DAYS.finditer(text)]
    if not counts:
        if _SAME_DAY.search(text):
            yield text, None
        return
    starts = [0]
    for before, after in pairwise(counts):
        between = text[before.end() : after.start()]
        cut = re.search(r",(?=\s*\D)|;|\bog\b|\band\b", between)
        starts.append(before.end() + (cut.end() if cut else 0))
    ends = [*starts[1:], len(text)]
    for start, end, match in zip(starts, ends, counts, strict=True):
        yield text[start:end], match


def _kind_of(clause: str) -> DeadlineKind:
    """The kind named first in a clause; "sagerne til dagsordenen skal være inde" is the submission."""
    named = [(match.start(), kind) for kind, pattern in _KINDS if (match := pattern.search(clause))]
    return min(named)[1] if named else "submission"
