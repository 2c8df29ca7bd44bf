"""What a document calls itself: minutes, or a plan, a report, a note on how far a plan is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.ingest.headings import SECTIONS, Label
from store.ingest.recognise import Seen

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
_COLUMN = re.compile(r"\b(?:beslut|indstil|punkt|pkt|sag)", re.IGNORECASE)


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
    head = " ".join([*(each.row.text[:400] for each in seen[:60]), title or ""])
    return _CALLS_ITSELF.search(head) is not None or any(
        "\t" in each.row.text and _COLUMN.search(each.row.text) for each in seen
    )
