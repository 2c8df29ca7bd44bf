"""Short form: thirty years of slots on three weekdays, at an hour that comes twice or never and at a usual one."""

from __future__ import annotations

from datetime import time

import pytest

from store.calendar import WorkingDays
from store.outbox_records import Weekly
from tests.torture.slots import SHIFTS, wrong

DAYS = WorkingDays.of(["06-05", "12-24", "12-31", "2026-05-15"])


@pytest.mark.parametrize("weekday", [0, 3, 6])
@pytest.mark.parametrize("shift", SHIFTS)
def test_thirty_years_of_slots(weekday: int, shift: str) -> None:
    at = time(2, 30) if weekday == 6 else time(9, 0)
    assert list(wrong(Weekly(weekday, at, shift), DAYS)) == []  # type: ignore[arg-type]  # one of SHIFTS
