"""Covers, menus and breadcrumbs of minutes: words that name the document and say nothing of any matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from store.ingest.accessmarks import mentions_closed
from store.ingest.parsed import ParsedFact, ParsedMeeting

_SENTENCE = re.compile(r"\w[^.!?•|›]{30,}?[.!?](?=\s|$)")
_LEAST_WORDS = 6
_ABOUT_THE_PAGE = re.compile(r"\b(?:cookies?|samtykke|javascript|browser|privatlivspolitik)\b", re.IGNORECASE)


def without_front_matter(facts: Sequence[ParsedFact]) -> tuple[list[ParsedFact], list[ParsedFact]]:
    """What minutes say outside their items, less what only names them; and that.

    A passage stays when it holds a sentence about something; a sentence fact stays when its passage does. The cover
    line "(Åbne og lukkede dagsordenspunkter)" would otherwise tell everybody that closed items exist.
    """
    kept_spans: set[tuple[int, int, int]] = set()
    kept: list[ParsedFact] = []
    cut: list[ParsedFact] = []
    for fact in facts:
        if fact.kind == "passage":
            stays = _says_something(fact.text)
            if stays:
                kept_spans.update((span.page, span.start, span.end) for span in fact.spans)
        else:
            stays = any(
                page == span.page and start <= span.start and span.end <= end
                for span in fact.spans
                for page, start, end in kept_spans
            )
        (kept if stays else cut).append(fact)
    return kept, cut


def with_a_line(meeting: ParsedMeeting, cut: Sequence[ParsedFact]) -> ParsedMeeting:
    """The meeting with the line of the cover that dates it, where nothing else in the document says when it was."""
    if meeting.facts or meeting.date is None:
        return meeting
    dated = (fact for fact in cut if fact.kind == "date" and fact.on == meeting.date and not mentions_closed(fact.text))
    line = next(dated, None)
    if line is None:
        return meeting
    return replace(meeting, facts=(replace(line, kind="meeting", label=None, on=None, source_kind=None),))


def _says_something(text: str) -> bool:
    sentences = (match[0] for match in _SENTENCE.finditer(text))
    return any(len(one.split()) >= _LEAST_WORDS and not _ABOUT_THE_PAGE.search(one) for one in sentences)
