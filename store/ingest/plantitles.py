"""What a plan is called: its name, and the subtitle that says what kind of paper it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.ingest.flow import Row
from store.ingest.gluedheads import is_section_word
from store.ingest.parsed import InitiativeKind, Span
from store.ingest.structure import Structure
from store.ingest.tolerant import tolerant

_KINDS: tuple[tuple[InitiativeKind, str], ...] = (
    ("terms_of_reference", r"kommissori(?:um|et|er)|opgavebeskrivelse|terms\sof\sreference|"
        r"kravspecifikation|opdragsnotat"),
    ("programme", r"programme|\w*program(?:met|mer|beskrivelse\w*|plan)?"),
    ("strategy", r"strategy|policy|\w*strategi(?:en|er|plan\w*)?|\w*politik(?:ken)?|vision(?:en)?"),
    ("plan", r"\w*plan(?:en|er)?|\w*køreplan"),
    ("project", r"\w*projekt(?:et|er|beskrivelse\w*|oplæg)?|\w*forsøg(?:et)?"),
    ("report", r"\w*rapport(?:en|er)?|\w*analyse(?:n|r)?|\w*evaluering(?:en)?|\w*redegørelse(?:n)?|"
        r"\w*undersøgelse(?:n)?|folder|pjece|notat(?:et)?|\w*status"),
    ("initiative", r"\w*indsats(?:en|er)?|\w*initiativ(?:et|er)?|\w*aftale(?:n)?|\w*reform(?:en)?|\w*ordning(?:en)?"),
)  # fmt: skip
_ANY_KIND = rf"(?<![\wæøå-])(?:{'|'.join(words for _, words in _KINDS)})(?![\wæøå])"
_SUBTITLE = (
    r"\A(?:(?:en|et|ny|nyt|fælles|samlet|vores|kommunens|[A-ZÆØÅ][\w-]+\skommunes)\s){0,3}"
    rf"(?:{'|'.join(words for _, words in _KINDS[:-1])})(?![\wæøå])"
)
_BEHIND_TITLE = re.compile(
    r"\s(?:Version|UDKAST|Udkast|Side\s\d|Dato|Godkendt|Vedtaget|Sagsnr|Sags\s?ID|J\.\s?nr|Udarbejdet)\b"
)
_SENDER = re.compile(
    r"(?i)\A(?:.*\bkommunes?|region\s\w+|.*\b\w*(?:forvaltning(?:en)?|afdeling(?:en)?|sekretariat(?:et)?|styrelse(?:n)?|"
    r"udvalg(?:et)?|direktion(?:en)?|byråd(?:et)?)|(?:center|stab(?:en)?|afdeling(?:en)?|team)\s.*|udkast|bilag\b.*|"
    r"notat|til|fra|sags\w*\b.*|.*\d{4})\Z"
)
_AREA = re.compile(r"[\wæøåÆØÅ-]+(?:,\s[\wæøåÆØÅ-]+)*\sog\s[\wæøåÆØÅ-]+")
"""How departments and fields of work are called: "Børn og Unge", "Teknik, Miljø og Vej"."""
_MARK = re.compile(r"(?:\.|:|\s[–—-])\s")
_YEARS = re.compile(r"20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?")
_HANGS = re.compile(r"(?:[,\-–/]|\b(?:og|eller|samt|af|for|i|på|til|med|ved|om|fra|en|et|den|det|de|der|som|at))\Z")
_REPORTING = (
    r"\A(?:(?:midtvejs|halvårs|kvartals|års|slut|projekt)?status(?:notat(?:et)?|rapport(?:en)?|redegørelse|beskrivelse|"
    r"orientering|opgørelse)?|fremdriftsrapport|fremdriftsnotat|afrapportering|statusopfølgning)"
    r"(?:\s(?:pr\.?|fra|af|i|den|d\.)?\s?[^:–]{0,24}?\d{4})?\s?(?::|–|-|\b(?:for|på|vedr\.?|vedrørende|om|over|af))\s+"
)
_NOUN = (
    r"(?:(?:det|den)\s)?\w*(?:strategien|programmet|projektet|planen|politikken|indsatsen|initiativet|kommissoriet|forløbet)\s"
    r"(?=[A-ZÆØÅ\"”“»«])"
)
_STAGE = re.compile(
    r"(?i)\s?[,–-]?\s(?:efter\s(?:\d\.\s)?(?:fase|etape|trin|halvår|kvartal|år)\b.*|(?:pr\.|ultimo|medio|primo)\s.*\d{4})\Z"
)


@dataclass(frozen=True, slots=True)
class Titled:
    """What a paper calls the plan."""

    name: str
    whole: str
    """With the subtitle, and with what says that the paper reports on the plan."""
    kind: InitiativeKind | None
    spans: tuple[Span, ...]
    """Where name and subtitle stand in the text; empty when they stand outside of it."""
    reports: bool = False
    """The paper reports on the plan of this name and does not set it out."""


def whole_title(rows: Sequence[Row], title: str) -> str:
    """`title` with its wrapped lines and the subtitle under it: "Levende torve. Program for byens torve 2030"."""
    at = next((i for i, row in enumerate(rows[:12]) if " ".join(row.text.split()).casefold() == title.casefold()), None)
    if at is None:
        return _cut(title)
    end = _wrapped(rows, at)
    name = _cut(" ".join(" ".join(row.text for row in rows[at:end]).split()))
    following = rows[end] if end < len(rows) else None
    if following is None or not _names(name) or not _is_subtitle(following, rows[end - 1]):
        return name
    return f"{name}. {' '.join(' '.join(row.text for row in rows[end : _wrapped(rows, end)]).split())}"


def _cut(title: str) -> str:
    """`title` without what extraction glued behind it: a version, a page number, a date."""
    cut = _BEHIND_TITLE.search(title, 20)
    return title[: cut.start()].rstrip(" ,:–-") if cut else title


def _wrapped(rows: Sequence[Row], at: int) -> int:
    """Index after the last line of the title that begins at `at`."""
    end = at + 1
    while end < len(rows) and end < at + 4:
        before, row = rows[end - 1], rows[end]
        goes_on = _HANGS.search(before.text) is not None or (row.text[:1].islower() and not row.gap)
        goes_on = goes_on or (row.role == before.role == "h1" and not row.gap)
        goes_on = goes_on or _YEARS.fullmatch(row.text) is not None
        if not goes_on or row.page != before.page or row.block or len(row.text) > 120 or "\t" in row.text:
            break
        end += 1
    return end


def _is_subtitle(row: Row, above: Row) -> bool:
    return (
        row.page == above.page
        and row.role not in ("row", "li")
        and len(row.text) <= 140
        and not row.text.endswith((".", ":"))
        and ":" not in row.text[:40]
        and "\t" not in row.text
        and tolerant(_SUBTITLE).match(row.text) is not None
    )


def _names(text: str) -> bool:
    """Whether a line may be a plan's own name: it says neither a kind of paper nor who sends it nor a field of work."""
    words = text.split()
    return (
        2 < len(text) <= 90
        and (len(words) > 1 or len(text) > 4)
        and text[:1].isalpha()
        and text[:1].isupper()
        and not tolerant(_ANY_KIND).search(text)
        and not _SENDER.match(text)
        and not _AREA.fullmatch(text)
        and not is_section_word(text)
        and words[0].lower() not in ("indhold", "indholdsfortegnelse", "forside")
    )


