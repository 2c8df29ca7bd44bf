"""What a document calls itself: minutes, or a plan, a report, a note on how far a plan is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.ingest.accessmarks import CLOSED_STEM, access_of_row, access_of_switch, mentions_closed
from store.ingest.attachments import split_covers
from store.ingest.casenumbers import after_label, alone
from store.ingest.contents import Contents
from store.ingest.decisionheads import decision_head
from store.ingest.flow import Row
from store.ingest.headings import SECTIONS, Label, LabelBook
from store.ingest.recognise import Seen, is_part, recognise, states_closed

_CALLS_ITSELF = re.compile(r"referat|protokol|dagsorden|mødeindkald|beslutning|udskrift|møde", re.IGNORECASE)
_CALLED = re.compile(
    r"referat|protokol|dagsorden|mødeindkald|mødedato|\bmødet?\si\b|udskrift|beslutninger\sfra", re.IGNORECASE
)
_PLAN = re.compile(
    r"(?<![\wæøå])(?:kommissorium|\w*program(?:met|beskrivelse)?|\w*(?:projekt|handle|handlings|udviklings|helheds|master|aktivitets|"
    r"implementerings|strategi|sundheds|beskæftigelses)plan(?:en)?|projektbeskrivelse|\w*strategi(?:en)?|\w*politik(?:ken)?|\w*rapport(?:en)?|"
    r"\w*redegørelse|\w*analyse(?:n)?|evaluering(?:en)?)(?![\wæøå])",
    re.IGNORECASE,
)
_STATUS_PAPER = re.compile(
    r"(?:(?:midtvejs|halvårs|kvartals|års|slut|projekt)?status(?:notat|rapport|redegørelse|beskrivelse|opgørelse)\b|"
    r"(?:midtvejs|halvårs|kvartals|års)?status\s(?:for|på|over|vedr\.?|vedrørende)\s|fremdrifts(?:rapport|notat)|afrapportering\b)",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"\b(?:fase|etape|delprojekt|\w*projektet|\w*programmet|\w*strategien|\w*indsatsen|\w*planen|milepæl)\b[^.;]{0,60}?"
    r"\b(?:er|blev|forløber|følger|flyttes|udskydes|rykkes)\b[^.;]{0,40}?"
    r"\b(?:afsluttet|gennemført|igangsat|i\sgang|(?:på)?begyndt|forsinket|færdig\w*|standset|planmæssigt|tidsplanen|til)\b",
    re.IGNORECASE,
)
_OF_AN_ITEM = ("sag", "resum", "beslut", "indst")
"""How the labels begin that only an agenda item's page has."""
_SIGNS = (
    "beslut", "vedtag", "vedtog", "afgør", "protokol", "behandl", "drøft", "konklu", "indstil", "anbefal", "foresl",
    "forslag", "referat", "udfald", "resultat", "opsamling", "kompetence", "sag", "journal", "esdh", "acadre",
    "edoc", "sbsys", "punkt", "pkt", "emne", "orientering", "meddelelse", "efterretning",
    "eventuelt", "tillæg", "påtegning",
)  # fmt: skip
"""What every heading, label or number of minutes holds: a cheap look before the closer ones."""
_FIRST_SIGNS = ("kle", "j.", "j n", "lb", "ad ")
_CLOSES = ("luk", "lu k", "fortro", "hemmel", "offentlig", "aktindsigt", "døre", "l u", "f o")
_DIGIT = re.compile(r"\d")
_LONG = 400
_TOP = 14
_COLUMN = re.compile(r"\b(?:beslut|indstil|punkt|pkt|sag)", re.IGNORECASE)


