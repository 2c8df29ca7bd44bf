"""What Word's styles say of a paragraph or a run: heading level, hidden, bold, list."""

from __future__ import annotations

import re

from store.ingest.wordparts import Element, attribute, child, local, switched_on

_HEADING = re.compile(r"(?:heading|overskrift|rubrik|überschrift|titre)\s*([1-9])(?!\d)", re.IGNORECASE)
_TITLES = {"title": 1, "titel": 1, "subtitle": 2, "undertitel": 2}
_DEEPEST = 12


class Styles:
    """The styles of one document, with the chain of what each is based on followed to its end."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._standard: str | None = None
        for style in root if root is not None else ():
            if local(style) == "style":
                identity = attribute(style, "styleId") or ""
                self._styles[identity] = style
                if attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on"):
                    self._standard = identity
        self._levels: dict[str, int | None] = {}

    def heading_level(self, paragraph: Element) -> int | None:
        """1 to 6 where the paragraph's own outline level, its style's name or its style's outline level say so."""
        own = child(paragraph, "pPr", "outlineLvl")
        if own is not None:
            return _outline(own)
        identity = self.style_of(paragraph)
        if identity not in self._levels:
            self._levels[identity] = self._level_of_style(identity)
        return self._levels[identity]

    def style_of(self, paragraph: Element) -> str:
        """The identity of the paragraph's style, the standard one when it names none."""
        return attribute(child(paragraph, "pPr", "pStyle"), "val") or self._standard or ""

    def run_has(self, run_properties: Element | None, paragraph_style: str, name: str) -> bool:
        """Whether a run is switched to `name` ("vanish", "b"): by itself, by its style, or by the paragraph's style."""
        own = switched_on(child(run_properties, name))
        if own is not None:
            return own
        run_style = attribute(child(run_properties, "rStyle"), "val")
        for identity in (run_style, paragraph_style):
            for style in self._chain(identity or ""):
                said = switched_on(child(style, "rPr", name))
                if said is not None:
                    return said
        return False

    def numbering_of(self, paragraph: Element) -> tuple[str, int] | None:
        """Number list and level (from 0) of a paragraph, own or by style; None when it has none."""
        own = child(paragraph, "pPr", "numPr")
        listed = attribute(child(own, "numId"), "val")
        level = attribute(child(own, "ilvl"), "val")
        for style in self._chain(self.style_of(paragraph)):
            properties = child(style, "pPr", "numPr")
            listed = listed if listed is not None else attribute(child(properties, "numId"), "val")
            level = level if level is not None else attribute(child(properties, "ilvl"), "val")
        if listed in (None, "0"):
            return None
        return str(listed), min(int(level), 8) if level and level.isdigit() else 0

    def _level_of_style(self, identity: str) -> int | None:
        for style in self._chain(identity):
            name = (attribute(child(style, "name"), "val") or "").strip()
            named = _HEADING.match(name) or _HEADING.match(attribute(style, "styleId") or "")
            if named:
                return min(int(named.group(1)), 6)
            if name.casefold() in _TITLES:
                return _TITLES[name.casefold()]
            outline = child(style, "pPr", "outlineLvl")
            if outline is not None:
                return _outline(outline)
        return None

    def _chain(self, identity: str) -> list[Element]:
        chain: list[Element] = []
        style = self._styles.get(identity)
        while style is not None and len(chain) < _DEEPEST:
            chain.append(style)
            style = self._styles.get(attribute(child(style, "basedOn"), "val") or "")
        return chain


def _outline(element: Element) -> int | None:
    value = attribute(element, "val") or ""
    return min(int(value) + 1, 6) if value.isdigit() and int(value) < 9 else None
