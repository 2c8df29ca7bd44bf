"""Which agenda items treat an initiative: by its own case text, an attachment, a case number or a title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import select
from sqlmodel import Session

from store.access import Guard, visible
from store.accounts import Account, names
from store.bodies import BODY
from store.guards import Sight
from store.initiativenames import LEAST_LETTERS, name_key, says_nothing, told_in
from store.names import folded
from store.records import Subject
from store.scene import ATTACHMENT, ITEM, MEETING
from store.shelves import exclusions
from store.tables import StoredRow

HEADING = 120
"""Letters of what an initiative says it is, in which its names stand."""
_ITEMS = (
    select(ITEM.c.id, ITEM.c.key, ITEM.c.title_key, ITEM.c.case_key, MEETING.c.date)
    .select_from(ITEM.join(MEETING, MEETING.c.id == ITEM.c.meeting_id))
    .order_by(MEETING.c.date.desc(), ITEM.c.key)
)
_ATTACHMENTS = (
    select(ATTACHMENT.c.item_id, ATTACHMENT.c.title, ATTACHMENT.c.access, ITEM.c.key, BODY.c.key.label("body_key"))
    .select_from(
        ATTACHMENT.join(ITEM, ITEM.c.id == ATTACHMENT.c.item_id)
        .join(MEETING, MEETING.c.id == ITEM.c.meeting_id)
        .outerjoin(BODY, BODY.c.id == MEETING.c.body_id)
    )
    .where(ATTACHMENT.c.active)
)


def treating(
    session: Session, rights: Sight, subject: Subject, groups: Sequence[Sequence[Account]]
) -> list[tuple[str, ...]]:
    """For each group of accounts the keys of the items that treat it, newest first.

    Only what the subject may read links anything: an open item is not tied to an initiative by a closed one.
    """
    connection = session.connection()
    items = connection.execute(_ITEMS.where(rights.items(layers=False))).all()
    attachments = _visible(session, subject, connection.execute(_ATTACHMENTS).all())
    named = _Names(groups)
    told: dict[int, set[int]] = defaultdict(set)
    for row in items:
        told[row.id].update(named.told_in(row.title_key), named.headed(row.title_key))
    for row in attachments:
        told[row.item_id].update(named.told_in(folded(row.title)))
    treated: dict[int, set[int]] = defaultdict(set)
    for item, places in told.items():
        for place in places:
            treated[place].add(item)
    cases: dict[str, list[StoredRow]] = defaultdict(list)
    for row in items:
        if row.case_key:
            cases[row.case_key].append(row)
    by_id, by_key = {row.id: row for row in items}, {row.key: row for row in items}
    found = []
    for place, group in enumerate(groups):
        keys = {fact.item for one in group for fact in one.facts}
        own = {number: by_id[number] for number in treated[place] if number in by_id}
        own |= {by_key[key].id: by_key[key] for key in keys if key in by_key}
        found.append(_ordered(own, cases))
    return found


class _Names:
    """The names of all initiatives by their first words: titles are many, and most name none."""

    def __init__(self, groups: Sequence[Sequence[Account]]) -> None:
        self._by_word: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self._heads = [
            (place, f" {folded(one.about.text[:HEADING])} ")
            for place, group in enumerate(groups)
            for one in group
            if one.about is not None and one.about.item is None
        ]
        for place, group in enumerate(groups):
            for name in {name_key(one.title) for one in group} | {name for one in group for name in names(one)}:
                self._by_word[name.split(" ", 1)[0]].append((name, place))

    def headed(self, title: str) -> set[int]:
        """The places of the groups whose heading has a folded title in it: a plan's second name on its cover."""
        if len(title) < LEAST_LETTERS or " " not in title or says_nothing(title):
            return set()
        return {place for place, head in self._heads if f" {title} " in head}

    def told_in(self, title: str) -> set[int]:
        """The places of the groups that a folded title names."""
        words = set(title.split()) & self._by_word.keys()
        return {place for word in words for name, place in self._by_word[word] if told_in(name, title)}


def _visible(session: Session, subject: Subject, rows: Iterable[StoredRow]) -> list[StoredRow]:
    found = list(rows)
    kept_out = exclusions(session, {row.key for row in found if row.access == "closed"})
    return [
        row for row in found if visible(subject, Guard(row.access, row.body_key, kept_out.get(row.key, frozenset())))
    ]


def _ordered(own: dict[int, StoredRow], cases: dict[str, list[StoredRow]]) -> tuple[str, ...]:
    """These items and those of their cases, newest first."""
    found = dict(own)
    for row in own.values():
        found |= {other.id: other for other in cases.get(row.case_key or "", ())}
    return tuple(
        row.key for row in sorted(found.values(), key=lambda row: (-(row.date or date.min).toordinal(), row.key))
    )
