"""Folding, and keys that depend on content alone."""

from __future__ import annotations

from datetime import date

import pytest

from store import names


@pytest.mark.parametrize(
    ("text", "slug"),
    [("Økonomiudvalget", "oekonomiudvalget"), ("Børn & Unge", "boern-unge"), ("§ 17, stk. 4", "17-stk-4"), ("  ", "")],
)
def test_slugs(text: str, slug: str) -> None:
    assert names.slug(text) == slug


@pytest.mark.parametrize("name", ["Direktion", "Direktionen", "direktionen", "Direktionens"])
def test_forms_of_a_body_have_one_key(name: str) -> None:
    assert names.body_key(name) == "direktion"


@pytest.mark.parametrize("number", ["72", "72.", "Punkt 72", "pkt. 72", " 72 "])
def test_forms_of_a_number_are_one(number: str) -> None:
    assert names.number_key(number) == "72"


@pytest.mark.parametrize("number", ["15/8020", " 15 / 8020 ", "15/8020."])
def test_forms_of_a_case_number_are_one(number: str) -> None:
    assert names.case_key(number) == "15/8020"


@pytest.mark.parametrize("title", ["Lukket - Salg af grund", "Lukket punkt: Salg af grund", "salg  af GRUND"])
def test_the_mark_is_no_part_of_a_title(title: str) -> None:
    assert names.title_key(title) == "salg af grund"


@pytest.mark.parametrize("title", ["Lukket punkt", "Lukket", "Lukket sag", ""])
def test_titles_that_say_nothing(title: str) -> None:
    assert names.nameless(names.title_key(title))


def test_titles_that_begin_with_closed_say_something() -> None:
    assert not names.nameless(names.title_key("Lukket ungdomsuddannelse"))


def test_keys() -> None:
    assert names.meeting_key("direktion", date(2015, 10, 22), "d1") == "direktion-2015-10-22"
    assert names.meeting_key(None, date(2015, 10, 22), "d1") == names.meeting_key("x", None, "d1") == "moede-d1"
    assert names.item_key("m", "72.", "Titel", closed=False) == "m-72"
    assert names.item_key("m", "72", "Titel", closed=False, long=True).startswith("m-72-")
    assert names.item_key("m", None, "Titel", closed=False) == names.item_key(
        "m", "", "TITEL!", closed=False, long=True
    )


def test_a_closed_items_key_is_no_open_items_key() -> None:
    keys = {
        names.item_key("m", number, "Titel", closed=closed, long=long)
        for number in ("72", None)
        for closed, long in ((False, False), (False, True), (True, False))
    }
    assert len(keys) == 5
