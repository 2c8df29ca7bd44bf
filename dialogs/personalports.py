"""What flows need to go on in somebody's private chat after they asked in a channel, and a world where nobody can."""

from __future__ import annotations

from typing import Protocol

from store.records import Lang


class PersonalChats(Protocol):
    """The way into private chats, through the outbox. `person` is the Entra object id."""

    def reaches(self, tenant: str, person: str) -> bool:
        """Whether the person has a private chat with the assistant."""
        ...

    def hand(self, tenant: str, person: str, lang: Lang, item: str, place: str) -> bool:
        """Have the wizard for a draft sent there, once; `place` is where it was asked for, "" when that has no name."""
        ...


class NoPersonalChats:
    """Reaches nobody."""

    def reaches(self, tenant: str, person: str) -> bool:
        return False

    def hand(self, tenant: str, person: str, lang: Lang, item: str, place: str) -> bool:
        return False
