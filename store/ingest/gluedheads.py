"""Where lines that extraction glued into running text began: a capital that no sentence end and no name explains."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from store.ingest.names import FIRST_NAMES
from store.ingest.tolerant import tolerant, without

LONGEST = 150
"""Characters that a glued title may have."""
_CAPITAL = re.compile(
    r"\n(?=\S)|(?<=[a-zæøåéA-ZÆØÅ0-9)\]”\"%?+])\s(?=[A-ZÆØÅ][a-zæøåé]*[ ,:/-]|[A-ZÆØÅ][a-zæøåé]+\Z|"
    r"[A-ZÆØÅ][A-ZÆØÅ]{1,}\w*\s)"
)
_WORD_BEFORE = re.compile(r"([^\s]+)\Z")
_GOVERNING = frozenset({
    "i", "på", "af", "til", "for", "fra", "ved", "med", "om", "hos", "mod", "under", "over", "efter", "før",
    "inden", "mellem",
    "blandt", "uden", "ad", "per", "pr.", "via", "omkring", "siden", "trods", "som", "at", "og", "eller", "samt", "men",
    "herunder", "den", "det", "de", "en", "et", "denne", "dette", "disse", "vores", "deres", "hele", "nye", "ny", "nyt",
    "gamle", "store", "lille", "a/s", "kaldet", "kaldt", "hedder", "jf.", "bl.a.", "fx", "f.eks.", "såsom",
    "inkl.", "ekskl.",
    "vedr.", "ift.", "ifm.", "mhp.", "iht.", "v/", "dvs.", "når", "hvis", "både", "hverken", "end", "er", "var",
    "har", "kan",
    "skal", "vil", "tidligere", "nuværende", "anden", "andre", "alle", "hver", "hvert", "ingen", "min", "din",
    "sin", "dens", "dets",
    "alt", "flere", "mange", "nogle", "færre", "få", "enkelte", "øvrige", "samme", "kl.", "ca.", "begge", "g",
    "fr", "smt", "eks.",
})  # fmt: skip
_GOVERNED = re.compile(
    r"(?<=\s)(?:i|på|af|til|for|fra|ved|med|hos|at|om|mellem)\s((?:[A-ZÆØÅ][\wæøåÆØÅ-]+)(?:\s[A-ZÆØÅ][\wæøåÆØÅ-]+){0,3})"
)
_SMALL = re.compile(r"(?<![\wæøåÆØÅ])[a-zæøå][\wæøå-]+")
_OPENERS = frozenset(
    {"Det", "De", "Den", "Der", "Hver", "Alle", "Denne", "Dette", "Disse", "En", "Et", "Vi", "For", "På", "Ved"}
)
_NAMES_NEXT = re.compile(
    r"(?:\w*chef|\w*direktør|\w*leder|\w*konsulent|borgmester|\w*rådmand|\w*formand|\w*projekt(?:et)?|\w*program(?:met)?|\w*rapport(?:en)?|"
    r"\w*strategi(?:en)?|\w*folder(?:en)?|overskrift(?:en)?|titlen|\w*portal(?:en)?|\w*skolen?|bydelen|byen|firmaet|ordningen|kampagnen|\w*center|"
    r"\w*netværket?|hjemmesiden|selskabet|foreningen|fonden|puljen|platformen|systemet|udvalget|jobcenter|museet|loven|"
    r"modellen|begrebet|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)",
    re.IGNORECASE,
)
_WORD_HERE = re.compile(r"[\wæøåÆØÅ-]+")
_VERB = (
    r"\b(?:er|var|har|havde|skal|skulle|kan|kunne|vil|ville|bliver|blev|må|bør|får|fik|giver|gør|går|kommer|står|ligger|viser|betyder|"
    r"indebærer|omfatter|indeholder|består|arbejder|bidrager|kræver|sikrer|skaber|findes|ønsker|møder|handler|drejer|gælder|sker|dækker|"
    r"understøtter|oplever|opleves|tager|følger|peger|lægger|fokuserer|forventer|beskriver|præsenterer|udgør|deltager|samarbejder|\w{3,}eres|"
    r"anbefales|foreslås|forventes|etableres|udarbejdes|\w+(?:ede|te)s?)\b"
)
_SINGLE = (
    r"(?:indledning|baggrund|formål|organisering|organisation|økonomi|tidsplan|proces|milepæle|eksempel|konklusion|resumé|resume|"
    r"sammenfatning|vision|mål|målsætninger|status|evaluering|risici|ressourcer|budget|metode|kommunikation|bemanding|interessenter|"
    r"afgrænsning|leverancer|succeskriterier|anbefalinger|forord|opfølgning|handleplan|handlingsplan|indsatser|indsatsområder|"
    r"fokusområder|faser|implementering|finansiering|effekter|gevinster|udfordringer|barrierer|principper|deltagere|styregruppe|projektgruppe|"
    r"forkortelser|opgaver|aktiviteter|perspektiver|kommissorium|styring|forankring|samarbejde|inddragelse|tidsramme)"
)


def names_in(text: str) -> frozenset[str]:
    """Words that are names: capitals stand behind words that govern a name ("i Odense", "at Borgerservice Vest")."""
    found: Counter[str] = Counter()
    for match in _GOVERNED.finditer(text):
        found.update(match[1].split())
    small = Counter(_SMALL.findall(text)) if found else Counter()
    return frozenset(word for word, count in found.items() if count > small[word.lower()] and word not in _OPENERS)


def boundaries(
    text: str, start: int, end: int, *, listing: bool = False, names: frozenset[str] = frozenset()
) -> Iterator[int]:
    """Places between `start` and `end` where a glued line begins: a capital after a word that does not call for one.

    In a list (`listing`) one word may be a line of its own; elsewhere only words that head sections are.
    """
    line = start
    for match in _CAPITAL.finditer(text, start, end):
        at = match.end()
        if match.group() == "\n" and at < end:
            yield at
            line = at
            continue
        before = _WORD_BEFORE.search(text, line, match.start())
        if before is None or at >= end:
            continue
        if before[1].endswith(")") or (listing and before.start() > line and _person(text, at, before[1])):
            yield at
            line = at
            continue
        word = before[1].strip('"”(»«,;')
        if word in names or _calls_for_name(word, first=before.start() <= line, listing=listing):
            continue
        word_here = _WORD_HERE.match(text, at)
        if word_here and word_here.group() in names:
            continue
        if text[at : at + 2].isupper() and not _acts(text, at):
            continue
        yield at
        line = at


def _person(text: str, at: int, before: str) -> bool:
    """Whether a person's name begins at `at` behind the name or body of the one before."""
    match = re.match(r"([A-ZÆØÅ][a-zæøåé]+)(?:-[A-ZÆØÅ][a-zæøå]+)?\s[A-ZÆØÅ]", text[at : at + 60])
    if match is None or match[1].lower() not in FIRST_NAMES or before.lower() in FIRST_NAMES:
        return False
    return not before[:1].islower() or before.endswith((")", "t", "n"))


