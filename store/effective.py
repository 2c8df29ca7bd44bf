"""What is open and what is closed, from what documents state and people decide: one pure function for each layer.

A document states (of itself, an item, an attachment), whoever ingests it chooses for what is unmarked, and a person
may close or open afterwards. Order in time is a sequence number, since clocks may stand still.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from store.records import Access


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person decided, and when in the order of arrival."""

    access: Access
    seq: int


@dataclass(frozen=True, slots=True)
class DocumentView:
    """What counts of a document. `suspect`: a CPR number in its title or file name."""

    id: int
    seq: int
    stated: Access | None
    chosen: Access
    chosen_seq: int
    suspect: bool = False
    ruling: Ruling | None = None

    @property
    def shut(self) -> int | None:
        """When everything in it was closed by choice, by a person or for a CPR number; None when it is not."""
        closings = [
            seq for seq, closed in ((self.chosen_seq, self.chosen == "closed"), (self.seq, self.suspect)) if closed
        ]
        if self.ruling is None:
            return max(closings, default=None)
        if self.ruling.access == "closed":
            return max([self.ruling.seq, *closings])
        return max((seq for seq in closings if seq > self.ruling.seq), default=None)

    @property
    def states_closed(self) -> bool:
        """Whether it says of itself that it is closed, and no person has opened it since."""
        opened = self.ruling is not None and self.ruling.access == "open" and self.ruling.seq > self.seq
        return self.stated == "closed" and not opened

    @property
    def closed(self) -> bool:
        """Whether what belongs to no item of it is closed."""
        return self.shut is not None or self.states_closed


@dataclass(frozen=True, slots=True)
class SourceView:
    """What one document says of one item. `suspect`: a CPR number in the title."""

    document: DocumentView
    stated: Access | None
    suspect: bool = False

    @property
    def states_closed(self) -> bool:
        """Whether this source says that the item is closed: its own mark, else that of the document."""
        if self.suspect or self.stated == "closed":
            return True
        return self.stated is None and self.document.states_closed


def item_sources(sources: Iterable[SourceView], ruling: Ruling | None) -> dict[int, Access]:
    """The access of an item's facts per document id.

    One source that states the item closed closes it in all of them; a document closed as a whole closes only its own
    words, so the open edition stays readable beside the closed one. A person's closing stands; a person's opening
    stands until a later source states the item closed, or a later closing of its document.
    """
    views = list(sources)
    opened = ruling.seq if ruling is not None and ruling.access == "open" else -1
    if (ruling is not None and ruling.access == "closed") or any(
        view.states_closed and view.document.seq > opened for view in views
    ):
        return {view.document.id: "closed" for view in views}
    return {view.document.id: "closed" if _shut_after(view.document, opened) else "open" for view in views}


def _shut_after(document: DocumentView, opened: int) -> bool:
    return document.shut is not None and document.shut > opened


def attachment(source: Access, stated: Access | None, suspect: bool, ruling: Ruling | None, seq: int) -> Access:
    """The access of an attachment in a source whose item has access `source`: never more open than the item.

    `seq` is when the source arrived: a person's opening of the attachment holds against what was stated before.
    """
    if source == "closed" or (ruling is not None and ruling.access == "closed"):
        return "closed"
    opened = ruling is not None and ruling.seq > seq
    return "closed" if (stated == "closed" or suspect) and not opened else "open"


def document(view: DocumentView, items: Iterable[Access]) -> Access:
    """The access of what belongs to no item; a document whose items are all closed is closed with them."""
    accesses = list(items)
    return "closed" if view.closed or (accesses and "open" not in accesses) else "open"


@dataclass(frozen=True, slots=True)
class Rank:
    """How much a source counts. `series` is its kind and edition: within one, the later source replaces."""

    document: int
    kind: str
    edition: str
    seq: int

    @property
    def series(self) -> tuple[str, str]:
        return self.kind, self.edition

    @property
    def weight(self) -> tuple[int, int, int]:
        return _KINDS.get(self.kind, 0), _EDITIONS.get(self.edition, 0), self.seq


_KINDS: Mapping[str, int] = {"minutes": 4, "item_page": 3, "supplement": 2, "agenda": 1}
_EDITIONS: Mapping[str, int] = {"full": 2, "unmarked": 1}


def current(ranks: Mapping[int, Rank], access: Mapping[int, Access]) -> set[int]:
    """The documents that nothing replaces, of those that speak of one item.

    A closed source never replaces an open one: what is open must look the same with and without it.
    """

    def replaced(one: Rank) -> bool:
        return any(
            other.series == one.series
            and other.seq > one.seq
            and (access[one.document] == "closed" or access[other.document] == "open")
            for other in ranks.values()
        )

    return {rank.document for rank in ranks.values() if not replaced(rank)}


def best(documents: Iterable[int], ranks: Mapping[int, Rank], access: Mapping[int, Access]) -> int | None:
    """The document that speaks for an item: the weightiest open one, else the weightiest closed one."""
    return max(documents, key=lambda number: (access[number] == "open", ranks[number].weight), default=None)
