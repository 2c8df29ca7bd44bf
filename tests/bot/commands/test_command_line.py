"""The command line's promises: shapes, exit codes, and where errors go."""

import json
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert, update

from bot import cli
from bot.commands import opening
from bot.config import read_settings
from bot.demo import furnish
from bot.world import open_world
from store.scene import DOCUMENT
from store.watch_queue import ATTEMPTS, NEWS
from tests.fakes.minutes import Paper, paper, programme
from tests.fakes.times import day

BO, CILLE = "00000000-0000-0000-0000-0000000000a1", "00000000-0000-0000-0000-0000000000a2"
NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
FACT = {
    "kind",
    "text",
    "class",
    "document",
    "body",
    "meeting_date",
    "item_number",
    "item_title",
    "case_number",
    "page",
    "number",
}
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
Beslutning i Havneudvalget den 4. marts 2025:
Godkendt som indstillet.

Punkt 2: Lukket - Lejer i skur 7

Sagsnr.: 25/412
Sagsfremstilling:
Lejeren skylder tre måneders husleje.
Beslutning i Havneudvalget den 4. marts 2025:
Lejemålet ophæves.
"""


@pytest.fixture(scope="module")
def demo_store(tmp_path_factory):
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    world = open_world(read_settings(database_url=opening.sqlite_url(path), demo=True), lambda: NOW)
    furnish(world)
    world.close()
    return path


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run the command line in an empty folder with a store of its own; gives (exit code, stdout, stderr)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFERENT_DATABASE_URL", opening.sqlite_url(tmp_path / "own.db"))

    def call(*words):
        monkeypatch.setattr("sys.argv", ["referent", *map(str, words)])
        try:
            cli.main()
            code = 0
        except SystemExit as end:
            code = end.code or 0
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def ask_demo(run, demo_store, monkeypatch):
    def call(*words):
        monkeypatch.setenv("REFERENT_DATABASE_URL", opening.sqlite_url(demo_store))
        return run("ask", *words)

    return call


def test_the_customers_question_is_answered_in_the_promised_shape(ask_demo):
    code, out, err = ask_demo("What was decided on the KMD proceeds?", "--json")
    answer = json.loads(out)
    assert (code, err) == (0, "")
    assert set(answer) == {
        "status", "language", "intent", "answer", "facts", "count", "complete", "suggestions", "elapsed_ms",
    }  # fmt: skip
    assert (answer["status"], answer["language"], answer["intent"]) == ("answered", "en", "decision")
    first, *rest = answer["facts"]
    assert all(set(fact) == FACT for fact in answer["facts"])
    assert (first["kind"], first["class"], first["text"]) == ("decision", "approved", "Godkendt som indstillet.")
    assert (first["body"], first["meeting_date"]) == ("Direktionen", "2015-10-22")
    assert (first["item_number"], first["case_number"]) == ("72", "15/8020")
    assert [fact["kind"] for fact in rest[:2]] == ["recommendation", "recommendation"]
    assert {fact["class"] for fact in rest} == {None}


def test_not_found_has_no_facts_and_still_exits_0(ask_demo):
    code, out, _ = ask_demo("Hvad blev besluttet om en rumstation?", "--json")
    answer = json.loads(out)
    assert code == 0
    assert (answer["status"], answer["facts"]) == ("not_found", [])


def test_a_closed_item_is_there_for_a_member_in_personal_chat_only(ask_demo):
    question = "hvad blev besluttet om afvikling af Servicekorpset?"
    _, reader, _ = ask_demo(question, "--json")
    _, member, _ = ask_demo(question, "--as", BO, "--json")
    _, channel, _ = ask_demo(question, "--as", BO, "--audience", "channel", "--json")
    assert json.loads(reader)["status"] == "not_found"
    assert json.loads(member)["facts"][0]["item_title"] == "Afvikling af Servicekorpset"
    assert json.loads(channel)["status"] == "not_found"


def test_a_batch_goes_on_after_a_bad_line(ask_demo, tmp_path):
    lines = [
        json.dumps({"question": "hvad blev besluttet om salgsprovenuet?"}),
        "{no json",
        json.dumps({"ask": "?"}),
        json.dumps({"question": "hej", "as": "Ingen Kendt"}),
        json.dumps({"question": "hvem er jeg?", "as": "Cille", "audience": "personal", "locale": "da"}),
    ]
    (tmp_path / "questions.jsonl").write_text("\n".join(lines), "utf-8")
    code, out, _ = ask_demo("--batch", tmp_path / "questions.jsonl")
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [sorted(a) if "error" in a else a["status"] for a in answers] == [
        "answered",
        ["error"],
        ["error"],
        ["error", "question"],
        "answered",
    ]
    assert CILLE in answers[4]["answer"]


@pytest.mark.parametrize(
    "words",
    [
        ("ask",),
        ("ask", "hej", "--as", "Ingen Kendt"),
        ("ask", "hej", "--at", "i går"),
        ("ask", "hej", "--audience", "gaden"),
        ("ingest", "findes-ikke.pdf"),
        ("people", "grant", "Ingen Kendt", "--role", "member"),
        ("nonsense",),
    ],
)
def test_wrong_use_exits_2_and_says_so_on_stderr(run, words):
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert err.strip()
    assert "Traceback" not in err


def test_what_is_ingested_can_be_listed_closed_opened_and_removed(run, tmp_path):
    path = tmp_path / "havneudvalget.txt"
    path.write_text(MINUTES, "utf-8")
    code, out, _ = run("ingest", path, "--json")
    (report,) = json.loads(out)
    assert code == 0
    assert set(report) == {
        "path", "status", "reason", "document", "items", "closed_items", "decisions", "recommendations",
        "attachments", "passages", "initiatives", "milestones", "responsibilities", "warnings",
    }  # fmt: skip
    assert (report["status"], report["items"], report["closed_items"]) == ("stored", 2, 1)
    assert report["document"] | {"id": "", "title": ""} == {
        "id": "",
        "title": "",
        "kind": "minutes",
        "body": "Havneudvalget",
        "date": "2025-03-04",
    }
    assert json.loads(run("ingest", path, "--json")[1])[0]["status"] == "unchanged"

    document = report["document"]["id"]
    assert [one["id"] for one in json.loads(run("documents", "--json")[1])] == [document]
    status = lambda: json.loads(run("ask", "hvad blev besluttet om kranen på kajen?", "--json")[1])["status"]  # noqa: E731 - asked four times below
    assert status() == "answered"
    assert run("documents", "close", document, "--item", "1")[0] == 0
    assert status() == "not_found"
    assert run("documents", "open", document, "--item", "1")[0] == 0
    assert status() == "answered"
    assert run("documents", "remove", document)[0] == 0
    assert status() == "not_found"


def test_initiatives_are_listed_as_json_and_as_lines_to_those_who_may_see_them(run, tmp_path):
    path = tmp_path / "havneudvalget.txt"
    path.write_text(MINUTES, "utf-8")
    run("ingest", path)
    assert (run("initiatives", "--json")[:2], run("initiatives")[:2]) == ((0, "[]\n"), (0, ""))
    made, shut = Paper(), Paper()
    one = programme(made, "Ny plan for havnen", milestones=[("Bud", day(2026, 2, 4))], duties=[("formand", "Bo")])
    with opening.open_store(reading=False) as world:
        world.intake.store_parsed([paper(made, one), paper(shut, programme(shut, "Salg af kajen"), chosen="closed")])
    (row,) = json.loads(run("initiatives", "--json")[1])
    assert (row["title"], row["owner"], row["status"], row["page"]) == (
        "Ny plan for havnen", "Økonomiforvaltningen", None, 1,
    )  # fmt: skip
    assert row["milestones"] == [{"title": "Bud", "date": "2026-02-04", "precision": "day", "page": 1}]
    assert row["responsibilities"] == [{"role": "formand", "name": "Bo"}]
    assert set(row) == {"id", "title", "owner", "status", "document", "page", "milestones", "responsibilities"}
    code, out, _ = run("initiatives")
    assert (code, "4/2 2026: Bud" in out, "formand: Bo" in out) == (0, True, True)
    assert run("people", "grant", BO, "--role", "member")[0] == 0
    titles = [one["title"] for one in json.loads(run("initiatives", "--as", BO, "--json")[1])]
    assert titles == ["Ny plan for havnen", "Salg af kajen"]
    assert run("initiatives", "--as", "Ingen Kendt")[0] == 2


def test_meetings_are_listed_with_their_deadlines(run, demo_store, monkeypatch):
    monkeypatch.setenv("REFERENT_DATABASE_URL", opening.sqlite_url(demo_store))
    code, out, _ = run("meetings", "--body", "direktionen", "--since", "2026-11-22", "--until", "2026-12-31", "--json")
    found = json.loads(out)
    assert code == 0
    assert [one["date"] for one in found] == ["2026-12-03"]
    assert found[0] == {
        "body": "Direktionen",
        "date": "2026-12-03",
        "start": "09:00",
        "place": "Mødelokale Fyret",
        "state": "planned",
        "deadlines": {
            "submission": "2026-11-25T12:00:00+01:00",
            "quality": "2026-11-26T12:00:00+01:00",
            "dispatch": "2026-11-27T15:00:00+01:00",
            "minutes": "2026-12-08T15:00:00+01:00",
        },
        "source": "both",
    }
    lines = run("meetings", "--since", "2026-11-22", "--until", "2026-12-31")[1].splitlines()
    assert "2026-12-03 09:00  Direktionen, Mødelokale Fyret, planned, items by 2026-11-25 12:00" in lines
    assert run("meetings", "--since", "i morgen")[0] == 2
    assert run("meetings", "--body", "Skovrådet")[0] == 2


def test_the_doctor_says_what_an_earlier_version_read(run, tmp_path):
    path = tmp_path / "havneudvalget.txt"
    path.write_text(MINUTES, "utf-8")
    run("ingest", path)
    assert "earlier version" not in run("doctor")[1]
    with opening.open_store(reading=False) as world, world.database.write() as session:
        session.connection().execute(update(DOCUMENT).values(reading=0))
    assert "An earlier version read 1 of the stored documents" in run("doctor")[1]
    run("ingest", path)
    assert "earlier version" not in run("doctor")[1]


def test_a_refused_file_is_told_and_the_next_goes_on(run, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a-broken.pdf").write_bytes(b"%PDF-1.7 nothing of the kind")
    (tmp_path / "in" / "b-minutes.txt").write_text(MINUTES, "utf-8")
    code, out, _ = run("ingest", tmp_path / "in", "--json")
    broken, minutes = json.loads(out)
    assert code == 0
    assert (broken["status"], broken["document"]) == ("refused", None)
    assert set(broken["reason"]) == {"code", "page", "line", "message"}
    assert minutes["status"] == "stored"


def test_rights_are_granted_listed_and_revoked(run, tmp_path):
    (tmp_path / "m.txt").write_text(MINUTES, "utf-8")
    run("ingest", tmp_path / "m.txt")
    assert run("people", "grant", BO, "--role", "secretary", "--body", "Havneudvalget")[0] == 0
    (holder,) = json.loads(run("people", "list", "--json")[1])
    assert (holder["id"], holder["grants"]) == (BO, [{"role": "secretary", "body": "Havneudvalget"}])
    answer = json.loads(run("ask", "hvad blev besluttet om lejer i skur 7?", "--as", BO, "--json")[1])
    assert answer["facts"][0]["text"] == "Lejemålet ophæves."
    assert run("people", "revoke", BO, "--role", "secretary", "--body", "Havneudvalget")[0] == 0
    assert json.loads(run("people", "list", "--json")[1]) == []


def test_asking_before_there_is_a_store_says_what_to_do(run, monkeypatch):
    monkeypatch.delenv("REFERENT_DATABASE_URL")
    code, out, err = run("ask", "hej")
    assert (code, out) == (1, "")
    assert "make run" in err


def test_whole_conversations_run_from_a_file(run, demo_store, tmp_path, monkeypatch):
    monkeypatch.setenv("REFERENT_DATABASE_URL", opening.sqlite_url(demo_store))
    lines = [
        {"as": "Anna", "conversation": "1", "text": "hvad blev besluttet om salgsprovenuet?"},
        {"as": "Anna", "conversation": "1", "text": "og hvilket sagsnummer?"},
        {"as": "Anna", "conversation": "1"},
    ]
    (tmp_path / "talk.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    code, out, _ = run("chat", "--batch", tmp_path / "talk.jsonl")
    first, _, third = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    (message,) = first["messages"]
    assert {"text", "card", "updates", "actions", "suggestions"} <= set(message)
    assert first["error"] is None
    assert message["card"]["version"] == "1.5"
    assert all(set(action) == {"title", "verb", "data"} for action in message["actions"])
    assert third["messages"] == []
    assert third["error"]


def test_the_doctor_names_what_watches_could_not_be_told_of(run, tmp_path):
    path = tmp_path / "havneudvalget.txt"
    path.write_text(MINUTES, "utf-8")
    run("ingest", path)
    assert "Watches were not told" not in run("doctor")[1]
    row = {"kind": "document", "key": "d-1", "at": NOW, "last_watch": 1, "attempts": ATTEMPTS}
    with opening.open_store(reading=False) as world, world.database.write() as session:
        session.connection().execute(insert(NEWS), [row])
    out = run("doctor")[1]
    assert "Watches were not told of document d-1: asking what they say failed 5 times." in out
    assert "Each start of `referent serve` tries them once more." in out


def test_the_doctor_says_what_is_missing(run):
    code, out, _ = run("doctor")
    assert code == 1
    assert "REFERENT_APP_ID" in out


def test_a_backup_is_a_store(run, tmp_path):
    (tmp_path / "m.txt").write_text(MINUTES, "utf-8")
    run("ingest", tmp_path / "m.txt")
    assert run("backup", tmp_path / "copy.db")[0] == 0
    assert (tmp_path / "copy.db").read_bytes()[:15] == b"SQLite format 3"
    assert run("backup", tmp_path / "copy.db")[0] == 1


ITEM = {
    "id", "number", "title", "case_number", "type", "access", "state", "body", "meeting_date", "author", "responsible",
    "updated",
}  # fmt: skip


@pytest.fixture
def items_demo(run, demo_store, monkeypatch):
    def call(*words):
        monkeypatch.setenv("REFERENT_DATABASE_URL", opening.sqlite_url(demo_store))
        return run("items", *words)

    return call


def test_agenda_items_are_listed_as_promised(items_demo):
    code, out, err = items_demo("--as", "Cille", "--json")
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert all(set(one) == ITEM for one in found)
    assert sorted(one["state"] for one in found) == ["draft", "ready", "returned", "submitted", "submitted"]
    (ready,) = (one for one in found if one["state"] == "ready")
    assert (ready["type"], ready["access"], ready["body"]) == ("briefing", "open", "Direktionen")
    assert (ready["author"], ready["responsible"], ready["number"]) == ("Bo Sørensen", None, None)
    assert datetime.fromisoformat(ready["updated"]).tzinfo is not None
    assert found == sorted(found, key=lambda one: one["meeting_date"])


def test_agenda_items_are_cut_by_state_and_meeting_and_by_who_asks(items_demo):
    everything = json.loads(items_demo("--as", "Cille", "--json")[1])
    assert json.loads(items_demo("--json")[1]) == []
    assert {one["author"] for one in json.loads(items_demo("--as", "Anna", "--json")[1])} == {"Anna Jensen"}
    submitted = json.loads(items_demo("--as", "Cille", "--state", "submitted", "--json")[1])
    assert submitted == [one for one in everything if one["state"] == "submitted"]
    day = submitted[0]["meeting_date"]
    of_meeting = [one for one in everything if (one["meeting_date"], one["body"]) == (day, "Direktionen")]
    for named in (f"direktion-{day}", f"Direktionen {day}"):
        assert json.loads(items_demo("--as", "Cille", "--meeting", named, "--json")[1]) == of_meeting
    assert json.loads(items_demo("--as", "Cille", "--meeting", "findes-ikke", "--json")[1]) == []
    lines = items_demo("--as", "Cille", "--state", "ready")[1].splitlines()
    assert len(lines) == 1
    assert "Sygefravær" in lines[0]


def test_a_state_that_is_none_is_wrong_use(items_demo):
    code, out, err = items_demo("--state", "færdig", "--json")
    assert (code, out) == (2, "")
    assert "færdig" in err
