"""Programmes, strategies, plans, terms of reference and reports: what they say, in the fields that are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from store.ingest.abbreviations import find_abbreviations
from store.ingest.advice import single_recommendations
from store.ingest.dates import DATE, first_date
from store.ingest.elements import Context
from store.ingest.flow import Row, usual_width
from store.ingest.gluedheads import has_verb
from store.ingest.goals import find_goals, listed_goals
from store.ingest.listmerge import merged
from store.ingest.milestones import find_milestones, with_parts
from store.ingest.parsed import Abbreviation, InitiativeKind, Page, ParsedFact, ParsedInitiative, ParsedResponsibility
from store.ingest.partlists import find_lists
from store.ingest.plantables import read_tables
from store.ingest.roles import find_roles, member_roles
from store.ingest.statuses import document_status, status_facts
from store.ingest.structure import Structure, structure
from store.ingest.tolerant import tolerant

_KINDS: tuple[tuple[InitiativeKind, str], ...] = (
    ("terms_of_reference", r"kommissori(?:um|et|er)|opgavebeskrivelse|kravspecifikation|opdragsnotat"),
    ("programme", r"\w*program(?:met|mer|beskrivelse\w*|plan)?"),
    ("strategy", r"\w*strategi(?:en|er|plan\w*)?|\w*politik(?:ken)?|vision(?:en)?"),
    ("plan", r"\w*plan(?:en|er)?|\w*køreplan"),
    ("project", r"\w*projekt(?:et|er|beskrivelse\w*|oplæg)?|\w*forsøg(?:et)?"),
    ("report", r"\w*rapport(?:en|er)?|\w*analyse(?:n|r)?|\w*evaluering(?:en)?|\w*redegørelse(?:n)?|"
        r"\w*undersøgelse(?:n)?|folder|pjece|notat(?:et)?|\w*status"),
    ("initiative", r"\w*indsats(?:en|er)?|\w*initiativ(?:et|er)?|\w*aftale(?:n)?|\w*reform(?:en)?|\w*ordning(?:en)?"),
)  # fmt: skip
_OWNER = (
    r"(?:projektejer|programejer|ejer|udgivet\saf|udgiver|udarbejdet\saf|ansvarlig\s(?:forvaltning|afdeling|"
    r"enhed)|forvaltning|afdeling|afsender)"
    r"\s?[:\t]\s?(?P<owner>[^\n;|\t]{3,90}?)(?=[\n;|\t.]|\Z)"
)
_BEHIND_TITLE = re.compile(
    r"\s(?:Version|UDKAST|Udkast|Side\s\d|Dato|Godkendt|Vedtaget|Sagsnr|Sags\s?ID|J\.\s?nr|Udarbejdet)\b"
)
_PURPOSE = re.compile(r"(?i)\b(?:formål|mål|hensigt|skal|bidrage|beskriver|sætter)\w*")
_PLAN = (
    r"\b\w*(?:program(?:met|mer)?|projekt(?:et|er)?|strategi(?:en|er)?|handleplan\w*|handlingsplan\w*|udviklingsplan\w*|initiativ(?:et|er)?|"
    r"indsats(?:en|er)?|kommissorium|tidsplan(?:en)?|procesplan(?:en)?|forløb(?:et)?|helhedsplan(?:en)?|masterplan(?:en)?)\b"
)
_TIMETABLE = r"tidsplan|milepæl|proces|forløb|faser|køreplan"
_HEAD = 1500


@dataclass(frozen=True, slots=True)
class Programme:
    """What was read from one document, attachment or case text."""

    initiatives: tuple[ParsedInitiative, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()


def read_programme(
    pages: Sequence[Page], rows: Sequence[Row], width: int, *, title: str, on: date | None = None, lost: str = ""
) -> Programme:
    """What `rows` say of an initiative called `title`; nothing when they describe none.

    `on` is the day of the document or meeting, from which years that are not printed are told; `lost` are letters
    that the text has lost. Pure.
    """
    if not rows:
        return Programme()
    read = structure(pages, rows, width, lost)
    abbreviations = tuple(find_abbreviations(read))
    own = _day(read)
    title = _own_title(read, title)
    context = Context(own or on, _year(title), lost)
    tables = read_tables(read, context)
    lists = tuple(merged([*find_lists(read, context), *tables.lists, *single_recommendations(read, context)]))
    milestones = tuple(with_parts([*find_milestones(read, context), *tables.milestones], lists))
    roles = tuple(_once([*find_roles(read), *member_roles(lists, lost), *tables.roles]))
    goals = tuple({one.fact.text: one for one in (*find_goals(read), *listed_goals(lists), *tables.goals)}.values())
    kind = _kind(title, read)
    weight = len(lists) + bool(milestones) + bool(roles) + bool(goals)
    about = _about(read, title)
    if about is None or weight == 0 or (kind is None and weight < 2):
        return Programme((), abbreviations)
    found = ParsedInitiative(
        title=title, kind=kind or "initiative", about=about, owner=_owner(read), status=document_status(read),
        status_facts=(*status_facts(read, context.on), *tables.statuses), on=own, lists=lists, milestones=milestones,
        responsibilities=roles, goals=goals,
    )  # fmt: skip
    return Programme((found,), abbreviations)


def read_case(
    pages: Sequence[Page], facts: Sequence[ParsedFact], *, title: str, on: date | None = None, lost: str = ""
) -> tuple[ParsedInitiative, ...]:
    """The initiative that the case text of an agenda item describes: one with phases, a time table or who steers it.

    `facts` are the item's; its background and assessment are read. Most items describe none.
    """
    told = [fact for fact in facts if fact.kind in ("background", "assessment") and fact.source_kind is None]
    if sum(len(fact.text) for fact in told) < 200:
        return ()
    rows = list(_rows(pages, told))
    found = read_programme(pages, rows, usual_width(rows), title=title, on=on, lost=lost)
    return tuple(each for each in found.initiatives if _planned(each, told, lost))


def _rows(pages: Sequence[Page], facts: Sequence[ParsedFact]) -> Iterator[Row]:
    texts = {page.number: page.text for page in pages}
    for span in (span for fact in facts for span in fact.spans):
        at = span.start
        gap = True
        for line in texts[span.page][span.start : span.end].split("\n"):
            row = Row(span.page, at, at + len(line), line, gap=gap).cut(0)
            gap = not row.text
            if row.text:
                yield row
            at += len(line) + 1


def _planned(initiative: ParsedInitiative, told: Sequence[ParsedFact], lost: str) -> bool:
    """Whether a case text describes a plan and not only a matter: it names one, and tells its parts or its course."""
    if tolerant(_PLAN, lost).search(" ".join([initiative.title, *(fact.text for fact in told)])) is None:
        return False
    listed = any(
        (each.kind == "phase" and len(each.parts) > 1)
        or (each.kind in ("group", "focus_area", "action", "case") and (each.announced or 0) > 2)
        for each in initiative.lists
    )
    dated = [one for one in initiative.milestones if tolerant(_TIMETABLE, lost).search(one.fact.label or "")]
    steered = any(
        tolerant(r"styregruppe|projektgruppe|projektleder|programleder", lost).search(one.role)
        for one in initiative.responsibilities
    )
    return listed or len(dated) > 2 or (steered and bool(initiative.milestones or initiative.lists))


def _once(roles: Sequence[ParsedResponsibility]) -> list[ParsedResponsibility]:
    told: dict[tuple[str, str], ParsedResponsibility] = {}
    for one in roles:
        role = re.sub(r"\A(?:er|en|et|den)\s|\bat\s", "", one.role.casefold())
        told.setdefault((role, one.name.casefold()), one)
    return list(told.values())


def _own_title(read: Structure, title: str) -> str:
    """`title`, or the first line or heading that says what kind of plan this is where `title` does not."""
    cut = _BEHIND_TITLE.search(title, 20)
    title = title[: cut.start()].rstrip(" ,:–-") if cut else title
    first = read.blocks[0].text if read.blocks and read.blocks[0].kind == "heading" else ""
    if len(first) > len(title) and first.casefold().startswith(title.casefold()):
        title = " ".join(first.split())
    if _says_kind(title, read.lost) or read.lost:
        return title
    for block in read.blocks[:7]:
        if (
            block.bare
            and len(block.text) > 12
            and block.kind in ("heading", "text")
            and _says_kind(block.text, read.lost)
        ):
            return " ".join(block.text.split())
    return title


def _says_kind(text: str, lost: str) -> bool:
    return any(tolerant(rf"(?<![\wæøå-])(?:{words})(?![\wæøå])", lost).search(text) for _, words in _KINDS)


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


def _about(read: Structure, title: str) -> ParsedFact | None:
    """The sentence that says what it is for, else the first that says anything; the title's own words else."""
    text = read.stream.text
    candidates = [(start, end) for _, start, end in read.sentences() if 30 <= end - start <= 500][:40]
    chosen = next((place for place in candidates if _purpose(text[slice(*place)], read.lost)), None)
    chosen = chosen or next((place for place in candidates if has_verb(text[slice(*place)], read.lost)), None)
    chosen = chosen or next(iter(candidates), None)
    if chosen is None:
        chosen = (0, min(len(text), 300))
    quoted, spans = read.stream.quote(*chosen)
    return ParsedFact("initiative", quoted, spans) if spans else None


