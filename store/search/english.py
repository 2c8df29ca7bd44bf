"""English words made comparable: British and American spelling, plurals, -ing, -ed and irregular forms."""

from __future__ import annotations

import re
from functools import lru_cache

_IRREGULAR = {
    base: forms.split()
    for base, forms in {
        "bear": "bore borne", "become": "became", "begin": "began begun", "break": "broke broken",
        "bring": "brought", "build": "built", "buy": "bought", "calf": "calves", "catch": "caught",
        "child": "children", "choose": "chose chosen", "come": "came", "criterion": "criteria", "cut": "cutting",
        "deal": "dealt", "draw": "drew drawn", "drive": "drove driven", "fall": "fell fallen", "find": "found",
        "foot": "feet", "freeze": "froze frozen", "get": "got gotten", "give": "gave given", "goose": "geese",
        "grow": "grew grown", "half": "halves", "hear": "heard", "hold": "held", "keep": "kept", "knife": "knives",
        "lay": "laid", "lead": "led", "leaf": "leaves", "lend": "lent", "life": "lives", "lose": "lost",
        "make": "made", "man": "men", "meet": "met", "mouse": "mice", "pay": "paid", "person": "persons",
        "rise": "rose risen", "run": "ran", "see": "saw seen", "sell": "sold", "send": "sent", "shelf": "shelves",
        "show": "shown", "speak": "spoke spoken", "spend": "spent", "stand": "stood", "steal": "stole stolen",
        "swim": "swam swum", "take": "took taken", "teach": "taught", "tear": "tore torn", "think": "thought",
        "tooth": "teeth", "win": "won", "withdraw": "withdrew withdrawn", "wolf": "wolves", "woman": "women",
        "write": "wrote written",
    }.items()
}  # fmt: skip
_BASE_OF = {form: base for base, forms in _IRREGULAR.items() for form in forms}

# Applied to both sides of a comparison, so that a word changed by mistake ("rise" -> "rize") still equals itself.
_SPELLINGS = tuple(
    (re.compile(pattern), better)
    for pattern, better in (
        (r"is(e|ed|es|er|ers|ing|ation|ations|ational)$", r"iz\1"),
        (r"ys(e|ed|es|ing)$", r"yz\1"),
        (r"(?<=[a-z]{2})our(?!t|n|c|ce|ing$)", "or"),
        (r"([bt])re(s?)$", r"\1er\2"),
        (r"([bt])red$", r"\1ered"),
        (r"ogue(s?)$", r"og\1"),
        (r"mme(s?)$", r"m\1"),
        (r"([aeiou])ll(ed|ing|er|ers|or|ors|ment)$", r"\1l\2"),
        (r"(licen|defen|offen|practi)ce", r"\1se"),
        (r"^grey", "gray"),
        (r"^(kerb)", "curb"),
        (r"^tyre", "tire"),
        (r"^cheque", "check"),
        (r"^ageing", "aging"),
        (r"^jewell", "jewel"),
        (r"^plough", "plow"),
        (r"^enrol(?=$|s$|m)", "enroll"),
        (r"^instal(?=$|s$|m)", "install"),
        (r"^fulfil(?=$|s$|m)", "fulfill"),
        (r"^skilful", "skillful"),
        (r"gement$", "gment"),
    )
)
_OTHERWISE_SPELT = re.compile("|".join(pattern.pattern for pattern, _ in _SPELLINGS))
_ACCENTS = str.maketrans("éèêëçñáàâíïóôúü", "eeeecnaaaiioouu")
_VOWEL = re.compile("[aeiouy]")
_KEEP_S = ("ss", "us", "is", "news")


@lru_cache(maxsize=20_000)
def spelt(word: str) -> str:
    """The word in lower case, unaccented and in one spelling for British and American ("colour" -> "color")."""
    word = word.lower().translate(_ACCENTS)
    if len(word) > 4 and _OTHERWISE_SPELT.search(word):
        for pattern, better in _SPELLINGS:
            word = pattern.sub(better, word)
    return word


@lru_cache(maxsize=20_000)
def bases(word: str) -> tuple[str, ...]:
    """What a word of one spelling may be an inflected form of, likeliest first; never the word itself."""
    found: list[str] = [_BASE_OF[word]] if word in _BASE_OF else []
    found += _singulars(word)
    for ending in ("ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) > 2 and _VOWEL.search(rest):
            found += [rest, rest + "e"]
            if rest[-1] == rest[-2]:
                found.insert(-1, rest[:-1])
    if word.endswith("ied") and len(word) > 4:
        found.append(word[:-3] + "y")
    if word.endswith("ly") and len(word) > 5:
        found.append(word[:-2])
    return tuple(dict.fromkeys(base for base in found if base != word))


def _singulars(word: str) -> list[str]:
    if not word.endswith("s") or len(word) < 4 or word.endswith(_KEEP_S):
        return []
    if word.endswith("ies") and len(word) > 4:
        return [word[:-3] + "y", word[:-1]]
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return [word[:-2], word[:-1]]
    return [word[:-1]]


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """A key shared by the forms of a word: "close", "closes", "closed" and "closing" have one root."""
    word = _BASE_OF.get(word, word)
    singular = _singulars(word)
    word = singular[0] if singular else word
    for ending in ("ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) > 2 and _VOWEL.search(rest):
            word = rest
            break
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    if word.endswith(("y", "i")) and len(word) > 3:
        word = word[:-1] + "i"
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return word
