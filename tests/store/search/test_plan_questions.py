"""Questions on plans in words that the plans lack: each test is named by what once went wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.records import Finding
from store.search.plansections import sections
from tests.bench.asker import Asker, store_of
from tests.bench.questions import subject

BATHS = """Kommissorium for projektet Søbadet i Egedal By

Ejer: Park og Strand
Dato: 3. marts 2026
Kontaktperson: Ida Munk

Baggrund
Det gamle bad er lukket, fordi broen er rådden. Sejlerne og svømmerne har skrevet under på et fælles ønske.

Formål
Projektet skal undersøge, om badet kan genåbne, og hvad det kræver.

Afgrænsning
Projektet omfatter ikke campingpladsen og kiosken.

Opgaver
Projektgruppen skal:
- måle dybden ved broen
- tegne to forslag til et nyt bad
- spørge svømmerne, hvad de ønsker

Barrierer
Arbejdet viser tre barrierer:
1. Vandet er for lavvandet om sommeren.
2. Fredningen tillader ingen faste bygninger.
3. Ingen har ansvaret for livredderne.

Faser
Fase 1: Opmåling (april 2026-juni 2026)
Fase 2: Forslag (august 2026-november 2026)
Fase 3: Byggeri (marts 2027-?)

Organisering
Styregruppe:
- Palle Frost, parkchef (formand)
- Lone Vig, strandfoged
- Karl Ask, formand for Svømmeklubben

Projektgruppe:
- Ida Munk (projektleder)
- Bent Skov

Økonomi
Der er afsat 640.000 kr. til projektet. Heraf går 90.000 kr. til dykkere.
Projektet betales af strandpuljen.

Opfølgning
Evalueringen foretages af to svømmelærere et år efter åbningen.
"""

ACTIONS = """Handleplan for cykling 2026-2027

Handleplanen er vedtaget af Trafikudvalget den 4. februar 2026.

Indsats\tAnsvarlig\tFrist\tStatus
Cykelpumper på stationen\tVej og Park\t1. juni 2026\tAfsluttet
Kursus for nye cyklister\tIda Munk\t1. oktober 2026\tForsinket
Lys i tunnelen\tVej og Park\t1. marts 2027\tIkke påbegyndt
Cykelparkering ved skolerne\tBørn og Skole\t1. april 2027\tIkke påbegyndt
"""


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    folder = tmp_path_factory.mktemp("plans")
    papers = {"soebadet.txt": BATHS, "cykling.txt": ACTIONS}
    paths: list[Path] = []
    for name, text in papers.items():
        paths.append(folder / name)
        paths[-1].write_text(text, encoding="utf-8")
    return Asker(store_of(folder / "plans.db", paths))


def found(asker: Asker, text: str, lang: str = "da") -> Finding:
    return asker.find(text, lang, subject("reader"))


def first(asker: Asker, text: str, lang: str = "da") -> str:
    finding = found(asker, text, lang)
    assert finding.status == "answered", finding
    return finding.facts[0].text


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("hvorfor er der brug for et projekt om søbadet?", "da", "Det gamle bad er lukket"),
        ("hvad er søbadsprojektets idé og hensigten med søbadet?", "da", "undersøge, om badet kan genåbne"),
        ("hvad hører ikke med til projektet Søbadet?", "da", "omfatter ikke campingpladsen"),
        ("hvordan er Søbadet finansieret?", "da", "betales af strandpuljen"),
        ("how is the project Søbadet paid for?", "en", "betales af strandpuljen"),
        ("hvem evaluerer projektet Søbadet?", "da", "Evalueringen foretages af to svømmelærere"),
        ("what is left out of the project Søbadet?", "en", "omfatter ikke campingpladsen"),
    ],
)
def test_a_chapter_was_not_known_by_other_words_than_its_heading(
    asker: Asker, text: str, lang: str, expected: str
) -> None:
    assert expected in first(asker, text, lang)


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("hvem leder styregruppen for Søbadet?", "da", "Palle Frost"),
        ("who heads the steering group for Søbadet?", "en", "Palle Frost"),
        ("hvem kan man ringe til om Søbadet?", "da", "Ida Munk"),
        ("who do I contact about Søbadet?", "en", "Ida Munk"),
    ],
)
def test_a_role_was_not_known_by_what_one_does(asker: Asker, text: str, lang: str, expected: str) -> None:
    assert expected in first(asker, text, lang)


@pytest.mark.parametrize(
    ("text", "lang", "count", "expected"),
    [
        ("hvad står i vejen for Søbadet?", "da", 3, "Vandet er for lavvandet"),
        ("what stands in the way of Søbadet?", "en", 3, "Vandet er for lavvandet"),
        ("hvad skal projektgruppen for Søbadet lave?", "da", 3, "måle dybden"),
    ],
)
def test_a_list_was_not_known_by_what_it_is_for(asker: Asker, text: str, lang: str, count: int, expected: str) -> None:
    finding = found(asker, text, lang)
    assert (finding.status, finding.count) == ("answered", count)
    assert expected in finding.facts[0].text


def test_all_actions_were_told_where_those_not_begun_were_asked_for(asker: Asker) -> None:
    told = found(asker, "hvilke indsatser i handleplanen for cykling er ikke begyndt?")
    assert [fact.text.partition("\t")[0].split(" Vej")[0].split(" Børn")[0] for fact in told.facts] == [
        "Lys i tunnelen",
        "Cykelparkering ved skolerne",
    ]


@pytest.mark.parametrize("text", ["hvornår er anden fase af Søbadet?", "hvornår er fase to af Søbadet?"])
def test_a_phase_spelt_out_was_taken_for_any_phase(asker: Asker, text: str) -> None:
    assert "august 2026-november 2026" in first(asker, text)


def test_an_amount_was_not_told_from_that_of_the_whole(asker: Asker) -> None:
    assert "90.000 kr. til dykkere" in first(asker, "hvor mange penge går til dykkere i Søbadet?")
    assert "640.000 kr." in first(asker, "hvad er budgettet for projektet Søbadet?")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("hvilke faser er der i handleplanen for cykling?", "da"),
        ("hvem er arkitekt på Søbadet?", "da"),
        ("which municipalities take part in Søbadet?", "en"),
        ("hvad er målet for antal svaner i Søbadet?", "da"),
    ],
)
def test_what_a_plan_lacks_was_made_up_from_what_it_has(asker: Asker, text: str, lang: str) -> None:
    assert found(asker, text, lang).status in ("not_found", "not_stated")


def test_a_phase_that_the_plan_lacks_was_that_of_another(asker: Asker) -> None:
    assert found(asker, "hvornår er fase 4 af Søbadet?").status in ("not_found", "not_stated")


def test_an_introduction_stood_before_the_background() -> None:
    background = next(one for one in sections() if one.name == "background")
    assert sorted(["1 Indledning", "2 Baggrund"], key=background.rank) == ["2 Baggrund", "1 Indledning"]


TRACKS = """Cykelstrategi for Lindø Kommune

