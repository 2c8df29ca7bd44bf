"""What of a document is closed: marks of items, headings of closed parts, and text that would tell of a closed item."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from store.ingest.accessmarks import access_of_row, access_of_switch, mentions_closed
from store.ingest.flow import fold
from store.ingest.parsed import Access, ParsedFact, ParsedItem
from store.ingest.recognise import Seen, numbered, sectioned, states_closed
from store.ingest.titles import STOCK, Start

NEUTRAL = "Lukket punkt"
"""Title of what stands under the heading of a closed part without a title of its own."""
_NOTHING = re.compile(r"(?:ingen|intet|ikke\snogen|-+|–)(?:\s\w+){0,5}\W*\Z", re.IGNORECASE)
_LEGEND = re.compile(r"\W?(?P<sign>[*#†]{1,3})\W?\s?(?:=|:|-|–|betyder|angiver|markerer)?\s?(?P<words>.{4,80})\Z")
_LONG = 180
_TELLING = 12


@dataclass(slots=True)
class Share:
    """The rows of one item: `lead` above its title, `rows` below, and what the part it stands in says of access."""

    lead: list[Seen] = field(default_factory=list)
    rows: list[Seen] = field(default_factory=list)
    switch: Access | None = None
    doubt: bool = False
    """A closed mark stands where it may mean this item or the one before."""


def shares(seen: Sequence[Seen], starts: Sequence[Start]) -> list[Share]:
    """Which rows belong to which item; case number and access mark may stand above the titles of a document."""
    above = [_properties_above(seen, starts, index) for index in range(len(starts))]
    leading = bool(above) and bool(above[0]) and sum(1 for rows in above if rows) >= 0.6 * len(above)
    ends = [start.first for start in starts[1:]] + [len(seen)]
    found = [Share(rows=list(seen[start.last : end])) for start, end in zip(starts, ends, strict=True)]
    for share in found:
        share.rows = _without_nothing(_without_bare(share.rows))
    if leading:
        for index, lead in enumerate(above):
            found[index].lead = lead
            if index and lead:
                del found[index - 1].rows[-len(lead) :]
    listed = _list_heads(seen, starts)
    access: Access | None = None
    at = 0
    for index, (start, share) in enumerate(zip(starts, found, strict=True)):
        for place in range(at, start.first):
            access = access if place in listed else seen[place].switch or access
        at = start.first
        share.switch = access
        marked = any(each.access == "closed" for each in above[index])
        share.doubt = not leading and marked and (not index or _told(found[index - 1].rows))
    return found


def close_signed(seen: Sequence[Seen], starts: Sequence[Start]) -> None:
    """Closes the items whose titles carry a sign that a legend explains: "* = lukket punkt"."""
    for each in seen:
        legend = _LEGEND.match(each.row.text) if len(each.row.text) <= 100 else None
        if legend is None or not (access_of_row(legend["words"]) == "closed" or _closed_part(legend["words"])):
            continue
        for start in starts:
            text = seen[start.first].row.text
            if text.startswith(legend["sign"]) or text.endswith(legend["sign"]) or start.title.endswith(legend["sign"]):
                start.access = "closed"


def _closed_part(text: str) -> bool:
    return access_of_switch(text) == "closed"


def _without_nothing(rows: list[Seen]) -> list[Seen]:
    """`rows` without the heading of a part that holds nothing: "Lukkede punkter" | "Ingen."."""
    at = next((index for index, row in enumerate(rows) if row.switch), None)
    if at is None or not rows[at + 1 :]:
        return rows
    rest = rows[at + 1 :]
    return rows[:at] if all(row.switch or _NOTHING.match(row.row.text) for row in rest) else rows


def _list_heads(seen: Sequence[Seen], starts: Sequence[Start]) -> set[int]:
    """Headings of open and closed parts in a list of items above the first item: what they close comes later.

    The items that such a list names under a closed heading are closed themselves.
    """
    top = seen[: starts[0].first] if starts else []
    heads = [index for index, each in enumerate(top) if each.switch]
    found: set[int] = set()
    for index, stop in pairwise([*heads, len(top)]):
        named = [start for row in top[index + 1 : stop] for start in starts if _names(row.row.text, start)]
        if named:
            found.add(index)
            if top[index].switch == "closed":
                for start in named:
                    start.access = "closed"
    # A heading with nothing under it belongs to the same list when others do.
    return found | ({index for index in heads if found and index < max(found)})


def _names(text: str, start: Start) -> bool:
    key, title = _key(text), _key(start.title)
    return len(title) >= 4 and (key == title or key.endswith(f" {title}") or key.startswith(f"{title} "))


def _without_bare(rows: list[Seen]) -> list[Seen]:
    """`rows` without unlabelled case numbers (a subject code) where a labelled one stands beside them."""
    top = rows[:6]
    labelled = any(row.case and row.case[0] and not row.bare for row in top)
    return [row for index, row in enumerate(rows) if not (labelled and index < 6 and row.bare)]


def _properties_above(seen: Sequence[Seen], starts: Sequence[Start], index: int) -> list[Seen]:
    floor = starts[index - 1].last if index else 0
    rows: list[Seen] = []
    at = starts[index].first - 1
    while at >= floor and len(rows) < 3 and (seen[at].case or seen[at].access):
        rows.insert(0, seen[at])
        at -= 1
    return rows


def _told(rows: Sequence[Seen]) -> bool:
    """Whether anything but properties stands among rows."""
    return any(not (row.case or row.access or row.switch or row.part) for row in rows)


def with_untitled(seen: Sequence[Seen], starts: Sequence[Start]) -> list[Start]:
    """`starts` and what stands under the heading of a closed part before its first known title: a closed item too."""
    found = list(starts)
    listed = _list_heads(seen, starts)
    ends = [start.first for start in starts] + [len(seen)]
    begins = [0, *(start.last for start in starts)]
    for begin, end in zip(begins, ends, strict=True):
        for index in range(begin, end):
            if seen[index].switch != "closed" or index in listed or (begin and not _told(seen[begin:index])):
                continue
            stop = next((i for i in range(index + 1, end) if seen[i].switch == "open"), end)
            text = [row for row in seen[index + 1 : stop] if not (row.case or row.access or row.switch or row.part)]
            if not text or all(_NOTHING.match(row.row.text) for row in text):
                continue
            found.append(_untitled(seen, index))
            break
    return sorted(found, key=lambda start: start.first)


def _untitled(seen: Sequence[Seen], index: int) -> Start:
    """A closed item at the heading of a closed part; the line below is its title if it can be one."""
    row = seen[index + 1]
    text = row.row.text
    mark = numbered(text)
    title = fold(text[mark.end :] if mark else text)
    if row.plain and 4 <= len(title) <= 160 and not title.endswith((".", ":", ";")):
        part = row.row.cut(mark.end if mark else 0)
        return Start(index, index + 2, mark.number if mark else None, title, [part], "closed", level=row.row.role)
    return Start(index, index + 1, None, NEUTRAL, [], "closed")


def closes(rows: Sequence[Seen], repeats: Collection[int]) -> bool:
    """Whether closed text may stand among an item's rows: a mark that was not taken for a title closes it all."""
    section = ""
    for index, each in enumerate(rows):
        if sectioned(each):
            section = each.label.role if each.label else "decision"
        more = any(row.plain or sectioned(row) for row in rows[index + 1 : index + 6])
        if each.switch == "closed" and more:
            return True
        if id(each) in repeats or each.switch or section == "attachments":
            continue
        if section and states_closed(each):
            return True
        if len(each.row.text) >= _LONG and each.row.inline and mentions_closed(each.row.text):
            # In a line that holds a whole page a closed item may begin anywhere.
            return True
    return False


