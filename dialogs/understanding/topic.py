"""What of a message is its topic: the words that are left when its wording, times, bodies and numbers are taken out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dialogs.understanding.matching import Token
from dialogs.understanding.text import Word, words
from dialogs.understanding.wordings import wordings

_JOINERS = frozenset(("for", "på", "til", "om", "i", "af", "med", "ved", "of", "to", "on", "in", "the", "den", "det"))


class Topic:
    """What of a message is its topic: verbatim runs of words without wording, slots and empty words at the ends."""

    def __init__(self, clean: str, typed: Sequence[Word]) -> None:
        self.clean = clean
        self.typed = typed

    def text(self, keep: set[int]) -> str:
        """The kept words as they stand, runs joined by a blank; "" when only empty words are kept."""
        known = wordings()
        runs: list[list[int]] = []
        for number in sorted(keep):
            last = runs[-1][-1] if runs else number
            if runs and all(self.typed[each].norm in _JOINERS for each in range(last + 1, number)):
                # "Fristen for tilmelding": the preposition between two kept words comes along.
                runs[-1] += range(last + 1, number + 1)
            else:
                runs.append([number])
        parts: list[str] = []
        for run in runs:
            while run and self.typed[run[0]].norm in known.edges:
                run.pop(0)
            while run and self.typed[run[-1]].norm in known.edges:
                run.pop()
            if run:
                parts.append(self.clean[self.typed[run[0]].start : self.typed[run[-1]].end])
        left = words(" ".join(parts))
        if all(word.norm in known.empty or word.norm in known.edges for word in left):
            return ""
        return " ".join(parts)


def numbers_of(tokens: Iterable[Token]) -> set[int]:
    """Numbers of the words that the tokens cover."""
    return {number for token in tokens for number in range(token.first, token.last + 1)}
