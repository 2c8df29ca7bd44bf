"""A plan is called by its own name, however its title is laid out, and found by its subtitle too."""

from __future__ import annotations

import pytest

from store.ingest.flow import Row, rows_of
from store.ingest.parsed import Extract, Page
from store.ingest.plantitles import Titled, titled, whole_title
from store.ingest.structure import structure


def _rows(text: str) -> list[Row]:
    return rows_of(Extract("txt", (Page(1, text),), (), paged=False))


def _titled(text: str, title: str) -> Titled:
    return titled(structure((Page(1, text),), _rows(text), 90), title)


BODY = "\n\nFormål\nPlanen skal give børnene flere steder at lege, og den gælder for alle kommunens skoler.\n"


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ("Grønne gader\nProgram for træer i byen 2027-2030", "Grønne gader. Program for træer i byen 2027-2030"),
        ("Et liv, der flytter sig\nUngestrategi 2026", "Et liv, der flytter sig. Ungestrategi 2026"),
        ("Kommissorium for flytning af\nbiblioteket til havnen", "Kommissorium for flytning af biblioteket til havnen"),
        ("Program for nye cykelstier\n2027-2029", "Program for nye cykelstier 2027-2029"),
        ("Skovby Kommune\nStrategi for byens parker", "Skovby Kommune"),
        ("Børn og Unge\nPolitik for klubber", "Børn og Unge"),
    ],
)
def test_title_and_subtitle_are_one(lines: str, whole: str) -> None:
    assert whole_title(_rows(lines + BODY), lines.split("\n")[0]) == whole


@pytest.mark.parametrize(
    ("lines", "title", "name"),
    [
        ("Grønne gader\nProgram for træer i byen 2027-2030", "Grønne gader", "Grønne gader"),
        ("Plads i parken. Fritidspolitik 2028", "Plads i parken. Fritidspolitik 2028", "Plads i parken"),
        ("Skovby Kommune\nStrategi for byens parker", "Skovby Kommune", "Strategi for byens parker"),
        ("Handleplan for færre biler", "Handleplan for færre biler", "Handleplan for færre biler"),
        ("Statusnotat: Ny svømmehal efter fase 2", "Statusnotat: Ny svømmehal efter fase 2", "Ny svømmehal"),
        ("Status for programmet Grønne gader", "Status for programmet Grønne gader", "Grønne gader"),
        ("Status pr. 1. maj 2027 på handleplanen", "Status pr. 1. maj 2027 på handleplanen", "handleplanen"),
    ],
)
def test_name(lines: str, title: str, name: str) -> None:
    assert _titled(lines + BODY, title).name == name


def test_only_a_status_paper_reports() -> None:
    assert _titled("Statusnotat: Ny svømmehal" + BODY, "Statusnotat: Ny svømmehal").reports
    assert not _titled("Projektplan: Ny svømmehal" + BODY, "Projektplan: Ny svømmehal").reports


def test_the_subtitle_says_the_kind() -> None:
    assert _titled("Grønne gader\nProgram for træer i byen" + BODY, "Grønne gader").kind == "programme"
