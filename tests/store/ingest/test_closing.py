"""Closed items stay closed, with their titles and texts, however the minutes say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.ingest.minutes import parse
from store.ingest.parsed import ParsedDocument
from store.ingest.read import read
from store.ingest.verify import verify

_HEAD = "Referat\nHavneudvalget\nTorsdag den 9. juni 2022 kl. 16.00\n\n"
_PIER, _CRANE, _PLOT, _BOAT = "Ny mole i Østhavnen", "Reparation af kranen", "Salg af kajgrunden", "Køb af lodsbåd"


def _item(number: int, title: str, *lines: str, decision: str = "Godkendt.") -> str:
    return "\n".join([f"{number}. {title}", *lines, f"Sagsnr. 22/10{number}", "Beslutning", decision, "", ""])


def _read(tmp_path: Path, text: str, name: str = "referat.txt") -> ParsedDocument:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    extract = read(path)
    document = parse(extract, source=name)
    assert verify(extract, document) == []
    return document


def _html(tmp_path: Path, body: str) -> ParsedDocument:
    head = "<h1>Referat</h1><p>Havneudvalget</p><p>Torsdag den 9. juni 2022 kl. 16.00</p>"
    return _read(tmp_path, f"<html><body>{head}{body}</body></html>", "referat.html")


def _access(document: ParsedDocument) -> list[tuple[str, str | None]]:
    return [(item.title, item.access) for item in document.items]


def _open_text(document: ParsedDocument) -> str:
    if document.access == "closed":
        return ""
    facts = [*document.facts, *(document.meeting.facts if document.meeting else ())]
    for item in document.items:
        if item.access != "closed":
            facts += item.facts
    titles = [item.title for item in document.items if item.access != "closed"]
    return "\n".join([*(fact.text for fact in facts), *titles])


@pytest.mark.parametrize("heading", ["Lukket dagsorden", "LUKKET MØDE", "Den lukkede del", "B. Fortrolige sager"])
def test_heading_of_the_closed_part_closes_what_follows_and_nothing_before(tmp_path: Path, heading: str) -> None:
    text = _HEAD + _item(1, _PIER) + _item(2, _CRANE) + f"{heading}\n\n" + _item(3, _PLOT) + _item(4, _BOAT)
    assert _access(_read(tmp_path, text)) == [(_PIER, None), (_CRANE, None), (_PLOT, "closed"), (_BOAT, "closed")]


def test_heading_of_the_open_part_ends_the_closed_one(tmp_path: Path) -> None:
    text = _HEAD + "Lukket møde\n\n" + _item(1, _PLOT) + "Åbent møde\n\n" + _item(2, _PIER)
    assert _access(_read(tmp_path, text)) == [(_PLOT, "closed"), (_PIER, "open")]


def test_closed_part_that_holds_nothing_closes_nothing(tmp_path: Path) -> None:
    document = _read(tmp_path, _HEAD + _item(1, _PIER) + _item(2, _CRANE) + "Lukkede punkter\nIngen.\n")
    assert _access(document) == [(_PIER, None), (_CRANE, None)]
    assert [fact.text for fact in document.items[1].facts] == ["Godkendt."]


def test_text_of_the_closed_part_without_a_known_title_is_a_closed_item(tmp_path: Path) -> None:
    document = _read(tmp_path, _HEAD + _item(1, _PIER) + _item(2, _CRANE) + f"Lukkede punkter\n\n{_PLOT}\nSolgt.\n")
    assert _access(document) == [(_PIER, None), (_CRANE, None), (_PLOT, "closed")]
    assert "Solgt" not in _open_text(document)


@pytest.mark.parametrize(
    "mark",
    ["Lukket - 13.06.02-G10-7-22", "Lukket - Sagsnr. 22/999", "Offentlig: Nej", "Punktet behandles for lukkede døre",
     "Status: Lukket sag", "Sagstype: Lukket", "Behandles for lukkede døre", "*** LUKKET ***"],
)  # fmt: skip
def test_access_line_under_the_title_opens_no_item(tmp_path: Path, mark: str) -> None:
    document = _read(tmp_path, _HEAD + _item(1, _PIER) + _item(2, _PLOT, mark) + _item(3, _CRANE))
    assert _access(document) == [(_PIER, None), (_PLOT, "closed"), (_CRANE, None)]
    assert [item.facts[0].text for item in document.items] == ["Godkendt."] * 3


def test_case_number_behind_the_access_mark_is_the_items(tmp_path: Path) -> None:
    text = (
        f"{_HEAD}1. {_PIER}\nÅbent - 08.06.00-G10-2-22\nBeslutning\nUdsat.\n\n"
        f"2. {_CRANE}\nÅbent - 08.06.00-G10-3-22\nBeslutning\nDrøftet.\n"
    )
    document = _read(tmp_path, text)
    assert [(item.title, item.case_number, item.access) for item in document.items] == [
        (_PIER, "08.06.00-G10-2-22", "open"),
        (_CRANE, "08.06.00-G10-3-22", "open"),
    ]


def test_marks_and_case_numbers_above_the_titles_belong_to_the_title_below(tmp_path: Path) -> None:
    body = "".join(
        f"<div>{mark}</div><div>Sagsnr. 22/4{n}</div><h2>{n}. {title}</h2><h3>Beslutning</h3><p>Godkendt.</p>"
        for n, mark, title in ((1, "Åbent punkt", _PIER), (2, "Lukket punkt", _PLOT), (3, "Åbent punkt", _CRANE))
    )
    assert [(item.title, item.case_number, item.access) for item in _html(tmp_path, body).items] == [
        (_PIER, "22/41", "open"),
        (_PLOT, "22/42", "closed"),
        (_CRANE, "22/43", "open"),
    ]


@pytest.mark.parametrize(
    "listing",
    [
        f"Dagsorden\n1. {_PIER}\n2. {_PLOT} (lukket)\n\n",
        f"Åbne punkter\n{_PIER}\nLukkede punkter\n{_PLOT}\n\n",
        f"Oversigt\n- {_PIER}\n- {_PLOT}\n\n",
        f"Punkter: 1) {_PIER}, 2) {_PLOT}\n\n",
        f"Følgende behandles for lukkede døre: {_PLOT}\n\n",
    ],
)
def test_list_of_items_does_not_tell_a_closed_title(tmp_path: Path, listing: str) -> None:
    document = _read(tmp_path, _HEAD + listing + _item(1, _PIER) + _item(2, _PLOT, "Lukket sag"))
    assert _access(document) == [(_PIER, None), (_PLOT, "closed")]
    assert _PLOT not in _open_text(document)


def test_links_behind_the_items_do_not_tell_a_closed_title(tmp_path: Path) -> None:
    items = "".join(
        f"<h2>{n}. {title}</h2><p>Sagsnr. 22/{n}0</p><h3>Beslutning</h3><p>Godkendt.</p>"
        for n, title in ((1, _PIER), (2, f"{_PLOT} (lukket)"))
    )
    document = _html(tmp_path, items + f"<div><a>{_PIER}</a><a>{_PLOT}</a></div>")
    assert _PLOT not in _open_text(document)


@pytest.mark.parametrize(
    "text",
    [
        f"Oplæg om havnen\n\nDer er mange emner i år.\n\nLukket - {_PLOT}\n\nDen er solgt.\n",
        f"Oplæg om havnen\n\nEmner i år.\n\nLukkede sager\n\n{_PLOT} er til drøftelse.\n",
        f"FORTROLIGT\n\nOplæg om {_PLOT} og andre emner.\n",
        f"Oplæg om havnen\n\nOffentlig: Nej\n\nHerunder {_PLOT}.\n",
    ],
)
def test_text_that_is_no_minutes_is_closed_when_any_of_it_is(tmp_path: Path, text: str) -> None:
    document = _read(tmp_path, text)
    assert (document.kind, document.access) == ("other", "closed")


def test_glued_page_is_cut_at_the_heading_of_the_closed_part(tmp_path: Path) -> None:
    long = "Der er tale om et gammelt ønske, som flere brugere af havnen har rejst gennem de seneste fire år"
    text = (
        f"Referat Havneudvalget Torsdag den 9. juni 2022 1. {_PIER} Sagsnr. 22/1 Sagsfremstilling {long}. Beslutning "
        f"Godkendt. Ikke-offentlige sager 2. {_PLOT} Sagsnr. 22/2 Sagsfremstilling {long}. Beslutning Solgt."
    )
    document = _read(tmp_path, text)
    assert _access(document) == [(_PIER, None), (_PLOT, "closed")]
    assert [item.facts[0].text for item in document.items] == ["Godkendt.", "Solgt."]


def test_numbers_that_begin_anew_in_the_closed_part(tmp_path: Path) -> None:
    open_part = _item(1, _PIER) + _item(2, _CRANE)
    closed_part = _item(1, _PLOT, decision="Solgt.") + _item(2, _BOAT, decision="Købt.")
    document = _read(tmp_path, f"{_HEAD}Åbne punkter\n\n{open_part}Lukkede punkter\n\n{closed_part}")
    assert [(item.number, item.title, item.access) for item in document.items] == [
        ("1", _PIER, "open"),
        ("2", _CRANE, "open"),
        ("1", _PLOT, "closed"),
        ("2", _BOAT, "closed"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"2. {_PLOT}\nL U K K E T\nBeslutning\nSolgt.\n\n3. {_CRANE}\nBeslutning\nUdsat.\n",
        f"*2. {_PLOT}\nBeslutning\nSolgt.\n\n3. {_CRANE}\nBeslutning\nUdsat.\n\n* = lukket punkt\n",
        f"Lukket punkt nr. 2: {_PLOT}\nBeslutning\nSolgt.\n\n3. {_CRANE}\nBeslutning\nUdsat.\n",
        f"2.\nLukket\n{_PLOT}\nBeslutning\nSolgt.\n\n3. {_CRANE}\nBeslutning\nUdsat.\n",
    ],
)
def test_rarer_ways_of_marking_one_item(tmp_path: Path, text: str) -> None:
    document = _read(tmp_path, _HEAD + _item(1, _PIER) + text)
    assert _PLOT not in _open_text(document)
    assert "Solgt" not in _open_text(document)
    assert _access(document)[0] == (_PIER, None)


def test_attachment_behind_the_minutes_with_a_numbered_cover_keeps_its_own_access(tmp_path: Path) -> None:
    cover = "Udvalg: Havneudvalget\nMødedato: 9. juni 2022\nAdgang: {}\nBilagsnr: 2022-0088{}\n"
    text = (
        f"{_HEAD}1. {_PIER}\nSagsnr. 22/11\nBeslutning\nGodkendt.\n\f"
        f"Bilag 1 - Budgivernes priser\n{cover.format('Lukket', '001-1')}Billigste bud er 4 mio. kr. fra Molebyg.\n\f"
        f"Bilag 2 – Tegning\n{cover.format('Åben', '001-2')}Molen er 40 meter lang og bygges i sten.\n"
    )
    document = _read(tmp_path, text)
    assert [(item.title, item.access) for item in document.items] == [(_PIER, None)]
    found = [*document.items[0].attachments, *document.attachments]
    assert [(each.title, each.access) for each in found] == [("Budgivernes priser", "closed"), ("Tegning", "open")]
    assert "Molebyg" not in _open_text(document)
