"""What stands in an agenda or in minutes as a document, for one edition; the open one is made of open matter alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from babel.dates import format_date

from store.agenda.records import AgendaItem
from store.minutes.records import Attendance, Decision, Edition, Entry, MeetingAgenda, MeetingMinutes

PaperKind = Literal["agenda", "supplement", "minutes"]
_HEADS: Mapping[PaperKind, str] = {"agenda": "Dagsorden", "supplement": "Tillægsdagsorden", "minutes": "Referat"}
_TYPES = {"decision": "Beslutningssag", "briefing": "Orienteringssag", "discussion": "Drøftelsessag"}
_PRESENT: Mapping[str, str] = {
    "present": "Til stede", "late": "Kom senere", "left": "Gik før mødets afslutning", "absent": "Afbud",
}  # fmt: skip
DECIDED = "Beslutning"


@dataclass(frozen=True, slots=True)
class House:
    """Whose documents they are: the municipality's name and, when there is one, its logo (PNG, JPEG or SVG)."""

    name: str = ""
    logo: bytes | None = None
    logo_type: str = "png"


@dataclass(frozen=True, slots=True)
class Section:
    """A labelled part of an item: paragraphs, then what leads in a numbered list, then the list."""

    label: str
    paragraphs: tuple[str, ...] = ()
    lead: str = ""
    numbered: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperItem:
    """An item as it is printed."""

    number: str | None
    title: str
    closed: bool = False
    fields: tuple[tuple[str, str], ...] = ()
    """Short facts on a line each: case number, type."""
    sections: tuple[Section, ...] = ()

    @property
    def heading(self) -> str:
        """Number, mark and title on one line."""
        number = f"{self.number}. " if self.number else ""
        return f"{number}{'Lukket - ' if self.closed else ''}{self.title}"


@dataclass(frozen=True, slots=True)
class Paper:
    """A document, ready to be set."""

    kind: PaperKind
    head: str
    """"Referat", with what should be known of it at once: "Referat (udkast)"."""
    body: str
    day: date
    edition: Edition
    house: House
    facts: tuple[tuple[str, str], ...] = ()
    """Date, time, place, who was there."""
    note: str = ""
    """Why there is a further version."""
    items: tuple[PaperItem, ...] = ()

    @property
    def title(self) -> str:
        """What the file's properties call it."""
        to = "fra" if self.kind == "minutes" else "til"
        return f"{self.head} {to} møde i {self.body} den {spelled(self.day)}"

    @property
    def file_name(self) -> str:
        """The name of the file, without its ending."""
        body = "-".join(self.body.split())
        full = "-lukket-udgave" if self.edition == "full" else ""
        return f"{_HEADS[self.kind]}-{body}-{self.day.isoformat()}{full}"


def agenda_paper(agenda: MeetingAgenda, edition: Edition, house: House, supplement: int | None = None) -> Paper:
    """The agenda as a document; `supplement` 1 and on: that supplementary agenda alone."""
    entries = [one for one in agenda.entries if supplement is None or one.supplement == supplement]
    kind: PaperKind = "agenda" if not supplement else "supplement"
    head = _HEADS[kind] + ("" if agenda.state == "published" else " (udkast)")
    return Paper(
        kind,
        head,
        agenda.meeting.body,
        agenda.meeting.day,
        edition,
        house,
        tuple(_held(agenda)),
        items=tuple(one for each in entries if (one := _item(each, edition, None)) is not None),
    )


def minutes_paper(minutes: MeetingMinutes, edition: Edition, house: House) -> Paper:
    """The minutes as a document; drafts and corrections say what they are."""
    agenda = minutes.agenda
    marks = []
    if minutes.edition > 1:
        marks.append(f"rettet version {minutes.edition}")
    if agenda.minutes != "final":
        marks.append("udkast")
    head = "Referat" + (f" ({', '.join(marks)})" if marks else "")
    items = [_item(one, edition, minutes.decisions.get(one.item.id)) for one in agenda.entries]
    return Paper(
        "minutes",
        head,
        agenda.meeting.body,
        agenda.meeting.day,
        edition,
        house,
        (*_held(agenda), *_there(minutes.attendance)),
        # The reason may name what is closed: it is told where everything is.
        note=minutes.correction if edition == "full" else "",
        items=tuple(one for one in items if one is not None),
    )


