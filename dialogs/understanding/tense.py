"""Whether a question looks ahead or back: "hvad sker der i december" is the next one, "hvad skete der" the last."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.understanding.text import Word

_AHEAD = frozenset(
    (
        *("skal", "vil", "bliver", "kommer", "sker", "holdes", "afholdes", "mødes", "behandles", "drøftes"),
        *("besluttes", "vedtages", "forelægges", "godkendes", "afgøres", "foregår", "kommende"),
        *("will", "shall", "going", "coming", "upcoming", "happens", "happening", "meets", "planned"),
    )
)
_BACK = frozenset(
    (
        *("blev", "var", "besluttede", "vedtog", "skete", "havde", "har", "behandlede", "drøftede", "holdt"),
        *("mødtes", "godkendte", "afviste", "udsatte", "været", "blevet", "traf"),
        *("did", "was", "were", "happened", "decided", "had", "has", "have", "been", "met", "discussed"),
    )
)
TENSES = _AHEAD | _BACK
"""The verbs that tell the one from the other."""


def looks_ahead(typed: Sequence[Word]) -> bool:
    """Whether the verbs speak of what is to come, and none of what has been."""
    said = {word.norm for word in typed}
    return bool(said & _AHEAD) and not said & _BACK
