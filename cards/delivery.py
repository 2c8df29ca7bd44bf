"""How delivery fares, for secretaries: when it last ran, what is overdue, and what came of the rest."""

from __future__ import annotations

from datetime import datetime

from cards import phrases as p
from cards.parts import Frame, Rendered, Sheet, escaped, eyebrow, heading, notice, row
from cards.prompts import prompts
from cards.texts import LOCAL, clean, texts
from store.outbox_records import MISSED, OutboxStatus

_MOST = 10
_COUNTED = (
    ("sent", p.LABEL_DELIVERY_SENT),
    ("dead", p.LABEL_DELIVERY_DEAD),
    ("unknown", p.LABEL_DELIVERY_UNKNOWN),
    ("skipped_late", p.LABEL_DELIVERY_LATE),
)


def status(found: OutboxStatus, now: datetime, frame: Frame) -> Rendered:
    """The card; `now` aware, the moment that `found` was read."""
    t = texts(frame.lang)
    last = found.last_run
    if last is None:
        told = t.say(p.DELIVERY_NEVER)
    else:
        phrase = p.DELIVERY_STANDS if now - last > MISSED else p.DELIVERY_RUNS
        told = t.say(phrase, when=last.astimezone(LOCAL))
    late = t.say(p.DELIVERY_NONE_OVERDUE)
    if found.overdue and found.oldest_pending is not None:
        late = t.say(p.DELIVERY_OVERDUE, count=found.overdue, when=found.oldest_pending.astimezone(LOCAL))
    rows = [(t.say(p.LABEL_DELIVERY_WAITING), str(max(0, found.pending - found.overdue)))]
    rows += [(t.say(label), str(found.counts[state])) for state, label in _COUNTED if found.counts.get(state)]
    if found.untold:
        rows.append((t.say(p.LABEL_DELIVERY_UNTOLD), str(found.untold)))
    if found.dead_channels:
        names = [clean(one.name) if one.name else t.say(p.PLACE_UNNAMED) for one in found.dead_channels]
        shown = "; ".join(names[:_MOST])
        rows.append((t.say(p.LABEL_DELIVERY_SHUT), shown if len(names) <= _MOST else f"{shown}; …"))
    sheet = Sheet(t)
    sheet.add(eyebrow(t.say(p.LABEL_DELIVERY)), heading(escaped(told)), notice(late))
    sheet.add(*(row(name, value) for name, value in rows))
    text = "\n".join([told, late, *(f"{name}: {value}" for name, value in rows)])
    return Rendered(text, card=sheet.build(text), prompts=prompts((p.ASK_WATCHES, p.ASK_NEWS), t))
