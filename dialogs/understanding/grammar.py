"""The small language in which wordings are written, turned into regular expressions over words.

word          this word, spelling errors in long words forgiven
[a]           may be left out
(a|b c)       one of these; [a|b] may be left out
<list>        any of a list in the same file
...           up to eight words that stay in the topic
+word, +<list>, +(a|b)  a cue that also is content: it stays in the topic
{body} {period} {item} {case}  what was recognised before as such
{name}        one to eight words handed on under this name
^ and $       the start and the end of the message
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SLOTS = frozenset({"body", "period", "item", "case"})
_PARTS = re.compile(r"\.\.\.|\{\w+\}|<[\w-]+>|[\[\]()|^$+]|[^\s\[\]()|^$+<>{}]+")


class WordingError(ValueError):
    """A wording in a data file cannot be read; the message names it."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled wording. `needs`: it can only match where at least one of these words stands."""

    source: str
    regex: re.Pattern[str]
    vocabulary: frozenset[str]
    needs: frozenset[str]


class _Reader:
    """Recursive descent over one wording; each method consumes `parts` and gives a regular expression."""

    def __init__(self, source: str, lists: Mapping[str, Sequence[str]]) -> None:
        self.source = source
        self.lists = lists
        self.parts = _PARTS.findall(source)
        self.at = 0
        self.kept = 0
        self.vocabulary: set[str] = set()

    def alternatives(self, closing: str | None) -> tuple[str, frozenset[str]]:
        """Alternatives up to the closing sign: expression, and the words of which one must be there."""
        options: list[str] = []
        needs: set[str] = set()
        open_option = False
        while True:
            expression, must = self.sequence()
            options.append(expression)
            needs |= must
            open_option = open_option or not must
            part = self.parts[self.at] if self.at < len(self.parts) else None
            if part == "|":
                self.at += 1
                continue
            if part != closing:
                raise WordingError(f"{self.source!r}: {closing or 'the end'} expected, {part or 'the end'} found")
            if closing is not None:
                self.at += 1
            joined = options[0] if len(options) == 1 else "(?:" + "|".join(options) + ")"
            return joined, frozenset() if open_option else frozenset(needs)

    def sequence(self) -> tuple[str, frozenset[str]]:
        """Parts one after the other."""
        out: list[str] = []
        best: frozenset[str] = frozenset()
        while self.at < len(self.parts) and self.parts[self.at] not in ("|", ")", "]"):
            expression, must = self.part()
            out.append(expression)
            # The smallest obligatory set rejects most texts without running the expression.
            if must and (not best or len(must) < len(best)):
                best = must
        return "".join(out), best

    def part(self) -> tuple[str, frozenset[str]]:
        part = self.parts[self.at]
        self.at += 1
        if part == "+":
            expression, must = self.part()
            self.kept += 1
            return f"(?P<keep{self.kept}>{expression})", must
        if part == "(":
            expression, must = self.alternatives(")")
            return f"(?:{expression})", must
        if part == "[":
            expression, _ = self.alternatives("]")
            return f"(?:{expression})?", frozenset()
        if part == "...":
            self.kept += 1
            return f"(?P<keep{self.kept}>(?:\\S+ ){{0,8}}?)", frozenset()
        if part in "^$":
            return (r"\A" if part == "^" else r"\Z"), frozenset()
        if part.startswith("<"):
            return self.listed(part[1:-1])
        if part.startswith("{"):
            name = part[1:-1]
            if name in SLOTS:
                return f"<{name}> ", frozenset({f"<{name}>"})
            return f"(?P<{name}>(?:\\S+ ){{1,8}}?)", frozenset()
        return self.word(part)

    def word(self, text: str) -> tuple[str, frozenset[str]]:
        norm = text.casefold().replace("'", "")
        self.vocabulary.add(norm)
        return re.escape(norm) + " ", frozenset({norm})

    def listed(self, name: str) -> tuple[str, frozenset[str]]:
        if name not in self.lists:
            raise WordingError(f"{self.source!r}: there is no list <{name}>")
        options: list[str] = []
        needs: set[str] = set()
        for entry in sorted(self.lists[name], key=len, reverse=True):
            reader = _Reader(str(entry), self.lists)
            expression, must = reader.alternatives(None)
            self.vocabulary |= reader.vocabulary
            options.append(expression)
            needs |= must
        return "(?:" + "|".join(options) + ")", frozenset(needs)


def compiled(source: str, lists: Mapping[str, Sequence[str]]) -> Pattern:
    """Read one wording. Raises WordingError naming it."""
    reader = _Reader(source, lists)
    expression, needs = reader.alternatives(None)
    return Pattern(source, re.compile(r"(?<!\S)" + expression), frozenset(reader.vocabulary), needs)
