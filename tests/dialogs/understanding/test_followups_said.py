"""What is said of a follow-up: title, who, day and rhythm; and each wording is read as its command."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.understanding.followupdays import due_in
from dialogs.understanding.followupsaid import Wish, note_in, who_in, whom_in, why_in, wish_in
from dialogs.understanding.slots import BodyNames
from dialogs.understanding.understand import Reader
from dialogs.understanding.wordings import wordings
from store.records import BodyRecord

TODAY = date(2026, 11, 22)
READER = Reader(BodyNames((BodyRecord("direktion", "Direktionen"), BodyRecord("lederforum", "Lederforum"))))


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("husk at følge op på talentudvikling den 5. november, ansvarlig er HR-chefen",
         Wish("Følg op på talentudvikling", "HR-chefen", due=date(2027, 11, 5))),
        ("opfølgning: notat om taget, Bo Madsen, senest fredag",
         Wish("Notat om taget", "Bo Madsen", due=date(2026, 11, 27))),
        ("remind us to report on the roof by 1 March, responsible is Bo",
         Wish("Report on the roof", "Bo", due=date(2027, 3, 1))),
        ("følg løbende op på sygefraværet", Wish("Følg op på sygefraværet", recurrence="ongoing")),
        ("Husk at følge op på sygefraværet hver måned", Wish("Følg op på sygefraværet", recurrence="monthly")),
        ("mind mig om at sende notatet om 14 dage", Wish("Sende notatet", myself=True, due=date(2026, 12, 6))),
        ("Husk at søge 2 mio. kr., tovholder: Økonomichefen, inden jul",
         Wish("Søge 2 mio. kr", "Økonomichefen", due=date(2026, 12, 24))),
        ("follow up on talent development every quarter, owner: HR director",
         Wish("Follow up on talent development", "HR director", recurrence="quarterly")),
        ("vi skal følge op på trivselsundersøgelsen inden udgangen af marts med Bo som ansvarlig",
         Wish("Følg op på trivselsundersøgelsen", "Bo", due=date(2027, 3, 31))),
        ("husk at følge op på budgettet for 2027 i januar",
         Wish("Følg op på budgettet for 2027", due=date(2027, 1, 31))),
        ("opfølgning på tagrenovering, mig, i morgen",
         Wish("Følg op på tagrenovering", myself=True, due=date(2026, 11, 23))),
        ("ny opfølgning", Wish("")),
        ("opfølgning på LUP 2015", Wish("Følg op på LUP 2015", asked=False)),
    ],
)  # fmt: skip
def test_what_who_when_and_how_often(text: str, wish: Wish) -> None:
    assert wish_in(text, TODAY) == wish


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("udsæt til fredag", date(2026, 11, 27)),
        ("til søndag", date(2026, 11, 29)),
        ("before Friday", date(2026, 11, 26)),
        ("udsæt en uge", date(2026, 11, 29)),
        ("om en måned", date(2026, 12, 22)),
        ("in two weeks", date(2026, 12, 6)),
        ("senest 1/3", date(2027, 3, 1)),
        ("senest den 5.", date(2026, 12, 5)),
        ("ultimo januar", date(2027, 1, 31)),
        ("i uge 50", date(2026, 12, 11)),
        ("inden jul", date(2026, 12, 24)),
        ("by the end of March", date(2027, 3, 31)),
        ("en gang til", None),
    ],
)
def test_days_lie_ahead(text: str, day: date | None) -> None:
    found = due_in(text, TODAY)
    assert (found.day if found is not None else None) == day


def test_changes_in_words() -> None:
    assert note_in("notér: Bo har ringet") == "Bo har ringet"
    assert note_in("notat om taget") == ""
    assert whom_in("giv den til Bo Madsen, han har tid") == ("Bo Madsen", "han har tid")
    assert who_in("ansvarlig er Bo") == "Bo"
    assert why_in("drop den, fordi sagen er lukket") == "sagen er lukket"


@pytest.mark.parametrize(
    ("name", "example"),
    [(one.name, one.example) for one in wordings().commands if one.name.startswith("followup")],
)
def test_each_wording_is_its_command(name: str, example: str) -> None:
    assert READER.read(example, TODAY).command == name


@pytest.mark.parametrize(
    "text",
    [
        "Hvem følger op på sygefraværet?",
        "hvad er seneste budgetopfølgning?",
        "Hvad blev besluttet om opfølgning på trivselsmålingen?",
        "hvilke opgaver har direktionen",
        "er skolestrukturen færdig?",
        "hvad er forsinket i projektet om materielgården?",
        "What was decided on following up the audit?",
        "budget follow-up September 2015: decision of the executive board",
    ],
)
def test_questions_on_decisions_stay_questions(text: str) -> None:
    assert READER.read(text, TODAY).command is None


@given(st.text(max_size=300))
def test_any_text_is_taken_apart(text: str) -> None:
    wish = wish_in(f"husk at {text}", TODAY)
    assert len(wish.title) <= len(text) + 20
