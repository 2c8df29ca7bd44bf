"""Recommendations taken out of the section that holds them: who recommends, and each point on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.ingest.flow import Stream
from store.ingest.listmarks import letters, romans, series
from store.ingest.parsed import FactKind, ParsedFact
from store.ingest.sentences import split_sentences

_VERB = (
    r"(?:indstiller|indstilles|indstillede|indstillet|foreslår|foreslås|anbefaler|anbefales|anmoder|anmodes|beder|"
    r"fremsender|fremsendes|forelægger|forelægges|indstilling om)"
)
_WHO = r"(?P<by>(?!Det\b|At\b|Der\b|Indstilling\b|Herefter\b|På\b)[A-ZÆØÅ][^:;\n]{0,110}?)"
_LEAD = re.compile(
    rf"\s*(?:{_WHO}\s+(?={_VERB})|(?:Det|Herefter|Derfor)\s+(?:\w+\s){{0,3}}?(?={_VERB})|(?={_VERB}))"
    rf"{_VERB}(?P<rest>)",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\s*(?:(?:derfor|herefter|således|hermed|samtidig|endvidere|at følgende)\s*)?,?\s*"
    r"(?:(?:til|over\s?for|via)\s+[^:\n]{2,160}?(?=,?\s+at\b|\s*:|,\s*\n|\s*\n|\s*\Z))?\s*,?\s*(?:at\b)?\s*[,:]?\s*",
    re.IGNORECASE,
)
# The last word of an introduction behind which the points begin: who is asked to decide, not yet what.
_ASKING = re.compile(
    r"(?:\b(?:anbefaler|indstiller|godkender|beslutter|tiltræder|vedtager|foreslår|anbefale|indstille|godkende|beslutte|"
    r"tiltræde|vedtage|meddele|meddeler|følgende|om|at|af|over\s?for\s[^,:\n]{2,90}|til\s[A-ZÆØÅ][^,:\n]{2,90})"
    r"\s?[,:;]?(?:\s(?:om\s)?at)?\s?[,:]?|:)\s*\Z"
)
_MARK = re.compile(r"\s*(?:\(?(?:\d{1,2}|[a-z])[.)]\s+|[•·▪◦\-–—*]\s*)")
_BULLET = re.compile(r"(?:(?<=\n)|\A)\s*(?:at\s)?[•·▪◦\-–—*]\s*")
_AT_LINE = re.compile(r"(?:(?<=\n)|\A)\s*(?:(?:og|samt)\s+)?at\s+", re.IGNORECASE)
_AT = re.compile(r"\s*(?:(?:og|samt)\s+)?at\b[,:]?\s+(?:[•·▪◦\-–—*]\s+)?(?=\S)", re.IGNORECASE)
_EMPTY = re.compile(r"(?:ingen|intet|-+|–|\.{1,4}|at|n/a|ingen indstilling)?[\s.,:;…-]*\Z", re.IGNORECASE)
_REMARK = re.compile(r"\s*\((?:[^()\n]{2,80})\)\s*\Z")
_INLINE = re.compile(
    r"\b(?:det (?:indstilles|henstilles)|indstilles det|\w*(?:forvaltningen|administrationen|direktionen|sekretariatet|"
    r"afdelingen|direktøren|chefen|staben|centret) indstiller)"
    r"(?:\s(?:derfor|herefter|således|hermed|på den baggrund))?\s?,?\s?(?:til \w+\s?,?\s?)?at\s",
    re.IGNORECASE,
)
_INLINE_SOFT = re.compile(
    r"\b(?:det (?:anbefales|foreslås)|anbefales det|foreslås det)(?:\s(?:derfor|herefter|således))?\s?,?\s?at\s",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Point:
    start: int
    end: int
    ordinal: int | None


def recommendations(stream: Stream, label: str) -> tuple[list[ParsedFact], list[tuple[int, int]]]:
    """The recommendations of one section, and the places in `stream` that are none (remarks, later paragraphs).

    A section with nothing but its template ("Fagafdelingen indstiller") has no recommendation.
    """
    text = stream.text
    lead = _LEAD.match(text, 0, 400)
    by = _who(label, lead)
    begin = 0
    if lead:
        to = _TO.match(text, lead.end())
        begin = to.end() if to else lead.end()
        if re.search(r"(?:fremsend|forelæg)\w+\Z", lead.group()) and not re.search(r"\bat\b|:", text[lead.end() :]):
            # "Forvaltningen fremsender sagen til byrådet": the sending itself is what is recommended.
            begin = len(text) - len(text.lstrip())
    listed = stream.list_entries() or _at_rows(stream, lead.end() if lead else 0)
    points = list(_points(text, begin, lead.end() if lead else 0, listed))
    rest: list[tuple[int, int]] = []
    facts: list[ParsedFact] = []
    for number, point in enumerate(points):
        last = number + 1 == len(points)
        end = _end_of(text, point, last=last)
        if last and end < point.end and text[end : point.end].strip():
            rest.append((end, point.end))
        fact = _fact(stream, point.start, end, label, by, point.ordinal)
        if fact:
            facts.append(fact)
    return facts, rest


def _fact(stream: Stream, start: int, end: int, label: str, by: str | None, ordinal: int | None) -> ParsedFact | None:
    text = stream.text
    remark = _REMARK.search(text, start, end)
    if remark and ordinal is None:
        end = remark.start()
    at = _AT.match(text, start, end)
    if at:
        start = at.end()
    if _EMPTY.match(text[start:end].strip()):
        return None
    words, spans = stream.quote(start, end)
    if not spans:
        return None
    return ParsedFact("recommendation", words, spans, label=label, ordinal=ordinal, by=by)


def _who(label: str, lead: re.Match[str] | None) -> str | None:
    """Who recommends, as printed before the verb or in the label itself."""
    if lead and lead["by"] and not re.search(r"(?:anmodes|forelægges|fremsendes)\Z", lead.group(), re.IGNORECASE):
        by = re.sub(r"^(?:At|Det)\s", "", lead["by"]).strip(" ,")
        return by or None
    verb = re.match(
        r"(?P<by>[A-ZÆØÅ][\wæøå]+(?:\s(?:og|[A-ZÆØÅ]\w+)){0,3})\s(?:indstiller|foreslår|anbefaler)\Z", label
    )
    if verb:
        return verb["by"]
    owner = re.match(r"(?P<by>[A-ZÆØÅ]\w+?(?:en|et|er|ens|ets))s\s(?:indstilling|forslag|anbefaling)\w*\Z", label)
    return owner["by"] if owner else None


def _points(text: str, begin: int, lead_end: int, listed: Sequence[tuple[int, int]]) -> Iterator[_Point]:
    """Numbered, lettered, bulleted or "at ..." points; else the whole text as one."""
    for marks in (series(text, lead_end), letters(text, lead_end), romans(text, lead_end)):
        if marks and (len(marks) > 1 or not _said(text[begin : marks[0][0]])):
            yield from _between(text, marks)
            return
    entries = _list_entries(text, begin, listed)
    if entries:
        yield from entries
        return
    for pattern in (_BULLET, _AT_LINE):
        found = [(match.start(), match.end()) for match in pattern.finditer(text, max(begin - 4, lead_end))]
        found = [mark for mark in found if mark[1] < len(text)]
        told = bool(found) and _said(text[begin : found[0][0]])
        if len(found) > 1 or (found and (pattern is _AT_LINE or not told)):
            if pattern is _AT_LINE and told:
                found = [(begin, begin), *found]
            for number, (_, start) in enumerate(found):
                end = found[number + 1][0] if number + 1 < len(found) else len(text)
                yield _Point(start, end, number + 1 if len(found) > 1 else None)
            return
    if text[begin:].strip():
        yield _Point(begin, len(text), None)


def _said(text: str) -> bool:
    """Whether the text before a list already recommends something, rather than only leading up to it."""
    text = text.strip()
    return bool(text.strip(" ,:;.\n")) and not _ASKING.search(text)


def _at_rows(stream: Stream, begin: int) -> list[tuple[int, int]]:
    """Places of points that begin a line with "at": the line before has ended or is not full."""
    width = stream.width or max((len(row.text) for row in stream.rows), default=0)
    starts = []
    for start, row, before in stream.row_starts():
        if not re.match(r"(?:(?:og|samt)\s)?at\s", row.text, re.IGNORECASE):
            continue
        marked = re.match(r"at\s[-–•]\s", row.text, re.IGNORECASE) is not None
        ended = (
            marked or before is None or before.text.endswith((",", ";", ".", ":", " og", " at")) or start <= begin + 4
        )
        if ended or len(before.text if before else "") < 0.75 * width:
            starts.append(start)
    if not starts:
        return []
    to = _TO.match(stream.text, begin) if begin else None
    first = to.end() if to else begin
    if first < starts[0] and _said(stream.text[first : starts[0]]):
        starts = [first, *starts]
    return list(zip(starts, [*starts[1:], len(stream.text)], strict=True)) if len(starts) > 1 else []


def _list_entries(text: str, begin: int, listed: Sequence[tuple[int, int]]) -> list[_Point]:
    """Points that the format itself marks as list elements, whatever stands before them."""
    entries = [(max(start, begin), end) for start, end in listed if end > begin]
    if len(entries) < 2:
        return []
    points = []
    for ordinal, (start, end) in enumerate(entries, 1):
        mark = _MARK.match(text, start, end)
        points.append(_Point(mark.end() if mark else start, end, ordinal))
    return points


def _between(text: str, marks: list[tuple[int, int, int]]) -> Iterator[_Point]:
    for number, (_, start, ordinal) in enumerate(marks):
        end = marks[number + 1][0] if number + 1 < len(marks) else len(text)
        yield _Point(start, end, ordinal)


def _end_of(text: str, point: _Point, *, last: bool) -> int:
    """Where a point ends: at the first new paragraph that is not a list entry of its own."""
    if not last:
        return point.end
    at = text.find("\n", point.start, point.end)
    while at >= 0:
        following = text[at + 1 : point.end].lstrip()
        head = following[:3]
        if not (head[:1].islower() or head[:1] in "•·▪◦-–—*o" or re.match(r"\(?[a-z\d]{1,2}[.)]", following)):
            return at
        at = text.find("\n", at + 1, point.end)
    return point.end


def inline_recommendations(stream: Stream, source: FactKind, label: str | None, *, soft: bool) -> list[ParsedFact]:
    """Recommendations worded inside other sections ("Det indstilles derfor, at ..."); `source_kind` names the section.

    `soft` also takes "det anbefales" and "det foreslås", for items that have no section of their own for it.
    """
    found: list[ParsedFact] = []
    for start, end in split_sentences(stream.text):
        sentence = stream.text[start:end]
        match = _INLINE.search(sentence) or (_INLINE_SOFT.search(sentence) if soft else None)
        if match is None or len(sentence) - match.end() < 8:
            continue
        text, spans = stream.quote(start + match.end(), end)
        found.append(ParsedFact("recommendation", text, spans, label=label, source_kind=source))
    return found
