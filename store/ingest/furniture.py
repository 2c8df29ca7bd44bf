"""Running heads, page numbers, portal buttons and signature pages are told from text and cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from store.ingest.decisionheads import decision_head
from store.ingest.flow import Place, Row, fold
from store.ingest.gluededges import without_glued_edges
from store.ingest.headings import LabelBook
from store.ingest.runningheads import GLUED, SIDE, Stripped, key_of, may_run

_EDGE = 4
_CHROME = re.compile(
    r"(?:til top(?:pen)?|udskriv(?: siden)?|print|se alle bilag|se bilag|fold alle (?:ud|ind)|luk alle|åben alle|"
    r"vælg|søg|"
    r"læs op|læs mere|del(?: siden)?|tilbage|forrige|næste|spring til indhold(?:et)?|download(?: som)? pdf|"
    r"hent (?:som )?pdf|"
    r"størrelse: ?px|starte visningen fra side:?|save this pdf as:?|(?:word|png|txt|jpg|\s)+|transkript:?|"
    r"relaterede dokumenter:?|download \".{0,300}\"|vis (?:mere|mindre|alle)|cookie.{0,60}|menu|gå til indhold|"
    r"application/pdf icon .{0,120})",
    re.IGNORECASE,
)
_LONG_CHROME = ("download", "cookie", "applicat", "word", "png", "txt", "jpg")
_BARE = re.compile(r"[-–]?\s?(\d{1,4})\s?[-–]?(?:\s?(?:af|/)\s?\d{1,4})?")
_SIGNATURE = re.compile(
    r"(?:underskriftsside|underskrifter|underskrift|underskriftsblad|underskriftsark|underskriftark|"
    r"protokollen underskrives|"
    r"elektronisk godkendelse|referatet er godkendt af)(?!\w)",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"©|\bCVR\b|\b(?:tlf|telefon)\.?:?\s?\d|^\S+@\S+\Z|[·•|]\s?\w+ (?:Kommune|Region)\b|\b(?:Kommune|"
    r"Region \w+)\s?[·•|]",
    re.IGNORECASE,
)
_DECIDES = re.compile(r"beslut|vedtag|afgør|pkt|punkt|\bsag\b", re.IGNORECASE)


def strip(rows: Sequence[Row], book: LabelBook, *, paged: bool) -> Stripped:
    """`rows` without running heads and feet, page numbers and the buttons of agenda portals."""
    found = Stripped([])
    kept: list[Row] = []
    related = _related(rows)
    for index, row in enumerate(rows):
        if index in related or _is_chrome(row.text):
            found.noise.append(row.place)
        else:
            kept.append(row)
    pages = [list(group) for _, group in groupby(kept, key=lambda row: row.page)]
    if not paged:
        _cut_footer(pages, found)
    if paged and len(pages) == 1:
        while pages[0] and SIDE.fullmatch(pages[0][-1].text):
            found.noise.append(pages[0].pop().place)
    if paged and len(pages) > 1:
        pages = _without_edges(pages, book, found)
        pages = without_glued_edges(pages, book, found)
    found.rows = [row for page in pages for row in page]
    return found


def _is_chrome(text: str) -> bool:
    """Whether a line is a button of a portal; all but a few of these are short."""
    short = len(text) < 60 or (len(text) < 340 and text[:8].lower().startswith(_LONG_CHROME))
    return short and _CHROME.fullmatch(text) is not None


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
    ends = [index for index, row in enumerate(rows) if len(row.text) < 20 and fold(row.text).lower() == "læs mere"]
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
    seen: dict[tuple[str, str], list[Row]] = {}
    for page in pages:
        # "Godkendt." below its heading is a decision, however many pages end with one.
        decided = {row.place for above, row in pairwise(page) if book.role(above.text) == "decision"}
        for side, rows in (("top", page[:_EDGE]), ("foot", page[-_EDGE:])):
            plain = [row for row in rows if len(row.text) <= 160 and row.place not in decided]
            for key, row in {key_of(row.text): row for row in plain}.items():
                seen.setdefault((side, key), []).append(row)
    few = max(2 if len(pages) <= 3 else 3, len(pages) * 0.2)
    return {key for (_, key), rows in seen.items() if len(rows) >= few and may_run(key, book) and _runs(key, rows, few)}


def _runs(key: str, rows: Sequence[Row], few: float) -> bool:
    """Whether enough of the like rows are no headings over decisions, and their figures stay or count the pages."""
    plain = [row for row in rows if not (_DECIDES.search(row.text) and decision_head(row.text))]
    return len(plain) >= few and _steady(key, [(row.page, tuple(re.findall(r"\d+", row.text))) for row in plain])


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
    if SIDE.fullmatch(row.text):
        return True
    bare = _BARE.fullmatch(row.text)
    if bare and int(bare[1]) - row.page in offsets:
        return True
    return bool(running) and len(row.text) <= 160 and key_of(row.text) in running


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
