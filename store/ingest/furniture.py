"""What a page carries besides its text: running heads, page numbers, portal buttons and signature pages, told apart and cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from store.ingest.casenumbers import after_label
from store.ingest.decisionheads import decision_head
from store.ingest.flow import Place, Row, fold
from store.ingest.headings import LabelBook

GLUED = 300
"""A row of at least this many characters is a page (or much of one) without line breaks."""

_EDGE = 4
_WORDS = 10
_CHROME = re.compile(
    r"(?:til top(?:pen)?|udskriv(?: siden)?|print|se alle bilag|se bilag|fold alle (?:ud|ind)|luk alle|åben alle|vælg|søg|"
    r"læs op|læs mere|del(?: siden)?|tilbage|forrige|næste|spring til indhold(?:et)?|download(?: som)? pdf|hent (?:som )?pdf|"
    r"størrelse: ?px|starte visningen fra side:?|save this pdf as:?|(?:word|png|txt|jpg|\s)+|transkript:?|"
    r"relaterede dokumenter:?|download \".{0,300}\"|vis (?:mere|mindre|alle)|cookie.{0,60}|menu|gå til indhold|"
    r"application/pdf icon .{0,120})",
    re.IGNORECASE,
)
_SIDE = re.compile(
    r"(?:side|page|s\.)\s{0,2}(?:\d{1,4}|[ivxlc]{1,7})(?:\s{0,2}(?:af|of|/)\s{0,2}\d{1,4})?", re.IGNORECASE
)
_BARE = re.compile(r"[-–]?\s?(\d{1,4})\s?[-–]?(?:\s?(?:af|/)\s?\d{1,4})?")
_SIDE_END = re.compile(r"\s*\bSide\s{0,2}(?:\d{1,4}|[ivxlc]{1,7})(?:\s{0,2}(?:af|/)\s{0,2}\d{1,4})?\s*\Z")
_NUMBER_START = re.compile(r"(\d{1,4})\s+(?=\S)")
_NUMBER_END = re.compile(r"(?<=\s)(\d{1,3})\Z")
_SIGNATURE = re.compile(
    r"(?:underskriftsside|underskrifter|underskrift|underskriftsblad|underskriftsark|underskriftark|protokollen underskrives|"
    r"elektronisk godkendelse|referatet er godkendt af)(?!\w)",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"©|\bCVR\b|\b(?:tlf|telefon)\.?:?\s?\d|^\S+@\S+\Z|[·•|]\s?\w+ (?:Kommune|Region)\b|\b(?:Kommune|Region \w+)\s?[·•|]",
    re.IGNORECASE,
)
_DECIDES = re.compile(r"beslut|vedtag|afgør|pkt|punkt|\bsag\b", re.IGNORECASE)
_ITEM_WORD = re.compile(r"(?:punkt|pkt|sag|dagsordenspunkt|nr)\b", re.IGNORECASE)


@dataclass(slots=True)
class Stripped:
    """Rows that are text, the places that were cut, and the running heads as printed (they may name body and date)."""

    rows: list[Row]
    noise: list[Place] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)


def strip(rows: Sequence[Row], book: LabelBook, *, paged: bool) -> Stripped:
    """`rows` without running heads and feet, page numbers and the buttons of agenda portals."""
    found = Stripped([])
    kept: list[Row] = []
    related = _related(rows)
    for index, row in enumerate(rows):
        if index in related or (len(row.text) < 340 and _CHROME.fullmatch(row.text)):
            found.noise.append(row.place)
        else:
            kept.append(row)
    pages = [list(group) for _, group in groupby(kept, key=lambda row: row.page)]
    if not paged:
        _cut_footer(pages, found)
    if paged and len(pages) == 1:
        while pages[0] and _SIDE.fullmatch(pages[0][-1].text):
            found.noise.append(pages[0].pop().place)
    if paged and len(pages) > 1:
        pages = _without_edges(pages, book, found)
        pages = _without_glued_edges(pages, book, found)
    found.rows = [row for page in pages for row in page]
    return found


def _cut_footer(pages: list[list[Row]], found: Stripped) -> None:
    """The address line at the foot of a web page."""
    while (
        pages
        and pages[-1]
        and len(pages[-1]) > 3
        and len(pages[-1][-1].text) < 200
        and _FOOTER.search(pages[-1][-1].text)
    ):
        found.noise.append(pages[-1].pop().place)


def _related(rows: Sequence[Row]) -> set[int]:
    """Rows of lists of other documents: the blocks that end in "Læs mere", when there are several."""
    ends = [index for index, row in enumerate(rows) if fold(row.text).lower() == "læs mere"]
    if len(ends) < 3:
        return set()
    cut: set[int] = set()
    for number, end in enumerate(ends):
        start = ends[number - 1] + 1 if number else max(end - 8, 0)
        if end - start > 12:
            start = end - 12
        while number == 0 and start < end and len(rows[start].text) >= GLUED:
            start += 1
        cut.update(range(start, end + 1))
    return cut


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", fold(text).lower())


def _without_edges(pages: list[list[Row]], book: LabelBook, found: Stripped) -> list[list[Row]]:
    """Cuts whole rows that recur at the top or the foot of pages."""
    running = _running_keys(pages, book)
    offsets = _number_offsets(pages)
    result = []
    for page in pages:
        left, right = 0, len(page)
        while left < right and _is_edge(page[left], running, offsets):
            left += 1
        while right > left and _is_edge(page[right - 1], running, offsets):
            right -= 1
        for row in (*page[:left], *page[right:]):
            found.noise.append(row.place)
            found.heads.append(fold(row.text))
        result.append(page[left:right])
    return [page for page in result if page]


def _running_keys(pages: list[list[Row]], book: LabelBook) -> set[str]:
    seen: Counter[tuple[str, str]] = Counter()
    figures: dict[tuple[str, str], list[tuple[int, tuple[str, ...]]]] = {}
    for page in pages:
        for side, rows in (("top", page[:_EDGE]), ("foot", page[-_EDGE:])):
            for key, row in {_key(row.text): row for row in rows if len(row.text) <= 160}.items():
                if _DECIDES.search(row.text) and decision_head(row.text):
                    continue
                seen[side, key] += 1
                figures.setdefault((side, key), []).append((row.page, tuple(re.findall(r"\d+", row.text))))
    few = 2 if len(pages) <= 3 else 3
    return {
        key
        for (side, key), count in seen.items()
        if count >= few and count >= len(pages) * 0.2 and _may_run(key, book) and _steady(key, figures[side, key])
    }


def _may_run(key: str, book: LabelBook) -> bool:
    """Labels, case numbers and item headings recur at page tops as well but are text."""
    if _SIDE.fullmatch(key.replace("#", "1")):
        return True
    label = book.at_start(key[:1].upper() + key[1:])
    if label is not None and label.role != "head":
        return False
    return after_label(key) is None and not _ITEM_WORD.match(key) and key.strip("# .-") != ""


def _steady(key: str, figures: list[tuple[int, tuple[str, ...]]]) -> bool:
    """The figures of a running head stay, or one of them counts the pages."""
    if len({numbers for _, numbers in figures}) == 1 or "side" in key or "page" in key:
        return True
    count = min(len(numbers) for _, numbers in figures)
    for position in range(count):
        if len({int(numbers[position]) - page for page, numbers in figures if len(numbers[position]) < 6}) == 1:
            return True
    return False


def _number_offsets(pages: list[list[Row]]) -> set[int]:
    """How far bare page numbers run ahead of the file's own pages, where that holds on several pages."""
    offsets: Counter[int] = Counter()
    for page in pages:
        for value in {m[1] for row in (page[0], page[-1]) if (m := _BARE.fullmatch(row.text))}:
            offsets[int(value) - page[0].page] += 1
    return {offset for offset, count in offsets.items() if count >= 3 or count >= 0.6 * len(pages)}


