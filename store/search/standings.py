"""Elements of a list by how far they are: not begun, under way, late or done."""

from __future__ import annotations

import re
from dataclasses import replace

from store.records import ListRecord

_STANDS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(stated, re.IGNORECASE))
    for asked, stated in (
        (
            r"\bikke (?:er )?(?:på)?begynd|\bikke (?:er )?(?:startet|i ?gang|sat i ?gang|igangsat)"
            r"|\bmangler at (?:begynde|starte)"
            r"|\bnot (?:yet |been )*(?:started|begun|under ?way)|\byet to (?:start|begin)"
            r"|\b(?:have|has)n[’']t (?:started|begun)",
            r"\bikke (?:på)?begyndt|\bikke (?:startet|igangsat|i gang)|\bafventer",
        ),
        (r"\bforsink|\bbagud|\bfor sent|\bdelay|\blate\b|\bbehind\b|\boverdue", r"\bforsink|\bbagud|\boverskred"),
        (
            r"\b(?:afsluttet|færdig\w*|gennemført|fuldført|i mål|opfyldt)\b|\b(?:finished|completed?|done|concluded)\b",
            r"\b(?<!ikke )(?:afsluttet|færdig\w*|gennemført|opfyldt)\b",
        ),
        (
            r"\b(?:i ?gang|under udførelse|igangværende|kører)\b|\b(?:under ?way|ongoing|in progress|running)\b",
            r"\b(?<!ikke )(?:i gang|igangsat|påbegyndt)\b",
        ),
    )
)
"""How people ask for the elements that stand at some point, and how lines of a plan say it."""


def those_standing(text: str, whole: ListRecord) -> ListRecord:
    """Of a list whose lines say how far each element is, those that stand where the question says; else all of it."""
    stated = next((stated for asked, stated in _STANDS if asked.search(text)), None)
    if stated is None or 2 * sum(any(line.search(part.text) for _, line in _STANDS) for part in whole.parts) < len(
        whole.parts
    ):
        return whole
    parts = tuple(part for part in whole.parts if stated.search(part.text))
    return replace(whole, parts=parts, announced=None) if parts else whole
