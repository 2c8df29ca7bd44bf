"""Personal numbers: none missed among twenty thousand, nothing else taken for one."""

from __future__ import annotations

import calendar
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.ingest.cpr import find, mask

SEPARATORS = ("-", "", " ", "–", " - ", " – ", "- ", "\u2011", "\u00a0", "—", "−")


def some_number(rng: random.Random, separator: str) -> str:
    year = rng.randrange(1900, 2027)
    month = rng.randrange(1, 13)
    day = rng.randrange(1, calendar.monthrange(year, month)[1] + 1)
    return f"{day:02}{month:02}{year % 100:02}{separator}{rng.randrange(10_000):04}"


def test_finds_every_one_of_20_000_synthetic_numbers() -> None:
    rng = random.Random(20261121)
    missed = []
    for index in range(20_000):
        number = some_number(rng, SEPARATORS[index % len(SEPARATORS)])
        before = rng.choice(("", "Ansøger ", "(", "CPR: ", "cpr-nr. ", "Jens Hansen, ", "\n", "CPR"))
        text = f"{before}{number}{rng.choice(('', ' bor i', ')', '.', ',', chr(10)))}"
        if find(text) != [(len(before), len(before) + len(number))]:
            missed.append(text)
    assert missed == []


@pytest.mark.parametrize(
    "text",
    [
        "P-nr. 1012345678",
        "P-nummer: 1012345678",
        "EAN 5798000123456",
        "EAN-nr. 5790001234567",
        "CVR 12345678",
        "CVR-nr.: 31 12 15 34",
        "tlf. 20 11 10 12",
        "+45 2011 1012",
        "telefon 31121534",
        "den 01.02.2015",
        "i perioden 01.02.14-31.12.15",
        "01.02.14-2015",
        "010215",
        "2012-162993",
        "2014-0059806",
        "Sagsnr.:15/8020",
        "330-2020-164",
        "306-2009-1672496",
        "00.01.00-P35-1-15",
        "SAG-2015-04405",
        "Dok. 0102031234",
        "Dok.ID: 0102031234",
        "Bilagsnr: 69565/15",
        "1012345678 kr.",
        "kr. 1012345678",
        "1012345678,50",
        "1.012.345.678 kr.",
        "konto 1234 0102031234",
        "kontonr. 0102031234",
        "1234-0102031234",
        "ISBN 0102031234",
        "faktura nr. 0102031234",
        "320203-1234",
        "011303-1234",
        "290203-1234",
        "DK5000400440116243",
        "010203-12",
        "010203-123456",
        "010203123456",
        "15/0102031234",
        "0102031234/15",
    ],
)
def test_leaves_what_is_no_personal_number(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("010203-1234", "••••••-••••"),
        ("født 0102031234.", "født ••••••••••."),
        ("010203 - 1234", "•••••• - ••••"),
        ("010203 1234", "•••••• ••••"),
        ("Sagsnr. 010203-1234", "Sagsnr. ••••••-••••"),
        ("Sagsnr. cpr 0102031234", "Sagsnr. cpr ••••••••••"),
        ("610203-1234", "••••••-••••"),
        ("01 02 03-1234", "•• •• ••-••••"),
        ("01.02.03-1234", "••.••.••-••••"),
        ("010203-\n1234", "••••••-\n••••"),
        ("290200-1234", "••••••-••••"),
        ("0102031234,0102041234", "••••••••••,••••••••••"),
    ],
)
def test_hides_the_digits_and_nothing_else(text: str, hidden: str) -> None:
    assert mask(text) == hidden


@pytest.mark.parametrize("text", ["90102031234", "01020312349", "010203-12349", "9010203-1234"])
def test_a_digit_too_many_does_not_hide_a_number_and_goes_with_it(text: str) -> None:
    assert find(text) == [(0, len(text))]


@given(st.text(alphabet="0123456789 -–./\nabcæKkr", max_size=80))
def test_masking_keeps_every_offset_and_leaves_no_number(text: str) -> None:
    hidden = mask(text)
    assert len(hidden) == len(text)
    assert all(old == new or new == "•" for old, new in zip(text, hidden, strict=True))
    covered = {index for start, end in find(text) for index in range(start, end)}
    assert [i for i, char in enumerate(hidden) if char == "•"] == [i for i in sorted(covered) if text[i].isdigit()]


@pytest.mark.parametrize("unit", ["0", "010203 ", "010203-", "01 02 ", "kr ", "cpr ", " - ", "0102031234,"])
def test_hostile_strings_take_no_longer_than_their_length(unit: str) -> None:
    mask(unit * (100_000 // len(unit)))
