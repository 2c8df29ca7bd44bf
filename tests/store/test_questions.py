"""The question log: masked, without the asker, kept for a while, and looked at by administrators."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from store.conversations import Conversations
from store.database import Database
from store.errors import NotFound
from store.questions import Asked, Improvements
from store.records import Address, Grant, Subject
from tests.fakes.library import NOW

ADDRESS = Address("t", "https://s/", "c", "personal", person="p")
ASKED = Asked("Hvad blev besluttet om svømmehallen?", "da", "decision", "not_found", unknown=("svømmehallen",))
TODAY = date(2026, 11, 21)


@pytest.fixture
def improvements(db: Database) -> Improvements:
    return Improvements(db, lambda: NOW)


def ask(db: Database, *questions: Asked) -> None:
    for number, asked in enumerate(questions):
        Conversations(db).delivered(ADDRESS, f"m{number}", (), (), "da", asked, NOW)
    db.flush()


def test_questions_without_answer_are_counted(db: Database, improvements: Improvements) -> None:
    again = replace(ASKED, text="hvad blev besluttet om svømmehallen")
    ask(db, ASKED, again, replace(ASKED, status="answered"), replace(ASKED, text="Hvem?", status="not_stated"))
    found = improvements.unanswered(TODAY)
    assert [(status, times) for _text, status, times in found] == [("not_found", 2), ("not_stated", 1)]
    assert improvements.unanswered(TODAY + timedelta(days=1)) == []
    assert improvements.unknown_words(TODAY) == [("svømmehallen", 4)]


def test_what_drew_on_closed_matter_is_not_shown(db: Database, improvements: Improvements) -> None:
    ask(db, replace(ASKED, closed=True))
    assert (improvements.unanswered(TODAY), improvements.unknown_words(TODAY)) == ([], [])


def test_a_disliked_answer_is_among_them(db: Database, improvements: Improvements) -> None:
    ask(db, replace(ASKED, status="answered"))
    assert improvements.react("m0", "dislike", "Forkert, se 010203-1234")
    assert not improvements.react("unknown", "like", None)
    assert improvements.unanswered(TODAY) == [(ASKED.text, "dislike", 1)]
    with db.read() as session:
        rows = session.connection().exec_driver_sql("SELECT comment FROM question_log").scalars().all()
    assert rows == ["Forkert, se ••••••-••••"]


def test_numbers_are_masked_and_nobody_is_named(db: Database) -> None:
    ask(db, replace(ASKED, text="Hvad med 010203-1234?", unknown=("010203-1234",)))
    with db.read() as session:
        (row,) = session.connection().exec_driver_sql("SELECT * FROM question_log").all()
    assert "010203" not in repr(row)
    assert "p" not in row


def test_questions_are_dropped_after_their_days(db: Database, improvements: Improvements) -> None:
    ask(db, ASKED)
    Conversations(db).forget(NOW + timedelta(days=89), 90)
    assert len(improvements.unanswered(TODAY)) == 1
    Conversations(db).forget(NOW + timedelta(days=91), 90)
    assert improvements.unanswered(TODAY) == []


def test_an_administrator_adds_terms(improvements: Improvements) -> None:
    administrator = Subject("a", True, "personal", (Grant("administrator"),))
    improvements.add_term(" svømmehal ", "swimming pool", administrator)
    improvements.add_term("svømmehal", "swimming pool", administrator)
    with pytest.raises(NotFound):
        improvements.add_term("x", "y", Subject("a", True))
    assert improvements.terms() == [("svømmehal", "swimming pool")]