def plainly_other(rows: Sequence[Row], contents: Contents, book: LabelBook, width: int, title: str | None) -> bool:
    """Whether cheap signs already say that a document is a plan or a paper, and neither minutes nor an agenda.

    False when they leave any doubt: then all rows must be recognised. Where it is True, `is_plan` or
    `may_be_minutes` of all rows would say so too.
    """
    if any(len(row.text) >= _LONG for row in rows) or split_covers(rows, contents, book)[1]:
        return False
    cased = False
    lows = [row.text.lower() for row in rows]
    whole = "\n".join(lows)
    signs = [sign for sign in _SIGNS if sign in whole]
    for index, (row, low) in enumerate(zip(rows, lows, strict=True)):
        text = row.text
        if not (_holds(low, signs) or low.startswith(_FIRST_SIGNS) or _holds_day(text)):
            continue
        label = book.at_start(text)
        head = decision_head(text)
        if (head and "\t" not in text) or _decides(label) or (label and text.count(":") > 1) or text.startswith("Ad "):
            return False
        own = label is not None and label.role in ("recommendation", "case")
        cased = cased or own or bool(after_label(text) or alone(text)) or is_part(rows, index)
    seen = recognise(rows[:_TOP], book, width)
    return is_plan(seen, title) or (not cased and not _calls_itself(rows, title))


def _holds(low: str, stems: Sequence[str]) -> bool:
    for stem in stems:  # noqa: SIM110 - a loop takes half the time of a generator, and this is asked of every line
        if stem in low:
            return True
    return False


def _holds_day(text: str) -> bool:
    """Whether a day, or a bare number, may stand in a line as in a heading over decisions."""
    return (text[:1].isdigit() or ":" in text or text[-1:].isdigit()) and _DIGIT.search(text, 0, 180) is not None


def says_closed(rows: Sequence[Row]) -> bool:
    """Whether any row marks a part as closed; a look for the words' stems spares most rows the closer look."""
    return any(
        states_closed(Seen(row, access=access_of_row(row.text), switch=access_of_switch(row.text)))
        or mentions_closed(row.text)
        for row in rows
        if (_holds(row.text.lower(), _CLOSES) or not row.text.isprintable()) and CLOSED_STEM.search(row.text)
    )


def marks_closed(seen: Sequence[Seen]) -> bool:
    """Whether any row marks a part as closed; a look for the words' stems spares most rows the closer look."""
    return any(
        states_closed(each) or mentions_closed(each.row.text)
        for each in seen
        if each.access or each.switch or CLOSED_STEM.search(each.row.text)
    )


def is_plan(seen: Sequence[Seen], title: str | None) -> bool:
    """Whether a document calls itself a plan or report, and holds nothing that only agendas and minutes hold."""
    if any((each.head and "\t" not in each.row.text) or _decides(each.label) for each in seen):
        return False
    top: list[str] = [title or ""]
    for each in seen[:9]:
        if each.label and each.label.role in SECTIONS:
            break
        top.append(each.row.text[:160])
    text = " ".join(top)
    if _CALLED.search(text):
        return False
    return _PLAN.search(text) is not None or _tells_status(seen, [*top[:4], title or ""])


def _tells_status(seen: Sequence[Seen], heads: Sequence[str]) -> bool:
    """Whether a document calls itself a status of something, and says of its phases or parts how far they are."""
    if not any(_STATUS_PAPER.match(head) for head in heads):
        return False
    if any(each.label and each.label.printed.lower().startswith(_OF_AN_ITEM) for each in seen if not each.case):
        return False
    return any(_REPORTS.search(each.row.text) for each in seen)


def _decides(label: Label | None) -> bool:
    if label is None:
        return False
    return label.role in ("decision", "decider") or (label.role == "recommendation" and "ndstil" in label.printed)


def may_be_minutes(seen: Sequence[Seen], title: str | None) -> bool:
    """Whether anything of minutes or agendas is there: a case, a decision, a recommendation, or the word itself."""
    if any(
        (each.head and "\t" not in each.row.text)
        or each.case
        or each.part
        or (each.label and each.label.role in ("decision", "recommendation", "decider", "case"))
        for each in seen
    ):
        return True
    return _calls_itself([each.row for each in seen], title)


def _calls_itself(rows: Sequence[Row], title: str | None) -> bool:
    """Whether the head names minutes or a meeting, or a table has a column of them."""
    head = " ".join([*(row.text[:400] for row in rows[:60]), title or ""])
    return _CALLS_ITSELF.search(head) is not None or any(
        [_COLUMN.search(row.text) is not None for row in rows if "\t" in row.text]
    )
