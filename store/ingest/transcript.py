"""A document portal's transcript is unwrapped: its own words and its list of other documents go, its pages stay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from store.ingest.pagenumbers import glued_pages, trailing_pages

_MARKERS = ("transkript", "transcript", "transskript", "transskription", "transkription", "transcription", "udskrift")
_CHROME = re.compile(
    r"størrelse:?\s*px$|size:?\s*px$|starte visningen fra side:?|start display at page:?"
    r"|save this (?:pdf|document) as:?|gem denne pdf som:?"
    r"|(?:word|png|txt|jpg|pdf)(?:\s+(?:word|png|txt|jpg|pdf))*$|download\s+[\"“”»'].*"
    r"|vis:?\s*(?:dokument|mere|mindre)$|embed size.*|kopier (?:link|indlejringskode)$",
    re.IGNORECASE,
)
_DOWNLOAD = re.compile(r"download\s+[\"“”»'](.+?)[\"“”«']?\s*$", re.IGNORECASE)
_MORE = re.compile(r"(?:læs|se|vis)\s+mere\W{0,6}$|read\s+more\W{0,6}$", re.IGNORECASE)
_RELATED = re.compile(
    r"(?:relaterede|lignende|beslægtede|andre)\s+(?:dokumenter|filer)\W{0,3}$|(?:related|similar)\s+documents\W{0,3}$",
    re.IGNORECASE,
)
_LONGEST_BLURB = 1_200
_LONGEST_TITLE = 300
_COMPARED = 80


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """The document's own pages; `cut` counts the blocks that were left out; `paged` when its pages are known."""

    pages: tuple[str, ...]
    paged: bool
    title: str | None
    cut: int


def unwrap(text: str) -> Unwrapped | None:
    """The document inside a portal's transcript, or None when the text is no such thing.

    A transcript is known by a line "Transkript" (or nearly so), by the portal's own words in the head, or by a list of
    other documents, each entry ending "Læs mere". None of them is needed, and the list may stand before or after.
    Blocks are the stretches between blank lines; `text` is tidied.
    """
    blocks = _blocks(text)
    entries = _entries(blocks)
    marker = next((i for i, block in enumerate(blocks) if _is_marker(block)), None)
    chrome = [i for i, block in enumerate(blocks[: (marker or 0) + 12]) if _is_chrome(block)]
    related = next((i for i, block in enumerate(blocks) if _RELATED.match(block.split("\n", 1)[0].strip())), None)
    if not _is_portal(marker, chrome, entries, related, blocks):
        return _bare_pages(blocks)
    title = _portal_title(blocks, marker, chrome)
    start = _body_start(blocks, marker, chrome, entries, related, title)
    end = _body_end(blocks, start, entries, related)
    own = blocks[start:end]
    numbered = glued_pages(own, certain=True) or trailing_pages(own)
    pages = numbered or ["\n\n".join(own)]
    return Unwrapped(tuple(pages), numbered is not None, title, len(blocks) - len(own))


def _blocks(text: str) -> list[str]:
    blocks = [block for block in re.split(r"\n\n+", text.strip("\n")) if block.strip()]
    lines = [line for line in text.split("\n") if line.strip()]
    # A dump that has lost its blank lines still has a page, a title or a blurb on each line.
    return lines if 10 * len(blocks) < len(lines) else blocks


def _bare_pages(blocks: Sequence[str]) -> Unwrapped | None:
    pages = glued_pages(blocks, certain=False)
    return Unwrapped(tuple(pages), True, None, 0) if pages else None


def _is_marker(block: str) -> bool:
    if len(block) > 40 or "\n" in block:
        return False
    word = "".join(char for char in block.casefold() if char.isalpha())
    return 7 <= len(word) <= 18 and any(SequenceMatcher(None, word, known).ratio() >= 0.84 for known in _MARKERS)


def _is_chrome(block: str) -> bool:
    return len(block) < 600 and all(_CHROME.match(line.strip()) for line in block.split("\n"))


def _entries(blocks: Sequence[str]) -> list[tuple[int, int]]:
    """Entries of a list of other documents, as (first, last) block: a title, the start of its text, "Læs mere"."""
    entries: list[tuple[int, int]] = []
    floor = 0
    for i, block in enumerate(blocks):
        head, _, last = block.rpartition("\n")
        if not _MORE.match(last.strip()):
            continue
        first = i
        if not head and i > floor and len(blocks[i - 1]) <= _LONGEST_BLURB:
            first = i - 1
        blurb = head or (blocks[first] if first < i else "")
        if first > floor and blurb and _opens_with(blurb, blocks[first - 1]):
            first -= 1
        if first < i or head:
            entries.append((first, i))
            floor = i + 1
    return entries


