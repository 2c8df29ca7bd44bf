"""What the coach says of items, and that it says it of nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.agenda.amounts import first_amount
from store.agenda.coach import CODES, STOPS, remarks, stops
from store.agenda.records import AgendaFile, AgendaItem, Alike, Named, Practice
from store.calendar_records import CalendarMeeting

NOW = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
DEADLINE = datetime(2026, 11, 20, 11, 0, tzinfo=UTC)
MEETING = CalendarMeeting(
    key="m1",
    body_key="lederforum",
    body="Lederforum",
    nominal=date(2026, 12, 3),
    day=date(2026, 12, 3),
    state="planned",
    source="plan",
    start=time(9, 0),
    end=time(11, 0),
    deadlines={"submission": DEADLINE},
)
ITEM = AgendaItem(
    id="i1",
    version=3,
    state="draft",
    author="anna",
    created_at=NOW,
    updated_at=NOW,
    body_key="lederforum",
    body="Lederforum",
    meeting_key="m1",
    meeting=MEETING,
    title="Ny ordning for tjenestecykler",
    case_number="26/4411",
    description="Cyklerne ved rådhuset er ti år gamle, og tre af dem kan ikke længere repareres.",
    recommendations=("at der indkøbes otte nye tjenestecykler", "at ordningen evalueres efter et år"),
)


def said(now: datetime = NOW, /, **changes: Any) -> list[str]:
    given_now = {name: changes.pop(name) for name in ("load", "practice", "alike", "days") if name in changes}
    return [remark.code for remark in remarks(replace(ITEM, **changes), now=now, **given_now)]


def one(code: str, /, **changes: Any) -> dict[str, Any]:
    (found,) = [remark for remark in remarks(replace(ITEM, **changes), now=NOW) if remark.code == code]
    return {"field": found.field, "step": found.step, "level": found.level, **found.detail}


def test_a_careful_item_needs_no_word() -> None:
    assert said() == []


def test_an_empty_draft_lacks_what_it_cannot_be_without() -> None:
    empty = AgendaItem(id="i2", version=1, state="draft", author="anna", created_at=NOW, updated_at=NOW)
    assert [(r.code, r.level) for r in remarks(empty, now=NOW)] == [
        ("no_title", "stop"),
        ("no_meeting", "stop"),
        ("no_description", "warn"),
        ("no_recommendation", "warn"),
    ]
    assert stops(empty, now=NOW) == ("no_title", "no_meeting")


def test_meetings_that_are_over() -> None:
    assert said(meeting=replace(MEETING, state="cancelled")) == ["meeting_over"]
    assert said(datetime(2026, 12, 3, 8, 0, tzinfo=UTC)) == ["meeting_over"]
    assert one("meeting_over", meeting=replace(MEETING, day=date(2026, 11, 8))) == {
        "field": "meeting_key", "step": "where", "level": "stop", "why": "past", "day": date(2026, 11, 8),
    }  # fmt: skip
    assert said(datetime(2026, 12, 4, 8, 0, tzinfo=UTC), state="on_agenda") == []
    assert said(meeting=None, state="postponed") == []


def test_after_the_deadline_a_reason_is_needed_and_then_the_secretarys_yes() -> None:
    after = DEADLINE + timedelta(minutes=1)
    assert said(DEADLINE) == ["deadline_near"]
    assert said(after) == ["late_reason"]
    assert said(after, late_reason="   ") == ["late_reason"]
    assert said(after, late_reason="Tilbuddet kom i går.") == ["late"]
    assert said(after, state="submitted", submitted_at=DEADLINE - timedelta(days=1)) == []
    assert said(after, state="submitted", submitted_at=after, late_reason="Tilbuddet kom i går.") == ["late"]
    assert said(after, state="returned", submitted_at=DEADLINE - timedelta(days=1)) == []
    assert said(after, state="returned", submitted_at=after) == ["late_reason"]
    assert said(after, state="draft", submitted_at=DEADLINE - timedelta(days=1)) == ["late_reason"]
    assert said(after, state="ready", submitted_at=after, late_reason="Tilbuddet kom i går.") == []


@pytest.mark.parametrize(
    ("now", "left"),
    [
        (datetime(2026, 11, 19, 12, 0, tzinfo=UTC), {"hours": 23}),
        (datetime(2026, 11, 19, 10, 0, tzinfo=UTC), {"days": 1}),
        (datetime(2026, 11, 18, 8, 0, tzinfo=UTC), {"days": 2}),
        (datetime(2026, 11, 17, 8, 0, tzinfo=UTC), None),
    ],
)
def test_near_is_two_working_days_or_a_day(now: datetime, left: dict[str, int] | None) -> None:
    found = [remark.detail for remark in remarks(ITEM, now=now)]
    assert found == ([] if left is None else [{"deadline": DEADLINE, **left}])


def test_a_weekend_before_the_deadline_does_not_count() -> None:
    monday = replace(MEETING, deadlines={"submission": datetime(2026, 11, 16, 11, 0, tzinfo=UTC)})
    assert said(datetime(2026, 11, 13, 8, 0, tzinfo=UTC), meeting=monday) == ["deadline_near"]
    assert said(datetime(2026, 11, 11, 8, 0, tzinfo=UTC), meeting=monday) == []


@pytest.mark.parametrize("name", ["title", "closed_note", "description", "finance", "assessment", "late_reason"])
def test_a_personal_number_stops_and_is_not_repeated(name: str) -> None:
    found = one("cpr", **{name: "Sagen vedrører 010190-1234, som har klaget."})
    assert found == {"field": name, "step": found["step"], "level": "stop"}


def test_a_personal_number_is_pointed_at() -> None:
    assert one("cpr", recommendations=("at sagen lukkes", "at 010190-1234 får svar"))["place"] == 2
    assert one("cpr", presenter=Named("Bo, 010190-1234"))["field"] == "presenter"
    file = AgendaFile("f1", "ansøgning 010190-1234.pdf", "open", 10, "application/pdf", NOW, "anna")
    found = one("cpr", files=(file,))
    assert (found["file"], found["file_id"]) == ("ansøgning ••••••-••••.pdf", "f1")
    assert one("cpr", files=(replace(file, name="notat.pdf", cpr=True),))["file"] == "notat.pdf"


@pytest.mark.parametrize(
    "number", ["0101901234", "306-2009-2234", "00.01.00-P35-1-15", "1507412", "SAG-2015-04405", "2018-0123456"]
)
def test_a_case_number_is_not_a_person(number: str) -> None:
    assert "cpr" not in said(case_number=number)


def test_a_case_filed_under_a_persons_number_stops() -> None:
    assert one("cpr", case_number="010190-1234")["field"] == "case_number"


@pytest.mark.parametrize("number", ["KMD nova blå mappe", "abc", "se mail"])
def test_a_case_number_of_no_known_form_is_only_asked_about(number: str) -> None:
    assert said(case_number=number) == ["odd_case_number"]


def test_closed_needs_a_reason_and_another_one_its_words() -> None:
    assert one("closed_without_reason", access="closed")["field"] == "closed_reason"
    assert one("closed_without_reason", access="closed", closed_reason="other")["field"] == "closed_note"
    assert said(access="closed", closed_reason="other", closed_note="Uafklaret retssag") == []
    assert said(access="closed", closed_reason="contract") == []


@pytest.mark.parametrize(
    "text",
    [
        "at forslaget godkendes", "Direktionen godkender planen", "Godkend budgettet", "Køb en ny brandbil",
        "Det anbefales, at planen følges", "Projektet iværksættes 1. maj", "1. Vedtage en ny struktur", "Sælg grunden",
        "- Nedsæt en arbejdsgruppe", "Lederforum tager stilling til de to modeller", "that the plan be approved",
        "Approve the plan", "The board adopts the strategy", "We should buy a new car", "The plan is approved",
        "Begge grunde sælges i offentligt udbud", "Chefen bemyndiges til at indgå aftalen", "Reject the offer",
    ],
)  # fmt: skip
def test_what_proposes(text: str) -> None:
    assert said(recommendations=(text,)) == []
    assert "not_a_recommendation" not in said(recommendations=("Se bilag 2", text))


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Se vedhæftede notat", ""), ("Budget 2027", ""), ("-", ""), ("Køb af brandbil", ""), ("None", ""),
        ("Forvaltningen har udarbejdet et forslag til budget", ""), ("Sagen blev godkendt i 2015", ""),
        ("Der er behov for flere midler til området", ""), ("Purchase of a fire engine", ""), ("😀 😀", ""),
        ("Sagsfremstilling følger senere", ""), ("Projektet tager to år", ""), ("Kommunens nye strategi", ""),
        ("at direktionen orienteres om status", "briefing"), ("Orienteringen tages til efterretning", "briefing"),
        ("that the board takes note of the report", "briefing"), ("at lederforum drøfter oplægget", "discussion"),
    ],
)  # fmt: skip
def test_what_proposes_nothing(text: str, fits: str) -> None:
    assert one("not_a_recommendation", recommendations=(text,))["fits"] == fits


def test_a_briefing_may_inform_and_needs_no_recommendation() -> None:
    assert said(type="briefing", recommendations=()) == []
    assert said(type="briefing", recommendations=("at direktionen orienteres om status",)) == []
    assert said(type="discussion", recommendations=("at lederforum drøfter oplægget",)) == []
    assert said(type="decision", recommendations=("", "  ")) == ["no_recommendation"]


@pytest.mark.parametrize(
    "changes",
    [
        {"case_number": "15/8020 og 16/1234"},
        {"case_number": "306-2009-2234, 306-2010-17"},
        {"case_number": "15/8020 15/9401"},
        {"title": "Cykler (sagsnr. 26/4411) og ferieplan (sagsnr. 26/5512)"},
        {"title": "1) Nye tjenestecykler 2) Ferieplan for skolerne"},
        {
            "title": "Indkøb af tjenestecykler til rådhuset samt ferieplan for skolerne",
            "recommendations": ("at der indkøbes otte tjenestecykler", "at ferieplan for skolerne vedtages"),
        },
        {
            "title": "Diverse sager",
            "recommendations": ("at brandvæsenet køber ny slange", "at ferieplan for skolerne vedtages"),
        },
        {"recommendations": ("at sag 26/4411-2 lukkes", "at sagsnr. 26/5512 genoptages", "at sagsnr. 26/6613 afvises")},
    ],
)
def test_more_than_one_case(changes: dict[str, Any]) -> None:
    assert "several_cases" in said(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"case_number": "00.01.00-P35-1-15"},
        {"case_number": "15/8020 (dok. 69565/15)"},
        {"case_number": "Sagsnr. 15/8020 og sagsnr. 15/8020"},
        {"title": "Budget og regnskab for havnen"},
        {"title": "Plan for 2026/2027 og 2027/2028"},
        {"title": "Udvidelse af skolen i Nord, etape 1. og 2. del"},
        {"description": "Se også sagerne 15/8020 og 16/1234, der blev afgjort i 2016."},
        {"recommendations": ("at provenuet anvendes som anbefalet", "at styregruppen følger udgifterne")},
        {"recommendations": ("at aftalen fra sagsnr. 15/8020 opsiges", "at ordningen begynder 1. maj")},
        {
            "title": "Salg af rådhuset og køb af ny grund ved havnen",
            "recommendations": ("at rådhuset sælges, og at grund ved havnen købes",),
        },
    ],
)
def test_one_case(changes: dict[str, Any]) -> None:
    assert "several_cases" not in said(**changes)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Det koster 250.000 kr. om året.", "250.000 kr."),
        ("Udgiften er kr. 1.250,50 pr. stk.", "kr. 1.250,50"),
        ("Der afsættes 2,5 mio. kr. i 2027.", "2,5 mio. kr."),
        ("En ramme på 12 mio. afsættes.", "12 mio."),
        ("Prisen er 500,- pr. cykel.", "500,-"),
        ("The price is DKK 45,000.", "DKK 45,000"),
        ("It costs 3 million kroner.", "3 million kroner"),
        ("Det koster to millioner kroner.", "to millioner kroner"),
        ("Der spares 300 t.kr. årligt.", "300 t.kr."),
    ],
)
def test_amounts_want_a_word_on_finance(text: str, amount: str) -> None:
    found = one("amount_without_finance", description=text)
    assert (found["amount"], found["field"], found["in"]) == (amount, "finance", "description")
    assert said(description=text, finance="Finansieres af puljen.") == []
    assert said(description=text, finance=" - ") == ["amount_without_finance"]


@pytest.mark.parametrize(
    "text",
    [
        "Efter § 17, stk. 4, i loven fra 2016", "Sagsnr. 15/8020 af 1. maj 2015", "24 børn", "95 % af eleverne",
        "kl. 10.30 i lokale 505", "2 mio. borgere", "telefon 12 34 56 78", "0 kr.", "010190-1234", "5 km vej, 3 træer",
        "KL's afsnit 4 og krav 25", "Det koster ikke noget.", "12.000 indbyggere", "etape 2, 1.000 boliger", "kr.",
    ],
)  # fmt: skip
def test_other_numbers_are_no_amounts(text: str) -> None:
    assert first_amount(text) is None


def test_a_full_meeting_counts_this_item_once() -> None:
    assert said(load=100, minutes=30) == ["meeting_full"]
    assert said(load=100, minutes=20) == []
    assert said(load=110, minutes=20, practice=Practice("lederforum", capacity=180)) == []
    assert said(load=130, minutes=60, practice=Practice("lederforum", capacity=180)) == ["meeting_full"]
    assert said(load=120, minutes=30, state="submitted", submitted_at=NOW) == []
    assert said(load=999, meeting=replace(MEETING, end=None)) == []


def test_likeness_is_told_until_it_is_linked() -> None:
    other = Alike("decided", "k1", "Tjenestecykler", "Direktionen", "15/1", "2025-01-02", "approved", 0.9)
    assert said(alike=(other,)) == ["alike"]
    assert said(alike=(replace(other, linked=True),)) == []


def test_what_is_over_is_left_in_peace() -> None:
    assert said(state="withdrawn", title="") == []
    assert said(state="decided", title="") == []


_TEXT = st.text(max_size=60) | st.sampled_from(
    ["010190-1234", "15/8020", "2,5 mio. kr.", "at planen godkendes", "1) a 2) b", "  ", "\n;;\n", "kr. kr. 1"]
)


@given(
    st.builds(
        lambda **fields: replace(ITEM, **fields),
        title=_TEXT,
        case_number=_TEXT,
        description=_TEXT,
        finance=_TEXT,
        assessment=_TEXT,
        closed_note=_TEXT,
        late_reason=_TEXT,
        recommendations=st.lists(_TEXT, max_size=4).map(tuple),
        access=st.sampled_from(["open", "closed"]),
        closed_reason=st.sampled_from([None, "personal", "other"]),
        state=st.sampled_from(["draft", "submitted", "returned", "ready", "on_agenda", "postponed", "decided"]),
        meeting=st.sampled_from([None, MEETING, replace(MEETING, state="cancelled")]),
    ),
    st.integers(0, 24 * 120).map(lambda hours: datetime(2026, 10, 1, tzinfo=UTC) + timedelta(hours=hours)),
)
def test_any_text_is_taken_and_only_what_is_wrong_stops(item: AgendaItem, now: datetime) -> None:
    found = remarks(item, now=now)
    assert all((remark.level == "stop") == (remark.code in STOPS) for remark in found)
    assert [CODES.index(remark.code) for remark in found] == sorted(CODES.index(remark.code) for remark in found)
    assert all("010190-1234" not in str(remark.detail) for remark in found if remark.code == "cpr")
