"""Weekly and personal reminders say what holds when they leave; lines are ticked off in place, once, by who may."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from cards import verbs
from cards.parts import LIMIT, weight
from dialogs.turn import Message
from store.agenda.records import Named
from store.database import Database
from store.followup_records import FollowUp
from store.records import Lang
from tests.fakes.agenda import ANNA, BO, CILLE, ODA
from tests.fakes.minutes import Paper
from tests.fakes.reminded import MONDAY, TODAY, WEEKLY, Reminded
from tests.fakes.talk import buttons

PROMISES = replace(WEEKLY, sections=("overdue", "due_soon"))
MINE = Named("Anna Holm", "p-anna")


@pytest.fixture
def house(sqlite_db: Database) -> Reminded:
    return Reminded(sqlite_db)


def lines(message: Message | None) -> list[str]:
    return [] if message is None else [one[2:] for one in message.text.splitlines() if one.startswith("– ")]


def first(message: Message | None) -> str:
    return "" if message is None else message.text.splitlines()[0]


def titled(message: Message | None, title: str) -> list[dict[str, object]]:
    """What the buttons of this title carry."""
    assert message is not None
    return [dict(each["data"]) for each in buttons(message.card or {}) if each["title"] == title]


def entry(one: FollowUp, stage: str, count: int = 0) -> str:
    assert one.due is not None
    return f"{one.id}:{one.due.isoformat()}:{stage}:{count}"


@pytest.mark.parametrize(
    ("lang", "state", "said"),
    [
        ("da", "1 overskredet, 2 i denne uge, 1 senere.", [
            "Cykler (HR-chefen · 5 dage over fristen)", "Skilte (ingen ansvarlig endnu · i dag)",
            "Møde i Direktionen (torsdag den 3. december kl. 8.30)", "Taget (Anna Holm · onsdag den 9. december)",
        ]),
        ("en", "1 overdue, 2 this week, 1 later.", [
            "Cykler (HR-chefen · 5 days overdue)", "Skilte (nobody responsible yet · today)",
            "Meeting: Direktionen (Thursday 3 December at 8:30)", "Taget (Anna Holm · Wednesday 9 December)",
        ]),
    ],
)  # fmt: skip
def test_the_first_sentence_says_the_state_and_each_line_what_who_when(
    house: Reminded, lang: Lang, state: str, said: list[str]
) -> None:
    house.promise("Cykler", -5)
    house.promise("Skilte", 0, responsible=None)
    house.promise("Taget", 9, responsible=MINE)
    digest = house.weekly(
        replace(WEEKLY, bodies=("direktion",), lang=lang, sections=("overdue", "due_soon", "meetings"), horizon=10)
    )
    message = house.sent(digest)
    assert (first(message), lines(message)) == (state, said)


def test_an_empty_week_is_silence_unless_it_was_asked_for(house: Reminded) -> None:
    digest = house.weekly(PROMISES)
    assert house.sent(digest) is None
    assert first(house.sent(digest, asked=True)) == "Der er ikke noget at minde om frem til 14. december."
    spoken = house.digests.change(replace(digest, say_nothing=False), replace(CILLE, audience="channel"))
    assert house.sent(spoken) is not None


def test_a_pause_is_silence_up_to_its_day_and_what_is_asked_for_comes(house: Reminded) -> None:
    house.promise("Cykler", -5)
    digest = house.weekly(replace(PROMISES, paused_until=TODAY + timedelta(days=7)))
    assert house.sent(digest) is None
    assert house.sent(digest, asked=True) is not None
    assert house.sent(digest, now=MONDAY + timedelta(days=7)) is not None


def test_the_state_is_drawn_and_said(house: Reminded) -> None:
    for title, days in (("a", -3), ("b", -2), ("c", 1)):
        house.promise(title, days)
    message = house.sent(house.weekly(PROMISES))
    assert message is not None
    assert message.card is not None
    bar = next(node for node in message.card["body"] if node["type"] == "ColumnSet")
    assert [(one["style"], one["width"]) for one in bar["columns"]] == [("attention", 67), ("warning", 33)]
    assert first(message) == "2 overskredne, 1 i denne uge."


def test_at_most_fifteen_lines_and_the_rest_a_page_at_a_time(house: Reminded) -> None:
    for number in range(48):
        house.promise(f"Opgave {number:02} " + "med en lang beskrivelse " * 4, -number - 1)
    message = house.sent(house.weekly(PROMISES))
    assert message is not None
    assert message.card is not None
    assert (first(message), len(lines(message))) == ("48 overskredne.", 15)
    assert weight(message.card) <= LIMIT
    talk = house.talk(CILLE, "channel")
    (rest,) = titled(message, "Vis alle (48)")
    shown = talk.presses(verbs.DIGEST_ALL, rest)
    assert shown.replaces is None
    assert len(lines(shown)) == 15
    assert shown.card is not None
    assert weight(shown.card) <= LIMIT
    assert [len(lines(talk.presses_titled("Vis flere"))) for _ in range(2)] == [15, 3]


def test_two_people_tick_off_the_card_shows_it_and_the_next_one_lacks_them(house: Reminded) -> None:
    for title, more in (("Cykler", {"responsible": MINE}), ("Skilte", {}), ("Taget", {})):
        house.promise(title, -5, **more)
    digest = house.weekly(PROMISES)
    bikes, signs, _ = titled(house.sent(digest), "Færdig")
    house.now += timedelta(hours=2)
    anna = house.talk(ANNA, "channel").presses(verbs.DIGEST_TICK, bikes)
    assert (anna.replaces, first(anna)) == ("card-1", "2 overskredne, 1 færdig.")
    cille = house.talk(CILLE, "channel").presses(verbs.DIGEST_TICK, signs)
    assert lines(cille) == [
        "Cykler (meldt færdig af Anna Holm)", "Skilte (meldt færdig af Cille Ærø)",
        "Taget (HR-chefen · 5 dage over fristen)",
    ]  # fmt: skip
    after = house.sent(digest, now=MONDAY + timedelta(days=7))
    assert lines(after) == ["Taget (HR-chefen · 12 dage over fristen)"]
    assert after is not None
    assert "2 opfølgninger er blevet færdige den seneste uge." in after.text


def test_pressed_twice_or_by_two_it_is_done_once_and_told_kindly(house: Reminded) -> None:
    made = house.promise("Cykler", -5, responsible=MINE)
    (tick,) = titled(house.sent(house.weekly(PROMISES)), "Færdig")
    anna = house.talk(ANNA, "channel")
    assert anna.presses(verbs.DIGEST_TICK, tick).text == anna.presses(verbs.DIGEST_TICK, tick).text
    told = house.talk(CILLE, "channel").presses(verbs.DIGEST_TICK, tick)
    assert told.text.splitlines()[1] == "Anna Holm havde allerede meldt »Cykler« færdig."
    assert [one.action for one in house.follow_ups.history(made.id, CILLE)] == ["create", "done"]


def test_who_may_not_is_told_so_and_the_card_stays(house: Reminded) -> None:
    made = house.promise("Cykler", -5, responsible=MINE)
    (tick,) = titled(house.sent(house.weekly(PROMISES)), "Færdig")
    bo = house.talk(BO, "channel")
    told = bo.presses(verbs.DIGEST_TICK, tick)
    assert told.text == (
        "Kun den ansvarlige, den, der oprettede opfølgningen, og sekretærer kan melde »Cykler« færdig. Intet er ændret."
    )
    assert (told.replaces, told.card, bo.last.aside) == (None, None, True)
    assert house.follow_ups.follow_up(made.id, CILLE).version == 1


def test_what_was_changed_meanwhile_is_shown_anew_a_note_is_no_obstacle(house: Reminded) -> None:
    moved, noted = house.promise("Cykler", -5), house.promise("Skilte", -4)
    first_, second = titled(house.sent(house.weekly(PROMISES)), "Færdig")
    house.follow_ups.act(moved.id, 1, "change", CILLE, fields={"due": TODAY + timedelta(days=2)})
    house.follow_ups.act(noted.id, 1, "note", CILLE, comment="Ringet")
    cille = house.talk(CILLE, "channel")
    told = cille.presses(verbs.DIGEST_TICK, first_)
    assert told.text.splitlines()[1] == ("»Cykler« er ændret, siden beskeden blev sendt. Her er, hvordan den står nu.")
    assert house.follow_ups.follow_up(moved.id, CILLE).state == "open"
    assert first(cille.presses(verbs.DIGEST_TICK, second)) == "Intet overskredet, 1 i denne uge, 1 færdig."


def test_a_tick_is_taken_back_and_what_recurs_says_when_it_is_due_again(house: Reminded) -> None:
    house.promise("Cykler", -5)
    house.promise("Nøgletal", -1, recurrence="monthly")
    digest = house.weekly(PROMISES)
    bikes, figures = titled(house.sent(digest), "Færdig")
    cille = house.talk(CILLE, "channel")
    cille.presses(verbs.DIGEST_TICK, figures)
    ticked = cille.presses(verbs.DIGEST_TICK, bikes)
    assert "Nøgletal (meldt færdig af Cille Ærø, næste gang tirsdag den 29. december)" in lines(ticked)
    assert len(titled(ticked, "Fortryd")) == 1
    back = cille.presses_titled("Fortryd")
    assert first(back) == "1 overskredet, 1 færdig."


def test_a_reminder_that_was_deleted_still_takes_the_tick(house: Reminded) -> None:
    made = house.promise("Cykler", -5)
    digest = house.weekly(PROMISES)
    (tick,) = titled(house.sent(digest), "Færdig")
    channel = replace(CILLE, audience="channel")
    house.digests.remove(digest.key, channel)
    assert house.talk(CILLE, "channel").presses(verbs.DIGEST_TICK, tick).text == "»Cykler« er meldt færdig."
    assert house.follow_ups.follow_up(made.id, CILLE).state == "done"


@pytest.mark.parametrize("data", [{}, {"digest": "x", "built": "nu", "id": [], "version": None}, {"built": 10**12}])
def test_a_forged_click_changes_nothing(house: Reminded, data: dict[str, object]) -> None:
    house.promise("Cykler", -5)
    for verb in (verbs.DIGEST_TICK, verbs.DIGEST_ALL, verbs.REMINDER_DONE, verbs.REMINDER_LATER):
        assert house.talk(ANNA, "channel").presses(verb, data).text


def test_a_morning_is_one_message_with_what_still_holds(house: Reminded) -> None:
    late = house.promise("Svar til borgerne", -2, responsible=MINE)
    soon = house.promise("Taget", 3, responsible=MINE)
    done = house.promise("Skilte", 0, responsible=MINE)
    moved = house.promise("Havnen", 0, responsible=MINE)
    later = house.promise("Cykler", 0, responsible=MINE)
    entries = [entry(late, "overdue", 1), *(entry(one, "day") for one in (soon, done, moved, later))]
    house.follow_ups.act(done.id, 1, "done", ANNA)
    house.follow_ups.act(moved.id, 1, "change", CILLE, fields={"due": TODAY + timedelta(days=1)})
    house.follow_ups.act(later.id, 1, "snooze", ANNA, to=TODAY + timedelta(days=1))
    message = house.reminded(ANNA, *entries)
    assert first(message) == "Du har 2 opfølgninger at huske."
    assert lines(message) == ["Svar til borgerne (2 dage over fristen)", "Taget (torsdag den 3. december)"]
    assert house.reminded(BO, *entries) is None
    assert house.reminded(ANNA, entry(done, "day"), "snavs") is None


def test_done_and_put_off_show_on_the_reminder(house: Reminded) -> None:
    late = house.promise("Svar til borgerne", -2, responsible=MINE)
    soon = house.promise("Taget", 3, responsible=MINE)
    message = house.reminded(ANNA, entry(late, "overdue", 1), entry(soon, "before"))
    anna = house.talk(ANNA)
    told = anna.presses(verbs.REMINDER_DONE, titled(message, "Færdig")[0])
    assert (told.replaces, first(told)) == ("card-1", "Husk »Taget«: torsdag den 3. december.")
    after = anna.presses_titled("Udsæt en uge")
    assert first(after) == "Tak, så er der ikke mere for nu."
    assert lines(after) == ["Svar til borgerne (færdig)", "Taget (udsat til mandag den 7. december)"]
    assert house.follow_ups.follow_up(soon.id, ANNA).snoozed_to == date(2026, 12, 7)


def test_a_secretary_is_told_who_has_not_answered(house: Reminded) -> None:
    one = house.promise("Cykler", -22, responsible=Named("Bo Lind", "p-bo"))
    message = house.reminded(CILLE, entry(one, "secretary", 3))
    assert first(message) == "1 opfølgning er ikke besvaret efter to påmindelser."
    assert lines(message) == ["Cykler (22 dage over fristen · venter på Bo Lind)"]
    assert house.reminded(ODA, entry(one, "secretary", 3)) is None


def test_a_case_closed_on_friday_is_not_named_on_monday(sqlite_db: Database) -> None:
    friday = datetime(2026, 11, 27, 14, tzinfo=UTC)
    house = Reminded(sqlite_db, friday)
    paper = Paper()
    items = [paper.item(1, "Salg af grunden", decision="Godkendt.")]
    house.shelved.take(paper.minutes(items, body="Direktionen", on=date(2026, 11, 19)))
    key = next(one for one in house.shelved.item_keys() if "2026-11-19" in one)
    house.promise("Sælg grunden", 3, item_key=key)
    digest = house.weekly(replace(WEEKLY, bodies=("direktion",), sections=("overdue", "due_soon", "decisions")))
    assert lines(house.sent(digest, now=friday)) == [
        "Sælg grunden (HR-chefen · mandag den 30. november)",
        "Salg af grunden (Direktionen · 19. november 2026)",
    ]
    house.shelved.library.set_item_access(key, "closed", CILLE)
    assert house.sent(digest, now=MONDAY) is None
    assert house.sent(digest, now=MONDAY, asked=True) is not None
    assert lines(house.sent(digest, now=MONDAY, asked=True)) == []
