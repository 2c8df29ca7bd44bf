"""Page numbers that stand glued to the start or the end of text tell where the pages were."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LEADING = re.compile(r"([1-9][0-9]{0,3})(?:\s+|$)")
_TRAILING = re.compile(r"\s([1-9][0-9]{0,3})\s*\Z")
_MOST_SKIPPED = 3


def glued_pages(blocks: Sequence[str], *, certain: bool) -> list[str] | None:
    """Pages of blocks that begin with their page number ("4 Direktion, ..."), the number taken off; else None.

    The numbers must run upwards from the start. Where one is missing, the blocks between its neighbours are its page,
    or, when nothing stands there, the page is empty: so the n-th page is always the one printed as n.
    `certain`: the text is known to be a page dump. Otherwise the numbered blocks must be nearly all of the text and as
    long as pages are, lest a numbered list of items be taken for pages.
    """
    chain = _chain(blocks)
    if not chain or not _convincing(blocks, chain, certain):
        return None
    first_index, first_number = chain[0]
    before = list(blocks[:first_index])
    pages: list[list[str]] = _shared_out(before, first_number - 1)
    ends = [index for index, _ in chain[1:]] + [len(blocks)]
    nexts = [number for _, number in chain[1:]] + [None]
    for (index, number), end, following in zip(chain, ends, nexts, strict=True):
        own = _LEADING.sub("", blocks[index], count=1)
        if number == 1 and before:
            own = "\n\n".join([*before, own])
        between = list(blocks[index + 1 : end])
        missing = following - number - 1 if following else 0
        if missing:
            pages.append([own])
            pages.extend(_shared_out(between, missing))
        elif following is None and certain and between and _one_block_each(chain):
            # The last pages have lost their numbers: in such a dump each block is a page.
            pages.append([own])
            pages.extend([block] for block in between)
        else:
            pages.append([own, *between])
    return ["\n\n".join(page).strip() for page in pages]


def trailing_pages(blocks: Sequence[str]) -> list[str] | None:
    """Pages of blocks some of which end with their page number, block and number keeping step; else None.

    The numbers stay: they are the document's own print. Blocks before page 1 belong to it.
    """
    offsets: dict[int, int] = {}
    for index, block in enumerate(blocks):
        found = _TRAILING.search(block[-12:])
        if found:
            offset = int(found.group(1)) - index
            offsets[offset] = offsets.get(offset, 0) + 1
    if not offsets:
        return None
    offset, hits = max(offsets.items(), key=lambda pair: pair[1])
    if hits < 2 or 3 * hits < len(blocks) or not -2 <= offset <= 1:
        return None
    first = max(1 - offset, 0)
    head = "\n\n".join(blocks[: first + 1])
    return [head, *blocks[first + 1 :]]


def _chain(blocks: Sequence[str]) -> list[tuple[int, int]]:
    """The best run of rising page numbers, as (block, number); single numbers may be missing from it."""
    best: dict[int, tuple[float, int, int | None]] = {}
    nodes: list[tuple[int, int, int | None]] = []
    for index, block in enumerate(blocks):
        found = _LEADING.match(block)
        if not found:
            continue
        number = int(found.group(1))
        score, back = (1.0, None) if number <= _MOST_SKIPPED else (0.0, None)
        for skipped in range(_MOST_SKIPPED + 1):
            before = best.get(number - 1 - skipped)
            if before and before[0] + 1 - 0.4 * skipped > score:
                score, back = before[0] + 1 - 0.4 * skipped, before[1]
        if score > 0:
            nodes.append((index, number, back))
            if number not in best or score > best[number][0]:
                best[number] = (score, len(nodes) - 1, back)
    if not best:
        return []
    at: int | None = max(best.values(), key=lambda entry: entry[0])[1]
    chain: list[tuple[int, int]] = []
    while at is not None:
        index, number, at = nodes[at]
        chain.append((index, number))
    return chain[::-1]


def _convincing(blocks: Sequence[str], chain: Sequence[tuple[int, int]], certain: bool) -> bool:
    first_index, first_number = chain[0]
    if first_index > 2 * first_number or chain[-1][1] > 2 * len(chain) + 2:
        return False
    if certain:
        return first_index == 0 or len(chain) >= 2
    numbered = sum(len(blocks[index]) for index, _ in chain)
    return len(chain) >= 3 and 10 * numbered >= 9 * sum(map(len, blocks)) and numbered >= 800 * len(chain)


def _one_block_each(chain: Sequence[tuple[int, int]]) -> bool:
    return len(chain) >= 3 and chain[-1][0] - chain[0][0] == chain[-1][1] - chain[0][1]


def _shared_out(blocks: list[str], pages: int) -> list[list[str]]:
    """The blocks dealt out to so many pages, one each, what is over to the last."""
    if pages <= 0:
        return []
    dealt = [[block] for block in blocks[: pages - 1]]
    dealt.append(blocks[pages - 1 :])
    dealt.extend([] for _ in range(pages - len(dealt)))
    return dealt[:pages]