def _is_edge(row: Row, running: set[str], offsets: set[int]) -> bool:
    if _SIDE.fullmatch(row.text):
        return True
    bare = _BARE.fullmatch(row.text)
    if bare and int(bare[1]) - row.page in offsets:
        return True
    return len(row.text) <= 160 and _key(row.text) in running


def _without_glued_edges(pages: list[list[Row]], book: LabelBook, found: Stripped) -> list[list[Row]]:
    """Cuts page numbers and running heads that stand in one line with the text."""
    glued = [page for page in pages if any(len(row.text) >= GLUED for row in page)]
    if len(glued) < 2 and not any(_SIDE_END.search(page[-1].text) for page in pages):
        return pages
    firsts = {page[0].page: page[0] for page in pages}
    numbered = {number for number, row in firsts.items() if _starts_with(row.text, number)}
    if len(numbered) >= max(2, 0.5 * len(pages)):
        for page in pages:
            if page[0].page in numbered:
                _cut_start(page, len(str(page[0].page)), found)
    for page in pages:
        end = _SIDE_END.search(page[-1].text, max(len(page[-1].text) - 30, 0))
        if end and page[-1].text.strip() != end.group().strip():
            _cut_end(page, end.start(), found)
    _cut_counted_ends(pages, found)
    for number, length in _shared_starts(pages, book).items():
        _cut_start(pages[number], length, found)
    return [[row for row in page if row.text] for page in pages if any(row.text for row in page)]


