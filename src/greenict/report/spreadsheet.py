"""The report as XLSX: the model as tables, numbers exact, units in columns of their own, no formula."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import xlsxwriter

from greenict.report.evidence import method_facts, span
from greenict.report.layout import statement
from greenict.report.texts import Texts, printable

if TYPE_CHECKING:
    from greenict.report.model import Breakdown, Figures

FIXED = datetime(2000, 1, 1, tzinfo=UTC)  # the same result gives the same bytes, whenever it is written
MOST_ROWS = 1_000_000  # of a sheet, under the format's own 1,048,576
MOST_LETTERS = 32_000  # of a cell, under the format's own 32,767
# Cells keep every digit; these only say how many are seen, by the size of the number.
FORMATS = ((100.0, "#,##0"), (1.0, "#,##0.00"), (1e-4, "0.0000"), (0.0, "0.00E+00"))
SHARE = "0.0%"
Rows = Sequence[Sequence[Any]]


def xlsx_bytes(figures: Figures, language: str = "en") -> bytes:
    """The workbook. Texts are always written as texts, whatever they begin with."""
    texts = Texts(language)
    written = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(written, options) as book:
        title = f"{texts('title')}: {printable(figures.meta['name'])}"[:255]
        author = f"GreenICT {figures.meta['greenict']}"
        book.set_properties({"title": title, "author": author, "created": FIXED})
        sheets = _Sheets(book, rtl=texts("direction") == "rtl")
        _summary(sheets, figures, texts)
        _breakdown(sheets, figures, texts)
        _evidence(sheets, figures, texts)
        _warnings(sheets, figures, texts)
        sheets.add(
            "Method",
            texts("method"),
            [(texts("field"), 34), (texts("value"), 110)],
            method_rows(figures, texts),
        )
    return written.getvalue()


class Share(float):
    """A number that is seen in per cent."""


def _shared(value: float | None) -> Share | None:
    return None if value is None else Share(value)


class _Sheets:
    """Sheets of one workbook: a heading that stays, a filter, widths, cells by their type."""

    def __init__(self, book: Any, *, rtl: bool) -> None:
        self.book, self.rtl = book, rtl
        self.head = book.add_format(
            {"bold": True, "bg_color": "#e3efe6", "text_wrap": True, "valign": "top", "bottom": 1}
        )
        self.text = book.add_format({"valign": "top"})
        self.numbers = [(least, self._number(form)) for least, form in FORMATS]
        self.share = self._number(SHARE)

    def _number(self, form: str) -> Any:
        return self.book.add_format({"num_format": form, "valign": "top"})

    def add(self, name: str, title: str, columns: Sequence[tuple[str, int]], rows: Rows) -> None:
        """One sheet, named in English so that programs find it, its heading in the report's language."""
        sheet = self.book.add_worksheet(name)
        sheet.set_header(f"&L{title.replace('&', '&&')}"[:255])
        for n, (heading, width) in enumerate(columns):
            sheet.set_column(n, n, width)
            sheet.write_string(0, n, printable(heading), self.head)
        for y, row in enumerate(rows[:MOST_ROWS], start=1):
            for x, cell in enumerate(row):
                self._write(sheet, y, x, cell)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        if self.rtl:
            sheet.right_to_left()

    def _write(self, sheet: Any, y: int, x: int, cell: Any) -> None:
        if isinstance(cell, Share):
            sheet.write_number(y, x, cell, self.share)
        elif isinstance(cell, int | float):
            whole = isinstance(cell, int) or cell == 0
            form = next(form for least, form in self.numbers if whole or abs(cell) >= least)
            sheet.write_number(y, x, cell, form)
        elif cell not in (None, ""):
            sheet.write_string(y, x, printable(cell)[:MOST_LETTERS], self.text)


def _ranges(texts: Texts) -> list[tuple[str, int]]:
    return [(texts("value"), 20), (texts("unit"), 12), ("5 %", 20), (texts("median"), 20), ("95 %", 20)]


def _summary(sheets: _Sheets, figures: Figures, texts: Texts) -> None:
    rows = []
    for category, total in figures.totals.items():
        value: Any = texts("not_assessed") if total.value is None else total.value
        rows.append((texts.of("category", category), value, total.unit, total.p05, total.p50, total.p95))
    sheets.add("Summary", texts("summary"), [(texts("category_head"), 38), *_ranges(texts)], rows)


