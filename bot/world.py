"""The store with all that works on it, and the conversation over it: what a command without a service needs.

What only the service needs (HTTP, the Bot Framework, readers of files) is not imported here: `referent ask` starts in
half the time without it.
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.config import Settings
from bot.conversation import Conversation, Elsewhere, Rooms
from bot.gate import Gate, Rate
from bot.memory import StoredMemory
from bot.metrics import Metrics
from bot.notices import CatalogueNotices
from bot.papers import Papers
from dialogs.flows import respond
from dialogs.ports import Ports
from store.agenda.items import StoredAgenda
from store.answers import StoredAnswers
from store.bodies import Bodies
from store.conversations import Conversations
from store.database import Database
from store.digest_content import Contents
from store.digests import StoredDigests
from store.documents import Library
from store.followups import StoredFollowUps
from store.fresh import FreshPapers
from store.ingest import cpr
from store.ingest.intake import Intake
from store.initiatives import StoredInitiatives
from store.invitations import Invitations
from store.meetingcalendar import StoredCalendar
from store.migrations import migrate
from store.minutes.agendas import StoredAgendas
from store.minutes.minutes import StoredMinutes
from store.minutes.paper import House
from store.outbox_status import Pulse
from store.people import People
from store.questions import Improvements
from store.records import Grant
from store.reindexing import refresh_index
from store.search.index import ShelfIndex
from store.watches import Watches
from store.watching import Watching

LOCAL_TENANT = "local"
UNLIMITED = 1_000_000_000


def now() -> datetime:
    """The clock of the running program: aware, UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class World:
    """The store with all that works on it; what commands without a service need."""

    settings: Settings
    database: Database
    answers: StoredAnswers
    library: Library
    intake: Intake
    people: People
    bodies: Bodies
    improvements: Improvements
    conversations: Conversations
    ports: Ports
    clock: Callable[[], datetime]
    calendar: StoredCalendar
    watching: Watching

    @property
    def tenant(self) -> str:
        """The tenant that people in the terminal belong to."""
        return next(iter(sorted(self.settings.allowed_tenants)), LOCAL_TENANT)

    def grants(self, person: str | None) -> tuple[Grant, ...]:
        """What somebody may do, by object id."""
        found = self.people.person(person) if person is not None else None
        return found.grants if found is not None else ()

    def close(self) -> None:
        """Give the store back."""
        self.database.close()


def open_world(settings: Settings, clock: Callable[[], datetime] = now, *, reading: bool = False) -> World:
    """Open the store that the settings name and bring it to the present schema. Raises StoreError.

    `reading`: another process has done that; nothing can be written from here.
    """
    database = Database.open(settings.database_url, create=not reading, writable=not reading)
    index = ShelfIndex()
    try:
        if not reading:
            migrate(database)
            refresh_index(database, index)
        answers = StoredAnswers(database)
        intake = Intake(database, index, clock)
        people = People(database, clock)
        if not reading:
            people.first_administrators(sorted(settings.administrators))
        library, bodies = Library(database, intake, index, clock), Bodies(database)
        improvements = Improvements(database, clock)
        initiatives = StoredInitiatives(database)
        calendar = StoredCalendar(database, clock, settings.working_days)
        house = masthead(settings)
        papers, follow_ups = FreshPapers(database), StoredFollowUps(database, clock)
        agendas = StoredAgendas(database, clock, calendar, intake, index, house)
        contents = Contents(follow_ups, calendar, initiatives, papers)
        ports = Ports(
            answers, library, people, bodies, improvements, hosts=settings.link_hosts, initiatives=initiatives,
            calendar=calendar, watches=Watches(database, clock), papers=papers,
            agenda=StoredAgenda(database, clock, calendar, answers, agendas.refresh), delivery=Pulse(database),
            follow_ups=follow_ups, digests=StoredDigests(database, clock, contents),
            agendas=agendas,
            minutes=StoredMinutes(database, clock, calendar, intake, index, house),
            personal=Invitations(database, clock),
        )  # fmt: skip
    except BaseException:
        database.close()
        raise
    conversations = Conversations(database)
    return World(
        settings,
        database,
        answers,
        library,
        intake,
        people,
        bodies,
        improvements,
        conversations,
        ports,
        clock,
        calendar,
        Watching(database, answers),
    )


def masthead(settings: Settings) -> House:
    """What stands at the head of agendas and minutes."""
    logo = settings.logo
    if logo is None:
        return House(settings.municipality)
    return House(settings.municipality, logo.read_bytes(), logo.suffix.lower().lstrip("."))


@asynccontextmanager
async def conversing(world: World) -> AsyncIterator[Conversation]:
    """The conversation for a terminal or a batch: no token is checked, for whoever opens the store's file needs none,
    and nobody is told to slow down."""
    pool = ThreadPoolExecutor(1, thread_name_prefix="turn")
    gate = Gate(world.settings.model_copy(update={"local": True}))
    rate = Rate(UNLIMITED, time.monotonic)
    try:
        yield Conversation(rooms(world), gate=gate, rate=rate, pool=pool, metrics=Metrics())
    finally:
        pool.shutdown()


def rooms(world: World, stirred: Callable[[], None] = lambda: None, elsewhere: Elsewhere | None = None) -> Rooms:
    """What a conversation over this store is handed."""
    return Rooms(
        respond=respond,
        ports=world.ports,
        memory=StoredMemory(world.conversations),
        notices=CatalogueNotices(),
        mask=cpr.mask,
        clock=world.clock,
        demo=world.settings.demo,
        stirred=stirred,
        elsewhere=elsewhere,
        keep_file=Papers(world.settings.documents).kept,
    )
