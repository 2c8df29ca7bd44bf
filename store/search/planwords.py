"""Words of questions on programmes that say what is sought, or how it is, and not which matter it is of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import resources

from store.search.concepts import Concept, Way, ways_of
from store.search.danish import lemma
from store.search.spellings import spellings
from store.search.wordlists import word_lists

CALLED = ("projekt", "program", "strategi", "plan", "initiativ")
"""Kinds of paper that stand for the whole of it; "the approval of the terms of reference" is on the paper itself."""


@lru_cache(maxsize=1)
def _sections() -> dict[str, frozenset[str]]:
    sections: dict[str, set[str]] = {}
    words: set[str] = set()
    for line in resources.files("store.search").joinpath("planwords.txt").read_text(encoding="utf-8").splitlines():
        text = line.split("#", 1)[0].strip()
        if text.startswith("["):
            words = sections.setdefault(text.strip("[]"), set())
        else:
            words.update(text.split())
    return {name: frozenset(found) for name, found in sections.items()}


def words_for(name: str) -> frozenset[str]:
    """The words of a section of planwords.txt; none for a name that it lacks.

    "soft" are those that tell no matter from another, "paper" kinds of paper, "timetable" what a whole plan of times is
    called, "list phase" and the like what lists hold; the others are what people call an account of that kind,
    whatever it calls itself.
    """
    return _sections().get(name, frozenset())


_OF_PAPER = re.compile(
    r"(?P<head>\w{3,}?)(?P<bound>s?)-?(?:(?:handle|handlings|strategi|udviklings|projekt|indsats)?plan|projekt|program"
    r"|strategi|initiativ|indsats|politik|rapport|kommissori|forsøg|sag|byggeri|sammenlægning|fusion|ordning|gruppe|udvidelse"
    r"|renovering|ombygning|aftale|samarbejde)(?:m?et|m?ets|en|ens|er|erne|mer|merne|um|s)?"
)
_DIGRAPH = re.compile("aa|ae|oe")
MOST_RESPELT = 8
_AS_NAMED = 0.9
"""What the first part of "havneprojektet" counts where something is named by it: the last one only says what it is."""


@lru_cache(maxsize=1)
def _sought() -> frozenset[str]:
    """All words for what is sought: a "tidsplan" is no plan on time."""
    return frozenset(word for name, words in _sections().items() if name != "soft" for word in words)


def all_in(concept: Concept, words: frozenset[str]) -> bool:
    """Whether a concept is of these words alone, in whatever form."""
    lists = word_lists()
    said = [word for word in concept.words if word not in lists.stop_da and word not in lists.stop_en] or concept.words
    return all(bool({word, lemma(word), lemma(word.removesuffix("s"))} & words) for word in said)


@lru_cache(maxsize=2048)
def heads_of(word: str) -> tuple[Way, ...]:
    """The ways of what a paper is on, by a compound that names it ("havneprojektet"); none for other words."""
    found = _OF_PAPER.fullmatch(word.casefold())
    if found is None or {word, lemma(word)} & _sought():
        return ()
    heads = dict.fromkeys((found["head"], found["head"] + found["bound"], found["head"].removesuffix("s")))
    return tuple(way for head in heads if len(head) > 2 for way in ways_of(head, _AS_NAMED, parts=False))


@lru_cache(maxsize=2048)
def _respelt(word: str) -> tuple[Way, ...]:
    """The ways of a word as it is written with æ, ø and å: file names have it both ways."""
    if not _DIGRAPH.search(word):
        return ()
    return tuple(way for other in spellings(word)[:MOST_RESPELT] for way in ways_of(other, _AS_NAMED, parts=False))


def named_by_head(concepts: Sequence[Concept], named: Iterable[str]) -> list[Concept]:
    """The concepts, with the first part of a compound as a way where something is named by it (stems in `named`)."""
    known = frozenset(named)
    found = []
    for concept in concepts:
        other = [way for word in concept.words for way in (*heads_of(word), *_respelt(word))]
        ways = [way for way in other if known.issuperset(way.keys)]
        if ways:
            copy = Concept(**{name: getattr(concept, name) for name in concept.__dataclass_fields__})
            copy.ways = list(concept.ways)
            copy.add(ways)
            concept = copy
        found.append(concept)
    return found
