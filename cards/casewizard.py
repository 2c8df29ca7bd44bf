"""The five steps of registering an item: one card that takes the place of the one before."""

from __future__ import annotations

from collections.abc import Mapping

from cards import casephrases as cp
from cards import deskphrases as dp
from cards import verbs
from cards.caseinputs import warning
from cards.caseread import spoken
from cards.casesteps import DRAWN, FILES_PAGE, Page, carried
from cards.casetold import file_line, named
from cards.catalogue import Phrase
from cards.parts import Frame, Node, Prompt, Rendered, Sheet, escaped, execute, heading, notice, overflow, rich, run
from cards.texts import Texts, clean, texts
from store.agenda.records import STEPS, Step

LATER, CANCEL = "later", "cancel"
"""Where a button leads that is no step: saved for another day, or asked whether to drop it."""
TITLES: Mapping[Step, Phrase] = {
    "where": cp.STEP_WHERE,
    "matter": cp.STEP_MATTER,
    "proposal": cp.STEP_PROPOSAL,
    "files": cp.STEP_FILES,
    "review": cp.STEP_REVIEW,
}


def wizard(page: Page, step: Step, frame: Frame) -> Rendered:
    """The card of a step."""
    t = texts(frame.lang)
    sheet = Sheet(t, full=True)
    number = STEPS.index(step) + 1
    head = t.say(cp.STEP_HEAD, number=number, count=len(STEPS), step=t.say(TITLES[step]))
    sheet.add(heading(escaped(head)))
    if step not in ("where", "review"):
        sheet.add(notice(named(page.item, t)))
    for line in page.warned:
        sheet.add(warning(line))
    for line in page.told:
        sheet.add(rich(run(line), spacing="Small"))
    sheet.add(*DRAWN[step](page, t))
    sheet.press(*_buttons(page, step, t))
    text = "\n".join(_text(page, step, head, t))
    return Rendered(text, card=sheet.build(text), prompts=_prompts(step, t))


def _text(page: Page, step: Step, head: str, t: Texts) -> list[str]:
    lines = [head, *page.warned, *page.told, *page.faults.values()]
    if step == "review":
        return [*lines, spoken(page.item, t), *page.remarked]
    if step == "files":
        lines += [f"{clean(file.name)} ({file_line(file, t)})" for file in page.item.files[:FILES_PAGE]]
        return [*lines, t.say(cp.FILES_HOW)]
    return [*lines, t.say(_IN_WORDS[step])]


_IN_WORDS: Mapping[str, Phrase] = {
    "where": cp.WORDS_WHERE, "matter": cp.WORDS_MATTER, "proposal": cp.WORDS_PROPOSAL,
}  # fmt: skip


def _prompts(step: Step, t: Texts) -> tuple[Prompt, ...]:
    told = [cp.ASK_SHOW_DRAFT, cp.ASK_DRAFTS] if step != "review" else [cp.ASK_DRAFTS]
    return tuple(Prompt(t.say(each), t.say(each)) for each in told)


def _buttons(page: Page, step: Step, t: Texts) -> list[Node]:
    at = STEPS.index(step)
    found: list[Node] = []
    if page.item.state not in ("draft", "returned"):
        # It was submitted: who writes on it now saves, and neither submits it again nor drops it.
        save = execute(t.say(dp.DESK_BUTTON_SAVE_CASE), verbs.CASE_STEP, carried(page, step, LATER), style="positive")
        on = STEPS[at + 1 : at + 2] if step not in ("files", "review") else ()
        found = [save, *(execute(t.say(cp.BUTTON_NEXT), verbs.CASE_STEP, carried(page, step, to)) for to in on)]
        back = STEPS[at - 1] if at else None
        found += [execute(t.say(cp.BUTTON_BACK), verbs.CASE_STEP, carried(page, step, back))] if back else []
        return found
    if step == "review":
        if not page.stopped:
            data = {"item": page.item.id, "version": page.item.version}
            found.append(execute(t.say(cp.BUTTON_SUBMIT), verbs.CASE_SUBMIT, data, style="positive"))
    else:
        to = STEPS[at + 1]
        name = cp.BUTTON_REVIEW_ITEM if to == "review" else cp.BUTTON_NEXT
        found.append(execute(t.say(name), verbs.CASE_STEP, carried(page, step, to), style="positive"))
    if at > 0:
        found.append(execute(t.say(cp.BUTTON_BACK), verbs.CASE_STEP, carried(page, step, STEPS[at - 1])))
    found.append(execute(t.say(cp.BUTTON_LATER), verbs.CASE_STEP, carried(page, step, LATER)))
    found.append(execute(t.say(cp.BUTTON_ABANDON), verbs.CASE_STEP, carried(page, step, CANCEL)))
    return overflow(found, 4)
