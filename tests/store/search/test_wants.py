"""What a question wants to be told, and whether a text tells it."""

from __future__ import annotations

import pytest

from store.search.wants import counts, points_elsewhere, tells, wants


def everything(_: str) -> float:
    return 1.0


def nothing(_: str) -> float:
    return 0.0


def mentions_visits(sentence: str) -> bool:
    return "besøg" in sentence


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("hvor mange besøg har badet haft?", "besøg"),
        ("How many visits has the pool had?", "visits"),
        ("antallet af besøg i badet", "besøg"),
        ("what is the number of visits", "visits"),
    ],
)
def test_a_count_is_of_the_word_behind_it(question: str, counted: str) -> None:
    assert wants(question).counted == counted


def test_a_sentence_with_the_number_of_what_is_counted_tells_most() -> None:
    asked = wants("hvor mange besøg har badet haft?")
    best = tells(asked, "Badet har haft 7.400 besøg i år.", everything, mentions_visits)
    other = tells(asked, "Badet har 12 ansatte.", everything, mentions_visits)
    assert best > other > tells(asked, "Badet er populært.", everything, mentions_visits) == 0.0
    assert counts(asked, "Badet har haft 7.400 besøg i år.", nothing, mentions_visits)
    assert not counts(asked, "Badet har 12 ansatte. Der var mange besøg.", nothing, mentions_visits)


def test_a_sentence_that_holds_the_rest_of_the_question_need_not_name_what_is_counted() -> None:
    asked = wants("hvor mange badegæster var der i juli?")
    assert counts(asked, "I juli kom der 7.400.", everything, mentions_visits)


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("hvor gammelt er badet?", "Badet er fra 1974.", "Badet er stort."),
        ("hvor lang er stien?", "Stien er 3,6 km.", "Stien koster 7 mio. kr."),
        ("how quickly must they answer?", "Svar gives inden 30 sekunder.", "Svar gives altid."),
        ("hvor ofte gøres der rent?", "Der gøres rent hver tredje uge.", "Der gøres rent."),
    ],
)
def test_a_measure_is_told_in_its_own_unit(question: str, text: str, other: str) -> None:
    assert tells(wants(question), text, everything, mentions_visits) == 1.0
    assert tells(wants(question), other, everything, mentions_visits) == 0.0


def test_a_share_needs_a_percentage() -> None:
    asked = wants("hvor stor en andel af eleverne cykler?")
    assert tells(asked, "I alt cykler 40 pct. af dem.", everything, mentions_visits) == 1.0
    assert tells(asked, "I alt cykler 40 af dem.", everything, mentions_visits) == 0.0


def test_a_duration_needs_a_span_of_time() -> None:
    asked = wants("hvor længe varer aftalen?")
    assert tells(asked, "Aftalen løber i fire år.", everything, mentions_visits) == 1.0
    assert tells(asked, "Aftalen løber til 2030.", everything, mentions_visits) == 0.0


def test_letters_are_told_where_they_stand_behind_the_name() -> None:
    asked = wants("Hvad står HaFo for?")
    assert asked.spelt_out == "HaFo"
    assert tells(asked, "Sagen er sendt til Havneforvaltningen (HaFo) til udtalelse.", everything, mentions_visits)
    assert not tells(asked, "HaFo har svaret.", everything, mentions_visits)


@pytest.mark.parametrize("question", ["hvilke fem indsatser er der?", "which groups are there", "de tre spor"])
def test_a_list_is_told_by_three_entries(question: str) -> None:
    asked = wants(question)
    assert tells(asked, "Der er tre spor: 1. Kyst 2. Skov 3. By", everything, mentions_visits) == 1.0
    assert tells(asked, "Der er flere spor i planen.", everything, mentions_visits) == 0.0


def test_a_plain_topic_wants_nothing_in_particular() -> None:
    assert wants("kystsikring ved fjorden").nothing


@pytest.mark.parametrize(
    "text",
    [
        "Indhold Forord... 2 Mål... 4 Tidsplan... 7 Økonomi... 9",
        "1. INDLEDNING BAGGRUND FORMÅL ORGANISERING TIDSPLAN ØKONOMI EVALUERING OG BILAG TIL PLANEN FOR KYSTEN",
        "Læs mere om kortet på nettet. Læs mere om årets rapport i kataloget.",
    ],
)
def test_contents_and_pointers_are_no_answer(text: str) -> None:
    assert points_elsewhere(text)


def test_prose_is_no_table_of_contents() -> None:
    assert not points_elsewhere("KL og ØU har drøftet planen. Den skal gælde fra 2027 og drøftes igen til marts.")


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("hvad tid lukker badet?", "Badet lukker kl. 21.", "Badet lukker den 2. maj."),
        ("what time does the pool close", "Badet lukker 21.30 hver dag.", "Badet er fra 1974."),
        ("hvor meget er vandforbruget faldet?", "Forbruget er faldet med 12 pct.", "Badet koster 2 mio. kr."),
        ("how much did the price go up", "Prisen hæves fra 40 kr. til 45 kr.", "Prisen er 45 kr."),
        ("hvor gammelt er badet?", "Badet er opført i 1974.", "Badet renoveres 2027."),
    ],
)
def test_a_clock_a_change_and_an_age_are_told_in_their_own_way(question: str, text: str, other: str) -> None:
    assert tells(wants(question), text, everything, mentions_visits) == 1.0
    assert tells(wants(question), other, everything, mentions_visits) == 0.0


def test_some_of_them_is_not_how_many_there_are() -> None:
    """ "Two of the plots are reserved" was told for how many plots there are."""
    asked = wants("hvor mange besøg har badet haft?")
    some = tells(asked, "To af de mange besøg var for lange.", everything, mentions_visits)
    assert some < tells(asked, "Badet har haft 18 besøg.", everything, mentions_visits)
