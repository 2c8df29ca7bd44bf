"""From "opret dagsordenspunkt" to approved over `chat --batch`: every line is a start of its own, in two languages."""

from __future__ import annotations

import pytest

from tests.fakes.batches import Batch, Story

BOARD = "m:direktion-2026-12-03"


@pytest.mark.parametrize("locale", ["da", "en"])
def test_two_managers_register_an_open_and_a_closed_item(batch: Batch, locale: str) -> None:
    story, danish = Story(batch, locale), locale == "da"

    def told(da: str, en: str) -> str:
        return da if danish else en

    following, submit, read = (
        told("Næste", "Next"),
        told("Indsend", "Submit"),
        told("Læs det igennem", "Read it through"),
    )
    # The open one: coached, returned, corrected, approved.
    story.says("Anna", told("opret dagsordenspunkt", "new agenda item"))
    story.presses("Anna", told("Nyt dagsordenspunkt", "New agenda item"))
    story.presses("Anna", following, place=BOARD, title="Nye skolebusser", case_number="26/4711")
    story.presses("Anna", following, description="Busserne er slidt ned. Nye koster 3 mio. kr.")
    story.presses("Anna", following, recommendations="1. at der købes to busser\n2. at de gamle sælges")
    coached = story.presses("Anna", read)
    assert told("ikke skrevet noget om de økonomiske konsekvenser", "nothing is written on the financial") in coached
    story.presses("Anna", told("Ret sagen", "Change the case"))
    story.presses("Anna", following, finance="3 mio. kr. i 2027")
    story.presses("Anna", following)
    story.presses("Anna", read)
    assert told("»Nye skolebusser« er indsendt.", "“Nye skolebusser” has been sub") in story.presses("Anna", submit)

    # The closed one, from another manager.
    secret = "Aftale med en skoleleder"
    story.says("Bo", told("opret dagsordenspunkt", "new agenda item"))
    story.presses("Bo", following, place=BOARD, title=secret)
    story.presses("Bo", following, description="Parterne er enige om vilkårene.")
    closed = {"access": "closed", "closed_reason": "personal"}
    story.presses("Bo", following, recommendations="at vilkårene godkendes", **closed)
    story.presses("Bo", read)
    assert secret in story.presses("Bo", submit)

    # The secretary sends both back, and approves both once they are corrected.
    waiting, approve = told("hvad venter på mig?", "what is waiting for me?"), told("Godkend", "Approve")
    back = told("Send retur", "Send back")
    for title in ("Nye skolebusser", f"{secret} ({told('lukket', 'closed')})"):
        story.says("Cille", waiting)
        story.presses("Cille", title)
        story.presses("Cille", back)
        story.presses("Cille", back, comment="Skriv, fra hvornår.")
    for who, title in (("Anna", "Nye skolebusser"), ("Bo", secret)):
        where = story.says(who, told(f"hvor langt er min sag om {title}?", f"how far is my case about {title}?"))
        assert "Skriv, fra hvornår." in where
        story.presses(who, told("Vis punktet", "Show the item"))
        story.presses(who, told("Ret det", "Correct it"))
        for _ in range(3):
            story.presses(who, told("Tilbage", "Back"))
        story.presses(who, following, assessment="Det gælder fra nytår.")
        story.presses(who, following)
        story.presses(who, read)
        assert title in story.presses(who, submit)
    assert secret not in story.says("Dan", waiting)
    for title in ("Nye skolebusser", f"{secret} ({told('lukket', 'closed')})"):
        story.says("Cille", waiting)
        story.presses("Cille", title)
        assert told("er godkendt til Direktionen", "is approved for Direktionen") in story.presses("Cille", approve)
    coming = told("kommende sager til Direktionen", "upcoming items for Direktionen")
    assert secret in story.says("Bo", coming)
    assert secret not in story.says("Anna", coming)
    assert secret not in story.says("Dan", coming)
