"""Which decisions a question is limited to by its own words: postponed, rejected, referred and so on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from dialogs.understanding.text import Word
from dialogs.understanding.wordings import wordings
from store.records import DecisionClass

_AUXILIARIES = frozenset(
    (
        *("er", "blev", "bliver", "blevet", "var", "været", "der", "ikke", "har", "havde"),
        *("is", "was", "were", "are", "been", "be", "not", "got", "get", "have", "has"),
    )
)
_ANY_DECISION = frozenset({("vedtog",), ("vedtager",)})
_WHAT = frozenset(("hvad", "hva", "hvd"))
"""What the council "vedtog" is whatever it decided; which proposals it "vedtog" are those that it adopted."""
_NOT = frozenset(("ikke", "not", "never", "aldrig"))
_LISTED = frozenset(
    (
        *("sager", "sagerne", "punkter", "punkterne", "emner", "forslag", "ansøgninger", "beslutninger"),
        *("cases", "items", "matters", "decisions", "proposals", "applications"),
    )
)
_APPROVED: tuple[DecisionClass, ...] = ("approved", "approved_with_changes")
_ALL: tuple[DecisionClass, ...] = get_args(DecisionClass)


def outcomes(typed: Sequence[Word], said: set[int], topic: set[int]) -> tuple[tuple[DecisionClass, ...], set[int]]:
    """Classes of decision named in a message, and the numbers of the words that name them.

    `said` are the words that belong to the wording of the question, `topic` those that are left. A word of the topic
    names a class only behind an auxiliary ("skoler, der blev udsat") or alone: "udsatte børn" are no class.
    """
    known = wordings().classes
    found: list[DecisionClass] = []
    taken: set[int] = set()
    for at in range(len(typed)):
        for form, name in known.get(typed[at].norm, ()):
            size = len(form)
            place = set(range(at, at + size))
            if place & taken or tuple(word.norm for word in typed[at : at + size]) != form:
                continue
            before = typed[at - 1].norm if at else ""
            alone = not (topic - place - listed(typed))
            if not (place <= said or before in _AUXILIARIES or alone) or (form in _ANY_DECISION and before in _WHAT):
                continue
            classes: tuple[DecisionClass, ...] = _APPROVED if name == "approved" else (name,)
            if before in _NOT:
                # "Not approved" is whatever else came of it.
                classes = tuple(each for each in _ALL if each not in classes and each != "as_worded")
            found += [each for each in classes if each not in found]
            taken |= place
            break
    return tuple(found), taken


def listed(typed: Sequence[Word]) -> set[int]:
    """Numbers of the words that ask for several matters ("sager", "items")."""
    return {number for number, word in enumerate(typed) if word.norm in _LISTED}
