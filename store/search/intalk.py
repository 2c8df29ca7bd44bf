"""A question with words of its own that is still on the item under discussion: "og hvad sparer vi?"."""

from __future__ import annotations

from store.records import Finding, ItemRecord
from store.search.confidence import COVERED
from store.search.matcher import best_of
from store.search.question import Question, sure
from store.search.terms import analysed
from store.search.topics import about_item

BETTER_TITLE = 0.25
"""By how much the title of another matter must cover more for that one to be meant."""


def in_talk(question: Question) -> Finding:
    """The answer from the first item of the context where the topic is in it, or is no matter of its own.

    Not found where the topic names something that the item does not speak of, or another matter by its title.
    """
    item = next(iter(question.records.items(list(question.scope.context)[:1])), None)
    if item is None:
        return Finding("not_found")
    sought = question.seek(question.topic, question.scope)
    concepts = sought.reading.concepts
    naming = [place for place, one in enumerate(concepts) if not (one.generic or one.light)]
    if not naming:
        return about_item(question, item, sought)
    title = sought.matcher.strengths(analysed(item.title).line)
    held = best_of(title, *(sought.matcher.strengths(analysed(fact.text).line) for fact in item.facts))
    if any(held[place] < COVERED for place in naming):
        return Finding("not_found")
    own = sought.matcher.share(title)
    for matter in sought.matters:
        row = sought.items.get(matter.group)
        other = row is not None and not _same(item, row.key, row.title)
        if other and sure(sought, matter) and matter.title_coverage > own + BETTER_TITLE:
            return Finding("not_found")
    told = about_item(question, item, sought)
    return told if told.status != "not_stated" else Finding("not_found")


def _same(item: ItemRecord, key: str, title: str) -> bool:
    """Whether a row is the item, or the same matter at another meeting."""
    return key == item.key or title == item.title
