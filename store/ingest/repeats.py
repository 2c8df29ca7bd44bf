"""Titles that are printed more than once: in lists of items, under themselves, over the decision."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from store.ingest.contents import Contents
from store.ingest.flow import fold
from store.ingest.recognise import Seen, numbered, sectioned
from store.ingest.titles import Start, Titles


class Repeats(Titles):
    """Tells the title that begins an item from the same title said again; `repeats` are the rows of the latter."""

    def __init__(self, seen: Sequence[Seen], contents: Contents) -> None:
        super().__init__(seen, contents)
        self.starts: list[Start] = []
        self.repeats: set[int] = set()

    def drop_announcements(self) -> None:
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

    def explicit(self, index: int) -> Start | None:
        """A row that begins with a word like "Dagsordenspunkt" and a number, read as a title."""
        mark = numbered(self.seen[index].row.text) if self.seen[index].plain else None
        return self.start(index, mark) if mark and mark.explicit and len(self.seen[index].row.text) <= 420 else None

    def said_again(self, start: Start, found: list[Start]) -> bool:
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

    def merged(self, starts: Sequence[Start]) -> list[Start]:
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


def _same(title: str, again: str) -> bool:
    one, other = title.lower().rstrip(" ."), again.lower().rstrip(" .")
    if len(one) >= 12 and len(other) >= 12 and (one.startswith(other) or other.startswith(one)):
        return True
    return fuzz.ratio(one, other) >= 90
