"""dialogs.ports.Watches and FreshPapers in memory; the watches pass the same contract as the real ones."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from store.access import Guard, visible
from store.errors import NotFound
from store.names import case_key, folded
from store.records import BodyRecord, Subject
from store.watch_records import MOST_WATCHES, Added, Fresh, Place, TooManyWatches, Watch, may_end


@dataclass
class FakeWatches:
    """Watches by place and by what is watched for."""

    now: datetime
    bodies: tuple[BodyRecord, ...] = ()
    kept: dict[tuple[Place, str], Watch] = field(default_factory=dict)

    def add(self, watch: Watch, place: Place, by: Subject) -> Added:
        names = {body.key: body.name for body in self.bodies}
        if not _allowed(place, by) or by.person is None or (watch.body is not None and watch.body not in names):
            raise NotFound("no such place or body")
        key = _key(watch)
        known = self.kept.get((place, key))
        if known is not None:
            self.kept[place, key] = replace(known, events=watch.events)
            return Added(self.kept[place, key], False, known if known.events != watch.events else None)
        if len(self.of(place, by)) >= MOST_WATCHES:
            raise TooManyWatches("no more watches here")
        made = replace(
            watch, key=key, owner=by.person, place=place, created_at=self.now, body_name=names.get(watch.body or "")
        )
        self.kept[place, key] = made
        return Added(made, True)

    def of(self, place: Place, by: Subject) -> tuple[Watch, ...]:
        return tuple(one for (at, _), one in self.kept.items() if at == place and _allowed(place, by))

    def remove(self, key: str, place: Place, by: Subject) -> Watch:
        watch = self.kept.get((place, key))
        if watch is None or not may_end(watch, by):
            raise NotFound("no such watch")
        return self.kept.pop((place, key))

    def change(self, key: str, wanted: Watch, place: Place, by: Subject) -> Added:
        old = self.remove(key, place, by)
        return replace(self.add(wanted, place, by), before=old)


def _allowed(place: Place, by: Subject) -> bool:
    return visible(by, Guard("open")) and (place.audience != "personal" or place.recipient == by.person)


def _key(watch: Watch) -> str:
    text = case_key(watch.text) if watch.kind == "case" else folded(watch.text)
    return f"{watch.kind}/{text}/{watch.body or ''}"


@dataclass
class FakePapers:
    """What came in, whenever it is asked for; the stretches asked for are remembered."""

    fresh: Fresh = field(default_factory=Fresh)
    asked: list[tuple[datetime, datetime, str | None]] = field(default_factory=list)

    def stored(self, since: datetime, until: datetime, body: str | None, subject: Subject) -> Fresh:
        self.asked.append((since, until, body))
        return self.fresh
