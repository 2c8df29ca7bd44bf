"""Who may see what: one rule, decided here before ranking, counting, suggesting and rendering.

Open material is for employees of an allowed tenant. A closed item, its attachments and passages are for members and
secretaries of its body, in personal chat only, less the persons excluded from that item. Administrators manage rights
but read no closed text by that role. For everybody else a closed item does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from store.records import Access, Subject

READS_CLOSED = frozenset({"member", "secretary"})


class Guarded(Protocol):
    """What the rule needs to know of a fact, item, attachment or document."""

    @property
    def access(self) -> Access: ...
    @property
    def body_key(self) -> str | None: ...
    @property
    def excluded(self) -> frozenset[str]: ...


@dataclass(frozen=True, slots=True)
class Guard:
    """The smallest Guarded: how a thing is guarded, without the thing."""

    access: Access
    body_key: str | None = None
    excluded: frozenset[str] = frozenset()


def visible(subject: Subject, fact: Guarded) -> bool:
    """Whether everyone in the subject's audience may read the fact.

    A closed fact of no known body is readable only by those whose role holds for all bodies.
    """
    if not subject.employee or subject.person is None:
        return False
    if fact.access == "open":
        return True
    if subject.audience != "personal" or subject.person in fact.excluded:
        return False
    return any(
        grant.role in READS_CLOSED
        and (grant.body is None or (fact.body_key is not None and grant.body == fact.body_key))
        for grant in subject.grants
    )


def is_secretary(subject: Subject, body: str | None) -> bool:
    """Whether the subject may manage documents and items of this body (None: of all bodies), in personal chat."""
    if not subject.employee or subject.person is None or subject.audience != "personal":
        return False
    return any(grant.role == "secretary" and grant.body in (None, body) for grant in subject.grants)


def is_administrator(subject: Subject) -> bool:
    """Whether the subject may manage rights, in personal chat."""
    if not subject.employee or subject.person is None or subject.audience != "personal":
        return False
    return any(grant.role == "administrator" for grant in subject.grants)
