"""Each remark of the coach is a plain sentence in both languages that names what to mend and never the number."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from cards import coach
from cards.casefields import STEP_OF as FIELD_STEPS
from cards.texts import texts
from store.agenda.coach import CODES, STEP_OF, Remark
from store.agenda.records import Alike
from store.records import Lang

DUE = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
ALIKE = Alike("decided", "k", "Nye cykler", "Direktion", "15/1", "2025-01-02", "approved", 0.9)
REMARKS = (
    Remark("no_title", "stop", "title", "matter"),
    Remark("no_meeting", "stop", "meeting_key", "where"),
    Remark("meeting_over", "stop", "meeting_key", "where", {"why": "past", "day": date(2026, 12, 3)}),
    Remark("meeting_over", "stop", "meeting_key", "where", {"why": "cancelled", "day": date(2026, 12, 3)}),
    *(Remark("cpr", "stop", name, "matter") for name in coach.FIELDS),
    Remark("cpr", "stop", "recommendations", "proposal", {"place": 2}),
    Remark("cpr", "stop", "files", "files", {"file": "ansøgning ••••••-••••.pdf", "file_id": "f"}),
    Remark("late_reason", "stop", "late_reason", "review", {"deadline": DUE}),
    Remark("closed_without_reason", "stop", "closed_reason", "matter", {"note": False}),
    Remark("closed_without_reason", "stop", "closed_note", "matter", {"note": True}),
    Remark("late", "warn", "late_reason", "review", {"deadline": DUE}),
    Remark("deadline_near", "warn", "meeting_key", "where", {"deadline": DUE, "days": 2}),
    Remark("deadline_near", "warn", "meeting_key", "where", {"deadline": DUE, "hours": 1}),
    Remark("deadline_near", "warn", "meeting_key", "where", {"deadline": DUE, "hours": 0}),
    Remark("meeting_full", "warn", "meeting_key", "where", {"minutes": 140, "capacity": 120}),
    Remark("alike", "warn", "title", "matter", {"alike": (ALIKE,)}),
    Remark("odd_case_number", "warn", "case_number", "matter"),
    Remark("no_description", "warn", "description", "matter"),
    Remark("several_cases", "warn", "title", "matter", {"parts": ("15/8020", "16/1234")}),
    Remark("amount_without_finance", "warn", "finance", "proposal", {"amount": "2 mio. kr.", "in": "description"}),
    Remark("no_recommendation", "warn", "recommendations", "proposal"),
    *(
        Remark("not_a_recommendation", "warn", "recommendations", "proposal", {"fits": fits})
        for fits in ("", "briefing", "discussion")
    ),
)


def test_every_code_is_said() -> None:
    assert {remark.code for remark in REMARKS} == set(CODES)


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("remark", REMARKS, ids=lambda one: f"{one.code}-{one.field}-{one.detail}"[:60])
def test_a_remark_is_a_sentence(remark: Remark, lang: Lang) -> None:
    told = coach.sentence(remark, "blå mappe", texts(lang))
    assert told[0].isupper()
    assert told.endswith(".")
    assert "{" not in told


def test_a_sentence_says_what_and_where() -> None:
    t = texts("da")
    assert coach.sentences(REMARKS[10:0:-1], "", t)[0].startswith("Der står et CPR-nummer i feltet »")
    told = {remark.code: coach.sentence(remark, "blå mappe", t) for remark in REMARKS}
    assert told["alike"] == "Det ligner »Nye cykler« (Direktionen, 15/1). Se efter, om det er den samme sag."
    assert told["odd_case_number"].startswith("Jeg genkender ikke sagsnummeret »blå mappe«.")
    assert "»2 mio. kr.«" in told["amount_without_finance"]
    file = next(remark for remark in REMARKS if "file" in remark.detail)
    assert "»ansøgning ••••••-••••.pdf«" in coach.sentence(file, "", t)


def test_what_stops_stands_first_and_is_named_so() -> None:
    shown = coach.nodes((REMARKS[-1], REMARKS[0]), "", texts("da"))
    runs = ["".join(run["text"] for run in node["inlines"]) for node in shown]
    assert runs[0] == "Skal rettes først"
    assert runs[1].startswith("• Punktet har ingen titel")
    assert runs[2] == "Værd at se på"
    assert coach.nodes((), "", texts("da")) == []


def test_fields_are_filled_in_where_the_coach_says() -> None:
    assert {name: step for name, step in STEP_OF.items() if FIELD_STEPS.get(name, step) != step} == {}
