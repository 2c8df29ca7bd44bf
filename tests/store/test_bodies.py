"""Which names of bodies are known, and to whom."""

from __future__ import annotations

from datetime import date

import pytest

from store.bodies import Bodies
from store.database import Database
from store.errors import NotFound
from store.records import BodyRecord
from tests.fakes.library import MEMBER, READER, SECRETARY, STRANGER, Shelved
from tests.fakes.minutes import Paper


def names(shelved: Shelved, body: str, chosen: str = "open", day: int = 1) -> None:
    paper = Paper()
    items = [paper.item(1, "Ny skole", decision=f"{body} {day}")]
    shelved.take(paper.minutes(items, body=body, chosen=chosen, on=date(2016, 1, day)))  # type: ignore[arg-type]  # an access


@pytest.fixture
def bodies(db: Database) -> Bodies:
    return Bodies(db)


def test_the_fullest_open_form_is_the_name(db: Database, bodies: Bodies) -> None:
    shelved = Shelved(db)
    names(shelved, "Direktion")
    names(shelved, "Direktionen", day=2)
    assert bodies.bodies(READER) == (BodyRecord("direktion", "Direktionen", ("Direktion",)),)


def test_closed_documents_name_nothing(db: Database, bodies: Bodies) -> None:
    shelved = Shelved(db)
    names(shelved, "Direktionens", "closed")
    assert (bodies.bodies(READER), bodies.bodies(), bodies.bodies(STRANGER)) == ((), (), ())
    assert [body.name for body in bodies.bodies(MEMBER)] == ["Direktionens"]
    assert [body.key for body in bodies.all()] == ["direktion"]
    names(shelved, "Direktion", day=2)
    assert bodies.bodies(READER) == (BodyRecord("direktion", "Direktion"),)
    assert bodies.bodies(SECRETARY) == (BodyRecord("direktion", "Direktion", ("Direktionens",)),)


def test_a_body_is_named_in_any_form(db: Database, bodies: Bodies) -> None:
    names(Shelved(db), "Økonomiudvalget")
    for form in ("Økonomiudvalg", "økonomiudvalget", "oekonomiudvalg"):
        assert bodies.named(form).name == "Økonomiudvalget"
    with pytest.raises(NotFound):
        bodies.named("Byrådet")


def test_a_removed_document_takes_its_names_along(db: Database, bodies: Bodies) -> None:
    shelved = Shelved(db)
    names(shelved, "Direktionen")
    shelved.library.remove_document(shelved.library.documents(None)[0].id, None)
    assert bodies.bodies(READER) == ()
