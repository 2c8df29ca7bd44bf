"""What is said of an open draft is told from questions, in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.understanding.drafting import LABELS, drafting
from dialogs.understanding.slots import BodyNames
from dialogs.understanding.understand import Reader
from store.records import BodyRecord

READER = Reader(BodyNames((BodyRecord("direktionen", "Direktionen"), BodyRecord("lederforum", "Lederforum"))))
TODAY = date(2026, 11, 21)

FIELDS = [
    ("titel: Ny hal", {"title": "Ny hal"}),
    ("Titel er Ny hal", {"title": "Ny hal"}),
    ("ret titlen til Ny hal", {"title": "Ny hal"}),
    ("change the title to A new hall", {"title": "A new hall"}),
    ("Titel: Ny hal Økonomi: 3 mio. kr.", {"title": "Ny hal", "finance": "3 mio. kr."}),
    ("indstiling: at hallen bygges", {"recommendations": "at hallen bygges"}),
    ("vurdering: På den tid: ingen", {"assessment": "På den tid: ingen"}),
    ("oplægsholder er Bo Sørensen", {"presenter": "Bo Sørensen"}),
    ("ansvarlig: mig", {"responsible": "mig"}),
    ("ca. 20 min.", {"minutes": "20"}),
    ("it takes 15 minutes", {"minutes": "15"}),
    ("half an hour", {"minutes": "30"}),
    ("åben", {"access": "open", "closed_reason": "", "closed_note": ""}),
    ("gør punktet åbent", {"access": "open", "closed_reason": "", "closed_note": ""}),
    ("lukket", {"access": "closed"}),
    ("lukket, fordi det er en personsag", {"access": "closed", "closed_reason": "personal"}),
    ("punktet skal være lukket pga. udbud", {"access": "closed", "closed_reason": "contract"}),
    ("lukket, fordi vi køber jord", {"access": "closed", "closed_reason": "property"}),
    ("closed because of negotiations", {"access": "closed", "closed_reason": "negotiation"}),
    ("lukket, fordi borgmesteren ønsker det", {"access": "closed", "closed_reason": "other",
                                               "closed_note": "borgmesteren ønsker det"}),
    ("det er kun til orientering", {"type": "briefing"}),
    ("for discussion", {"type": "discussion"}),
]  # fmt: skip
DEEDS = [
    ("indsend", "submit"), ("Send det ind nu", "submit"), ("send punktet til sekretæren", "submit"),
    ("submit it please", "submit"), ("vis kladden", "show"), ("show me my draft", "show"),
    ("gem og fortsæt senere", "later"), ("save the draft for later", "later"), ("slet kladden", "discard"),
    ("delete my draft", "discard"), ("næste trin", "next"), ("go back", "back"),
    ("flyt til mødet den 3. december", "move"), ("sæt det på dagsordenen til næste direktionsmøde", "move"),
    ("move it to the meeting on 3 December", "move"),
]  # fmt: skip
NOTHING = [
    "Hvad er titlen?", "hvad koster det?", "økonomi", "Hvem er ansvarlig for hallen?", "åbne data i kommunen",
    "lukkede skoler", "lukning af skoler", "beslutning", "orientering", "punkt 20", "20 punkter", "luk punktet",
    "flyt mødet den 3. december til den 8. december", "næste møde i direktionen", "ansvarlig er hvem?",
    "gem sagen om haller i arkivet", "save the whales", "open data", "who is responsible?", "indsendelse af sager",
    "Er punktet lukket?", "tak", "", "   ",
]  # fmt: skip
NEW = [
    "opret dagsordenspunkt", "Nyt punkt", "ny sag", "jeg vil have en sag på direktionens møde den 3. december",
    "Jeg vil gerne have et punkt på dagsordenen", "kan du oprette et dagsordenspunkt?",
    "hjælp mig med at oprette et dagsordenspunkt", "Hvordan opretter jeg et dagsordenspunkt?",
    "kan vi få en sag om parkering på direktionens næste møde?", "Opret et dagsordnespunkt",
    "jeg vil gerne indsende en sag til direktionen", "Jeg vil have sag 26/1234 på direktionens møde den 3. december",
    "new agenda item", "I want to register an agenda item", "register a case", "How do I create an agenda item?",
    "I'd like to put an item on the next meeting of Direktionen", "create agenda item about school closures",
]  # fmt: skip
QUESTIONS = [
    "Hvilke punkter er på dagsordenen til direktionens møde den 3. december?", "Er der en ny sag om parkering?",
    "Hvornår er fristen for at få en sag på direktionens møde den 3. december?", "ny skole", "en sag om parkering",
    "Nye punkter på dagsordenen", "Jeg vil gerne se sagen om parkering", "opret adgang til borgere",
    "oprettelse af dagsordenspunkter", "start sagen om skoler", "items on the agenda for Direktionen",
    "new items on the agenda", "I want to see the item about parking", "start of the new school",
    "hvad koster en kopi af sag 26/1234", "Jeg har et spørgsmål til direktionen",
]  # fmt: skip


@pytest.mark.parametrize(("text", "fields"), FIELDS)
def test_fields_are_told_in_words(text: str, fields: dict[str, str]) -> None:
    told = drafting(text)
    assert told is not None
    assert (dict(told.fields), told.deed) == (fields, None)


@pytest.mark.parametrize(("text", "deed"), DEEDS)
def test_deeds_are_told_in_words(text: str, deed: str) -> None:
    told = drafting(text)
    assert told is not None
    assert told.deed == deed


@pytest.mark.parametrize("text", NOTHING)
def test_all_else_is_nothing_to_a_draft(text: str) -> None:
    assert drafting(text) is None


@pytest.mark.parametrize("text", NEW)
def test_a_new_item_is_wanted(text: str) -> None:
    assert READER.read(text, TODAY).command == "case_new"


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_is_no_new_item(text: str) -> None:
    assert not (READER.read(text, TODAY).command or "").startswith("case_")


@given(st.sampled_from(sorted(LABELS)), st.text(min_size=1, max_size=200))
def test_any_text_after_a_label_is_taken_or_left_without_a_fault(name: str, text: str) -> None:
    told = drafting(f"{LABELS[name][0]}: {text}")
    assert told is None or told.fields or told.deed


@given(st.text(max_size=300))
def test_no_text_is_too_odd_to_read(text: str) -> None:
    drafting(text)