def _breakdown(sheets: _Sheets, figures: Figures, texts: Texts) -> None:
    """What was asked on one sheet; by stage and by scope on others where that is something else."""
    asked = figures.breakdowns[-1] if figures.meta["by"] else figures.breakdowns[0]
    for part in (asked, *(part for part in figures.breakdowns if part is not asked)):
        name = "Breakdown" if part is asked else f"By {part.keys[0]}"
        columns = [(texts.key(key), 28) for key in part.keys]
        sheets.add(
            name,
            texts("by", keys=", ".join(map(texts.key, part.keys))),
            [*columns, (texts("category_head"), 38), *_ranges(texts)],
            _parts(part, texts),
        )


def _parts(part: Breakdown, texts: Texts) -> list[tuple[Any, ...]]:
    """Stages, scopes and categories by name; items, countries and tags as the tables write them."""
    return [
        (
            *(texts.label(key, row[key]) if key in ("stage", "scope") else row[key] for key in part.keys),
            texts.of("category", row["category"]),
            row["value"],
            row["unit"],
            row["p05"],
            row["p50"],
            row["p95"],
        )
        for row in part.rows
    ]


def _evidence(sheets: _Sheets, figures: Figures, texts: Texts) -> None:
    units = {category: total.unit for category, total in figures.totals.items()}
    columns = [
        (texts("category_head"), 38), (texts("data_class_head"), 20), (texts("value"), 20), (texts("unit"), 12),
        (texts("share"), 12), (texts("lines"), 12), (texts("lines_share"), 14),
    ]  # fmt: skip
    rows: list[tuple[Any, ...]] = [
        (
            texts.of("category", r["category"]),
            texts.of("data_class", r["data_class"]),
            r["value"],
            units.get(r["category"]) if r["value"] is not None else None,
            _shared(r["share"]),
            r["lines"],
            _shared(r["lines_share"]),
        )
        for r in figures.coverage
    ]
    sheets.add("Coverage", texts("coverage"), columns, rows)
    columns = [
        (texts("category_head"), 38), (texts("factor"), 60), (texts("amount"), 16), (texts("unit"), 18), (texts("place"), 10),
        (texts("years"), 12), (texts("value"), 20), (texts("unit"), 12), (texts("share"), 10), (texts("of_variance"), 14),
        (texts("quality"), 10), (texts("set"), 18), (texts("source"), 60), (texts("licence"), 24), (texts("used_by"), 40),
    ]  # fmt: skip
    rows = [
        (
            texts.of("category", w.category), w.factor.factor_id, w.factor.amount, w.factor.unit, w.factor.place,
            span(w.factor.year_from, w.factor.year_to), w.value, units[w.category], Share(w.share), Share(w.share_of_variance),
            w.factor.quality, w.factor.set_id, w.factor.source, w.factor.licence, ", ".join(w.items),
        )
        for w in figures.weights
    ]  # fmt: skip
    sheets.add("Factors", texts("factors"), columns, rows)


def _warnings(sheets: _Sheets, figures: Figures, texts: Texts) -> None:
    columns = [
        (texts("warning"), 24), (texts("concerns"), 80), (texts.key("item"), 22), (texts.key("country"), 12),
        (texts.key("year"), 10), (texts("category_head"), 38), (texts("lines"), 12),
    ]  # fmt: skip
    rows: list[tuple[Any, ...]] = [
        (
            texts.of("code", w["code"]),
            w["message"],
            w["item"],
            w["country"],
            w["year"],
            texts.of("category", w["category"]) if w["category"] else None,
            w["lines"],
        )
        for w in figures.warnings
    ]
    sheets.add("Warnings", texts("warnings"), columns, rows)
    columns = [
        (texts("row"), 10),
        (texts("column"), 20),
        (texts("value"), 30),
        (texts("rule"), 40),
        (texts("mend"), 60),
    ]
    rows = [(r["row"], r["column"], r["value"], r["rule"], r["mend"]) for r in figures.left_out]
    sheets.add("Left out", texts("left_out"), columns, rows)


def method_rows(figures: Figures, texts: Texts) -> list[tuple[str, str]]:
    """What the result was made of, its factor sets and the sources of its factors."""
    rows = [(texts("meaning"), statement(figures, texts)[0]), *method_facts(figures, texts)]
    for one in figures.meta["factor_sets"]:
        for key, word in (
            ("version", "version"),
            ("hash", "hash"),
            ("licence", "licence"),
            ("attribution", "attribution"),
        ):
            rows.append((f"{texts('set')} {one['id']}: {texts(word)}", one[key]))
    rows += [
        (f"{texts('source')} ({source.licence})", f"{source.source} [{source.factors}]")
        for source in figures.sources
    ]
    return rows
