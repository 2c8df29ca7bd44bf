"""What a list holds and how many, told from the words of its heading or of the sentence that leads in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from store.ingest.parsed import PartKind
from store.ingest.tolerant import tolerant, without

_WORDS: tuple[tuple[PartKind, str], ...] = (
    ("recommendation", r"(?:anbefaling|indstilling)(?:er|erne|en)?|anbefale[rst]?|anbefalede|indstilles|"
        r"foreslås|foreslået|forslag(?:ene)?|recommendations?|recommended|recommends"),
    ("phase", r"(?:\w*fase|etape|bølge)(?:r|rne|n)?|(?:proces)?trin(?:ene)?|skridt(?:ene)?|phases|stages|steps"),
    ("group", r"\w*(?:grupper|grupperne|udvalgene|netværkene)|målgrupperne"),
    ("case", r"\w*cases?(?:ne)?|casene|eksempler(?:ne)?"),
    ("barrier", r"barriers|challenges|risks|"
        r"\w*(?:barriere|udfordring|hindring)(?:r|rne|er|erne)|risi(?:ci|koen|kofaktorer(?:ne)?)|dilemmaer"),
    ("principle", r"\w*(?:princip|værdi|spilleregl|leveregl|ledetråd|grundsætning)(?:per|perne|er|erne)|principles|"
        r"kriterier(?:ne)?"),
    (
        "focus_area",
        r"\w*(?:fokus|indsats|hoved|udviklings|program|prioriterings|satsnings|tema)områder(?:ne)?|"
        r"focus\sareas|priority\sareas|priorities|themes|pillars|workstreams|\w*temaer(?:ne)?|\w*spor(?:ene)?"
        r"|pejlemærker(?:ne)?|søjler(?:ne)?|satsninger(?:ne)?|hovedindsatser(?:ne)?|støttefunktioner(?:ne)?|"
        r"delprogrammer(?:ne)?"
        r"|tilgange(?:ne)?|byggesten(?:ene)?|strategiområder(?:ne)?|fokuspunkter(?:ne)?|kerneområder(?:ne)?",
    ),
    (
        "goal",
        r"\w*mål(?:ene|sætning(?:en|er|erne)?)?|formål(?:et|ene)?|\w*gevinster(?:ne)?|succeskriterier(?:ne)?|"
        r"ambitioner(?:ne)?|goals|objectives|targets"
        r"|visioner(?:ne)?|effekter(?:ne)?|resultatkrav(?:ene)?|delmål(?:ene)?",
    ),
    (
        "action",
        r"\w*(?:handling|indsats|aktivitet|leveranc|opgav|foranstaltning|projekt|delprojekt)(?:er|erne|e)|"
        r"\w*tiltag(?:ene)?"
        r"|actions|initiatives|activities|deliverables|\w*initiativer(?:ne)?|\w*indsatserne|handlemuligheder",
    ),
    ("member", r"\w*medlem(?:mer|merne)?|deltager(?:e|ne)?|repræsentant(?:er|erne)|sammensætning(?:en)?|"
        r"sammensat|består|bestående|udgøres|members"),
)  # fmt: skip
_PLAIN = (
    r"\w*elementer(?:ne)?|\w*punkter(?:ne)?|\w*områder(?:ne)?|\w*kategorier(?:ne)?|\w*niveauer(?:ne)?|"
    r"\w*typer(?:ne)?|\w*krav(?:ene)?|"
    r"\w*forhold(?:ene)?|\w*dele(?:ne)?|\w*greb(?:ene)?|\w*veje(?:ne)?|\w*modeller(?:ne)?|\w*metoder(?:ne)?|"
    r"\w*processer(?:ne)?|"
    r"\w*spørgsmål(?:ene)?|\w*emner(?:ne)?|\w*rammer(?:ne)?|\w*løsninger(?:ne)?|\w*milepæl(?:e|ene|splan|splanen)|\w*ønsker|"
    r"\w*perspektiver(?:ne)?|\w*bydele(?:ne)?"
    r"|\w*partnere?|\w*kommuner(?:ne)?|\w*steder(?:ne)?|\w*redskaber(?:ne)?|\w*kilder(?:ne)?|\w*roller(?:ne)?|"
    r"\w*kompetencer(?:ne)?"
)
_NUMBERS = {
    "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12,
    "tretten": 13, "fjorten": 14, "femten": 15, "seksten": 16, "sytten": 17, "atten": 18, "nitten": 19, "tyve": 20,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_COUNT = "(?P<count>" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r"|[2-9]|[12]\d)"
_NOUN = "(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _WORDS) + f"|(?P<element>{_PLAIN}))"
_BOUND = r"(?<![\wæøåÆØÅ-])"
_STOP = r"(?![\wæøåÆØÅ])"
_ANNOUNCED = rf"{_BOUND}{_COUNT}\s(?:[\wæøåéÆØÅ,/-]+\s){{0,4}}?{_NOUN}{_STOP}"
_COUNTED = rf"{_BOUND}{_COUNT}\s(?:[\wæøåéÆØÅ-]+\s){{0,2}}?[a-zæøå]{{3,}}\s?:?\Z"
_FOLLOWING = (
    rf"{_BOUND}(?:følgende|nedenstående|disse|bl\.a\.|blandt\sandet)\s(?:[\wæøåéÆØÅ-]+\s){{0,3}}?{_NOUN}{_STOP}"
)
_ANY = rf"{_BOUND}{_NOUN}{_STOP}"
_MEMBERS = (
    r"(?:\w*(?:styre|projekt|arbejds|følge|reference|program|koordinations|ekspert|redaktions|bruger|bygge|implementerings|interessent|"
    r"dialog|planlægnings|udviklings)gruppe(?:n)?|projektorganisation(?:en)?|"
    r"projektledelse|bemanding|deltagere|medlemmer)(?:ns?)?(?:\s(?:består|udgøres|sammensættes|er\ssammensat|medlemmer|for|i)\b.{0,60})?\s?:?\Z"
)
_SINGLE: tuple[tuple[PartKind, str], ...] = (
    ("phase", r"fase|etape|bølge|trin"),
    ("focus_area", r"fokusområde|indsatsområde|tema|\w*spor|søjle|pejlemærke|hovedindsats|satsning|delprogram|"
        r"udviklingsområde|støttefunktion"),
    ("action", r"indsats|handling|tiltag|initiativ|aktivitet|leverance|opgave|delprojekt|projekt"),
    ("group", r"\w*gruppe"),
    ("case", r"case|eksempel"),
    ("barrier", r"barriere|udfordring|risiko"),
    ("recommendation", r"anbefaling|forslag"),
    ("principle", r"princip|værdi"),
    ("goal", r"mål|delmål|formål|succeskriterium|ambition"),
)  # fmt: skip
_SINGLE_NOUN = "(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _SINGLE) + ")"
_LABELLED = (
    rf"(?:{_SINGLE_NOUN}\s{{1,2}}(?:nr\.\s?)?(?P<number>\d{{1,2}}|[A-H]|[IVX]{{1,4}}|et|to|tre|fire|fem|seks|"
    rf"syv)(?![\wæøå]|[.,]\d)"
    rf"|(?P<ordinal>\d{{1,2}})\.\s(?:{_SINGLE_NOUN.replace('?P<', '?P<o_')})(?![\wæøå]))"
    r"\s{0,2}[.:)–-]?\s{0,2}(?:[–-]\s)?"
)

_MAY_BE_LABEL = re.compile(
    r"(?:\w++\s{1,2}(?:nr\.\s?)?(?:\d|[A-HIVX]|et|to|tre|fi|fe|se|sy)|\d{1,2}\.\s)", re.IGNORECASE
)
"""A word and a number: a cheap look before it is asked which."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a heading or lead-in says of the list it names."""

    kind: PartKind | None
    announced: int | None = None
    strong: bool = False
    """It says outright that a list follows: a count, or "følgende" before the noun."""
    noun: str = field(default="", compare=False)
    """The word for what is listed, as printed; empty where none was needed to tell."""