def spelled(day: date) -> str:
    """ "3. december 2026"."""
    return format_date(day, "d. MMMM y", locale="da")


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text: lines with something on them."""
    return tuple(line for each in text.splitlines() if (line := " ".join(each.split())))


def _clock(at: time) -> str:
    return f"{at.hour}.{at.minute:02d}"


def _held(agenda: MeetingAgenda) -> list[tuple[str, str]]:
    meeting = agenda.meeting
    weekday = format_date(meeting.day, "EEEE", locale="da")
    facts = [("Mødedato", f"{weekday} den {spelled(meeting.day)}")]
    if meeting.start is not None:
        until = f"-{_clock(meeting.end)}" if meeting.end is not None else ""
        facts.append(("Mødetidspunkt", f"kl. {_clock(meeting.start)}{until}"))
    if meeting.place:
        facts.append(("Mødested", meeting.place))
    return facts


def _there(attendance: tuple[Attendance, ...]) -> list[tuple[str, str]]:
    found = []
    for kind, label in _PRESENT.items():
        names = [_who(one) for one in attendance if one.attends == kind]
        if names:
            found.append((label, ", ".join(names)))
    return found


def _who(one: Attendance) -> str:
    told = ", ".join(each for each in (one.role, one.note) if each)
    return f"{one.name} ({told})" if told else one.name


def _item(entry: Entry, edition: Edition, decision: Decision | None) -> PaperItem | None:
    """The item as the edition prints it; None when the edition must not know of it."""
    item = entry.item
    if item.access == "closed" and edition == "open":
        return _outline(entry, decision)
    fields = []
    if item.case_number:
        fields.append(("Sagsnr.", item.case_number))
    if item.standing is None:
        fields.append(("Sagstype", _TYPES[item.type]))
    return PaperItem(
        entry.number,
        item.title,
        item.access == "closed",
        tuple(fields),
        tuple(_sections(item, edition, decision)),
    )


def _outline(entry: Entry, decision: Decision | None) -> PaperItem | None:
    """What the open edition tells of a closed item: as much as a secretary has opened, and nothing else."""
    if not entry.item.neutral_title:
        return None
    publishable = decision.publishable if decision is not None else ""
    sections = (Section(DECIDED, paragraphs(publishable)),) if publishable else ()
    return PaperItem(entry.number, entry.item.neutral_title, True, (), sections)


def _sections(item: AgendaItem, edition: Edition, decision: Decision | None) -> list[Section]:
    told = [
        Section("Sagsbeskrivelse", paragraphs(item.description)),
        Section("Økonomiske konsekvenser", paragraphs(item.finance)),
        Section("Vurdering", paragraphs(item.assessment)),
    ]
    found = [one for one in told if one.paragraphs]
    if item.recommendations:
        found.append(_recommended(item))
    files = [one for one in item.files if edition == "full" or one.access == "open"]
    if files:
        rows = tuple(f"{'Åben' if one.access == 'open' else 'Lukket'} - {one.name}" for one in files)
        found.append(Section("Bilag", bullets=rows))
    if decision is not None:
        found.append(Section(DECIDED, _decision(decision)))
    return found


def _recommended(item: AgendaItem) -> Section:
    who = item.responsible or item.presenter
    by = who.text if who is not None else "Forvaltningen"
    by = by[:1].upper() + by[1:]
    proposals = tuple(_after_at(one) for one in item.recommendations)
    if len(proposals) == 1:
        return Section("Indstilling", (f"{by} indstiller, at {proposals[0]}",))
    return Section("Indstilling", lead=f"{by} indstiller, at", numbered=proposals)


def _after_at(text: str) -> str:
    """A proposal as it goes on after "indstiller, at"."""
    told = " ".join(text.split())
    lowered = told.casefold()
    return told[3:] if lowered.startswith("at ") else told


def _decision(decision: Decision) -> tuple[str, ...]:
    told = [*paragraphs(decision.text), *paragraphs(decision.dissent)]
    if decision.disqualified:
        names = " og ".join([", ".join(decision.disqualified[:-1]), decision.disqualified[-1]]).removeprefix(" og ")
        told.append(f"{names} deltog ikke i behandlingen af punktet på grund af inhabilitet.")
    return tuple(told)
