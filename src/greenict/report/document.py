"""The report as DOCX: headings, tables with headings that repeat, the language set."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from greenict.report.blocks import Cell, Column, Page, Paragraph, Table

if TYPE_CHECKING:
    from docx.document import Document

FIXED = datetime(2000, 1, 1, tzinfo=UTC)  # the same result gives the same bytes, whenever it is written
TAGS = {"en": "en-GB", "fr": "fr-FR", "ar": "ar-SA"}
ARABIC = re.compile("[\u0600-\u06ff]")
WIDE = 6  # tables with more columns are set smaller


def docx_bytes(page: Page) -> bytes:
    """The page as a Word document. Charts are left out: the table beside each says the same."""
    document = docx.Document()
    _prepare(document, page)
    document.add_heading(page.title, level=0)
    document.add_paragraph(page.name, style="Subtitle")
    document.add_paragraph(page.subtitle)
    for section in page.sections:
        document.add_heading(section.title, level=1)
        for block in section.blocks:
            if isinstance(block, Paragraph):
                _paragraph(document, block)
            elif isinstance(block, Table):
                _table(document, block, said=block.caption == section.title, rtl=page.direction == "rtl")
    if page.direction == "rtl":
        _right_to_left(document)
    return _same_bytes(document)


def _prepare(document: Document, page: Page) -> None:
    """Paper, fonts, language and properties."""
    paper = document.sections[0]
    paper.page_width, paper.page_height = Mm(210), Mm(297)
    paper.left_margin = paper.right_margin = Mm(18)
    paper.top_margin = paper.bottom_margin = Mm(20)
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10)
    for name in ("Title", "Subtitle", "Heading 1", "Heading 2"):
        style: Any = document.styles[name]
        style.font.color.rgb = RGBColor(0x0B, 0x5D, 0x3B)
        style.font.italic = False
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), TAGS[page.language])
        language.set(qn("w:bidi"), TAGS["ar"])
    about = document.core_properties
    about.title, about.subject = f"{page.title}: {page.name}"[:255], page.subtitle[:255]
    about.author = about.last_modified_by = page.software
    about.comments, about.language = "", TAGS[page.language]
    about.created = about.modified = FIXED


def _paragraph(document: Document, block: Paragraph) -> None:

    run = document.add_paragraph().add_run(block.text)
    if block.quiet:
        run.font.size, run.font.color.rgb = Pt(8.5), RGBColor(0x4B, 0x5A, 0x52)


def _table(document: Document, block: Table, *, said: bool, rtl: bool) -> None:
    """The caption as a heading, the heading row repeated on each page, rows that do not break."""
    if not said:
        document.add_heading(block.caption, level=2)
    table = document.add_table(rows=1, cols=len(block.columns), style="Table Grid")
    table.autofit = False
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no name for it
    if rtl:
        table._tbl.tblPr.insert(1, OxmlElement("w:bidiVisual"))  # noqa: SLF001 - as above
    small = len(block.columns) > WIDE
    for cell, column in zip(table.rows[0].cells, block.columns, strict=True):
        _fill(cell, Cell(column.title, column.below, number=column.number), bold=True, small=small)
    for n, row in enumerate(block.rows):
        added = table.add_row()
        added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - as above
        for target, cell in zip(added.cells, row, strict=True):
            _fill(target, cell, bold=block.foot and n + 1 == len(block.rows), small=small)
    for drawn, width in zip(table.columns, _widths(block.columns), strict=True):
        for target in drawn.cells:
            target.width = Mm(width)


def _widths(columns: list[Column]) -> list[float]:
    """Widths in millimetres that fill the line."""
    whole = sum(column.width for column in columns)
    return [174 * column.width / whole for column in columns]


def _fill(target: Any, cell: Cell, *, bold: bool, small: bool) -> None:

    paragraph = target.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    if cell.number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run(cell.text)
    run.bold, run.font.size = bold, Pt(7.5 if small else 9)
    if cell.below:
        run.add_break()
        below = paragraph.add_run(cell.below)
        below.font.size = Pt(6.5 if small else 7.5)


def _right_to_left(document: Document) -> None:
    """Paragraphs from the right, also in tables."""
    for paragraph in document.element.body.iter(qn("w:p")):
        paragraph.get_or_add_pPr().insert_element_before(
            OxmlElement("w:bidi"), "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing",
            "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:outlineLvl", "w:rPr",
        )  # fmt: skip
        for run in paragraph.iter(qn("w:r")):
            if ARABIC.search(run.text):
                _arabic(run)


def _arabic(run: Any) -> None:
    """Mark a run as Arabic, which has a size and a weight of its own."""
    properties = run.get_or_add_rPr()
    for latin, arabic in (("w:b", "w:bCs"), ("w:sz", "w:szCs")):
        for found in properties.findall(qn(latin)):
            twin = OxmlElement(arabic)
            twin.attrib.update(found.attrib)
            found.addnext(twin)
    properties.append(OxmlElement("w:rtl"))


def _same_bytes(document: Document) -> bytes:
    """The document with fixed times in its archive."""
    written = io.BytesIO()
    document.save(written)
    fixed = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            about = zipfile.ZipInfo(entry.filename, FIXED.timetuple()[:6])
            about.compress_type, about.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(about, old.read(entry))
    return fixed.getvalue()
