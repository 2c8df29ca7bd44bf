"""Programmes, strategies, plans and reports in many layouts are read to what a person finds in them.

Beside each document stands NAME.expected.json, checked by eye. After a wanted change, write them anew with
REFERENT_WRITE_GOLDEN=1 and read the difference.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from store.ingest.minutes import parse
from store.ingest.parsed import Abbreviation, ParsedDocument, ParsedInitiative, ParsedList, When
from store.ingest.read import read
from store.ingest.verify import verify

_FOLDER = Path(__file__).parent / "programmes"
_DOCUMENTS = sorted(path for path in _FOLDER.iterdir() if path.suffix in (".txt", ".html"))


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, (), [], "", False)}


def _when(when: When | None) -> str | None:
    if when is None:
        return None
    days = f"{when.first or ''}..{when.last or ''}"
    marks = " inferred" if when.inferred else ""
    clock = f" {when.at:%H:%M}" if when.at else ""
    return f"{when.words} = {days} {when.precision} {when.relation}{marks}{clock}"


def _list(each: ParsedList) -> dict[str, Any]:
    parts = [
        _filled({"number": part.number, "title": part.title, "when": _when(part.when), "text": part.fact.text})
        for part in each.parts
    ]
    whole = _filled({"name": each.name, "kind": each.kind, "announced": each.announced, "parts": parts})
    return {**whole, "complete": each.complete}


def _initiative(each: ParsedInitiative) -> dict[str, Any]:
    return _filled(
        {
            "title": each.title,
            "kind": each.kind,
            "about": each.about.text,
            "owner": each.owner,
            "status": each.status,
            "on": each.on.isoformat() if each.on else None,
            "statuses": [_filled({"text": one.text, "on": one.on and one.on.isoformat()}) for one in each.status_facts],
            "lists": [_list(one) for one in each.lists],
            "milestones": [
                {"title": one.title, "when": _when(one.when), "pages": sorted({span.page for span in one.fact.spans})}
                for one in each.milestones
            ],
            "responsibilities": [f"{one.role}: {one.name}" for one in each.responsibilities],
            "goals": [_filled({"figure": one.figure, "text": one.fact.text}) for one in each.goals],
        }
    )


def _short(abbreviations: tuple[Abbreviation, ...]) -> dict[str, str]:
    return {each.short: each.long for each in abbreviations}


def _summary(document: ParsedDocument) -> dict[str, Any]:
    items = {item.title: [_initiative(each) for each in item.initiatives] for item in document.items}
    attachments = {
        attachment.title: [_initiative(each) for each in attachment.initiatives]
        for item in document.items
        for attachment in item.attachments
    }
    return _filled(
        {
            "kind": document.kind,
            "initiatives": [_initiative(each) for each in document.initiatives],
            "abbreviations": _short(document.abbreviations),
            "items": {title: found for title, found in items.items() if found},
            "attachments": {title: found for title, found in attachments.items() if found},
        }
    )


@pytest.mark.parametrize("path", _DOCUMENTS, ids=lambda path: path.name)
def test_a_plan_is_read_to_its_fields(path: Path) -> None:
    extract = read(path)
    document = parse(extract, source=path.name)

    assert verify(extract, document) == []
    found = _summary(document)
    expected = path.with_suffix(".expected.json")
    if os.environ.get("REFERENT_WRITE_GOLDEN"):
        expected.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(expected.read_text(encoding="utf-8"))


def test_lists_of_other_documents_are_no_part_of_a_plan() -> None:
    extract = read(_FOLDER / "havby-strategi-2014.txt")
    document = parse(extract, source="havby")

    told = [fact.text for fact in document.facts] + [one.fact.text for one in document.initiatives[0].milestones]
    assert not any("Rønland" in text or "Vesterlund" in text or "Læs mere" in text for text in told)


def test_an_item_about_chairs_describes_no_initiative() -> None:
    document = parse(read(_FOLDER / "ravnsby-direktion-2024.txt"), source="ravnsby")

    assert [(item.title, len(item.initiatives)) for item in document.items] == [
        ("Program for tryg trafik ved skolerne", 1),
        ("Nye møbler til kantinen", 0),
    ]


def test_what_fits_no_field_stays_a_passage() -> None:
    extract = read(_FOLDER / "strandholt-projektplan-2025.txt")
    document = parse(extract, source="strandholt")

    passages = " ".join(fact.text for fact in document.facts if fact.kind == "passage")
    assert "Driften er ikke beregnet, og der mangler et beløb for vand, ca. kr. om året." in passages
    assert document.initiatives[0].goals == ()
