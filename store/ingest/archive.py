"""A zip container is opened only when its own list of contents shows that it cannot burst."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path, PurePosixPath

from store.errors import MinutesUnreadable
from store.ingest.limits import Limits
from store.ingest.wording import shown_name

_NESTED = (".zip", ".jar", ".7z", ".rar", ".gz", ".tgz", ".bz2", ".xz", ".tar", ".cab", ".zst")
# Small parts may be as regular as they like (empty styles, repeated settings): they cannot fill the memory.
_RATIO_FROM = 1024 * 1024


def opened(path: Path, limits: Limits) -> zipfile.ZipFile:
    """The archive at `path`, to be closed by the caller.

    Raises MinutesUnreadable: `hostile` for more than `limits.entries` entries, more than `limits.unpacked_bytes`
    unpacked, a part packed closer than `limits.ratio`, or an archive inside it; `encrypted` for locked parts;
    `broken` when it is no archive or its list of contents is damaged.
    """
    name = shown_name(path.name)
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise MinutesUnreadable(name, "broken", "the archive is damaged") from error
    try:
        _judge(archive.infolist(), name, path.stat().st_size, limits)
    except MinutesUnreadable:
        archive.close()
        raise
    return archive


def part(archive: zipfile.ZipFile, member: str, source: str) -> bytes | None:
    """The bytes of one part, None when there is no such part; raises MinutesUnreadable (broken)."""
    try:
        return archive.read(member)
    except KeyError:
        return None
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise MinutesUnreadable(source, "broken", "a part of the archive is damaged") from error


def _judge(entries: list[zipfile.ZipInfo], name: str, packed: int, limits: Limits) -> None:
    def refuse(message: str) -> MinutesUnreadable:
        return MinutesUnreadable(name, "hostile", message)

    if len(entries) > limits.entries:
        raise refuse(f"the archive holds {len(entries)} entries, the limit is {limits.entries}")
    total = sum(entry.file_size for entry in entries)
    if total > limits.unpacked_bytes:
        raise refuse("the archive unpacks to more than is allowed")
    if total > _RATIO_FROM and total > limits.ratio * max(packed, 1):
        raise refuse("the archive is packed closer than documents are")
    for entry in entries:
        if entry.flag_bits & 1:
            raise MinutesUnreadable(name, "encrypted", "the archive is locked with a password")
        if entry.file_size > _RATIO_FROM and entry.file_size > limits.ratio * max(entry.compress_size, 1):
            raise refuse("a part of the archive is packed closer than documents are")
        if PurePosixPath(entry.filename).suffix.casefold() in _NESTED:
            raise refuse("the archive holds another archive")
