"""Cards of agendas, by name: for golden files, sizes and drawing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from cards import agenda, agendaforms, agendanotice, agendapractice
from cards.agenda import Shown
from cards.agendatold import did, lines_of
from cards.parts import Frame, Rendered
from cards.texts import texts
from store.agenda.records import AgendaItem
from store.minutes.records import Entry, MeetingAgenda, MeetingChange, MeetingPractice
from store.records import Lang
from tests.fakes.papers import BLANK, MEETING, case

NOW = datetime(2026, 11, 26, 11, tzinfo=UTC)
PRACTICE = MeetingPractice("direktion")
POSTING = replace(PRACTICE, numbering="year", channel=("channel", "19:c"), channel_name="Direktionssekretariatet")
ITEMS: tuple[AgendaItem, ...] = (
    case(2, "Ny skolestruktur i Bakkerup", minutes=30).item,
    case(3, "Forlig med en medarbejder i Specialundervisningsområdet", access="closed", minutes=10).item,
    case(4, "Status på cykelstier", type="briefing").item,
)
FIRST = case(1, "Godkendelse af referat", standing="minutes", case_number="")
LAST = case(5, "Eventuelt", standing="any_other", case_number="")
ENTRIES = (FIRST, *(Entry(item, at, str(at)) for at, item in enumerate(ITEMS, 2)), LAST)
LATE = Entry(case(6, "Hastesag om brud på vandledningen", minutes=15).item, 1, "6", 1)
KEPT = MeetingAgenda(MEETING, 4, "building", entries=ENTRIES, keeps=True, ready=(replace(LATE.item, number=None),))
PROPOSED = replace(KEPT, version=0, entries=(), ready=ITEMS)
LOCKED = replace(KEPT, version=5, state="locked", ready=())
PUBLISHED = replace(LOCKED, version=6, state="published", published_at=NOW, entries=(*ENTRIES, LATE), supplements=1)
MANY = replace(KEPT, entries=tuple(case(n, f"Sag nummer {n} om vejenes vedligeholdelse") for n in range(1, 42)))
NAMED = replace(
    LOCKED,
    entries=(FIRST, Entry(replace(ITEMS[1], neutral_title="Personalesag"), 2, "2"), LAST),
)
STEPS = (
    MeetingChange(1, NOW, "p-cille", "arrange", None, "abc"),
    MeetingChange(2, NOW, "p-finn", "lock"),
    MeetingChange(3, NOW, "p-cille", "unlock", None, "Et bilag mangler."),
)


def _shown(of: MeetingAgenda, practice: MeetingPractice = PRACTICE, room: int | None = None) -> Shown:
    return Shown(of, practice, room)


def _history(lang: Lang) -> Rendered:
    t = texts(lang)
    told = [(step, did(step, "Finn Bo", "p-cille", t)) for step in STEPS]
    return agendaforms.history(KEPT, told, Frame(lang))


def _posted(lang: Lang, of: MeetingAgenda, *, supplement: bool = False) -> Rendered:
    lines = [one for one in lines_of(of, PRACTICE, texts(lang)) if not one.closed]
    lines = [one for one in lines if one.supplement == 1] if supplement else lines
    return agendanotice.posted(MEETING, lines, Frame(lang, True), supplement=supplement)


AGENDAS: Mapping[str, Callable[[Lang], Rendered]] = {
    "agenda_proposed": lambda lang: agenda.agenda(_shown(PROPOSED, room=30), Frame(lang)),
    "agenda_kept": lambda lang: agenda.agenda(_shown(KEPT, room=90), Frame(lang), "»Eventuelt« er på dagsordenen."),
    "agenda_many": lambda lang: agenda.agenda(_shown(MANY), Frame(lang)),
    "agenda_locked": lambda lang: agenda.agenda(_shown(LOCKED), Frame(lang)),
    "agenda_published": lambda lang: agenda.agenda(_shown(PUBLISHED), Frame(lang)),
    "agenda_reader": lambda lang: agenda.agenda(
        _shown(replace(PUBLISHED, keeps=False, entries=(FIRST, ENTRIES[1], ENTRIES[3], LAST, LATE))), Frame(lang)
    ),
    "agenda_channel": lambda lang: agenda.agenda(
        _shown(replace(PUBLISHED, keeps=False, entries=(FIRST, ENTRIES[1], ENTRIES[3], LAST))), Frame(lang, True)
    ),
    "agenda_entry": lambda lang: agendaforms.entry(_shown(KEPT), 2, Frame(lang)),
    "agenda_order": lambda lang: agendaforms.order(_shown(KEPT), Frame(lang)),
    "agenda_order_wrong": lambda lang: agendaforms.order(_shown(MANY), Frame(lang), "En plads er et helt tal."),
    "agenda_standing": lambda lang: agendaforms.standing(_shown(KEPT), Frame(lang)),
    "agenda_unlocking": lambda lang: agendaforms.unlocking(LOCKED, Frame(lang), "Skriv en begrundelse."),
    "agenda_publishing": lambda lang: agendaforms.publishing(_shown(NAMED, POSTING), Frame(lang)),
    "agenda_publishing_nowhere": lambda lang: agendaforms.publishing(_shown(LOCKED), Frame(lang)),
    "agenda_supplementing": lambda lang: agendaforms.supplementing(
        _shown(replace(PUBLISHED, ready=(LATE.item, replace(BLANK, id="i9", title="Salg af grund", access="closed")))),
        Frame(lang),
    ),
    "agenda_neutral": lambda lang: agendaforms.neutral(_shown(NAMED), _shown(NAMED).lines(texts(lang))[1], Frame(lang)),
    "agenda_history": _history,
    "agenda_files": lambda lang: agendaforms.files(PUBLISHED, Frame(lang), full=True),
    "agenda_practice": lambda lang: agendapractice.told(POSTING, "Direktionen", Frame(lang)),
    "agenda_practice_form": lambda lang: agendapractice.form(
        POSTING, "Direktionen", [("Direktionssekretariatet", "19:c")], Frame(lang)
    ),
    "agenda_posted": lambda lang: _posted(lang, PUBLISHED),
    "agenda_posted_supplement": lambda lang: _posted(lang, PUBLISHED, supplement=True),
}
