"""The rows of glossary.tsv: one municipal concept each, Danish lemma first, several values parted by semicolons."""

from __future__ import annotations

import csv
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Entry:
    """One concept: a Danish lemma with its forms, synonyms and abbreviations, and what it is called in English.

    `forms` are those that no stemmer finds ("bøger" of "bog"). `synonyms` mean the same, `near` nearly; likewise
    `english` and `english_near`.
    """

    danish: str
    english: tuple[str, ...] = ()
    domain: str = ""
    forms: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    english_near: tuple[str, ...] = ()


def parse(text: str) -> list[Entry]:
    """The rows of a glossary table with tabs between its columns and a heading; ValueError names a faulty line."""
    rows = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    heading = next(rows)
    if set(heading) != {field.name for field in fields(Entry)}:
        raise ValueError(f"glossary line 1: columns are {', '.join(heading)}")
    danish, domain = heading.index("danish"), heading.index("domain")
    lists = [(place, name) for place, name in enumerate(heading) if place not in (danish, domain)]
    entries = []
    for line, row in enumerate(rows, start=2):
        if len(row) != len(heading) or not row[danish].strip():
            raise ValueError(f"glossary line {line}: {len(heading)} columns and a Danish term are needed")
        cells = {name: _cell(row[place]) for place, name in lists}
        entries.append(Entry(row[danish].strip(), domain=row[domain].strip(), **cells))
    return entries


def _cell(text: str) -> tuple[str, ...]:
    return tuple(part for part in (part.strip() for part in text.split(";")) if part) if text else ()


@lru_cache(maxsize=1)
def shipped() -> tuple[Entry, ...]:
    """The entries that come with the package."""
    return tuple(parse(resources.files("store.search").joinpath("glossary.tsv").read_text(encoding="utf-8")))
