"""Minutes whose titles stand in the agenda above and whose text follows under "Ad 1:", "Ad 2:"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from store.ingest.accessmarks import without_access
from store.ingest.flow import Row, fold
from store.ingest.recognise import Seen, numbered
from store.ingest.titles import Start

_AD = re.compile(
    r"(?:ad|til|vedr\.?|re)\.?\s{0,2}(?:dagsordens?punkt|punkt|pkt\.?|nr\.?)?\s{0,2}(?P<number>\d{1,3})\s?[.:)–-]{1,2}\s{0,3}",
    re.IGNORECASE,
)
_LONGEST = 160


def part_ad_rows(rows: Sequence[Row]) -> list[Row]:
    """`rows` in which "Ad 1:" and the text behind it are rows of their own, where a list of titles stands above."""
    firsts = _firsts(rows)
    if not firsts or not _titles(rows[: min(firsts)]):
        return list(rows)
    parted: list[Row] = []
    for index, row in enumerate(rows):
        mark = _AD.match(row.text) if index in firsts else None
        rest = row.cut(mark.end()) if mark else None
        if mark and rest and rest.text:
            parted += [row.cut(0, mark.end()), replace(rest, inline=True, gap=False, role="")]
        else:
            parted.append(row)
    return parted


def ad_starts(seen: Sequence[Seen]) -> list[Start]:
    """The items of such minutes: number and text from the "Ad" row, title from the agenda; [] for other documents."""
    rows = [each.row for each in seen]
    firsts = _firsts(rows)
    titles = _titles(rows[: min(firsts)]) if firsts else {}
    known = [index for index in firsts if firsts[index] in titles]
    if len(known) < 2:
        return []
    found: list[Start] = []
    for index, number in firsts.items():
        listed = titles.get(number)
        mark = _AD.match(rows[index].text)
        last = index + 1
        below = rows[last] if last < len(rows) else None
        own = listed and below and below.inline and fuzz.ratio(fold(below.text).lower(), listed.text.lower()) >= 85
        if own and below:
            listed, last = below, last + 1
        if listed is None:
            behind = rows[index].cut(mark.end()) if mark else rows[index]
            listed = behind if behind.text else (below or rows[index])
            last += 1 if not behind.text and below else 0
        title, access, parts = without_access([listed])
        found.append(Start(index, last, str(number), title or fold(listed.text), parts, access, level=rows[index].role))
    return found


def _firsts(rows: Sequence[Row]) -> dict[int, int]:
    """Index -> number of the rows that begin with "Ad 1:" in a rising series of at least two."""
    found: dict[int, int] = {}
    last = 0
    for index, row in enumerate(rows):
        mark = _AD.match(row.text)
        if mark and last < int(mark["number"]) <= last + 4:
            last = int(mark["number"])
            found[index] = last
    return found if len(found) >= 2 and 1 in found.values() else {}


def _titles(rows: Sequence[Row]) -> dict[int, Row]:
    """The last list above that counts from 1: number -> the row of the title without its number."""
    titles: dict[int, Row] = {}
    for row in rows:
        mark = numbered(row.text)
        if mark is None or len(row.text) > _LONGEST:
            continue
        if mark.value == 1:
            titles = {}
        if mark.value == len(titles) + 1:
            titles[mark.value] = row.cut(mark.end)
    return titles if len(titles) >= 2 else {}
