"""Tables of contents: found, cut out of the text, and kept as the list of titles to expect."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from store.ingest.casenumbers import after_label
from store.ingest.flow import Place, Row, fold
from store.ingest.headings import DOCUMENT_WORDS, LabelBook, fold_label
from store.ingest.runningheads import GLUED

CONTENTS_HEADS = frozenset({
    "indholdsfortegnelse", "indhold", "dagsordenspunkter", "punkter", "punkter på dagsordenen",
    "dagsordenens punkter", "sagsoversigt", "punktoversigt", "oversigt", "dagsorden", "punktliste",
    "oversigt over punkter", "sager", "indholdsfortegnelse for dagsorden", "dagsordensoversigt", "emner",
    "indholdsoversigt", "pkt. tekst side", "pkt tekst side", "punkt emne side",
})  # fmt: skip
_GLUED_HEAD = re.compile(
    r"\s*INDHOLDSFORTEGNELSE\b|\s*Indholdsfortegnelse\b|.{0,300}?\bI(?:ndholdsfortegnelse|"
    r"NDHOLDSFORTEGNELSE)\b\s+(?=\S)"
    r"|(?:Indhold|INDHOLD|Dagsorden|DAGSORDEN|Punkter|PUNKTER|Sagsoversigt):?\s"
    r"(?=.{0,300}?(?:Sag nr\.|Punkt|Pkt\.?|Sag)\s?\d{1,4}\b"
    r".{3,300}?(?:Sag nr\.|Punkt|Pkt\.?|Sag)\s?\d)"
)
_HEAD_WORDS = ("indhold", "dagsorden", "punkter", "sagsoversigt")
"""One of these stands in the head of every glued table."""
_LEADER = re.compile(r"(?:\s?\.){3,}\s*(?:\d{1,4}|[ivxlc]{1,7})?\s*\Z|\s?…+\s*\d{0,4}\s*\Z|\t\s*\d{1,4}\Z")
_NUMBERED = re.compile(
    r"(?:(?:punkt|pkt\.?|sag|"
    r"nr\.?)\s{0,2}(?:nr\.?\s?)?)?(?P<number>\d{1,4}(?:/\d{2,4})?[a-z]?)\s?[.:)–-]{0,3}\s{1,4}(?=\D)|"
    r"(?P<tight>\d{1,4})[.)](?=[A-ZÆØÅ])",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Contents:
    """Titles that a table of contents announces, folded, and the numbers printed before them."""

    text: str = ""
    entries: list[tuple[str | None, str]] = field(default_factory=list)

    def holds(self, title: str) -> bool:
        """Whether the table announces `title`."""
        key = _plain(title)
        return len(key) >= 4 and key in self.text

    def number_of(self, title: str) -> str | None:
        """The number printed before `title` in the table, else None."""
        key = _plain(title)
        for number, entry in self.entries:
            if number and entry.startswith(key):
                return number
        glued = len(self.entries) <= 2
        at = self.text.find(key) if glued and len(key) >= 4 else -1
        if at < 0:
            return None
        before = re.search(
            r"(?<![\d.,/])(\d{1,4})[.:)]?\s(?:(?:lukket|åben|fortrolig)\w{0,2}(?: punkt| sag)?\s?[-–:]?\s)?\Z",
            self.text[max(at - 40, 0) : at],
        )
        return before[1] if before else None


def _plain(title: str) -> str:
    return fold(title).lower().strip(" .:-–")


def cut_contents(rows: Sequence[Row], book: LabelBook, noise: list[Place]) -> tuple[list[Row], Contents]:
    """`rows` without tables of contents, and what those announced."""
    contents = Contents()
    kept: list[Row] = []
    index = 0
    while index < len(rows):
        row = rows[index]
        taken = _glued_table(rows, index, book) if len(row.text) >= 40 else 0
        if taken:
            head = _GLUED_HEAD.match(row.text)
            start = _head_start(row.text) if head else 0
            if start > 0:
                kept.append(row.cut(0, start))
            cut = [row.cut(start), *rows[index + 1 : index + taken]]
        else:
            taken = _lined_table(rows, index, book)
            cut = list(rows[index : index + taken])
        if taken:
            if not contents.text or index < 80:
                _note(contents, [cut[0].cut(_head_end(cut[0].text)), *cut[1:]])
            noise.extend(part.place for part in cut)
            index += taken
        else:
            kept.append(row)
            index += 1
    return kept, contents


def _head_start(text: str) -> int:
    match = re.search(r"\bI(?:ndholdsfortegnelse|NDHOLDSFORTEGNELSE)\b", text[:400])
    return match.start() if match else 0


def _head_end(text: str) -> int:
    match = re.match(r"(?i)\s*indholdsfortegnelse\b[\s:]*", text)
    return match.end() if match else (len(text) if fold_label(text) in CONTENTS_HEADS else 0)


def _note(contents: Contents, rows: Sequence[Row]) -> None:
    parts = []
    for entry in (part for row in rows for part in _entries_in(row.text)):
        text = _LEADER.sub("", entry)
        numbered = _NUMBERED.match(text)
        number = (numbered["number"] or numbered["tight"]) if numbered else None
        title = _plain(text[numbered.end() :] if numbered else text)
        contents.entries.append((number, title))
        parts.append(f"{number} {title}" if number else title)
    contents.text = fold(" ".join([contents.text, *parts])).lower()


def _entries_in(text: str) -> Iterator[str]:
    """A line of the table, or the entries of a whole table in one line, parted by its dot leaders."""
    if len(text) < GLUED and len(re.findall(r"\.{3,}\s?\d", text)) < 2:
        yield text
        return
    start = 0
    for leader in re.finditer(r"(?:\s?\.){3,}\s*\d{1,4}(?=\s|\Z)", text):
        yield text[start : leader.end()].strip()
        start = leader.end()
    if text[start:].strip():
        yield text[start:].strip()


def _glued_table(rows: Sequence[Row], index: int, book: LabelBook) -> int:
    """How many rows a table glued into page-long rows takes, 0 when there is none at `index`."""
    text = rows[index].text
    low = text[:340].lower()
    told = any(word in low for word in _HEAD_WORDS)
    start = _head_start(text) if told and _GLUED_HEAD.match(text) else -1
    if start < 0 or (start == 0 and fold_label(text) in CONTENTS_HEADS):
        return 0
    tail = text[start + 19 :]
    if len(tail.strip()) < 15 or _labels_in(tail, book):
        return 0
    taken = 1
    while index + taken < len(rows):
        following = rows[index + taken]
        leaders = len(re.findall(r"\.{3,}\s?\d", following.text))
        if following.role.startswith("h") or (leaders == 0 and _announces(text, following.text)):
            break
        if (
            following.page == rows[index].page and len(following.text) < GLUED and not book.at_start(following.text)
        ) or (leaders >= 3 and not _labels_in(following.text, book)):
            taken += 1
        else:
            break
    return taken


def _announces(table: str, text: str) -> bool:
    """Whether a row is the title of an item that the table has named."""
    key = _entry_key(text)
    return len(key) > 5 and len(text) < 200 and key in fold(table).lower()


def _labels_in(text: str, book: LabelBook) -> bool:
    """Whether section labels with their colon stand in a text: then it is no table of contents."""
    for match in re.finditer(r"(?<!\w)([A-ZÆØÅ][\wæøå ]{2,40}):", text):
        if book.role(match[1]) or after_label(match.group()):
            return True
    return False


def _lined_table(rows: Sequence[Row], index: int, book: LabelBook) -> int:
    """How many rows a table in lines takes from its heading at `index`, 0 when there is none."""
    if len(rows[index].text) > 50 or fold_label(rows[index].text) not in CONTENTS_HEADS:
        return 0
    sure = "indhold" in rows[index].text.lower()
    seen: dict[str, int] = {}
    entries = 0
    at = index + 1
    while at < len(rows) and at - index < 400:
        row = rows[at]
        label = book.at_start(row.text)
        numbered = _NUMBERED.match(row.text)
        leader = _LEADER.search(row.text) is not None
        key = _entry_key(row.text)
        if key in seen and entries > 1 and not leader:
            return at - index
        if (
            (label and not leader and not _listed(label.alone, numbered))
            or after_label(row.text)
            or len(row.text) > 260
        ):
            return _unrepeated(rows, index, at, sure)
        if numbered or leader or row.role == "li":
            entries += 1
            seen[key] = at
        elif entries == 0 and at - index > 3:
            return 0
        at += 1
    return at - index if sure and entries > 1 and at - index < 400 and at < len(rows) else 0


def _listed(alone: bool, numbered: re.Match[str] | None) -> bool:
    return numbered is not None and not alone


def _entry_key(text: str) -> str:
    text = _LEADER.sub("", text)
    numbered = _NUMBERED.match(text)
    key = _plain(text[numbered.end() :] if numbered else text)
    key = re.sub(r"\s\d{1,4}\Z", "", key)
    return key if len(key) > 3 else text


def _unrepeated(rows: Sequence[Row], index: int, at: int, sure: bool) -> int:
    """A label came before any entry was repeated: the rows from the last heading on belong to the first item."""
    last = at - 1
    while last > index and not (_NUMBERED.match(rows[last].text) or rows[last].role.startswith("h")):
        last -= 1
    while (
        last - 1 > index
        and rows[last].page == rows[last - 1].page
        and rows[last].role.startswith("h")
        and rows[last - 1].role == rows[last].role
        and not _NUMBERED.match(rows[last].text)
    ):
        last -= 1
    leaders = sum(1 for row in rows[index + 1 : last] if _LEADER.search(row.text) or _NUMBERED.match(row.text))
    if last - index < 2 or not (sure or leaders >= 3) or leaders < 1:
        return 0
    return last - index


def cut_repeated(rows: Sequence[Row], book: LabelBook, noise: list[Place], contents: Contents) -> list[Row]:
    """`rows` without a list of titles before the first item that has no heading of its own: its titles come again."""
    first = next((i for i, row in enumerate(rows) if _begins_item(row, book)), len(rows))
    last = {_entry_key(row.text): i for i, row in enumerate(rows) if len(row.text) <= 300}
    block = [i for i, row in enumerate(rows[:first]) if len(row.text) <= 300 and last[_entry_key(row.text)] > i]
    listed = [i for i in block if _NUMBERED.match(rows[i].text) or rows[i].role == "li"]
    if len(listed) < 2 or listed[-1] - listed[0] > 3 * len(listed):
        return list(rows)
    cut = set(range(listed[0], listed[-1] + 1))
    _note(contents, [rows[i] for i in sorted(cut)])
    noise.extend(rows[i].place for i in sorted(cut))
    return [row for i, row in enumerate(rows) if i not in cut]


def _begins_item(row: Row, book: LabelBook) -> bool:
    if after_label(row.text) is not None:
        return True
    label = book.at_start(row.text)
    if label is None or label.printed.lower() in DOCUMENT_WORDS:
        return False
    return label.role in ("background", "recommendation", "decision") and (label.alone or label.colon)
