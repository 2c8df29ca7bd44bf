"""Where agenda items begin: titles told from list entries, sub-headings and tables of contents by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from store.ingest.bodies import is_body
from store.ingest.casenumbers import after_label
from store.ingest.contents import CONTENTS_HEADS, Contents
from store.ingest.dates import MONTHS, first_date
from store.ingest.decisionheads import DecisionHead, decision_head
from store.ingest.decisions import read_decision
from store.ingest.flow import Row, begins_list_entry, fold
from store.ingest.headings import DOCUMENT_WORDS, SECTIONS, Label, LabelBook, fold_label
from store.ingest.parsed import Access

_OPEN_WORDS = r"(?:åben|åbent|åbne|offentlig|offentligt)"
_CLOSED_WORDS = r"(?:lukket|lukkede|fortroligt?|fortrolige|ikke[- ]offentligt?)"
_THING = r"(?:\s(?:sag|punkt|sager|punkter|dagsordenspunkt|møde|dagsorden|del))?"
_MATTER = r"(?:\s(?:sag|punkt|dagsordenspunkt))?"
_ACCESS_ROW = re.compile(
    rf"\W?(?:(?P<open>{_OPEN_WORDS})|(?P<closed>{_CLOSED_WORDS})){_THING}\W{{0,3}}\Z", re.IGNORECASE
)
_ACCESS_LEAD = re.compile(
    rf"(?:\((?:(?P<open>{_OPEN_WORDS})|(?P<closed>{_CLOSED_WORDS})){_MATTER}\)\s*[-–:]?\s*|"
    rf"(?:(?P<open2>{_OPEN_WORDS})|(?P<closed2>{_CLOSED_WORDS})){_MATTER}\s*(?::|-|–|—)\s*)",
    re.IGNORECASE,
)
_ACCESS_TAIL = re.compile(
    rf"\s*(?:[(\[](?:(?P<open>{_OPEN_WORDS})|(?P<closed>{_CLOSED_WORDS})){_THING}[)\]]|"
    rf"\s[-–]\s(?:(?P<open2>{_OPEN_WORDS})|(?P<closed2>{_CLOSED_WORDS}){_THING}))\s*\Z",
    re.IGNORECASE,
)
_ACCESS_END = re.compile(
    rf"\s(?:(?P<open>{_OPEN_WORDS})|(?P<closed>{_CLOSED_WORDS}))(?:\s(?:sag|punkt))?\.?\Z", re.IGNORECASE
)
_SWITCH = re.compile(
    r"(?:til (?:behandling|efterretning|orientering|beslutning)\s?[-–:]?\s)?(?:punkter |sager |møde |dagsorden |behandles )?"
    r"(?:for (?P<closed>lukkede) døre|for (?P<open>åbne) døre)\W{0,3}\Z|"
    r"(?:(?P<closed2>lukkede?|fortrolige?)|(?P<open2>åbne?|åbent))\s(?:punkter|dagsorden|sager|dagsordenspunkter|møde|del)\W{0,3}\Z",
    re.IGNORECASE,
)
_EXPLICIT = re.compile(
    r"(?:(?:dagsordens?punkt|punkt|pkt\.?|sagsnr\.?|sag|nr\.?|ad)\s{0,2}(?:nr\.?)?\s{0,2})(?P<number>\d{1,4}[a-z]?)(?![\d/])"
    r"\s{0,2}[.:)–—-]{0,3}\s{0,3}",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"(?P<number>\d{1,4}[a-z]?)(?P<mark>\s?[.:)]|\s?[-–](?=\s)|)\s{0,4}")
_YEARLY = re.compile(r"(?P<number>\d{1,4}/(?:\d{2}|\d{4}))(?!\d)\s{0,2}[.:–-]?\s{1,3}")
_STOCK = re.compile(
    r"(?:eventuelt|evt\.?|meddelelser|godkendelse af (?:dagsorden|referat)|orientering(?:er)?\b|spørgetid|"
    r"underskrift|kommende sager|siden sidst|næste møde|bordet rundt|lukket punkt|lukket sag|gensidig orientering)",
    re.IGNORECASE,
)
_OPEN_ENDS = frozenset(
    "og i på af for til med om ved fra under samt eller mellem vedrørende vedr. den det de en et".split()
)
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|msg|jpe?g|png)\b", re.IGNORECASE)


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


@dataclass(slots=True)
class Start:
    """An item's title: rows `first` to `last` (exclusive) hold number and title; `rows` are the title's own parts."""

    first: int
    last: int
    number: str | None
    title: str
    rows: list[Row] = field(default_factory=list)
    access: Access | None = None
    inferred: bool = False
    level: str = ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number at the start of a row, where the title begins, and whether a word like "Punkt" introduces it."""

    number: str
    value: int
    end: int
    explicit: bool


