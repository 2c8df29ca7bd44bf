"""A typo in every word leaves a question what it was; a word of its own, a name and a matter stay as typed."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.understanding.mending import mending
from dialogs.understanding.nearwords import covered, is_word, meant, vocabulary
from dialogs.understanding.slots import BodyNames
from dialogs.understanding.text import tidy, words
from dialogs.understanding.understand import Reader, Understanding
from dialogs.understanding.wordings import wordings
from store.records import BodyRecord

TODAY = date(2026, 11, 21)
EVAL = Path(__file__).parents[2] / "eval" / "open.jsonl"
READER = Reader(
    BodyNames(
        (
            BodyRecord("direktionen", "Direktionen"),
            BodyRecord("oekonomiudvalget", "Økonomiudvalget"),
            BodyRecord("boerne", "Børne- og Skoleudvalget"),
            BodyRecord("byraadet", "Byrådet"),
        )
    )
)


def read(text: str) -> Understanding:
    return READER.read(text, TODAY)


def gist(one: Understanding) -> tuple[object, ...]:
    """What a question is about, its topic apart: the matter stays as it was typed."""
    return (
        one.intent, one.command, one.body, one.since, one.until, one.item_number, one.latest, one.classes,
        len(one.topic.split()),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("hvad belv beslutet om salgsprovenuet", "hvad blev besluttet om salgsprovenuet"),
        ("hvilke biag er der til hallen", "hvilke bilag er der til hallen"),
        ("hvad blev besluttet i direktionen i nvember 2015", "hvad blev besluttet i direktionen i november 2015"),
        ("hvem var til stede på mødet den 22. otkober 2015", "hvem var til stede på mødet den 22. oktober 2015"),
        ("pnkt 71", "punkt 71"),
        ("vis pukt nr. 71", "vis punkt nr. 71"),
        ("what was decidd on the hall", "what was decided on the hall"),
        ("wat was deciedd on the hall", "what was decided on the hall"),
        ("hvorfro blev hallen udstt", "hvorfor blev hallen udsat"),
        ("hvad er anbefaligner for hallen", "hvad er anbefalinger for hallen"),
        ("referratet fra mødet i direktionen", "referatet fra mødet i direktionen"),
        ("who attedned the executiqve bjoard in Octoebr 2015", "who attended the executive board in October 2015"),
        ("hvad bselutteed økomomiudvalget sidste måend", "hvad besluttede økonomiudvalget sidste måned"),
        ("hvem sidder i Bøne- og Skoleudvalget", "hvem sidder i Børne- og Skoleudvalget"),
        ("hvonår mødes bryådet næsete gang", "hvornår mødes byrådet næste gang"),
        ("hvad skete der i sagen sidts", "hvad skete der i sagen sidst"),
        ("vhad blev besluttet om hallen", "hvad blev besluttet om hallen"),
        ("who decidd on mondya 5 Octber 2015", "who decided on monday 5 October 2015"),
    ],
)
def test_a_question_with_typos_is_read_like_the_clean_one(typed: str, clean: str) -> None:
    assert gist(read(typed)) == gist(read(clean))


def spoilt(text: str, seed: int) -> str:
    """One typo in each word of five letters or more: a letter left out, doubled, wrong, or two changed places."""
    chance = random.Random(f"{seed}{text}")
    out = []
    for word in text.split():
        if len(word) < 5 or not word.isalpha():
            out.append(word)
            continue
        at = chance.randrange(1, len(word) - 1)
        letter = chance.choice("etaoinsrdl")
        way = chance.randrange(4)
        out.append(
            word[:at]
            + ("", word[at] * 2, letter, word[at + 1] + word[at])[way]
            + (word[at + 2 :] if way == 3 else word[at + 1 :])
        )
    return " ".join(out)


def test_nearly_every_example_survives_a_typo_in_every_word() -> None:
    # The others have become words of their own ("bard" for "board"), which must stay.
    examples = [each.example for each in wordings().intents]
    same = [gist(read(spoilt(text, seed))) == gist(read(text)) for text in examples for seed in (1, 2)]
    assert sum(same) / len(same) > 0.93


def test_every_cue_word_has_its_lookalikes_in_the_file() -> None:
    missing = vocabulary() - covered()
    assert not missing, "new cue words: run python -m tests.dialogs.lookalikes"


@pytest.mark.parametrize(
    "word",
    ["kloster", "skolen", "costume", "bydel", "møller", "pension", "decade", "haven", "marker", "juniper", "planter"],
)
def test_a_word_of_its_own_is_no_misspelt_cue(word: str) -> None:
    assert meant(word).words == ()


def test_a_typo_in_a_word_of_its_own_is_not_mended_to_a_cue() -> None:
    # "Klosmter" is two letters from "koster" and one from "kloster".
    assert meant("klosmter").words == ()


@pytest.mark.parametrize(
    "text", ["hvad blev besluttet om Marck", "hvem er Majken", "hvad sagde Hvem", "notat til Besluted"]
)
def test_a_name_stays_a_name(text: str) -> None:
    assert read(text).text == text


def test_a_misspelt_month_with_a_capital_is_mended_beside_a_number_only() -> None:
    assert read("what happened in Octoebr 2015").text == "what happened in October 2015"
    assert read("the case of Octoebr").text == "the case of Octoebr"


def test_what_a_question_is_about_stays_as_it_was_typed() -> None:
    assert read("hvad belv besluttet om skoloene og salgsprovneuet").topic == "skoloene og salgsprovneuet"


def test_what_was_typed_is_kept_beside_what_was_meant() -> None:
    one = read("hvad belv besluttet om hallen")
    assert (one.typed, one.text) == ("hvad belv besluttet om hallen", "hvad blev besluttet om hallen")


def test_a_word_of_the_other_language_is_not_put_into_a_question() -> None:
    assert read("hvad skete der med halpen").topic == "halpen"


def test_one_word_between_several_is_what_makes_a_question() -> None:
    # "Thik" may be "think" or "this".
    assert read("what does the administration thik about the hall").intent == "assessment"


@given(st.text(max_size=120))
def test_mending_keeps_every_word_in_its_place(text: str) -> None:
    clean = tidy(text)
    typed = words(clean)
    broken = mending(clean, typed)
    meant_text, meant_words = broken.reading({number: forms[0] for number, forms in broken.open})
    assert len(meant_words) == len(typed)
    changed = {number for number, _ in broken.open} | set(broken.sure)
    for number, (before, after) in enumerate(zip(typed, meant_words, strict=True)):
        if number not in changed:
            assert before.norm == after.norm
        else:
            assert is_word(after.norm)
    assert words(meant_text) == meant_words


def test_the_name_of_a_place_is_no_misspelt_cue() -> None:
    one = read("regulering ved Møderbækken")
    assert (one.intent, one.topic) == ("find", "regulering ved Møderbækken")


def test_a_danish_month_is_known_among_english_words() -> None:
    assert read("remove the document Direktionen 22. otkober").since == date(2026, 10, 22)


def test_a_text_too_long_to_be_a_question_is_left_as_it_is() -> None:
    assert read("hvad belv besluttet " * 60).text.startswith("hvad belv")


def clean_texts() -> list[str]:
    """Examples of the data files and the evaluation questions that are said to be without typos."""
    rows = [json.loads(line) for line in EVAL.read_text(encoding="utf-8").splitlines() if line]
    known = wordings()
    examples = [each.example for each in (*known.intents, *known.commands, *known.wrappers)]
    return [*examples, *(row["question"] for row in rows if not {"typo", "typos"} & set(row["tags"]))]


@pytest.mark.parametrize("text", clean_texts())
def test_nothing_is_mended_in_a_clean_question(text: str) -> None:
    clean = tidy(text)
    assert mending(clean, words(clean)).reading({})[0] == clean
