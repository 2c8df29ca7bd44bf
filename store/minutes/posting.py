"""Who is told of agendas and minutes: through the outbox, in the transaction of the step.

Only keys are kept: text and right to read are judged when the message is sent.
"""

from __future__ import annotations

from datetime import datetime

from store.minutes.records import MeetingPractice
from store.minutes.sittings import Sitting
from store.minutes.views import members_of
from store.occurrences import enqueue
from store.outbox_records import Subscription
from store.people import language
from store.subscriptions import subscribe

MEETING_KIND = "meeting"
"""The kind of subscription that agendas and minutes are told by; the payload's "what" is agenda, supplement, review,
final or correction."""


def announce(held: Sitting, at: datetime, practice: MeetingPractice, what: str, count: int) -> bool:
    """Post in the body's channel, once for each version; False when it has none."""
    if practice.channel is None:
        return False
    audience, recipient = practice.channel
    tenant, owner = held.reading.subject.tenant or "", held.reading.subject.person or ""
    key = f"{MEETING_KIND}:{tenant}:{recipient}"
    subscribe(held.session, Subscription(key, MEETING_KIND, tenant, audience, recipient, owner), at)
    payload = {"meeting": held.key, "what": what, "count": count}
    return enqueue(held.session, key, f"{held.key}:{what}:{held.version}", now=at, payload=payload)


def ask_members(held: Sitting, at: datetime, what: str) -> int:
    """Tell each member of the body in personal chat, in their language; how many messages were added."""
    subject, told = held.reading.subject, 0
    for person, _ in members_of(held):
        if person == subject.person:
            continue
        key = f"{MEETING_KIND}:{subject.tenant or ''}:{person}"
        lang = language(held.session, person)[0] or "da"
        own = Subscription(key, MEETING_KIND, subject.tenant or "", "personal", person, person, lang)
        subscribe(held.session, own, at)
        payload = {"meeting": held.key, "what": what}
        told += enqueue(held.session, key, f"{held.key}:{what}:{held.version}", now=at, payload=payload)
    return told
