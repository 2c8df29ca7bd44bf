"""A paper as a Word file: headings, real lists, language and title, so that secretaries and screen readers can work."""

from __future__ import annotations

from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as Made
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from store.minutes.paper import Paper, PaperItem, Section

_INK = RGBColor(0x1F, 0x2A, 0x44)
_FONT = "Calibri"
_LOGO_WIDTH = Cm(4)


def docx_of(paper: Paper) -> bytes:
    """The file. Nothing stands in it but what the paper holds: properties, too, are made from it alone."""
    made = Document()
    _dress(made)
    _properties(made, paper)
    if paper.house.logo is not None and paper.house.logo_type in ("png", "jpg", "jpeg"):
        picture = made.add_picture(BytesIO(paper.house.logo), width=_LOGO_WIDTH)
        picture._inline.docPr.set("descr", f"{paper.house.name}, logo")
    elif paper.house.name:
        made.add_paragraph(paper.house.name)
    made.add_heading(paper.head, 0)
    made.add_paragraph(paper.body, style="Subtitle")
    for label, value in paper.facts:
        _fact(made, label, value)
    if paper.note:
        _fact(made, "Rettelse", paper.note)
    for item in paper.items:
        _item(made, item)
    _foot(made, paper)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _dress(made: Made) -> None:
    """Type, colours and language of the styles."""
    for name, size in (("Normal", 11), ("Title", 24), ("Subtitle", 16), ("Heading 1", 14), ("Heading 2", 11)):
        style = made.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(attribute), None)
        if name != "Normal":
            style.font.color.rgb = _INK
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "da-DK")
    made.styles["Normal"].element.get_or_add_rPr().append(language)
    for section in made.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.5)


def _properties(made: Made, paper: Paper) -> None:
    about = made.core_properties
    about.title, about.language = paper.title, "da-DK"
    about.author = about.last_modified_by = paper.house.name
    about.comments = about.keywords = about.subject = about.category = ""
    # The day of the meeting, not the moment of writing: the same minutes are the same file.
    about.created = about.modified = datetime.combine(paper.day, time(), UTC)
    about.revision = 1


def _fact(made: Made, label: str, value: str) -> None:
    line = made.add_paragraph()
    line.paragraph_format.space_after = Pt(2)
    line.add_run(f"{label}: ").bold = True
    line.add_run(value)


def _item(made: Made, item: PaperItem) -> None:
    made.add_heading(item.heading, 1)
    for label, value in item.fields:
        _fact(made, label, value)
    for section in item.sections:
        _section(made, section)


def _section(made: Made, section: Section) -> None:
    made.add_heading(section.label, 2)
    for each in section.paragraphs:
        made.add_paragraph(each)
    if section.lead:
        made.add_paragraph(section.lead).paragraph_format.keep_with_next = True
    number = _numbering(made) if section.numbered else 0
    for each in section.numbered:
        _numbered(made.add_paragraph(each, style="List Number"), number)
    for each in section.bullets:
        made.add_paragraph(each, style="List Bullet")


def _numbering(made: Made) -> int:
    """A list of its own that begins at 1: Word would go on counting from the list before."""
    numbering = made.part.numbering_part.element
    style = made.styles["List Number"].element
    pattern = style.pPr.numPr.numId.val
    abstract = next(one for one in numbering.num_lst if one.numId == pattern).abstractNumId.val
    own = numbering.add_num(abstract)
    own.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(own.numId)


def _numbered(line: Paragraph, number: int) -> None:
    # Its lists are made of parts that python-docx has no names for in its types.
    properties: Any = line._p.get_or_add_pPr()
    properties = properties.get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def _foot(made: Made, paper: Paper) -> None:
    """The page's number under each page."""
    line = made.sections[0].footer.paragraphs[0]
    line.add_run("Side ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    line._p.append(field)
