"""A whole meeting over HTTP, on both engines: recorded, reviewed, approved, made final, asked about and corrected."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from bot.config import Settings
from store.agenda.records import AgendaItem
from store.errors import NotFound
from store.minutes.records import MeetingMinutes, MeetingPractice
from store.people import meet
from store.records import Grant, Person
from tests.bot.test_registering_story import CILLE, IDA, NAMES, Town
from tests.fakes.connector import Connector
from tests.fakes.edge import TENANT, activity

Far = tuple[Connector, str]
MEETING, LATER = "direktion-2026-12-03", "direktion-2026-12-24"
AT_THE_MEETING = datetime(2026, 12, 3, 8, 0, tzinfo=UTC)
BO, LIV, PER, OLE = (f"00000000-0000-0000-0000-0000000000e{number}" for number in (1, 2, 3, 4))
MEMBERS = {BO: "Bo Vestergaard", LIV: "Liv Dam", PER: "Per Bro"}
NAMES.update(MEMBERS, **{OLE: "Ole Læser"})
CHANNEL = "19:direktion@thread.tacv2"


@pytest.fixture(params=["da", "en"])
async def town(request: pytest.FixtureRequest, url: str, connector: Far) -> AsyncIterator[Town]:
    settings = Settings(local=True, demo=True, database_url=url, processes=0, rate_per_minute=1000)
    found = Town(settings, request.param, *connector)
    await found.open(first=True)
    world = found.app.world
    for one in world.people.holders("member"):
        for grant in one.grants:
            if grant.role == "member":
                world.people.revoke(one.id, grant, None)
    with world.database.write() as session:
        for person, name in {**MEMBERS, OLE: "Ole Læser"}.items():
            meet(session, Person(person, name, None), TENANT, found.now)
    for person in MEMBERS:
        world.people.grant(person, Grant("member", "direktion"), None)
    for who in (CILLE, IDA, BO, LIV, PER, OLE):
        await found.says(who, "hjælp", "help")
    yield found
    await found.client.close()


def approved(town: Town, title: str, **fields: Any) -> AgendaItem:
    """An item on its way, approved for the meeting."""
    agenda, ida, cille = town.app.world.ports.agenda, town.subject(IDA), town.subject(CILLE)
    made = agenda.start(ida, "Ida Bech", "da", title)
    told = {
        "body_key": "direktion", "meeting_key": MEETING, "title": title, "case_number": f"26/{len(title)}",
        "description": f"Sagen handler om {title.casefold()}.",
        "recommendations": (f"at {title.casefold()} godkendes",),
        "assessment": "Forvaltningen anbefaler det.", "finance": "Ingen udgifter.",
    }  # fmt: skip
    saved = agenda.save(made.id, made.version, {**told, **fields}, ida)
    sent = agenda.act(saved.id, saved.version, "submit", ida)
    return agenda.act(sent.id, sent.version, "approve", cille)


def minutes(town: Town, who: str) -> MeetingMinutes:
    return town.app.world.ports.minutes.minutes(MEETING, town.subject(who))


def publish(town: Town, *items: AgendaItem) -> None:
    agendas, cille = town.app.world.ports.agendas, town.subject(CILLE)
    agendas.set_practice(MeetingPractice("direktion", "meeting", ("minutes",), ("any_other",)), cille)
    made = agendas.arrange(MEETING, agendas.agenda(MEETING, cille).version, [one.id for one in items], cille)
    locked = agendas.lock(MEETING, made.version, cille)
    agendas.publish(MEETING, locked.version, cille)
    town.now = AT_THE_MEETING


async def in_channel(town: Town, who: str, text: str) -> str:
    """What a question in a channel is answered there."""
    body = activity(
        town.url, f"<at>Referent</at> {text}",
        conversation={"id": CHANNEL, "conversationType": "channel", "tenantId": TENANT, "isGroup": True},
        channelData={"tenant": {"id": TENANT}, "team": {"id": "19:t"}, "channel": {"id": CHANNEL}},
        entities=[{"type": "mention", "text": "<at>Referent</at>", "mentioned": {"id": "28:bot"}}],
        **{"from": {"id": f"29:{who}", "name": NAMES[who], "aadObjectId": who}},
    )  # fmt: skip
    before = len(town.far.accepted)
    async with town.client.post("/api/messages", json=body) as answer:
        assert answer.status < 300
    return json.dumps([one.body for one in town.far.accepted[before:]], ensure_ascii=False)


def printed(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist()).decode("utf-8", "replace")


async def test_a_whole_meeting(town: Town) -> None:
    roof = approved(town, "Tangloppens omklædningsrum")
    lease = approved(town, "Opsigelse af forpagteren Hjulmager", access="closed", closed_reason="contract")
    agenda = town.app.world.ports.agenda
    lease = agenda.save(lease.id, lease.version, {"neutral_title": "Forpagtningssag"}, town.subject(CILLE))
    path, bikes = approved(town, "Cykelsti langs fjorden"), approved(town, "Elcykler til byrådet")
    publish(town, roof, lease, path, bikes)

    # The meeting: one is absent, one comes late, an expert is there.
    first = await town.says(CILLE, "start referatet for direktionen i dag", "start the minutes for Direktionen today")
    assert "Liv Dam" in first
    save = ("Gem, og gå videre", "Save and go on")
    there = {f"a-{PER}": "absent", f"a-{LIV}": "late", "extra": "Ole Vang (økonomichef)"}
    assert f"n-{LIV}" in await town.presses(CILLE, *save, **there)
    told = await town.presses(CILLE, *save, **there, **{f"n-{LIV}": "2"})
    assert town.words("3 til stede, 1 afbud", "3 present, 1 absent") in told
    # One click, delivered twice: one decision.
    quick = town.pressing(CILLE, "Godkendt som indstillet", "Approved as recommended")
    await town.post(CILLE, quick)
    await town.post(CILLE, {**quick, "id": "pressed-again"})
    assert minutes(town, CILLE).decisions[roof.id].version == 1

    # Answerable in the same minute, and said to be a draft.
    answer = await town.says(
        OLE, "hvad blev besluttet om Tangloppens omklædningsrum?", "what was decided on Tangloppens omklædningsrum?"
    )
    assert "Godkendt som indstillet" in answer
    assert town.words("et udkast til referat", "a draft of the minutes") in answer

    await town.says(CILLE, "Bo deltog ikke i punkt 2", "Bo did not take part in item 2")
    await town.presses(CILLE, "Flere felter", "More fields")
    await town.presses(
        CILLE, "Gem", "Save", cls="approved", text="Forpagteren opsiges til april.", out="Bo Vestergaard",
        public="Indstillingen blev godkendt.", who="Ida Bech", due="1. februar 2027",
    )  # fmt: skip
    # On another device the draft is where it was; a second secretary records beside the first.
    await town.restart()
    await town.says(IDA, "referat fra mødet den 3. december", "minutes of the meeting on 3 December")
    await town.says(IDA, "punkt 3 udsat til den 7. januar", "item 3 postponed to 7 January")
    await town.says(CILLE, "punkt 4 afvist", "item 4 rejected")
    recorded = minutes(town, CILLE).decisions
    assert [(recorded[one.id].cls, recorded[one.id].text) for one in (roof, lease, path, bikes)] == [
        ("approved", "Godkendt som indstillet."),
        ("approved", "Forpagteren opsiges til april."),
        ("postponed", "Udsat til mødet den 7. januar 2027."),
        ("rejected", "Afvist."),
    ]
    assert recorded[lease.id].disqualified == ("Bo Vestergaard",)
    assert agenda.item(path.id, town.subject(CILLE)).meeting_key == LATER
    assert "postpone" in [one.action for one in agenda.history(path.id, town.subject(CILLE))]

    # Review: remarks and approvals.
    await town.says(CILLE, "send referatet til gennemsyn", "send the minutes for review")
    for who in (BO, LIV):
        await town.told(who, town.words("klar til dit gennemsyn", "ready for you to look through"))
        read = await town.presses(who, "Læs referatet", "Read the minutes")
        assert "Forpagteren opsiges" in read
    await town.says(LIV, "bemærkning til punkt 1: Skriv, hvem der betaler", "remark on item 1: Skriv, hvem der betaler")
    await town.presses(BO, "Godkend referatet", "Approve the minutes")
    status = await town.says(CILLE, "vis referatet", "show the minutes")
    assert "Skriv, hvem der betaler" in status
    assert town.words("Endnu ikke godkendt af Liv Dam", "Not approved yet by Liv Dam") in status
    # Taken back and changed: what was approved is approved no more.
    await town.presses(CILLE, "Tag tilbage, og ret", "Take back and change")
    await town.says(CILLE, "punkt 1: Godkendt. Skolen betaler.", "item 1: Godkendt. Skolen betaler.")
    await town.says(CILLE, "send referatet til gennemsyn", "send the minutes for review")
    assert minutes(town, CILLE).waiting == ("Bo Vestergaard", "Liv Dam")
    await town.told(BO, town.words("klar til dit gennemsyn", "ready for you to look through"))
    await town.presses(BO, "Læs referatet", "Read the minutes")
    await town.presses(BO, "Godkend referatet", "Approve the minutes")
    await town.says(CILLE, "vis referatet", "show the minutes")
    await town.presses(CILLE, "Markér som behandlet", "Mark as settled")
    asked = await town.says(CILLE, "gør referatet endeligt", "make the minutes final")
    assert "Liv Dam" in asked
    assert minutes(town, CILLE).agenda.minutes == "review"
    await town.presses(CILLE, "Gør endeligt alligevel", "Make final anyway")
    assert minutes(town, CILLE).agenda.minutes == "final"
    await answered(town)
    documented(town)
    await corrected(town, bikes)


async def answered(town: Town) -> None:
    """What reader, member and channel are told of the open and the closed item."""
    answer = await town.says(
        OLE, "hvad blev besluttet om Tangloppens omklædningsrum?", "what was decided on Tangloppens omklædningsrum?"
    )
    assert "Skolen betaler" in answer
    assert town.words("et udkast til referat", "a draft of the minutes") not in answer
    asked = ("hvad blev besluttet om forpagteren Hjulmager?", "what was decided on forpagteren Hjulmager?")
    assert "opsiges til april" in await town.says(BO, *asked)
    for told in (await town.says(OLE, *asked), await in_channel(town, BO, town.words(*asked))):
        assert "opsiges" not in told
        assert "Opsigelse" not in told
        assert "Vestergaard deltog" not in told
    public = await town.says(OLE, "hvad blev besluttet om forpagtningssag?", "what was decided on forpagtningssag?")
    assert "Indstillingen blev godkendt" in public
    assert "opsiges" not in public


def documented(town: Town) -> None:
    """The documents: the full edition for the body, the open one without a trace of what is closed."""
    port = town.app.world.ports.minutes
    _, full = port.document(MEETING, "full", "docx", town.subject(BO))
    assert "opsiges til april" in printed(full)
    assert "inhabilitet" in printed(full)
    for suffix in ("docx", "pdf"):
        _, content = port.document(MEETING, "open", suffix, town.subject(OLE))
        assert content
    open_ = printed(port.document(MEETING, "open", "docx", town.subject(OLE))[1])
    assert "Indstillingen blev godkendt" in open_
    assert "Skolen betaler" in open_
    for trace in ("Hjulmager", "opsiges", "inhabilitet"):
        assert trace not in open_
    with pytest.raises(NotFound):
        port.document(MEETING, "full", "docx", town.subject(OLE))


async def corrected(town: Town, bikes: AgendaItem) -> None:
    """A correction is a new version that says so, and until it is final the old one holds."""
    await town.says(CILLE, "ret referatet: Forkert udfald på punkt 4", "correct the minutes: Forkert udfald på punkt 4")
    await town.says(CILLE, "punkt 4: Godkendt som indstillet", "item 4: approved as recommended")
    assert minutes(town, OLE).decisions[bikes.id].text == "Afvist."
    question = ("hvad blev besluttet om elcykler til byrådet?", "what was decided on elcykler til byrådet?")
    assert "Afvist" in await town.says(OLE, *question)
    await town.says(CILLE, "send referatet til gennemsyn", "send the minutes for review")
    await town.says(CILLE, "gør referatet endeligt", "make the minutes final")
    await town.presses(CILLE, "Gør endeligt alligevel", "Make final anyway")
    assert minutes(town, OLE).edition == 2
    answer = await town.says(OLE, *question)
    assert "Godkendt som indstillet" in answer
    assert "rettet version 2" in answer
    printed_now = printed(town.app.world.ports.minutes.document(MEETING, "full", "docx", town.subject(BO))[1])
    assert "Forkert udfald på punkt 4" in printed_now
    assert "rettet version 2" in printed_now