def _calls_for_name(word: str, *, first: bool, listing: bool) -> bool:
    """Whether a capital behind `word` belongs to a name that goes on, and begins no line."""
    bare = word.lower().rstrip(".")
    if bare in _GOVERNING or word.lower() in _GOVERNING or bare in FIRST_NAMES or _NAMES_NEXT.fullmatch(bare):
        return True
    if word.endswith(("-", "/", "&", ",")):
        return True
    if listing and len(word) > 1 and word.isupper():
        return False
    if word[:1].isupper() and not first:
        return True
    return word[:1].isupper() and first and not listing and not is_section_word(word)


def is_section_word(word: str, lost: str = "") -> bool:
    """Whether one word alone heads sections: "Indledning", "Økonomi", also without letters that were lost."""
    if tolerant(rf"{_SINGLE}\Z", lost).match(word):
        return True
    # Extraction most often loses "o"; a word that only lacks it is still the word.
    return not lost and without(word, "o") in _WITHOUT_O


SECTION_WORD = (
    r"(?:(?<=[a-zæøå0-9)] )|(?<=[.!?] )|\A|(?<=\n))(?:"
    + "|".join(word.capitalize() for word in re.findall(r"[a-zæøåé]{5,}", _SINGLE))
    + r")(?=\s(?:[A-ZÆØÅ][a-zæøå]*\s|[•-]\s|\d))"
)
"""A word that heads sections, glued into text; to be used with `tolerant`, letters of either size kept apart."""
_WITHOUT_O = frozenset(without(name, "o") for name in re.findall(r"[a-zæøåé]{5,}", _SINGLE))


def _acts(text: str, at: int) -> bool:
    """Whether an abbreviation at `at` is the subject of a sentence: "KEjd har", "BUF og SOF arbejder"."""
    return (
        re.match(
            r"\w+(?:\s(?:og|samt)\s\w+)?\s(?:har|er|skal|vil|kan|bliver|arbejder|får|ønsker|bør)\b", text[at : at + 60]
        )
        is not None
    )


def has_verb(text: str, lost: str = "") -> bool:
    """Whether the main clause of `text` holds a finite verb: then it is a sentence, not a title or a catchword."""
    main = tolerant(r",?\s(?:som|der|hvor|så|hvorledes|hvordan|hvilke[nt]?|at|når|hvis|fordi)\s", lost).split(
        text, maxsplit=1
    )[0]
    opening = re.match(r"(?:De|Det|Den|Der|Disse|Dette|Denne|Vi|Man)\s\w+(?:er|es)\b", main)
    return opening is not None or tolerant(_VERB, lost).search(main, len(main.split(" ", 1)[0])) is not None


def first_verb(text: str, lost: str = "") -> str | None:
    """The first finite verb of a sentence, in small letters."""
    match = tolerant(_VERB, lost).search(text)
    return match.group().lower() if match else None


def title_end(text: str, start: int, end: int, *, listing: bool = False) -> int | None:
    """Where the glued title that begins at `start` ends: before the capital of the sentence behind it, else None."""
    stop = min(end, start + LONGEST)
    for at in boundaries(text, start, min(end, stop + 40), listing=listing):
        if at - 1 > stop:
            return None
        if re.search(r"[.!?:]\s", text[start : at - 1]):
            return None
        return (
            at - 1 if text[at - 1].isspace() and not text[start : at - 1].rstrip().endswith((".", ":", ";")) else None
        )
    return None
