"""Questions on lists of initiatives: whole, in order and counted, those of a chapter, and what is recommended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from store.initiatives import Known
from store.names import folded
from store.records import Finding, InitiativeRecord, ListRecord, PartKind
from store.search.accountindex import Account, Fit
from store.search.concepts import Concept
from store.search.danish import lemma
from store.search.initiativematch import (
    NAMED,
    OWN,
    WHOLE,
    better_in_minutes,
    fitting,
    in_talk,
    names_no_matter,
)
from store.search.matcher import Matcher
from store.search.plansections import asked_for
from store.search.planwords import all_in, words_for
from store.search.question import Question
from store.search.standings import those_standing
from store.search.terms import analysed

OF_ITS_KIND, AS_MANY, NOT_AS_MANY = 0.12, 0.2, 0.2
"""What speaks for a list that it is of the kind, and has as many elements, as the question says, or against it that it
has not."""
BROKEN_OFF, ANNOUNCED = 0.04, 0.03
"""What speaks against a list that lacks elements, and for one that says how many it has: that is the list itself, not
a plan of its steps."""
ALIKE = 0.02
OF_ONE_ELEMENT = 0.08
"""What speaks against a list that stands under one element of another list of its kind."""
SAID_OF = 0.8
"""The share of the question that an element must hold itself when it is asked which of them are such."""
NEARLY_ALL, BY_NAME = 0.9, 0.7
"""The share of the question that a list must hold to be meant by what its name says, and that the name must."""
NUMBERS: dict[str, int] = {
    "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12,
}  # fmt: skip
_COUNTED = re.compile(
    r"\W*(?:(?:hvad|hvilke|hvem) (?:er |hedder )?(?:de |for )?|(?:what|which|who) (?:are |were )?(?:the )?"
    rf"|(?:name|list|nævn)(?: mig)? (?:the |de )?)({'|'.join(NUMBERS)}|\d\d?)\b",
    re.IGNORECASE,
)
IN_PAPER = re.compile(
    r"\b(?:i|in|af|by|med|with) (?:\w+ ){0,2}\w*(?:strategi|program|plan|rapport|notat|kommissori|projekt|strategy"
    r"|report|project|terms of reference)\w*",
    re.IGNORECASE,
)
_OF_MUNICIPALITIES = re.compile(r"\bkommuner(?:ne)?\b|\bmunicipalities\b", re.IGNORECASE)
HEADS, BY_HEAD = 2, 0.8
"""Words at the beginning of a bare question that may name a list, and the share of the question that it must hold."""
_PLURAL = re.compile(r"(?:er|erne|ene|ne|s)$")
_BY_KIND: tuple[PartKind, ...] = ("member", "phase", "focus_area", "barrier", "case", "principle")


def elements(question: Question, told: Known, kind: PartKind | None = None) -> Finding | None:
    """The whole list that was asked for, in order; of this kind, where the question calls it by no name of its own."""
    part = question.query.part or kind or implied(question.text)
    wanted, context = many_of(question), in_talk(question, told)
    if not question.topic and context is not None:
        lists = [one for one in context.lists if part in (None, one.kind)]
        return listed_as(context, lists[0]) if lists else None

    def score(fit: Fit) -> float:
        one = list_of(fit)
        kind = OF_ITS_KIND * (part is not None and one.kind == part)
        many = 0.0
        if wanted is not None:
            many = AS_MANY if wanted in (one.announced, len(one.parts)) else -NOT_AS_MANY
        told = ANNOUNCED * (one.announced is not None) - BROKEN_OFF * (not one.complete)
        told -= OF_ONE_ELEMENT * _of_one_element(fit)
        return fit.share + kind + many + told + ALIKE * (fit.account.record is context)

    good = [
        fit
        for fit in fitting(question, told, lambda one: one.kind == "list")
        if (fit.own >= OWN or kind_of(fit.account) == part is not None)
        and fit.share >= WHOLE
        and _may_be(question, fit)
    ]
    if not good:
        return _of_those(question, told)
    if context is None and len({fit.account.record.key for fit in good}) > 1 and names_no_matter(question, good[0]):
        return None  # "which risks are there" may be any of them
    first = max(good, key=lambda fit: (score(fit), fit.own, -fit.place))
    if not IN_PAPER.search(question.text) and better_in_minutes(question, first):
        return None
    alike = [fit for fit in good if _chapters(first, fit) and score(fit) >= score(first) - ALIKE]
    whole = _together([list_of(fit) for fit in alike]) if wanted is None and len(alike) > 1 else list_of(first)
    return listed_as(first.account.record, those_standing(question.text, whole))


def named_list(question: Question, told: Known) -> Finding | None:
    """The list whose own name holds nearly all of the question ("what shall the board steer")."""
    good = [
        fit
        for fit in fitting(question, told, lambda one: one.kind == "list")
        if fit.share >= NEARLY_ALL and fit.own >= BY_NAME and _several(question, fit)
    ]
    if not good or better_in_minutes(question, good[0]):
        return None
    return listed(good[0])


def listed_by_head(question: Question, told: Known) -> Finding | None:
    """The list whose name or kind a bare question begins or ends with ("the dangers of the project in Tornby")."""
    matcher = question.matcher(question.topic)
    heads = [at for at, concept in enumerate(matcher.concepts[:HEADS]) if _may_head(concept)]
    if not heads:
        return None
    good = [
        fit
        for fit in fitting(question, told, lambda one: one.kind == "list")
        if fit.share >= BY_HEAD and any(_heads(matcher, at, fit) for at in heads)
    ]
    if not good or names_no_matter(question, good[0]) or better_in_minutes(question, good[0]):
        return None
    return listed(max(good, key=lambda fit: (fit.share - OF_ONE_ELEMENT * _of_one_element(fit), -fit.place)))


def _may_head(concept: Concept) -> bool:
    return len(concept.words) == 1 and not concept.name and _PLURAL.search(concept.words[0]) is not None


def _heads(matcher: Matcher, at: int, fit: Fit) -> bool:
    """Whether a word of the question in the plural stands in the name of a list, or names its kind."""
    concept, one = matcher.concepts[at], list_of(fit)
    kinds = words_for(f"list {one.kind}")
    if concept.words[0] in kinds or lemma(concept.words[0]) in kinds:
        return True
    strength = max(matcher.strengths(analysed(text).line)[at] for text in (one.name, " ".join(sorted(kinds))))
    return strength >= NAMED


def _several(question: Question, fit: Fit) -> bool:
    """Whether a list is named by more than one word of the question."""
    concepts = question.matcher(question.topic).concepts
    return sum(s >= NAMED and not c.generic for c, s in zip(concepts, fit.strengths, strict=True)) > 1


def _of_one_element(fit: Fit) -> bool:
    """Whether a list stands under one element of another of its kind: what "track A" holds are no other tracks."""
    one, name = list_of(fit), folded(list_of(fit).name)
    others = [other for other in fit.account.record.lists if other.kind == one.kind and other is not one]
    return bool(name) and any(folded(part.text).startswith(name) for other in others for part in other.parts)


def _may_be(question: Question, fit: Fit) -> bool:
    """Whether a list may be of what is asked for: persons are no municipalities."""
    if not _OF_MUNICIPALITIES.search(question.text):
        return True
    one = list_of(fit)
    return "kommun" in " ".join((one.name, *(part.text for part in one.parts))).casefold()


def of_a_kind(question: Question, told: Known) -> Finding | None:
    """The list of the kind that a few words without a question name ("members of the programme group")."""
    for concept in question.matcher(question.topic).concepts:
        for kind in _BY_KIND:
            if all_in(concept, words_for(f"list {kind}")):
                found = elements(question, told, kind)
                return found if found is not None and found.listed is not None and found.listed.kind == kind else None
    return None


def implied(text: str) -> PartKind | None:
    """What a list is of that the question does not call by a name: what is done about something is actions."""
    return next((one.section.kind for one in asked_for(text) if one.section.kind is not None), None)


def _of_those(question: Question, told: Known) -> Finding | None:
    """The elements of which the question says something ("which actions are delayed"), of one list."""
    part = question.query.part
    matcher = question.matcher(question.topic)
    alike = [
        fit
        for fit in fitting(question, told, lambda one: one.kind == "part" and kind_of(one) == part)
        if fit.share >= WHOLE and fit.own >= SAID_OF and matcher.concepts
    ]
    if part is None or not alike or better_in_minutes(question, alike[0]):
        return None
    whole = list_of(alike[0])
    parts = tuple(one for one in whole.parts if any(fit.account.fact is one for fit in alike))
    return listed_as(alike[0].account.record, replace(whole, parts=parts, announced=None))


def list_of(fit: Fit) -> ListRecord:
    one = fit.account.list
    assert one is not None  # only lists were asked for
    return one


def _chapters(first: Fit, other: Fit) -> bool:
    """Whether two lists are one told chapter by chapter: of one initiative, kind and name."""
    one, two = list_of(first), list_of(other)
    return first.account.record is other.account.record and (one.kind, one.name) == (two.kind, two.name)


def _together(lists: Sequence[ListRecord]) -> ListRecord:
    ordered = sorted(lists, key=lambda one: one.page or 0)
    parts = tuple(part for one in ordered for part in one.parts)
    return replace(ordered[0], parts=parts, announced=None, complete=all(one.complete for one in ordered))


def kind_of(account: Account) -> PartKind | None:
    """What the list of an account is of."""
    return account.list.kind if account.list is not None else None


def many_of(question: Question) -> int | None:
    """How many elements the question speaks of ("the three approaches"); None when it names no number."""
    if question.query.many is not None:
        return question.query.many
    said = _COUNTED.match(question.text)
    if said is None:
        return None
    word = said.group(1).lower()
    return int(word) if word.isdigit() else NUMBERS[word]


def listed_as(record: InitiativeRecord, one: ListRecord) -> Finding:
    """A list as the answer, whole and counted."""
    facts = tuple(replace(part, kind="list_item") for part in one.parts)
    return Finding("answered", facts, initiative=record, listed=one, count=len(facts), complete=one.complete)


def listed(fit: Fit) -> Finding:
    """The list of an account as the answer."""
    return listed_as(fit.account.record, list_of(fit))


def initiatives(question: Question, told: Known) -> Finding | None:
    """All initiatives, or those on a matter, of an owner, or with somebody in them."""
    records = list(told.records)
    if question.topic:
        kinds = ("initiative", "responsibility")
        found = fitting(question, told, lambda one: one.kind in kinds)
        keys = {fit.account.record.key for fit in found if fit.share >= WHOLE and fit.own >= WHOLE * 0.8}
        records = [record for record in records if record.key in keys]
    if not records:
        return None if question.topic else Finding("not_found")
    facts = tuple(record.about for record in records if record.about is not None)
    return Finding("answered", facts, initiatives=tuple(records), count=len(records), complete=True)
