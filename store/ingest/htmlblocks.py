"""The blocks of a web page in reading order, each with its role, list numbers counted."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from store.ingest.compose import Piece, row_pieces
from store.ingest.htmlcontent import is_toggle, words_of
from store.ingest.wordnumbers import counted

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS = _HEADINGS | frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "center", "details", "dd", "dialog", "div", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "html", "legend", "li", "main",
        "nav", "p", "pre", "section", "summary", "option", "menu", "caption", "td", "th", "tr", "tbody", "thead",
        "tfoot",
    )
)  # fmt: skip
_SEPARATE = frozenset(("span", "a", "strong", "b", "label", "time", "small"))
_NUMBER_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LABELLED = re.compile(r"(?:[0-9]{1,4}(?:\.[0-9]{1,3}){0,5}[.):]?|[A-Za-z][.)])\s")
_UNMARKED = re.compile(r"list-style(?:-type)?\s{0,3}:[^;]{0,40}none", re.IGNORECASE)
_ACCESS = re.compile(r"lukket|lukkede|åbe?nt?\b|fortrolig|closed", re.IGNORECASE)


def pieces_of(element: HtmlElement) -> list[Piece]:
    """The text blocks inside the element; white space is folded as a browser folds it."""
    blocks = _Blocks()
    blocks.inside(element)
    blocks.flush()
    return blocks.pieces


class _Blocks:
    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._text: list[str] = []
        self._role = ""
        self._prefix = ""

    def inside(self, element: HtmlElement) -> None:
        """Read the text and the children of an element."""
        self._say(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child)
            self._say(child.tail)

    def flush(self) -> None:
        """End the block that is being read."""
        text = " ".join("".join(self._text).split())
        self._text.clear()
        if not text:
            return
        if self._prefix and not _LABELLED.match(text) and not text.startswith("•"):
            bullet = self._prefix == "• " and self._role in _HEADINGS
            text = text if bullet else self._prefix + text
        self._prefix = ""
        self.pieces.append(Piece(text, self._role))
        if self._role == "li":
            self._role = ""

    def _say(self, text: str | None) -> None:
        if text:
            self._text.append(text)

    def _child(self, child: HtmlElement) -> None:
        tag = child.tag
        if tag == "br":
            self._break()
        elif tag == "table":
            self._table(child)
        elif tag == "dl":
            self._definitions(child)
        elif tag in ("ul", "ol"):
            self._list(child)
        elif tag == "pre":
            self._preformatted(child)
        elif tag in _BLOCKS or (self._role not in _HEADINGS and (is_toggle(child) or child.get("role") == "heading")):
            self._block(child, _role_of(child))
        elif tag == "img":
            alt = child.get("alt") or ""
            # An icon may be all that tells a closed item from an open one.
            self._say(f" {alt} " if _ACCESS.search(alt) else None)
        elif tag == "hr":
            self.flush()
        else:
            if tag in _SEPARATE:
                self._part_from(child)
            self.inside(child)

    def _break(self) -> None:
        if self._role in _HEADINGS:
            self._text.append(" ")
        else:
            self.flush()

    def _block(self, element: HtmlElement, role: str) -> None:
        self.flush()
        outer = self._role
        self._role = role or outer
        self.inside(element)
        self.flush()
        # What follows the first block of a list element is no list element of its own.
        self._role = "" if outer == "li" and not self._prefix else outer

    def _list(self, element: HtmlElement) -> None:
        self.flush()
        outer, self._prefix = self._role, ""
        number = _whole(element.get("start"), 1)
        step = 1
        items = [e for e in element if isinstance(e.tag, str) and e.tag == "li"]
        if element.tag == "ol" and element.get("reversed") is not None:
            number, step = _whole(element.get("start"), len(items)), -1
        marked = not _UNMARKED.search((element.get("style") or "")[:400]) and "unstyled" not in words_of(element)
        shape = _NUMBER_TYPES.get(element.get("type") or "1", "decimal")
        for child in element:
            if not isinstance(child.tag, str):
                continue
            if child.tag != "li":
                self._child(child)
                continue
            number = _whole(child.get("value"), number)
            sign = f"{counted(number, shape)}. " if element.tag == "ol" else "• "
            self._role, self._prefix = "li", sign if marked else ""
            self.inside(child)
            self.flush()
            self._prefix = ""
            number += step
        self._role = "" if outer == "li" else outer

    def _table(self, table: HtmlElement) -> None:
        self.flush()
        for row in _rows(table):
            if row.tag == "caption":
                self.pieces += pieces_of(row)
                continue
            cells = [e for e in row if isinstance(e.tag, str) and e.tag in ("td", "th")]
            self.pieces += row_pieces([pieces_of(cell) for cell in cells])

    def _definitions(self, element: HtmlElement) -> None:
        self.flush()
        term: list[Piece] = []
        for child in _terms(element):
            own = pieces_of(child)
            if child.tag == "dt":
                self.pieces += term
                term = own
            elif len(term) == 1 and len(own) > 1:
                self.pieces += [Piece(term[0].text, term[0].role or "h6"), *own]
                term = []
            else:
                self.pieces += row_pieces([term, own]) if term else own
                term = []
        self.pieces += term

    def _preformatted(self, element: HtmlElement) -> None:
        self.flush()
        for line in element.text_content().splitlines():
            self.pieces.append(Piece(line.rstrip(), ""))

    def _part_from(self, child: HtmlElement) -> None:
        """A blank where the page parts two inline elements by style alone ("Mødedato:" and "22. oktober")."""
        before = next((text for text in reversed(self._text) if text), "")[-1:]
        after = "".join(child.itertext())[:1] if len(child) < 3 else (child.text or "")[:1]
        part = (before.islower() or before in (":", ")")) and (after.isupper() or after.isdigit())
        if part or (before.isdigit() and after.isupper()):
            self._text.append(" ")


def _role_of(element: HtmlElement) -> str:
    if element.tag in _HEADINGS:
        return str(element.tag)
    if element.get("role") == "heading":
        level = element.get("aria-level") or ""
        return f"h{min(max(_whole(level, 2), 1), 6)}"
    # What unfolds a panel is its heading, of a level the markup does not tell.
    return "h3" if element.tag == "summary" or is_toggle(element) else ""


def _rows(table: HtmlElement) -> list[HtmlElement]:
    rows: list[HtmlElement] = []
    for child in table:
        if child.tag in ("tr", "caption"):
            rows.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            rows += [row for row in child if row.tag == "tr"]
    return rows


def _terms(element: HtmlElement) -> list[HtmlElement]:
    terms: list[HtmlElement] = []
    for child in element:
        if child.tag in ("dt", "dd"):
            terms.append(child)
        elif child.tag == "div":
            terms += [e for e in child if e.tag in ("dt", "dd")]
    return terms


def _whole(value: str | None, otherwise: int) -> int:
    digits = (value or "").strip()
    sign = digits[:1] == "-"
    digits = digits[1:] if sign else digits
    if not (digits.isascii() and digits.isdigit() and len(digits) < 7):
        return otherwise
    return -int(digits) if sign else int(digits)
