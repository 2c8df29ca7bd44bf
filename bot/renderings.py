"""The one place where each kind of subscription gets its words, for the service and for the command line."""

from __future__ import annotations

from datetime import datetime

from bot.delivery import Renderer, Renderers
from bot.delivery_agendas import ON_AGENDAS, AgendaNotices
from bot.delivery_cases import CaseNotices
from bot.delivery_digest import DigestNotices
from bot.delivery_followup import FollowUpNotices
from bot.delivery_meetings import MinutesNotices
from bot.delivery_notices import outbox_notice
from bot.delivery_register import WizardNotices
from bot.delivery_watch import WatchNotices
from bot.world import World
from dialogs.turn import Message
from store.agenda.notices import CASE_KIND
from store.followup_records import DIGEST_KIND, FOLLOWUP_KIND
from store.fresh import FreshPapers
from store.invitations import REGISTER_KIND
from store.minutes.posting import MEETING_KIND
from store.outbox_records import OUTBOX_KIND, Occurrence
from store.records import Subject
from store.watch_records import WATCH_KIND
from store.watches import Watches


def renderers(world: World) -> Renderers:
    """The renderers of all kinds, over this world's ports and clock."""
    papers, watches = FreshPapers(world.database), Watches(world.database, world.clock)
    told = WatchNotices(world.answers, papers, world.bodies.bodies, watches, world.settings.link_hosts)
    return Renderers(
        {
            OUTBOX_KIND: outbox_notice,
            WATCH_KIND: told,
            REGISTER_KIND: WizardNotices(world.ports),
            DIGEST_KIND: DigestNotices(world.ports),
            FOLLOWUP_KIND: FollowUpNotices(world.ports, lambda: world.settings.working_days),
            MEETING_KIND: _of_meetings(world),
            CASE_KIND: CaseNotices(world.ports.agenda, world.people, world.settings.link_hosts),
        }
    )


def _of_meetings(world: World) -> Renderer:
    """Agendas and minutes are told by one kind of subscription: each body has one channel for both."""
    agendas = AgendaNotices(world.ports.agendas, world.settings.link_hosts)
    minutes = MinutesNotices(world.ports)

    def told(occurrence: Occurrence, subject: Subject, now: datetime) -> Message | None:
        of = agendas if occurrence.payload.get("what") in ON_AGENDAS else minutes
        return of(occurrence, subject, now)

    return told
