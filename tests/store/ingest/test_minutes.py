"""Documents in the layouts of many municipalities are parsed to what a reader sees in them.

Beside each document stands NAME.expected.json, checked by eye. After a wanted change, write them anew with
REFERENT_WRITE_GOLDEN=1 and read the difference.
"""

from __future__ import annotations

import json
import os
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from store.errors import MinutesUnreadable
from store.ingest.minutes import parse
from store.ingest.parsed import Extract, Page, ParsedAttachment, ParsedDocument, ParsedFact, ParsedItem
from store.ingest.read import read
from store.ingest.verify import verify

_FOLDER = Path(__file__).parent / "minutes"
_DOCUMENTS = sorted(path for path in _FOLDER.iterdir() if path.suffix in (".txt", ".html"))


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, (), [], "", False)}


def _fact(fact: ParsedFact) -> dict[str, Any]:
    return _filled(
        {
            "kind": fact.kind,
            "text": fact.text,
            "pages": sorted({span.page for span in fact.spans}),
            "label": fact.label,
            "class": fact.decision_class,
            "ordinal": fact.ordinal,
            "by": fact.by,
            "on": fact.on.isoformat() if fact.on else None,
            "target": fact.target,
            "dissent": fact.dissent,
            "source": fact.source_kind,
        }
    )


def _attachment(attachment: ParsedAttachment) -> dict[str, Any]:
    facts = [_fact(fact) for fact in attachment.facts]
    return _filled(
        {"title": attachment.title, "number": attachment.number, "access": attachment.access, "facts": facts}
    )


def _item(item: ParsedItem) -> dict[str, Any]:
    return _filled(
        {
            "number": item.number,
            "inferred": item.number_inferred,
            "title": item.title,
            "case": item.case_number,
            "decided_by": item.decided_by,
            "access": item.access,
            "absent": list(item.absent),
            "facts": [_fact(fact) for fact in item.facts],
            "attachments": [_attachment(attachment) for attachment in item.attachments],
        }
    )


def _summary(document: ParsedDocument) -> dict[str, Any]:
    meeting = document.meeting
    head = meeting and _filled(
        {
            "body": meeting.body,
            "aliases": list(meeting.aliases),
            "date": meeting.date.isoformat() if meeting.date else None,
            "start": meeting.start.isoformat("minutes") if meeting.start else None,
            "end": meeting.end.isoformat("minutes") if meeting.end else None,
            "place": meeting.place,
            "members": list(meeting.members),
            "absent": list(meeting.absent),
            "facts": [_fact(fact) for fact in meeting.facts],
        }
    )
    return _filled(
        {
            "kind": document.kind,
            "title": document.title,
            "edition": document.edition,
            "access": document.access,
            "meeting": head,
            "items": [_item(item) for item in document.items],
            "attachments": [_attachment(attachment) for attachment in document.attachments],
            "facts": [_fact(fact) for fact in document.facts],
            "warnings": sorted({warning.code for warning in document.warnings}),
        }
    )


