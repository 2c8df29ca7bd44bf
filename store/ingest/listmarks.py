"""The marks of lists in running text: 1. 2. 3., a) b) c), I. II. III., and the numbers that only look like them."""

from __future__ import annotations

import re

from store.ingest.dates import MONTHS

_ORDINAL_OF = re.compile(
    r"(?:kvartal|halvår|kvt|behandling(?:en)?|budgetopfølgning\w*|økonomiopfølgning\w*|budgetrevision|fase|etape|del|"
    r"klasse|årgang|runde|udgave|version|sal|division|prioritet|rate|viceborgmester|næstformand|suppleant|"
    r"pladsen?|gang|uge|måned|år|led|punktum|at-punkt)\b"
)
_NUMBER = re.compile(
    r"(?:(?<=\s)|\A|(?<=[:,.]))(?:(?:at|ad|pkt\.?|punkt)\s)?\(?(?P<number>\d{1,2})[.)](?=\s|[A-ZÆØÅa-zæøå])"
    rf"(?!\s{{0,3}}(?:{'|'.join(MONTHS)})\b)\s*",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"(?:(?<=\s)|\A)(?:at\s)?(?P<roman>[IVX]{1,5})[.)]\s+(?:at\s)?")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_REFERS = frozenset({
    "bilag", "punkt", "pkt.", "nr.", "kl.", "side", "§", "stk.", "artikel", "uge", "den", "d.", "i", "på", "til",
    "og", "af", "fra", "ved", "efter", "før", "inden", "senest", "pr.", "om", "for", "under", "medio", "primo",
    "ultimo", "mandag", "tirsdag", "onsdag", "torsdag", "fredag",
})  # fmt: skip
_LETTER = re.compile(
    r"(?:(?<=\n)|\A|(?<=[:,;.]\s)|(?<=\s(?:og|at)\s))(?:at\s)?\(?(?P<letter>[a-l])[.)]\s+", re.IGNORECASE
)


def series(text: str, begin: int) -> list[tuple[int, int, int]]:
    """Marks 1, 2, 3, ... in order; other numbers between them belong to the points' own text."""
    marks: list[tuple[int, int, int]] = []
    for match in _NUMBER.finditer(text, begin):
        if int(match["number"]) == len(marks) + 1 and match.end() < len(text):
            before = text[max(match.start() - 14, 0) : match.start()].split()
            # "i 1. kvartal", "den 1. i måneden": a preposition governs the number, whatever begins behind it.
            lower = text[match.end() : match.end() + 3] != "at " and text[match.end() : match.end() + 1].islower()
            at = match.group().lower().startswith("at")
            begins = not text[: match.start()].rstrip(" ") or text[: match.start()].rstrip(" ")[-1] in "\n:;,."
            if not at and not begins and _ORDINAL_OF.match(text, match.end()):
                continue
            if not at and before and before[-1].lower() in _REFERS and (marks or lower):
                continue
            marks.append((match.start(), match.end(), len(marks) + 1))
    return marks


def letters(text: str, begin: int) -> list[tuple[int, int, int]]:
    """Marks a, b, c, ... in order: where each begins, where its point begins, and its place in the order from 1."""
    marks: list[tuple[int, int, int]] = []
    for match in _LETTER.finditer(text, begin):
        if ord(match["letter"].lower()) - ord("a") == len(marks) and match.end() < len(text):
            marks.append((match.start(), match.end(), len(marks) + 1))
    return marks if len(marks) > 1 else []


def romans(text: str, begin: int) -> list[tuple[int, int, int]]:
    """Marks I, II, III, ... in order, in the same form."""
    marks: list[tuple[int, int, int]] = []
    for match in _ROMAN.finditer(text, begin):
        if len(marks) < len(_ROMANS) and match["roman"] == _ROMANS[len(marks)] and match.end() < len(text):
            marks.append((match.start(), match.end(), len(marks) + 1))
    return marks if len(marks) > 1 else []
