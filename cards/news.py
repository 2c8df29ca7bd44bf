"""What is new since a day, by when it came into the store: items by meeting, newest first, then other papers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from cards import phrases as p
from cards import verbs
from cards.grammar import definite
from cards.lists import PAGE, entry, finished, place_of, spoken_lines
from cards.missing import plain
from cards.parts import Frame, Rendered, Sheet, escaped, execute, eyebrow, heading, notice, rich, row, run
from cards.places import source_name
from cards.prompts import elsewhere, prompts
from cards.texts import Texts, texts
from store.watch_records import Fresh


def news(
    fresh: Fresh, body: str | None, since: date | None, until: date | None, frame: Frame, start: int = 0
) -> Rendered:
    """The list, from `start` on; `body`, `since` and `until` say what it was limited to."""
    t = texts(frame.lang)
    fields = {
        "place": t.say(p.NEWS_FROM, body=definite(body)) if body else "",
        "when": t.period(since, until),
    }
    if not fresh.count and not fresh.documents:
        return plain(p.NEWS_NONE, frame, elsewhere(t), **fields)
    told = _told(fresh, fields, t)
    sheet = Sheet(t, full=True)
    sheet.add(eyebrow(t.say(p.LABEL_NEWS)), rich(run(told, bold=True, large=True), spacing="Small"))
    spoken = [told]
    shown = fresh.items[start : start + PAGE]
    last = start + len(shown)
    if len(shown) < fresh.count:
        sheet.add(notice(t.say(p.SHOWING, first=start + 1, last=last, count=fresh.count)))
    meeting = None
    for item in shown:
        if item.meeting.key != meeting:
            meeting = item.meeting.key
            sheet.add({**heading(escaped(place_of(item.meeting, t)), level="section"), "separator": True})
            spoken.append(f"{place_of(item.meeting, t)}:")
        sheet.add(entry(item, t, dated=False))
        spoken += spoken_lines([item], t)
    if last < len(fresh.items):
        carried = {"since": since, "until": until, "body": body}
        data = {name: str(value) if value else "" for name, value in carried.items()}
        sheet.press(execute(t.say(p.BUTTON_MORE), verbs.NEWS, {**data, "from": last}))
    else:
        spoken += _others(sheet, fresh, t)
    rendered = finished(sheet, spoken, shown, prompts((p.ASK_LATEST, p.ASK_UPCOMING, p.ASK_WATCHES), t), frame)
    papers = tuple(paper.id for paper in fresh.documents) if last >= len(fresh.items) else ()
    return Rendered(
        rendered.text, rendered.card, rendered.prompts, rendered.sources, rendered.items,
        tuple(dict.fromkeys((*rendered.documents, *papers))),
    )  # fmt: skip


def _told(fresh: Fresh, fields: Mapping[str, object], t: Texts) -> str:
    if not fresh.count:
        return t.say(p.NEWS_DOCUMENTS, count=len(fresh.documents), **fields)
    return t.say(p.NEWS_ITEMS, count=fresh.count, **fields)


def _others(sheet: Sheet, fresh: Fresh, t: Texts) -> list[str]:
    """The papers of no meeting; gives the same as text."""
    if not fresh.documents:
        return []
    spoken = []
    if fresh.count:
        sheet.add({**heading(t.say(p.NEWS_OTHERS), level="section"), "separator": True})
        spoken.append(f"{t.say(p.NEWS_OTHERS)}:")
    for paper in fresh.documents:
        sheet.add(row(t.say(p.LABEL_SOURCE), source_name(paper, None, t)))
        spoken.append(f"– {source_name(paper, None, t)}")
    return spoken
