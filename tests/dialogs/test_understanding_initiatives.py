"""What a question on a list or an abbreviation says beside its intent: kind, count, and the letters as typed."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.understanding.initiatives import listed
from dialogs.understanding.slots import BodyNames
from dialogs.understanding.text import words
from dialogs.understanding.understand import Reader
from store.records import BodyRecord, PartKind

TODAY = date(2026, 11, 21)
READER = Reader(BodyNames((BodyRecord("oekonomiudvalget", "Økonomiudvalget"), BodyRecord("byraadet", "Byrådet"))))


@pytest.mark.parametrize(
    ("text", "kind", "many"),
    [
        ("hvilke netværksgrupper er der?", "group", None),
        ("Hvilke fire spor har cykelplanen?", "focus_area", 4),
        ("What are the seven priority areas?", "focus_area", 7),
        ("de 12 principper", "principle", 12),
        ("hvad er de tre vigtigste udfordringer", "barrier", 3),
        ("list the phases of the second project", "phase", None),
        ("Hvilke delmål er der i planen?", "goal", None),
        ("hvilke kommuner er med i samarbejdet", "member", None),
        ("name the obstacles to joint purchasing", "barrier", None),
        ("noget helt andet", None, None),
    ],
)
def test_the_kind_and_count_of_a_list(text: str, kind: PartKind | None, many: int | None) -> None:
    assert listed(words(text)) == (kind, many)


@pytest.mark.parametrize("text", ["Hvilke fire spor har cykelplanen?", "What are the four tracks of the plan?"])
def test_a_list_question_carries_both(text: str) -> None:
    read = READER.read(text, TODAY)
    assert (read.intent, read.part, read.many) == ("elements", "focus_area", 4)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("hvad betyder sfo?", "sfo"),
        ("hvad står ØU for?", "ØU"),
        ("what does HovedMED mean", "HovedMED"),
        ("Kan du fortælle mig, hvad KEfU står for?", "KEfU"),
    ],
)
def test_an_abbreviation_is_kept_as_it_was_typed(text: str, short: str) -> None:
    read = READER.read(text, TODAY)
    assert (read.intent, read.topic, read.body) == ("meaning", short, None)


@pytest.mark.parametrize("text", ["hvad betyder rammearkitektur?", "what does the framework agreement mean?"])
def test_a_word_in_full_is_no_abbreviation(text: str) -> None:
    assert READER.read(text, TODAY).intent != "meaning"


@pytest.mark.parametrize(
    "text",
    [
        "hvilke skoler blev lukket",
        "hvilken entreprenør fik opgaven",
        "which contractor was chosen",
        "hvilken rute fik cykelstien",
    ],
)
def test_a_question_on_one_matter_is_no_list(text: str) -> None:
    assert READER.read(text, TODAY).intent != "elements"


def test_the_next_time_is_meant_when_something_is_due() -> None:
    read = READER.read("deadlines in March", TODAY)
    assert (read.intent, read.since, read.until) == ("due", date(2027, 3, 1), date(2027, 3, 31))
