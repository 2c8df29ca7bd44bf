"""The readings of a message: which words were meant, what was recognised among them, and the wordings that fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dialogs.understanding.matching import Match, Token, best, index_of, matches, tokens_of, unwrapped
from dialogs.understanding.mending import Mending
from dialogs.understanding.periods import Period, periods
from dialogs.understanding.slots import BodyNames, Slot, numbers
from dialogs.understanding.text import Word
from dialogs.understanding.wordings import Wording, wordings


@dataclass(frozen=True, slots=True)
class Seen:
    """One reading of a message: its words, what stands among them, and the wordings that fit."""

    meant: str
    typed: Sequence[Word]
    fixed: list[Slot]
    times: list[Period]
    bodies: list[Slot]
    tokens: Sequence[Token]
    rest: Sequence[Token]
    command: Match | None
    match: Match | None

    @property
    def slots(self) -> list[Slot]:
        """All that was recognised by itself."""
        return [*self.fixed, *self.bodies, *(Slot("period", t.start, t.end, "") for t in self.times if t.dated)]


def _fit(seen: Seen) -> tuple[bool, int, int]:
    """How well a reading makes a command or a whole question of the message and how little it leaves, best first."""
    match = seen.command or seen.match
    whole = match is not None and not match.wording.weak
    said = seen.match.removed if seen.match is not None else frozenset()
    left = sum(
        not token.sign.startswith("<") and token.sign not in wordings().edges
        for number, token in enumerate(seen.rest)
        if number not in said
    )
    return not whole, -match.cues if match is not None and whole else 0, left


def commanded(clean: str, said: Sequence[Word], seen: Seen) -> tuple[str | None, dict[str, str], int | None]:
    """The command that the message is, with its arguments verbatim, and which one of several it picks."""
    found, tokens = seen.command, seen.tokens
    if found is None:
        return None, {}, None
    args = {}
    for name, (begin, end) in found.named.items():
        until = len(clean) if end == len(tokens) else said[tokens[end - 1].last].end
        args[name] = clean[said[tokens[begin].first].start : until]
    choice = _picked(found.wording) if found.wording.name == "choose" else None
    return found.wording.name, args, choice


def _picked(wording: Wording) -> int:
    """The wordings of a choice stand in order in the data file: first to fifth, then the last."""
    rows = [each for each in wordings().commands if each.name == "choose" and each.lang == wording.lang]
    at = next(number for number, each in enumerate(rows) if each is wording)
    return at if at < 5 else -1


def free(found: Iterable[Period], taken: Iterable[Slot]) -> list[Period]:
    """The times that are no part of a number."""
    taken = list(taken)
    return [each for each in found if all(each.end <= slot.start or each.start >= slot.end for slot in taken)]


def seen_best(broken: Mending, names: BodyNames, today: date) -> Seen:
    """The message with its typos mended; a word that may be this or that is what makes a question of it."""
    seen = _seen(*broken.reading({}), names, today)
    chosen: dict[int, str] = {}
    for number, forms in broken.open:
        for better in forms:
            tried = _seen(*broken.reading({**chosen, number: better}), names, today)
            if _fit(tried) < _fit(seen):
                seen = tried
                chosen[number] = better
    return seen


def _seen(meant: str, typed: Sequence[Word], names: BodyNames, today: date) -> Seen:
    """What stands in one reading of a message."""
    fixed = list(numbers(meant))
    times = free(periods(meant, today), fixed)
    slots = fixed + [Slot("period", each.start, each.end, "") for each in times if each.dated]
    bodies = [slot for slot in names.find(typed) if all(slot.end <= s.start or slot.start >= s.end for s in slots)]
    tokens = tokens_of(typed, slots + bodies)
    rest = unwrapped(tokens)
    command = best(matches(tokens, index_of("commands")))
    # A greeting in front of a question is wrapping; what is left of it must not be taken for one.
    match = best(matches(tokens, index_of("social"))) or best(matches(rest, index_of("intents")))
    return Seen(meant, typed, fixed, times, bodies, tokens, rest, command, match)
