"""Names of the bodies that decide in a municipality or region, and how to tell two names for one body."""

from __future__ import annotations

import re
from collections.abc import Iterable

_STEM = (
    r"(?:udvalg|råd|bestyrelse|direktion|direktør(?:gruppe|møde)|magistrat|repræsentation|forum|ledelse|kommission|"
    r"komit[eé]|nævn|forsamling|kreds|chefgruppe|styregruppe|ledergruppe|chefteam|lederteam|byting|med)"
)
_ENDING = r"(?:et|ets|en|ens|n|ns|met|mets|s)?"
_PLACE = r"(?:møde(?:t|ts)?|smøde(?:t|ts)?)?"
BODY_WORD = re.compile(rf"(?:\w{{1,30}}-){{0,2}}\w{{0,60}}{_STEM}{_ENDING}{_PLACE}\Z", re.IGNORECASE)
_ABBREVIATION = re.compile(r"(?:[A-ZÆØÅ]{2,5}|ØU|KB|BY|BR|RR)\Z")
_FILLERS = frozenset({
    "i", "for", "og", "til", "om", "af", "det", "den", "de", "på", "under", "samt", "vedrørende", "kommunes",
    "kommune", "region", "regions", "fælles", "§", "17", "17,", "stk.", "4", "stk", "4-udvalg", "17,4", "17.4",
    "4-udvalget",
})  # fmt: skip
_FOR = re.compile(
    r"(?:(?:Stående u|U)dvalg|(?:Styre|Følge|Arbejds|Projekt|Leder|Koordinations|Advisory)gruppe|Opgaveudvalg|Nævn|"
    r"Komit[eé])"
    r"(?:et|en|n)? (?:for|fr) "
)
"""Bodies named after their task in small letters: "Udvalget for børn og unge", "Styregruppen for det nye rådhus"."""
_NOT_BODIES = frozenset({
    "med", "råd", "områd", "forud", "kommunes", "afråd", "forråd", "tilråd",
})  # fmt: skip
_CAPITAL = r"[A-ZÆØÅ]"
# At most nine words, the last of which names a kind of body; each word is met once, so the match stays linear.
_WORD = r"[A-ZÆØÅa-zæøåÉéÜü0-9§.,/&’'-]{1,40}"
BODY = rf"(?:{_CAPITAL}[\wÆØÅæøåÉé.,/&’'-]{{0,60}}(?:[ ](?:{_WORD})){{0,8}}?)"
"""A capitalised run of one to nine words; `is_body` says whether it names a body."""

_GENERIC = (
    ("økonomiudvalg", ("ØU", "ØK")),
    ("kommunalbestyrelse", ("KB",)),
    ("borgerrepræsentation", ("BR",)),
    ("byråd", ("BY", "BYR")),
    ("regionsråd", ("RR",)),
    ("direktion", ("DIR",)),
)


def is_body(text: str) -> bool:
    """Whether `text` as a whole reads as the name of a body, in full or as an abbreviation such as ØU."""
    text = text.strip(" .,:")
    if not text or len(text) > 110:
        return False
    if _ABBREVIATION.match(text):
        return True
    if _FOR.match(text):
        return len(text.split()) <= 12
    if text.endswith((" for", " til", " om", " vedrørende")):
        return False
    words = text.split()
    if len(words) > 10 or not (words[0][:1].isupper() or words[0][:1].isdigit() or words[0] == "§"):
        return False
    named = [i for i, word in enumerate(words) if _names_kind(word)]
    if not named:
        return False
    return all(_may_stand(word) for word in words)


def _names_kind(word: str) -> bool:
    word = word.strip(".,:()")
    return word.lower() not in _NOT_BODIES and BODY_WORD.match(word) is not None


def _may_stand(word: str) -> bool:
    bare = word.strip(".,:()")
    return bare[:1].isupper() or bare.lower() in _FILLERS or _names_kind(word) or not bare or bare[-1:] == "-"


def stem(body: str) -> str:
    """A key that is equal for forms of one name: "Direktion", "Direktionen", "Direktionens"."""
    words = [re.sub(r"(?:s?møde(?:t|ts)?)\Z", "", word.strip(".,:()").lower()) for word in body.split()]
    words = [word for word in words if word not in ("i", "den", "det")]
    if not words:
        return ""
    return " ".join([*words[:-1], _bare(words[-1])]) if not _names_kind(words[0]) else " ".join(map(_bare, words))


def _bare(word: str) -> str:
    match = re.match(rf"(\w{{0,60}}{_STEM}){_ENDING}\Z", word, re.IGNORECASE)
    return match[1].lower() if match else word


def same_body(one: str | None, other: str | None) -> bool:
    """Whether two printed names mean one body: equal but for ending, place name in front, or abbreviation."""
    if not one or not other:
        return False
    first, second = stem(one), stem(other)
    if first == second:
        return True
    shorter, longer = sorted((first, second), key=len)
    if longer.endswith(" " + shorter) or longer.startswith(shorter + " "):
        return True
    return _abbreviates(one, second) or _abbreviates(other, first)


def _abbreviates(short: str, long_stem: str) -> bool:
    short = short.strip(" .")
    if not _ABBREVIATION.match(short):
        return False
    if any(name in long_stem and short in shorts for name, shorts in _GENERIC):
        return True
    parts = [part for part in re.split(r"[\s,-]+", long_stem) if part not in ("og", "for", "i")]
    initials = "".join(part[0] for part in parts if part).upper()
    if short == initials:
        return True
    return bool(parts) and parts[-1].endswith("udvalg") and short == initials + ("U" if len(parts[-1]) > 6 else "")


def fullest(names: Iterable[str]) -> str | None:
    """The longest of the names, the definite form before the bare one."""
    return max((name.strip(" .,:") for name in names), key=len, default=None)
