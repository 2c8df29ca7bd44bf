"""One item from waiting to approved over `chat --batch` on a store in a file, opened anew for each thing said."""

from __future__ import annotations

from tests.fakes.batches import Batch, Story


def test_a_case_is_returned_corrected_and_approved(batch: Batch) -> None:
    story, title = Story(batch, "da"), "Nye åbningstider i Borgerservice"
    assert title in story.says("Cille", "hvad venter på mig?")
    assert "Bo Sørensen" in story.presses("Cille", title)
    assert "er sendt retur til Bo Sørensen" in story.says(
        "Cille", "send punktet om åbningstider retur: skriv mere om mandag"
    )
    told = story.says("Bo", "hvor langt er min sag om åbningstider?")
    assert "»Skriv mere om mandag«" in told
    assert "Du retter det og indsender det igen." in told
    story.presses("Bo", "Vis punktet")
    story.presses("Bo", "Ret det")
    story.presses("Bo", "Indsend")
    assert "er indsendt til Direktionen" in story.says("Bo", "hvor langt er min sag om åbningstider?")
    assert title in story.says("Cille", "hvad venter på mig i direktionen?")
    story.presses("Cille", title)
    assert "er godkendt til Direktionen" in story.says("Cille", "godkend punktet om åbningstider")
    assert "er godkendt til Direktionen" in story.says("Bo", "hvor langt er min sag om åbningstider?")
    assert title in story.says("Bo", "kommende sager til Direktionen")
    assert title not in story.says("Dan", "kommende sager til Direktionen")


def test_a_closed_case_in_english(batch: Batch) -> None:
    story, title = Story(batch, "en"), "Forlængelse af lejemålet på Havnegade 4"
    assert title in story.says("Cille", "what is waiting for me?")
    story.presses("Cille", f"{title} (closed)")
    story.presses("Cille", "Send back")
    assert "has been sent back to Anna Jensen" in story.presses("Cille", "Send back", comment="Say what happens if not")
    assert "“Say what happens if not”" in story.says("Anna", "how far is my case about lejemålet?")
    story.presses("Anna", "Show the item")
    story.presses("Anna", "Correct it")
    story.presses("Anna", "Submit")
    story.says("Cille", "what is waiting for me?")
    story.presses("Cille", f"{title} (closed)")
    assert "is approved for Økonomiudvalget" in story.presses("Cille", "Approve")
    assert "is approved for Økonomiudvalget" in story.says("Anna", "how far is my case about lejemålet?")
    assert title not in story.says("Bo", "upcoming items for Økonomiudvalget")
    assert title not in story.says("Dan", "upcoming items for Økonomiudvalget")
