"""Which of the two languages a short text is written in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogs.understanding.text import Word
from dialogs.understanding.wordings import wordings
from store.records import Lang

_DANISH = re.compile(
    r"[æøå]|aa(?=r|d|l|n|$)|sk\b|^sk|hv|kt\b|skole|tion(?:en|er)\b|ning(?:en|er)?\b|else[rn]?\b|hed\b|erne\b|ede\b"
)
_ENGLISH = re.compile(r"w|th|sh|ck|ough|tions\b|ity\b|ies\b|ment\b|ness\b|qu|ly\b|ee|oo|ous\b")


def language(typed: Sequence[Word]) -> Lang | None:
    """The language that the words point to, None when they point to neither.

    Small words count most, since names and quoted titles keep their own spelling in either language.
    """
    signs = wordings().signs
    danish = english = 0.0
    for word in typed:
        in_danish, in_english = word.norm in signs["da"], word.norm in signs["en"]
        if in_danish != in_english:
            danish += 2 * in_danish
            english += 2 * in_english
        elif not in_danish and not word.name:
            danish += 0.5 * bool(_DANISH.search(word.norm))
            english += 0.5 * bool(_ENGLISH.search(word.norm))
    if abs(danish - english) < 0.5:
        return None
    return "da" if danish > english else "en"
