"""The words that open or close, and whether a line made of them alone means one item or a part of the agenda."""

from __future__ import annotations

import re
from dataclasses import dataclass

from store.ingest.parsed import Access

_CLOSED = frozenset({
    "lukket", "lukkede", "lukkes", "fortrolig", "fortroligt", "fortrolige", "fortrolighed", "hemmelig", "hemmeligt",
    "ikkeoffentlig", "ikkeoffentligt", "ikkeoffentlige",
})  # fmt: skip
_OPEN = frozenset({
    "åben", "åbent", "åbne", "offentlig", "offentligt", "offentlige", "offentliggøres", "offentliggørelse",
    "offentlighed", "offentliggøre",
})  # fmt: skip
_NOT = frozenset({"ikke", "ej"})
_MANY = frozenset({
    "punkter", "punkterne", "sager", "sagerne", "dagsorden", "dagsordenen", "dagsordenspunkter", "dagsordner",
    "tillægsdagsorden", "møde", "mødet", "mødedel", "del", "delen", "session", "afsnit", "emner", "tillægspunkter",
    "beslutningssager", "orienteringssager", "orienteringspunkter", "beslutningspunkter", "punktliste", "sagsliste",
})  # fmt: skip
_ONE = frozenset({
    "punkt", "punktet", "sag", "sagen", "dagsordenspunkt", "dagsordenspunktet", "emnet", "emne", "pkt",
    "punktets", "sagens", "beslutningssag", "orienteringssag", "tillægspunkt",
})  # fmt: skip
_DOORS = frozenset({"døre", "dør"})
_FILLERS = frozenset({
    "den", "det", "de", "på", "for", "i", "af", "der", "som", "til", "er", "var", "blev", "et", "en", "derfor",
    "behandles", "behandlet", "behandling", "behandlede", "behandlingen", "drøftes", "drøftet", "efterretning",
    "orientering", "beslutning", "afgørelse", "drøftelse", "tillæg", "skal", "må", "kan", "bliver",
    "herefter", "offentligheden", "denne", "dette", "følgende", "under", "ved", "om", "resten", "øvrige",
    "kategori", "type", "status", "fortsat", "kun", "medlemmer", "start", "begynder",
})  # fmt: skip
_ENDED = frozenset({"blev", "er", "var", "bliver"})
""""Mødet blev lukket" tells of the meeting's end."""
_TREATED = frozenset({"behandles", "behandlet", "behandling", "behandlede", "drøftes", "drøftet", "behandlingen"})
NOUN = (
    r"(?:sag|punkt|sager|punkter|dagsordenspunkt|dagsordenspunkter|møde|dagsorden|del|behandling|beslutningssag|"
    r"orienteringssag|referat)"
)
"""What an access word may stand before, inside longer lines."""
_NOT_PUBLIC = re.compile(
    r"(?:\w+\s){0,4}(?:undtage[st]|undtaget|unddraget|unddrages)\s(?:fra\s)?(?:offentlig\w+|aktindsigt)"
    r"|(?:\w+\s){0,4}(?:må|kan|skal|bør)?\s?(?:ikke|ej)\s(?:til\s)?(?:offentliggøre\w*|offentliggørelse)"
    r"|(?:\w+\s){0,3}offentliggøres\s(?:ikke|ej)\b",
    re.IGNORECASE,
)
_SPACED = re.compile(r"\W*(?:\w\s){3,20}\w\W*\Z")
_LETTER = re.compile(r"\s*(?:[A-ZÆØÅ]|[IVX]{1,4}|Del\s(?:\d|[IVX]{1,3}|[A-D]))\s?[.):–-]\s{0,3}")
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]{0,60}[)\]]\s*\Z")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a line of access words says; `group`: of a part of the agenda; `vague`: it may as well mean one item."""

    access: Access
    group: bool
    vague: bool = False


def phrase_of(text: str) -> Phrase | None:
    """The meaning of a line that holds nothing but access words and what belongs to them, else None."""
    letter = _LETTER.match(text)
    text = text[letter.end() :] if letter else text
    if _SPACED.match(text):
        text = "".join(text.split())
    bracket = _BRACKET.search(text)
    words = _words(text)
    if bracket and bracket.start() > 0 and any(word not in _KNOWN for word in words):
        words = _words(text[: bracket.start()])
    if not words or len(words) > 14:
        return None
    figures = [word for word in words if word.isdigit()]
    words = [word for word in words if not word.isdigit()]
    if any(word not in _KNOWN for word in words):
        return None
    access = _access(words)
    if access is None:
        return None
    many = bool(_MANY & set(words))
    one = bool(_ONE & set(words))
    doors = bool(_DOORS & set(words))
    if figures and (not many or re.match(r"\s*\d", text)):
        return None
    if _ENDED & set(words) and not doors and "offentligheden" not in words and "mødet" in words:
        return None
    if one:
        return Phrase(access, group=False)
    if many or doors:
        vague = (doors and not {"punkter", "sager", "punkterne", "sagerne", "dagsordenspunkter"} & set(words)) or bool(
            _TREATED & set(words) and not {"punkter", "sager", "punkterne", "sagerne"} & set(words)
        )
        return Phrase(access, group=True, vague=vague)
    return Phrase(access, group=False)


def negated(text: str) -> Access | None:
    """Closed for a line that denies the public in other words: "Undtaget fra offentlighed"."""
    return "closed" if len(text) <= 140 and _NOT_PUBLIC.match(text) else None


_KNOWN = _CLOSED | _OPEN | _NOT | _MANY | _ONE | _DOORS | _FILLERS


def _words(text: str) -> list[str]:
    return [word.lower() for word in re.findall(r"\w+", text)]


def _access(words: list[str]) -> Access | None:
    """Closed or open; None when neither or both are said ("Åbne og lukkede punkter")."""
    said: set[Access] = set()
    for index, word in enumerate(words):
        if word in _CLOSED:
            said.add("closed")
        elif word in _OPEN:
            near = words[max(index - 2, 0) : index] + words[index + 1 : index + 2]
            said.add("closed" if _NOT & set(near) else "open")
    return said.pop() if len(said) == 1 else None
