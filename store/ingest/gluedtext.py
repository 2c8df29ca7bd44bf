"""Running text that holds whole pages in a line is cut into headings, list entries and paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from store.ingest.blocks import LOWEST, Block, Kind
from store.ingest.gluedheads import SECTION_WORD, has_verb, is_section_word, names_in, title_end
from store.ingest.gluedlists import colon_lists
from store.ingest.gluedmarks import FAR, Mark, sections_of, series_of, spread
from store.ingest.sentences import split_sentences
from store.ingest.tolerant import tolerant

_ALIKE = 82


@dataclass(frozen=True, slots=True)
class _Cut:
    begin: int
    start: int
    head: int | None
    kind: Kind
    number: str | None = None
    family: str = ""
    level: int = 0
    end: int | None = None
    """Where the block ends when that is known; else it runs to the next cut."""


def glued_blocks(text: str, page_of: Callable[[int], int], lost: str = "") -> list[Block]:
    """The blocks of `text` in order; `page_of` gives the page of a place in it."""
    series = series_of(text, lost)
    sections = list(sections_of(text))
    cuts = [*_sections(text, sections), *_entries(text, series, lost)]
    taken = {cut.begin for cut in cuts}
    lines = list(_line_starts(text))
    known = list(_known(text, series, cuts))
    cuts += [cut for cut in known if cut.begin not in taken]
    words = [cut for cut in _section_words(text, lost) if cut.begin not in taken]
    cuts += words
    names = names_in(text)
    ranges: list[tuple[int, int]] = []
    for _, places in colon_lists(text, sorted(cut.begin for cut in cuts), names, lost):
        cuts += [_Cut(place[0], place[0], place[2], "entry", None, "line", end=place[1]) for place in places]
        ranges.append((places[0][0], places[-1][1]))
    begun = {cut.begin for cut in cuts}
    cuts += [
        cut for cut in _titles(text, lines, lost)
        if cut.begin not in begun and not any(start <= cut.begin < end for start, end in ranges)
    ]  # fmt: skip
    return list(_assembled(text, sorted(cuts, key=lambda cut: (cut.begin, cut.kind != "heading")), page_of))


def _sections(text: str, sections: Sequence[Mark]) -> Iterator[_Cut]:
    for mark in sections:
        end = _heading_end(text, mark.start)
        if end is not None:
            yield _Cut(mark.begin, mark.start, end, "heading", mark.number, "", mark.number.count(".") + 1, end)


def _heading_end(text: str, start: int, *, listing: bool = False) -> int | None:
    """Where a numbered heading ends: before the glued sentence, at a line end or at the end of a short sentence."""
    end = title_end(text, start, len(text), listing=listing)
    if end is not None:
        return end
    sentences = split_sentences(text[start : start + 170])
    stop = start + sentences[0][1] if sentences else None
    return stop if stop is not None and stop - start <= 110 and stop < start + 160 else None


def _entries(text: str, series: Sequence[Sequence[Mark]], lost: str) -> Iterator[_Cut]:
    for marks in series:
        ends = [following.begin for following in marks[1:]]
        titled = [
            _heading_end(text, mark.start + (mark.label.end if mark.label else 0), listing=True) for mark in marks
        ]
        far = spread(marks) > FAR
        plain = all(
            len(split_sentences(text[mark.start : end])) <= 1 and end - mark.start < 260
            for mark, end in zip(marks, ends, strict=False)
        )
        for index, mark in enumerate(marks):
            head = titled[index]
            if far and head is not None and not mark.label:
                yield _Cut(mark.begin, mark.start, head, "heading", mark.number, "", 1, head)
                continue
            if far and mark.label and head is not None:
                yield _Cut(mark.begin, mark.start, head, "heading", mark.number, "", LOWEST - 1, head)
                continue
            end = (
                ends[index] if index < len(ends) else _last_end(text, mark, head, plain=plain, told=_told(titled, ends))
            )
            yield _Cut(mark.begin, mark.start, _head(text, mark, head, end), "entry", mark.number, mark.family, end=end)


def _head(text: str, mark: Mark, head: int | None, end: int | None) -> int | None:
    if head is not None and (end is None or head <= end):
        return head
    return None


def _told(titled: Sequence[int | None], ends: Sequence[int]) -> bool:
    """Whether words follow the titles of the entries before the last."""
    return any(head is not None and head < end - 4 for head, end in zip(titled, ends, strict=False))


def _last_end(text: str, mark: Mark, head: int | None, *, plain: bool, told: bool) -> int | None:
    """Where the last entry ends: like the others with its first sentence or line, else where the next thing begins."""
    sentences = split_sentences(text[mark.start : mark.start + 900])
    first = mark.start + sentences[0][1] if sentences else None
    if plain:
        return head if not told and head is not None and (first is None or head < first) else first
    stop = text.find("\n", mark.start)
    return stop if stop >= 0 else None


def _section_words(text: str, lost: str) -> Iterator[_Cut]:
    """Single words that head sections, glued between the end of one sentence and the capital of the next."""
    for match in tolerant(SECTION_WORD, lost, 0).finditer(text):
        yield _Cut(match.start(), match.start(), match.end(), "heading", None, "", LOWEST, match.end())


def _line_starts(text: str) -> Iterator[int]:
    """Places where a line may begin: behind a sentence's end."""
    for start, _ in split_sentences(text):
        yield start


