"""Records for cards and flows: a small invented town with open and closed matters, all kinds of decisions."""

from __future__ import annotations

from dataclasses import replace as replace
from datetime import UTC, date, datetime, time

from store.records import (
    AttachmentRecord,
    BodyRecord,
    DecisionClass,
    DocumentRecord,
    DocumentRef,
    Fact,
    FactKind,
    Grant,
    ItemRecord,
    MeetingRecord,
    Person,
)

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
DIREKTION = BodyRecord("direktionen", "Direktionen", ("Direktion",))
ECONOMY = BodyRecord("oekonomiudvalget", "Økonomiudvalget")
TECHNIQUE = BodyRecord("teknik-og-miljoeudvalget", "Teknik- og Miljøudvalget")
FORUM = BodyRecord("lederforum", "Lederforum")
BODIES = (DIREKTION, ECONOMY, TECHNIQUE, FORUM)

MINUTES = DocumentRef(
    "d1", "Referat fra Direktionen 22. oktober 2015", "direktionen.pdf", "https://dagsordener.example.dk/1.pdf"
)
MINUTES_2022 = DocumentRef("d2", "Referat fra Teknik- og Miljøudvalget 6. september 2022", "tmu.html")
COUNCIL = DocumentRef("d3", "Referat fra Økonomiudvalget 18. oktober 2022", "oeu.txt")
AGENDA = DocumentRef("d4", "Dagsorden for Økonomiudvalget 8. december 2026", "oeu-2026.pdf", None, "agenda")
STRATEGY = DocumentRef("d5", "Strategiplan 2013", "strategi.pdf", None, "other")

HELD = MeetingRecord(
    "m1",
    "Direktionen",
    date(2015, 10, 22),
    time(8, 30),
    time(11, 15),
    "Rådhuset, mødelokale 214",
    ("Hanne Lund", "Bo Sørensen", "Poul Vestergaard"),
    ("Poul Vestergaard",),
)
SEPTEMBER = MeetingRecord("m2", "Teknik- og Miljøudvalget", date(2022, 9, 6), time(15, 0))
OCTOBER = MeetingRecord("m3", "Økonomiudvalget", date(2022, 10, 18), time(8, 0))
COMING = MeetingRecord(
    "m4",
    "Økonomiudvalget",
    date(2026, 12, 8),
    time(8, 0),
    None,
    "Byrådssalen",
    deadline=datetime(2026, 11, 26, 11, 0, tzinfo=UTC),
)
EMPTY = MeetingRecord("m5", "Direktionen", date(2026, 12, 17), time(8, 30))


def fact(
    key: str,
    kind: FactKind,
    text: str,
    item: ItemRecord | None = None,
    decided: DecisionClass | None = None,
    **more: object,
) -> Fact:
    """A fact in its item's place."""
    place: dict[str, object] = {}
    if item is not None:
        place = {
            "body": item.meeting.body,
            "meeting_date": item.meeting.date,
            "item": item.key,
            "item_number": item.number,
            "item_title": item.title,
            "case_number": item.case_number,
            "closed": item.closed,
            "document": item.document,
            "page": item.page,
        }
    place = {"document": STRATEGY, **place, **more}
    return Fact(key, kind, text, decision_class=decided, **place)  # type: ignore[arg-type]  # fields by name


def _item(
    key: str, number: str | None, title: str, meeting: MeetingRecord, document: DocumentRef, **more: object
) -> ItemRecord:
    return ItemRecord(key, number, title, meeting, document=document, **more)  # type: ignore[arg-type]  # by name


def _proceeds() -> ItemRecord:
    bare = _item(
        "i72", "72", "Brug af provenuet fra salget af KMD-ejendommene", HELD, MINUTES, case_number="15/8020", page=4
    )
    by = "Økonomi og Administration"
    return replace(
        bare,
        facts=(
            fact(
                "f1",
                "background",
                "Bygningerne er nu solgt. Den samlede salgspris er 1,2 mia. kr.",
                bare,
                label="Sagsbeskrivelse",
            ),
            fact(
                "f2",
                "finance",
                "Kommunens andel er opgjort til kr. og kommer i rater.",
                bare,
                label="Økonomiske konsekvenser",
            ),
            fact("f3", "assessment", "Løsningerne virker kun, hvis kommunen er klar til dem.", bare, label="Vurdering"),
            fact(
                "f4",
                "recommendation",
                "kommunens andel bruges til udgifterne ved monopolbruddet",
                bare,
                ordinal=1,
                by=by,
            ),
            fact("f5", "recommendation", "styregruppen følger udgifterne og gevinsterne", bare, ordinal=2, by=by),
            fact("f6", "decision", "Godkendt som indstillet.", bare, "approved", page=5),
        ),
    )


