"""Attachments as items list them, and their own pages when those follow behind the minutes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from store.ingest.contents import Contents
from store.ingest.flow import Row, Stream
from store.ingest.headings import SECTIONS, LabelBook
from store.ingest.parsed import Access, Page, ParsedAttachment, Span

_SPLIT = re.compile(
    r"\n|(?<=\S)\s+(?=(?:Åben|Åbent|Lukket|Fortrolig)\s*-\s)|(?<=\.(?:pdf|doc|xls|ppt|zip|msg|jpg|png))\s+(?=\S)"
    r"|(?<=\.(?:docx|xlsx|pptx|jpeg))\s+(?=\S)|\s+(?=Bilag\s\d{1,2}\s?[:.–-]\s?[A-ZÆØÅ])|\s+(?=•)",
    re.IGNORECASE,
)
_ACCESS = re.compile(
    r"[•·*\-–\s]*\(?(?P<word>Åbent?|Lukket|Fortroligt?|Offentligt?)\)?\s*(?:bilag\s*)?[-–:]\s*(?:[-–]\s*)*",
    re.IGNORECASE,
)
_MARK = re.compile(r"[•·▪*\-–\s]+")
_NUMBER = re.compile(
    r"\s*[(\[]?\s*(?:(?:dok(?:ument)?(?:\.?\s?nr)?|bilagsnr|nr)\.?\s*:?\s*)?"
    r"(?P<number>\d{2,8}/\d{2,4}|\d{2,4}/\d{3,8}|\d{3}-\d{4}-\d{3,9}|\d{5,9})"
    r"(?:\s?[-–]\s?[\w./-]{3,40}(?=\s*[)\]]))?\s*[)\]]?\s*\Z",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s*(?:[-–,]\s*|\()?(?P<word>åbent?|lukket|fortroligt?)\)?\s*\Z", re.IGNORECASE)
_LISTED = re.compile(r"\d{1,2}(?:\.\d{1,2})?(?:[.)]\s+(?=\S)|\s+(?=[A-ZÆØÅ]))")
_NONE = re.compile(r"(?:ingen(?: bilag)?|intet|-+|–)\W*\Z", re.IGNORECASE)
_COVER = re.compile(
    r"Bilag\s*(?:\d{1,3}\s{0,2})?[:.–-]\s*(?P<title>.{1,260}?)\s*(?=\s(?:Udvalg|Mødedato|Adgang|Bilagsnr|Dok\.?\s?nr|Dokumentnr|Punkt)\s*\.?:)",
    re.DOTALL,
)
_FIELD = re.compile(
    r"(?P<name>Udvalg|Mødedato|Adgang|Bilagsnr|Dok\.?\s?nr|Dokumentnr|Punkt)\s*\.?:\s*"
    r"(?P<value>.{0,80}?)\s*(?=\s(?:Udvalg|Mødedato|Adgang|Bilagsnr|Dok\.?\s?nr|Dokumentnr|Punkt)\s*\.?:|\Z|\n)",
)
_NUMBERED_COVER = re.compile(
    r"(?:(?:Punkt|Pkt\.?|"
    r"Dagsordenspunkt)\s?(?:nr\.?\s?)?(?P<item>\d{1,4})\s?[,:–-]?\s{0,2}(?:-\s)?Bilag\s?\d{0,3}\s?[:.–-]\s?(?P<title>\S.{2,200})"
    r"|Bilag\s?\d{0,3}\s(?:til|under)\s(?:punkt|pkt\.?|dagsordenspunkt|"
    r"sag)\s?(?:nr\.?\s?)?(?P<item2>\d{1,4})\s?[:,–-]\s?(?P<title2>\S.{2,200}))\Z",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Cover:
    """The cover of an attachment behind the minutes, and the rows of the pages that follow it."""

    title: str
    rows: list[Row]
    number: str | None = None
    access: Access | None = None
    item: str | None = None
    content: list[Row] = field(default_factory=list)
    title_rows: list[Row] = field(default_factory=list)
    number_rows: list[Row] = field(default_factory=list)
    """Where its number stands, with the word before it."""


def split_covers(rows: Sequence[Row], contents: Contents, book: LabelBook) -> tuple[list[Row], list[Cover]]:
    """The rows of the minutes proper, and the attachments whose covers were met."""
    body: list[Row] = []
    covers: list[Cover] = []
    current: Cover | None = None
    index = 0
    while index < len(rows):
        row = rows[index]
        first = index == 0 or rows[index - 1].page != row.page
        found = _cover(rows, index) if first or row.gap or row.role.startswith("h") else None
        if found and (first or found[0].number):
            cover, taken = found
            if current and (cover.number, cover.title) == (current.number, current.title):
                current.content.extend(cover.content)
            else:
                current = cover
                covers.append(current)
            index += taken
            continue
        if current and first and _is_item(rows, index, contents, book):
            current = None
        (current.content if current else body).append(row)
        index += 1
    return body, covers


def _cover(rows: Sequence[Row], index: int) -> tuple[Cover, int] | None:
    """A cover that begins at row `index` and how many rows it takes."""
    head = rows[index].text
    numbered = _NUMBERED_COVER.match(head) if len(head) < 260 else None
    if numbered:
        title = numbered["title"] or numbered["title2"]
        return Cover(title.strip(), [rows[index]], item=numbered["item"] or numbered["item2"]), 1
    if not head.startswith("Bilag"):
        return None
    window = list(rows[index : index + 8])
    window = [row for row in window if row.page == window[0].page]
    text = "\n".join(row.text for row in window)[:900]
    match = _COVER.match(text)
    if match is None:
        return None
    fields: dict[str, str] = {}
    begins: dict[str, int] = {}
    end = match.end()
    for found in _FIELD.finditer(text, match.end(), match.end() + 400):
        name = found["name"].lower().split(".")[0].split()[0]
        fields.setdefault(name, " ".join(found["value"].split()))
        begins.setdefault(name, found.start("name"))
        end = found.end()
    number = fields.get("bilagsnr") or fields.get("dok") or fields.get("dokumentnr")
    if not (number or "adgang" in fields) or not ({"udvalg", "mødedato"} & set(fields)):
        return None
    if number:
        value = re.match(r"[\w./-]{3,30}", number)
        end = text.index(number, match.end()) + (value.end() if value else 0) if number in text else end
        number = value.group() if value else None
    printed = next((begins[name] for name in ("bilagsnr", "dok", "dokumentnr") if fields.get(name)), None)
    cover, taken = _taken(match, text, end, window, number, fields)
    if number and printed is not None:
        cover.number_rows = _part(window, printed, text.index(number, printed) + len(number))
    return cover, taken


def _taken(
    match: re.Match[str], text: str, end: int, window: list[Row], number: str | None, fields: dict[str, str]
) -> tuple[Cover, int]:
    """The cover, and its rows; what stands behind the cover in one glued line stays with the attachment."""
    cover = Cover(" ".join(match["title"].split()), [], number, _access(fields.get("adgang")), fields.get("punkt"))
    cover.title_rows = _part(window, *match.span("title"))
    at = 0
    taken = 0
    for row in window:
        if at >= end:
            break
        taken += 1
        stop = min(end - at, len(row.text))
        cover.rows.append(row.cut(0, stop))
        rest = row.cut(stop)
        if rest.text:
            cover.content.append(rest)
        at += len(row.text) + 1
    return cover, taken


def _part(rows: Sequence[Row], start: int, end: int) -> list[Row]:
    """The rows, joined by line breaks, from character `start` to `end`."""
    found: list[Row] = []
    at = 0
    for row in rows:
        left, right = max(start - at, 0), min(end - at, len(row.text))
        if left < right:
            found.append(row.cut(left, right))
        at += len(row.text) + 1
    return found


def _access(word: str | None) -> Access | None:
    if not word:
        return None
    return "closed" if word.strip().lower().startswith(("lukk", "fortrol", "ikke")) else "open"


def _is_item(rows: Sequence[Row], index: int, contents: Contents, book: LabelBook) -> bool:
    """Whether an announced item begins on the page at `index`: attachments may stand between the items."""
    title = re.sub(r"^(?:Punkt|Pkt\.?)?\s?\d{1,4}[.:)]?\s", "", rows[index].text)
    if len(title) > 300 or not contents.holds(title):
        return False
    labels = [book.at_start(row.text) for row in rows[index + 1 : index + 6]]
    return any(label and (label.role in SECTIONS or label.role == "decider") for label in labels)


def listed(stream: Stream, start: int = 0) -> list[ParsedAttachment]:
    """The attachments that a section lists, one by line, by file ending or by access mark.

    An entry without a title is an access mark that belongs to the entry before it.
    """
    found: list[ParsedAttachment] = []
    at = start
    cuts = [match.span() for match in _SPLIT.finditer(stream.text, start)]
    for left, right in [*cuts, (len(stream.text), len(stream.text))]:
        entry = _entry(stream, at, left)
        if entry:
            found.append(entry)
        at = right
    return found


def by_entry(rows: Sequence[Row], width: int) -> list[list[Row]]:
    """Rows of a list of attachments, those that only wrap kept together."""
    entries: list[list[Row]] = []
    for row in rows:
        before = entries[-1][-1] if entries else None
        wraps = (
            before is not None
            and not row.role
            and not row.block
            and not re.search(r"(?:\.(?:pdf|docx?|xlsx?|pptx?)|\))\s*\Z", before.text, re.IGNORECASE)
            and not (_ACCESS.match(row.text) or _LISTED.match(row.text) or row.text.startswith(("Bilag", "•", "-")))
            and (row.text[:1].islower() or row.text.startswith("(") or len(before.text) > 0.85 * width > 40)
        )
        if wraps:
            entries[-1].append(row)
        else:
            entries.append([row])
    return entries


def _entry(stream: Stream, start: int, end: int) -> ParsedAttachment | None:
    text = stream.text[start:end]
    if not text.strip() or _NONE.match(text.strip()):
        return None
    access: Access | None = None
    word = _ACCESS.match(text)
    if word:
        access = _access(word["word"])
        start += word.end()
    else:
        mark = _MARK.match(text)
        start += mark.end() if mark else 0
    listed_as = _LISTED.match(stream.text, start, end)
    start = listed_as.end() if listed_as else start
    said = _TAIL.search(stream.text, start, end)
    if said and (said.start() > start or not stream.text[start : said.start()].strip()):
        access = access or _access(said["word"])
        end = said.start()
    number = _NUMBER.search(stream.text, start, end)
    stop = number.start() if number and number.start() > start else end
    title, spans = stream.quote(start, stop)
    if len(title) < 2 or len(title) > 300 or not any(letter.isalpha() for letter in title):
        return ParsedAttachment("", None, access) if access and not title else None
    return ParsedAttachment(title, number["number"] if number and stop != end else None, access, spans)


def similarity(one: str, other: str) -> float:
    """How alike two titles of attachments are, 0 to 100; file endings, marks and lost blanks do not count."""
    return fuzz.ratio(_bare(one), _bare(other))


def _bare(title: str) -> str:
    title = re.sub(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|msg)\Z", "", title.strip(), flags=re.IGNORECASE)
    title = re.sub(r"\A(?:\d{1,3}(?:\.\d{1,2})?[.)]?|Bilag\s\d{1,2}\s?[:.–-]?)\s+", "", title)
    return re.sub(r"[\W_]+", "", title).lower()


def spans_of(pages: Sequence[Page], rows: Sequence[Row]) -> tuple[Span, ...]:
    """Where rows stand."""
    return Stream(pages, rows).quote()[1]
