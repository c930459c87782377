"""From the model to the page: which blocks a report has, in which order, in words of one language."""

from __future__ import annotations

from typing import Any, Literal, cast

from greenict.report.blocks import Bar, Block, Cell, Chart, Column, Page, Paragraph, Section, Table
from greenict.report.evidence import coverage, factors, left_out, method, warnings
from greenict.report.model import Breakdown, Figures
from greenict.report.numbers import Quantity, Scale, number, scale, shown, shown_range
from greenict.report.texts import Texts, printable
from greenict.tables.categories import STAGES

MOST_ROWS = 40  # of a breakdown; the tables to compute with hold all
MOST_BARS = 12
MOST_BARS_IN_ORDER = 25  # of years: leaving some out would mislead
MOST_LETTERS = 60  # of a label on a bar
ORDERED = ("stage", "year", "scope")  # keys whose values have an order of their own
DASH = "–"


def page(figures: Figures, language: str = "en") -> Page:
    """The report in one language; raises BadArgument for a language that has no words."""
    texts = Texts(language)
    scales = {category: scale(total) for category, total in figures.totals.items()}
    sections = [
        _summary(figures, texts, scales),
        *(_breakdown(figures, part, texts, scales, first=n == 0) for n, part in enumerate(figures.breakdowns)),
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
        direction=cast(Literal["ltr", "rtl"], texts("direction")),
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
    return Table(caption, columns, [[Cell(name), Cell(text, foreign=foreign)] for name, text, foreign in facts])


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


def _breakdown(figures: Figures, part: Breakdown, texts: Texts, scales: dict[str, Scale], *, first: bool) -> Section:
    categories = [name for name, total in figures.totals.items() if total.value is not None]
    title = texts("by", keys=" · ".join(texts.key(key) for key in part.keys))
    section_id = "by-" + "-".join(str(n) for n, _ in enumerate(part.keys)) if part.keys not in _NAMED else _NAMED[part.keys]
    if not categories:
        return Section(section_id, title, [Paragraph(texts("not_assessed"))])
    parts = _parts(part, categories)
    listed, others = parts[:MOST_ROWS], parts[MOST_ROWS:]
    columns = [Column(" · ".join(texts.key(key) for key in part.keys), width=1.3, heads=True)]
    columns += [Column(texts.of("category", c), texts.unit(scales[c].unit), number=True) for c in categories]
    rows = [[Cell(_label(part, keys, texts, figures), foreign=_foreign(part)), *_cells(row, categories, texts, scales)] for keys, row in listed]
    if others:
        rows.append([Cell(texts("rest", count=number(len(others), texts.language))), *_rest(others, categories, texts, scales)])
    rows.append([Cell(texts("total")), *_cells(figures.totals, categories, texts, scales)])
    blocks: list[Block] = [Table(title, columns, rows, foot=True)]
    if first:
        blocks.append(Paragraph(texts("rounded_note"), quiet=True))
    if others:
        blocks.append(Paragraph(texts("rest_note", shown=len(listed)), quiet=True))
    if part.keys != ("scope",) and not (part.keys == ("year",) and len(parts) > MOST_BARS_IN_ORDER):
        blocks.insert(0, _chart(figures, part, parts, categories[0], texts, scales[categories[0]]))
    return Section(section_id, title, blocks)


_NAMED = {("stage",): "by-stage", ("scope",): "by-scope"}


def _parts(part: Breakdown, categories: list[str]) -> list[tuple[tuple[Any, ...], dict[str, Quantity]]]:
    """The rows of a breakdown, one for each combination of keys, in the order in which they are read."""
    found: dict[tuple[Any, ...], dict[str, Quantity]] = {}
    for row in part.rows:
        keys = tuple(row[key] for key in part.keys)
        quantity = Quantity(row["value"], row["unit"], row["p05"], row["p50"], row["p95"])
        found.setdefault(keys, {})[row["category"]] = quantity
    parts = list(found.items())
    if part.keys == ("stage",):
        order = list(STAGES)
        return sorted(parts, key=lambda pair: order.index(pair[0][0]) if pair[0][0] in order else len(order))
    if any(key in ORDERED for key in part.keys) and len(parts) <= MOST_ROWS:
        return parts
    return sorted(parts, key=lambda pair: [-abs(_value(pair[1], category)) for category in categories])


def _value(row: dict[str, Quantity], category: str) -> float:
    return (row[category].value or 0.0) if category in row else 0.0


def _label(part: Breakdown, keys: tuple[Any, ...], texts: Texts, figures: Figures) -> str:
    words = []
    for key, value in zip(part.keys, keys, strict=True):
        name = figures.item_names.get(str(value), value) if key == "item" else value
        words.append(texts.label(key, name))
    return " · ".join(words)


def _foreign(part: Breakdown) -> bool:
    """Whether a row's label has a word from outside."""
    return any(key not in (*ORDERED, "country") for key in part.keys)


def _cells(row: dict[str, Quantity], categories: list[str], texts: Texts, scales: dict[str, Scale]) -> list[Cell]:
    cells = []
    for category in categories:
        quantity = row.get(category)
        if quantity is None or quantity.value is None:
            cells.append(Cell(DASH, number=True))
            continue
        how = scales[category]
        below = shown_range(quantity, how, texts.language)
        cells.append(Cell(shown(quantity.value, how, texts.language), below, number=True))
    return cells


def _rest(
    others: list[tuple[tuple[Any, ...], dict[str, Quantity]]], categories: list[str], texts: Texts, scales: dict[str, Scale]
) -> list[Cell]:
    sums = {c: sum(_value(row, c) for _, row in others) for c in categories}
    return [Cell(shown(sums[c], scales[c], texts.language), number=True) for c in categories]


def _chart(
    figures: Figures,
    part: Breakdown,
    parts: list[tuple[tuple[Any, ...], dict[str, Quantity]]],
    category: str,
    texts: Texts,
    how: Scale,
) -> Chart:
    """The largest parts of one category as bars, in the order of the table."""
    there = [(keys, row[category]) for keys, row in parts if category in row]
    most = MOST_BARS_IN_ORDER if part.keys == ("year",) else MOST_BARS
    largest = sorted(there, key=lambda pair: -abs(pair[1].value or 0.0))[:most]
    drawn = [pair for pair in there if pair in largest]
    full = max((max(abs(q.value or 0.0), q.p95 or 0.0) for _, q in drawn), default=0.0) or 1.0
    bars = [
        Bar(
            _short(_label(part, keys, texts, figures)),
            f"{shown(quantity.value, how, texts.language)} {texts.unit(how.unit)}",
            _share(quantity.value, full) or 0.0,
            _share(quantity.p05, full),
            _share(quantity.p95, full),
        )
        for keys, quantity in drawn
    ]
    return Chart(texts("chart", category=texts.of("category", category), unit=texts.unit(how.unit)), bars)


def _short(label: str) -> str:
    """A label that leaves room for the value beside it."""
    return label if len(label) <= MOST_LETTERS else f"{label[: MOST_LETTERS - 1]}…"


def _share(value: float | None, full: float) -> float | None:
    return None if value is None else round(min(max(value / full, 0.0), 1.0), 4)
