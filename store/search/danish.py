"""Danish words as the search sees them: tokens, lemmas, stems and compound parts.

Nothing here depends on what is stored, so no document can change how another one is read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import Stemmer
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from store.search.wordlists import word_lists

CACHED_WORDS = 40_000  # about 12 MB; text of minutes repeats itself so that nineteen words of twenty are met again

_IGNORED = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_TOKEN = re.compile(
    r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?(?![0-9./-])"  # 600.000 and 1.250.000,50
    r"|[^\W\d_]{0,3}[0-9]+(?:[./,:-](?=\w)[0-9A-Za-zÆØÅæøå]+)*"  # 15/8020, 00.30.14-Ø00-2-18, 1,2, 22, S15
    r"|[^\W\d_]+"
)
_GENITIVE_OF_CAPITALS = re.compile(r"^([A-ZÆØÅ]{2,})s$")
_PIECES = re.compile(r"[0-9A-Za-zæøå]+")
_OTHER_LETTERS = str.maketrans({"ä": "æ", "ö": "ø", "ü": "u", "é": "e", "è": "e", "á": "a", "ô": "o", "ó": "o"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number: `word` normalised in lower case, `typed` as it stood, `start` its place in the text."""

    word: str
    typed: str
    start: int = 0


@dataclass(frozen=True, slots=True)
class Analysis:
    """The keys of one word: `stems` of the word itself, surest first, and `parts` of the compound it may be."""

    stems: tuple[str, ...]
    parts: tuple[str, ...] = ()


def _dictionary() -> Mapping[str, str]:
    """Danish word forms with their lemmas, as simplemma ships them."""
    return DefaultDictionaryFactory().get_dictionary("da")


class _Danish:
    """Dictionary, stemmer and word lists; the stemmer keeps the interpreter lock, so threads may share it."""

    def __init__(self) -> None:
        self.lemmas = _dictionary()
        self.lists = word_lists()
        self.stemmer = Stemmer.Stemmer("danish")


@lru_cache(maxsize=1)
def _danish() -> _Danish:
    return _Danish()


def warm() -> None:
    """Load the dictionary now, so that the first question does not wait for it."""
    analyse("kommune")
    known_english("council")


_NOUN_OF_VERB = ("ning", "else", "ing")
SHORTEST_VERB = 3


def normalise(text: str) -> str:
    """Composed, in lower case, without invisible signs, foreign accents as Danish letters."""
    return unicodedata.normalize("NFC", _IGNORED.sub("", text)).lower().translate(_OTHER_LETTERS)


def tokens(text: str) -> list[Token]:
    """The words and numbers of a text in order; a case number is one token, 600.000 becomes 600000."""
    matches = _TOKEN.finditer(unicodedata.normalize("NFC", _IGNORED.sub("", text)))
    return [Token(_normal(match.group()), match.group(), match.start()) for match in matches]


def words(text: str) -> list[str]:
    """The normalised words of a text in order."""
    return list(map(_normal, _TOKEN.findall(unicodedata.normalize("NFC", _IGNORED.sub("", text)))))


@lru_cache(maxsize=CACHED_WORDS)
def _normal(typed: str) -> str:
    """One token of a text as a word."""
    capitals = _GENITIVE_OF_CAPITALS.match(typed)
    word = (capitals.group(1) if capitals else typed).lower().translate(_OTHER_LETTERS)
    if word[0].isdigit() and "." in word and "/" not in word and "-" not in word:
        whole = word.split(",")[0]
        if all(len(group) == 3 for group in whole.split(".")[1:]):
            word = word.replace(".", "")
    return word


def is_word(word: str) -> bool:
    """Whether the token is made of letters alone."""
    return word.isalpha()


