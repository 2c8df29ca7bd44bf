"""What kind of decision a wording is; where no formula or plain prose says so it stays as worded, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from store.ingest.formulas import (
    CHANGED,
    DISSENT,
    MOTION,
    NEAR,
    NONE,
    ONE_PART,
    PART_OF_WHOLE,
    PASSED_ON,
    PLAIN_REMARK,
    ROMAN,
    RULES,
    TARGET_END,
    TO_WHOM,
    UNTIL,
)
from store.ingest.parsed import DecisionClass
from store.ingest.sentences import PATTERN_LETTERS, split_sentences


@dataclass(frozen=True, slots=True)
class Decision:
    """What a wording decides: its class, to whom or to when it goes, and the sentences about votes and reservations."""

    decision_class: DecisionClass
    target: str | None = None
    dissent: str | None = None


def read_decision(text: str, lost: str = "") -> Decision:
    """Class, target and dissent of a decision's wording (white space folded).

    Rules: the earliest formula of the text's own clauses decides; approval with "dog", "med den ændring" and the
    like is approved_with_changes; parts decided alike have that class, approved parts beside changed ones are
    approved_with_changes, any other mixture is as_worded; sentences on amendments and on who voted how never decide.
    `lost` are letters that the document has lost: then formulas are known by what is left of them.
    """
    if lost and not PATTERN_LETTERS & set(lost):
        name = next((name for name, pattern in _damaged(lost) if pattern.search(text, 0, NEAR)), None)
        if name and read_decision(text).decision_class == "as_worded":
            return Decision(name, None, _dissent(text))
    if not text or NONE.match(text):
        return Decision("none_recorded")
    dissent = _dissent(text)
    name = _mixed(text) or _class_of(text)
    target = None
    if name == "postponed":
        target = _target(UNTIL, text)
    elif name in ("referred", "approved", "approved_with_changes", "recommended"):
        target = _target(TO_WHOM, text) if name == "referred" or _RULE["referred"].search(text) else None
    return Decision(name, target, dissent)


_RULE = dict(RULES)
_ELSEWHERE = frozenset({"rejected", "postponed", "withdrawn", "referred"})


@cache
def _damaged(lost: str) -> tuple[tuple[DecisionClass, re.Pattern[str]], ...]:
    """The rules for a text without the letters `lost`."""
    drop = str.maketrans(dict.fromkeys(lost, ""))
    return tuple((name, re.compile(pattern.pattern.translate(drop), re.IGNORECASE)) for name, pattern in RULES)


def _class_of(text: str) -> DecisionClass:
    own = [part for part in _sentences(text) if not MOTION.search(part)]
    told = [part for part in own if not DISSENT.search(part)] or own
    hits = [(number, *hit) for number, part in enumerate(told[:6]) if (hit := _formula(part))]
    if not hits or _minority(told[hits[0][0]]):
        told = [part for part in own if not _minority(part) and (_opens(part) or _majority(part))]
        hits = [(number, *hit) for number, part in enumerate(told[:6]) if (hit := _formula(part))]
    if not hits:
        return _at_last(own)
    number, at, name = hits[0]
    if number > 2 and name not in ("approved", "recommended", "rejected", "postponed", "withdrawn"):
        return _at_last(own)
    rest = " ".join(told[number : number + 2])
    if name == "referred":
        return _passed_on(rest)
    if name in ("discussed", "noted", "briefed"):
        return _light(name, told, hits)
    if name == "approved" and _changed(rest, at):
        return "approved_with_changes"
    return "as_worded" if name == "approved" and _other_part(own, told[number]) else name


def _other_part(parts: Sequence[str], approved: str) -> bool:
    """Whether a part of what was recommended went another way than the approved rest."""
    others = [part for part in parts if part is not approved and ONE_PART.match(part)]
    return any((hit := _formula(part)) is not None and hit[1] in _ELSEWHERE for part in others)


def _at_last(own: Sequence[str]) -> DecisionClass:
    """The class of a short last sentence that decides after a long account: "Dagsordenen blev herefter godkendt"."""
    last = own[-1] if len(own) > 6 and len(own[-1]) <= 90 else ""
    hit = _formula(last) if last else None
    decides = hit is not None and hit[1] in ("approved", "rejected", "postponed", "recommended")
    return hit[1] if hit and decides and not _changed(last, 0) else "as_worded"


def _minority(part: str) -> bool:
    """Whether a sentence tells what only a minority wanted."""
    return re.match(r"(?:et|men et)?\s?mindretal", part, re.IGNORECASE) is not None


def _majority(part: str) -> bool:
    return re.match(r"(?:(?:et|men et) )?(?:flertal|enigt?)", part, re.IGNORECASE) is not None


def _opens(part: str) -> bool:
    """Whether a sentence on votes begins with what was decided: "Vedtaget med 21 stemmer mod 4"."""
    hit = _formula(part)
    return hit is not None and hit[0] <= 3


def _light(name: DecisionClass, told: list[str], hits: list[tuple[int, int, DecisionClass]]) -> DecisionClass:
    """Discussing, noting and briefing give way to an act in the same wording, and to "besluttede" without a formula."""
    acts = [hit for _, _, hit in hits if hit not in ("discussed", "noted", "briefed")]
    for part in told[:3]:
        acts += [other for other in _all_formulas(part) if other not in ("discussed", "noted", "briefed")]
    if acts:
        act = acts[0]
        return "approved_with_changes" if act == "approved" and _changed(" ".join(told[:3]), 0) else act
    if re.search(r"\bbesluttede\b|\bblev besluttet\b|\bbesluttet at\b", " ".join(told[:3]), re.IGNORECASE):
        return "as_worded"
    seen = {hit for _, _, hit in hits} | {other for part in told[:2] for other in _all_formulas(part)}
    return "noted" if "noted" in seen else name


def _changed(text: str, at: int) -> bool:
    text = PLAIN_REMARK.sub("", text)
    match = CHANGED.search(text, max(at - 60, 0))
    return match is not None


def _formula(part: str) -> tuple[int, DecisionClass] | None:
    """The formula of one sentence that stands first; of two at one place the earlier rule wins."""
    best: tuple[int, int, DecisionClass] | None = None
    for rank, (name, pattern) in enumerate(RULES):
        match = pattern.search(part, 0, NEAR + 60)
        if match is None or match.start() > NEAR:
            continue
        at = match.start()
        if name == "approved" and _subordinate(part, at):
            continue
        if name in ("withdrawn", "rejected"):
            at = 0 if not _approval_before(part, at) else at
        if best is None or (at, rank) < best[:2]:
            best = (at, rank, name)
    return (best[0], best[2]) if best else None


def _all_formulas(part: str) -> Iterator[DecisionClass]:
    for name, pattern in RULES:
        match = pattern.search(part, 0, NEAR + 60)
        if match and not (name == "approved" and _subordinate(part, match.start())):
            yield name


def _approval_before(part: str, at: int) -> bool:
    """A refusal inside an approval ("Godkendt, dog ønskes stien ikke belyst") does not undo the approval."""
    match = _RULE["approved"].search(part, 0, at)
    return match is not None and not re.search(r"\b(?:ikke|ej)\s\Z", part[: match.start()], re.IGNORECASE)


def _subordinate(part: str, at: int) -> bool:
    """Approval words that tell of the past or of something that is yet to come: "det godkendte budget"."""
    before = part[:at].rstrip().lower()
    words = before.split()
    last = words[-1] if words else ""
    if last in ("det", "den", "de", "tidligere", "allerede", "senest", "endeligt", "nyligt", "kan", "skal", "vil"):
        return not (last in ("den", "det") and len(words) <= 2 and part[at:].lower().startswith("tiltræd"))
    return bool(re.search(r"\b(?:når|hvis|efter at|siden|før|inden|som|der tidligere)\b[^,]{0,60}\Z", before))


def _passed_on(text: str) -> DecisionClass:
    """A matter passed on "med bemærkning, at udvalget anbefaler" is recommended, with "har vedtaget" approved."""
    remark = PASSED_ON.search(text)
    if remark is None:
        return "referred"
    rest = remark["rest"].lower()
    if "anbefal" in rest or "indstille" in rest:
        return "recommended"
    if re.search(r"\b(?:vedtaget|tiltrådt|godkendt|vedtog)\b", rest):
        return "approved"
    return "referred"


def _mixed(text: str) -> DecisionClass | None:
    """The class of a wording that decides numbered parts one by one, None when it does not."""
    marks = list(PART_OF_WHOLE.finditer(text))
    named = [mark for mark in marks if not mark["bare"]]
    # "Ad 1: ... den 2. oktober": beside parts that are called by name a bare number is a date or an ordinal.
    marks = named if len(named) > 1 else marks
    if len(marks) < 2 or marks[0].start() > 60:
        return None
    numbers = [int(mark["named"] or mark["bare"] or ROMAN.get(mark["roman"], 0)) for mark in marks]
    if numbers != sorted(set(numbers)):
        return None
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    parts = [text[mark.end() : end].strip(" .:,;–-") for mark, end in zip(marks, ends, strict=True)]
    lead = text[: marks[0].start()].strip(" .:,;")
    classes = {_class_of(part) for part in parts if part}
    if lead and _class_of(lead) != "as_worded":
        lead_class = _class_of(lead)
        return lead_class if classes <= {"as_worded", lead_class} else None
    if not classes or classes == {"as_worded"}:
        return None
    if len(classes) == 1:
        return classes.pop()
    return "approved_with_changes" if classes == {"approved", "approved_with_changes"} else "as_worded"


def _target(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.search(text)
    if match is None:
        return None
    target = match["target"]
    end = TARGET_END.search(target)
    target = (target[: end.start()] if end else target).split(", ")[0].strip(" ,")
    return target or None


def _dissent(text: str) -> str | None:
    found = [part for part in _sentences(text) if DISSENT.search(part)]
    return " ".join(found) or None


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]
