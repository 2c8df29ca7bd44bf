"""The words before a list tell what it holds and how many."""

from __future__ import annotations

import pytest

from store.ingest.listkinds import Named, labelled, named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Havnens seks udvalgte fokusområder er:", Named("focus_area", 6, strong=True)),
        ("Arbejdet deles i tre faser", Named("phase", 3, strong=True)),
        ("De 7 arbejdsgrupper", Named("group", 7, strong=True)),
        ("Planen peger på følgende barrierer", Named("barrier", None, strong=True)),
        ("Det anbefales, at", Named("recommendation")),
        ("Tiltag, der støtter principperne", Named("action")),
        ("Indsatsen går på to ben:", Named("element", 2, strong=True)),
        ("3 Projektets Mål", Named("goal")),
        ("Haven ligger ved åen", Named(None)),
    ],
)
def test_names(text: str, expected: Named) -> None:
    assert named(text) == expected


def test_lost_letters() -> None:
    assert named("prcessen deles p i tre prvede mdeller og fire fkusmråder", "o") == Named("focus_area", 4, strong=True)


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("Fase 2: Forsøg", "phase", "2"),
        ("3. barriere: Tid", "barrier", "3"),
        ("Spor B – Byrum", "focus_area", "B"),
        ("Indsats to", "action", "2"),
    ],
)
def test_labels(text: str, kind: str, number: str) -> None:
    label = labelled(text)
    assert label is not None
    assert (label.kind, label.number) == (kind, number)


def test_no_label() -> None:
    assert labelled("Fasen er ovre") is None
    assert labelled("3. barriererne") is None
