"""The time of day and the place that a secretary names for a meeting."""

from __future__ import annotations

import re
from datetime import time

_FLAGS = re.IGNORECASE
_CLOCK = re.compile(
    r"\b(?:kl\.?|klokken|at|from)\s*(?P<h>[01]?\d|2[0-4])(?:[.:](?P<m>[0-5]\d))?\s*(?P<half>am|pm|a\.m\.|p\.m\.)?(?![\d./]*\d)"
    r"|\b(?P<h2>[01]?\d|2[0-3])[:](?P<m2>[0-5]\d)\s*(?P<half2>am|pm)?\b"
    r"|\b(?P<h3>1?\d)\s*(?P<half3>am|pm)\b"
    r"|\b(?P<noon>noon|middag)\b",
    _FLAGS,
)
_PLACE = re.compile(
    r"\b(?:sted|mødested|lokale|place|venue|room)\s*[:=]\s*(?P<said>[^.;]+)"
    r"|\b(?:i|på|in|at)\s+(?:the\s+)?(?P<named>(?:mødelokale|lokale|rum|sal|meeting\s+room|room|hall|the\s+hall)\b[^,.;]*"
    r"|[A-ZÆØÅ][\wæøåÆØÅ-]*(?:salen|gården|centret|huset|stuen|rummet|lokalet|hallen|hall|room|house|centre|center)\b[^,.;]*)",
)
_CUT_PLACE = re.compile(
    r"\s+(?:kl\.?|klokken|at|fra|from|den|on|ikke|not|hver|every|og\s+ikke|i\s+stedet|på\s+grund|because|til|to)\b.*",
    _FLAGS,
)
_MOST_PLACE = 80


def clock(text: str) -> time | None:
    """The time of day in a sentence, the first there is: "kl. 8.30", "at 2 pm", "at noon"."""
    for match in _CLOCK.finditer(text):
        if match["noon"]:
            return time(12)
        hour = int(match["h"] or match["h2"] or match["h3"])
        minute = int(match["m"] or match["m2"] or 0)
        half = (match["half"] or match["half2"] or match["half3"] or "").replace(".", "").casefold()
        if re.match(r"from\b", match.group(), _FLAGS) and not (half or match["m"]):
            # "From 7 January" is a day.
            continue
        hour = hour % 12 + 12 if half == "pm" else hour % 12 if half == "am" else hour
        return time(hour % 24, minute)
    return None


def place(text: str) -> str | None:
    """Where it is held, when a room or house is named."""
    match = _PLACE.search(text)
    if match is None:
        return None
    said = _CUT_PLACE.sub("", match["said"] or match["named"]).strip(" ,.!?")
    return said[:_MOST_PLACE] or None
