"""The welcome after an install, and the help."""

from __future__ import annotations

from collections.abc import Mapping

from cards import digestphrases as gp
from cards import phrases as p
from cards import verbs
from cards.parts import Frame, Prompt, Rendered, Sheet, execute, heading, notice, rich, run
from cards.phrases import Phrase
from cards.prompts import prompt
from cards.texts import Texts, texts

SAMPLE_EXAMPLES: tuple[Phrase, ...] = (p.HELP_DECISION, p.HELP_LIST, p.HELP_COURSE, p.HELP_ITEM, p.HELP_UPCOMING)
"""Questions that the sample data answer."""
EXAMPLES: tuple[Phrase, ...] = (
    p.HELP_ANY_DECISION,
    p.HELP_ANY_LIST,
    p.HELP_ANY_CLASS,
    p.HELP_ANY_NEWS,
    p.HELP_UPCOMING,
)
"""Questions that fit the minutes of any municipality."""


def example(*, demo: bool) -> Phrase:
    """A first question that is answered."""
    return p.HELP_DECISION if demo else p.HELP_ANY_DECISION


def starters(frame: Frame, t: Texts) -> tuple[Prompt, ...]:
    """Three first questions."""
    return prompt(example(demo=frame.demo), t), prompt(p.ASK_UPCOMING, t), prompt(p.ASK_HELP, t)


def welcome(
    frame: Frame, *, closed: bool = False, added_by: str = "", weekly: Mapping[str, object] | None = None
) -> Rendered:
    """Once for each install: what it is for, what it does not do, how to begin, and whether the data are samples.

    `weekly`: what the button carries that sets up the usual weekly reminder; None where it is not offered.
    """
    t = texts(frame.lang)
    title = t.say(p.WELCOME_TITLE)
    lines = [t.say(p.WELCOME), t.say(p.WELCOME_QUOTES)]
    if frame.shared:
        lines.append(t.say(p.WELCOME_SHARED))
    elif closed:
        lines.append(t.say(p.WELCOME_PERSONAL))
    if added_by:
        lines.append(t.say(p.WELCOME_ADDED_BY, name=added_by))
    lines.append(f"{t.say(p.HELP_INTRO)} {t.quoted(t.say(example(demo=frame.demo)))}")
    sheet = Sheet(t)
    sheet.add(heading(title))
    if frame.demo:
        sheet.add(rich(run(t.say(p.DEMO), bold=True), spacing="Small"))
        lines.insert(0, t.say(p.DEMO))
    for line in lines[1 if frame.demo else 0 :]:
        sheet.add(rich(run(line), spacing="Small"))
    if frame.shared:
        sheet.add(notice(t.say(p.ALSO_PERSONAL)))
        lines.append(t.say(p.ALSO_PERSONAL))
    if weekly is not None:
        sheet.press(execute(t.say(gp.BUTTON_DIGEST_OFFER), verbs.DIGEST_SET, {"to": dict(weekly)}))
    text = "\n".join([f"{title}.", *lines])
    return Rendered(text, card=sheet.build(text), prompts=starters(frame, t))


def help_card(frame: Frame, *, secretary: bool = False, administrator: bool = False) -> Rendered:
    """What can be asked, by who asks and where."""
    t = texts(frame.lang)
    sheet = Sheet(t, full=True)
    intro = t.say(p.HELP_INTRO)
    sheet.add(heading(t.say(p.HELP_TITLE)), rich(run(intro), spacing="Small"))
    spoken = [intro]
    for each in SAMPLE_EXAMPLES if frame.demo else EXAMPLES:
        line = t.say(each)
        sheet.add(rich(run(f"– {line}"), spacing="Small"))
        spoken.append(f"– {line}")
    rest = [p.HELP_FOLLOW, p.HELP_LANGUAGE]
    if secretary:
        rest += [p.HELP_SECRETARY, p.HELP_LAYERS]
    if administrator:
        rest.append(p.HELP_ADMINISTRATOR)
    rest += [p.WELCOME_SHARED, p.HELP_PRIVACY, p.ALSO_PERSONAL] if frame.shared else [p.HELP_PRIVACY]
    if frame.demo:
        rest.append(p.DEMO)
    for phrase in rest:
        sheet.add(rich(run(t.say(phrase)), spacing="Medium"))
        spoken.append(t.say(phrase))
    text = "\n".join(spoken)
    return Rendered(
        text,
        card=sheet.build(text),
        prompts=(prompt(example(demo=frame.demo), t), prompt(p.ASK_LATEST, t), prompt(p.ASK_UPCOMING, t)),
    )
