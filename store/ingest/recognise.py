"""What each row begins with: a label, a heading over a decision, a case number, an access mark, or nothing but text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from store.ingest.accessmarks import access_of_lead, access_of_row, access_of_switch, access_of_tail
from store.ingest.bodies import is_body
from store.ingest.casenumbers import after_label
from store.ingest.dates import MONTHS, first_date
from store.ingest.decisionheads import DecisionHead, decision_head
from store.ingest.flow import Row
from store.ingest.headings import DOCUMENT_WORDS, SECTIONS, Label, LabelBook, fold_label
from store.ingest.parsed import Access

_EXPLICIT = re.compile(
    r"(?:(?:dagsordens?punkt|punkt|pkt\.?|sagsnr\.?|sag|nr\.?|"
    r"ad)\s{0,2}(?:nr\.?)?\s{0,2})(?P<number>\d{1,4}[a-z]?)(?![\d/])"
    r"\s{0,2}[.:)–—-]{0,3}\s{0,3}",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"(?P<number>\d{1,4}[a-z]?)(?P<mark>\s?[.:)]|\s?[-–](?=\s)|)\s{0,4}")
_YEARLY = re.compile(r"(?P<number>\d{1,4}/(?:\d{2}|\d{4}))(?!\d)\s{0,2}[.:–-]?\s{1,3}")
_YEAR = re.compile(r"(?:19|20)\d{2}")
"""A year at the start of a line numbers no item."""
_GLUED_CASE = 400


@dataclass(frozen=True, slots=True)
class Seen:
    """A row and what its beginning was recognised as."""

    row: Row
    label: Label | None = None
    head: DecisionHead | None = None
    case: tuple[str | None, int] | None = None
    access: Access | None = None
    switch: Access | None = None

    @property
    def plain(self) -> bool:
        """Nothing but text."""
        return not (self.label or self.head or self.case or self.access or self.switch)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number at the start of a row, where the title begins, and whether a word like "Punkt" introduces it."""

    number: str
    value: int
    end: int
    explicit: bool


def sectioned(seen: Seen) -> bool:
    """Whether a row opens a section; "Referat" alone is what a document calls itself."""
    if seen.label is None or seen.label.role not in SECTIONS:
        return seen.head is not None
    return not (seen.label.alone and seen.label.printed.lower() in DOCUMENT_WORDS)


def states_closed(seen: Seen) -> bool:
    """Whether a row by itself says that something is closed: a mark, a heading of the closed part, "Lukket - ..."."""
    if seen.access == "closed" or seen.switch == "closed":
        return True
    mark = numbered(seen.row.text)
    text = seen.row.text[mark.end :] if mark else seen.row.text
    if len(text) >= 300:
        return False
    return access_of_lead(text) == "closed" or access_of_tail(text) == "closed"


def recognise(rows: Sequence[Row], book: LabelBook, width: int) -> list[Seen]:
    """What each row begins with; a line in the middle of a wrapped paragraph is text whatever it looks like."""
    found: list[Seen] = []
    for index, row in enumerate(rows):
        switch = access_of_switch(row.text)
        access = access_of_row(row.text)
        case = after_label(row.text) if len(row.text) <= _GLUED_CASE else None
        label = None if switch or access or case else book.at_start(row.text)
        if label and label.printed.lower() in DOCUMENT_WORDS and _names_document(row, label):
            label = None
        head = None if switch or access or case else decision_head(row.text)
        if (label or head) and index and inside(rows[index - 1], row, width):
            strong = label is not None and fold_label(label.printed, book.lost) not in book.weak
            sure = label is not None and (strong if label.alone else label.colon and strong)
            sure = sure or (label is not None and label.colon and label.alone)
            if label and not sure and not row.role:
                label = None
            if head and not head.colon and not (head.alone and head.on and head.printed.startswith("Beslutning")):
                head = None
        if head and label and not (label.role == "decision" or label.colon):
            label = None
        if head and label and label.colon and label.role != "decision":
            head = None
        found.append(Seen(row, label, head, case, access, switch))
    return found


def _names_document(row: Row, label: Label) -> bool:
    """Whether "Referat" is what the document is ("Referat: Byrådet 3. maj") and not the label over a decision."""
    rest = row.text[label.end :].strip()
    return bool(rest) and (not label.colon or row.role == "h1" or first_date(rest) is not None or is_body(rest))


def inside(before: Row, row: Row, width: int) -> bool:
    """Whether `row` goes on with the sentence of the line before."""
    if row.block or row.inline or row.gap or row.role or before.role.startswith("h"):
        return False
    return len(before.text) > max(0.6 * width, 40) and not before.text.endswith((".", ":", "!", "?"))


def numbered(text: str) -> Numbered | None:
    """The item number that `text` begins with; dates, amounts and section numbers such as 3.1 are none."""
    match = _EXPLICIT.match(text)
    if match:
        return Numbered(match["number"], int(re.sub(r"\D", "", match["number"])), match.end(), True)
    match = _YEARLY.match(text)
    if match:
        rest = text[match.end() :]
        if rest[:1].isupper() or rest[:1] in '("”»':
            return Numbered(match["number"], int(match["number"].split("/")[0]), match.end(), False)
        return None
    match = _PLAIN.match(text)
    if match is None or _YEAR.fullmatch(match["number"]):
        return None
    rest = text[match.end() :]
    if not rest:
        bare = len(text) <= 6
        return Numbered(match["number"], int(re.sub(r"\D", "", match["number"])), match.end(), False) if bare else None
    word = re.match(r"\w+", rest)
    if rest[:1].isdigit() or rest[:1] in "%/,+=" or (word and word.group().lower() in MONTHS):
        return None
    if not match["mark"] and text[match.end("number") : match.end("number") + 1] not in " \t(":
        return None
    if not match["mark"] and not (rest[:1].isupper() or rest[:1] in '("”“»-–'):
        return None
    return Numbered(match["number"], int(re.sub(r"\D", "", match["number"])), match.end(), False)
