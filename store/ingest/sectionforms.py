"""Section headings told by their form alone: what stands over case text in words that no list of labels holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from store.ingest.bodies import is_body
from store.ingest.decisions import read_decision
from store.ingest.flow import Row
from store.ingest.formulas import DISSENT, RULES
from store.ingest.labels import Role
from store.ingest.names import FIRST_NAMES

_LONGEST = 64
_WORDS = 7
# The last word of a heading that speaks of a side of the matter, whatever stands before it.
_ENDS: tuple[tuple[Role, str], ...] = (
    ("assessment", r"[\w/-]*vurdering(?:er|en)?|[\w/-]*analyse|[\w/-]*overvejelser|[\w/-]*afvejning"),
    (
        "background",
        r"[\w/-]*konsekvens(?:er)?|[\w/-]*forhold|[\w/-]*grundlag|[\w/-]*politik(?:ker)?|[\w/-]*perspektiv(?:er)?|[\w/-]*aspekt(?:er)?|"
        r"[\w/-]*hensyn|[\w/-]*forløb|[\w/-]*proces|[\w/-]*inddragelse|[\w/-]*handlemuligheder|[\w/-]*hjemmel|[\w/-]*regler|[\w/-]*forskrifter|"
        r"[\w/-]*lovgivning|[\w/-]*tidsplan|[\w/-]*høring(?:er)?|[\w/-]*udtalelse(?:r)?|[\w/-]*høringssvar|[\w/-]*kommunikation|[\w/-]*strategi|"
        r"[\w/-]*verdensmål|[\w/-]*baggrund|[\w/-]*sammenhæng|[\w/-]*delegation|[\w/-]*redegørelse|[\w/-]*påvirkning(?:er)?|[\w/-]*virkning(?:er)?|"
        r"[\w/-]*effekt(?:er)?|[\w/-]*referencer|[\w/-]*henvisninger|[\w/-]*historik|[\w/-]*behandling|[\w/-]*organisering|[\w/-]*bemanding|"
        r"[\w/-]*implementering|[\w/-]*evaluering|[\w/-]*alternativer|[\w/-]*beskrivelse|[\w/-]*kompetence(?:/[\w-]+)?",
    ),
    (
        "finance",
        r"[\w/-]*økonomi|[\w/-]*finansiering|[\w/-]*bevilling(?:er)?|[\w/-]*budget|[\w/-]*udgifter|[\w/-]*omkostninger",
    ),
)
_LAST = tuple((role, re.compile(rf"(?:{ends})\Z", re.IGNORECASE)) for role, ends in _ENDS)
_MONEY = re.compile(r"økonomi|budget|bevilling|finans", re.IGNORECASE)
# What belongs to a decision although it stands alone on a line: votes, motions, parties, and the parts decided.
_OWN = re.compile(
    r"\Afor\b|\b(?:afstemning\w*|\w*forslag\w*|\w*protokol\w*|\w*bemærkning\w*|tilføjelse\w*|rettelse\w*|mindretal\w*|"
    r"flertal\w*|imod|\w*stemme\w*|stemt\w*|punkt\w*|pkt|ad|at|begrundelse\w*|motivering\w*|beslut(?:ning(?:en|er)?|tede|tet)|vedtag\w*|"
    r"\w*demokrat\w*|venstre|konservative?|radikale?|\w*liste\w*|\w*parti(?:et)?|alternativet|alliance|moderaterne|"
    r"gruppen?|suppleanter?|medlem\w*|formand\w*|næstformand\w*|valgt\w*|følgende|indstilling\w*)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:er|var|har|havde|blev|bliver|kan|kunne|skal|skulle|vil|ville|bør|må|ikke|der|han|hun|de|vi|sig|"
    r"\w{3,}(?:ede|edes|nes|les|tes|ttes|ndes|rdes)|ønsker|deltog|forlod|gik|kom|gav|fik|tog|indtrådte)\b",
    re.IGNORECASE,
)
_PORTAL = re.compile(
    r"(?:(?:gå )?(?:tilbage )?til (?:toppen|top|oversigt(?:en)?|dagsorden(?:en)?)|læs (?:mere|op|højt)|"
    r"vis (?:mere|mindre|alle|bilag|punkt(?:et)?)|"
    r"(?:luk|åbn|del|fold|skjul|udskriv|print)(?: (?:dette |hele )?(?:punkt|side|siden|bilag|"
    r"dagsorden(?:en)?|referat(?:et)?|alle|ind|ud))*|hent (?:som )?pdf|download(?: pdf)?|se bilag|forrige(?: punkt)?|"
    r"næste punkt|link til (?:punkt|sag)(?:et|en)?|kopi[eé]r link)[\s.»›>↑▲]*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FormHeading:
    """A heading told by form: its role, what is printed, and where the text behind it begins in the row."""

    role: Role
    printed: str
    end: int


def heading_by_ending(text: str) -> FormHeading | None:
    """A short capitalised line, or one up to its colon, whose last word names a side of the matter."""
    head, end = _head(text)
    if head is None or _OWN.search(head) or _FINITE.search(head):
        return None
    words = re.findall(r"[\w/-]*\w", head)
    if not words or len(words) > _WORDS or read_decision(head).decision_class not in ("as_worded", "none_recorded"):
        return None
    for role, ends in _LAST:
        # "Lovgrundlag - link" and "Konsekvenser for andre udvalg": the word that counts may stand first.
        if ends.match(words[-1]) or (ends.match(words[0]) and (len(words) < 3 or words[1] in ("for", "af", "i", "på"))):
            return FormHeading("finance" if _MONEY.search(head) else role, head, end)
    return None


def heading_by_place(row: Row, before: Row, following: Row) -> FormHeading | None:
    """A short capitalised line in a paragraph of its own, between an ended sentence and running text."""
    text = row.text.strip()
    head, end = _head(text)
    if head is None or end < len(text) or any(letter.isdigit() or letter in "\t,()" for letter in head):
        return None
    apart = row.block or row.gap
    if not apart or not before.text.rstrip().endswith((".", "!", "?", "”", '"', ")")):
        return None
    if not following.text[:1].isupper() or (len(following.text) < 40 and not following.text.endswith(".")):
        return None
    words = head.split()
    named = len(words) > 1 and (words[0].lower() in FIRST_NAMES or all(word[:1].isupper() for word in words))
    if named or len(words) > _WORDS - 1 or is_body(head) or _OWN.search(head) or _FINITE.search(head):
        return None
    if read_decision(head).decision_class != "as_worded" or DISSENT.search(head):
        return None
    return FormHeading("finance" if _MONEY.search(head) else "background", head, end)


def ending_heading(role: Role, rows: Sequence[Row], row: Row, before: Row, following: Row | None) -> FormHeading | None:
    """The heading in `row` that ends the decision or recommendation in `rows` although its words are on no list.

    `before` is the row above; `following` the row below when that is nothing but text.
    """
    if role not in ("decision", "recommendation") or not rows or before.text.endswith((",", ":", ";", "-")):
        return None
    if row.role == "row":
        return _row_heading(row) if rows[0].role == "row" else None
    if row.role == "li" or row.role.startswith("h"):
        return None
    ended = row.gap or row.block or row.inline or before.text.endswith((".", "!", "?", "”", ")"))
    found = heading_by_ending(row.text) if ended else None
    if found and (found.end < len(row.text) or following):
        return found
    return heading_by_place(row, before, following) if role == "decision" and following and _decided(rows) else None


def _row_heading(row: Row) -> FormHeading | None:
    """The first cell of a table's row, where the decision itself stood in such a row."""
    cell, tab, rest = row.text.partition("\t")
    plain = cell.strip()
    if not tab or "\t" in rest or not 2 < len(plain) <= _LONGEST or len(plain.split()) > _WORDS:
        return None
    if not plain[:1].isupper() or plain.endswith((".", ",")) or any(letter.isdigit() for letter in plain):
        return None
    return FormHeading("background", plain.rstrip(":"), len(cell) + 1)


def _decided(rows: Sequence[Row]) -> bool:
    """Whether a formula has been met: before that a line on its own may still lead up to the decision."""
    if len(rows) == 1 and read_decision(rows[0].text[:1000]).decision_class == "none_recorded":
        return True
    return any(pattern.search(row.text[:1000]) for row in rows for _, pattern in RULES)


def is_portal_word(text: str) -> bool:
    """Whether a row is only a button or a link of the page: "Til toppen", "Udskriv"."""
    return len(text) < 40 and _PORTAL.match(text.strip()) is not None


def _head(text: str) -> tuple[str | None, int]:
    """The line without its colon, or the words before a colon, with where the text behind begins."""
    colon = text.find(":")
    head = text if colon < 0 else text[:colon]
    end = len(text) if colon < 0 else colon + 1
    head = head.strip(" *_–-")
    if not 3 < len(head) <= _LONGEST or not head[:1].isupper() or head.endswith((".", ",", ";", "?", "!")):
        return None, 0
    return head, end
