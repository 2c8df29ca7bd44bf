"""The watched folder: what is taken, how it is handed in, and where it goes."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store.inbox import FolderSettings, SettingsUnreadable, settings_of, sweep
from store.records import Access, IngestReport


@dataclass
class Taker:
    """Refuses what says so, and stores the rest."""

    taken: list[tuple[str, Access, str | None]] = field(default_factory=list)
    meanwhile: str = ""

    def ingest(self, content: Path, *, name: str | None, access: Access, body: str | None) -> IngestReport:
        self.taken.append((name or "", access, body))
        if self.meanwhile:
            content.write_text(self.meanwhile)
        if "bad" in content.read_text():
            reason: dict[str, object] = {"code": "no_text", "page": 2, "line": None, "message": "nothing to read"}
            return IngestReport(name or "", "refused", reason, None)
        return IngestReport(name or "", "stored", None, {})


def put(root: Path, name: str, content: str = "fine") -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    return path


def later(seconds: float = 60) -> datetime:
    return datetime.now(UTC) + timedelta(seconds=seconds)


def left(root: Path) -> set[str]:
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}


def test_settled_files_are_stored_and_moved(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf")
    put(tmp_path, "direktion/b.docx")
    put(tmp_path, "c.txt", "bad")
    taker = Taker()
    reports = sweep(tmp_path, taker, later())
    assert {(report.path, report.status) for report in reports} == {
        ("a.pdf", "stored"), ("direktion/b.docx", "stored"), ("c.txt", "refused"),
    }  # fmt: skip
    assert left(tmp_path) == {"done/a.pdf", "done/direktion/b.docx", "refused/c.txt", "refused/c.txt.reason.txt"}
    assert (tmp_path / "refused/c.txt.reason.txt").read_text() == "no_text: nothing to read (page 2)\n"
    assert sweep(tmp_path, taker, later()) == ()


def test_files_being_written_wait(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf")
    for name in (".hidden.pdf", "~$a.docx", "a.pdf.part", "a.crdownload", "a.pdf~"):
        put(tmp_path, name)
    old = put(tmp_path, "moved-in.pdf")
    os.utime(old, (0, 0))
    taker = Taker()
    assert sweep(tmp_path, taker, later(5), settle_seconds=10) == ()
    assert [report.path for report in sweep(tmp_path, taker, later(60))] == ["a.pdf", "moved-in.pdf"]
    assert len(left(tmp_path)) == 7


def test_a_file_that_changed_while_it_was_read_is_read_again(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf")
    taker = Taker(meanwhile="more than before")
    assert sweep(tmp_path, taker, later()) == ()
    taker.meanwhile = ""
    assert len(sweep(tmp_path, taker, later())) == 1


def test_the_oldest_file_goes_first(tmp_path: Path) -> None:
    for name in ("b.pdf", "a.pdf"):
        put(tmp_path, name)
    first = tmp_path / "b.pdf"
    moment = max(first.stat().st_ctime, (tmp_path / "a.pdf").stat().st_ctime)
    os.utime(tmp_path / "a.pdf", (moment + 5, moment + 5))
    taker = Taker()
    sweep(tmp_path, taker, later())
    assert [name for name, *_rest in taker.taken] == ["b.pdf", "a.pdf"]


def test_taken_names_get_a_number(tmp_path: Path) -> None:
    taker = Taker()
    for _ in range(3):
        put(tmp_path, "a.pdf")
        sweep(tmp_path, taker, later())
    assert left(tmp_path) == {"done/a.pdf", "done/a (2).pdf", "done/a (3).pdf"}


def test_folders_say_body_and_access(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf")
    put(tmp_path, "direktion/b.pdf")
    put(tmp_path, "direktion/åben/c.pdf")
    put(tmp_path, "Lukket/d.pdf")
    put(tmp_path, "direktion/inbox.toml", 'body = "Direktionen"\naccess = "closed"\n')
    put(tmp_path, "direktion/åben/inbox.toml", 'access = "open"\n')
    taker = Taker()
    sweep(tmp_path, taker, later())
    assert sorted(taker.taken) == [
        ("Lukket/d.pdf", "closed", None),
        ("a.pdf", "open", None),
        ("direktion/b.pdf", "closed", "Direktionen"),
        ("direktion/åben/c.pdf", "open", "Direktionen"),
    ]


@pytest.mark.parametrize("text", ['acess = "closed"', 'access = "secret"', "body = 1", "=", 'access = "closed'])
def test_files_wait_while_their_folders_settings_cannot_be_read(tmp_path: Path, text: str) -> None:
    put(tmp_path, "x/a.pdf")
    put(tmp_path, "x/inbox.toml", text)
    with pytest.raises(SettingsUnreadable):
        settings_of(tmp_path, tmp_path / "x")
    taker = Taker()
    assert (sweep(tmp_path, taker, later()), taker.taken) == ((), [])
    put(tmp_path, "x/inbox.toml", 'access = "closed"')
    assert settings_of(tmp_path, tmp_path / "x") == FolderSettings(None, "closed")


def test_no_folder_is_no_error(tmp_path: Path) -> None:
    assert sweep(tmp_path / "nowhere", Taker(), later()) == ()


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = put(tmp_path / "outside", "a.pdf")
    root = tmp_path / "root"
    root.mkdir()
    (root / "link.pdf").symlink_to(outside)
    (root / "folder").symlink_to(outside.parent)
    assert sweep(root, Taker(), later()) == ()
