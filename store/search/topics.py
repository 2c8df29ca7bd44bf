"""A question by its topic: the matter it means, and of that matter what was asked for."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from store.records import Fact, Finding, Intent, ItemRecord, NearTitle
from store.search.asked import Asked
from store.search.finding import Sought, same_case
from store.search.loose import from_loose
from store.search.matcher import Matcher
from store.search.ofmeeting import of_meeting
from store.search.question import DECISIVE, Question, sure
from store.search.rank import Matter
from store.search.scope import Scope, bare_items
from store.search.select import Chosen, choose
from store.search.statements import tells_votes
from store.search.terms import analysed

MOST_CHOICES = 5
MOST_NEAR = 3
ELSEWHERE = 0.5
"""The share of a question on a place that the title leaves open, and of that the share that a fact must tell."""
ALIKE = 0.045
"""Two matters whose scores differ by less fit equally well."""
FITS = 0.75
"""The least coverage of matters to choose among."""
NEAR_ENOUGH = 0.2
"""How well the question and a title must match for it to be worth showing when nothing was found."""
BARE = 0.75
"""The share of the question that the title of an item without any text must cover."""
BETTER = 0.05
"""By how much an older meeting of a case must answer better to stand for the newest."""
FOUND = 0.4
"""A concept at least this sure carried the answer."""
_WHEN_DECIDED = re.compile(
    r"beslutte|vedtaget|vedtog|godkendt|behandlet|afgjort|tiltrådt|stemt|decided|adopted|approved|passed|agreed|voted",
    re.I,
)
_OUTCOMES = {
    "postponed": re.compile(r"\budsat\b|\budskudt|\budsæt|postpone|deferred", re.I),
    "rejected": re.compile(r"\bafvis|\bforkast|\bnej\b|\bafslå|reject|turned down|voted down", re.I),
    "referred": re.compile(r"\bhenvis|sendt? (?:videre|tilbage)|\bsendes|referred|sent back", re.I),
    "withdrawn": re.compile(r"\btrukket|taget af (?:dagsorden|punkt)|withdrawn|taken off", re.I),
}
_VOTE = re.compile(
    r"\bstem(?:te|mer|t|ning)|\bvote|\bvoting|forbehold|mindretal|minority|\bimod\b|against|dissent|inhabil|abstain"
    r"|disqualif|conflict of interest|undlod|reservation|uden for døren|deltog ikke|left the room|recuse|habil",
    re.I,
)


def topical(question: Question, intent: Intent | None = None) -> Finding:
    """A matter by its topic: in the period and body named, else with the words for them as part of the topic."""
    tried: list[Sought] = []
    for topic, scope in question.readings():
        sought = question.seek(topic, scope)
        tried.append(sought)
        first = next((matter for matter in sought.matters if sure(sought, matter)), None)
        bare = _bare(question, sought, scope, first)
        if bare is not None:
            return bare
        if first is not None:
            return _answer(question, sought, first, intent or question.intent)
    return _refusal(question, tried)


def about_item(question: Question, item: ItemRecord, sought: Sought | None = None) -> Finding:
    """The answer from one item."""
    matcher = sought.matcher if sought is not None else Matcher(())
    return _from_item(question, item, matcher, _title(sought, item, matcher), {}, question.intent)[0]


def newest(items: Sequence[ItemRecord], *, decided: bool) -> ItemRecord:
    """The first of items in order from the newest; with `decided` the first that has a decision, if any has."""
    return next((item for item in items if decided and item.of("decision")), items[0])


def near_groups(sought: Sought) -> list[int]:
    """The items whose titles match the question, best first."""
    match = {matter.group: sought.features[matter.group]["title_match"] for matter in sought.matters}
    close = [matter for matter in sought.matters if matter.group > 0 and match[matter.group] >= NEAR_ENOUGH]
    return [matter.group for matter in sorted(close, key=lambda matter: -match[matter.group])]


def _bare(question: Question, sought: Sought, scope: Scope, first: Matter | None) -> Finding | None:
    """An item that has only a title, when the topic is that title and nothing else fits it so well.

    Such are the open items without a text of the period asked about, and closed ones made known by a neutral title.
    """
    if not sought.reading.concepts or all(concept.generic for concept in sought.reading.concepts):
        return None
    titles = list(question.finder.published.titles(question.driver)) if not scope.narrow else []
    if scope.narrow_in_time:
        titles += bare_items(question.driver, question.shelves, scope)
    least = max(BARE, first.title_coverage + 0.2 if first is not None else 0.0)
    for number, title in titles:
        if sought.matcher.share(sought.matcher.strengths(analysed(title).line)) >= least:
            for item in question.records.items([number]):
                decided = item.of("decision")
                return Finding("answered" if decided else "no_decision", decided, item=item)
    return None


def _refusal(question: Question, tried: Sequence[Sought]) -> Finding:
    sought = tried[0]
    best = sought.matters[0] if sought.matters else None
    missing = sought.missing(best) or tuple(concept.typed for concept in sought.reading.concepts)
    near: dict[str, NearTitle] = {}
    for each in tried:
        for item in question.records.items(near_groups(each)[: 2 * MOST_NEAR]):
            near.setdefault(item.title, NearTitle(item.key, item.title, item.meeting.body or None, item.meeting.date))
    unknown = sought.reading.unknown
    return Finding("not_found", missing=missing, near=tuple(near.values())[:MOST_NEAR], unknown=unknown)


def _answer(question: Question, sought: Sought, first: Matter, intent: Intent) -> Finding:
    if first.group < 0:
        told = from_loose(question, sought, first, intent)
        if told is None:
            kept = [matter for matter in sought.matters if matter.group > 0]
            return _refusal(question, [replace(sought, matters=kept)])
        return replace(told, corrected=_corrections(sought, first), unknown=sought.reading.unknown)
    finding = _choice(question, sought, first, intent) or _of_case(question, sought, first, intent)
    if finding is None:
        return Finding("not_found", missing=sought.missing(None), unknown=sought.reading.unknown)
    return replace(finding, corrected=_corrections(sought, first), unknown=sought.reading.unknown)


def _choice(question: Question, sought: Sought, first: Matter, intent: Intent) -> Finding | None:
    """Several matters of different cases that fit equally, one fact for each; None when one fits best."""
    alike = _alike(sought, first)
    if len(alike) < 2 or intent in ("case_course", "upcoming"):
        return None
    items = question.records.items([matter.group for matter in alike])
    if len(items) < 2:
        return None
    own = _own(sought.matters)
    chosen = [
        _from_item(question, item, sought.matcher, _title(sought, item, sought.matcher), own, intent)[0]
        for item in items
    ]
    facts = tuple(one.facts[0] for one in chosen if one.facts)
    return Finding("choice", facts, items=tuple(items), count=len(items))


def _alike(sought: Sought, first: Matter) -> list[Matter]:
    """Matters of different cases that fit as well as the first, itself included; one of each case, best first.

    Where the first lacks something of the question, the others lack something else: that is no choice.
    """
    if first.coverage < FITS:
        return [first]
    cases: dict[str, Matter] = {}
    for matter in sought.matters:
        as_well = (
            matter.group > 0
            and sure(sought, matter)
            and first.score - matter.score < ALIKE
            and matter.coverage >= first.coverage - 0.02
            and matter.title_coverage >= first.title_coverage - 0.03
        )
        if as_well:
            cases.setdefault(sought.items[matter.group].case, matter)
    return list(cases.values())[:MOST_CHOICES]


def _of_case(question: Question, sought: Sought, first: Matter, intent: Intent) -> Finding | None:
    """The answer from the meetings of a case: the newest, unless an older one answers what the newest does not."""
    case = same_case(sought, first)
    items = question.records.items([matter.group for matter in case])
    if not items:
        return None
    if intent in DECISIVE:
        items = [_with_outcome(question, items) or newest(items, decided=True)]
    own = _own(case)
    best, best_score = None, -1.0
    for item in items:
        title = _title(sought, item, sought.matcher)
        finding, score = _from_item(question, item, sought.matcher, title, own, intent)
        if best is None or score > best_score + BETTER:
            best, best_score = finding, score
    return best


def _with_outcome(question: Question, items: Sequence[ItemRecord]) -> ItemRecord | None:
    """The newest of the items that ended as the question says ("why was it postponed")."""
    classes = {name for name, words in _OUTCOMES.items() if words.search(question.text)}
    return next(
        (item for item in items if any(fact.decision_class in classes for fact in item.of("decision")[:1])), None
    )


def _from_item(
    question: Question,
    item: ItemRecord,
    matcher: Matcher,
    title: Sequence[float],
    own: dict[str, list[float]],
    intent: Intent,
) -> tuple[Finding, float]:
    """The answer from one item, and how good it is beside those from other meetings of the case."""
    asked = Asked(item, intent, matcher, title, own, question.text)
    chosen = choose(asked)
    score = (chosen.status == "answered") + (asked.score(chosen.facts[0]) if chosen.facts else 0.0)
    return _told(question, item, asked, chosen), score


def _told(question: Question, item: ItemRecord, asked: Asked, chosen: Chosen) -> Finding:
    """What was chosen as a finding; questions on the meeting itself are answered from the meeting."""
    intent, voting = asked.intent, _VOTE.search(question.text) is not None
    if intent == "where":
        place = _place(asked)
        if place is not None:
            return Finding("answered", (place,), item=item)
    if intent in ("where", "attendance") and not voting:
        return of_meeting(question, item.meeting.facts, item)
    if intent == "when" and _WHEN_DECIDED.search(question.text) and item.meeting.facts:
        return of_meeting(question, item.meeting.facts, item)
    if intent in ("responsible", "attendance", "decided_by") and voting:
        return _votes(item)
    return Finding(chosen.status, chosen.facts, item=item)


def _place(asked: Asked) -> Fact | None:
    """Of something other than the meeting itself ("where is the party"): the fact that tells most of it."""
    open_share = asked.open_share()
    best = max(asked.item.facts, key=asked.rest, default=None)
    if best is None or open_share < ELSEWHERE or asked.rest(best) < ELSEWHERE * open_share:
        return None
    return best


def _votes(item: ItemRecord) -> Finding:
    """Who voted how: the decision that says so, else that none does."""
    decisions = item.of("decision")
    told = next((fact for fact in decisions if fact.dissent or tells_votes(fact.text)), None)
    if told is not None:
        return Finding("answered", (told, *(fact for fact in decisions if fact is not told)), item=item)
    return Finding("not_stated", decisions or item.facts[:1], item=item)


def _title(sought: Sought | None, item: ItemRecord, matcher: Matcher) -> Sequence[float]:
    """How well each concept stands in the item's title."""
    for matter in sought.matters if sought is not None else ():
        row = sought.items.get(matter.group) if sought is not None else None
        if row is not None and row.key == item.key:
            return matter.title
    return [0.0] * len(matcher.concepts)


def _own(matters: Collection[Matter]) -> dict[str, list[float]]:
    """Strengths of the concepts in each fact's own words, by the fact's key."""
    return {one.entry.key: one.own for matter in matters for one in matter.entries}


def _corrections(sought: Sought, matter: Matter) -> tuple[tuple[str, str], ...]:
    """Repairs of typos that the matter was found with."""
    carried = {
        concept.typed
        for concept, strength in zip(sought.reading.concepts, matter.whole, strict=True)
        if concept.repaired and strength >= FOUND
    }
    return tuple(pair for pair in sought.reading.corrected if pair[0] in carried)
