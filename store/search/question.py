"""A question as the search takes it: its scope, its topic, what it is after, and the readings it allows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sqlmodel import Session

from store.bodies import bodies
from store.records import BodyRecord, Finding, Intent, Lang, Query, Subject
from store.search.asked import asks_detail
from store.search.bodynames import abbreviations, resolve
from store.search.confidence import SURE
from store.search.danish import known, known_english, tokens, words
from store.search.finding import Finder, Prepared, Sought
from store.search.index import Driver
from store.search.matcher import Matcher
from store.search.meant import meant
from store.search.rank import Matter
from store.search.records import Records
from store.search.scope import Aim, Scope

KINDS: dict[str, frozenset[str]] = {
    "decision": frozenset({"decision"}),
    "decided_by": frozenset({"decision"}),
    "decisions_list": frozenset({"decision"}),
    "case_course": frozenset({"decision"}),
    "find": frozenset({"decision"}),
    "item": frozenset({"decision"}),
    "recommendation": frozenset({"recommendation"}),
    "background": frozenset({"background", "assessment"}),
    "assessment": frozenset({"assessment"}),
    "cost": frozenset({"amount"}),
    "when": frozenset({"date"}),
    "responsible": frozenset({"person"}),
    "attachments": frozenset({"attachment"}),
    "attendance": frozenset({"meeting"}),
    "where": frozenset({"meeting"}),
}
"""The kinds of fact that answer an intent."""
DECISIVE = frozenset({"decision", "decided_by", "decisions_list", "item"})
"""Intents that only a decision answers: of a case that has one, a meeting without one is not the newest."""
ENGLISH_WORDS = 2
"""English words, and no Danish one, that make a topic English."""
OF_ONE_FACT = frozenset({"cost", "when", "responsible"})

_YEAR = re.compile(r"(?:19|20)\d\d")
_AFTER_QUESTION_WORD = re.compile(r"\W*(?:og )?(?:hvornår|hvem|hvad|hvorfor|hvordan|hvorledes)\s+(\w+)", re.IGNORECASE)


class Question:
    """One question by one subject in one session."""

    def __init__(
        self, session: Session, finder: Finder, shelf_ids: Sequence[int], query: Query, subject: Subject
    ) -> None:
        self.driver = Driver(session)
        self.finder = finder
        self.shelves = shelf_ids
        self.query = query
        self.records = Records(session, self.driver, subject)
        self.intent: Intent = meant(query)
        self.topic = query.topic.strip()
        self._ready: dict[str, Prepared] = {}
        known = bodies(session, subject)
        self.scope = self._scope(known)
        self.aim = self._aim(known)
        if _YEAR.fullmatch(self.topic) and not self.scope.narrow_in_time:
            year = int(self.topic)
            self.scope = replace(self.scope, since=date(year, 1, 1), until=date(year, 12, 31))
            self.topic = ""

    @property
    def text(self) -> str:
        """The question as asked."""
        return self.query.text

    def _scope(self, known: Sequence[BodyRecord]) -> Scope:
        query = self.query
        found = resolve(query.body, known) if query.body else self._abbreviated(known)
        if query.body and found is None:
            self.topic = f"{self.topic} {query.body}".strip()
        body = None
        if found is not None:
            body = self.records.body_id(found.key)
            self.records.body = found.key
        return Scope(body, query.since, query.until, tuple(self.records.item_ids(query.context)))

    def _abbreviated(self, known: Sequence[BodyRecord]) -> BodyRecord | None:
        """A body that the topic names by its initials in capitals ("eventuelt i TMU"); they are taken out of it."""
        for token in tokens(self.topic):
            if len(token.typed) > 1 and token.typed.isupper():
                for body in known:
                    if token.word in _initials(body):
                        self.topic = " ".join(self.topic.replace(token.typed, " ", 1).split())
                        return body
        return None

    def _aim(self, known: Sequence[BodyRecord]) -> Aim:
        """What would answer. A Danish question has its verb right after the question word: the verb is no matter."""
        verb = _AFTER_QUESTION_WORD.match(self.text)
        light = frozenset(words(verb.group(1))) if verb else frozenset()
        light |= frozenset(short for body in known for short in _initials(body))
        # A body named for its meetings is no part of the matter, also where the whole question is taken for the topic.
        light |= frozenset(form for word in words(self.query.body or "") for form in (word, word + "s"))
        detail = self.intent in OF_ONE_FACT or asks_detail(self.intent, self.text)
        opening = next((token.word for token in tokens(self.text)), "")
        return Aim(KINDS.get(self.intent, frozenset()), light, detail, opening)

    def readings(self) -> Iterable[tuple[str, Scope]]:
        """What the question may mean, likeliest first: a year can be the meeting's or part of the matter."""
        yield self.topic, self.scope
        dated = self.query.dated or self.topic
        if self.scope.narrow_in_time:
            yield dated, replace(self.scope, since=None, until=None)
        if self.scope.body_id is not None:
            yield dated, replace(self.scope, body_id=None, since=None, until=None)

    def seek(self, topic: str, scope: Scope) -> Sought:
        """Matters on a topic in a scope, best first."""
        return self.finder.among(self.driver, self._prepared(topic), scope, self.aim)

    def matcher(self, topic: str) -> Matcher:
        """The concepts of a topic, to be matched with other lines than the index holds."""
        return self._prepared(topic).matcher

    def _prepared(self, topic: str) -> Prepared:
        ready = self._ready.get(topic)
        if ready is None:
            ready = self.finder.prepare(self.driver, self.shelves, topic, self._lang(topic), self.aim)
            self._ready[topic] = ready
        return ready

    def _lang(self, topic: str) -> Lang:
        """The language of the topic: a few bare words can be English though the talk is Danish."""
        typed = [word for word in words(topic) if word.isalpha() and len(word) > 2]
        strange = [word for word in typed if not known(word)]
        if len(strange) < ENGLISH_WORDS or self.query.lang == "en":
            return self.query.lang  # without a look at the English lexicon, which takes a while to load
        english = sum(known_english(word) for word in strange)
        danish = any(known(word) and not known_english(word) for word in typed)
        return "en" if english >= ENGLISH_WORDS and not danish else self.query.lang

    def says_nothing(self) -> bool:
        """Whether the topic has only words that any matter could have ("where did it meet")."""
        concepts = self.seek(self.topic, self.scope).reading.concepts
        return all(concept.generic or concept.light for concept in concepts)

    def nothing(self) -> Finding:
        """Nothing found, by the words for body and time."""
        return Finding("not_found", missing=tuple(word for word in (self.query.dated or self.query.body,) if word))


def sure(sought: Sought, matter: Matter) -> bool:
    """Whether a matter may be taken for the one asked for."""
    return sought.chances[matter.group] >= SURE


def _initials(body: BodyRecord) -> set[str]:
    return {short for form in (body.name, *body.aliases) for short in abbreviations(form)}
