"""Rows that look like sections and are titles, or look like titles and only speak of an item."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.ingest.decisions import read_decision
from store.ingest.recognise import numbered
from store.ingest.repeats import Repeats
from store.ingest.titles import Start, value_of

_TELLS = re.compile(
    r"\b(?:blev|bliver|behandles|behandledes|udgår|udgik|udsættes|udsat|tages|flyttes|optages|optaget|bortfalder|"
    r"drøftes|drøftedes|udskydes|udskudt|rykkes|skal|kan|vil)\b"
)


class SectionWords(Repeats):
    """Judges rows by their place in the series and by what stands below them."""

    def named_as_label(self, index: int, entry: int, found: Sequence[Start]) -> Start | None:
        """A numbered title that is itself the name of a section: "2. Budget", told by its place in the series."""
        seen = self.seen[index]
        mark = numbered(seen.row.text)
        if not (seen.label and seen.label.alone and mark) or seen.row.text.rstrip().endswith(":"):
            return None
        last = value_of(found[-1]) if found else None
        if (last is None and mark.value != 1) or (last is not None and not last < mark.value <= last + 3):
            return None
        heading = seen.row.role.startswith("h") and any(start.level == seen.row.role for start in found)
        if heading or self.item_below(index):
            return self.start(index, mark)
        if last is None or mark.value != last + 1 or (entry and entry == mark.value - 1):
            return None
        return self.start(index, mark) if self.series_goes_on(index, mark.value + 1) else None

    def item_below(self, index: int) -> bool:
        """Whether the rows right below open an item: its case number, access, decider, or a section at once."""
        for seen in self.seen[index + 1 : index + 4]:
            if seen.case or seen.access or seen.head or (seen.label and seen.label.role == "decider"):
                return True
            if seen.label and seen.label.alone and seen.label.role in ("background", "recommendation", "decision"):
                return numbered(seen.row.text) is None
            return False
        return False

    def series_goes_on(self, index: int, value: int) -> bool:
        """Whether the next number of the items follows, before any list begins anew."""
        role = self.seen[index].row.role
        for seen in self.seen[index + 1 :]:
            mark = numbered(seen.row.text)
            if mark and mark.value == 1 and not mark.explicit:
                return False
            if mark and mark.value == value and seen.row.role == role:
                return seen.plain or (seen.label is not None and seen.label.alone)
        return False

    def heads_item(self, index: int) -> bool:
        """Whether a heading that is the name of a section is an item's title: announced, or with a case below."""
        row = self.seen[index].row
        if self.contents.holds(row.text):
            return True
        below = self.seen[index + 1] if index + 1 < len(self.seen) else None
        return below is not None and below.case is not None and any(start.level == row.role for start in self.starts)

    def mentions(self, start: Start) -> bool:
        """Whether a row only speaks of an item: a whole sentence, with nothing under it that items have."""
        if self.evidence(start.last, start.level) or self.contents.holds(start.title):
            return False
        return start.title.endswith((".", "!")) or _TELLS.search(start.title) is not None

    def begins_anew(self, start: Start, section: str) -> bool:
        """Whether a number 1 begins a second series of items: it, and the 2 behind it, stand over what items have."""
        if section not in ("", "decision", "attachments") or start.title[:1].islower():
            return False
        if self.evidence(start.last, start.level) & {"case", "access", "decider"}:
            return True
        if not self.evidence(start.last, start.level) or read_decision(start.title).decision_class != "as_worded":
            return False
        for index in range(start.last, len(self.seen)):
            mark = numbered(self.seen[index].row.text) if self.seen[index].plain else None
            if mark and mark.value == 1:
                return False
            if mark and mark.value == 2:
                second = self.start(index, mark)
                return second is not None and bool(self.evidence(second.last, second.level))
        return False
