"""A watched folder: settled new files are stored and moved to done/, or to refused/ with the reason beside them.

Each folder inside the root may say what its files are, in an `inbox.toml` (`body = "Direktionen"`,
`access = "closed"`), which holds for the folders below it too; the nearest word counts. Without one, files are open
and name their own body, and a folder whose name begins with "lukket" or "closed" holds closed files.
A folder whose settings cannot be read is left alone: its files wait until they can be.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from store.records import Access, IngestReport

SETTINGS = "inbox.toml"
DONE, REFUSED = "done", "refused"
SUFFIXES = (".pdf", ".docx", ".docm", ".txt", ".text", ".md", ".html", ".htm", ".xhtml")
"""Names by which a folder's files are taken for documents; what a file is, its content tells."""
_UNFINISHED = (".tmp", ".part", ".partial", ".crdownload", ".download", ".swp", ".lock")


class Takes(Protocol):
    """What a sweep hands files to: store.ingest.intake.Intake."""

    def ingest(self, content: Path, *, name: str | None, access: Access, body: str | None) -> IngestReport: ...


@dataclass(frozen=True, slots=True)
class FolderSettings:
    """What is said of the files of a folder."""

    body: str | None = None
    access: Access = "open"


class SettingsUnreadable(Exception):
    """An inbox.toml that says something else than a body and an access."""


def sweep(root: Path, intake: Takes, now: datetime, settle_seconds: float = 10.0) -> tuple[IngestReport, ...]:
    """Store the files below `root` that have not changed for `settle_seconds`, oldest first; a report for each.

    A crash between storing and moving is harmless: the next sweep finds the same content unchanged and moves it.
    Raises StoreError when the store fails; the file then stays where it is.
    """
    if not root.is_dir():
        return ()
    reports: list[IngestReport] = []
    for path in sorted(_waiting(root), key=lambda path: (_modified(path), str(path))):
        if not _settled(path, now, settle_seconds):
            continue
        try:
            said = settings_of(root, path.parent)
        except SettingsUnreadable:
            continue
        name = str(path.relative_to(root))
        before = _stamp(path)
        report = intake.ingest(path, name=name, access=said.access, body=said.body)
        if _stamp(path) != before:
            # Written to while it was read: what was stored is not what lies there, so it is read again when settled.
            continue
        _move(root, path, report)
        reports.append(report)
    return tuple(reports)


def settings_of(root: Path, folder: Path) -> FolderSettings:
    """What holds for the files of a folder at or below `root`. Raises SettingsUnreadable."""
    body: str | None = None
    access: Access | None = None
    for place in _upwards(root, folder):
        said = _said(place / SETTINGS)
        body = body or said.get("body")
        if access is None and "access" in said:
            access = "closed" if said["access"] == "closed" else "open"
        if access is None and place != root and place.name.casefold().startswith(("lukket", "closed")):
            access = "closed"
    return FolderSettings(body, access or "open")


def _upwards(root: Path, folder: Path) -> Iterator[Path]:
    yield folder
    while folder != root and folder != folder.parent:
        folder = folder.parent
        yield folder


def _said(path: Path) -> dict[str, str]:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise SettingsUnreadable(str(path)) from error
    # A slip such as acess = "closed" must not open what was meant to be closed.
    fine = set(values) <= {"body", "access"} and values.get("access", "open") in ("open", "closed")
    if not fine or not isinstance(values.get("body", ""), str):
        raise SettingsUnreadable(str(path))
    return {key: str(value) for key, value in values.items()}


def _waiting(root: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(root, followlinks=False):
        here = Path(folder)
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and not (here == root and name in (DONE, REFUSED))
        )
        for name in files:
            path = here / name
            if _is_document(name) and not path.is_symlink():
                yield path


def _is_document(name: str) -> bool:
    if name.startswith((".", "~")) or name == SETTINGS or name.endswith("~"):
        return False
    suffix = Path(name).suffix.lower()
    # Other kinds are taken too, so that whoever dropped them is told that they cannot be read.
    return suffix in SUFFIXES or suffix not in _UNFINISHED


def _settled(path: Path, now: datetime, seconds: float) -> bool:
    modified = _modified(path)
    return modified > 0 and now.timestamp() - modified >= seconds


def _modified(path: Path) -> float:
    """The later of written and moved here: a file moved in keeps an old time of writing."""
    try:
        about = path.stat()
    except OSError:
        return 0.0
    return max(about.st_mtime, about.st_ctime)


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_size, about.st_mtime_ns


def _move(root: Path, path: Path, report: IngestReport) -> None:
    """Keep the folders below done/ and refused/; a taken name gets a number."""
    refused = report.status == "refused"
    target = _free(root / (REFUSED if refused else DONE) / path.relative_to(root))
    target.parent.mkdir(parents=True, exist_ok=True)
    if refused:
        # The reason first: a crash in between leaves a reason without a file, never a file without a reason.
        target.with_name(target.name + ".reason.txt").write_text(_reason(report), encoding="utf-8")
    os.replace(path, target)


def _free(target: Path) -> Path:
    names: Sequence[Path] = [target]
    number = 1
    while names[0].exists():
        number += 1
        names = [target.with_name(f"{target.stem} ({number}){target.suffix}")]
    return names[0]


def _reason(report: IngestReport) -> str:
    reason = report.reason or {}
    place = [f"{what} {reason[what]}" for what in ("page", "line") if reason.get(what)]
    where = f" ({', '.join(place)})" if place else ""
    return f"{reason.get('code')}: {reason.get('message')}{where}\n"
