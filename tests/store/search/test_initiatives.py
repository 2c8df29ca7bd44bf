"""Questions on hand-made programmes: lists whole and in order, times as they were moved, roles, funds, and refusals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from store.answers import StoredAnswers
from store.database import Database
from store.ingest.parsed import ParsedInitiative, ParsedList, ParsedPart, PartKind
from store.records import Finding, Query
from store.search.index import ShelfIndex
from tests.fakes.library import READER, Shelved
from tests.fakes.minutes import Paper, paper, programme
from tests.fakes.times import day, month, onwards

TODAY = date(2026, 11, 21)
HARBOUR, CYCLING = "Åben Havn", "Cykelstrategi for Nordby Kommune 2026-2030"
Ask = Callable[..., Finding]


def of(made: Paper, name: str, kind: PartKind, *texts: str, chapter: str | None = None) -> ParsedList:
    """A list whose elements stand in the paper."""
    parts = tuple(ParsedPart(made.fact("part", text, label=chapter), text, None) for text in texts)
    return ParsedList(name, kind, parts)


def harbour(made: Paper) -> ParsedInitiative:
    one = programme(
        made,
        HARBOUR,
        owner="Plan og Miljø",
        phases=[("Rydning af kajen", month(2026, 3)), ("Byggeri af badeanlæg", onwards(2027, 3))],
        milestones=[
            ("Licitation over badeanlægget", day(2027, 2, 1)),
            ("Byrådet godkender programmet", day(2026, 1, 20)),
        ],
        duties=[
            ("Styregruppe, formand", "Karen Holm (formand)"),
            ("Styregruppe", "Ib Krog, formand for Sejlklubben"),
            ("Styregruppe", "Lone Bay"),
            ("politisk ansvarlig", "Teknisk Udvalg"),
        ],
        goals=[("300 badegæster om dagen bruger badeanlægget.", "300")],
    )
    lists = (
        of(made, "Indsatser", "action", "Kajen ryddes", "Skurene males", chapter="Kajen"),
        of(made, "Indsatser", "action", "Der bygges et badeanlæg", chapter="Vandet"),
        of(made, "Milepæle", "element", "1. februar 2027: Licitation", "1. maj 2027: Åbning"),
        of(made, "Det anbefales, at", "recommendation", "sejlklubben får en bro", "fiskerne flytter til nordmolen"),
    )
    return replace(one, lists=(*one.lists, *lists))


def report(made: Paper) -> ParsedInitiative:
    return programme(
        made,
        f"Status for programmet {HARBOUR}",
        owner=None,
        reported="Rydningen er afsluttet, og byggeriet er i gang.",
        milestones=[("Licitation over badeanlægget flyttes", day(2027, 5, 1))],
        kind="report",
    )


@pytest.fixture
def ask(db: Database) -> Ask:
    shelved = Shelved(db, ShelfIndex())
    plan, status, cycling = Paper(), Paper(), Paper()
    passage = plan.fact("passage", "Der er afsat 4,5 mio. kr. til badepuljen og 7 mio. kr. i alt.", label="Økonomi")
    named = programme(cycling, CYCLING, owner="Vej og Park", groups=["Skoleveje", "Pendlere"], kind="strategy")
    shelved.take(
        paper(plan, harbour(plan), title=HARBOUR, on=date(2026, 1, 20), facts=(passage,)),
        paper(status, report(status), title=f"Status for programmet {HARBOUR}", on=date(2026, 9, 1), name="status.pdf"),
        paper(cycling, named, title="På cykel", on=date(2026, 2, 1), name="cykel.pdf"),
    )
    answers = StoredAnswers(db)

    def found(text: str, topic: str, intent: str = "find", **more: object) -> Finding:
        query = Query(text, topic, intent, "da", today=TODAY, **more)  # type: ignore[arg-type]  # intents, by name
        return answers.find(query, READER)

    return found


def texts(finding: Finding) -> list[str]:
    return [fact.text for fact in finding.facts]


# Lists


def test_the_chapter_tells_which_of_lists_of_one_name_is_meant(ask: Ask) -> None:
    found = ask("Hvilke indsatser er der for kajen i Åben Havn?", "indsatser for kajen", "elements", part="action")
    assert (texts(found), found.count, found.complete) == (["Kajen ryddes", "Skurene males"], 2, True)


def test_a_list_told_chapter_by_chapter_is_told_whole(ask: Ask) -> None:
    found = ask("Hvilke indsatser er der i Åben Havn?", "indsatser i Åben Havn", "elements", part="action")
    assert texts(found) == ["Kajen ryddes", "Skurene males", "Der bygges et badeanlæg"]
    assert found.count == 3


def test_what_is_done_about_something_is_its_actions(ask: Ask) -> None:
    found = ask("Hvad vil vi gøre ved kajen?", "kajen", "elements")
    assert texts(found) == ["Kajen ryddes", "Skurene males"]


def test_a_whole_timetable_is_the_list_that_the_paper_has(ask: Ask) -> None:
    found = ask("tidsplan for Åben Havn, alle milepæle", "tidsplan for Åben Havn", "due")
    assert texts(found) == ["1. februar 2027: Licitation", "1. maj 2027: Åbning"]


def test_all_that_is_recommended_is_told_with_the_initiative_alone(ask: Ask) -> None:
    found = ask("Hvad anbefales der i programmet Åben Havn?", "Åben Havn", "recommendation")
    assert texts(found) == ["sejlklubben får en bro", "fiskerne flytter til nordmolen"]


def test_one_recommendation_is_told_alone_by_what_it_is_on(ask: Ask) -> None:
    found = ask("Hvad foreslås om fiskerne på nordmolen?", "fiskerne nordmolen", "recommendation")
    assert texts(found)[0] == "fiskerne flytter til nordmolen"


def test_what_may_be_of_any_initiative_is_none_of_them(ask: Ask) -> None:
    assert ask("Hvilke grupper og indsatser er der?", "indsatser", "elements", part="action").initiative is not None
    assert ask("Hvilke dele er der?", "dele", "elements").initiative is None


# Overview and status


def test_the_newest_report_comes_first_in_a_status(ask: Ask) -> None:
    found = ask("Status på Åben Havn", "Åben Havn", "overview")
    assert texts(found)[0] == "Rydningen er afsluttet, og byggeriet er i gang."
    assert found.initiative is not None
    assert found.initiative.title == HARBOUR


def test_an_overview_tells_what_it_is_who_owns_it_and_its_phases(ask: Ask) -> None:
    found = ask("Overblik over havneprojektet", "havneprojektet", "overview")
    assert texts(found)[0] == f"{HARBOUR} skal samle opgaverne."
    assert {"Rydning af kajen", "Byggeri af badeanlæg"} <= set(texts(found))


def test_a_paper_is_found_by_its_cover_and_by_its_heading(ask: Ask) -> None:
    keys = {
        found.initiative.key
        for topic in ("På cykel", "cykelstrategien")
        if (found := ask(topic, topic, "overview")).initiative is not None
    }
    assert len(keys) == 1


# Times


def test_what_was_moved_later_goes_before_the_plan(ask: Ask) -> None:
    found = ask("Hvornår er licitationen over badeanlægget?", "licitationen over badeanlægget", "when")
    assert [fact.when for fact in found.facts] == [day(2027, 5, 1)]


def test_when_a_plan_was_adopted_is_its_approval(ask: Ask) -> None:
    found = ask("Hvornår blev Åben Havn godkendt?", "Åben Havn", "when")
    assert [fact.when for fact in found.facts] == [day(2026, 1, 20)]


# Roles


def test_the_chair_of_the_group_is_told_and_not_of_another_club(ask: Ask) -> None:
    found = ask("Hvem er formand for styregruppen i Åben Havn?", "formand styregruppen Åben Havn", "responsible")
    assert [fact.name for fact in found.facts] == ["Karen Holm (formand)"]


def test_a_group_is_told_whole_with_its_chair_first(ask: Ask) -> None:
    found = ask("Hvem sidder i styregruppen for Åben Havn?", "styregruppen Åben Havn", "responsible")
    assert [fact.name for fact in found.facts] == [
        "Karen Holm (formand)",
        "Ib Krog, formand for Sejlklubben",
        "Lone Bay",
    ]


def test_the_whole_question_tells_which_role_is_meant(ask: Ask) -> None:
    found = ask("Hvem har det politiske ansvar for Åben Havn?", "ansvar Åben Havn", "responsible")
    assert [fact.name for fact in found.facts] == ["Teknisk Udvalg"]


def test_initiatives_are_found_by_their_owner(ask: Ask) -> None:
    found = ask("Initiativer hos Vej og Park", "Vej og Park", "initiatives")
    assert [one.title for one in found.initiatives] == [CYCLING]


# Money and goals


def test_a_fund_is_as_big_as_the_sentence_says_that_names_it(ask: Ask) -> None:
    found = ask("Hvor stor er badepuljen?", "badepuljen")
    assert (found.status, "4,5 mio. kr. til badepuljen" in texts(found)[0]) == ("answered", True)


def test_a_few_words_with_goal_among_them_ask_for_a_goal(ask: Ask) -> None:
    assert texts(ask("badegæster mål antal", "badegæster mål antal")) == [
        "300 badegæster om dagen bruger badeanlægget."
    ]


# Not knowing


@pytest.mark.parametrize(
    ("text", "topic", "intent"),
    [
        (
            "Hvilke faser har havneprojektet i Vesterlund Kommune?",
            "faser havneprojektet i Vesterlund Kommune",
            "elements",
        ),
        ("What are the phases of Østmarken Kommune's harbour project?", "phases Østmarken Kommune", "elements"),
        (
            "Hvem sidder i styregruppen i Skovlyst Kommunes havneprojekt?",
            "styregruppen Skovlyst Kommunes",
            "responsible",
        ),
        ("Hvilke indsatsområder er der i integrationsstrategien?", "indsatsområder integrationsstrategien", "elements"),
        ("Hvem er projektleder for svømmehalsprojektet?", "projektleder svømmehalsprojektet", "responsible"),
        ("Status på kulturhusprojektet", "kulturhusprojektet", "overview"),
    ],
)
def test_a_municipality_or_paper_that_nothing_names_is_refused(ask: Ask, text: str, topic: str, intent: str) -> None:
    assert ask(text, topic, intent).status == "not_found"


def test_the_municipality_that_the_papers_name_is_answered(ask: Ask) -> None:
    topic = "grupper Nordby Kommunes cykelstrategi"
    found = ask("Hvilke grupper har Nordby Kommunes cykelstrategi?", topic, "elements", part="group")
    assert texts(found) == ["Skoleveje", "Pendlere"]
