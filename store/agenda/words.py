"""The words of the titles of items on their way, kept so that like titles are found without reading all."""

from __future__ import annotations

from sqlalchemy import delete
from sqlmodel import Session

from store.agenda.rows import WORD
from store.names import folded
from store.prepared import insert_rows

LEAST_LETTERS = 4
"""Shorter words stand in every title."""
PREFIX = 6
"""Of longer words this much is kept: it holds for most of their forms ("skole" is not cut, "skolestruktur" is)."""
MOST_WORDS = 24


def title_words(title: str) -> tuple[str, ...]:
    """The words of a title that it is looked up by."""
    words = (word[:PREFIX] for word in folded(title).split() if len(word) >= LEAST_LETTERS)
    return tuple(dict.fromkeys(words))[:MOST_WORDS]


def keep_words(session: Session, id: str, title: str) -> None:
    """Let these be the words that an item is found by; none for an empty title."""
    session.connection().execute(delete(WORD).where(WORD.c.item_id == id))
    insert_rows(session, WORD, [{"word": word, "item_id": id} for word in title_words(title)])
