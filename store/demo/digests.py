"""The sample weekly reminder: Mondays at eight, of Direktionen, in a channel of the usual sample team."""

from __future__ import annotations

from datetime import time

from store.followup_records import Digest
from store.outbox_records import Weekly

CHANNEL = "channel-announcements-id"
"""The channel "Announcements" that the Agents Playground has without a configuration of its own."""


def sample_digest(tenant: str, body: str) -> Digest:
    """The reminder, to be set up for a body's key; set up again it is the same one."""
    return Digest("", "channel", CHANNEL, tenant, "", Weekly(0, time(8)), bodies=(body,))
