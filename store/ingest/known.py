"""The items of a meeting that is stored, as a further source may mean them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlmodel import Session

from store.ingest.parsed import ParsedItem
from store.matching import Form, match
from store.names import case_key, item_key, number_key, title_key
from store.scene import DOCUMENT, ITEM, OVERRIDE, SOURCE


@dataclass(slots=True)
class Known:
    """An item that is stored, in the forms its sources print it."""

    id: int
    key: str
    title: str
    access: str
    opened: bool
    forms: list[Form] = field(default_factory=list)
    open_forms: list[Form] = field(default_factory=list)
    """Those of them that everybody may read."""
    series: set[tuple[str, str]] = field(default_factory=set)


def known_items(session: Session, meeting: int) -> dict[int, Known]:
    """The items of a stored meeting, by row id."""
    connection = session.connection()
    rows = connection.execute(
        select(ITEM.c.id, ITEM.c.key, ITEM.c.title, ITEM.c.access, OVERRIDE.c.access.label("ruling"))
        .select_from(
            ITEM.outerjoin(OVERRIDE, (OVERRIDE.c.target_key == ITEM.c.key) & (OVERRIDE.c.target_kind == "item"))
        )
        .where(ITEM.c.meeting_id == meeting)
    )
    known = {row.id: Known(row.id, row.key, row.title, row.access, row.ruling == "open") for row in rows}
    sources = connection.execute(
        select(SOURCE, DOCUMENT.c.kind, DOCUMENT.c.edition)
        .join(DOCUMENT, DOCUMENT.c.id == SOURCE.c.document_id)
        .where(SOURCE.c.item_id.in_(known))
    )
    for row in sources:
        form = Form(row.item_id, row.position, number_key(row.number), row.title_key, row.case_key)
        known[row.item_id].forms.append(form)
        if row.access == "open":
            known[row.item_id].open_forms.append(form)
        known[row.item_id].series.add((row.kind, row.edition))
    return known


def form_of(index: int, item: ParsedItem) -> Form:
    """How a parsed item is printed, under its place in the source."""
    return Form(index, item.position, number_key(item.number), title_key(item.title), case_key(item.case_number))


def pair(shown: Sequence[Form], shut: Sequence[Form], known: Iterable[Known]) -> dict[int, int]:
    """Pairs items of a source (by Form.id), open ones and closed ones, with stored items (by row id).

    Open items are paired by open forms first, and join an item of closed sources alone only when nothing open is
    meant: which open item is which must not depend on closed sources. The closed ones take what is left.
    """
    stored = list(known)
    pairs = match(shown, [form for one in stored for form in one.open_forms])
    left = [form for form in shown if form.id not in pairs]
    pairs |= match(left, [form for one in stored if not one.open_forms for form in one.forms])
    taken = set(pairs.values())
    return pairs | match(shut, [form for one in stored if one.id not in taken for form in one.forms])


def free_key(meeting: str, item: ParsedItem, closed: bool, taken: Collection[str]) -> str:
    """The key of a new item of a meeting; numbers that restart get their titles too, and then a count."""
    key = item_key(meeting, item.number, item.title, closed=closed)
    if key in taken:
        key = item_key(meeting, item.number, item.title, closed=closed, long=True)
    base, count = key, 1
    while key in taken:
        count += 1
        key = f"{base}-{count}"
    return key
