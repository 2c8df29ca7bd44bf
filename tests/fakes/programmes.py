"""Initiatives for cards and flows: an invented programme under way, one long past, and one nearly empty."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

from store.records import (
    DocumentRef,
    Fact,
    FactKind,
    InitiativeRecord,
    InitiativeRef,
    ListRecord,
    PartKind,
    Precision,
    Relation,
    StatusReport,
    When,
)

PLAN = DocumentRef(
    "p1", "Programbeskrivelse: Grøn Skole", "groen-skole.pdf", "https://dagsordener.example.dk/9.pdf", "programme"
)
REPORT = DocumentRef("p2", "Statusnotat om Grøn Skole, oktober 2026", "groen-skole-status.docx", None, "other")
OLD = DocumentRef("p3", "Fælles indkøb i fire kommuner", "faelles-indkoeb.txt", None, "programme")
BARE = DocumentRef("p4", "Notat om cykelstier", "cykelstier.txt", None, "other")
GREEN = InitiativeRef("i-green", "Grøn Skole")
JOINT = InitiativeRef("i-joint", "Fælles indkøb i fire kommuner")
CYCLING = InitiativeRef("i-bike", "Bedre cykelstier")


def when(
    words: str,
    first: date | None,
    last: date | None,
    precision: Precision = "day",
    relation: Relation = "at",
    **more: Any,
) -> When:
    """A time as a source gives it."""
    return When(words, first, last, precision, relation, **more)


def told(key: str, kind: FactKind, text: str, of: InitiativeRef = GREEN, page: int | None = 2, **more: Any) -> Fact:
    """A fact of an initiative."""
    document = {GREEN: PLAN, JOINT: OLD, CYCLING: BARE}[of]
    return Fact(key, kind, text, document, page=page, initiative=of, **more)


def parts(prefix: str, titles: tuple[str, ...], of: InitiativeRef = GREEN, page: int = 3) -> tuple[Fact, ...]:
    """The parts of a list, numbered from 1."""
    return tuple(
        told(f"{prefix}{number}", "part", text, of, page, number=str(number), title=text.split(":")[0])
        for number, text in enumerate(titles, start=1)
    )


def listed(key: str, name: str, kind: PartKind, given: tuple[Fact, ...], **more: Any) -> ListRecord:
    """A named list."""
    return ListRecord(key, name, kind, given, page=3, **more)


TRACKS = listed(
    "l-tracks",
    "Programmets fire spor",
    "focus_area",
    parts(
        "t",
        (
            "Mad uden spild: Skolerne vejer og mindsker madspild i alle køkkener.",
            "Sikre skoleveje: Flere børn går og cykler selv.",
            "Undervisning ude: Hver klasse er ude en dag om måneden.",
            "Bygninger: Varme og lys styres efter behov.",
        ),
    ),
    announced=4,
)
BARRIERS = listed(
    "l-barriers",
    "Barrierer",
    "barrier",
    parts("b", ("Manglende tid i skemaet", "Gamle køkkener", "Uklart ansvar for udearealer")),
    announced=5,
    complete=False,
)
PHASES = (
    told(
        "h1",
        "milestone",
        "Forberedelse: januar-marts 2026",
        title="Forberedelse",
        when=when("januar-marts 2026", date(2026, 1, 1), date(2026, 3, 31), "month"),
    ),
    told(
        "h2",
        "milestone",
        "Afprøvning på tre skoler fra april 2026 til januar 2027",
        title="Afprøvning på tre skoler",
        when=when("fra april 2026 til januar 2027", date(2026, 4, 1), date(2027, 1, 31), "month"),
    ),
    told(
        "h3",
        "milestone",
        "Skolerne tilmelder sig senest den 12. december 2026 kl. 12",
        title="Skolerne tilmelder sig",
        when=when("senest den 12. december 2026 kl. 12", None, date(2026, 12, 12), "time", "by", at=time(12, 0)),
    ),
    told(
        "h4",
        "milestone",
        "Midtvejsrapport primo marts",
        title="Midtvejsrapport",
        when=when("primo marts", date(2027, 3, 1), date(2027, 3, 10), "part_of_month", inferred=True),
    ),
    told(
        "h5",
        "milestone",
        "Udrulning på alle skoler: august 2027-?",
        title="Udrulning på alle skoler",
        when=when("august 2027-?", date(2027, 8, 1), None, "month", "from"),
    ),
    told(
        "h6",
        "milestone",
        "Endelig evaluering inden udgangen af 2028",
        title="Endelig evaluering",
        when=when("inden udgangen af 2028", None, date(2028, 12, 31), "year", "by"),
    ),
    told(
        "h7", "milestone", "Aftale med leverandøren indgås, når prisen kendes", title="Aftale med leverandøren indgås"
    ),
)
ROLES = (
    told(
        "r1",
        "responsibility",
        "Formand for styregruppen: Hanne Lund",
        role="Formand for styregruppen",
        name="Hanne Lund",
    ),
    told(
        "r2",
        "responsibility",
        "Styregruppe: Hanne Lund, Bo Sørensen og to skoleledere",
        role="Styregruppe",
        name="Hanne Lund, Bo Sørensen og to skoleledere",
    ),
    told(
        "r3", "responsibility", "Kontakt: Cille Ærø, Skoleafdelingen", role="Kontakt", name="Cille Ærø, Skoleafdelingen"
    ),
)
GOALS = (
    told("g1", "goal", "Madspildet på skolerne skal falde med 30 % inden 2028.", figure="30 %", title="Madspild"),
    told("g2", "goal", "Halvdelen af eleverne skal gå eller cykle til skole.", figure="Halvdelen"),
)
SHORT = told(
    "k1",
    "passage",
    "Programmet hører under Børne- og Ungdomsforvaltningen (BUF).",
    name="BUF",
    title="Børne- og Ungdomsforvaltningen",
)
STATUS = StatusReport(
    replace(
        told("s1", "initiative", "Afprøvningen er i gang på tre skoler; tidsplanen holder.", page=1), document=REPORT
    ),
    date(2026, 10, 28),
)
EARLIER = StatusReport(told("s2", "initiative", "Programmet er sat i gang.", page=5), date(2026, 1, 15))
GREEN_SCHOOL = InitiativeRecord(
    "i-green",
    "Grøn Skole",
    "programme",
    owner="Børne- og Skoleudvalget",
    status="I gang, tidsplanen holder",
    on=date(2025, 11, 3),
    document=PLAN,
    page=1,
    about=told(
        "a1", "initiative", "Grøn Skole skal gøre hverdagen på byens skoler grønnere sammen med børnene.", page=1
    ),
    lists=(TRACKS, BARRIERS),
    milestones=PHASES,
    responsibilities=ROLES,
    goals=GOALS,
    reports=(STATUS, EARLIER),
    items=("i72", "i73"),
)
JOINT_BUYING = InitiativeRecord(
    "i-joint",
    "Fælles indkøb i fire kommuner",
    "project",
    on=date(2014, 5, 6),
    document=OLD,
    page=1,
    milestones=(
        told(
            "j1",
            "milestone",
            "Politisk behandling: marts 2015",
            JOINT,
            title="Politisk behandling",
            when=when("marts 2015", date(2015, 3, 1), date(2015, 3, 31), "month"),
        ),
        told(
            "j2",
            "milestone",
            "Aftalen træder i kraft 1. januar 2016",
            JOINT,
            title="Aftalen træder i kraft",
            when=when("1. januar 2016", date(2016, 1, 1), date(2016, 1, 1)),
        ),
    ),
    responsibilities=(
        told(
            "j3",
            "responsibility",
            "Projektgruppen udgøres af indkøbscheferne",
            JOINT,
            role="Projektgruppen",
            name="indkøbscheferne",
        ),
    ),
)
BIKES = InitiativeRecord("i-bike", "Bedre cykelstier", "plan", document=BARE, page=1)
HOSTILE_TITLE = "[x](http://evil.example) <at>Alle</at> {{DATE()}} \u202eneddev\u202c **fed** " + "lang titel " * 30
_MANY = tuple(
    told(
        f"v{number}",
        "milestone",
        f"{number}. trin " + "med en lang forklaring " * 12,
        title=f"[trin](http://evil.example) {number} " + "med en lang titel " * 8,
        when=when("", date(2025 + number // 12, number % 12 + 1, 1), date(2025 + number // 12, number % 12 + 1, 20)),
    )
    for number in range(30)
)
LONG_LIST = listed(
    "l-long",
    HOSTILE_TITLE,
    "action",
    parts("n", tuple(f"Indsats {number}: " + "tekst " * 80 for number in range(1, 46))),
)
LONG = InitiativeRecord(
    "i-long",
    HOSTILE_TITLE,
    "strategy",
    owner=HOSTILE_TITLE,
    document=replace(PLAN, title=HOSTILE_TITLE),
    about=told("v99", "initiative", "Formålet er " + "langt " * 400),
    lists=(LONG_LIST, *(replace(LONG_LIST, key=f"l-{number}") for number in range(12))),
    milestones=_MANY,
    responsibilities=tuple(replace(ROLES[0], key=f"x{number}", name="Navn " * 40) for number in range(20)),
    goals=tuple(replace(GOALS[0], key=f"y{number}", text="Mål " * 200) for number in range(12)),
    reports=(StatusReport(told("v98", "initiative", "Status " * 300), None),) * 5,
    closed=True,
)
INITIATIVES = (GREEN_SCHOOL, JOINT_BUYING, BIKES)
