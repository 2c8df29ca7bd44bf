"""Wordings found among the words of a message: which of them stand where, and which fits best."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dialogs.understanding.slots import Slot
from dialogs.understanding.text import Word
from dialogs.understanding.wordings import Wording, wordings

SMALL_TALK = frozenset({"whoami", "help", "thanks", "greeting", "language", "offtopic"})
"""Intents that are no question on what was decided."""
_CONTRACTED = {
    "whats": "what is",
    "whos": "who is",
    "wheres": "where is",
    "whens": "when is",
    "hows": "how is",
    "theres": "there is",
    "thats": "that is",
    "didnt": "did not",
    "doesnt": "does not",
    "wasnt": "was not",
}


@dataclass(frozen=True, slots=True)
class Token:
    """One word, or several that are a slot; `first` and `last` are word numbers."""

    sign: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Match:
    wording: Wording
    begin: int
    cues: int
    removed: frozenset[int]
    """Numbers of the tokens that are wording and no content."""
    named: Mapping[str, tuple[int, int]]


def tokens_of(typed: Sequence[Word], slots: Iterable[Slot]) -> list[Token]:
    """Words in their cue form, with what a slot covers folded into one sign."""
    known = wordings()
    starts = sorted(slots, key=lambda slot: slot.start)
    out: list[Token] = []
    at = 0
    while at < len(typed):
        slot = next((each for each in starts if each.start <= typed[at].start < each.end), None)
        if slot is None:
            spoken = _CONTRACTED.get(typed[at].norm, typed[at].norm)
            out += [Token(known.canonical(part, name=typed[at].name), at, at) for part in spoken.split()]
            at += 1
            continue
        last = at
        while last + 1 < len(typed) and typed[last + 1].start < slot.end:
            last += 1
        out.append(Token(f"<{slot.kind}>", at, last))
        at = last + 1
    return out


class Index:
    """Wordings by a word that each needs, so that few of them are tried on a message."""

    def __init__(self, candidates: Iterable[Wording]) -> None:
        self._wordings = tuple(candidates)
        self._always = [number for number, each in enumerate(self._wordings) if not each.pattern.needs]
        self._by_word: dict[str, list[int]] = {}
        for number, each in enumerate(self._wordings):
            for word in each.pattern.needs[0] if each.pattern.needs else ():
                self._by_word.setdefault(word, []).append(number)

    def possible(self, present: set[str]) -> list[Wording]:
        """The wordings that may stand among these words, in their order in the data files."""
        numbers = set(self._always)
        for word in present:
            numbers.update(self._by_word.get(word, ()))
        rows = [self._wordings[number] for number in sorted(numbers)]
        return [row for row in rows if not any(present.isdisjoint(needed) for needed in row.pattern.needs)]


@lru_cache(maxsize=8)
def index_of(name: str) -> Index:
    """All wordings of a kind: "commands", "wrappers", "intents", or "social", those intents that are small talk."""
    known = wordings()
    if name == "social":
        return Index(each for each in known.intents if each.name in SMALL_TALK)
    return Index({"commands": known.commands, "wrappers": known.wrappers, "intents": known.intents}[name])


def matches(tokens: Sequence[Token], candidates: Index) -> list[Match]:
    """Where the wordings stand among the tokens."""
    line = "".join(token.sign + " " for token in tokens)
    places: dict[int, int] = {}
    at = 0
    for number, token in enumerate(tokens):
        places[at] = number
        at += len(token.sign) + 1
    places[at] = len(tokens)
    found: list[Match] = []
    for wording in candidates.possible({token.sign for token in tokens}):
        match = wording.pattern.regex.search(line)
        if match is None or match.end() == match.start():
            continue
        begin, end = places[match.start()], places[match.end()]
        kept: set[int] = set()
        named: dict[str, tuple[int, int]] = {}
        gaps = 0
        for name, value in match.groupdict().items() if match.re.groups else ():
            if value:
                span = places[match.start(name)], places[match.end(name)]
                if name.startswith("keep"):
                    kept |= set(range(*span))
                else:
                    named[name] = span
                # A kept cue ("+word") counts for how well the wording fits; words of the topic do not.
                gaps += len(value) if name in wording.pattern.gaps else 0
        cues = match.end() - match.start() - gaps
        found.append(Match(wording, begin, cues, frozenset(range(begin, end)) - kept, named))
    return found


def best(found: Sequence[Match]) -> Match | None:
    """A whole question before single words, the first of several questions, the closest wording of it."""
    if not found:
        return None
    return min(found, key=lambda match: (match.wording.weak, 0 if match.wording.weak else match.begin, -match.cues))


def unwrapped(tokens: list[Token]) -> list[Token]:
    """The tokens without polite wrapping; all of them when nothing else is left."""
    rest = tokens
    for _ in range(4):
        found = matches(rest, index_of("wrappers"))
        if not found:
            break
        wrapper = min(found, key=lambda match: (match.begin, -match.cues))
        shorter = [token for number, token in enumerate(rest) if number not in wrapper.removed]
        if not shorter:
            break
        rest = shorter
    return rest
