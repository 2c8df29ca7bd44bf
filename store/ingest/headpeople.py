"""Who is listed in the head of minutes: names with their party behind a comma, and lists side by side in columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.ingest.bodies import BODY_WORD
from store.ingest.headings import LabelBook
from store.ingest.headlines import Entry
from store.ingest.names import split_names

_PARTY_BEHIND = re.compile(r",\s?(?=\(?(?:[A-ZÆØÅ]{1,3}|løsg\w*)\)?(?:\s|,|\Z))")


def split_people(texts: Sequence[str]) -> tuple[str, ...]:
    """The names in lines of a head; "Erling Larsby, (A)" and "Tage Peders, V" are one person with a party."""
    names = split_names([_PARTY_BEHIND.sub(" ", text) for text in texts])
    return tuple(dict.fromkeys(_without_body(name) for name in names))


def _without_body(name: str) -> str:
    """A name without the body's, which the head of the next page has put behind it."""
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 2 and BODY_WORD.match(words[-1]) else name


def in_columns(entries: Sequence[Entry], book: LabelBook) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Members and absent of a table "Medlemmer | Afbud" with the names below, else None."""
    for entry in entries:
        heads = [cell.strip() for cell in entry.line.split("\t")] if "\t" in entry.line else []
        roles = [book.role(cell) for cell in heads]
        if len(roles) < 2 or not {"present", "absent"} <= set(roles):
            continue
        found: dict[str, list[str]] = {"present": [], "absent": []}
        for row in entry.value:
            for role, cell in zip(roles, row.text.split("\t"), strict=False):
                if role in ("present", "absent") and book.role(cell) is None:
                    found[role].append(cell)
        return split_people(found["present"]), split_people(found["absent"])
    return None
