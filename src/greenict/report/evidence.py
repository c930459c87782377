"""The sections that say what the figures rest on: coverage, factors, warnings, rows left out, method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from greenict.factors.places import place_name
from greenict.report.blocks import Block, Cell, Column, Paragraph, Section, Table
from greenict.report.numbers import number, percent, pretty
from greenict.report.texts import Texts, printable
from greenict.tables.categories import DATA_CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greenict.report.model import Figures, Weight

MOST_OF_FIRST, MOST_OF_OTHERS = 10, 4  # factors listed of the first category and of each other one
MOST_NAMED = 8
BY_ITEM = (
    "missing_factor",
    "default_energy",
    "default_lifetime",
)  # the heading says what, the list which items
MOST_LEFT_OUT = 50


def coverage(figures: Figures, texts: Texts) -> Section:
    """How much of each category rests on which class of data."""
    shares = {(row["category"], row["data_class"]): row for row in figures.coverage}
    classes = [name for name in DATA_CLASSES if name != "missing"]
    columns = [Column(texts("category_head"), width=2, heads=True)]
    columns += [Column(texts.of("data_class", name), number=True) for name in classes]
    columns.append(Column(texts("coverage_missing"), width=1.3, number=True))
    rows = []
    for category in figures.totals:
        cells = [Cell(texts.of("category", category))]
        for name in classes:
            share = shares.get((category, name), {}).get("share")
            cells.append(Cell(percent(share, texts.language) or "–", number=True))
        known = any(category == row["category"] for row in figures.coverage)
        missing = shares.get((category, "missing"), {}).get("lines_share", 0.0) if known else None
        cells.append(Cell(percent(missing, texts.language) or "–", number=True))
        rows.append(cells)
    note = Paragraph(texts("coverage_note"), quiet=True)
    return Section("coverage", texts("coverage"), [Table(texts("coverage"), columns, rows), note])


def factors(figures: Figures, texts: Texts) -> Iterable[Section]:
    """The factors that weigh most; no section where no explanation was asked."""
    if not figures.weights:
        return
    blocks: list[Block] = [Paragraph(texts("factors_note"), quiet=True)]
    first = figures.weights[0].category
    for category in figures.totals:
        most = MOST_OF_FIRST if category == first else MOST_OF_OTHERS
        weights = [weight for weight in figures.weights if weight.category == category][:most]
        if weights:
            blocks.append(_weights(figures, category, weights, texts))
    yield Section("factors", texts("factors"), blocks)


def _weights(figures: Figures, category: str, weights: list[Weight], texts: Texts) -> Table:
    columns = [
        Column(texts("factor"), width=2, heads=True, foreign=True),
        Column(texts("amount"), width=1.1, number=True),
        Column(texts("place"), texts("years"), width=1.1),
        Column(texts("share"), width=0.7, number=True),
        Column(texts("of_variance"), width=0.8, number=True),
        Column(texts("quality"), width=0.7, number=True),
        Column(texts("source"), texts("licence"), width=3.2, foreign=True),
    ]
    caption = texts("factors_of", category=texts.of("category", category))
    return Table(caption, columns, [_weight(figures, weight, texts) for weight in weights])


def _weight(figures: Figures, weight: Weight, texts: Texts) -> list[Cell]:
    factor, language = weight.factor, texts.language
    stage = texts.of("stage", factor.stage)
    return [
        Cell(printable(figures.item_names.get(factor.item, factor.item)), stage, foreign=True),
        Cell(number(factor.amount, language), pretty(printable(factor.unit)), number=True),
        Cell(place_name(factor.place, language), span(factor.year_from, factor.year_to)),
        Cell(percent(weight.share, language), number=True),
        Cell(percent(weight.share_of_variance, language), number=True),
        Cell(number(factor.quality, language), number=True),
        Cell(printable(factor.source), printable(factor.licence), foreign=True),
    ]


def span(first: int, last: int) -> str:
    """The years that a factor holds for."""
    return str(first) if first == last else f"{first}–{last}"


def warnings(figures: Figures, texts: Texts) -> Section:
    """Warnings grouped by what they say; what lacks a factor is grouped by category."""
    if not figures.warnings:
        return Section("warnings", texts("warnings"), [Paragraph(texts("no_warnings"))])
    grouped: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for warning in figures.warnings:
        apart = str(warning["category"] or "") if warning["code"] == "missing_factor" else ""
        grouped.setdefault((warning["code"], apart), []).append(warning)
    columns = [
        Column(texts("warning"), width=1, heads=True),
        Column(texts("concerns"), width=3, foreign=True),
    ]
    rows = []
    for (code, category), members in grouped.items():
        by_item = code in BY_ITEM
        named = [figures.item_names.get(w["item"], w["item"]) if by_item else w["message"] for w in members]
        below = texts.of("category", category) if category else ""
        rows.append(
            [
                Cell(texts.of("code", code), below),
                Cell(_listed(named, texts, "; " if by_item else "\n"), foreign=True),
            ]
        )
    return Section("warnings", texts("warnings"), [Table(texts("warnings"), columns, rows)])


def _listed(named: list[str], texts: Texts, apart: str) -> str:
    """The first few of a list, and how many more there are."""
    names = [printable(name) for name in dict.fromkeys(named)]
    more = len(names) - MOST_NAMED
    shown = apart.join(names[:MOST_NAMED])
    return f"{shown}{apart}{texts('and_more', count=number(more, texts.language))}" if more > 0 else shown


def left_out(figures: Figures, texts: Texts) -> Section:
    """The rows that broke a rule."""
    rows = figures.left_out[:MOST_LEFT_OUT]
    count = figures.meta["input"]["left_out"]
    if not rows and not count:
        return Section("left-out", texts("left_out"), [Paragraph(texts("left_out_none"))])
    columns = [
        Column(texts("row"), width=0.6, number=True, heads=True),
        Column(texts("column"), foreign=True),
        Column(texts("value"), width=1.4, foreign=True),
        Column(texts("rule"), width=1.6, foreign=True),
        Column(texts("mend"), width=1.8, foreign=True),
    ]
    cells = [
        [
            Cell(str(row["row"]), number=True),
            *(Cell(printable(row[name]), foreign=True) for name in ("column", "value", "rule", "mend")),
        ]
        for row in rows
    ]
    said = texts(
        "left_out_some", count=number(count, texts.language), shown=number(len(rows), texts.language)
    )
    return Section("left-out", texts("left_out"), [Paragraph(said), Table(texts("left_out"), columns, cells)])


def method(figures: Figures, texts: Texts) -> Section:
    """Everything that is needed to get the same figures again, and whom to thank."""
    columns = [Column(texts("field"), width=1, heads=True), Column(texts("value"), width=3, foreign=True)]
    facts = [[Cell(name), Cell(text, foreign=True)] for name, text in method_facts(figures, texts)]
    blocks: list[Block] = [
        Paragraph(texts("method_note")),
        Table(texts("method"), columns, facts),
        _sets(figures, texts),
    ]
    if figures.sources:
        blocks.append(_sources(figures, texts))
    if texts("as_given"):
        blocks.append(Paragraph(texts("as_given"), quiet=True))
    return Section("method", texts("method"), blocks)


def method_facts(figures: Figures, texts: Texts) -> list[tuple[str, str]]:
    """The names and values of what a result was made of."""
    meta, profile = figures.meta, figures.profile
    stock = meta.get("stock_model") or {}
    facts = [
        (texts("profile"), meta["profile"]),
        (texts("source_of_profile"), profile.source),
        (texts("status_of_profile"), profile.status),
        (texts("equation"), figures.equation),
        (
            texts("stock_model"),
            ", ".join(f"{name} {value}" for name, value in stock.items() if value is not None),
        ),
        (texts("gwp_set"), meta["gwp_set"]),
        (texts("input"), meta["input"]["file"]),
        (texts("hash_of_input"), meta["input"]["sha256"]),
        (texts("draws"), number(meta["draws"], texts.language)),
        (texts("seed"), meta["seed"]),
        (texts("engine"), meta["engine"]),
        (texts("made_by"), f"GreenICT {meta['greenict']}"),
    ]
    return [(name, printable(value)) for name, value in facts if value not in (None, "")]


def _sets(figures: Figures, texts: Texts) -> Table:
    columns = [
        Column(texts("set"), texts("version"), width=1, heads=True, foreign=True),
        Column(texts("attribution"), f"{texts('licence')}, {texts('hash')}", width=4, foreign=True),
    ]
    rows = [
        [
            Cell(printable(s["id"]), printable(s["version"]), foreign=True),
            Cell(
                printable(s["attribution"]),
                f"{printable(s['licence'])}\n{printable(s['hash'])}",
                foreign=True,
            ),
        ]
        for s in figures.meta["factor_sets"]
    ]
    return Table(texts("sets"), columns, rows)


def _sources(figures: Figures, texts: Texts) -> Table:
    columns = [
        Column(texts("source"), width=3.4, heads=True, foreign=True),
        Column(texts("licence"), width=1.4, foreign=True),
        Column(texts("set"), width=1.1, foreign=True),
        Column(texts("factors_used"), width=0.8, number=True),
    ]
    rows = [
        [
            Cell(printable(source.source), foreign=True),
            Cell(printable(source.licence), foreign=True),
            Cell(printable(source.factor_set), foreign=True),
            Cell(number(source.factors, texts.language), number=True),
        ]
        for source in figures.sources
    ]
    return Table(texts("sources"), columns, rows)
