"""Sample agenda items on their way, for meetings to come: a draft, two that wait, one returned, one approved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import delete

from store.agenda.items import StoredAgenda
from store.agenda.notices import drop_notices
from store.agenda.records import Action, AgendaItem
from store.agenda.rows import ITEM
from store.calendar import local
from store.database import Database
from store.demo.living import SamplePerson, people
from store.meetingcalendar import StoredCalendar
from store.records import Grant, Subject

ANNA, BO, CILLE = 0, 1, 2
"""Places of the sample people."""
AHEAD = timedelta(days=120)
_SERIAL = "{year}/{serial}"


@dataclass(frozen=True, slots=True)
class SampleItem:
    """An item as its author wrote it: for the `turn`th meeting of a body to come, begun so many `hours` ago."""

    key: str
    author: int
    body: str
    turn: int
    hours: int
    serial: int
    fields: Mapping[str, Any]
    steps: tuple[tuple[int, Action, str], ...] = ()
    """Who did what afterwards, with which words."""
    files: tuple[tuple[str, str], ...] = field(default=())
    """Names and texts of open attachments."""

    @property
    def versions(self) -> int:
        """How many versions there are as long as nobody has touched it."""
        return 2 + len(self.files) + len(self.steps)


SAMPLES = (
    SampleItem(
        "booking", ANNA, "direktion", 1, 70, 17402,
        {
            "title": "Ét bookingsystem til kommunens mødelokaler",
            "description": "Rådhuset, biblioteket og hallerne har hver sin kalender for mødelokaler. Det giver "
            "dobbeltbookinger, og foreningerne kan ikke se, hvad der er ledigt.",
            "step": "proposal",
        },
    ),
    SampleItem(
        "aabningstider", BO, "direktion", 0, 50, 17388,
        {
            "title": "Nye åbningstider i Borgerservice",
            "type": "decision",
            "description": "Borgerservice har åbent 28 timer om ugen. En optælling over otte uger viser, at flest "
            "borgere kommer torsdag sidst på dagen, og at der næsten ingen kommer mandag formiddag.",
            "finance": "Ændringen holdes inden for Borgerservices ramme.",
            "assessment": "Længere åbent om torsdagen kan bemandes, hvis der åbnes en time senere om mandagen.",
            "recommendations": (
                "at Borgerservice holder åbent til kl. 18 om torsdagen,",
                "at Borgerservice åbner kl. 11 om mandagen.",
            ),
            "presenter": "Bo Sørensen",
            "responsible": "Bo Sørensen",
            "minutes": 15,
            "step": "review",
        },
        ((BO, "submit", ""),),
        (("Optælling af henvendelser.txt", "Uge 36 til 43: mandag formiddag 41 borgere, torsdag efter kl. 15 612.\n"),),
    ),
    SampleItem(
        "lejemaal", ANNA, "oekonomiudvalg", 0, 44, 17395,
        {
            "title": "Forlængelse af lejemålet på Havnegade 4",
            "type": "decision",
            "access": "closed",
            "closed_reason": "negotiation",
            "description": "Lejemålet udløber til sommer. Udlejeren har budt på en forlængelse på fem år, og der "
            "forhandles stadig om huslejen.",
            "finance": "Udlejerens bud er 410.000 kr. om året; det er 35.000 kr. mere end i dag.",
            "assessment": "Et lavere bud er muligt, så længe forhandlingen ikke er offentlig.",
            "recommendations": ("at administrationen bemyndiges til at forhandle en husleje på højst 390.000 kr.",),
            "responsible": "Økonomistaben",
            "minutes": 10,
            "step": "review",
        },
        ((ANNA, "submit", ""),),
    ),
    SampleItem(
        "cykler", ANNA, "direktion", 0, 94, 17361,
        {
            "title": "Tjenestecykler til hjemmeplejen",
            "type": "decision",
            "description": "Hjemmeplejen i Ravnsø by kører korte ture i bil. 12 elcykler til 18.500 kr. stykket kan "
            "tage to ud af tre ture.",
            "recommendations": ("at der købes 12 elcykler til hjemmeplejen i Ravnsø by.",),
            "presenter": "Anna Jensen",
            "minutes": 10,
            "step": "review",
        },
        (
            (ANNA, "submit", ""),
            (CILLE, "return", "Skriv, hvad cyklerne koster i alt, og hvilken konto de betales af. Så er sagen klar."),
        ),
    ),
    SampleItem(
        "sygefravaer", BO, "direktion", 0, 118, 17340,
        {
            "title": "Sygefravær: status efter tredje kvartal",
            "type": "briefing",
            "description": "Fraværet er faldet fra 5,8 til 5,3 procent siden sidste år. Faldet er størst på "
            "dagtilbud, mens ældreområdet ligger, hvor det lå.",
            "finance": "Ingen.",
            "recommendations": ("at status tages til efterretning.",),
            "presenter": "Bo Sørensen",
            "minutes": 10,
            "step": "review",
        },
        ((BO, "submit", ""), (CILLE, "approve", "")),
    ),
)  # fmt: skip


class SampleAgenda:
    """Puts the sample items into a store, and those that nobody touched anew when their meeting is over."""

    def __init__(self, db: Database, calendar: StoredCalendar, tenant: str, now: datetime) -> None:
        self._db, self._calendar, self._tenant, self._now = db, calendar, tenant, now
        self._at = now
        self._agenda = StoredAgenda(db, self._clock, calendar)

    def furnish(self, grants: Callable[[str], tuple[Grant, ...]]) -> int:
        """Write what is missing; how many items were written. `grants` gives a person's rights by object id."""
        subjects = [Subject(one.id, True, "personal", grants(one.id), self._tenant) for one in people()]
        return sum(self._put(sample, subjects, people()) for sample in SAMPLES)

    def _clock(self) -> datetime:
        return self._at

    def _put(self, sample: SampleItem, subjects: list[Subject], persons: tuple[SamplePerson, ...]) -> bool:
        today = local(self._now).date()
        meetings = self._calendar.coming(subjects[CILLE], sample.body, today + timedelta(days=1), today + AHEAD)
        if len(meetings) <= sample.turn:
            return False
        meeting, author = meetings[sample.turn], subjects[sample.author]
        self._at = self._now - timedelta(hours=sample.hours)
        item = self._agenda.start(author, persons[sample.author].name, "da", f"sample:{sample.key}")
        if item.version > 1:
            if item.version != sample.versions or _to_come(item, today):
                return False
            self._remove(item)
            item = self._agenda.start(author, persons[sample.author].name, "da", f"sample:{sample.key}")
        case = _SERIAL.format(year=f"{today:%y}", serial=sample.serial)
        fields = {**sample.fields, "body_key": sample.body, "meeting_key": meeting.key, "case_number": case}
        item = self._agenda.save(item.id, item.version, fields, author)
        for name, text in sample.files:
            item = self._agenda.attach(item.id, name, text.encode(), "open", author)
        for who, action, words in sample.steps:
            self._at += timedelta(hours=3)
            item = self._agenda.act(item.id, item.version, action, subjects[who], comment=words)
        # What the sample people did before anybody was there is not told them afterwards.
        with self._db.write() as session:
            drop_notices(session, item.id)
        return True

    def _remove(self, item: AgendaItem) -> None:
        with self._db.write() as session:
            session.connection().execute(delete(ITEM).where(ITEM.c.id == item.id))


def _to_come(item: AgendaItem, today: date) -> bool:
    return item.meeting is not None and item.meeting.held and item.meeting.day > today
