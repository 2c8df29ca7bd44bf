"""An agenda item is registered by card and in words, over a real store: nothing is lost, nothing is done twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count

import pytest

from bot.world import World
from cards import verbs
from cards.parts import LIMIT, weight
from dialogs.turn import FileOffer, Message
from store.agenda.records import AgendaItem
from store.records import Lang, Subject
from tests.fakes.registering import CILLE, furnished, held, press, speaking, titles
from tests.fakes.talk import Talk

BOARD = "m:direktion-2026-12-03"
_NUMBERS = count(1)


class Writer:
    """Who writes in the test that runs: somebody new in each, since the store is furnished once for all of them."""

    id = ""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    found = furnished(tmp_path_factory.mktemp("registering") / "store.db")
    yield found
    found.close()


@pytest.fixture(autouse=True)
def _somebody_new() -> None:
    Writer.id = stranger_id()


def stranger_id() -> str:
    return f"00000000-0000-0000-0001-{next(_NUMBERS):012d}"


@pytest.fixture
def talk(world: World) -> Talk:
    return speaking(world, Writer.id)


def subject() -> Subject:
    return Subject(Writer.id, True, "personal", (), "t")


def mine(world: World) -> AgendaItem:
    (item,) = world.ports.agenda.mine(subject(), alive=False)
    return item


def filled(talk: Talk) -> Message:
    """Everything that an item needs, through all steps."""
    talk.says("opret dagsordenspunkt")
    press(talk, "Næste", place=BOARD, title="Ny skolestruktur", case_number="26/1234", type="decision")
    press(talk, "Næste", description="Elevtallet falder.", finance="Ingen merudgift.", assessment="Tre skoler er nok.")
    press(talk, "Næste", recommendations="1. at Bakkerup Skole lukkes\n2) at eleverne flyttes", presenter="Bo",
          minutes="20")  # fmt: skip
    return press(talk, "Læs det igennem")


def test_an_item_goes_through_five_steps_to_the_secretary(world: World, talk: Talk) -> None:
    review = filled(talk)
    assert review.text.startswith("Dagsordenspunkt, trin 5 af 5: læs igennem og indsend")
    assert "Indstilling: 1. at Bakkerup Skole lukkes 2. at eleverne flyttes" in review.text
    assert review.replaces == "card-1"
    receipt = press(talk, "Indsend")
    assert receipt.text.split("\n")[0] == "»Ny skolestruktur« er indsendt."
    assert titles(receipt) == ["Se det", "Tag det tilbage", "Nyt dagsordenspunkt"]
    item = mine(world)
    assert (item.state, item.title, item.case_number, item.minutes) == (
        "submitted", "Ny skolestruktur", "26/1234", 20,
    )  # fmt: skip
    assert item.recommendations == ("at Bakkerup Skole lukkes", "at eleverne flyttes")
    secretary = Subject(CILLE, True, "personal", world.grants(CILLE), "t")
    assert item.id in {one.id for one in world.ports.agenda.waiting(secretary)}


def test_the_same_story_in_english(world: World) -> None:
    talk = speaking(world, Writer.id, "en")
    first = talk.says("I want an item about school closures on the Direktionen meeting on 3 December")
    assert first.text.startswith("Agenda item, step 1 of 5: meeting and title")
    assert (held(first)["title"], held(first)["place"]) == ("School closures", BOARD)
    press(talk, "Next")
    press(talk, "Next", description="Fewer pupils.")
    press(talk, "Next", recommendations="that two schools are closed")
    press(talk, "Read it through")
    assert press(talk, "Submit").text.startswith("“School closures” has been submitted.")
    assert mine(world).state == "submitted"


def test_what_a_sentence_says_is_filled_in(talk: Talk) -> None:
    first = talk.says("jeg vil have en sag om ny skolestruktur på direktionens møde den 3. december")
    assert (held(first)["title"], held(first)["place"]) == ("Ny skolestruktur", BOARD)


def test_refused_fields_stay_in_their_inputs_and_the_rest_is_saved(world: World, talk: Talk) -> None:
    talk.says("opret dagsordenspunkt")
    again = press(talk, "Næste", place="m:forged", title="x" * 10_000, case_number="Ø 7", type="party")
    assert again.text.startswith("Dagsordenspunkt, trin 1 af 5")
    assert "3 felter kunne ikke gemmes. Resten er gemt." in again.text
    assert "Teksten er på 10.000 tegn. Der er plads til 500." in again.text
    assert held(again)["title"] == "x" * 10_000
    assert weight(dict(again.card or {})) <= LIMIT
    item = mine(world)
    assert (item.title, item.case_number, item.type, item.meeting_key) == ("", "Ø 7", "decision", None)


def test_a_personal_number_is_stopped_at_its_field(world: World, talk: Talk) -> None:
    talk.says("opret dagsordenspunkt")
    # The edge hides the digits of personal numbers before any flow sees them.
    again = press(talk, "Næste", title="Klage fra ••••••-••••", place=BOARD)
    assert "Her stod et CPR-nummer." in again.text
    assert held(again)["title"] == "Klage fra ••••••-••••"
    assert mine(world).title == ""


def test_a_press_that_comes_twice_is_one_step_and_answered_alike(world: World, talk: Talk) -> None:
    review = filled(talk)
    first = press(talk, "Indsend", review)
    version = mine(world).version
    second = press(talk, "Indsend", review)
    assert (first.text, mine(world).version) == (second.text, version)


def test_markup_emoji_and_long_texts_do_no_harm(world: World, talk: Talk) -> None:
    talk.says("opret dagsordenspunkt")
    press(talk, "Næste", title="🏫 **fed** <at>Bo</at> [x](http://x)", place=BOARD)
    long = "Ærlig tale om økonomi på tværs. " * 600
    press(talk, "Næste", description=long, finance=long, assessment="kort")
    back = press(talk, "Tilbage")
    assert weight(dict(back.card or {})) <= LIMIT
    assert (held(back)["description"], held(back)["assessment"]) == ("", "kort")
    assert "beholde" in json.dumps(back.card, ensure_ascii=False)
    press(talk, "Næste")
    review = press(talk, "Læs det igennem", press(talk, "Næste"))
    assert weight(dict(review.card or {})) <= LIMIT
    assert mine(world).description == long.strip()
    whole = press(talk, "Vis hele teksten: Sagsbeskrivelse")
    assert "Side 1 af" in json.dumps(whole.card)
    assert weight(dict(whole.card or {})) <= LIMIT
    heading = json.dumps(review.card)
    assert "\\\\*\\\\*fed" in heading or '"TextRun", "text": "\\ud83c\\udfeb **fed**' in heading


def test_drafts_are_resumed_and_told_apart(world: World, talk: Talk) -> None:
    talk.says("opret dagsordenspunkt")
    press(talk, "Gem og fortsæt senere", title="Den første")
    later = speaking(world, Writer.id)
    assert held(later.says("mine kladder"))["title"] == "Den første"
    offer = later.says("opret dagsordenspunkt")
    assert offer.text.startswith("Du har 1 dagsordenspunkt i gang.")
    press(later, "Nyt dagsordenspunkt")
    later.says("titel: Den anden")
    listed = later.says("mine kladder")
    # The clock of the tests stands still: neither was changed last.
    assert sorted(titles(listed)[:2]) == ["Den anden", "Den første"]
    assert held(press(later, "Den første"))["title"] == "Den første"


def test_nothing_written_is_not_kept_as_one_more_draft(world: World, talk: Talk) -> None:
    talk.says("opret dagsordenspunkt")
    talk.says("nyt punkt")
    assert mine(world).title == ""


WORDS: list[tuple[Lang, str, str, object]] = [
    ("da", "titel: Ny hal", "title", "Ny hal"),
    ("da", "sagsnr. 26/77", "case_number", ""),
    ("da", "Sagsnr.: 26/77", "case_number", "26/77"),
    ("da", "økonomi: 3 mio. kr.", "finance", "3 mio. kr."),
    ("da", "oekonomi: 3 mio. kr.", "finance", "3 mio. kr."),
    ("da", "baggrund: Hallen er gammel.", "description", "Hallen er gammel."),
    ("da", "vurdering: Det er nødvendigt.", "assessment", "Det er nødvendigt."),
    ("da", "indstilling: 1. at hallen rives ned 2. at der bygges nyt", "recommendations",
     ("at hallen rives ned", "at der bygges nyt")),
    ("da", "20 minutter", "minutes", 20),
    ("da", "det tager en halv time", "minutes", 30),
    ("da", "lukket, fordi det er en personsag", "closed_reason", "personal"),
    ("da", "punktet skal være lukket", "access", "closed"),
    ("da", "til orientering", "type", "briefing"),
    ("da", "flyt til mødet den 3. december", "meeting_key", "direktion-2026-12-03"),
    ("en", "title: A new hall", "title", "A new hall"),
    ("en", "case number: 26/77", "case_number", "26/77"),
    ("en", "finance: 3 million", "finance", "3 million"),
    ("en", "recommendation: 1. that it is built 2. that it is paid", "recommendations",
     ("that it is built", "that it is paid")),
    ("en", "closed because of negotiations", "closed_reason", "negotiation"),
    ("en", "15 minutes", "minutes", 15),
    ("en", "for discussion", "type", "discussion"),
    ("en", "move it to the meeting on 3 December", "meeting_key", "direktion-2026-12-03"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "name", "value"), WORDS)
def test_a_field_is_written_in_words(world: World, lang: Lang, text: str, name: str, value: object) -> None:
    talk = speaking(world, Writer.id, lang)
    talk.says("new agenda item" if lang == "en" else "opret dagsordenspunkt")
    talk.says(text)
    assert getattr(mine(world), name) == value


@pytest.mark.parametrize(
    "text",
    [
        "Hvad blev besluttet om haller?",
        "Hvad er økonomien i sagen om haller?",
        "Hvem er ansvarlig for hallen?",
        "punkt 72",
        "What is the title of item 72?",
        "tak",
    ],
)
def test_all_else_is_a_question_and_the_draft_stays(world: World, talk: Talk, text: str) -> None:
    talk.says("opret dagsordenspunkt")
    version = mine(world).version
    assert "trin" not in talk.says(text).text.split("\n")[0]
    assert mine(world).version == version
    talk.says("titel: Ny hal")
    assert mine(world).title == "Ny hal"


def test_files_are_bound_to_the_open_draft_and_refusals_named(world: World, talk: Talk) -> None:
    talk.says("opret dagsordenspunkt")
    shown = talk.drops(
        FileOffer("notat.txt", b"Et notat om skoler."),
        FileOffer("film.mp4", b"123"),
        FileOffer("tom.txt", b""),
        FileOffer("stor.pdf", None, "too_large"),
        FileOffer("andet.pdf", None, "host_not_allowed"),
    )
    assert "Vedhæftet til kladden uden titel: »notat.txt«." in shown.text
    assert "»stor.pdf« kom ikke med: En fil kan højst være på 20 MB." in shown.text
    assert "»tom.txt« kom ikke med: Filen er tom." in shown.text
    assert "»film.mp4« kom ikke med: Jeg tager imod" in shown.text
    assert "»andet.pdf« kom ikke med: Jeg henter kun filer fra organisationens egen Teams." in shown.text
    assert [(file.name, file.access) for file in mine(world).files] == [("notat.txt", "open")]
    assert "»notat.txt« er nu lukket." in press(talk, "Luk notat.txt").text
    assert mine(world).files[0].access == "closed"
    assert "»notat.txt« er fjernet." in press(talk, "Fjern notat.txt").text
    assert mine(world).files == ()


def test_a_secretary_is_asked_what_files_shall_be(world: World) -> None:
    talk = speaking(world, CILLE)
    talk.says("opret dagsordenspunkt")
    press(talk, "Nyt dagsordenspunkt") if "Nyt dagsordenspunkt" in titles(talk.last.message) else None
    talk.says("titel: Ny hal")
    asked = talk.drops(FileOffer("notat.txt", b"Et notat om skoler."))
    assert titles(asked) == ["Vedhæft til kladden", "Indlæs som referat eller dagsorden"]
    assert "Vedhæftet til »Ny hal«: »notat.txt«." in press(talk, "Vedhæft").text


def test_what_is_somebody_elses_does_not_exist(world: World, talk: Talk) -> None:
    talk.says("opret dagsordenspunkt")
    item = mine(world)
    stranger = speaking(world, stranger_id())
    gone = stranger.presses(verbs.CASE_RESUME, {"item": "nothing-like-it"}).text
    for verb in (verbs.CASE_RESUME, verbs.CASE_STEP, verbs.CASE_SUBMIT, verbs.CASE_RECALL, verbs.CASE_WITHDRAW,
                 verbs.CASE_DISCARD, verbs.CASE_FILE, verbs.CASE_LINK, verbs.CASE_TEXT, verbs.CASE_ATTACH):  # fmt: skip
        data = {"item": item.id, "version": item.version, "step": "where", "to": "matter", "part": "finance",
                "sure": True, "title": "Stjålet"}  # fmt: skip
        assert stranger.presses(verb, data).text == gone
    assert mine(world) == item


@pytest.mark.parametrize(
    "data", [{}, {"version": "1"}, {"version": True}, {"step": "nowhere"}, {"to": ["matter"]}, {"title": {"a": 1}}]
)
def test_forged_and_missing_fields_are_taken_politely(world: World, talk: Talk, data: dict[str, object]) -> None:
    talk.says("opret dagsordenspunkt")
    item = mine(world)
    told = talk.presses(
        verbs.CASE_STEP, {"item": item.id, "version": item.version, "step": "where", "to": "matter", **data}
    )
    assert told.text


def test_ones_own_change_meanwhile_is_joined(world: World, talk: Talk) -> None:
    first = talk.says("opret dagsordenspunkt")
    talk.says("økonomi: Ingen.")
    second = press(talk, "Næste", first, title="Ny hal", place=BOARD)
    assert second.text.startswith("Dagsordenspunkt, trin 2 af 5")
    item = mine(world)
    assert (item.title, item.finance, item.meeting_key) == ("Ny hal", "Ingen.", "direktion-2026-12-03")


def test_a_field_changed_in_two_places_is_shown_and_not_overwritten(world: World, talk: Talk) -> None:
    first = talk.says("opret dagsordenspunkt")
    talk.says("titel: Ny hal")
    again = press(talk, "Næste", first, title="En helt anden titel")
    assert "Det, du skrev, står herunder og er ikke gemt endnu." in again.text
    assert held(again)["title"] == "En helt anden titel"
    assert mine(world).title == "Ny hal"
    press(talk, "Næste", again)
    assert mine(world).title == "En helt anden titel"


def test_an_untouched_old_card_takes_nothing_back(world: World, talk: Talk) -> None:
    first = talk.says("opret dagsordenspunkt")
    talk.says("titel: Ny hal")
    press(talk, "Næste", first)
    assert mine(world).title == "Ny hal"


def test_the_secretarys_change_meanwhile_is_told_and_what_was_typed_is_kept(world: World, talk: Talk) -> None:
    press(talk, "Indsend", filled(talk))
    secretary = Subject(CILLE, True, "personal", world.grants(CILLE), "t")
    item = mine(world)
    item = world.ports.agenda.act(item.id, item.version, "return", secretary, comment="Skriv mere om børnene.")
    step = talk.presses(verbs.CASE_RESUME, {"item": item.id, "step": "matter"})
    assert "Sekretæren sendte det retur: »Skriv mere om børnene.«" in step.text
    world.ports.agenda.save(item.id, item.version, {"title": "Skolestruktur 2027"}, secretary)
    again = press(talk, "Næste", step, description="Der er 40 børn.")
    known = world.people.person(CILLE)
    assert known is not None
    assert f"{known.name} har ændret punktet lørdag den 21. november 2026 kl. 10.30." in again.text
    assert "Det, du skrev, står herunder og er ikke gemt endnu." in again.text
    assert held(again)["description"] == "Der er 40 børn."
    assert mine(world).description == "Elevtallet falder."
    press(talk, "Næste", again)
    assert (mine(world).description, mine(world).title) == ("Der er 40 børn.", "Skolestruktur 2027")


def test_a_draft_is_deleted_only_when_that_is_meant(world: World, talk: Talk) -> None:
    talk.says("opret dagsordenspunkt")
    asked = press(talk, "Annullér", title="Ny hal")
    assert asked.text.split("\n")[0] == "Skal jeg slette »Ny hal«?"
    assert talk.says("nej").text
    assert mine(world).title == "Ny hal"
    talk.says("slet kladden")
    assert talk.says("ja").text == "»Ny hal« er slettet."
    assert world.ports.agenda.mine(subject(), alive=False) == ()


def test_what_was_submitted_is_taken_back_and_withdrawn(world: World, talk: Talk) -> None:
    press(talk, "Indsend", filled(talk))
    assert "Punktet er en kladde igen." in press(talk, "Tag det tilbage").text
    asked = press(talk, "Annullér")
    assert asked.text.startswith("Skal jeg trække »Ny skolestruktur« tilbage?")
    assert press(talk, "Træk det tilbage", comment="Ikke alligevel").text == "»Ny skolestruktur« er trukket tilbage."
    assert mine(world).state == "withdrawn"
    copy = press(talk, "Kopiér til et nyt punkt")
    assert held(copy)["title"] == "Ny skolestruktur"


def test_stops_keep_it_and_lead_to_the_step(world: World, talk: Talk) -> None:
    talk.says("opret dagsordenspunkt")
    talk.says("titel: Ny hal")
    stopped = talk.says("indsend")
    assert "Det her skal rettes, før punktet kan indsendes." in stopped.text
    assert "– Der er ikke valgt et møde." in stopped.text
    assert "Indsend" not in titles(stopped)
    assert press(talk, "Ret møde og titel").text.startswith("Dagsordenspunkt, trin 1 af 5")
    assert mine(world).state == "draft"


def test_an_earlier_item_of_the_case_is_copied(world: World, talk: Talk) -> None:
    press(talk, "Indsend", filled(talk))
    copied = talk.says("kopiér sag 26/1234")
    assert held(copied)["title"] == "Ny skolestruktur"
    assert "Teksterne er kopieret." in copied.text
    assert talk.says("kopiér sag 99/99999").text == "Jeg finder ikke noget tidligere punkt i den sag."


def test_where_others_listen_there_is_one_line(world: World) -> None:
    for scope in ("channel", "group"):
        talk = speaking(world, Writer.id, scope=scope)  # type: ignore[arg-type]  # both are audiences
        told = talk.says("opret dagsordenspunkt")
        assert told.text == (
            "Dagsordenspunkter skrives i en personlig chat. Skriv »opret dagsordenspunkt« til mig dér."
        )
        assert told.card is None
        assert talk.says("mine kladder").text == told.text
    assert world.ports.agenda.mine(subject(), alive=False) == ()


def test_a_matter_that_is_named_is_a_new_draft_beside_the_unfinished_ones(talk: Talk, world: World) -> None:
    talk.says("opret dagsordenspunkt til direktionen: Nyt tag på hallen")
    talk.says("opret dagsordenspunkt til direktionen: Ny cykelsti")
    found = {one.title for one in world.ports.agenda.mine(subject())}
    assert found == {"Nyt tag på hallen", "Ny cykelsti"}
    offered = talk.says("opret dagsordenspunkt: ny cykelsti")
    assert "Ny cykelsti" in titles(offered)
    assert {one.title for one in world.ports.agenda.mine(subject())} == found
