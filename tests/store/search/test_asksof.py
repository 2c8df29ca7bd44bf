"""What kind of answer a question calls for."""

from __future__ import annotations

import pytest

from store.search.asksof import (
    amounts,
    asks_absence,
    asks_contact,
    asks_supplier,
    asks_until,
    asks_whether,
    is_absence,
    tells_contact,
    tells_supplier,
    tells_until,
    without_meetings,
)


@pytest.mark.parametrize(
    "text",
    [
        "Må hundene løbe frit på stranden?",
        "skal vi have ny skolebus",
        "Solgte vi det gamle vandtårn?",
        "Lukker biblioteket om søndagen?",
        "Did the library get longer hours?",
        "Can staff bring their dogs?",
        "Kom der en ny skolebus?",
        "Skal der være hundeskov ved åen?",
    ],
)
def test_a_verb_in_front_asks_for_yes_or_no(text: str) -> None:
    assert asks_whether(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hvad koster skolebussen?",
        "Er der asbest i rådhuset?",
        "hastigheder i byen",
        "Who voted for it?",
        "busser til skolerne",
    ],
)
def test_other_questions_do_not(text: str) -> None:
    assert not asks_whether(text)


@pytest.mark.parametrize(
    ("text", "kroner"),
    [
        ("Hvad var de 3,6 mio. kr. til?", {3_600_000}),
        ("der afsættes 3,60 mio. kr. og 25.000 kr.", {3_600_000, 25_000}),
        ("what were the 3,6 million for", {3_600_000}),
        ("1,1 mia. kr.", {1_100_000_000}),
        ("40 t.kr.", {40_000}),
        ("sag 12 fra 2019", set()),
    ],
)
def test_amounts_are_one_however_they_are_written(text: str, kroner: set[float]) -> None:
    assert amounts(text) == kroner


def test_whoever_does_the_work_is_a_supplier() -> None:
    assert asks_supplier("Hvem vandt udbuddet af skolemad?")
    assert asks_supplier("Which contractor got the job?")
    assert not asks_supplier("Hvem er formand?")
    assert tells_supplier("Entreprenøren Lund & Søn har budt 2 mio. kr.")
    assert not tells_supplier("Forslaget har været i høring.")


def test_the_end_of_something_is_a_day_that_is_told_as_an_end() -> None:
    assert asks_until("Hvor længe gælder aftalen?")
    assert tells_until("Aftalen forlænges til den 31. maj 2022.")
    assert tells_until("Ordningen løber indtil videre.")
    assert not tells_until("Aftalen begynder den 1. maj 2022.")


def test_who_was_away_did_nothing() -> None:
    assert is_absence("Afbud: Ole Lund (A)")
    assert not is_absence("Ole Lund (A) stemte imod.")
    assert asks_absence("Hvem havde meldt afbud?")


def test_the_day_of_a_meeting_is_no_day_of_the_matter() -> None:
    assert "2019" not in without_meetings("Udvalget godkendte det i sit møde den 4. maj 2019.")
    assert "2019" in without_meetings("Udsat til mødet den 4. maj 2019.")


@pytest.mark.parametrize("text", ["Hvem kan man ringe til om badet?", "Who should I contact about the pool?"])
def test_whom_to_turn_to_is_told_by_a_contact_and_not_by_whoever_acts(text: str) -> None:
    assert asks_contact(text)
    assert tells_contact("Spørgsmål kan rettes til fuldmægtig Ida Holm.")
    assert not tells_contact("Formanden fremlægger sagen.")
    assert not asks_contact("Hvem er formand for badet?")


@pytest.mark.parametrize("text", ["Hvem bød lavest på badet?", "Who gave the lowest bid on the pool?"])
def test_who_bid_is_asked_of_those_who_did(text: str) -> None:
    assert asks_supplier(text)
    assert tells_supplier("Tømrermester Holm har budt 2,1 mio. kr.")
