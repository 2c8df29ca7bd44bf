"""Word files are read as their reader sees them: changes taken in, hidden text out, numbers counted."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from store.errors import MinutesUnreadable
from store.ingest.parsed import Extract
from store.ingest.read import read

Lines = list[tuple[str, str]]


def word(folder: Path, body: str = "", build: Callable[[Any], None] | None = None, numbering: str = "") -> Extract:
    """A file made of raw paragraphs (`body`, prefix w), or by `build` on a python-docx document, or both."""
    document = docx.Document()
    if build:
        build(document)
    names = nsdecls("w", "r", "wp", "a") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    if body:
        for element in list(parse_xml(f"<w:body {names}>{body}</w:body>")):
            document.element.body.insert(len(document.element.body) - 1, element)
    if numbering:
        root = document.part.numbering_part.element
        for old in list(root):
            root.remove(old)
        for element in list(parse_xml(f"<w:numbering {names}>{numbering}</w:numbering>")):
            root.append(element)
    path = folder / "referat.docx"
    document.save(str(path))
    return read(path)


def lines(extract: Extract) -> Lines:
    return [(line.text, line.role) for line in extract.lines]


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def listed(number: int, level: int, text: str) -> str:
    return p(text, f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>")


def level(index: int, shape: str, text: str, more: str = "") -> str:
    return (
        f"<w:lvl w:ilvl='{index}'><w:start w:val='1'/><w:numFmt w:val='{shape}'/>{more}"
        + f"<w:lvlText w:val='{text}'/></w:lvl>"
    )


def test_changes_are_taken_in_and_told(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>Sagen </w:t></w:r><w:del w:id='1' w:author='x'>"
        "<w:r><w:delText>udsættes</w:delText></w:r></w:del>"
        "<w:ins w:id='2' w:author='x'><w:r><w:t>godkendes</w:t></w:r></w:ins></w:p>"
        "<w:p><w:moveFrom w:id='3' w:author='x'><w:r><w:t>flyttet</w:t></w:r></w:moveFrom></w:p>"
        "<w:p><w:moveTo w:id='4' w:author='x'><w:r><w:t>flyttet</w:t></w:r></w:moveTo></w:p>"
        "<w:p><w:pPr><w:rPr><w:del w:id='5' w:author='x'/></w:rPr></w:pPr><w:r><w:t>et af</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>snit</w:t></w:r></w:p>"
    )
    extract = word(tmp_path, body)
    assert extract.pages[0].text == "Sagen godkendes\nflyttet\net afsnit"
    assert [w.code for w in extract.warnings] == ["tracked_changes"]
    assert (extract.format, extract.paged) == ("docx", False)


def test_a_deleted_row_is_left_out(tmp_path: Path) -> None:
    row = (
        "<w:tr>{}<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>"
    )
    gone = row.format("<w:trPr><w:del w:id='1' w:author='x'/></w:trPr>", "ud")
    extract = word(tmp_path, f"<w:tbl>{row.format('', 'ind')}{gone}</w:tbl>")
    assert lines(extract) == [("ind\tb", "row")]
    assert [w.code for w in extract.warnings] == ["tracked_changes"]


def test_hidden_text_and_comments_are_left_out(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        style = document.styles.add_style("Skjult", WD_STYLE_TYPE.CHARACTER)
        style.font.hidden = True
        paragraph = document.add_paragraph("Synlig")
        paragraph.add_run(" direkte skjult").font.hidden = True
        paragraph.add_run(" skjult ved typografi", style="Skjult")
        document.add_comment(paragraph.runs[0], text="en kommentar", author="x", initials="x")

    assert word(tmp_path, build=build).pages[0].text == "Synlig"


def test_headings_are_known_by_style_by_danish_name_and_by_outline(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        document.add_heading("Referat", 0)
        document.add_heading("Sag", 2)
        danish = document.styles.add_style("Overskrift 3", WD_STYLE_TYPE.PARAGRAPH)
        child = document.styles.add_style("Kommunens egen", WD_STYLE_TYPE.PARAGRAPH)
        child.base_style = danish
        document.add_paragraph("Dansk", style="Overskrift 3")
        document.add_paragraph("Arvet", style="Kommunens egen")
        document.add_paragraph().add_run("Beslutning").bold = True
        document.add_paragraph("Brødtekst")

    body = p("Niveau", "<w:outlineLvl w:val='3'/>")
    assert lines(word(tmp_path, body, build)) == [
        ("Referat", "h1"),
        ("Sag", "h2"),
        ("Dansk", "h3"),
        ("Arvet", "h3"),
        ("Beslutning", "h6"),
        ("Brødtekst", ""),
        ("Niveau", "h4"),
    ]


def test_numbers_are_counted_as_word_counts_them(tmp_path: Path) -> None:
    numbering = (
        "<w:abstractNum w:abstractNumId='1'>"
        + level(0, "decimal", "%1.")
        + level(1, "decimal", "%1.%2")
        + level(2, "lowerLetter", "%3)")
        + level(3, "lowerRoman", "(%4)")
        + "</w:abstractNum><w:abstractNum w:abstractNumId='2'>"
        + level(0, "bullet", "\uf0b7")
        + level(1, "bullet", "–")
        + "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
        "<w:num w:numId='2'><w:abstractNumId w:val='2'/></w:num>"
        "<w:num w:numId='3'><w:abstractNumId w:val='1'/>"
        "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>"
    )
    body = "".join(
        listed(*each)
        for each in (
            (1, 0, "et"), (1, 1, "et et"), (1, 1, "et to"), (1, 2, "a"), (1, 2, "b"), (1, 3, "i"), (1, 0, "to"),
            (1, 1, "to et"), (1, 2, "a"), (2, 0, "kugle"), (2, 1, "streg"), (1, 0, "tre"),
            (3, 0, "fem"), (3, 0, "seks"),
        )
    )  # fmt: skip
    assert [line.text for line in word(tmp_path, body, numbering=numbering).lines] == [
        "1. et", "1.1 et et", "1.2 et to", "a) a", "b) b", "(i) i", "2. to",
        "2.1 to et", "a) a", "• kugle", "– streg", "3. tre", "5. fem", "6. seks",
    ]  # fmt: skip


def test_a_number_may_come_from_the_style_and_restart_never(tmp_path: Path) -> None:
    numbering = (
        "<w:abstractNum w:abstractNumId='1'>"
        + level(0, "upperRoman", "%1")
        + level(1, "decimal", "%1.%2.", "<w:lvlRestart w:val='0'/><w:isLgl/>")
        + "</w:abstractNum><w:num w:numId='7'><w:abstractNumId w:val='1'/></w:num>"
    )

    def build(document: Any) -> None:
        style = document.styles.add_style("Punkt", WD_STYLE_TYPE.PARAGRAPH)
        style.element.get_or_add_pPr().append(parse_xml(f"<w:numPr {nsdecls('w')}><w:numId w:val='7'/></w:numPr>"))
        document.add_paragraph("første", style="Punkt")

    body = listed(7, 1, "a") + listed(7, 0, "anden") + listed(7, 1, "b") + listed(0, 0, "uden")
    assert [line.text for line in word(tmp_path, body, build, numbering).lines] == [
        "I første",
        "1.1. a",
        "II anden",
        "2.2. b",
        "uden",
    ]


def test_tables_of_data_are_rows_and_tables_of_layout_are_read_through(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        data = document.add_table(2, 2)
        for cell, text in zip(
            (c for row in data.rows for c in row.cells), ("Mødedato", "3. maj", "Afbud", ""), strict=True
        ):
            cell.text = text
        layout = document.add_table(1, 2)
        layout.cell(0, 0).text = "Indstilling"
        layout.cell(0, 1).text = "Det indstilles,"
        layout.cell(0, 1).add_paragraph("at sagen godkendes")
        inner = layout.cell(0, 1).add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "2024", "100 kr."

    assert lines(word(tmp_path, build=build)) == [
        ("Mødedato\t3. maj", "row"),
        ("Afbud", ""),
        ("Indstilling", ""),
        ("Det indstilles,", ""),
        ("at sagen godkendes", ""),
        ("2024\t100 kr.", "row"),
    ]


def test_controls_links_breaks_and_boxes_are_read(tmp_path: Path) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>i boksen</w:t></w:r></w:p></w:txbxContent>"
    body = (
        "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>i feltet</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        "<w:sdtContent><w:r><w:t>Klik her</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:hyperlink><w:r><w:t>en henvisning</w:t></w:r></w:hyperlink>"
        "<w:r><w:br/><w:t>ny linje</w:t><w:tab/><w:t>x</w:t>"
        "<w:noBreakHyphen/><w:t>y</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>ved siden</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>7</w:t></w:r></w:p>"
    )
    assert word(tmp_path, body).pages[0].text.split("\n") == [
        "i feltet",
        "en henvisning",
        "ny linje\tx-y",
        "ved siden",
        "i boksen",
        "7",
    ]


def test_heads_and_feet_are_left_out_and_the_title_kept(tmp_path: Path) -> None:
    def build(document: Any) -> None:
        document.core_properties.title = "Referat 3. maj"
        document.sections[0].header.paragraphs[0].text = "hoved"
        document.add_paragraph("tekst")

    extract = word(tmp_path, build=build)
    assert (extract.title, extract.pages[0].text) == ("Referat 3. maj", "tekst")


def test_notes_stand_at_the_end_without_words_separators(tmp_path: Path) -> None:
    names = nsdecls("w")
    note = "<w:footnote w:id='{}' {}><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>"
    notes = (
        note.format(0, "w:type='separator'", "streg")
        + note.format(1, "", "Se bilag 2")
        + note.format(2, "", "Se loven")
    )
    path = tmp_path / "noter.docx"
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("word/document.xml", f"<w:document {names}><w:body>{p('Sagen')}</w:body></w:document>")
        out.writestr("word/footnotes.xml", f"<w:footnotes {names}>{notes}</w:footnotes>")
    assert read(path).pages[0].text == "Sagen\n1 Se bilag 2\n2 Se loven"


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MinutesUnreadable) as refused:
        word(tmp_path)
    assert refused.value.reason == "no_text"
