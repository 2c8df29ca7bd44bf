"""What is closed in recorded drafts leaves no trace: readers are told the same, in the same order, with and without."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.database import Database
from store.minutes.records import Attendance, Decision
from store.records import Audience, Subject
from tests.fakes.agenda import BO, CILLE, DAN, DEC_3, EVA
from tests.fakes.chamber import Chamber, talk

OPEN = (("Nyt tag på hallen", "at taget skiftes"), ("Cykelsti langs fjorden", "at stien anlægges"))
WORDS = st.sampled_from(
    ["tag", "hallen", "cykelsti", "fjorden", "forpagter", "skiftes", "anlægges", "opsigelse", "taget", "stien", "havn"]
)
SECRETS = st.lists(WORDS, min_size=2, max_size=5).map(" ".join)
QUESTIONS = (
    "hvad blev besluttet om nyt tag på hallen?", "hvad blev besluttet om cykelsti?", "forpagter",
    "opsigelse af forpagter",
    "hvad er nyt?", "hvilke beslutninger traf direktionen den 3. december?", "taget", "cykelstig", "havn",
    "punkt 3", "hvem deltog i mødet den 3. december?", "vis referatet", "referat fra mødet den 3. december",
)  # fmt: skip
READERS: tuple[tuple[Subject, Audience], ...] = (
    (BO, "personal"),
    (EVA, "personal"),
    (DAN, "channel"),
    (CILLE, "group"),
)


@contextmanager
def chamber_in(template: Path, folder: Path, name: str) -> Iterator[Chamber]:
    path = folder / f"{name}.db"
    shutil.copy(template, path)
    db = Database.open(f"sqlite:///{path}")
    try:
        yield Chamber(db)
    finally:
        db.close()
        path.unlink()


def recorded(chamber: Chamber, secrets: tuple[str, ...], state: str) -> None:
    """A meeting with the open items, then these closed ones, recorded as far as `state`."""
    items = [chamber.case(title, recommendations=(proposal,)) for title, proposal in OPEN]
    shut = [
        chamber.ready(title=f"Sag om {text}", case_number="26/9", description=text, access="closed",
                      closed_reason="contract", recommendations=(f"at {text}",))
        for text in secrets
    ]  # fmt: skip
    agenda = chamber.published(*items, *shut)
    there = [Attendance("Dan Falk", "present", "p-dan"), Attendance("Liv Dam", "present", "p-liv")]
    chamber.minutes.attend(DEC_3, agenda.version, there, CILLE)
    chamber.minutes.decide(DEC_3, items[0].id, 0, Decision("approved", "Godkendt som indstillet."), CILLE)
    chamber.minutes.decide(DEC_3, items[1].id, 0, Decision("rejected", "Afvist."), CILLE)
    for item, text in zip(shut, secrets, strict=True):
        told = Decision("approved", f"Det blev {text}.", f"Dan er imod {text}.", ("Dan Falk",))
        chamber.minutes.decide(DEC_3, item.id, 0, told, CILLE)
    if state != "draft":
        sent = chamber.minutes.review(DEC_3, chamber.minutes.minutes(DEC_3, CILLE).agenda.version, CILLE)
        if state == "final":
            chamber.minutes.finish(DEC_3, sent.agenda.version, CILLE)


def heard(chamber: Chamber) -> list[object]:
    """All that the readers are told, as it is sent."""
    told: list[object] = []
    for subject, scope in READERS:
        for question in QUESTIONS:
            message = talk(chamber, subject, scope).says(question)
            told.append((question, scope, message.text, message.card, message.suggestions, message.citations))
    return told


@pytest.mark.parametrize("state", ["draft", "final"])
@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
@given(secrets=st.lists(SECRETS, min_size=1, max_size=2).map(tuple))
def test_closed_items_of_minutes_leave_no_trace(
    migrated_file: Path, tmp_path: Path, state: str, secrets: tuple[str, ...]
) -> None:
    with chamber_in(migrated_file, tmp_path, "without") as chamber:
        recorded(chamber, (), state)
        without = heard(chamber)
    with chamber_in(migrated_file, tmp_path, "with") as chamber:
        recorded(chamber, secrets, state)
        assert heard(chamber) == without
