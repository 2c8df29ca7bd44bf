"""Other ways to write a Danish word: aa for å, oe for ø, ae for æ and back, and bare letters for them."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

_UNFOLDINGS = (("aa", "å"), ("ae", "æ"), ("oe", "ø"), ("å", "aa"), ("æ", "ae"), ("ø", "oe"))
_BARE = (("a", "å"), ("o", "ø"), ("e", "æ"))
MOST_SPELLINGS = 64


@lru_cache(maxsize=2048)
def spellings(word: str) -> tuple[str, ...]:
    """Other ways to write the word: aa for å, oe for ø, ae for æ and back, and then bare a, o, e for them.

    The word itself is not among them. å and a, ø and o are different letters: a bare letter is only ever read as the
    Danish one, never the other way ("øl" is not "ol"). At most MOST_SPELLINGS, fewest changes first.
    """
    found: dict[str, None] = {}
    for pairs in (_UNFOLDINGS, _BARE):
        choices = _choices(word, pairs)
        made = sorted(((sum(cost for _, cost in c), "".join(t for t, _ in c)) for c in product(*choices)), key=_cost)
        found.update(dict.fromkeys(spelling for changes, spelling in made if changes))
    return tuple(found)[:MOST_SPELLINGS]


def _cost(made: tuple[int, str]) -> int:
    return made[0]


def _choices(word: str, pairs: tuple[tuple[str, str], ...]) -> list[tuple[tuple[str, int], ...]]:
    """For each place of the word what may stand there, with the number of changes; six places may change."""
    choices: list[tuple[tuple[str, int], ...]] = []
    place, changeable = 0, 0
    while place < len(word):
        pair = next((pair for pair in pairs if word.startswith(pair[0], place)), None)
        if pair is None or changeable == 6:
            choices.append(((word[place], 0),))
            place += 1
        else:
            choices.append(((pair[0], 0), (pair[1], 1)))
            changeable += 1
            place += len(pair[0])
    return choices
