"""The demo store: sample minutes, coming meetings and agenda items as of now, the sample people with their rights."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.world import World
from store.demo.agenda import SampleAgenda
from store.demo.calendars import furnish_plans
from store.demo.digests import sample_digest
from store.demo.followups import CILLE, SampleFollowUps
from store.demo.living import people
from store.demo.load import load
from store.minutes.entries import published_days
from store.people import meet
from store.records import Grant, Person, Subject

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def furnish(world: World, now: datetime | None = None) -> tuple[int, int]:
    """Load the sample data as of now; the number of fixed documents and of coming meetings. Repeatable."""
    today = (now or world.clock()).astimezone(COPENHAGEN).date()
    with world.database.read() as session:
        published = published_days(session)
    reports = load(world.intake, today, published)
    keys = {body.name: body.key for body in world.bodies.bodies()}
    for sample in people():
        with world.database.write() as session:
            meet(session, Person(sample.id, sample.name, sample.upn), world.tenant, world.clock())
        for grant in sample.grants:
            body = keys[grant.body] if grant.body is not None else None
            world.people.grant(sample.id, Grant(grant.role, body), None)
    furnish_plans(world.calendar, today)
    SampleAgenda(world.database, world.calendar, world.tenant, now or world.clock()).furnish(world.grants)
    SampleFollowUps(world.database, world.tenant, now or world.clock()).furnish(world.grants)
    secretary = people()[CILLE]
    told = Subject(secretary.id, True, "channel", world.grants(secretary.id), world.tenant)
    world.ports.digests.set_up(sample_digest(world.tenant, keys["Direktionen"]), told)
    coming = sum(report.path.endswith("-dagsorden.txt") for report in reports)
    return len(reports) - coming, coming
