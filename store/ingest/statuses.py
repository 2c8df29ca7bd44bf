"""How far a plan is: what its head says of itself, and the sentences that report on it."""

from __future__ import annotations

import re
from datetime import date

from store.ingest.parsed import ParsedFact
from store.ingest.structure import Structure
from store.ingest.tolerant import tolerant
from store.ingest.whens import find_whens

_DECIDED = (
    r"(?P<word>(?:endeligt\s)?(?:godkendt|vedtaget|tiltrådt|politisk\svedtaget|politisk\sgodkendt)|forelagt|"
    r"revideret|offentliggjort|adopted|approved)"
    r"(?:\s(?:af|i|på|by)\s[^.;:,|\n]{2,70}?)?\s(?:møde[t]?\s)?(?:den\s|d\.\s?|on\s)?(?=\d{1,2}\.?[\s./-])"
)
_ADOPTS = (
    r"[A-ZÆØÅ][\wæøå-]{3,40}\s(?:vedtog|godkendte|tiltrådte)\s(?:den\s)?(?:\w+\s)?(?:strategien|planen|programmet|politikken|projektet|kommissoriet|"
    r"handleplanen|handlingsplanen|rapporten|projektplanen)\s(?:på\s(?:sit\s)?mødet?\s)?(?=den\s\d|d\.\s?\d)"
)
_DRAFT = (
    r"\b(?P<word>(?:(?:første|andet|foreløbigt|endeligt)\s)?udkast|høringsudgave|høringsudkast|høringsversion|"
    r"til\shøring|endelig\s(?:version|udgave)|"
    r"foreløbig\sudgave|arbejdsudgave|igangværende|under\sudarbejdelse|lukket\sprojekt)\b"
)
_ENDED = (
    r"\A(?:(?:projektet|programmet|strategien|planen|initiativet|indsatsen)\ser\s)?(?P<word>afsluttet)\b[^,;]{0,40}\Z"
)
_STATUS = r"\A(?:\w+)?status\s?[:\t|]\s?(?P<word>[^\n]{3,160})"
_GLUED_STATUS = (
    r"\bstatus\s?:\s?(?P<word>(?:[^.;|\n\t]|\.(?=\s?(?:\d|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)))"
    r"{3,100}?)(?=\s[A-ZÆØÅ]\w+(?:\s\w+)?\s?:|[.;|\n\t]|\Z)"
)
_SENTENCE_END = re.compile(r"(?<!\d)\.\s|;\s|\s\|\s|\t|\.\Z")
_REPORTS = (
    r"\b(?:fase(?:n|rne)?|etape(?:n)?|\w*projekt(?:et|er|erne)?|\w*program(?:met)?|\w*indsats(?:en|er|erne)?|"
    r"\w*plan(?:en)?|arbejdet|forløbet|analysen|"
    r"evalueringen|høringen|udbuddet|byggeriet|implementeringen|\w*initiativ(?:et|er|erne)?|aktivitete(?:n|r|"
    r"rne)|\w*strategi(?:en)?|milepæl(?:en)?|"
    r"delprojekt(?:et|er)?|anlægsarbejdet|screeningen|kortlægningen)\b[^.;]{0,60}?\b(?:er|blev|har\sværet|"
    r"forløber|følger|ligger)\b[^.;]{0,40}?"
    r"\b(?:afsluttet|gennemført|igangsat|i\sgang|påbegyndt|forsinket|færdig\w*|sat\si\sbero|standset|udskudt|"
    r"indledt|planmæssigt|tidsplanen|"
    r"opstartet|nået|taget\si\sbrug|under\sudarbejdelse|iværksat|ikke\s(?:på)?begyndt)\b"
)
_STATES = (
    r"\b(?:er|blev|har\sværet|forløber|følger|ligger|mangler|afventer)\b[^.;]{0,60}?\b(?:afsluttet|gennemført|igangsat|"
    r"i\sgang|(?:på)?begyndt|forsinket|færdig\w*|standset|udskudt|indledt|planmæssigt|tidsplanen|opstartet|nået|i\sbrug)\b"
)
"""How far something is, whatever it is: enough under a heading that says that the status follows."""
_STATUS_HEADING = r"\A(?:\d[\d.]*\s)?(?:\w*status|fremdrift|hvor langt)\b"
_MAYBE = r"\b(?:når|hvis|skal|kan|vil|bør|forventes|senest|inden|før|indtil|efter\sat|så\ssnart)\b"
_DONE = (
    "afslut", "gennemf", "igangsat", "i gang", "påbegyndt", "pbegyndt", "p begyndt", "frsinket", "forsinket", "færdig",
    "ber", "udskud", "indledt", "planm", "start", "nået", "i brug", "iværksat", "arbejdelse", "begyndt",
)  # fmt: skip
"""One of these stands in each sentence that says how far something is."""
_SIDE = r"(?:,\s?(?:som|der|hvor|at)\b|\b(?:der\ser|hvilke[nt]?|hvordan|jo|fødes|som|hvis|fra|samtidig)\b)"
_HEAD = 1500


