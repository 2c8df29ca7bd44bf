"""Writes the binary samples (PDF and DOCX) from their text in `sources`; run by hand when a text changes.

`python -m store.demo.build` needs the development packages. Nothing calls it at run time: its output is committed.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).parent
SOURCES = HERE / "sources"
DOCUMENTS = HERE / "documents"
PDF_NAME = "teknik-og-miljoeudvalget-2018-03-06"
DOCX_NAME = "lederforum-2024-11-14"
STRATEGY_NAME = "velfaerdsteknologi-strategi-2020"
STRATEGY_STATUS_NAME = "velfaerdsteknologi-status-2022"

# The title in the file's properties, the running head from page 2, and the column of labels: its width (mm), and how
# the values beside it are set.
PDFS = {
    PDF_NAME: ("Referat fra Teknik- og Miljøudvalget", "Teknik- og Miljøudvalget, 06-03-2018", 42, "J"),
    STRATEGY_NAME: ("Teknologi, der giver frihed", "Strategi for velfærdsteknologi 2020-2023", 56, "L"),
}

# A fixed stamp inside the files: the PDF comes out with the same bytes again, the DOCX with the same parts.
STAMP = datetime(2024, 11, 15, 12, 0, tzinfo=UTC)

_HEADING = re.compile(r"(#+) (.*)")
_ORDERED = re.compile(r"\d+\. (.*)")


def source_lines(name: str) -> list[str]:
    """The lines of the source text called `name` (without suffix), marks included."""
    return (SOURCES / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def build_pdf(name: str, target: Path) -> None:
    """Write the source `name` as a PDF with a text layer, a running head and page numbers."""
    from fpdf import FPDF

    title, running_head, label_width, align = PDFS[name]

    class Paper(FPDF):
        def header(self) -> None:
            if self.page_no() > 1:
                self.set_font("Helvetica", "", 9)
                self.cell(0, 5, running_head, new_x="LMARGIN", new_y="NEXT")
                self.ln(4)

        def footer(self) -> None:
            self.set_y(-15)
            self.set_font("Helvetica", "", 9)
            self.cell(0, 5, f"Side {self.page_no()}", align="R")

    pdf = Paper()
    pdf.set_creation_date(STAMP)
    pdf.set_title(title)
    pdf.set_margins(22, 18)
    pdf.add_page()
    for line in source_lines(name):
        heading = _HEADING.fullmatch(line)
        if line == "===":
            pdf.add_page()
        elif not line:
            pdf.ln(4)
        elif line.startswith("| "):
            label, value = line[2:].split(" | ", 1)
            pdf.set_font("Helvetica", "B", 11)
            pdf.cell(label_width, 6, f"{label}:")
            pdf.set_font("Helvetica", "", 11)
            pdf.multi_cell(0, 6, value, new_x="LMARGIN", new_y="NEXT", align=align)
        else:
            depth = len(heading[1]) if heading else 4
            pdf.set_font("Helvetica", "B" if heading else "", (16, 13, 11, 11)[depth - 1])
            pdf.multi_cell(0, 6, heading[2] if heading else line, new_x="LMARGIN", new_y="NEXT", align="L")
    pdf.output(str(target))


def build_docx(name: str, target: Path) -> None:
    """Write the source `name` as a Word file with heading styles, a table and Word's own numbering."""
    from docx import Document

    document = Document()
    document.core_properties.created = document.core_properties.modified = STAMP.replace(tzinfo=None)
    document.core_properties.author = "Ravnsø Kommune"
    table = None
    for line in source_lines(name):
        heading = _HEADING.fullmatch(line)
        ordered = _ORDERED.fullmatch(line)
        if line.startswith("| "):
            table = table or document.add_table(rows=0, cols=2)
            label, value = line[2:].split(" | ", 1)
            cells = table.add_row().cells
            cells[0].text, cells[1].text = label, value
        elif heading:
            document.add_heading(heading[2], level=len(heading[1]))
        elif ordered:
            document.add_paragraph(ordered[1], style="List Number")
        elif line:
            document.add_paragraph(line)
    document.save(str(target))


if __name__ == "__main__":
    for pdf_name in PDFS:
        build_pdf(pdf_name, DOCUMENTS / f"{pdf_name}.pdf")
    for docx_name in (DOCX_NAME, STRATEGY_STATUS_NAME):
        build_docx(docx_name, DOCUMENTS / f"{docx_name}.docx")
