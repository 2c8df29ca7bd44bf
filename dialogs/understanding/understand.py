"""Free text in Danish or English to what is asked: intent or command, topic, times, bodies and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dialogs.understanding.language import language
from dialogs.understanding.matching import SMALL_TALK, Match, Token, best, index_of, matches, tokens_of, unwrapped
from dialogs.understanding.noise import bare_number, is_noise, without_addresses
from dialogs.understanding.outcomes import listed, outcomes
from dialogs.understanding.periods import Period, periods
from dialogs.understanding.slots import BodyNames, Slot, numbers
from dialogs.understanding.tense import looks_ahead
from dialogs.understanding.text import Word, tidy, words
from dialogs.understanding.topic import Topic, numbers_of
from dialogs.understanding.unknown_bodies import unknown_body
from dialogs.understanding.wordings import Wording, wordings
from store.records import DecisionClass, Intent, Lang

SOCIAL = SMALL_TALK
"""Intents that are no question on what was decided."""
_LATEST = re.compile(
    r"(?:sidste|seneste|forrige|last|latest|previous|newest|nyeste) "
    r"(?:\S+ )?(?:mødet?|meeting|<body>|referat\w*|minutes|gang|time) |"
    # "Hvad besluttede direktionen sidst?": the newest meeting; "senest den 1. maj" is a day.
    r"(?:^| )(?:sidste?|seneste?|last|lately|most recently)"
    r"(?: (?:i|på|in|at|by) (?:the )?(?:<body>|mødet?|meeting))? $|"
    r"^(?:nyt|nyheder|news) $|(?:nyt|nyeste|news|new) (?:(?:i|fra|in|from) (?:the )?<body> )?$"
)
_ANAPHORA = frozenset(
    (
        *("det", "den", "dem", "dette", "denne", "sagen", "punktet", "beslutningen"),
        *("it", "that", "this", "these", "those", "they", "them"),
    )
)
_TOWARDS = frozenset(["til", "for", "over", "overfor", "mellem", "med", "to", "between", "with", "before"])


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a message asks for. `topic` is verbatim text; `dated` is the topic with the words for time left in."""

    intent: Intent
    text: str
    lang: Lang | None
    topic: str = ""
    dated: str = ""
    body: str | None = None
    bodies: tuple[str, ...] = ()
    """All bodies named, whether they limit the question or belong to its topic."""
    since: date | None = None
    until: date | None = None
    guessed: bool = False
    item_number: str | None = None
    case_number: str | None = None
    latest: bool = False
    """Only the last meeting is meant."""
    followup: bool = False
    """The message has no topic of its own or points back at the last one."""
    command: str | None = None
    args: Mapping[str, str] = field(default_factory=dict)
    choice: int | None = None
    """Which one of several, from 0; -1 is the last."""
    weak: bool = False
    """Understood from a single word or not at all."""
    classes: tuple[DecisionClass, ...] = ()
    """Classes of decision that a list is limited to; empty for all."""
    unknown_body: str | None = None
    """A deciding body that is named and is not known."""


def _free(slot_like: Iterable[Period], taken: Iterable[Slot]) -> list[Period]:
    taken = list(taken)
    return [each for each in slot_like if all(each.end <= slot.start or each.start >= slot.end for slot in taken)]


def _noise(clean: str) -> Understanding:
    """A message without a word: a bare number is an item, all else no question."""
    number = bare_number(clean)
    if number is not None:
        return Understanding("item", clean, None, item_number=number, weak=True)
    return Understanding("offtopic", clean, None, weak=True)


def _is_coming(read: Understanding, coming: Period, today: date, *, ahead: bool) -> bool:
    """Whether a question without a matter is about a time to come: by its verbs, or because the day is not yet."""
    if read.topic or read.item_number or read.case_number or read.command:
        return False
    if read.intent not in ("decision", "find", "decisions_list"):
        return False
    if coming.until is not None and coming.until < today:
        return False
    written = not coming.guessed and coming.since is not None and coming.since > today
    return ahead or written


