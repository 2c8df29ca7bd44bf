"""Watches by words and by button: one card with a way back, seen by all of a channel, ended by who may."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cards import phrases as p
from cards import verbs
from cards.texts import texts
from dialogs.understanding.slots import BodyNames
from dialogs.understanding.understand import Reader
from dialogs.understanding.watchwords import Wanted, behind, otherwise, wanted
from store.records import Subject
from store.watch_records import MOST_WATCHES, Fresh, Place, Watch
from tests.fakes import matters as m
from tests.fakes.ports import World
from tests.fakes.talk import Talk, buttons

DA, EN = texts("da"), texts("en")
NAMES = BodyNames(m.BODIES)
READER = Reader(NAMES)
TODAY = m.NOW.date()
LOCAL = ZoneInfo("Europe/Copenhagen")


def kept(talk: Talk) -> list[tuple[str, str, str | None, str]]:
    """What is watched for where the talk is, oldest first."""
    scope = talk.scope
    place = Place("t", scope, talk.person.id if scope == "personal" else "c")
    found = talk.world.watches.of(place, Subject(talk.person.id, True, scope, talk.person.grants, "t"))
    return [(one.kind, one.text, one.body, one.events) for one in found]


WANTED = {
    "Sig til, når der besluttes noget om skolestruktur.": Wanted("skolestruktur"),
    "Kan du sige til, hvis der kommer noget om »Åben Havn«, tak": Wanted("Åben Havn"),
    "giv besked når der kommer noget om sag 24/1234": Wanted(case="24/1234"),
    "Følg sagsnr. 15/8020": Wanted(case="15/8020"),
    "hold øje med skolestruktur": Wanted("skolestruktur"),
    "Hold øje med sagen om cykelstien på Havnevej": Wanted("cykelstien på Havnevej"),
    "Kan du holde øje med lån i Økonomiudvalget?": Wanted("lån", body="Økonomiudvalget"),
    "Sig til, når Økonomiudvalget beslutter noget om lån": Wanted("lån", body="Økonomiudvalget"),
    "Sig til når Direktionen beslutter noget": Wanted(body="Direktionen", decided=True),
    "hold øje med alt fra Økonomiudvalget": Wanted(body="Økonomiudvalget"),
    "giv besked når der er nye referater fra Direktionen": Wanted(body="Direktionen"),
    "Giv mig besked, hvis der kommer nye beslutninger fra Direktionen": Wanted(body="Direktionen", decided=True),
    "Sig til, når skolestrukturen kommer på dagsordenen igen": Wanted("skolestrukturen"),
    "Sig til, når skolestrukturen bliver besluttet": Wanted("skolestrukturen", decided=True),
    "følg sagen": Wanted(back=True),
    "Sig til, når der sker noget i sagen": Wanted(back=True),
    "følg punkt 72": Wanted(item="72"),
    "Stop med at følge det": Wanted(back=True),
    "Jeg vil ikke længere have besked om skolestruktur": Wanted("skolestruktur"),
    "Tell me when anything about school closures is decided": Wanted("school closures", decided=True),
    "Let me know when the school closures come up again, please": Wanted("the school closures"),
    "Follow case 24/1234": Wanted(case="24/1234"),
    "Follow this case": Wanted(back=True),
    "Keep an eye on loans in Økonomiudvalget": Wanted("loans", body="Økonomiudvalget"),
    "Tell us when there are new minutes from Økonomiudvalget": Wanted(body="Økonomiudvalget"),
    "Notify me when Direktionen decides anything": Wanted(body="Direktionen", decided=True),
    "Tell me when Direktionen makes decisions on schools": Wanted("schools", body="Direktionen"),
    "Giv mig besked, når Direktionen træffer beslutninger om skoler": Wanted("skoler", body="Direktionen"),
    "Notificer os, når næste referat fra Økonomiudvalget er ude": Wanted(body="Økonomiudvalget"),
    "Hold øje med »Åben Havn« i Direktionen, og giv besked her": Wanted("Åben Havn", body="Direktionen"),
    "Don't follow school closures any more": Wanted("school closures"),
}


@pytest.mark.parametrize("text", WANTED)
def test_what_is_wanted_is_told_from_the_words_behind_the_wording(text: str) -> None:
    read = READER.read(text, TODAY)
    assert (read.command or "").startswith("watch_")
    before, matter = behind(read.typed, read.args.get("sag") or read.args["matter"])
    assert wanted(matter, NAMES, before) == WANTED[text]
    assert not otherwise(matter)


NO_WATCH = (
    "Hvad blev der besluttet om at holde øje med vandstanden?",
    "Hvordan følger man en sag?",
    "Hvem holder øje med budgettet?",
    "Fortæl mig om skolestrukturen",
    "Fortæl mig, hvornår der er møde i Direktionen",
    "Sig mig, hvad der blev besluttet om skolestrukturen",
    "Overvågning af offentlige steder",
    "tv-overvågning på stationen",
    "følgegruppen for havnen",
    "Hvad er nyt?",
    "Nyt rådhus",
    "Hvilke beslutninger er der truffet siden mandag?",
    "What was decided on following up the audit?",
    "Tell me about the school closures",
    "Tell me what was decided when the council met",
    "Watchtower at the harbour",
    "News strategy",
)


@pytest.mark.parametrize("text", NO_WATCH)
def test_questions_stay_questions(text: str) -> None:
    assert READER.read(text, TODAY).command is None


def test_what_only_looks_like_a_watch_is_asked() -> None:
    talk = Talk(m.READER)
    talk.says("tell me if the budget was approved")
    assert kept(talk) == []
    assert talk.last.finding is not None


@pytest.mark.parametrize("text", ["Følg op på budgettet", "Follow up on the budget"])
def test_what_is_to_be_followed_up_is_no_watch(text: str) -> None:
    talk = Talk(m.READER)
    assert "udget" in talk.says(text).text
    assert kept(talk) == []


def test_a_watch_is_set_up_changed_and_taken_back() -> None:
    talk = Talk(m.READER)
    told = talk.says("Sig til, når der besluttes noget om skolestruktur")
    assert told.text.splitlines()[0] == DA.say(p.WATCH_SET_DECIDED, what="»skolestruktur«")
    assert kept(talk) == [("topic", "skolestruktur", None, "decided")]
    wider = talk.presses_titled(DA.say(p.BUTTON_WATCH_ALL))
    assert (wider.replaces, kept(talk)[0][3]) == ("card-1", "all")
    talk.presses_titled(DA.say(p.BUTTON_WATCH_UNDO))
    assert kept(talk)[0][3] == "decided"
    gone = Talk(m.READER, world=talk.world)
    gone.says("hold øje med havnen")
    assert gone.presses_titled(DA.say(p.BUTTON_WATCH_UNDO)).text == DA.say(p.WATCH_ENDED, what="»havnen«")
    assert kept(gone) == [("topic", "skolestruktur", None, "decided")]
    gone.presses_titled(DA.say(p.BUTTON_WATCH_AGAIN))
    assert [row[1] for row in kept(gone)] == ["skolestruktur", "havnen"]


def test_a_notice_stays_when_its_watch_is_ended() -> None:
    talk = Talk(m.READER)
    talk.says("hold øje med havnen")
    (key,) = (watch.key for watch in talk.world.watches.kept.values())
    told = talk.presses(verbs.WATCH_STOP, {"watch": key, "aside": True})
    assert (told.text, told.replaces) == (DA.say(p.WATCH_ENDED, what="»havnen«"), None)


def test_the_same_watch_is_one_and_says_so() -> None:
    talk = Talk(m.READER)
    talk.says("hold øje med skolestruktur")
    again = talk.says("Hold øje med Skolestruktur")
    assert again.text.splitlines()[0] == DA.say(p.WATCH_ALREADY, what="»skolestruktur«")
    assert len(kept(talk)) == 1


def test_the_case_in_talk_is_followed_by_words_and_by_button() -> None:
    talk = Talk(m.READER)
    assert talk.says("følg sagen").text == DA.say(p.WHICH_MATTER)
    talk.says("hvad blev besluttet om salgsprovenuet")
    talk.presses_titled(DA.say(p.BUTTON_FOLLOW))
    assert kept(talk) == [("case", "15/8020", None, "all")]
    other = Talk(m.READER)
    other.says("hvad blev besluttet om salgsprovenuet")
    other.says("Sig til, når der sker noget i sagen")
    assert kept(other) == kept(talk)
    third = Talk(m.READER)
    third.says("følg punkt 72")
    assert kept(third) == kept(talk)


def test_a_closed_item_cannot_be_followed_by_those_who_may_not_see_it() -> None:
    for talk in (Talk(m.READER), Talk(m.MEMBER, "channel")):
        assert talk.presses(verbs.WATCH_ITEM, {"item": "i71"}).text.startswith(DA.say(p.GONE))
        assert kept(talk) == []


def test_a_channel_has_its_own_seen_by_all_and_ended_by_who_may() -> None:
    world = World()
    talk = Talk(m.READER, "channel", world=world)
    talk.says("Hold øje med alt fra Økonomiudvalget")
    other = Talk(m.MEMBER, "channel", world=world)
    listed = other.says("Hvad holder du øje med?")
    assert listed.text.splitlines()[:2] == [
        "Jeg holder øje med 1 ting her.",
        "– Alt fra Økonomiudvalget (Sat op af Anna Jensen, den 21. november 2026)",
    ]
    shown = other.presses_titled("Alt fra Økonomiudvalget")
    assert [one["title"] for one in buttons(shown.card or {})] == [DA.say(p.BUTTON_WATCHES)]
    assert other.says("Stop med at følge Økonomiudvalget").text.startswith(DA.say(p.WATCH_NOT_YOURS))
    assert len(kept(other)) == 1
    secretary = Talk(m.SECRETARY, "channel", world=world)
    assert secretary.says("Stop overvågningen").text.startswith(
        "Jeg holder ikke længere øje med alt fra Økonomiudvalget."
    )
    assert kept(talk) == []
    assert Talk(m.READER, world=world).says("Hvad holder du øje med?").text == DA.say(
        p.WATCHES_NONE, example=DA.quoted(DA.say(p.ASK_WATCH))
    )


def test_a_watch_is_ended_by_words() -> None:
    talk = Talk(m.READER)
    for text in ("hold øje med skolestruktur", "hold øje med lån i Økonomiudvalget", "følg sag 24/1234"):
        talk.says(text)
    assert talk.says("Stop med at følge sag 24/1234").text == DA.say(p.WATCH_ENDED, what="sag 24/1234")
    assert talk.says("Afmeld overvågningen af kunst").text.splitlines()[0] == DA.say(p.WATCH_UNKNOWN, what="»kunst«")
    assert talk.says("Stop overvågningen").text.splitlines()[0] == DA.say(p.WATCH_WHICH)
    talk.says("Jeg vil ikke længere høre om lån")
    assert kept(talk) == [("topic", "skolestruktur", None, "all")]
    talk.says("Følg skolelukninger i stedet for skolestruktur")
    assert kept(talk) == [("topic", "skolelukninger", None, "all")]
    talk.presses_titled(DA.say(p.BUTTON_WATCH_UNDO))
    assert kept(talk) == [("topic", "skolestruktur", None, "all")]


def test_nothing_to_watch_for_is_asked_for() -> None:
    talk = Talk(m.READER)
    for text in ("hold øje med", "Sig til, når der sker noget"):
        assert talk.says(text).text == DA.say(p.WATCH_WHAT, example=DA.quoted(DA.say(p.ASK_WATCH)))


def test_more_than_some_dozens_are_not_taken() -> None:
    talk = Talk(m.READER)
    for number in range(MOST_WATCHES):
        talk.says(f"hold øje med emne {number}")
    assert talk.says("hold øje med havnen").text == DA.say(p.WATCHES_MOST, count=MOST_WATCHES)
    assert len(kept(talk)) == MOST_WATCHES
    listed = talk.says("Hvad holder du øje med?")
    assert "Viser 1–12 af 36." in listed.text
    assert "Viser 13–24 af 36." in talk.presses_titled(DA.say(p.BUTTON_MORE)).text


@pytest.mark.parametrize(
    "data", [{}, {"to": "x"}, {"to": {"kind": "topic", "text": "x" * 999, "events": "all"}}, {"to": {"kind": "all"}}]
)
def test_a_button_that_carries_nothing_sensible_does_nothing(data: dict[str, object]) -> None:
    talk = Talk(m.READER)
    assert talk.presses(verbs.WATCH_ADD, data).text == DA.say(p.GONE)
    assert kept(talk) == []


def test_the_watch_of_another_conversation_is_gone() -> None:
    world = World()
    place = Place("t", "channel", "elsewhere")
    added = world.watches.add(Watch("topic", "havnen"), place, Subject("p-reader", True, "channel"))
    talk = Talk(m.READER, "channel", world=world)
    for verb in (verbs.WATCH, verbs.WATCH_STOP, verbs.WATCH_CHANGE):
        assert talk.presses(verb, {"watch": added.watch.key, "to": added.watch.stored()}).text.startswith(
            DA.say(p.GONE)
        )
    assert len(world.watches.kept) == 1


def test_in_english_it_is_told_in_english() -> None:
    talk = Talk(m.READER, lang="en")
    told = talk.says("Tell me when anything about school closures is decided")
    assert told.text.splitlines()[0] == EN.say(p.WATCH_SET_DECIDED, what="“school closures”")
    (only,) = talk.world.watches.kept.values()
    assert only.lang == "en"


def day(month: int, date: int) -> datetime:
    return datetime(2026, month, date, tzinfo=LOCAL)


NEWS = {
    "Hvad er nyt siden mandag?": (day(11, 16), None),
    "Hvad er der kommet siden i går?": (day(11, 20), None),
    "Nyt fra Økonomiudvalget siden 1. oktober": (day(10, 1), "oekonomiudvalget"),
    "Ugens nyheder": (day(11, 16), None),
    "Nye referater siden mandag": (day(11, 16), None),
    "What's new since Monday?": (day(11, 16), None),
    "What is new in Økonomiudvalget since 1 October?": (day(10, 1), "oekonomiudvalget"),
    "New minutes since Monday": (day(11, 16), None),
}


@pytest.mark.parametrize("text", NEWS)
def test_what_is_new_is_asked_by_when_it_was_stored(text: str) -> None:
    talk = Talk(m.READER)
    talk.world.papers.fresh = Fresh((m.TARIFFS, m.PROCEEDS), 2, (m.STRATEGY,))
    message = talk.says(text)
    since, _until, body = talk.world.papers.asked[0]
    assert (since, body) == NEWS[text]
    assert "Takstblad for 2027" in message.text
    assert message.text.splitlines()[0].startswith(("Der er kommet 2 punkter", "2 items have come in"))
    assert talk.last.asked is not None
    assert talk.last.finding is not None
    assert [item.key for item in talk.last.finding.items] == [m.TARIFFS.key, m.PROCEEDS.key]


DECISIONS = {
    "Ugens beslutninger": ("2026-11-16", "2026-11-21", None),
    "Månedens beslutninger": ("2026-11-01", "2026-11-21", None),
    "Beslutninger siden mandag": ("2026-11-16", None, None),
    "Sidste måneds beslutninger i Direktionen": ("2026-10-01", "2026-10-31", "Direktionen"),
    "Decisions last month in Direktionen": ("2026-10-01", "2026-10-31", "Direktionen"),
    "This week's decisions": ("2026-11-16", "2026-11-21", None),
    "last week's decisions": ("2026-11-09", "2026-11-15", None),
}


@pytest.mark.parametrize("text", DECISIONS)
def test_decisions_are_asked_by_the_day_of_the_meeting(text: str) -> None:
    talk = Talk(m.READER)
    talk.says(text)
    query = talk.world.queries[-1]
    since, until, body = DECISIONS[text]
    assert (query.intent, query.topic, query.body) == ("decisions_list", "", body)
    assert str(query.since) == since
    assert until is None or str(query.until) == until


def test_the_list_of_news_is_leafed_through() -> None:
    talk = Talk(m.READER)
    talk.world.papers.fresh = Fresh((m.PROCEEDS, m.FREE_TOWN, m.ANY_OTHER) * 4, 12, (m.STRATEGY,))
    assert "Strategiplan" not in talk.says("Hvad er nyt siden mandag?").text
    rest = talk.presses_titled(DA.say(p.BUTTON_MORE))
    assert rest.text.count("Eventuelt") == 2
    assert "Strategiplan 2013" in rest.text


@pytest.mark.parametrize("data", [{}, {"since": "x", "from": 0}, {"since": "2026-11-16", "from": -1}, {"from": 3}])
def test_a_button_for_news_without_a_day_does_nothing(data: dict[str, object]) -> None:
    assert Talk(m.READER).presses(verbs.NEWS, data).text == DA.say(p.GONE)


def test_of_a_time_long_gone_the_meetings_are_meant() -> None:
    talk = Talk(m.READER)
    talk.says("Hvad er nyt i oktober 2015?")
    query = talk.world.queries[-1]
    assert (query.intent, str(query.since), str(query.until)) == ("decisions_list", "2015-10-01", "2015-10-31")


def test_nothing_new_says_so() -> None:
    talk = Talk(m.READER)
    told = talk.says("Hvad er nyt fra Direktionen siden mandag?")
    assert told.text == "Der er ikke kommet noget nyt fra Direktionen siden den 16. november 2026."


ALL_ENDED = (
    "Afmeld alt",
    "afmeld alle overvågninger",
    "Slet mine abonnementer",
    "Stop med at følge alt",
    "Jeg vil ikke have flere beskeder",
    "stop all watches",
    "Unsubscribe from everything",
    "Can you remove all my watches, please?",
)


@pytest.mark.parametrize("text", ALL_ENDED)
def test_all_watches_are_asked_about_and_ended_at_once(text: str) -> None:
    talk = Talk(m.READER)
    talk.says("hold øje med havnen")
    talk.says("hold øje med skolestruktur")
    asked = talk.says(text)
    t = EN if text in ALL_ENDED[5:] else DA
    assert asked.text.splitlines()[0] == t.say(p.CONFIRM_WATCH_STOP_ALL, count=2)
    assert len(kept(talk)) == 2
    done = talk.presses_titled(t.say(p.BUTTON_WATCH_STOP_ALL))
    assert (done.text, kept(talk)) == (t.say(p.WATCHES_ENDED, count=2), [])


def test_yes_ends_all_watches_and_no_ends_none() -> None:
    talk = Talk(m.READER)
    talk.says("hold øje med havnen")
    talk.says("afmeld alt")
    talk.says("nej")
    talk.says("ja")
    assert len(kept(talk)) == 1
    talk.says("afmeld alt")
    assert talk.says("ja").text == DA.say(p.WATCHES_ENDED, count=1)
    assert kept(talk) == []
    assert talk.says("afmeld alt").text.startswith("Jeg holder ikke øje med noget")


def test_all_in_a_channel_are_all_of_ones_own() -> None:
    mine = Talk(m.READER, "channel")
    mine.says("hold øje med havnen")
    Talk(m.MEMBER, "channel", world=mine.world).says("hold øje med skolestruktur")
    assert mine.says("afmeld alt").text.splitlines()[0] == DA.say(p.CONFIRM_WATCH_STOP_ALL, count=1)
    told = mine.says("ja").text
    assert told.splitlines()[0] == f"{DA.say(p.WATCHES_ENDED, count=1)} {DA.say(p.WATCHES_LEFT, count=1)}"
    assert [row[1] for row in kept(mine)] == ["skolestruktur"]


def test_what_is_named_is_ended_and_not_all() -> None:
    talk = Talk(m.READER)
    for matter in ("havnen", "skolestruktur", "alt fra Direktionen"):
        talk.says(f"hold øje med {matter}")
    talk.says("Afmeld skolestruktur")
    talk.says("Afmeld alt fra Direktionen")
    assert [row[1] for row in kept(talk)] == ["havnen"]
