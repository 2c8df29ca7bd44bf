"""Where a fact stands, how it is cited and linked, and the buttons that lead on from it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from cards import followupphrases as fp
from cards import phrases as p
from cards import verbs
from cards.grammar import definite
from cards.parts import Frame, Node, Source, execute, open_url, overflow, row
from cards.texts import Texts, clean, shorten
from store.records import DocumentRef, Fact, ItemRecord

_DRAFT = re.compile(r"\([^()]*\budkast\)|\A(?:udkast til referat|referatudkast)\b", re.IGNORECASE)


def link(document: DocumentRef, hosts: frozenset[str]) -> str | None:
    """The document's address when it is https and its host is one that may be linked to."""
    if not document.source_url:
        return None
    try:
        parts = urlsplit(document.source_url)
        if parts.scheme != "https" or parts.username or parts.password or parts.port not in (None, 443):
            return None
    except ValueError:
        return None
    return document.source_url if (parts.hostname or "") in hosts else None


def source_name(document: DocumentRef, page: int | None, t: Texts) -> str:
    """ "Referat fra Direktionen, side 4"."""
    if is_public_wording(document):
        return t.say(p.PUBLIC_SOURCE)
    title = clean(document.title)
    return f"{title}, {t.say(p.PAGE, page=page)}" if page is not None else title


def citation(fact: Fact, frame: Frame, t: Texts) -> Source:
    """The fact's source within the channel's limits (name 80, abstract 160 characters)."""
    name = shorten(source_name(fact.document, fact.page, t), 78)
    return Source(name, shorten(clean(fact.text), 158), link(fact.document, frame.hosts))


def is_public_wording(document: DocumentRef) -> bool:
    """Whether the text is a secretary's own wording of a closed decision, and so no quote of the minutes."""
    return document.kind == "publication"


def is_draft(document: DocumentRef | None) -> bool:
    """Whether it is minutes that are not final yet: their title says so."""
    return document is not None and _DRAFT.search(document.title) is not None


def place_lines(fact: Fact, t: Texts) -> list[tuple[str, str]]:
    """Where it stands, each with its label: item, meeting, case number, source with page."""
    rows: list[tuple[str, str]] = []
    if fact.item_title:
        title = (
            t.say(p.NUMBERED, number=fact.item_number, title=fact.item_title) if fact.item_number else fact.item_title
        )
        rows.append((t.say(p.LABEL_ITEM), clean(title)))
    if fact.body or fact.meeting_date:
        parts = [definite(fact.body)] if fact.body else []
        parts += [t.date_of(fact.meeting_date)] if fact.meeting_date else []
        rows.append((t.say(p.LABEL_MEETING), ", ".join(parts)))
    if fact.case_number:
        rows.append((t.say(p.LABEL_CASE), fact.case_number))
    if fact.target and fact.decision_class in ("postponed", "referred"):
        name = p.LABEL_POSTPONED_TO if fact.decision_class == "postponed" else p.LABEL_REFERRED_TO
        rows.append((t.say(name), fact.target))
    return [*rows, (t.say(p.LABEL_SOURCE), source_name(fact.document, fact.page, t))]


def place_rows(fact: Fact, t: Texts) -> list[Node]:
    """The same as rows of a card."""
    rows = [row(name, value) for name, value in place_lines(fact, t)]
    rows[0] = {**rows[0], "spacing": "Large", "separator": True}
    return rows


def buttons(item: ItemRecord | None, fact: Fact, frame: Frame, t: Texts) -> list[Node]:
    """What leads on: the whole item, its attachments, the course of its case, related decisions, a watch on it."""
    out: list[Node] = []
    if fact.item:
        data = {"item": fact.item}
        out.append(execute(t.say(p.BUTTON_ITEM), verbs.ITEM, data))
        out += follow_up(item, frame, t) if item is not None and item.key == fact.item else []
        if item is not None and item.key == fact.item and item.attachments:
            out.append(execute(t.say(p.BUTTON_ATTACHMENTS), verbs.ATTACHMENTS, data))
        if fact.case_number:
            out.append(execute(t.say(p.BUTTON_COURSE), verbs.COURSE, data))
        out.append(execute(t.say(p.BUTTON_RELATED), verbs.RELATED, data))
        if not is_public_wording(fact.document):
            out.append(execute(t.say(p.BUTTON_FOLLOW), verbs.WATCH_ITEM, data))
    url = link(fact.document, frame.hosts)
    if url:
        out.append(open_url(t.say(p.BUTTON_SOURCE), url))
    # A card shows six buttons: what follows from a decision matters more to who decides than what is like it.
    crowded = len(out) > 6
    return overflow([one for one in out if not (crowded and one.get("verb") == verbs.RELATED)])


def follow_up(item: ItemRecord, frame: Frame, t: Texts) -> list[Node]:
    """The button that makes a follow-up of a decision, for members and secretaries."""
    if not frame.follows or not item.of("decision"):
        return []
    return [execute(t.say(fp.FU_BUTTON_FOLLOW_UP), verbs.FOLLOWUP_NEW, {"item": item.key, "part": ""})]
