"""The sample data say what their questions expect of them, keep closed words to closed places, and follow the day."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from store.calendar import WorkingDays
from store.demo import living
from store.demo.build import DOCX_NAME, PDF_NAME, STRATEGY_NAME, STRATEGY_STATUS_NAME, source_lines
from store.demo.programmes import programmes

DOCUMENTS = Path(living.__file__).parent / "documents"
EVAL = Path(__file__).parents[1] / "eval"
ROLES = {"reader", "member", "secretary", "administrator"}
AUDIENCES = {"personal", "channel"}
STATUSES = {"answered", "choice", "not_stated", "no_decision", "not_found"}
LIVING = "living"
LIVING_DAY = date(2026, 11, 21)

# Where each closed item or attachment begins, and what begins behind it.
CLOSED_PLACES = (
    ("direktionen-2015-10-22.txt", "Sagsnr.: 15/9173", "72 Brug af provenuet fra salget af KMD-ejendommene Sagsnr."),
    ("oekonomiudvalget-2018-04-17.txt", "Punkt 46: Lukket", "Underskrifter"),
    ("oekonomiudvalget-2025-03-18.html", "Punkt 35: Lukket", "Punkt 36:"),
    ("direktionen-2026-09-10.txt", "Pkt. 5 Lukket", "Pkt. 6"),
    ("oekonomiudvalget-2026-10-20.txt", "Sag: 26/16650", None),
    ("teknik-og-miljoeudvalget-2018-03-06.pdf", "Bilag: 12.2. Tilbudsliste", None),
)
# Their titles, where tables of contents and lists of attachments name them.
CLOSED_TITLES = (
    "Lukket - Afvikling af Servicekorpset",
    "Lukket - Køb af ejendom på Skovkrogen 12",
    "Lukket - Fastansættelse af ny direktør",
    "Lukket: Overslagspriser fra tre tømrermestre.pdf",
    "Bilag 2: Tilbudsliste (dok. 30419/18) - Lukket",
)
RAISED = re.compile(r"[^\W\d_]{4,}")


def fold(text: str) -> str:
    return " ".join(text.split())


@cache
def raw_text(name: str) -> str:
    path = DOCUMENTS / name
    if path.suffix == ".pdf":
        pages = pypdfium2.PdfDocument(str(path))
        return fold(" ".join(page.get_textpage().get_text_range() for page in pages))
    if path.suffix == ".docx":
        document = Document(str(path))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return fold(" ".join([*cells, *(paragraph.text for paragraph in document.paragraphs)]))
    if path.suffix == ".html":
        body = html.fromstring(path.read_text(encoding="utf-8")).find("body")
        return fold(" ".join(body.itertext()))
    return fold(path.read_text(encoding="utf-8"))


@cache
def living_text(day: date) -> str:
    meetings = living.coming(day)
    titles = [item.title for meeting in meetings for item in meeting.items]
    papers = [page.text for source in programmes(day) for page in source.extract.pages]
    return fold(" ".join([*(meeting.body for meeting in meetings), *titles, *papers]))


def rows(half: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (EVAL / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()]


def everything() -> list[dict[str, Any]]:
    return rows("open") + rows("frozen")


def as_list(value: str | list[str] | None) -> list[str]:
    return value if isinstance(value, list) else [] if value is None else [value]


def sources(row: dict[str, Any]) -> list[str]:
    return [living_text(LIVING_DAY) if name == LIVING else raw_text(name) for name in as_list(row["document"])]


def is_shut(row: dict[str, Any]) -> bool:
    return bool({"closed", "unanswerable"} & set(row["tags"]))


def test_documents_are_many_and_in_every_format_that_is_read() -> None:
    names = [path.name for path in DOCUMENTS.iterdir()]
    minutes = [name for name in names if "agsorden" not in name]
    assert len(minutes) >= 14
    assert {Path(name).suffix for name in names} == {".txt", ".html", ".pdf", ".docx"}
    assert all((DOCUMENTS / name).stat().st_size < 40_000 for name in names)


@pytest.mark.parametrize(
    "name", [f"{PDF_NAME}.pdf", f"{STRATEGY_NAME}.pdf", f"{DOCX_NAME}.docx", f"{STRATEGY_STATUS_NAME}.docx"]
)
def test_binary_documents_say_what_their_sources_say(name: str) -> None:
    # Line breaks and page furniture stand between the words of a long line in the PDF; so every word is looked for.
    words = set(raw_text(name).replace(":", " ").split())
    text = " ".join(source_lines(Path(name).stem))
    assert set(RAISED.findall(text)) <= set(RAISED.findall(" ".join(words)))


@pytest.mark.parametrize("row", everything(), ids=lambda row: row["id"])
def test_question_is_well_formed_and_its_answer_stands_in_the_document(row: dict[str, Any]) -> None:
    assert row["as"] in ROLES
    assert row["audience"] in AUDIENCES
    assert row["lang"] in {"da", "en"}
    assert set(as_list(row["status"])) <= STATUSES
    texts = sources(row)
    if "answered" in as_list(row["status"]) and "closed" not in row["tags"]:
        assert row["expect"], "an answer needs something to be found in it"
    for wanted in [*row["expect"], *row["all"]]:
        assert any(wanted in text for text in texts), wanted
    if row["item"] is not None:
        item = re.escape(row["item"].casefold())
        assert all(re.search(rf"(?<!\d){item}(?!\d)", text.casefold()) for text in texts)


def test_questions_are_enough_of_every_kind_and_split_in_equal_halves() -> None:
    open_half, frozen = rows("open"), rows("frozen")
    both = open_half + frozen
    assert len(both) >= 240
    assert abs(len(open_half) - len(frozen)) <= 1
    for half in (open_half, frozen):
        assert sum(row["lang"] == "en" for row in half) >= 35
        assert sum(is_shut(row) for row in half) >= 35
        assert sum("typo" in row["tags"] for row in half) >= 15
        assert {row["kind"] for row in half} >= {
            *("decision", "recommendation", "background", "assessment", "finance", "date", "person", "attachment"),
            *("upcoming", "listing", "unanswerable", "closed"),
        }
    questions = [row["question"].casefold() for row in both]
    assert len(set(questions)) == len(questions)
    assert len({row["id"] for row in both}) == len(both)


def open_texts() -> Iterator[tuple[str, str]]:
    for path in DOCUMENTS.iterdir():
        text = raw_text(path.name)
        for name, start, end in CLOSED_PLACES:
            if name == path.name:
                first = text.index(start)
                last = len(text) if end is None else text.index(end, first)
                text = text[:first] + text[last:]
        for title in CLOSED_TITLES:
            text = text.replace(title, "")
        yield path.name, text
    for source in programmes(LIVING_DAY):
        yield source.name, " ".join(page.text for page in source.extract.pages if "Adgang: Lukket" not in page.text)


def test_words_that_would_betray_a_closed_matter_stand_in_no_open_text() -> None:
    betraying = {word for row in everything() if "closed" in row["tags"] for word in row["never"]}
    assert len(betraying) >= 20
    found = {(name, word) for name, text in open_texts() for word in betraying if word.casefold() in text.casefold()}
    assert found == set()


def test_no_sample_holds_anything_like_a_civil_registration_number() -> None:
    assert [path.name for path in DOCUMENTS.iterdir() if re.search(r"\d{6}[ -]?\d{4}", raw_text(path.name))] == []


days = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@given(days)
def test_coming_meetings_lie_ahead_on_working_days_with_time_to_hand_in(today: date) -> None:
    meetings = living.coming(today)
    assert 4 <= len(meetings) <= 7
    assert list(meetings) == sorted(meetings, key=lambda meeting: (meeting.on, meeting.start, meeting.body))
    for meeting in meetings:
        assert today < meeting.submission < meeting.review < meeting.dispatch < meeting.on
        assert all(map(WorkingDays().open_on, (meeting.submission, meeting.review, meeting.dispatch, meeting.on)))
        assert meeting.start < meeting.end
        assert (meeting.on - today).days < 60
        assert [item.position for item in meeting.items] == list(range(1, len(meeting.items) + 1))
        assert {item.body for item in meeting.items} <= {meeting.body}
    assert len({(meeting.body, meeting.on) for meeting in meetings}) == len(meetings)
    assert [len(meeting.items) for meeting in meetings if meeting.items] in ([3, 2, 2], [2, 3, 2], [2, 2, 3])


def test_every_role_can_be_tried_by_a_sample_person() -> None:
    people = living.people()
    assert {grant.role for person in people for grant in person.grants} == ROLES
    assert [person.id[-2:] for person in people] == ["a0", "a1", "a2", "a3", "a4", "a5"]
    assert len({person.upn for person in people}) == len(people)
