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
_BEFORE = re.compile(rf"(?<![\wæøå(-])(?P<short>{_SHORT})\s\((?P<long>[^()]{{6,90}})\)")
_LISTED = re.compile(
    rf"(?P<short>{_SHORT})\s?(?:[:=\t–-]|\sstår for\s|\s{{2,}})\s{{0,20}}(?P<long>[A-ZÆØÅa-zæøå][^:;.\t]{{5,90}})"
)
_LOOSE = re.compile(r"(?P<short>[A-ZÆØÅ]{2,6})\s(?P<long>[A-ZÆØÅ][a-zæøå][^.;:\t]{3,80})\Z")
"""A line of a list of abbreviations whose column gap is a single blank."""
_HEAD = re.compile(r"(?:liste over )?(?:forkortelser|ordliste|begreber|anvendte forkortelser)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[.,;:()\n\t!?]")
_WORD = re.compile(r"[\wæøåÆØÅéü-]+")
_WORDS_BACK = 8


def find_abbreviations(structure: Structure) -> list[Abbreviation]:
    """Every abbreviation with its meaning and the place of its definition; of several definitions the first counts."""
    found: dict[str, Abbreviation] = {}
    for short, long, start, end in _defined(structure):
        if short not in found:
            found[short] = Abbreviation(short, long, structure.stream.quote(start, end)[1])
    return list(found.values())


def _defined(structure: Structure) -> Iterator[tuple[str, str, int, int]]:
    text = structure.stream.text
    for match in _BEHIND.finditer(text):
        begin = _name_before(text, match.start(), match["short"])
        if begin is not None:
            yield match["short"], " ".join(text[begin : match.start()].split()), begin, match.end()
    for match in _BEFORE.finditer(text):
        if _stands_for(match["short"], match["long"]):
            yield match["short"], " ".join(match["long"].split()), match.start(), match.end()
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
    for word in reversed(words):
        name = text[word.start() : at].strip()
        if _stands_for(short, name) and (word.group()[:1].isupper() or len(words) == 1 or _initials(short, name)):
            return word.start()
    return next((word.start() for word in reversed(words) if _stands_for(short, text[word.start() : at].strip())), None)


def _initials(short: str, name: str) -> bool:
    return "".join(word[0] for word in _WORD.findall(name) if word.lower() not in ("og", "for", "af", "i")).lower() == (
        short.lower()
    )


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
