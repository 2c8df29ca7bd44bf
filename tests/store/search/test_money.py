"""Amounts: the sentence that states what was asked, of the year that was asked for."""

from __future__ import annotations

from datetime import date

import pytest

from store.records import DocumentRef, Fact, ItemRecord, MeetingRecord
from store.search.asked import Asked
from store.search.matcher import Matcher
from store.search.money import asks_money, stated

PAPER = DocumentRef("d1", "Referat", "referat.txt")


def asked(text: str, *amounts: str) -> Asked:
    facts = tuple(
        Fact(f"f{place}", "amount", amount, PAPER, meeting_date=date(2016, 5, 3))
        for place, amount in enumerate(amounts)
    )
    item = ItemRecord("i", "4", "Lejeindtægter", MeetingRecord("m", "Økonomiudvalget", date(2016, 5, 3)), facts=facts)
    return Asked(item, "cost", Matcher(()), (), {}, text)


@pytest.mark.parametrize(
    "amount",
    [
        "Lejen er 2,1 mio. kr. i 2018.",
        "Lejen er 2,1 mio. kr. om året i 2017-2019.",
        "Lejen er 2,1 mio. kr. om året i 2017-19.",
        "Lejen er 2,1 mio. kr.",
    ],
)
def test_an_amount_of_the_year_asked_for_answers(amount: str) -> None:
    found = asked("Hvor stor er lejen i 2018?", amount)
    assert stated(found) == ("answered", found.item.facts[0])


def test_an_amount_of_another_year_is_near_but_no_answer() -> None:
    found = asked("Hvor stor er lejen i 2018?", "Lejen er 2,1 mio. kr. i 2016.")
    assert stated(found) == ("none", found.item.facts[0])


def test_cleaning_is_no_rent() -> None:
    assert not asks_money("Bliver der gjort rent hver uge?")
    assert asks_money("what is the rent of the hall")


def test_the_year_may_be_that_of_the_meeting() -> None:
    found = asked("Hvor stor var lejen i 2016?", "Lejen stiger til 2,1 mio. kr. fra 2017.")
    assert stated(found) == ("answered", found.item.facts[0])
