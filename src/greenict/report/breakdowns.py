"""The sections that break the totals down: a bar chart, and a table of parts by category with its total."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from greenict.report.blocks import Bar, Block, Cell, Chart, Column, Paragraph, Section, Table
from greenict.report.numbers import Quantity, Scale, number, shown, shown_range
from greenict.tables.categories import STAGES

if TYPE_CHECKING:
    from greenict.report.model import Breakdown, Figures
    from greenict.report.texts import Texts

MOST_ROWS = 40  # of a breakdown; the tables to compute with hold all
MOST_BARS = 12
MOST_BARS_IN_ORDER = 25  # of years: leaving some out would mislead
MOST_LETTERS = 44  # of a label on a bar
ORDERED = ("stage", "year", "scope")  # keys whose values have an order of their own
IDS: dict[tuple[str, ...], str] = {("stage",): "by-stage", ("scope",): "by-scope"}
DASH = "–"

Part = tuple[tuple[Any, ...], dict[str, Quantity]]  # the values of the keys, and a quantity for each category


def breakdown(
    figures: Figures, part: Breakdown, texts: Texts, scales: dict[str, Scale], *, explained: bool
) -> Section:
    """One breakdown; `explained` says whether its table is followed by how to read it."""
    categories = [name for name, total in figures.totals.items() if total.value is not None]
    title = texts("by", keys=_joined(part, texts))
    section_id = IDS.get(part.keys, "by-keys")
    if not categories:
        return Section(section_id, title, [Paragraph(texts("not_assessed"))])
    parts = _parts(part, categories)
    blocks: list[Block] = [_table(title, figures, part, parts, categories, texts, scales)]
    if explained:
        blocks.append(Paragraph(texts("rounded_note"), quiet=True))
    if len(parts) > MOST_ROWS:
        blocks.append(Paragraph(texts("rest_note", shown=MOST_ROWS), quiet=True))
    if part.keys != ("scope",) and not (part.keys == ("year",) and len(parts) > MOST_BARS_IN_ORDER):
        blocks.insert(0, _chart(figures, part, parts, categories[0], texts, scales[categories[0]]))
    return Section(section_id, title, blocks)


def _joined(part: Breakdown, texts: Texts) -> str:
    return " · ".join(texts.key(key) for key in part.keys)


def _table(
    title: str,
    figures: Figures,
    part: Breakdown,
    parts: list[Part],
    categories: list[str],
    texts: Texts,
    scales: dict[str, Scale],
) -> Table:
    columns = [Column(_joined(part, texts), width=1.3, heads=True)]
    columns += [Column(texts.of("category", c), texts.unit(scales[c].unit), number=True) for c in categories]
    foreign = any(key not in (*ORDERED, "country") for key in part.keys)
    rows = [
        [Cell(_label(part, keys, texts, figures), foreign=foreign), *_cells(row, categories, texts, scales)]
        for keys, row in parts[:MOST_ROWS]
    ]
    others = parts[MOST_ROWS:]
    if others:
        name = texts("rest", count=number(len(others), texts.language))
        rows.append([Cell(name), *_rest(others, categories, texts, scales)])
    rows.append([Cell(texts("total")), *_cells(figures.totals, categories, texts, scales)])
    return Table(title, columns, rows, foot=True)


def _parts(part: Breakdown, categories: list[str]) -> list[Part]:
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


def _cells(
    row: dict[str, Quantity], categories: list[str], texts: Texts, scales: dict[str, Scale]
) -> list[Cell]:
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
    others: list[Part],
    categories: list[str],
    texts: Texts,
    scales: dict[str, Scale],
) -> list[Cell]:
    sums = {c: sum(_value(row, c) for _, row in others) for c in categories}
    return [Cell(shown(sums[c], scales[c], texts.language), number=True) for c in categories]


def _chart(
    figures: Figures,
    part: Breakdown,
    parts: list[Part],
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
    caption = "chart" if any(bar.high is not None for bar in bars) else "chart_plain"
    return Chart(texts(caption, category=texts.of("category", category), unit=texts.unit(how.unit)), bars)


def _short(label: str) -> str:
    """A label that leaves room for the value beside it."""
    return label if len(label) <= MOST_LETTERS else f"{label[: MOST_LETTERS - 1]}…"


def _share(value: float | None, full: float) -> float | None:
    return None if value is None else round(min(max(value / full, 0.0), 1.0), 4)
