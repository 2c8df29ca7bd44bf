"""All text that a file carries, in no order that means anything: enough to look for personal numbers in."""

from __future__ import annotations

import html
import re
from pathlib import Path

from store.ingest import cpr
from store.ingest.archive import opened
from store.ingest.decoding import decode
from store.ingest.limits import Limits
from store.ingest.read import read

_PART = re.compile(r".*\.(?:xml|rels)\Z", re.IGNORECASE)
_END = re.compile(r"</(?:[\w.-]+:)?(?:p|h|si|c|tc|row|tr|comment|note|title|subject|creator|keywords|description)>")
_TAB = re.compile(r"<(?:[\w.-]+:)?(?:tab|br|cr|s|line-break)(?:\s[^<>]*)?/>")
_TAG = re.compile(r"<[^<>]*>")
_ZIP = b"PK\x03\x04"


def holds_cpr(path: Path, limits: Limits) -> bool:
    """Whether a personal number stands anywhere in a file's text. Raises MinutesUnreadable."""
    with path.open("rb") as file:
        head = file.read(1024)
    if head.startswith(_ZIP):
        return any(cpr.find(text) for text in _parts(path, limits))
    if b"%PDF-" in head:
        extract = read(path, limits=limits)
        return bool(cpr.find("\n".join(line.text for line in extract.lines)))
    return bool(cpr.find(decode(path.read_bytes())))


def _parts(path: Path, limits: Limits) -> list[str]:
    """The text of each XML part of an Office file: comments, hidden text and deletions too, for they are sent along."""
    with opened(path, limits) as archive:
        names = [name for name in archive.namelist() if _PART.match(name)]
        return [_text(archive.read(name).decode("utf-8", "replace")) for name in names]


def _text(markup: str) -> str:
    """Runs of one paragraph are joined: a number may be cut by them anywhere."""
    return html.unescape(_TAG.sub("", _TAB.sub(" ", _END.sub("\n", markup))))
