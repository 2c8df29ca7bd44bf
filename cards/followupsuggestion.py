"""A promise that minutes seem to hold, with the sentence quoted: to be taken over as it is or corrected, or left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cards import followupphrases as fp
from cards import phrases as p
from cards import verbs
from cards.followupforms import Around, Draft, fields, free
from cards.followuptold import came_from, source
from cards.parts import Frame, Rendered, Sheet, execute, eyebrow, label, quote, rich, row, run
from cards.texts import clean, shorten, texts
from store.followup_records import Candidate


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The `number`th of `count` suggestions (from 1), as a draft; `first` says what became of the one before."""

    candidate: Candidate
    number: int
    count: int
    draft: Draft
    body: str = ""
    """The key of the body whose suggestions are gone through, "" for all."""
    first: str = ""
    several: Sequence[tuple[str, str]] = ()
    faults: Mapping[str, str] = field(default_factory=dict)


def suggested(told: Suggestion, frame: Frame) -> Rendered:
    """The card of a suggestion."""
    t, one = texts(frame.lang), told.candidate
    sheet = Sheet(t)
    head = t.say(fp.FU_CAND_LABEL, number=told.number, count=told.count)
    sheet.add(eyebrow(head), rich(run(told.first, bold=True), spacing="Small") if told.first else None)
    sheet.add(rich(run(t.say(fp.FU_CAND_ASK), bold=True, large=True), spacing="Small"))
    sheet.add(label(t.say(p.LABEL_DECISION)), quote([shorten(clean(one.quote), 1_200)]))
    rows = [
        (t.say(fp.FU_ROW_ITEM), came_from(one.decision, t)),
        (t.say(p.LABEL_CASE), clean(one.decision.case_number or "")),
        (t.say(p.LABEL_SOURCE), source(one.decision, t)),
    ]
    rows = [(name, value) for name, value in rows if value]
    sheet.add(*(row(name, value) for name, value in rows))
    around = Around("", {}, several=told.several, faults=told.faults)
    sheet.add(*fields(told.draft, around, t))
    data = {"candidate": one.key, "body": told.body, "from": told.number - 1}
    sheet.press(
        execute(t.say(fp.FU_BUTTON_TAKE), verbs.FOLLOWUP_TAKE, data, style="positive"),
        free(execute(t.say(fp.FU_BUTTON_LEAVE), verbs.FOLLOWUP_LEAVE, data)),
        free(execute(t.say(fp.FU_BUTTON_SKIP), verbs.FOLLOWUP_NEXT, {"body": told.body, "from": told.number})),
    )
    lines = [head, told.first, t.say(fp.FU_CAND_ASK), f"{t.say(p.LABEL_DECISION)}: {t.quoted(clean(one.quote))}"]
    lines += [f"{name}: {value}" for name, value in rows]
    lines += [fault for fault in told.faults.values() if fault]
    text = "\n".join(line for line in lines if line)
    keys = (one.decision.item_key,) if one.decision.item_key else ()
    return Rendered(text, card=sheet.build(text), items=keys)
