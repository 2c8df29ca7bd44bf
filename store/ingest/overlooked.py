"""Titles that carry no sign of their own, found by the pattern of the others or by their being closed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from store.ingest.flow import begins_list_entry, fold
from store.ingest.recognise import Seen, inside, numbered, sectioned, states_closed
from store.ingest.titles import FILE, STOCK, Start, Titles


class Overlooked(Titles):
    """Looks for titles between items that are known."""

    def by_pattern(self, starts: Sequence[Start]) -> list[Start]:
        """Titles that nothing marks but the label below: the one with which the other items of the document open."""
        if len(starts) < 2:
            return []
        ends = [start.first for start in starts[1:]] + [len(self.seen)]
        opens: list[str] = []
        for start, end in zip(starts, ends, strict=True):
            label = next((seen for seen in self.seen[start.last : end] if sectioned(seen)), None)
            opens.append(_opening(label) if label else "")
        common = max(set(opens), key=opens.count, default="")
        if not common or opens.count(common) < max(2, 0.6 * len(opens)):
            return []
        taken = {index for start in starts for index in range(start.first, start.last)}
        found: list[Start] = []
        for start, end in zip(starts, ends, strict=True):
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
                if (same and met > 1) or STOCK.fullmatch(self.seen[above].row.text.rstrip(".")):
                    title = self.start(above, numbered(self.seen[above].row.text))
                    if title and title.last <= index:
                        found.append(title)
        return found

    def closed_marks(self, starts: Sequence[Start], repeats: Collection[int]) -> list[Start]:
        """Rows that say "Lukket - ..." and were not taken for titles.

        Better an item too many than closed text in the open.
        """
        taken = {index for start in starts for index in range(start.first, start.last)}
        found: list[Start] = []
        section = ""
        for index, seen in enumerate(self.seen):
            section = "" if index in taken else section
            if sectioned(seen):
                section = seen.label.role if seen.label else "decision"
            if index in taken or index in repeats or section == "attachments" or not starts:
                continue
            text = seen.row.text
            marked = states_closed(seen)
            if seen.label and seen.label.role == "meta":
                continue
            if not marked or seen.switch or seen.access or FILE.search(text) or seen.case:
                continue
            owner = next((each for each in starts if self._directly_under(each, index)), None)
            if owner and numbered(text) is None:
                owner.access = "closed"
                continue
            start = self.start(index, numbered(text)) or Start(index, index + 1, None, fold(text), [seen.row])
            start.access = "closed"
            found.append(start)
            section = ""
        return found

    def _directly_under(self, start: Start, index: int) -> bool:
        """Whether nothing but properties stands between a title and a row."""
        between = self.seen[start.last : index]
        return start.last <= index and all(seen.case or seen.access or seen.part for seen in between)

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
        if text.endswith((".", ":", ";", ",", "?", "!")) or (begins_list_entry(text) and numbered(text) is None):
            return None
        alone = before.label is not None and before.label.alone
        if (alone and not STOCK.fullmatch(text)) or inside(before.row, seen.row, len(text) + 40):
            return None
        return index - 1


def _opening(seen: Seen) -> str:
    """What a label is called, for comparing the labels of items."""
    return seen.label.printed.lower() if seen.label else "beslutning"
