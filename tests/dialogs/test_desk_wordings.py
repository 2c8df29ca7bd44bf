"""What is asked of decided matters is no command of the desk, whatever it looks like."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs import desk, mycases, practice
from dialogs.understanding.desksaid import comment_in, minutes_in
from dialogs.understanding.slots import BodyNames
from dialogs.understanding.understand import Reader
from store.records import BodyRecord

TODAY = date(2026, 11, 21)
READER = Reader(
    BodyNames((BodyRecord("d", "Direktionen"), BodyRecord("l", "Lederforum"), BodyRecord("o", "Økonomiudvalget")))
)
OURS = desk.COMMANDS | mycases.COMMANDS | practice.COMMANDS


@pytest.mark.parametrize(
    "text",
    [
        "Hvem godkendte punktet om havnen?",
        "Godkendte direktionen punktet om tjenestecykler?",
        "Hvad blev godkendt i direktionen?",
        "Hvor langt er sagen om havneprojektet?",
        "Hvad er status på havneprojektet?",
        "Hvilke sager venter på politisk behandling?",
        "Hvad venter vi på i sagen om broen?",
        "Hvad skal udvalget tage stilling til?",
        "Hvad tog direktionen stilling til i oktober?",
        "Blev sagen om broen sendt retur?",
        "Hvorfor blev sagen om broen sendt tilbage til udvalget?",
        "Send mig referatet fra direktionens møde",
        "Hvem flyttede punktet om broen til december?",
        "Hvad besluttede direktionen om medlemmernes vederlag?",
        "Må alle borgere indsende høringssvar til kommuneplanen?",
        "Hvem kan søge puljen til frivillige?",
        "Historikken for sagen om broen",
        "Hvad er der sket med sagen om broen?",
        "Tilbagetrækning af lærernes aftale",
        "Returpant på genbrugsstationen",
        "Who approved the item about the harbour?",
        "What was sent back to the committee?",
        "Which cases await the council?",
        "What is the status of the harbour project?",
        "Everyone may submit comments on the local plan",
        "Meetings of Direktionen in January",
        "The history of the harbour project",
        "kommende sager til Lederforum",
        "hvad er på næste dagsorden?",
        "what's on the next agenda?",
    ],
)
def test_a_question_on_a_matter_is_no_command_of_the_desk(text: str) -> None:
    assert READER.read(text, TODAY).command not in OURS


@pytest.mark.parametrize(
    ("text", "comment"),
    [
        ("send retur", ""),
        ("Send punktet retur!", ""),
        ("send det tilbage til forfatteren", ""),
        ("send retur - mangler økonomi.", "Mangler økonomi."),
        ("send the item back with the comment: look at the finance", "Look at the finance"),
        ("returner punktet, økonomien mangler", "Økonomien mangler"),
        ("send punktet om nye cykler retur: mangler økonomi", "Mangler økonomi"),
    ],
)
def test_the_comment_is_what_stands_behind_the_command(text: str, comment: str) -> None:
    assert comment_in(text) == comment


@pytest.mark.parametrize(
    ("text", "minutes"), [("120 minutter", 120), ("2 timer", 120), ("1 hour", 60), ("længe", None)]
)
def test_minutes(text: str, minutes: int | None) -> None:
    assert minutes_in(text) == minutes
