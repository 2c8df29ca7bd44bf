"""A decision ends where the next section begins, whatever that section is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.ingest.minutes import parse
from store.ingest.parsed import ParsedDocument
from store.ingest.read import read
from store.ingest.sectionforms import heading_by_ending, is_portal_word
from store.ingest.verify import verify

_HEAD = "Referat\nHavneudvalget\nTorsdag den 6. juni 2019 kl. 10.00\n\n"


def _read(tmp_path: Path, text: str, name: str = "referat.txt") -> ParsedDocument:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    extract = read(path)
    document = parse(extract, source=name)
    assert verify(extract, document) == []
    return document


def _decisions(document: ParsedDocument) -> list[list[str]]:
    return [[fact.text for fact in item.facts if fact.kind == "decision"] for item in document.items]


_UNLISTED = (
    "Naturmæssige konsekvenser", "Trafikale forhold", "Ungeperspektiv", "Vandløbspolitik", "Lovens hjemmel",
    "Forebyggende hensyn", "Havnens fremtid", "Inspiration udefra", "Forsikring", "Tal og nøgletal",
)  # fmt: skip


@pytest.mark.parametrize("form", ["txt", "html"])
@pytest.mark.parametrize("heading", _UNLISTED)
def test_unknown_heading_does_not_run_into_the_decision(heading: str, form: str, tmp_path: Path) -> None:
    parts = ["Beslutning", "Tiltrådt.", heading, "Molen er bygget i 1911 og er siden forlænget to gange."]
    items = [[f"{n}. {title}", f"Sagsnr. 19/{n}", *parts] for n, title in enumerate(("Ny mole", "Fiskeauktion"), 4)]
    if form == "txt":
        text = _HEAD + "\n\n".join("\n\n".join(item) for item in items)
    else:
        blocks = "".join(f"<h2>{i[0]}</h2>" + "".join(f"<p>{part}</p>" for part in i[1:]) for i in items)
        text = f"<html><body><h1>Referat</h1><p>Havneudvalget</p><p>6. juni 2019 kl. 10.00</p>{blocks}</body></html>"
    document = _read(tmp_path, text, f"referat.{form}")
    assert _decisions(document) == [["Tiltrådt."], ["Tiltrådt."]]
    assert [fact.label for fact in document.items[0].facts if fact.text.startswith("Molen")][:1] == [heading]


@pytest.mark.parametrize(
    "line",
    ["Gruppe B stemte imod", "Venstre", "Ændringsforslag fra gruppe A", "Lise Holm", "Havneudvalget", "Begrundelse"],
)
def test_a_line_that_belongs_to_the_decision_stays_in_it(line: str, tmp_path: Path) -> None:
    told = "Havnen har brug for molen, og pengene er der."
    parts = ["4. Ny mole", "Sagsnr. 19/4", "Beslutning", "Tiltrådt.", line, told]
    document = _read(tmp_path, _HEAD + "\n\n".join(parts))
    assert _decisions(document) == [[f"Tiltrådt. {line} {told}"]]


@pytest.mark.parametrize("label", ["Afbud", "Fraværende:", "Ikke til stede"])
def test_names_below_a_label_leave_the_decision(label: str, tmp_path: Path) -> None:
    parts = [
        "4. Ny mole", "Sagsnr. 19/4", "Beslutning", "Godkendt", label, "Ida Bay\nOle Find",
        "Sagsfremstilling", "Molen.",
    ]  # fmt: skip
    document = _read(tmp_path, _HEAD + "\n\n".join(parts))
    assert _decisions(document) == [["Godkendt"]]
    assert document.items[0].absent == ("Ida Bay", "Ole Find")


def test_decision_below_an_empty_list_of_absent_is_no_name(tmp_path: Path) -> None:
    parts = ["4. Ny mole", "Sagsnr. 19/4", "Beslutning", "Fraværende:", "Godkendt"]
    document = _read(tmp_path, _HEAD + "\n\n".join(parts))
    assert _decisions(document) == [["Godkendt"]]
    assert document.items[0].absent == ()


def test_cells_of_a_table_are_sections(tmp_path: Path) -> None:
    rows = (("Indstilling", "Staben indstiller, at molen bygges."),
            ("Beslutning Havneudvalget den 06-06-2019", "Udsat."),
            ("Ikke til stede", "Lis Holm"), ("Hvad sker der så", "Sagen er med i juli."))  # fmt: skip
    table = "".join(f"<tr><th>{head}</th><td>{cell}</td></tr>" for head, cell in rows)
    document = _read(
        tmp_path,
        f"<html><body><h1>Referat</h1><h2>Havneudvalget</h2><p>06.06.2019 kl. 10:00</p><h3>4. Ny mole</h3>"
        f"<p>Sagsnr. 19/4</p><table>{table}</table><h3>5. Kran</h3><p>Beslutning</p><p>Drøftet.</p></body></html>",
        "referat.html",
    )
    assert _decisions(document) == [["Udsat."], ["Drøftet."]]
    assert document.items[0].absent == ("Lis Holm",)


def test_results_of_two_bodies_in_one_line_are_two_decisions(tmp_path: Path) -> None:
    line = "Kystrådet den 3. juni 2019: Anbefalet. Havneudvalget den 6. juni 2019: Udsat til mødet den 4. juli 2019."
    document = _read(tmp_path, _HEAD + "\n\n".join(["4. Ny mole", "Sagsnr. 19/4", "Beslutning", line]))
    assert [(f.by, f.decision_class, f.target) for f in document.items[0].facts if f.kind == "decision"] == [
        ("Havneudvalget", "postponed", "mødet den 4. juli 2019"),
        ("Kystrådet", "recommended", None),
    ]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("CO2-konsekvenser", "background"),
        ("Lov- og plangrundlag:", "background"),
        ("Økonomiske forhold og budget", "finance"),
        ("Samlet risikovurdering", "assessment"),
        ("Udvalget drøftede sagens forløb", None),
        ("Beslutning om høring", None),
        ("med store konsekvenser", None),
    ],
)
def test_heading_is_told_by_its_last_word(text: str, role: str | None) -> None:
    found = heading_by_ending(text)
    assert (found.role if found else None) == role


@pytest.mark.parametrize("text", ["Til toppen", "Tilbage til toppen ↑", "Udskriv", "Luk punkt", "Læs mere"])
def test_buttons_of_a_page_are_no_text(text: str) -> None:
    assert is_portal_word(text)
    assert not is_portal_word(f"{text} om sagen her og nu")


def test_kind_of_an_item_is_no_heading_over_a_decision(tmp_path: Path) -> None:
    blocks = (
        "<h3>Punkt 1: Rampe ved stationen</h3><h4>Beslutning for Punkt 1: Rampe ved stationen</h4>"
        "<p>Rådet anbefaler, at rampen bygges.</p><h4>Punkttype</h4><p>Beslutning</p>"
        "<h4>Tema</h4><p>Adgang for alle.</p>"
        "<h3>Punkt 2: Høring om budget</h3><h4>Beslutning for Punkt 2: Høring om budget</h4><p>Drøftet.</p>"
    )
    document = _read(
        tmp_path,
        f"<html><body><h1>Referat</h1><h2>Handicaprådet</h2><p>Dato: 5. november 2020</p>{blocks}</body></html>",
        "referat.html",
    )
    assert _decisions(document) == [["Rådet anbefaler, at rampen bygges."], ["Drøftet."]]


def test_other_documents_behind_the_last_item_decide_nothing(tmp_path: Path) -> None:
    tail = "Dagsorden til Byrådet\nDagsorden til Byrådet Godkendt den 3. maj 2012 Læs mere"
    parts = ["4. Ny mole", "Sagsnr. 19/4", "Beslutning", "Taget til efterretning.", tail]
    document = _read(tmp_path, _HEAD + "\n\n".join(parts))
    assert _decisions(document) == [["Taget til efterretning."]]
