"""Which rows begin an item: not where it is only spoken of, but also where it is called like a section."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.ingest.minutes import parse
from store.ingest.parsed import ParsedDocument
from store.ingest.read import read
from store.ingest.verify import verify

_HEAD = "Referat\nSkoleudvalget\nMandag den 5. september 2022 kl. 17.00\n\n"


def _read(tmp_path: Path, text: str, name: str = "referat.txt") -> ParsedDocument:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    extract = read(path)
    document = parse(extract, source=name)
    assert verify(extract, document) == []
    return document


def _html(tmp_path: Path, body: str) -> ParsedDocument:
    head = "<h1>Referat</h1><p>Skoleudvalget</p><p>Mandag den 5. september 2022 kl. 17.00</p>"
    return _read(tmp_path, f"<html><body>{head}{body}</body></html>", "referat.html")


def _titles(document: ParsedDocument) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in document.items]


def _decided(document: ParsedDocument) -> list[list[str]]:
    return [[fact.text for fact in item.facts if fact.kind == "decision"] for item in document.items]


_NAMES = ["Økonomi", "Bilag", "Status", "Klima", "Afbud", "2. behandling af skolestrukturen", "12 nye pladser",
          "3. kvartal: fravær", "5-årig plan"]  # fmt: skip


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_item_called_like_a_section_is_an_item(tmp_path: Path, name: str, place: int) -> None:
    titles = ["Ny skolebestyrelse", "Ferieplan for 2024", "Leje af hal"]
    titles[place] = name
    text = "\n".join(f"{n}. {title}\nBeslutning:\nVedtaget nr. {n}.\n" for n, title in enumerate(titles, 1))
    document = _read(tmp_path, _HEAD + text)
    assert _titles(document) == [(str(n), title) for n, title in enumerate(titles, 1)]
    assert _decided(document) == [[f"Vedtaget nr. {n}."] for n in (1, 2, 3)]


def test_numbered_sections_of_an_item_are_no_items(tmp_path: Path) -> None:
    text = (
        "1. Ny skolebestyrelse\nSagsnr. 22/1\n1. Baggrund\nValget er i maj.\n2. Økonomi\nIngen udgift.\n"
        "3. Beslutning\nGodkendt.\n\n2. Leje af hal\nSagsnr. 22/2\n1. Baggrund\nHallen er ledig.\n"
        "2. Økonomi\nLejen er lav.\n"
        "3. Beslutning\nUdsat.\n"
    )
    assert _titles(_read(tmp_path, _HEAD + text)) == [("1", "Ny skolebestyrelse"), ("2", "Leje af hal")]


@pytest.mark.parametrize(
    "said", ["Punkt 2. Leje af hal behandles sidst.", "Punkt 2 Leje af hal udgår", "Sag nr. 2. Leje af hal blev udsat."]
)
def test_decision_that_speaks_of_an_item_opens_none(tmp_path: Path, said: str) -> None:
    text = (
        f"1. Dagsorden\nSagsnr. 22/1\nBeslutning\n{said}\nDagsordenen er herefter godkendt.\n\n"
        "2. Leje af hal\nSagsnr. 22/2\nBeslutning\nGodkendt.\n"
    )
    document = _read(tmp_path, _HEAD + text)
    assert _titles(document) == [("1", "Dagsorden"), ("2", "Leje af hal")]
    assert document.items[1].case_number == "22/2"


def test_title_said_again_over_the_decision_is_no_item_and_no_text(tmp_path: Path) -> None:
    body = "".join(
        f"<h2>{n}. {title} (2022-008812{n})</h2><h3>Indstilling</h3><p>Rektor indstiller, at planen godkendes.</p>"
        f"<h3>Beslutning</h3><p>Dagsordenspunkt {n}: {title} (2022-008812{n})</p><p>Godkendt uden afstemning.</p>"
        for n, title in ((4, "Ferieplan for 2024"), (5, "Leje af hal"))
    )
    document = _html(tmp_path, body)
    assert [(item.number, item.title, item.case_number) for item in document.items] == [
        ("4", "Ferieplan for 2024", "2022-0088124"),
        ("5", "Leje af hal", "2022-0088125"),
    ]
    assert _decided(document) == [["Godkendt uden afstemning."], ["Godkendt uden afstemning."]]


def test_headings_of_parts_are_no_items(tmp_path: Path) -> None:
    body = "".join(
        f"<h2>{part}</h2><h3>{n}. {title}</h3><div>{part}</div><div>Åbent - 17.01.00-A00-{n}-22</div>"
        "<p>BESLUTNING</p><p>Godkendt.</p>"
        for n, part, title in (
            (1, "A. Sager til afgørelse i byrådet", "Ferieplan for 2024"),
            (8, "B. Sager til drøftelse", "Leje af hal"),
            (2, "C. Orientering", "Elevtal"),
        )
    )
    assert _titles(_html(tmp_path, body)) == [("1", "Ferieplan for 2024"), ("8", "Leje af hal"), ("2", "Elevtal")]


def test_list_elements_that_head_their_own_sections_are_items(tmp_path: Path) -> None:
    body = "<ul>" + "".join(
        f"<li><div>{n}. {title}</div><div><h4>Beslutning</h4><p>Godkendt.</p></div></li>"
        for n, title in ((71, "Ferieplan for 2024"), (72, "Leje af hal"), (73, "Elevtal"))
    )
    assert _titles(_html(tmp_path, body + "</ul>")) == [
        ("71", "Ferieplan for 2024"),
        ("72", "Leje af hal"),
        ("73", "Elevtal"),
    ]


def test_button_words_before_the_number_are_no_title(tmp_path: Path) -> None:
    body = "".join(
        f"<h3><button>Vis punkt {n}. {title}</button></h3><p>Sagsnr. 22/{n}4</p><h4>Beslutning</h4><p>Godkendt.</p>"
        for n, title in ((1, "Ferieplan for 2024"), (2, "Leje af hal"))
    )
    assert _titles(_html(tmp_path, body)) == [("1", "Ferieplan for 2024"), ("2", "Leje af hal")]


@pytest.mark.parametrize("word", ["Ad 1:", "Ad 1)", "Ad. 1 -", "Til punkt 1:"])
def test_titles_stand_in_the_agenda_and_texts_under_ad_headings(tmp_path: Path, word: str) -> None:
    text = (
        "Dagsorden:\n1. Ferieplan for 2024\n2. Leje af hal\n3. Eventuelt\n\n"
        f"{word} Planen blev godkendt.\n{word.replace('1', '2')} Udsættes til oktober.\n"
        f"{word.replace('1', '3')} Intet.\n"
    )
    document = _read(tmp_path, _HEAD + text)
    assert _titles(document) == [("1", "Ferieplan for 2024"), ("2", "Leje af hal"), ("3", "Eventuelt")]
    assert _decided(document)[:2] == [["Planen blev godkendt."], ["Udsættes til oktober."]]


@pytest.mark.parametrize(
    "text",
    [
        "1. Ferieplan for 2024\nGodkendt.\n\n2. Leje af hal\nUdsat til oktober.\n",
        "1. Ferieplan for 2024\nSkoleudvalget: Godkendt.\n\n2. Leje af hal\nSkoleudvalget: Udsat.\n",
        "1. Ferieplan for 2024\n\nBeslutning\n\nGodkendt.\n\n2. Leje af hal\n\nBeslutning\n\nUdsat.\n",
    ],
)
def test_short_minutes_are_minutes(tmp_path: Path, text: str) -> None:
    document = _read(tmp_path, _HEAD + text)
    assert document.kind == "minutes"
    assert _titles(document) == [("1", "Ferieplan for 2024"), ("2", "Leje af hal")]


def test_case_number_without_a_label_yields_to_one_with(tmp_path: Path) -> None:
    text = (
        "1. Ferieplan\nÅbent - 17.01.00-A00-1-22\nSagsnr. 22/11\nBeslutning\nGodkendt.\n\n"
        "2. Leje af hal\nEMN-2022-00417\nBeslutning\nUdsat.\n"
    )
    assert [item.case_number for item in _read(tmp_path, _HEAD + text).items] == ["22/11", "EMN-2022-00417"]


def test_first_item_is_not_taken_for_the_table_of_contents_above_it(tmp_path: Path) -> None:
    body = "<p>Indholdsfortegnelse 1. Fraværende 2. Leje af hal</p>" + "".join(
        f"<h2>{n}. {title}</h2><h3>Sagsfremstilling</h3><p>Kort tekst om sagen.</p><h3>Beslutning</h3><p>Godkendt.</p>"
        for n, title in ((1, "Fraværende"), (2, "Leje af hal"))
    )
    assert _titles(_html(tmp_path, body)) == [("1", "Fraværende"), ("2", "Leje af hal")]


def test_minutes_printed_as_one_table(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td>{n}</td><td>{title}</td><td>{text}</td><td>{mark}</td><td>{decision}</td></tr>"
        for n, title, text, mark, decision in (
            (1, "Ferieplan for 2024", "Forslag fra rektor.", "", "Godkendt."),
            (2, "Leje af hal", "Tre haller er ledige.", "x", "Udsat."),
            (3, "Elevtal", "Tallet falder.", "", "Drøftet."),
        )
    )
    head = "<tr><th>Nr.</th><th>Punkt</th><th>Sagsfremstilling</th><th>Lukket</th><th>Beslutning</th></tr>"
    document = _html(tmp_path, f"<table>{head}{rows}</table>")
    assert _titles(document) == [("1", "Ferieplan for 2024"), ("2", "Leje af hal"), ("3", "Elevtal")]
    assert _decided(document) == [["Godkendt."], ["Udsat."], ["Drøftet."]]
    assert [item.access for item in document.items] == [None, "closed", None]
