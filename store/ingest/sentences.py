"""Danish text cut into sentences, and the sentences that name an amount, a date or who is responsible."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from store.ingest.dates import day_meant, speaks_of_time
from store.ingest.flow import Stream
from store.ingest.names import FIRST_NAMES
from store.ingest.parsed import FactKind, ParsedFact
from store.ingest.small import small

LONGEST = 700
"""Characters after which a run of words without a full stop is cut at the next softer mark."""

_SHORT = frozenset({
    "ca", "kr", "mio", "mia", "nr", "pkt", "stk", "jf", "evt", "mv", "m.v", "m.m", "d", "kl", "pr", "inkl",
    "ekskl", "vedr", "hhv", "osv", "dvs", "pga", "ift", "fx", "f.eks", "bl.a", "bla", "skt", "s", "sml", "tlf",
    "afd", "el", "lb", "max", "min", "mht", "ang", "art", "cand", "dr", "eks", "etc", "ev", "fr", "hr", "if",
    "iht", "j.nr", "jr", "kap", "l", "lign", "maks", "matr", "mdr", "mill", "ml", "nb", "o.a", "o.l", "o.lign",
    "obs", "p.t", "pt", "p.g.a", "red", "ref", "resp", "sek", "sp", "st", "t", "tab", "tilsv", "udg", "v", "vha",
    "vs", "årl", "ø", "ndr", "sdr", "vestre", "gl", "nuv", "dok", "sagsnr", "bilagsnr", "t.kr", "jan", "feb",
    "mar", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec", "mr", "mrs", "pgl", "inc", "bd", "str",
    "vol", "kgl", "sr", "medd", "forh", "ell", "alm", "vej", "b.la", "i.e", "tr", "kbh", "adm",
})  # fmt: skip
_LONG_SHORT = frozenset(word[-5:] for word in _SHORT if len(word) > 4)
_MAY_CLOSE = frozenset({
    "kr", "mv", "m.v", "m.m", "osv", "o.l", "o.a", "etc", "mio", "mia", "pt", "p.t", "stk",
})  # fmt: skip
_BEFORE_NUMBER = frozenset({
    "punkt", "pkt.", "sag", "dagsordenspunkt", "punkterne", "bilag", "mod", "lokalplan",
    "uge", "til", "på", "i", "af", "ca.", "nr.", "side", "og", "kl.", "§", "artikel", "klasse", "omkring", "cirka",
})  # fmt: skip
_STOP = re.compile(r"[.!?…\n](?:(?<=\n)\n*|(?<!\n)[.!?…]*[\"”»')\]]*(?=\s))")
"""Begins with one class of signs, so that the search leaps from one of them to the next."""
_SOFT = re.compile(r"[;:•]\s|\s[-–•▪]\s|,\s")
_WORD_BEFORE = re.compile(r"(\S{1,24})\Z")
_MONEY = re.compile(
    r"\d[\d.,]*\s{0,2}(?:-\s?\d[\d.,]*\s)?(?:mio\.?|mia\.?|mill(?:ion(?:er)?|\.)?|milliard(?:er)?|tusinde?|"
    r"t\.?)?\s{0,2}"
    r"(?:d?kr\b\.?|kroner\b|,-|€|euro\b|t\.?kr\b)"
    r"|\d[\d.,]*\s{0,2}(?:mio\.|mia\.|millioner\b|milliard(?:er)?\b|tkr\b|t\.kr)"
    r"|(?:\bkr\.?|\bdkk|€)\s{0,2}\d",
    re.IGNORECASE,
)
_MONEY_STEMS = ("kr", "mio.", "mia.", "million", "milliard", "euro", "€", ",-")
"""One of these stands in each amount."""
_LOST_MONEY = re.compile(r"(?<![\w.])kr\.(?!\w)", re.IGNORECASE)
_FIGURE_BEFORE = re.compile(
    r"(?:\d[\d.,]*|,-)\s{0,2}(?:(?:mio|mia|mill|t|tusind\w*|hele|hundrede)\.?\s{0,2})?\Z|"
    r"(?:\bi|hele|antal|tusinde?|1\.?000|mio\.?|mia\.?|\(|\bt\.?|pr\.?|løbende|beløb|alle|"
    r"faste)\s{0,2}\Z", re.IGNORECASE
)  # fmt: skip
PATTERN_LETTERS = frozenset("bdfnrstw")
"""Letters that patterns need as signs: where a document has lost one of these, patterns are used as they are."""

_NAME = r"\b([A-ZÆØÅ][a-zæøåéü]{1,20})(?:-[A-ZÆØÅ][a-zæøå]+)? [A-ZÆØÅ]"
_ROLES = (
    "formand", "næstformand", "forperson", "projektleder", "programleder", "tovholder", "ansvarlig",
    "ansvarlige", "ansvar",
    "ansvaret", "referent", "kontaktperson", "koordinator", "sekretær", "medlem", "medlemmer", "repræsentant",
    "repræsentanter", "suppleant", "stedfortræder", "styregruppe", "styregruppen", "projektgruppe", "projektgruppen",
    "arbejdsgruppe", "arbejdsgruppen", "følgegruppe", "følgegruppen", "projektejer", "direktør", "kommunaldirektør",
    "borgmester", "rådmand", "rådmænd", "chef", "centerchef", "afdelingschef", "økonomichef", "chefkonsulent",
    "kontorchef", "fagchef", "leder", "udpeget", "udpeges", "udpeger", "varetager", "varetages", "forankret",
    "forankres",
)  # fmt: skip
_ROLE_STEMS = (
    "formand", "forperson", "leder", "tovholder", "ansvar", "referent", "kontakt", "koordinator", "sekret", "medlem",
    "repræsentant", "suppleant", "stedfortræder", "gruppe", "ejer", "direktør", "borgmester", "rådm", "chef",
    "konsulent",
    "udpeg", "varetage", "forank",
)  # fmt: skip
"""What every role's word holds: a look for these is cheaper than one for the words."""
_FIGURE = re.compile(r"[\d€]")
_TIME_WORD = re.compile(
    r"primo|medio|ultimo|udgang|begyndelse|start|slutning|årsskift|sommer|forår|efterår|vinter|nytår|\bjul|uge",
    re.IGNORECASE,
)
_TIME_STEMS = (
    "primo", "medio", "ultimo", "udgang", "begyndelse", "start", "slutning", "årsskift", "sommer", "forår", "efterår",
    "vinter", "nytår", "jul", "uge",
)  # fmt: skip
_TIES = (
    r"udgør|udgøres af|består af|bestående af|sidder|deltager|er ansvarlig\w*|(?:har|får|få|have) ansvaret|står for|"
    r"varetage[rs]|ledes af|udpeges|udpeget|valgt|vælges|udnævn\w+|indkaldt|mødte som|vil være|er formand|"
    r"nedsat en|nedsættes en|anført som|kan kontaktes|kontaktes|rettes til|forelægges af|orienterede|"
    r"forankre[st]\w*|forankret|"
    r"inhabil|fraværende|afbud|som stedfortræder|repræsenteres|er medlem|er projektleder"
)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Places of the sentences of `text`, in order, white space left out; a line break always ends one.

    A run of more than LONGEST characters without an end is cut at a softer mark, else at a blank.
    """
    return list(_split(text))


@lru_cache(maxsize=32)
def _split(text: str) -> tuple[tuple[int, int], ...]:
    # A text is cut for its passages and again for the facts in it: the second time costs nothing.
    found: list[tuple[int, int]] = []
    start = 0
    for stop in _STOP.finditer(text):
        at, end = stop.span()
        if text[at] == "\n" or _closes(text, at, end):
            found += _trimmed(text, start, end)
            start = end
    found += _trimmed(text, start, len(text))
    return tuple(found)


def _closes(text: str, at: int, end: int) -> bool:
    """Whether the mark at `at` ends a sentence: not behind an abbreviation, an initial or an ordinal number."""
    following = text[end : end + 6].lstrip()
    if not following:
        return True
    first = following.lstrip("\"”“»«'(•-–")[:1]
    if first.islower():
        return False
    if text[at] != ".":
        return True
    tail = text[max(at - 5, 0) : at]
    if len(tail) == 5 and tail.isalpha() and tail.lower() not in _LONG_SHORT:
        # Hardly any abbreviation has five letters: most sentences are told from that.
        return True
    before = _last_word(text[max(at - 24, 0) : at])
    word = before.lower().lstrip("(\"'”»")
    if word in _MAY_CLOSE or word.split("/")[-1] in _MAY_CLOSE:
        return first.isupper()
    if before.isupper() and len(word) > 1:
        # "KL." names the association of municipalities; only "kl." is short for o'clock.
        return True
    if word in _SHORT or word.split("-")[-1] in _SHORT or (len(word) == 1 and word.isalpha()):
        return False
    if word.isdecimal() and len(word) <= 2:
        return _ends_on_number(text, at - len(word))
    return True


def _last_word(text: str) -> str:
    """The word that `text` ends in, empty behind a blank."""
    return "" if not text or text[-1].isspace() else text.split()[-1]


def _ends_on_number(text: str, at: int) -> bool:
    """Whether the short number at `at` ends a sentence ("... i uge 43. Derefter") rather than opens a list entry."""
    before = _WORD_BEFORE.search(text[max(at - 40, 0) : at].rstrip(" "))
    return before is not None and before[1].lower() in _BEFORE_NUMBER


def _trimmed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentence from `start` to `end` without white space at its ends, in pieces where it is too long."""
    part = text[start:end]
    bare = part.strip()
    if not bare:
        return []
    start += part.find(bare)
    end = start + len(bare)
    return [(start, end)] if len(bare) <= LONGEST else list(_in_pieces(text, start, end))


