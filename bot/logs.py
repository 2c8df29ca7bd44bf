"""What is logged: fixed event names with fields and a turn id; never a word of a message, a name or a secret."""

from __future__ import annotations

import logging
import secrets
import sys
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

TURN: ContextVar[str] = ContextVar("turn", default="-")
"""The reference of the turn under way: also what a person is told when something went wrong."""

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
OURS = ("bot", "dialogs", "cards", "store")


def new_reference() -> str:
    """A short reference that can be read aloud: six characters without look-alikes."""
    drawn = secrets.randbits(5 * 6)  # at once: every draw asks the system, and there are 32 letters
    return "".join(_LETTERS[drawn >> 5 * place & 31] for place in range(6))


def event(logger: logging.Logger, level: int, name: str, **fields: object) -> None:
    """Log one event. `name` is fixed text; `fields` are counts, codes, ids of our own, never what people wrote."""
    if logger.isEnabledFor(level):
        logger.log(level, name, extra={"fields": fields})


def cause(error: BaseException) -> str:
    """What went wrong and where, without the error's message: that may carry what people wrote.

    Innermost frames first, one link per cause: "KeyError at dialogs/ask.py:12 in answer < ...".
    """
    links = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        frames = traceback.extract_tb(current.__traceback__)[-4:]
        places = [f"{'/'.join(PurePath(f.filename).parts[-2:])}:{f.lineno} in {f.name}" for f in reversed(frames)]
        links.append(f"{type(current).__name__} at {', '.join(places) or 'unknown place'}")
        current = current.__cause__ or current.__context__
    return " < ".join(links)


class EventFormatter(logging.Formatter):
    """One line per event: time, level, logger, name, turn, fields.

    Records of other libraries are written without their arguments and without the messages of exceptions.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line for a record."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        fields: dict[str, Any] = dict(getattr(record, "fields", {}))
        if record.exc_info and record.exc_info[1] is not None:
            fields["cause"] = cause(record.exc_info[1])
        told = "".join(f" {key}={_told(value)}" for key, value in fields.items() if value is not None)
        name = record.msg if isinstance(record.msg, str) else type(record.msg).__name__
        if record.name.partition(".")[0] not in OURS:
            name = f"foreign:{' '.join(name.split())[:120]}" if record.args else "foreign"
        return f"{at} {record.levelname} {record.name} {name} turn={TURN.get()}{told}"


def _told(value: object) -> str:
    text = " ".join(str(value).split())
    return f'"{text}"' if " " in text else text


def configure(level: str = "INFO") -> None:
    """Send all events to standard error, one line each."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(EventFormatter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for chatty in ("apscheduler", "alembic", "sqlalchemy", "msal", "urllib3", "asyncio"):
        logging.getLogger(chatty).setLevel(max(logging.WARNING, logging.getLevelName(level)))
