"""What of a message is its topic: the words that are left when its wording, times, bodies and numbers are taken out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dialogs.understanding.matching import Token
from dialogs.understanding.text import Word
from dialogs.understanding.wordings import wordings

_JOINERS = frozenset(("for", "på", "til", "om", "i", "af", "med", "ved", "of", "to", "on", "in", "the", "den", "det"))


class Topic:
    """What of a message is its topic: verbatim runs of words without wording, slots and empty words at the ends.

    `typed` are the words as they are understood, `said` the same words as they stand in the text.
    """

    def __init__(self, clean: str, typed: Sequence[Word], said: Sequence[Word]) -> None:
        self.clean = clean
        self.typed = typed
        self.said = said

    def runs(self, keep: set[int]) -> list[list[int]]:
        """Numbers of the words of the topic, run by run; none when only empty words are kept."""
        known = wordings()
        runs: list[list[int]] = []
        for number in sorted(keep):
            last = runs[-1][-1] if runs else number
            if runs and all(self.typed[each].norm in _JOINERS for each in range(last + 1, number)):
                # "Fristen for tilmelding": the preposition between two kept words comes along.
                runs[-1] += range(last + 1, number + 1)
            else:
                runs.append([number])
        for run in runs:
            while run and self.typed[run[0]].norm in known.edges:
                run.pop(0)
            # "By" ends a Danish topic as a noun; an English one it does no harm.
            while run and self.typed[run[-1]].norm in known.edges - {"by"}:
                run.pop()
        left = [run for run in runs if run]
        norms = (self.typed[number].norm for run in left for number in run)
        return [] if all(norm in known.empty or norm in known.edges for norm in norms) else left

    def text(self, keep: set[int]) -> str:
        """The kept words as they stand, runs joined by a blank; "" when only empty words are kept."""
        return " ".join(self.clean[self.said[run[0]].start : self.said[run[-1]].end] for run in self.runs(keep))

    def norms(self, keep: set[int]) -> set[str]:
        """The words of the topic as they are understood."""
        return {self.typed[number].norm for run in self.runs(keep) for number in run}


def numbers_of(tokens: Iterable[Token]) -> set[int]:
    """Numbers of the words that the tokens cover."""
    return {number for token in tokens for number in range(token.first, token.last + 1)}
