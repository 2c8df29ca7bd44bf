"""A paper as PDF/UA: tagged, with language and title, headings in order; set by typst with its own fonts."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from store.minutes.paper import Paper, PaperItem, Section

_SHEET = """#let paper = json("paper.json")
#set document(title: paper.title, author: paper.house, date: datetime(year: {year}, month: {month}, day: {day}))
#set text(lang: "da", region: "dk", font: "Libertinus Serif", size: 11pt, hyphenate: true)
#set page(paper: "a4", margin: 2.5cm, numbering: "1", footer: context align(center, text(size: 9pt)[
  Side #counter(page).display()]))
#set par(justify: false, leading: 0.7em)
#set enum(numbering: "1.")
#show heading.where(level: 1): it => block(above: 1.4em, below: 0.8em, text(size: 22pt, fill: rgb("#1f2a44"), it.body))
#show heading.where(level: 2): it => block(above: 1.6em, below: 0.7em, text(size: 13pt, fill: rgb("#1f2a44"), it.body))
#show heading.where(level: 3): it => block(above: 1.1em, below: 0.5em, text(size: 11pt, it.body))
#if paper.logo != none {{ image(paper.logo, width: 4cm, alt: paper.house + ", logo") }} else {{ paper.house }}

#heading(level: 1, paper.head)
#block(below: 1.4em, text(size: 15pt, paper.body))

#for (label, value) in paper.facts [#strong(label + ":") #value #linebreak()]
#for item in paper.items [
  #heading(level: 2, item.heading)
  #for (label, value) in item.fields [#strong(label + ":") #value #linebreak()]
  #for section in item.sections [
    #heading(level: 3, section.label)
    #for each in section.paragraphs [#par(each)]
    #if section.lead != "" [#par(section.lead)]
    #if section.numbered.len() > 0 [#enum(..section.numbered)]
    #if section.bullets.len() > 0 [#list(..section.bullets)]
  ]
]
"""
"""Texts come in as data, never as typst's own language: what a manager writes cannot become code."""


def pdf_of(paper: Paper) -> bytes:
    """The file. Raises nothing that texts could cause: they are data to the typesetter."""
    day = paper.day
    with TemporaryDirectory(prefix="paper-") as made:
        folder = Path(made)
        logo = None
        if paper.house.logo is not None:
            logo = f"logo.{paper.house.logo_type}"
            (folder / logo).write_bytes(paper.house.logo)
        (folder / "paper.json").write_text(json.dumps(_told(paper, logo), ensure_ascii=False), encoding="utf-8")
        sheet = folder / "paper.typ"
        sheet.write_text(_SHEET.format(year=day.year, month=day.month, day=day.day), encoding="utf-8")
        written: bytes = typst.compile(
            sheet,
            root=folder,
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
            timestamp=datetime.combine(day, time(), UTC),
        )
    return written


def _told(paper: Paper, logo: str | None) -> dict[str, object]:
    facts = [*paper.facts, *([("Rettelse", paper.note)] if paper.note else [])]
    return {
        "title": paper.title,
        "house": paper.house.name,
        "logo": logo,
        "head": paper.head,
        "body": paper.body,
        "facts": facts,
        "items": [_item(one) for one in paper.items],
    }


def _item(item: PaperItem) -> dict[str, object]:
    return {"heading": item.heading, "fields": item.fields, "sections": [_section(one) for one in item.sections]}


def _section(section: Section) -> dict[str, object]:
    return {
        "label": section.label,
        "paragraphs": section.paragraphs,
        "lead": section.lead,
        "numbered": section.numbered,
        "bullets": section.bullets,
    }
