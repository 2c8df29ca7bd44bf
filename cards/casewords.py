"""States and types of agenda items in words."""

from __future__ import annotations

from collections.abc import Mapping

from cards import casephrases as cp
from cards import deskphrases as dp
from cards.catalogue import Phrase
from cards.texts import Texts
from store.agenda.records import AgendaItem, ItemState, ItemType

STATES: Mapping[ItemState, Phrase] = {
    "draft": cp.STATE_DRAFT,
    "submitted": cp.STATE_SUBMITTED,
    "returned": cp.STATE_RETURNED,
    "ready": cp.STATE_READY,
    "on_agenda": cp.STATE_ON_AGENDA,
    "postponed": cp.STATE_POSTPONED,
    "withdrawn": cp.STATE_WITHDRAWN,
    "decided": cp.STATE_DECIDED,
}
TYPES: Mapping[ItemType, Phrase] = {
    "decision": cp.TYPE_DECISION,
    "briefing": cp.TYPE_BRIEFING,
    "discussion": cp.TYPE_DISCUSSION,
}


def state(item: AgendaItem, t: Texts) -> str:
    """Where it stands, in a word or two."""
    return t.say(STATES[item.state])


def label(t: Texts) -> str:
    """The small heading above an item on its way."""
    return t.say(dp.LABEL_ON_ITS_WAY)
