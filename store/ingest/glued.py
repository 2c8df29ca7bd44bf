"""Headings that extraction glued to the sentence behind them: told by a word that opens a sentence in their midst."""

from __future__ import annotations

import re

MOST_LETTERS = 110
MOST_WORDS = 12
_OPENERS = frozenset(
    re.findall(
        r"\w+",
        """det der de den i for på som når hvis med en et vi man ved da dette disse denne efter om til af her så både
    alle mange nogle flere målet formålet kommunen ud ligeledes samtidig desuden endelig derfor endvidere mens under
    gennem siden selvom trods ifølge udover nedenfor ovenfor hvad hvordan hvorfor""",
    )
)
"""Words that open Danish sentences and stand inside a heading in small letters only."""
_UNFINISHED = frozenset(
    re.findall(
        r"\w+",
        """mellem fra for i på og af til med har om under er der som at ved eller det den de en et samt hos mod kan skal
    vil blev bliver""",
    )
)
"""Words that no heading ends with."""
_NUMBERED = re.compile(r"(?:\d{1,3} )?\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.? [A-ZÆØÅ]")
_SEAM = re.compile(r"(?<=[^\W_]) (?=[A-ZÆØÅ][a-zæøå]*\b)|(?<=[)?]) (?=[A-ZÆØÅ][a-zæøå]*\b)")
_WORD = re.compile(r"[^\W\d_]+")
SAME = 5
"""Letters by which a word of the heading is known again at the head of its sentence."""


def opens_section(sentence: str) -> bool:
    """Whether a sentence begins with a heading: numbered as one ("2.4 Barrierer"), or glued to what it is over."""
    if _NUMBERED.match(sentence):
        return True
    if not (sentence[:1].isupper() or sentence[:1].isdigit()):
        return False
    for seam in _SEAM.finditer(sentence, 0, MOST_LETTERS):
        if _parts(sentence[: seam.start()], sentence[seam.end() :]):
            return True
    return False


def _parts(head: str, rest: str) -> bool:
    """Whether a heading ends here and its first sentence begins."""
    words = [word.lower() for word in _WORD.findall(head)]
    following = _WORD.findall(rest[:80])
    if not 2 <= len(words) <= MOST_WORDS or len(following) < 4 or words[-1] in _UNFINISHED or "," in head[-25:]:
        return False
    first = following[0].lower()
    if following[1][:1].isupper():
        return False
    return first in _OPENERS or (len(first) > SAME and any(word[:SAME] == first[:SAME] for word in words))
