"""`python -m tests.bench.digests`: weekly reminders of 500 channels over 10,000 follow-ups, and what a tick costs."""

from __future__ import annotations

import tempfile
import time as clock
from datetime import date, time, timedelta
from pathlib import Path
from random import Random

from sqlalchemy import insert

from bot.delivery_local import deliver_due
from bot.renderings import renderers
from cards import verbs
from dialogs.flows import respond
from dialogs.turn import Caller, Scene, Turn
from store.followup_records import Digest
from store.followup_rows import CHANGE, FOLLOW_UP
from store.meetingplan import MeetingPlan, Pattern
from store.outbox_records import Weekly
from store.records import Address, ConversationKey
from tests.bench.figures import quantile
from tests.fakes.municipality import MONDAY, TENANT, Municipality

FOLLOW_UPS, CHANNELS, TICKS = 10_000, 500, 200
TRADES = ("Skole", "Teknik", "Kultur", "Social", "Sundheds", "Miljø", "Plan", "Ældre", "Bolig", "Trafik")
SUFFIXES = ("udvalget", "rådet", "nævnet", "bestyrelsen")


def fill(town: Municipality) -> list[str]:
    """Forty bodies that meet, follow-ups of all ages, and a channel's weekly reminder each; the bodies' keys."""
    random = Random(7)
    for trade in TRADES:
        for suffix in SUFFIXES:
            town.decided(trade + suffix, f"Dagsorden for {trade + suffix}", MONDAY - timedelta(days=20))
    keys = [body.key for body in town.world.bodies.bodies()]
    for number, key in enumerate(keys):
        pattern = Pattern(number % 5, MONDAY + timedelta(days=number % 5), weeks=2, start=time(9))
        town.world.calendar.put(key, MeetingPlan((pattern,), (), ()), None)
    rows, changes = [], []
    for number in range(FOLLOW_UPS):
        id, done = f"f{number:015}", random.random() < 0.6
        due = MONDAY + timedelta(days=random.randint(-200, 120))
        rows.append(_row(id, random.choice(keys), due, done, town))
        changes.append(_change(id, 1, "create", town))
        if done:
            changes.append(_change(id, 2, "done", town))
    with town.world.database.write() as session:
        session.connection().execute(insert(FOLLOW_UP), rows)
        session.connection().execute(insert(CHANGE), changes)
    for number in range(CHANNELS):
        chosen = tuple(random.sample(keys, 1 + number % 3))
        wanted = Digest("", "channel", f"19:{number}", TENANT, "", Weekly(0, time(8)), bodies=chosen)
        town.world.ports.digests.set_up(wanted, town.subject())
    return keys


def _row(id: str, body: str, due: date, done: bool, town: Municipality) -> dict[str, object]:
    now = town.now() - timedelta(days=30)
    return {
        "id": id, "version": 2 if done else 1, "state": "done" if done else "open", "title": f"Opfølgning {id}",
        "access": "open", "origin": "hand", "tenant": TENANT, "lang": "da", "body_key": body,
        "responsible": "HR-chefen", "responsible_person": None, "deputy": None, "deputy_person": None, "due": due,
        "recurrence": None, "snoozed_to": None, "item_key": None, "reference": None, "initiative": None,
        "agenda_item": None, "created_by": "p-cille", "created_at": now, "updated_at": now,
        "done_at": now if done else None, "done_by": "p-cille" if done else None,
    }  # fmt: skip


def _change(id: str, version: int, action: str, town: Municipality) -> dict[str, object]:
    at = town.now() - timedelta(days=30)
    return {"follow_up_id": id, "version": version, "at": at, "person": "p-cille", "action": action, "comment": "",
            "to": "", "before": {}}  # fmt: skip


def ticks(town: Municipality) -> tuple[list[float], list[float]]:
    """Seconds of each tick: kept in the store, and from a click to the card redrawn."""
    subject, took = town.subject(), []
    digest = town.world.ports.digests.of("channel", "19:0", subject)[0]
    found = town.world.ports.follow_ups.found(subject, body=digest.bodies[0], limit=TICKS)
    kept = []
    for one in found[::2]:
        began = clock.perf_counter()
        town.world.ports.follow_ups.act(one.id, one.version, "done", subject)
        kept.append(clock.perf_counter() - began)
    for number, one in enumerate(found[1::2]):
        data = {"digest": digest.key, "built": int(town.now().timestamp()), "id": one.id, "version": one.version}
        address = Address(TENANT, "", "19:0", "channel")
        key = ConversationKey(TENANT, "19:0", "p-cille")
        turn = Turn(f"t{number}", "action", Caller("p-cille", TENANT, "Cille"), address, key, town.now(), "da",
                    verb=verbs.DIGEST_TICK, data=data, reply_to="card")  # fmt: skip
        began = clock.perf_counter()
        respond(turn, Scene(subject, None, "da", town.now()), town.world.ports)
        took.append(clock.perf_counter() - began)
    return kept, took


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        town = Municipality(Path(folder))
        fill(town)
        town.at = time(8)
        began, used = clock.perf_counter(), clock.process_time()
        said = deliver_due(town.world, renderers(town.world), town.now())
        wall, processor = clock.perf_counter() - began, clock.process_time() - used
        count = sum(one.occurrence.subscription.kind == "digest" for one in said)
        print(f"{count} weekly reminders over {FOLLOW_UPS} follow-ups: {wall:.1f} s ({processor:.1f} s of processor)")
        town.at = time(9)
        for name, took in zip(("a tick, kept", "a click, card redrawn"), ticks(town), strict=True):
            p50, p95 = (quantile(took, share) * 1000 for share in (0.5, 0.95))
            print(f"{name}: p50 {p50:.1f} ms, p95 {p95:.1f} ms")


if __name__ == "__main__":
    main()