def access_of(match: re.Match[str] | None) -> Access | None:
    """What a match of one of the access patterns says."""
    if match is None:
        return None
    groups = match.groupdict()
    if groups.get("closed") or groups.get("closed2"):
        return "closed"
    return "open"


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
    return access_of_lead(text) == "closed" or access_of(_ACCESS_TAIL.search(text)) == "closed"


def access_of_lead(text: str) -> Access | None:
    """What a mark in front of a title says: "Lukket - ", "(Åben) "."""
    match = _ACCESS_LEAD.match(text)
    return access_of(match) if match else None


def is_switch(text: str) -> bool:
    """Whether a line opens the open or the closed part of an agenda."""
    return len(text) <= 70 and _SWITCH.match(text) is not None


def recognise(rows: Sequence[Row], book: LabelBook, width: int) -> list[Seen]:
    """What each row begins with; a line in the middle of a wrapped paragraph is text whatever it looks like."""
    found: list[Seen] = []
    for index, row in enumerate(rows):
        switch = access_of(_SWITCH.match(row.text)) if len(row.text) <= 70 else None
        access = access_of(_ACCESS_ROW.match(row.text)) if len(row.text) <= 40 and not switch else None
        case = after_label(row.text) if len(row.text) <= GLUED_CASE else None
        label = None if switch or access or case else book.at_start(row.text)
        if label and label.printed.lower() in DOCUMENT_WORDS and _names_document(row, label):
            label = None
        head = None if switch or access or case else decision_head(row.text)
        if (label or head) and index and _inside(rows[index - 1], row, width):
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


GLUED_CASE = 400


def _names_document(row: Row, label: Label) -> bool:
    """Whether "Referat" is what the document is ("Referat: Byrådet 3. maj") and not the label over a decision."""
    rest = row.text[label.end :].strip()
    return bool(rest) and (not label.colon or row.role == "h1" or first_date(rest) is not None or is_body(rest))


def _inside(before: Row, row: Row, width: int) -> bool:
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
    if match is None:
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


