"""The one state machine of agenda items, and who may do and see what; pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from store.access import Guard, is_secretary, visible
from store.agenda.records import Action, AgendaItem, ItemState
from store.records import Subject

Part = Literal["author", "secretary"]

MOVES: Mapping[Action, Mapping[ItemState, ItemState]] = {
    "save": {s: s for s in ("draft", "submitted", "returned", "ready", "postponed")},
    "attach": {s: s for s in ("draft", "submitted", "returned", "ready", "postponed")},
    "detach": {s: s for s in ("draft", "submitted", "returned", "ready", "postponed")},
    "file_access": {s: s for s in ("draft", "submitted", "returned", "ready", "postponed", "on_agenda")},
    "submit": {"draft": "submitted", "returned": "submitted"},
    "recall": {"submitted": "draft"},
    "return": {"submitted": "returned", "ready": "returned", "postponed": "returned"},
    "approve": {"submitted": "ready", "postponed": "ready"},
    "place": {"ready": "on_agenda"},
    "unplace": {"on_agenda": "ready"},
    "postpone": {"submitted": "postponed", "ready": "postponed", "on_agenda": "postponed", "postponed": "postponed"},
    "move": {s: s for s in ("submitted", "ready", "postponed")},
    "open": {s: s for s in ("draft", "submitted", "returned", "ready", "postponed", "on_agenda", "decided")},
    "close": {s: s for s in ("draft", "submitted", "returned", "ready", "postponed", "on_agenda", "decided")},
    "exclude": {s: s for s in ("draft", "submitted", "returned", "ready", "postponed", "on_agenda", "decided")},
    "include": {s: s for s in ("draft", "submitted", "returned", "ready", "postponed", "on_agenda", "decided")},
    "withdraw": {s: "withdrawn" for s in ("draft", "submitted", "returned", "ready", "postponed", "on_agenda")},
    "decide": {"on_agenda": "decided"},
    # The open edition names a closed item by it: that may become necessary when all else stands.
    "neutral": {s: s for s in ("on_agenda", "decided")},
}
"""From which state to which each action leads; what is not here cannot be done."""

_AUTHOR: Mapping[Action, frozenset[ItemState]] = {
    "save": frozenset({"draft", "returned"}),
    "attach": frozenset({"draft", "returned"}),
    "detach": frozenset({"draft", "returned"}),
    "file_access": frozenset({"draft", "returned"}),
    "submit": frozenset({"draft", "returned"}),
    "recall": frozenset({"submitted"}),
    "withdraw": frozenset({"draft", "submitted", "returned", "ready"}),
}
"""What authors may do with their own items, and in which states."""
_ALONE: frozenset[Action] = frozenset({"recall"})
"""What only the author may do."""
OF_THE_BODY: frozenset[ItemState] = frozenset({"ready", "on_agenda", "postponed", "decided"})
"""States in which an item is the body's: its members read it before it is published."""


def next_state(state: ItemState, action: Action) -> ItemState | None:
    """The state that an action leads to, None when it cannot be done in this one."""
    return MOVES.get(action, {}).get(state)


def parts(subject: Subject, item: AgendaItem) -> frozenset[Part]:
    """In which parts the subject meets the item; in shared places in none."""
    if not subject.employee or subject.person is None or subject.audience != "personal":
        return frozenset()
    if subject.person in item.excluded:
        return frozenset()
    found: set[Part] = set()
    if subject.person == item.author:
        found.add("author")
    if item.body_key is not None and is_secretary(subject, item.body_key):
        found.add("secretary")
    return frozenset(found)


def may(subject: Subject, item: AgendaItem, action: Action) -> bool:
    """Whether the subject may do this with the item as it stands."""
    if next_state(item.state, action) is None:
        return False
    if action == "withdraw" and item.state == "draft" and item.submitted_at is None:
        # Nobody has seen it: it is discarded. Once it was submitted and taken back, it leaves a trace.
        return False
    mine = parts(subject, item)
    if "author" in mine and item.state in _AUTHOR.get(action, ()):
        return True
    # What is still being written is its author's: a secretary reads along, and lends a hand once it was submitted.
    written = item.state == "draft" and action not in ("exclude", "include")
    return "secretary" in mine and action not in _ALONE and not written


def may_read(subject: Subject, item: AgendaItem) -> bool:
    """Whether everyone in the subject's audience may see the item.

    What is published and open is for every employee, everywhere. Before that, and closed, it is in personal chat for
    its author, its presenter and the body's secretaries; for the body's members from when it was approved. A person
    who is kept out of it sees nothing, and neither do others: for them it does not exist.
    """
    if not subject.employee or subject.person is None:
        return False
    if subject.person in item.excluded and subject.audience == "personal" and item.access == "closed":
        return False
    if item.published_at is not None and item.access == "open" and item.state != "withdrawn":
        return True
    if subject.audience != "personal" or subject.person in item.excluded:
        return False
    presenter = item.presenter.person if item.presenter is not None else None
    if subject.person in (item.author, presenter) or "secretary" in parts(subject, item):
        return True
    return item.state in OF_THE_BODY and visible(subject, Guard("closed", item.body_key, item.excluded))


def may_submit(subject: Subject, body_key: str, submit_by: str) -> bool:
    """Whether the subject may bring items before a body."""
    if not subject.employee or subject.person is None or subject.audience != "personal":
        return False
    return submit_by == "everyone" or any(
        grant.role in ("member", "secretary") and grant.body in (None, body_key) for grant in subject.grants
    )
