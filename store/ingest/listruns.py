"""Elements that belong together: entries that count on, bullets in a row, headings of one kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from store.ingest.blocks import LOWEST, Block
from store.ingest.elements import Element
from store.ingest.listkinds import labelled, named
from store.ingest.parsed import PartKind
from store.ingest.sentences import split_sentences
from store.ingest.structure import Structure

_MOST = 900
"""Characters of an element that are quoted; its first words tell it, the rest stays in the passages."""


_NESTED = {"1": 0, "I": 0, "A": 0, "a": 1, "•": 1, "-": 2, "o": 2}


_INNER = frozenset({"•", "·", "-", "o", "▪", "◦", "‣", "a.", "a)"})
"""Marks of lists that stand inside the last element of another."""
_PENDING = 40


@dataclass(slots=True)
class Run:
    """Elements in order, and the block that begins them."""

    first: int
    last: int
    """Index after the last block."""
    elements: list[Element] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    """The blocks with which the elements begin; lists inside an element have others."""
    headed: bool = False
    """The elements are headings with text under them."""
    gap: bool = False
    """A number is missing in the series."""
    kind: PartKind | None = None
    """What the elements' own words say ("Fase 1", "2. barriere")."""


def runs(structure: Structure) -> Iterator[Run]:
    claimed: set[int] = set()
    for index, block in enumerate(structure.blocks):
        if block.kind == "entry" and index not in claimed:
            run = _entries(structure, index)
            claimed.update(run.heads)
            yield run
        elif block.kind == "heading":
            headed = _headings(structure, index)
            if headed is not None:
                yield headed


def _entries(structure: Structure, first: int) -> Run:
    """The run of list entries that begins at block `first`."""
    blocks = structure.blocks
    head = blocks[first]
    run = Run(first, first + 1)
    groups: list[list[int]] = [[first]]
    pending: list[int] = []
    value = head.value
    index = first + 1
    while index < len(blocks) and len(pending) < _PENDING:
        block = blocks[index]
        if block.kind == "heading" and _counts_on(structure, index, head, value):
            index += 1
            continue
        if block.kind == "heading" or (block.kind == "row" and not pending and head.family != "1."):
            break
        if block.kind == "entry" and block.family == head.family:
            step = (block.value or 0) - (value or 0) if value is not None else 1
            if step < 1 and _resumes(blocks, index, head, value):
                pending.append(index)
                index += 1
                continue
            if step < 1 or step > 2:
                break
            run.gap = run.gap or step == 2
            groups[-1] += pending
            groups.append([index])
            pending, value = [], block.value
            run.last = index + 1
        elif (block.kind == "entry" and not _deeper(block, head)) or (
            block.kind == "text" and not _belongs(block, head, structure)
        ):
            break
        else:
            pending.append(index)
        index += 1
    nested = [i for i in pending if blocks[i].family in _INNER and pending.index(i) == i - pending[0]]
    if nested and pending[0] == run.last:
        groups[-1] += nested
        run.last = nested[-1] + 1
    described = [sum(1 for i in group if blocks[i].kind == "text") for group in groups[:-1]]
    if pending and pending[0] == run.last and described and 2 * sum(map(bool, described)) > len(described):
        told = [i for i in pending if i < run.last + max(described) and blocks[i].kind == "text"]
        groups[-1] += told
        run.last = told[-1] + 1 if told else run.last
    run.heads = [group[0] for group in groups]
    run.elements = [_element(blocks, group, structure) for group in groups]
    run.kind = _own_kind(structure, run)
    return run


def _resumes(blocks: Sequence[Block], index: int, head: Block, value: int | None) -> bool:
    """Whether a series of its own, begun inside an entry, ends before the outer one goes on."""
    if value is None or (blocks[index].value or 0) > 3:
        return False
    inner = blocks[index].value or 0
    for block in blocks[index + 1 : index + 9]:
        if block.kind == "heading":
            return False
        if block.kind == "entry" and block.family == head.family:
            if block.value == value + 1 and block.value != inner + 1:
                return True
            if block.value != inner + 1:
                return False
            inner = block.value or 0
    return False


