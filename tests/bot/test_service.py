"""Turns over HTTP in local mode: messages, clicks, channel threads, repeated and slow ones, and what fails."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest
from aiohttp.test_utils import TestClient

from bot.teams import Patience
from dialogs.ports import Ports
from dialogs.turn import AskedQuestion, Citation, Message, Outcome, Scene, Suggestion, Turn
from store.records import Grant, State
from tests.bot.conftest import Post
from tests.fakes.connector import Connector
from tests.fakes.edge import TENANT, Edge, activity, click

Far = tuple[Connector, str]


async def test_a_message_is_answered_in_its_conversation(post: Post, connector: Far) -> None:
    far, url = connector
    status, _ = await post(activity(url, "hvad blev besluttet?", id="m1"))
    assert status == 201
    (sent,) = far.accepted
    assert (sent.method, sent.conversation) == ("POST", "a:anna")
    assert sent.body["text"] == "heard: hvad blev besluttet?"
    assert sent.body["from"] == {"id": "28:bot", "name": "Referent"}
    assert sent.body["recipient"] == {"id": "29:anna", "name": "Anna Jensen"}
    assert sent.body["replyToId"] == "m1"
    assert sent.token is None


async def test_citations_suggestions_card_and_feedback_reach_the_wire(edge: Edge, post: Post, connector: Far) -> None:
    far, url = connector
    card = {"type": "AdaptiveCard", "version": "1.5", "body": []}
    message = Message(
        "Godkendt [1]",
        card=card,
        suggestions=(Suggestion("Hvornår?", "hvornår blev det besluttet?"),),
        citations=(Citation(1, "n" * 100, "a" * 200, "https://x.dk/1"),),
        feedback=True,
    )
    edge.respond = lambda turn, scene, ports: Outcome(message)
    await post(activity(url))
    (sent,) = far.messages
    assert sent["attachments"] == [{"contentType": "application/vnd.microsoft.card.adaptive", "content": card}]
    assert sent["suggestedActions"] == {
        "to": ["29:anna"],
        "actions": [{"type": "imBack", "title": "Hvornår?", "value": "hvornår blev det besluttet?"}],
    }
    (entity,) = sent["entities"]
    assert entity["type"] == "https://schema.org/Message"
    assert "additionalType" not in entity
    (claim,) = entity["citation"]
    assert (claim["@type"], claim["position"]) == ("Claim", 1)
    assert len(claim["appearance"]["name"]) == 80
    assert len(claim["appearance"]["abstract"]) == 160
    assert claim["appearance"]["url"] == "https://x.dk/1"
    assert sent["channelData"] == {"feedbackLoop": {"type": "default"}}


async def test_an_executed_click_changes_the_card_in_its_response_and_for_everybody(
    edge: Edge, post: Post, connector: Far
) -> None:
    far, url = connector
    card = {"type": "AdaptiveCard", "version": "1.5", "body": []}
    edge.respond = lambda turn, scene, ports: Outcome(Message("lukket", card=card, replaces=turn.reply_to))
    status, body = await post(click(url, "item.close", {"item": "i1"}))
    assert (status, body) == (
        200,
        {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": card},
    )
    assert [(a.method, a.activity) for a in far.accepted] == [("PUT", "card-1")]


async def test_an_executed_click_may_be_answered_by_a_new_message(edge: Edge, post: Post, connector: Far) -> None:
    far, url = connector
    heard: list[Turn] = []

    def respond(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
        heard.append(turn)
        return Outcome(Message("bilagene"))

    edge.respond = respond
    status, body = await post(click(url, "item.attachments", {"item": "i1"}))
    assert (status, body) == (200, {"statusCode": 200})
    assert [m["text"] for m in far.messages] == ["bilagene"]
    (turn,) = heard
    assert (turn.kind, turn.verb, turn.data, turn.reply_to) == ("action", "item.attachments", {"item": "i1"}, "card-1")


async def test_a_submitted_card_is_the_same_click(edge: Edge, post: Post, connector: Far) -> None:
    far, url = connector
    heard: list[Turn] = []

    def respond(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
        heard.append(turn)
        return Outcome(Message("bilagene"))

    edge.respond = respond
    body = activity(url, value={"verb": "item.attachments", "item": "i1"}, replyToId="card-1")
    del body["text"]
    assert (await post(body))[0] == 201
    (turn,) = heard
    assert (turn.kind, turn.verb, turn.data, turn.reply_to) == ("action", "item.attachments", {"item": "i1"}, "card-1")
    assert [m["text"] for m in far.messages] == ["bilagene"]


async def test_a_channel_is_answered_in_the_thread_and_kept_without_it(edge: Edge, post: Post, connector: Far) -> None:
    far, url = connector
    heard: list[Turn] = []

    def respond(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
        heard.append(turn)
        return Outcome(Message("svar"), state=State("ask"))

    edge.respond = respond
    thread = "19:abc@thread.tacv2;messageid=17"
    await post(
        activity(
            url,
            "<at>Referent</at> hvad kan Referent?",
            conversation={"id": thread, "conversationType": "channel", "tenantId": TENANT, "isGroup": True},
            channelData={"tenant": {"id": TENANT}, "team": {"id": "19:t"}, "channel": {"id": "19:abc@thread.tacv2"}},
            entities=[{"type": "mention", "text": "<at>Referent</at>", "mentioned": {"id": "28:bot"}}],
        )
    )
    (turn,) = heard
    assert turn.text == "hvad kan Referent?"
    assert turn.scope == "channel"
    assert turn.key.thread == thread
    assert [a.conversation for a in far.accepted] == [thread]
    (address,) = edge.memory.addresses.values()
    assert (address.conversation, address.team) == ("19:abc@thread.tacv2", "19:t")
    assert [key.thread for key in edge.memory.states] == [thread]


async def test_the_same_activity_twice_is_answered_once(post: Post, connector: Far) -> None:
    far, url = connector
    body = activity(url)
    assert (await post(body))[0] == 201
    assert (await post(body))[0] == 201
    assert len(far.messages) == 1


async def test_twenty_clicks_at_once_have_one_effect_and_one_answer(edge: Edge, post: Post, connector: Far) -> None:
    far, url = connector
    effects: list[str] = []
    card = {"type": "AdaptiveCard", "version": "1.5", "body": []}

    def respond(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
        effects.append(turn.id)
        return Outcome(Message("lukket", card=card, replaces=turn.reply_to))

    edge.respond = respond
    clicks = [click(url, "item.close", {"submit": "k-1"}) for _ in range(20)]
    answers = await asyncio.gather(*[post(body) for body in clicks])
    assert len(effects) == 1
    assert {status for status, _ in answers} == {200}
    assert all(body["value"] == card for _, body in answers)
    assert len(far.accepted) == 1


async def test_a_double_click_is_one_click_until_something_else_is_said(edge: Edge, post: Post, connector: Far) -> None:
    far, url = connector
    said = click(url, "item.attachments", {"item": "i1"})
    await asyncio.gather(*[post({**said, "id": name}) for name in "abc"])
    assert len(far.messages) == 1
    await post(click(url, "item.attachments", {"item": "i2"}))
    await post({**said, "id": "d"})
    await post(activity(url))
    await post({**said, "id": "e"})
    assert len(far.messages) == 5


async def test_two_messages_at_once_in_one_conversation_do_not_lose_state(
    edge: Edge, post: Post, connector: Far
) -> None:
    _, url = connector

    def respond(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
        held = dict(scene.state.data) if scene.state else {}
        threading.Event().wait(0.02)
        state = State(
            "count", data={"n": int(str(held.get("n", 0))) + 1}, version=scene.state.version if scene.state else 0
        )
        return Outcome(Message("talt"), state=state)

    edge.respond = respond
    await asyncio.gather(*[post(activity(url)) for _ in range(5)])
    (state,) = edge.memory.states.values()
    assert state.data == {"n": 5}


async def test_a_state_that_moved_on_runs_the_flow_once_more(edge: Edge, post: Post, connector: Far) -> None:
    far, url = connector
    versions: list[int] = []

    def respond(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
        version = scene.state.version if scene.state else 0
        if not versions:
            edge.memory.states[turn.key] = State("ask", version=7)
        versions.append(version)
        return Outcome(Message(f"v{version}"), state=State("ask", version=version))

    edge.respond = respond
    await post(activity(url))
    assert versions == [0, 7]
    assert [m["text"] for m in far.messages] == ["v7"]


@pytest.fixture
def impatient(edge: Edge) -> Edge:
    edge.patience = Patience(typing=0.02, click=0.05, message=0.15)
    return edge


async def test_a_slow_answer_shows_that_it_is_typing_once(impatient: Edge, post: Post, connector: Far) -> None:
    far, url = connector

    def respond(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
        threading.Event().wait(0.08)
        return Outcome(Message("svar"))

    impatient.respond = respond
    await post(activity(url))
    assert [a.body["type"] for a in far.accepted] == ["typing", "message"]


async def test_a_quick_answer_shows_no_typing(post: Post, connector: Far) -> None:
    far, url = connector
    await post(activity(url))
    assert [a.body["type"] for a in far.accepted] == ["message"]


async def test_a_slow_click_is_answered_in_time_and_its_result_follows(
    impatient: Edge, post: Post, connector: Far
) -> None:
    far, url = connector
    card = {"type": "AdaptiveCard", "version": "1.5", "body": []}
    go = threading.Event()

    def respond(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
        go.wait(5)
        return Outcome(Message("gemt", card=card, replaces=turn.reply_to))

    impatient.respond = respond
    status, body = await post(click(url, "file.store"))
    assert (status, body["value"]) == (200, "working da")
    assert far.accepted == []
    go.set()
    await far.arrived.wait()
    assert [(a.method, a.activity) for a in far.accepted] == [("PUT", "card-1")]


async def test_a_slow_message_is_acknowledged_before_teams_sends_it_again(
    impatient: Edge, post: Post, connector: Far
) -> None:
    far, url = connector
    go = threading.Event()

    def respond(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
        go.wait(5)
        return Outcome(Message("læst"))

    impatient.respond = respond
    assert (await post(activity(url)))[0] == 201
    assert far.messages == []
    far.arrived.clear()
    go.set()
    await far.arrived.wait()
    assert [m["text"] for m in far.messages] == ["læst"]


async def test_a_failure_becomes_a_sentence_with_the_reference_of_the_log(
    edge: Edge, post: Post, connector: Far, caplog: pytest.LogCaptureFixture
) -> None:
    far, url = connector

    def respond(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
        raise KeyError("secret-canary")

    edge.respond = respond
    assert (await post(activity(url)))[0] == 201
    (sent,) = far.messages
    said, lang, reference = sent["text"].split()
    assert (said, lang) == ("failed", "da")
    assert len(reference) == 6
    (record,) = [r for r in caplog.records if r.msg == "turn_failed"]
    assert "KeyError at" in record.fields["cause"]
    assert "canary" not in record.fields["cause"]


async def test_a_failed_click_says_so_beside_the_card_and_may_be_pressed_again(
    edge: Edge, post: Post, connector: Far
) -> None:
    far, url = connector
    tries: list[str] = []

    def respond(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
        tries.append(turn.id)
        if len(tries) == 1:
            raise RuntimeError
        return Outcome(Message("gemt", card={"type": "AdaptiveCard"}, replaces=turn.reply_to))

    edge.respond = respond
    status, body = await post(click(url, "file.store", {"submit": "s"}))
    assert (status, body["type"]) == (200, "application/vnd.microsoft.activity.message")
    assert body["value"].startswith("failed da ")
    assert far.accepted == []
    status, body = await post(click(url, "file.store", {"submit": "s"}))
    assert body["value"] == {"type": "AdaptiveCard"}


async def test_an_answer_that_teams_refuses_is_logged_and_counted(
    edge: Edge, post: Post, connector: Far, caplog: pytest.LogCaptureFixture
) -> None:
    far, url = connector
    far.failures.append((403, "ConversationBlockedByUser", {}))
    assert (await post(activity(url)))[0] == 201
    assert [r.fields for r in caplog.records if r.msg == "delivery_failed"] == [
        {"reason": "ConversationBlockedByUser", "status": 403}
    ]
    assert 'referent_delivery_failures_total{status="403"} 1' in edge.metrics.text()


async def test_not_now_is_tried_again_and_perhaps_is_not(post: Post, connector: Far) -> None:
    far, url = connector
    far.failures.extend([(429, "Throttled", {"Retry-After": "0"}), (412, "PreconditionFailed", {"Retry-After": "0"})])
    await post(activity(url))
    assert len(far.messages) == 1
    far.failures.append((502, "BadGateway", {}))
    before = far.requests
    await post(activity(url))
    assert far.requests == before + 1


async def test_one_welcome_for_an_install_however_teams_tells_it(edge: Edge, post: Post, connector: Far) -> None:
    far, url = connector
    edge.respond = lambda turn, scene, ports: Outcome(Message("velkommen"))
    added = activity(url, type="conversationUpdate", text=None, membersAdded=[{"id": "28:bot"}])
    install = activity(url, type="installationUpdate", action="add", text=None)
    for body in (install, added, {**install, "id": "again"}):
        await post(body)
    assert len(far.messages) == 1
    await post(activity(url, type="installationUpdate", action="add-upgrade", text=None))
    assert len(far.messages) == 1
    await post(activity(url, type="installationUpdate", action="remove", text=None))
    assert [address.installed for address in edge.memory.addresses.values()] == [False]
    await post({**install, "id": "later"})
    assert len(far.messages) == 2


@pytest.mark.parametrize("type_", ["messageUpdate", "messageDelete", "messageReaction", "event", "typing"])
async def test_other_activities_are_taken_in_silence(post: Post, connector: Far, type_: str) -> None:
    far, url = connector
    assert (await post(activity(url, type=type_)))[0] == 201
    assert far.accepted == []


async def test_a_new_member_is_not_greeted(post: Post, connector: Far) -> None:
    far, url = connector
    await post(activity(url, type="conversationUpdate", text=None, membersAdded=[{"id": "29:bo"}]))
    assert far.accepted == []


async def test_a_reaction_is_handed_to_the_flow_and_answered_empty(edge: Edge, post: Post, connector: Far) -> None:
    far, url = connector
    heard: list[Turn] = []

    def respond(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
        heard.append(turn)
        return Outcome()

    edge.respond = respond
    value = {"actionName": "feedback", "actionValue": {"reaction": "dislike", "feedback": '{"feedbackText":"nej"}'}}
    status, body = await post(
        activity(url, type="invoke", name="message/submitAction", value=value, replyToId="sent-1", text=None)
    )
    assert (status, body) == (200, {})
    (turn,) = heard
    assert (turn.kind, turn.reply_to, turn.data["reaction"]) == ("feedback", "sent-1", "dislike")
    assert far.accepted == []


async def test_an_unknown_invoke_is_not_implemented(post: Post, connector: Far) -> None:
    _, url = connector
    assert (await post(activity(url, type="invoke", name="composeExtension/query", value={}, text=None)))[0] == 501


async def test_what_was_shown_and_asked_is_noted_with_the_activity_id(edge: Edge, post: Post, connector: Far) -> None:
    _, url = connector
    asked = AskedQuestion("hvad blev besluttet?", "da", "decision", "answered")
    edge.respond = lambda turn, scene, ports: Outcome(Message("svar", shows_items=("i1",)), asked=asked)
    await post(activity(url))
    assert edge.memory.questions == [("sent-1", asked)]
    ((address, sent, items, documents, lang),) = edge.memory.shown
    assert (address.conversation, sent, items, documents, lang) == ("a:anna", "sent-1", ("i1",), (), "da")


async def test_a_personal_number_is_masked_before_the_flow_sees_it(edge: Edge, post: Post, connector: Far) -> None:
    far, url = connector
    edge.mask = lambda text: text.replace("010190-1234", "******-****")
    await post(activity(url, "sagen om 010190-1234"))
    assert [m["text"] for m in far.messages] == ["heard: sagen om ******-****"]


async def test_who_asks_too_often_is_told_once_and_others_are_not_touched(
    edge: Edge, post: Post, connector: Far
) -> None:
    far, url = connector
    for _ in range(25):
        await post(activity(url))
    assert [m["text"] for m in far.messages] == ["heard: hej"] * 20 + ["too many da"]
    await post(activity(url, **{"from": {"id": "29:bo", "aadObjectId": "b0", "name": "Bo"}}))
    assert far.messages[-1]["text"] == "heard: hej"
    edge.ticks.seconds += 61
    await post(activity(url))
    assert far.messages[-1]["text"] == "heard: hej"
    assert len(far.messages) == 23


@pytest.mark.parametrize(
    ("sender", "employee"),
    [
        ({"id": "29:a", "name": "A", "aadObjectId": "oid"}, True),
        ({"id": "29:a", "name": "A"}, False),
        ({"id": "29:a", "name": "A", "aadObjectId": "oid", "userRole": "guest"}, False),
        ({"id": "29:a", "name": "A", "aadObjectId": "oid", "tenantId": "another"}, False),
        ({"id": "29:a", "aadObjectId": "oid", "userPrincipalName": "a_x.dk#EXT#@kommune.dk"}, False),
    ],
)
async def test_only_employees_are_let_in_and_only_they_are_remembered(
    edge: Edge, post: Post, connector: Far, sender: dict[str, Any], employee: bool
) -> None:
    _, url = connector
    scenes: list[Scene] = []

    def respond(turn: Turn, scene: Scene, ports: Ports) -> Outcome:
        scenes.append(scene)
        return Outcome(Message("svar"), state=State("ask"))

    edge.respond = respond
    edge.memory.grants["oid"] = (Grant("secretary"),)
    await post(activity(url, **{"from": sender}))
    (scene,) = scenes
    assert scene.subject.employee is employee
    assert scene.subject.grants == ((Grant("secretary"),) if employee else ())
    assert len(edge.memory.states) == (1 if employee else 0)


@pytest.mark.parametrize(
    ("raw", "content_type", "status"),
    [
        (b"{", "application/json", 400),
        (b"[1]", "application/json", 400),
        (b"{}", "application/json", 400),
        (b'{"type":"message"}', "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        (b"x=1", "application/x-www-form-urlencoded", 415),
        (b'"' + b"x" * 600_000 + b'"', "application/json", 413),
    ],
)
async def test_what_is_no_activity_is_refused_without_a_trace(
    client: TestClient[Any, Any], raw: bytes, content_type: str, status: int
) -> None:
    async with client.post("/api/messages", data=raw, headers={"Content-Type": content_type}) as answer:
        assert answer.status == status
        assert "Traceback" not in await answer.text()


async def test_health_readiness_and_metrics(edge: Edge, client: TestClient[Any, Any], connector: Far) -> None:
    assert (await client.get("/healthz")).status == 200
    assert (await client.get("/readyz")).status == 200
    edge.memory.is_ready = False
    unready = await client.get("/readyz")
    assert (unready.status, (await unready.json())["store"]) == (503, False)
    await client.post("/api/messages", json=activity(connector[1]))
    figures = await (await client.get("/metrics")).text()
    assert 'referent_turns_total{kind="message",result="said"} 1' in figures
    assert 'referent_tick_age_seconds{job="inbox"} 1.000' in figures
    assert "Anna" not in figures
