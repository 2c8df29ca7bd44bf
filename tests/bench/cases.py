"""What registering agenda items costs with many in the store: each step by itself, and fifty people at once.

`python -m tests.bench.cases [--items N] [--on-their-way SHARE] [--url URL]`; without a URL on a SQLite file of its own.
"""

from __future__ import annotations

import argparse
import gc
import random
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from bot.config import Settings
from bot.world import World, open_world
from cards import verbs
from store.agenda.coach import remarks
from store.agenda.records import STEPS, Step
from store.agenda.rows import CHANGE, ITEM, WORD
from store.agenda.words import title_words
from store.calendar import local
from store.grants import give
from store.meetingplan import MeetingPlan, Pattern
from store.names import folded
from store.people import meet
from store.prepared import insert_rows
from store.records import Grant, Person, Subject
from tests.bench.asker import NOW
from tests.bench.corpus import fill, sentences
from tests.bench.figures import quantile
from tests.fakes.talk import Talk

FACTS = 100_000
MANAGERS = 400
ROUNDS = 300
AT_ONCE = 50
BATCH = 5_000
PAST = (("decided", 0.9), ("withdrawn", 0.1))
ON_THEIR_WAY = (
    ("draft", 0.6), ("on_agenda", 0.2), ("postponed", 0.1), ("ready", 0.05), ("submitted", 0.03), ("returned", 0.02),
)  # fmt: skip


