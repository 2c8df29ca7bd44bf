"""What is asked of decided matters, of cases and of the calendar is no order on an agenda; what orders say."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs import secretary
from dialogs.understanding.agendasaid import (
    Move,
    edition_in,
    move_said,
    numbering_in,
    reason_in,
    standing_in,
    suffix_in,
)
from dialogs.understanding.slots import BodyNames
from dialogs.understanding.understand import Reader
from store.records import BodyRecord

TODAY = date(2026, 11, 21)
READER = Reader(
    BodyNames((BodyRecord("d", "Direktionen"), BodyRecord("l", "Lederforum"), BodyRecord("o", "Økonomiudvalget")))
)


@pytest.mark.parametrize(
    "text",
    [
        "Hvad besluttede direktionen om dagsordenen?",
        "Hvorfor blev punkt 3 flyttet?",
        "Hvad stod der i punkt 3 på dagsordenen den 22. oktober?",
        "Hvad var på dagsordenen den 22. oktober 2015?",
        "Hvem udgiver dagsordenen for byrådet?",
        "Hvad blev besluttet om låsning af cykler?",
        "Skal dagsordener offentliggøres?",
        "Hvornår udsendes dagsordenen til direktionen?",
        "Hvornår er fristen for dagsordenen?",
        "hvad er på næste dagsorden?",
        "what's on the next agenda?",
        "sæt et punkt på dagsordenen",
        "put an item on the agenda",
        "flyt punktet til den 3. december",
        "Blev punkt 4 taget af dagsordenen?",
        "Hvad er indholdet af punkt 5?",
        "luk punkt 72",
        "åbn punkt 72",
        "Hvilken kanal bruger borgerne?",
        "Brug af kanaler i havnen",
        "Eventuelt",
        "Hvad blev sagt under eventuelt?",
        "kommende sager til Lederforum",
        "Udgivelse af kommuneplanen",
        "Why was item 3 moved?",
        "When is the agenda published?",
        "Who publishes the agenda of the council?",
        "Numbering of houses in the harbour",
    ],
)
def test_a_question_is_no_order(text: str) -> None:
    assert READER.read(text, TODAY).command not in secretary.COMMANDS


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("flyt punkt 3 op", Move("by", by=-1)),
        ("flyt punkt 3 ned", Move("by", by=1)),
        ("flyt punkt 3 to pladser op", Move("by", by=-2)),
        ("flyt punkt 3 op tre pladser", Move("by", by=-3)),
        ("move item 3 down two places", Move("by", by=2)),
        ("flyt punkt 5 til plads 2", Move("to", "2")),
        ("flyt punkt 5 til punkt 2", Move("to", "2")),
        ("ryk punkt 5 op som nummer 2", Move("to", "2")),
        ("move item 5 to place 2", Move("to", "2")),
        ("flyt punkt 5 før punkt 2", Move("before", "2")),
        ("flyt punkt 5 efter punkt 12", Move("after", "12")),
        ("move item 5 after item 2", Move("after", "2")),
        ("sæt punkt 5 øverst", Move("first")),
        ("flyt punkt 5 til bunden", Move("last")),
        ("flyt punkt 5", None),
    ],
)
def test_where_to(text: str, move: Move | None) -> None:
    assert move_said(text) == move


def test_what_else_an_order_says() -> None:
    assert [standing_in(text) for text in ("fjern evt.", "kommende sager på", "godkendelse af referatet", "tag")] == [
        "any_other", "coming", "minutes", None,
    ]  # fmt: skip
    assert reason_in("lås dagsordenen op, fordi et bilag mangler") == "Et bilag mangler"
    assert reason_in("unlock the agenda: an attachment is missing") == "An attachment is missing"
    assert reason_in("lås dagsordenen op") == ""
    assert [suffix_in(text) for text in ("som PDF", "i Word", "som fil")] == ["pdf", "docx", ""]
    assert [edition_in(text) for text in ("den fulde udgave", "dagsordenen")] == ["full", "open"]
    assert [numbering_in(text) for text in ("fortløbende gennem året", "fra 1 ved hvert møde")] == ["year", "meeting"]
