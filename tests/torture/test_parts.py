"""Parts of the torture are chosen by name."""

from __future__ import annotations

import pytest

from tests.torture.__main__ import named

PARTS = ["slots", "held sqlite", "held postgresql", "limits postgresql"]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("", PARTS),
        ("held postgresql", ["held postgresql"]),
        ("held", ["held sqlite", "held postgresql"]),
        ("limits  postgresql, slots", ["slots", "limits postgresql"]),
        ("postgresql", ["held postgresql", "limits postgresql"]),
    ],
)
def test_a_part_is_named_whole_or_by_what_it_shares_with_others(told: str, found: list[str]) -> None:
    assert named(told, PARTS) == found


def test_a_part_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(SystemExit, match="no such part: hold; there are: slots, held sqlite"):
        named("hold", PARTS)
