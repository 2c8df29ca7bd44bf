"""The pieces of a document: headings, list entries, table rows and paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["heading", "entry", "row", "text"]
LOWEST = 7
"""Level of a heading that only its line tells as one."""
TITLE = 110
"""Characters that a title may have."""
VALUE_LINE = re.compile(r"[A-ZÆØÅ][\wæøåÆØÅ-]*(?:\s[\wæøåÆØÅ.-]+){0,3}:\s\S")
"""A line such as "Projektleder: Hanne Birk"."""
VALUE_NAME = re.compile(r"([A-ZÆØÅ][\wæøåÆØÅ-]*(?:\s[\wæøåÆØÅ.-]+){0,2}):\s\S")
"""Its name alone: "Mål", "Forventede effekter"."""
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(slots=True)
class Block:
    """A stretch of the stream. `begin` is where its mark or number stands, `start` where its own words begin."""

    kind: Kind
    begin: int
    start: int
    end: int
    text: str
    number: str | None = None
    family: str = ""
    """Of an entry, the look of its mark: "1.", "1)", "a.", "I.", "•", "-", "line"."""
    level: int = 0
    """Of a heading, 1 (highest) to LOWEST."""
    page: int = 1
    gap: bool = False
    """Whether a blank line stands above it."""
    head: int | None = None
    """Where the title with which an entry begins ends, when that is known."""

    @property
    def value(self) -> int | None:
        """The place in its series that the number says, from 1."""
        if not self.number:
            return None
        if self.number.isdecimal():
            return int(self.number)
        if self.family.startswith("I") and self.number in _ROMANS:
            return _ROMANS.index(self.number) + 1
        last = self.number.rsplit(".", 1)[-1]
        return int(last) if last.isdecimal() else ord(self.number.lower()[0]) - ord("a") + 1

    @property
    def bare(self) -> bool:
        """Whether it is a short line without an end, as titles are."""
        return len(self.text) <= TITLE and not self.text.endswith((".", ",", ";", ":", "?", "!"))
