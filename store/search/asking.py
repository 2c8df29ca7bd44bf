"""One question from beginning to end: which matters it may mean, which of their facts answers, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from sqlmodel import Session

from store.bodies import bodies
from store.names import case_key
from store.records import (
    BodyRecord,
    Fact,
    Finding,
    Intent,
    ItemRecord,
    MeetingRecord,
    NearTitle,
    Query,
    Status,
    Subject,
)
from store.search.asked import Asked, asks_detail
from store.search.bodynames import abbreviations, resolve
from store.search.confidence import SURE
from store.search.danish import tokens, words
from store.search.finding import Aim, Finder, Scope, Sought, bare_items, same_case
from store.search.index import Driver
from store.search.money import asks_money
from store.search.rank import Matcher, Matter
from store.search.records import Records
from store.search.select import Chosen, choose, final_decision
from store.search.statements import states, tells_votes
from store.search.terms import analysed

MOST_CHOICES = 5
MOST_NEAR = 3
MOST_LISTED = 50
ALIKE = 0.045
"""Two matters whose scores differ by less fit equally well."""
FITS = 0.75
"""The least coverage of matters to choose among."""
NEAR_ENOUGH = 0.2
"""How well the question and a title must match for it to be worth showing when nothing was found."""

BARE = 0.75
"""The share of the question that the title of an item without any text must cover."""
MOST_PASSAGES = 4
CLOSE = 0.88
"""Passages that score at least this share of the best may stand before it when they state what was asked for."""
EVIDENCE = {
    "decision": "decision",
    "decided_by": "decision",
    "decisions_list": "decision",
    "cost": "amount",
    "when": "date",
    "responsible": "person",
}
"""What a passage must state to answer an intent."""

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
DECISIVE = frozenset({"decision", "decided_by", "decisions_list", "item"})
"""Intents that only a decision answers: of a case that has one, a meeting without one is not the newest."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_AFTER_QUESTION_WORD = re.compile(r"\W*(?:og )?(?:hvornår|hvem|hvad|hvorfor|hvordan|hvorledes)\s+(\w+)", re.IGNORECASE)
_WHEN_DECIDED = re.compile(
    r"beslutte|vedtaget|vedtog|godkendt|behandlet|afgjort|tiltrådt|stemt|decided|adopted|approved|passed|agreed|voted",
    re.I,
)
_ABSENT = re.compile(r"afbud|fravær|absent|apolog|missing|mangle|ikke (?:til stede|med)|not (?:there|present)", re.I)
_VOTE = re.compile(
    r"\bstem(?:te|mer|t|ning)|\bvote|\bvoting|forbehold|mindretal|minority|\bimod\b|against|dissent|inhabil|abstain"
    r"|disqualif|conflict of interest|undlod|reservation",
    re.I,
)