@lru_cache(maxsize=CACHED_WORDS // 2)
def known(word: str) -> bool:
    """Whether the word is in the shipped Danish lexicon."""
    danish = _danish()
    return word in danish.lemmas or word in danish.lists.words


@lru_cache(maxsize=1)
def _english() -> Mapping[str, str]:
    return DefaultDictionaryFactory().get_dictionary("en")


def known_english(word: str) -> bool:
    """Whether the word is English: such a word is no misspelt Danish one."""
    return word in _english()


def lemma(word: str) -> str:
    """The dictionary form, or the word itself when the dictionary lacks it."""
    found = _danish().lemmas.get(word)
    return found.lower() if found else word


@lru_cache(maxsize=CACHED_WORDS)
def stem(word: str) -> str:
    """The Snowball stem."""
    return str(_danish().stemmer.stemWord(word))


@lru_cache(maxsize=CACHED_WORDS)
def analyse(word: str) -> Analysis:
    """The keys of a normalised word.

    The stem of the lemma comes first ("bøger" -> "bog"), then the stem of the form itself where it differs, since two
    forms of one word can have been given different lemmas. A number with separators is also known by its pieces.
    """
    if not word.isalpha():
        return _analyse_mixed(word)
    stems = _keys(word)
    parts = dict.fromkeys(key for part in split(word) for key in _keys(part))
    return Analysis(stems, tuple(part for part in parts if part not in stems))


def key_of(word: str) -> str:
    """The first key of a normalised word, as `analyse` has it: to find the parts of a compound takes far longer."""
    return _keys(word)[0] if word.isalpha() else _analyse_mixed(word).stems[0]


def _analyse_mixed(word: str) -> Analysis:
    """A number, or a word with digits in it: "CO2-udslippet" ends like any other word, and so does its last piece."""
    pieces = _PIECES.findall(word)
    if len(pieces) < 2:
        return Analysis((word,))
    last = pieces[-1]
    if not last.isalpha() or len(last) < 4:
        return Analysis((word,), tuple(piece for piece in pieces if len(piece) > 1))
    key = _keys(last)[0]
    parts = dict.fromkeys([*(piece for piece in pieces[:-1] if len(piece) > 1), key])
    return Analysis((word[: len(word) - len(last)] + key,), tuple(parts))


def _keys(word: str) -> tuple[str, ...]:
    """Stem of the lemma, then of the form; a stem cut to three letters or fewer says nothing ("forlig" -> "for")."""
    base = lemma(lemma(word))  # the dictionary leads "timers" to "timer", and that to "time"
    short = stem(base)
    first = base if len(short) < 4 and len(base) - len(short) > 1 else short
    second = stem(word)
    says_nothing = len(second) < 4 and len(word) - len(second) > 1
    return (first,) if second == first or says_nothing else (first, second)


def _can_head(word: str) -> bool:
    lists = _danish().lists
    return word not in lists.never_parts and (word in lists.parts or (len(word) >= 4 and known(word)))


def _can_tail(word: str) -> bool:
    lists = _danish().lists
    base = lemma(word)
    if word in lists.never_parts or base in lists.never_parts:
        return False
    return base in lists.parts or word in lists.parts or (len(base) >= 4 and len(word) >= 4 and known(word))


def _heads(text: str) -> list[tuple[int, str]]:
    """What may stand before the cut, with the number of binding letters left out."""
    heads = [(0, text)]
    if text.endswith("s"):
        heads.append((1, text[:-1]))
    elif text.endswith("e") and lemma(text)[:3] != text[:3]:
        heads.insert(0, (0, text[:-1]))  # børne- is børn, though the dictionary has another word børne
    return [(bound, head) for bound, head in heads if len(head) >= 2]


def _halves(word: str) -> tuple[str, str] | None:
    """The best cut into two known words, a binding s or e left out; the shorter half as long as can be."""
    best: tuple[int, int, str, str] | None = None
    for cut in range(len(word) - 2, 1, -1):
        tail = word[cut:]
        if not _can_tail(tail):
            continue
        for bound, head in _heads(word[:cut]):
            if not _can_head(head):
                continue
            score = (min(len(head), len(tail)), -bound)
            if best is None or score > best[:2]:
                best = (*score, head, tail)
    return (best[2], best[3]) if best else None


@lru_cache(maxsize=CACHED_WORDS // 4)
def halves_of(word: str) -> tuple[str, str] | None:
    """The two halves of a compound as `split` cuts it first, or None."""
    if len(word) < 5 or not word.isalpha():
        return None
    return _halves(lemma(word))  # of the lemma: "ejendommene" is no compound with "mene"


@lru_cache(maxsize=CACHED_WORDS // 4)
def split(word: str, depth: int = 2) -> tuple[str, ...]:
    """The parts of a compound, of its halves too down to `depth`: salgsprovenuet -> (salg, provenuet)."""
    halves = halves_of(word)
    if halves is None:
        return ()
    parts = list(halves)
    if depth > 1:
        for half in halves:
            parts.extend(split(half, depth - 1))
    return tuple(dict.fromkeys(parts))


def derived(word: str) -> tuple[str, ...]:
    """The nouns made of a verb and back ("solgt" -> "salg", "læse" -> "læsning"), by the word's dictionary form."""
    base = lemma(word)
    listed = word_lists().derived.get(base, ())
    return tuple(dict.fromkeys((*listed, *_by_ending(base))))


@lru_cache(maxsize=CACHED_WORDS // 8)
def _by_ending(base: str) -> tuple[str, ...]:
    """The noun that a verb makes with an ending, and the verb of such a noun, where the lexicon has it."""
    for ending in _NOUN_OF_VERB:
        root = base.removesuffix(ending)
        if root != base and len(root) >= SHORTEST_VERB:
            return tuple(verb for verb in (root + "e",) if known(verb))
    if not base.endswith("e") or len(base) <= SHORTEST_VERB or (not known(base + "de") and not known(base[:-1] + "te")):
        return ()  # a noun in -e has no past tense
    return tuple(noun for noun in (base[:-1] + ending for ending in _NOUN_OF_VERB) if known(noun))


def written_out(word: str) -> tuple[str, ...]:
    """What an abbreviation stands for, or the abbreviation of a word."""
    return word_lists().abbreviations.get(word, ())
