"""Follow-ups from being said to being done over `chat --batch`, and what `referent followups` lists of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from bot import cli
from tests.fakes.batches import NOW, Batch

OVERDUE = "HR og Byg peger hver på en tovholder"
Run = Callable[..., Any]


@pytest.fixture
def run(batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line over the store with the sample data; gives what it printed."""

    def call(*words: str) -> str:
        monkeypatch.setattr("sys.argv", ["referent", *words])
        with suppress(SystemExit):
            cli.main()
        return capsys.readouterr().out

    return call


def story(run: Run, folder: Path, locale: str, lines: list[tuple[str, str, str]]) -> None:
    """Each of (who, says, what is answered among other things), in one conversation a person."""
    turns = [
        {"as": who, "conversation": f"a-{who}", "locale": locale, "at": NOW.isoformat(), "text": text}
        for who, text, _ in lines
    ]
    (folder / "story.jsonl").write_text("\n".join(json.dumps(turn) for turn in turns), "utf-8")
    answers = [json.loads(line) for line in run("chat", "--batch", str(folder / "story.jsonl")).splitlines()]
    assert len(answers) == len(lines)
    for (who, text, told), answer in zip(lines, answers, strict=True):
        assert told in answer["messages"][-1]["text"], (who, text)


def test_a_promise_is_made_handed_over_and_done(run: Run, tmp_path: Path) -> None:
    lines = [
        ("Cille", "hvad er forsinket i Direktionen?", OVERDUE),
        ("Cille", "husk at følge op på talentudvikling den 5. november, ansvarlig er HR-chefen", "5. november 2027"),
        ("Cille", "ja", "er oprettet"),
        ("Cille", "giv den til Bo", "ligger nu hos Bo Sørensen"),
        ("Bo", "mine opgaver", "Følg op på talentudvikling"),
        ("Bo", "hvad lovede vi om tovholdere?", OVERDUE),
        ("Bo", "notér: HR har svaret", "»HR har svaret«"),
        ("Bo", "færdig", "er færdig. Tak."),
        ("Cille", "hvad mangler opfølgning?", "Saml bemærkningerne fra Lederforum"),
        ("Cille", "hvilke opfølgninger skal på næste møde i Direktionen?", f"– {OVERDUE} (Bo Sørensen · færdig"),
    ]
    story(run, tmp_path, "da", lines)


def test_the_same_in_english(run: Run, tmp_path: Path) -> None:
    lines = [
        ("Cille", "what is overdue in Direktionen?", OVERDUE),
        ("Cille", "remind us to report on the roof by 1 March, responsible is Bo", "Due: 1 March 2027"),
        ("Cille", "yes", "has been made"),
        ("Cille", "postpone it until Friday", "before 27 November 2026"),
        ("Bo", "my tasks", "Report on the roof"),
        ("Bo", "the follow-up on the roof is done", "is done. Thank you."),
        ("Bo", "reopen the follow-up", "is open again"),
        ("Anna", "what did we promise about tovholdere?", OVERDUE),
        ("Anna", "mark it as done", "can be changed by whoever is responsible"),
    ]
    story(run, tmp_path, "en", lines)


def test_the_command_lists_them_by_person_and_state(run: Run, tmp_path: Path) -> None:
    def listed(*more: str) -> list[dict[str, Any]]:
        return list(json.loads(run("followups", "--json", *more)))

    found = {one["title"]: one for one in listed("--as", "Cille Ærø")}
    assert {one["state"] for one in found.values()} == {"open", "done"}
    overdue = dict(found[OVERDUE])
    assert overdue.pop("id").startswith("f")
    assert overdue == {
        "title": OVERDUE,
        "responsible": "Bo Sørensen",
        "due": "2026-11-12",
        "state": "open",
        "decision": {
            "document": "Møde Direktionen 10. september 2026",
            "item_number": "2",
            "case_number": "26/11890",
            "meeting_date": "2026-09-10",
        },
        "access": "open",
    }
    done = listed("--state", "done")
    assert [one["title"] for one in done] == ["Skriv ud, at julefrokosten er flyttet"]
    own = "Ringe til banken"
    story(run, tmp_path, "da", [("Anna", "mind mig om at ringe til banken i morgen", own), ("Anna", "ja", own)])
    assert own in [one["title"] for one in listed("--as", "Anna Jensen")]
    assert own not in [one["title"] for one in listed("--as", "Cille Ærø")]
    assert own not in [one["title"] for one in listed()]
