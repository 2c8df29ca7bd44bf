"""Free text in Danish or English to what is asked: intent or command, topic, times, bodies and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dialogs.understanding.asked import Asked, Understanding
from dialogs.understanding.initiatives import settled
from dialogs.understanding.matching import SMALL_TALK
from dialogs.understanding.mending import mending
from dialogs.understanding.noise import bare_number, is_noise, without_addresses
from dialogs.understanding.periods import Period, periods
from dialogs.understanding.seen import commanded, free, seen_best
from dialogs.understanding.slots import BodyNames
from dialogs.understanding.tense import looks_ahead
from dialogs.understanding.text import Word, tidy, words
from dialogs.understanding.topic import Topic
from dialogs.understanding.unknown_bodies import unknown_body
from store.records import Intent

__all__ = ["SOCIAL", "Reader", "Understanding"]

SOCIAL = SMALL_TALK
"""Intents that are no question on what was decided."""
QUESTIONS = frozenset({"agenda_show"})
"""Commands that also are questions: where there is no agenda to show, minutes and calendar answer them."""


def _noise(clean: str) -> Understanding:
    """A message without a word: a bare number is an item, all else no question."""
    number = bare_number(clean)
    if number is not None:
        return Understanding("item", clean, None, item_number=number, weak=True, typed=clean)
    return Understanding("offtopic", clean, None, weak=True, typed=clean)


def _is_coming(read: Understanding, coming: Period, today: date, *, ahead: bool) -> bool:
    """Whether a question without a matter is about a time to come: by its verbs, or because the day is not yet."""
    if read.topic or read.item_number or read.case_number or (read.command and read.command not in QUESTIONS):
        return False
    if read.intent not in ("decision", "find", "decisions_list"):
        return False
    if coming.until is not None and coming.until < today:
        return False
    written = not coming.guessed and coming.since is not None and coming.since > today
    return ahead or written


class Reader:
    """Understands messages for a set of known bodies. Build once per set; calls share nothing else."""

    def __init__(self, names: BodyNames) -> None:
        self._names = names

    def read(self, text: str, today: date) -> Understanding:
        """What the message asks for; never fails: what is not recognised is a topic to find."""
        clean = tidy(without_addresses(text))[:2000]
        said = words(clean)
        if not said:
            return Understanding("help", clean, None, weak=True, typed=clean)
        seen = seen_best(mending(clean, said), self._names, today)
        command, args, choice = commanded(clean, said, seen)
        match, typed = seen.match, seen.typed
        intent: Intent = match.wording.name if match else "find"  # type: ignore[assignment]  # checked when read
        if not seen.slots and not seen.times and command is None and is_noise(clean, said):
            return _noise(clean)
        again = free(periods(seen.meant, today, ahead=True), seen.fixed) if seen.times else []
        coming = [each for each in again if each.dated]
        past = [each for each in seen.times if each.dated]
        matter = Topic(clean, typed, said)
        times = coming if intent in ("upcoming", "due") else past
        asked = Asked(seen.meant, matter, seen.rest, match, seen.fixed, seen.bodies, times)
        read = asked.understanding(intent, command, args, choice)
        if coming and _is_coming(read, coming[0], today, ahead=looks_ahead(typed)):
            asked = replace(asked, times=coming)
            read = replace(asked.understanding("upcoming", command, args, choice), followup=False)
        read = settled(read, typed)
        if read.body is None and not seen.bodies and intent not in SOCIAL and read.intent != "meaning":
            return self._body_named(read, typed)
        return read

    def _body_named(self, read: Understanding, typed: Sequence[Word]) -> Understanding:
        """With the body that the message names in a way of its own, or with its name as an unknown one."""
        left = {word.norm for word in words(read.topic)}
        topic = {number for number, word in enumerate(words(read.typed)) if word.norm in left}
        name = unknown_body(read.text, typed, topic)
        if name is None:
            return read
        near = self._names.near(name)
        if near is None:
            return replace(read, unknown_body=name)
        rest = " ".join(read.topic.replace(name, " ").split())
        listing = not rest and read.intent in ("decision", "find")
        return replace(read, body=near, topic=rest, intent="decisions_list" if listing else read.intent, followup=False)
