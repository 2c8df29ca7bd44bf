"""What kind of document a file is, which edition, and what it is called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.ingest.flow import Row, fold
from store.ingest.meetinghead import Head
from store.ingest.parsed import Access, DocumentKind, Edition
from store.ingest.plantitles import whole_title
from store.ingest.sections import Content

_MINUTES = re.compile(
    r"\b(?:\w*referat|\w*beslutningsprotokol|mødeprotokol|protokol|beslutninger fra mødet|udskrift)\b", re.IGNORECASE
)
_AGENDA = re.compile(r"\b(?:\w*dagsorden|mødeindkaldelse|dagsordenen)\b", re.IGNORECASE)
_SUPPLEMENT = re.compile(r"\b(?:tillægsdagsorden|tillæg til dagsorden|supplerende dagsorden)\b", re.IGNORECASE)
_BOTH = re.compile(
    r"indeholder (?:både )?åbne og lukkede|åbne og lukkede (?:punkter|dagsordenspunkter)|fuld(?:t|"
    r"stændig\w*) (?:referat|dagsorden)",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"indeholder (?:kun )?lukkede|\b(?:lukkede?|fortroligt?) (?:referat|dagsorden|tillægsdagsorden|"
    r"beslutningsprotokol|møde)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"indeholder (?:kun )?åbne|\b(?:åbent?|offentligt?) (?:referat|dagsorden|tillægsdagsorden|"
    r"beslutningsprotokol)\b|\b(?:referat|dagsorden) \(?åben\b",
    re.IGNORECASE,
)


_TITLE = re.compile(
    rf"(?:{_MINUTES.pattern}|{_AGENDA.pattern}|.{{2,80}}(?:{_MINUTES.pattern}|{_AGENDA.pattern}))", re.IGNORECASE
)
_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip


def names_itself(text: str) -> bool:
    """Whether a line of the head says what the document is: "Referat af direktionsmøde", "DAGSORDEN"."""
    return len(text) <= 160 and _TITLE.match(text) is not None


def kind_of(text: str, contents: Sequence[Content], count: int, *, dated: bool) -> DocumentKind | None:
    """The kind of a document with `count` item-like parts; None when these make neither minutes nor an agenda.

    `text` is its head and titles; `dated` says that the head names a body and a day.
    """
    decided = any(fact.kind == "decision" for content in contents for fact in content.facts)
    asked = any(
        fact.kind == "recommendation" and fact.source_kind is None for content in contents for fact in content.facts
    )
    cased = sum(1 for content in contents if content.case_number or content.decided_by)
    labelled = sum(1 for content in contents if content.labelled)
    said = bool(_MINUTES.search(text) or _AGENDA.search(text))
    strong = decided or asked or cased
    if not strong and not (said and (labelled or count >= 3)):
        return None
    if not (said or dated or cased or (decided and (count > 1 or asked or labelled))):
        return None
    if _SUPPLEMENT.search(text) and not decided:
        return "supplement"
    if count == 1 and not said:
        return "item_page"
    if decided or (_MINUTES.search(text) and not _AGENDA.search(text)):
        return "minutes"
    if _MINUTES.search(text) and re.match(r"(?i)\W*(?:åbent |lukket )?referat", text):
        return "minutes"
    return "agenda"


def says_edition(text: str) -> tuple[Edition, Access | None]:
    """Edition, and the access that the document claims as a whole, from its head."""
    if _BOTH.search(text):
        return "full", None
    if _CLOSED.search(text):
        return "full", "closed"
    if _OPEN.search(text):
        return "open", "open"
    return "unmarked", None


def title_of(rows: Sequence[Row], own: str | None, source: str, head: Head | None = None) -> str:
    """The title: the head's line that says what it is, else the file's own title, else kind, body and day."""
    short = [fold(row.text) for row in rows[:20] if len(row.text) <= 200]
    for text in short:
        if _TITLE.match(text) and len(text.split()) > 2 and not re.match(r"\d", text):
            return text
    if own and own.strip() and (head is None or _MINUTES.search(own) or _AGENDA.search(own)):
        return fold(own)[:300]
    kind = next(
        (
            text
            for text in short
            if re.fullmatch(r"(?:\w{4,10} )?\w{5,30}", text) and (_MINUTES.search(text) or _AGENDA.search(text))
        ),
        None,
    )
    if head and head.body and (kind or head.on):
        day = f"{head.on.day}. {_MONTHS[head.on.month - 1]} {head.on.year}" if head.on else ""
        return " ".join(part for part in ((kind or "Møde").capitalize(), head.body, day) if part)
    headed = next((fold(row.text) for row in rows[:20] if row.role.startswith("h")), None)
    if headed or own:
        return (headed or fold(own or ""))[:300]
    return short[0] if short else fold(rows[0].text)[:120] if rows else source


def title_of_plan(rows: Sequence[Row], own: str | None, source: str) -> str:
    """The title of what is neither minutes nor an agenda, with its wrapped lines and its subtitle."""
    return whole_title(rows, title_of(rows, own, source))[:300]
