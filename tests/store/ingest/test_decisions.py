"""Wordings of decisions and the class each has; what no rule covers stays as worded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.ingest.decisions import read_decision

_WORDINGS = {
    "approved": [
        "Godkendt.",
        "Godkendt som indstillet",
        "Indstillingen godkendt.",
        "Indstillingen blev tiltrådt.",
        "Tiltrådt.",
        "Indstillingen følges.",
        "Vedtaget enstemmigt.",
        "Byrådet vedtog forslaget med 18 stemmer mod 7.",
        "Dagsordenen blev godkendt.",
        "Økonomiudvalgets indstilling godkendt",
        "Godkendt uden bemærkninger.",
        "Drøftet og godkendt.",
        "Godkendt som anbefalet af Økonomiudvalget.",
        "Ændringsforslaget blev forkastet. Indstillingen blev godkendt.",
        "1. Godkendt. 2. Godkendt.",
        "Ad 1: Tiltrådt. Ad 2: Godkendt.",
        "Som indstillet.",
        "Et flertal (A, F og L) godkendte indstillingen. Liste O stemte imod.",
        "Tilbagesendes Teknik og Miljø med bemærkning, at byrådet har vedtaget indstillingen.",
        "Udvalget tilsluttede sig forvaltningens forslag.",
    ],
    "approved_with_changes": [
        "Godkendt, dog således at ordningen evalueres efter et år.",
        "Godkendt med den ændring, at stien belyses.",
        "Godkendt med følgende tilføjelse: Ældrerådet høres.",
        "Indstillingen tiltrådt med bemærkning om, at prisen skal forhandles.",
        "Tiltrådt, dog udsættes punkt 7.",
        "Pkt. 1 og 3 godkendt. Pkt. 2 godkendt med den ændring, at rådet får en plads.",
        "Godkendt som indstillet, idet evalueringen også skal omfatte de pårørende.",
        "Vedtaget i ændret form.",
    ],
    "recommended": [
        "Anbefales.",
        "Anbefales godkendt over for Byrådet.",
        "Indstillingen anbefales.",
        "Indstilles godkendt.",
        "Økonomiudvalget anbefaler, at sagen godkendes.",
        "Fremsendes til Byrådet med bemærkning, at Magistraten anbefaler indstillingen.",
    ],
    "discussed": [
        "Drøftet.",
        "Drøftet. Notatet tilpasses i forhold til bemærkningerne.",
        "Sagen blev drøftet.",
        "Udvalget drøftede udkastet.",
    ],
    "noted": [
        "Taget til efterretning.",
        "Til efterretning",
        "Drøftet og taget til efterretning.",
        "Orienteringen blev taget til efterretning.",
        "Taget til orientering.",
    ],
    "briefed": ["Orientering givet.", "Orienteret.", "Orienteringen blev givet.", "Direktøren orienterede om sagen."],
    "postponed": [
        "Udsat.",
        "Udsat til mødet den 1. oktober 2018.",
        "Sagen genoptages på næste møde.",
        "Sat i bero, til lovforslaget er vedtaget.",
        "Sagen blev drøftet og udsat.",
    ],
    "referred": [
        "Oversendes til Økonomiudvalget.",
        "Henvist til Teknisk Udvalg.",
        "Hjemvist til forvaltningen.",
        "Sendt til behandling i Magistraten",
        "Fremsendes til Social- og Beskæftigelsesudvalget til behandling.",
    ],
    "withdrawn": ["Udgår.", "Taget af dagsordenen.", "Punktet udgik.", "Sagen blev trukket.", "Punktet er taget af."],
    "rejected": [
        "Afvist.",
        "Ikke godkendt.",
        "Indstillingen blev ikke godkendt.",
        "Kan ikke imødekommes.",
        "Forslaget blev forkastet med 15 stemmer mod 6.",
        "Forslaget faldt.",
        "Nedstemt.",
        "Klagen imødekommes ikke.",
        "Pt. ønsker direktionen ikke, at kommunen indgår i arbejdet, men vil gerne følge det.",
        "Direktionen ønsker ikke, at reglerne ændres nu.",
        "Anbefales ikke.",
    ],
    "delegated": [
        "Direktøren bemyndiges til at indgå aftalen.",
        "Kommunaldirektøren bemyndiges til at underskrive.",
        "Forvaltningen bemyndiges til at finde en løsning.",
    ],
    "none_recorded": ["", "-", "Ingen.", "Intet.", "Ingen bemærkninger.", "Der var ingen spørgsmål."],
    "as_worded": [
        "Trivselsundersøgelsen skal medtages i det kommende nyhedsbrev.",
        "Julefrokosten flyttes til den 4. december.",
        "Højeste bud accepteret.",
        "Punkt 1 godkendt, punkt 2 udsat.",
        "Punkt 1 blev taget til efterretning. Punkt 2 blev godkendt.",
        "Kommende sager: intranettet, orientering om status, drøftelser om budget følger i det nye år.",
        "Direktionen drøftede budgettet. Det blev besluttet, at alle sparer 2 pct.",
        "Direktionen vil følge det godkendte budget.",
    ],
}


@pytest.mark.parametrize(
    ("wording", "expected"),
    [(text, name) for name, texts in _WORDINGS.items() for text in texts],
    ids=lambda text: text,
)
def test_wording_has_its_class(wording: str, expected: str) -> None:
    assert read_decision(wording).decision_class == expected


@pytest.mark.parametrize(
    ("wording", "target"),
    [
        ("Udsat til mødet den 1. oktober 2018.", "mødet den 1. oktober 2018"),
        ("Sagen genoptages på mødet i maj, når høringen er slut.", "mødet i maj"),
        ("Oversendes til Økonomiudvalget til behandling.", "Økonomiudvalget"),
        ("Hjemvist til forvaltningen med henblik på en ny beregning.", "forvaltningen"),
        ("Sendt til behandling i Magistraten", "Magistraten"),
        ("Godkendt.", None),
    ],
)
def test_target_is_named_as_printed(wording: str, target: str | None) -> None:
    assert read_decision(wording).target == target


def test_votes_and_reservations_are_the_dissent() -> None:
    told = read_decision("Godkendt. Lis Bo (Ø) stemte imod, da hun ønsker en tunnel. Stien åbner i maj.")
    assert (told.decision_class, told.dissent) == ("approved", "Lis Bo (Ø) stemte imod, da hun ønsker en tunnel.")


def test_formulas_are_known_without_a_lost_letter() -> None:
    assert read_decision("Gdkendt.", "o").decision_class == "approved"
    assert read_decision("Gdkendt.").decision_class == "as_worded"


@given(st.text(max_size=400))
def test_any_text_has_a_class(text: str) -> None:
    assert read_decision(" ".join(text.split())).decision_class


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("Et mindretal (V) kan ikke godkende forslaget. Et flertal (A, F) godkendte det.", "approved"),
        ("Et mindretal (A) ville godkende. Flertallet afviste forslaget.", "rejected"),
        ("Vedtaget med 21 stemmer mod 4. Liste B stemte imod.", "approved"),
        ("Imod stemte gruppe B. Forslaget bortfaldt.", "rejected"),
        ("Punktet bortfaldt.", "withdrawn"),
        ("Der var intet under punktet.", "none_recorded"),
        ("Første og tredje punkt blev godkendt. Andet punkt faldt.", "as_worded"),
        ("Ad I: Godkendt. Ad II: Udsat til den 2. maj 2019.", "as_worded"),
        ("Ad 1: Godkendt. Ad 2: Godkendt med den ændring, at det sker 2. maj.", "approved_with_changes"),
    ],
)
def test_the_majority_and_every_part_count(wording: str, expected: str) -> None:
    assert read_decision(wording).decision_class == expected


def test_a_target_ends_with_its_sentence() -> None:
    told = read_decision("Udsat til mødet den 10. oktober 2013. Havnen indhenter priser.")
    assert told.target == "mødet den 10. oktober 2013"
    assert read_decision("Udsat til d. 5. maj.").target == "d. 5. maj"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Drøftet. Notatet skrives om, og varslingen afventer et møde med tillidsfolkene.", "discussed"),
        ("Sagen afventer yderligere oplysninger fra regionen.", "postponed"),
        ("Afventer svar fra ministeriet.", "postponed"),
        ("Tiltrådt, idet beløbet hæves til 2 mio. kr.", "approved_with_changes"),
        ("Godkendt, idet perioden forlænges med et år.", "approved_with_changes"),
        ("Godkendt, idet det bemærkes, at sagen haster.", "approved"),
    ],
)
def test_what_a_part_waits_for_and_what_a_clause_changes(text, wanted):
    assert read_decision(text).decision_class == wanted