def without_telling(
    items: Sequence[ParsedItem], facts: Sequence[ParsedFact]
) -> tuple[list[ParsedItem], list[ParsedFact]]:
    """Items and loose facts without open text that repeats the title of a closed item.

    Loose facts that hold such a title are left out (lists of items and the like); an open item whose decision or
    recommendation holds one is closed, its other facts that hold one are left out.
    """
    opened = {_key(item.title) for item in items if item.access != "closed"}
    titles = {_key(item.title) for item in items if item.access == "closed" and not STOCK.fullmatch(item.title)}
    titles = {title for title in titles if len(title) >= _TELLING and title not in opened}
    if not titles:
        return list(items), list(facts)
    kept = [fact for fact in facts if not _tells(fact.text, titles)]
    checked: list[ParsedItem] = []
    for item in items:
        telling = [fact for fact in item.facts if _tells(fact.text, titles)]
        if item.access == "closed" or not telling:
            checked.append(item)
        elif any(fact.kind in ("decision", "recommendation") for fact in telling) or _tells(item.title, titles):
            checked.append(replace(item, access="closed"))
        else:
            checked.append(replace(item, facts=tuple(fact for fact in item.facts if fact not in telling)))
    return checked, kept


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _tells(text: str, titles: Collection[str]) -> bool:
    key = f" {_key(text)} "
    return any(f" {title} " in key for title in titles)
