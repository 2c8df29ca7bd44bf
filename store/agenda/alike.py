"""What an agenda item may repeat: items on their way, and what was decided; only what the asker may read."""

from __future__ import annotations

from rapidfuzz import fuzz
from sqlalchemy import func, select

from store.agenda.reading import Reading, seen
from store.agenda.records import ALIVE, AgendaItem, Alike
from store.agenda.rows import ITEM, WORD
from store.agenda.words import title_words
from store.names import case_key, folded

LEAST_LIKE = 0.72
"""A title less like than this, of 1, is another matter."""
MOST_CANDIDATES = 60


def alike(reading: Reading, item: AgendaItem, limit: int) -> tuple[Alike, ...]:
    """Items that `item` may repeat, best first; those of the same case before those of a like title."""
    found = _on_their_way(reading, item)
    return tuple(sorted(found, key=lambda one: (not one.same_case, -one.score, one.day or "", one.key))[:limit])


def _on_their_way(reading: Reading, item: AgendaItem) -> list[Alike]:
    where = (seen(reading.subject), ITEM.c.state.in_(sorted(ALIVE)), ITEM.c.id != item.id)
    connection, key = reading.session.connection(), case_key(item.case_number)
    ids: list[str] = []
    if key is not None:
        same = select(ITEM.c.id).where(ITEM.c.case_key == key, *where).order_by(ITEM.c.updated_at.desc(), ITEM.c.id)
        ids += connection.execute(same.limit(MOST_CANDIDATES)).scalars()
    words = title_words(item.title)
    if words:
        shared = func.count().desc()
        like = select(ITEM.c.id).join(WORD, WORD.c.item_id == ITEM.c.id).where(WORD.c.word.in_(words), *where)
        ids += connection.execute(like.group_by(ITEM.c.id).order_by(shared, ITEM.c.id).limit(MOST_CANDIDATES)).scalars()
    rows = connection.execute(select(ITEM).where(ITEM.c.id.in_(dict.fromkeys(ids)))).all()
    found = []
    for other in reading.shown(reading.readable(rows)):
        same_case = key is not None and case_key(other.case_number) == key
        score = fuzz.token_sort_ratio(folded(item.title), folded(other.title)) / 100
        if not same_case and score < LEAST_LIKE:
            continue
        day = other.meeting.day.isoformat() if other.meeting is not None else None
        linked = other.id in item.links or other.id == item.copied_from
        found.append(
            Alike(
                "on_its_way", other.id, other.title, other.body, other.case_number or None, day, other.state,
                round(score, 3), same_case, linked,
            )
        )  # fmt: skip
    return found