def _starts_with(text: str, number: int) -> bool:
    match = _NUMBER_START.match(text)
    return match is not None and int(match[1]) == number


def _cut_start(page: list[Row], length: int, found: Stripped) -> None:
    row = page[0]
    found.noise.append((row.page, row.start, row.start + length))
    found.heads.append(fold(row.text[:length]))
    page[0] = row.cut(length)


def _cut_end(page: list[Row], at: int, found: Stripped) -> None:
    row = page[-1]
    found.noise.append((row.page, row.start + at, row.end))
    page[-1] = row.cut(0, at)


def _cut_counted_ends(pages: list[list[Row]], found: Stripped) -> None:
    """Bare numbers at the ends of pages that count on from page to page (an attachment's own page numbers)."""
    values: dict[int, int] = {}
    for index, page in enumerate(pages):
        match = _NUMBER_END.search(page[-1].text, max(len(page[-1].text) - 5, 0))
        if match and len(page[-1].text) >= GLUED:
            values[index] = int(match[1])
    for index, value in values.items():
        neighbours = (values.get(index - 1) == value - 1, values.get(index + 1) == value + 1, value == index + 1)
        small = value <= 40 and (value == 2 or any(neighbours))
        if small and (any(neighbours) or index + 1 not in values):
            row = pages[index][-1]
            _cut_end(pages[index], len(row.text) - len(str(value)), found)


def _shared_starts(pages: list[list[Row]], book: LabelBook) -> dict[int, int]:
    """Page index -> length of the running head glued to its start; at least three pages in a row must share it."""
    words = [
        [m for _, m in zip(range(_WORDS), re.finditer(r"\S+", page[0].text[:200]), strict=False)] for page in pages
    ]
    keys = [[_key(m.group()) for m in row] for row in words]
    lengths: dict[int, int] = {}
    for size in range(1, _WORDS + 1):
        runs = groupby(range(len(pages)), key=lambda i: tuple(keys[i][:size]) if len(keys[i]) >= size else None)
        for key, group in runs:
            run = list(group)
            if key is None or len(run) < 3:
                continue
            figures = {words[i][size - 1].group() for i in run}
            if "#" in key[-1] and len(figures) > 1 and not (size > 1 and key[-2].startswith(("side", "page"))):
                continue
            head = pages[run[0]][0].text[: words[run[0]][size - 1].end()]
            marked = head[-1] in ",:|-–" or "#" in key[-1]
            if (marked or (size >= 2 and len(run) >= 5)) and _may_run(" ".join(key), book):
                lengths.update({i: words[i][size - 1].end() for i in run})
    return lengths


def cut_signatures(rows: Sequence[Row], book: LabelBook, noise: list[Place]) -> list[Row]:
    """`rows` without signature pages: from their heading to the end of the page or to the next label."""
    kept: list[Row] = []
    page: int | None = None
    left = 0
    for row in rows:
        label = book.at_start(row.text)
        if _is_signature(row):
            page, left = row.page, 60
        elif page is not None and (row.page != page or left <= 0 or (label and label.role not in ("present", "head"))):
            page = None
        if page is None:
            kept.append(row)
        else:
            left -= 1
            noise.append(row.place)
    return kept


def _is_signature(row: Row) -> bool:
    """A signature heading stands alone or is followed by names only; sentences about signing are text."""
    match = _SIGNATURE.match(row.text)
    if match is None:
        return False
    rest = row.text[match.end() :].strip(" :.")
    return not rest or (len(row.text) < 1500 and rest[:1].isupper() and "." not in rest and len(rest) > 5)
