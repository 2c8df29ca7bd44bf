"""Wordings found among the words of a message: which of them stand where, and which fits best."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dialogs.understanding.slots import Slot
from dialogs.understanding.text import Word
from dialogs.understanding.wordings import Wording, wordings

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
            out += [Token(known.canonical(part), at, at) for part in spoken.split()]
            at += 1
            continue
        last = at
        while last + 1 < len(typed) and typed[last + 1].start < slot.end:
            last += 1
        out.append(Token(f"<{slot.kind}>", at, last))
        at = last + 1
    return out


def matches(tokens: Sequence[Token], candidates: Iterable[Wording]) -> list[Match]:
    """Where the wordings stand among the tokens."""
    line = "".join(token.sign + " " for token in tokens)
    present = {token.sign for token in tokens}
    places: dict[int, int] = {}
    at = 0
    for number, token in enumerate(tokens):
        places[at] = number
        at += len(token.sign) + 1
    places[at] = len(tokens)
    found: list[Match] = []
    for wording in candidates:
        if wording.pattern.needs and not wording.pattern.needs & present:
            continue
        match = wording.pattern.regex.search(line)
        if match is None or match.end() == match.start():
            continue
        begin, end = places[match.start()], places[match.end()]
        kept: set[int] = set()
        named: dict[str, tuple[int, int]] = {}
        for name, value in match.groupdict().items():
            if value:
                span = places[match.start(name)], places[match.end(name)]
                kept |= set(range(*span)) if name.startswith("keep") else set()
                named |= {} if name.startswith("keep") else {name: span}
        cue = match.group()
        gaps = sum(len(value) for name, value in match.groupdict().items() if value and not _content(name, wording))
        found.append(Match(wording, begin, len(cue) - gaps, frozenset(range(begin, end)) - kept, named))
    return found


def _content(name: str, wording: Wording) -> bool:
    """Whether a kept group is a cue that is content as well ("+word"), and so counts for how well it fits."""
    return f"(?P<{name}>(?:\\S+ ){{" not in wording.pattern.regex.pattern


def best(found: Sequence[Match]) -> Match | None:
    """A whole question before single words, the first of several questions, the closest wording of it."""
    if not found:
        return None
    return min(found, key=lambda match: (match.wording.weak, 0 if match.wording.weak else match.begin, -match.cues))


def unwrapped(tokens: list[Token]) -> list[Token]:
    """The tokens without polite wrapping; all of them when nothing else is left."""
    rest = tokens
    for _ in range(4):
        found = matches(rest, wordings().wrappers)
        if not found:
            break
        wrapper = min(found, key=lambda match: (match.begin, -match.cues))
        shorter = [token for number, token in enumerate(rest) if number not in wrapper.removed]
        if not shorter:
            break
        rest = shorter
    return rest
