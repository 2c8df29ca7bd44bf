"""What the outbox says of itself, in both languages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cards import undelivered
from cards.parts import Frame

DUE = datetime(2026, 11, 23, 8, tzinfo=UTC)
DA, EN = Frame("da"), Frame("en")


def test_a_dead_channel() -> None:
    assert undelivered.channel_dead("Budget 2027", "BotNotInConversationRoster", DA).text == (
        "Jeg kan ikke længere skrive i »Budget 2027«: appen er fjernet der. "
        "Det, du har sat op der, venter, til jeg bliver lukket ind igen."
    )
    assert undelivered.channel_dead(None, "MessageWritesBlocked", EN).text == (
        "I can no longer write in one of the places that you chose: I have been blocked there. "
        "What you have set up there waits until I am let in again."
    )


@pytest.mark.parametrize(
    ("reason", "why"),
    [
        ("removed", "appen er fjernet der"),
        ("ConversationBlockedByUser", "jeg er blokeret der"),
        ("ConversationNotFound", "samtalen findes ikke mere"),
        ("NotEnoughPermissions", "Teams afviser mine beskeder"),
    ],
)
def test_each_reason_is_said(reason: str, why: str) -> None:
    assert f": {why}. " in undelivered.channel_dead("Budget", reason, DA).text


def test_one_message() -> None:
    assert undelivered.late("Ugens beslutninger", DUE, DA).text == (
        "Beskeden »Ugens beslutninger« fra mandag den 23. november 2026 kl. 9.00 blev ikke sendt: "
        "Det var blevet for sent."
    )
    assert undelivered.late("", DUE, EN).text == (
        "The message that was due on Monday 23 November 2026 at 9:00 was not sent: it had become too late."
    )
    assert undelivered.unknown("", DUE, DA).text == (
        "Jeg ved ikke, om beskeden fra mandag den 23. november 2026 kl. 9.00 nåede frem. Jeg har ikke sendt den igen."
    )
    assert undelivered.failed("Harbour", DUE, EN).text == (
        "The message “Harbour” that was due on Monday 23 November 2026 at 9:00 could not be sent. "
        "The fault has been noted."
    )


def test_a_missed_run() -> None:
    until = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
    assert undelivered.missed(DUE, until, 1, DA).text == (
        "Jeg var ude af drift fra mandag den 23. november 2026 kl. 9.00 til mandag den 23. november 2026 kl. 11.30. "
        "1 besked blev derfor forsinket."
    )
    assert undelivered.missed(DUE, until, 3, EN).text.endswith("3 messages were late because of that.")
