"""Cards of the wizard that registers an agenda item, by name: for golden files, sizes and drawing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from cards import casecards, caseread, casewizard
from cards.caseremarks import drawn, spoken
from cards.casesteps import Page
from cards.parts import Frame, Rendered
from cards.texts import texts
from store.agenda.coach import remarks
from store.agenda.records import AgendaFile, AgendaItem, Alike, Change, Named, Step
from store.calendar_records import CalendarMeeting
from store.meetingplan import DeadlineKind
from store.records import Lang
from tests.fakes import matters as m

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def _meeting(body: str, name: str, day: date, deadline: datetime | None) -> CalendarMeeting:
    deadlines: dict[DeadlineKind, datetime] = {"submission": deadline} if deadline is not None else {}
    return CalendarMeeting(
        f"{body}-{day}", body, name, day, day, "planned", "plan", time(8, 30), time(10, 0), "Mødelokale 2",
        deadlines=deadlines,
    )  # fmt: skip


BOARD = _meeting("direktionen", "Direktionen", date(2026, 12, 3), datetime(2026, 11, 25, 11, tzinfo=UTC))
SOON = _meeting("direktionen", "Direktionen", date(2026, 11, 26), datetime(2026, 11, 18, 11, tzinfo=UTC))
FORUM = _meeting("lederforum", "Lederforum", date(2026, 12, 17), None)
NOTE = AgendaFile("f1", "Notat om elevtal 2026-2034.pdf", "open", 214_000, "application/pdf", NOW, "p-reader")
LIST = replace(NOTE, id="f2", name="Personaleliste.xlsx", access="closed", size=12_300_000, cpr=True)
EMPTY = AgendaItem("i1", 1, "draft", "p-reader", NOW, NOW)
WHOLE = replace(
    EMPTY,
    version=7,
    step="review",
    body_key="direktionen",
    body="Direktionen",
    meeting_key=BOARD.key,
    meeting=BOARD,
    title="Ny skolestruktur i Bakkerup",
    case_number="26/1234",
    description="Elevtallet falder med en tredjedel frem mod 2034.\nBakkerup Skole har 180 elever til 400 pladser.",
    finance="Lukningen koster 3 mio. kr. i 2027 og sparer 2 mio. kr. om året fra 2028.",
    assessment="Forvaltningen vurderer, at to skoler kan rumme alle elever.",
    recommendations=("at Bakkerup Skole lukkes den 1. august 2027", "at eleverne flyttes til Nørrevang Skole"),
    presenter=Named("Bo Sørensen", "p-member"),
    responsible=Named("Anna Jensen", "p-reader"),
    minutes=20,
    files=(NOTE, LIST),
)
LONG = replace(
    WHOLE,
    description="Det her er en meget lang sagsbeskrivelse, som næppe nogen læser. " * 300,
    finance="Æblegrød koster 3 kr. " * 300,
)
CHANGE = Change(8, NOW, "p-secretary", "return", "submitted", "returned", "Skriv, hvad det betyder for busserne.")
RETURNED = replace(WHOLE, state="returned", version=8, submitted_at=NOW - timedelta(days=1), last=CHANGE)
BAD = replace(EMPTY, title="Hal og vej", access="closed", description="Vi får brug for 3 mio. kr. til hallen.")
ALIKE = Alike("decided", "k1", "Skolestruktur 2021", "Direktionen", "21/900", "2021-05-06", "approved", 0.8)


def _step(item: AgendaItem, step: Step, lang: Lang, **more: object) -> Rendered:
    t = texts(lang)
    found = remarks(item, now=NOW, alike=(ALIKE,) if item is WHOLE else ()) if step == "review" else ()
    found = tuple(one for one in found if one.code != "late_reason")
    page = Page(
        item, NOW, meetings=(SOON, BOARD, FORUM), bodies=(m.ECONOMY,), remarks=drawn(item, found, t),
        remarked=spoken(item, found, t), stopped=any(one.level == "stop" for one in found),
    )  # fmt: skip
    return casewizard.wizard(replace(page, **more), step, Frame(lang))  # type: ignore[arg-type]  # fields by name


CASES: Mapping[str, Callable[[Lang], Rendered]] = {
    "case_where": lambda lang: _step(EMPTY, "where", lang),
    "case_where_filled": lambda lang: _step(WHOLE, "where", lang),
    "case_where_refused": lambda lang: _step(
        EMPTY, "where", lang, typed={"title": "x" * 40}, faults={"title": "Teksten er på 612 tegn.", "place": "Nej."},
        warned=("2 felter kunne ikke gemmes.",),
    ),
    "case_matter": lambda lang: _step(WHOLE, "matter", lang),
    "case_matter_long": lambda lang: _step(LONG, "matter", lang),
    "case_proposal": lambda lang: _step(WHOLE, "proposal", lang),
    "case_files": lambda lang: _step(WHOLE, "files", lang),
    "case_files_none": lambda lang: _step(EMPTY, "files", lang),
    "case_review": lambda lang: _step(WHOLE, "review", lang),
    "case_review_long": lambda lang: _step(LONG, "review", lang),
    "case_review_stopped": lambda lang: _step(BAD, "review", lang),
    "case_review_late": lambda lang: _step(replace(WHOLE, meeting=SOON, meeting_key=SOON.key), "review", lang),
    "case_returned": lambda lang: _step(RETURNED, "review", lang, told=("Sekretæren sendte det retur.",)),
    "case_text": lambda lang: caseread.whole(LONG, "description", 0, Frame(lang)),
    "case_drafts": lambda lang: casecards.drafts((WHOLE, BAD), {"title": "Ny"}, Frame(lang)),
    "case_discard": lambda lang: casecards.ask_discard(WHOLE, Frame(lang)),
    "case_withdraw": lambda lang: casecards.ask_withdraw(RETURNED, Frame(lang)),
    "case_submitted": lambda lang: casecards.submitted(replace(WHOLE, state="submitted"), NOW, Frame(lang)),
    "case_saved": lambda lang: casecards.saved(WHOLE, NOW, Frame(lang)),
    "case_copies": lambda lang: casecards.copies((("k1", "Skolestruktur 2021", "Direktionen"),), Frame(lang)),
    "case_attach": lambda lang: casecards.attach_or_read(("notat.pdf", "plan.docx"), WHOLE, ("u1", "u2"), Frame(lang)),
}  # fmt: skip
"""Each by name, in a language."""
