"""`referent ask`: one question, or a file of them, answered as in Teams."""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from bot import answer_json
from bot.commands.opening import Misuse, moment, open_store
from bot.commands.persons import caller_of
from bot.logs import configure
from bot.rehearsal import rehearse
from bot.world import World
from dialogs.flows import respond
from dialogs.turn import Caller, Outcome, Scene, Turn
from store.ingest import cpr
from store.records import Address, Audience, ConversationKey, Lang, Subject

LONGEST = 4_000
"""Characters of a question that are read; more is no question."""


class Place(StrEnum):
    """Where the answer would be heard."""

    personal = "personal"
    channel = "channel"


class Tongue(StrEnum):
    """The language to fall back on when the question does not tell its own."""

    da = "da"
    en = "en"


_Word = TypeVar("_Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and who asks it where."""

    text: str
    caller: Caller
    audience: Audience = "personal"
    locale: Lang = "da"
    at: datetime | None = None


def ask(
    text: Annotated[str | None, typer.Argument(help="The question, in Danish or English.")] = None,
    as_: Annotated[str | None, typer.Option("--as", metavar="PERSON", help="Object id, name or UPN.")] = None,
    audience: Annotated[Place, typer.Option(help="Who hears the answer.")] = Place.personal,
    locale: Annotated[Tongue, typer.Option(help="Language when the question does not tell.")] = Tongue.da,
    at: Annotated[str | None, typer.Option(metavar="ISO", help="The moment of asking.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The answer as JSON.")] = False,
    batch: Annotated[
        Path | None, typer.Option(metavar="FILE.jsonl", help="One question a line; - reads stdin.")
    ] = None,
    demo: Annotated[bool, typer.Option("--demo", help="Ask the sample data.")] = False,
) -> None:
    """Ask what was decided. Without --as: an employee with no special rights."""
    if (text is None) == (batch is None):
        raise Misuse("give either a question or --batch FILE.jsonl")
    configure("WARNING")
    when = moment(at)
    with open_store(demo=demo) as world:
        if batch is not None:
            # As the service does: whoever measures answers is not to measure the loading of word lists.
            rehearse(world)
            gc.collect()
            gc.freeze()
            for line in _lines(batch):
                typer.echo(json.dumps(_batched(world, line, when), ensure_ascii=False))
            return
        assert text is not None
        asked = Asked(text, caller_of(world, as_), audience.value, locale.value, when)
        outcome, elapsed = answer(world, asked)
    if as_json:
        typer.echo(json.dumps(answer_json.answer(outcome, elapsed), ensure_ascii=False, indent=2))
    else:
        _show(outcome)


def answer(world: World, asked: Asked) -> tuple[Outcome, float]:
    """What the flows make of a question, and how long that took (ms); nothing is remembered of it."""
    began = time.perf_counter()
    at = asked.at or world.clock()
    conversation = "command-line"
    person = asked.caller.id
    turn = Turn(
        id=conversation,
        kind="message",
        caller=asked.caller,
        address=Address(asked.caller.tenant or "", "", conversation, asked.audience, person=person),
        key=ConversationKey(asked.caller.tenant or "", conversation, person or ""),
        at=at,
        locale=asked.locale,
        text=cpr.mask(" ".join(asked.text[:LONGEST].split())),
    )
    subject = Subject(person, True, asked.audience, world.grants(person), asked.caller.tenant)
    outcome = respond(turn, Scene(subject, None, asked.locale, at, demo=world.settings.demo), world.ports)
    return outcome, (time.perf_counter() - began) * 1000


def _lines(batch: Path) -> Iterator[str]:
    if str(batch) == "-":
        yield from (line for line in sys.stdin if line.strip())
        return
    try:
        with batch.open(encoding="utf-8-sig") as file:
            yield from (line for line in file if line.strip())
    except (OSError, UnicodeDecodeError) as error:
        raise Misuse(f"{batch} cannot be read: {error}") from None


def _batched(world: World, line: str, at: datetime | None) -> dict[str, Any]:
    """One line of a batch, answered; a bad one yields {"error"}, and the next goes on."""
    try:
        told = json.loads(line)
    except ValueError:
        return {"error": "the line is no JSON object"}
    if not isinstance(told, dict) or not isinstance(told.get("question"), str):
        return {"error": 'a line is an object with "question"'}
    question = told["question"]
    try:
        place = _one_of(Place, told.get("audience") or "personal", "audience")
        tongue = _one_of(Tongue, str(told.get("locale") or "da")[:2].lower(), "locale")
        when = moment(told.get("at")) or at
        asked = Asked(question, caller_of(world, told.get("as")), place.value, tongue.value, when)
    except (Misuse, TypeError) as error:
        return {"question": question, "error": str(error)}
    outcome, elapsed = answer(world, asked)
    return {"question": question, **answer_json.answer(outcome, elapsed)}


def _one_of(kind: type[_Word], told: object, field: str) -> _Word:
    try:
        return kind(str(told))
    except ValueError:
        raise Misuse(f'"{field}" is {" or ".join(kind)}, not {told!r}') from None


def _show(outcome: Outcome) -> None:
    if outcome.message is None:
        return
    typer.echo(outcome.message.text)
    for suggestion in outcome.message.suggestions:
        typer.echo(f"  › {suggestion.send}")