class Bench:
    """A store of decided facts and agenda items, and how long each kind of call took in it, in ms.

    `worked` leaves out what others who share the machine took of the time, and the wait for the disk.
    """

    def __init__(self, world: World, seed: int = 7) -> None:
        self.world, self.chance = world, random.Random(seed)
        self.took: dict[str, list[float]] = defaultdict(list)
        self.worked: dict[str, list[float]] = defaultdict(list)
        texts, titles = sentences()
        self.texts = texts
        words = [word for title in titles for word in title.split()]
        # Some words stand in many titles and most in few, as they do.
        self.words = sorted(set(words), key=words.count, reverse=True) + [f"{one}værk" for one in set(words)]
        self.bodies = [body.key for body in world.bodies.all()]
        self.secretary = Subject("p-cille", True, "personal", (Grant("secretary", self.bodies[0]),), world.tenant)
        self._furnish()

    def title(self) -> str:
        """Four to nine words; the first of the list are as frequent as small words are."""
        places = (int(self.chance.paretovariate(0.6)) - 1 for _ in range(self.chance.randint(4, 9)))
        return " ".join(self.words[place % len(self.words)] for place in places)

    def manager(self) -> Subject:
        return Subject(f"p-{self.chance.randrange(MANAGERS)}", True, "personal", (), self.world.tenant)

    def fill(self, items: int, share: float) -> None:
        """Put items into the store as if they had been written over the years."""
        for start in range(0, items, BATCH):
            rows = [self._row(number, share) for number in range(start, min(items, start + BATCH))]
            changes = [
                {"item_id": row["id"], "version": 1, "at": row["created_at"], "person": row["author"],
                 "action": "create", "before": None, "after": row["state"], "comment": "", "before_fields": {}}
                for row in rows
            ]  # fmt: skip
            alive = dict(ON_THEIR_WAY)
            words = [
                {"word": word, "item_id": row["id"]}
                for row in rows
                if row["state"] in alive
                for word in title_words(row["title"])
            ]
            with self.world.database.write() as session:
                session.connection().execute(insert(ITEM), rows)
                session.connection().execute(insert(CHANGE), changes)
                insert_rows(session, WORD, words)

    def step(self) -> None:
        """One person goes through the wizard, and the secretary looks at it."""
        agenda, by = self.world.ports.agenda, self.manager()
        with self._timed("start"):
            item = agenda.start(by, "Leder", "da", f"turn-{self.chance.random()}")
        meeting = self.meetings[self.chance.randrange(len(self.meetings))]
        steps: tuple[dict[str, Any], ...] = (
            {"body_key": meeting.body_key, "meeting_key": meeting.key, "step": "matter"},
            {"title": self.title(), "case_number": f"26/{self.chance.randrange(20_000)}", "step": "proposal",
             "description": " ".join(self.chance.choices(self.texts, k=8))},
            {"recommendations": tuple(self.chance.choices(self.texts, k=3)), "minutes": 15, "step": "review"},
        )  # fmt: skip
        for fields in steps:
            with self._timed("save"):
                item = agenda.save(item.id, item.version, fields, by)
        with self._timed("alike"):
            like = agenda.alike(item.id, by)
        with self._timed("review (item, load, practice, alike, coach)"):
            shown = agenda.item(item.id, by)
            load, practice = agenda.load(meeting.key, by), agenda.practice(meeting.body_key, by)
            remarks(shown, now=NOW, practice=practice, load=load, alike=agenda.alike(item.id, by))
        assert len(like) <= 3
        with self._timed("submit"):
            item = agenda.act(item.id, item.version, "submit", by)
        with self._timed("mine"):
            agenda.mine(by)
        if meeting.body_key == self.bodies[0]:
            with self._timed("alike, as secretary"):
                agenda.alike(item.id, self.secretary)
        with self._timed("what waits, as secretary"):
            agenda.waiting(self.secretary)
        with self._timed("what is coming up"):
            agenda.found(by, body=meeting.body_key, since=local(NOW).date())

    def wizard(self) -> None:
        """One person presses through the whole wizard: each turn in, the card out."""
        by = self.manager()
        talk = Talk(person=Person(by.person or "", "Leder"))
        talk.ports = self.world.ports
        meeting = self.meetings[self.chance.randrange(len(self.meetings))]
        pressed: tuple[tuple[Step, dict[str, Any]], ...] = (
            ("where", {"place": f"m:{meeting.key}", "title": self.title(),
                       "case_number": f"26/{self.chance.randrange(20_000)}"}),
            ("matter", {"description": " ".join(self.chance.choices(self.texts, k=8))}),
            ("proposal", {"recommendations": "\n".join(self.chance.choices(self.texts, k=3)), "minutes": "15"}),
            ("files", {}),
        )  # fmt: skip
        agenda = self.world.ports.agenda
        item = agenda.start(by, "Leder", "da", f"wizard-{self.chance.random()}")
        for step, filled in pressed:
            to = STEPS[STEPS.index(step) + 1]
            item = agenda.item(item.id, by)
            data = {"item": item.id, "version": item.version, "step": step, "to": to, **filled}
            with self._timed(f"turn in, card out: {step} to {to}"):
                shown = talk.presses(verbs.CASE_STEP, data)
            assert shown.card is not None
        item = agenda.item(item.id, by)
        with self._timed("turn in, card out: submit"):
            talk.presses(verbs.CASE_SUBMIT, {"item": item.id, "version": item.version})
        assert agenda.item(item.id, by).state == "submitted"

    def fifty(self) -> float:
        """Seconds that fifty people take who register and submit at once; each item is there once and in order."""
        agenda, people = self.world.ports.agenda, [self.manager() for _ in range(AT_ONCE)]
        meeting = next(one for one in self.meetings if one.body_key == self.bodies[0])
        before = {one.id for one in agenda.waiting(self.secretary)}
        done: list[str] = []

        def register(number: int) -> None:
            by = people[number]
            item = agenda.start(by, "Leder", "da", f"fifty-{number}-{self.chance.random()}")
            fields = {"body_key": meeting.body_key, "meeting_key": meeting.key, "title": f"Sag {number}"}
            item = agenda.save(item.id, item.version, fields, by)
            then = time.perf_counter()
            item = agenda.act(item.id, item.version, "submit", by)
            self.took["submit, fifty at once"].append(1000 * (time.perf_counter() - then))
            done.append(item.id)

        threads = [threading.Thread(target=register, args=(number,)) for number in range(AT_ONCE)]
        then = time.perf_counter()
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        spent = time.perf_counter() - then
        fresh = [one.id for one in agenda.waiting(self.secretary) if one.id not in before]
        assert sorted(fresh) == sorted(done)
        return spent

    @contextmanager
    def _timed(self, name: str) -> Iterator[None]:
        then, worked = time.perf_counter(), time.thread_time()
        yield
        self.took[name].append(1000 * (time.perf_counter() - then))
        self.worked[name].append(1000 * (time.thread_time() - worked))

    def _furnish(self) -> None:
        first = local(NOW).date() + timedelta(days=14)
        for body in self.bodies:
            self.world.calendar.put(body, MeetingPlan((Pattern(first.weekday(), first, weeks=2),)), None)
        with self.world.database.write() as session:
            for number in range(MANAGERS):
                meet(session, Person(f"p-{number}", f"Leder {number}"), self.world.tenant, NOW)
            meet(session, Person("p-cille", "Cille"), self.world.tenant, NOW)
            give(session, "p-cille", Grant("secretary", self.bodies[0]), "settings", NOW)
        everyone = replace(self.secretary, grants=())
        self.meetings = self.world.calendar.coming(everyone, None, first, first + timedelta(days=90))

    def _row(self, number: int, share: float) -> dict[str, Any]:
        alive = self.chance.random() < share
        states, weights = zip(*(ON_THEIR_WAY if alive else PAST), strict=True)
        state = self.chance.choices(states, weights)[0]
        at = NOW - timedelta(days=self.chance.randrange(60 if alive else 6_000), seconds=self.chance.randrange(80_000))
        title, body = self.title(), self.chance.choice(self.bodies)
        case = f"{at:%y}/{self.chance.randrange(20_000)}"
        submitted = at if state not in ("draft",) else None
        published = at if state in ("decided", "on_agenda") and self.chance.random() < 0.9 else None
        return {
            "id": f"{number:024x}", "version": 1, "state": state, "author": f"p-{self.chance.randrange(MANAGERS)}",
            "author_name": "Leder", "tenant": self.world.tenant, "lang": "da", "step": "review", "body_key": body,
            "meeting_key": f"{body}-{(at + timedelta(days=30)).date().isoformat()}", "title": title,
            "folded": folded(title), "case_number": case, "case_key": case, "type": "decision",
            "access": "closed" if self.chance.random() < 0.1 else "open", "closed_reason": None, "closed_note": "",
            "description": " ".join(self.chance.choices(self.texts, k=8)), "finance": "", "assessment": "",
            "recommendations": self.chance.choices(self.texts, k=3), "presenter": None, "presenter_person": None,
            "responsible": None, "responsible_person": None, "minutes": 15, "late_reason": "", "links": [],
            "copied_from": None, "standing": None, "supplement": 0, "number": None, "position": None,
            "published_at": published, "submitted_at": submitted, "created_at": at, "updated_at": at,
            "start_key": None, "submission": number if submitted else None,
        }  # fmt: skip