@dataclass(frozen=True, slots=True)
class Label:
    """An element's own word and number: "Fase 2", "3. barriere", "Spor B". `end` is where its title begins."""

    kind: PartKind
    number: str
    end: int


@lru_cache(maxsize=2048)
def named(text: str, lost: str = "") -> Named:
    """The kind and count that the words of a heading or lead-in give; kind None when no word of a list is in it."""
    counts = [hit for hit in tolerant(_ANNOUNCED, lost).finditer(text) if not _numbers_a_heading(text, hit)]
    announced = counts[-1] if counts else None
    if announced:
        word = without(announced["count"], lost)
        count = next((value for name, value in _NUMBERS.items() if without(name, lost) == word), None)
        return Named(_kind(announced), count if count is not None else int(word), strong=True)
    counted = tolerant(_COUNTED, lost).search(text) if text.rstrip().endswith(":") else None
    if counted:
        word = without(counted["count"], lost)
        count = next((value for name, value in _NUMBERS.items() if without(name, lost) == word), None)
        return Named("element", count if count is not None else int(word), strong=True)
    following = tolerant(_FOLLOWING, lost).search(text)
    if following:
        return Named(_kind(following), strong=True)
    if tolerant(_MEMBERS, lost).match(text):
        return Named("member")
    hits = list(tolerant(_ANY, lost).finditer(text))
    if not hits:
        return Named(None)
    asks = next(
        (hit for hit in hits if hit["recommendation"] and re.match(r"(?i)anbefal\w*$|indstilles|fore", hit.group())),
        None,
    )
    best = asks or (hits[0] if hits[0].start() < 25 else hits[-1])
    return Named(_kind(best), noun=best.group())


def _numbers_a_heading(text: str, hit: re.Match[str]) -> bool:
    """Whether a figure before a capital is a chapter's number or a page's: "3 Projektets mål"."""
    return hit["count"].isdecimal() and text[hit.end("count") :].lstrip()[:1].isupper()


def announces(text: str, lost: str = "") -> Named | None:
    """What a sentence announces with a count ("der er syv fokusområder"), else None."""
    found = named(text, lost)
    return found if found.announced is not None else None


def labelled(text: str, lost: str = "") -> Label | None:
    """The element's own word and number with which `text` begins, else None."""
    match = tolerant(_LABELLED, lost).match(text) if _MAY_BE_LABEL.match(text) else None
    if match is None:
        return None
    for kind, _ in _SINGLE:
        if match[kind]:
            return Label(kind, _number(match["number"]), match.end())
        if match[f"o_{kind}"]:
            return Label(kind, match["ordinal"], match.end())
    return None


def _number(text: str) -> str:
    return str(_NUMBERS.get(text.lower(), 1 if text.lower() == "et" else text))


def _kind(match: re.Match[str]) -> PartKind:
    for kind, _ in _WORDS:
        if match[kind]:
            return kind
    return "element"
