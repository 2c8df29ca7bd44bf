"""Weekly reminders put into words when they are sent: from the store as it is then, by the rights of the place."""

from __future__ import annotations

from datetime import datetime

from cards.parts import Frame
from dialogs.digestshown import digest_card
from dialogs.ports import Ports
from dialogs.replies import message
from dialogs.turn import Message
from store.calendar import local
from store.digests import digest_in
from store.errors import NotFound
from store.outbox_records import Occurrence
from store.records import Subject


class DigestNotices:
    """A bot.delivery.Renderer for store.followup_records.DIGEST_KIND."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports

    def __call__(self, occurrence: Occurrence, subject: Subject, now: datetime) -> Message | None:
        """The message; None in a pause, in a week without anything to say, and for what was deleted meanwhile.

        What somebody asked for comes all the same.
        """
        digest, asked = digest_in(occurrence.subscription), bool(occurrence.payload.get("asked"))
        paused = digest.paused_until is not None and local(now).date() < digest.paused_until
        if paused and not asked:
            return None
        # The card carries whole seconds, and has to find the same again.
        built = now.replace(microsecond=0)
        frame = Frame(digest.lang, subject.audience != "personal", self._ports.hosts)
        try:
            rendered, content = digest_card(self._ports, digest.key, subject, built, frame)
        except NotFound:
            return None
        if not content.lines and digest.say_nothing and not asked:
            return None
        return message(rendered)
