"""Times that are moved: where a sentence says from when to when, only the new time counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from store.ingest.tolerant import tolerant

_VERB = (
    r"(?:flyttes|flyttet|udsættes|udsat|udskydes|udskudt|udskyder|rykkes|rykket|rykker|forskydes|forskudt|fremrykkes|fremrykket|"
    r"forlænges|forlænget|forsinkes|forsinket|ændres|ændret)"
)
_MOVED = (
    rf"\b(?P<verb>{_VERB})\b(?:\s(?:frem|tilbage|derfor|nu|dermed|så|med\s[^,.;]{{3,40}}?)){{0,3}}\s"
    r"(?:(?P<old>fra\s[^;]{3,60}?)\s)?(?P<new>(?:frem\s)?til\s)(?=(?:og\smed\s)?[^;.]{0,24}?(?:\d|forår|sommer|efterår|vinter|"
    r"januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|årsskift|påske|jul\b))"
)
_STEMS = ("flyt", "udsæt", "udsat", "udsky", "udskud", "ryk", "forsky", "forskud", "forlæng", "forsink", "ændre")
"""One of these stands in each of the verbs."""
_AUXILIARY = re.compile(r"\s(?:er|bliver|blev|må|skal|vil|kan|er\sblevet)\s*\Z")


@dataclass(frozen=True, slots=True)
class Moved:
    """A sentence that moves something in time. `text` has the old time blanked out, at its full length."""

    text: str
    verb: int
    """Where the verb stands: a time before it is the old one."""
    subject: str
    """What is moved."""


def moved(sentence: str, lost: str = "") -> Moved | None:
    """How `sentence` moves something, None when it moves nothing to another time."""
    low = sentence.lower()
    if not lost and not any([stem in low for stem in _STEMS]):
        return None
    found = tolerant(_MOVED, lost).search(sentence)
    if found is None or tolerant(r"\bikke\b", lost).search(sentence[found.start() : found.start("new")]):
        return None
    text = sentence
    if found["old"]:
        start, end = found.span("old")
        text = sentence[:start] + " " * (end - start) + sentence[end:]
    subject = _AUXILIARY.sub("", sentence[: found.start()].rstrip())
    return Moved(text, found.start(), subject)
