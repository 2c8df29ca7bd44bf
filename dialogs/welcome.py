"""The welcome after an install, and help by who asks and where."""

from __future__ import annotations

from dataclasses import replace

from cards import welcome as card
from cards.parts import Rendered
from dialogs.digestforms import USUAL, carried
from dialogs.replies import Room, message, minted
from dialogs.turn import Outcome
from store.access import READS_CLOSED, is_administrator
from store.followup_records import Digest


def welcome(room: Room) -> Outcome:
    """One message for each install; the edge sees to it that a repeated install is not welcomed again."""
    grants = room.scene.subject.grants
    closed = any(grant.role in READS_CLOSED for grant in grants)
    shared = room.frame.shared
    offered = carried(Digest("", "channel", "", "", "", USUAL, room.lang)) if shared else None
    by = room.turn.caller.name if shared else ""
    rendered = card.welcome(room.frame, closed=closed, added_by=by, weekly=offered)
    return Outcome(replace(message(rendered), card=minted(rendered.card, room.turn)))


def help_card(room: Room) -> Rendered:
    """Help; what secretaries and administrators can do is told to them alone, in personal chat."""
    subject = room.scene.subject
    personal = subject.audience == "personal"
    secretary = personal and any(grant.role == "secretary" for grant in subject.grants)
    return card.help_card(room.frame, secretary=secretary, administrator=is_administrator(subject))
