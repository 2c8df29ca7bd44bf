"""Word's own numbering is counted as Word counts it, for the numbers stand nowhere in the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from store.ingest.wordparts import Element, attribute, child, local

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_KEPT_BULLETS = frozenset("-–—•*→")


@dataclass(slots=True)
class _Level:
    start: int = 1
    shape: str = "decimal"
    text: str = "%1."
    legal: bool = False
    glued: bool = False
    restart: int | None = None


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The counters of one document; feed it the numbered paragraphs in the order they stand."""

    def __init__(self, root: Element | None) -> None:
        self._abstracts: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def label(self, number_list: str, level: int) -> tuple[str, str] | None:
        """What Word prints before the next paragraph of this list and level, and what parts it from the text.

        A bullet is "•" (or the dash the list has). None when the list prints nothing there.
        """
        found = self._lists.get(number_list)
        own = found.levels.get(level) if found else None
        if found is None or own is None:
            return None
        counts = self._counts.setdefault(found.abstract, {})
        self._step(found, number_list, level, own, counts)
        if own.shape == "none" and "%" not in own.text.replace(f"%{level + 1}", ""):
            text = own.text.replace(f"%{level + 1}", "")
        elif own.shape == "bullet":
            text = own.text if own.text in _KEPT_BULLETS else "•"
        else:
            text = _filled(own, found.levels, counts)
        return (text, "" if own.glued else " ") if text.strip() else None

    def _step(self, found: _List, number_list: str, level: int, own: _Level, counts: dict[int, int]) -> None:
        fresh = (number_list, level) not in self._begun
        self._begun.add((number_list, level))
        if fresh and level in found.starts:
            counts[level] = found.starts[level]
        else:
            counts[level] = counts[level] + 1 if level in counts else found.starts.get(level, own.start)
        for upper in range(level):
            if upper not in counts and upper in found.levels:
                counts[upper] = found.starts.get(upper, found.levels[upper].start)
        for lower in [i for i in counts if i > level]:
            restart = found.levels[lower].restart if lower in found.levels else None
            if restart is None or 0 < level + 1 <= restart:
                del counts[lower]

    def _read(self, root: Element) -> None:
        linked: dict[str, str] = {}
        wanting: dict[str, str] = {}
        for element in root:
            if local(element) == "abstractNum":
                identity = attribute(element, "abstractNumId") or ""
                self._abstracts[identity] = _levels(element)
                style = attribute(child(element, "styleLink"), "val")
                if style:
                    linked[style] = identity
                wants = attribute(child(element, "numStyleLink"), "val")
                if wants:
                    wanting[identity] = wants
        for element in root:
            if local(element) == "num":
                abstract = attribute(child(element, "abstractNumId"), "val") or ""
                abstract = linked.get(wanting.get(abstract, ""), abstract)
                self._lists[attribute(element, "numId") or ""] = self._list(element, abstract)

    def _list(self, element: Element, abstract: str) -> _List:
        found = _List(abstract, dict(self._abstracts.get(abstract, {})))
        for override in element:
            if local(override) != "lvlOverride":
                continue
            level = _whole(attribute(override, "ilvl"), 0)
            replaced = child(override, "lvl")
            if replaced is not None:
                found.levels[level] = _level(replaced)
            start = child(override, "startOverride")
            if start is not None:
                found.starts[level] = _whole(attribute(start, "val"), 1)
        return found


def _levels(abstract: Element) -> dict[int, _Level]:
    return {_whole(attribute(e, "ilvl"), 0): _level(e) for e in abstract if local(e) == "lvl"}


def _level(element: Element) -> _Level:
    legal = child(element, "isLgl")
    restart = child(element, "lvlRestart")
    return _Level(
        start=_whole(attribute(child(element, "start"), "val"), 1),
        shape=attribute(child(element, "numFmt"), "val") or "decimal",
        text=attribute(child(element, "lvlText"), "val") or "",
        legal=legal is not None and attribute(legal, "val") not in ("0", "false"),
        glued=attribute(child(element, "suff"), "val") == "nothing",
        restart=_whole(attribute(restart, "val"), 0) if restart is not None else None,
    )


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 7 else otherwise


def _filled(own: _Level, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    text = own.text
    for index in range(9):
        mark = f"%{index + 1}"
        if mark in text:
            shape = levels[index].shape if index in levels else "decimal"
            text = text.replace(mark, counted(counts.get(index, 1), "decimal" if own.legal else shape))
    return text


def counted(number: int, shape: str) -> str:
    """A number in one of the shapes of Word and HTML; unknown shapes are plain figures."""
    if shape in ("lowerLetter", "upperLetter") and number > 0:
        # After z Word doubles the letter: aa, bb, cc.
        letters = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 20)
        return letters.upper() if shape == "upperLetter" else letters
    if shape in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        roman = ""
        for value, sign in _ROMAN:
            roman += sign * (number // value)
            number %= value
        return roman.upper() if shape == "upperRoman" else roman
    if shape == "decimalZero":
        return f"{number:02d}"
    if shape == "ordinal":
        return f"{number}."
    return "" if shape in ("none", "bullet") else str(number)
