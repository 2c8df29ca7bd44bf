"""The questions on the sample programmes say what the documents say, in the order in which they say it."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from store.demo.programmes import programmes
from tests.store.test_demo import (
    AUDIENCES,
    DOCUMENTS,
    EVAL,
    LIVING,
    LIVING_DAY,
    ROLES,
    STATUSES,
    as_list,
    is_shut,
    living_text,
    open_texts,
    rows,
    sources,
)

HALVES = ("programmes-open", "programmes-frozen")
FIELDS = {"id", "lang", "question", "kind", "as", "audience", "status", "expect", "all", "document", "item", "tags"}
OPTIONAL = {"at", "count", "from", "never"}
NEW_KINDS = {"list", "milestone", "responsible", "goal", "overview", "due", "meaning", "initiatives"}
SHARED_KINDS = {"decision", "recommendation", "finance", "background", "unanswerable", "closed"}
# Kinds of which there are too few for both halves.
RARE_KINDS = {"attachment", "upcoming"}
MOMENT = f"{LIVING_DAY.isoformat()}T09:00:00+01:00"
# The open minutes list the closed appendix by its title, which no answer may say.
CLOSED_TITLE = "Lukket - Risikobillede for Én materielgård.pdf"


def questions() -> list[dict[str, Any]]:
    return [row for half in HALVES for row in rows(half)]


def in_order(wanted: list[str], text: str) -> bool:
    place = 0
    for element in wanted:
        place = text.find(element, place)
        if place < 0:
            return False
        place += len(element)
    return True


@pytest.mark.parametrize("row", questions(), ids=lambda row: row["id"])
def test_question_has_the_fields_that_are_described(row: dict[str, Any]) -> None:
    assert set(row) >= FIELDS
    assert set(row) <= FIELDS | OPTIONAL
    assert row["kind"] in NEW_KINDS | SHARED_KINDS | RARE_KINDS
    assert row["as"] in ROLES | {"member_all"}
    assert row["audience"] in AUDIENCES
    assert row["lang"] in {"da", "en"}
    assert ("en" in row["tags"]) == (row["lang"] == "en")
    assert set(as_list(row["status"])) <= STATUSES
    assert row.get("at", MOMENT) == MOMENT
    assert ("at" in row) >= (LIVING in as_list(row["document"]))
    assert set(as_list(row["document"])) <= {LIVING, *(path.name for path in DOCUMENTS.iterdir())}
    if row["kind"] == "closed":
        assert row["never"], "a closed matter has words that betray it"


@pytest.mark.parametrize("row", questions(), ids=lambda row: row["id"])
def test_what_is_expected_stands_in_the_document(row: dict[str, Any]) -> None:
    texts = sources(row)
    if "answered" in as_list(row["status"]):
        assert row["expect"], "an answer needs something to be found in it"
    else:
        assert row["expect"] == row["all"] == [], "nothing is to be found where nothing is answered"
    for wanted in [*row["expect"], *row["all"]]:
        assert any(wanted in text for text in texts), wanted
    if row["item"] is not None:
        assert all(row["item"] in text for text in texts)


@pytest.mark.parametrize("row", [row for row in questions() if "count" in row], ids=lambda row: row["id"])
def test_a_counted_list_is_whole_and_in_the_order_of_the_document(row: dict[str, Any]) -> None:
    assert len(row["all"]) == row["count"]
    assert row["expect"] == row["all"][:1]
    assert any(in_order(row["all"], text) for text in sources(row))


@pytest.mark.parametrize("row", [row for row in questions() if "from" in row], ids=lambda row: row["id"])
def test_documents_that_answer_together_hold_what_is_expected_of_them(row: dict[str, Any]) -> None:
    papers = {source.name: " ".join(page.text for page in source.extract.pages) for source in programmes(LIVING_DAY)}
    for name in row["from"]:
        text = papers[name] if name in papers else sources({"document": name})[0]
        assert any(wanted in " ".join(text.split()) for wanted in [*row["expect"], *row["all"]]), name


def test_words_of_the_closed_appendix_stand_in_no_open_text() -> None:
    betraying = {word for row in questions() for word in row.get("never", ())}
    assert len(betraying) >= 8
    texts = [(name, text.replace(CLOSED_TITLE, "")) for name, text in open_texts()]
    assert {(name, word) for name, text in texts for word in betraying if word.casefold() in text.casefold()} == set()
    assert {word for word in betraying if word in living_text(LIVING_DAY)} >= {"Hvidtfeldt", "boringer", "5,7 mio"}


def test_questions_are_enough_of_every_kind_and_split_in_equal_halves() -> None:
    halves = [rows(half) for half in HALVES]
    assert sum(map(len, halves)) >= 150
    assert len(halves[0]) == len(halves[1])
    kinds = [Counter(row["kind"] for row in half) for half in halves]
    assert all(set(counts) >= NEW_KINDS | SHARED_KINDS for counts in kinds)
    assert all(abs(kinds[0][kind] - kinds[1][kind]) <= 2 for kind in NEW_KINDS | SHARED_KINDS)
    for half in halves:
        assert sum(row["lang"] == "en" for row in half) >= 20
        assert sum(is_shut(row) for row in half) >= 12
        assert sum("typo" in row["tags"] for row in half) >= 8
        assert sum("count" in row for row in half) >= 10


def test_no_question_and_no_id_occurs_twice_in_all_the_files() -> None:
    every = [
        json.loads(line)
        for path in sorted(EVAL.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    # Counts only: a failure must not print a line of a frozen half.
    distinct_questions = len({row["question"].casefold() for row in every})
    distinct_ids = len({row["id"] for row in every})
    assert (distinct_questions, distinct_ids) == (len(every), len(every))
