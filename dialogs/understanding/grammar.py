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
from functools import cache

SLOTS = frozenset({"body", "period", "item", "case"})
_PARTS = re.compile(r"\.\.\.|\{\w+\}|<[\w-]+>|[\[\]()|^$+]|[^\s\[\]()|^$+<>{}]+")


class WordingError(ValueError):
    """A wording in a data file cannot be read; the message names it."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled wording. `needs`: it can only match where a word of each of these sets stands, the smallest set first.

    `gaps` are the names of the groups that hold words of the topic or of an argument.
    """

    source: str
    expression: str
    vocabulary: frozenset[str]
    needs: tuple[frozenset[str], ...]
    gaps: frozenset[str]

    @property
    def regex(self) -> re.Pattern[str]:
        """The expression, compiled when a message first may match it: most wordings wait long for theirs."""
        return _regex(self.expression)


@cache  # no more than there are wordings
def _regex(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


Needs = list[frozenset[str]]
"""Sets of words; where an expression matches, at least one word of each stands."""


class _Reader:
    """Recursive descent over one wording; each method consumes `parts` and gives a regular expression."""

    def __init__(self, source: str, lists: Mapping[str, Sequence[str]]) -> None:
        self.source = source
        self.lists = lists
        self.parts = _PARTS.findall(source)
        self.at = 0
        self.kept = 0
        self.vocabulary: set[str] = set()
        self.gaps: set[str] = set()

    def alternatives(self, closing: str | None) -> tuple[str, Needs]:
        """Alternatives up to the closing sign: expression, and what must be there."""
        options: list[str] = []
        needs: list[Needs] = []
        while True:
            expression, must = self.sequence()
            options.append(expression)
            needs.append(must)
            part = self.parts[self.at] if self.at < len(self.parts) else None
            if part == "|":
                self.at += 1
                continue
            if part != closing:
                raise WordingError(f"{self.source!r}: {closing or 'the end'} expected, {part or 'the end'} found")
            if closing is not None:
                self.at += 1
            joined = options[0] if len(options) == 1 else "(?:" + "|".join(options) + ")"
            return joined, _of_any(needs)

    def sequence(self) -> tuple[str, Needs]:
        """Parts one after the other."""
        out: list[str] = []
        needs: Needs = []
        while self.at < len(self.parts) and self.parts[self.at] not in ("|", ")", "]"):
            expression, must = self.part()
            out.append(expression)
            needs += must
        return "".join(out), needs

    def part(self) -> tuple[str, Needs]:
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
            return f"(?:{expression})?", []
        if part == "...":
            self.kept += 1
            return self.gap(f"keep{self.kept}", "{0,8}?"), []
        if part in "^$":
            return (r"\A" if part == "^" else r"\Z"), []
        if part.startswith("<"):
            return self.listed(part[1:-1])
        if part.startswith("{"):
            name = part[1:-1]
            if name in SLOTS:
                return f"<{name}> ", [frozenset({f"<{name}>"})]
            return self.gap(name, "{1,8}?"), []
        return self.word(part)

    def gap(self, name: str, count: str) -> str:
        self.gaps.add(name)
        return f"(?P<{name}>(?:\\S+ ){count})"

    def word(self, text: str) -> tuple[str, Needs]:
        norm = text.casefold().replace("'", "")
        self.vocabulary.add(norm)
        return re.escape(norm) + " ", [frozenset({norm})]

    def listed(self, name: str) -> tuple[str, Needs]:
        if name not in self.lists:
            raise WordingError(f"{self.source!r}: there is no list <{name}>")
        options: list[str] = []
        needs: list[Needs] = []
        for entry in sorted(self.lists[name], key=len, reverse=True):
            reader = _Reader(str(entry), self.lists)
            expression, must = reader.alternatives(None)
            self.vocabulary |= reader.vocabulary
            options.append(expression)
            needs.append(must)
        return "(?:" + "|".join(options) + ")", _of_any(needs)


def _of_any(options: Sequence[Needs]) -> Needs:
    """What must be there where one of several expressions matches: nothing when one of them needs nothing."""
    if len(options) == 1:
        return options[0]
    if not all(options):
        return []
    return [frozenset().union(*(min(needs, key=len) for needs in options))]


def compiled(source: str, lists: Mapping[str, Sequence[str]]) -> Pattern:
    """Read one wording. Raises WordingError naming it."""
    reader = _Reader(source, lists)
    expression, needs = reader.alternatives(None)
    needed = tuple(sorted(dict.fromkeys(needs), key=len))
    return Pattern(source, r"(?<!\S)" + expression, frozenset(reader.vocabulary), needed, frozenset(reader.gaps))
