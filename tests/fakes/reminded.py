"""A house whose follow-ups and weekly reminders are kept in a store, with the words that are sent of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.delivery_digest import DigestNotices
from bot.delivery_followup import FollowUpNotices
from dialogs.ports import Ports
from dialogs.turn import Message, Scene
from store.agenda.records import Named
from store.bodies import Bodies
from store.calendar import local
from store.database import Database
from store.digest_content import Contents
from store.digests import StoredDigests
from store.followup_records import DIGEST_KIND, FOLLOWUP_KIND, Digest, FollowUp
from store.followups import StoredFollowUps
from store.fresh import FreshPapers
from store.initiatives import StoredInitiatives
from store.outbox_records import Occurrence, Subscription, Weekly
from store.people import People
from store.records import Audience, Lang, Subject
from store.subscriptions import Subscriptions
from tests.fakes.agenda import ANNA, CILLE, NAMES, House
from tests.fakes.ports import World, fake_ports
from tests.fakes.talk import Talk

MONDAY = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)
"""Eight o'clock in the morning."""
TODAY = date(2026, 11, 30)
PLACE = "c"
"""The conversation of tests.fakes.talk.Talk."""
WEEKLY = Digest("", "channel", PLACE, "t", "", Weekly(0, time(8)))
READER = Subject("p-cille", True, "channel", (), "t")
"""What a channel as such may read."""


class Reminded(House):
    """Direktion and Byråd with follow-ups and weekly reminders; it is Monday, 30 November 2026."""

    def __init__(self, db: Database, now: datetime = MONDAY) -> None:
        super().__init__(db)
        self.now = now
        tell = lambda: self.now  # noqa: E731  # a clock that the test sets
        self.follow_ups = StoredFollowUps(db, tell)
        papers, plans = FreshPapers(db), StoredInitiatives(db)
        self.digests = StoredDigests(db, tell, Contents(self.follow_ups, self.calendar, plans, papers))
        self.subscriptions = Subscriptions(db, tell)
        self.ports: Ports = replace(
            fake_ports(World()), agenda=self.agenda, calendar=self.calendar, people=People(db, tell),
            bodies=Bodies(db), follow_ups=self.follow_ups, digests=self.digests, initiatives=plans,
        )  # fmt: skip

    def promise(self, title: str, days: int | None, by: Subject = CILLE, **more: Any) -> FollowUp:
        """A follow-up of direktion, due so many days from today."""
        due = local(self.now).date() + timedelta(days=days) if days is not None else None
        given = {"body": "direktion", "responsible": Named("HR-chefen"), **more}
        return self.follow_ups.add(title, replace(by, audience="channel"), key=title, lang="da", due=due, **given)

    def weekly(self, digest: Digest = WEEKLY, by: Subject = CILLE) -> Digest:
        """A weekly reminder that somebody sets up."""
        return self.digests.set_up(digest, replace(by, audience=digest.audience))

    def sent(
        self, digest: Digest, subject: Subject = READER, now: datetime | None = None, asked: bool = False
    ) -> Message | None:
        """What leaves at a moment."""
        told = self.subscriptions.find(digest.key)
        payload = {"asked": True} if asked else {}
        moment = now or self.now
        one = Occurrence(1, 1, told, "slot", digest.recipient, digest.audience, moment, payload)
        assert told.kind == DIGEST_KIND
        return DigestNotices(self.ports)(one, subject, moment)

    def reminded(self, to: Subject, *entries: str, lang: Lang = "da") -> Message | None:
        """What a person is reminded of."""
        own = Subscription("k", FOLLOWUP_KIND, "t", "personal", to.person or "", to.person or "", lang)
        one = Occurrence(1, 1, own, "slot", to.person or "", "personal", self.now, {"promises": list(entries)})
        return FollowUpNotices(self.ports)(one, to, self.now)

    def talk(self, subject: Subject = ANNA, scope: Audience = "personal", lang: Lang = "da") -> Member:
        return Member(subject=subject, house=self, scope=scope, lang=lang)


@dataclass
class Member(Talk):
    """One person of the house in one conversation."""

    subject: Subject = field(kw_only=True)
    house: Reminded = field(kw_only=True)

    def __post_init__(self) -> None:
        super().__post_init__()
        id = self.subject.person or ""
        self.person = replace(self.person, id=id, name=NAMES[id])
        self.ports = self.house.ports

    def _scene(self) -> Scene:
        subject = replace(self.subject, audience=self.scope)
        return Scene(subject, self.state, self.lang, self.house.now, False, self.fixed)
