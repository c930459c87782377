"""From a figure back to the lines of the file.

A result keeps sums by group. To name lines, the file is read once more: every line meets the intensity
of its key, which the result knows, and the largest are kept.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import numpy as np

from greenict.assess.driving import drivers
from greenict.assess.groups import Groups, Key, meanings
from greenict.assess.matching import KEY_PARTS
from greenict.assess.summing import plan
from greenict.errors import UnknownName
from greenict.tables.reading import true_rows
from greenict.tables.source import Source, identifier

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

    from greenict.assess.results import Result
    from greenict.factors.sets import Item

AMOUNTS = (
    "quantity",
    "per_life",
    "bought",
    "operated",
    "operated_life",
    "lived",
    "contract_kwh",
    "contract_kg",
)
Intensities = dict[tuple[str | None, ...], dict[str, float]]


def largest_lines(
    result: Result,
    source: Source,
    connection: duckdb.DuckDBPyConnection,
    limit: int,
    figure: dict[str, str | None],
) -> list[dict[str, Any]]:
    """The lines with the largest part in a figure: row, the cells of the file, value."""
    asked: dict[str, str | None] = {"category": result.meta["indicators"][0], **figure}
    of_groups = {name: value for name, value in asked.items() if name in result.computation.groups.keys}
    made = plan(source, by=tuple(of_groups), goods=result.profile.goods)
    keys = ", ".join(f"k_{name}" for name in made.keys)
    inner = made.statement(source.relation)
    distinct = connection.sql(f"select distinct {keys} from ({inner})").to_arrow_table()
    intensities = _intensities(result, asked)
    table = _by_raw_cells(result, distinct, intensities, of_groups, made.always, sorted(made.amounts))
    connection.register("intensity", table)
    lines = inner[inner.index("from (select ") + len("from (") : inner.rindex(") as lines group by")]
    value = " + ".join(
        f"coalesce(({sql}) * i_{name}, 0)" for name, sql in made.amounts.items() if name in AMOUNTS
    )
    on = " and ".join(f"l.k_{n} is not distinct from i.k_{n}" for n in made.keys)
    cells = ", ".join(
        f"({identifier(f.identifier)})::varchar as cell_{n}" for n, f in enumerate(source.fields)
    )
    numbered = lines.replace("select ", f"select {source.row_number} as row, {cells}, ", 1)
    found = connection.sql(
        f"select row, {', '.join(f'cell_{n}' for n in range(len(source.fields)))}, value from (select l.*, {value} as value "
        f"from ({numbered}) as l join intensity as i on {on} where not l.bad) where value <> 0 "
        f"order by abs(value) desc, row limit {int(limit)}"
    ).fetchall()
    names = [field.name for field in source.fields]
    numbers = true_rows(connection, source, [row[0] for row in found])
    return [
        {**dict(zip(names, row[1:-1], strict=True)), "row": number, "value": row[-1]}
        for number, row in zip(numbers, found, strict=True)
    ]


def _intensities(result: Result, asked: dict[str, str | None]) -> Intensities:
    """For each key, what one unit of each amount of a line adds to the figure."""
    matched, computation = result.computation.matched, result.computation
    terms, _ = result.pick({n: v for n, v in asked.items() if n in ("stage", "category", "scope")})
    scale = _scales(result)
    each = computation.unit_values(terms)
    found: Intensities = defaultdict(lambda: defaultdict(float))
    for number, value in zip(terms, each, strict=True):
        term = matched.terms[number]
        key = matched.keys[term.key]
        item = matched.items[str(key["item"])]
        amount = amount_of(term.driver, item, result.profile.goods)
        found[tuple(key.values())][amount] += float(value) * float(scale[term.driver][term.key])
    return found


def amount_of(driver: str, item: Item, goods: str) -> str:
    """The amount of a line that a driver is made of."""
    if driver in ("made", "discarded"):
        return {"whole_life": "quantity", "annualised": "per_life", "purchase_year": "bought"}[goods]
    if driver == "run":
        return "operated_life" if goods == "whole_life" and item.is_good else "operated"
    if driver == "served" and goods == "whole_life":
        return "lived"
    return driver if driver in ("contract_kwh", "contract_kg") else "quantity"


def _scales(result: Result) -> dict[str, Any]:
    """For each key, the driver that a line with amounts of one would have."""
    matched = result.computation.matched
    keys = {}
    for name in KEY_PARTS:
        cells = [key[name] for key in matched.keys]
        values = tuple(sorted(set(cells), key=lambda v: (v is not None, v or "")))
        keys[name] = Key(values, np.array([values.index(cell) for cell in cells], dtype=np.int64))
    amounts = {name: np.ones(len(matched.keys)) for name in (*AMOUNTS, "lines")}
    return drivers(Groups(keys, amounts, len(matched.keys)), matched.items, result.profile)


def _by_raw_cells(
    result: Result,
    distinct: pa.Table,
    intensities: Intensities,
    wanted: dict[str, str | None],
    always: tuple[str, ...],
    amounts: list[str],
) -> pa.Table:
    """The intensities by what stands in the cells, for the cells that the figure asks for."""
    import pyarrow as pa  # noqa: PLC0415 - loaded already by the engine

    means = meanings(lambda name: _known(result, name))
    rows: list[dict[str, Any]] = []
    for raw in distinct.to_pylist():
        cells = {name.removeprefix("k_"): cell for name, cell in raw.items()}
        try:
            meant = {n: _meant(means, n, cell) for n, cell in cells.items()} | dict.fromkeys(always, "true")
        except UnknownName:
            continue
        if all(meant.get(name) == value for name, value in wanted.items()):
            key = tuple(meant.get(name) for name in KEY_PARTS)
            rows.append({**raw, **_columns(intensities.get(key, {}), amounts)})
    return pa.Table.from_pylist(rows, schema=_schema(distinct, amounts))


def _known(result: Result, name: str) -> str:
    if name not in result.computation.matched.items:
        raise UnknownName("item", name)  # a line that was left out
    return name


def _columns(per: dict[str, float], amounts: list[str]) -> dict[str, float]:
    """One column an amount of the file; an amount that it lacks is another one there (see `Groups.amount`)."""
    columns = {f"i_{name}": 0.0 for name in amounts}
    for name, value in per.items():
        there = name if name in amounts else {"operated_life": "operated"}.get(name, "quantity")
        columns[f"i_{there}"] += value
    return columns


def _meant(means: dict[str, Any], name: str, cell: Any) -> str | None:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    meaning = means.get(name)
    text = "" if cell is None else str(cell)
    return meaning(text) if meaning else (text.strip() or None)


def _schema(distinct: pa.Table, amounts: list[str]) -> pa.Schema:
    import pyarrow as pa  # noqa: PLC0415 - as above

    return pa.schema([*distinct.schema, *((f"i_{name}", pa.float64()) for name in amounts)])