class Outline:
    """Finds the items among recognised rows."""

    def __init__(self, seen: Sequence[Seen], contents: Contents) -> None:
        self.seen = seen
        self.contents = contents
        self.starts: list[Start] = []
        self.repeats: set[int] = set()
        """Rows that repeat a title."""
        levels = [each.row.role for each in seen if each.label and sectioned(each)]
        self._label_level = min((level for level in levels if level.startswith("h")), default="")

    def find(self) -> list[Start]:
        """All item starts in order, numbers inferred where a series has lost them."""
        self.starts = self._scan(unnumbered=False)
        if self.starts:
            self._fill_gaps()
        more = self._scan(unnumbered=True, taken=self.starts)
        self.starts = self._merged(sorted([*self.starts, *more], key=lambda start: start.first))
        for more in (self._by_pattern, self._closed_marks):
            self.starts = sorted([*self.starts, *more()], key=lambda start: start.first)
        self._infer()
        return self.starts

    def _by_pattern(self) -> list[Start]:
        """Titles that nothing marks but the label below: the one with which the other items of the document open."""
        if len(self.starts) < 2:
            return []
        ends = [start.first for start in self.starts[1:]] + [len(self.seen)]
        opens: list[str] = []
        for start, end in zip(self.starts, ends, strict=True):
            label = next((seen for seen in self.seen[start.last : end] if sectioned(seen)), None)
            opens.append(_opening(label) if label else "")
        common = max(set(opens), key=opens.count, default="")
        if not common or opens.count(common) < max(2, 0.6 * len(opens)):
            return []
        taken = {index for start in self.starts for index in range(start.first, start.last)}
        found: list[Start] = []
        for start, end in zip(self.starts, ends, strict=True):
            met = 0
            for index in range(start.last, end):
                seen = self.seen[index]
                if not sectioned(seen):
                    continue
                same = _opening(seen) == common
                met += same
                above = self._above(index)
                if above is None or above in taken or above < start.last:
                    continue
                if (same and met > 1) or _STOCK.fullmatch(self.seen[above].row.text.rstrip(".")):
                    title = self._start(above, numbered(self.seen[above].row.text))
                    if title and title.last <= index:
                        found.append(title)
        return found

    def _closed_marks(self) -> list[Start]:
        """Rows that say "Lukket - ..." and were not taken for titles: better an item too many than closed text in the open."""
        taken = {index for start in self.starts for index in range(start.first, start.last)}
        found: list[Start] = []
        section = ""
        for index, seen in enumerate(self.seen):
            section = "" if index in taken else section
            if sectioned(seen):
                section = seen.label.role if seen.label else "decision"
            if index in taken or index in self.repeats or section == "attachments" or not self.starts:
                continue
            text = seen.row.text
            marked = states_closed(seen)
            if not marked or seen.switch or (seen.access and not section) or _FILE.search(text) or seen.case:
                continue
            start = self._start(index, numbered(text)) or Start(index, index + 1, None, fold(text), [seen.row])
            start.access = "closed"
            found.append(start)
            section = ""
        return found

    def _above(self, index: int) -> int | None:
        """The row above a label if it can be a title: short, no sentence, itself under other text."""
        while index > 0 and (self.seen[index - 1].case or self.seen[index - 1].access):
            index -= 1
        if index < 2:
            return None
        seen, before = self.seen[index - 1], self.seen[index - 2]
        text = seen.row.text
        if not seen.plain or seen.row.role in ("li", "row") or len(text) > 160 or not text[:1].isupper():
            return None
        if text.endswith((".", ":", ";", ",", "?", "!")) or begins_list_entry(text) and numbered(text) is None:
            return None
        alone = before.label is not None and before.label.alone
        if (alone and not _STOCK.fullmatch(text)) or _inside(before.row, seen.row, len(text) + 40):
            return None
        return index - 1

    def plain_series(self) -> list[Start]:
        """A series of numbered titles without any labels: short minutes, or an agenda that only lists its items."""
        found: list[Start] = []
        for index, seen in enumerate(self.seen):
            mark = numbered(seen.row.text) if seen.plain or seen.row.role.startswith("h") else None
            if mark is None or seen.row.text.endswith((".", ";", ",")) or len(seen.row.text) > 160:
                continue
            last = _value(found[-1]) if found else None
            start = self._start(index, mark) if last is None or mark.value == last + 1 else None
            if start and start.title[:1].isupper():
                found.append(start)
        return found if len(found) >= 2 else []

    def _merged(self, starts: Sequence[Start]) -> list[Start]:
        """Starts without those that print number and title of the item before once more."""
        kept: list[Start] = []
        for start in starts:
            before = kept[-1] if kept else None
            same = before is not None and before.number == start.number and start.first - before.last <= 8
            if before and same and fuzz.ratio(before.title.lower(), start.title.lower()) >= 90:
                before.access = before.access or start.access
                self.repeats.update(range(start.first, start.last))
            else:
                kept.append(start)
        return kept

    def _scan(self, *, unnumbered: bool, taken: Sequence[Start] = ()) -> list[Start]:
        found: list[Start] = []
        used = {index for start in taken for index in range(start.first, start.last)}
        borders = {start.first for start in taken}
        section = ""
        entry = 0
        last: int | None = None
        index = 0
        while index < len(self.seen):
            seen = self.seen[index]
            if index in borders or seen.switch:
                section, entry = "", 0
            start = None
            if index not in used and not seen.switch:
                if unnumbered:
                    start = self._unnumbered(index, section, bool(taken))
                else:
                    start = self._numbered(index, section, entry, last)
            if start:
                found.append(start)
                last = int(re.sub(r"\D.*", "", start.number or "")) if start.number else last
                section, entry = "", 0
                index = start.last
                continue
            if seen.head:
                section, entry = "decision", 0
            elif seen.label and sectioned(seen):
                section, entry = seen.label.role, 0
                entry = _entry(seen.row.text[seen.label.end :].lstrip()) or 0
            else:
                entry = _entry(seen.row.text) or entry
            index += 1
        return found

    def _numbered(self, index: int, section: str, entry: int, last: int | None) -> Start | None:
        seen = self.seen[index]
        row = seen.row
        if seen.case or seen.head or (seen.label and not (seen.label.numbered and seen.row.role.startswith("h"))):
            return None
        mark = numbered(row.text)
        if mark is None or len(row.text) > 420:
            return None
        start = self._start(index, mark)
        if start is None:
            return None
        score = self._evidence_score(start)
        score += 3 if mark.explicit else 0
        score += 2 if row.role.startswith("h") else 0
        score += (
            3 if _STOCK.match(start.title) and (row.role.startswith("h") or last is not None or mark.value == 1) else 0
        )
        if last is None:
            score += 2 if mark.value == 1 or not section else 1
        else:
            score += 2 if mark.value == last + 1 else (0 if last < mark.value <= last + 40 else -3)
        first = start.title[:1]
        if first.islower() or re.match(r"(?:at|At)\s", start.title):
            score -= 4
        if (
            len(start.title) > 240
            or (start.title.endswith(".") and len(start.title.split()) > 12)
            or start.title.endswith(";")
        ):
            score -= 3
        if section and (mark.value == entry + 1) and not mark.explicit:
            score -= 2 if section == "decision" else 3
        if section == "decision" and read_decision(start.title).decision_class not in ("as_worded",):
            score -= 2 if mark.value == (last or 0) + 1 and not entry else 4
        if row.role == "li":
            score -= 1
        if row.role == "row":
            score -= 3
        return start if score >= 4 else None

    def _unnumbered(self, index: int, section: str, others: bool) -> Start | None:
        seen = self.seen[index]
        row = seen.row
        if (
            seen.case
            or seen.head
            or seen.access
            or (seen.label and not (row.role.startswith("h") and self.contents.holds(row.text)))
        ):
            return None
        if not row.text[:1].isalnum() and row.text[:1] not in '("”»“§':
            return None
        if numbered(row.text) and not row.role.startswith("h"):
            return None
        if fold_label(row.text) in CONTENTS_HEADS:
            return None
        if (
            len(row.text) > 260
            or row.role in ("li", "row")
            or row.text.endswith((".", ":", ";", ","))
            or row.text[:1].islower()
        ):
            return None
        announced = self.contents.holds(row.text)
        above = self.seen[index - 1] if index else None
        if (
            above
            and above.label
            and above.label.alone
            and above.label.role in SECTIONS
            and not announced
            and not row.inline
        ):
            return None
        if _FILE.search(row.text):
            return None
        start = self._start(index, None)
        if start is None or (start.title.endswith(".") and not announced):
            return None
        if section == "decision" and not announced and read_decision(start.title).decision_class != "as_worded":
            return None
        evidence = self._evidence(start.last, row.role)
        score = self._evidence_score(start)
        heading = row.role.startswith("h")
        if heading:
            score += 2
            if self._labels_above(row.role):
                score -= 3
        elif "case" in evidence and (section in ("", "decision", "attachments") or row.inline):
            score += 1 + (1 if row.gap or row.inline else 0)
        elif not evidence:
            return None
        if not heading and not self.contents.holds(start.title) and not ("case" in evidence or start.access):
            return None
        return start if score >= (5 if others and not row.inline else 4) else None

    def _labels_above(self, role: str) -> bool:
        """Whether the labels are headings of a higher level than `role`: then `role` marks sub-headings."""
        return bool(self._label_level) and self._label_level < role

    def _evidence_score(self, start: Start) -> int:
        evidence = self._evidence(start.last, start.level)
        score = 4 if self.contents.holds(start.title) else 0
        score += 3 if "case" in evidence else 0
        score += 2 if evidence & {"opening", "access", "decider"} else 0
        score += 3 if start.access else 0
        return score

    def _start(self, index: int, mark: Numbered | None) -> Start | None:
        """The start with its whole title: wrapped lines, a number on a line of its own, the title printed twice."""
        row = self.seen[index].row
        parts = [row.cut(mark.end if mark else 0)]
        at = index + 1
        said: Access | None = None
        if not parts[0].text:
            while at < len(self.seen) and self.seen[at].access and at < index + 3:
                said = self.seen[at].access
                at += 1
            if at >= len(self.seen) or not self.seen[at].plain or len(self.seen[at].row.text) > 260:
                return None
            parts = [self.seen[at].row]
            at += 1
        while at < len(self.seen) and self._wraps(parts, row, at):
            parts.append(self.seen[at].row)
            at += 1
        title, access, parts = _without_access(parts)
        access = "closed" if "closed" in (said, access) else access or said
        if not title:
            return None
        if not any(letter.isalpha() for letter in title):
            return None
        again = at
        while at < min(again + 4, len(self.seen)) and self._repeats(title, at):
            at += 1
        number = mark.number if mark else None
        if (
            number is None
            and at < len(self.seen)
            and (own := re.fullmatch(r"(?:Sag|Punkt|Pkt\.?)\s?(?:nr\.?)?\s?(\d{1,4})", self.seen[at].row.text))
        ):
            number = own[1]
            at += 1
        return Start(index, at, number, title, parts, access, level=row.role)

    def _wraps(self, parts: Sequence[Row], first: Row, at: int) -> bool:
        seen = self.seen[at]
        row, before = seen.row, parts[-1]
        if not seen.plain or row.gap or row.page != before.page or row.inline or len(parts) > 3:
            return False
        if first.role.startswith("h"):
            return row.role == first.role and not row.block and numbered(row.text) is None
        if row.role or row.block or len(before.text) < 35 or begins_list_entry(row.text):
            return False
        if row.text[:1].islower() and not before.text.endswith((".", ":")):
            return True
        if len(row.text) > 110 or row.text.endswith((".", ":", ",")) or before.text.endswith((".", ":")):
            return False
        if numbered(row.text) is not None:
            return False
        joined = fold(" ".join([*(part.text for part in parts), row.text]))
        if self.contents.holds(_ACCESS_LEAD.sub("", joined, count=1)):
            return True
        open_end = before.text.split()[-1].lower() in _OPEN_ENDS or before.text.endswith((",", "-", "–"))
        return bool(self._evidence(at + 1, "")) and (len(before.text) > 50 or open_end)

    def _repeats(self, title: str, at: int) -> bool:
        """The title again, right under itself (some portals print it as heading and as text)."""
        seen = self.seen[at]
        if seen.head or seen.case:
            return False
        mark = numbered(seen.row.text)
        text = seen.row.text[mark.end :] if mark else seen.row.text
        if mark and not text.strip():
            return at + 1 < len(self.seen) and fold(self.seen[at + 1].row.text).lower() == title.lower()
        lead = _ACCESS_LEAD.match(text)
        text = text[lead.end() :] if lead else text
        return len(text) < 400 and fuzz.ratio(fold(text).lower().rstrip("."), title.lower().rstrip(".")) >= 96

    def _evidence(self, at: int, role: str) -> set[str]:
        """What the rows under a title say of its being one: case number, access, who decides, or a first section."""
        found: set[str] = set()
        wraps = 0
        texts = 0
        heading = role.startswith("h")
        for seen in self.seen[at : at + (40 if heading else 9)]:
            if seen.switch:
                break
            if texts and not seen.row.role.startswith("h"):
                continue
            if texts:
                if seen.label and seen.label.role in SECTIONS and seen.row.role > role:
                    found.add("opening")
                break
            if seen.case:
                found.add("case")
            elif seen.access:
                found.add("access")
            elif seen.head:
                found.add("opening")
                break
            elif seen.label and seen.label.alone and seen.label.printed.lower() in DOCUMENT_WORDS:
                break
            elif seen.label and seen.label.role in SECTIONS:
                if seen.label.role not in ("finance", "assessment", "attachments"):
                    found.add("opening")
                elif seen.label.role == "attachments":
                    continue
                break
            elif seen.label:
                if seen.label.role in ("head", "present", "signature"):
                    break
                if seen.label.role == "decider":
                    found.add("decider")
            elif _FILE.search(seen.row.text):
                continue
            elif heading and not seen.row.role.startswith("h"):
                texts += 1
            elif (
                wraps >= 1
                or len(seen.row.text) > 160
                or seen.row.text.endswith(".")
                or seen.row.role != role
                or begins_list_entry(seen.row.text)
                or numbered(seen.row.text)
            ):
                break
            else:
                wraps += 1
        return found

    def _fill_gaps(self) -> None:
        """Numbered headings of the accepted look that fill a hole in the series are items without labels."""
        known = {start.first: start for start in self.starts}
        levels = {start.level for start in self.starts}
        added: list[Start] = []
        values = [(start.first, _value(start)) for start in self.starts]
        bounds = [*values, (len(self.seen), None)]
        if values:
            bounds = [(-1, (values[0][1] or 1) - 2 if (values[0][1] or 0) > 1 else None), *bounds]
        for (low, before), (high, after) in zip(bounds, bounds[1:], strict=False):
            expected = before
            for index in range(low + 1, high):
                if expected is None:
                    break
                seen = self.seen[index]
                mark = numbered(seen.row.text) if seen.plain or seen.row.role.startswith("h") else None
                if mark is None or mark.value != expected + 1 or (after is not None and mark.value >= after):
                    continue
                start = self._start(index, mark)
                if start is None or index in known or not self._may_fill(start, seen.row, levels, index):
                    continue
                added.append(start)
                expected = mark.value
        self.starts = sorted([*self.starts, *added], key=lambda start: start.first)

    def _may_fill(self, start: Start, row: Row, levels: set[str], index: int) -> bool:
        if start.title[:1].islower() or len(start.title) > 200 or re.match(r"(?:at|At)\s", start.title):
            return False
        if row.role.startswith("h"):
            return row.role in levels
        return bool(_STOCK.match(start.title)) or (
            bool(row.gap) and "" in levels and not row.text.endswith(".") and len(row.text) < 120
        )

    def _infer(self) -> None:
        """Numbers that were lost: from the table of contents, else by counting on from a printed one."""
        for start in self.starts:
            if start.number is None:
                start.number = self.contents.number_of(start.title)
        values = [_value(start) for start in self.starts]
        for index, start in enumerate(self.starts):
            if start.number is None and index and values[index - 1] is not None:
                guess = (values[index - 1] or 0) + 1
                later = next(((i, v) for i, v in enumerate(values[index:], index) if v is not None), None)
                if later is None or later[1] == guess + later[0] - index:
                    start.number, start.inferred, values[index] = str(guess), True, guess
        for index in range(len(self.starts) - 2, -1, -1):
            start, after = self.starts[index], values[index + 1]
            if start.number is None and after is not None and after > 1:
                start.number, start.inferred, values[index] = str(after - 1), True, after - 1