def _counts_on(structure: Structure, index: int, head: Block, value: int | None) -> bool:
    """Whether numbers go on behind a heading that only groups the entries: "Borgerspor 3) ..."."""
    own = structure.heading_of(index)
    if value is None or structure.blocks[index].number or (own is None and structure.blocks[index].level < LOWEST):
        return False
    for block in structure.blocks[index + 1 : index + 4]:
        if block.kind == "entry":
            return block.family == head.family and block.value == value + 1
        if block.kind == "heading" and block.level < structure.blocks[index].level:
            return False
    return False


def _deeper(block: Block, head: Block) -> bool:
    own, above = _NESTED.get(block.family[:1], 1), _NESTED.get(head.family[:1], 1)
    return own > above or (own == above and block.family != head.family and not block.value)


def _belongs(block: Block, head: Block, structure: Structure) -> bool:
    """Whether a paragraph between entries goes on with the entry before it."""
    if block.text[:1].islower():
        return True
    return head.value is not None and not block.text.endswith(":")


def _element(blocks: Sequence[Block], group: Sequence[int], structure: Structure) -> Element:
    head, last = blocks[group[0]], blocks[group[-1]]
    label = labelled(head.text, structure.lost)
    number = label.number if label else head.number
    return Element(head.start, _cut(structure, head.start, last.end), head.head or head.end, number, label)


def _cut(structure: Structure, start: int, end: int) -> int:
    """The end of the last whole sentence within the measure that is quoted of an element."""
    if end - start <= _MOST:
        return end
    ends = [start + stop for _, stop in split_sentences(structure.stream.text[start : start + _MOST + 1])[:-1]]
    return ends[-1] if ends else start + _MOST


def _headings(structure: Structure, first: int) -> Run | None:
    """Headings with a kind and number of their own ("Fase 1", "Fase 2"), or the children of one that names a list."""
    blocks = structure.blocks
    label = labelled(blocks[first].text, structure.lost)
    if label and label.number in ("1", "A", "I"):
        same = [first]
        for index in range(first + 1, len(blocks)):
            block = blocks[index]
            other = labelled(block.text, structure.lost) if block.kind == "heading" else None
            if other and other.kind == label.kind and block.level == blocks[first].level:
                if other.number in ("1", "A", "I"):
                    break
                same.append(index)
            elif block.kind == "heading" and block.level < blocks[first].level:
                break
        if len(same) > 1:
            return _headed(structure, same, label.kind)
    says = named(blocks[first].text, structure.lost)
    section = structure.section(first)
    children = [i for i in section if blocks[i].kind == "heading" and structure.heading_of(i) == first]
    if says.kind is None or len(children) < 2 or not _in_sequence([blocks[i] for i in children]):
        return None
    if says.announced is None:
        between = [blocks[i].text for i in range(first + 1, children[0])]
        counts = [told.announced for text in between if (told := named(text, structure.lost)).announced]
        plural = re.search(r"(?:er|erne|(?<!fas)(?<!etap)(?<!bølg)e|ene|mål|spor|tiltag|trin|cases)\b", says.noun)
        if not plural or (counts and abs((counts[-1] or 0) - len(children)) > 1):
            return None
    if any(labelled(blocks[i].text, structure.lost) for i in children) or len({blocks[i].text for i in children}) == 1:
        return None
    return _headed(structure, children, says.kind)


def _in_sequence(headings: Sequence[Block]) -> bool:
    """Whether numbered headings count on by one, as the parts of one list do."""
    values = [block.value for block in headings if block.number]
    return all(other - one == 1 for one, other in pairwise(value for value in values if value is not None))


def _headed(structure: Structure, indexes: Sequence[int], kind: PartKind) -> Run:
    blocks = structure.blocks
    elements = []
    for index in indexes:
        head = blocks[index]
        section = structure.section(index)
        end = blocks[section[-1]].end if section else head.end
        label = labelled(head.text, structure.lost)
        number = label.number if label else head.number
        elements.append(Element(head.start, _cut(structure, head.start, end), head.end, number, label))
    last = structure.section(indexes[-1])
    return Run(indexes[0], last[-1] + 1 if last else indexes[-1] + 1, elements, headed=True, kind=kind)


def _own_kind(structure: Structure, run: Run) -> PartKind | None:
    labels = [element.label for element in run.elements]
    return labels[0].kind if labels[0] and all(label and label.kind == labels[0].kind for label in labels) else None
