"""Questions on hand-made minutes: each intent gets the fact that answers it, and what is not there is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from store.answers import StoredAnswers
from store.database import Database
from store.errors import NotFound
from store.ingest.intake import Intake
from store.ingest.parsed import Page
from store.questions import Improvements
from store.records import Finding, Grant, Query, Subject
from store.search.index import ShelfIndex
from tests.fakes.minutes import Paper

NOW = datetime(2016, 2, 1, 12, 0, tzinfo=UTC)
READER = Subject("reader", True)
MEMBER = Subject("member", True, "personal", (Grant("member"),))
FIRST, SECOND, LAST = date(2015, 9, 10), date(2015, 10, 22), date(2016, 1, 14)


def kmd(paper: Paper) -> list:  # type: ignore[type-arg]  # items of the sample minutes
    return [
        paper.item(
            72,
            "Brug af provenu fra salg af KMD-ejendomme",
            case="15/8020",
            background="KMD's bygninger er solgt, fordi monopolet ophører. Fredericia får en andel.",
            recommendation="Provenuet anvendes som anbefalet af KL og KOMBIT.",
            decision="Godkendt som indstillet",
            attachments=[paper.attachment("Notat om salgsprovenu")],
            extra=(
                paper.fact("attachment", "Notat om salgsprovenu"),
                paper.fact("amount", "Den samlede salgssum blev på 1,2 mia. kr.", source_kind="background"),
                paper.fact("date", "Udbetalingen sker inden den 1. december 2015.", source_kind="background"),
                paper.fact("person", "Bo Sørensen er projektleder for salget.", source_kind="background"),
            ),
        ),
        paper.item(73, "Parkering ved rådhuset", case="15/1", background="Der mangler pladser.", decision="Udsat"),
        paper.item(74, "Personalesag om Vejchefen", access="closed", decision="Opsagt."),
        paper.item(75, "Eventuelt"),
    ]


@pytest.fixture
def ask(db: Database) -> Callable[..., Finding]:
    """Ask the store, as a reader unless told otherwise."""
    intake = Intake(db, ShelfIndex(), lambda: NOW)
    paper = Paper()
    older = paper.item(10, "Parkering ved rådhuset", case="15/1", decision="Sendes i høring.", background="To timer.")
    intake.store_parsed([paper.minutes([older], on=FIRST, title="Referat 1")])
    paper = Paper()
    intake.store_parsed([paper.minutes(kmd(paper), on=SECOND, title="Referat 2", members=("Louise Thule",))])
    paper = Paper()
    newer = [
        paper.item(5, "Parkering ved rådhuset", case="15/1", decision="Indstillingen blev ikke tiltrådt."),
        paper.item(6, "Budgetopfølgning januar", case="16/2", decision="Taget til efterretning."),
        paper.item(7, "Budgetopfølgning anlæg", case="16/3", decision="Sendes tilbage."),
    ]
    intake.store_parsed([paper.minutes(newer, body="Økonomiudvalget", on=LAST, title="Referat 3")])
    answers = StoredAnswers(db)

    def asked(topic: str, intent: str = "decision", subject: Subject = READER, **more: object) -> Finding:
        text = str(more.pop("text", topic))
        query = Query(text=text, topic=topic, intent=intent, lang=more.pop("lang", "da"), today=NOW.date(), **more)  # type: ignore[arg-type]  # fields of Query, by name
        return answers.find(query, subject)

    return asked


def texts(finding: Finding) -> list[str]:
    return [fact.text for fact in finding.facts]


def test_approved_as_recommended_is_followed_by_what_was_recommended(ask: Callable[..., Finding]) -> None:
    finding = ask("provenu fra KMD")
    assert finding.status == "answered"
    assert texts(finding) == ["Godkendt som indstillet", "Provenuet anvendes som anbefalet af KL og KOMBIT."]
    assert finding.item is not None
    assert finding.item.number == "72"


def test_an_english_question_finds_danish_minutes(ask: Callable[..., Finding]) -> None:
    assert texts(ask("KMD proceeds", lang="en"))[0] == "Godkendt som indstillet"


@pytest.mark.parametrize(
    ("intent", "topic", "answer"),
    [
        ("recommendation", "salgsprovenuet", "Provenuet anvendes som anbefalet af KL og KOMBIT."),
        (
            "background",
            "salg af KMD-ejendomme",
            "KMD's bygninger er solgt, fordi monopolet ophører. Fredericia får en andel.",
        ),
        ("cost", "salg af KMD bygningerne", "Den samlede salgssum blev på 1,2 mia. kr."),
        ("when", "udbetaling af provenuet", "Udbetalingen sker inden den 1. december 2015."),
        ("responsible", "salget af KMD-ejendommene", "Bo Sørensen er projektleder for salget."),
        ("attachments", "provenu KMD", "Notat om salgsprovenu"),
        ("find", "provenu KMD ejendomme", "Godkendt som indstillet"),
    ],
)
def test_each_intent_gets_its_fact(ask: Callable[..., Finding], intent: str, topic: str, answer: str) -> None:
    finding = ask(topic, intent)
    assert finding.status == "answered"
    assert texts(finding)[0] == answer


def test_typos_are_repaired_and_told(ask: Callable[..., Finding]) -> None:
    finding = ask("slagsprovenu kmd ejendome")
    assert texts(finding)[0] == "Godkendt som indstillet"
    assert finding.corrected == (("slagsprovenu", "salgsprovenu"),)


def test_the_newest_meeting_of_a_case_answers(ask: Callable[..., Finding]) -> None:
    finding = ask("parkering ved rådhuset")
    assert texts(finding)[0] == "Indstillingen blev ikke tiltrådt."


def test_a_period_and_a_body_narrow_the_question(ask: Callable[..., Finding]) -> None:
    assert texts(ask("parkering ved rådhuset", body="direktion"))[0] == "Udsat"
    assert texts(ask("parkering ved rådhuset", since=FIRST, until=FIRST))[0] == "Sendes i høring."
    assert texts(ask("parkering ved rådhuset", body="ØU"))[0] == "Indstillingen blev ikke tiltrådt."


def test_the_course_of_a_case_runs_from_the_oldest_meeting(ask: Callable[..., Finding]) -> None:
    finding = ask("", "case_course", case_number="15/1")
    assert texts(finding) == ["Sendes i høring.", "Udsat", "Indstillingen blev ikke tiltrådt."]
    assert finding.count == 3


def test_matters_that_fit_equally_are_a_choice(ask: Callable[..., Finding]) -> None:
    finding = ask("budgetopfølgning", "find")
    assert finding.status == "choice"
    assert set(texts(finding)) == {"Taget til efterretning.", "Sendes tilbage."}


def test_what_was_asked_for_is_not_there(ask: Callable[..., Finding]) -> None:
    finding = ask("parkering ved rådhuset", "cost")
    assert finding.status == "not_stated"
    assert finding.facts
    assert ask("parkering ved rådhuset", "attachments").status == "not_stated"


def test_an_item_with_a_title_alone_has_no_decision(ask: Callable[..., Finding]) -> None:
    finding = ask("eventuelt", since=SECOND, until=SECOND)
    assert finding.status == "no_decision"
    assert finding.item is not None
    assert finding.item.number == "75"


@pytest.mark.parametrize(
    ("topic", "lang"),
    [
        ("svømmehallen", "da"),
        ("swimming pool", "en"),
        ("vaccination mod influenza", "da"),
        ("Kolding Byråd parkering", "da"),
    ],
)
def test_what_is_not_in_the_minutes_is_refused_by_name(ask: Callable[..., Finding], topic: str, lang: str) -> None:
    finding = ask(topic, lang=lang)
    assert finding.status == "not_found"
    assert finding.facts == ()
    assert finding.missing
    assert all(word in topic for word in finding.missing)


def test_near_titles_show_a_way_forward(ask: Callable[..., Finding]) -> None:
    finding = ask("parkering ved svømmehallen og biblioteket")
    assert finding.status == "not_found"
    assert [near.title for near in finding.near] == ["Parkering ved rådhuset"]


def test_numbers_find_their_items(ask: Callable[..., Finding]) -> None:
    assert texts(ask("", "item", item_number="72"))[0] == "Godkendt som indstillet"
    assert texts(ask("", "decision", case_number="15/8020"))[0] == "Godkendt som indstillet"
    assert ask("", "item", item_number="99").missing == ("99",)
    assert ask("", "item", case_number="19/40404").status == "not_found"


def test_decisions_of_a_meeting_a_body_and_a_period(ask: Callable[..., Finding]) -> None:
    october = ask("", "decisions_list", since=date(2015, 10, 1), until=date(2015, 10, 31))
    assert texts(october) == ["Godkendt som indstillet", "Udsat"]
    newest = ask("", "decisions_list", body="Økonomiudvalget")
    assert texts(newest) == ["Indstillingen blev ikke tiltrådt.", "Taget til efterretning.", "Sendes tilbage."]
    assert ask("", "decisions_list", since=date(2014, 1, 1), until=date(2014, 12, 31)).status == "not_found"


def test_a_follow_up_is_about_the_item_under_discussion(ask: Callable[..., Finding]) -> None:
    item = ask("provenu KMD").item
    assert item is not None
    assert texts(ask("", "responsible", context=(item.key,)))[0] == "Bo Sørensen er projektleder for salget."
    assert texts(ask("", "attachments", context=(item.key,)))[0] == "Notat om salgsprovenu"
    assert texts(ask("parkering ved rådhuset", context=(item.key,)))[0] == "Indstillingen blev ikke tiltrådt."


def test_who_was_there_and_where(ask: Callable[..., Finding]) -> None:
    finding = ask("", "where", since=SECOND, until=SECOND)
    assert finding.status == "answered"
    assert texts(finding)[0] == "Møde i Direktionen 2015-10-22 Louise Thule"


def test_closed_items_exist_for_members_alone(ask: Callable[..., Finding]) -> None:
    assert texts(ask("personalesag om vejchefen", subject=MEMBER)) == ["Opsagt."]
    assert ask("personalesag om vejchefen").status == "not_found"
    assert ask("", "item", item_number="74").status == "not_found"
    in_channel = Subject("member", True, "channel", (Grant("member"),))
    assert ask("personalesag om vejchefen", subject=in_channel).status == "not_found"


def test_nobody_without_rights_gets_anything(ask: Callable[..., Finding]) -> None:
    assert ask("provenu KMD", subject=Subject(None, False)).status == "not_found"


def test_a_lost_amount_is_said_to_be_missing(db: Database, ask: Callable[..., Finding]) -> None:
    paper = Paper()
    items = [
        paper.item(
            1,
            "Salg af byggegrunde på Fyrvejen",
            decision="Godkendt.",
            extra=(
                paper.fact(
                    "finance", "Mindsteprisen er 695.000 kr. pr. grund. De samlede indtægter ventes at blive kr."
                ),
                paper.fact("amount", "Mindsteprisen er 695.000 kr. pr. grund.", source_kind="finance"),
            ),
        )
    ]
    Intake(db, ShelfIndex(), lambda: NOW).store_parsed([paper.minutes(items, on=LAST, title="Referat 4")])
    stated = ask("mindsteprisen for byggegrunde på Fyrvejen", "cost")
    assert (stated.status, texts(stated)) == ("answered", ["Mindsteprisen er 695.000 kr. pr. grund."])
    assert ask("samlede indtægter for byggegrunde på Fyrvejen", "cost").status == "not_stated"


def test_a_matter_at_another_place_is_refused(ask: Callable[..., Finding]) -> None:
    assert ask("parkering ved KMD").status == "not_found"
    assert ask("parkering ved havnen i Kolding").status == "not_found"


def test_roles_at_a_meeting(db: Database, ask: Callable[..., Finding]) -> None:
    paper = Paper()
    source = paper.minutes([paper.item(1, "Skolebyggeri", decision="Godkendt.")], body="Lederforum", on=LAST)
    meeting = source.parsed.meeting
    assert meeting is not None
    writer = paper.fact("meeting", "Referent: Anna Jensen", label="Referent")
    absent = paper.fact("meeting", "Afbud: Ulla Kragh", label="Afbud")
    told = replace(meeting, facts=(*meeting.facts, writer, absent))
    extract = replace(source.extract, pages=(Page(1, paper.text),))
    parsed = replace(source.parsed, meeting=told)
    Intake(db, ShelfIndex(), lambda: NOW).store_parsed([replace(source, parsed=parsed, extract=extract)])
    wrote = ask("skrev referat", "responsible", text="hvem skrev referat i Lederforum", body="Lederforum")
    assert texts(wrote)[0] == "Referent: Anna Jensen"
    away = ask("", "attendance", text="hvem var fraværende i Lederforum", body="Lederforum")
    assert texts(away)[0] == "Afbud: Ulla Kragh"


def test_why_it_was_postponed_is_told_where_it_was(db: Database, ask: Callable[..., Finding]) -> None:
    paper = Paper()
    postponed = paper.fact("decision", "Udsat, da jordprøverne mangler.", "postponed", label="Beslutning")
    first = paper.item(1, "Flytning af genbrugspladsen", case="16/9", extra=(postponed,))
    intake = Intake(db, ShelfIndex(), lambda: NOW)
    intake.store_parsed([paper.minutes([first], on=date(2016, 1, 7), title="Referat 5")])
    paper = Paper()
    second = paper.item(1, "Flytning af genbrugspladsen", case="16/9", decision="Godkendt.")
    intake.store_parsed([paper.minutes([second], on=date(2016, 1, 21), title="Referat 6")])
    assert texts(ask("genbrugspladsen"))[0] == "Godkendt."
    why = ask("genbrugspladsen udsat", "background", text="hvorfor blev genbrugspladsen udsat")
    assert texts(why)[0] == "Udsat, da jordprøverne mangler."
    assert (
        texts(ask("genbrugspladsen", text="hvorfor blev genbrugspladsen udsat"))[0] == "Udsat, da jordprøverne mangler."
    )


def test_items_courses_and_related_matters_by_key(db: Database, ask: Callable[..., Finding]) -> None:
    item = ask("parkering ved rådhuset").item
    assert item is not None
    answers = StoredAnswers(db)
    assert answers.item(item.key, READER) == item
    assert [one.meeting.date for one in answers.course(item.key, READER)] == [FIRST, SECOND, LAST]
    assert item.key not in [one.key for one in answers.related(item.key, READER)]
    assert [near.title for near in answers.near("parkering", READER)] == ["Parkering ved rådhuset"]
    with pytest.raises(NotFound):
        answers.item("findes-ikke", READER)


def test_a_term_added_by_another_process_counts_at_once(db: Database, ask: Callable[..., Finding]) -> None:
    assert ask("the gizmo lot", lang="en").status == "not_found"
    other = Database.open(db.url.render_as_string(hide_password=False))
    Improvements(other, lambda: NOW).add_term("parkering", "gizmo lot", None)
    other.close()
    found = ask("the gizmo lot", lang="en")
    assert found.status == "answered"
    assert texts(found) == texts(ask("parkering", lang="en"))