def _commanded(
    clean: str, typed: Sequence[Word], tokens: Sequence[Token]
) -> tuple[str | None, dict[str, str], int | None]:
    """The command that the message is, with its arguments verbatim, and which one of several it picks."""
    found = best(matches(tokens, index_of("commands")))
    if found is None:
        return None, {}, None
    args = {}
    for name, (begin, end) in found.named.items():
        until = len(clean) if end == len(tokens) else typed[tokens[end - 1].last].end
        args[name] = clean[typed[tokens[begin].first].start : until]
    choice = _picked(found.wording) if found.wording.name == "choose" else None
    return found.wording.name, args, choice


def _picked(wording: Wording) -> int:
    """The wordings of a choice stand in order in the data file: first to fifth, then the last."""
    rows = [each for each in wordings().commands if each.name == "choose" and each.lang == wording.lang]
    at = next(number for number, each in enumerate(rows) if each is wording)
    return at if at < 5 else -1


class Reader:
    """Understands messages for a set of known bodies. Build once per set; calls share nothing else."""

    def __init__(self, names: BodyNames) -> None:
        self._names = names

    def read(self, text: str, today: date) -> Understanding:
        """What the message asks for; never fails: what is not recognised is a topic to find."""
        clean = tidy(without_addresses(text))[:2000]
        typed = words(clean)
        if not typed:
            return Understanding("help", clean, None, weak=True)
        fixed = list(numbers(clean))
        times = _free(periods(clean, today), fixed)
        slots = fixed + [Slot("period", each.start, each.end, "") for each in times if each.dated]
        bodies = [
            slot for slot in self._names.find(typed) if all(slot.end <= s.start or slot.start >= s.end for s in slots)
        ]
        slots += bodies
        tokens = tokens_of(typed, slots)
        command, args, choice = _commanded(clean, typed, tokens)
        rest = unwrapped(tokens)
        match = self._intent(tokens, rest)
        intent: Intent = match.wording.name if match else "find"  # type: ignore[assignment]  # checked when read
        if not slots and not times and command is None and is_noise(clean, typed):
            return _noise(clean)
        coming = [each for each in _free(periods(clean, today, ahead=True), fixed) if each.dated] if times else []
        past = [each for each in times if each.dated]
        ahead = looks_ahead(typed)
        asked = _Asked(clean, typed, rest, match, fixed, bodies, coming if intent == "upcoming" else past)
        read = asked.understanding(intent, command, args, choice)
        if coming and _is_coming(read, coming[0], today, ahead=ahead):
            asked = replace(asked, times=coming)
            read = replace(asked.understanding("upcoming", command, args, choice), followup=False)
        if read.body is None and not bodies and intent not in SOCIAL:
            return self._body_named(read, typed)
        return read

    def _body_named(self, read: Understanding, typed: Sequence[Word]) -> Understanding:
        """With the body that the message names in a way of its own, or with its name as an unknown one."""
        left = {word.norm for word in words(read.topic)}
        topic = {number for number, word in enumerate(typed) if word.norm in left}
        name = unknown_body(read.text, typed, topic)
        if name is None:
            return read
        near = self._names.near(name)
        if near is None:
            return replace(read, unknown_body=name)
        rest = " ".join(read.topic.replace(name, " ").split())
        listing = not rest and read.intent in ("decision", "find")
        return replace(read, body=near, topic=rest, intent="decisions_list" if listing else read.intent, followup=False)

    def _intent(self, tokens: Sequence[Token], rest: Sequence[Token]) -> Match | None:
        social = best(matches(tokens, index_of("social")))
        if social is not None:
            return social
        # A greeting in front of a question is wrapping; what is left of it must not be taken for one.
        return best(matches(rest, index_of("intents")))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A message taken apart, to be put together as an Understanding."""

    clean: str
    typed: Sequence[Word]
    rest: Sequence[Token]
    match: Match | None
    fixed: Sequence[Slot]
    bodies: Sequence[Slot]
    times: Sequence[Period]

    def understanding(
        self, intent: Intent, command: str | None, args: dict[str, str], choice: int | None
    ) -> Understanding:
        removed = self.match.removed if self.match else frozenset()
        said = numbers_of(token for number, token in enumerate(self.rest) if number in removed)
        left = numbers_of(self.rest) - said
        matter = Topic(self.clean, self.typed)
        timed = self._covered((each.start, each.end) for each in self.times)
        numbered = self._covered((slot.start, slot.end) for slot in self.fixed)
        named = self._covered((slot.start, slot.end) for slot in self.bodies)
        keep = left - numbered
        body, drop = self._body(intent, matter, keep - timed, named)
        classes: tuple[DecisionClass, ...] = ()
        if intent in ("decision", "find", "decisions_list"):
            classes, named_by = outcomes(self.typed, said, keep - timed - drop)
            keep -= named_by if intent != "decision" or not (keep - timed - drop - named_by) else set()
        topic = matter.text(keep - timed - drop)
        if intent == "upcoming" and all(word.norm in wordings().coming for word in words(topic)):
            topic = ""
        item = next((slot.value for slot in self.fixed if slot.kind == "item"), None)
        case = next((slot.value for slot in self.fixed if slot.kind == "case"), None)
        period = self.times[0] if self.times else None
        latest = bool(_LATEST.search("".join(token.sign + " " for token in self.rest)))
        listing = bool(listed(self.typed)) and bool(classes)
        filtered = bool(body or period or latest or listing)
        back = not latest and bool(_ANAPHORA & {self.typed[number].norm for number in keep - timed - named})
        followup = not topic and not item and not case and (not filtered or back) and intent not in SOCIAL
        return Understanding(
            intent=self._settled(intent, topic, item, case, filtered and not followup),
            text=self.clean,
            lang=language(self.typed),
            topic=topic,
            dated=matter.text((keep | timed | named) if self.times or self.bodies else keep),
            body=body,
            bodies=tuple(dict.fromkeys(slot.value for slot in self.bodies)),
            since=period.since if period else None,
            until=period.until if period else None,
            guessed=bool(period and period.guessed),
            item_number=item,
            case_number=case,
            latest=latest,
            followup=followup,
            command=command,
            args=args,
            choice=choice,
            weak=self.match is None or self.match.wording.weak,
            classes=classes,
        )

    def _covered(self, spans: Iterable[tuple[int, int]]) -> set[int]:
        ranges = list(spans)
        return {
            number for number, word in enumerate(self.typed) if any(start <= word.start < end for start, end in ranges)
        }

    def _body(self, intent: Intent, matter: Topic, keep: set[int], named: set[int]) -> tuple[str | None, set[int]]:
        """The body that the question is limited to, and the words that this takes out of the topic.

        "What did the board decide" names who decided; "matters for the board", with more around it, names a matter.
        """
        if not self.bodies:
            return None, set()
        rest = {word.norm for word in words(matter.text(keep - named))}
        alone = rest <= (wordings().coming if intent == "upcoming" else frozenset())
        several = len({slot.value for slot in self.bodies}) > 1
        first = self.bodies[0]
        if alone:
            return first.value, named
        start = min(self._covered([(first.start, first.end)]))
        towards = start > 0 and self.typed[start - 1].norm in _TOWARDS and start - 1 in keep
        if several or (towards and start in keep):
            return None, set()
        return first.value, named

    @staticmethod
    def _settled(intent: Intent, topic: str, item: str | None, case: str | None, filtered: bool) -> Intent:
        """The intent once it is known what else the message holds."""
        if intent in ("decision", "find") and not topic and not item and not case and filtered:
            return "decisions_list"
        if intent == "find" and not topic and (item or case):
            return "item"
        return intent