Cyklister i Lindø skal kunne komme frem hele året.

Risici
- Dyre materialer
- Våde vintre

Mål
- Hver tredje skoleelev i Lindø cykler i 2029.

De to spor
Spor A: Stier i byen
Sporejer: Ida Munk.

- Belysning ved havnen
- Nye bænke langs åen

Spor B: Parkering
Sporejer: Bent Skov.

- Stativer ved skolerne
- Overdækning ved stationen
"""


@pytest.fixture(scope="module")
def tracks(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    folder = tmp_path_factory.mktemp("tracks")
    path = folder / "cykelstrategi.txt"
    path.write_text(TRACKS, encoding="utf-8")
    return Asker(store_of(folder / "tracks.db", [path]))


def test_what_one_track_holds_are_no_tracks(tracks: Asker) -> None:
    told = found(tracks, "hvilke spor arbejder Lindø efter")
    assert [fact.text.partition(":")[0] for fact in told.facts] == ["Spor A", "Spor B"]


@pytest.mark.parametrize("text", ["farer ved cykelstrategien", "risici i Lindøs cykelstrategi"])
def test_a_few_words_name_a_list_by_its_head(tracks: Asker, text: str) -> None:
    assert [fact.text for fact in found(tracks, text).facts] == ["Dyre materialer", "Våde vintre"]


def test_a_share_is_no_price(tracks: Asker) -> None:
    told = found(tracks, "hvor stor en andel af skoleeleverne cykler i 2029")
    assert told.status == "answered"
    assert "Hver tredje skoleelev" in told.facts[0].text


def test_only_the_one_of_a_group_is_told_whom_a_word_names(asker: Asker) -> None:
    told = found(asker, "hvem er strandfoged i styregruppen for Søbadet")
    assert [fact.name for fact in told.facts] == ["Lone Vig, strandfoged"]


def test_all_of_a_group_are_told_when_its_members_are_asked_for(asker: Asker) -> None:
    told = found(asker, "hvem sidder i styregruppen for Søbadet")
    assert [(fact.name or "").partition(",")[0] for fact in told.facts] == ["Palle Frost", "Lone Vig", "Karl Ask"]
