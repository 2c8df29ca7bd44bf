"""Section labels of minutes as data: what each municipality calls the parts of an item."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from store.ingest.parsed import FactKind

Role = Literal[
    "background", "assessment", "finance", "recommendation", "decision", "earlier", "attachments",
    "case", "decider", "access", "meta", "absent", "present", "head", "signature",
]  # fmt: skip

LABELS: dict[Role, tuple[str, ...]] = {
    "background": (
        "resumé", "resume", "sagsresumé", "kort resumé", "sammenfatning", "sammendrag", "sagens kerne", "kernen i sagen",
        "beslutningstema", "problemstilling", "anledning", "baggrund", "baggrund for sagen", "sagens opståen",
        "sagens baggrund", "indledning", "introduktion", "formål", "sagens formål", "hvad handler sagen om",
        "sagsfremstilling", "sagsbeskrivelse", "beskrivelse", "beskrivelse af sagen", "sagens indhold", "sagen kort",
        "redegørelse", "fremstilling", "sagsfremstilling og økonomi", "løsning", "løsninger", "forslag til løsning",
        "effekt", "forventet effekt", "konsekvenser", "øvrige konsekvenser", "andre konsekvenser",
        "sammenhæng til andre sager", "sammenhæng", "planlægningsforhold", "tidsplan", "proces", "videre proces",
        "den videre proces", "videre forløb", "det videre forløb", "tidsperspektiv", "kommunikation",
        "information", "borgerinddragelse", "inddragelse", "høring", "høringer", "høringssvar", "udtalelse",
        "udtalelser", "partshøring", "lovgrundlag", "retsgrundlag", "retsregler og andre forskrifter", "lovgivning",
        "juridiske konsekvenser", "juridiske forhold", "jura", "juridisk grundlag", "personale",
        "personalemæssige konsekvenser", "personaleforhold", "miljømæssige konsekvenser", "miljø",
        "klima og miljø", "klimakonsekvenser", "klima", "bæredygtighed", "miljøvurdering", "sundhed",
        "sundhedsmæssige konsekvenser", "handicapforhold", "ligestilling", "politiske mål", "politik", "vision",
        "vision og mål", "strategi", "kompetence og sagsgang", "kvalitet", "organisering", "tidligere politisk behandling",
        "sagsgang", "sagsforløb", "sagsgang og sagstype", "sagstype", "sagens gang", "åbne spørgsmål", "bemærkninger",
        "supplerende sagsfremstilling", "supplerende oplysninger", "supplerende bemærkninger", "tillægsnotat",
        "beslutningsforslag", "initiativ", "spørgsmål", "svar", "relation til politikker", "andre oplysninger",
        "status", "opfølgning", "konsekvenser for borgerne", "kommunikation og inddragelse",
    ),
    "assessment": (
        "vurdering", "vurderinger", "forvaltningens vurdering", "administrationens vurdering", "samlet vurdering",
        "forvaltningens bemærkninger", "administrationens bemærkninger", "direktionens vurdering",
        "administrativ vurdering", "faglig vurdering", "direktionens bemærkninger", "risikovurdering", "risici",
        "administrationens anbefaling", "konklusion og vurdering", "overvejelser",
    ),
    "finance": (
        "økonomi", "økonomiske konsekvenser", "økonomiske konsekvenser og finansiering", "økonomi og finansiering",
        "økonomiske forhold", "finansiering", "bevilling", "bevillingsmæssige konsekvenser", "økonomi og personale",
        "økonomiske og personalemæssige konsekvenser", "økonomi og ressourcer", "budget", "budgetmæssige konsekvenser",
        "økonomi og bevillinger", "afledte økonomiske konsekvenser", "økonomisk betydning", "konsekvenser for økonomi",
        "økonomisk konsekvens", "finansielle konsekvenser",
    ),
    "recommendation": (
        "indstilling", "indstillinger", "administrativ indstilling", "administrationens indstilling",
        "forvaltningens indstilling", "forvaltningens forslag", "forvaltningen indstiller",
        "administrationen indstiller", "forvaltningen foreslår", "forvaltningen anbefaler",
        "administrationen foreslår", "administrationen anbefaler", "direktionen indstiller", "direktionens indstilling",
        "sekretariatets indstilling", "fagafdelingens indstilling", "forslag til beslutning", "forslag til vedtagelse",
        "beslutningspunkter", "beslutningspunkt", "indstilling til beslutning", "anbefaling", "anbefalinger", "forslag",
        "det indstilles", "det anbefales", "det foreslås", "indstilles", "formandens indstilling",
        "borgmesterens indstilling", "magistratens indstilling", "udvalgets indstilling", "kommunaldirektørens indstilling",
        "indstilling om", "direktørens indstilling", "direktionens forslag",
    ),
    "decision": (
        "beslutning", "beslutninger", "vedtagelse", "vedtagelser", "afgørelse", "udvalgets beslutning",
        "udvalgets vedtagelse", "byrådets beslutning", "byrådets vedtagelse", "kommunalbestyrelsens beslutning",
        "direktionens beslutning", "protokol", "protokollat", "protokoltekst", "konklusion", "endelig beslutning",
        "mødets beslutning", "mødebeslutning", "beslutningsprotokol", "udfald", "resultat", "besluttet", "referat",
        "referattekst", "beslutning og referat", "konklusion og beslutning", "udvalgsbeslutning", "besluttede",
        "beslutningsreferat", "opsamling", "behandling på mødet",
    ),
    "earlier": (
        "tidligere behandling", "tidligere beslutning", "tidligere beslutninger", "sagens forløb",
        "historik", "tidligere behandlinger", "beslutningshistorik", "behandling i andre udvalg", "sagshistorik",
        "udvalgenes behandling", "tidligere behandlet", "forudgående behandling", "beslutningsforløb",
    ),
    "attachments": (
        "bilag", "bilagsliste", "bilagsoversigt", "bilag til sagen", "bilag til punktet", "vedhæftede filer",
        "vedhæftninger", "vedhæftede dokumenter", "dokumenter", "vedlagte bilag", "bilagsfortegnelse", "sagens bilag",
        "vedlagt", "bilag vedlagt", "relevante dokumenter", "filer", "bilag i sagen", "åbne bilag", "lukkede bilag",
    ),
    "decider": (
        "sagen afgøres i", "sagen afgøres af", "beslutningskompetence", "beslutningskompetencen", "kompetence",
        "afgøres af", "afgøres i", "sagen behandles i", "besluttende udvalg", "beslutningsinstans",
        "kompetenceforhold", "beslutningstager", "besluttes i", "afgørelseskompetence",
    ),
    "access": ("adgang", "offentlighed", "åbenhed", "åben/lukket", "publicering", "klassifikation", "punkttype"),
    "meta": (
        "dok.nr", "dok. nr", "doknr", "dok.id", "dokumentnummer", "dokumentnr", "initialer", "sagsbehandler",
        "sagsansvarlig", "ansvarlig forvaltning", "forvaltning", "fagforvaltning", "afdeling", "kontaktperson",
        "forelægges af", "sagsfremlæggelse", "direktør", "fagchef", "center", "dok", "gæster", "deltager i punktet",
        "eksterne deltagere", "tidsforbrug", "tid til punktet", "bilagsnr", "punktnummer", "klik her", "sagens dokumenter",
        "deltagere under punktet", "indstiller", "forelægger", "fremlægges af", "fremlægger", "oplægsholder", "emneord", "kle", "kle-nr", "kle nr", "ejer",
    ),
    "absent": (
        "fraværende", "afbud", "afbud fra", "fraværende med afbud", "fraværende uden afbud", "ikke til stede",
        "ej til stede", "ikke tilstede", "fravær", "meldt afbud", "inhabil", "inhabile", "inhabilitet",
        "fremmøde og inhabilitet", "ikke deltaget", "fraværende i mødet", "fremmøde",
    ),
    "present": (
        "medlemmer", "deltagere", "til stede", "tilstede", "mødedeltagere", "udvalgets medlemmer", "fremmødte",
        "deltagende", "direktionens medlemmer", "mødte", "til stede var", "deltog", "følgende deltog",
        "direktionen", "tilstedeværende", "øvrige deltagere", "deltagere fra administrationen", "fra administrationen",
        "fra forvaltningen", "stedfortrædere", "stedfortræder", "suppleanter",
    ),
    "head": (
        "mødedato", "dato", "mødetidspunkt", "tidspunkt", "tid", "mødetid", "starttidspunkt", "sluttidspunkt",
        "starttidspunkt for møde", "sluttidspunkt for møde", "start", "slut", "mødested", "sted", "lokale", "mødelokale",
        "udvalg", "udsendelsesdato", "formand", "ordstyrer", "mødeleder", "referent", "sekretær", "mødet slut", "møde",
        "mødet hævet", "mødestart", "mødeslut", "møde afholdt", "organ", "forum", "råd", "mødetype", "mødenummer",
        "mødet begyndt", "mødet sluttede", "pdf", "mødets afholdelse", "mødeafholdelse", "næste møde", "mødenr",
    ),
    "signature": (
        "underskriftsside", "underskrifter", "underskrift", "underskriftsblad", "underskriftark",
        "underskrives af", "protokollen underskrives", "referatet godkendt af", "elektronisk godkendelse",
    ),
}  # fmt: skip

KIND: dict[Role, FactKind] = {
    "background": "background",
    "earlier": "background",
    "assessment": "assessment",
    "finance": "finance",
    "recommendation": "recommendation",
    "decision": "decision",
}
SECTIONS = frozenset({"background", "assessment", "finance", "recommendation", "decision", "earlier", "attachments"})
DOCUMENT_WORDS = frozenset({"referat", "protokol", "beslutningsprotokol", "beslutningsreferat", "møde"})
"""Labels that are also what a document calls itself on its first page."""
META = frozenset({"case", "decider", "access", "meta", "absent", "present", "head"})
# These words also open ordinary sentences: without a colon they count only as a line of their own.
WEAK = frozenset(
    [
        "forslag",
        "effekt",
        "konsekvenser",
        "information",
        "inddragelse",
        "politik",
        "strategi",
        "vision",
        "klima",
        "miljø",
        "sundhed",
        "kvalitet",
        "status",
        "svar",
        "spørgsmål",
        "personale",
        "budget",
        "bevilling",
        "jura",
        "filer",
        "dokumenter",
        "direktør",
        "center",
        "afdeling",
        "start",
        "slut",
        "tid",
        "sted",
        "møde",
        "råd",
        "forum",
        "organ",
        "udvalg",
        "dato",
        "referat",
        "direktionen",
        "initiativ",
        "opfølgning",
        "proces",
        "kommunikation",
        "formål",
        "indledning",
        "løsning",
        "beskrivelse",
        "overvejelser",
        "risici",
        "bilag",
        "forvaltning",
        "lovgivning",
        "ligestilling",
        "sammenhæng",
        "opsamling",
        "resultat",
        "protokol",
        "besluttet",
        "besluttede",
        "udfald",
        "indstilles",
        "bemærkninger",
        "udtalelse",
        "afbud",
        "deltog",
        "mødte",
        "fravær",
        "deltagere",
        "dok",
        "kle",
        "ejer",
        "medlemmer",
        "inhabil",
        "inhabile",
        "økonomi",
        "vurdering",
        "vurderinger",
        "finansiering",
        "høring",
        "historik",
        "konklusion",
        "organisering",
        "kompetence",
        "formand",
        "anbefaling",
        "anbefalinger",
        "redegørelse",
        "fremstilling",
        "introduktion",
        "godkendelse",
        "afgørelse",
        "adgang",
        "underskrift",
        "anledning",
        "baggrund",
    ]
)
_NUMBERING = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?|[a-hA-H][.)]|[IVX]{1,4}\.)\s{1,4}(?=[A-ZÆØÅ])")
_TRIM = " \t.:;–—-*•_|»«\"'”“"
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
_USUAL = {"o": 5.0, "e": 15.0, "a": 6.0, "i": 6.0, "n": 7.0, "r": 8.0, "s": 6.0, "t": 7.0, "d": 6.0, "l": 5.0, "g": 4.0}


@dataclass(frozen=True, slots=True)
class Label:
    """A section label at the start of a text. `end` is where its content begins; `colon` and `alone` say how it stands."""

    role: Role
    printed: str
    end: int
    colon: bool
    alone: bool
    numbered: bool = False


def fold_label(text: str, lost: str = "") -> str:
    """The comparison form of a label: small letters, no accents on é, no marks around it, without `lost` letters."""
    text = " ".join(text.strip(_TRIM).lower().split()).replace("é", "e").replace("e\u0301", "e")
    text = unicodedata.normalize("NFC", text)
    for letter in lost:
        text = text.replace(letter, "")
    return text


def lost_letters(text: str) -> str:
    """Letters that are all but missing from a text long enough to tell (extraction can lose a whole letter)."""
    sample = text[:60_000].lower()
    total = sum(sample.count(letter) for letter in _LETTERS)
    if total < 600:
        return ""
    lost = "".join(letter for letter, usual in _USUAL.items() if 100 * sample.count(letter) / total < usual / 10)
    # A text that lacks more than two of the commonest letters is not damaged Danish but something else.
    return lost if len(lost) <= 2 else ""


class LabelBook:
    """Recognises labels; `lost` are letters that the document at hand has lost."""

    def __init__(self, lost: str = "") -> None:
        self.lost = lost
        self._roles: dict[str, Role] = {}
        for role, names in LABELS.items():
            for name in names:
                self._roles.setdefault(fold_label(name, lost), role)
        self._longest = max(len(name.split()) for name in self._roles)
        self.weak = {fold_label(name, lost) for name in WEAK}

    def role(self, text: str) -> Role | None:
        """The role of a text that is a label as a whole, else None."""
        return self._roles.get(fold_label(text, self.lost)) if len(text) <= 70 else None

    def at_start(self, text: str) -> Label | None:
        """The label with which `text` begins: alone, before a colon, or (unmistakable ones) before a capital."""
        numbering = _NUMBERING.match(text)
        if numbering:
            inner = self._plain(text[numbering.end() : numbering.end() + 90], len(text) - numbering.end())
            if inner and (inner.role in SECTIONS) and (inner.alone or inner.colon):
                at = numbering.end()
                return Label(inner.role, inner.printed, inner.end + at, inner.colon, inner.alone, numbered=True)
        return self._plain(text[:90], len(text))

    def _plain(self, head: str, length: int) -> Label | None:
        colon = head.find(":")
        if 0 < colon <= 70:
            role = self.role(_without_count(head[:colon]))
            if role:
                return Label(role, head[:colon].strip(_TRIM), colon + 1, True, not head[colon + 1 :].strip())
        if length <= 70:
            role = self.role(_without_count(head))
            if role:
                return Label(role, head.strip(_TRIM), length, False, True)
        return self._loose(head)

    def _loose(self, head: str) -> Label | None:
        """A label that runs straight into its text: "Beslutning Godkendt", "Resumé Kommunen har ..."."""
        words = list(re.finditer(r"\S+", head))[: self._longest + 1]
        for count in range(min(self._longest, len(words) - 1), 0, -1):
            end = words[count - 1].end()
            name = fold_label(head[:end], self.lost)
            role = self._roles.get(name)
            following = words[count].group().lstrip("\"”“»'(•-–")
            if role in SECTIONS and name not in self.weak and (following[:1].isupper() or following[:1].isdigit()):
                return Label(role, head[:end].strip(_TRIM), end, False, False) if head[:1].isupper() else None
        return None

    def names(self, roles: Iterable[Role]) -> list[str]:
        """All names of the given roles, longest first."""
        found = {name for role in roles for name in LABELS[role]}
        return sorted(found, key=len, reverse=True)


def _without_count(text: str) -> str:
    """ "Bilag (3)" and "Bilag 2 stk." as "Bilag"."""
    return re.sub(r"\s*[(\[]\d{1,2}(?:\s?stk\.?)?[)\]]\s*\Z|(?<=[Bb]ilag)\s\d{1,2}\s*\Z", "", text)
