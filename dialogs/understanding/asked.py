"""What a message asks for, put together from the wording that fits and from what else stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dialogs.understanding.language import language
from dialogs.understanding.matching import SMALL_TALK, Match, Token
from dialogs.understanding.outcomes import listed, outcomes
from dialogs.understanding.periods import Period
from dialogs.understanding.slots import Slot
from dialogs.understanding.text import Word
from dialogs.understanding.topic import Topic, numbers_of
from dialogs.understanding.wordings import wordings
from store.records import DecisionClass, Intent, Lang, PartKind

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
    """The message with misspelt cue words put right."""
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
    typed: str = ""
    """The message as it was typed, in one line."""
    part: PartKind | None = None
    """What the list that is asked for is said to be of."""
    many: int | None = None
    """How many elements it is said to have."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A message taken apart, to be put together as an Understanding."""

    meant: str
    matter: Topic
    rest: Sequence[Token]
    match: Match | None
    fixed: Sequence[Slot]
    bodies: Sequence[Slot]
    times: Sequence[Period]

    @property
    def typed(self) -> Sequence[Word]:
        """The words as they are understood."""
        return self.matter.typed

    def understanding(
        self, intent: Intent, command: str | None, args: dict[str, str], choice: int | None
    ) -> Understanding:
        """The understanding for this intent, or command with its arguments and choice."""
        removed = self.match.removed if self.match else frozenset()
        said = numbers_of(token for number, token in enumerate(self.rest) if number in removed)
        left = numbers_of(self.rest) - said
        matter = self.matter
        timed = self._covered((each.start, each.end) for each in self.times)
        numbered = self._covered((slot.start, slot.end) for slot in self.fixed)
        named = self._covered((slot.start, slot.end) for slot in self.bodies)
        keep = left - numbered
        body, drop = self._body(intent, keep - timed, named)
        classes: tuple[DecisionClass, ...] = ()
        if intent in ("decision", "find", "decisions_list"):
            classes, named_by = outcomes(self.typed, said, keep - timed - drop)
            keep -= named_by if intent != "decision" or not (keep - timed - drop - named_by) else set()
        topic = matter.text(keep - timed - drop)
        if intent == "upcoming" and matter.norms(keep - timed - drop) <= wordings().coming:
            topic = ""
        item = next((slot.value for slot in self.fixed if slot.kind == "item"), None)
        case = next((slot.value for slot in self.fixed if slot.kind == "case"), None)
        period = self.times[0] if self.times else None
        latest = bool(_LATEST.search("".join(token.sign + " " for token in self.rest)))
        listing = bool(listed(self.typed)) and bool(classes)
        filtered = bool(body or period or latest or listing)
        back = not latest and bool(_ANAPHORA & {self.typed[number].norm for number in keep - timed - named})
        followup = not topic and not item and not case and (not filtered or back) and intent not in SMALL_TALK
        return Understanding(
            intent=self._settled(intent, topic, item, case, filtered and not followup),
            text=self.meant,
            typed=matter.clean,
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

    def _body(self, intent: Intent, keep: set[int], named: set[int]) -> tuple[str | None, set[int]]:
        """The body that the question is limited to, and the words that this takes out of the topic.

        "What did the board decide" names who decided; "matters for the board", with more around it, names a matter.
        """
        if not self.bodies:
            return None, set()
        rest = self.matter.norms(keep - named)
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
