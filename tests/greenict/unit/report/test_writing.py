"""Every format from one model: equal figures, hostile names, equal bytes, whole files."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import docx
import openpyxl
import pypdfium2
import pytest

from greenict.errors import BadArgument
from greenict.report import FORMATS, LANGUAGES, figures, page, rendered, write
from greenict.report.blocks import Table
from greenict.report.texts import catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from greenict.assess import Result

RESULTS = ("operator", "country", "hostile", "empty", "certain")
NO_BREAK = dict.fromkeys(map(ord, "\u200b\u00ad\u2066\u2069"))


class Cells(HTMLParser):
    """The tables of a page, as rows of text."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.rows[-1][-1] += data


def html_cells(content: bytes) -> Cells:
    cells = Cells()
    cells.feed(content.decode())
    return cells


def pdf_text(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    return "\n".join(one.get_textpage().get_text_range() for one in document).translate(NO_BREAK)


def sheets(content: bytes) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.fixture(params=RESULTS)
def result(request: pytest.FixtureRequest) -> Result:
    found: Result = request.getfixturevalue(request.param)
    return found


@pytest.mark.parametrize("form", FORMATS)
def test_same_result_gives_same_bytes(result: Result, form: str) -> None:
    assert rendered(result, form) == rendered(result, form)


def test_page_html_and_docx_hold_the_same_cells(result: Result) -> None:
    expected = []
    for section in page(figures(result)).sections:
        for block in section.blocks:
            if isinstance(block, Table):
                expected.append([squeezed(c.title + c.below) for c in block.columns])
                expected += [[squeezed(c.text + c.below) for c in row] for row in block.rows]
    in_html = [[squeezed(cell) for cell in row] for row in html_cells(rendered(result, "html")).rows]
    document = docx.Document(io.BytesIO(rendered(result, "docx")))
    in_docx = [[squeezed(c.text) for c in row.cells] for table in document.tables for row in table.rows]
    assert in_html == expected
    assert in_docx == expected


def test_pdf_holds_every_total_and_heading(result: Result) -> None:
    read = squeezed(pdf_text(rendered(result, "pdf")))
    laid = page(figures(result))
    totals = next(b for b in laid.sections[0].blocks if isinstance(b, Table) and b.caption == "Totals")
    for row in totals.rows:
        assert squeezed("".join(cell.text for cell in row)) in read
    for section in laid.sections:
        assert squeezed(section.title) in read
    assert squeezed(laid.name) in read


def test_tables_to_compute_with_hold_the_exact_figures(result: Result) -> None:
    book = sheets(rendered(result, "xlsx"))
    names = [row[0] for row in book["Summary"][1:]]
    labels = page(figures(result)).sections[0].blocks[1]
    assert isinstance(labels, Table)
    assert names == [row[0].text for row in labels.rows]
    for row, total in zip(book["Summary"][1:], result.totals.values(), strict=True):
        values = [total[key] for key in ("value", "p05", "p50", "p95")]
        assert row[1] == (pytest.approx(values[0], rel=1e-14) if values[0] is not None else "Not assessed")
        assert row[2] == total["unit"]
        assert list(row[3:]) == [None if v is None else pytest.approx(v, rel=1e-14) for v in values[1:]]
    assert [row[-5] for row in book["Breakdown"][1:]] == pytest.approx(
        [row["value"] for row in result.rows], rel=1e-14
    )
    listed = list(csv.DictReader(io.StringIO(rendered(result, "csv").decode("utf-8-sig"))))
    assert [float(row["value"]) for row in listed] == [row["value"] for row in result.rows]
    assert json.loads(rendered(result, "json")) == json.loads(json.dumps(result.to_json()))


def test_workbook_has_its_sheets_and_counts(operator: Result) -> None:
    book = sheets(rendered(operator, "xlsx"))
    assert list(book) == [
        "Summary",
        "Breakdown",
        "By stage",
        "By scope",
        "Coverage",
        "Factors",
        "Warnings",
        "Left out",
        "Method",
    ]
    assert len(book["Coverage"]) == 1 + len(operator.coverage)
    assert len(book["Warnings"]) == 1 + len(operator.warnings)
    method = {row[0]: row[1] for row in book["Method"]}
    assert method["SHA-256 of the input"] == operator.meta["input"]["sha256"]
    assert method["Set greenict-open: SHA-256"] == operator.meta["factor_sets"][0]["hash"]


def test_hostile_names_stay_text_in_pdf(hostile: Result, names: tuple[str, ...]) -> None:
    read = squeezed(pdf_text(rendered(hostile, "pdf")))
    for name in (*names[:5], names[6]):
        assert squeezed(name) in read


def test_hostile_names_stay_text_in_html(hostile: Result, names: tuple[str, ...]) -> None:
    content = rendered(hostile, "html")
    cells = html_cells(content)
    assert "script" not in cells.tags
    assert not re.search(r'(?:src|href)="(?!#)', content.decode())
    assert set(names) <= {cell for row in cells.rows for cell in row}
    assert names[0] + names[1] in unescape(content.decode().partition("</title>")[0])


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(hostile: Result, names: tuple[str, ...]) -> None:
    content = rendered(hostile, "xlsx")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for part in archive.namelist():
            if part.startswith("xl/worksheets/"):
                text = archive.read(part).decode()
                assert "<f>" not in text
                assert "<hyperlink" not in text
    assert set(names) == {row[0] for row in sheets(content)["Breakdown"][1:]}


def test_csv_defuses_formulas_and_nothing_else(hostile: Result, names: tuple[str, ...]) -> None:
    content = rendered(hostile, "csv")
    assert content.startswith(b"\xef\xbb\xbf")
    read = {row["site"] for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig")))}
    assert read == {f"'{name}" if name[0] in "=@" else name for name in names}


def test_characters_that_no_document_can_hold(operator: Result) -> None:
    named = type(operator)(
        {**operator.meta, "name": "a\x00b\x1b\ufffe\nc\u202ed"}, operator.computation, [], []
    )
    for form in ("html", "xlsx", "docx", "pdf"):
        assert rendered(named, form)
    assert page(figures(named)).name == "a\ufffdb\ufffd\ufffd c\ufffdd"


def test_a_character_without_any_font_is_written_as_its_code_point(operator: Result) -> None:
    named = type(operator)({**operator.meta, "name": "x\U0010f123y"}, operator.computation, [], [])
    read = pdf_text(rendered(named, "pdf"))
    assert "xU+10F123 y" in read
    assert "no shape in the fonts" in read.replace("\r\n", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_in_every_format(operator: Result, language: str) -> None:
    title = page(figures(operator), language).title
    content = rendered(operator, "html", language=language).decode()
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in content
    assert f"<h1>{title}</h1>" in content
    read = squeezed(pdf_text(rendered(operator, "pdf", language=language)))
    for one in page(figures(operator), language).sections:
        if "site" not in one.title:
            assert squeezed(one.title) in read
    for category in catalogue()[language]["category"].values():
        assert squeezed(category) in read
    document = docx.Document(io.BytesIO(rendered(operator, "docx", language=language)))
    assert document.paragraphs[0].text == title
    assert sheets(rendered(operator, "xlsx", language=language))["Summary"][0][0] != ""


def test_pdf_is_tagged_titled_and_says_its_language(operator: Result) -> None:
    content = rendered(operator, "pdf", language="fr")
    document = pypdfium2.PdfDocument(content)
    assert document.get_metadata_value("Title") == "Évaluation environnementale des TIC: example_inventory"
    assert b"pdfuaid:part" in content
    assert b"/Lang(fr)" in content
    assert pypdfium2.raw.FPDFCatalog_IsTagged(document)


def test_docx_repeats_its_headings_and_has_properties(operator: Result) -> None:
    document = docx.Document(io.BytesIO(rendered(operator, "docx", language="ar")))
    assert document.core_properties.title.endswith("example_inventory")
    assert document.core_properties.language == "ar-SA"
    for table in document.tables:
        assert "w:tblHeader" in table.rows[0]._tr.xml
        assert "w:bidiVisual" in table._tbl.tblPr.xml


def test_without_explanation_no_factor_is_listed(operator: Result) -> None:
    assert "Factors that weigh most" in rendered(operator, "html").decode()
    assert "Factors that weigh most" not in rendered(operator, "html", explain=False).decode()


def test_nothing_assessed_is_said(empty: Result, certain: Result) -> None:
    assert pdf_text(rendered(empty, "pdf")).count("Not assessed") == len(empty.totals) + 1  # and by stage
    totals = {row[0]: row[1] for row in html_cells(rendered(certain, "html")).rows if len(row) == 5}
    assert totals["Water use"] == "Not assessed"
    assert totals["Climate change"] not in ("", "0", "Not assessed")


def test_write_replaces_a_file_and_leaves_nothing_beside_it(operator: Result, tmp_path: Path) -> None:
    target = tmp_path / "new" / "report.CSV"
    target.parent.mkdir()
    target.write_text("old")
    write(operator, target)
    assert target.read_bytes() == rendered(operator, "csv")
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize(
    ("name", "said"), [("report.odt", ".docx"), ("report", ".pdf"), ("folder.pdf", "folder")]
)
def test_write_refuses(operator: Result, tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "folder.pdf").mkdir()
    with pytest.raises(BadArgument, match=re.escape(said)):
        write(operator, tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == ["folder.pdf"]


def test_write_says_where_it_cannot(operator: Result, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BadArgument, match="cannot be written"):
        write(operator, tmp_path / "file" / "report.csv")


def test_an_unknown_language_is_refused(operator: Result) -> None:
    with pytest.raises(BadArgument, match="en, fr, ar"):
        rendered(operator, "csv", language="xx")