def titled(read: Structure, title: str) -> Titled:
    """The name, kind and place of the title in `read`, which is called `title` outside of it."""
    said = _full(read, title)
    kind = _kind(said, read)
    name, shown = said, [said]
    parts = _parts(said) or _parts(_stacked(read, said))
    reporting = tolerant(_REPORTING, read.lost).match(said)
    if reporting:
        name = said[reporting.end() :]
        # The noun falls only before a name: case tells that, which a tolerant pattern does not see.
        noun = re.match(_NOUN, name)
        name = _STAGE.sub("", name[noun.end() :] if noun else name).strip(' "”“»«.')
        name = name if len(name) > 3 else said
    elif parts:
        name, shown = parts[0], list(parts)
    return Titled(name, said, kind, tuple(_places(read, shown)), reporting is not None)


def _parts(title: str) -> tuple[str, str] | None:
    """Name and subtitle of a title that holds both: "Plads til alle. Ungestrategi 2026-2030"."""
    for mark in _MARK.finditer(title):
        name, subtitle = title[: mark.start()].strip(), title[mark.end() :].strip()
        if _names(name) and tolerant(_SUBTITLE).match(subtitle):
            return name, subtitle
    return None


def _stacked(read: Structure, title: str) -> str:
    """The first lines as one title, where `title` is one of them and the other says what kind of paper it is."""
    if read.lost or read.glued:
        return title
    for block, under in zip(read.blocks[:4], read.blocks[1:5], strict=False):
        name, subtitle = " ".join(block.text.split()), " ".join(under.text.split())
        own = title.casefold()
        if (
            block.bare
            and under.bare
            and under.kind in ("heading", "text")
            and (own == subtitle.casefold() or own.startswith(name.casefold()))
            and _names(name)
            and tolerant(_SUBTITLE).match(subtitle)
        ):
            return f"{name}. {subtitle}"
    return title


def _full(read: Structure, title: str) -> str:
    """`title`, or the first line or heading that says what kind of plan this is where `title` does not."""
    title = _cut(title)
    first = read.blocks[0].text if read.blocks and read.blocks[0].kind == "heading" else ""
    if len(first) > len(title) and first.casefold().startswith(title.casefold()):
        title = " ".join(first.split())
    if says_kind(title, read.lost) or read.lost or _parts(_stacked(read, title)):
        return title
    for block in read.blocks[:7]:
        if (
            block.bare
            and len(block.text) > 12
            and block.kind in ("heading", "text")
            and says_kind(block.text, read.lost)
        ):
            return " ".join(block.text.split())
    return title


def says_kind(text: str, lost: str) -> bool:
    """Whether a text names a kind of plan: "strategi", "handleplan", "kommissorium"."""
    return tolerant(_ANY_KIND, lost).search(text) is not None


def _kind(title: str, read: Structure) -> InitiativeKind | None:
    """What the document calls itself: in its title, else in its first lines."""
    if tolerant(_KINDS[0][1], read.lost).search(read.stream.text[:200]):
        return "terms_of_reference"
    for text in (title, read.stream.text[:300]):
        hits = [
            (match.start(), kind)
            for kind, words in _KINDS
            for match in tolerant(rf"(?<![\wæøå-])(?:{words})(?![\wæøå])", read.lost).finditer(text)
        ]
        if hits:
            order = [name for name, _ in _KINDS]
            return min(hits, key=lambda hit: (hit[0], order.index(hit[1])))[1]
    return None


def _places(read: Structure, shown: Sequence[str]) -> Iterator[Span]:
    """Where the lines of the title stand among the first characters of the text, in order."""
    text = read.stream.text[:1200]
    floor = 0
    for line in shown:
        words = r"[\s.]+".join(re.escape(word) for word in line.split())
        found = re.compile(words, re.IGNORECASE).search(text, floor)
        if found is None:
            return
        yield from read.stream.quote(found.start(), found.end())[1]
        floor = found.end()
