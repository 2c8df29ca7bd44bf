"""The same item in two sources is found again, and two items are not made one."""

from __future__ import annotations

import pytest

from store.matching import Form, match
from store.names import case_key, number_key, title_key


def form(number: int, title: str, printed: str | None = None, case: str | None = None, position: int = 0) -> Form:
    return Form(number, position or number, number_key(printed), title_key(title), case_key(case))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (form(1, "Brug af provenue", "72"), form(9, "Brug af provenue", "72.")),
        (form(1, "Brug af provenue", None), form(9, "Brug af provenue", "72")),
        (form(1, "Budget 2016", "3"), form(9, "Budget 2016 - anden behandling af kommunens budget", "3", position=1)),
        (form(1, "Lukket - Salg af grund", "4"), form(9, "Salg af grund", "4")),
        (form(1, "Lukket punkt", "4"), form(9, "Afskedigelse af en leder", "4")),
        (form(1, "Salg af Havnevej 3", "4", "15/8020"), form(9, "Havnevej 3, salg", "7", "15/8020")),
        (form(1, "Godkendelse af regnskab f r 2015", "5"), form(9, "Godkendelse af regnskab for 2015", "5")),
    ],
)
def test_one_item_in_two_forms(one: Form, other: Form) -> None:
    assert match([one], [other]) == {1: 9}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (form(1, "Brug af provenue fra salg", "1"), form(9, "Afskedigelse i personalesag", "1", position=1)),
        (form(1, "Eventuelt", "9"), form(9, "Orientering", "9", position=1)),
        (form(1, "Godkendelse af tilskud", "2", "15/1"), form(9, "Godkendelse af tilskud", "2", "15/2")),
        (form(1, "Lukket punkt", "4"), form(9, "Lukket punkt", "5")),
        (form(1, "Lukket punkt", "4"), form(9, "Budget", "5")),
    ],
)
def test_two_items(one: Form, other: Form) -> None:
    assert match([one], [other]) == {}


def test_the_surest_pair_is_made_first() -> None:
    stored = [form(9, "Budget for 2016", "1"), form(8, "Budget for 2017", "2")]
    new = [form(1, "Budget for 2017", None), form(2, "Budget for 2016", None)]
    assert match(new, stored) == {1: 8, 2: 9}


def test_a_stored_item_is_used_once() -> None:
    assert match([form(1, "Eventuelt"), form(2, "Eventuelt")], [form(9, "Eventuelt", position=1)]) == {1: 9}
