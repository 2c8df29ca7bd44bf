"""SQLite and PostgreSQL give the same status and the same first fact for every question of the evaluation set."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from store.records import Finding
from tests.bench.asker import Asker, samples
from tests.bench.questions import Labelled, mistyped, own


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Asker, Asker]]:
    """The sample documents in a store on each engine."""
    server = os.environ.get("REFERENT_TEST_POSTGRES_URL")
    if not server:
        if os.environ.get("REFERENT_REQUIRE_POSTGRES") == "1":
            pytest.fail("REFERENT_REQUIRE_POSTGRES=1, but REFERENT_TEST_POSTGRES_URL names no server")
        pytest.skip("no PostgreSQL: set REFERENT_TEST_POSTGRES_URL to run this test")
    url = make_url(server).set(drivername="postgresql+psycopg")
    schema = f"answers_{uuid.uuid4().hex[:12]}"
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    place = url.update_query_dict({"options": f"-csearch_path={schema}"}).render_as_string(hide_password=False)
    file = Path(tmp_path_factory.mktemp("answers")) / "store.db"
    sqlite, postgres = samples(f"sqlite:///{file}"), samples(place)
    try:
        yield Asker(sqlite), Asker(postgres)
    finally:
        sqlite.close()
        postgres.close()
        with engine.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
        engine.dispose()


def outcome(finding: Finding) -> tuple[object, ...]:
    """What must be alike: the status, the facts in order, and what is said beside them."""
    facts = tuple((fact.kind, fact.text, fact.item_title, fact.meeting_date) for fact in finding.facts)
    near = tuple(title.title for title in finding.near)
    return finding.status, facts[:1], near, finding.missing, finding.corrected, finding.unknown


@pytest.mark.postgres
def test_the_same_answers_on_both_engines(both: tuple[Asker, Asker]) -> None:
    sqlite, postgres = both
    questions = [*own("open"), *own("frozen")]
    asked = [(question, question.text) for question in questions]
    asked += [(question, mistyped(question.text)) for question in questions[::4]]
    unlike = [
        words for question, words in asked if _asked(sqlite, question, words) != _asked(postgres, question, words)
    ]
    assert unlike == []


def _asked(asker: Asker, question: Labelled, words: str) -> tuple[object, ...]:
    return outcome(asker.find(words, question.lang, question.subject))