def _opening(seen: Seen) -> str:
    """What a label is called, for comparing the labels of items."""
    return seen.label.printed.lower() if seen.label else "beslutning"


def _value(start: Start) -> int | None:
    match = re.match(r"\d+", start.number or "")
    return int(match.group()) if match else None


def _entry(text: str) -> int | None:
    """The number of a list entry at the start of a row."""
    match = re.match(r"(?:at\s)?\(?(\d{1,2})[.)]\s", text, re.IGNORECASE)
    return int(match[1]) if match else None


def _without_access(parts: list[Row]) -> tuple[str, Access | None, list[Row]]:
    """Title, access mark and the title's rows without that mark."""
    access: Access | None = None
    lead = _ACCESS_LEAD.match(parts[0].text)
    if lead and len(parts[0].text) > lead.end():
        access = access_of(lead)
        parts = [parts[0].cut(lead.end()), *parts[1:]]
    tail = _ACCESS_TAIL.search(parts[-1].text)
    if tail and tail.start() > 0:
        access = access_of(tail) if access != "closed" else access
        parts = [*parts[:-1], parts[-1].cut(0, tail.start())]
    parts = [part for part in parts if part.text]
    title = re.sub(r"\s*\(\s*\)\s*\Z", "", fold(" ".join(part.text for part in parts)))
    whole = _ACCESS_ROW.match(title)
    if whole and access is None:
        access = access_of(whole)
    return title, access, parts


def access_at_end(text: str) -> Access | None:
    """The access word that closes a line of case number and document number."""
    return access_of(_ACCESS_END.search(text))
