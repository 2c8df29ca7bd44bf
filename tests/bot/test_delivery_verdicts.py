"""What each answer of the connector means: the table of status codes, acted on."""

from __future__ import annotations

from random import Random

import pytest

from bot.channel import DeliveryError
from bot.delivery_verdicts import TENANT_OFF, Act, Tempo, opening, verdict

TEMPO = Tempo()


def act(reason: str, status: int | None = None, *, left: bool = True, retry_after: float | None = None) -> Act:
    error = DeliveryError(reason, status=status, left=left, retry_after=retry_after)
    return verdict(error, 1, 0, TEMPO, Random(1)).act


@pytest.mark.parametrize(
    ("reason", "status", "expected"),
    [
        ("Throttled", 429, "again"),
        ("PreconditionFailed", 412, "again"),
        ("http_408", 408, "doubt"),
        ("BadGateway", 502, "doubt"),
        ("ServiceUnavailable", 503, "doubt"),
        ("GatewayTimeout", 504, "doubt"),
        ("ServiceError", 500, "unknown"),
        ("BadArgument", 400, "dead"),
        ("http_422", 422, "dead"),
        ("BotNotRegistered", 401, "stop"),
        ("BotNotInConversationRoster", 403, "channel"),
        ("ConversationBlockedByUser", 403, "channel"),
        ("MessageWritesBlocked", 403, "channel"),
        ("NotEnoughPermissions", 403, "channel"),
        ("http_403", 403, "channel"),
        ("BotDisabledByAdmin", 403, "tenant"),
        ("InvalidBotApiHost", 403, "elsewhere"),
        ("ConversationNotFound", 404, "reopen"),
        ("ActivityNotFoundInConversation", 404, "reopen"),
        ("MessageSizeTooBig", 413, "brief"),
        ("MessageSizeTooBig", 400, "brief"),
    ],
)
def test_each_status_has_its_consequence(reason: str, status: int, expected: Act) -> None:
    assert act(reason, status) == expected


@pytest.mark.parametrize(
    ("reason", "left", "expected"),
    [
        ("TimeoutError", True, "doubt"),
        ("ServerDisconnectedError", True, "doubt"),
        ("ClientConnectorError", False, "again"),
        ("ConnectionTimeoutError", False, "again"),
        ("no_token", False, "stop"),
        ("host_not_allowed", False, "elsewhere"),
    ],
)
def test_what_was_not_answered_may_have_left_or_not(reason: str, left: bool, expected: Act) -> None:
    assert act(reason, left=left) == expected


def test_the_pause_that_is_asked_for_is_kept() -> None:
    for seed in range(20):
        found = verdict(DeliveryError("Throttled", status=429, retry_after=17), 1, 0, TEMPO, Random(seed))
        assert found.quiet == 17
        assert 17 <= found.pause <= 17 * 1.2


def test_without_one_it_grows_to_twenty_seconds() -> None:
    error = DeliveryError("Throttled", status=429)
    pauses = [verdict(error, attempts, 0, TEMPO, Random(3)).quiet for attempts in (1, 2, 3, 9)]
    assert pauses == sorted(pauses)
    assert 1.5 < pauses[0] < 2.5
    assert 16 <= pauses[-1] <= 24


def test_what_may_have_arrived_is_left_alone_for_half_a_minute_at_least() -> None:
    error = DeliveryError("BadGateway", status=502)
    pauses = [verdict(error, 1, doubts, TEMPO, Random(seed)).pause for doubts in range(4) for seed in range(10)]
    assert min(pauses) >= 30
    assert verdict(DeliveryError("x", status=503, retry_after=90), 1, 0, TEMPO, Random(1)).pause == 90


def test_a_tenant_that_is_switched_off_is_left_alone_for_an_hour() -> None:
    found = verdict(DeliveryError("BotDisabledByAdmin", status=403), 1, 0, TEMPO, Random(1))
    assert found.pause == TENANT_OFF


@pytest.mark.parametrize(
    ("status", "left", "expected"),
    [
        (502, True, "again"),
        (500, True, "again"),
        (None, True, "again"),
        (None, False, "again"),
        (429, True, "again"),
        (401, True, "stop"),
        (403, True, "channel"),
        (404, True, "channel"),
        (400, True, "channel"),
    ],
)
def test_a_conversation_that_cannot_be_opened_leaves_nothing_in_doubt(
    status: int | None, left: bool, expected: Act
) -> None:
    assert opening(DeliveryError("x", status=status, left=left), 1, TEMPO, Random(1)).act == expected
