"""Whatever lines a plan is made of, reading it survives, and all that is told stands in the text at its place."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from store.ingest.minutes import parse
from store.ingest.parsed import Extract, Page
from store.ingest.verify import verify

_LINES = st.sampled_from(
    [
        "Strategi for byens haver 2026-2030", "1. Indledning", "2.1 Tre indsatser", "Mål", "Tidsplan 2026",
        "Forkortelser",
        "Der er fire fokusområder:", "Følgende tiltag foreslås:", "1. Flere træer", "2. Bedre stier",
        "3. Nye bænke (maj 2026)", "a) vand",
        "• Kurser for frivillige", "- Skilte", "Fase 1: Kortlægning (jan.-mar. 2026)",
        "Fase 2 Forsøg. Skolerne prøver i foråret.", "2. barriere: Tid",
        "Det anbefales, at: der ansættes en gartner. haverne åbnes om aftenen.",
        "Park og Vej (PV) er ansvarlig for driften.",
        "Styregruppen består af to chefer", "Projektleder: Bo Lund", "Aktivitet\tTid\tAnsvarlig",
        "Høring\tuge 12\tPV", "Opgave\tjan\tfeb\tmar",
        "Plantning\tx\t\tx", "Målet er, at 80 % er tilfredse i 2030.",
        "Planen er vedtaget den 3. maj 2026 og evalueres ultimo 2027.", "",
        "BaggrundKommunen vil2 FormålProjektet skal:give plads", "Side 2 af 9", "========", "9",
        "følgende mål: Sikre drift Højere kvalitet Bedre adgang",
        "Fase 1 er afsluttet. KL. Sagsnr.: 12/3456", "Beslutning", "Godkendt", "(", ":", "1)",
        "syv områder: a, b og c samt d.",
    ]
)  # fmt: skip
_PAGES = st.lists(
    st.tuples(st.lists(_LINES, min_size=1, max_size=12), st.sampled_from(["\n", "\n\n", " "])), min_size=1, max_size=4
)


@settings(deadline=None, max_examples=150)
@given(_PAGES)
def test_everything_told_stands_in_the_text(pages: list[tuple[list[str], str]]) -> None:
    made = tuple(Page(number, gap.join(lines)) for number, (lines, gap) in enumerate(pages, 1))
    if not any(letter.isalpha() for page in made for letter in page.text):
        return
    extract = Extract("txt", made, (), paged=True)

    document = parse(extract, source="made")

    assert verify(extract, document) == []
    assert document == parse(extract, source="made")
    for initiative in document.initiatives:
        for each in initiative.lists:
            assert each.name
            assert each.parts
            assert each.announced is None or not each.complete or len(each.parts) >= each.announced
        assert all(one.when.words for one in initiative.milestones)
        assert all(one.role and one.name for one in initiative.responsibilities)
