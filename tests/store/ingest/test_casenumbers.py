"""Case numbers in the forms of many case systems, unknown ones included."""

from __future__ import annotations

import pytest

from store.ingest.casenumbers import after_label


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Sagsnr.:15/8020", "15/8020"),
        ("Sagsnr.: 330-2018-3619", "330-2018-3619"),
        ("Sag 306-2009-600", "306-2009-600"),
        ("Sag: 82.06.00-P20-3-22", "82.06.00-P20-3-22"),
        ("Sagsnummer: 19/2484", "19/2484"),
        ("Sagsnr. 299835 Kulturudvalget", "299835"),
        ("Sags ID: EMN-2016-01201", "EMN-2016-01201"),
        ("J.nr.: 00.01K08", "00.01K08"),
        ("Sagsnr.: SAG-2015-04405", "SAG-2015-04405"),
        ("Sagsnr.: 00.01.00-P35-1-15", "00.01.00-P35-1-15"),
        ("Journalnr: xx7-B", "xx7-B"),
    ],
)
def test_number_behind_its_label(text: str, number: str) -> None:
    found = after_label(text)
    assert found is not None
    assert found[0] == number


def test_empty_label_has_no_number() -> None:
    assert after_label("Sagsnr.:") == (None, 8)
    assert after_label("Sagsnr.: Sagen afgøres i: Direktionen") == (None, 9)


@pytest.mark.parametrize("text", ["Sagen afgøres i: Direktionen", "Sag nr. 129", "Sagsfremstilling", "Sag om hegn"])
def test_other_text_is_no_case_number(text: str) -> None:
    found = after_label(text)
    assert found is None or found[0] is None
