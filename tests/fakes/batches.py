"""What people say and press over `chat --batch`, each in a conversation of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
Batch = Callable[[Mapping[str, Any]], dict[str, Any]]
"""One line of a batch as read, and the line that is written of it."""


@dataclass
class Story:
    """What people say and press, each in a conversation of their own."""

    batch: Batch
    locale: str
    last: dict[str, dict[str, Any]] = field(default_factory=dict)

    def says(self, who: str, text: str) -> str:
        return self._told(who, {"text": text})

    def presses(self, who: str, title: str, /, **filled: Any) -> str:
        """Press the button of this title on the last card; gives the answer's text."""
        shown = self.last[who]["actions"]
        found = [one for one in shown if one["title"] == title]
        assert found, f"no {title!r} among {[one['title'] for one in shown]}"
        data = {**found[0]["data"], **filled}
        return self._told(who, {"verb": found[0]["verb"], "data": data})

    def _told(self, who: str, turn: Mapping[str, Any]) -> str:
        answer = self.batch(
            {"as": who, "conversation": f"a-{who}", "locale": self.locale, "at": NOW.isoformat(), **turn}
        )
        assert answer["error"] is None, answer
        self.last[who] = answer["messages"][-1]
        return str(self.last[who]["text"])