def _free_town() -> ItemRecord:
    bare = _item("i73", "73", "Ansøgning om at blive frikommune", HELD, MINUTES, case_number="15/9260", page=6)
    return replace(
        bare,
        facts=(
            fact("f7", "background", "Tre nabokommuner har spurgt, om kommunen vil være med i et netværk.", bare),
            fact(
                "f8",
                "decision",
                "Direktionen ønsker ikke, at kommunen søger om at blive frikommune i denne omgang.",
                bare,
                "rejected",
            ),
        ),
        attachments=(
            AttachmentRecord("a1", "Indbydelse til ny frikommuneperiode.pdf", "81244/15", document=MINUTES, page=10),
            AttachmentRecord("a2", "Oplæg fra netværket af nabokommuner.pdf"),
        ),
    )


def _any_other() -> ItemRecord:
    bare = _item("i75", "75", "Eventuelt", HELD, MINUTES, page=8)
    text = "Arbejdspladsvurderingen gennemføres i uge 6 i 2016, og Anna Jensen samler svarene."
    return replace(bare, facts=(fact("f9", "decision", text, bare, "as_worded"),))


def _closed() -> ItemRecord:
    bare = _item("i71", "71", "Afvikling af Servicekorpset", HELD, MINUTES, case_number="15/9173", page=3, closed=True)
    text = "Drøftet. Notatet skrives om, så det også belyser virksomhedsoverdragelse."
    return replace(
        bare,
        facts=(fact("f10", "decision", text, bare, "discussed"),),
        attachments=(AttachmentRecord("a3", "Notat om Servicekorpset.pdf", closed=True),),
    )


def _chargers() -> tuple[ItemRecord, ItemRecord]:
    first = _item("i3", "3", "Ladestandere til elbiler", SEPTEMBER, MINUTES_2022, case_number="09.00.00-P19-7-22")
    second = _item("i41", "41", "Ladestandere til elbiler", OCTOBER, COUNCIL, case_number="09.00.00-P19-7-22", page=2)
    text = "Anbefales over for Økonomiudvalget. Rasmus Vinther (F) stemte imod."
    return (
        replace(
            first,
            facts=(
                fact("f11", "recommendation", "der opsættes ti ladestandere", first, by="Teknik og Miljø"),
                fact("f12", "decision", text, first, "recommended", dissent="Rasmus Vinther (F) stemte imod."),
            ),
        ),
        replace(
            second,
            facts=(
                fact(
                    "f13",
                    "decision",
                    "Udsat til mødet den 15. november 2022.",
                    second,
                    "postponed",
                    target="mødet den 15. november 2022",
                ),
            ),
        ),
    )


def _coming() -> ItemRecord:
    bare = _item("i99", "99", "Takstblad for 2027", COMING, AGENDA, case_number="00.01.00-S29-4-26")
    return replace(bare, facts=(fact("f14", "background", "Taksterne stiger med 2,4 pct.", bare),))


PROCEEDS, FREE_TOWN, ANY_OTHER, CLOSED, TARIFFS = _proceeds(), _free_town(), _any_other(), _closed(), _coming()
CHARGERS_FIRST, CHARGERS_THEN = _chargers()
ITEMS = (PROCEEDS, FREE_TOWN, ANY_OTHER, CLOSED, CHARGERS_FIRST, CHARGERS_THEN, TARIFFS)
MEETINGS = (HELD, SEPTEMBER, OCTOBER, COMING, EMPTY)
PASSAGE = fact("f20", "passage", "Der indføres et nyt koncernstyringssystem i 2014.", page=12, label="4.1 Styring")

READER = Person("p-reader", "Anna Jensen", "anna@kommune.example")
MEMBER = Person("p-member", "Bo Sørensen", "bo@kommune.example", (Grant("member", "direktionen"),))
SECRETARY = Person("p-secretary", "Cille Ærø", "cille@kommune.example", (Grant("secretary", "direktionen"),))
ADMINISTRATOR = Person("p-admin", "Dan Friis", "dan@kommune.example", (Grant("administrator"),))
PEOPLE = (READER, MEMBER, SECRETARY, ADMINISTRATOR)

DOCUMENTS = (
    DocumentRecord(
        "d1", MINUTES.title, "minutes", MINUTES.path, "Direktionen", date(2015, 10, 22), "open", 5, 1, "stored", NOW
    ),
    DocumentRecord("d5", STRATEGY.title, "other", STRATEGY.path, None, None, "closed", 0, 0, "stored", NOW),
)
