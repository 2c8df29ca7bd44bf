"""Heads of minutes without labels, in columns, in one line, and with the municipality's name around the body's."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from store.ingest.bodies import same_body
from store.ingest.minutes import parse
from store.ingest.parsed import ParsedMeeting
from store.ingest.read import read
from store.ingest.verify import verify

_BOTH = ("Asta Brink (A)", "Bo Krog (V)")
_ITEMS = """

1. Godkendelse af dagsorden
Sagsnr. 20/1
Beslutning
Godkendt.

2. Bro over åen
Sagsnr. 20/2
Indstilling
Det indstilles, at broen bygges.
Beslutning
Udsat.
"""


def _meeting(tmp_path: Path, head: str) -> ParsedMeeting:
    path = tmp_path / "referat.txt"
    path.write_text(head + _ITEMS, encoding="utf-8")
    extract = read(path)
    document = parse(extract, source=path.name)
    assert verify(extract, document) == []
    assert document.meeting is not None
    return document.meeting


@pytest.mark.parametrize(
    ("head", "body", "start", "end", "place"),
    [
        (
            "Åvang Kommune\nReferat af møde i Åudvalget\nden 3. marts 2020, kl. 14 til kl. 16.30, Mødelokale 3",
            "Åudvalget", time(14), time(16, 30), "Mødelokale 3",
        ),
        (
            "Åvang Kommune Åudvalget Referat\nTirsdag den 3. marts 2020 kl. 14-16\npå Åvang Rådhus, lokale 27",
            "Åudvalget", time(14), time(16), "Åvang Rådhus, lokale 27",
        ),
        (
            "Udvalg Åudvalget\nMødedato 3. marts 2020\nStarttidspunkt 14:00\nSluttidspunkt 16:30\nMødested Lokale 3",
            "Åudvalget", time(14), time(16, 30), "Lokale 3",
        ),
        (
            "UDVALG\nÅudvalget\nSTED\nSalen\nSTARTTIDSPUNKT\n03-03-2020 14:00:00\nSLUTTIDSPUNKT\n03-03-2020 16:30:00",
            "Åudvalget", time(14), time(16, 30), "Salen",
        ),
        (
            "Åudvalget\nReferat\n3. marts 2020\nKlokken 14:00-16:30\nVirtuelt møde via Teams",
            "Åudvalget", time(14), time(16, 30), "Virtuelt møde via Teams",
        ),
        (
            "Møde nr. 3/2020 i Åudvalget\nDato: 3. marts 2020 Tid: 14-16.30 Lokale: 3.12",
            "Åudvalget", time(14), time(16, 30), "3.12",
        ),
        (
            "Styregruppen for den nye bro\nReferat 3. marts 2020 kl. 14.00\nMødet blev hævet kl. 16.10",
            "Styregruppen for den nye bro", time(14), time(16, 10), None,
        ),
        (
            "Natur og fritids møde den 3. marts 2020\nEkstraordinært møde - Mødelokale F7 kl. 14.00\nReferat",
            "Natur og fritid", time(14), None, "Mødelokale F7",
        ),
    ],
)  # fmt: skip
def test_head_says_who_met_when_and_where(
    head: str, body: str, start: time, end: time | None, place: str | None, tmp_path: Path
) -> None:
    meeting = _meeting(tmp_path, head)
    assert (meeting.body, meeting.date) == (body, date(2020, 3, 3))
    assert (meeting.start, meeting.end, meeting.place) == (start, end, place)


@pytest.mark.parametrize(
    ("people", "members", "absent"),
    [
        ("Medlemmer: Asta Brink (A), Bo Krog (V) Afbud: Bo Krog (V) Side 1", _BOTH, ("Bo Krog (V)",)),
        ("Deltagere:\nAsta Brink, (A)\nBo Krog, (V)\n\nAfbud:\nCarl Dam, (F)", _BOTH, ("Carl Dam (F)",)),
        ("Medlemmer\tAfbud\nAsta Brink\tBo Krog\nCarl Dam", ("Asta Brink", "Carl Dam"), ("Bo Krog",)),
    ],
)  # fmt: skip
def test_people_are_told_apart(people: str, members: tuple[str, ...], absent: tuple[str, ...], tmp_path: Path) -> None:
    meeting = _meeting(tmp_path, f"Åudvalget\nReferat tirsdag den 3. marts 2020 kl. 14.00\n\n{people}")
    assert (meeting.members, meeting.absent) == (members, absent)


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("Referat\n\nDirektionen\n", "Direktionen"),
        ("DIREKTIONEN\nReferat\n", "Direktionen"),
        ("Referat: Direktionen\n", "Direktionen"),
        ("Referat\n\nMED-udvalget\n", "MED-udvalget"),
    ],
)
def test_a_body_alone_on_its_line_is_the_body(tmp_path: Path, heading: str, body: str) -> None:
    people = "Dato: 3. marts 2020\nMedlemmer: Asta Brink, Bo Krog"
    assert _meeting(tmp_path, f"{heading}\n{people}").body == body


def test_the_name_of_a_column_is_no_body(tmp_path: Path) -> None:
    assert _meeting(tmp_path, "Referat\nUdvalg\nMØDE\nDato: 3. marts 2020").body is None


def test_a_name_that_begins_with_a_hyphen_is_compared_and_not_stumbled_over() -> None:
    assert same_body("MED", "-udvalget") is False
