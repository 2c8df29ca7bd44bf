"""Section labels recognised at the start of a line, also where a document has lost a letter."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from store.ingest.bodies import is_body
from store.ingest.labels import LABELS, WEAK, Role
from store.ingest.parsed import FactKind

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
_NUMBERING = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?|[a-hA-H][.)]|[IVX]{1,4}\.)\s{1,4}(?=[A-ZÆØÅ])")
BUTTON = re.compile(
    r"(?:(?:fold|vis|skjul|åbn|luk)\s(?:(?:dette|hele)\s)?(?:punkt|punktet|afsnit|afsnittet)(?:\s(?:ind|ud))?|fold\s(?:ind|ud)|"
    r"vis/skjul|vis eller skjul|åbn/luk|klik for at (?:folde (?:ind|ud)|åbne|lukke|vise))\s+(?=[A-ZÆØÅ])",
    re.IGNORECASE,
)
"""A page's own button in front of a heading: "fold dette punkt ind Indstilling"."""
_TRIM = " \t.:;–—-*•_|»«\"'”“"
_OWNED = re.compile(
    r"(?P<owner>[A-ZÆØÅ][^:;.!?]{2,60}?)s\s(?P<what>indstilling(?:er)?|anbefaling(?:er)?|vurdering(?:er)?|bemærkninger)\Z"
)
_FIRST = re.compile(r"[^\w]*(?:(?:\d[\d.]*|[a-hA-H]|[IVX]{1,4})[.)]?\s+)?(?P<word>[^\W\d_]+)")
_BUTTON_WORDS = {"fold", "vis", "skjul", "åbn", "luk", "klik"}
_OWNED_WORD = re.compile(r"indst|anbef|vurder|bemærk", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:forvaltning|afdeling|sekretariat|center|centret|stab|direktør|chef|borgmester|rådmand|administration|leder|"
    r"direktion|område|konsulent)(?:en|et)?\Z",
    re.IGNORECASE,
)
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
_USUAL = {"o": 5.0, "e": 15.0, "a": 6.0, "i": 6.0, "n": 7.0, "r": 8.0, "s": 6.0, "t": 7.0, "d": 6.0, "l": 5.0, "g": 4.0}


@dataclass(frozen=True, slots=True)
class Label:
    """A section label at the start of a text; its content begins at `end`. `colon`, `alone`: how it stands."""

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
        firsts = (_FIRST.match(name) for name in self._roles)
        self._firsts = {match["word"] for match in firsts if match} | _BUTTON_WORDS
        self._longest = max(len(name.split()) for name in self._roles)
        self.weak = {fold_label(name, lost) for name in WEAK}

    def role(self, text: str) -> Role | None:
        """The role of a text that is a label as a whole, else None."""
        if len(text) > 70:
            return None
        known = self._roles.get(fold_label(text, self.lost))
        owned = None if known else _OWNED.match(text.strip(_TRIM))
        if owned and (is_body(owned["owner"]) or _OFFICE.search(owned["owner"])):
            return "recommendation" if owned["what"].startswith(("indst", "anbef")) else "assessment"
        return known

    def at_start(self, text: str) -> Label | None:
        """The label with which `text` begins: alone, before a colon, or (unmistakable ones) before a capital."""
        if not self._may_begin(text):
            return None
        button = BUTTON.match(text)
        if button:
            found = self.at_start(text[button.end() :])
            return replace(found, end=found.end + button.end()) if found else None
        numbering = _NUMBERING.match(text)
        if numbering:
            inner = self._plain(text[numbering.end() : numbering.end() + 90], len(text) - numbering.end())
            if inner and (inner.role in SECTIONS) and (inner.alone or inner.colon):
                at = numbering.end()
                return Label(inner.role, inner.printed, inner.end + at, inner.colon, inner.alone, numbered=True)
        return self._plain(text[:90], len(text))

    def _may_begin(self, text: str) -> bool:
        """A cheap look: whether a label's first word begins the text, or something that may stand before one does."""
        match = _FIRST.match(text)
        if match is None:
            return True
        word = fold_label(match["word"], self.lost)
        return (
            word in self._firsts
            or (len(word) < 3 and text[:1].isupper())
            or _OWNED_WORD.search(text, 0, 90) is not None
        )

    def _plain(self, head: str, length: int) -> Label | None:
        cell, tab, rest = head.partition("\t")
        if tab and any(letter.isalpha() for letter in rest):
            # A table's row: the first cell is the label, as sure as one before a colon.
            role = self.role(_without_count(cell))
            if role in SECTIONS or role in ("absent", "decider", "access"):
                return Label(role, cell.strip(_TRIM), len(cell) + 1, True, False)
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


def _without_count(text: str) -> str:
    """A label without the count behind it: "Bilag (3)" and "Bilag 2" as "Bilag"."""
    return re.sub(r"\s*[(\[]\d{1,2}(?:\s?stk\.?)?[)\]]\s*\Z|(?<=[Bb]ilag)\s\d{1,2}\s*\Z", "", text)
