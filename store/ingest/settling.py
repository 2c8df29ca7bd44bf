"""Blocks whose nature only their neighbours tell: chapter titles, bare lines, lists without marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from store.ingest.blockmarks import role_line
from store.ingest.blocks import LOWEST, VALUE_LINE, Block
from store.ingest.listkinds import named

_GOES_ON = re.compile(r"[.!?]\s+[A-ZÆØÅ]|\s(?:at|som)\Z")
"""A sentence ends within a line, or the line ends in a word that what follows goes on from: no title does."""


def settled(blocks: list[Block], lost: str) -> list[Block]:
    """Blocks whose nature only their neighbours tell: numbered chapter titles, bare lines, lists without marks."""
    for series in _numbered_series(blocks):
        own = {index + 1 for index in series[:-1]} & set(series)
        titles = sum(1 for index in series if blocks[index].bare)
        if (
            len(series) > 1
            and titles == len(series)
            and 2 * len(own) < len(series)
            and not _led(blocks, series[0], lost)
        ):
            for index in series:
                blocks[index].kind, blocks[index].level, blocks[index].family = "heading", 1, ""
    mixed = {block.family for block in blocks if block.kind == "entry" and block.family.startswith("L")}
    mixed |= _bare_series(blocks)
    for block in blocks:
        if block.kind == "heading" and block.family in mixed:
            block.kind, block.level = "entry", 0
    for index, block in enumerate(blocks):
        before = blocks[index - 1] if index else None
        if block.kind not in ("text", "heading") or block.level not in (0, LOWEST) or not block.bare:
            continue
        led = before is not None and (
            before.text.endswith(":") or before.family == "line" or _opens(blocks, index, lost)
        )
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        heads = following is not None and following.kind == "text" and not following.bare
        if heads and following and VALUE_LINE.match(following.text):
            heads = False
        if led and before and not (heads and before.family == "line"):
            block.kind, block.family, block.level = "entry", "line", 0
        elif (
            block.kind == "text"
            and following
            and following.kind in ("text", "entry", "row")
            and _titles(block, following)
        ):
            block.kind, block.level = "heading", LOWEST
    return blocks


def _bare_series(blocks: Sequence[Block]) -> set[str]:
    """Kinds of labelled titles ("Fase 1: ...") that follow each other without a word between: they head nothing."""
    places: dict[str, list[int]] = {}
    for index, block in enumerate(blocks):
        if block.kind == "heading" and block.family.startswith("L"):
            places.setdefault(block.family, []).append(index)
    return {
        family
        for family, found in places.items()
        if len(found) > 1 and all(other == one + 1 for one, other in pairwise(found))
    }


def _opens(blocks: Sequence[Block], index: int, lost: str) -> bool:
    """Whether a bare line opens a list without marks: three such lines under a heading that names what is listed."""
    above = blocks[index - 1]
    lines = blocks[index : index + 3]
    if above.kind != "heading" or len(lines) < 3 or any(line.kind != "text" or not line.bare for line in lines):
        return False
    return named(above.text, lost).kind is not None and not any(VALUE_LINE.match(line.text) for line in lines)


def _led(blocks: Sequence[Block], first: int, lost: str) -> bool:
    """Whether a numbered series is led in: by a colon, or by a line that names what it lists."""
    if not first:
        return False
    before = blocks[first - 1]
    if before.text.endswith(":"):
        return True
    says = named(before.text, lost)
    return says.kind is not None and (
        says.announced is not None or (before.bare and len(before.text) < 60 and first > 1)
    )


def _titles(block: Block, following: Block) -> bool:
    """Whether a bare line heads what follows it."""
    if VALUE_LINE.match(block.text) or _GOES_ON.search(block.text) or role_line(block.text):
        return False
    return block.text[:1].isupper() and len(block.text) < 80 and (not following.bare or following.kind != "text")


def _numbered_series(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """Indexes of entries that count on from 1 in one style; one series may stand inside another."""
    stacks: dict[str, list[list[int]]] = {}
    values = {i: block.value for i, block in enumerate(blocks) if block.kind == "entry" and block.family[:1] == "1"}
    for index, block in enumerate(blocks):
        if block.kind != "entry" or not block.family.startswith("1"):
            continue
        stack = stacks.setdefault(block.family, [])
        before = (values[index] or 0) - 1
        fits = [i for i, series in enumerate(stack) if values[series[-1]] == before]
        alike = [i for i in fits if _look(blocks[stack[i][-1]]) == _look(block)]
        if values[index] == 1 or not fits:
            stack.append([index])
            continue
        place = (alike or fits)[-1]
        stack[place].append(index)
        yield from stack[place + 1 :]
        del stack[place + 1 :]
    for stack in stacks.values():
        yield from stack


def _look(block: Block) -> tuple[bool, bool]:
    return block.gap, block.bare
