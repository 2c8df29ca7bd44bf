"""`referent chat`: the assistant in the terminal, and whole conversations from a file."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.commands.opening import Misuse, open_store
from bot.commands.persons import caller_of
from bot.console import Console, WrongLine
from bot.logs import configure
from bot.terminal import Terminal
from bot.world import World, conversing
from dialogs.turn import Caller


def chat(
    as_: Annotated[str | None, typer.Option("--as", metavar="PERSON", help="Object id, name or UPN.")] = None,
    batch: Annotated[Path | None, typer.Option(metavar="FILE.jsonl", help="One turn a line; - reads stdin.")] = None,
    demo: Annotated[bool, typer.Option("--demo", help="Talk to the sample data.")] = False,
) -> None:
    """Talk to the assistant. /hjælp lists what else can be typed."""
    configure("WARNING")
    with open_store(demo=demo) as world:
        if batch is not None:
            asyncio.run(_batch(world, batch))
        else:
            asyncio.run(_talk(world, as_))


async def _talk(world: World, spoken: str | None) -> None:
    async with conversing(world) as conversation:
        who = _who(world, spoken)
        console = Console(who, world.tenant, world.clock)
        terminal = Terminal(console, conversation.turn, who, read=_read, write=typer.echo)
        await terminal.talk()


async def _batch(world: World, batch: Path) -> None:
    """Every line through the same code path as Teams; a bad line yields its error, and the next goes on."""
    async with conversing(world) as conversation:
        console = Console(_who(world, None), world.tenant, world.clock)
        for line in _lines(batch):
            try:
                told = json.loads(line)
            except ValueError:
                told = None
            if isinstance(told, dict):
                _, answer = await console.receive(told, {}, conversation.turn)
            else:
                answer = {"messages": [], "error": "the line is no JSON object"}
            typer.echo(json.dumps(answer, ensure_ascii=False))


def _who(world: World, first: str | None) -> Any:
    def who(told: str | None) -> Caller:
        try:
            return caller_of(world, told or first)
        except Misuse as error:
            raise WrongLine(str(error)) from None

    return who


def _lines(batch: Path) -> list[str]:
    try:
        text = sys.stdin.read() if str(batch) == "-" else batch.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Misuse(f"{batch} cannot be read: {error}") from None
    return [line for line in text.splitlines() if line.strip()]


def _read(prompt: str) -> str | None:
    try:
        return input(prompt)
    except EOFError:
        return None
