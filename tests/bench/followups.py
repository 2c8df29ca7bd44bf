"""`python -m tests.bench.followups`: what ticking off, finding and showing cost with 10,000 follow-ups in the store."""

from __future__ import annotations

import tempfile
import time as clock
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cards import verbs
from dialogs.flows import respond
from dialogs.turn import Caller, Scene, Turn
from store.records import Address, ConversationKey
from tests.bench.digests import FOLLOW_UPS, fill
from tests.bench.figures import quantile
from tests.fakes.municipality import TENANT, Municipality

TICKS, ASKED = 200, 20
_SAID = ("hvad mangler opfølgning?", "forsinkede opfølgninger", "mine opgaver", "hvad lovede vi om opfølgning f00042?")


def _turn(
    town: Municipality, number: int, verb: str = "", data: Mapping[str, Any] | None = None, text: str = ""
) -> Turn:
    address, key = Address(TENANT, "", "19:0", "personal"), ConversationKey(TENANT, "19:0", "p-cille")
    caller = Caller("p-cille", TENANT, "Cille")
    if verb:
        return Turn(f"t{number}", "action", caller, address, key, town.now(), "da", verb=verb, data=data or {},
                    reply_to="card")  # fmt: skip
    return Turn(f"t{number}", "message", caller, address, key, town.now(), "da", text=text)


def _took(town: Municipality, turn: Turn) -> float:
    began = clock.perf_counter()
    respond(turn, Scene(town.subject(), None, "da", town.now()), town.world.ports)
    return clock.perf_counter() - began


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        town = Municipality(Path(folder))
        fill(town)
        port = town.world.ports.follow_ups
        found = port.found(town.subject(), limit=TICKS)
        figures: dict[str, list[float]] = {}
        for number, one in enumerate(found):
            data = {"id": one.id, "version": one.version, "do": "done", "sure": True}
            figures.setdefault("ticked off, card redrawn", []).append(
                _took(town, _turn(town, number, verbs.FOLLOWUP_ACT, data))
            )
        for number in range(ASKED):
            for text in _SAID:
                figures.setdefault(text, []).append(_took(town, _turn(town, number, text=text)))
        print(f"{FOLLOW_UPS} follow-ups")
        for name, took in figures.items():
            p50, p95 = (quantile(took, share) * 1000 for share in (0.5, 0.95))
            print(f"{name}: p50 {p50:.1f} ms, p95 {p95:.1f} ms")
        undone = [one for one in found if port.follow_up(one.id, town.subject()).state != "done"]
        print(f"not done after it: {len(undone)}")


if __name__ == "__main__":
    main()
