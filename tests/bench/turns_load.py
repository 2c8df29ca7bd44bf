"""The load of the bench of turns: so many questions, so many at once; prints one JSON line with what it took."""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import time
import uuid
from pathlib import Path

import aiohttp

PEOPLE = 50
TENANT = "11111111-1111-1111-1111-111111111111"


def activity(run: str, number: int, service_url: str, text: str) -> dict[str, object]:
    person = f"00000000-0000-0000-0000-{number % PEOPLE:012x}"
    return {
        "type": "message",
        "id": f"{run}-{number}",
        "channelId": "msteams",
        "serviceUrl": service_url,
        "text": text,
        "locale": "da-DK",
        "from": {"id": f"29:{person}", "name": f"Person {number % PEOPLE}", "aadObjectId": person},
        "recipient": {"id": "28:bot", "name": "Referent"},
        "conversation": {"id": f"a:{person}", "conversationType": "personal", "tenantId": TENANT},
        "channelData": {"tenant": {"id": TENANT}},
        "entities": [{"type": "clientInfo", "locale": "da-DK", "country": "DK", "platform": "Web"}],
    }


async def load(url: str, service_url: str, texts: list[str], turns: int, at_once: int) -> dict[str, float]:
    """Latency of the whole turn: the request is answered when the connector has taken the answer."""
    run, numbers = uuid.uuid4().hex[:8], iter(range(turns))
    times: list[float] = []
    bad = 0
    asked = itertools.cycle(texts)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=at_once)) as session:

        async def person() -> None:
            nonlocal bad
            for number in numbers:
                body = activity(run, number, service_url, next(asked))
                began = time.perf_counter()
                async with session.post(url, json=body) as answer:
                    await answer.read()
                    bad += answer.status >= 300
                times.append((time.perf_counter() - began) * 1000)

        began = time.perf_counter()
        await asyncio.gather(*[person() for _ in range(at_once)])
        took = time.perf_counter() - began
    times.sort()
    return {
        "per_s": round(turns / took, 1),
        "p50": round(times[turns // 2], 1),
        "p95": round(times[int(turns * 0.95)], 1),
        "p99": round(times[int(turns * 0.99)], 1),
        "bad": bad,
        "n": turns,
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("service_url")
    parser.add_argument("--turns", type=int, default=600)
    parser.add_argument("--at-once", type=int, default=8)
    parser.add_argument("--texts", type=Path)
    given = parser.parse_args()
    texts = given.texts.read_text(encoding="utf-8").splitlines() if given.texts else ["hvad blev besluttet?"]
    print(json.dumps(asyncio.run(load(given.url, given.service_url, texts, given.turns, given.at_once))))


if __name__ == "__main__":
    main()
