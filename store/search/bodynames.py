"""Which body a person means: its name in any form, an abbreviation of it, or either with a typo."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from store.names import body_key, folded
from store.records import BodyRecord

ALIKE = 84
_PARTS = re.compile(r"[^\W\d_]+")
_BARE = str.maketrans("æøå", "aoa")
_BINDING = frozenset({"og", "for", "i", "på", "af", "and"})
_ENDINGS = ("udvalget", "udvalg", "rådet", "råd", "bestyrelsen", "bestyrelse", "styrelsen")


def resolve(text: str, bodies: Sequence[BodyRecord]) -> BodyRecord | None:
    """The body meant by a text; None when none of these is near enough."""
    name, key = folded(text), body_key(text)
    for body in bodies:
        if key == body.key or name == body.key or name in {folded(form) for form in _forms(body)}:
            return body
    letters = text.strip().casefold()
    if 2 <= len(letters) <= 5:
        for body in bodies:
            if letters in {short for form in _forms(body) for short in abbreviations(form)}:
                return body
    best = max(bodies, key=lambda body: (_likeness(name, body), body.key), default=None)
    return best if best is not None and _likeness(name, best) >= ALIKE else None


def _forms(body: BodyRecord) -> tuple[str, ...]:
    return (body.name, *body.aliases)


def _likeness(name: str, body: BodyRecord) -> float:
    return max(fuzz.ratio(name, folded(form)) for form in _forms(body))


def abbreviations(name: str) -> Iterable[str]:
    """The initials a body is known by: "Teknik- og Miljøudvalget" is TMU, "Økonomiudvalget" ØU."""
    letters = ""
    for part in _PARTS.findall(name.casefold()):
        if part in _BINDING:
            continue
        ending = next((ending for ending in _ENDINGS if part.endswith(ending) and part != ending), None)
        letters += part[0] + (ending[0] if ending else "")
    return {letters, letters.translate(_BARE)} if len(letters) > 1 else ()
