"""Text files: notes, dumps with form feeds, and transcripts that a document portal put its own words around."""

from __future__ import annotations

from pathlib import Path

from store.errors import MinutesUnreadable
from store.ingest.compose import Piece, compose
from store.ingest.decoding import decode
from store.ingest.limits import Limits, announce_pages
from store.ingest.parsed import Extract, Warning
from store.ingest.transcript import unwrap
from store.ingest.wording import letters, shown_name, tidy


def read_txt(path: Path, limits: Limits) -> Extract:
    """The text of a TXT file; raises MinutesUnreadable (no_text, unknown_format, too_large).

    Form feeds part pages (`paged`). A portal's transcript is unwrapped: the pages it numbers become pages, their
    glued numbers go, and what is not the document's own is left out with the warning `foreign_text_cut`. Any other
    text is one page and not `paged`. Lines are the lines of the file: in a transcript a whole page may be one.
    """
    name = shown_name(path.name)
    text = decode(path.read_bytes())
    if text.count("\0") > len(text) // 1000:
        raise MinutesUnreadable(name, "unknown_format", "the file holds no plain text")
    if letters(text) == 0:
        raise MinutesUnreadable(name, "no_text", "the file holds no text", page=1)
    if "\f" in text:
        return _with_form_feeds(text, name, limits)
    found = unwrap(tidy(text))
    if found is None:
        return compose("txt", [[Piece(text.strip("\n"))]], paged=False)
    if not any(letters(page) for page in found.pages):
        raise MinutesUnreadable(name, "no_text", "the file holds nothing but a portal's own words", page=1)
    announce_pages(len(found.pages))
    warnings = []
    if found.cut:
        message = f"{found.cut} blocks of text that belong to other documents or to the portal were left out"
        warnings.append(Warning("foreign_text_cut", None, None, message))
    pages = [[Piece(page)] for page in found.pages]
    return compose("txt", pages, paged=found.paged, title=found.title, warnings=warnings)


def _with_form_feeds(text: str, name: str, limits: Limits) -> Extract:
    pages = text.split("\f")
    if letters(pages[-1]) == 0:
        pages.pop()
    if len(pages) > limits.pages:
        raise MinutesUnreadable(name, "too_large", f"the file has {len(pages)} pages, the limit is {limits.pages}")
    announce_pages(len(pages))
    return compose("txt", [[Piece(page.strip("\r\n"))] for page in pages], paged=True)
