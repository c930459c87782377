"""From the model to the page: which blocks a report has, in which order, in words of one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from greenict.report.blocks import Block, Cell, Column, Page, Paragraph, Section, Table
from greenict.report.breakdowns import breakdown
from greenict.report.evidence import coverage, factors, left_out, method, warnings
from greenict.report.numbers import Scale, number, scale, shown, shown_range
from greenict.report.texts import Texts, printable

if TYPE_CHECKING:
    from greenict.report.model import Figures


def page(figures: Figures, language: str = "en") -> Page:
    """The report in one language; raises BadArgument for a language that has no words."""
    texts = Texts(language)
    scales = {category: scale(total) for category, total in figures.totals.items()}
    sections = [
        _summary(figures, texts, scales),
        *(
            breakdown(figures, part, texts, scales, explained=n == 0)
            for n, part in enumerate(figures.breakdowns)
        ),
        coverage(figures, texts),
        *factors(figures, texts),
        warnings(figures, texts),
        left_out(figures, texts),
        method(figures, texts),
    ]
    return Page(
        title=texts("title"),
        name=printable(figures.meta["name"]),
        subtitle=printable(figures.meta["profile_title"]),
        language=language,
        direction=cast("Literal['ltr', 'rtl']", texts("direction")),
        software=f"GreenICT {figures.meta['greenict']}",
        page_numbers=texts("page", page="{page}", pages="{pages}"),
        code_points=texts("code_points"),
        scroll=texts("scroll"),
        sections=sections,
    )


def _summary(figures: Figures, texts: Texts, scales: dict[str, Scale]) -> Section:
    blocks: list[Block] = [_assessed(figures, texts), _totals(figures, texts, scales)]
    draws = figures.meta["draws"]
    drawn = texts("totals_note", draws=number(draws, texts.language)) if draws else texts("totals_fixed")
    if any(total.value is not None for total in figures.totals.values()):
        blocks.append(Paragraph(drawn, quiet=True))
    if "climate_change_market_based" in figures.totals:
        blocks.append(Paragraph(texts("scope2_note")))
    return Section("summary", texts("summary"), blocks)


def _assessed(figures: Figures, texts: Texts) -> Table:
    given = figures.meta["input"]
    facts = [
        (texts("input"), printable(given["file"]), True),
        (texts("kind"), texts("sales" if figures.meta["table"] == "sales" else "inventory"), False),
        (texts("lines"), number(given["rows"], texts.language), False),
        (texts("lines_left_out"), number(given["left_out"], texts.language), False),
        (texts("profile"), printable(figures.meta["profile_title"]), True),
        (texts("meaning"), *statement(figures, texts)),
    ]
    return facts_table(texts("assessed"), texts, facts)


def statement(figures: Figures, texts: Texts) -> tuple[str, bool]:
    """What the figures mean, and whether the words come from outside: a profile speaks of inventories only."""
    if figures.meta["table"] == "sales":
        return texts("sales_meaning"), False
    return printable(figures.meta["statement"]), True


def facts_table(caption: str, texts: Texts, facts: list[tuple[str, str, bool]]) -> Table:
    """Names and what they are."""
    columns = [Column(texts("field"), width=1, heads=True), Column(texts("value"), width=3)]
    return Table(
        caption, columns, [[Cell(name), Cell(text, foreign=foreign)] for name, text, foreign in facts]
    )


def _totals(figures: Figures, texts: Texts, scales: dict[str, Scale]) -> Table:
    columns = [
        Column(texts("category_head"), width=2.4, heads=True),
        Column(texts("value"), number=True),
        Column(texts("unit")),
        Column(texts("range"), width=1.6, number=True),
        Column(texts("median"), number=True),
    ]
    rows = []
    for category, total in figures.totals.items():
        how, language = scales[category], texts.language
        value = texts("not_assessed") if total.value is None else shown(total.value, how, language)
        spread = shown_range(total, how, language)
        fixed = total.p05 is not None and not spread
        cells = [
            Cell(texts.of("category", category)),
            Cell(value, number=total.value is not None),
            Cell("" if total.value is None else texts.unit(how.unit)),
            Cell(texts("no_range") if fixed else spread, number=True),
            Cell(shown(total.p50, how, language), number=True),
        ]
        rows.append(cells)
    return Table(texts("totals"), columns, rows)
