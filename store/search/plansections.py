"""Which chapter of a plan a question asks for, whatever words it has for it, and which headings are those of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import get_args

from store.records import PartKind
from store.search.danish import words

_GAP = r"((?:[^\s?.,:;!]+[\s,]+){0,6}?)"
_NUMBERED = re.compile(r"^\W*(?:\d+(?:\.\d+)*\.?|[a-zA-Z]\))?\s*")
LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter that plans have: `kind` where it is a list."""

    name: str
    kind: PartKind | None
    headings: re.Pattern[str]
    asks: tuple[re.Pattern[str], ...]
    first: str
    """What the chapter is mostly called."""

    def rank(self, heading: str | None) -> int:
        """How surely a heading is of this chapter: 0 where it is called by its first name, else 1."""
        title = _NUMBERED.sub("", heading or "", count=1).casefold()
        return int(not title.startswith(self.first))

    def heads(self, heading: str | None) -> bool:
        """Whether a heading, as printed, is one of this chapter."""
        title = _NUMBERED.sub("", heading or "", count=1)
        return bool(title) and self.headings.search(title[:LONGEST_HEADING]) is not None


@dataclass(frozen=True, slots=True)
class Asking:
    """A chapter that a question asks for, and the words (normalised) by which it does."""

    section: Section
    words: frozenset[str]


@lru_cache(maxsize=1)
def sections() -> tuple[Section, ...]:
    """The chapters of plansections.txt. Raises ValueError, naming the line, for one that cannot be read."""
    found: list[Section] = []
    name, kind = "", None
    headings: list[str] = []
    asks: list[re.Pattern[str]] = []

    def close() -> None:
        if name:
            found.append(Section(name, kind, _of_headings(headings), tuple(asks), headings[0]))

    text = resources.files("store.search").joinpath("plansections.txt").read_text(encoding="utf-8")
    for line in (each.split("#", 1)[0].strip() for each in text.splitlines()):
        if line.startswith("["):
            close()
            name, _, rest = line[1:].partition("]")
            kind = _kind(rest.strip())
            headings, asks = [], []
        elif line.startswith("="):
            headings += line[1:].split()
        elif line:
            asks.append(_of_asking(line))
    close()
    return tuple(found)


def _kind(name: str) -> PartKind | None:
    if name and name not in get_args(PartKind):
        raise ValueError(f"plansections: there is no list of {name}")
    return name or None  # type: ignore[return-value]  # checked above


def _of_headings(starts: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, starts))})", re.IGNORECASE)


def _of_asking(line: str) -> re.Pattern[str]:
    """A way of asking as a pattern."""
    found = r"\b"
    for piece in re.findall(r"\.\.\.|\^|\$|\([^)]*\)|[^\s()]+", line):
        if piece == "^":
            found = r"^\W*(?:og |and )?"
        elif piece == "$":
            found = found.removesuffix(r"\s+") + r"\W*$"
        elif piece == "...":
            found += _GAP
        elif piece.startswith("("):
            found += f"(?:{'|'.join(_word(one) for one in piece[1:-1].split('|'))})" + r"\s+"
        else:
            found += _word(piece) + r"\s+"
    return re.compile(re.sub(r"\\s\+$", r"(?!\\w)", found), re.IGNORECASE)


def _word(text: str) -> str:
    return r"\s+".join(re.escape(one).replace(r"\*", r"\w*") for one in text.split())


@lru_cache(maxsize=256)
def asked_for(text: str) -> tuple[Asking, ...]:
    """The chapters that a question asks for, in the order of the data file."""
    found = []
    for section in sections():
        said = [match for ask in section.asks for match in ask.finditer(text)]
        if said:
            found.append(Asking(section, frozenset(word for match in said for word in words(_without_gaps(match)))))
    return tuple(found)


def _without_gaps(match: re.Match[str]) -> str:
    """What was matched by words of the way of asking, not by what may stand between them."""
    at, kept = match.start(), []
    for group in range(1, match.re.groups + 1):
        start, end = match.span(group)
        kept.append(match.string[at:start])
        at = end
    return " ".join([*kept, match.string[at : match.end()]])
