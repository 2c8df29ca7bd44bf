"""Questions as managers put them, in words that the minutes lack: each test is named by what once went wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.records import Finding
from tests.bench.asker import Asker, store_of
from tests.bench.questions import subject

SPRING = """Egedal By
Referat
Teknikudvalget
Mødedato: 4. maj 2021
Mødetid: kl. 15.00 - 17.00
Medlemmer: Ole Lund (A), Pia Birk (V), Kaj Sten (C)
Fraværende: Kaj Sten (C)

1. Godkendelse af dagsorden
Beslutning
Godkendt.

2. Hunde på Østerstrand
Sagsnr. 21/4410
Sagsfremstilling
Hundene løber i dag frit på stranden hele året. Ejerne samler sjældent efter dem.
Økonomi
Nye skilte koster 42.000 kr. Tilsyn koster 0,6 mio. kr., som afholdes af strandpuljen.
Indstilling
Forvaltningen indstiller, at hunde holdes i snor fra den 1. juni 2021.
Beslutning
Godkendt med den ændring, at snoren først kræves fra den 1. juli 2021.

3. Istandsættelse af vandtårnet
Sagsnr. 21/4502
Sagsfremstilling
Vandtårnet er fra 1912. Murværket er revnet, og der er kommet 14 henvendelser fra naboer.
Økonomi
Arbejdet koster 3,6 mio. kr. Stilladset koster 0,4 mio. kr.
Indstilling
Forvaltningen indstiller, at
1. tårnet sættes i stand
2. der afsættes 3,6 mio. kr. i 2022
Beslutning
Udsat, da udvalget vil kende prisen på en nedrivning.
Afbud: Kaj Sten (C)

4. Cykelparkering ved havnen
Sagsnr. 21/4600
Sagsfremstilling
Der mangler 80 pladser til cykler.
Indstilling
Forvaltningen indstiller, at pladserne anlægges.
Beslutning
Godkendt.

5. Parkering ved torvet
Sagsnr. 21/4611
Sagsfremstilling
Handlende ønsker korttidspladser.
Indstilling
Forvaltningen indstiller, at der indføres en time på torvet.
Beslutning
Afvist.
"""
AUTUMN = """Egedal By
Referat
Teknikudvalget
Mødedato: 5. oktober 2021
Mødetid: kl. 15.00 - 16.00
Medlemmer: Ole Lund (A), Pia Birk (V), Kaj Sten (C)
Fraværende: Ingen

1. Godkendelse af dagsorden
Beslutning
Godkendt.

2. Parkering ved stationen
Sagsnr. 21/7004
Sagsfremstilling
Pendlerne fylder pladsen.
Vurdering
En udvidelse fælder tolv gamle lindetræer.
Indstilling
Forvaltningen indstiller, at pladsen udvides.
Beslutning
Udsat til mødet den 2. november 2021.

3. Gadelys i Nørregade
Sagsnr. 21/7020
Sagsfremstilling
Lamperne er slidt op. Udvalget godkendte i sit møde den 4. maj 2021, at de kunne skiftes.
Indstilling
Forvaltningen indstiller, at lamperne skiftes.
Beslutning
Godkendt.
"""


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    folder = tmp_path_factory.mktemp("minutes")
    papers: list[Path] = []
    for name, text in (("teknikudvalget-2021-05-04.txt", SPRING), ("teknikudvalget-2021-10-05.txt", AUTUMN)):
        papers.append(folder / name)
        papers[-1].write_text(text, encoding="utf-8")
    return Asker(store_of(folder / "store.db", papers))


def find(asker: Asker, text: str, lang: str = "da") -> Finding:
    return asker.find(text, lang, subject("reader"))


def first(asker: Asker, text: str, lang: str = "da") -> str:
    finding = find(asker, text, lang)
    assert finding.status == "answered"
    return " ".join(finding.facts[0].text.split())


def test_whether_something_may_be_is_answered_by_the_decision(asker: Asker) -> None:
    assert first(asker, "Må hundene løbe frit på Østerstrand?").startswith("Godkendt med den ændring")


def test_an_amount_is_asked_for_by_its_number(asker: Asker) -> None:
    assert "3,6 mio. kr." in first(asker, "Hvad var de 3,6 mio. kr. til?")
    assert "0,4 mio. kr." in first(asker, "Hvad gik de 0,4 mio. kr. til?")


def test_an_amount_that_no_item_states_is_not_found(asker: Asker) -> None:
    assert find(asker, "Hvad var de 7,3 mio. kr. til?").status == "not_found"


def test_the_day_that_was_decided_goes_before_the_one_recommended(asker: Asker) -> None:
    assert "1. juli 2021" in first(asker, "Hvornår skal hundene på Østerstrand i snor?")


def test_why_something_waits_is_told_by_the_decision_that_put_it_off(asker: Asker) -> None:
    assert first(asker, "Hvorfor venter man med vandtårnet?").startswith("Udsat, da")


def test_where_money_comes_from_is_a_question_on_money(asker: Asker) -> None:
    assert "strandpuljen" in first(asker, "Hvor kommer pengene til tilsynet på Østerstrand fra?")


def test_where_something_is_put_is_a_matter_and_no_meeting_place(asker: Asker) -> None:
    assert "Lokale" not in first(asker, "Hvor skal cykelparkeringen ved havnen anlægges?")
    assert find(asker, "Where did they choose to put the bicycle parking?", "en").facts[0].kind != "meeting"


def test_a_year_is_no_number_of_anything(asker: Asker) -> None:
    assert "14 henvendelser" in first(asker, "Hvor mange henvendelser er der kommet om vandtårnet?")


def test_who_was_away_did_not_win_the_tender(asker: Asker) -> None:
    finding = find(asker, "Hvem vandt opgaven med vandtårnet?")
    assert finding.status == "not_stated"
    assert not any(fact.text.startswith("Afbud") for fact in finding.facts)


def test_a_matter_of_another_year_than_the_one_named_is_not_found(asker: Asker) -> None:
    assert find(asker, "Hvad blev der besluttet om vandtårnet i 2018?").status == "not_found"
    assert find(asker, "Hvad blev der besluttet om vandtårnet i 2021?").status == "answered"


def test_all_cases_on_a_topic_are_all_of_them(asker: Asker) -> None:
    for text, lang in (("Alle sager om parkering", "da"), ("List all cases about parking", "en")):
        finding = find(asker, text, lang)
        assert finding.status == "answered"
        titles = {item.title for item in finding.items}
        assert {"Parkering ved stationen", "Parkering ved torvet"} <= titles
        assert "Hunde på Østerstrand" not in titles


def test_words_on_how_things_are_do_not_hide_the_matter(asker: Asker) -> None:
    assert first(asker, "Hvad var argumentet mod at sætte vandtårnet i stand?")
    assert first(asker, "Blev lamperne i Nørregade overhovedet skruet ned og skiftet?") == "Godkendt."


def test_a_mistyped_word_on_how_things_are_hides_the_matter_no_more_than_a_clean_one(asker: Asker) -> None:
    assert first(asker, "Blev lamperne i Nørregade slkruet ned?") == "Godkendt."
    assert first(asker, "Were the lamps in Nørregade repleaced?", "en") == "Godkendt."


def test_the_day_of_an_earlier_meeting_is_not_when_the_work_is_done(asker: Asker) -> None:
    assert find(asker, "Hvornår er lamperne i Nørregade færdige?").status == "not_stated"


def test_arguments_stand_in_the_assessment(asker: Asker) -> None:
    assert first(asker, "Hvad var argumentet mod mere parkering ved stationen?").startswith("En udvidelse fælder")
