"""What the coach says of a draft, drawn with a button to the step where each thing is mended."""

from __future__ import annotations

from collections.abc import Sequence

from cards import casephrases as cp
from cards import deskphrases as dp
from cards import verbs
from cards.casefields import STEP_OF
from cards.coach import sentence
from cards.parts import Node, actions, execute, label, rich, run
from cards.texts import Texts, clean, shorten
from store.agenda.coach import Remark
from store.agenda.records import STEPS, AgendaItem, Step

MOST = 10
MOST_LINKS = 3
NAMES = {
    "where": cp.GO_WHERE,
    "matter": cp.GO_MATTER,
    "proposal": cp.GO_PROPOSAL,
    "files": cp.GO_FILES,
    "review": cp.STEP_REVIEW,
}


def drawn(item: AgendaItem, remarks: Sequence[Remark], t: Texts) -> list[Node]:
    """The remarks, those that stop the item first; below each group buttons to the steps that they are about."""
    found: list[Node] = []
    offered: set[Step] = {"review"}
    for level, heading in (("stop", dp.COACH_MUST), ("warn", dp.COACH_MAY)):
        mine = [one for one in remarks if one.level == level][:MOST]
        if not mine:
            continue
        found.append(label(t.say(heading)))
        for one in mine:
            told = sentence(one, item.case_number, t)
            found.append(rich(run("• "), run(told, bold=level == "stop"), spacing="Small"))
            found += _links(item, one, t)
        steps: list[Step] = [
            step for step in STEPS if step in {STEP_OF.get(one.field, "review") for one in mine if one.code != "alike"}
        ]
        pressed = [_to(item, step, t) for step in steps if step not in offered]
        offered |= set(steps)
        found += [actions(*pressed)] if pressed else []
    return found


def _to(item: AgendaItem, step: Step, t: Texts) -> Node:
    return execute(t.say(NAMES[step]), verbs.CASE_RESUME, {"item": item.id, "step": step})


def _links(item: AgendaItem, remark: Remark, t: Texts) -> list[Node]:
    """Something alike may be linked; nothing needs to be."""
    if remark.code != "alike":
        return []
    pressed = []
    for one in remark.detail["alike"][:MOST_LINKS]:
        title = shorten(clean(one.title), 50)
        data = {"item": item.id, "version": item.version, "to": one.key}
        pressed.append(execute(t.say(cp.BUTTON_LINK, title=t.quoted(title)), verbs.CASE_LINK, data))
    return [actions(*pressed)]


def spoken(item: AgendaItem, remarks: Sequence[Remark], t: Texts) -> list[str]:
    """The same as text."""
    ordered = sorted(remarks, key=lambda one: one.level != "stop")
    return [f"– {sentence(one, item.case_number, t)}" for one in ordered[:MOST]]