class Asking:
    """One question by one subject in one session."""

    def __init__(
        self, session: Session, finder: Finder, shelf_ids: Sequence[int], query: Query, subject: Subject
    ) -> None:
        self.driver = Driver(session)
        self.finder = finder
        self.shelves = shelf_ids
        self.query = query
        self.records = Records(session, self.driver, subject)
        self.intent: Intent = "cost" if query.intent == "find" and asks_money(query.text) else query.intent
        self.topic = query.topic.strip()
        self.initials: frozenset[str] = frozenset()
        self.scope = self._scope(session, subject)
        self.aim = self._aim()
        if _YEAR.fullmatch(self.topic) and not self.scope.narrow_in_time:
            year = int(self.topic)
            self.scope = replace(self.scope, since=date(year, 1, 1), until=date(year, 12, 31))
            self.topic = ""

    def _aim(self) -> Aim:
        """A Danish question has its verb right after the question word; the verb is no matter."""
        verb = _AFTER_QUESTION_WORD.match(self.query.text)
        light = frozenset(words(verb.group(1))) if verb else frozenset()
        light |= self.initials
        detail = self.intent in ("cost", "when", "responsible") or asks_detail(self.intent, self.query.text)
        return Aim(KINDS.get(self.intent, frozenset()), light, detail)

    def _scope(self, session: Session, subject: Subject) -> Scope:
        query = self.query
        body = None
        known = bodies(session, subject)
        self.initials = frozenset(
            short for body in known for form in (body.name, *body.aliases) for short in abbreviations(form)
        )
        if query.body:
            found = resolve(query.body, known)
            if found is None:
                self.topic = f"{self.topic} {query.body}".strip()
        else:
            found = self._abbreviated(known)
        if found is not None:
            body = self.records.body_id(found.key)
            self.records.body = found.key
        context = self.records.item_ids(query.context)
        return Scope(body, query.since, query.until, tuple(context))

    def _abbreviated(self, known: Sequence[BodyRecord]) -> BodyRecord | None:
        """A body that the topic names by its initials in capitals ("eventuelt i TMU"); they are taken out of it."""
        for token in tokens(self.topic):
            if len(token.typed) > 1 and token.typed.isupper():
                for body in known:
                    if any(token.word in abbreviations(form) for form in (body.name, *body.aliases)):
                        self.topic = " ".join(self.topic.replace(token.typed, " ", 1).split())
                        return body
        return None

    def finding(self) -> Finding:
        """The answer."""
        query = self.query
        if not self.shelves:
            return Finding("not_found")
        if query.item_number or query.case_number:
            return self._numbered()
        if self.intent == "upcoming":
            return self._upcoming()
        if not self.topic:
            return self._without_topic()
        return self._topical()

    # -- questions without a topic of their own ------------------------------------------------------------------

    def _without_topic(self) -> Finding:
        intent = self.intent
        if self.scope.context and not self.scope.narrow:
            return self._follow_up()
        if self.scope.narrow and intent in ("attendance", "where", "when"):
            return self._meeting()
        if self.scope.narrow and self.scope.context and intent not in ("decision", "decisions_list", "find"):
            return self._follow_up()
        if self.scope.narrow:
            return self._decisions()
        if intent in ("attendance", "where"):
            return self._meeting()
        return Finding("not_found")

    def _follow_up(self) -> Finding:
        for item in self.records.items(self.scope.context):
            if self.intent == "case_course":
                return self._course(item)
            return self._about(item, None, ())
        return Finding("not_found")

    def _meeting(self) -> Finding:
        """Who was there, where and when it was: of the newest meeting in scope that has been held."""
        meetings = [meeting for meeting in self._held() if meeting.facts]
        if not meetings:
            return Finding("not_found", missing=self._scope_words())
        return self._of_meeting(meetings[0].facts, None)

    def _of_meeting(self, facts: Sequence[Fact], item: ItemRecord | None) -> Finding:
        """The fact of a meeting that the intent asks for, the others after it."""
        wanted = _wanted(self.intent, self.query.text)
        first = next((fact for fact in facts if wanted(fact)), None)
        meeting = (item.meeting,) if item is not None else ()
        if first is None:
            return Finding("not_stated", tuple(facts), item=item, meetings=meeting)
        rest = tuple(fact for fact in facts if fact is not first)
        return Finding("answered", (first, *rest), item=item, meetings=meeting)

    def _decisions(self) -> Finding:
        """The decisions of a meeting, a body or a period; of a body alone, those of its newest meeting."""
        if self.scope.since is None and self.scope.until is None:
            held = self._held()
            items = self.records.items_of(held[0]) if held else []
            count = len(items)
        else:
            items, count = self.records.items_in(self.scope)
        if not items:
            return Finding("not_found", missing=self._scope_words())
        decided = [(item, final_decision(item)) for item in items]
        facts = tuple(fact for _, fact in decided if fact is not None and fact.decision_class != "none_recorded")
        if not facts:
            return Finding("no_decision", tuple(item.facts[0] for item in items if item.facts), items=tuple(items))
        shown = tuple(items[:MOST_LISTED])
        return Finding("answered", facts[:MOST_LISTED], items=shown, count=count)

    def _held(self) -> list[MeetingRecord]:
        """The meetings in scope that have been held, newest first."""
        today = self.query.today
        found = self.records.meetings(self.scope)
        return [one for one in found if today is None or one.date is None or one.date <= today]

    def _scope_words(self) -> tuple[str, ...]:
        return tuple(word for word in (self.query.dated or self.query.body or "",) if word)

    # -- numbers ------------------------------------------------------------------------------------------------------

    def _numbered(self) -> Finding:
        """An item by its number, or the items of a case."""
        query = self.query
        if query.case_number:
            number = case_key(query.case_number)
            items = self.records.by_case(number) if number else []
        else:
            items = self.records.by_number(query.item_number or "", self.scope.since, self.scope.until)
            items = self._under_discussion(items)
        if not items:
            typed = query.case_number or query.item_number or ""
            return Finding("not_found", missing=(typed,))
        if self.intent == "case_course":
            return self._course(items[0])
        if query.case_number:
            items = [self._newest(items)]
        if len(items) > 1 and self.topic:
            return self._best_numbered(items)
        if len(items) > 1:
            facts = tuple(_headline(item) for item in items[:MOST_CHOICES])
            return Finding("choice", facts, items=tuple(items[:MOST_CHOICES]), count=len(items))
        return self._about(items[0], None, ())

    def _under_discussion(self, items: list[ItemRecord]) -> list[ItemRecord]:
        """Of several items with one number the one of the meeting that the conversation is about."""
        if len(items) < 2 or self.scope.narrow or not self.scope.context:
            return items
        held = {item.meeting.key for item in self.records.items(self.scope.context)}
        return [item for item in items if item.meeting.key in held] or items

    def _best_numbered(self, items: Sequence[ItemRecord]) -> Finding:
        sought = self.seek(self.topic, self.scope)
        keys = {row.key: matter for matter in reversed(sought.matters) if (row := sought.items.get(matter.group))}
        best = max(items, key=lambda item: keys[item.key].score if item.key in keys else 0.0)
        return self._about(best, sought.matcher, keys[best.key].title if best.key in keys else ())

    def _newest(self, items: Sequence[ItemRecord]) -> ItemRecord:
        """The newest item that answers: of those that a decision was asked of, one that has a decision."""
        if self.intent in DECISIVE or self.intent == "find":
            decided = [item for item in items if item.of("decision")]
            return (decided or list(items))[0]
        return items[0]

    def _course(self, item: ItemRecord) -> Finding:
        """The case through its meetings, oldest first."""
        items = self.records.course(item)
        facts = tuple(fact for one in items for fact in (final_decision(one),) if fact is not None)
        if not facts:
            return Finding("no_decision", (_headline(item),), item=item, items=items, count=len(items))
        return Finding("answered", facts, item=item, items=items, count=len(items))

    # -- coming meetings --------------------------------------------------------------------------------------------

    def _upcoming(self) -> Finding:
        today, until = self.query.today, self.scope.until
        if today is None or (until is not None and until < today):
            return self._announced()
        since = max(today, self.scope.since) if self.scope.since else today
        scope = replace(self.scope, since=since)
        meetings = list(reversed(self.records.meetings(scope)))
        items, count = self.records.items_in(scope)
        if self.topic:
            sought = self.seek(self.topic, scope)
            sure = [matter for matter in sought.matters if self._sure(sought, matter)]
            if not sure:
                return self._topical()
            items = self.records.items(matter.group for matter in sure if matter.group > 0)
            count = len(items)
            wanted = {item.meeting.key for item in items}
            meetings = [meeting for meeting in meetings if meeting.key in wanted]
        if not meetings and not items:
            return Finding("not_found", missing=self._scope_words())
        facts = [*(meeting.facts[0] for meeting in meetings if meeting.facts), *map(_headline, items)]
        shown = tuple(items[:MOST_LISTED])
        status: Status = "answered" if facts else "not_found"
        return Finding(status, tuple(facts[:MOST_LISTED]), items=shown, meetings=tuple(meetings), count=count)

    def _announced(self) -> Finding:
        """What an item on coming matters said, when no coming meeting is stored."""
        if not self.topic:
            self.topic = "kommende sager"
        finding = self._topical("background")
        return finding if finding.status != "choice" else replace(finding, status="answered")

    # -- topics -----------------------------------------------------------------------------------------------------

    def seek(self, topic: str, scope: Scope) -> Sought:
        """Matters on a topic in a scope, best first."""
        return self.finder.find(self.driver, self.shelves, topic, self.query.lang, scope, self.aim)

    def _sure(self, sought: Sought, matter: Matter) -> bool:
        return sought.chances[matter.group] >= SURE

    def _topical(self, intent: Intent | None = None) -> Finding:
        """A matter by its topic: in the period and body named, else with the words for them as part of the topic."""
        tried: list[Sought] = []
        for topic, scope in self.readings():
            sought = self.seek(topic, scope)
            tried.append(sought)
            first = next((matter for matter in sought.matters if self._sure(sought, matter)), None)
            bare = self._bare(sought, scope, first)
            if bare is not None:
                return bare
            if first is not None:
                return self._answer(sought, first, intent or self.intent)
        return self._refusal(tried)

    def _bare(self, sought: Sought, scope: Scope, first: Matter | None) -> Finding | None:
        """An item of the scope that has only a title, when the topic is that title and nothing else fits it so well."""
        if not scope.narrow_in_time or not sought.reading.concepts:
            return None
        least = max(BARE, first.title_coverage + 0.2 if first is not None else 0.0)
        for number, title in bare_items(self.driver, scope):
            if sought.matcher.share(sought.matcher.strengths(analysed(title).line)) >= least:
                for item in self.records.items([number]):
                    return Finding("no_decision", item=item)
        return None

    def readings(self) -> Iterable[tuple[str, Scope]]:
        """What the question may mean, likeliest first."""
        yield self.topic, self.scope
        if not self.scope.narrow:
            return
        dated = self.query.dated or self.topic
        if self.scope.since is not None or self.scope.until is not None:
            yield dated, replace(self.scope, since=None, until=None)
        if self.scope.body_id is not None:
            yield dated, replace(self.scope, body_id=None, since=None, until=None)

    def _refusal(self, tried: Sequence[Sought]) -> Finding:
        sought = tried[0]
        best = sought.matters[0] if sought.matters else None
        missing = sought.missing(best) or tuple(concept.typed for concept in sought.reading.concepts)
        near = self._near(tried)
        return Finding("not_found", missing=missing, near=near, unknown=sought.reading.unknown)

    def _near(self, tried: Sequence[Sought]) -> tuple[NearTitle, ...]:
        found: dict[str, NearTitle] = {}
        for sought in tried:
            for item in self.records.items(near_groups(sought)[: 2 * MOST_NEAR]):
                found.setdefault(item.title, NearTitle(item.key, item.title, item.meeting.body, item.meeting.date))
        return tuple(found.values())[:MOST_NEAR]

    def _answer(self, sought: Sought, first: Matter, intent: Intent) -> Finding:
        carried = _corrections(sought, first)
        if first.group < 0:
            return self._passage(sought, first, intent, carried)
        alike = self._alike(sought, first)
        if len(alike) > 1 and intent not in ("case_course", "upcoming"):
            items = self.records.items([matter.group for matter in alike])
            if len(items) > 1:
                facts = tuple(self._one(item, sought, intent) for item in items)
                return Finding("choice", facts, items=tuple(items), corrected=carried, count=len(items))
        case = same_case(sought, first)
        items = list(self.records.items([matter.group for matter in case]))
        if not items:
            return Finding("not_found", missing=sought.missing(None), unknown=sought.reading.unknown)
        if intent == "case_course":
            return replace(self._course(items[0]), corrected=carried)
        finding = self._of_case(sought, case, items, intent)
        return replace(finding, corrected=carried, unknown=sought.reading.unknown)

    def _alike(self, sought: Sought, first: Matter) -> list[Matter]:
        """Matters of different cases that fit as well as the first, itself included; one of each case, best first.

        Where the first lacks something of the question, the others lack something else: that is no choice.
        """
        if first.coverage < FITS:
            return [first]
        cases: dict[str, Matter] = {}
        for matter in sought.matters:
            if matter.group < 0 or not self._sure(sought, matter):
                continue
            as_well = (
                first.score - matter.score < ALIKE
                and matter.coverage >= first.coverage - 0.02
                and matter.title_coverage >= first.title_coverage - 0.03
            )
            if as_well:
                cases.setdefault(sought.items[matter.group].case, matter)
        return list(cases.values())[:MOST_CHOICES]

    def _of_case(self, sought: Sought, case: Sequence[Matter], items: Sequence[ItemRecord], intent: Intent) -> Finding:
        """The answer from the meetings of a case: the newest, unless an older one answers what the newest does not."""
        if intent in DECISIVE:
            return self._about(self._newest(items), sought.matcher, self._title(sought, self._newest(items)), intent)
        best: Finding | None = None
        best_score = -1.0
        for item in items:
            asked = Asked(item, intent, sought.matcher, self._title(sought, item), _own(case), self.query.text)
            chosen = choose(asked)
            score = (chosen.status == "answered") + (asked.score(chosen.facts[0]) if chosen.facts else 0.0)
            if score > best_score + 0.05:
                best = self._told(item, asked, chosen)
                best_score = score
        return best or Finding("not_found")

    def _title(self, sought: Sought, item: ItemRecord) -> Sequence[float]:
        for matter in sought.matters:
            row = sought.items.get(matter.group)
            if row is not None and row.key == item.key:
                return matter.title
        return ()

    def _one(self, item: ItemRecord, sought: Sought, intent: Intent) -> Fact:
        """The fact that stands for an item in a choice."""
        asked = Asked(item, intent, sought.matcher, self._title(sought, item), _own(sought.matters), self.query.text)
        chosen = choose(asked)
        return chosen.facts[0] if chosen.facts else _headline(item)

    def _about(
        self, item: ItemRecord, matcher: Matcher | None, title: Sequence[float], intent: Intent | None = None
    ) -> Finding:
        """The answer from one item."""
        matcher = matcher or Matcher(())
        asked = Asked(item, intent or self.intent, matcher, title or [0.0] * len(matcher.concepts), {}, self.query.text)
        return self._told(item, asked, choose(asked))

    def _told(self, item: ItemRecord, asked: Asked, chosen: Chosen) -> Finding:
        """What was chosen as a finding; questions on the meeting itself are answered from the meeting."""
        intent, text = asked.intent, self.query.text
        if intent in ("where", "attendance") and not _VOTE.search(text):
            return self._of_meeting(item.meeting.facts, item)
        if intent == "when" and _WHEN_DECIDED.search(text) and item.meeting.facts:
            return self._of_meeting(item.meeting.facts, item)
        if intent in ("responsible", "attendance", "decided_by") and _VOTE.search(text):
            return _votes(item, asked)
        return Finding(chosen.status, chosen.facts, item=item)

    def _passage(self, sought: Sought, first: Matter, intent: Intent, carried: tuple[tuple[str, str], ...]) -> Finding:
        """A fact that belongs to no item, with the next best of the same kind of place after it."""
        close = [matter for matter in sought.matters if matter.group < 0 and matter.score >= CLOSE * first.score]
        facts = self.records.facts([-matter.group for matter in close[:MOST_PASSAGES]])
        wanted = EVIDENCE.get(intent)
        telling = [fact for fact in facts if wanted is None or fact.kind == wanted or states(wanted, fact.text)]
        if not telling:
            kept = replace(sought, matters=[matter for matter in sought.matters if matter.group > 0])
            if intent in DECISIVE or not facts:
                return self._refusal([kept])
            return Finding("not_stated", tuple(facts), corrected=carried, unknown=sought.reading.unknown)
        ordered = dict.fromkeys([*telling, *facts])
        return Finding("answered", tuple(ordered), corrected=carried, unknown=sought.reading.unknown)


