"""The one place where each kind of subscription gets its words, for the service and for the command line."""

from __future__ import annotations

from bot.delivery import Renderers
from bot.delivery_notices import outbox_notice
from bot.world import World
from store.outbox_records import OUTBOX_KIND


def renderers(world: World) -> Renderers:
    """The renderers of all kinds, over this world's ports and clock."""
    return Renderers({OUTBOX_KIND: outbox_notice})
