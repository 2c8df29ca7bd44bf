"""The text of a Word file as a reader sees it: changes accepted, hidden text left out, numbers counted."""

from __future__ import annotations

from pathlib import Path

from store.errors import MinutesUnreadable
from store.ingest.archive import opened
from store.ingest.compose import Piece, compose, row_pieces
from store.ingest.limits import Limits
from store.ingest.parsed import Extract, Warning
from store.ingest.wording import letters, shown_name
from store.ingest.wordnumbers import Numbering
from store.ingest.wordparagraph import ParagraphText, Runs
from store.ingest.wordparts import Element, WordParts, attribute, child, local, word_parts
from store.ingest.wordstyles import Styles

# Containers whose children stand in the text as if the container were not there.
_THROUGH = {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "dir", "bdo", "fldSimple"}
_REMOVED = {"del", "moveFrom"}
_LONGEST_BOLD = 120


def read_docx(path: Path, limits: Limits) -> Extract:
    """The text of a DOCX, not `paged`; raises MinutesUnreadable (broken, encrypted, hostile, no_text).

    Tracked insertions are in and deletions out (warning `tracked_changes`); comments, hidden text, headers and footers
    are out; text boxes stand after their paragraph, footnotes and endnotes at the end. Word's numbers and bullets are
    counted and put before the text. A table row whose cells are single paragraphs is one line, cells parted by tabs;
    a row that holds whole sections (a table used for layout) is read cell by cell as if there were no table.
    """
    name = shown_name(path.name)
    with opened(path, limits) as archive:
        parts = word_parts(archive, name)
    reader = _Reader(parts)
    body = child(parts.document, "body")
    pieces = reader.blocks(body) if body is not None else []
    for notes, kind in ((parts.footnotes, "footnote"), (parts.endnotes, "endnote")):
        pieces += reader.notes(notes, kind)
    if not any(letters(piece.text) for piece in pieces):
        raise MinutesUnreadable(name, "no_text", "the file holds no text", page=1)
    warnings = []
    if reader.runs.tracked:
        message = "the file has tracked changes: what was inserted is read, what was deleted is left out"
        warnings.append(Warning("tracked_changes", None, None, message))
    return compose("docx", [pieces], paged=False, title=_title(parts), warnings=warnings)


class _Reader:
    def __init__(self, parts: WordParts) -> None:
        self._styles = Styles(parts.styles)
        self._numbers = Numbering(parts.numbering)
        self.runs = Runs(self._styles)
        self._carried: ParagraphText | None = None

    def blocks(self, container: Element) -> list[Piece]:
        """The pieces of a body, a cell, a text box or a note, in order."""
        pieces: list[Piece] = []
        for element in container:
            name = local(element)
            if name == "p":
                pieces += self._paragraph(element)
            elif name == "tbl":
                pieces += self._table(element)
            elif name in _REMOVED:
                self.runs.tracked = True
            elif name in _THROUGH:
                self.runs.tracked |= name in ("ins", "moveTo")
                if not self.runs.placeholder(element):
                    pieces += self.blocks(element)
            elif name == "AlternateContent":
                chosen = child(element, "Choice")
                chosen = chosen if chosen is not None else child(element, "Fallback")
                pieces += self.blocks(chosen) if chosen is not None else []
        if self._carried is not None:
            carried, self._carried = self._carried, None
            pieces.append(Piece(carried.text.strip()))
        return pieces

    def notes(self, root: Element | None, kind: str) -> list[Piece]:
        """The footnotes or endnotes, each numbered, without Word's separators."""
        pieces: list[Piece] = []
        number = 0
        for note in root if root is not None else ():
            if local(note) != kind or attribute(note, "type") not in (None, "normal"):
                continue
            number += 1
            for index, piece in enumerate(self.blocks(note)):
                pieces.append(Piece(f"{number} {piece.text.strip()}" if index == 0 else piece.text))
        return pieces

    def _paragraph(self, element: Element) -> list[Piece]:
        found = self.runs.paragraph(element)
        if self._carried is not None:
            found = self._carried.joined(found)
            self._carried = None
        if found.mark_deleted:
            self._carried = found
            return []
        label = None
        listed = self._styles.numbering_of(element)
        if listed and not found.mark_hidden:
            label = self._numbers.label(*listed)
        text = found.text.strip()
        pieces = []
        if text:
            numbered = f"{label[0]}{label[1]}{text}" if label else text
            pieces.append(Piece(numbered, self._role(element, found, text, label is not None)))
        for box in found.boxes:
            pieces += self.blocks(box)
        return pieces

    def _role(self, element: Element, found: ParagraphText, text: str, listed: bool) -> str:
        level = self._styles.heading_level(element)
        if level is not None:
            return f"h{level}"
        if found.all_bold and len(text) <= _LONGEST_BOLD and "\n" not in text and not listed:
            return "h6"
        return "li" if listed else ""

    def _table(self, table: Element) -> list[Piece]:
        pieces: list[Piece] = []
        for row in _inside(table, "tr"):
            properties = child(row, "trPr")
            marks = {local(mark) for mark in properties} if properties is not None else set()
            self.runs.tracked |= bool(marks & {"del", "ins"})
            if marks & {"del", "hidden"}:
                continue
            pieces += row_pieces([self._cell(cell) for cell in _inside(row, "tc")])
        return pieces

    def _cell(self, cell: Element) -> list[Piece]:
        merged = child(cell, "tcPr", "vMerge")
        if merged is not None and attribute(merged, "val") != "restart":
            return []
        return [piece for piece in self.blocks(cell) if piece.text]


def _inside(element: Element, name: str) -> list[Element]:
    """The rows or cells of that name, also those wrapped in content controls."""
    found: list[Element] = []
    for each in element:
        if local(each) == name:
            found.append(each)
        elif local(each) in _THROUGH:
            found += _inside(each, name)
    return found


def _title(parts: WordParts) -> str | None:
    title = child(parts.core, "title")
    return title.text.strip() if title is not None and title.text and title.text.strip() else None
