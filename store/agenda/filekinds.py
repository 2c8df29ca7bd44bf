"""Which files may be attached: by how their names end and by how their bytes begin; pure."""

from __future__ import annotations

import io
import re
import zipfile

from store.agenda.records import FILE_TYPES, MOST_FILE_BYTES, FileRefused
from store.ingest import cpr
from store.ingest.wording import tidy

MOST_NAME = 120
_OFFICE = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}
"""Where the parts of an Office file lie in its archive."""
_ODT = b"application/vnd.oasis.opendocument.text"
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f]')
_PROGRAM = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
_MOST_ENTRIES = 10_000
_MOST_UNPACKED = 400_000_000
"""Bytes: an Office file of 20 MB holds a few times as much."""


def judged(name: str, content: bytes) -> tuple[str, str]:
    """The name as it is kept, and the media type. Raises FileRefused."""
    shown = clean_name(name)
    if not content:
        raise FileRefused(shown, "empty")
    if len(content) > MOST_FILE_BYTES:
        raise FileRefused(shown, "too_large")
    ending = shown.rpartition(".")[2].lower() if "." in shown else ""
    if ending not in FILE_TYPES:
        raise FileRefused(shown, "type")
    if ending == "txt" and not _is_text(content):
        raise FileRefused(shown, "not_text")
    if ending != "txt" and not _begins_as(ending, content):
        raise FileRefused(shown, "not_text")
    return shown, FILE_TYPES[ending]


def clean_name(name: str) -> str:
    """The last part of a path, on one line, without unseen signs and personal numbers, at most 120 characters."""
    # Lone surrogates come from names in no known encoding.
    whole = tidy(name.encode("utf-8", "replace").decode("utf-8"))
    last = re.split(r"[/\\\\]", whole)[-1]
    flat = cpr.mask(" ".join(_FORBIDDEN.sub(" ", last).split()).lstrip(". "))
    stem, dot, ending = flat.rpartition(".")
    if not dot or not stem:
        stem, ending = flat, ""
    room = MOST_NAME - len(ending) - 1
    kept = f"{stem[:room].rstrip()}.{ending}" if ending and room > 0 else flat[:MOST_NAME]
    return kept or "fil"


def _begins_as(ending: str, content: bytes) -> bool:
    if ending == "pdf":
        return b"%PDF-" in content[:1024]
    if ending == "png":
        return content.startswith(b"\x89PNG\r\n\x1a\n")
    if ending in ("jpg", "jpeg"):
        return content.startswith(b"\xff\xd8\xff")
    if not content.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, RuntimeError, EOFError):
        return False
    if len(entries) > _MOST_ENTRIES or sum(entry.file_size for entry in entries) > _MOST_UNPACKED:
        # Made to fill the disk of whoever opens it.
        return False
    names = [entry.filename for entry in entries]
    if ending == "odt":
        return _ODT in content[:200] and "content.xml" in names
    macros = any(name.rpartition("/")[2].lower() == "vbaproject.bin" for name in names)
    return "[Content_Types].xml" in names and any(name.startswith(_OFFICE[ending]) for name in names) and not macros


def _is_text(content: bytes) -> bool:
    """Whether it is text in UTF-8 or Latin-1: a program or a picture holds bytes that no text has."""
    if content.startswith(_PROGRAM[:2]) or b"\x00" in content[:65536]:
        return content.startswith((b"\xff\xfe", b"\xfe\xff")) and _decodes(content, "utf-16")
    if _decodes(content, "utf-8"):
        return True
    odd = sum(byte < 32 and byte not in (9, 10, 12, 13, 26, 27) for byte in content)
    return odd == 0


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
