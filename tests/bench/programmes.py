"""`python -m tests.bench.programmes`: reading and parsing a long plan beside bare pypdfium2 extraction."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
from fpdf import FPDF

from store.ingest.minutes import parse
from store.ingest.parsed import ParsedDocument
from store.ingest.read import read

_WORDS = (
    "kommunen",
    "borgerne",
    "indsatsen",
    "projektet",
    "skolerne",
    "styrkes",
    "udvikles",
    "samarbejde",
    "frivillige",
    "trafik",
    "veje",
    "klima",
    "vand",
    "forvaltning",
    "budget",
    "unge",
    "ældre",
    "plan",
    "boliger",
    "cykler",
    "haver",
    "natur",
    "huse",
    "børn",
    "sport",
    "musik",
    "teater",
    "havn",
    "marked",
)
_ROUNDS = 3


def report(pages: int = 100) -> list[str]:
    """Best of three rounds, processor time in seconds, and how many times the bare extraction it takes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.pdf"
        write_plan(path, pages)
        bare = min(_timed(lambda: _bare(path)) for _ in range(_ROUNDS))
        both = min(_timed(lambda: _read(path)) for _ in range(_ROUNDS))
        found = _read(path).initiatives[0]
    counted = f"{len(found.lists)} lists, {len(found.milestones)} milestones, {len(found.responsibilities)} roles"
    return [
        f"plan of {pages} pages: bare pypdfium2 {bare:.3f} s, reading and parsing {both:.3f} s, "
        f"{both / bare:.1f} times ({counted})"
    ]


def write_plan(path: Path, pages: int) -> None:
    """A made plan: on each page a heading, running text, a list of three, a deadline and a goal."""
    choose = random.Random(4).choice
    pdf = FPDF()
    for number in range(pages):
        pdf.add_page()
        pdf.set_font("Helvetica", style="B", size=14)
        _line(pdf, f"{number // 10 + 1}.{number % 10 + 1} Afsnit om {choose(_WORDS)} og {choose(_WORDS)}")
        pdf.set_font("Helvetica", size=11)
        for _ in range(4):
            _line(pdf, " ".join(f"{' '.join(choose(_WORDS) for _ in range(14)).capitalize()}." for _ in range(4)))
        _line(pdf, f"Afsnittet har tre indsatser, som skal være færdige senest den {number % 28 + 1}. maj 2027:")
        for place in range(3):
            _line(pdf, f"{place + 1}. {choose(_WORDS).capitalize()} og {choose(_WORDS)} i byen")
        _line(
            pdf,
            f"Målet er, at {60 + number % 39} % af borgerne er tilfredse i 2028. "
            f"Park og Vej er ansvarlig for {choose(_WORDS)}.",
        )
    pdf.output(str(path))


def _line(pdf: FPDF, text: str) -> None:
    pdf.multi_cell(0, 6, text, new_x="LMARGIN", new_y="NEXT")
    pdf.ln(2)


def _bare(path: Path) -> int:
    """All pages' text as pypdfium2 gives it."""
    document = pdfium.PdfDocument(path)
    length = 0
    for index in range(len(document)):
        page = document[index]
        text = page.get_textpage()
        length += len(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return length


def _read(path: Path) -> ParsedDocument:
    return parse(read(path), source=path.name)


def _timed(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


if __name__ == "__main__":
    for line in report():
        print(line)
