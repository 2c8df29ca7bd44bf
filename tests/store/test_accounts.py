"""Which accounts are of one initiative, and what each of them adds to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from store.accounts import Account, merged, together
from store.records import DocumentRef, Fact, InitiativeRef, ListRecord
from tests.fakes.times import day, year


def fact(kind: Any, text: str, document: str = "d1", **more: Any) -> Fact:
    return Fact(f"{document}-{text}", kind, text, DocumentRef(document, document, f"{document}.pdf"), **more)


def account(title: str, on: date | None = None, arrival: int = 1, **more: Any) -> Account:
    document = f"d{arrival}"
    facts = tuple(
        one
        for each in more.values()
        if isinstance(each, tuple)
        for one in each
        for one in (one.parts if isinstance(one, ListRecord) else (one,))
    )
    about = fact("initiative", title, document)
    owner, status = more.pop("owner", None), more.pop("status", None)
    return Account(f"i{title}", title, "programme", owner, status, on, arrival, (about, *facts), about=about, **more)


def parts(name: str, kind: Any, *texts: str, document: str = "d1") -> ListRecord:
    return ListRecord("k", name, kind, tuple(fact("part", text, document) for text in texts))


def test_accounts_are_gathered_by_name_newest_first() -> None:
    found = together(
        [
            account("Udkast til Ny havneplan", date(2014, 1, 1), 1),
            account("Ny skoleplan", date(2015, 1, 1), 2),
            account("Ny havneplan", date(2015, 1, 1), 3),
            account("Ny havneplan – status maj 2016", None, 4),
        ]
    )
    assert [[one.arrival for one in group] for group in found] == [[3, 1, 4], [2]]


def test_an_account_that_does_not_say_whose_it_is_goes_with_the_only_one_that_does() -> None:
    bare, north, south = (
        account("Ny havneplan", arrival=at, owner=owner)
        for at, owner in enumerate((None, "Nordby Kommune", "Sydby Kommune"))
    )
    assert [len(group) for group in together([bare, north])] == [2]
    assert [len(group) for group in together([bare, north, south])] == [1, 1, 1]


def test_a_name_without_its_years_goes_with_the_only_one_that_has_them() -> None:
    bare, new, old = (
        account(title, arrival=at)
        for at, title in enumerate(("Grønne skolegårde", "Grønne skolegårde 2026-2029", "Grønne skolegårde 2022-2025"))
    )
    assert [[one.arrival for one in group] for group in together([bare, new])] == [[1, 0]]
    assert [[one.arrival for one in group] for group in together([bare, new, old])] == [[0], [1], [2]]


def test_an_open_account_of_the_same_day_counts_before_a_closed_one() -> None:
    shut = Account("i", "Plan A2", "plan", None, None, None, 9, (fact("part", "x", closed=True),))
    shown = Account("i", "Plan A2", "plan", None, None, None, 1, (fact("part", "y"),))
    assert together([shut, shown]) == [[shown, shut]]


def test_a_short_note_reports_and_does_not_describe() -> None:
    full = account(
        "Ny havneplan", date(2015, 1, 1), 1, lists=(parts("Faser", "phase", "a", "b", "c"),), status="Vedtaget"
    )
    note = account(
        "Statusnotat for Ny havneplan",
        date(2016, 1, 1),
        2,
        statuses=(fact("initiative", "Fase a er slut.", "d2", label="status"),),
    )
    record = merged([note, full], ("i1",))
    assert (record.title, record.document and record.document.id, record.on) == ("Ny havneplan", "d1", date(2015, 1, 1))
    assert [(one.fact.text, one.on) for one in record.reports] == [("Fase a er slut.", date(2016, 1, 1))]
    assert (record.status, record.items) == ("Vedtaget", ("i1",))


def test_the_newest_account_that_is_as_full_describes() -> None:
    draft = account("Ny havneplan", date(2014, 1, 1), 1, lists=(parts("Faser", "phase", "a", "b"),))
    final = account("Ny havneplan", date(2015, 1, 1), 2, lists=(parts("Faser", "phase", "a", "c", document="d2"),))
    record = merged([final, draft], ())
    assert [[part.text for part in one.parts] for one in record.lists] == [["a", "c"]]


def test_lists_of_a_kind_that_the_newest_lacks_are_kept() -> None:
    old = account("Ny havneplan", date(2014, 1, 1), 1, lists=(parts("Faser", "phase", "a"), parts("Mål", "goal", "b")))
    new = account("Ny havneplan", date(2015, 1, 1), 2, lists=(parts("Trin", "phase", "x", "y"),))
    assert [(one.name, one.key) for one in merged([new, old], ()).lists] == [("Trin", "k"), ("Mål", "k-2")]


def test_milestones_move_and_stand_in_order_of_time() -> None:
    def milestone(title: str, when: Any, document: str) -> Fact:
        return fact("milestone", f"{title} {document}", document, title=title, when=when)

    full = account(
        "Ny havneplan",
        date(2015, 1, 1),
        1,
        milestones=(
            milestone("Bud", day(2016, 5, 1), "d1"),
            milestone("Løbende", None, "d1"),
            milestone("Start", year(2015), "d1"),
        ),
    )
    note = account("Ny havneplan", date(2015, 6, 1), 2, milestones=(milestone("Bud", day(2016, 9, 1), "d2"),))
    assert [one.text for one in merged([note, full], ()).milestones] == ["Start d1", "Bud d2", "Løbende d1"]


def test_a_role_is_held_by_whom_the_newest_account_names() -> None:
    def duty(role: str, name: str) -> Fact:
        return fact("responsibility", f"{role} {name}", role=role, name=name)

    full = account(
        "Ny havneplan",
        date(2015, 1, 1),
        1,
        responsibilities=(duty("formand", "Bo"), duty("medlem", "Anna"), duty("medlem", "Carl")),
    )
    note = account("Ny havneplan", date(2015, 6, 1), 2, responsibilities=(duty("Formand", "Dorte"),))
    found = merged([note, full], ()).responsibilities
    assert [(one.role, one.name) for one in found] == [("medlem", "Anna"), ("medlem", "Carl"), ("Formand", "Dorte")]


def test_every_fact_of_a_record_points_to_it() -> None:
    ref = InitiativeRef("iOther", "Udkast til Ny havneplan")
    draft = account("Udkast til Ny havneplan", date(2014, 1, 1), 1, goals=(fact("goal", "g", initiative=ref),))
    final = account("Ny havneplan", date(2015, 1, 1), 2, owner="Nordby Kommune")
    record = merged([final, draft], ())
    assert record.key == "iNy havneplan"
    assert [goal.initiative for goal in record.goals] == [InitiativeRef(record.key, "Udkast til Ny havneplan")]


def test_a_status_note_goes_with_the_strategy_whose_cover_it_names() -> None:
    cover = DocumentRef("d1", "Hjælp, der hjælper", "d1.pdf")
    strategy = account("Strategi for hjemmeplejen 2020", date(2020, 1, 1), 1)
    strategy = replace(strategy, facts=tuple(replace(one, document=cover) for one in strategy.facts))
    note = account("Status for strategien Hjælp, der hjælper", date(2021, 1, 1), 2)
    other = account("Strategi for genoptræning", date(2020, 1, 1), 3)
    assert sorted(len(group) for group in together([strategy, note, other])) == [1, 2]


def test_documents_that_only_call_themselves_alike_are_not_one_initiative() -> None:
    template = DocumentRef("d", "Skabelon til planer i forvaltningen", "d.pdf")
    plans = [account(title, date(2020, 1, 1), at) for at, title in enumerate(("Ny havneplan", "Ny skoleplan"))]
    plans = [replace(one, facts=tuple(replace(each, document=template) for each in one.facts)) for one in plans]
    assert [len(group) for group in together(plans)] == [1, 1]
