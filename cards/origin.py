"""What a fact of an initiative belongs to and where it stands: titles, sources, buttons to overview and file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cards import phrases as p
from cards import verbs
from cards.parts import Frame, Node, Source, execute, open_url, rich, run
from cards.phrases import Phrase
from cards.places import citation, link
from cards.texts import Texts, shorten
from store.records import DocumentRef, Fact, InitiativeKind, InitiativeRecord

MOST_SOURCES = 10
KINDS: dict[InitiativeKind, Phrase] = {
    "programme": p.KIND_PROGRAMME,
    "strategy": p.KIND_STRATEGY,
    "plan": p.KIND_PLAN,
    "project": p.KIND_PROJECT,
    "terms_of_reference": p.KIND_TERMS,
    "report": p.KIND_REPORT,
    "initiative": p.KIND_INITIATIVE,
}


def title_in(record: InitiativeRecord | None, facts: Sequence[Fact], t: Texts) -> str:
    """The initiative's title in quotation marks, else the document's."""
    if record is not None:
        return t.quoted(record.title)
    first = facts[0] if facts else None
    if first is None:
        return ""
    return t.quoted(first.initiative.title if first.initiative is not None else first.document.title)


def cited(facts: Iterable[Fact], frame: Frame, t: Texts) -> tuple[Source, ...]:
    """The sources of facts, each place once."""
    places: dict[tuple[str, int | None], Source] = {}
    for fact in facts:
        places.setdefault((fact.document.id, fact.page), citation(fact, frame, t))
    return tuple(places.values())[:MOST_SOURCES]


def overview_button(key: str, t: Texts) -> Node:
    """The button that opens an initiative's card."""
    return execute(t.say(p.BUTTON_OVERVIEW), verbs.INITIATIVE, {"initiative": key})


def buttons_for(record: InitiativeRecord | None, document: DocumentRef | None, frame: Frame, t: Texts) -> list[Node]:
    """The overview and the source, as far as there are such."""
    out = [overview_button(record.key, t)] if record is not None else []
    url = link(document, frame.hosts) if document is not None else None
    return [*out, open_url(t.say(p.BUTTON_SOURCE), url)] if url else out


def closed_mark(closed: bool, t: Texts) -> Node | None:
    """What is closed is marked in words, for those who may see it."""
    return rich(run(t.say(p.CLOSED_INITIATIVE), bold=True, warn=True), spacing="Small") if closed else None


def short_title(title: str) -> str:
    """A title for a button or a row."""
    return shorten(title, 80)
