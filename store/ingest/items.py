"""Where agenda items begin: titles told from list entries, sub-headings and tables of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from store.ingest.contents import CONTENTS_HEADS, Contents
from store.ingest.decisions import read_decision
from store.ingest.flow import Row
from store.ingest.headings import SECTIONS, fold_label
from store.ingest.overlooked import Overlooked
from store.ingest.recognise import Seen, numbered, sectioned
from store.ingest.sectionwords import SectionWords
from store.ingest.titles import FILE, STOCK, Start, value_of

_DAY = re.compile(
    r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag,?\s)?(?:(?:den|d\.)\s)?\d{1,2}[./-]\s?(?:\d{1,2}[./-]\s?\d{2,4}|\w{3,9}\.?\s\d{4})"
    r"(?:,?\s(?:kl\.?|klokken|fra|i|på)\b.{0,80})?\Z",
    re.IGNORECASE,
)
"""The meeting's day is no title, whatever stands below."""


class Outline(SectionWords):
    """Finds the items among recognised rows."""

    def __init__(self, seen: Sequence[Seen], contents: Contents) -> None:
        super().__init__(seen, contents)
        levels = [each.row.role for each in seen if each.label and sectioned(each)]
        self._label_level = min((level for level in levels if level.startswith("h")), default="")

    def find(self) -> list[Start]:
        """All item starts in order, numbers inferred where a series has lost them."""
        self.starts = self._scan(unnumbered=False)
        if self.starts:
            self._fill_gaps()
        more = self._scan(unnumbered=True, taken=self.starts)
        self.starts = self.merged(_sorted([*self.starts, *more]))
        self.drop_announcements()
        overlooked = Overlooked(self.seen, self.contents)
        self.starts = _sorted([*self.starts, *overlooked.by_pattern(self.starts)])
        self.starts = _sorted([*self.starts, *overlooked.closed_marks(self.starts, self.repeats)])
        self.drop_announcements()
        self._infer()
        return self.starts

    def plain_series(self) -> list[Start]:
        """A series of numbered titles without any labels: short minutes, or an agenda that only lists its items."""
        found: list[Start] = []
        for index, seen in enumerate(self.seen):
            mark = numbered(seen.row.text) if seen.plain or seen.row.role.startswith("h") else None
            if mark is None or seen.row.text.endswith((".", ";", ",")) or len(seen.row.text) > 160:
                continue
            last = value_of(found[-1]) if found else None
            start = self.start(index, mark) if last is None or mark.value == last + 1 else None
            if start and start.title[:1].isupper():
                found.append(start)
        return found if len(found) >= 2 else []

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
            if index in borders or seen.switch or seen.part:
                section, entry = "", 0
                last = None if seen.switch or seen.part else last
            start = None
            if index not in used and not seen.switch and not seen.part:
                if unnumbered:
                    start = self._unnumbered(index, section, bool(taken))
                else:
                    start = self._numbered(index, section, entry, last)
                    start = start or self.named_as_label(index, entry, found)
            again = start or (self.explicit(index) if section and not unnumbered else None)
            if again and not unnumbered and section and self.said_again(again, found):
                index = again.last
                continue
            if start:
                found.append(start)
                last = int(re.sub(r"\D.*", "", start.number or "")) if start.number else last
                section, entry = "", 0
                index = start.last
                continue
            if seen.head and (found or taken or (index > 2 and seen.row.role != "h1")):
                section, entry = "decision", 0
            elif seen.label and sectioned(seen):
                section, entry = seen.label.role, 0
                own = _entry(seen.row.text) if seen.label.numbered else None
                entry = own or _entry(seen.row.text[seen.label.end :].lstrip()) or 0
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
        start = self.start(index, mark)
        if start is None:
            return None
        if last is not None and mark.value == 1 and self.begins_anew(start, section):
            section, last = "", None
        score = self.evidence_score(start)
        score += 3 if mark.explicit else 0
        score += 2 if row.role.startswith("h") else 0
        score += (
            3 if STOCK.match(start.title) and (row.role.startswith("h") or last is not None or mark.value == 1) else 0
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
        if section and not row.role.startswith("h") and self.mentions(start):
            score -= 4
        if mark.figure and not (last is None or mark.value == last + 1):
            score -= 3
        entitled = self.evidence(start.last, start.level) and (
            (last is None and not section) or (last is not None and mark.value == last + 1)
        )
        if row.role == "li" and not entitled:
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
            or (seen.label and not (row.role.startswith("h") and self.heads_item(index)))
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
        if FILE.search(row.text) or _DAY.match(row.text):
            return None
        start = self.start(index, None)
        if start is None or (start.title.endswith(".") and not announced):
            return None
        if section == "decision" and not announced and read_decision(start.title).decision_class != "as_worded":
            return None
        evidence = self.evidence(start.last, row.role)
        score = self.evidence_score(start)
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

    def _fill_gaps(self) -> None:
        """Numbered headings of the accepted look that fill a hole in the series are items without labels."""
        known = {start.first: start for start in self.starts}
        levels = {start.level for start in self.starts}
        added: list[Start] = []
        values = [(start.first, value_of(start)) for start in self.starts]
        bounds = [*values, (len(self.seen), None)]
        if values:
            bounds = [(-1, (values[0][1] or 1) - 2 if (values[0][1] or 0) > 1 else None), *bounds]
        for (low, before), (high, after) in pairwise(bounds):
            expected = before
            for index in range(low + 1, high):
                if expected is None:
                    break
                seen = self.seen[index]
                mark = numbered(seen.row.text) if seen.plain or seen.row.role.startswith("h") else None
                if mark is None or mark.value != expected + 1 or (after is not None and mark.value >= after):
                    continue
                start = self.start(index, mark)
                if start is None or index in known or not self._may_fill(start, seen.row, levels, index):
                    continue
                added.append(start)
                expected = mark.value
        self.starts = _sorted([*self.starts, *added])

    def _may_fill(self, start: Start, row: Row, levels: set[str], index: int) -> bool:
        if start.title[:1].islower() or len(start.title) > 200 or re.match(r"(?:at|At)\s", start.title):
            return False
        if row.role.startswith("h"):
            return row.role in levels
        return bool(STOCK.match(start.title)) or (
            bool(row.gap) and "" in levels and not row.text.endswith(".") and len(row.text) < 120
        )

    def _infer(self) -> None:
        """Numbers that were lost: from the table of contents, else by counting on from a printed one."""
        for start in self.starts:
            if start.number is None:
                start.number = self.contents.number_of(start.title)
        values = [value_of(start) for start in self.starts]
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


def _entry(text: str) -> int | None:
    """The number of a list entry at the start of a row."""
    match = re.match(r"(?:at\s)?\(?(\d{1,2})[.)]\s", text, re.IGNORECASE)
    return int(match[1]) if match else None


def _sorted(starts: Sequence[Start]) -> list[Start]:
    return sorted(starts, key=lambda start: start.first)