def measured(url: str, items: int, share: float) -> list[str]:
    """One line for each kind of call."""
    world = open_world(Settings(local=True, database_url=url), lambda: NOW)
    try:
        fill(world.database, FACTS)
        bench = Bench(world)
        bench.fill(items, share)
        for _ in range(20):
            bench.step()
            bench.wizard()
        bench.took.clear()
        bench.worked.clear()
        gc.collect()
        gc.freeze()
        for _ in range(ROUNDS):
            bench.step()
            bench.wizard()
        spent = [bench.fifty() for _ in range(5)]
    finally:
        world.close()
    lines = [f"{name}: {_spread(took)}{_of_it(bench.worked.get(name))}" for name, took in bench.took.items()]
    return [*lines, f"fifty register at once: {1000 * sorted(spent)[2]:.0f} ms in all (median of {len(spent)})"]


def _spread(took: Sequence[float]) -> str:
    return f"p50 {quantile(took, 0.5):.1f} p95 {quantile(took, 0.95):.1f} max {max(took):.1f} ms, n={len(took)}"


def _of_it(worked: Sequence[float] | None) -> str:
    return f"; worked p50 {quantile(worked, 0.5):.1f} p95 {quantile(worked, 0.95):.1f} ms" if worked else ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=100_000)
    parser.add_argument("--on-their-way", type=float, default=0.05, help="share of the items that are not over")
    parser.add_argument("--url", help="an empty database; without it a SQLite file is made")
    told = parser.parse_args()
    print(f"{told.items} agenda items, {told.on_their_way:.0%} of them on their way; {FACTS} decided facts")
    with tempfile.TemporaryDirectory() as folder:
        for line in measured(told.url or f"sqlite:///{Path(folder) / 'bench.db'}", told.items, told.on_their_way):
            print(f"  {line}", flush=True)


if __name__ == "__main__":
    main()
