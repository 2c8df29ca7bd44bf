"""Five weeks of a municipality, over Easter and the change of clocks, as its channels and people hear them."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from store.agenda.records import Named
from store.calendar import local
from tests.fakes.municipality import Municipality, spring

ANNA, BO = Named("Anna Jensen", "p-anna"), Named("Bo Sørensen", "p-bo")
SALE = "Salg af grunden ved havnen"
Said = dict[tuple[str, str], list[str]]


def lived(town: Municipality, until: date) -> Said:
    """What was said: (place, local day and hour) to the state and the lines."""
    found: Said = {}
    for one in town.live(until):
        due = local(one.occurrence.due_at)
        told = one.text.splitlines()
        lines = [line[2:] for line in told if line.startswith("– ")]
        found[one.occurrence.recipient + f" {one.occurrence.subscription.kind}", f"{due:%a %d.%m %H:%M}"] = [
            told[0], *lines
        ]  # fmt: skip
    return found


def of(said: Said, place: str) -> dict[str, list[str]]:
    return {when: lines for (where, when), lines in said.items() if where == place}


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> Said:
    """The five weeks: done, put off, closed and ticked off on the way."""
    folder: Path = tmp_path_factory.mktemp("town")
    town = spring(folder)
    town.decided("Direktionen", SALE, date(2027, 3, 4))
    policy = town.promise("Personalepolitik", date(2027, 2, 26))
    answer = town.promise("Svar til tillidsrepræsentanterne", date(2027, 3, 10), who=ANNA)
    town.promise("Statusnotat om taget", date(2027, 3, 17), "skoleudvalg", ANNA)
    town.promise("Tilbud på solceller", date(2027, 3, 25), "teknikudvalg", BO)
    town.promise("Budgetopfølgning", date(2027, 3, 31), "oekonomiudvalg", Named("Økonomichefen"))
    figures = town.promise("Nøgletal", date(2027, 3, 15), who=ANNA, recurrence="weekly")
    town.promise("Skriv til køberen", date(2027, 3, 24), item=town.item(SALE))
    town.weekly("19:ledelse", 0, time(8), bodies=("direktion", "oekonomiudvalg"))
    town.weekly("19:skole", 0, time(8), "before", bodies=("skoleudvalg",))
    town.weekly("19:alle", 3, time(14), "skip", sections=("overdue", "due_soon"))
    town.weekly("19:english", 4, time(9), "before", lang="en", bodies=("teknikudvalg",))
    town.weekly("19:stille", 1, time(8), bodies=("byraad",), sections=("overdue", "due_soon"))
    town.weekly("p-anna", 0, time(8), audience="personal", mine=True)
    said = lived(town, date(2027, 3, 12))
    town.act(answer, "done")
    said |= lived(town, date(2027, 3, 19))
    town.act(figures, "done")
    town.act(policy, "snooze", to=date(2027, 4, 5))
    town.world.library.set_item_access(town.item(SALE), "closed", town.subject(audience="personal"))
    said |= lived(town, date(2027, 4, 12))
    town.world.close()
    return said


def test_monday_comes_at_eight_on_either_side_of_the_clock_change_and_after_easter_monday(weeks: Said) -> None:
    assert list(of(weeks, "19:ledelse digest")) == [
        "Mon 08.03 08:00", "Mon 15.03 08:00", "Mon 22.03 08:00", "Tue 30.03 08:00", "Mon 05.04 08:00", "Mon 12.04 08:00"
    ]  # fmt: skip


def test_holidays_move_it_as_chosen(weeks: Said) -> None:
    # Maundy Thursday is 25 March: skipped by one, and the two days after it and Monday come on the Wednesday before.
    assert list(of(weeks, "19:alle digest")) == [
        "Thu 11.03 14:00", "Thu 18.03 14:00", "Thu 01.04 14:00", "Thu 08.04 14:00"
    ]  # fmt: skip
    assert "Wed 24.03 08:00" in of(weeks, "19:skole digest")
    assert list(of(weeks, "19:english digest"))[2] == "Wed 24.03 09:00"


def test_the_management_hears_each_week_what_is_late_and_what_comes(weeks: Said) -> None:
    told = of(weeks, "19:ledelse digest")
    assert told["Mon 08.03 08:00"] == [
        "1 overskredet, 3 i denne uge, 3 senere, 1 ny beslutning.",
        "Personalepolitik (HR-chefen · 10 dage over fristen)",
        "Frist for punkter til Økonomiudvalget (i morgen kl. 12.00)",
        "Svar til tillidsrepræsentanterne (Anna Jensen · onsdag den 10. marts)",
        "Møde i Direktionen (torsdag den 11. marts kl. 8.30)",
        "Nøgletal (Anna Jensen · mandag den 15. marts)",
        "Møde i Økonomiudvalget (tirsdag den 16. marts kl. 14.00)",
        "Frist for punkter til Direktionen (torsdag den 18. marts kl. 12.00)",
        f"{SALE} (Direktionen · 4. marts 2027)",
    ]
    assert told["Mon 15.03 08:00"][:3] == [
        "1 overskredet, 3 i denne uge, 2 senere.",
        "Personalepolitik (HR-chefen · 17 dage over fristen)",
        "Nøgletal (Anna Jensen · i dag)",
    ]
    assert "Skriv til køberen (HR-chefen · onsdag den 24. marts)" in told["Mon 15.03 08:00"]
    # The case was closed on Friday, the policy put off to after Easter, the figures are due again.
    assert told["Mon 22.03 08:00"] == [
        "Intet overskredet, 2 i denne uge, 2 senere.",
        "Nøgletal (Anna Jensen · i dag)",
        "Møde i Direktionen (torsdag den 25. marts kl. 8.30)",
        "Budgetopfølgning (Økonomichefen · onsdag den 31. marts)",
        "Frist for punkter til Direktionen (torsdag den 1. april kl. 12.00)",
    ]
    assert told["Tue 30.03 08:00"][:3] == [
        "1 overskredet, 2 i denne uge, 3 senere.",
        "Nøgletal (Anna Jensen · 8 dage over fristen)",
        "Budgetopfølgning (Økonomichefen · i morgen)",
    ]
    assert told["Mon 05.04 08:00"][:2] == [
        "3 overskredne, 2 i denne uge, 2 senere.", "Personalepolitik (HR-chefen · 38 dage over fristen)"
    ]  # fmt: skip


def test_a_week_without_anything_to_say_is_silent(weeks: Said) -> None:
    assert of(weeks, "19:stille digest") == {}


def test_english_is_english(weeks: Said) -> None:
    assert of(weeks, "19:english digest")["Fri 12.03 09:00"] == [
        "Nothing overdue, 2 later.", "Meeting: Teknikudvalget (Monday 15 March at 15:00)",
        "Tilbud på solceller (Bo Sørensen · Thursday 25 March)",
    ]  # fmt: skip


def test_whoever_has_a_weekly_reminder_of_their_own_is_not_told_twice_a_morning(weeks: Said) -> None:
    weekly, single = of(weeks, "p-anna digest"), of(weeks, "p-anna followup")
    assert weekly["Mon 15.03 08:00"] == [
        "Intet overskredet, 2 i denne uge.", "Nøgletal (i dag)", "Statusnotat om taget (onsdag den 17. marts)"
    ]  # fmt: skip
    assert set(weekly) & set(single) == set()
    assert single == {
        "Wed 10.03 08:00": ["Du har 2 opfølgninger at huske.", "Svar til tillidsrepræsentanterne (i dag)",
                            "Nøgletal (mandag den 15. marts)"],
        "Thu 11.03 08:00": ["Husk »Svar til tillidsrepræsentanterne«: 1 dag over fristen."],
        "Fri 12.03 08:00": ["Husk »Statusnotat om taget«: onsdag den 17. marts."],
        "Tue 16.03 08:00": ["Husk »Nøgletal«: 1 dag over fristen."],
        "Wed 17.03 08:00": ["Husk »Statusnotat om taget«: i dag."],
        "Thu 18.03 08:00": ["Husk »Statusnotat om taget«: 1 dag over fristen."],
        "Tue 23.03 08:00": ["Husk »Nøgletal«: 1 dag over fristen."],
    }  # fmt: skip


def test_reminders_of_a_promise_end_in_mondays_and_know_the_holidays(weeks: Said) -> None:
    assert of(weeks, "p-bo followup") == {
        "Mon 22.03 08:00": ["Husk »Tilbud på solceller«: torsdag den 25. marts."],
        # It is due on Maundy Thursday: the day worked before.
        "Wed 24.03 08:00": ["Husk »Tilbud på solceller«: i morgen."],
        "Tue 30.03 08:00": ["Husk »Tilbud på solceller«: 5 dage over fristen."],
        "Mon 05.04 08:00": ["Husk »Tilbud på solceller«: 11 dage over fristen."],
        "Mon 12.04 08:00": ["Husk »Tilbud på solceller«: 18 dage over fristen."],
    }


def test_a_secretary_hears_of_each_once_a_month_and_never_of_silence_that_was_not(weeks: Said) -> None:
    told = of(weeks, "p-cille followup")
    assert told["Tue 30.03 08:00"] == [
        "1 opfølgning er ikke besvaret efter to påmindelser.",
        "Statusnotat om taget (13 dage over fristen · venter på Anna Jensen)",
        "Skriv til køberen (6 dage over fristen · venter på HR-chefen)",
    ]
    named = [line.partition(" (")[0] for lines in told.values() for line in lines[1:]]
    assert sorted(named) == sorted(set(named))
