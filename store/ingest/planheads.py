"""What the head of a plan says of it: what it is for, who owns it, and its day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import islice

from store.ingest.blocks import LOWEST
from store.ingest.dates import DATE, first_date
from store.ingest.flow import fold, quote
from store.ingest.gluedheads import has_verb
from store.ingest.parsed import ParsedFact, Span
from store.ingest.statuses import document_status
from store.ingest.structure import Structure
from store.ingest.tolerant import tolerant

_OWNER = (
    r"(?:projektejer|programejer|(?:dokument|plan|strategi|politik|initiativ)ejer|ejer|udgivet\saf|udgiver|udarbejdet\saf|ansvarlig\s(?:forvaltning|afdeling|"
    r"enhed)|owner|forvaltning|afdeling|afsender)"
    r"\s?[:\t]\s?(?P<owner>[^\n;|\t]{3,90}?)(?=[\n;|\t.]|\Z)"
)
_AIMS = (
    r"\A(?:the\s(?:purpose|aim|goal)|"
    r"formålet|målet|hensigten|visionen|denne|dette)\b.{0,80}\b(?:er|is|skal|beskriver|præsenterer|formidler)\b"
)
_SAYS = (
    r"\A(?:(?:den|det|the|this)\s)?\w*(?:programmet|projektet|strategien|strategy|programme|policy|plan|planen|politikken|kommissoriet|indsatsen|initiativet|"
    r"rapporten|analysen|sammenlægningen|forsøget|notatet|folderen)\b(?P<behind>.{0,70}?)\b(?:skal|samler|beskriver|sætter|"
    r"omsætter|handler\som|har\stil\sformål|har\sdet\sformål|giver|viser|præsenterer|formidler|bidrager|understøtter|rummer|"
    r"aims\sto|sets|describes|presents|supports|udmønter|fastlægger|indeholder|undersøger|redegør)\b"
)
_PURPOSE_HEADING = (
    r"(?:\w+s\s|vores\s)?(?:\w*formål\w*|purpose|aim|vision(?:en)?|hensigt(?:en)?|idé(?:en)?)"
    r"(?:\sog\s\w+|\smed\s.{3,40})?\Z"
)
_HEAD = 1500
_FIRST = 40
"""Sentences among which the purpose is looked for."""


def about(read: Structure, title: Sequence[Span], statuses: Sequence[ParsedFact] = ()) -> ParsedFact | None:
    """The title and the sentence that says what the plan is for, else the first that says anything.

    Of a paper that reports how far a plan is (`statuses`) it is the first sentence that does.
    """
    sentence = statuses[0].spans if statuses else _purpose(read)
    if not sentence:
        sentence = read.stream.quote(0, min(len(read.stream.text), 300))[1]
    own = [span for span in title if not any(_meet(span, other) for other in sentence)]
    spans = (*own, *sentence)
    text, _ = quote(read.stream.pages, [(span.page, span.start, span.end) for span in spans])
    return ParsedFact("initiative", text, spans) if spans else None


def _meet(one: Span, other: Span) -> bool:
    return one.page == other.page and one.start < other.end and other.start < one.end


def _purpose(read: Structure) -> tuple[Span, ...]:
    text = read.stream.text
    aims, says = tolerant(_AIMS, read.lost), tolerant(_SAYS, read.lost)
    told = list(
        islice(
            (
                (index, start, end)
                for index, start, end in read.sentences()
                if 30 <= end - start <= 500
                and not text[start:end].endswith(":")
                and "\t" not in text[start:end]
                and not re.match(r"\d{1,2}\s[A-ZÆØÅ]", text[start : start + 5])
            ),
            2 * _FIRST,
        )
    )
    first = told[:_FIRST]
    chosen = next((each for each in first if _aims(text[each[1] : each[2]], aims)), None)
    chosen = chosen or next((each for each in told if _under_purpose(read, each)), None)
    chosen = chosen or next((each for each in first if says.match(text[each[1] : each[2]])), None)
    chosen = chosen or next((each for each in first if has_verb(text[each[1] : each[2]], read.lost)), None)
    chosen = chosen or next(iter(first), None)
    return read.stream.quote(chosen[1], chosen[2])[1] if chosen else ()


def _aims(sentence: str, aims: re.Pattern[str]) -> bool:
    """Whether a sentence says what the plan is for; a goal with a figure is one of its goals."""
    return aims.match(sentence) is not None and not (sentence[:3].lower() == "mål" and re.search(r"\d", sentence))


def _under_purpose(read: Structure, place: tuple[int, int, int]) -> bool:
    """Whether a sentence stands under the heading of the plan's own purpose, and no list's element."""
    index, start, end = place
    at = read.heading_of(index)
    if at is None or read.blocks[index].kind != "text" or read.blocks[at].level > LOWEST:
        return False
    heading = tolerant(_PURPOSE_HEADING, read.lost).match(read.blocks[at].text)
    sentence = read.stream.text[start:end]
    return heading is not None and sentence[:1].isupper() and has_verb(sentence, read.lost)


def owner(read: Structure) -> str | None:
    """Who answers for the plan: behind "Projektejer:" and the like among the first blocks."""
    pattern = tolerant(rf"\A{_OWNER}", read.lost)
    for block in read.blocks[:30]:
        match = pattern.match(block.text)
        if match:
            return fold(match["owner"])
    match = tolerant(_OWNER, read.lost).search(read.stream.text[:_HEAD]) if read.glued else None
    return fold(match["owner"]) if match else None


def day(read: Structure) -> date | None:
    """The document's own day: behind "Dato", alone on a line, or the day on which it was adopted."""
    head = read.stream.text[:_HEAD]
    dated = tolerant(rf"\b(?:dato|dateret|revideret|udgivet|version)\s?:?\s?{DATE}", read.lost).search(head)
    alone = re.search(
        rf"(?i:(?<![\wæøå,] )(?:(?<=\n)|\A|(?<=[.!?] )|(?<=[a-zæøå] ))den\s{DATE})(?=\s[A-ZÆØÅ]|\s*\n|\Z)", head
    )
    for match in (dated, alone):
        if match and (found := first_date(match.group())):
            return found
    status = document_status(read)
    return (
        first_date(status)
        if status
        else next((found for line in head.split("\n")[:12] if len(line) < 60 and (found := first_date(line))), None)
    )


def year(title: str) -> int | None:
    """The one year that a title names; None for none, for several and for a span of years."""
    years = {int(found) for found in re.findall(r"(?<![\d–-])20\d\d(?!\s?[\d–-])", title)}
    return years.pop() if len(years) == 1 else None
