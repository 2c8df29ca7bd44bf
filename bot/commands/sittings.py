"""`referent agenda` and `referent minutes`: what stands on a meeting's agenda, what was decided, and both as files."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Any, cast

import typer

from bot.commands.items import table
from bot.commands.opening import Misuse, open_store
from bot.commands.persons import body_key, subject_of
from bot.world import World
from store.calendar import local
from store.errors import NotFound
from store.minutes.records import Decision, Edition, Entry, MeetingAgenda, MeetingMinutes

EDITIONS = ("open", "full")
_DAY = re.compile(r"(?P<body>.*?)[\s,-]*(?P<day>\d{4}-\d{2}-\d{2})")
_MEETING = Annotated[str, typer.Argument(metavar="MEETING", help="Body and day, such as direktion-2026-12-03.")]
_EDITION = Annotated[str, typer.Option("--edition", metavar="open|full", help="The open edition, or the full one.")]
_AS = Annotated[str | None, typer.Option("--as", metavar="PERSON", help="Object id, name or UPN.")]
_OUT = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write it as .docx or .pdf.")]
_JSON = Annotated[bool, typer.Option("--json", help="As JSON.")]
_DEMO = Annotated[bool, typer.Option("--demo", help="Of the sample data.")]


def agenda(
    meeting: _MEETING,
    edition: _EDITION = "open",
    as_: _AS = None,
    out: _OUT = None,
    as_json: _JSON = False,
    demo: _DEMO = False,
) -> None:
    """The agenda of a meeting. Without --as: as any employee may read it."""
    told = _edition(edition)
    with open_store(demo=demo) as world:
        subject, key = subject_of(world, as_), _key(world, meeting, as_)
        found = world.ports.agendas.agenda(key, subject)
        if not found.keeps and not found.entries and found.published_at is None:
            raise NotFound("no agenda of that meeting yet")
        if out is not None:
            _write(out, world.ports.agendas.document(key, told, _suffix(out), subject)[1])
    entries = [one for one in found.entries if told == "full" or _open(one)]
    if as_json:
        typer.echo(json.dumps({**_head(found, told), "items": [_row(one) for one in entries]}, **_AS_JSON))
    elif out is None:
        _print(found, entries, {})


def minutes(
    meeting: _MEETING,
    edition: _EDITION = "open",
    as_: _AS = None,
    out: _OUT = None,
    as_json: _JSON = False,
    demo: _DEMO = False,
) -> None:
    """The minutes of a meeting. Without --as: as any employee may read them, once they are final."""
    told = _edition(edition)
    with open_store(demo=demo) as world:
        subject, key = subject_of(world, as_), _key(world, meeting, as_)
        found = world.ports.minutes.minutes(key, subject)
        if found.agenda.minutes == "none" or (found.agenda.minutes != "final" and not found.decisions):
            raise NotFound("no minutes of that meeting yet")
        if out is not None:
            _write(out, world.ports.minutes.document(key, told, _suffix(out), subject)[1])
    entries = [one for one in found.agenda.entries if told == "full" or _open(one)]
    if as_json:
        typer.echo(json.dumps(_minutes(found, entries, told), **_AS_JSON))
    elif out is None:
        _print(found.agenda, entries, {id: one.text for id, one in found.decisions.items()})


_AS_JSON: dict[str, Any] = {"ensure_ascii": False, "indent": 2}


def _minutes(found: MeetingMinutes, entries: list[Entry], edition: Edition) -> dict[str, Any]:
    return {
        **_head(found.agenda, edition),
        "state": found.agenda.minutes,
        "version": found.edition,
        "correction": found.correction or None,
        "attendance": [
            {"name": one.name, "attends": one.attends, "role": one.role or None, "note": one.note or None}
            for one in found.attendance
        ],
        "items": [{**_row(one), "decision": _decision(found.decisions.get(one.item.id))} for one in entries],
    }


def _head(found: MeetingAgenda, edition: Edition) -> dict[str, Any]:
    meeting = found.meeting
    return {
        "meeting": meeting.key,
        "body": meeting.body,
        "date": meeting.day.isoformat(),
        "start": f"{meeting.start:%H:%M}" if meeting.start is not None else None,
        "place": meeting.place,
        "state": found.state,
        "edition": edition,
        "published": local(found.published_at).isoformat(timespec="seconds") if found.published_at else None,
        "supplements": found.supplements,
    }


def _row(entry: Entry) -> dict[str, Any]:
    item = entry.item
    return {
        "id": item.id,
        "number": entry.number,
        "title": item.title,
        "case_number": item.case_number or None,
        "type": item.type,
        "access": item.access,
        "supplement": entry.supplement,
        "recommendations": list(item.recommendations),
        "attachments": [{"name": one.name, "access": one.access} for one in item.files],
    }


def _decision(one: Decision | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        "class": one.cls,
        "text": one.text,
        "dissent": one.dissent or None,
        "disqualified": list(one.disqualified),
        "publishable": one.publishable or None,
        "responsible": one.responsible.text if one.responsible is not None else None,
        "due": one.due.isoformat() if one.due is not None else None,
        "postponed_to": one.postponed_to,
    }


def _print(found: MeetingAgenda, entries: list[Entry], decisions: dict[str, str]) -> None:
    meeting = found.meeting
    typer.echo(f"{meeting.body}, {meeting.day.isoformat()} ({found.state})")
    rows = [
        (
            one.number or "-",
            one.item.case_number or "-",
            one.item.access,
            one.item.title,
            decisions.get(one.item.id, ""),
        )
        for one in entries
    ]
    for line in table(rows):
        typer.echo(line)


def _open(entry: Entry) -> bool:
    return entry.item.access == "open"


def _edition(told: str) -> Edition:
    if told not in EDITIONS:
        raise Misuse(f"{told!r} is no edition; there are: {', '.join(EDITIONS)}")
    return cast(Edition, told)


def _key(world: World, told: str, as_: str | None) -> str:
    """The key of a meeting named by its key, or by its body in any of its names and the day it is held."""
    subject = subject_of(world, as_)
    try:
        return world.ports.agendas.agenda(told.strip(), subject).meeting.key
    except NotFound:
        named = _DAY.fullmatch(told.strip())
        if named is None or not named["body"]:
            raise Misuse(f"{told!r} is no meeting: write body and day, such as direktion-2026-12-03") from None
    try:
        day = date.fromisoformat(named["day"])
    except ValueError:
        raise Misuse(f"{named['day']!r} is no day") from None
    body = body_key(world, named["body"])
    held = world.calendar.coming(subject, body, day, day + timedelta(days=0))
    if not held:
        raise NotFound(f"no meeting of {named['body']} on {day.isoformat()}")
    return held[0].key


def _suffix(out: Path) -> str:
    suffix = out.suffix.lower().lstrip(".")
    if suffix not in ("docx", "pdf"):
        raise Misuse("--out takes a file that ends in .docx or .pdf")
    return suffix


def _write(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError as error:
        raise Misuse(f"{out} cannot be written: {error.strerror}") from None
