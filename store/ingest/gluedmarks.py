"""Numbers, section numbers and labels ("Fase 1") that stand inside glued text and begin entries or headings there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.ingest.dates import MONTHS
from store.ingest.listkinds import Label, labelled

_ORDINAL = re.compile(
    r"(?:kvartal|halvår|kvt|behandling|budget\w*|økonomiopfølgning\w*|del\b|klasse\w*|årgang\w*|runde|udgave|version|sal\b|division|prioritet|rate|"
    r"vice\w*|næst\w*|suppleant|plads\w*|gang\w*|måned\w*|år\b|led\b|punktum|møde\b|mands\w*|side\b|generation\w*|etage|trin\b|parts?\b|"
    + "|".join(MONTHS)
    + r")",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.,/§(–-])(?P<number>\d{1,2})(?P<style>[.)])\s(?=[\"”(»]?[A-ZÆØÅa-zæøå])")
_SECTION = re.compile(r"(?<![\w.,/§(–-])(?P<number>\d{1,2}(?:\.\d{1,2}){1,2})\.?\s(?=[A-ZÆØÅ])")
_AD = re.compile(r"(?<![\w(])Ad\.?\s(?P<number>\d{1,2})\s?[.:)–-]?\s{0,2}(?=[A-ZÆØÅ])")
_LABEL_START = re.compile(
    r"(?<![\w(-])(?=(?:[A-ZÆØÅ][a-zæøå]{2,18}\s(?:nr\.\s)?(?:\d{1,2}|[A-H]|[IVX]{1,3})(?![\w.,]*\d)|\d{1,2}\.\s[a-zæøå]{4,14}[:\s]))"
)
_REFERS = re.compile(
    r"(?:\b(?:afsnit|kapitel|kap\.?|bilag|figur|fig\.|tabel|jf\.?|se|pkt\.?|punkt|punkterne|version|vers\.|side|s\.|nr\.?|stk\.?|kl\.?|den|d\.|på|"
    r"uge|til|ca\.|artikel|over|under|trin|gruppe|af|fra)|§)\s?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in the text: `begin` to `start` is the mark itself, the element's words follow from `start`."""

    begin: int
    start: int
    number: str
    family: str
    """"1." and "1)" for numbers, "ad" for "Ad 1", "§" for section numbers, "L" and the kind for labels."""
    label: Label | None = None

    @property
    def value(self) -> int:
        """The number as it counts, letters and Roman figures from 1."""
        romans = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
        if self.number.isdecimal():
            return int(self.number)
        if self.number in romans and self.family.startswith("L"):
            return romans.index(self.number) + 1
        return ord(self.number[0].upper()) - ord("A") + 1


def series_of(text: str, lost: str = "") -> list[list[Mark]]:
    """Every series of at least two marks of one look that counts on from 1, in the order of their first marks."""
    found: list[list[Mark]] = []
    running: dict[str, list[list[Mark]]] = {}
    late: list[Mark] = []
    for mark in sorted([*_numbers(text), *_ads(text), *_labels(text, lost)], key=lambda one: one.begin):
        stack = running.setdefault(mark.family, [])
        if mark.value == 1:
            stack.append([mark])
            found.append(stack[-1])
            continue
        place = next((i for i in range(len(stack) - 1, -1, -1) if stack[i][-1].value == mark.value - 1), None)
        if place is not None:
            stack[place].append(mark)
            del stack[place + 1 :]
        elif mark.family == "1." and (mark.value == 2 and not stack and not late):
            # Chapters whose first number was lost: they stand far apart.
            late.append(mark)
        elif late and mark.family == "1." and mark.value == late[-1].value + 1:
            late.append(mark)
    if len(late) > 1 and spread(late) > FAR:
        found.append(late)
    labels = {mark.begin for series in found if len(series) > 1 for mark in series if mark.label}
    return [
        series for series in found
        if len(series) > 1 and (series[0].label or not any(mark.begin in labels for mark in series))
    ]  # fmt: skip


def sections_of(text: str) -> Iterator[Mark]:
    """Section numbers of two or three parts ("2.1", "3.2.1") that begin a heading."""
    for match in _SECTION.finditer(text):
        if not _REFERS.search(text[max(match.start() - 14, 0) : match.start()]):
            yield Mark(match.start(), match.end(), match["number"], "§")


FAR = 1400
"""Marks that stand farther apart than this number chapters, not entries."""


def _numbers(text: str) -> Iterator[Mark]:
    for match in _NUMBER.finditer(text):
        if _ORDINAL.match(text, match.end()) or _REFERS.search(text[max(match.start() - 14, 0) : match.start()]):
            continue
        yield Mark(match.start(), match.end(), match["number"], "1" + match["style"])


def _ads(text: str) -> Iterator[Mark]:
    for match in _AD.finditer(text):
        yield Mark(match.start(), match.end(), match["number"], "ad")


def _labels(text: str, lost: str) -> Iterator[Mark]:
    for match in _LABEL_START.finditer(text):
        label = labelled(text[match.start() : match.start() + 40], lost)
        if label and not _REFERS.search(text[max(match.start() - 14, 0) : match.start()]):
            yield Mark(match.start(), match.start(), label.number, "L" + label.kind, label)


def spread(series: Sequence[Mark]) -> float:
    """The usual distance between the marks of a series, in characters."""
    return (series[-1].begin - series[0].begin) / max(len(series) - 1, 1)
