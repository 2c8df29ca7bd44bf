"""The content of an agenda portal's page: headings, items, tables and lists, without the site around it."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree
from lxml import html as lxml_html

from store.errors import MinutesUnreadable
from store.ingest.compose import Piece, compose
from store.ingest.decoding import decode
from store.ingest.htmlblocks import pieces_of
from store.ingest.htmlcontent import content_of
from store.ingest.limits import Limits
from store.ingest.parsed import Extract
from store.ingest.wording import letters, shown_name

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_DECLARATION = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,5}=\s{0,5}[\"']([A-Za-z0-9_.-]{2,40})", re.IGNORECASE)


def read_html(path: Path, limits: Limits) -> Extract:
    """The content of an HTML page, not `paged`; raises MinutesUnreadable (no_text, broken).

    Each block is a line with its role; list numbers are counted from the markup and stand in the text. Menus, heads
    and feet of the site, buttons, cookie notices and what is hidden are left out; the folded panels of an accordion
    are read, for they hold the items. Nothing is fetched. lxml reads it, because it is at hand for Word files, keeps
    to its depth and entity limits on hostile input, and is quick enough (half a megabyte in 0.2 s).
    """
    name = shown_name(path.name)
    data = path.read_bytes()
    found = _DECLARATION.search(data[:1024]) or _CHARSET.search(data[:8192])
    text = decode(data, declared=found.group(1).decode("ascii") if found else None).replace("\0", "")
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise MinutesUnreadable(name, "broken", "the page is no readable HTML") from error
    # The title is taken before the head of the page goes.
    title = _title(root)
    pieces = pieces_of(content_of(root))
    if sum(letters(piece.text) for piece in pieces) < 8:
        raise MinutesUnreadable(name, "no_text", "the page holds no text; perhaps a program draws it", page=1)
    return compose("html", [_spaced(pieces)], paged=False, title=title)


def _title(root: lxml_html.HtmlElement) -> str | None:
    for query in ("//head/title", "//title[not(ancestor::svg)]", "//h1"):
        for element in root.xpath(query):
            text = " ".join(element.text_content().split())
            if letters(text) > 2:
                return text
    return None


def _spaced(pieces: list[Piece]) -> list[Piece]:
    """A blank line before each heading, so that the stored text reads like a page."""
    spaced: list[Piece] = []
    for piece in pieces:
        if piece.role.startswith("h") and spaced:
            spaced.append(Piece(""))
        spaced.append(piece)
    return spaced
