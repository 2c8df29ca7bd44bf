"""Lines that hold a whole page are cut at the section labels and item titles inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from store.ingest.accessmarks import access_of_switch
from store.ingest.casenumbers import CASE_LABEL, after_label
from store.ingest.contents import Contents
from store.ingest.decisionheads import decision_head, find_inline
from store.ingest.decisions import read_decision
from store.ingest.flow import Row
from store.ingest.headings import SECTIONS, LabelBook, fold_label
from store.ingest.labels import LABELS, WEAK
from store.ingest.recognise import numbered

_CASE_STEM = re.compile(r"sag|journal|j\.?\s?nr|esdh|acadre|edoc|sbsys|kle|lb", re.IGNORECASE)
"""What every label of a case number holds: a cheap look before the labels are sought."""
_TITLE = 260
_PRINTED = 180
"""No printed line is as long as this."""
_SWITCH = re.compile(
    r"(?<!\w)(?:Til (?:behandling|efterretning|orientering|beslutning)\s?-?\s)?(?:[Ff]or (?:lukkede|åbne) døre|"
    r"(?:Lukkede?|Lukket|LUKKET|LUKKEDE|Åben|Åbent|Åbne|ÅBEN|ÅBENT|ÅBNE)"
    r" (?i:punkter|dagsorden|møde|sager|dagsordenspunkter|del)|Punkter for (?:lukkede|åbne) døre)"
    r"(?=\s+(?:(?:Sag|Punkt|Pkt\.?|Dagsordenspunkt)\s?(?:nr\.)?\s?)?\d{1,4}\.?\s|\s*:)"
)
_NUMBER = re.compile(
    r"(?<![\d.,/\w])(?:(?:Punkt|Pkt\.|Pkt|Sag nr\.|Sag|Nr\.|Dagsordenspunkt)\s?)?(?:\d{1,4}|\d{1,4}/\d{2})[.:]?\s{1,3}"
    r"(?=[-–(\"”“»]{0,2}\s?[A-ZÆØÅ])"
)
_PLAIN_END = re.compile(
    r"(?<![Ll]ukket)(?<![Åå]ben)(?<![Åå]bent)(?<![Ff]ortrolig)(?<!punkt)(?<! sag)[.!?:]\s+(?=[-–(\"”“»]?[A-ZÆØÅ0-9])"
)
_YEAR = re.compile(r"(?:19|20)\d{2}\b(?!/)")
_GOVERNING = frozenset({
    "se", "jf", "jf.", "som", "af", "i", "til", "og", "samt", "følgende", "vedlagte", "vedlagt", "på", "med",
    "fra", "under", "nye", "dette",
})  # fmt: skip
_TOKEN = re.compile(r"\S+")
_STRONG_NAMES = {name for role, names in LABELS.items() if role in SECTIONS for name in names if name not in WEAK}
_STRONG = re.compile(
    r"(?<![\wæøå])(?:"
    + "|".join(sorted((re.escape(name[0].upper() + name[1:]) for name in _STRONG_NAMES), key=len, reverse=True))
    + r")(?=\s+[-–(\"”]?[A-ZÆØÅ0-9]|\s*\Z)"
)


def unglue(rows: Sequence[Row], book: LabelBook, contents: Contents) -> list[Row]:
    """`rows` with glued lines cut so that every label and every item title begins a row of its own."""
    glued = is_glued(rows)
    parts: list[Row] = []
    for row in rows:
        for part in _announced_titles(row, contents) if glued else [row]:
            parts.extend(_split(part, book, glued=glued and len(part.text) >= 12))
    return list(_titles(parts, book, contents)) if glued else parts


def _announced_titles(row: Row, contents: Contents) -> list[Row]:
    """`row` cut before and behind every title that the table of contents announces with the number before it."""
    known = {number: title for number, title in contents.entries if number and len(title) > 3}
    places: list[tuple[int, int]] = []
    for match in _NUMBER.finditer(row.text) if known else ():
        number = re.search(r"\d{1,4}(?:/\d{2})?", match.group())
        title = known.get(number.group()) if number else None
        if title and row.text[match.end() : match.end() + len(title)].lower() == title:
            places.append((match.start(), match.end() + len(title)))
    cuts: list[Row] = []
    at = 0
    for start, end in places:
        if start < at:
            continue
        cuts += [row.cut(at, start), replace(row.cut(start, end), gap=True, inline=True)]
        at = end
    cuts.append(replace(row.cut(at), inline=True) if at else row)
    return [part for part in cuts if part.text]


def is_glued(rows: Sequence[Row]) -> bool:
    """Whether most of the text stands in page-long lines."""
    total = sum(len(row.text) for row in rows)
    long = sum(len(row.text) for row in rows if len(row.text) >= _PRINTED)
    block = sum(1 for row in rows if row.block)
    return bool(rows) and block == 0 and total > 0 and long >= 0.5 * total and total / len(rows) >= 120


def _split(row: Row, book: LabelBook, *, glued: bool) -> list[Row]:
    at = sorted(set(_breaks(row.text, book, glued=glued)))
    if not at:
        return [row]
    cuts = [0, *[place for place in at if place > 0], len(row.text)]
    pieces = [row.cut(start, end) for start, end in pairwise(cuts)]
    whole = [piece for piece in pieces if piece.text]
    return [piece if number == 0 and piece.start == row.start and 0 not in at else replace(piece, inline=True)
            for number, piece in enumerate(whole)]  # fmt: skip


def _breaks(text: str, book: LabelBook, *, glued: bool) -> Iterator[int]:
    """Where labels begin inside a line; a line that is not glued is cut only when it begins with a label itself."""
    if not glued and (len(text) >= 400 or not (":" in text or _CASE_STEM.search(text))):
        return
    labels = list(_colon_labels(text, book))
    cases = [match.start() for match in CASE_LABEL.finditer(text) if _is_case(text, match)]
    if not glued:
        titled = bool(cases) and numbered(_SWITCH.sub("", text, count=1).lstrip()) is not None
        begins = len(labels) + len(cases) >= 2 and min([*labels, *cases]) == 0
        if len(text) < 400 and (begins or titled):
            yield from labels
            yield from cases
            yield from (match.end() for match in _SWITCH.finditer(text) if match.start() == 0)
        return
    yield from labels
    yield from cases
    yield from (match.start() for match in _SWITCH.finditer(text))
    yield from _parts(text)
    heads = find_inline(text)
    yield from (start for start, _ in heads)
    yield from (place for place in _loose_labels(text, book) if not any(start <= place < end for start, end in heads))


def _parts(text: str) -> Iterator[int]:
    """Where headings of open and closed parts begin, and the item numbers behind them."""
    for number in _NUMBER.finditer(text):
        begin = max(number.start() - 90, 0)
        words = list(_TOKEN.finditer(text, begin, number.start()))[-10:]
        for word in words:
            if access_of_switch(text[word.start() : number.start()].strip()) is not None:
                yield word.start()
                yield number.start()
                break


def _is_case(text: str, match: re.Match[str]) -> bool:
    if not match["label"][:1].isupper() and match.start() > 0:
        return False
    found = after_label(text[match.start() : match.start() + 120])
    return found is not None and (found[0] is not None or ":" in match.group())


def _colon_labels(text: str, book: LabelBook) -> Iterator[int]:
    """Capitalised labels that end in a colon; weak words count only where a sentence has ended before them."""
    last = 0
    for colon in re.finditer(":", text):
        window = text[max(last, colon.start() - 70) : colon.start()].rstrip()
        base = max(last, colon.start() - 70)
        last = colon.end()
        starts = [match.start() for match in _TOKEN.finditer(window)][-8:]
        for start in starts:
            name = window[start:]
            if not name[:1].isupper() or book.role(name) is None:
                continue
            place = base + start
            if fold_label(name, book.lost) not in book.weak or _after_end(text, place, fold_label(name)):
                yield place
                break


def _after_end(text: str, place: int, name: str) -> bool:
    """Whether a weak label may begin here: after an end or a figure; "Bilag:" after any word not governing it."""
    before = text[max(place - 40, 0) : place].rstrip()
    if not before or before[-1] in ".:!?)…" or before[-1].isdigit():
        return True
    return name.startswith("bilag") and before.split()[-1].lower() not in _GOVERNING


def _loose_labels(text: str, book: LabelBook) -> Iterator[int]:
    """Unmistakable labels without a colon, standing where a sentence or another label has ended."""
    for match in _STRONG.finditer(text):
        label = book.at_start(text[match.start() : match.start() + 120])
        if label is None or label.colon or label.role not in SECTIONS:
            continue
        if label.role == "decision" and _decides(text[match.start() + label.end :]):
            yield match.start()
            continue
        before = text[max(match.start() - 30, 0) : match.start()].rstrip()
        # No Danish noun has a capital inside a sentence: only a word that governs it makes such a label text.
        if not before or before.split()[-1].lower() not in _GOVERNING:
            yield match.start()


def _decides(text: str) -> bool:
    """Whether a formula follows at once, as behind the label over a decision."""
    words = text[:80].split()
    return bool(words) and read_decision(" ".join(words[:2])).decision_class not in ("as_worded", "none_recorded")


def _titles(rows: Sequence[Row], book: LabelBook, contents: Contents) -> Iterator[Row]:
    """Cuts the title of the next item off the row before the labels that open an item."""
    for index, row in enumerate(rows):
        following = rows[index + 1] if index + 1 < len(rows) else None
        at = _title_start(rows, index, book, contents) if following is not None and _opens(following, book) else None
        if at is None:
            yield row
            continue
        if at:
            yield row.cut(0, at)
        yield replace(row.cut(at), gap=True, inline=True)


def _opens(row: Row, book: LabelBook) -> bool:
    if after_label(row.text) is not None:
        return True
    label = book.at_start(row.text)
    if decision_head(row.text) is not None:
        return row.inline
    return label is not None and row.inline and label.role in ("decider", "background", "access", "meta", "decision")


def _role(row: Row, book: LabelBook) -> str:
    label = book.at_start(row.text)
    return label.role if label else ""


def _title_start(rows: Sequence[Row], index: int, book: LabelBook, contents: Contents) -> int | None:
    """Where the title begins in row `index`, 0 when the row is a title as a whole, None when it holds none."""
    row, following = rows[index], rows[index + 1]
    case = after_label(following.text) is not None
    label = book.at_start(row.text)
    if (label and label.alone) or (after_label(row.text) is not None and not case):
        return None
    floor = label.end if label else 0
    head = decision_head(row.text)
    floor = max(floor, head.end) if head else floor
    begin = max(floor, len(row.text) - _TITLE)
    announced = _announced(row.text, begin, contents)
    decides = decision_head(following.text) is not None or _role(following, book) == "decision"
    opening = index == 0 and any(re.match(r"\D*1\D", match.group()) for match in _NUMBER.finditer(row.text))
    named = head or (label and label.role == "decision") or _NUMBER.match(row.text)
    if decides and not (named or announced == 0 or opening):
        return None
    if announced is not None:
        return announced
    tail = row.text[begin:]
    numbers = [m for m in _NUMBER.finditer(row.text, begin) if not _PLAIN_END.search(row.text, m.end())]
    numbers = [m for m in numbers if not _YEAR.match(m.group())]
    if numbers and (case or floor or numbers[-1].start() == 0 or len(tail) < _TITLE):
        return numbers[-1].start()
    if not case:
        return None
    if floor == 0 and len(row.text) <= _TITLE and not _PLAIN_END.search(row.text):
        first = index == 0 or rows[index - 1].page != row.page
        return 0 if first or row.inline else None
    ends = [match.end() for match in _PLAIN_END.finditer(row.text, begin)]
    return ends[-1] if ends else None


def _announced(text: str, begin: int, contents: Contents) -> int | None:
    """The longest end of `text` that the table of contents holds."""
    if not contents.text:
        return None
    for match in _TOKEN.finditer(text, begin):
        title = text[match.start() :]
        if _YEAR.match(title):
            continue
        if not match.group()[:1].isalnum() and match.group()[:1] not in '("”»':
            continue
        if contents.holds(title) or (
            match.group().rstrip(".:").isdigit() and contents.holds(title[len(match.group()) :])
        ):
            return match.start()
    return None