def _known(text: str, series: Sequence[Sequence[Mark]], cuts: Sequence[_Cut]) -> Iterator[_Cut]:
    """Titles of a numbered list that head sections further on, where their numbers are lost."""
    entries = {cut.begin: cut for cut in cuts if cut.kind == "entry"}
    numbered = {cut.start: cut for cut in cuts if cut.kind == "heading"}
    for marks in series:
        listed = [entries[mark.begin] for mark in marks if mark.begin in entries and not mark.label]
        titles = [text[cut.start : cut.head or cut.end or cut.start].rstrip(" .") for cut in listed]
        if len(titles) < 3 or any(not 5 <= len(title) <= 160 for title in titles):
            continue
        floor = max(cut.end or cut.start for cut in listed)
        found: list[_Cut] = []
        for cut, title in zip(listed, titles, strict=True):
            place = _repeated(text, title, floor)
            if place:
                floor = place[1]
                if place[0] not in numbered:
                    found.append(_Cut(place[0], place[0], place[1], "heading", cut.number, "", 2, place[1]))
        if 2 * len(found) >= len(titles) - 1:
            yield from found


def _repeated(text: str, title: str, floor: int) -> tuple[int, int] | None:
    """Where `title`, or nearly so, stands again behind `floor` as a glued line of its own."""
    first = title.split()[0]
    for match in re.finditer(rf"(?<=\s){re.escape(first[:5])}", text[floor:]):
        at = floor + match.start()
        end = title_end(text, at, len(text), listing=len(title.split()) == 1)
        if end is not None and _alike(title, text[at:end]):
            return at, end
    return None


def _alike(title: str, line: str) -> bool:
    one, other = title.casefold(), line.casefold()
    if one.split()[0][:5] != other.split()[0][:5]:
        return False
    return fuzz.ratio(one, other) >= _ALIKE or (len(one.split()) > 2 and fuzz.token_set_ratio(one, other) >= _ALIKE)


def _titles(text: str, lines: Sequence[int], lost: str) -> Iterator[_Cut]:
    """Titles without a number, glued before a sentence: several words without a verb, or a word that heads sections."""
    for at in lines:
        if not text[at : at + 1].isupper():
            continue
        end = title_end(text, at, len(text))
        if end is None or end - at > 100:
            continue
        words = text[at:end].split()
        alone = len(words) == 1
        if (alone and is_section_word(words[0], lost)) or (1 < len(words) <= 12 and not has_verb(text[at:end], lost)):
            if "," in text[at:end] and len(words) > 8:
                continue
            yield _Cut(at, at, end, "heading", None, "", LOWEST, end)


def _assembled(text: str, cuts: Sequence[_Cut], page_of: Callable[[int], int]) -> Iterator[Block]:
    at = 0
    for index, cut in enumerate(cuts):
        if cut.begin < at and not (cut.kind == "heading" and cut.begin == at):
            continue
        yield from _paragraphs(text, at, cut.begin, page_of)
        following = next((other.begin for other in cuts[index + 1 :] if other.begin > cut.start), len(text))
        end = min(cut.end if cut.end is not None else following, following)
        end = _trimmed(text, cut.start, end)
        if end > cut.start:
            head = cut.head if cut.head is not None and cut.head <= end else None
            yield Block(
                cut.kind, cut.begin, cut.start, end, text[cut.start : end], cut.number, cut.family, cut.level,
                page_of(cut.start), head=head,
            )  # fmt: skip
        at = max(end, at)
    yield from _paragraphs(text, at, len(text), page_of)


def _paragraphs(text: str, start: int, end: int, page_of: Callable[[int], int]) -> Iterator[Block]:
    at = start
    for part in text[start:end].split("\n"):
        lead = len(part) - len(part.lstrip(" ,;"))
        begin, stop = at + lead, at + len(part.rstrip())
        if stop > begin and any(char.isalnum() for char in text[begin:stop]):
            yield Block("text", begin, begin, stop, text[begin:stop], page=page_of(begin))
        at += len(part) + 1


def _trimmed(text: str, start: int, end: int) -> int:
    """The end of the block without white space, and without the "og" before the next element."""
    while end > start and text[end - 1] in " \n":
        end -= 1
    tail = re.search(r",?\s(?:og|samt|eller)\Z", text[max(end - 8, start) : end])
    return max(end - 8, start) + tail.start() if tail else end
