"""Short forms that a text defines: behind the name in brackets, before it, or in a list of abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.ingest.blocks import LOWEST
from store.ingest.parsed import Abbreviation
from store.ingest.structure import Structure

_SHORT = r"[A-ZÆØÅ](?:[\wæøåÆØÅ&/-]{0,8}[A-ZÆØÅ0-9]|[A-ZÆØÅ][\wæøåÆØÅ]{0,6})[\wæøå]{0,3}"
_BEHIND = re.compile(
    rf"\((?:herefter\s|i det følgende\s|forkortet\s|også kaldet\s|kaldet\s)?[\"”»]?(?P<short>{_SHORT})[\"”«]?\)"
)
_BRACKET = re.compile(r"\((?<=\s\()[^()]{6,90}\)")
_BEFORE = re.compile(rf"(?<![\wæøå(-])(?P<short>{_SHORT})\s\((?P<long>[^()]{{6,90}})\)\Z")
_LONGEST_SHORT = 16
"""Characters of a short form and the blank behind it, and then some."""
_LISTED = re.compile(
    rf"(?P<short>{_SHORT})\s?(?:[:=\t–-]|\sstår for\s|\s{{2,}})\s{{0,20}}(?P<long>[A-ZÆØÅa-zæøå][^:;.\t]{{5,90}})"
)
_LOOSE = re.compile(r"(?P<short>[A-ZÆØÅ]{2,6})\s(?P<long>[A-ZÆØÅ][a-zæøå][^.;:\t]{3,80})\Z")
"""A line of a list of abbreviations whose column gap is a single blank."""
_HEAD = re.compile(r"(?:liste over )?(?:forkortelser|ordliste|begreber|anvendte forkortelser)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;:()\n\t!?]|(?<!-),")
"""Where a name cannot go on: the comma of "Kultur-, Fritids- og Idrætsudvalget" is a part of it."""
_WORD = re.compile(r"[\wæøåÆØÅéü-]+")
_WORDS_BACK = 9
_SMALL = frozenset(("og", "for", "af", "i", "på", "om", "til", "med", "ved", "samt", "det", "den", "de", "en", "et"))
"""Words whose letters a short form may leave out."""


def find_abbreviations(structure: Structure) -> list[Abbreviation]:
    """Every abbreviation with its meaning and the place of its definition.

    Of several definitions that of a list of abbreviations counts, else the first.
    """
    found: dict[str, Abbreviation] = {}
    for short, long, start, end in (*_listed(structure), *_defined(structure)):
        if short not in found:
            found[short] = Abbreviation(short, long, structure.stream.quote(start, end)[1])
    return list(found.values())


def _defined(structure: Structure) -> Iterator[tuple[str, str, int, int]]:
    text = structure.stream.text
    for match in _BEHIND.finditer(text):
        begin = _name_before(text, match.start(), match["short"])
        if begin is not None:
            yield match["short"], " ".join(text[begin : match.start()].split()), begin, match.end()
    for bracket in _BRACKET.finditer(text):
        before = _BEFORE.search(text, max(bracket.start() - _LONGEST_SHORT, 0), bracket.end())
        if before and _stands_for(before["short"], before["long"]):
            yield before["short"], " ".join(before["long"].split()), before.start(), before.end()
    for block in structure.blocks:
        line = _LISTED.fullmatch(block.text) if block.kind in ("entry", "text", "row") and block.bare else None
        if line and len(line["short"]) <= 10 and _stands_for(line["short"], line["long"]):
            yield line["short"], " ".join(line["long"].split()), block.start, block.start + line.end()


def _listed(structure: Structure) -> Iterator[tuple[str, str, int, int]]:
    """The lines under a heading that says that abbreviations follow."""
    for index, block in enumerate(structure.blocks):
        if not (block.kind == "heading" or block.bare) or not _HEAD.match(block.text):
            continue
        for entry in structure.blocks[index + 1 : index + 80]:
            match_ = _LISTED.match(entry.text) or _LOOSE.match(entry.text)
            if match_ is None and entry.kind == "heading" and entry.level < LOWEST:
                break
            if match_ and len(match_["short"]) <= 10:
                yield match_["short"], " ".join(match_["long"].split()), entry.start, entry.start + match_.end()


def _name_before(text: str, at: int, short: str) -> int | None:
    """Where the name that `short` stands for begins before `at`, None when nothing before it can be meant."""
    clause = text[max(at - 120, 0) : at]
    cut = [match.end() for match in _CLAUSE.finditer(clause)]
    base = max(at - 120, 0) + (cut[-1] if cut else 0)
    words = list(_WORD.finditer(text, base, at))[-_WORDS_BACK:]
    best: tuple[int, int] | None = None
    for word in reversed(words):
        name = text[word.start() : at].strip()
        hits = _initials(short, name)
        whole = hits == len(short) and len(name.split()) > 1
        if hits and (word.group()[:1].isupper() or len(words) == 1 or whole) and (best is None or hits > best[0]):
            best = hits, word.start()
    if best is not None:
        return best[1]
    for word in reversed(words):
        if word.group()[:1].isupper() and _stands_for(short, text[word.start() : at].strip()):
            return word.start()
    return next((word.start() for word in reversed(words) if _stands_for(short, text[word.start() : at].strip())), None)


def _initials(short: str, name: str) -> int:
    """How many letters of `short` begin a word of `name`, 0 when it does not stand for all of it.

    Each word but the small ones must give its first letter; further letters stand in order within the words:
    "SSU" is "Social- og Sundhedsudvalget", with two.
    """
    if len(name) < len(short) + 2 or name == name.upper():
        return 0
    letters = "".join(char for char in short.lower() if char.isalnum())
    return max(_led(letters, [word.lower() for word in _WORD.findall(name)]) - 1, 0)


def _led(letters: str, words: list[str]) -> int:
    """One more than the first letters of `words` that `letters` take, 0 when the two do not fit."""
    if not words:
        return 0 if letters else 1
    word, rest = words[0], words[1:]
    left_out = _led(letters, rest) if word in _SMALL else 0
    if not letters or word[:1] != letters[:1]:
        return left_out
    best = left_out
    at, taken = 0, 1
    while True:
        told = _led(letters[taken:], rest)
        best = max(best, told + 1 if told else 0)
        if taken == len(letters):
            return best
        at = word.find(letters[taken], at + 1)
        if at < 0:
            return best
        taken += 1


def _stands_for(short: str, long: str) -> bool:
    """Whether the letters of `short` stand in `long` in order, the first at its beginning."""
    letters = [char for char in short.lower() if char.isalnum()]
    rest = long.lower()
    if len(long) < len(short) + 2 or not rest.startswith(letters[0]) or long == long.upper():
        return False
    at = 0
    for letter in letters:
        at = rest.find(letter, at) + 1
        if at == 0:
            return False
    return True
