"""Whether an attachment holds a personal number: in its name, or in the text that a contained reader finds."""

from __future__ import annotations

import tempfile
from pathlib import Path

from store.agenda.records import MOST_FILE_BYTES
from store.errors import MinutesUnreadable
from store.ingest import cpr
from store.ingest.contained import run_contained
from store.ingest.limits import Limits

LIMITS = Limits(file_bytes=MOST_FILE_BYTES, cpu_seconds=10.0, wall_seconds=20.0, pages=1_000)
_READ = frozenset({"pdf", "docx", "xlsx", "pptx", "odt", "txt"})


def holds_cpr(name: str, content: bytes) -> bool:
    """Whether a personal number stands in a file's name or text; a picture and a file nobody can read have no text."""
    ending = name.rpartition(".")[2].lower()
    if cpr.find(name):
        return True
    if ending not in _READ:
        return False
    with tempfile.TemporaryDirectory(prefix="referent-") as folder:
        path = Path(folder) / f"attachment.{ending}"
        path.write_bytes(content)
        try:
            return run_contained("store.ingest.loosetext:holds_cpr", path, LIMITS, returns=bool, limits=LIMITS)
        except MinutesUnreadable:
            return False
