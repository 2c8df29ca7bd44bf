"""A deciding body that a question names and that is in no minutes: to be said, never to be passed over."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogs.understanding.text import Word

_BODY = re.compile(
    r"(?:\w{3,}(?:udvalg|udvalget|nævn|nævnet|bestyrelse|bestyrelsen|kommission|kommissionen|råd|rådet)|"
    r"byråd|byrådet|kommunalbestyrelsen|borgerrepræsentationen|regionsrådet|magistraten|direktionen)s?"
)
_DECIDES = frozenset(
    (
        *("besluttede", "beslutter", "besluttet", "vedtog", "bestemte", "godkendte", "afviste", "udsatte", "traf"),
        *("drøftede", "behandlede", "diskuterede", "sagde", "mente", "har", "havde", "indstillede", "anbefalede"),
        *("skal", "vil", "mødes", "henviste", "tog"),
    )
)
_OF = frozenset(("i", "fra", "af", "hos", "på"))
_ENGLISH = re.compile(
    r"\b(?:did|has|had|does|will|by|of|at)\s+the\s+(?P<name>(?:[\w&-]+\s+){1,4}?(?:committee|board|council|forum))\b",
    re.IGNORECASE,
)
_SOME = frozenset(("steering", "same", "whole", "last", "latest", "next", "responsible"))


def unknown_body(text: str, typed: Sequence[Word], topic: set[int]) -> str | None:
    """The name of a body that stands where the one who decides stands; call it when no known body was recognised.

    A body that is the matter itself ("nedlæggelse af handicaprådet") is none.
    """
    for at, word in enumerate(typed):
        if not _BODY.fullmatch(word.norm):
            continue
        before = typed[at - 1].norm if at else ""
        after = typed[at + 1].norm if at + 1 < len(typed) else ""
        if before in _DECIDES or after in _DECIDES or (before in _OF and topic <= {at - 1, at}):
            return text[word.start : word.end]
    match = _ENGLISH.search(text)
    if match and not {part.casefold() for part in match["name"].split()} & _SOME:
        return " ".join(match["name"].split())
    return None
