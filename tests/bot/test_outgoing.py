"""What goes out: text, card, sources and suggestions, as Teams and the Playground can show them."""

from __future__ import annotations

from bot.outgoing import CITATIONS, fitted, is_plain, written
from dialogs.turn import Citation, Message, Suggestion

CARD = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "x"}]}
SOURCE = Citation(1, "Referat", "Godkendt")
FULL = Message("Første linje.\nAnden linje.", CARD, (Suggestion("Hvorfor?", "hvorfor?"),), (SOURCE,))


def test_words_are_never_read_as_markup() -> None:
    assert written(Message("*a* [x](http://evil)"), "da")["textFormat"] == "plain"


def test_a_card_with_sources_says_its_first_line_with_their_numbers() -> None:
    wire = written(FULL, "da", "29:anna")
    assert wire["text"] == "Første linje. [1]"
    assert wire["summary"] == "Første linje."


def test_a_sentence_with_sources_stands_in_the_text_and_not_in_the_card_again() -> None:
    heading = {"type": "TextBlock", "text": "Beslutning"}
    sentence = {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": "Første linje."}]}
    quote = {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": "Godkendt."}]}
    card = {"type": "AdaptiveCard", "version": "1.5", "body": [heading, sentence, quote]}
    wire = written(Message("Første linje.\nGodkendt.", card, (), (SOURCE,)), "da")
    assert wire["text"] == "Første linje. [1]"
    assert wire["attachments"][0]["content"]["body"] == [heading, quote]
    assert card["body"] == [heading, sentence, quote]


def test_a_card_that_only_says_its_sentence_is_not_emptied() -> None:
    sentence = {"type": "TextBlock", "text": "Første linje."}
    wire = written(Message("Første linje.", {"type": "AdaptiveCard", "body": [sentence]}, (), (SOURCE,)), "da")
    assert wire["attachments"][0]["content"]["body"] == [sentence]


def test_a_card_without_sources_says_nothing_twice() -> None:
    wire = written(Message("Første linje.\nAnden.", CARD), "en")
    assert "text" not in wire
    assert (wire["summary"], wire["locale"]) == ("Første linje.", "en-GB")


def test_text_without_a_card_names_its_sources_once() -> None:
    assert written(Message("Godkendt.", citations=(SOURCE,)), "da")["text"] == "Godkendt. [1]"
    assert written(Message("Godkendt [1].", citations=(SOURCE,)), "da")["text"] == "Godkendt [1]."


def test_teams_takes_so_many_sources_and_no_more() -> None:
    many = tuple(Citation(number, "r", "a") for number in range(1, 30))
    assert len(written(Message("x", citations=many), "da")["entities"][0]["citation"]) == CITATIONS


def test_the_playground_gets_the_card_alone_with_its_suggestions_as_buttons() -> None:
    wire = written(FULL, "da", "29:anna", plain_client=True)
    assert "text" not in wire
    assert "suggestedActions" not in wire
    assert len(wire["entities"]) == 1
    (attachment,) = wire["attachments"]
    *_, row = attachment["content"]["body"]
    assert row["actions"] == [{"type": "Action.Submit", "title": "Hvorfor?", "data": {"say": "hvorfor?"}}]
    assert CARD["body"] == [{"type": "TextBlock", "text": "x"}]


def test_the_playground_is_known_by_its_address_on_this_machine() -> None:
    assert is_plain("http://localhost:56150/_connector")
    assert not is_plain("http://127.0.0.1:9000/")
    assert not is_plain("https://evil.example/_connector")


def test_bare_text_in_a_channel_carries_no_suggested_actions() -> None:
    told = Message("Dagsordener slås op her.", suggestions=(Suggestion("Hjælp", "hjælp"),))
    assert "suggestedActions" not in written(fitted(told, "channel"), "da")
    assert "suggestedActions" in written(fitted(told, "personal"), "da")