def _purpose(sentence: str, lost: str) -> bool:
    return (
        tolerant(
            r"\A(?:formålet|målet|hensigten|visionen|denne|dette)\b.{0,80}\b(?:er|skal|beskriver|præsenterer|"
            r"formidler)\b",
            lost,
        ).match(sentence)
        is not None
    )


def _owner(read: Structure) -> str | None:
    """Who answers for the plan: behind "Projektejer:" and the like among the first blocks."""
    pattern = tolerant(rf"\A{_OWNER}", read.lost)
    for block in read.blocks[:30]:
        match = pattern.match(block.text)
        if match:
            return " ".join(match["owner"].split())
    match = tolerant(_OWNER, read.lost).search(read.stream.text[:_HEAD]) if read.glued else None
    return " ".join(match["owner"].split()) if match else None


def _day(read: Structure) -> date | None:
    """The document's own day: behind "Dato", alone on a line, or the day on which it was adopted."""
    head = read.stream.text[:_HEAD]
    dated = tolerant(rf"\b(?:dato|dateret|revideret|udgivet|version)\s?:?\s?{DATE}", read.lost).search(head)
    alone = re.search(
        rf"(?i:(?<![\wæøå,] )(?:(?<=\n)|\A|(?<=[.!?] )|(?<=[a-zæøå] ))den\s{DATE})(?=\s[A-ZÆØÅ]|\s*\n|\Z)", head
    )
    for match in (dated, alone):
        if match and (day := first_date(match.group())):
            return day
    status = document_status(read)
    return (
        first_date(status)
        if status
        else next((day for line in head.split("\n")[:12] if len(line) < 60 and (day := first_date(line))), None)
    )


def _year(title: str) -> int | None:
    years = {int(found) for found in re.findall(r"(?<![\d–-])20\d\d(?!\s?[\d–-])", title)}
    return years.pop() if len(years) == 1 else None
