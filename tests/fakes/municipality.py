"""A municipality of five bodies with meetings, follow-ups and weekly reminders, lived through day by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from bot.config import read_settings
from bot.delivery_local import Delivered, deliver_due
from bot.renderings import renderers
from bot.world import World, open_world
from store.agenda.records import Named
from store.calendar import Shift, instant
from store.followup_records import SECTIONS, Digest, FollowUp, Recurrence, Section
from store.meetingplan import DeadlineRule, MeetingPlan, Pattern
from store.outbox_records import Weekly
from store.people import meet
from store.records import Audience, Grant, Lang, Person, Subject
from tests.fakes.minutes import Paper

TENANT = "local"
BODIES = {
    "direktion": "Direktionen",
    "byraad": "Byrådet",
    "oekonomiudvalg": "Økonomiudvalget",
    "skoleudvalg": "Skoleudvalget",
    "teknikudvalg": "Teknikudvalget",
}
PEOPLE = {"p-anna": "Anna Jensen", "p-bo": "Bo Sørensen", "p-cille": "Cille Ærø"}
MONDAY = date(2027, 3, 8)
"""The first day. Maundy Thursday is 25 March, Easter Monday the 29th; clocks are changed on the night to the 28th."""
WEEKS = 5


@dataclass
class Municipality:
    """A store of its own; `day` and `hour` are where its clock stands (local)."""

    folder: Path
    day: date = MONDAY
    at: time = time(7)
    world: World = field(init=False)

    def __post_init__(self) -> None:
        settings = read_settings(database_url=f"sqlite:///{self.folder / 'store.db'}", local=True)
        self.world = open_world(settings, self.now)
        with self.world.database.write() as session:
            for id, name in PEOPLE.items():
                meet(session, Person(id, name, f"{id}@kommune.example"), TENANT, self.now())
        self.world.people.grant("p-cille", Grant("secretary"), None)
        self.day = MONDAY - timedelta(days=60)
        for name in BODIES.values():
            self.decided(name, f"Dagsorden for {name}", self.day)
        self.day = MONDAY

    def now(self) -> datetime:
        return instant(self.day, self.at)

    def subject(self, person: str = "p-cille", audience: Audience = "channel") -> Subject:
        grants = self.world.grants(person)
        return Subject(person, True, audience, grants, TENANT)

    def decided(self, body: str, title: str, on: date, case: str | None = None) -> None:
        """Minutes with one decision come into the store."""
        paper = Paper()
        paper_items = [paper.item(1, title, decision="Godkendt.", case=case)]
        self.world.intake.store_parsed([paper.minutes(paper_items, body=body, on=on)])

    def item(self, title: str) -> str:
        """The key of a decided item."""
        found = self.world.library.find_items("1", "", self.subject(audience="personal"))
        return next(one.key for one in found if one.title == title)

    def meets(self, body: str, pattern: Pattern, working_days: int = 5) -> None:
        rules = (DeadlineRule("submission", working_days, time(12)),)
        self.world.calendar.put(body, MeetingPlan((pattern,), (), rules), None)

    def promise(
        self,
        title: str,
        due: date,
        body: str = "direktion",
        who: Named | None = None,
        recurrence: Recurrence | None = None,
        item: str | None = None,
    ) -> FollowUp:
        return self.world.ports.follow_ups.add(
            title, self.subject(), key=title, lang="da", responsible=who or Named("HR-chefen"), due=due,
            body=None if item else body, item_key=item, recurrence=recurrence,
        )  # fmt: skip

    def weekly(
        self,
        place: str,
        weekday: int,
        at: time,
        shift: Shift = "after",
        audience: Audience = "channel",
        bodies: Sequence[str] = (),
        lang: Lang = "da",
        sections: tuple[Section, ...] = SECTIONS,
        mine: bool = False,
    ) -> Digest:
        person = place if audience == "personal" else "p-cille"
        wanted = Digest(
            "", audience, place, TENANT, "", Weekly(weekday, at, shift), lang, bodies=tuple(bodies), mine=mine,
            sections=sections,
        )  # fmt: skip
        return self.world.ports.digests.set_up(wanted, self.subject(person, audience))

    def act(self, one: FollowUp, action: str, **more: object) -> FollowUp:
        now = self.world.ports.follow_ups.follow_up(one.id, self.subject(audience="personal"))
        return self.world.ports.follow_ups.act(
            now.id, now.version, action, self.subject(audience="personal"), **more  # type: ignore[arg-type]  # by name
        )  # fmt: skip

    def live(self, until: date) -> list[Delivered]:
        """Morning, noon and afternoon of each day up to `until`, that one counted; what was said, in order."""
        said: list[Delivered] = []
        while self.day <= until:
            for hour in (time(7), time(9), time(12), time(16)):
                self.at = hour
                said += deliver_due(self.world, renderers(self.world), self.now())
            self.day += timedelta(days=1)
            self.at = time(7)
        return said


def spring(folder: Path) -> Municipality:
    """The municipality in the weeks around Easter 2027, with all that is due in them."""
    town = Municipality(folder)
    town.meets("direktion", Pattern(3, date(2027, 3, 11), weeks=2, start=time(8, 30)))
    town.meets("byraad", Pattern(1, date(2027, 3, 30), weeks=4, start=time(17)))
    town.meets("oekonomiudvalg", Pattern(1, date(2027, 3, 16), weeks=4, start=time(14)))
    town.meets("skoleudvalg", Pattern(2, date(2027, 3, 10), weeks=4, start=time(16)))
    town.meets("teknikudvalg", Pattern(0, date(2027, 3, 15), weeks=4, start=time(15)))
    return town


def utc(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


__all__ = ["BODIES", "MONDAY", "Municipality", "replace", "spring", "utc"]