def near_groups(sought: Sought) -> list[int]:
    """The items whose titles match the question, best first."""
    match = {matter.group: sought.features[matter.group]["title_match"] for matter in sought.matters}
    close = [matter for matter in sought.matters if matter.group > 0 and match[matter.group] >= NEAR_ENOUGH]
    return [matter.group for matter in sorted(close, key=lambda matter: -match[matter.group])]


def _wanted(intent: str, text: str) -> Callable[[Fact], bool]:
    """What fact of a meeting answers: date and place have no label, members and absent have theirs."""
    if intent != "attendance":
        return lambda fact: not fact.label
    absent = _ABSENT.search(text) is not None
    return lambda fact: bool(fact.label) and absent == (_ABSENT.search(fact.label or "") is not None)


def _votes(item: ItemRecord, asked: Asked) -> Finding:
    """Who voted how: the decision that says so, else that none does."""
    decisions = item.of("decision")
    told = next((fact for fact in decisions if fact.dissent or tells_votes(fact.text)), None)
    if told is not None:
        return Finding("answered", (told, *(fact for fact in decisions if fact is not told)), item=item)
    return Finding("not_stated", decisions or item.facts[:1], item=item)


def _headline(item: ItemRecord) -> Fact:
    """The fact that stands for an item: its decision, else the first of its sections."""
    return final_decision(item) or next(iter(item.of("recommendation", "background")), item.facts[0])


def _own(matters: Collection[Matter]) -> dict[str, list[float]]:
    """Strengths of the concepts in each fact's own words, by the fact's key."""
    return {one.entry.key: one.own for matter in matters for one in matter.entries}


def _corrections(sought: Sought, matter: Matter) -> tuple[tuple[str, str], ...]:
    """Repairs of typos that the matter was found with."""
    carried = {
        concept.typed
        for concept, strength in zip(sought.reading.concepts, matter.whole, strict=True)
        if concept.repaired and strength >= 0.4
    }
    return tuple(pair for pair in sought.reading.corrected if pair[0] in carried)
