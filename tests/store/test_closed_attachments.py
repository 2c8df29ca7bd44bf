"""A closed attachment of an open item is as closed as if the item were: title, text and all."""

from datetime import UTC, datetime

import pytest

from store.answers import StoredAnswers
from store.ingest.intake import Intake
from store.records import Grant, Query, Subject
from store.search.index import ShelfIndex

MINUTES = """Referat fra mødet i Havneudvalget

Mødedato: Tirsdag den 4. marts 2025
Mødested: Pakhuset
Mødetidspunkt: Kl. 9.00 - 10.00
Medlemmer: Ida Krog, Palle Bach

Punkt 1: Ny kran på kajen

Sagsnr.: 25/411
Sagsfremstilling:
Kranen fra 1968 kan ikke længere synes.
Indstilling:
Havnechefen indstiller, at der købes en brugt kran.
Bilag:
Åben - Tegning af kajen.pdf
Lukket - Bud fra Vestjern og Stålbro.pdf
Beslutning i Havneudvalget den 4. marts 2025:
Godkendt som indstillet.
"""
READER = Subject("reader", employee=True)
MEMBER = Subject("member", employee=True, grants=(Grant("member", None),))


@pytest.fixture
def answers(sqlite_db):
    Intake(sqlite_db, ShelfIndex(), lambda: datetime(2025, 3, 5, tzinfo=UTC)).ingest(MINUTES.encode(), name="havn.txt")
    return StoredAnswers(sqlite_db)


def titles(finding):
    return [fact.text for fact in finding.facts]


def test_a_reader_meets_the_open_attachment_only(answers):
    query = Query(text="hvilke bilag hører til kranen?", topic="kranen", intent="attachments", lang="da")
    assert titles(answers.find(query, READER)) == ["Tegning af kajen.pdf"]
    assert titles(answers.find(query, MEMBER)) == ["Tegning af kajen.pdf", "Bud fra Vestjern og Stålbro.pdf"]


def test_the_words_of_a_closed_attachment_find_nothing_for_a_reader(answers):
    query = Query(text="bud fra Vestjern og Stålbro", topic="bud fra Vestjern og Stålbro", intent="find", lang="da")
    assert answers.find(query, READER).status == "not_found"
    assert titles(answers.find(query, MEMBER))[:1] == ["Bud fra Vestjern og Stålbro.pdf"]
