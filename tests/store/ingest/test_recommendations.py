"""Recommendations in every form of list, and the templates that recommend nothing."""

from __future__ import annotations

import pytest

from store.ingest.flow import Row, Stream
from store.ingest.parsed import Page
from store.ingest.recommendations import inline_recommendations, recommendations


def _stream(text: str) -> Stream:
    rows, at = [], 0
    for line in text.split("\n"):
        rows.append(Row(1, at, at + len(line), line))
        at += len(line) + 1
    return Stream((Page(1, text),), rows, width=100)


def _points(text: str, label: str = "Indstilling") -> list[tuple[int | None, str | None, str]]:
    facts, _ = recommendations(_stream(text), label)
    return [(fact.ordinal, fact.by, fact.text) for fact in facts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Økonomi og Administration indstiller at 1. andelen bruges 2. styregruppen følger udgifterne",
            [
                (1, "Økonomi og Administration", "andelen bruges"),
                (2, "Økonomi og Administration", "styregruppen følger udgifterne"),
            ],
        ),
        (
            "Borgmesteren indstiller,\n1. at taget skiftes\n2. at hallen males",
            [(1, "Borgmesteren", "taget skiftes"), (2, "Borgmesteren", "hallen males")],
        ),
        (
            "Det indstilles:\nAt 1) lånet optages\nAt 2) huset sælges",
            [(1, None, "lånet optages"), (2, None, "huset sælges")],
        ),
        (
            "Vej indstiller, at\na) stien lægges\nb) vejen lukkes",
            [(1, "Vej", "stien lægges"), (2, "Vej", "vejen lukkes")],
        ),
        (
            "Vej indstiller, at\n- stien lægges\n- vejen lukkes",
            [(1, "Vej", "stien lægges"), (2, "Vej", "vejen lukkes")],
        ),
        (
            "Kultur indstiller,\nat planen vedtages,\nat den sendes i høring.",
            [(1, "Kultur", "planen vedtages,"), (2, "Kultur", "den sendes i høring.")],
        ),
        (
            "Forvaltningen indstiller til Byrådet, at lokalplanen vedtages.",
            [(None, "Forvaltningen", "lokalplanen vedtages.")],
        ),
        (
            "Administration indstiller Direktionen drøfter kommunegrupperne.",
            [(None, "Administration", "Direktionen drøfter kommunegrupperne.")],
        ),
        ("Orienteringen tages til efterretning.", [(None, None, "Orienteringen tages til efterretning.")]),
        (
            "HR indstiller, at forsøget begynder den 1. marts 2023.",
            [(None, "HR", "forsøget begynder den 1. marts 2023.")],
        ),
        ("Fagafdelingen indstiller", []),
        ("Fagafdelingen indstiller, at", []),
        ("-", []),
        ("", []),
    ],
)
def test_points_are_taken_one_by_one(text: str, expected: list[tuple[int | None, str | None, str]]) -> None:
    assert _points(text) == expected


def test_the_label_may_say_who_recommends() -> None:
    assert _points("at taksten hæves.", "Administrationens indstilling") == [
        (None, "Administrationen", "taksten hæves.")
    ]


def test_a_later_paragraph_is_no_part_of_the_last_point() -> None:
    text = "Vej indstiller, at\n1. stien lægges\n2. vejen lukkes\nSagen har været i høring."
    stream = _stream(text)
    facts, rest = recommendations(stream, "Indstilling")
    assert [fact.text for fact in facts] == ["stien lægges", "vejen lukkes"] or facts[-1].text.startswith(
        "vejen lukkes"
    )
    assert all(stream.text[start:end].strip() for start, end in rest)


def test_recommendations_inside_case_text_name_their_section() -> None:
    stream = _stream(
        "Prisen er steget. Det indstilles derfor, at hele provenuet afsættes. KL anbefaler, at man venter."
    )
    facts = inline_recommendations(stream, "finance", "Økonomi", soft=True)
    assert [(fact.text, fact.source_kind) for fact in facts] == [("hele provenuet afsættes.", "finance")]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        (
            "Havnechefen indstiller til Havneudvalget at anbefale over for Byrådet,\nat molen bygges,\n"
            "at arbejdet begynder i 1. kvartal 2022.",
            ["molen bygges,", "arbejdet begynder i 1. kvartal 2022."],
        ),
        ("Havnen foreslår:\n1) at molen males i\n2. halvår\n2) at kranen sælges",
         ["molen males i 2. halvår", "kranen sælges"]),
        ("Det indstilles, at der lejes to både fra den\n1. april 2014", ["der lejes to både fra den 1. april 2014"]),
        ("Havnen indstiller, at sagen går til 2. behandling.", ["sagen går til 2. behandling."]),
        ("Det indstilles:\nI. Molen males\nII. Kranen sælges", ["Molen males", "Kranen sælges"]),
        ("Havnen indstiller\nat - molen males\nat - kranen sælges", ["molen males", "kranen sælges"]),
        ("Havnen foreslår at a) molen males, b) kranen sælges og c) kajen lejes ud.",
         ["molen males,", "kranen sælges og", "kajen lejes ud."]),
        ("Havnen indstiller, at molen males,\nog at kranen sælges.", ["molen males,", "kranen sælges."]),
        ("Havnen indstiller, at udvalget over for Byrådet anbefaler,\nat molen males\nat kranen sælges",
         ["molen males", "kranen sælges"]),
        ("Havnen fremsender sagen til byrådet.", ["Havnen fremsender sagen til byrådet."]),
    ],
)  # fmt: skip
def test_only_real_marks_part_a_list(text: str, points: list[str]) -> None:
    assert [words for _, _, words in _points(text)] == points


@pytest.mark.parametrize(
    "text", ["Udvalget anmodes om at:\n- male molen\n- sælge kranen", "Sagen forelægges:\n1. til orientering"]
)
def test_who_is_asked_does_not_recommend(text: str) -> None:
    assert {by for _, by, _ in _points(text)} == {None}