@pytest.mark.parametrize("path", _DOCUMENTS, ids=lambda path: path.stem)
def test_document_is_parsed_as_a_reader_sees_it(path: Path) -> None:
    extract = read(path)
    document = parse(extract, source=path.name)
    golden = path.with_suffix(".expected.json")
    summary = json.loads(json.dumps(_summary(document)))
    if os.environ.get("REFERENT_WRITE_GOLDEN"):
        golden.write_text(json.dumps(summary, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert summary == json.loads(golden.read_text(encoding="utf-8"))
    assert verify(extract, document) == []


@pytest.mark.parametrize("path", _DOCUMENTS, ids=lambda path: path.stem)
def test_the_same_extract_gives_the_same_document(path: Path) -> None:
    extract = read(path)
    assert parse(extract, source=path.name) == parse(extract, source=path.name)


def _extract(text: str) -> Extract:
    return Extract("txt", (Page(1, text),), (), paged=False)


def test_text_without_a_word_is_refused() -> None:
    with pytest.raises(MinutesUnreadable) as caught:
        parse(_extract("12 34 --- \n 5"), source="tomt.txt")
    assert (caught.value.reason, caught.value.source) == ("no_text", "tomt.txt")


def test_text_that_is_not_minutes_is_kept_whole_as_passages() -> None:
    text = "Kære nabo.\n\nVi slår hækken på lørdag. Kom og vær med!"
    document = parse(_extract(text), source="brev.txt")
    assert (document.kind, document.items, [w.code for w in document.warnings]) == ("other", (), ["not_minutes"])
    assert [f.text for f in document.facts if f.kind == "passage"] == [
        "Kære nabo. Vi slår hækken på lørdag. Kom og vær med!"
    ]


def test_an_empty_template_section_recommends_nothing_and_decides_nothing() -> None:
    text = (
        "Referat\n\n4. Eventuelt\nSagsnr.:\nSagsfremstilling:\nIntet til dagsordenen.\n"
        "Indstilling:\nFagafdelingen indstiller\nBilag:\nBeslutning:\n\n"
        "5. Næste møde\nSagsfremstilling:\nDen 3. maj 2016."
    )
    document = parse(_extract(text), source="x")
    assert [item.title for item in document.items] == ["Eventuelt", "Næste møde"]
    assert [fact.kind for fact in document.items[0].facts] == ["background"]


def test_a_portal_that_hides_the_title_of_a_closed_item_still_closes_it() -> None:
    text = (
        "Sagsnr. 12/345\nBeslutning\nPunktet er lukket af hensyn til forhandlingen.\n\n"
        "Beslutning på byrådsmødet den 22. juni 2022\nGodkendt"
    )
    document = parse(_extract(text), source="x")
    assert [(item.title, item.access) for item in document.items] == [("Punkt uden titel", "closed")]


def test_text_with_a_closed_mark_that_is_no_minutes_is_closed_as_a_whole() -> None:
    document = parse(_extract("Notat\n\nLukket - Fyring af leder\n\nLederen fratræder den 1. maj."), source="x")
    assert (document.kind, document.access) == ("other", "closed")


def test_own_decision_comes_first_and_other_bodies_follow_as_printed() -> None:
    text = (
        "Referat\nByrådet\nMødedato: 5. maj 2020\n\n7. Ny hal\nSagsnr. 20/17\n\nIndstilling\n"
        "Forvaltningen indstiller, at "
        "hallen bygges.\n\nKulturudvalget, 1. april 2020, pkt. 4:\nAnbefales.\n\n"
        "Økonomiudvalget, 20. april 2020, pkt. 9:\n"
        "Ikke anbefalet.\n\nBeslutning\nGodkendt."
    )
    decisions = [f for f in parse(_extract(text), source="x").items[0].facts if f.kind == "decision"]
    assert [(f.by, f.on, f.decision_class) for f in decisions] == [
        (None, None, "approved"),
        ("Kulturudvalget", date(2020, 4, 1), "recommended"),
        ("Økonomiudvalget", date(2020, 4, 20), "rejected"),
    ]


def _seeds() -> Path:
    named = os.environ.get("REFERENT_SEEDS")
    folder = Path(named) if named else Path(__file__).parents[4] / "shared" / "seeds"
    if not folder.is_dir():
        pytest.skip("the real documents are not beside this checkout (REFERENT_SEEDS)")
    return folder


@pytest.mark.seeds
def test_the_real_minutes_of_a_board_are_read_in_full() -> None:
    path = _seeds() / "direktion-2015-10-22.txt"
    extract = read(path)
    document = parse(extract, source=path.name)
    assert verify(extract, document) == []
    assert (document.kind, document.edition, document.date) == ("minutes", "open", date(2015, 10, 22))
    meeting = document.meeting
    assert meeting is not None
    assert (meeting.place, meeting.start, meeting.end) == ("Mødelokale 505", time(8, 30), time(11, 30))
    assert meeting.members == ("Louise Thule", "Michael Holst", "Mogens Bak Hansen")
    told = [(i.number, i.case_number, i.access, i.facts[0].decision_class) for i in document.items]
    assert told == [
        ("71", "15/9401", "closed", "discussed"),
        ("72", "15/8020", None, "approved"),
        ("73", "15/9345", None, "rejected"),
        ("74", None, None, "as_worded"),
        ("75", None, None, "as_worded"),
    ]
    assert [i.number_inferred for i in document.items] == [False, True, True, True, True]
    asked = [f for f in document.items[1].facts if f.kind == "recommendation" and f.source_kind is None]
    assert [(f.ordinal, f.by) for f in asked] == [(1, "Økonomi og Administration"), (2, "Økonomi og Administration")]
    named = [a.number for a in document.items[2].attachments]
    assert named == ["69565/15", "69567/15", "69566/15"]
    assert all(a.facts for a in document.items[2].attachments)


@pytest.mark.seeds
def test_what_the_real_questions_expect_stands_in_some_fact() -> None:
    folder = _seeds()
    questions = folder.parent / "questions.jsonl"
    if not questions.is_file():
        pytest.skip("questions.jsonl is not beside the real documents")
    texts: dict[str, str] = {}
    for path in folder.glob("*.txt"):
        document = parse(read(path), source=path.name)
        facts = [*document.facts, *(document.meeting.facts if document.meeting else ())]
        for item in document.items:
            facts += [*item.facts, *(fact for attachment in item.attachments for fact in attachment.facts)]
        texts[path.stem] = "\n".join(fact.text for fact in facts)
        texts[path.stem] += "\n".join(a.number or "" for item in document.items for a in item.attachments)
    missing = []
    for line in questions.read_text(encoding="utf-8").splitlines():
        question = json.loads(line)
        text = texts.get(question["source"].split()[0], "")
        missing += [(question["id"], part) for part in question["expect"] if part not in text]
    assert missing == []
