"""A file becomes text with pages, lines and offsets, whatever its format, judged by content before name."""

from __future__ import annotations

import re
import stat
import zipfile
from pathlib import Path

from store.errors import MinutesUnreadable
from store.ingest.archive import opened
from store.ingest.decoding import decode
from store.ingest.docx import read_docx
from store.ingest.html import read_html
from store.ingest.limits import Limits
from store.ingest.parsed import Extract
from store.ingest.pdf import read_pdf
from store.ingest.plain import read_txt
from store.ingest.wording import shown_name

_MARKUP = re.compile(
    r"<(?:!doctype\s+html|html|head|body|main|article|table|div|h[1-6]|p|ul|ol|section)\b", re.IGNORECASE
)
_OTHER_TEXT = re.compile(r"\{\\rtf|%!PS|MIME-Version:|BEGIN:VCALENDAR|[{\[]\s*[\"{\[]")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 8_192


def read(path: Path, *, limits: Limits = Limits()) -> Extract:  # noqa: B008 - frozen, so sharing it is safe
    """The text of the file at `path`, read in this process.

    Raises MinutesUnreadable, whose `reason` is no_text, encrypted, broken, too_large, unknown_format or hostile, and
    nothing else: files come from strangers, and a reader that stumbles over one must not stop the folder. `read` trusts
    its parsers with memory and time; for a file nobody vouches for call `read_contained`.
    """
    name = shown_name(path.name)
    try:
        return _read(path, name, limits)
    except MinutesUnreadable:
        raise
    except MemoryError as error:
        raise MinutesUnreadable(name, "too_large", "the file needs more memory than is allowed") from error
    except RecursionError as error:
        raise MinutesUnreadable(name, "hostile", "the file is nested deeper than documents are") from error
    except OSError as error:
        raise MinutesUnreadable(name, "broken", f"the file cannot be opened: {error.strerror or 'error'}") from error
    except Exception as error:
        raise MinutesUnreadable(name, "broken", f"the reader gave up on the file: {type(error).__name__}") from error


def read_with(path: Path, limits: Limits) -> Extract:
    """`read` with its arguments in order, for a caller in another process."""
    return read(path, limits=limits)


def _read(path: Path, name: str, limits: Limits) -> Extract:
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        raise MinutesUnreadable(name, "unknown_format", "this is no ordinary file")
    if about.st_size > limits.file_bytes:
        raise MinutesUnreadable(
            name, "too_large", f"the file has {about.st_size} bytes, the limit is {limits.file_bytes}"
        )
    if about.st_size == 0:
        raise MinutesUnreadable(name, "no_text", "the file is empty", page=1)
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _read_archive(path, name, limits)
    if head.startswith(_OLE):
        raise _refused_ole(path, name)
    # Some senders put a few bytes before the PDF's own first line; readers accept that within the first kilobyte.
    if b"%PDF-" in head[:1024] and not _MARKUP.search(head[:1024].decode("latin-1")):
        return read_pdf(path, limits)
    return _read_characters(path, head, name, limits)


def _read_archive(path: Path, name: str, limits: Limits) -> Extract:
    with opened(path, limits) as archive:
        is_word = _holds_word(archive)
    if not is_word:
        raise MinutesUnreadable(name, "unknown_format", "the file is an archive but no Word document")
    return read_docx(path, limits)


def _holds_word(archive: zipfile.ZipFile) -> bool:
    names = archive.namelist()
    return any(entry.startswith("word/") and entry.endswith(".xml") for entry in names)


def _refused_ole(path: Path, name: str) -> MinutesUnreadable:
    locked = "EncryptedPackage".encode("utf-16-le") in path.read_bytes()
    if locked:
        return MinutesUnreadable(name, "encrypted", "the file asks for a password")
    return MinutesUnreadable(name, "unknown_format", "the file is in an old Office format; save it as DOCX or PDF")


def _read_characters(path: Path, head: bytes, name: str, limits: Limits) -> Extract:
    suffix = path.suffix.casefold()
    text = decode(head).lstrip()
    strange = sum(1 for char in text if (ord(char) < 32 and char not in "\t\n\r\f\x0b\x1b") or char == "�")
    if 50 * strange > len(text):
        raise MinutesUnreadable(name, "unknown_format", "the file is neither PDF, Word, web page nor text")
    if _is_markup(text, suffix):
        return read_html(path, limits)
    if (
        text.startswith("<?xml")
        or _OTHER_TEXT.match(text)
        or suffix in (".csv", ".json", ".xml", ".eml", ".rtf", ".ics")
    ):
        raise MinutesUnreadable(name, "unknown_format", "the file is text of a kind that is not read")
    return read_txt(path, limits)


def _is_markup(text: str, suffix: str) -> bool:
    start = text[:1024].casefold()
    if start.startswith(("<!doctype html", "<html", "<head", "<body")) or "<html" in start:
        return True
    tags = len(_MARKUP.findall(text))
    return tags >= 1 if suffix in (".html", ".htm", ".xhtml", ".aspx", ".php") else start.startswith("<") and tags >= 3