def _in_pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = _soft_cut(text, start)
        stop = cut
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        if stop > start:
            yield start, stop
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _soft_cut(text: str, start: int) -> int:
    last = start + LONGEST
    soft = [match.end() for match in _SOFT.finditer(text, start + LONGEST // 3, last)]
    strong = [end for end in soft if text[end - 2] != ","]
    if strong or soft:
        return (strong or soft)[-1]
    blank = text.rfind(" ", start + LONGEST // 3, last)
    return blank + 1 if blank > 0 else last


def holds_amount(text: str) -> bool:
    """Whether a sentence names an amount of money with its figure."""
    low = text.lower()
    return any([stem in low for stem in _MONEY_STEMS]) and _MONEY.search(text) is not None


def lost_amount(text: str) -> bool:
    """Whether a sentence has "kr." without any figure: the amount was lost when the text was extracted."""
    if "kr." not in text.lower():
        return False
    for match in _LOST_MONEY.finditer(text):
        before, behind = text[max(match.start() - 30, 0) : match.start()], text[match.end() : match.end() + 3]
        if not _FIGURE_BEFORE.search(before) and not behind.lstrip()[:1].isdecimal():
            return True
    return False


def _holds(low: str, stems: Sequence[str]) -> bool:
    for stem in stems:  # noqa: SIM110 - a loop takes half the time of a generator, and this is asked of every sentence
        if stem in low:
            return True
    return False


class Sentences:
    """Finds the sentence facts of a stream; `lost` are letters that the document has lost, `near` its date."""

    def __init__(self, near: date | None, lost: str = "") -> None:
        self.near = near
        self.lost = lost
        self._drop = str.maketrans(dict.fromkeys("" if PATTERN_LETTERS & set(lost) else lost, ""))
        roles = "|".join(sorted((role.translate(self._drop) for role in _ROLES), key=len, reverse=True))
        # Asked of small letters; the bare one, which is cheaper, holds wherever the other does.
        self._role = re.compile(rf"\b(?:\w{{0,25}}(?:{roles})(?:en|et|ene|erne|s|ens)?)\b")
        self._bare = re.compile(rf"(?:{roles})(?:en|et|ene|erne|s|ens)?\b")
        self._tie = re.compile(rf"\b(?:{_TIES.translate(self._drop)})\b")
        self._name = re.compile(_NAME)
        self._stems = tuple(stem.translate(self._drop) for stem in _ROLE_STEMS)

    def facts(self, stream: Stream, source_kind: FactKind, label: str | None = None) -> list[ParsedFact]:
        """Amount, date and person facts of every sentence of `stream`."""
        found: list[ParsedFact] = []
        low = stream.text.lower()
        # Most texts hold few of the stems: the others need not be looked for in every sentence.
        times = [stem for stem in _TIME_STEMS if stem in low]
        roles = [stem for stem in self._stems if stem in low]
        for start, end in split_sentences(stream.text):
            sentence = stream.text[start:end]
            kinds = list(self._kinds(sentence, times, roles))
            if not kinds:
                continue
            text, spans = stream.quote(start, end)
            for kind in kinds:
                on = day_meant(sentence, self.near) if kind == "date" else None
                found.append(ParsedFact(kind, text, spans, label=label, on=on, source_kind=source_kind))
        return found

    def _kinds(self, sentence: str, times: Sequence[str], roles: Sequence[str]) -> Iterator[FactKind]:
        if len(sentence) < 8:
            return
        figure = _FIGURE.search(sentence) is not None
        if figure and holds_amount(sentence):
            yield "amount"
        low = sentence.lower() if times or roles else ""
        timed = figure or (_holds(low, times) and _TIME_WORD.search(sentence) is not None)
        if timed and speaks_of_time(sentence):
            yield "date"
        if _holds(low, roles) and self.names_somebody(sentence):
            yield "person"

    def names_somebody(self, sentence: str) -> bool:
        """Whether a sentence ties a person or a body to a role or a responsibility."""
        low = small(sentence)
        if not _holds(low, self._stems) or self._bare.search(low) is None:
            return False
        role = self._role.search(low)
        if role is None:
            return False
        if self._tie.search(low):
            return True
        near = sentence[max(role.start() - 60, 0) : role.end() + 60]
        return any(match[1].lower() in FIRST_NAMES for match in self._name.finditer(near))
