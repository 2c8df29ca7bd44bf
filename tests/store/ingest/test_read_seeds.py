"""The real transcripts beside the checkout: their pages, and nothing of the documents around them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from store.ingest.parsed import Extract
from store.ingest.read import read

SEEDS = Path(os.environ.get("REFERENT_SEEDS") or Path(__file__).parents[4] / "shared" / "seeds")
pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the real documents are not there; set REFERENT_SEEDS"),
]


def seed(name: str) -> Extract:
    return read(SEEDS / f"{name}.txt")


@pytest.mark.parametrize(
    ("name", "pages", "first", "last"),
    [
        ("direktion-2015-10-22", 29, "Direktion, Referat fra mødet", "til flere og nye områder. 5"),
        ("koebenhavn-decentral-2013", 21, "københavns kommune styrket", "samarbejde med frivillige. 19"),
        ("lyngby-taarbaek-strategiplan-2013", 13, "Forvaltningens strategiplan", "Side 13 af 13"),
        ("omraadeindsats-2009", 11, "OMRÅDEINDSATS - PÅ TVÆRS", "1060 København K Tlf Fax"),
        ("soenderjylland-driftsfaellesskaber-2014", 6, "Analyse af fremtidige", "øknmiske rammer."),
    ],
)
def test_has_its_own_pages_from_first_to_last_word(name: str, pages: int, first: str, last: str) -> None:
    extract = seed(name)
    assert (len(extract.pages), extract.paged) == (pages, True)
    assert extract.pages[0].text.startswith(first)
    assert extract.pages[-1].text.endswith(last)
    assert [w.code for w in extract.warnings] == ["foreign_text_cut"]
    assert all(page.text for page in extract.pages)
    assert not any(line.text.strip() == "Læs mere" for line in extract.lines)


def test_pages_bear_their_printed_numbers() -> None:
    extract = seed("direktion-2015-10-22")
    assert [n for n in range(1, 12) if extract.pages[n - 1].text.endswith(f"Side {n}")] == list(range(1, 12))
    assert "69565/15" in extract.pages[12].text


def test_a_list_at_the_start_is_cut_as_well() -> None:
    extract = seed("soenderjylland-driftsfaellesskaber-2014")
    assert extract.title == "Analyse af fremtidige fælleskommunale driftsfællesskaber"
    assert [n for n in (1, 3, 5) if extract.pages[n - 1].text.endswith(f" {n}")] == [1, 3, 5]
    assert "Kerteminde" not in "".join(page.text for page in extract.pages)
