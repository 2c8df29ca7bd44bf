"""The parts that people have in a plan, and what they are called by those who ask."""

from __future__ import annotations

import re

from store.records import Fact
from store.search.planwords import words_for

_ROLES = {
    "role chair": re.compile(r"formand|forkvinde|chair", re.IGNORECASE),
    "role manager": re.compile(r"(?:projekt|program)leder|tovholder|koordinator", re.IGNORECASE),
    "role owner": re.compile(r"\b\w*ejer\b|bestiller|opdragsgiver", re.IGNORECASE),
    "role contact": re.compile(r"kontakt|henvendelse", re.IGNORECASE),
    "role author": re.compile(r"udarbejdet|forfatter|redak|skrevet|\bfra\b", re.IGNORECASE),
}


def roles_of(fact: Fact) -> tuple[str, ...]:
    """The sections of planwords for the roles that one has by this fact ("role owner")."""
    said = f"{fact.role or ''} {fact.text}"
    return tuple(name for name, role in _ROLES.items() if role.search(said))


def role_words(fact: Fact) -> frozenset[str]:
    """What people call one who has this part, whatever the plan calls it."""
    return frozenset(word for name in roles_of(fact) for word in words_for(name))
