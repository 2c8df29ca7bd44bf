"""How far ahead of the others a matter is."""

from __future__ import annotations

import pytest

from store.search.confidence import leads


def test_only_the_matter_ahead_of_all_others_leads() -> None:
    found = {1: {"coverage": 0.8}, 2: {"coverage": 0.44}, -3: {"coverage": 0.3}}
    assert leads(found, {1: "bump", 2: "mødeplan"}) == {1: pytest.approx(0.6), 2: 0.0, -3: 0.0}


def test_meetings_of_one_case_do_not_stand_in_each_others_way() -> None:
    found = {1: {"coverage": 0.8}, 2: {"coverage": 0.8}, 3: {"coverage": 0.55}}
    assert leads(found, {1: "19/1", 2: "19/1", 3: "19/2"}) == {1: pytest.approx(0.5), 2: pytest.approx(0.5), 3: 0.0}


def test_a_matter_alone_leads_by_all_that_it_covers() -> None:
    assert leads({1: {"coverage": 0.49}}, {1: "19/1"}) == {1: pytest.approx(0.7)}
    assert leads({}, {}) == {}
