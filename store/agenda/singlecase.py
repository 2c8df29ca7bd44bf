"""Whether an item seems to hold more than one case; it says so only where the item itself tells them apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.agenda.proposing import kind_of, words
from store.agenda.records import AgendaItem
from store.ingest.casenumbers import after_label, alone

_BETWEEN = re.compile(r"\s*(?:[,;+&\n]|\bog\b|\bsamt\b|\band\b|\s/\s)\s*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")
_PARTS = re.compile(r"(?:^|\s)(?:\d{1,2}|[a-e])[.)]\s+(?=\w)")
_JOINED = re.compile(r"\s*;\s*|\s+(?:samt|og|and|as well as)\s+", re.IGNORECASE)
_MISCELLANEOUS = re.compile(
    r"^\W*(?:diverse|forskellige|blandede|flere|various|miscellaneous|several|other)\b[\w\s]{0,30}$", re.IGNORECASE
)
_LEAST_SERIAL = 4
"""A case number has so many digits at least; fewer are a paragraph, an item or a part."""


def several(item: AgendaItem) -> tuple[str, ...]:
    """What tells that there are several cases: case numbers, or parts of the title or recommendations; () for one.

    Earlier cases are named in descriptions as a matter of course, so case numbers count only where an item carries its
    own. Words are compared only where the item separates two matters itself, for most proposals of one case share no
    word with each other.
    """
    return _numbers(item) or _numbered_title(item.title) or _halves(item) or _elsewhere(item)


def _numbers(item: AgendaItem) -> tuple[str, ...]:
    carried = _numbers_in(item.case_number)
    if len(carried) > 1:
        return carried
    titled = _labelled(item.title)
    if len(titled) > 1:
        return titled
    proposed = [found for text in item.recommendations for found in _labelled(text)[:1]]
    own = {_plain(number) for number in (*carried, *titled)}
    # A proposal may name the case that it follows up: only proposals that name one each are several.
    others = tuple(dict.fromkeys(number for number in proposed if _plain(number) not in own))
    return others if len(others) > 1 and len(proposed) == len([r for r in item.recommendations if r.strip()]) else ()


def _numbers_in(field: str) -> tuple[str, ...]:
    parts = [part for part in _BETWEEN.split(field) if part]
    spaced = [word for part in parts for word in part.split()]
    if len(spaced) > len(parts) and all(alone(word) for word in spaced):
        parts = spaced
    found: dict[str, str] = {}
    for part in parts:
        labelled = after_label(part)
        number = labelled[0] if labelled is not None and labelled[0] else part
        if not re.match(r"dok", part, re.IGNORECASE) and len(re.findall(r"\d", number)) >= _LEAST_SERIAL:
            found.setdefault(_plain(number), number)
    return tuple(found.values())


def _labelled(text: str) -> tuple[str, ...]:
    """Case numbers in running text: labelled, or of a form that nothing else has."""
    found: dict[str, str] = {}
    words = text.split()
    for at, word in enumerate(words):
        bare = word.strip("()[].,;:")
        labelled = after_label(" ".join(words[at : at + 3]))
        number = labelled[0] if labelled is not None else (bare if alone(bare) and not _year_pair(bare) else None)
        if number and len(re.findall(r"\d", number)) >= _LEAST_SERIAL:
            found.setdefault(_plain(number), number)
    return tuple(found.values())


def _year_pair(text: str) -> bool:
    """ "2026/2027" and "26/27" are school years, "12/2026" is a month."""
    return re.fullmatch(r"(?:19|20)?\d\d[/-](?:19|20)\d\d|(?:19|20)?\d\d/\d\d", text) is not None


def _plain(number: str) -> str:
    return re.sub(r"\W", "", number).casefold()


def _numbered_title(title: str) -> tuple[str, ...]:
    parts = [part.strip(" ,;.") for part in _PARTS.split(title)]
    told = tuple(part for part in parts if len(_content(part)) > 0)
    return told if len(_PARTS.findall(title)) > 1 and len(told) > 1 and _all_apart(told) else ()


def _halves(item: AgendaItem) -> tuple[str, ...]:
    """A title of two matters, each with a proposal of its own: "Køb af brandbil samt ferieplan for skolerne"."""
    proposals = _proposals(item)
    for joint in _JOINED.finditer(item.title):
        halves = (item.title[: joint.start()].strip(), item.title[joint.end() :].strip())
        if any(len(_content(half)) < 2 for half in halves) or not _all_apart(halves):
            continue
        sides = [tuple(_shares(half, text) for half in halves) for text in proposals]
        if (True, False) in sides and (False, True) in sides and (True, True) not in sides:
            return halves
    return ()


def _elsewhere(item: AgendaItem) -> tuple[str, ...]:
    """Under a title that names no matter, proposals that share nothing; or one on what the item nowhere speaks of."""
    proposals = _proposals(item)
    if len(proposals) < 2:
        return ()
    if _MISCELLANEOUS.match(item.title) and all(len(_content(text)) > 1 for text in proposals):
        return tuple(proposals) if _all_apart(proposals) else ()
    told = f"{item.description} {item.assessment} {item.finance}"
    if len(told.split()) < 25 or not item.title.strip():
        return ()
    strange = [
        text
        for text in proposals
        if len(_content(text)) > 2
        and not _shares(f"{item.title} {told}", text)
        and not any(_shares(other, text) for other in proposals if other is not text)
    ]
    return tuple(strange[:1]) if len(strange) == 1 else ()


def _proposals(item: AgendaItem) -> list[str]:
    return [text.strip() for text in item.recommendations if kind_of(text) == "proposal"]


def _content(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if word not in words("tells no matter")]


def _all_apart(texts: Sequence[str]) -> bool:
    return not any(_shares(one, other) for at, one in enumerate(texts) for other in texts[at + 1 :])


def _shares(one: str, other: str) -> bool:
    """Whether the texts have a word in common, in another form or in a compound ("brandbilen", "brandbilkøb")."""
    stems = {word[:5] for word in _content(one)}
    return any(
        word[:5] in stems or any(len(stem) == 5 and stem in word for stem in stems) or _holds(one, word)
        for word in _content(other)
    )


def _holds(text: str, word: str) -> bool:
    return len(word) >= 5 and any(word[:5] in held for held in _content(text))
