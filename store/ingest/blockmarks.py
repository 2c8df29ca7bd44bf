"""How a line shows what it is: a bullet, a number, a time with what happens then, cells of a table."""

from __future__ import annotations

import re

from store.ingest.blocks import LOWEST, TITLE, Block
from store.ingest.flow import Row, begins_list_entry
from store.ingest.listkinds import Label, labelled
from store.ingest.rolewords import GROUP, PERSON_ROLE
from store.ingest.whens import when_of

_BULLET = re.compile(r"(?P<bullet>[•·▪◦‣●○■□*–—\-]|o(?=\s[A-ZÆØÅa-z]))\s{1,4}(?=\S)")
_NUMBER = re.compile(r"(?P<number>\d{1,2})(?P<style>[.)]|\.\))\s{1,4}(?=\S)|\((?P<closed>\d{1,2})\)\s{1,4}(?=\S)")
_LETTER = re.compile(r"(?!(?i:d)\.\s{0,2}\d{1,2}[./])\(?(?P<letter>[a-zA-ZæøåÆØÅ])(?P<style>[.)])\s{1,4}(?=\S)")
"""A letter as a mark; "d. 15/9" is a day."""
_ROMAN = re.compile(r"(?P<roman>[IVX]{1,5})[.)]\s{1,4}(?=\S)")
_DATED = re.compile(r"(?P<time>[^:\t]{3,44}?)(?::\s*|\s*:?\t\s*)(?=[^\s\d])")
_GAP = re.compile(r"\w {3,}\S")
_TIME_WORD = re.compile(
    r"\d{1,4}|forår|sommer|efterår|vinter|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december",
    re.IGNORECASE,
)
_ROLE_LINE = re.compile(rf"(?:{PERSON_ROLE}|{GROUP}):\s\S|(?:udarbejdet|udformet|udgivet)\saf\s\S", re.IGNORECASE)
WHEN = "when"
"""The family of entries that a time leads: "2. kvartal 2020: Behov beskrives"."""


def dated_line(text: str) -> bool:
    """Whether a line is a time, a colon and what happens then."""
    if ":" not in text[:46]:
        return False
    match = _DATED.match(text)
    if match is None or ":" not in text[match.end("time") : match.end()] or not _TIME_WORD.search(match["time"]):
        return False
    return when_of(match["time"]) is not None


def is_row(text: str) -> bool:
    """Whether a line holds cells: parted by tabs, by pipes, or by wide gaps."""
    return "\t" in text or text.count(" | ") > 0 or ("   " in text and _GAP.search(text) is not None)


def role_line(text: str) -> bool:
    """Whether a line says who has a role or made the paper: "Projektleder: Hanne Birk" heads nothing."""
    return (":" in text[:60] or " af " in text[:20]) and _ROLE_LINE.match(text) is not None


def labelled_line(text: str) -> bool:
    """Whether a line is a title with its own word and number: "Fase 2: Forsøg"."""
    if len(text) > TITLE or not (text[:1].isupper() or text[:1].isdigit()) or text.endswith((".", ",", ";")):
        return False
    label = labelled(text)
    return label is not None and (label.end == len(text) or text[label.end - 1 : label.end] in " :–-(")


def labelled_paragraph(text: str, lost: str) -> Label | None:
    """The label of a paragraph that tells one element whole: "Fase 1: Kortlægning. Alle skoler ..."."""
    if not (text[:1].isupper() or text[:1].isdigit()):
        return None
    label = labelled(text[:60], lost)
    if label is None:
        return None
    parted = re.search(r"[:.(–-]\s{0,2}\Z", text[: label.end]) or text[label.end : label.end + 1] in ":.(–-"
    return label if parted and text[label.end :].strip() else None


def marked(text: str, start: int, end: int, row: Row) -> Block | None:
    """The unit as a list entry when it begins with a bullet, number or letter, or is one by its format."""
    for pattern, group in ((_BULLET, "bullet"), (_NUMBER, "number"), (_ROMAN, "roman"), (_LETTER, "letter")):
        match = pattern.match(text)
        if match is None or (group == "number" and not begins_list_entry(text)):
            continue
        own = match[group] or match["closed"] if group == "number" else match[group]
        if group == "bullet":
            number, family = None, "-" if own in "-–—" else own
        else:
            kind = {"number": "1", "roman": "I", "letter": "a" if own.islower() else "A"}[group]
            number, family = own, kind + text[match.end(group) if match[group] else match.end() - 1 :][:1]
        return Block(
            "entry", start, start + match.end(), end, text[match.end() :], number, family, page=row.page, gap=row.gap
        )
    if row.role == "li":
        return Block("entry", start, start, end, text, None, "•", page=row.page)
    return None


def label_block(text: str, start: int, end: int, page: int, lost: str) -> Block | None:
    """The unit as a heading that is a title with its own word and number, None when it is none."""
    label = labelled(text, lost) if len(text) <= TITLE else None
    if label is None or not text[label.end :].strip() or text.endswith((".", ";", ",")):
        return None
    return Block("heading", start, start, end, text, label.number, f"L{label.kind}", LOWEST - 1, page)
