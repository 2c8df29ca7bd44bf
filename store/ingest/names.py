"""Lists of people's names, parted by commas, lines or nothing at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

# First names common in Denmark: where a list has lost its separators, a new name begins at one of these.
FIRST_NAMES = frozenset({
    "adam", "agnete", "alex", "alexander", "allan", "anders", "andreas", "ane", "anette", "anita", "anja", "ann",
    "anna", "anne", "annelise", "annette", "anni", "anton", "arne", "asger", "astrid", "ayse", "benny", "bent",
    "benta", "berit", "birger", "birgit", "birgitte", "birthe", "bjarne", "bo", "brian", "britt", "camilla",
    "carina", "carl", "carsten", "cecilie", "charlotte", "christa", "christel", "christian", "christina",
    "christoffer", "claus", "conny", "dan", "daniel", "david", "ditte", "dorte", "dorthe", "ebbe", "edith", "egon",
    "eigil", "ejnar", "elin", "elisabeth", "ella", "elna", "elsa", "elsebeth", "emil", "emilie", "emma", "erik",
    "erling", "esben", "eva", "fatma", "finn", "flemming", "frank", "fredrik", "frederik", "freja", "frode",
    "georg", "gert", "gitte", "grete", "grethe", "gunnar", "gurli", "hans", "hanne", "harald", "hasse", "heidi",
    "heine", "helga", "helge", "helle", "henning", "henriette", "henrik", "henry", "hugo", "ida", "inge",
    "ingelise", "inger", "ingrid", "irene", "iver", "ivan", "jacob", "jakob", "jan", "jane", "janne", "jannik",
    "jannie", "jens", "jeppe", "jesper", "jette", "jim", "joan", "johan", "johannes", "john", "johnny", "jonas",
    "jonna", "jørgen", "jørn", "julie", "jytte", "kaj", "karen", "karin", "karina", "karl", "karsten", "kasper",
    "katja", "katrine", "keld", "kenneth", "kent", "kim", "kirsten", "kirstine", "kjeld", "klaus", "knud",
    "kristian", "kristina", "kristine", "kurt", "lars", "lasse", "laura", "laurits", "leif", "lena", "lene",
    "lillian", "lilly", "lina", "linda", "line", "lis", "lisa", "lisbeth", "lise", "lissi", "lone", "lotte",
    "louise", "lucas", "lykke", "mads", "magnus", "maja", "malene", "marcus", "maria", "marianne", "marie",
    "marius", "martin", "mathias", "mette", "mia", "michael", "michelle", "mikael", "mikkel", "mira", "mogens",
    "mohammad", "mohamed", "monica", "morten", "nana", "nanna", "natasja", "niclas", "niels", "nicolai", "nikolaj",
    "nina", "nis", "noah", "ole", "oliver", "olga", "otto", "ove", "palle", "peder", "per", "pernille", "peter",
    "pia", "poul", "preben", "rasmus", "regitze", "rene", "rené", "rikke", "rita", "robert", "rolf", "ronni",
    "rosa", "ruben", "rune", "ruth", "sanne", "sara", "sebastian", "selma", "signe", "sigurd", "simon", "sine",
    "sofie", "solveig", "søren", "stefan", "steen", "steffen", "stig", "stine", "sune", "susan", "susanne",
    "svend", "sven", "tanja", "thea", "thomas", "thor", "thorkild", "tim", "tina", "tine", "tobias", "tom",
    "tommy", "tonny", "torben", "tove", "troels", "trine", "ulla", "ulrik", "uffe", "vagn", "verner", "vibeke",
    "victor", "viggo", "villy", "vivi", "yasmin", "yvonne",
})  # fmt: skip
_PARTY = re.compile(r"\s*\([A-ZÆØÅ]{1,3}\)")
_PAGE = re.compile(r"\s+Side\s\d+\b.*\Z", re.DOTALL)
_SPLIT = re.compile(r"[,;|•\t]|\s[-–]\s|\n|\s(?:og|samt)\s(?=[A-ZÆØÅ])")
_ROLE = re.compile(
    r"^(?:(?:formand|næstformand|borgmester|viceborgmester|rådmand|kommunaldirektør|direktør|forperson|medlem|"
    r"suppleant)\s?:?\s)+",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"[A-ZÆØÅÉÖÜ][\w.'’-]*(?:\s(?:[A-ZÆØÅÉÖÜ][\w.'’-]*|de|von|van|af|al|el|den)){0,5}(?:\s?\([\wæøåÆØÅ. -]{1,30}\))?\Z"
)
_TAIL = re.compile(
    r"(?:\s(?:deltog|mødte|var|er|havde|har|forlod|indkaldt|stedfortræder|suppleant|under|fra|til|i|med|som|for|"
    r"pga\.?|åben|åbent|lukket)\b).*\Z",
    re.DOTALL,
)


def split_names(texts: Sequence[str]) -> tuple[str, ...]:
    """The names in lines of text, in order, once each; what is no name ("Ingen", remarks) is left out."""
    found: list[str] = []
    for text in texts:
        text = _PAGE.sub("", text)
        parts = _SPLIT.split(_PARTY.sub(lambda match: match.group() + ",", text))
        for part in parts:
            found.extend(_one(part))
    return tuple(dict.fromkeys(found))


def _one(part: str) -> list[str]:
    part = " ".join(part.split()).strip(" .:|-–•")
    part = _TAIL.sub("", _ROLE.sub("", part)).strip(" .:,")
    bare = _PARTY.sub("", part)
    words = bare.split()
    if not words or words[0].lower() in ("ingen", "intet", "alle", "der", "ja", "nej"):
        return []
    if len(words) > 4 and all(word[:1].isupper() for word in words):
        return _glued(words)
    if not _NAME.match(part) or not any(letter.islower() for letter in bare):
        return []
    return [part]


def _glued(words: Sequence[str]) -> list[str]:
    """Names without separators: each begins at a known first name once the one before has two words."""
    names: list[list[str]] = []
    for word in words:
        first = word.split("-")[0].lower() in FIRST_NAMES
        if not names or (first and len(names[-1]) >= 2):
            names.append([word])
        else:
            names[-1].append(word)
    return [" ".join(name) for name in names]
