"""One meeting, printed in three ways, gives the same items, decisions and recommendations."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from fpdf import FPDF

from store.ingest.minutes import parse
from store.ingest.parsed import ParsedDocument
from store.ingest.read import read
from store.ingest.verify import verify


@dataclass(frozen=True)
class _Item:
    number: int
    title: str
    case: str
    text: str
    by: str
    points: tuple[str, ...]
    decision: str
    closed: bool = False
    attachments: tuple[str, ...] = field(default=())


_BODY = "Teknik- og Miljøudvalget"
_HEAD = (("Mødedato", "Tirsdag den 3. maj 2016"), ("Mødested", "Lokale 7"), ("Mødetidspunkt", "Kl. 15:00-17:00"))
_ITEMS = (
    _Item(
        21,
        "Ny bro over Lilleåen ved den gamle stationsplads i Vester Hjerm",
        "16/2201",
        "Broen fra 1931 er lukket for lastbiler. Et eftersyn i marts viste, at pillerne er skredet 4 cm. "
        "En ny bro koster 6,2 mio. kr. og kan stå færdig den 1. december 2017.",
        "Vej og Park",
        (
            "broen erstattes af en bro i træ",
            "der søges om en anlægsbevilling på 6,2 mio. kr.",
            "Byrådet orienteres i juni",
        ),
        "Godkendt, dog bygges broen i stål.",
        attachments=("Eftersyn af bro 14.pdf", "Prisoverslag.pdf"),
    ),
    _Item(
        22,
        "Køb af areal til regnvandsbassin",
        "16/2044",
        "Ejeren af Mosegård vil sælge to hektar eng. Prisen er ikke aftalt endnu, og sagen haster.",
        "Natur",
        ("arealet købes", "borgmesteren forhandler prisen"),
        "Tiltrådt.",
        closed=True,
    ),
    _Item(
        23,
        "Støj fra skydebanen",
        "15/9090",
        "Naboerne har klaget over støj om søndagen. Miljø har målt støjen tre gange i april, og den er over grænsen.",
        "Miljø",
        ("banen lukkes om søndagen", "klubben høres først"),
        "Udsat til mødet den 7. juni 2016.",
    ),
)


def _glued(path: Path) -> None:
    pages = [
        f"{_BODY}, Referat fra mødet i {_BODY} " + " ".join(f"{name}: {value}" for name, value in _HEAD),
        f"{_BODY}, Indholdsfortegnelse " + " ".join(f"{i.number} {'Lukket - ' * i.closed}{i.title}" for i in _ITEMS),
    ]
    for item in _ITEMS:
        points = " ".join(f"{n}. {point}" for n, point in enumerate(item.points, 1))
        listed = " ".join(f"Åben - - {name}" for name in item.attachments)
        pages.append(
            f"{_BODY}, {'Lukket - ' * item.closed}{item.title} Sagsnr.:{item.case} Sagen afgøres i: {_BODY} "
            f"Sagsbeskrivelse: {item.text} Indstillinger: {item.by} indstiller at {points} Bilag: {listed} "
            f"Beslutning i {_BODY} den : {item.decision}"
        )
    text = "\n\n".join(f"{n} {page} Side {n}" for n, page in enumerate(pages, 1))
    path.write_text(f"Referat\n\nStørrelse: px\nStarte visningen fra side:\n\nTranskript\n\n{text}\n", encoding="utf-8")


def _html(path: Path) -> None:
    parts = [f"<h1>Referat: {_BODY}</h1>", *(f"<p>{name}: {value}</p>" for name, value in _HEAD)]
    for item in _ITEMS:
        points = "".join(f"<li>{point}</li>" for point in item.points)
        listed = "".join(f"<li>{name}</li>" for name in item.attachments)
        parts.append(
            f"<h2>Punkt {item.number}: {'(Lukket) ' * item.closed}{item.title}</h2><p>Sagsnr. {item.case}</p>"
            f"<h3>Beslutning</h3><p>{item.decision}</p><h3>Resumé</h3><p>{item.text}</p>"
            f"<h3>Indstilling</h3><p>{item.by} indstiller, at</p><ol>{points}</ol>"
            + (f"<h3>Bilag</h3><ul>{listed}</ul>" if listed else "")
        )
    path.write_text(f"<html><body><main>{''.join(parts)}</main></body></html>", encoding="utf-8")


class _Print(FPDF):
    def header(self) -> None:
        self.set_font("Helvetica", size=8)
        self.cell(0, 6, f"{_BODY}, 03-05-2016", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-12)
        self.set_font("Helvetica", size=8)
        self.cell(0, 6, f"Side {self.page_no()}", align="R")


def _pdf(path: Path) -> None:
    print_ = _Print(format=(140, 190))
    print_.set_auto_page_break(True, margin=20)
    print_.add_page()

    def write(text: str, *, bold: bool = False, size: int = 10, gap: float = 3) -> None:
        print_.set_font("Helvetica", "B" if bold else "", size)
        print_.multi_cell(0, 5, text, new_x="LMARGIN", new_y="NEXT")
        print_.ln(gap)

    write("Åbent referat", bold=True, size=16)
    write(_BODY, bold=True, size=14)
    for name, value in _HEAD:
        write(f"{name}: {value}", gap=0)
    write("Indholdsfortegnelse", bold=True, size=12)
    for item in _ITEMS:
        write(f"{item.number}. {'Lukket - ' * item.closed}{item.title} ........ {item.number - 19}", gap=0)
    for item in _ITEMS:
        write(f"{item.number}. {'Lukket - ' * item.closed}{item.title}", bold=True, size=13)
        write(f"Sagsnr.: {item.case}")
        write("Sagsfremstilling", bold=True, gap=0)
        write(item.text)
        write("Forvaltningen indstiller", bold=True, gap=0)
        write(f"{item.by} indstiller, at", gap=0)
        for number, point in enumerate(item.points, 1):
            write(f"{number}. {point}", gap=0)
        if item.attachments:
            write("Bilag", bold=True, gap=0)
            for name in item.attachments:
                write(f"- {name}", gap=0)
        write(f"{_BODY}s beslutning", bold=True, gap=0)
        write(item.decision, gap=8)
    print_.output(str(path))


_LAYOUTS = {"glued.txt": _glued, "portal.html": _html, "print.pdf": _pdf}


def _told(document: ParsedDocument) -> list[dict[str, Any]]:
    return [
        {
            "number": item.number,
            "title": item.title,
            "case": item.case_number,
            "closed": item.access == "closed",
            "decision": [(f.text, f.decision_class) for f in item.facts if f.kind == "decision"],
            "points": [(f.ordinal, f.by, f.text) for f in item.facts if f.kind == "recommendation"],
            "case text": " ".join(f.text for f in item.facts if f.kind == "background"),
            "attachments": [a.title for a in item.attachments],
        }
        for item in document.items
    ]


_CLASSES = ("approved_with_changes", "approved", "postponed")
_EXPECTED = [
    {
        "number": str(item.number),
        "title": item.title,
        "case": item.case,
        "closed": item.closed,
        "decision": [(item.decision, name)],
        "points": [(n, item.by, point) for n, point in enumerate(item.points, 1)],
        "case text": item.text,
        "attachments": list(item.attachments),
    }
    for item, name in zip(_ITEMS, _CLASSES, strict=True)
]


@pytest.mark.parametrize("name", _LAYOUTS)
def test_the_same_meeting_is_read_from_every_layout(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    _LAYOUTS[name](path)
    extract = read(path)
    document = parse(extract, source=name)
    assert verify(extract, document) == []
    assert _told(document) == _EXPECTED
    assert document.meeting is not None
    assert (document.meeting.body, str(document.meeting.date), document.meeting.place) == (
        _BODY,
        "2016-05-03",
        "Lokale 7",
    )
