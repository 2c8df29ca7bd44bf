"""What each row begins with: a label, a heading over a decision, a case number, an access mark, or nothing but text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.ingest.accessmarks import (
    access_of_lead,
    access_of_row,
    access_of_switch,
    access_of_tail,
    before_case,
    may_be_own,
)
from store.ingest.bodies import is_body
from store.ingest.casenumbers import after_label, alone
from store.ingest.dates import MONTHS, first_date
from store.ingest.decisionheads import DecisionHead, decision_head
from store.ingest.flow import Row
from store.ingest.headings import DOCUMENT_WORDS, SECTIONS, Label, LabelBook, fold_label
from store.ingest.parsed import Access

_EXPLICIT = re.compile(
    r"(?:(?:vis|åbn|udvid|fold ud)\s)?(?:(?:dagsordens?punkt|punkt|pkt\.?|sagsnr\.?|sag|nr\.?|"
    r"ad)\s{0,2}(?:nr\.?)?\s{0,2})(?P<number>\d{1,4}[a-z]?)(?![\d/])"
    r"\s{0,2}[.:)–—-]{0,3}\s{0,3}",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"(?P<number>\d{1,4}[a-z]?)(?P<mark>\s?[.:)]|\s?[-–](?=\s)|)\s{0,4}")
_YEARLY = re.compile(r"(?P<number>\d{1,4}/(?:\d{2}|\d{4}))(?!\d)\s{0,2}[.:–-]?\s{1,3}")
_FIGURE = re.compile(r"\d{1,4}(?:[.,]\d{1,3})?(?P<stop>\.?)(?:\s|-|:)\s?(?P<word>[A-Za-zÆØÅæøå]{2,})")
"""A title that begins with a figure itself: "2. behandling", "10 nye boliger", "3-årig aftale", "17.4-udvalg"."""
_ACCESS_NUMBER = re.compile(
    r"(?:lukket|åbent?|fortroligt?|offentligt?)\s(?:dagsordens?)?(?:punkt|sag)\s(?:nr\.?\s?)?(?=\d)"
    r"|(?:lukket|åbent?|fortroligt?)\s?[-–:]\s?(?=\d{1,4}[.:)]\s)",
    re.IGNORECASE,
)
_STARRED = re.compile(r"[*#†]{1,2}\s?(?=\d{1,4}[.:)]\s)")
_UNITS = frozenset({"kr", "kroner", "mio", "mia", "pct", "procent", "kl", "stk"})
_LETTERED = r"(?:[A-H]|[IVX]{1,4})[.)]\s{1,3}"
_PART = re.compile(
    rf"(?:{_LETTERED})?(?:sager|punkter|emner)\s(?:til|med|der)\s"
    r"(?:afgørelse|beslutning|behandling|drøftelse|orientering|efterretning|indstilling|godkendelse)\b.{0,50}\Z",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"(?:tillægsdagsorden|tillægspunkter|ekstra punkter|tillæg til dagsordenen?)\W{0,3}\Z", re.IGNORECASE
)
_PART_LETTERED = re.compile(
    rf"{_LETTERED}(?:sager|punkter|orientering(?:er|ssager|spunkter)?|meddelelser|drøftelse(?:r|ssager|spunkter)?|"
    r"beslutning(?:er|ssager|spunkter)?|efterretning(?:er|ssager)?|eventuelt|temadrøftelser)\b.{0,40}\Z",
    re.IGNORECASE,
)
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
    part: bool = False
    """A heading of a part of the agenda that says nothing of access: "B. Sager til drøftelse"."""
    bare: bool = False
    """The case number stands without a label."""

    @property
    def plain(self) -> bool:
        """Nothing but text."""
        return not (self.label or self.head or self.case or self.access or self.switch or self.part)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number at the start of a row, where the title begins, and whether a word like "Punkt" introduces it."""

    number: str
    value: int
    end: int
    explicit: bool
    figure: bool = False
    """The title behind the number begins with a figure itself."""


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
    rows = list(_properties(rows))
    for index, row in enumerate(rows):
        switch = access_of_switch(row.text)
        access = access_of_row(row.text)
        case = after_label(row.text) if len(row.text) <= _GLUED_CASE else None
        bare = None if case or switch or access else alone(row.text)
        if bare:
            found.append(Seen(row, case=bare, bare=True))
            continue
        if not (switch or access or case) and is_part(rows, index):
            found.append(Seen(row, part=True))
            continue
        if switch and may_be_own(row.text) and found and _under_title(rows, index):
            switch, access = None, switch
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


def _properties(rows: Sequence[Row]) -> Iterator[Row]:
    """`rows` with an access mark and the case number behind it parted: "Lukket - Sagsnr. 23/201"."""
    for row in rows:
        both = before_case(row.text)
        rest = row.cut(both[1]) if both else None
        if both and rest and (alone(rest.text) or after_label(rest.text)) and access_of_row(_mark(row, both[1]).text):
            yield _mark(row, both[1])
            yield rest
        else:
            yield row


def _mark(row: Row, end: int) -> Row:
    """The access words in front of a case number, without what parts the two."""
    return row.cut(0, len(row.text[:end].rstrip(" -–—:,|/\t)")))


def is_part(rows: Sequence[Row], index: int) -> bool:
    """Whether a row heads a part of the agenda: an item or its properties come next."""
    text = rows[index].text
    if index > 3 and _ADDED.match(text):
        return True
    if len(text) > 80 or not (_PART.match(text) or _PART_LETTERED.match(text)):
        return False
    following = rows[index + 1].text if index + 1 < len(rows) else ""
    property_next = access_of_row(following) or alone(following) or after_label(following)
    return bool(_PART.match(text) or numbered(following) or property_next)


def _under_title(rows: Sequence[Row], index: int) -> bool:
    """Whether the row above reads as an item's title."""
    above = rows[index - 1]
    return (numbered(above.text) is not None or above.role.startswith("h")) and len(above.text) <= 160


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
    marked = _ACCESS_NUMBER.match(text)
    if marked and (inner := numbered(text[marked.end() :])) is not None:
        return Numbered(inner.number, inner.value, inner.end + marked.end(), True)
    starred = _STARRED.match(text)
    if starred and (inner := numbered(text[starred.end() :])) is not None:
        return Numbered(inner.number, inner.value, inner.end + starred.end(), inner.explicit, inner.figure)
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
    figure = _FIGURE.match(rest) if match["mark"].strip() in (".", ":", ")") and text[match.end() - 1] == " " else None
    if figure and figure["word"].lower() not in MONTHS and figure["word"].lower() not in _UNITS:
        return Numbered(match["number"], int(re.sub(r"\D", "", match["number"])), match.end(), False, figure=True)
    if rest[:1].isdigit() or rest[:1] in "%/,+=" or (word and word.group().lower() in MONTHS):
        return None
    if not match["mark"] and text[match.end("number") : match.end("number") + 1] not in " \t(":
        return None
    if not match["mark"] and not (rest[:1].isupper() or rest[:1] in '("”“»§-–'):
        return None
    return Numbered(match["number"], int(re.sub(r"\D", "", match["number"])), match.end(), False)
