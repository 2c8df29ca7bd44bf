"""Talking in a terminal: what is typed becomes a line of the console, what comes back is plain text."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from bot.channel import OnTurn
from bot.console import Console, Sent, WrongLine
from bot.plaintext import Button, Question, buttons, questions, words
from dialogs.turn import Caller, Suggestion
from store.records import Audience, Lang

Read = Callable[[str], str | None]
"""Asks with a prompt; None at the end of the input."""
Write = Callable[[str], None]

SCOPES: Mapping[str, Audience] = {
    "personlig": "personal",
    "personal": "personal",
    "gruppe": "group",
    "group": "group",
    "kanal": "channel",
    "channel": "channel",
}
HELP = """\
/som PERSON           speak as somebody else: an object id, a name or a UPN (also /as)
/sted kanal           be heard in a channel; gruppe or personlig likewise (also /scope)
/ny                   start a new conversation (also /new)
/hjælp                this list (also /help)
/slut                 leave (also /quit)
A number presses the button or suggestion with that number."""


def chosen(question: Question, told: str) -> str:
    """The value of what was typed: its number, its value, its title or the title's beginning; else as it stands."""
    if not told:
        return question.value
    if told.isdecimal() and 1 <= int(told) <= len(question.choices):
        return question.choices[int(told) - 1][1]
    wanted = told.casefold()
    for title, value in question.choices:
        if wanted in (value.casefold(), title.casefold()):
            return value
    begun = [value for title, value in question.choices if title.casefold().startswith(wanted)]
    return begun[0] if len(begun) == 1 else told


class Terminal:
    """One person at a keyboard."""

    def __init__(
        self,
        console: Console,
        on_turn: OnTurn,
        who: Callable[[str | None], Caller],
        *,
        read: Read,
        write: Write,
        locale: Lang = "da",
    ) -> None:
        self._console, self._on_turn, self._who = console, on_turn, who
        self._read, self._write, self._locale = read, write, locale
        self._caller = who(None)
        self._scope: Audience = "personal"
        self._conversation = 1
        self._offers: list[tuple[Button, tuple[Question, ...]] | Suggestion] = []

    async def talk(self) -> None:
        """Take lines until the end."""
        while True:
            line = await asyncio.to_thread(self._read, self._prompt())
            if line is None or line.strip() in ("/slut", "/quit"):
                return
            if line.strip():
                await self._take(line.strip())

    def _prompt(self) -> str:
        place = "" if self._scope == "personal" else f" ({self._scope})"
        return f"{self._caller.name or self._caller.id}{place}> "

    async def _take(self, line: str) -> None:
        if line.startswith("/"):
            self._command(*line[1:].split(maxsplit=1))
            return
        if not line.isdecimal():
            await self._say(text=line)
            return
        if not 1 <= int(line) <= len(self._offers):
            self._write(f"There is no button {line}.")
            return
        offer = self._offers[int(line) - 1]
        if isinstance(offer, Suggestion):
            await self._say(text=offer.send)
        else:
            button, asked = offer
            await self._say(verb=button.verb, data={**button.data, **await self._filled(asked)})

    def _command(self, name: str = "", told: str = "") -> None:
        if name in ("som", "as"):
            try:
                self._caller = self._who(told)
            except WrongLine as error:
                self._write(str(error))
                return
            self._offers = []
        elif name in ("sted", "scope") and told in SCOPES:
            self._scope, self._offers = SCOPES[told], []
        elif name in ("ny", "new"):
            self._conversation, self._offers = self._conversation + 1, []
        else:
            self._write(HELP)

    async def _filled(self, asked: tuple[Question, ...]) -> dict[str, str]:
        """The card's fields as the person fills them; an empty line takes what is preselected."""
        data = {}
        for question in asked:
            choices = "".join(f"\n    {number}. {title}" for number, (title, _) in enumerate(question.choices, start=1))
            preset = next((title for title, value in question.choices if value == question.value), question.value)
            shown = f"  {question.label} [{preset}]{choices}\n  > " if choices else f"  {question.label} [{preset}]: "
            told = await asyncio.to_thread(self._read, shown)
            data[question.field] = chosen(question, (told or "").strip())
        return data

    async def _say(self, text: str | None = None, verb: str | None = None, data: dict[str, Any] | None = None) -> None:
        turn = self._console.turn(
            self._caller,
            conversation=str(self._conversation),
            scope=self._scope,
            locale=self._locale,
            text=text,
            verb=verb,
            data=data,
        )
        sent, _ = await self._console.hear(turn, self._on_turn)
        for one in sent:
            self._show(one)

    def _show(self, sent: Sent) -> None:
        message = sent.message
        asked = tuple(questions(message))
        self._offers = [*((button, asked) for button in buttons(message)), *message.suggestions]
        lines = ["(replaces the card above)"] if sent.updates else []
        lines += ["", words(message)]
        for number, offer in enumerate(self._offers, start=1):
            title = offer.text if isinstance(offer, Suggestion) else offer[0].title
            lines.append(f"  [{number}] {title}")
        self._write("\n".join([*lines, ""]))
