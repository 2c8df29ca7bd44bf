"""Where agenda items begin: titles told from list entries, sub-headings and tables of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from store.ingest.contents import CONTENTS_HEADS, Contents
from store.ingest.decisions import read_decision
from store.ingest.flow import Row, fold
from store.ingest.headings import SECTIONS, fold_label
from store.ingest.overlooked import Overlooked
from store.ingest.recognise import Seen, numbered, sectioned
from store.ingest.titles import FILE, STOCK, Start, Titles

_TELLS = re.compile(
    r"\b(?:blev|bliver|behandles|behandledes|udgår|udgik|udsættes|udsat|tages|flyttes|optages|optaget|bortfalder|"
    r"drøftes|drøftedes|udskydes|udskudt|rykkes|skal|kan|vil)\b"
)


class Outline(Titles):
    """Finds the items among recognised rows."""

    def __init__(self, seen: Sequence[Seen], contents: Contents) -> None:
        super().__init__(seen, contents)
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
        self.starts = self._merged(_sorted([*self.starts, *more]))
        self._drop_announcements()
        overlooked = Overlooked(self.seen, self.contents)
        self.starts = _sorted([*self.starts, *overlooked.by_pattern(self.starts)])
        self.starts = _sorted([*self.starts, *overlooked.closed_marks(self.starts, self.repeats)])
        self._drop_announcements()
        self._infer()
        return self.starts

    def plain_series(self) -> list[Start]:
        """A series of numbered titles without any labels: short minutes, or an agenda that only lists its items."""
        found: list[Start] = []
        for index, seen in enumerate(self.seen):
            mark = numbered(seen.row.text) if seen.plain or seen.row.role.startswith("h") else None
            if mark is None or seen.row.text.endswith((".", ";", ",")) or len(seen.row.text) > 160:
                continue
            last = _value(found[-1]) if found else None
            start = self.start(index, mark) if last is None or mark.value == last + 1 else None
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
            if index not in used and not seen.switch and not seen.part:
                if unnumbered:
                    start = self._unnumbered(index, section, bool(taken))
                else:
                    start = self._numbered(index, section, entry, last)
                    start = start or self._named_as_label(index, entry, found)
            again = start or (self._explicit(index) if section and not unnumbered else None)
            if again and not unnumbered and section and self._said_again(again, found):
                index = again.last
                continue
            if start:
                found.append(start)
                last = int(re.sub(r"\D.*", "", start.number or "")) if start.number else last
                section, entry = "", 0
                index = start.last
                continue
            if seen.head and (found or taken or seen.row.role != "h1"):
                section, entry = "decision", 0
            elif seen.label and sectioned(seen):
                section, entry = seen.label.role, 0
                entry = _entry(seen.row.text[seen.label.end :].lstrip()) or 0
            else:
                entry = _entry(seen.row.text) or entry
            index += 1
        return found

    def _drop_announcements(self) -> None:
        """Starts that print number and title of a later item and hold nothing: entries of a list of items."""
        kept: list[Start] = []
        for at, start in enumerate(self.starts):
            end = self.starts[at + 1].first if at + 1 < len(self.starts) else len(self.seen)
            later = [other for other in self.starts[at + 1 :] if other.number and other.number == start.number]
            holds = any(sectioned(each) or each.case for each in self.seen[start.last : end])
            if not holds and any(_same(start.title, other.title) for other in later):
                again = next(other for other in later if _same(start.title, other.title))
                again.access = "closed" if start.access == "closed" else again.access
                self.repeats.update(range(start.first, start.last))
            else:
                kept.append(start)
        self.starts = kept

    def _explicit(self, index: int) -> Start | None:
        """A row that begins with a word like "Dagsordenspunkt" and a number, read as a title."""
        mark = numbered(self.seen[index].row.text) if self.seen[index].plain else None
        return self.start(index, mark) if mark and mark.explicit and len(self.seen[index].row.text) <= 420 else None

    def _said_again(self, start: Start, found: list[Start]) -> bool:
        """Whether a title inside an item is that item's own again: as "Dagsordenspunkt 5: ..." over its decision.

        Where the item began with the bare title, it is begun there, with the number that the repetition prints.
        """
        before = found[-1] if found else None
        if before and before.number == start.number and _same(before.title, start.title):
            before.case = before.case or start.case
            before.access = "closed" if "closed" in (before.access, start.access) else before.access or start.access
            self.repeats.update(range(start.first, start.last))
            return True
        mark = numbered(self.seen[start.first].row.text)
        if not (mark and mark.explicit):
            return False
        for index in range(start.first - 1, before.last - 1 if before else -1, -1):
            row = self.seen[index].row
            if self.seen[index].plain and _same(fold(row.text), start.title):
                first = self.start(index, None)
                if first is None or first.last > start.first:
                    return False
                first.number, first.case = start.number, first.case or start.case
                first.access = "closed" if "closed" in (first.access, start.access) else first.access or start.access
                found.append(first)
                self.repeats.update(range(start.first, start.last))
                return True
        return False

    def _named_as_label(self, index: int, entry: int, found: Sequence[Start]) -> Start | None:
        """A numbered title that is itself the name of a section: "2. Budget", told by its place in the series."""
        seen = self.seen[index]
        mark = numbered(seen.row.text)
        if not (seen.label and seen.label.alone and mark) or seen.row.text.rstrip().endswith(":"):
            return None
        last = _value(found[-1]) if found else None
        if (last is None and mark.value != 1) or (last is not None and not last < mark.value <= last + 3):
            return None
        heading = seen.row.role.startswith("h") and any(start.level == seen.row.role for start in found)
        if heading or self._item_below(index):
            return self.start(index, mark)
        if last is None or mark.value != last + 1 or (entry and entry == mark.value - 1):
            return None
        return self.start(index, mark) if self._series_goes_on(index, mark.value + 1) else None

    def _item_below(self, index: int) -> bool:
        """Whether the rows right below open an item: its case number, access, decider, or a section at once."""
        for seen in self.seen[index + 1 : index + 4]:
            if seen.case or seen.access or seen.head or (seen.label and seen.label.role == "decider"):
                return True
            if seen.label and seen.label.alone and seen.label.role in ("background", "recommendation", "decision"):
                return numbered(seen.row.text) is None
            return False
        return False

    def _series_goes_on(self, index: int, value: int) -> bool:
        """Whether the next number of the items follows, before any list begins anew."""
        role = self.seen[index].row.role
        for seen in self.seen[index + 1 :]:
            mark = numbered(seen.row.text)
            if mark and mark.value == 1 and not mark.explicit:
                return False
            if mark and mark.value == value and seen.row.role == role:
                return seen.plain or (seen.label is not None and seen.label.alone)
        return False

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
        if section and not row.role.startswith("h") and self._mentions(start):
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

    def _mentions(self, start: Start) -> bool:
        """Whether a row only speaks of an item: a whole sentence, with nothing under it that items have."""
        if self.evidence(start.last, start.level) or self.contents.holds(start.title):
            return False
        return start.title.endswith((".", "!")) or _TELLS.search(start.title) is not None

    def _unnumbered(self, index: int, section: str, others: bool) -> Start | None:
        seen = self.seen[index]
        row = seen.row
        if (
            seen.case
            or seen.head
            or seen.access
            or (seen.label and not (row.role.startswith("h") and self._heads_item(index)))
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
        if FILE.search(row.text):
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

    def _heads_item(self, index: int) -> bool:
        """Whether a heading that is the name of a section is an item's title: announced, or with a case below."""
        row = self.seen[index].row
        if self.contents.holds(row.text):
            return True
        below = self.seen[index + 1] if index + 1 < len(self.seen) else None
        return below is not None and below.case is not None and any(start.level == row.role for start in self.starts)

    def _labels_above(self, role: str) -> bool:
        """Whether the labels are headings of a higher level than `role`: then `role` marks sub-headings."""
        return bool(self._label_level) and self._label_level < role

    def _fill_gaps(self) -> None:
        """Numbered headings of the accepted look that fill a hole in the series are items without labels."""
        known = {start.first: start for start in self.starts}
        levels = {start.level for start in self.starts}
        added: list[Start] = []
        values = [(start.first, _value(start)) for start in self.starts]
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


def _same(title: str, again: str) -> bool:
    one, other = title.lower().rstrip(" ."), again.lower().rstrip(" .")
    if len(one) >= 12 and len(other) >= 12 and (one.startswith(other) or other.startswith(one)):
        return True
    return fuzz.ratio(one, other) >= 90


def _value(start: Start) -> int | None:
    match = re.match(r"\d+", start.number or "")
    return int(match.group()) if match else None


def _entry(text: str) -> int | None:
    """The number of a list entry at the start of a row."""
    match = re.match(r"(?:at\s)?\(?(\d{1,2})[.)]\s", text, re.IGNORECASE)
    return int(match[1]) if match else None


def _sorted(starts: Sequence[Start]) -> list[Start]:
    return sorted(starts, key=lambda start: start.first)
