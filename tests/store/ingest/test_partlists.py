"""Lists are found with the sentence that leads in, whole and in order, in every layout."""

from __future__ import annotations

import pytest

from store.ingest.advice import single_recommendations
from store.ingest.elements import Context
from store.ingest.flow import Row, rows_of
from store.ingest.parsed import Extract, Page, ParsedList
from store.ingest.partlists import find_lists
from store.ingest.structure import Structure, structure


def _read(*pages: str) -> Structure:
    own = tuple(Page(number, text) for number, text in enumerate(pages, 1))
    rows: list[Row] = rows_of(Extract("pdf", own, (), paged=True))
    return structure(own, rows, 60)


def _lists(*pages: str) -> list[ParsedList]:
    return find_lists(_read(*pages), Context())


def test_a_sentence_on_something_else_announces_no_list() -> None:
    text = (
        "Byens parker\n\nProgrammet har tre indsatsområder:\n1. Skygge\n2. Leg\n3. Vand\n\n"
        "Bydelene vælger selv, hvilke to indsatsområder de begynder med.\n\n"
        "1.1 Skygge\nDer plantes træer langs alle veje i byen.\n\n1.2 Leg\nDer laves legepladser for større børn.\n\n"
        "1.3 Vand\nRegnvand ledes til bede i alle parker.\n"
    )
    found = [(one.name, one.announced, len(one.parts)) for one in _lists(text) if one.kind == "focus_area"]
    assert ("Programmet har tre indsatsområder", 3, 3) in found
    assert not any(announced == 2 for _, announced, _ in found)


def test_advice_without_a_colon_leads_in_its_list() -> None:
    text = (
        "Anbefalinger\n\nGruppen har besøgt fire andre byer og talt med beboerne der. Det anbefales, at\n"
        "- hver park får en vært\n- bænkene males hvert år\n- hunde får deres eget sted\n"
    )
    read = _read(text)
    assert [(one.name, one.kind, len(one.parts), one.parts[0].fact.label) for one in find_lists(read, Context())] == [
        ("Det anbefales, at", "recommendation", 3, "Anbefalinger")
    ]
    assert single_recommendations(read, Context()) == []


def test_wrapped_phases_are_all_found() -> None:
    text = (
        "Faser\n\n"
        "Fase 1: Forberedelse (maj 2027 - juni 2027). Træerne bestilles, og\nborgerne bliver hørt.\n"
        "Fase 2: Plantning (august 2027 - november 2027). Alle veje får træer.\n"
        "Fase 3: Pleje (foråret 2028-). Gartnerne lærer beboerne at vande."
    )
    found = _lists(text)[0]
    assert [(part.number, part.title, part.when.words if part.when else None) for part in found.parts] == [
        ("1", "Forberedelse", "maj 2027 - juni 2027"),
        ("2", "Plantning", "august 2027 - november 2027"),
        ("3", "Pleje", "foråret 2028-"),
    ]


@pytest.mark.parametrize("gap", [" ", "\t"])
def test_lines_led_by_a_time_are_one_list(gap: str) -> None:
    lines = [
        f"11. februar 2027:{gap}Byrådet godkender planen",
        f"Primo april 2027:{gap}Gruppen er sat",
        f"2. kvartal 2027:{gap}Behov i de fire bydele",
        f"D. 15/9 2027:{gap}Frist for tilbud på træer",
        f"Jan.-feb. 2028:{gap}De første træer plantes",
        f"Foråret 2028:{gap}Parken tages i brug",
        f"Inden udgangen af 2029:{gap}Planen evalueres",
    ]
    found = _lists("Milepælsplan\n" + "\n".join(lines))
    assert [(one.name, len(one.parts)) for one in found] == [("Milepælsplan", 7)]
    assert [part.when.words for part in found[0].parts if part.when] == [line.split(":")[0] for line in lines]


@pytest.mark.parametrize(
    "text",
    [
        "4 Områder\n\n4.1 Vand og leg\nDer skal være vand i alle parker.\n\nMål:\n- 30 bede er lavet\n- 12 damme\n",
        "# Områder\n## Vand og leg\nDer skal være vand i alle parker.\n### Mål\n- 30 bede er lavet\n- 12 damme\n",
    ],
)  # fmt: skip
def test_elements_name_the_chapter_they_stand_in(text: str) -> None:
    own = Page(1, "\n".join(line.lstrip("# ") for line in text.split("\n")))
    rows = []
    for row, line in zip(
        rows_of(Extract("txt", (own,), (), paged=False)), [one for one in text.split("\n") if one], strict=True
    ):
        depth = len(line) - len(line.lstrip("#"))
        rows.append(Row(row.page, row.start, row.end, row.text, f"h{depth}" if depth else "", row.gap))
    found = [one for one in find_lists(structure((own,), rows, 60), Context()) if one.kind == "goal"]
    assert [(one.name, part.fact.label) for one in found for part in one.parts] == [("Mål", "Vand og leg")] * 2


def test_an_entry_wraps_in_a_narrow_column() -> None:
    text = (
        "Indsatser:\n• Mentor til alle, der skifter uddannelse\n• Fast vejleder på den nye Skovby\n"
        "Produktionshøjskole\n• Praktik i 8. klasse"
    )
    own = Page(1, text)
    found = find_lists(structure((own,), rows_of(Extract("pdf", (own,), (), paged=True)), 41), Context())
    assert [part.fact.text for part in found[0].parts] == [
        "Mentor til alle, der skifter uddannelse",
        "Fast vejleder på den nye Skovby Produktionshøjskole",
        "Praktik i 8. klasse",
    ]


def test_text_that_lost_its_line_ends_before_layout() -> None:
    text = (
        "Plan for byens torv 1 BaggrundTorvet er fra 1950, og fliserne er\nløse.2 FaserFase 1 Møder: foråret 2027"
        "Fase 2 Anlæg: marts\n2028-?3 RisiciRegn i kælderenStigende priserMangel på\nsten4 OrganiseringProjektleder: "
        "Hanne LindReferent: Ole Friis5 Næste\nskridtPlanen ses den 1. maj 2027.Torvet åbner i 2029.\n"
    )
    found = {one.name: [part.title for part in one.parts] for one in _lists(text)}
    assert found["Risici"] == ["Regn i kælderen", "Stigende priser", "Mangel på sten"]


def test_the_last_of_bare_phases_takes_nothing_of_what_follows() -> None:
    text = (
        "Tidsplan\n\nFase 1: Møder (foråret 2027)\nFase 2: Anlæg (marts 2028-?)\n\n"
        "Der holdes et borgermøde i marts 2027, hvor alle naboer er inviteret til at komme.\n"
    )
    assert [part.fact.text for part in _lists(text)[0].parts] == [
        "Fase 1: Møder (foråret 2027)",
        "Fase 2: Anlæg (marts 2028-?)",
    ]
