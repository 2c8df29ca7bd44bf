"""One element of a list: its number, what it is called without time and description, and its own time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from store.ingest.listkinds import Label, labelled
from store.ingest.moved import moved
from store.ingest.parsed import ParsedFact, ParsedPart
from store.ingest.sentences import split_sentences
from store.ingest.structure import Structure
from store.ingest.whens import Timed, find_whens
from store.records import When

_DASH = re.compile(r"\s[–—-]\s|\s\|\s|\t")
_COLON = re.compile(r":\s")
_EDGE = " \t,;:.–—-()|"
_TIED = re.compile(r"(?:\s?[,;:(–—-]\s?|\s)(?:i|fra|den|d\.|ved|pr\.)?\s?\Z")
_YEARLY = re.compile(r"\bhver[t]?\s|\bårlig", re.IGNORECASE)
_FROM = re.compile(r"\bfra\s[^.,;]*\d[^,;]{0,20}\Z")
"""A figure that something moves away from, before the time at which it was so."""
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Context:
    """What an element's time is read with: the document's day, and the year its heading names."""

    on: date | None = None
    year: int | None = None
    lost: str = ""


@dataclass(slots=True)
class Element:
    """An element's place in the stream; `head` ends its first line, where its title stands."""

    start: int
    end: int
    head: int
    number: str | None = None
    label: Label | None = None


def part(structure: Structure, element: Element, context: Context, label: str | None = None) -> ParsedPart | None:
    """The element as a quotable part; None when nothing is in it."""
    text, spans = structure.stream.quote(element.start, element.end)
    if not spans or not any(char.isalnum() for char in text):
        return None
    first = structure.stream.text[element.start : element.head].replace("\n", " ").strip()
    title, when = _title(first, context)
    if when is None:
        when = _own_time(structure.stream.text[element.head : element.end], context)
    if when is not None and when.inferred and _YEARLY.search(first):
        when = None
    return ParsedPart(ParsedFact("part", text, spans, label=label), title or first[:_LONGEST], element.number, when)


def _title(first: str, context: Context) -> tuple[str, When | None]:
    """What the first line of an element calls it, and the time that stands there."""
    label = labelled(first, context.lost)
    text = first[label.end :] if label and first[label.end :].strip(_EDGE) else first
    times = _standing(text[:200], context)
    title = _shortened(text, times)
    kept = [timed for timed in times if timed.start < len(text)]
    when = kept[0].when if kept and (_bracketed(text, kept[0]) or _follows(text, title, kept[0])) else None
    for timed in times:
        title = _less_time(title, text, timed)
    title = " ".join(_balanced(title.strip(" \t,;:.–—-|")).split())
    if title.startswith("(") and title.endswith(")") and title.count("(") == 1:
        title = title[1:-1]
    if not title and label:
        title = " ".join(first[: label.end].strip(_EDGE).split())
    return title[: 2 * _LONGEST], when


def _standing(text: str, context: Context) -> list[Timed]:
    """The times of an element that count: of a move, or of "fra 46 pct. i 2025 til 65 pct. i 2028", the later ones."""
    shift = moved(text, context.lost)
    times = find_whens(shift.text if shift else text, on=context.on, year=context.year, lost=context.lost)
    if shift is not None:
        return [timed for timed in times if timed.start > shift.verb]
    return reached(text, times)


def reached(text: str, times: Sequence[Timed]) -> list[Timed]:
    """`times` without those at which something was that is to change: "fra 46 pct. i 2025 til 65 pct. i 2028"."""
    return [
        timed
        for timed, later in zip_longest(times, times[1:])
        if later is None
        or not (_FROM.search(text[: timed.start]) and re.search(r"\btil\b", text[timed.end : later.start]))
    ]


def _follows(text: str, title: str, timed: Timed) -> bool:
    """Whether a time stands in the title, before it, or right behind it."""
    end = text.find(title) + len(title)
    return timed.start <= end or not text[end : timed.start].strip(_EDGE)


def _shortened(text: str, times: list[Timed]) -> str:
    """`text` up to the mark that parts a title from its description."""
    begins = times[0] if times and times[0].start <= 3 else None
    floor = begins.end if begins else 0
    if begins:
        lead = re.match(r"[\s):.,;–—|-]*", text[floor:])
        floor += lead.end() if lead else 0
    body = text[floor:]
    dash = _DASH.search(body)
    if dash and 2 < dash.start() <= 90:
        body = body[: dash.start()]
    colon = _COLON.search(body)
    if colon and 2 < colon.start() <= 80:
        body = body[: colon.start()]
    sentences = split_sentences(body)
    if len(sentences) > 1 and sentences[0][1] - sentences[0][0] <= _LONGEST:
        body = body[: sentences[0][1]]
    return body


def _less_time(title: str, text: str, timed: Timed) -> str:
    """`title` without a time in brackets or at its end."""
    words = text[timed.start : timed.end]
    at = title.find(words)
    if at < 0:
        return title
    before, behind = title[:at], title[at + len(words) :]
    opened, closed = before.rfind("("), behind.find(")")
    if opened >= 0 and closed >= 0 and ")" not in before[opened:]:
        inner = before[opened + 1 :] + behind[:closed]
        if len(inner) <= 30:
            return before[:opened].rstrip() + behind[closed + 1 :]
    if not behind.strip(_EDGE):
        bare = _TIED.sub("", before.rstrip(" ("))
        return bare if bare.strip(_EDGE) else title
    return title


def _balanced(title: str) -> str:
    """`title` without a bracket that opens or closes nothing."""
    if title.count("(") > title.count(")"):
        return title[: title.rfind("(")].rstrip(" ,;:–-") or title.replace("(", "")
    return title.replace(")", "").strip() if title.count(")") > title.count("(") else title


def _bracketed(text: str, timed: Timed) -> bool:
    """Whether a time stands in brackets that hold little else: "(ventet: maj 2026)", not "(85 pct. i 2024)"."""
    opened, closed = text.rfind("(", 0, timed.start), text.find(")", timed.end)
    if opened < 0 or closed < 0 or ")" in text[opened : timed.start] or "(" in text[timed.end : closed]:
        return False
    rest = text[opened + 1 : timed.start] + text[timed.end : closed]
    return len(rest) <= 24 and not any(char.isdigit() for char in rest)


def _own_time(text: str, context: Context) -> When | None:
    """The time of an element whose title has none: in brackets, or the only one behind a word such as "Tid:"."""
    times = _standing(text[:700], context)
    bracketed = [timed for timed in times if _bracketed(text, timed)]
    if len(bracketed) == 1:
        return bracketed[0].when
    said = [
        timed
        for timed in times
        if re.search(r"(?i)(?:tid|tidsplan|periode|frist|deadline|hvornår)\s?:?\s*\Z", text[: timed.start])
    ]
    return said[0].when if said else None
