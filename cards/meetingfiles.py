"""The attachments of a whole meeting, item by item."""

from __future__ import annotations

from collections.abc import Sequence

from cards import phrases as p
from cards import verbs
from cards.answer import shared_line, with_shared_line
from cards.lists import place_of, title_of
from cards.parts import Frame, Node, Rendered, Sheet, eyebrow, rich, run, tap
from cards.prompts import elsewhere
from cards.texts import clean, shorten, texts
from store.records import AttachmentRecord, ItemRecord

MOST = 40


def attachments_of(items: Sequence[ItemRecord], frame: Frame) -> Rendered:
    """The attachments of the items, which are of one meeting or several; every item can be opened."""
    t = texts(frame.lang)
    places = list(dict.fromkeys(place_of(item.meeting, t) for item in items))
    count = sum(len(item.attachments) for item in items)
    told = t.say(p.ATTACHMENTS_FOUND, count=count, title="; ".join(places))
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(p.LABEL_ATTACHMENTS)), rich(run(told, bold=True, large=True), spacing="Small"))
    spoken = [told]
    left = MOST
    for item in items:
        shown = item.attachments[:left]
        left -= len(shown)
        if not shown:
            break
        title = title_of(item, t)
        head = title if len(places) == 1 else f"{title} ({place_of(item.meeting, t)})"
        lines: list[Node] = [rich(run(head, bold=True, link=True))]
        spoken.append(f"{clean(head)}:")
        for each in shown:
            line = _line(each)
            closed = f" ({t.say(p.CLOSED_ATTACHMENT)})" if each.closed else ""
            lines.append(rich(run(line), *([run(f" {closed}", bold=True, warn=True)] if closed else ())))
            spoken.append(f"– {clean(line)}{closed}")
        node: Node = {"type": "Container", "separator": True, "items": lines}
        sheet.add(tap(node, shorten(title, 80), verbs.ITEM, {"item": item.key}))
    text = "\n".join(spoken)
    sheet.add(shared_line(frame, t))
    return Rendered(
        text=with_shared_line(text, frame, t),
        card=sheet.build(text),
        prompts=elsewhere(t),
        items=tuple(dict.fromkeys(item.key for item in items)),
        documents=tuple(dict.fromkeys(item.document.id for item in items if item.document)),
    )


def _line(attachment: AttachmentRecord) -> str:
    return f"{attachment.number}: {attachment.title}" if attachment.number else attachment.title
