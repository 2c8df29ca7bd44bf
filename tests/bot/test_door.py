"""Who gets in: real tokens, real keys and an OpenID server on loopback; every forgery is 401 and runs nothing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from dialogs.ports import Ports
from dialogs.turn import Message, Outcome, Scene, Turn
from tests.fakes.connector import Connector
from tests.fakes.edge import APP_ID, TENANT, Edge, activity, guarded_settings
from tests.fakes.openid import OpenId, token

Far = tuple[Connector, str]
TEAMS = "https://smba.trafficmanager.net/emea/"


@pytest.fixture
async def openid() -> AsyncIterator[tuple[OpenId, str]]:
    fake = OpenId()
    async with TestServer(fake.app()) as server:
        yield fake, str(server.make_url("/openid"))


@pytest.fixture
def tokens() -> list[bool]:
    """What was asked of Entra: whether a fresh token was wanted, each time."""
    return []


@pytest.fixture
def edge(openid: tuple[OpenId, str], tokens: list[bool]) -> Edge:
    """A municipality's edge that may reach the connector on loopback."""

    async def bot_token(fresh: bool) -> str:
        tokens.append(fresh)
        return "bot-token-2" if fresh else "bot-token"

    return Edge(guarded_settings(local=True), openid=openid[1], token=bot_token)


class Knocker:
    """Posts with a token; tells the status and whether anything was said."""

    def __init__(self, client: TestClient[Any, Any], connector: Far) -> None:
        self.client, (self.far, self.url) = client, connector
        self.far.members["29:anna"] = {"id": "29:anna", "name": "Anna Jensen", "userRole": "user", "tenantId": TENANT}

    async def knock(self, header: str | None, **changes: Any) -> tuple[int, bool]:
        said = len(self.far.messages)
        headers = {"Authorization": header} if header is not None else {}
        async with self.client.post("/api/messages", json=activity(self.url, **changes), headers=headers) as answer:
            assert len(await answer.read()) < 100
            return answer.status, len(self.far.messages) > said


@pytest.fixture
async def knocker(edge: Edge, connector: Far) -> AsyncIterator[Knocker]:
    async with TestClient(TestServer(edge.build())) as client:
        yield Knocker(client, connector)


async def test_a_good_token_is_let_in_and_answered_with_the_bots_own(knocker: Knocker) -> None:
    assert await knocker.knock(f"Bearer {token(APP_ID, knocker.url)}") == (201, True)
    assert knocker.far.accepted[-1].token == "Bearer bot-token"


@pytest.mark.parametrize(
    "forged",
    [
        {"signed_by": "evil"},
        {"kid": "evil"},
        {"algorithm": "none"},
        {"algorithm": "HS256"},
        {"aud": "another-app"},
        {"aud": None},
        {"aud": [APP_ID]},
        {"iss": "https://evil.example"},
        {"iss": None},
        {"exp": int(time.time()) - 600},
        {"exp": None},
        {"nbf": int(time.time()) + 3600},
        {"serviceurl": "https://evil.example/"},
        {"serviceurl": None},
        {"iss": "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", "ver": "1.0", "appid": APP_ID},
        {"appid": "AnonymousSkill"},
    ],
    ids=str,
)
async def test_a_forged_token_is_refused(knocker: Knocker, forged: dict[str, Any]) -> None:
    assert await knocker.knock(f"Bearer {token(APP_ID, knocker.url, **forged)}") == (401, False)


@pytest.mark.parametrize(
    "header", [None, "", "Bearer", "Bearer ", "Bearer x.y.z", "garbage", "Basic abc", "Bearer a b"]
)
async def test_no_token_at_all_is_refused(knocker: Knocker, header: str | None) -> None:
    assert await knocker.knock(header) == (401, False)


async def test_a_key_that_endorses_other_channels_is_refused(knocker: Knocker, openid: tuple[OpenId, str]) -> None:
    assert await knocker.knock(f"Bearer {token(APP_ID, knocker.url)}", channelId="webchat") == (401, False)


async def test_the_emulators_own_tokens_are_never_taken(knocker: Knocker) -> None:
    issuer = "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0"
    forged = token(APP_ID, knocker.url, iss=issuer, ver="2.0", azp=APP_ID)
    assert await knocker.knock(f"Bearer {forged}") == (401, False)


async def test_a_rotated_key_is_found_within_a_minute(edge: Edge, knocker: Knocker, openid: tuple[OpenId, str]) -> None:
    server, _ = openid
    assert (await knocker.knock(f"Bearer {token(APP_ID, knocker.url)}"))[0] == 201
    server.published = ["k1", "k2"]
    new = f"Bearer {token(APP_ID, knocker.url, kid='k2')}"
    assert (await knocker.knock(new))[0] == 401
    edge.ticks.seconds += 61
    assert (await knocker.knock(new))[0] == 201
    assert server.fetches == 2


async def test_unknown_keys_do_not_make_us_hammer_the_server(knocker: Knocker, openid: tuple[OpenId, str]) -> None:
    for name in ("e1", "e2", "e3"):
        assert (await knocker.knock(f"Bearer {token(APP_ID, knocker.url, kid=name, signed_by='evil')}"))[0] == 401
    assert openid[0].fetches == 1


