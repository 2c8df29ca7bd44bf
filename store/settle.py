"""After any change: which facts are open, which are active, on which shelf each stands, and what speaks for what.

`settle` works over whole meetings (and documents of no meeting) and writes only what differs, so every change goes
the same way: a new source, a removal, a closing, an exclusion. The index is told in the same transaction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from store import effective
from store.changes import Changes
from store.indexing import Index
from store.records import Access
from store.scene import ATTACHMENT, DOCUMENT, ITEM, MEETING, PUBLICATION, SOURCE, Scene, load
from store.standing import reindex, write_facts
from store.tables import StoredRow

ITEM_COLUMNS = (
    "position", "number", "title", "title_key", "case_number", "case_key", "decided_by", "has_cpr", "absent",
)  # fmt: skip
HEAD_COLUMNS = ("start", "end", "place", "members", "absent", "deadline")


@dataclass(frozen=True, slots=True)
class Closed:
    """Keys of what was open before and is closed now: messages that showed it are to be withdrawn."""

    items: tuple[str, ...]
    documents: tuple[str, ...]


def settle(session: Session, index: Index, *, meetings: Iterable[int] = (), documents: Iterable[int] = ()) -> Closed:
    """Bring everything that follows from the sources and rulings of these meetings and documents up to date."""
    scene = load(session, set(meetings), set(documents))
    changes = Changes(session)
    _write_sources(scene, changes)
    retitled = _write_items(scene, changes)
    _write_documents(scene, changes)
    _write_meetings(scene, changes)
    attached = _write_attachments(scene, changes)
    moved = write_facts(session, scene, attached, changes)
    changes.flush()
    again = [fact.id for fact in scene.facts if fact.item_id in retitled]
    reindex(session, index, left=moved.left, entered=[*moved.entered, *again])
    return _closed(scene)


def _closed(scene: Scene) -> Closed:
    items = [
        row.key
        for number, row in scene.items.items()
        if row.access == "open" and "open" not in [scene.access[s.document_id, number] for s in scene.sources[number]]
    ]
    documents = [
        row.key for number, row in scene.documents.items() if row.access == "open" != scene.access[number, None]
    ]
    return Closed(tuple(sorted(items)), tuple(sorted(documents)))


def _write_sources(scene: Scene, changes: Changes) -> None:
    for item_id, sources in scene.sources.items():
        for row in sources:
            values = {
                "access": scene.access[row.document_id, item_id],
                "current": row.document_id in scene.current[item_id],
            }
            changes.differ(SOURCE, row, values, ("item_id", "document_id"))


def _write_items(scene: Scene, changes: Changes) -> set[int]:
    """Items take what they are called from the source that speaks for them. Returns those with another title."""
    retitled = set()
    for item_id, row in scene.items.items():
        sources = {source.document_id: source for source in scene.sources.get(item_id, ())}
        access = {number: scene.access[number, item_id] for number in sources}
        speaker = effective.best(scene.current.get(item_id, ()), scene.ranks, access)
        if speaker is None:
            continue
        values: dict[str, Any] = {name: sources[speaker]._mapping[name] for name in ITEM_COLUMNS}
        values["access"] = access[speaker]
        _fill_gaps(values, [sources[number] for number in sources if access[number] == access[speaker]])
        if "title" in changes.differ(ITEM, row, values):
            retitled.add(item_id)
    return retitled


def _fill_gaps(values: dict[str, Any], peers: Iterable[StoredRow]) -> None:
    """A case number or deciding body that the speaker leaves out is taken from a source of the same access."""
    for peer in peers:
        if values["case_number"] is None and peer.case_number is not None:
            values["case_number"], values["case_key"] = peer.case_number, peer.case_key
        values["decided_by"] = values["decided_by"] or peer.decided_by
        values["number"] = values["number"] or peer.number


def _write_documents(scene: Scene, changes: Changes) -> None:
    for number, row in scene.documents.items():
        spoken = scene.spoken.get(number, set())
        replaced = bool(spoken) and all(number not in scene.current[item] for item in spoken)
        values = {"access": scene.access[number, None], "state": "superseded" if replaced else "stored"}
        changes.differ(DOCUMENT, row, values)


def _write_meetings(scene: Scene, changes: Changes) -> None:
    """A meeting's place, people and deadline come from its weightiest open source that has them."""
    for meeting_id, row in scene.meetings.items():
        own = [
            number
            for number, document in scene.documents.items()
            if document.meeting_id == meeting_id and document.kind != PUBLICATION
        ]
        access = {number: scene.access[number, None] for number in own}
        ruling: Access = "open" if "open" in access.values() else "closed"
        heads = [scene.documents[number] for number in own if access[number] == ruling]
        heads.sort(key=lambda document: scene.ranks[document.id].weight, reverse=True)
        values: dict[str, Any] = {"access": ruling}
        for name in HEAD_COLUMNS:
            empty: Any = [] if name in ("members", "absent") else None
            values[name] = next((value for head in heads if (value := head._mapping[name])), empty)
        changes.differ(MEETING, row, values)


def _write_attachments(scene: Scene, changes: Changes) -> dict[int, tuple[str, Access]]:
    """Returns key and access by attachment id. Of one attachment in several sources the weightiest is listed."""
    found: dict[int, tuple[str, Access]] = {}
    rivals: dict[tuple[int | None, str], list[StoredRow]] = defaultdict(list)
    for row in scene.attachments:
        access = effective.attachment(
            scene.access[row.document_id, row.item_id],
            row.stated_access,
            row.has_cpr,
            scene.rulings.get(("attachment", row.key)),
            scene.documents[row.document_id].seq,
        )
        found[row.id] = (row.key, access)
        rivals[row.item_id, row.key].append(row)
    for (item_id, _key), rows in rivals.items():
        listed = [row for row in rows if row.document_id in scene.current[item_id]]
        by_document = {row.document_id: found[row.id][1] for row in listed}
        chosen = effective.best(by_document, scene.ranks, by_document)
        for row in rows:
            changes.differ(ATTACHMENT, row, {"access": found[row.id][1], "active": row.document_id == chosen})
    return found
