"""Which bodies, cases and initiatives are meant by what somebody wants to be reminded of."""

from __future__ import annotations

from dataclasses import replace

from rapidfuzz import fuzz

from dialogs.replies import Room
from dialogs.understanding.digestsaid import DigestSaid
from store.followup_records import Digest
from store.records import Query

_ALIKE = 86
"""Of a hundred: titles are said with words left out, seldom with others."""


def meant(room: Room, said: DigestSaid, place: Digest) -> tuple[Digest, str]:
    """The reminder limited to what was said, and the words of which it is not known what they mean ("" of none)."""
    subject = room.scene.subject
    keys = {body.name: body.key for body in room.ports.bodies.bodies(subject)}
    limited = replace(place, bodies=tuple(keys[name] for name in said.bodies if name in keys), cases=said.cases)
    if not said.topic:
        return limited, ""
    initiative = _initiative(room, said.topic)
    if initiative:
        return replace(limited, initiatives=(initiative,)), ""
    case = _case(room, said.topic)
    if case:
        return replace(limited, cases=tuple(dict.fromkeys((*limited.cases, case)))), ""
    return limited, said.topic


def _initiative(room: Room, topic: str) -> str:
    wanted = topic.casefold()
    best, key = 0.0, ""
    for one in room.ports.initiatives.initiatives(room.scene.subject):
        score = max(fuzz.ratio(wanted, one.title.casefold()), fuzz.token_set_ratio(wanted, one.title.casefold()))
        if score > best:
            best, key = score, one.key
    return key if best >= _ALIKE else ""


def _case(room: Room, topic: str) -> str:
    """The number of the case that is found by these words; "" when none is, or it has no number."""
    query = Query(text=topic, topic=topic, intent="find", lang=room.lang, today=room.scene.now.date())
    finding = room.ports.answers.find(query, room.scene.subject)
    item = finding.item or (finding.items[0] if len(finding.items) == 1 else None)
    if item is None and finding.facts and finding.facts[0].item:
        return finding.facts[0].case_number or ""
    return (item.case_number or "") if item is not None else ""
