"""What was asked, masked and without the asker: kept for a while, to make answers better."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import delete, insert, or_, select, update
from sqlmodel import Session

from store.access import is_administrator
from store.audit import COMMAND_LINE, note
from store.database import Database
from store.errors import NotFound
from store.ingest import cpr
from store.meetings import COPENHAGEN
from store.names import folded
from store.prepared import Prepared
from store.records import Lang, Subject
from store.tables import GlossaryTerm, QuestionLog, table
from store.upsert import insert_new

QUESTION, TERM = table(QuestionLog), table(GlossaryTerm)
_LOG = Prepared(insert(QUESTION), columns=[column.key for column in QUESTION.c if column.key != "id"])
UNANSWERED = ("not_found", "not_stated", "choice")
DISLIKED = "dislike"
MOST_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and what came of it. `facts` are keys; `closed`: the answer drew on closed matter."""

    text: str
    lang: Lang
    intent: str
    status: str
    facts: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    closed: bool = False


def log(session: Session, asked: Asked, activity: str | None, at: datetime) -> None:
    """Keep a question; CPR numbers are masked here whatever was masked before."""
    row = {
        "asked_at": at,
        "text": cpr.mask(asked.text),
        "lang": asked.lang,
        "intent": asked.intent,
        "status": asked.status,
        "facts": list(asked.facts),
        "unknown": [cpr.mask(word) for word in asked.unknown],
        "closed": asked.closed,
        "activity": activity,
        "reaction": None,
        "comment": None,
    }
    _LOG.run(session, row)


def prune(session: Session, at: datetime, keep_days: int) -> int:
    """Drop questions older than `keep_days`, and say how many."""
    gone = session.connection().execute(delete(QUESTION).where(QUESTION.c.asked_at < at - timedelta(days=keep_days)))
    return int(gone.rowcount)


class Improvements:
    """What an administrator looks at; never who asked, and nothing that drew on closed matter."""

    def __init__(self, db: Database, clock: Callable[[], datetime]) -> None:
        self._db = db
        self._clock = clock

    def unanswered(self, since: date, limit: int = 20) -> Sequence[tuple[str, str, int]]:
        """(question, status or "dislike", times asked) from a day (in Denmark) on, the most frequent first."""
        self._db.flush()
        with self._db.read() as session:
            rows = session.connection().execute(
                select(QUESTION.c.text, QUESTION.c.status, QUESTION.c.reaction)
                .where(
                    QUESTION.c.asked_at >= _midnight(since),
                    QUESTION.c.closed.is_(False),
                    or_(QUESTION.c.status.in_(UNANSWERED), QUESTION.c.reaction == DISLIKED),
                )
                .order_by(QUESTION.c.id.desc())
                .limit(MOST_ROWS)
            )
            counted: Counter[tuple[str, str]] = Counter()
            printed: dict[tuple[str, str], str] = {}
            for row in rows:
                key = folded(row.text), DISLIKED if row.reaction == DISLIKED else row.status
                counted[key] += 1
                printed.setdefault(key, row.text)
        ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
        return [(printed[key], key[1], times) for key, times in ordered[:limit]]

    def unknown_words(self, since: date, limit: int = 40) -> Sequence[tuple[str, int]]:
        """Words that nothing was known of, with how many questions had them, the most frequent first."""
        self._db.flush()
        with self._db.read() as session:
            rows = session.connection().execute(
                select(QUESTION.c.unknown)
                .where(QUESTION.c.asked_at >= _midnight(since), QUESTION.c.closed.is_(False))
                .order_by(QUESTION.c.id.desc())
                .limit(MOST_ROWS)
            )
            counted = Counter(word for row in rows for word in {str(word).casefold() for word in row.unknown})
        return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]

    def add_term(self, danish: str, english: str, by: Subject | None) -> None:
        """Add a pair to the glossary; twice is no error. Raises NotFound unless `by` is an administrator or None."""
        if by is not None and not is_administrator(by):
            raise NotFound("nothing to manage")
        who = (by.person if by is not None else None) or COMMAND_LINE
        row = {"danish": danish.strip(), "english": english.strip(), "by_person": who, "at": self._clock()}
        # Exclusively, as whatever readers keep is changed: the next question is read with it, in every process.
        with self._db.write(exclusive=True) as session:
            if insert_new(session, TERM, row):
                note(session, self._clock(), who, "add term", danish.strip())

    def terms(self) -> Sequence[tuple[str, str]]:
        """(Danish, English) of the terms added here, oldest first."""
        with self._db.read() as session:
            rows = session.connection().execute(select(TERM.c.danish, TERM.c.english).order_by(TERM.c.id))
            return [(row.danish, row.english) for row in rows]

    def react(self, activity: str, reaction: str, comment: str | None) -> bool:
        """Keep what somebody thought of an answer, by the id of its message; False when it is not known (any more)."""
        values = {"reaction": reaction, "comment": cpr.mask(comment) if comment else None}
        with self._db.write() as session:
            changed = update(QUESTION).where(QUESTION.c.activity == activity).values(values)
            return bool(session.connection().execute(changed).rowcount)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), COPENHAGEN)
