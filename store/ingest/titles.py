"""An item's title: where it ends, and what stands under it that shows it to be one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from store.ingest.accessmarks import without_access, without_lead, without_tail
from store.ingest.bodies import is_body
from store.ingest.casenumbers import behind_title
from store.ingest.contents import Contents
from store.ingest.flow import Row, begins_list_entry, fold
from store.ingest.headings import DOCUMENT_WORDS, SECTIONS
from store.ingest.parsed import Access
from store.ingest.recognise import Numbered, Seen, numbered

STOCK = re.compile(
    r"(?:eventuelt|evt\.?|meddelelser|godkendelse af (?:dagsorden|referat)|orientering(?:er)?\b|spørgetid|"
    r"underskrift|kommende sager|siden sidst|næste møde|bordet rundt|lukket punkt|lukket sag|gensidig orientering)",
    re.IGNORECASE,
)
_OPEN_ENDS = frozenset({
    "og", "i", "på", "af", "for", "til", "med", "om", "ved", "fra", "under", "samt", "eller", "mellem",
    "vedrørende", "vedr.", "den", "det", "de", "en", "et",
})  # fmt: skip
FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|msg|jpe?g|png)\b", re.IGNORECASE)


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
    case: str | None = None
    """The case number printed in brackets behind the title."""


class Titles:
    """Reads titles among recognised rows; `contents` are the titles that a table of contents announced."""

    def __init__(self, seen: Sequence[Seen], contents: Contents) -> None:
        self.seen = seen
        self.contents = contents

    def evidence_score(self, start: Start) -> int:
        evidence = self.evidence(start.last, start.level)
        score = 4 if self.contents.holds(start.title) else 0
        score += 3 if evidence & {"case", "bare"} else 0
        score += 2 if evidence & {"opening", "access", "decider"} else 0
        score += 3 if start.access else 0
        return score

    def start(self, index: int, mark: Numbered | None) -> Start | None:
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
        if mark and _closes_number(row.text[: mark.end]):
            said = "closed"
        parts, case = _without_case(parts)
        title, access, parts = without_access(parts)
        parts, case = _without_case(parts) if case is None else (parts, case)
        title = fold(" ".join(part.text for part in parts)) if case else title
        access = "closed" if "closed" in (said, access) else access or said
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
        return Start(index, at, number, title, parts, access, level=row.role, case=case)

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
        if self.contents.holds(without_lead(joined)):
            return True
        open_end = before.text.split()[-1].lower() in _OPEN_ENDS or before.text.endswith((",", "-", "–"))
        return bool(self.evidence(at + 1, "")) and (len(before.text) > 50 or open_end)

    def _repeats(self, title: str, at: int) -> bool:
        """The title again, right under itself (some portals print it as heading and as text)."""
        seen = self.seen[at]
        if seen.head or seen.case:
            return False
        mark = numbered(seen.row.text)
        text = seen.row.text[mark.end :] if mark else seen.row.text
        if mark and not text.strip():
            return at + 1 < len(self.seen) and fold(self.seen[at + 1].row.text).lower() == title.lower()
        text = without_tail(without_lead(text))
        return len(text) < 400 and fuzz.ratio(fold(text).lower().rstrip("."), title.lower().rstrip(".")) >= 96

    def evidence(self, at: int, role: str) -> set[str]:
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
                found.add("bare" if seen.bare else "case")
            elif seen.part:
                continue
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
                elif seen.label.role == "attachments" and numbered(seen.row.text) is None:
                    continue
                break
            elif seen.label:
                if seen.label.role in ("head", "present", "signature"):
                    break
                if seen.label.role == "decider":
                    found.add("decider")
            elif FILE.search(seen.row.text):
                continue
            elif (named := re.match(r"([^:]{2,60}):\s", seen.row.text)) and is_body(named[1]):
                found.add("opening")
                break
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


def _without_case(parts: list[Row]) -> tuple[list[Row], str | None]:
    """The title's rows without the case number in brackets behind it, and that number."""
    found = behind_title(parts[-1].text) if parts else None
    if found is None:
        return parts, None
    return [*parts[:-1], parts[-1].cut(0, found[1])], found[0]


def _closes_number(text: str) -> bool:
    """Whether the words before an item's number close it: "Lukket punkt 4: "."""
    return re.match(r"(?:lukket|fortrolig)", text, re.IGNORECASE) is not None


def value_of(start: Start) -> int | None:
    """The figure of an item's number, None where it has none."""
    match = re.match(r"\d+", start.number or "")
    return int(match.group()) if match else None
