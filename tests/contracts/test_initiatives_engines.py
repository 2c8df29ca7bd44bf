"""SQLite and PostgreSQL tell the same of initiatives, in the same order, to the byte."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from store.database import Database
from store.ingest.parsed import Abbreviation
from store.ingest.source import Source
from store.initiatives import StoredInitiatives
from store.records import Grant, Subject
from tests.fakes.library import READER, Shelved
from tests.fakes.minutes import Paper, paper, programme
from tests.fakes.times import by, day, month, onwards

EVERYWHERE = Subject("anyone", True, "personal", (Grant("member"),), "t")
TITLES = ["Ny plan for havnen", "Åben skole", "Ældre i eget hjem", "Zoner i byen", "ny plan for Havnen – udkast", "Øst"]


def sources() -> list[Source]:
    """Programmes of one day and of several, open and closed, and minutes that treat them."""
    found = []
    for number, title in enumerate(TITLES * 2):
        made = Paper()
        one = programme(
            made,
            title,
            owner=[None, "Nordby Kommune", "Sydby Kommune"][number % 3],
            reported=f"Melding {number}",
            phases=[(f"Fase {number}", month(2016, number % 12 + 1)), ("Æble", None)],
            groups=["Årsværk", "aabne", "Zebra"],
            milestones=[("Bud", day(2016, 3, 1)), ("Frist", by(2016, 3, 1)), ("Drift", onwards(2016, 3))],
            duties=[("formand", f"Bo {number}")],
            goals=[(f"Målet er {number} %.", f"{number} %")],
        )
        on = date(2015, 1, 1) if number < len(TITLES) else date(2015, number, 1)
        short = Abbreviation(["Å", "a", "Z"][number % 3], title, one.about.spans)
        chosen = "closed" if number % 4 == 3 else "open"
        found.append(paper(made, one, on=on, abbreviations=[short], chosen=chosen, salt=str(number)))
    minutes = Paper()
    items = [
        minutes.item(at, f"Status for {title}", case="15/1", decision="Taget til efterretning.")
        for at, title in enumerate(TITLES, start=1)
    ]
    items[0] = replace(items[0], initiatives=(programme(minutes, TITLES[0], groups=["Kaj"]),))
    return [*found, minutes.minutes(items)]


def told(db: Database, subject: Subject) -> list[str]:
    shelved = Shelved(db)
    initiatives = StoredInitiatives(shelved.db)
    due = initiatives.due(date(2016, 1, 1), date(2016, 12, 31), subject)
    every = [*initiatives.initiatives(subject), *due, *initiatives.abbreviations(subject)]
    return [repr(one) for one in every]


@pytest.mark.postgres
def test_the_same_initiatives_on_both_engines(sqlite_db: Database, postgres_db: Database) -> None:
    for db in (sqlite_db, postgres_db):
        Shelved(db).take(*sources())
    for subject in (READER, EVERYWHERE):
        assert told(sqlite_db, subject) == told(postgres_db, subject)
        assert len(told(sqlite_db, subject)) > len(TITLES)
