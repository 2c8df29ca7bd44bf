"""Feedback on answers, and the administrator's lists of questions and words to improve."""

from __future__ import annotations

import re
from datetime import timedelta

from cards import improve as card
from cards import missing
from cards import phrases as p
from cards.prompts import prompts
from cards.texts import texts
from dialogs.ports import Ports
from dialogs.replies import Room, say
from dialogs.turn import Outcome, Turn
from dialogs.understanding.understand import Understanding
from store.errors import NotFound

COMMANDS = frozenset({"unanswered", "unknown_words", "add_term"})
DAYS = 90
_TERM = re.compile(
    r"^\s*(?P<danish>[^=]{2,80}?)\s*(?:=|->|→|:|\bbetyder\b|\ber det samme som\b|\bmeans\b|\bis the same as\b)\s*"
    r"(?P<english>[^=]{2,80}?)\s*[.]?\s*$",
    re.IGNORECASE,
)
_QUOTES = " \"'»«“”„"


def feedback(turn: Turn, ports: Ports) -> Outcome:
    """A thumb up or down, with a comment if there is one; nothing is said, the channel thanks by itself."""
    reaction = turn.data.get("reaction")
    if isinstance(reaction, str) and reaction in ("like", "dislike") and turn.reply_to:
        ports.improvements.react(turn.reply_to, reaction, _comment(turn.data.get("feedback")))
    return Outcome()


def _comment(given: object) -> str | None:
    """The comment: the channel sends it as JSON in a text."""
    if not isinstance(given, str) or not given.strip():
        return None
    match = re.search(r'"feedbackText"\s*:\s*"(?P<text>(?:[^"\\]|\\.)*)"', given)
    text = match["text"].replace('\\"', '"').replace("\\n", " ") if match else "" if given.startswith("{") else given
    return text.strip()[:1000] or None


def command(room: Room, read: Understanding) -> Outcome:
    """An administrator's command on questions and words."""
    since = room.scene.now.date() - timedelta(days=DAYS)
    improvements = room.ports.improvements
    if read.command == "unanswered":
        found = tuple(row for row in improvements.unanswered(since) if row[0].strip())
        return say(room, card.unanswered(found, DAYS, room.frame))
    if read.command == "unknown_words":
        return say(room, card.unknown_words(tuple(improvements.unknown_words(since)), room.frame))
    return _add_term(room, read)


def _add_term(room: Room, read: Understanding) -> Outcome:
    t = texts(room.lang)
    after = prompts((p.ASK_UNKNOWN_WORDS, p.ASK_UNANSWERED), t)
    match = _TERM.match(read.args.get("ord") or read.args.get("word") or "")
    if match is None:
        return say(room, missing.plain(p.TERM_UNCLEAR, room.frame, after))
    danish, english = match["danish"].strip(_QUOTES), match["english"].strip(_QUOTES)
    try:
        room.ports.improvements.add_term(danish, english, room.scene.subject)
    except NotFound:
        return say(room, missing.plain(p.GONE, room.frame))
    told = t.say(p.TERM_ADDED, danish=t.quoted(danish), english=t.quoted(english))
    return say(room, missing.confirmed(told, room.frame, after))
