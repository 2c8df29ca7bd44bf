"""The runs of a Word paragraph become its visible text."""

from __future__ import annotations

from dataclasses import dataclass, field

from store.ingest.wordparts import Element, attribute, child, local, switched_on
from store.ingest.wordstyles import Styles

_THROUGH = {"sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "dir", "bdo", "fldSimple", "rubyBase", "ruby"}
_SIGNS = {"noBreakHyphen": "-", "tab": "\t", "ptab": "\t", "cr": "\n", "br": "\n"}
# Ticked and empty boxes say what was chosen in a form; all other symbols are bullets or ornament.
_BOXES = {"F0FE": "☒", "F0FD": "☒", "F052": "☑", "F0A8": "☐", "F06F": "☐", "F0A3": "☐"}


@dataclass(slots=True)
class ParagraphText:
    """A paragraph as it is seen; a deleted mark means that the next paragraph goes on in it."""

    text: str
    all_bold: bool
    mark_deleted: bool
    mark_hidden: bool
    boxes: list[Element] = field(default_factory=list)

    def joined(self, following: ParagraphText) -> ParagraphText:
        """This paragraph and the one that follows it as one."""
        return ParagraphText(
            self.text + following.text,
            self.all_bold and following.all_bold,
            following.mark_deleted,
            following.mark_hidden,
            self.boxes + following.boxes,
        )


class Runs:
    """Reads paragraphs; `tracked` turns true once a tracked change was met."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.tracked = False

    def paragraph(self, element: Element) -> ParagraphText:
        """The visible text of a paragraph and the text boxes that hang on it."""
        style = self._styles.style_of(element)
        mark = child(element, "pPr", "rPr")
        deleted = child(mark, "del") is not None or child(mark, "moveFrom") is not None
        self.tracked |= deleted or child(mark, "ins") is not None
        parts: list[tuple[str, bool]] = []
        boxes: list[Element] = []
        self._collect(element, style, parts, boxes)
        shown = [bold for text, bold in parts if text.strip()]
        return ParagraphText(
            text="".join(text for text, _ in parts),
            all_bold=bool(shown) and all(shown),
            mark_deleted=deleted,
            mark_hidden=self._styles.run_has(mark, style, "vanish"),
            boxes=boxes,
        )

    @staticmethod
    def placeholder(element: Element) -> bool:
        """Whether a content control still shows its prompt ("Klik her for at angive tekst")."""
        return bool(switched_on(child(element, "sdtPr", "showingPlcHdr")))

    def _collect(self, element: Element, style: str, parts: list[tuple[str, bool]], boxes: list[Element]) -> None:
        for each in element:
            name = local(each)
            if name == "r":
                self._run(each, style, parts, boxes)
            elif name in ("ins", "moveTo"):
                self.tracked = True
                self._collect(each, style, parts, boxes)
            elif name in ("del", "moveFrom"):
                self.tracked = True
            elif name in _THROUGH:
                if not self.placeholder(each):
                    self._collect(each, style, parts, boxes)
            elif name in ("oMath", "oMathPara"):
                parts.append(("".join(t.text or "" for t in each.iter() if local(t) == "t"), False))
            elif name == "AlternateContent":
                self._boxes(each, boxes)

    def _run(self, run: Element, style: str, parts: list[tuple[str, bool]], boxes: list[Element]) -> None:
        properties = child(run, "rPr")
        if self._styles.run_has(properties, style, "vanish"):
            return
        bold = self._styles.run_has(properties, style, "b")
        text = ""
        for each in run:
            name = local(each)
            if name == "t":
                text += each.text or ""
            elif name in _SIGNS:
                text += " " if name == "br" and attribute(each, "type") in ("page", "column") else _SIGNS[name]
            elif name == "sym":
                text += _BOXES.get((attribute(each, "char") or "").upper(), "•")
            elif name == "ruby":
                self._collect(each, style, parts, boxes)
            elif name in ("drawing", "pict", "object", "AlternateContent"):
                self._boxes(each, boxes)
        if text:
            parts.append((text, bold))

    def _boxes(self, element: Element, boxes: list[Element]) -> None:
        """The text boxes in a drawing. A box is written twice, for new and for old readers: the first is taken."""
        if local(element) == "AlternateContent":
            chosen = child(element, "Choice")
            before = len(boxes)
            if chosen is not None:
                self._boxes(chosen, boxes)
            fallback = child(element, "Fallback")
            if len(boxes) == before and fallback is not None:
                self._boxes(fallback, boxes)
            return
        for each in element:
            if local(each) == "txbxContent":
                boxes.append(each)
            else:
                self._boxes(each, boxes)
