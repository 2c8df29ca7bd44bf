"""Pages of agenda portals: what was decided is read, what the site wraps around it is not."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from store.errors import MinutesUnreadable
from store.ingest.parsed import Extract
from store.ingest.read import read


def page(folder: Path, body: str, head: str = "<title>Referat</title>") -> Extract:
    path = folder / "side.html"
    path.write_text(f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>", "utf-8")
    return read(path)


def lines(extract: Extract) -> list[tuple[str, str]]:
    return [(line.text, line.role) for line in extract.lines]


FURNITURE = """
<div id="cookie-consent">Vi bruger cookies</div><a class="skip-link" href="#m">Spring til indhold</a>
<header><a href="/">Kommunen</a><nav><ul><li>Politik</li><li>Borger</li></ul></nav></header>
<div class="breadcrumb">Forside / Politik</div><div id="leftMenu"><ul><li>Byråd</li></ul></div>
"""
FOOT = "<aside>Kontakt os</aside><footer>Rådhuset 1</footer><script>var x = 'kode'</script><style>p{}</style>"
ACCORDION = """
<main><h1>Direktionen</h1><button>Læs op</button> <a href="#">Print</a><a href="x.pdf">Hent PDF</a><span>Del</span>
<h2><button aria-expanded="false" aria-controls="p1">1. Godkendelse af dagsorden</button></h2>
<div id="p1" hidden aria-hidden="true"><h3>Beslutning</h3><p>Godkendt.</p></div>
<div class="accordion-header" onclick="f()"><h2>2. Budget</h2></div>
<div class="accordion-panel" style="display: none"><p>Drøftet.</p></div>
<details><summary>3. Eventuelt</summary><p>Intet.</p></details>
<div hidden>skabelon</div><p style="display:none">skjult</p></main>
"""


def test_folded_items_are_read_and_the_site_is_not(tmp_path: Path) -> None:
    assert lines(page(tmp_path, FURNITURE + ACCORDION + FOOT)) == [
        ("Direktionen", "h1"),
        ("1. Godkendelse af dagsorden", "h2"),
        ("Beslutning", "h3"),
        ("Godkendt.", ""),
        ("2. Budget", "h2"),
        ("Drøftet.", ""),
        ("3. Eventuelt", "h3"),
        ("Intet.", ""),
    ]


def test_a_page_without_a_main_element_loses_its_furniture_too(tmp_path: Path) -> None:
    extract = page(tmp_path, FURNITURE + "<div class='content'><p>Sagen blev drøftet i dag.</p></div>" + FOOT)
    assert lines(extract) == [("Sagen blev drøftet i dag.", "")]


def test_a_word_in_a_class_does_not_cost_the_minutes(tmp_path: Path) -> None:
    body = "<div class='page-menu-layout'><h2>Beslutning</h2><p>Godkendt.</p></div><div class='share'>Del på alt</div>"
    assert lines(page(tmp_path, body)) == [("Beslutning", "h2"), ("Godkendt.", "")]


def test_a_form_around_the_page_is_no_form(tmp_path: Path) -> None:
    body = "<form><input value='x'><select><option>valg</option></select>"
    body += "<h1>Referat</h1><p>Godkendt uden bemærkninger</p></form>"
    assert lines(page(tmp_path, body)) == [("Referat", "h1"), ("Godkendt uden bemærkninger", "")]


def test_lists_bear_the_numbers_a_browser_shows(tmp_path: Path) -> None:
    body = (
        "<p>Det indstilles</p><ol start=3><li>at godkende</li><li>at udsætte<ol type=a><li>straks</li></ol></li>"
        "<li value=9><p>at afvise</p><p>med grund</p></li></ol><ol style='list-style-type: none'><li>uden</li></ol>"
        "<ol><li>1) egen</li></ol><ul><li>løs</li></ul><ul><li><h3>4. Sag</h3></li></ul><ol><li><h3>Talt</h3></li></ol>"
    )
    assert lines(page(tmp_path, body)) == [
        ("Det indstilles", ""),
        ("3. at godkende", "li"),
        ("4. at udsætte", "li"),
        ("a. straks", "li"),
        ("9. at afvise", "li"),
        ("med grund", ""),
        ("uden", "li"),
        ("1) egen", "li"),
        ("• løs", "li"),
        ("4. Sag", "h3"),
        ("1. Talt", "h3"),
    ]


def test_tables_and_definitions_are_rows_unless_they_hold_sections(tmp_path: Path) -> None:
    body = (
        "<table><caption>Økonomi</caption><thead><tr><th>År</th><th>Kr.</th></tr></thead>"
        "<tbody><tr><td>2024</td><td>1.000</td></tr></tbody></table>"
        "<table><tr><td><h2>Beslutning</h2><p>Godkendt</p><p>i dag</p></td><td>Åben</td></tr></table>"
        "<dl><dt>Mødedato</dt><dd>3. maj</dd><dt>Sagsfremstilling</dt><dd><p>Først</p><p>så</p></dd><dt>Afbud</dt></dl>"
    )
    assert lines(page(tmp_path, body)) == [
        ("Økonomi", ""),
        ("År\tKr.", "row"),
        ("2024\t1.000", "row"),
        ("Beslutning", "h2"),
        ("Godkendt", ""),
        ("i dag", ""),
        ("Åben", ""),
        ("Mødedato\t3. maj", "row"),
        ("Sagsfremstilling", "h6"),
        ("Først", ""),
        ("så", ""),
        ("Afbud", ""),
    ]


def test_inline_text_is_folded_parted_and_broken_as_it_is_seen(tmp_path: Path) -> None:
    body = (
        "<p>Beløbet  er&nbsp;<b>500</b>&nbsp;kr.<br>og ikke\n mere</p>"
        "<div><span>Mødedato</span><span>3. maj</span></div>"
        "<p><b>B</b>eslutning</p><h2>Punkt 1<br>Budget</h2>"
        "<p><img alt='Lukket punkt' src=x>Køb &amp; salg</p><pre>a\n b</pre>"
    )
    assert [text for text, _ in lines(page(tmp_path, body))] == [
        "Beløbet er 500 kr.",
        "og ikke mere",
        "Mødedato 3. maj",
        "Beslutning",
        "Punkt 1 Budget",
        "Lukket punkt Køb & salg",
        "a",
        " b",
    ]


def test_a_toggle_inside_a_heading_keeps_the_level(tmp_path: Path) -> None:
    body = "<h4>12 <a data-toggle='collapse' href='#p'>Køb af jord</a></h4><div id='p' hidden>Godkendt</div>"
    assert lines(page(tmp_path, body)) == [("12 Køb af jord", "h4"), ("Godkendt", "")]


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Møde\n 3. maj</title>", "<h1>Andet her</h1>", "Møde 3. maj"),
        ("", "<h1>Møde 3. maj</h1>", "Møde 3. maj"),
        ("", "<header><h1>Møde 3. maj</h1></header><p>tekst nok her</p>", "Møde 3. maj"),
        ("", "<p>kun tekst her</p>", None),
    ],
)
def test_the_title(tmp_path: Path, head: str, body: str, title: str | None) -> None:
    assert page(tmp_path, body, head).title == title


def test_the_only_heading_of_the_page_survives_the_head_of_the_site(tmp_path: Path) -> None:
    extract = page(tmp_path, "<header><a>Kommunen</a><h1>Referat 3. maj</h1></header><div>Sagen drøftet</div>")
    assert lines(extract) == [("Referat 3. maj", "h1"), ("Sagen drøftet", "")]


@pytest.mark.parametrize(
    "data",
    [
        "<html><meta charset='iso-8859-1'><p>Mødet på Åsen</p>".encode("latin-1"),
        "<html><p>Mødet på Åsen</p>".encode("utf-8-sig"),
        "<html><p>Mødet på Åsen</p>".encode("utf-16"),
        b"<html><p>M&oslash;det p&#229; &Aring;sen</p>",
        "<?xml version='1.0' encoding='utf-8'?><html><p>Mødet på Åsen</p></html>".encode(),
        "<html><meta charset='iso-8859-1'><p>Mødet på Åsen</p>".encode(),
    ],
)
def test_letters_are_read_in_any_encoding(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(data)
    assert read(path).pages[0].text == "Mødet på Åsen"


def test_a_page_that_a_program_draws_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MinutesUnreadable) as refused:
        page(tmp_path, "<div id='root'></div><script>start()</script>")
    assert refused.value.reason == "no_text"


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 20_000,
        "<ul><li>" * 10_000,
        "<table><tr><td>" * 5_000,
        "<b>" * 30_000 + "tekst her er nok",
        "<p " + "a=1 " * 25_000 + ">tekst her er nok",
        "&lt;" * 20_000,
        "<div class='" + "aB" * 50_000 + "'>tekst her er nok</div>",
        "<meta charset " * 7_000,
        "<!-- " * 20_000,
    ],
)
def test_hostile_markup_is_read_or_refused(tmp_path: Path, body: str) -> None:
    # Any other error than a refusal fails the test, and so does the clock.
    with contextlib.suppress(MinutesUnreadable):
        page(tmp_path, body)
