"""What each municipality calls the parts of an agenda item: data, one line of reason for each group."""

from __future__ import annotations

from typing import Literal

Role = Literal[
    "background", "assessment", "finance", "recommendation", "decision", "earlier", "attachments",
    "case", "decider", "access", "meta", "absent", "present", "head", "signature",
]  # fmt: skip

LABELS: dict[Role, tuple[str, ...]] = {
    "background": (
        "resumé", "resume", "sagsresumé", "kort resumé", "sammenfatning", "sammendrag", "sagens kerne",
        "kernen i sagen",
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
        "vision og mål", "strategi", "kompetence og sagsgang", "kvalitet", "organisering",
        "tidligere politisk behandling",
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
        "borgmesterens indstilling", "magistratens indstilling", "udvalgets indstilling",
        "kommunaldirektørens indstilling",
        "indstilling om", "direktørens indstilling", "direktionens forslag",
    ),
    "decision": (
        "beslutning", "beslutninger", "vedtagelse", "vedtagelser", "afgørelse", "udvalgets beslutning",
        "udvalgets vedtagelse", "byrådets beslutning", "byrådets vedtagelse", "kommunalbestyrelsens beslutning",
        "direktionens beslutning", "protokol", "protokollat", "protokoltekst", "konklusion", "endelig beslutning",
        "mødets beslutning", "mødebeslutning", "beslutningsprotokol", "udfald", "resultat", "besluttet", "referat",
        "referattekst", "beslutning og referat", "konklusion og beslutning", "udvalgsbeslutning", "besluttede",
        "beslutningsreferat", "opsamling", "behandling på mødet", "beslutning på mødet", "beslutning i mødet",
        "vedtaget beslutning", "truffet beslutning", "trufne beslutninger", "mødets konklusion", "behandling",
        "beslutning truffet på mødet", "bestyrelsens beslutning", "rådets beslutning", "styregruppens beslutning",
        "beslutning/referat", "referat/beslutning", "beslutning/konklusion", "konklusion/beslutning",
        "beslutning og opfølgning", "drøftelse og beslutning", "beslutningstekst", "det blev besluttet",
        "behandling og beslutning", "beslutning og begrundelse",
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
        "eksterne deltagere", "tidsforbrug", "tid til punktet", "bilagsnr", "punktnummer", "klik her",
        "sagens dokumenter",
        "deltagere under punktet", "indstiller", "forelægger", "fremlægges af", "fremlægger", "oplægsholder",
        "emneord", "kle", "kle-nr", "kle nr", "ejer",
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
        "starttidspunkt for møde", "sluttidspunkt for møde", "start", "slut", "mødested", "sted", "lokale",
        "mødelokale",
        "udvalg", "udsendelsesdato", "formand", "ordstyrer", "mødeleder", "referent", "sekretær", "mødet slut", "møde",
        "mødet hævet", "mødestart", "mødeslut", "møde afholdt", "organ", "forum", "råd", "mødetype", "mødenummer",
        "mødet begyndt", "mødet sluttede", "pdf", "mødets afholdelse", "mødeafholdelse", "næste møde", "mødenr",
        "møde i", "stedet", "mødeforum", "mødets sted", "mødets dato", "udvalg/råd", "mødet afholdt",
    ),
    "signature": (
        "underskriftsside", "underskrifter", "underskrift", "underskriftsblad", "underskriftark",
        "underskrives af", "protokollen underskrives", "referatet godkendt af", "elektronisk godkendelse",
    ),
}  # fmt: skip
# These words also open ordinary sentences: without a colon they count only as a line of their own.
WEAK = frozenset({
    "forslag", "effekt", "konsekvenser", "information", "inddragelse", "politik", "strategi", "vision", "klima",
    "miljø", "sundhed", "kvalitet", "status", "svar", "spørgsmål", "personale", "budget", "bevilling", "jura",
    "filer", "dokumenter", "direktør", "center", "afdeling", "start", "slut", "tid", "sted", "møde", "råd",
    "forum", "organ", "udvalg", "dato", "referat", "direktionen", "initiativ", "opfølgning", "proces",
    "kommunikation", "formål", "indledning", "løsning", "beskrivelse", "overvejelser", "risici", "bilag",
    "forvaltning", "lovgivning", "ligestilling", "sammenhæng", "opsamling", "resultat", "protokol", "besluttet",
    "besluttede", "udfald", "indstilles", "bemærkninger", "udtalelse", "afbud", "deltog", "mødte", "fravær",
    "deltagere", "dok", "kle", "ejer", "medlemmer", "inhabil", "inhabile", "økonomi", "vurdering", "vurderinger",
    "finansiering", "høring", "historik", "konklusion", "organisering", "kompetence", "formand", "anbefaling",
    "anbefalinger", "redegørelse", "fremstilling", "introduktion", "godkendelse", "afgørelse", "adgang",
    "underskrift", "anledning", "baggrund", "behandling", "det blev besluttet",
})  # fmt: skip
