"""Questions on initiatives: whole lists, overviews, times, roles, goals, what is due, and what short forms mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from store.due import due as due_within
from store.initiatives import Known, known
from store.names import folded
from store.records import AbbreviationRecord, Fact, Finding, InitiativeRecord, ListRecord, MeetingRecord, PartKind
from store.search.accountindex import Account, Fit, index_of
from store.search.danish import tokens
from store.search.matcher import Matcher
from store.search.question import Question
from store.search.terms import analysed

WHOLE = 0.72
"""The share of the question that an account must cover to be what was asked for."""
OWN = 0.3
"""The share that must stand in the account itself, not only in the title over it."""
NAMED, TELLING = 0.55, 0.25
"""How well a name, place or number, or a word of so much weight, must stand in an account: half a compound does not."""
NAMES_ONE = 0.2
"""The share of the question that the name of one in a group may hold before that one is asked for."""
OF_ITS_KIND, AS_MANY, NOT_AS_MANY = 0.12, 0.2, 0.2
"""What speaks for a list that it is of the kind, and has as many elements, as the question says, or against it that it
has not."""
BROKEN_OFF, ANNOUNCED = 0.04, 0.03
"""What speaks against a list that lacks elements, and for one that says how many it has: that is the list itself, not
a plan of its steps."""
ALIKE = 0.02
MOST_DUE = 40
FAR_AHEAD = timedelta(days=365)
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
_ASKS_ONE = re.compile(
    r"\bformand|\bforkvinde|\blede[rts]|leder\b|\bchair|\bhead(?:s|ed)?\b|\bleads?\b|\bmanage[rs]|kontakt|contact"
    r"|ansvarlig for|responsible for|in charge",
    re.IGNORECASE,
)
_IN_PAPER = re.compile(
    r"\b(?:i|in|af|by|med|with) (?:\w+ ){0,2}\w*(?:strategi|program|plan|rapport|notat|kommissori|projekt|strategy"
    r"|report|project|terms of reference)\w*",
    re.IGNORECASE,
)
_ASKS_STATUS = re.compile(r"status|hvor langt|hvordan (?:går|skrider|forløber)|how far|progress|how is", re.IGNORECASE)


def of_initiative(question: Question) -> Finding | None:
    """The answer when the question is one on initiatives and they hold it; None leaves it to the other ways."""
    handler = _HANDLERS.get(question.intent)
    return handler(question, known(question.records.session, question.records.subject)) if handler else None


def elements(question: Question, told: Known) -> Finding | None:
    """The whole list that was asked for, in order."""
    ready = question.matcher(question.topic)
    part, wanted, context = question.query.part, many_of(question), _in_talk(question, told)

    def score(fit: Fit) -> float:
        one = fit.account.list
        assert one is not None  # only lists were asked for
        kind = OF_ITS_KIND * (part is not None and one.kind == part)
        many = 0.0
        if wanted is not None:
            many = AS_MANY if wanted in (one.announced, len(one.parts)) else -NOT_AS_MANY
        told = ANNOUNCED * (one.announced is not None) - BROKEN_OFF * (not one.complete)
        return fit.share + kind + many + told + ALIKE * (fit.account.record is context)

    if not question.topic and context is not None:
        lists = [one for one in context.lists if part in (None, one.kind)]
        return _listed(context, lists[0]) if lists else None
    found = index_of(told).fits(ready, lambda one: one.kind == "list")
    fitting = [
        fit
        for fit in found
        if _names_all(ready, fit) and (fit.own >= OWN or _of_kind(fit, part)) and fit.share >= WHOLE
    ]
    if not fitting:
        return None
    best = max(fitting, key=lambda fit: (score(fit), fit.own, -fit.place))
    assert best.account.list is not None  # only lists were asked for
    return _listed(best.account.record, best.account.list)


def _of_kind(fit: Fit, part: PartKind | None) -> bool:
    return part is not None and _kind_of(fit.account) == part


def _kind_of(account: Account) -> PartKind | None:
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


def counted(question: Question, told: Known) -> Finding | None:
    """A list whose name no one foresaw, told by its number: "what are the three approaches"."""
    return elements(question, told) if many_of(question) is not None else None


def _listed(record: InitiativeRecord, one: ListRecord) -> Finding:
    facts = tuple(replace(part, kind="list_item") for part in one.parts)
    return Finding(
        "answered", facts, initiative=record, listed=one, count=len(facts), complete=one.complete
    )  # fmt: skip


def overview(question: Question, told: Known) -> Finding | None:
    """The initiative that a question names, whole."""
    record = _named(question, told)
    if record is None:
        return None
    newest = [report.fact for report in record.reports[:1]]
    facts = [*newest, *([record.about] if record.about is not None else [])]
    if not newest or not _ASKS_STATUS.search(question.text):
        facts.reverse()
    return Finding("answered", tuple(dict.fromkeys(facts)), initiative=record)


def initiatives(question: Question, told: Known) -> Finding | None:
    """All initiatives, or those on a matter."""
    records = list(told.records)
    if question.topic:
        ready = question.matcher(question.topic)
        fits = index_of(told).fits(ready, lambda one: one.kind == "initiative")
        keys = {fit.account.record.key for fit in fits if fit.share >= WHOLE and _names_all(ready, fit)}
        records = [record for record in records if record.key in keys]
    if not records:
        return None if question.topic else Finding("not_found")
    facts = tuple(record.about for record in records if record.about is not None)
    return Finding("answered", facts, initiatives=tuple(records), count=len(records), complete=True)


def due(question: Question, told: Known) -> Finding | None:
    """What is due in a period, over all initiatives and the calendar of meetings."""
    since, until, today = question.scope.since, question.scope.until, question.query.today
    if since is None:
        since = today if today is not None and (until is None or until >= today) else date.min
    ahead = until is None
    last = until if until is not None else (today or since) + FAR_AHEAD if since != date.min else date.max
    records: Sequence[InitiativeRecord] = told.records
    about = _in_talk(question, told) if not question.topic else _named(question, told)
    if question.topic and about is None:
        return None
    if about is not None:
        records = [about]
    facts = due_within(records, since, last)
    meetings: tuple[MeetingRecord, ...] = ()
    if about is None and question.scope.body_id is None:
        held = question.records.meetings(replace(question.scope, since=since, until=last))
        meetings = tuple(reversed([one for one in held if one.facts or one.deadline]))
    if not facts and not meetings:
        return Finding("not_stated", (about.about,), initiative=about) if about and about.about else None
    heads = tuple(meeting.facts[0] for meeting in meetings if meeting.facts)
    first = facts[:1] if ahead and about is not None else facts[:MOST_DUE]
    told_facts = (*first, *(fact for fact in facts if fact not in first)) if facts else heads
    return Finding(
        "answered", tuple(told_facts[:MOST_DUE]), initiative=about, meetings=meetings, count=len(facts) + len(meetings)
    )


def meaning(question: Question, told: Known) -> Finding | None:
    """What a short form stands for, by the documents that define it."""
    # By the whole question: what looks like a body's initials was taken out of the topic.
    typed = [token.typed for token in tokens(question.text)]
    exact = [one for one in told.abbreviations if one.short in typed]
    words = {token.word for token in tokens(question.topic or question.text)}
    loose = [one for one in told.abbreviations if one.short.casefold() in words]
    found = exact or loose
    if not found:
        name = folded(question.topic)
        found = [one for one in told.abbreviations if folded(one.long) == name]
    if not found:
        return None
    # The card says what stands for what; the quote is the sentence that defines it.
    facts: dict[Fact, None] = dict.fromkeys(replace(one.fact, name=one.short, title=one.long) for one in found)
    return Finding("answered", tuple(facts), count=len(_meanings(found)))


def _meanings(found: Sequence[AbbreviationRecord]) -> set[str]:
    return {folded(one.long) for one in found}


def recommendation(question: Question, told: Known) -> Finding | None:
    """What a programme or report recommends, when the question is on what stands in it."""
    if not _IN_PAPER.search(question.text):
        return None
    recommended: PartKind = "recommendation"
    # That something is recommended is what was asked, not a part of the topic: the title alone may name the rest.
    best = _best(question, told, lambda one: one.kind == "list" and _kind_of(one) == recommended, own=0.0)
    if best is None or best.account.list is None:
        return None
    return _listed(best.account.record, best.account.list)


def goal(question: Question, told: Known) -> Finding | None:
    """What is aimed at: a goal, or the whole list of goals when the question names the initiative alone."""
    best = _best(question, told, lambda one: one.kind == "goal" or (one.list is not None and one.list.kind == "goal"))
    if best is None or _better_in_minutes(question, best):
        return None
    if best.account.list is not None and best.account.kind == "list":
        return _listed(best.account.record, best.account.list)
    return _single(question, best)


def when(question: Question, told: Known) -> Finding | None:
    """A milestone, or a part that has a time of its own."""
    return _single(question, _best(question, told, lambda one: one.fact is not None and one.fact.when is not None))


def responsible(question: Question, told: Known) -> Finding | None:
    """Who has a part in an initiative; of a group all that are in it."""
    best = _best(question, told, lambda one: one.kind == "responsibility")
    found = _single(question, best)
    if best is None or found is None or _ASKS_ONE.search(question.text):
        return found
    role = best.account.fact.role if best.account.fact is not None else None
    group = [fact for fact in best.account.record.responsibilities if role is not None and fact.role == role]
    ready = question.matcher(question.topic)
    if len(group) < 2 or any(
        ready.share(ready.strengths(analysed(fact.name or "").line)) > NAMES_ONE for fact in group
    ):
        return found
    # In the order of the source: whoever leads the group stands first.
    return replace(found, facts=tuple(group), count=len(group), complete=True)


def _single(question: Question, best: Fit | None) -> Finding | None:
    if best is None or best.account.fact is None or _better_in_minutes(question, best):
        return None
    return Finding("answered", (best.account.fact,), initiative=best.account.record)


def _better_in_minutes(question: Question, best: Fit) -> bool:
    """Whether an agenda item, other than those that treat the initiative, holds as much of the question."""
    sought = question.seek(question.topic, question.scope)
    first = sought.matters[0] if sought.matters else None
    row = sought.items.get(first.group) if first is not None else None
    if first is None or row is None:
        return False
    own = {best.account.fact.item if best.account.fact is not None else None, *best.account.record.items}
    return row.key not in own and first.coverage >= best.share


def _best(question: Question, told: Known, wanted: Callable[[Account], bool], own: float = OWN) -> Fit | None:
    """The account that a question means among those wanted; None when none of them holds enough of it."""
    context = _in_talk(question, told)
    if not question.topic:
        return None
    ready = question.matcher(question.topic)
    fits = index_of(told).fits(ready, wanted)
    good = [fit for fit in fits if _names_all(ready, fit) and fit.own >= own and _enough(fit, context)]
    return max(good, key=lambda fit: (round(fit.share, 3), fit.own, -fit.place), default=None)


def _enough(fit: Fit, context: InitiativeRecord | None) -> bool:
    return fit.share >= (OWN if fit.account.record is context else WHOLE)


def _named(question: Question, told: Known) -> InitiativeRecord | None:
    """The initiative whose title the question names; without a topic the one in talk."""
    if not question.topic:
        return _in_talk(question, told)
    ready = question.matcher(question.topic)
    fits = index_of(told).fits(ready, lambda one: one.kind == "initiative")
    good = [fit for fit in fits if fit.share >= WHOLE and fit.own >= WHOLE * 0.8 and _names_all(ready, fit)]
    return good[0].account.record if good else None


def _in_talk(question: Question, told: Known) -> InitiativeRecord | None:
    key = question.query.initiative
    return told.aliases.get(key) if key is not None else None


def _names_all(ready: Matcher, fit: Fit) -> bool:
    """Whether nothing telling is missing: another municipality's programme, or another strategy, is no answer."""
    return all(
        strength >= NAMED or not (concept.names_one or concept.weight >= TELLING)
        for concept, strength in zip(ready.concepts, fit.strengths, strict=True)
    )


_HANDLERS: dict[str, Callable[[Question, Known], Finding | None]] = {
    "find": counted,
    "elements": elements,
    "overview": overview,
    "initiatives": initiatives,
    "due": due,
    "meaning": meaning,
    "recommendation": recommendation,
    "goal": goal,
    "when": when,
    "responsible": responsible,
}
