"""Suggested next questions, chosen by what the matter at hand holds, so that none of them leads nowhere."""

from __future__ import annotations

from collections.abc import Iterable

from cards import phrases as p
from cards.parts import Prompt
from cards.phrases import Phrase
from cards.texts import Texts, clean
from store.records import Finding, Intent, ItemRecord, NearTitle

MOST = 3


def prompt(phrase: Phrase, t: Texts, /, **values: object) -> Prompt:
    """A suggestion that sends what it says."""
    text = t.say(phrase, **values)
    return Prompt(text, text)


def prompts(phrases: Iterable[Phrase], t: Texts) -> tuple[Prompt, ...]:
    """Suggestions without repetition, at most three."""
    return tuple(prompt(phrase, t) for phrase in list(dict.fromkeys(phrases))[:MOST])


def about_item(item: ItemRecord, intent: Intent | None) -> list[Phrase]:
    """Questions that this item can answer, other than the one just answered."""
    wanted: list[Phrase] = []
    decided = item.of("decision")
    approved = bool(decided) and decided[0].decision_class in ("approved", "approved_with_changes")
    if decided and intent not in ("decision", "decisions_list", "find", "item"):
        wanted.append(p.ASK_DECISION)
    if item.of("background") and intent != "background":
        wanted.append(p.ASK_WHY)
    if item.of("recommendation") and intent != "recommendation" and not approved:
        wanted.append(p.ASK_RECOMMENDATION)
    if item.attachments and intent != "attachments":
        wanted.append(p.ASK_ATTACHMENTS)
    if item.of("finance", "amount") and intent != "cost":
        wanted.append(p.ASK_COST)
    if item.of("person") and intent != "responsible":
        wanted.append(p.ASK_WHO)
    if item.case_number and intent != "case_course":
        wanted.append(p.ASK_COURSE)
    if intent != "item":
        wanted.append(p.ASK_WHOLE)
    return wanted


_ON_BUTTONS = frozenset((p.ASK_ATTACHMENTS, p.ASK_COURSE, p.ASK_WHOLE))


def beside_buttons(phrases: Iterable[Phrase]) -> list[Phrase]:
    """The suggestions that the card's buttons do not offer already, under whatever name."""
    return [phrase for phrase in phrases if phrase not in _ON_BUTTONS]


def after_answer(finding: Finding, intent: Intent, t: Texts) -> tuple[Prompt, ...]:
    """After an answer: what its buttons do not offer already, else something that is always there."""
    wanted = about_item(finding.item, intent) if finding.item is not None else []
    wanted = beside_buttons(wanted)
    return prompts([*wanted, p.ASK_LATEST, p.ASK_UPCOMING] if len(wanted) < 2 else wanted, t)


def elsewhere(t: Texts, *, but: Phrase | None = None) -> tuple[Prompt, ...]:
    """Where nothing is at hand: what always works."""
    return prompts([each for each in (p.ASK_LATEST, p.ASK_UPCOMING, p.ASK_HELP) if each is not but], t)


def near(titles: Iterable[NearTitle], t: Texts) -> tuple[Prompt, ...]:
    """Questions on titles near to what was asked, then help."""
    asked = [
        prompt(p.ASK_DECISION_ON, t, topic=t.quoted(clean(each.title))) for each in titles if len(each.title) <= 80
    ]
    return (*asked[: MOST - 1], prompt(p.ASK_LATEST if not asked else p.ASK_HELP, t))
