"""An agenda that was also read in from a file is told once, whichever came first."""

from __future__ import annotations

import pytest

from store.database import Database
from tests.fakes.agenda import BO, CILLE, DEC_3
from tests.fakes.secretaries import Chambers, Chancery

ASKED = ("hvad er på næste dagsorden i direktionen?", "hvad skal direktionen behandle den 3. december?")


@pytest.fixture
def chambers(sqlite_db: Database) -> Chambers:
    return Chambers(Chancery(sqlite_db))


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
@pytest.mark.parametrize("text", ASKED)
def test_published_here_and_read_in(chambers: Chambers, suffix: str, text: str) -> None:
    house = chambers.house
    house.published(house.case("Nyt tag på rådhuset"), house.case("Ny cykelsti langs Ågade"))
    name, content = house.agendas.document(DEC_3, "open", suffix, CILLE)
    for stage in ("before", "after"):
        if stage == "after":
            report = house.shelved.intake.ingest(content, name=name)
            assert report.status in ("stored", "unchanged")
        for reader in (BO, CILLE):
            told = chambers.talk(reader).says(text).text
            for title in ("Nyt tag på rådhuset", "Ny cykelsti langs Ågade"):
                assert told.count(title) == 1, (stage, told)


def test_a_decision_is_told_once_too(chambers: Chambers) -> None:
    house = chambers.house
    house.published(house.case("Nyt tag på rådhuset"))
    name, content = house.agendas.document(DEC_3, "open", "docx", CILLE)
    house.shelved.intake.ingest(content, name=name)
    assert house.found("tag på rådhuset", BO) == ["Nyt tag på rådhuset"]
