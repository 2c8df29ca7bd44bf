"""Programmes, strategies, plans, terms of reference and reports: what they say, in the fields that are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from store.ingest.abbreviations import find_abbreviations
from store.ingest.advice import single_recommendations
from store.ingest.elements import Context
from store.ingest.flow import Row, usual_width
from store.ingest.goals import find_goals, listed_goals, without_repeated
from store.ingest.inlinelists import inline_lists
from store.ingest.listmerge import merged
from store.ingest.milestones import find_milestones, with_parts
from store.ingest.parsed import Abbreviation, Page, ParsedFact, ParsedInitiative, ParsedResponsibility, Span
from store.ingest.partlists import find_lists
from store.ingest.planheads import about, day, owner, year
from store.ingest.plantables import read_tables
from store.ingest.plantitles import titled
from store.ingest.roles import find_roles, member_roles
from store.ingest.statuses import document_status, status_facts
from store.ingest.structure import structure
from store.ingest.tolerant import tolerant

_PLAN = (
    r"\b\w*(?:program(?:met|mer)?|projekt(?:et|er)?|strategi(?:en|er)?|handleplan\w*|handlingsplan\w*|udviklingsplan\w*|initiativ(?:et|er)?|"
    r"indsats(?:en|er)?|kommissorium|tidsplan(?:en)?|procesplan(?:en)?|forløb(?:et)?|helhedsplan(?:en)?|masterplan(?:en)?)\b"
)
_TIMETABLE = r"tidsplan|milepæl|proces|forløb|faser|køreplan"


@dataclass(frozen=True, slots=True)
class Programme:
    """What was read from one document, attachment or case text."""

    initiatives: tuple[ParsedInitiative, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()


def read_programme(
    pages: Sequence[Page], rows: Sequence[Row], width: int, *, title: str, on: date | None = None, lost: str = "",
    headed: Sequence[Span] = (),
) -> Programme:  # fmt: skip
    """What `rows` say of an initiative called `title`; nothing when they describe none.

    `on` is the day of the document or meeting, from which years that are not printed are told; `lost` are letters
    that the text has lost; `headed` is where the title stands when it is outside of `rows`. Pure.
    """
    if not rows:
        return Programme()
    read = structure(pages, rows, width, lost)
    abbreviations = tuple(find_abbreviations(read))
    own = day(read)
    named = titled(read, title)
    context = Context(own or on, year(named.whole), lost)
    tables = read_tables(read, context)
    told = [*find_lists(read, context), *tables.lists, *inline_lists(read), *single_recommendations(read, context)]
    lists = tuple(merged(told))
    events = [*find_milestones(read, context), *tables.milestones]
    milestones = tuple(one for one in with_parts(events, lists) if not _within(one.fact, named.spans))
    rows_told = {one.fact.spans for one in tables.roles}
    listed = [one for one in member_roles(lists, lost) if one.fact.spans not in rows_told]
    roles = tuple(_once([*find_roles(read), *listed, *tables.roles]))
    # Under "Mål" a paper that reports tells what was reached.
    aims = [] if named.reports else listed_goals(lists)
    goals = tuple(without_repeated([*find_goals(read), *aims, *tables.goals]))
    statuses = (*status_facts(read, context.on), *tables.statuses)
    reported = statuses if named.reports else ()
    weight = len(lists) + bool(milestones) + bool(roles) + bool(goals) + bool(reported)
    purpose = about(read, named.spans or headed, reported)
    if purpose is None or weight == 0 or (named.kind is None and weight < 2):
        return Programme((), abbreviations)
    found = ParsedInitiative(
        title=named.name, kind=named.kind or "initiative", about=purpose, owner=owner(read),
        status=document_status(read), status_facts=statuses, on=own, lists=lists, milestones=milestones,
        responsibilities=roles, goals=goals,
    )  # fmt: skip
    return Programme((found,), abbreviations)


def read_case(
    pages: Sequence[Page], facts: Sequence[ParsedFact], *, title: str, on: date | None = None, lost: str = "",
    headed: Sequence[Span] = (),
) -> tuple[ParsedInitiative, ...]:  # fmt: skip
    """The initiative that the case text of an agenda item describes: one with phases, a time table or who steers it.

    `facts` are the item's; its background and assessment are read. `headed` is where its title stands. Most items
    describe none.
    """
    told = [fact for fact in facts if fact.kind in ("background", "assessment") and fact.source_kind is None]
    if sum(len(fact.text) for fact in told) < 200:
        return ()
    rows = list(_rows(pages, told))
    found = read_programme(pages, rows, usual_width(rows), title=title, on=on, lost=lost, headed=headed)
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


def _within(fact: ParsedFact, title: Sequence[Span]) -> bool:
    """Whether a fact is only the plan's title: the years that it names are no events."""
    return all(
        any(one.page == own.page and own.start <= one.start and one.end <= own.end for own in title)
        for one in fact.spans
    )


def _once(roles: Sequence[ParsedResponsibility]) -> list[ParsedResponsibility]:
    told: dict[tuple[str, str], ParsedResponsibility] = {}
    for one in roles:
        role = re.sub(r"\A(?:er|en|et|den)\s|\bat\s", "", one.role.casefold())
        told.setdefault((role, one.name.casefold()), one)
    return list(told.values())
