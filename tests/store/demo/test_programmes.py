"""The living programmes hold nothing overdue, lose no sentence in parsing, and keep their closed appendix closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.demo.moments import approved, words
from store.demo.programmes import COMMITTEE, VILLAGES, YARD, YARD_STATUS, programmes, template
from store.ingest.source import Source

TODAY = date(2026, 11, 21)
MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
ONE_MONTH = re.compile(rf"(?:(\d+)\. )?({'|'.join(MONTHS)}) (\d{{4}})", re.IGNORECASE)
MARKS = re.compile(r"\A(?:#+ (?:\d+ )?|- |\d+\. |\|\| |\| \w+ \| )")


def fold(text: str) -> str:
    return " ".join(text.split())


def texts_of(value: object) -> Iterator[str]:
    """Every text in a value of dataclasses and tuples."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from texts_of(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))


def named(name: str, today: date = TODAY) -> Source:
    return next(source for source in programmes(today) if source.name.startswith(name))


def written(name: str, today: date = TODAY) -> list[str]:
    """The lines of a template as of a day, without marks, labels, ends of pages and the table of contents."""
    lines = template(name, words(today)).split("\n")
    return [
        MARKS.sub("", line) for line in lines if line.strip() not in ("", "===", "# Indhold") and " ....." not in line
    ]


def times(name: str, today: date) -> list[str]:
    """When each milestone of a programme is due, as written."""
    lines = template(name, words(today)).split("\n")
    if name == VILLAGES:
        plan = lines[lines.index("# 10 Milepælsplan") :]
        return [line[2:].split(": ")[0] for line in plan if line.startswith("- ")]
    return [line[3:].split(" | ")[0] for line in lines if line.startswith("|| ")][1:]


def reach(time: str) -> tuple[date, date]:
    """The first and the last day that a milestone's time may mean."""
    found = ONE_MONTH.search(time)
    if found:
        first = date(int(found[3]), MONTHS.index(found[2].lower()) + 1, int(found[1] or 1))
        return (first, first) if found[1] else (first, next_month(first) - timedelta(days=1))
    year = int(time[-4:])
    if "kvartal" in time:
        first = date(year, 3 * int(time[0]) - 2, 1)
        return first, next_month(next_month(next_month(first))) - timedelta(days=1)
    if "udgangen af" in time:
        return date(year, 12, 31), date(year, 12, 31)
    assert time.startswith("Efteråret"), time
    return date(year, 9, 1), date(year, 11, 30)


def next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


@pytest.mark.parametrize("name", [VILLAGES, YARD])
@given(today=st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_milestones_are_past_or_ahead_and_the_next_is_a_day_within_a_month(name: str, today: date) -> None:
    spans = [reach(time) for time in times(name, today)]
    past = [span for span in spans if span[1] < today]
    ahead = [span for span in spans if span[0] > today]
    assert past + ahead == spans
    assert len(past) >= 3
    assert len(ahead) >= 5
    assert ahead[0][0] == ahead[0][1] <= today + timedelta(days=30)
    assert [first for first, _ in past] == sorted(first for first, _ in past)
    assert [last for _, last in ahead] == sorted(last for _, last in ahead)
    assert {span for span in ahead if span[0].day == 1 and next_month(span[0]) > span[1] > span[0]}, "a month"
    assert any("kvartal" in time for time in times(name, today)[len(past) :])


def test_the_same_day_gives_the_same_documents() -> None:
    assert programmes(TODAY) == programmes(TODAY)
    assert {source.sha256 for source in programmes(TODAY)}.isdisjoint(
        source.sha256 for source in programmes(date(2027, 1, 15))
    )


@settings(max_examples=8)
@given(st.dates(date(2024, 1, 1), date(2032, 12, 31)))
def test_every_document_is_living_and_filled_in(today: date) -> None:
    for source in programmes(today):
        text = "\n".join(page.text for page in source.extract.pages)
        assert source.living
        assert not re.search(r"[{}#|]|===", text)
        assert not re.search(r"\d{6}[ -]?\d{4}", text)


@pytest.mark.parametrize("name", [VILLAGES, YARD, YARD_STATUS])
def test_every_sentence_stands_in_what_was_parsed(name: str) -> None:
    parsed = named(name).parsed
    found = [fold(text) for text in texts_of(parsed)]
    cells = [fold(cell) for line in written(name) for cell in line.split(" | ")]
    assert [cell for cell in cells if not any(cell in text for text in found)] == []


def test_the_long_programme_has_pages_with_a_running_head() -> None:
    pages = named(VILLAGES).extract.pages
    assert len(pages) == 9
    assert all(page.text.startswith("Levende landsbyer 2026-2028\n") for page in pages[1:])
    assert [page.text.rstrip().rsplit("\n", 1)[1].strip() for page in pages] == [f"Side {n} af 9" for n in range(1, 10)]
    assert max(len(line) for page in pages for line in page.text.split("\n")) <= 92


def test_the_table_of_contents_says_where_the_chapters_stand() -> None:
    pages = named(VILLAGES).extract.pages
    said = re.findall(r"(?m)^(\d+ [^.]+?) \.{5,} (\d+)$", pages[0].text)
    assert len(said) == 11
    assert [number for title, number in said if f"\n{title}\n" not in pages[int(number) - 1].text] == []


def test_the_terms_of_reference_come_as_a_word_file_with_its_headings_and_table() -> None:
    extract = named(YARD).extract
    assert not extract.paged
    roles = {
        role: [line.text for line in extract.lines if line.role == role] for role in ("h1", "h2", "h3", "li", "row")
    }
    assert roles["h1"] == ["Kommissorium for projektet Én materielgård"]
    assert [text[:6] for text in roles["h3"]] == ["Fase 1", "Fase 2", "Fase 3"]
    assert roles["h3"][2] == "Fase 3: Samling af driften (september 2027-?)"
    assert "7. december 2026\tStyregruppen udpeger to løsninger til beregning\tStyregruppen" in roles["row"]
    assert len(roles["li"]) == 4 + 3 + 4 + 5


def test_the_committee_treated_both_and_closed_the_appendix() -> None:
    minutes = named(COMMITTEE).parsed
    assert minutes.kind == "minutes"
    assert minutes.meeting is not None
    assert (minutes.meeting.body, minutes.meeting.date) == ("Ejendoms- og Landdistriktsudvalget", approved(TODAY))
    assert [(item.number, item.case_number) for item in minutes.items] == [
        ("21", None),
        ("22", "26/2417"),
        ("23", "26/2650"),
        ("24", None),
    ]
    decisions = [fact.decision_class for item in minutes.items for fact in item.facts if fact.kind == "decision"]
    assert decisions[1:3] == ["approved_with_changes", "approved"]
    shut = [each for item in minutes.items for each in item.attachments if each.access == "closed"]
    assert [each.title for each in shut] == ["Risikobillede for Én materielgård.pdf"]
    assert any("18,4 mio. kr." in fact.text for fact in shut[0].facts)


@pytest.mark.parametrize("word", ["Hvidtfeldt", "18,4", "5,7 mio", "vaskepladsen", "Seks stillinger", "Risikobillede"])
def test_what_the_closed_appendix_says_stands_nowhere_else(word: str) -> None:
    assert word in "\n".join(page.text for page in named(COMMITTEE).extract.pages)
    for source in programmes(TODAY)[1:]:
        assert word not in "\n".join(page.text for page in source.extract.pages)
    for page in named(COMMITTEE).extract.pages[:3]:
        assert word not in page.text.replace("Lukket - Risikobillede for Én materielgård.pdf", "")
