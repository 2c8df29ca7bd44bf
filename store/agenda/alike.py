"""What an agenda item may repeat: items on their way, and what was decided; only what the asker may read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz
from sqlalchemy import func, or_, select

from store.agenda.reading import Reading, seen
from store.agenda.records import ALIVE, AgendaItem, Alike
from store.agenda.rows import ITEM, WORD, rows_of
from store.agenda.words import title_words
from store.names import case_key, folded
from store.records import ItemRecord
from store.search.finding import Finder
from store.search.index import Driver
from store.search.records import Records
from store.search.scope import Scope
from store.search.topics import near_groups
from store.shelves import shelves_for

LEAST_LIKE = 0.72
"""A title less like than this, of 1, is another matter, unless the texts are nearly the same."""
LEAST_LIKE_TEXT = 0.85
_WITHIN = 0.92
"""What a title is worth that has all words of the other and more."""
_TEXT = 800
"""Characters of a case description that are compared."""
MOST_CANDIDATES = 40
MOST_DECIDED = 8
"""Items that were decided are read whole to be compared, so the search's first have to do."""
_FEW_WORDS = 3
_SPARE = 5
"""So many more than asked for are read: those that are equally like are told in order of their days."""


@dataclass(frozen=True, slots=True)
class _Other:
    """What is compared of something that may be the same matter."""

    title: str
    case: str | None
    text: str


def alike(reading: Reading, item: AgendaItem, limit: int, finder: Finder | None) -> tuple[Alike, ...]:
    """What `item` may repeat, best first: those of the same case before those of a like title or text.

    `finder` finds what was decided; without one only items on their way are looked through.
    """
    mine = _Other(item.title, case_key(item.case_number), item.description)
    if not mine.title and mine.case is None:
        return ()
    found = [*_on_their_way(reading, item, mine, limit), *(_decided(reading, item, mine, finder) if finder else ())]
    return tuple(sorted(found, key=lambda one: (not one.same_case, -one.score, one.day or "", one.key))[:limit])


def _on_their_way(reading: Reading, item: AgendaItem, mine: _Other, limit: int) -> Iterable[Alike]:
    connection, ids = reading.session.connection(), _candidates(reading, item, mine)
    compared = select(ITEM.c.id, ITEM.c.title, ITEM.c.case_key, func.substr(ITEM.c.description, 1, _TEXT).label("text"))
    likest = sorted(
        (mine.case is None or row.case_key != mine.case, -score, row.id)
        for row in connection.execute(compared.where(ITEM.c.id.in_(ids)))
        if (score := _likeness(mine, _Other(row.title, row.case_key, row.text))) is not None
    )
    # Only those that may be told are read whole.
    scores = {id: -score for _, score, id in likest[: limit + _SPARE]}
    for other in reading.shown(reading.readable(rows_of(reading.session, list(scores)))):
        yield Alike(
            "on_its_way",
            other.id,
            other.title,
            other.body,
            other.case_number or None,
            other.meeting.day.isoformat() if other.meeting is not None else None,
            other.state,
            scores[other.id],
            mine.case is not None and case_key(other.case_number) == mine.case,
            other.id in item.links or other.id == item.copied_from,
        )


def _candidates(reading: Reading, item: AgendaItem, mine: _Other) -> list[str]:
    """Ids of items on their way of the same case, and of those that share most words of the title."""
    # What somebody else is still writing is no hint, not even for a secretary who may read along.
    own = or_(ITEM.c.state != "draft", ITEM.c.author == reading.subject.person)
    where = (seen(reading.subject), own, ITEM.c.state.in_(sorted(ALIVE)), ITEM.c.id != item.id)
    connection = reading.session.connection()
    ids: list[str] = []
    if mine.case is not None:
        same = select(ITEM.c.id).where(ITEM.c.case_key == mine.case, *where)
        ids += connection.execute(same.order_by(ITEM.c.updated_at.desc(), ITEM.c.id).limit(MOST_CANDIDATES)).scalars()
    words = title_words(mine.title)
    if words:
        sharing = select(ITEM.c.id).join(WORD, WORD.c.item_id == ITEM.c.id).where(WORD.c.word.in_(words), *where)
        most = sharing.group_by(ITEM.c.id).order_by(func.count().desc(), ITEM.c.id).limit(MOST_CANDIDATES)
        ids += connection.execute(most).scalars()
    return list(dict.fromkeys(ids))


def _decided(reading: Reading, item: AgendaItem, mine: _Other, finder: Finder) -> Iterable[Alike]:
    driver = Driver(reading.session)
    records = Records(reading.session, driver, reading.subject)
    found: list[ItemRecord] = records.by_case(mine.case)[:MOST_DECIDED] if mine.case is not None else []
    if mine.title:
        sought = finder.find(driver, shelves_for(reading.session, reading.subject), mine.title, "da", Scope())
        found += records.items(near_groups(sought)[:MOST_DECIDED])
    for other in {one.key: one for one in found}.values():
        text = " ".join(fact.text for fact in other.of("background"))
        score = _likeness(mine, _Other(other.title, case_key(other.case_number), text))
        if score is None:
            continue
        decisions = other.of("decision")
        yield Alike(
            "decided",
            other.key,
            other.title,
            other.meeting.body,
            other.case_number,
            other.meeting.date.isoformat() if other.meeting.date is not None else None,
            (decisions[0].decision_class or "as_worded") if decisions else "none_recorded",
            score,
            mine.case is not None and case_key(other.case_number) == mine.case,
            other.key in item.links or other.key == item.copied_from,
        )


def _likeness(mine: _Other, other: _Other) -> float | None:
    """How like two matters are, 0 to 1; None for two that are not the same."""
    title, theirs = folded(mine.title), folded(other.title)
    score = fuzz.token_sort_ratio(title, theirs) / 100
    if min(len(title.split()), len(theirs.split())) >= _FEW_WORDS:
        score = max(score, _WITHIN * fuzz.token_set_ratio(title, theirs) / 100)
    if mine.text and other.text:
        text = fuzz.ratio(mine.text[:_TEXT], other.text[:_TEXT]) / 100
        score = max(score, text) if text >= LEAST_LIKE_TEXT else score
    same_case = mine.case is not None and mine.case == other.case
    return round(score, 3) if same_case or score >= LEAST_LIKE else None
