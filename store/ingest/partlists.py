"""Named lists: numbered, bulleted or headed elements under a heading or sentence that leads in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.ingest.blockmarks import WHEN
from store.ingest.elements import Context, part
from store.ingest.gluedheads import boundaries, has_verb
from store.ingest.listkinds import Named, named
from store.ingest.listruns import Run, runs
from store.ingest.parsed import ParsedList, ParsedPart, PartKind, Span
from store.ingest.sentences import split_sentences
from store.ingest.structure import Structure

_TIMETABLE = re.compile(
    r"(?i)(?:\d[\d.]*\s)?\w*(?:tidsplan|tidslinje|tidsramme|procesplan|køreplan|forløb|proces)(?:en|et)?(?:\sog\s\w+)?"
)
_PAGE_BEHIND = re.compile(r":\s{0,2}\d{1,3}\s*\Z")
_OPEN_END = re.compile(r"(?:,?\s(?:at|som|skal|vil)|\s(?:følgende|nemlig))\Z")
"""How a sentence ends that its list goes on with: "Det anbefales, at"."""


@dataclass(slots=True)
class Lead:
    """The heading or sentence that names a list: its place, and what it says."""

    start: int
    end: int
    named: Named
    colon: bool
    heading: bool


def find_lists(structure: Structure, context: Context) -> list[ParsedList]:
    """Every named list, in reading order."""
    found: list[ParsedList] = []
    for run in runs(structure):
        lead = _lead(structure, run)
        made = _list(structure, run, lead, context)
        if made is not None:
            found.append(made)
    return found


def _lead(structure: Structure, run: Run) -> Lead | None:
    """The sentence before the run when it ends in a colon or announces it, else the heading over it."""
    blocks = structure.blocks
    heading = structure.heading_of(run.first)
    if run.first:
        before = blocks[run.first - 1]
        if before.kind in ("text", "entry") and (not run.headed or heading is None or run.first - 1 > heading):
            for start, end in reversed(split_sentences(before.text)[-3:]):
                text = before.text[start:end]
                says = named(text, structure.lost)
                colon = text.endswith(":") or (end == len(before.text) and _OPEN_END.search(text) is not None)
                if (colon and end == len(before.text)) or _announces(says, run) or _points(says, run):
                    cut = _last_line(text, structure) if structure.glued else 0
                    return Lead(
                        before.start + start + cut, before.start + end, named(text[cut:], structure.lost), colon, False
                    )
    above = blocks[run.first - 1] if run.first and not run.headed else None
    if above is not None and above.kind == "entry" and above.family != blocks[run.first].family:
        return None
    told = _announced_before(structure, run)
    if told is not None:
        return told
    if heading is None:
        return None
    block = blocks[heading]
    return Lead(block.start, block.end, named(block.text, structure.lost), False, True)


def _announces(says: Named, run: Run) -> bool:
    """Whether a sentence without a colon announces this run: its count is that of the elements, or the run breaks off.

    "De bestemmer selv, hvilke to områder de begynder med" is no lead-in to five areas.
    """
    return says.announced is not None and len(run.elements) <= says.announced


def _points(says: Named, run: Run) -> bool:
    """Whether a sentence says without a count that a list follows."""
    return says.strong and says.announced is None and not run.headed


def _last_line(text: str, structure: Structure) -> int:
    """Where the last glued line of a lead-in begins that says by itself what follows."""
    for at in reversed(list(boundaries(text, 0, len(text)))):
        if len(text[at:].split()) > 2 and named(text[at:], structure.lost).kind:
            return at
    return 0


def _announced_before(structure: Structure, run: Run) -> Lead | None:
    """A sentence or heading somewhat before a numbered run that announces just as many as it holds."""
    blocks = structure.blocks
    if not run.headed and blocks[run.first].value is None:
        return None
    for index in range(run.first - 1, max(run.first - 14, -1), -1):
        block = blocks[index]
        if block.kind == "row":
            continue
        for start, end in reversed(
            split_sentences(block.text)[-6:] if block.kind != "heading" else [(0, len(block.text))]
        ):
            says = named(block.text[start:end], structure.lost)
            if says.announced == len(run.elements) and says.kind:
                return Lead(block.start + start, block.start + end, says, False, block.kind == "heading")
    return None


def _list(structure: Structure, run: Run, lead: Lead | None, context: Context) -> ParsedList | None:
    label = _chapter(structure, run, lead)
    parts = [made for element in run.elements if (made := part(structure, element, context, label))]
    says = lead.named if lead else Named(None)
    kind = run.kind or says.kind or ("element" if structure.blocks[run.first].family == WHEN else None)
    if lead is None and kind is None:
        return None
    above = None
    if lead and not lead.heading and says.kind is None and _generic(structure, lead):
        at = structure.heading_of(run.first)
        above = named(structure.blocks[at].text, structure.lost) if at is not None else None
    if lead and not (lead.colon or says.announced or kind):
        return None
    if lead and lead.colon and kind is None and not _sentence(structure, lead):
        return None
    brief = lead is not None and (lead.colon or (lead.heading and lead.end - lead.start < 25))
    alone = brief and says.kind is not None and structure.blocks[run.first].kind == "entry"
    if len(parts) < 2 and not (parts and (alone or (says.announced and says.announced > 1))):
        return None
    kind = kind or (above.kind if above else None) or "element"
    if run.kind and lead and lead.heading and says.kind is None and not _timetable(structure, lead):
        lead = None
    name, spans = _name(structure, run, lead)
    if not name:
        return None
    announced = says.announced if says.announced != 1 else None
    complete = not run.gap and (announced is None or len(parts) >= announced)
    return ParsedList(name, kind, tuple(_counted(parts, kind, announced)), spans, announced, complete)


def _chapter(structure: Structure, run: Run, lead: Lead | None) -> str | None:
    """The heading of the chapter that the list stands in; over a list that is only called "Mål" the one above that."""
    at = structure.heading_of(run.first)
    if at is None:
        return None
    block = structure.blocks[at]
    above = structure.heading_of(at)
    if lead is not None and lead.heading and lead.start == block.start and above and len(block.text.split()) < 3:
        return structure.blocks[above].text
    return block.text


def _generic(structure: Structure, lead: Lead) -> bool:
    """Whether a lead-in only points on, so that the heading says what the list holds."""
    text = structure.stream.text[lead.start : lead.end]
    pointing = re.search(r"(?i)\b(?:følgende|drejer sig om|nedenfor|er|bl\.a\.|blandt andet)\s?:\Z", text)
    return pointing is not None or len(text.split()) < 5


def _timetable(structure: Structure, lead: Lead) -> bool:
    """Whether a heading without a word for phases is still the name under which they are listed."""
    return _TIMETABLE.fullmatch(structure.stream.text[lead.start : lead.end].strip()) is not None


def _sentence(structure: Structure, lead: Lead) -> bool:
    """Whether a lead-in without a word for its list is a sentence, and no label as in an address or a form."""
    text = structure.stream.text[lead.start : lead.end]
    if re.search(
        r"(?i)(?:\bid|telefon|tlf\.?|mail|e-post|dato|adresse|fax|web|cvr|journalnr\.?|sagsnr\.?)\s?:\Z", text
    ):
        return False
    return len(text.split()) > 1 and (
        has_verb(text, structure.lost) or bool(re.search(r"\b(?:at|følgende|bl\.a\.|eksempelvis|med):\Z", text))
    )


def _name(structure: Structure, run: Run, lead: Lead | None) -> tuple[str, tuple[Span, ...]]:
    if lead is None:
        first = run.elements[0]
        if first.label is not None:
            word = re.match(r"(?:\d+\.\s)?[\wæøåÆØÅ]+", structure.stream.text[first.start : first.head])
            if word:
                return structure.stream.quote(first.start, first.start + word.end())
        text, spans = structure.stream.quote(first.start, first.head)
        return text[:120], spans
    # A page's number may be glued behind the colon: "... på seks områder: 17".
    glued = _PAGE_BEHIND.search(structure.stream.text, max(lead.end - 8, lead.start), lead.end)
    text, spans = structure.stream.quote(lead.start, glued.start() if glued else lead.end)
    return text.rstrip(" :"), spans


def _counted(parts: Sequence[ParsedPart], kind: PartKind, announced: int | None) -> Iterator[ParsedPart]:
    """Parts with numbers counted from 1 where the order is meant and none are printed."""
    counts = (kind in ("phase", "focus_area") or announced is not None) and not any(each.number for each in parts)
    for place, each in enumerate(parts, 1):
        yield ParsedPart(each.fact, each.title, str(place), each.when) if counts else each
