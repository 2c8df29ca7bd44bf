"""Whether a recommendation proposes anything, and to what type of item it belongs; the words are in proposing.txt."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from typing import Literal

Kind = Literal["proposal", "noting", "discussing", "none"]

_MARK = re.compile(r"^[\s\"'»«(]*(?:(?:\d{1,2}|[a-zæøå])[.)]\s*|[-–—*•·▪]\s*)?")
_LEAD = re.compile(r"^(?:og |samt |and )?(?:at|that)\b[\s,:…]*\w")
_SENTENCE = re.compile(r"(?:(?<=[.!?:;])\s+|\n)")
_NOUN_BEHIND_DA = r"(?!\s+(?:af|i|til|på|om|for|ved|fra|og|er|var|har|blev)\b)(?=\s+\w)"
_NOUN_BEHIND_EN = r"(?!\s+(?:of|for|to|in|on|at|from|and|or|by|is|are|was|has|will)\b)(?=\s+\w)"
_TWIN = re.compile(r"([bdfgklmnprst])\1$")


def kind_of(text: str) -> Kind:
    """What a recommendation asks of the meeting: to do something, to take note, to talk, or nothing.

    Doing goes before the others: "at planen godkendes, og at sagen drøftes igen" proposes.
    """
    told = _MARK.sub("", " ".join(text.split(" ")).strip().casefold())
    if not told:
        return "none"
    if _acts(told):
        return "proposal"
    if _any("notes", told):
        return "noting"
    if _any("discusses", told):
        return "discussing"
    if _LEAD.search(told) or _any("da leads", told) or _any("en leads", told):
        return "proposal"
    return "none"


def _acts(text: str) -> bool:
    if _any("da acts as worded", text) or _danish().search(text) or _english().search(text):
        return True
    return any(_imperative().match(_MARK.sub("", part)) for part in _SENTENCE.split(text))


def _any(section: str, text: str) -> bool:
    return any(pattern.search(text) for pattern in _patterns(section))


@lru_cache(maxsize=1)
def _sections() -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in resources.files("store.agenda").joinpath("proposing.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            lines = sections.setdefault(line.strip("[] "), [])
        elif line.strip() and not line.startswith("#"):
            lines.append(line.strip())
    return sections


@lru_cache(maxsize=16)
def _patterns(section: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(line, re.DOTALL) for line in _sections()[section])


@lru_cache(maxsize=16)
def words(section: str) -> frozenset[str]:
    """The words of a section of proposing.txt. Raises KeyError for a name that it lacks."""
    return frozenset(word for line in _sections()[section] for word in line.split())


def _bare(infinitive: str) -> str:
    """The imperative: "godkende" gives "godkend", "tillægge" "tillæg"; "foreslå" is its own."""
    if not infinitive.endswith("e"):
        return infinitive
    return _TWIN.sub(r"\1", infinitive[:-1])


def _passive(infinitive: str) -> str:
    return infinitive + "s"


@lru_cache(maxsize=1)
def _danish() -> re.Pattern[str]:
    """Infinitive, present and passive of what a meeting does, wherever they stand."""
    not_acts = words("da not acts")
    whole: set[str] = set()
    ends: set[str] = set()
    for word in words("da acts"):
        any_beginning = word.startswith("-")
        word = word.lstrip("-")
        forms = {word, word + "r", _passive(word)}
        # Of the open-ended ones only the passive: "fremsættes", but not whatever "sætter".
        ends |= {_passive(word)} if any_beginning else set()
        whole |= set() if any_beginning else forms - not_acts
    barred = "|".join(sorted(word for word in not_acts if word.endswith("s")))
    return re.compile(rf"\b(?:{'|'.join(sorted(whole))}|(?!(?:{barred})\b)\w{{2,}}(?:{'|'.join(sorted(ends))}))\b")


@lru_cache(maxsize=1)
def _english() -> re.Pattern[str]:
    """Base, third person and, behind a form of "to be", the participle."""
    sure = [word for word in words("en acts") if not word.endswith("*")]
    plain = [word.rstrip("*") for word in words("en acts")]
    doing = sorted({*sure, *(_third(word) for word in sure)})
    done = sorted({form for word in plain for form in _participles(word)})
    to = "|".join(sorted(plain))
    return re.compile(
        rf"\b(?:{'|'.join(doing)})\b|\b(?:be|is|are|being)\s+(?:\w+ly\s+)?(?:{'|'.join(done)})\b|\bto\s+(?:{to})\b"
    )


@lru_cache(maxsize=1)
def _imperative() -> re.Pattern[str]:
    """What begins a sentence as an order, unless it is the noun of the same form ("køb af brandbil")."""
    danish = sorted({_bare(word) for word in words("da acts") if not word.startswith("-")} - set(words("da not acts")))
    english = sorted({word.rstrip("*") for word in words("en acts")})
    return re.compile(rf"(?:{'|'.join(danish)})\b{_NOUN_BEHIND_DA}|(?:{'|'.join(english)})\b{_NOUN_BEHIND_EN}")


def _third(word: str) -> str:
    if re.search(r"(?:s|sh|ch|x|z)$", word):
        return word + "es"
    return word[:-1] + "ies" if re.search(r"[^aeiou]y$", word) else word + "s"


_IRREGULAR = {
    "set": "set", "begin": "begun", "shut": "shut", "buy": "bought", "sell": "sold", "send": "sent", "cut": "cut",
    "build": "built", "withdraw": "withdrawn",
}  # fmt: skip


def _participles(word: str) -> set[str]:
    if word in _IRREGULAR:
        return {_IRREGULAR[word]}
    if word.endswith("e"):
        return {word + "d"}
    if re.search(r"[^aeiou]y$", word):
        return {word[:-1] + "ied"}
    # Both spellings, for the stress that doubles a last letter is not seen: "referred", "opened".
    return {word + "ed", word + word[-1] + "ed"}
