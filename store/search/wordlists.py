"""The word lists of the search, read once from words.txt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class WordLists:
    """Sections of words.txt; `abbreviations` and `derived` hold both directions."""

    stop_da: frozenset[str]
    stop_en: frozenset[str]
    generic: frozenset[str]
    generic_en: frozenset[str]
    light: frozenset[str]
    """Words that say what is done or how: they narrow a question, but seldom name its matter."""
    light_en: frozenset[str]
    municipalities: frozenset[str]
    everyday: frozenset[str]
    """Names of municipalities that are everyday words too."""
    silent: frozenset[str]
    """Words of titles that say nothing of the matter ("Eventuelt")."""
    parts: frozenset[str]
    never_parts: frozenset[str]
    words: frozenset[str]
    abbreviations: dict[str, tuple[str, ...]]
    derived: dict[str, tuple[str, ...]]
    """Verbs and the nouns made of them, each with the others."""


def _sections() -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in resources.files("store.search").joinpath("words.txt").read_text(encoding="utf-8").splitlines():
        text = line.split("#", 1)[0].strip()
        if text.startswith("["):
            lines = sections.setdefault(text.strip("[]"), [])
        elif text:
            lines.append(text)
    return sections


def _both_ways(lines: list[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in lines:
        short, _, long = (part.strip() for part in line.partition("="))
        for word, others in [(short, tuple(long.split())), *((other, (short,)) for other in long.split())]:
            found[word] = tuple(dict.fromkeys(found.get(word, ()) + others))
    return found


@lru_cache(maxsize=1)
def word_lists() -> WordLists:
    """The lists, read on first use."""
    sections = _sections()

    def section(name: str) -> frozenset[str]:
        return frozenset(word for line in sections.get(name, []) for word in line.split())

    return WordLists(
        stop_da=section("stop da"),
        stop_en=section("stop en"),
        generic=section("generic"),
        generic_en=section("generic en"),
        light=section("light"),
        light_en=section("light en"),
        municipalities=section("municipalities"),
        everyday=section("everyday municipalities"),
        silent=section("silent titles"),
        parts=section("parts"),
        never_parts=section("never parts"),
        words=section("words"),
        abbreviations=_both_ways(sections.get("abbreviations", [])),
        derived=_both_ways(sections.get("derived", [])),
    )