def _opens_with(blurb: str, title: str) -> bool:
    """Whether the blurb repeats the title at its start, as entries do (punctuation and a few letters may differ)."""
    if len(title) > _LONGEST_TITLE or len(title) > len(blurb):
        return False
    if blurb.startswith(title):
        return True
    length = min(len(title), _COMPARED)
    return SequenceMatcher(None, blurb[:length].casefold(), title[:length].casefold(), False).ratio() >= 0.8


def _is_portal(
    marker: int | None,
    chrome: Sequence[int],
    entries: Sequence[tuple[int, int]],
    related: int | None,
    blocks: Sequence[str],
) -> bool:
    if len(chrome) >= 2 or (marker is not None and (chrome or entries or related is not None)):
        return True
    full = sum(1 for first, last in entries if last - first == 2)
    if full >= 3 or (full and (chrome or related is not None)):
        return True
    if related is not None and related <= 2 and _mostly_short(blocks[related + 1 : related + 11]):
        return True
    # A marker alone counts where pages follow it.
    return marker is not None and glued_pages(blocks[marker + 1 :], certain=False) is not None


def _mostly_short(blocks: Sequence[str]) -> bool:
    """Whether these are titles or blurbs rather than pages or paragraphs."""
    return len(blocks) >= 3 and 5 * sum(1 for block in blocks if len(block) < 400) >= 4 * len(blocks)


def _portal_title(blocks: Sequence[str], marker: int | None, chrome: Sequence[int]) -> str | None:
    for i in chrome:
        for line in blocks[i].split("\n"):
            named = _DOWNLOAD.match(line.strip())
            if named:
                return named.group(1).strip()
    head = blocks[0].split("\n", 1)[0]
    standing = (marker is None or marker > 0) and not (chrome and chrome[0] == 0) and not _RELATED.match(head)
    numbered = head[:1].isdigit() and not chrome and marker is None
    return head.strip() if standing and not numbered and len(head) <= _LONGEST_TITLE else None


def _body_start(
    blocks: Sequence[str],
    marker: int | None,
    chrome: Sequence[int],
    entries: Sequence[tuple[int, int]],
    related: int | None,
    title: str | None,
) -> int:
    """Index of the document's first own block."""
    if marker is not None:
        return marker + 1
    start = max((i + 1 for i in chrome), default=0)
    if start == 0 and title is not None and title == blocks[0]:
        start = 1
    leading = _leading_list(blocks, start, entries)
    if leading:
        return leading
    if related is not None and related <= start + 1:
        return _after_titles(blocks, related + 1, title)
    return start


def _leading_list(blocks: Sequence[str], start: int, entries: Sequence[tuple[int, int]]) -> int | None:
    """The block after a list of "Læs mere" entries that opens the file."""
    at = start
    for first, last in entries:
        if first - at > (2 if at == start else 1):
            break
        at = last + 1
    else:
        # The list runs to the end of the file: then it is the one that follows the document.
        if at >= len(blocks):
            return None
    return at if at > start else None


def _after_titles(blocks: Sequence[str], at: int, title: str | None) -> int:
    """The first block after a bare list of titles: page 1, the document's own title, or a block of running text."""
    long_from = None
    for i in range(at, len(blocks)):
        block = blocks[i]
        if re.match(r"1\s+\S", block) and i + 1 < len(blocks) and re.match(r"[23]\s+\S", blocks[i + 1]):
            return i
        if title and len(block) >= len(title) and _opens_with(block, title):
            return i
        if long_from is None and len(block) > 400:
            long_from = i
    return long_from if long_from is not None else at


def _body_end(blocks: Sequence[str], start: int, entries: Sequence[tuple[int, int]], related: int | None) -> int:
    """Index after the document's last own block."""
    end = len(blocks)
    if related is not None and related > start and _mostly_short(blocks[related + 1 :]):
        end = related
    after = [entry for entry in entries if entry[0] >= start]
    # One "Læs mere" in the running text is a link; a list has several, or ends the file.
    if len(after) >= 3 or (after and after[-1][1] >= len(blocks) - 2):
        end = min(end, after[0][0])
    return end
