"""The cells of a table are told from its drawn lines; text that wraps in a cell stays in its row."""

from __future__ import annotations

from pathlib import Path

from fpdf import FPDF

from store.ingest.layout import Segment
from store.ingest.read import read
from store.ingest.ruledtables import Grid, grids, rows_with_tables

_ROWS = (
    ("Nr.", "Handling", "Ansvarlig", "Frist"),
    ("1.1", "Nye cykelstativer ved alle skoler og haller i kommunen", "Vej og Park", "Inden udgangen af 2028"),
    ("1.2", "Trygge veje", "Center for Plan, Byg og Trafik", "1. maj 2027"),
)


def test_a_row_of_a_drawn_table_is_one_line_whatever_wraps(tmp_path: Path) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=10)
    pdf.multi_cell(0, 6, "Handlingerne er disse.", new_x="LMARGIN", new_y="NEXT")
    with pdf.table(text_align="LEFT") as table:
        for row in _ROWS:
            table.row(row)
    pdf.multi_cell(0, 6, "Planen følges op hvert år.", new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(tmp_path / "plan.pdf"))

    lines = [(line.role, line.text) for line in read(tmp_path / "plan.pdf").lines]

    assert [text for role, text in lines if role == "row"] == ["\t".join(row) for row in _ROWS]
    assert [text for role, text in lines if role != "row"] == ["Handlingerne er disse.", "Planen følges op hvert år."]


def test_boxes_and_lines_make_the_same_grid() -> None:
    boxes = [(x, y, x + 100.0, y + 20.0) for x in (50.0, 150.0) for y in (600.0, 620.0, 640.0)]
    across = [(50.0, y - 0.5, 250.0, y + 0.5) for y in (600.0, 620.0, 640.0, 660.0)]
    upright = [(x - 0.5, 600.0, x + 0.5, 660.0) for x in (50.0, 150.0, 250.0)]

    expected = [Grid((50.0, 150.0, 250.0), (660.0, 640.0, 620.0, 600.0))]
    assert grids(boxes, 842.0) == expected
    assert grids([*across, *upright], 842.0) == expected


def test_a_frame_around_the_page_and_a_single_column_are_no_table() -> None:
    assert grids([(20.0, 20.0, 575.0, 822.0)] * 4, 842.0) == []
    assert grids([(50.0, y, 550.0, y + 20.0) for y in (600.0, 620.0, 640.0, 660.0)], 842.0) == []


def test_text_beside_a_grid_keeps_the_order_of_the_page() -> None:
    beside = [Segment("Note", 10.0, 40.0, 640.0, 10.0), Segment("Celle", 60.0, 90.0, 640.0, 10.0)]
    grid = Grid((50.0, 150.0, 250.0), (660.0, 640.0, 620.0))
    rows = rows_with_tables(beside, [grid], lambda segment, columns: [segment])
    assert [[segment.text for segment in row] for row in rows] == [["Note", "Celle"]]


def test_sections_within_lines_are_layout() -> None:
    long = Segment("ord " * 200, 60.0, 140.0, 650.0, 10.0)
    other = Segment("B", 160.0, 170.0, 650.0, 10.0)
    below = [Segment("C", 60.0, 70.0, 630.0, 10.0), Segment("D", 160.0, 170.0, 630.0, 10.0)]
    grid = Grid((50.0, 150.0, 250.0), (660.0, 640.0, 620.0))
    rows = rows_with_tables([long, other, *below], [grid], lambda segment, columns: [segment])
    assert [[segment.text for segment in row] for row in rows] == [[long.text, "B"], ["C", "D"]]