def document_status(structure: Structure) -> str | None:
    """What the document's head says of its own standing: "udkast", "Vedtaget af Byrådet den 3. maj 2016"."""
    head = structure.stream.text[:_HEAD]
    lost = structure.lost
    said = _labelled_status(structure)
    if said:
        return said
    decided = next((hit for hit in tolerant(_DECIDED, lost).finditer(head) if _said(head, hit, lost)), None)
    decided = decided or tolerant(_ADOPTS, lost).search(head)
    if decided:
        times = find_whens(head[decided.end() - 12 : decided.end() + 30], lost=lost)
        end = decided.end() - 12 + times[0].end if times else decided.end()
        return " ".join(head[decided.start() : end].split())
    draft = tolerant(_DRAFT, lost).search(head[:600])
    if draft is None:
        ended = tolerant(_ENDED, lost)
        draft = next((hit for block in structure.blocks[:6] if (hit := ended.match(block.text.rstrip(".")))), None)
    return " ".join(draft["word"].split()) if draft else None


def _labelled_status(structure: Structure) -> str | None:
    """What stands behind "Status:" among the first blocks; a date's own full stops do not end it."""
    pattern = tolerant(_STATUS, structure.lost)
    for block in structure.blocks[:30]:
        if block.start > _HEAD:
            break
        match = pattern.match(block.text)
        if match and not (block.kind == "row" and block.text.count("\t") > 1):
            end = _SENTENCE_END.search(match["word"])
            return " ".join(match["word"][: end.start() if end else None].split())
    if not structure.glued:
        return None
    glued = tolerant(_GLUED_STATUS, structure.lost).search(structure.stream.text[:_HEAD])
    return " ".join(glued["word"].split()) if glued else None


def _said(head: str, hit: re.Match[str], lost: str) -> bool:
    """Whether the head says outright that it is so, and not that it is planned."""
    before = head[max(hit.start() - 80, 0) : hit.start()]
    clause = re.split(r"[.:;\n]", before)[-1]
    return (
        tolerant(r"\b(?:planlægges|forventes|skal|vil|kan|ventes|bør|når|inden|efter)\b", lost).search(clause) is None
    )


def status_facts(structure: Structure, on: date | None) -> list[ParsedFact]:
    """Sentences that say how far the plan or a part of it is; `on` is the day that they name."""
    reports, maybe = tolerant(_REPORTS, structure.lost), tolerant(_MAYBE, structure.lost)
    side = tolerant(_SIDE, structure.lost)
    found: list[ParsedFact] = []
    text = structure.stream.text
    states, heading = tolerant(_STATES, structure.lost), tolerant(_STATUS_HEADING, structure.lost)
    for index, start, end in structure.holding(_DONE):
        sentence = text[start:end]
        match = reports.search(sentence)
        if match is None and heading.match(structure.label_of(index) or ""):
            match = states.search(sentence)
        if match is None or len(sentence) > 400 or maybe.search(sentence[: match.end()]):
            continue
        if match.start() > 60 or side.search(sentence[: match.end()]):
            continue
        whens = [timed.when for timed in find_whens(sentence, on=on, lost=structure.lost)]
        if on is not None and any(when.first is not None and when.first > on for when in whens):
            # "Kortlægningen er færdig i uge 46" tells of the plan's future, not of how far it is.
            continue
        quoted, spans = structure.stream.quote(start, end)
        days = [when for when in whens if when.precision == "day"]
        day = days[0].last if len(days) == 1 else None
        if spans:
            found.append(ParsedFact("initiative", quoted, spans, label="status", on=day))
    return found
