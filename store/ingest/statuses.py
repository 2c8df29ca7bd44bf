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
    r"revideret|offentliggjort)"
    r"(?:\s(?:af|i|på)\s[^.;:,|\n]{2,70}?)?\s(?:møde[t]?\s)?(?:den\s|d\.\s?)?(?=\d{1,2}\.?[\s./-])"
)
_ADOPTS = (
    r"[A-ZÆØÅ][\wæøå-]{3,40}\s(?:vedtog|godkendte|tiltrådte)\s(?:den\s)?(?:\w+\s)?(?:strategien|planen|programmet|politikken|projektet|kommissoriet|"
    r"handleplanen|handlingsplanen|rapporten|projektplanen)\s(?:på\s(?:sit\s)?mødet?\s)?(?=den\s\d|d\.\s?\d)"
)
_DRAFT = (
    r"\b(?P<word>(?:(?:første|andet|foreløbigt|endeligt)\s)?udkast|høringsudgave|høringsudkast|høringsversion|"
    r"til\shøring|endelig\s(?:version|udgave)|"
    r"foreløbig\sudgave|arbejdsudgave|afsluttet|igangværende|under\sudarbejdelse|lukket\sprojekt)\b"
)
_STATUS = r"\bstatus\s?:\s?(?P<word>[^.;|\n\t]{3,60})"
_REPORTS = (
    r"\b(?:fase(?:n|rne)?|etape(?:n)?|\w*projekt(?:et|er|erne)?|\w*program(?:met)?|\w*indsats(?:en|er|erne)?|"
    r"\w*plan(?:en)?|arbejdet|forløbet|analysen|"
    r"evalueringen|høringen|udbuddet|byggeriet|implementeringen|\w*initiativ(?:et|er|erne)?|aktivitete(?:n|r|"
    r"rne)|\w*strategi(?:en)?|milepæl(?:en)?|"
    r"delprojekt(?:et|er)?|anlægsarbejdet|screeningen|kortlægningen)\b[^.;]{0,60}?\b(?:er|blev|har\sværet|"
    r"forløber|følger|ligger)\b[^.;]{0,40}?"
    r"\b(?:afsluttet|gennemført|igangsat|i\sgang|påbegyndt|forsinket|færdig\w*|sat\si\sbero|standset|udskudt|"
    r"indledt|planmæssigt|tidsplanen|"
    r"opstartet|nået|taget\si\sbrug|under\sudarbejdelse|iværksat)\b"
)
_MAYBE = r"\b(?:når|hvis|skal|kan|vil|bør|forventes|senest|inden|før|indtil|efter\sat|så\ssnart)\b"
_DONE = re.compile(
    r"afslut|gennemf|igangsat|i gang|p.?begyndt|frsinket|forsinket|færdig|ber|udskud|indledt|planm|start|nået|"
    r"i brug|iværksat|arbejdelse"
)
_SIDE = r"(?:,\s?(?:som|der|hvor|at)\b|\b(?:der\ser|hvilke[nt]?|hvordan|jo|fødes|som|hvis|fra|samtidig)\b)"
_HEAD = 1500


def document_status(structure: Structure) -> str | None:
    """What the document's head says of its own standing: "udkast", "Vedtaget af Byrådet den 3. maj 2016"."""
    head = structure.stream.text[:_HEAD]
    lost = structure.lost
    said = tolerant(_STATUS, lost).search(head)
    if said:
        return " ".join(said["word"].split())
    decided = next((hit for hit in tolerant(_DECIDED, lost).finditer(head) if _said(head, hit, lost)), None)
    decided = decided or tolerant(_ADOPTS, lost).search(head)
    if decided:
        times = find_whens(head[decided.end() - 12 : decided.end() + 30], lost=lost)
        end = decided.end() - 12 + times[0].end if times else decided.end()
        return " ".join(head[decided.start() : end].split())
    draft = tolerant(_DRAFT, lost).search(head[:600])
    return " ".join(draft["word"].split()) if draft else None


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
    for _, start, end in structure.sentences():
        sentence = text[start:end]
        if not _DONE.search(sentence):
            continue
        match = reports.search(sentence)
        if match is None or len(sentence) > 400 or maybe.search(sentence[: match.end()]):
            continue
        if match.start() > 60 or side.search(sentence[: match.end()]):
            continue
        quoted, spans = structure.stream.quote(start, end)
        days = [
            timed.when for timed in find_whens(sentence, on=on, lost=structure.lost) if timed.when.precision == "day"
        ]
        day = days[0].last if len(days) == 1 else None
        if spans:
            found.append(ParsedFact("initiative", quoted, spans, label="status", on=day))
    return found
