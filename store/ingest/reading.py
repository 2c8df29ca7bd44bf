"""A file nobody vouches for is read and parsed in the child process, and comes back as values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from store.ingest.contained import run_contained
from store.ingest.limits import Limits
from store.ingest.parsed import Extract, ParsedDocument
from store.ingest.wording import shown_name


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a file without its lines, and what was found in it."""

    extract: Extract
    parsed: ParsedDocument


def read_document(path: Path, name: str, limits: Limits = Limits()) -> Reading:  # noqa: B008 - frozen, so sharing is safe
    """Read and parse the file at `path` under limits; `name` is for reports. Raises MinutesUnreadable."""
    shown = shown_name(name)
    return run_contained(
        "store.ingest.reading:read_here", path.absolute(), shown, limits, returns=Reading, source=shown, limits=limits
    )


def read_here(path: Path, name: str, limits: Limits) -> Reading:
    """`read_document` in this process: what the child runs. Raises MinutesUnreadable."""
    from store.ingest.minutes import parse
    from store.ingest.read import read_with

    extract = read_with(path, limits)
    parsed = parse(extract, source=name)
    # The lines repeat the text, and only the parser needs them.
    return Reading(replace(extract, lines=()), parsed)
