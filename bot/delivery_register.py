"""The wizard sent into somebody's private chat after they asked for an agenda item where others listen."""

from __future__ import annotations

from datetime import datetime

from cards import casephrases as cp
from cards.parts import Frame
from dialogs.ports import Ports
from dialogs.registerpages import Said, Writer, page
from dialogs.replies import message
from dialogs.turn import Message
from store.errors import NotFound
from store.outbox_records import Occurrence
from store.records import Lang, Subject


class WizardNotices:
    """A bot.delivery.Renderer for store.invitations.REGISTER_KIND: the draft as it is when the message leaves."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports

    def __call__(self, occurrence: Occurrence, subject: Subject, now: datetime) -> Message | None:
        """The wizard where the draft was left; None when there is no such draft any more."""
        told = occurrence.payload
        lang: Lang = "en" if told.get("lang") == "en" else "da"
        who = Writer(self._ports, subject, now, Frame(lang, False, self._ports.hosts))
        try:
            item = self._ports.agenda.item(str(told.get("item")), subject)
        except NotFound:
            return None
        if item.state != "draft":
            return None
        place = str(told.get("place") or "")
        sentence = who.texts.say(cp.ASKED_IN, place=place) if place else who.texts.say(cp.ASKED_IN_CHANNEL)
        return message(page(who, item, item.step, Said(told=[sentence])))
