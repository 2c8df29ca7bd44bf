"""Initiatives as they are stored, gathered over documents and read under the one access rule, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from store.database import Database
from store.errors import NotFound
from store.ingest.parsed import Abbreviation, ParsedAttachment, ParsedItem, ParsedMeeting, Span
from store.initiatives import StoredInitiatives
from store.records import Access, Grant, InitiativeRecord, Subject
from tests.fakes.library import MEMBER, READER, STRANGER, Shelved
from tests.fakes.minutes import Paper, paper, programme, source
from tests.fakes.times import by, day, month, year

EVERYWHERE = Subject("anyone", True, "personal", (Grant("member"),), "t")
NAME = "Fælles drift af ejendomme"


@pytest.fixture
def shelved(db: Database) -> Shelved:
    return Shelved(db)


def known(shelved: Shelved, subject: Subject = READER) -> tuple[InitiativeRecord, ...]:
    return StoredInitiatives(shelved.db).initiatives(subject)


def test_a_programme_comes_back_whole_and_in_order(shelved: Shelved) -> None:
    made = Paper()
    one = programme(
        made,
        status="Udkast",
        reported="Analysen er afsluttet.",
        phases=[("Analyse i 2015", year(2015)), ("Politisk fase", None)],
        groups=["Drift", "Jura"],
        announced=3,
        milestones=[("Godkendelse", day(2016, 2, 4)), ("Høring", month(2015, 11)), ("Senest", by(2015, 12, 1))],
        duties=[("formand for styregruppen", "Bo Sørensen"), ("kontaktperson", "Anna Lund")],
        goals=[("Målet er 95 % tilfredse.", "95 %")],
    )
    (report,) = shelved.take(paper(made, one))
    (record,) = known(shelved)
    assert (report.initiatives, report.milestones, report.responsibilities) == (1, 3, 2)
    assert (record.title, record.kind, record.owner, record.status) == (
        NAME,
        "programme",
        "Økonomiforvaltningen",
        "Udkast",
    )
    assert (record.on, record.page, record.closed) == (date(2015, 5, 1), 1, False)
    assert record.about is not None
    assert record.about.text == f"{NAME} skal samle opgaverne."
    phases, groups = record.lists
    assert [(part.number, part.title, part.when) for part in phases.parts] == [
        ("1", "Analyse i 2015", year(2015)),
        ("2", "Politisk fase", None),
    ]
    assert (phases.kind, phases.complete, groups.name, groups.announced) == ("phase", True, "Arbejdsgrupper", 3)
    assert ([part.text for part in groups.parts], groups.complete) == (["Drift", "Jura"], False)
    assert [one.title for one in record.milestones] == ["Høring", "Senest", "Godkendelse"]
    assert [(one.role, one.name) for one in record.responsibilities] == [
        ("formand for styregruppen", "Bo Sørensen"),
        ("kontaktperson", "Anna Lund"),
    ]
    assert [(goal.text, goal.figure) for goal in record.goals] == [("Målet er 95 % tilfredse.", "95 %")]
    assert [report.fact.text for report in record.reports] == ["Analysen er afsluttet."]
    facts = [record.about, *phases.parts, *groups.parts, *record.milestones, *record.responsibilities, *record.goals]
    assert {fact.initiative.key for fact in facts if fact.initiative} == {record.key}
    assert all(fact.document == record.document for fact in facts)
    assert StoredInitiatives(shelved.db).initiative(record.key, READER) == record
    assert shelved.consistent()


def test_draft_programme_and_status_note_are_one_initiative(shelved: Shelved) -> None:
    draft, final, note = Paper(), Paper(), Paper()
    shelved.take(
        paper(
            draft,
            programme(
                draft, f"Udkast til {NAME}", status="Udkast", groups=["Drift"], milestones=[("Start", year(2014))]
            ),
            on=date(2014, 9, 1),
        ),
        paper(
            note,
            programme(
                note,
                f"Statusnotat for {NAME}",
                owner=None,
                status="I gang",
                reported="Fase 1 er afsluttet.",
                milestones=[("Godkendelse", month(2016, 3))],
                kind="report",
            ),
            on=date(2015, 9, 1),
        ),
        paper(
            final,
            programme(
                final,
                groups=["Drift", "Jura", "Økonomi"],
                milestones=[("Godkendelse", month(2016, 1)), ("Høring", month(2015, 11))],
                duties=[("formand", "Bo Sørensen")],
                status="Vedtaget",
            ),
            on=date(2015, 2, 1),
        ),
    )
    (record,) = known(shelved)
    assert (record.title, record.on, record.status) == (NAME, date(2015, 2, 1), "I gang")
    assert [part.text for one in record.lists for part in one.parts] == ["Drift", "Jura", "Økonomi"]
    # The note moves the approval; what the draft alone says is no longer so.
    assert [(one.title, one.when) for one in record.milestones] == [
        ("Høring", month(2015, 11)),
        ("Godkendelse", month(2016, 3)),
    ]
    assert [(report.fact.text, report.on) for report in record.reports] == [("Fase 1 er afsluttet.", date(2015, 9, 1))]


def test_a_name_of_two_municipalities_is_two_initiatives(shelved: Shelved) -> None:
    for place in ("Havnsø", "Skovby"):
        made = Paper()
        shelved.take(paper(made, programme(made, "Strategi for ny teknik", owner=f"{place} Kommune"), salt=place))
    records = known(shelved)
    assert sorted(record.owner or "" for record in records) == ["Havnsø Kommune", "Skovby Kommune"]
    assert len({record.key for record in records}) == 2


def test_titles_that_say_nothing_do_not_gather(shelved: Shelved) -> None:
    for place in ("havn", "skov"):
        made = Paper()
        shelved.take(paper(made, programme(made, "Projektbeskrivelse", owner=None, groups=[place])))
    assert len(known(shelved)) == 2


def test_items_are_linked_by_title_attachment_and_case_number(shelved: Shelved) -> None:
    made, minutes = Paper(), Paper()
    shelved.take(paper(made, programme(made)))
    items = [
        minutes.item(1, "Budget for næste år", decision="Godkendt."),
        minutes.item(2, f"Status på {NAME} i 2015", case="15/1", decision="Taget til efterretning."),
        minutes.item(3, "Organisering", attachments=[minutes.attachment(f"Bilag 1 - {NAME}")], decision="Drøftet."),
        minutes.item(4, "Udvidelse", case="15/1", decision="Udsat."),
    ]
    shelved.take(minutes.minutes(items))
    (record,) = known(shelved)
    assert record.items == tuple(f"direktion-2015-10-22-{number}" for number in (2, 3, 4))


def test_an_item_describes_an_initiative_and_follows_its_access(shelved: Shelved) -> None:
    minutes = Paper()
    plain = minutes.item(1, "Ny havneplan", decision="Godkendt.")
    told = replace(plain, initiatives=(programme(minutes, "Ny havneplan", groups=["Kaj", "Skur"]),))
    shelved.take(minutes.minutes([told]))
    (record,) = known(shelved)
    assert (record.items, record.document and record.document.kind) == (("direktion-2015-10-22-1",), "minutes")
    shelved.library.set_item_access(record.items[0], "closed", None)
    assert known(shelved) == ()
    assert known(shelved, STRANGER) == ()
    (kept,) = known(shelved, MEMBER)
    assert (kept.closed, kept.title) == (True, "Ny havneplan")
    shelved.library.exclude(kept.items[0], MEMBER.person or "", None)
    assert known(shelved, MEMBER) == ()
    assert shelved.consistent()


def closed_attachment() -> tuple[Paper, ParsedItem]:
    minutes = Paper()
    secret = programme(minutes, "Salg af rådhuset", groups=["Mægler"], milestones=[("Bud", day(2016, 3, 1))])
    plain = minutes.item(1, "Bygninger", decision="Godkendt.")
    attachment = ParsedAttachment("Notat", access="closed", spans=(Span(1, 0, 1),), initiatives=(secret,))
    return minutes, replace(plain, attachments=(attachment,))


def test_a_closed_attachment_keeps_its_initiative(shelved: Shelved) -> None:
    minutes, item = closed_attachment()
    shelved.take(minutes.minutes([item]))
    assert known(shelved) == ()
    (record,) = known(shelved, MEMBER)
    assert (record.title, record.closed) == ("Salg af rådhuset", True)
    assert StoredInitiatives(shelved.db).due(date(2016, 1, 1), date(2016, 12, 31), READER) == ()
    with pytest.raises(NotFound):
        StoredInitiatives(shelved.db).initiative(record.key, READER)


def test_an_open_item_is_not_tied_to_an_initiative_by_a_closed_one(shelved: Shelved) -> None:
    made, minutes = Paper(), Paper()
    shelved.take(paper(made, programme(made)))
    items = [
        minutes.item(1, f"{NAME}: forhandling", case="15/9", access="closed", decision="Godkendt."),
        minutes.item(2, "Noget helt andet", case="15/9", decision="Godkendt."),
    ]
    shelved.take(minutes.minutes(items))
    assert known(shelved)[0].items == ()
    assert len(known(shelved, EVERYWHERE)[0].items) == 2


def test_a_cpr_number_closes_and_is_masked(shelved: Shelved) -> None:
    made = Paper()
    one = programme(
        made,
        groups=["Drift", "Sagen om 010203-1234"],
        duties=[("kontaktperson", "Bo 010203-1234")],
        milestones=[("Høring", month(2016, 1))],
    )
    (report,) = shelved.take(paper(made, one))
    assert {(warning["code"], warning["page"]) for warning in report.warnings} == {("cpr_found", 1)}
    (seen,) = known(shelved)
    assert [part.text for part in seen.lists[0].parts] == ["Drift"]
    assert seen.responsibilities == ()
    (whole,) = known(shelved, EVERYWHERE)
    assert len(whole.lists[0].parts) == 2
    assert "010203" not in repr((seen, whole, shelved.index.entries))  # type: ignore[attr-defined]  # the fake's dictionary


@pytest.mark.parametrize("field", ["title", "owner", "status"])
def test_a_cpr_number_over_an_initiative_closes_all_of_it(shelved: Shelved, field: str) -> None:
    made = Paper()
    one = replace(programme(made, groups=["Drift"]), **{field: "Sagen om 010203-1234"})  # type: ignore[arg-type]  # a field of words
    shelved.take(paper(made, one, facts=[made.fact("passage", "En sætning om noget andet.")]))
    assert known(shelved) == ()
    (record,) = known(shelved, EVERYWHERE)
    assert "010203" not in repr(record)
    assert ("open", "En sætning om noget andet.") in shelved.on_shelves()


def test_closing_and_removing_a_document_takes_its_initiative_along(shelved: Shelved) -> None:
    made = Paper()
    (report,) = shelved.take(paper(made, programme(made, groups=["Drift"])))
    assert report.document is not None
    document = str(report.document["id"])
    shelved.library.set_document_access(document, "closed", None)
    assert (known(shelved), len(known(shelved, EVERYWHERE))) == ((), 1)
    shelved.library.set_document_access(document, "open", None)
    assert len(known(shelved)) == 1
    shelved.library.remove_document(document, None)
    assert known(shelved, EVERYWHERE) == ()
    assert shelved.rows(["initiative", "initiative_list", "initiative_fact"]) == {
        "initiative": 0,
        "initiative_list": 0,
        "initiative_fact": 0,
    }


def test_a_new_edition_replaces_the_initiative_of_the_old_one(shelved: Shelved) -> None:
    for salt, groups in (("a", ["Kaj"]), ("b", ["Kaj", "Skur"])):
        minutes = Paper()
        plain = minutes.item(1, "Ny havneplan", decision="Godkendt.")
        told = replace(plain, initiatives=(programme(minutes, "Ny havneplan", groups=groups),))
        shelved.take(minutes.minutes([told], salt=salt))
    (record,) = known(shelved)
    assert [part.text for part in record.lists[0].parts] == ["Kaj", "Skur"]
    assert shelved.consistent()


def test_what_parts_say_over_again_is_context_and_not_indexed(shelved: Shelved) -> None:
    made = Paper()
    one = programme(made, groups=["Drift af alle bygninger", "Jura og kontrakter"], milestones=[("H", month(2016, 1))])
    places = [part.fact.spans[0] for each in one.lists for part in each.parts]
    whole = made.text[places[0].start : places[-1].end]
    restated = replace(
        made.fact("passage", "x"), text=" ".join(whole.split()), spans=(Span(1, places[0].start, places[-1].end),)
    )
    other = made.fact("passage", "Byggeriet er forsinket, fordi grunden er blød.")
    shelved.take(paper(made, one, facts=[restated, other]))
    texts = [entry.text for entry in shelved.index.entries.values()]  # type: ignore[attr-defined]  # the fake's dictionary
    assert restated.text not in texts
    assert other.text in texts
    assert ("open", restated.text) in shelved.on_shelves()
    assert shelved.consistent()


def test_deadlines_of_a_period_come_in_order_from_all_initiatives(shelved: Shelved) -> None:
    harbour, school = Paper(), Paper()
    shelved.take(
        paper(
            harbour,
            programme(
                harbour,
                "Ny havneplan",
                phases=[("Anlæg", month(2016, 2))],
                milestones=[("Bud", day(2016, 2, 9)), ("År", year(2016))],
            ),
        ),
        paper(
            school,
            programme(school, "Skolen ved skoven", milestones=[("Høring", day(2016, 2, 3))]),
            on=date(2014, 1, 1),
        ),
    )
    found = StoredInitiatives(shelved.db).due(date(2016, 2, 1), date(2016, 2, 29), READER)
    assert [fact.title for fact in found] == ["Anlæg", "Høring", "Bud"]


def test_abbreviations_are_known_by_the_fact_that_defines_them(shelved: Shelved) -> None:
    made = Paper()
    sentence = "Borgerrepræsentationen (BR) beslutter."
    shut = "Økonomiudvalget (ØU) og 010203-1234."
    facts = [made.fact("passage", sentence), made.fact("passage", shut)]
    short = [
        Abbreviation("BR", "Borgerrepræsentationen", (Span(1, 0, 27),)),
        Abbreviation("ØU", "Økonomiudvalget", (Span(1, len(sentence) + 1, len(sentence) + 21),)),
        Abbreviation("XX", "Ingen steder", (Span(1, 4000, 4010),)),
    ]
    shelved.take(paper(made, programme(made), facts=facts, abbreviations=short))
    initiatives = StoredInitiatives(shelved.db)
    assert [(one.short, one.long, one.fact.text) for one in initiatives.abbreviations(READER)] == [
        ("BR", "Borgerrepræsentationen", sentence)
    ]
    assert [one.short for one in initiatives.abbreviations(EVERYWHERE)] == ["BR", "ØU"]


def test_abbreviations_of_a_closed_item_stay_with_it(shelved: Shelved) -> None:
    minutes = Paper()
    item = minutes.item(1, "Salg", access="closed", background="Ejendomsselskabet (ESK) sælges.")
    at = minutes.text.index("Ejendomsselskabet")
    made = minutes.minutes([item])
    parsed = replace(made.parsed, abbreviations=(Abbreviation("ESK", "Ejendomsselskabet", (Span(1, at, at + 23),)),))
    shelved.take(replace(made, parsed=parsed))
    initiatives = StoredInitiatives(shelved.db)
    assert initiatives.abbreviations(READER) == ()
    assert [one.short for one in initiatives.abbreviations(MEMBER)] == ["ESK"]


def test_what_changes_is_seen_at_once_by_those_who_asked_before(shelved: Shelved) -> None:
    initiatives = StoredInitiatives(shelved.db)
    assert initiatives.initiatives(READER) == ()
    made = Paper()
    shelved.take(paper(made, programme(made)))
    first = initiatives.initiatives(READER)
    assert [one.title for one in first] == [NAME]
    assert initiatives.initiatives(READER) is not None
    assert initiatives.initiatives(Subject("guest", False)) == ()
    shelved.library.set_document_access(first[0].document.id if first[0].document else "", "closed", None)
    assert initiatives.initiatives(READER) == ()


def test_an_attachment_behind_the_minutes_that_no_item_lists_has_its_own_access(shelved: Shelved) -> None:
    made = Paper()
    item = made.item(1, "Bygninger", decision="Godkendt.")
    shut, shown = programme(made, "Salg af rådhuset"), programme(made, "Plan for torvet")
    head = ParsedMeeting("Direktionen", date(2015, 10, 22))
    minutes = made.minutes([item])
    attachments = (
        ParsedAttachment("A", access="closed", initiatives=(shut,)),
        ParsedAttachment("B", initiatives=(shown,)),
    )
    parsed = replace(minutes.parsed, meeting=head, attachments=attachments)
    shelved.take(source(parsed, made.text))
    assert [one.title for one in known(shelved)] == ["Plan for torvet"]
    assert sorted(one.title for one in known(shelved, MEMBER)) == ["Plan for torvet", "Salg af rådhuset"]


def test_a_full_edition_adds_what_is_closed_and_repeats_nothing(shelved: Shelved) -> None:
    for edition, groups in (("open", ["Kaj", "Skur"]), ("full", ["Kaj", "Skur", "Bolværk"])):
        minutes = Paper()
        plain = minutes.item(1, "Ny havneplan", decision="Godkendt.")
        one = programme(minutes, "Ny havneplan", groups=groups, duties=[(f"formand i {edition}", "Bo")])
        chosen: Access = "closed" if edition == "full" else "open"
        made = minutes.minutes([replace(plain, initiatives=(one,))], edition=edition, chosen=chosen)  # type: ignore[arg-type]  # an edition
        shelved.take(made)
    (seen,), (whole,) = known(shelved), known(shelved, MEMBER)
    assert [part.text for one in whole.lists for part in one.parts] == ["Kaj", "Skur"]
    assert [one.role for one in seen.responsibilities] == ["formand i open"]
    assert sorted(one.role or "" for one in whole.responsibilities) == ["formand i full", "formand i open"]
    assert (seen.closed, whole.closed) == (False, True)
    # What the closed edition has beside the open one is found; what it repeats is not met twice.
    texts = sorted(text for _shelf, text in shelved.on_shelves())
    assert [texts.count(text) for text in ("Kaj", "Skur", "Bolværk")] == [1, 1, 1]


def test_what_is_too_long_is_no_abbreviation(shelved: Shelved) -> None:
    made = Paper()
    one = programme(made)
    endless = Abbreviation("BR", "Borgerrepræsentationen " * 400, one.about.spans)
    (report,) = shelved.take(paper(made, one, abbreviations=[endless]))
    assert (report.status, StoredInitiatives(shelved.db).abbreviations(READER)) == ("stored", ())