async def test_a_hanging_openid_server_gives_503_and_holds_nobody_up(
    knocker: Knocker, openid: tuple[OpenId, str]
) -> None:
    openid[0].hang = 30
    lags = []

    async def feel() -> None:
        loop = asyncio.get_running_loop()
        while True:
            began = loop.time()
            await asyncio.sleep(0.01)
            lags.append(loop.time() - began - 0.01)

    feeling = asyncio.create_task(feel())
    good = f"Bearer {token(APP_ID, knocker.url)}"
    assert await asyncio.gather(*[knocker.knock(good) for _ in range(3)]) == [(503, False)] * 3
    feeling.cancel()
    assert max(lags) < 0.2


async def test_known_keys_stay_in_use_while_the_server_is_away(
    edge: Edge, knocker: Knocker, openid: tuple[OpenId, str]
) -> None:
    assert (await knocker.knock(f"Bearer {token(APP_ID, knocker.url)}"))[0] == 201
    openid[0].hang = 30
    edge.ticks.seconds += 2 * 24 * 3600
    assert (await knocker.knock(f"Bearer {token(APP_ID, knocker.url)}"))[0] == 201


async def test_the_same_request_again_says_nothing_again(knocker: Knocker) -> None:
    good = f"Bearer {token(APP_ID, knocker.url)}"
    assert await knocker.knock(good, id="m1") == (201, True)
    assert await knocker.knock(good, id="m1") == (201, False)


async def test_a_token_that_ran_out_at_the_connector_is_renewed_once(knocker: Knocker, tokens: list[bool]) -> None:
    knocker.far.failures.append((401, "Unauthorized", {}))
    await knocker.knock(f"Bearer {token(APP_ID, knocker.url)}")
    assert knocker.far.accepted[-1].token == "Bearer bot-token-2"
    assert tokens.count(True) == 1


@pytest.mark.parametrize(
    ("row", "employee"),
    [
        ({"name": "Anna", "userRole": "user", "tenantId": TENANT, "userPrincipalName": "anna@kommune.dk"}, True),
        ({"name": "Anna", "userRole": "guest", "tenantId": TENANT}, False),
        ({"name": "Anna", "userPrincipalName": "anna_firma.dk#EXT#@kommune.onmicrosoft.com"}, False),
        ({"name": "Anna", "tenantId": "another-tenant"}, False),
        (None, False),
    ],
)
async def test_the_roster_tells_guests_from_employees(
    edge: Edge, knocker: Knocker, row: dict[str, Any] | None, employee: bool
) -> None:
    knocker.far.members.clear()
    if row is not None:
        knocker.far.members["29:anna"] = row
    seen: list[bool] = []

    def respond(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
        seen.append(scene.subject.employee)
        return Outcome(Message("svar"))

    edge.respond = respond
    await knocker.knock(f"Bearer {token(APP_ID, knocker.url)}")
    assert seen == [employee]


@pytest.fixture
async def strict(openid: tuple[OpenId, str], connector: Far) -> AsyncIterator[tuple[Edge, TestClient[Any, Any]]]:
    """As in production: no loopback."""
    edge = Edge(guarded_settings(), openid=openid[1])
    async with TestClient(TestServer(edge.build())) as client:
        yield edge, client


@pytest.mark.parametrize(
    "changes",
    [
        {"conversation": {"id": "c", "conversationType": "personal", "tenantId": "foreign"}},
        {"channelData": {"tenant": {"id": "foreign"}}},
        {"channelData": {}, "conversation": {"id": "c"}},
        {"serviceUrl": None},
        {"serviceUrl": "http://smba.trafficmanager.net/emea/"},
        {"serviceUrl": "https://smba.trafficmanager.net.evil.example/"},
        {"serviceUrl": "https://smba.trafficmanager.net@evil.example/"},
        {"serviceUrl": "https://evil.example/smba.trafficmanager.net"},
        {"serviceUrl": "https://evilbotframework.com/"},
        {"serviceUrl": "https://smba.trafficmanager.net:8443/"},
        {"serviceUrl": "https://evil.example\\.botframework.com/"},
        {"serviceUrl": "http://127.0.0.1/"},
        {"serviceUrl": 7},
        {"channelId": None},
        {"channelId": "webchat"},
        {"channelId": "emulator"},
    ],
    ids=str,
)
async def test_the_gate_turns_strangers_away_before_their_token_is_looked_at(
    strict: tuple[Edge, TestClient[Any, Any]], openid: tuple[OpenId, str], changes: dict[str, Any]
) -> None:
    edge, client = strict
    body = activity(TEAMS, **changes)
    headers = {"Authorization": f"Bearer {token(APP_ID, TEAMS)}"}
    async with client.post("/api/messages", json=body, headers=headers) as answer:
        assert answer.status == 403
    assert openid[0].fetches == 0
    assert edge.memory.seen == set()
    assert edge.memory.addresses == {}


async def test_a_regional_teams_host_passes_the_gate(strict: tuple[Edge, TestClient[Any, Any]]) -> None:
    edge, _ = strict
    for url in ("https://smba.trafficmanager.net/emea/", "https://europe.botframework.com/x/"):
        edge.gate.check(activity(url))


async def test_without_a_token_of_our_own_nothing_is_said_and_that_is_logged(
    edge: Edge, knocker: Knocker, caplog: pytest.LogCaptureFixture
) -> None:
    async def away(fresh: bool) -> str:
        raise PermissionError("entra says no")

    edge.sender._token = away
    assert await knocker.knock(f"Bearer {token(APP_ID, knocker.url)}") == (201, False)
    assert [r.fields["reason"] for r in caplog.records if r.msg == "delivery_failed"] == ["no_token"]
