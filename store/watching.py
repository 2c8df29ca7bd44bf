"""Works off what has come into the store: each document once, whichever process is first, and none lost in a crash."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlmodel import Session

from store.database import Database
from store.errors import NotFound, StoreError
from store.occurrences import enqueue
from store.search.finding import Finder
from store.watch_matching import Matching, Notice
from store.watch_queue import News, failed, finished, retry, waiting

AT_ONCE = 50
"""Rows matched from one snapshot."""

_log = logging.getLogger(__name__)


class Knowing(Protocol):
    """What lends its finder, with the administrator's terms as they are now: store.answers.StoredAnswers."""

    def knowing(self, session: Session) -> Finder: ...


@dataclass(frozen=True, slots=True)
class Worked:
    """What a run came to: rows worked off by this process, messages enqueued, rows that could not be matched."""

    rows: int = 0
    notices: int = 0
    failed: int = 0


class Watching:
    """Any number of processes may work at once: matching changes nothing, and a row is taken off by one of them,
    in the transaction that enqueues what it gave."""

    def __init__(self, db: Database, answers: Knowing) -> None:
        self._db, self._answers = db, answers

    def work(self, now: datetime) -> Worked:
        """Match all that waits. Raises StoreError when the store fails."""
        rows = notices = broken = 0
        tried: set[int] = set()
        while True:
            matched, unmatched = self._matched(tried)
            if not matched and not unmatched:
                return Worked(rows, notices, broken)
            for news, found in matched:
                said = self._put(news, found, now)
                if said is not None:
                    rows, notices = rows + 1, notices + said
            if unmatched:
                broken += len(unmatched)
                with self._db.write() as session:
                    failed(session, unmatched)

    def retry(self) -> int:
        """Try once more what was given up; how many rows. For the start of a service, which may be a newer one."""
        with self._db.write() as session:
            return retry(session)

    def _matched(self, tried: set[int]) -> tuple[list[tuple[News, tuple[Notice, ...]]], list[News]]:
        """The next rows with what is to be said of them, and those that could not be matched."""
        matched: list[tuple[News, tuple[Notice, ...]]] = []
        unmatched: list[News] = []
        with self._db.read() as session:
            batch = [news for news in waiting(session, AT_ONCE + len(tried)) if news.id not in tried][:AT_ONCE]
            if batch:
                matching = Matching(session, self._answers.knowing(session))
            for news in batch:
                tried.add(news.id)
                try:
                    matched.append((news, matching.notices(news)))
                except StoreError:
                    raise
                except Exception as error:  # one paper that breaks the matching must not keep the others untold
                    _log.error("watch_failed", extra={"fields": {"cause": type(error).__name__}})
                    unmatched.append(news)
        return matched, unmatched

    def _put(self, news: News, notices: tuple[Notice, ...], now: datetime) -> int | None:
        """Take the row off and enqueue what it gave, both or neither; None when another process has done so."""
        with self._db.write() as session:
            if not finished(session, news):
                return None
            return sum(_said(session, notice, min(news.at, now)) for notice in notices)


def _said(session: Session, notice: Notice, at: datetime) -> bool:
    try:
        return enqueue(session, notice.watch, notice.slot, now=at, payload=notice.payload, gather=notice.lists)
    except NotFound:
        # The watch was ended meanwhile.
        return False
