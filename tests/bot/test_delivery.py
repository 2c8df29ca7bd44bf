"""The way out for what is said unasked: one request a try, and a chat opened by whichever id Teams takes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.channel import DeliveryError
from bot.delivery import BRIEF, TEAMS_EVERYWHERE, Renderers, TeamsOutlet, shortened
from bot.gate import Hosts
from bot.sender import Sender
from dialogs.turn import Citation, Message, Suggestion
from store.outbox_records import Occurrence, Recipient, Subscription
from store.records import Address, Subject
from tests.fakes.connector import Connector

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
PERSON = "00000000-0000-0000-0000-0000000000a1"
WATCH = Subscription("w", "watch", "t", "personal", PERSON, PERSON)
OCCURRENCE = Occurrence(1, 1, WATCH, "n", PERSON, "personal", NOW)
SUBJECT = Subject(PERSON, True)


async def no_token(fresh: bool) -> str | None:
    return None


@pytest.fixture
async def outlet() -> AsyncIterator[TeamsOutlet]:
    sender = Sender(Hosts(frozenset(), loopback=True), no_token)
    yield TeamsOutlet(sender, "app-id")
    await sender.close()


def there(url: str, **more: object) -> Recipient:
    team = Address("t", url, "19:team@thread.tacv2", "channel", bot="28:bot")
    return Recipient(None, SUBJECT, elsewhere=(replace(team, **more),))  # type: ignore[arg-type]  # fields of Address


async def test_a_chat_is_opened_by_the_object_id(outlet: TeamsOutlet, connector: tuple[Connector, str]) -> None:
    far, url = connector
    address = await outlet.open(OCCURRENCE, there(url))
    assert address == Address("t", url, f"a:{PERSON}", "personal", person=PERSON, bot="28:bot")
    assert far.conversed == [
        {
            "isGroup": False, "bot": {"id": "28:bot"}, "members": [{"id": PERSON}], "tenantId": "t",
            "channelData": {"tenant": {"id": "t"}},
        }
    ]  # fmt: skip


async def test_where_that_is_not_taken_by_the_id_of_the_roster(
    outlet: TeamsOutlet, connector: tuple[Connector, str]
) -> None:
    far, url = connector
    far.members[PERSON] = {"id": "29:bo"}
    far.unopened.append((400, "BadSyntax"))
    assert (await outlet.open(OCCURRENCE, there(url))).conversation == "a:29:bo"


async def test_without_the_roster_the_refusal_stands(outlet: TeamsOutlet, connector: tuple[Connector, str]) -> None:
    far, url = connector
    far.unopened.append((400, "BadSyntax"))
    with pytest.raises(DeliveryError) as caught:
        await outlet.open(OCCURRENCE, there(url))
    assert caught.value.status == 400
    assert len(far.conversed) == 1


async def test_where_nobody_was_met_teams_is_asked_by_its_common_address(outlet: TeamsOutlet) -> None:
    assert outlet._way(Recipient(None, SUBJECT)) == (TEAMS_EVERYWHERE, "28:app-id")
    with pytest.raises(DeliveryError) as caught:  # the hosts of this outlet are loopback alone
        await outlet.open(OCCURRENCE, Recipient(None, SUBJECT))
    assert (caught.value.reason, caught.value.left) == ("host_not_allowed", False)


async def test_a_channel_without_address_cannot_be_opened(outlet: TeamsOutlet) -> None:
    with pytest.raises(DeliveryError) as caught:
        await outlet.open(replace(OCCURRENCE, audience="channel"), Recipient(None, SUBJECT))
    assert caught.value.reason == "no_address"


async def test_nothing_goes_into_an_old_thread(outlet: TeamsOutlet, connector: tuple[Connector, str]) -> None:
    far, url = connector
    address = Address("t", url, "19:x@thread.tacv2;messageid=17", "channel", bot="28:bot")
    await outlet.send(address, Message("hej"), "da")
    (sent,) = far.accepted
    assert (sent.conversation, sent.body["conversation"]) == ("19:x@thread.tacv2", {"id": "19:x@thread.tacv2"})
    assert (sent.body["text"], sent.body["from"]) == ("hej", {"id": "28:bot"})


@pytest.mark.parametrize(
    ("status", "headers", "retry_after"), [(429, {"Retry-After": "17"}, 17.0), (412, {}, None), (502, {}, None)]
)
async def test_a_refusal_is_handed_back_at_once(
    outlet: TeamsOutlet,
    connector: tuple[Connector, str],
    status: int,
    headers: dict[str, str],
    retry_after: float | None,
) -> None:
    far, url = connector
    far.failures.append((status, "No", headers))
    with pytest.raises(DeliveryError) as caught:
        await outlet.send(Address("t", url, "c", "channel"), Message("hej"), "da")
    assert (caught.value.status, caught.value.retry_after, caught.value.left) == (status, retry_after, True)
    assert far.requests == 1


async def test_what_never_left_is_known_as_such(outlet: TeamsOutlet) -> None:
    with pytest.raises(DeliveryError) as caught:
        await outlet.send(Address("t", "http://127.0.0.1:1/", "c", "channel"), Message("hej"), "da")
    assert (caught.value.status, caught.value.left) == (None, False)


def test_each_kind_has_one_renderer() -> None:
    renderers = Renderers({"watch": lambda occurrence, subject, now: Message("nyt")})
    assert renderers.render("watch", OCCURRENCE, SUBJECT, NOW) == Message("nyt")
    with pytest.raises(ValueError, match="renderer"):
        renderers.add("watch", lambda occurrence, subject, now: None)
    with pytest.raises(LookupError):
        renderers.render("digest", OCCURRENCE, SUBJECT, NOW)


def test_in_fewer_words_a_message_is_text_alone() -> None:
    long = Message("ord " * 2_000, card={"type": "AdaptiveCard"}, suggestions=(Suggestion("a", "b"),))
    long = replace(long, citations=(Citation(1, "Referat", "…"),), shows_items=("i",))
    brief = shortened(long)
    assert len(brief.text) <= BRIEF + 2
    assert (brief.card, brief.suggestions, brief.citations, brief.shows_items) == (None, (), (), ("i",))
